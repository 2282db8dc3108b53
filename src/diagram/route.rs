//! Lines between placed nodes.
//!
//! Within a layer a line runs straight; between two layers it is one curve that leaves and arrives straight. So arrow heads
//! always point along the picture, every line has its own place on the side of a node, and nothing is crossed within a layer.

use std::collections::BTreeMap;

use super::geometry::{Axis, Point, Rect, Size};
use super::lanes::{Lane, Lanes};
use super::layout::{Arrow, Boxes, Layout, Route, Step};
use super::outline::{depth, port_reach};
use super::picture::{Heads, Picture, PictureEdge};

/// Between the ends of lines on one side of a node, at most.
const WIDEST_PORT_GAP: f64 = 16.0;
const ARROW: f64 = 9.0;
/// How far a loop stands out from its node.
const LOOP_DEPTH: f64 = 22.0;
/// The proportions a picture should have.
const BEST_RATIO: f64 = 1.45;

/// A line from an earlier layer to a later one.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub edge: usize,
    pub tail: usize,
    pub head: usize,
    pub bends: Vec<Point>,
    pub label: Point,
}

/// The side of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    In,
    Out,
}

/// The layout that a set of nodes and lines makes.
pub(super) fn draw(
    picture: &Picture,
    boxes: &Boxes,
    axis: Axis,
    rects: &[Rect],
    lines: &[Line],
    lanes: &Lanes,
) -> Layout {
    let ports = ports(picture, axis, rects, lines);
    let mut routes: Vec<Option<Route>> = vec![None; picture.edges.len()];
    for line in lines {
        let edge = picture.edges.get(line.edge);
        let ends = (ports.get(&(line.edge, Side::Out)), ports.get(&(line.edge, Side::In)));
        if let (Some(edge), (Some(start), Some(end)), Some(slot)) = (edge, ends, routes.get_mut(line.edge)) {
            *slot = Some(route(edge, line, *start, *end, lanes));
        }
    }
    add_loops(picture, boxes, axis, rects, &mut routes);
    let empty = Route { start: Point::default(), steps: Vec::new(), arrow: None, label: None };
    let routes = routes.into_iter().map(|route| turned(route.unwrap_or_else(|| empty.clone()), axis)).collect();
    let nodes = rects.iter().map(|rect| axis.rect(*rect)).collect();
    fitted(Layout { size: Size::default(), nodes, routes, note: None }, boxes)
}

/// How bad a layout is: crossings, long ways, odd proportions and waste of room.
pub(super) fn cost(lines: &[Line], layout: &Layout) -> f64 {
    let mut gaps: BTreeMap<(i64, i64), Vec<(f64, f64)>> = BTreeMap::new();
    let mut way = 0.0;
    for line in lines {
        for (a, b) in line.bends.iter().zip(line.bends.iter().skip(1)) {
            gaps.entry((tenths(a.x), tenths(b.x))).or_default().push((a.y, b.y));
            way += (a.y - b.y).abs();
        }
    }
    let crossings: usize = gaps.values().map(|pieces| crossings(pieces)).sum();
    let ratio = layout.size.width / layout.size.height.max(1.0);
    let odd = (ratio / BEST_RATIO).max(BEST_RATIO / ratio.max(0.01)) - 1.0;
    let scale = lines.len().max(4) as f64;
    let size = (layout.size.width * layout.size.height).sqrt();
    crossings as f64 + way / 250.0 + size / 40.0 + odd * scale * 0.9
}

fn tenths(x: f64) -> i64 {
    (x * 10.0).round() as i64
}

fn crossings(pieces: &[(f64, f64)]) -> usize {
    let crosses = |a: &(f64, f64), b: &(f64, f64)| (a.0 - b.0) * (a.1 - b.1) < 0.0;
    pieces.iter().enumerate().map(|(i, a)| pieces.iter().skip(i + 1).filter(|b| crosses(a, b)).count()).sum()
}

