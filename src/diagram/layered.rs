//! A layered layout: positions by `dagre`, ports and curves our own.

use std::panic::{AssertUnwindSafe, catch_unwind};

use dagre::graph::{Graph, GraphOptions};
use dagre::{EdgeLabel, LayoutOptions, NodeLabel, RankDir};

use super::geometry::{Axis, Point, Rect, Size};
use super::lanes::Lanes;
use super::layout::{Boxes, Layout};
use super::outline::{ELLIPSE_REACH, port_reach};
use super::picture::{Picture, Shape};
use super::route::{self, Line};

/// Between nodes of one layer.
const NODE_GAP: f64 = 20.0;
/// Between lines of one layer.
const LINE_GAP: f64 = 9.0;
/// Between the ends of lines on one side of a node, at least.
const PORT_GAP: f64 = 9.0;
/// Above this many edges fewer layouts are tried.
const MANY_EDGES: usize = 100;
/// How many more orders are tried than the plain ones.
const SHUFFLES: usize = 5;

/// A layout and how bad it is.
pub(super) struct Candidate {
    pub layout: Layout,
    pub cost: f64,
}

/// A node before it has a place; sizes are turned so that the picture runs to the right.
#[derive(Clone, Copy, Debug)]
struct Block {
    size: Size,
    /// With the room that its loops take on both sides.
    outer: Size,
}

/// An edge between two nodes, from the earlier level to the later.
#[derive(Clone, Copy, Debug)]
struct Arc {
    edge: usize,
    tail: usize,
    head: usize,
    label: Size,
}

/// What `dagre` found.
struct Found {
    centers: Vec<Point>,
    /// For every arc: its bends between the two nodes, and the centre of its label.
    bends: Vec<(Vec<Point>, Point)>,
}

/// Orders to hand nodes over in; the result depends on it, and none is always best.
pub(super) fn orders(picture: &Picture) -> Vec<Vec<usize>> {
    let by_index: Vec<usize> = (0..picture.nodes.len()).collect();
    if picture.edges.len() > MANY_EDGES {
        return vec![by_index];
    }
    let mut degrees = vec![0usize; picture.nodes.len()];
    for end in picture.edges.iter().flat_map(|edge| [edge.from, edge.to]) {
        degrees.iter_mut().skip(end).take(1).for_each(|degree| *degree += 1);
    }
    let degree = |node: &usize| degrees.get(*node).copied().unwrap_or(0);
    let mut by_degree = by_index.clone();
    by_degree.sort_by_key(|node| (usize::MAX - degree(node), *node));
    let reversed = by_degree.iter().rev().copied().collect();
    let mut orders = vec![by_index.clone(), by_degree, reversed];
    for seed in 1..=SHUFFLES {
        let mut shuffled = by_index.clone();
        shuffled.sort_by_key(|node| ((node + 1) * 7919 * seed % 10007, *node));
        orders.push(shuffled);
    }
    orders
}

/// The layered layout along an axis, with edges running up the levels.
pub(super) fn layout(
    picture: &Picture,
    boxes: &Boxes,
    axis: Axis,
    levels: &[i32],
    order: &[usize],
) -> Option<Candidate> {
    let arcs = arcs(picture, boxes, axis, levels);
    let blocks = blocks(picture, boxes, axis, &arcs);
    // The crate's code may panic where ours must not; a picture in columns is better than none.
    let found = catch_unwind(AssertUnwindSafe(|| find(&blocks, &arcs, order))).ok()??;
    let mut lanes = lanes(&blocks, &arcs, &found);
    let mut rects: Vec<Rect> =
        blocks.iter().zip(&found.centers).map(|(block, center)| Rect { center: *center, size: block.size }).collect();
    let mut lines: Vec<Line> = arcs
        .iter()
        .zip(&found.bends)
        .map(|(arc, (bends, label))| Line {
            edge: arc.edge,
            tail: arc.tail,
            head: arc.head,
            bends: bends.clone(),
            label: *label,
        })
        .collect();
    lanes.respace(&mut rects, &mut lines);
    let layout = route::draw(picture, boxes, axis, &rects, &lines, &lanes);
    let cost = route::cost(&lines, &layout);
    Some(Candidate { layout, cost })
}

