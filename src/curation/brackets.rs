//! The brackets that are open at a place in a file.

use std::collections::BTreeMap;

/// The brackets that are open: kind and byte.
#[derive(Default)]
pub(super) struct Open {
    brackets: Vec<(u8, usize)>,
    /// How many of each kind, so that a stray bracket costs no search.
    counts: BTreeMap<u8, usize>,
}

impl Open {
    /// Whether none is.
    pub(super) fn is_empty(&self) -> bool {
        self.brackets.is_empty()
    }

    /// How many are.
    pub(super) fn depth(&self) -> usize {
        self.brackets.len()
    }

    /// The innermost.
    pub(super) fn last(&self) -> Option<(u8, usize)> {
        self.brackets.last().copied()
    }

    /// Opens one.
    pub(super) fn push(&mut self, kind: u8, at: usize) {
        self.brackets.push((kind, at));
        *self.counts.entry(kind).or_default() += 1;
    }

    /// Closes the innermost.
    pub(super) fn pop(&mut self) -> Option<(u8, usize)> {
        let (kind, at) = self.brackets.pop()?;
        *self.counts.entry(kind).or_default() -= 1;
        Some((kind, at))
    }

    /// Closes the last bracket of a kind and those within it; gives the byte of the outermost of those.
    pub(super) fn pop_to(&mut self, wanted: u8) -> Option<usize> {
        if self.counts.get(&wanted).is_none_or(|count| *count == 0) {
            return None;
        }
        let mut inner = None;
        while let Some((kind, at)) = self.pop() {
            if kind == wanted {
                break;
            }
            inner = Some(at);
        }
        inner
    }
}
