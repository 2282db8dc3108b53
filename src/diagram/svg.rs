//! A picture as SVG, without any other program.

mod shapes;
mod strokes;

use std::fmt::Write;

use super::boxes::{LABEL_LINE, LABEL_SIZE, NAME_LINE, NAME_SIZE};
use super::geometry::{Point, Rect, Size};
use super::layout::{Boxes, Layout, Route, layout};
use super::legend::{self, Entry, Sample};
use super::measure::{Weight, clean, fit};
use super::picture::{LegendRelation, Picture, PictureEdge, PictureNode, Standing};
use super::wording;
use super::xml::{escape, number};
use strokes::Stroke;

const FONT: &str = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";
const MARGIN: f64 = 28.0;
const NARROWEST: f64 = 440.0;
const TITLE_SIZE: f64 = 19.0;
const SUBTITLE_SIZE: f64 = 12.0;
const INK: &str = "#222222";
const PALE_INK: &str = "#5a5a5a";

/// A picture as SVG.
pub fn svg(picture: &Picture) -> String {
    let boxes = Boxes::of(picture);
    let layout = layout(picture, &boxes);
    let inner = layout.size.width.max(NARROWEST);
    let mut sheet = Sheet { out: String::new(), width: inner + 2.0 * MARGIN, y: MARGIN };
    sheet.header(picture, &layout);
    sheet.graph(picture, &boxes, &layout);
    sheet.legend(picture);
    sheet.finish(picture)
}

/// Where text stands against its point.
#[derive(Clone, Copy)]
enum Anchor {
    Start,
    Middle,
}

/// How a line of text looks.
#[derive(Clone, Copy)]
struct Face<'a> {
    size: f64,
    weight: Weight,
    color: &'a str,
    anchor: Anchor,
}

/// What has been drawn, and how far down.
struct Sheet {
    out: String,
    width: f64,
    y: f64,
}

