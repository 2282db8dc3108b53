//! Where the checks put what they find.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::diagnostic::{Code, Diagnostic, Severity};
use super::parse::Piece;
use super::source::Place;
use super::tree::{Shape, Step};
use crate::model::Span;

/// How many diagnostics a file may give before the rest are only counted.
const MOST: usize = 1_000;

/// Collects diagnostics; keeps the shapes of the last items looked into, and stops at too many of one file.
#[derive(Default)]
pub(super) struct Sink {
    diagnostics: Vec<Diagnostic>,
    counts: BTreeMap<String, (usize, Option<Place>)>,
    shapes: Vec<((usize, Span), Shape)>,
}

impl Sink {
    /// Takes diagnostics as they are.
    pub(super) fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.diagnostics.extend(diagnostics);
    }

    /// Reports something about the value at the end of a path into an item.
    pub(super) fn report(&mut self, piece: &Piece, path: &[Step<'_>], make: impl FnOnce(Place) -> Diagnostic) {
        self.report_with(piece, |sink| make(sink.place(piece, path)));
    }

    /// Reports something about an item, made only if there is room for it.
    pub(super) fn report_with(&mut self, piece: &Piece, make: impl FnOnce(&mut Self) -> Diagnostic) {
        let count = self.counts.entry(piece.source.path.clone()).or_default();
        count.0 += 1;
        if count.0 <= MOST {
            let diagnostic = make(self);
            self.diagnostics.push(diagnostic);
        } else if count.1.is_none() {
            count.1 = Some(Place::new(&piece.source, Span::default()));
        }
    }

    /// The place of the value at the end of a path into an item.
    pub(super) fn place(&mut self, piece: &Piece, path: &[Step<'_>]) -> Place {
        let key = (Arc::as_ptr(&piece.source) as usize, piece.span);
        if !self.shapes.iter().any(|(known, _)| *known == key) {
            self.shapes.truncate(3);
            self.shapes.insert(0, (key, piece.shape()));
        }
        match self.shapes.iter().find(|(known, _)| *known == key) {
            Some((_, shape)) => piece.place_in(shape, path),
            None => Place::new(&piece.source, piece.span),
        }
    }

    /// Everything found.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        for (count, place) in self.counts.into_values() {
            if let Some(place) = place {
                let message = format!("too many mistakes: {} more are not shown", count - MOST);
                self.diagnostics.push(Diagnostic::new(Severity::Note, Code::TooMany, message, place));
            }
        }
        self.diagnostics
    }
}
