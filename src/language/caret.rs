//! A line of text with a caret under a part of it.

use crate::model::Span;

/// How much of a long line is shown on either side of the part pointed at, in characters.
const MARGIN: usize = 60;

/// The line that a span starts in, and under it carets below the span; control characters show as spaces.
///
/// ```
/// use demarche::{language::caret, model::Span};
/// assert_eq!(caret("china opposes", Span::new(6, 13)), "  | china opposes\n  |       ^^^^^^^");
/// ```
pub fn caret(text: &str, span: Span) -> String {
    let start = floor(text, span.start);
    let head = text.get(..start).unwrap_or("");
    let line_start = head.rfind('\n').map_or(0, |at| at + 1);
    let before: Vec<char> = text.get(line_start..start).unwrap_or("").chars().collect();
    let rest = text.get(start..).unwrap_or("").split('\n').next().unwrap_or("");
    let width = text.get(start..floor(text, span.end.max(start))).unwrap_or("").chars().count();
    let width = width.min(rest.chars().count()).clamp(1, MARGIN);
    let cut = before.len().saturating_sub(MARGIN);
    let shown: String =
        before.iter().skip(cut).copied().chain(rest.chars().take(width + MARGIN)).map(visible).collect();
    let pad = " ".repeat(before.len() - cut);
    format!("  | {}\n  | {pad}{}", shown.trim_end(), "^".repeat(width))
}

fn visible(character: char) -> char {
    if character.is_control() { ' ' } else { character }
}

/// The last character boundary at or before an offset.
fn floor(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
