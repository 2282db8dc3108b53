//! Where a line that runs along the picture meets the outline of a shape.

use super::boxes::{HEXAGON_INSET, NOTE_FOLD};
use super::geometry::{Axis, Size};
use super::picture::Shape;

/// The part of an ellipse's side on which lines may end; beyond it they would graze the outline.
pub(super) const ELLIPSE_REACH: f64 = 0.55;

/// Half of the stretch of a side on which lines may end.
pub(super) fn port_reach(shape: Shape, size: Size, axis: Axis) -> f64 {
    let half = size.height / 2.0;
    match (shape, axis) {
        (Shape::Official, _) => half * ELLIPSE_REACH,
        (Shape::Organisation, Axis::Down) => half - HEXAGON_INSET - 3.0,
        (Shape::Issue, _) => half - NOTE_FOLD - 1.0,
        _ => half - 7.0,
    }
    .max(0.0)
}

/// How far from the centre the outline is, `offset` away from the middle of a side.
pub(super) fn depth(shape: Shape, size: Size, axis: Axis, offset: f64) -> f64 {
    let half = size.width / 2.0;
    let part = (offset / (size.height / 2.0)).clamp(-1.0, 1.0);
    match (shape, axis) {
        (Shape::Official, _) => half * (1.0 - part * part).sqrt(),
        (Shape::Organisation, Axis::Right) => half - HEXAGON_INSET * part.abs(),
        _ => half,
    }
}