impl Sheet {
    fn push(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn header(&mut self, picture: &Picture, layout: &Layout) {
        let face = Face { size: TITLE_SIZE, weight: Weight::Bold, color: INK, anchor: Anchor::Start };
        self.heading(&picture.title, face);
        let small = Face { size: SUBTITLE_SIZE, weight: Weight::Regular, color: PALE_INK, anchor: Anchor::Start };
        self.heading(&picture.subtitle, small);
        let notes = picture.notes.iter().map(String::as_str).chain(layout.note);
        for note in notes {
            self.heading(note, small);
        }
        self.y += 18.0;
    }

    fn heading(&mut self, line: &str, face: Face) {
        let line = fit(&clean(line), face.size, face.weight, (self.width - 2.0 * MARGIN) / 1.05);
        self.y += face.size;
        self.text(&line, Point { x: MARGIN, y: self.y }, face);
        self.y += face.size * 0.42;
    }

    /// A line of text by the middle or the start of its base line.
    fn text(&mut self, line: &str, at: Point, face: Face) {
        let anchor = match face.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
        };
        let weight = match face.weight {
            Weight::Regular => "",
            Weight::Bold => " font-weight=\"bold\"",
        };
        let (x, y, size) = (number(at.x), number(at.y), number(face.size));
        let (color, line) = (face.color, escape(line));
        self.push(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{color}\"{weight}{anchor}>{line}</text>"
        ));
    }

    /// Lines of text around a point.
    fn lines(&mut self, lines: &[String], center: Point, step: f64, face: Face) {
        let first = center.y - step * (lines.len().saturating_sub(1)) as f64 / 2.0 + face.size * 0.35;
        for (index, line) in lines.iter().enumerate() {
            self.text(line, Point { x: center.x, y: first + step * index as f64 }, face);
        }
    }

    fn graph(&mut self, picture: &Picture, boxes: &Boxes, layout: &Layout) {
        let by = Point { x: (self.width - layout.size.width) / 2.0, y: self.y };
        for (index, (edge, route)) in picture.edges.iter().zip(&layout.routes).enumerate() {
            let label = boxes.labels.get(index).map(|label| (label.lines.as_slice(), label.size));
            self.edge(picture, edge, route, label, by);
        }
        for ((node, name), rect) in picture.nodes.iter().zip(&boxes.names).zip(&layout.nodes) {
            self.node(node, &name.lines, rect.moved(by));
        }
        self.y += layout.size.height;
    }

    fn edge(
        &mut self,
        picture: &Picture,
        edge: &PictureEdge,
        route: &Route,
        label: Option<(&[String], Size)>,
        by: Point,
    ) {
        let relation = escape(edge.relation.as_str());
        let opacity = match (edge.standing, label) {
            (Standing::Counts, Some(_)) => "",
            (Standing::Counts, None) => " opacity=\"0.55\"",
            _ => " opacity=\"0.5\"",
        };
        self.push(&format!("<g class=\"edge\" data-relation=\"{relation}\"{opacity}>"));
        self.tooltip(&wording::edge_tooltip(edge, &picture.nodes));
        let stroke = Stroke::of(edge);
        let line = stroke.path(route, by);
        self.push(&line);
        if let (Some((lines, size)), Some(center)) = (label, route.label) {
            self.edge_label(lines, Rect { center: center.moved(by), size }, &edge.color);
        }
        self.push("</g>");
    }

    fn edge_label(&mut self, lines: &[String], rect: Rect, color: &str) {
        let (x, y) = (number(rect.left()), number(rect.top()));
        let (width, height) = (number(rect.size.width), number(rect.size.height));
        self.push(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"3\" fill=\"#ffffff\"/>"
        ));
        let face = Face { size: LABEL_SIZE, weight: Weight::Regular, color, anchor: Anchor::Middle };
        self.lines(lines, rect.center, LABEL_LINE, face);
    }

    fn node(&mut self, node: &PictureNode, lines: &[String], rect: Rect) {
        let (kind, id) = (node.shape.name(), escape(node.id.as_str()));
        self.push(&format!("<g class=\"node\" data-kind=\"{kind}\" data-id=\"{id}\">"));
        self.tooltip(&wording::node_tooltip(node));
        let outline = shapes::outline(node.shape, rect);
        self.push(&outline);
        let face = Face { size: NAME_SIZE, weight: Weight::Regular, color: INK, anchor: Anchor::Middle };
        self.lines(lines, rect.center, NAME_LINE, face);
        self.push("</g>");
    }

    fn tooltip(&mut self, text: &str) {
        let lines: Vec<String> = text.lines().map(|line| escape(&clean(line))).collect();
        self.push(&format!("<title>{}</title>", lines.join("\n")));
    }

    fn legend(&mut self, picture: &Picture) {
        let inner = self.width - 2.0 * MARGIN;
        let (entries, height) = legend::entries(&picture.legend, inner);
        if entries.is_empty() {
            return;
        }
        self.y += 24.0;
        let (left, right, y) = (number(MARGIN), number(self.width - MARGIN), number(self.y));
        self.push("<g class=\"legend\">");
        self.push(&format!("<path d=\"M{left} {y}H{right}\" stroke=\"#cccccc\" stroke-width=\"1\"/>"));
        self.y += 10.0;
        for entry in &entries {
            self.entry(entry);
        }
        self.push("</g>");
        self.y += height;
    }

    fn entry(&mut self, entry: &Entry) {
        let (left, y) = (MARGIN + entry.x, self.y + entry.y);
        let sample = match entry.sample {
            Sample::Shape(shape) => {
                let center = Point { x: left + legend::SAMPLE / 2.0, y };
                shapes::outline(shape, Rect { center, size: Size { width: 30.0, height: 15.0 } })
            }
            Sample::Relation(relation) => sample_line(relation, left, y),
        };
        self.push(&sample);
        let face = Face { size: legend::LEGEND_SIZE, weight: Weight::Regular, color: INK, anchor: Anchor::Start };
        let x = left + legend::SAMPLE + legend::SAMPLE_GAP;
        self.text(&entry.words, Point { x, y: y + legend::LEGEND_SIZE * 0.35 }, face);
    }

    fn finish(self, picture: &Picture) -> String {
        let (width, height) = (number(self.width.ceil()), number((self.y + MARGIN).ceil()));
        let title = escape(&clean(&picture.title));
        let mut svg = String::with_capacity(self.out.len() + 500);
        // Writing to a string does not fail.
        let _ = write!(
            svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{FONT}\">\n\
             <title>{title}</title>\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n{}</svg>\n",
            self.out
        );
        svg
    }
}

fn sample_line(relation: &LegendRelation, left: f64, y: f64) -> String {
    let opacity = if relation.standing == Standing::Counts { "" } else { " opacity=\"0.55\"" };
    let stroke = Stroke { color: &relation.color, line: relation.line, width: 1.8 };
    format!("<g{opacity}>{}</g>", stroke.sample(Point { x: left, y }, legend::SAMPLE, relation.heads))
}