/// Where every line ends on the outline of its nodes.
fn ports(picture: &Picture, axis: Axis, rects: &[Rect], lines: &[Line]) -> BTreeMap<(usize, Side), Point> {
    let mut sides: BTreeMap<(usize, Side), Vec<(f64, usize)>> = BTreeMap::new();
    for line in lines {
        if let (Some(first), Some(last)) = (line.bends.first(), line.bends.last()) {
            sides.entry((line.tail, Side::Out)).or_default().push((first.y, line.edge));
            sides.entry((line.head, Side::In)).or_default().push((last.y, line.edge));
        }
    }
    let mut ports = BTreeMap::new();
    for ((node, side), mut ends) in sides {
        let (Some(rect), Some(shape)) = (rects.get(node), picture.nodes.get(node).map(|node| node.shape)) else {
            continue;
        };
        ends.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let reach = port_reach(shape, rect.size, axis);
        let wanted: Vec<f64> = ends.iter().map(|(y, _)| y - rect.center.y).collect();
        for ((_, edge), offset) in ends.iter().zip(spread(&wanted, reach)) {
            let depth = depth(shape, rect.size, axis, offset);
            let x = if side == Side::Out { rect.center.x + depth } else { rect.center.x - depth };
            ports.insert((*edge, side), Point { x, y: rect.center.y + offset });
        }
    }
    ports
}

/// Offsets near those wanted (which rise), evenly apart and within reach.
fn spread(wanted: &[f64], reach: f64) -> Vec<f64> {
    let count = wanted.len().saturating_sub(1);
    let gap = if count == 0 { 0.0 } else { (2.0 * reach / count as f64).min(WIDEST_PORT_GAP) };
    let half = gap * count as f64 / 2.0;
    let mean = wanted.iter().sum::<f64>() / wanted.len().max(1) as f64;
    let middle = mean.clamp(-(reach - half).max(0.0), (reach - half).max(0.0));
    (0..wanted.len()).map(|index| middle - half + gap * index as f64).collect()
}

fn route(edge: &PictureEdge, line: &Line, start: Point, end: Point, lanes: &Lanes) -> Route {
    let at_head = edge.heads == Heads::Forward && edge.to == line.head;
    let at_tail = edge.heads == Heads::Forward && edge.to == line.tail;
    let begin = if at_tail { Point { x: start.x + ARROW, ..start } } else { start };
    let finish = if at_head { Point { x: end.x - ARROW, ..end } } else { end };
    let mut pen = Pen { at: begin, steps: Vec::new() };
    // A narrow shape in a wide layer: first straight on to the layer's edge.
    if let Some(lane) = lanes.around(start.x) {
        pen.straight(lane.x + lane.half);
    }
    for bend in &line.bends {
        let lane = lanes.at(bend.x).unwrap_or(Lane { x: bend.x, half: 0.0 });
        pen.curve(Point { x: lane.x - lane.half, y: bend.y });
        pen.straight(lane.x + lane.half);
    }
    if let Some(lane) = lanes.around(end.x) {
        pen.curve(Point { x: (lane.x - lane.half).min(finish.x), y: finish.y });
    }
    pen.curve(finish);
    let arrow = match (at_head, at_tail) {
        (true, _) => Some(Arrow { tip: end, base: finish }),
        (_, true) => Some(Arrow { tip: start, base: begin }),
        _ => None,
    };
    Route { start: begin, steps: pen.steps, arrow, label: Some(line.label) }
}

struct Pen {
    at: Point,
    steps: Vec<Step>,
}

impl Pen {
    fn straight(&mut self, x: f64) {
        if x > self.at.x + 0.05 {
            self.at.x = x;
            self.steps.push(Step::Line(self.at));
        }
    }

    fn curve(&mut self, to: Point) {
        if (to.y - self.at.y).abs() < 0.05 {
            return self.straight(to.x);
        }
        let pull = (to.x - self.at.x) * 0.5;
        let (from, at) = (Point { x: self.at.x + pull, y: self.at.y }, Point { x: to.x - pull, y: to.y });
        self.steps.push(Step::Curve(from, at, to));
        self.at = to;
    }
}

fn loops(picture: &Picture, node: usize) -> impl Iterator<Item = usize> {
    let edges = picture.edges.iter().enumerate();
    edges.filter(move |(_, edge)| edge.from == node && edge.to == node).map(|(index, _)| index)
}

