//! What a document has named so far, for the words that refer back.

use std::collections::VecDeque;

use super::lexicon::WordId;
use super::names::{EntityIx, Number};
use super::table::Referent;
use super::time::Anchor;
use crate::model::Span;

/// Whether a sentence is about what it names, or names it by the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Centre {
    /// A subject or an object.
    Main,
    /// Who speaks aside of what is said: ", the minister added".
    Speaker,
    /// Anywhere else.
    Aside,
    /// Inside what names something else: "U.S." in "the U.S. missile plan".
    Inside,
}

/// Something named: its referents and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// What was named; several for a joined phrase, none for a subject that names nothing known.
    pub referents: Vec<Referent>,
    /// Where.
    pub span: Span,
    /// The sentence, counted from 0.
    pub sentence: usize,
    /// How central it was.
    pub centre: Centre,
    /// One or several.
    pub number: Number,
}

/// A speaker without a name, as first worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unnamed {
    /// The singular of the head: "source".
    pub noun: WordId,
    /// One or several.
    pub number: Number,
    /// The words.
    pub span: Span,
    /// Whom they belong to.
    pub of: Option<Referent>,
    /// The last sentence that lets them speak, counted from 0.
    pub sentence: usize,
}

/// What a document has named so far.
#[derive(Clone, Debug, Default)]
pub struct Discourse {
    /// The sentence that is being read, counted from 0.
    pub sentence: usize,
    /// Persons named in full, whose last names are understood from there on.
    pub persons: Vec<EntityIx>,
    /// The subjects of each sentence, the latest sentence first, its main subject before the others.
    pub subjects: VecDeque<Named>,
    /// Everything mentioned, latest first.
    pub mentions: VecDeque<Named>,
    /// Every issue mentioned in the document, with the last place.
    pub issues: Vec<(EntityIx, Span)>,
    /// Speakers without a name, latest first.
    pub unnamed: VecDeque<Unnamed>,
    /// The last sentence with an object that names nothing known: it may be what "it" means.
    pub unnamed_object: Option<usize>,
    /// The last date that the text gives.
    pub date: Option<Anchor>,
}

/// How many earlier mentions are kept.
const MEMORY: usize = 48;
/// How many issues are kept.
const ISSUES: usize = 64;

impl Discourse {
    /// Remembers a mention.
    pub fn mention(&mut self, named: Named) {
        self.mentions.push_front(named);
        self.mentions.truncate(MEMORY);
    }

    /// Remembers the subjects of a sentence, in the order in which they may be meant.
    pub fn subjects(&mut self, subjects: Vec<Named>) {
        subjects.into_iter().rev().for_each(|named| self.subjects.push_front(named));
        self.subjects.truncate(12);
    }

    /// Remembers an issue.
    pub fn issue(&mut self, issue: EntityIx, span: Span) {
        self.issues.retain(|(known, _)| *known != issue);
        self.issues.push((issue, span));
        if self.issues.len() > ISSUES {
            self.issues.remove(0);
        }
    }

    /// Remembers a speaker without a name; one that spoke before moves to the front.
    pub fn speaker(&mut self, speaker: Unnamed) {
        self.unnamed.retain(|known| known.span != speaker.span);
        self.unnamed.push_front(speaker);
        self.unnamed.truncate(8);
    }

    /// Remembers a person named in full.
    pub fn person(&mut self, person: EntityIx) {
        if !self.persons.contains(&person) {
            self.persons.push(person);
        }
    }
}
