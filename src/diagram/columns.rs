//! A layout for more than a layered one can show: names in columns, straight lines between them.

use super::geometry::{Point, Rect, Size};
use super::layout::{Arrow, Boxes, Layout, Route, Step};
use super::picture::{Heads, Picture, PictureEdge, Shape};

const ROW_GAP: f64 = 14.0;
const COLUMN_GAP: f64 = 60.0;
/// Between the actors and the issues.
const MIDDLE_GAP: f64 = 240.0;
/// Columns are tall: much of the width is gaps.
const ROWS_PER_COLUMN: f64 = 2.4;
const ARROW: f64 = 7.0;

/// The layout in columns: actors to the left, issues to the right.
pub(super) fn layout(picture: &Picture, boxes: &Boxes) -> Layout {
    let (issues, actors): (Vec<usize>, Vec<usize>) = (0..picture.nodes.len())
        .partition(|node| picture.nodes.get(*node).is_some_and(|node| node.shape == Shape::Issue));
    let cell = boxes.names.iter().fold(Size::default(), |cell, name| cell.cover(name.size));
    let rows = ((picture.nodes.len() as f64 * ROWS_PER_COLUMN).sqrt().ceil() as usize).max(1);
    let mut nodes: Vec<Rect> =
        boxes.names.iter().map(|name| Rect { center: Point::default(), size: name.size }).collect();
    let mut left = 0.0;
    for block in [actors, issues] {
        let columns = block.len().div_ceil(rows);
        let rows = block.len().div_ceil(columns.max(1)).max(1);
        for (place, node) in block.iter().enumerate() {
            let (column, row) = ((place / rows) as f64, (place % rows) as f64);
            let center = Point {
                x: left + column * (cell.width + COLUMN_GAP) + cell.width / 2.0,
                y: row * (cell.height + ROW_GAP) + cell.height / 2.0,
            };
            nodes.iter_mut().skip(*node).take(1).for_each(|rect| rect.center = center);
        }
        if columns > 0 {
            left += columns as f64 * (cell.width + COLUMN_GAP) + MIDDLE_GAP;
        }
    }
    let routes = picture.edges.iter().map(|edge| line(edge, &nodes)).collect();
    let note = Some("Too much for a layered picture: actors stand in columns to the left, issues to the right.");
    super::route::fitted(
        Layout { size: Size::default(), nodes, routes, note },
        &Boxes { names: Vec::new(), labels: Vec::new() },
    )
}

fn line(edge: &PictureEdge, nodes: &[Rect]) -> Route {
    let ends = nodes.get(edge.from).zip(nodes.get(edge.to));
    let Some((from, to)) = ends.filter(|_| edge.from != edge.to) else {
        let start = nodes.get(edge.from).map(|rect| rect.center).unwrap_or_default();
        return Route { start, steps: Vec::new(), arrow: None, label: None };
    };
    let start = border(*from, to.center);
    let tip = border(*to, from.center);
    let way = ((tip.x - start.x).powi(2) + (tip.y - start.y).powi(2)).sqrt().max(1.0);
    let back = (ARROW / way).min(0.5);
    let base = Point { x: tip.x + (start.x - tip.x) * back, y: tip.y + (start.y - tip.y) * back };
    match edge.heads {
        Heads::Forward => Route { start, steps: vec![Step::Line(base)], arrow: Some(Arrow { tip, base }), label: None },
        Heads::None => Route { start, steps: vec![Step::Line(tip)], arrow: None, label: None },
    }
}

/// Where the line from a rectangle's centre to a point leaves it.
fn border(rect: Rect, to: Point) -> Point {
    let (dx, dy) = (to.x - rect.center.x, to.y - rect.center.y);
    let scale = |half: f64, way: f64| if way.abs() < 0.01 { f64::INFINITY } else { half / way.abs() };
    let t = scale(rect.size.width / 2.0, dx).min(scale(rect.size.height / 2.0, dy)).min(1.0);
    Point { x: rect.center.x + dx * t, y: rect.center.y + dy * t }
}
