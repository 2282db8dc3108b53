//! The lines of edges.

use std::fmt::Write;

use crate::diagram::geometry::Point;
use crate::diagram::layout::{Arrow, Route, Step};
use crate::diagram::picture::{Heads, PictureEdge};
use crate::diagram::xml::number;
use crate::model::Line;

const HALF_ARROW: f64 = 4.2;

/// How a line looks.
#[derive(Clone, Copy, Debug)]
pub(in crate::diagram) struct Stroke<'a> {
    pub color: &'a str,
    pub line: Line,
    pub width: f64,
}

impl<'a> Stroke<'a> {
    /// The stroke of an edge: the more claims, the thicker.
    pub fn of(edge: &'a PictureEdge) -> Self {
        let width = 1.4 + 0.45 * (edge.claims.max(1) as f64).ln();
        Self { color: &edge.color, line: edge.line, width: width.min(3.4) }
    }

    /// The line and the arrow head of a route, moved.
    pub fn path(&self, route: &Route, by: Point) -> String {
        let mut d = format!("M{}", pair(route.start.moved(by)));
        for step in &route.steps {
            // Writing to a string does not fail.
            let _ = match step {
                Step::Line(to) => write!(d, "L{}", pair(to.moved(by))),
                Step::Curve(a, b, to) => {
                    write!(d, "C{} {} {}", pair(a.moved(by)), pair(b.moved(by)), pair(to.moved(by)))
                }
            };
        }
        let arrow = route.arrow.map(|arrow| Arrow { tip: arrow.tip.moved(by), base: arrow.base.moved(by) });
        format!("<path d=\"{d}\" fill=\"none\" {}/>{}", self.look(), arrow.map_or_else(String::new, |a| self.head(a)))
    }

    /// A short straight line for a legend.
    pub fn sample(&self, at: Point, length: f64, heads: Heads) -> String {
        let end = Point { x: at.x + length, y: at.y };
        let base = Point { x: end.x - 9.0, y: at.y };
        let (to, arrow) = match heads {
            Heads::Forward => (base, Some(Arrow { tip: end, base })),
            Heads::None => (end, None),
        };
        self.path(&Route { start: at, steps: vec![Step::Line(to)], arrow, label: None }, Point::default())
    }

    fn look(&self) -> String {
        let dashes = match self.line {
            Line::Solid => "",
            Line::Dashed => " stroke-dasharray=\"7 4\"",
            Line::Dotted => " stroke-dasharray=\"0.1 4.5\" stroke-linecap=\"round\"",
        };
        // Round dots of a thin line are hard to see.
        let width = if self.line == Line::Dotted { self.width + 0.7 } else { self.width };
        format!("stroke=\"{}\" stroke-width=\"{}\"{dashes}", self.color, number(width))
    }

    fn head(&self, arrow: Arrow) -> String {
        let (dx, dy) = (arrow.tip.x - arrow.base.x, arrow.tip.y - arrow.base.y);
        let length = (dx * dx + dy * dy).sqrt().max(0.01);
        let half = HALF_ARROW + (self.width - 1.4) * 0.6;
        let (nx, ny) = (-dy / length * half, dx / length * half);
        let left = Point { x: arrow.base.x + nx, y: arrow.base.y + ny };
        let right = Point { x: arrow.base.x - nx, y: arrow.base.y - ny };
        let points = [arrow.tip, left, right].map(|point| format!("{},{}", number(point.x), number(point.y)));
        format!("<polygon points=\"{}\" fill=\"{}\"/>", points.join(" "), self.color)
    }
}

fn pair(point: Point) -> String {
    format!("{} {}", number(point.x), number(point.y))
}
