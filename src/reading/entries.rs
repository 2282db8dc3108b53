//! The wordings under one trigger word, found by the noun or complement that they ask for.

use std::ops::Range;

use super::compiled::Entry;
use super::lexicon::WordId;

/// The wordings of one trigger word.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    /// Those that ask for nothing first, then by what they ask for.
    all: Vec<Entry>,
    /// Where those of each word asked for stand, by that word.
    asked: Vec<(WordId, Range<usize>)>,
}

impl Entries {
    /// Adds a wording; [`Self::sort`] has to follow.
    pub fn push(&mut self, entry: Entry) {
        self.all.push(entry);
    }

    /// Makes the wordings ready to be found.
    pub fn sort(&mut self) {
        self.all.sort_by_key(key);
        self.asked.clear();
        for (at, word) in self.all.iter().map(key).enumerate() {
            let Some(word) = word else { continue };
            match self.asked.last_mut().filter(|(last, _)| *last == word) {
                Some((_, range)) => range.end = at + 1,
                None => self.asked.push((word, at..at + 1)),
            }
        }
    }

    /// All wordings.
    pub fn all(&self) -> &[Entry] {
        &self.all
    }

    /// Those that ask for no noun or complement, and those that ask for one of some words, each given once.
    pub fn asking<'a>(&'a self, words: &'a [WordId]) -> impl Iterator<Item = &'a Entry> {
        let plain = self.asked.first().map_or(self.all.len(), |(_, range)| range.start);
        let found = words.iter().filter_map(|word| {
            let at = self.asked.binary_search_by_key(word, |(asked, _)| *asked).ok()?;
            self.asked.get(at)
        });
        let asked = found.flat_map(|(_, range)| self.all.get(range.clone()).unwrap_or_default());
        self.all.iter().take(plain).chain(asked)
    }
}

/// The word that a wording asks for: the noun of a light verb, the first word after the object.
fn key(entry: &Entry) -> Option<WordId> {
    entry.noun.or_else(|| entry.complement.first().copied())
}
