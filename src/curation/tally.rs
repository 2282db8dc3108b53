//! How much each data file holds.

use std::collections::BTreeMap;

use super::item::Item;
use super::parse::Piece;
use super::words;

/// How much a data file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileTally {
    /// Its path, as messages show it.
    pub path: String,
    /// States, organisations and officials.
    pub actors: usize,
    /// Issues.
    pub issues: usize,
    /// Grounds.
    pub grounds: usize,
    /// Titles.
    pub titles: usize,
    /// What entities and titles are called in texts: names, aliases, demonyms, seats.
    pub names: usize,
    /// Relations.
    pub relations: usize,
    /// Frames, patterns and operators.
    pub rules: usize,
    /// The texts that rules are tried on.
    pub examples: usize,
    /// Words that are listed: of rules and of classes, verbs, irregular forms.
    pub words: usize,
}

/// Counts items by file, in the order of layers and paths.
pub(super) fn tally<'a>(pieces: impl Iterator<Item = &'a Piece>) -> Vec<FileTally> {
    let mut files: BTreeMap<(usize, &str), FileTally> = BTreeMap::new();
    for piece in pieces {
        let path = piece.source.path.as_str();
        let file =
            files.entry((piece.layer, path)).or_insert_with(|| FileTally { path: path.to_owned(), ..<_>::default() });
        file.add(&piece.item);
    }
    files.into_values().collect()
}

impl FileTally {
    /// The sum of several files.
    pub fn total<'a>(files: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut total = Self { path: "all".to_owned(), ..Self::default() };
        for file in files {
            let pairs = total.counts_mut().into_iter().zip(file.counts());
            pairs.for_each(|(sum, count)| *sum += count);
        }
        total
    }

    /// The counts, in the order of the fields.
    pub fn counts(&self) -> [usize; 9] {
        [
            self.actors,
            self.issues,
            self.grounds,
            self.titles,
            self.names,
            self.relations,
            self.rules,
            self.examples,
            self.words,
        ]
    }

    fn counts_mut(&mut self) -> [&mut usize; 9] {
        [
            &mut self.actors,
            &mut self.issues,
            &mut self.grounds,
            &mut self.titles,
            &mut self.names,
            &mut self.relations,
            &mut self.rules,
            &mut self.examples,
            &mut self.words,
        ]
    }

    fn add(&mut self, item: &Item) {
        let (listed, named) = (words::all(item).len(), words::names(item).len());
        match item {
            Item::State(_) | Item::Organisation(_) | Item::Official(_) => self.actors += 1,
            Item::Issue(_) => self.issues += 1,
            Item::Ground(_) => self.grounds += 1,
            Item::Title(_) => self.titles += 1,
            Item::Relation(_) => self.relations += 1,
            Item::Frame(_) | Item::Pattern(_) | Item::Operator(_) => self.rules += 1,
            Item::Words(_) | Item::Synonyms(_) | Item::Verbs(_) | Item::Irregulars(_) | Item::Extend(_) => {}
        }
        match item {
            Item::Title(_) => self.names += listed,
            Item::Frame(_)
            | Item::Operator(_)
            | Item::Synonyms(_)
            | Item::Words(_)
            | Item::Verbs(_)
            | Item::Irregulars(_) => {
                self.words += listed;
            }
            Item::Ground(_) | Item::Relation(_) | Item::Pattern(_) => {}
            _ => self.names += named,
        }
        self.examples += match item {
            Item::Frame(rule) => rule.examples.len() + rule.rejects.len(),
            Item::Pattern(rule) => rule.examples.len() + rule.rejects.len(),
            Item::Operator(rule) => rule.examples.len() + rule.rejects.len(),
            _ => 0,
        };
    }
}