fn label_size(boxes: &Boxes, axis: Axis, edge: usize) -> Size {
    boxes.labels.get(edge).map(|label| axis.size(label.size)).unwrap_or_default()
}

/// The room that a node's loops take on one side of it.
pub(super) fn loop_room(picture: &Picture, boxes: &Boxes, axis: Axis, node: usize) -> Size {
    loops(picture, node).fold(Size::default(), |room, edge| {
        let label = label_size(boxes, axis, edge);
        Size { width: room.width.max(label.width), height: room.height + LOOP_DEPTH + label.height }
    })
}

fn add_loops(picture: &Picture, boxes: &Boxes, axis: Axis, rects: &[Rect], routes: &mut [Option<Route>]) {
    for (node, rect) in rects.iter().enumerate() {
        let mut depth = 0.0;
        for (count, edge) in loops(picture, node).enumerate() {
            let label = label_size(boxes, axis, edge);
            depth += LOOP_DEPTH;
            let half = (6.0 + 5.0 * count as f64).min(rect.size.width / 2.0 - 6.0);
            let forward = picture.edges.get(edge).is_some_and(|edge| edge.heads == Heads::Forward);
            let far = rect.top() - depth;
            let corner = |side: f64, y: f64| Point { x: rect.center.x + side * half, y };
            let tip = corner(1.0, rect.top());
            let base = if forward { corner(1.0, rect.top() - ARROW) } else { tip };
            // A cubic reaches three quarters of the way to its control points.
            let pull = rect.top() - depth * 4.0 / 3.0;
            let step = Step::Curve(corner(-1.0, pull), corner(1.0, pull), base);
            let route = Route {
                start: corner(-1.0, rect.top()),
                steps: vec![step],
                arrow: forward.then_some(Arrow { tip, base }),
                label: Some(Point { x: rect.center.x, y: far - label.height / 2.0 }),
            };
            depth += label.height;
            routes.iter_mut().skip(edge).take(1).for_each(|slot| *slot = Some(route.clone()));
        }
    }
}

fn turned(route: Route, axis: Axis) -> Route {
    let turn = |point: Point| axis.point(point);
    mapped(route, &turn)
}

fn mapped(route: Route, map: &impl Fn(Point) -> Point) -> Route {
    Route {
        start: map(route.start),
        steps: route
            .steps
            .into_iter()
            .map(|step| match step {
                Step::Line(to) => Step::Line(map(to)),
                Step::Curve(a, b, to) => Step::Curve(map(a), map(b), map(to)),
            })
            .collect(),
        arrow: route.arrow.map(|arrow| Arrow { tip: map(arrow.tip), base: map(arrow.base) }),
        label: route.label.map(map),
    }
}

/// The layout moved to the origin, with its size.
pub(super) fn fitted(layout: Layout, boxes: &Boxes) -> Layout {
    let mut rects = layout.nodes.clone();
    for (route, label) in layout.routes.iter().zip(&boxes.labels) {
        rects.extend(route.label.map(|center| Rect { center, size: label.size }));
    }
    let steps = layout.routes.iter().flat_map(|route| &route.steps);
    rects.extend(steps.map(|step| match step {
        Step::Line(to) | Step::Curve(_, _, to) => Rect { center: *to, size: Size { width: 4.0, height: 4.0 } },
    }));
    let least = |of: fn(Rect) -> f64| rects.iter().map(|rect| of(*rect)).fold(f64::INFINITY, f64::min);
    let most = |of: fn(Rect) -> f64| rects.iter().map(|rect| of(*rect)).fold(f64::NEG_INFINITY, f64::max);
    if rects.is_empty() {
        return layout;
    }
    let (left, top) = (least(Rect::left), least(Rect::top));
    let by = Point { x: -left, y: -top };
    Layout {
        size: Size { width: most(Rect::right) - left, height: most(Rect::bottom) - top },
        nodes: layout.nodes.into_iter().map(|rect| rect.moved(by)).collect(),
        routes: layout.routes.into_iter().map(|route| mapped(route, &|point| point.moved(by))).collect(),
        note: layout.note,
    }
}
