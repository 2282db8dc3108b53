//! What a document has named so far, for the words that refer back.

use std::collections::VecDeque;

use super::names::EntityIx;
use super::table::Referent;
use crate::model::Span;

/// Something named: its referents and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// What was named; several for a joined phrase.
    pub referents: Vec<Referent>,
    /// Where.
    pub span: Span,
    /// The sentence, counted from 0.
    pub sentence: usize,
}

/// What a document has named so far.
#[derive(Clone, Debug, Default)]
pub struct Discourse {
    /// The sentence that is being read, counted from 0.
    pub sentence: usize,
    /// Persons named in full, whose last names are understood from there on.
    pub persons: Vec<EntityIx>,
    /// The subjects of main clauses, latest first.
    pub subjects: VecDeque<Named>,
    /// Everything mentioned, latest first.
    pub mentions: VecDeque<Named>,
}

/// How many earlier mentions are kept.
const MEMORY: usize = 48;

impl Discourse {
    /// Remembers a mention.
    pub fn mention(&mut self, named: Named) {
        self.mentions.push_front(named);
        self.mentions.truncate(MEMORY);
    }

    /// Remembers the subject of a main clause.
    pub fn subject(&mut self, named: Named) {
        self.subjects.push_front(named);
        self.subjects.truncate(8);
    }

    /// Remembers a person named in full.
    pub fn person(&mut self, person: EntityIx) {
        if !self.persons.contains(&person) {
            self.persons.push(person);
        }
    }
}
