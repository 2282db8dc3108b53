//! Where everything goes.

use super::boxes::{TextBox, label_box, name_box};
use super::geometry::{Axis, Point, Rect, Size};
use super::levels::{Plan, levels};
use super::picture::Picture;
use super::{columns, layered};

/// A piece of a line, from where the last one ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Step {
    Line(Point),
    Curve(Point, Point, Point),
}

/// An arrow head.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Arrow {
    /// Where it points to.
    pub tip: Point,
    /// The middle of its base.
    pub base: Point,
}

/// An edge as drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Route {
    pub start: Point,
    pub steps: Vec<Step>,
    pub arrow: Option<Arrow>,
    /// The centre of its label.
    pub label: Option<Point>,
}

/// A picture as drawn, its left upper corner at the origin.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Layout {
    pub size: Size,
    /// In the order of the picture's nodes.
    pub nodes: Vec<Rect>,
    /// In the order of the picture's edges.
    pub routes: Vec<Route>,
    /// What the reader should know of it.
    pub note: Option<&'static str>,
}

/// The texts of a picture and the room they take.
pub(super) struct Boxes {
    pub names: Vec<TextBox>,
    /// Empty where edges carry no labels.
    pub labels: Vec<TextBox>,
}

impl Boxes {
    pub fn of(picture: &Picture) -> Self {
        let labels = if picture.has_labels() { picture.edges.iter().map(label_box).collect() } else { Vec::new() };
        Self { names: picture.nodes.iter().map(name_box).collect(), labels }
    }
}

/// The layout of a picture: the best of several layered ones, or columns if there is too much of it.
pub(super) fn layout(picture: &Picture, boxes: &Boxes) -> Layout {
    if picture.is_crowded() {
        return columns::layout(picture, boxes);
    }
    let plans = [Plan::IssuesLast, Plan::IssuesMiddle].map(|plan| levels(picture, plan));
    let (first, second) = (&plans[0], &plans[1]);
    let mut tries = vec![(Axis::Right, first), (Axis::Down, first)];
    if first != second {
        tries.extend([(Axis::Right, second), (Axis::Down, second)]);
    }
    let candidates = tries
        .into_iter()
        .flat_map(|(axis, levels)| layered::orders(picture).into_iter().map(move |order| (axis, levels, order)))
        .filter_map(|(axis, levels, order)| layered::layout(picture, boxes, axis, levels, &order));
    candidates
        .min_by(|a, b| a.cost.total_cmp(&b.cost))
        .map_or_else(|| columns::layout(picture, boxes), |best| best.layout)
}
