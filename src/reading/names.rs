//! One trie over word ids for every name, title and multiword cue.

use rustc_hash::FxHashMap;

use super::grammar::Function;
use super::lexicon::{Lexicon, WordId};
use crate::curation::WordClass;
use crate::text::{Case, tokenize};

/// An index into the engine's table of entities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityIx(pub u32);

/// An index into the engine's table of titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TitleIx(pub u32);

/// Whether a title stands in the singular or the plural.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Number {
    /// One.
    Singular,
    /// Several.
    Plural,
}

/// What a name in the trie names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// An entity by a name or alias.
    Name(EntityIx),
    /// A state or organisation by the place or building that stands for it.
    Seat(EntityIx),
    /// A state or organisation by its adjective or its people.
    Demonym(EntityIx),
    /// A person by the last name alone.
    Surname(EntityIx),
    /// A title.
    Title(TitleIx, Number),
    /// Several words of one class: "no longer".
    Cue(WordClass),
    /// Several words that work as one function word: "because of".
    Function(FunctionIx),
}

/// A [`Function`] as a number, so that names can be ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FunctionIx(u8);

impl From<Function> for FunctionIx {
    fn from(function: Function) -> Self {
        Self(function as u8)
    }
}

impl FunctionIx {
    /// Whether it is this function.
    pub fn is(self, function: Function) -> bool {
        self.0 == function as u8
    }
}

/// A name and how its capitals must stand in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    kind: NameKind,
    /// The first token of the name with a capital, and whether all its letters are.
    capital: Option<(u8, bool)>,
}

/// The longest name at a place, and everything it may name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// How many tokens it covers.
    pub length: usize,
    /// What it may name, in order.
    pub kinds: Vec<NameKind>,
}

/// One trie for every name.
#[derive(Debug, Default)]
pub struct Names {
    steps: FxHashMap<(u32, WordId), u32>,
    entries: Vec<Vec<Entry>>,
}

impl Names {
    /// Adds a name; a leading "the" is dropped, an empty name ignored.
    pub fn add(&mut self, name: &str, kind: NameKind, lexicon: &mut Lexicon) {
        if self.entries.is_empty() {
            self.entries.push(Vec::new());
        }
        let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
        let (mut node, mut capital) = (0, None);
        for (index, token) in tokenize(name).iter().enumerate() {
            let text = token.span.of(name);
            if capital.is_none() && token.case != Case::Lower {
                capital = Some((index.min(255) as u8, token.case == Case::Upper));
            }
            let word = lexicon.intern(&text.to_lowercase());
            let fresh = self.entries.len() as u32;
            node = *self.steps.entry((node, word)).or_insert(fresh);
            if node == fresh {
                self.entries.push(Vec::new());
            }
        }
        let entry = Entry { kind, capital };
        if let Some(entries) = self.entries.get_mut(node as usize).filter(|_| node != 0)
            && let Err(place) = entries.binary_search(&entry)
        {
            entries.insert(place, entry);
        }
    }

    /// The longest name that starts at the first of these tokens.
    pub fn longest(&self, words: &[(WordId, Case)]) -> Option<Hit> {
        let (mut node, mut best) = (0, None);
        for (index, (word, _)) in words.iter().enumerate() {
            match self.steps.get(&(node, *word)).filter(|_| *word != WordId::UNKNOWN) {
                Some(next) => node = *next,
                None => break,
            }
            let entries = self.entries.get(node as usize).map_or(&[][..], Vec::as_slice);
            if entries.iter().any(|entry| fits(entry, words)) {
                best = Some((index + 1, entries));
            }
        }
        best.map(|(length, entries)| Hit {
            length,
            kinds: entries.iter().filter(|entry| fits(entry, words)).map(|entry| entry.kind).collect(),
        })
    }
}

/// Whether the text has its capitals where the name has them; a name without any fits every case.
fn fits(entry: &Entry, words: &[(WordId, Case)]) -> bool {
    entry.capital.is_none_or(|(index, all)| {
        words.get(index as usize).is_some_and(|(_, case)| *case == Case::Upper || (!all && *case == Case::Capital))
    })
}
