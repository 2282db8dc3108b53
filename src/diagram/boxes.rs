//! How much room names and labels take.

use super::geometry::Size;
use super::measure::{Weight, width, wrap};
use super::picture::{PictureEdge, PictureNode, Shape};
use super::wording;

/// The font size of names.
pub(super) const NAME_SIZE: f64 = 13.0;
/// From one line of a name to the next.
pub(super) const NAME_LINE: f64 = 16.0;
/// The font size of edge labels.
pub(super) const LABEL_SIZE: f64 = 11.0;
/// From one line of an edge label to the next.
pub(super) const LABEL_LINE: f64 = 13.0;

/// Room for faces that run wider than the table.
const SPARE: f64 = 1.1;
const WIDEST_NAME: f64 = 145.0;
const WIDEST_LABEL: f64 = 150.0;
/// How far the points of a hexagon stick out.
pub(super) const HEXAGON_INSET: f64 = 12.0;
/// The side of a note's folded corner.
pub(super) const NOTE_FOLD: f64 = 9.0;

/// Lines of text and the room they take.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TextBox {
    pub lines: Vec<String>,
    pub size: Size,
}

/// The box of a node.
pub(super) fn name_box(node: &PictureNode) -> TextBox {
    let lines = wrap(&node.label, NAME_SIZE, WIDEST_NAME);
    let text = Size { width: widest(&lines, NAME_SIZE) * SPARE, height: NAME_LINE * lines.len() as f64 };
    let size = match node.shape {
        // An ellipse around a rectangle that fills 78 by 62 hundredths of it.
        Shape::Official => Size { width: text.width / 0.78 + 10.0, height: text.height / 0.62 + 6.0 },
        Shape::Organisation => Size { width: text.width + 2.0 * HEXAGON_INSET + 12.0, height: text.height + 18.0 },
        Shape::Issue => Size { width: text.width + 2.0 * NOTE_FOLD + 8.0, height: text.height + 18.0 },
        Shape::State | Shape::Office | Shape::Unknown => Size { width: text.width + 24.0, height: text.height + 18.0 },
    };
    TextBox { lines, size: size.cover(Size { width: 64.0, height: 34.0 }) }
}

/// The box of an edge's label.
pub(super) fn label_box(edge: &PictureEdge) -> TextBox {
    let lines: Vec<String> =
        wording::edge_label(edge).iter().flat_map(|line| wrap(line, LABEL_SIZE, WIDEST_LABEL)).collect();
    let size = Size { width: widest(&lines, LABEL_SIZE) * SPARE + 8.0, height: LABEL_LINE * lines.len() as f64 + 3.0 };
    TextBox { lines, size }
}

fn widest(lines: &[String], size: f64) -> f64 {
    lines.iter().map(|line| width(line, size, Weight::Regular)).fold(0.0, f64::max)
}
