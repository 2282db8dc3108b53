//! Colours.

use super::picture::Shape;
use crate::model::Sign;

/// Fill and outline.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint {
    pub fill: &'static str,
    pub outline: &'static str,
}

/// The colours of a shape: every shape has its own hue.
pub(super) fn paint(shape: Shape) -> Paint {
    let (fill, outline) = match shape {
        Shape::State => ("#dceaf7", "#2b5c8a"),
        Shape::Organisation => ("#e8e2f5", "#5b4b9a"),
        Shape::Official => ("#dff3ee", "#1f7a68"),
        Shape::Office => ("#f6f1ea", "#7a6248"),
        Shape::Issue => ("#fff6cf", "#8a7400"),
        Shape::Unknown => ("#f4f4f4", "#6b6b6b"),
    };
    Paint { fill, outline }
}

/// The colour given if it is `#rrggbb`, else one for the sign.
pub(super) fn edge_color(given: Option<&str>, sign: Sign) -> String {
    let is_color = |text: &&str| {
        text.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    let default = match sign {
        Sign::Negative => "#c0392b",
        Sign::Neutral => "#5f6b7a",
        Sign::Positive => "#1e8449",
    };
    given.filter(is_color).unwrap_or(default).to_ascii_lowercase()
}