fn arcs(picture: &Picture, boxes: &Boxes, axis: Axis, levels: &[i32]) -> Vec<Arc> {
    let level = |node: usize| (levels.get(node).copied().unwrap_or(0), node);
    let edges = picture.edges.iter().enumerate().filter(|(_, edge)| edge.from != edge.to);
    edges
        .map(|(index, edge)| {
            let forward = level(edge.from) < level(edge.to);
            let (tail, head) = if forward { (edge.from, edge.to) } else { (edge.to, edge.from) };
            let label = boxes.labels.get(index).map(|label| axis.size(label.size)).unwrap_or_default();
            Arc { edge: index, tail, head, label }
        })
        .collect()
}

fn blocks(picture: &Picture, boxes: &Boxes, axis: Axis, arcs: &[Arc]) -> Vec<Block> {
    let nodes = picture.nodes.iter().zip(&boxes.names).enumerate();
    nodes
        .map(|(index, (node, name))| {
            let out = arcs.iter().filter(|arc| arc.tail == index).count();
            let into = arcs.iter().filter(|arc| arc.head == index).count();
            let mut size = axis.size(name.size);
            let needed = out.max(into).saturating_sub(1) as f64 * PORT_GAP / 2.0;
            let reach = port_reach(node.shape, size, axis);
            if needed > reach {
                let scale = if node.shape == Shape::Official { 1.0 / ELLIPSE_REACH } else { 1.0 };
                size.height += 2.0 * (needed - reach) * scale;
            }
            let room = route::loop_room(picture, boxes, axis, index);
            let outer = Size { width: size.width.max(room.width), height: size.height + 2.0 * room.height };
            Block { size, outer }
        })
        .collect()
}

fn find(blocks: &[Block], arcs: &[Arc], order: &[usize]) -> Option<Found> {
    let mut graph: Graph<NodeLabel, EdgeLabel> =
        Graph::with_options(GraphOptions { directed: true, multigraph: true, compound: false });
    for node in order {
        let block = blocks.get(*node)?;
        // The crate lays out downwards here, so width and height change places.
        let label = NodeLabel { width: block.outer.height, height: block.outer.width, ..NodeLabel::default() };
        graph.set_node(node.to_string(), Some(label));
    }
    let place = |node: usize| order.iter().position(|other| *other == node);
    let mut by_order: Vec<&Arc> = arcs.iter().collect();
    by_order.sort_by_key(|arc| (place(arc.tail), place(arc.head), arc.edge));
    for arc in by_order {
        let label = EdgeLabel {
            width: arc.label.height,
            height: arc.label.width,
            labelpos: dagre::layout::types::LabelPos::Center,
            ..EdgeLabel::default()
        };
        graph.set_edge(arc.tail.to_string(), arc.head.to_string(), Some(label), Some(&arc.edge.to_string()));
    }
    let options =
        LayoutOptions { rankdir: RankDir::TB, nodesep: NODE_GAP, edgesep: LINE_GAP, ..LayoutOptions::default() };
    dagre::layout(&mut graph, Some(options));
    let turn = |x: f64, y: f64| Point { x: y, y: x };
    let centers = (0..blocks.len()).map(|node| {
        let label = graph.node(&node.to_string())?;
        Some(turn(label.x?, label.y?))
    });
    let bends = arcs.iter().map(|arc| {
        let label = graph.edge(&arc.tail.to_string(), &arc.head.to_string(), Some(&arc.edge.to_string()))?;
        let inner = label.points.get(1..label.points.len().checked_sub(1)?)?;
        let middle = inner.get(inner.len() / 2).map(|point| turn(point.x, point.y));
        let label_at = label.x.zip(label.y).map(|(x, y)| turn(x, y)).or(middle)?;
        Some((inner.iter().map(|point| turn(point.x, point.y)).collect(), label_at))
    });
    Some(Found { centers: centers.collect::<Option<_>>()?, bends: bends.collect::<Option<_>>()? })
}

fn lanes(blocks: &[Block], arcs: &[Arc], found: &Found) -> Lanes {
    let nodes = blocks.iter().zip(&found.centers).map(|(block, center)| (center.x, block.outer.width));
    let labels = arcs.iter().zip(&found.bends).map(|(arc, (_, at))| (at.x, arc.label.width));
    Lanes::of(nodes.chain(labels))
}
