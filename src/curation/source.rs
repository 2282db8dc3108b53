//! A text with its path, and places in it.

use std::fmt;
use std::sync::{Arc, OnceLock};

use super::literal::literal_span;
use crate::model::Span;

/// A text and the path that messages show for it.
pub struct Source {
    /// The path as messages show it.
    pub path: String,
    /// The text.
    pub text: String,
    lines: OnceLock<Vec<usize>>,
}

impl Source {
    /// The source with this path and text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), lines: OnceLock::new() }
    }

    /// The byte each line starts at.
    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let breaks = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(breaks.map(|(index, _)| index + 1)).collect()
        })
    }

    /// The line of a byte, counted from 1, and the byte that line starts at.
    pub fn line(&self, byte: usize) -> (usize, usize) {
        let number = self.lines().partition_point(|start| *start <= byte).max(1);
        (number, self.lines().get(number - 1).copied().unwrap_or(0))
    }

    /// The byte after the last of the line that starts at a byte, its line break left out.
    pub fn line_end(&self, start: usize) -> usize {
        let rest = self.text.get(start..).unwrap_or("");
        start + rest.find('\n').unwrap_or(rest.len())
    }

    /// The line and the column in characters of a byte, both counted from 1.
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let (line, start) = self.line(byte);
        let before = self.text.get(start..byte.min(self.text.len())).unwrap_or("");
        (line, before.chars().count() + 1)
    }

    /// The span moved to the nearest character bounds within the text.
    pub fn clamp(&self, span: Span) -> Span {
        let start = floor(&self.text, span.start);
        let end = floor(&self.text, span.end.max(start));
        Span::new(start, end)
    }
}

/// The nearest character bound at or before a byte.
fn floor(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({:?}, {} bytes)", self.path, self.text.len())
    }
}

/// A span of a source.
#[derive(Clone)]
pub struct Place {
    /// The source.
    pub source: Arc<Source>,
    /// The bytes.
    pub span: Span,
}

impl Place {
    /// The place of a span in a source.
    pub fn new(source: &Arc<Source>, span: Span) -> Self {
        Self { source: Arc::clone(source), span: source.clamp(span) }
    }

    /// What places are sorted by: path, start, end.
    pub fn order(&self) -> (&str, usize, usize) {
        (&self.source.path, self.span.start, self.span.end)
    }

    /// The place, within that of a RON string, that writes a span of the string's value.
    #[must_use]
    pub fn within_string(&self, value: Span) -> Self {
        let span = literal_span(self.text(), value);
        Self::new(&self.source, Span::new(self.span.start + span.start, self.span.start + span.end))
    }

    /// The text under the place.
    pub fn text(&self) -> &str {
        self.span.of(&self.source.text)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.source.line_column(self.span.start);
        write!(f, "{}:{line}:{column}", self.source.path)
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}..{}]", self.source.path, self.span.start, self.span.end)
    }
}
