//! From bytes of a string's value to bytes of the literal that writes it.

use crate::model::Span;

/// The span within a RON string literal that stands for a span of its value.
pub(super) fn literal_span(literal: &str, value: Span) -> Span {
    if let Some(raw) = literal.strip_prefix('r') {
        let hashes = raw.bytes().take_while(|byte| *byte == b'#').count();
        let opening = hashes + 2;
        return Span::new(value.start + opening, value.end + opening);
    }
    let Some(body) = literal.strip_prefix('"') else { return Span::new(0, literal.len()) };
    let (mut written, mut meant) = (0, 0);
    let (mut start, mut end) = (None, None);
    while written < body.len() {
        if meant >= value.start {
            start = start.or(Some(written));
        }
        if meant >= value.end {
            end = end.or(Some(written));
        }
        let (from, to) = step(body.get(written..).unwrap_or(""));
        (written, meant) = (written + from, meant + to);
    }
    let last = body.len().saturating_sub(1);
    Span::new(1 + start.unwrap_or(last), 1 + end.unwrap_or(last))
}

/// The bytes that the first character is written with, and the bytes that it has.
fn step(body: &str) -> (usize, usize) {
    let mut chars = body.chars();
    match (chars.next(), chars.next()) {
        (Some('\\'), Some('u')) => {
            let length = body.find('}').map_or(body.len(), |index| index + 1);
            let digits = body.get(3..length.saturating_sub(1)).unwrap_or("");
            (length.max(1), u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).map_or(1, char::len_utf8))
        }
        (Some('\\'), Some('x')) => {
            let code = body.get(2..4).and_then(|digits| u8::from_str_radix(digits, 16).ok()).unwrap_or(0);
            (4.min(body.len()), char::from(code).len_utf8())
        }
        (Some('\\'), Some(escaped)) => (1 + escaped.len_utf8(), 1),
        (Some(character), _) => (character.len_utf8(), character.len_utf8()),
        (None, _) => (1, 1),
    }
}
