//! Named groups of words, and a bound on what they bring into the rules.

use std::cell::Cell;
use std::collections::BTreeMap;

use super::pattern::{PatternFault, Sequence};
use super::suggest::{ask, nearest};

/// How much all rules together may hold of what was not written out: bytes, each wording counted as [`OVERHEAD`] more.
const BUDGET: usize = 32_000_000;
/// What a wording takes beside its letters.
const OVERHEAD: usize = 64;

/// The groups of words.
#[derive(Debug)]
pub(super) struct Groups {
    /// The words of each group; none if none could be read.
    words: BTreeMap<String, Vec<Sequence>>,
    left: Cell<usize>,
}

/// What became of a group that something refers to.
pub(super) enum Found<'a> {
    /// Its words.
    Words(&'a [Sequence]),
    /// It has none that could be read, which has been told.
    Lost,
    /// There is none with this id.
    Unknown,
}

impl Default for Groups {
    fn default() -> Self {
        Self { words: BTreeMap::new(), left: Cell::new(BUDGET) }
    }
}

impl Groups {
    /// Adds a group.
    pub(super) fn add(&mut self, id: &str, words: Vec<Sequence>) {
        self.words.insert(id.to_owned(), words);
    }

    /// Looks a group up.
    pub(super) fn find(&self, id: &str) -> Found<'_> {
        match self.words.get(id).map(Vec::as_slice) {
            None => Found::Unknown,
            Some([]) => Found::Lost,
            Some(words) => Found::Words(words),
        }
    }

    /// A copy of a group's words, unless the rules hold too much already.
    pub(super) fn bring(&self, words: &[Sequence]) -> Option<Vec<Sequence>> {
        let length: usize = words.iter().map(Sequence::length).sum();
        self.spend(words.len(), length).then(|| words.to_vec())
    }

    /// Takes some wordings and their bytes from what the rules may hold; whether there was room.
    #[must_use]
    pub(super) fn spend(&self, wordings: usize, bytes: usize) -> bool {
        let left = self.left.get().checked_sub(wordings.saturating_mul(OVERHEAD).saturating_add(bytes));
        self.left.set(left.unwrap_or(self.left.get()));
        left.is_some()
    }

    /// What to do about a fault that has to do with groups.
    pub(super) fn help(&self, fault: &PatternFault) -> Option<String> {
        let PatternFault::UnknownGroup { id } = fault else { return None };
        let known = nearest(id, self.words.keys().map(String::as_str)).map(ask);
        known.or_else(|| Some(format!("a group is an item of its own: `Synonyms(id: \"{id}\", words: [\"..\"])`")))
    }
}
