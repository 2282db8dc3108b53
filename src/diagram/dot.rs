//! A picture as DOT.

use graphviz_rust::dot_structures::{
    Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Subgraph, Vertex,
};
use graphviz_rust::printer::{DotPrinter, PrinterContext};

use super::boxes::{LABEL_SIZE, NAME_SIZE};
use super::measure::{clean, wrap};
use super::picture::{Heads, Picture, PictureEdge, PictureNode, Shape, Standing};
use super::style::paint;
use super::wording;
use crate::model::Line;

const WIDEST_NAME: f64 = 150.0;

/// A picture as DOT, for Graphviz and what reads its language.
pub fn dot(picture: &Picture) -> String {
    let mut stmts = vec![
        Stmt::GAttribute(GraphAttributes::Graph(graph_attributes(picture))),
        Stmt::GAttribute(GraphAttributes::Node(vec![
            text("fontname", "Helvetica,Arial,sans-serif"),
            plain("fontsize", "13"),
            plain("penwidth", "1.4"),
        ])),
        Stmt::GAttribute(GraphAttributes::Edge(vec![
            text("fontname", "Helvetica,Arial,sans-serif"),
            plain("fontsize", &LABEL_SIZE.to_string()),
            plain("arrowsize", "0.8"),
        ])),
    ];
    stmts.extend(picture.nodes.iter().map(|node| Stmt::Node(node_stmt(node))));
    let labels = picture.has_labels();
    stmts.extend(picture.edges.iter().filter_map(|edge| edge_stmt(edge, picture, labels)).map(Stmt::Edge));
    if !labels {
        stmts.push(Stmt::Subgraph(legend(picture)));
    }
    let graph = Graph::DiGraph { id: Id::Plain("demarche".to_owned()), strict: false, stmts };
    let mut printed = graph.print(&mut PrinterContext::default());
    printed.push('\n');
    printed
}

/// Any text as a quoted DOT string: the one place where DOT is escaped.
///
/// Control characters are dropped. Backslashes are doubled, since labels and tooltips expand `\N` and the like, and `&` is
/// written as an entity, since Graphviz expands entities.
///
/// ```
/// assert_eq!(demarche::diagram::quote("a \"b\"\n\\N & <i>"), r#""a \"b\"\n\\N &amp; <i>""#);
/// ```
pub fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '&' => out.push_str("&amp;"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn text(name: &str, value: &str) -> Attribute {
    Attribute(Id::Plain(name.to_owned()), Id::Escaped(quote(value)))
}

fn plain(name: &str, value: &str) -> Attribute {
    Attribute(Id::Plain(name.to_owned()), Id::Plain(value.to_owned()))
}

fn graph_attributes(picture: &Picture) -> Vec<Attribute> {
    let lines = [&picture.title, &picture.subtitle].into_iter().chain(&picture.notes);
    let label: Vec<String> = lines.map(|line| super::measure::shorten(&clean(line), 200)).collect();
    let mut attributes = vec![
        text("label", &label.join("\n")),
        plain("labelloc", "t"),
        text("fontname", "Helvetica,Arial,sans-serif"),
        plain("fontsize", "14"),
        text("bgcolor", "#ffffff"),
    ];
    if picture.is_crowded() {
        // In layers this would take Graphviz minutes.
        attributes.extend([plain("layout", "sfdp"), plain("overlap", "prism"), plain("outputorder", "edgesfirst")]);
    } else {
        attributes.extend([plain("rankdir", "LR"), plain("nodesep", "0.3"), plain("ranksep", "0.6")]);
    }
    attributes
}

fn node_stmt(node: &PictureNode) -> Node {
    let (shape, style) = match node.shape {
        Shape::State => ("box", "rounded,filled"),
        Shape::Organisation => ("hexagon", "filled"),
        Shape::Official => ("ellipse", "filled"),
        Shape::Office => ("box", "dashed,filled"),
        Shape::Issue => ("note", "filled"),
        Shape::Unknown => ("box", "filled"),
    };
    let paint = paint(node.shape);
    let attributes = vec![
        text("label", &wrap(&node.label, NAME_SIZE, WIDEST_NAME).join("\n")),
        plain("shape", shape),
        text("style", style),
        text("fillcolor", paint.fill),
        text("color", paint.outline),
        text("tooltip", &wording::node_tooltip(node)),
    ];
    Node::new(node_id(node), attributes)
}

fn node_id(node: &PictureNode) -> NodeId {
    NodeId(Id::Escaped(quote(node.id.as_str())), None)
}

fn edge_stmt(edge: &PictureEdge, picture: &Picture, labels: bool) -> Option<Edge> {
    let (from, to) = (picture.nodes.get(edge.from)?, picture.nodes.get(edge.to)?);
    let mut attributes = Vec::new();
    if labels {
        attributes.push(text("label", &wording::edge_label(edge).join("\n")));
    }
    attributes.extend(line(&edge.color, edge.line, edge.heads, edge.standing));
    let width = super::xml::number((1.4 + 0.45 * (edge.claims.max(1) as f64).ln()).min(3.4));
    attributes.push(plain("penwidth", &width));
    attributes.push(text("tooltip", &wording::edge_tooltip(edge, &picture.nodes)));
    let ends = (Vertex::N(node_id(from)), Vertex::N(node_id(to)));
    Some(Edge { ty: EdgeTy::Pair(ends.0, ends.1), attributes })
}

fn line(color: &str, line: Line, heads: Heads, standing: Standing) -> Vec<Attribute> {
    let style = match line {
        Line::Solid => "solid",
        Line::Dashed => "dashed",
        Line::Dotted => "dotted",
    };
    // Two more hex digits are the opacity.
    let alpha = if standing == Standing::Counts { "" } else { "80" };
    let color = format!("{color}{alpha}");
    let mut attributes = vec![text("color", &color), text("fontcolor", &color), plain("style", style)];
    if heads == Heads::None {
        attributes.push(plain("dir", "none"));
    }
    attributes
}

/// The relations, for pictures whose edges carry no labels.
fn legend(picture: &Picture) -> Subgraph {
    let mut stmts = vec![Stmt::Attribute(text("label", "Relations")), Stmt::Attribute(text("color", "#cccccc"))];
    for (index, relation) in picture.legend.relations.iter().enumerate() {
        let end = |side: &str| NodeId(Id::Escaped(quote(&format!("legend {index} {side}"))), None);
        let point = |side| Node::new(end(side), vec![plain("shape", "point"), plain("width", "0.04")]);
        let mut attributes = vec![text("label", &relation.label)];
        attributes.extend(line(&relation.color, relation.line, relation.heads, relation.standing));
        let ty = EdgeTy::Pair(Vertex::N(end("from")), Vertex::N(end("to")));
        stmts.extend([Stmt::Node(point("from")), Stmt::Node(point("to")), Stmt::Edge(Edge { ty, attributes })]);
    }
    Subgraph { id: Id::Plain("cluster_legend".to_owned()), stmts }
}
