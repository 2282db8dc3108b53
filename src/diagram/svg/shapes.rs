//! The outlines of nodes.

use crate::diagram::boxes::{HEXAGON_INSET, NOTE_FOLD};
use crate::diagram::geometry::Rect;
use crate::diagram::picture::Shape;
use crate::diagram::style::paint;
use crate::diagram::xml::number;

/// The outline of a shape that fills a rectangle.
pub(in crate::diagram) fn outline(shape: Shape, rect: Rect) -> String {
    let paint = paint(shape);
    let look = format!("fill=\"{}\" stroke=\"{}\" stroke-width=\"1.4\"", paint.fill, paint.outline);
    match shape {
        Shape::State => boxed(rect, &format!("rx=\"{}\" {look}", number(8.0f64.min(rect.size.height / 3.0)))),
        Shape::Office => boxed(rect, &format!("{look} stroke-dasharray=\"5 3\"")),
        Shape::Unknown => boxed(rect, &look),
        Shape::Official => ellipse(rect, &look),
        Shape::Organisation => hexagon(rect, &look),
        Shape::Issue => note(rect, &look),
    }
}

fn boxed(rect: Rect, look: &str) -> String {
    let (x, y) = (number(rect.left()), number(rect.top()));
    let (width, height) = (number(rect.size.width), number(rect.size.height));
    format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {look}/>")
}

fn ellipse(rect: Rect, look: &str) -> String {
    let (x, y) = (number(rect.center.x), number(rect.center.y));
    let (rx, ry) = (number(rect.size.width / 2.0), number(rect.size.height / 2.0));
    format!("<ellipse cx=\"{x}\" cy=\"{y}\" rx=\"{rx}\" ry=\"{ry}\" {look}/>")
}

fn hexagon(rect: Rect, look: &str) -> String {
    let inset = HEXAGON_INSET.min(rect.size.height / 2.0);
    let points = [
        (rect.left(), rect.center.y),
        (rect.left() + inset, rect.top()),
        (rect.right() - inset, rect.top()),
        (rect.right(), rect.center.y),
        (rect.right() - inset, rect.bottom()),
        (rect.left() + inset, rect.bottom()),
    ];
    format!("<polygon points=\"{}\" {look}/>", points.map(|(x, y)| format!("{},{}", number(x), number(y))).join(" "))
}

/// A sheet with its upper right corner folded.
fn note(rect: Rect, look: &str) -> String {
    let fold = NOTE_FOLD.min(rect.size.height / 2.5);
    let (left, top, right, bottom) =
        (number(rect.left()), number(rect.top()), number(rect.right()), number(rect.bottom()));
    let (inner, below) = (number(rect.right() - fold), number(rect.top() + fold));
    format!(
        "<path d=\"M{left} {top}H{inner}L{right} {below}V{bottom}H{left}ZM{inner} {top}V{below}H{right}\" \
         stroke-linejoin=\"round\" {look}/>"
    )
}
