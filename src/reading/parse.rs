//! From phrases to clauses: one pass, left to right, with a stack of open levels.

mod aside;
mod beyond;
mod document;
mod list;
mod noun;
mod verb;
mod word;

use std::collections::BTreeSet;

use super::clause::{ClauseIx, ClauseKind, Clauses, PhraseIx};
use super::lexicon::{Lexicon, WordId};
use super::phrase::{Chunk, Phrases, VerbGroup, verb_of_class};
use super::unit::Unit;
use crate::curation::WordClass;

/// How deep levels may nest; deeper ones are taken as flat.
const DEPTH: usize = 24;
/// How far ahead is looked for the verb of a subject.
const HORIZON: usize = 14;

/// A clause that is still open.
#[derive(Clone, Debug)]
struct Level {
    kind: ClauseKind,
    /// A noun phrase that waits for its verb.
    pending: Option<PhraseIx>,
    /// The finite clause of the level.
    verb: Option<ClauseIx>,
    /// The clause that objects and prepositions now go to.
    last: Option<ClauseIx>,
    governor: Option<ClauseIx>,
    completes: Option<usize>,
    marker: Option<usize>,
    antecedent: Option<PhraseIx>,
    /// The preposition that leads its relative pronoun: "in which".
    led: Option<usize>,
    /// A participle before its subject: "Citing the treaty, Moscow ...".
    fronted: Option<ClauseIx>,
}

impl Level {
    fn new(kind: ClauseKind) -> Self {
        Self {
            kind,
            pending: None,
            verb: None,
            last: None,
            governor: None,
            completes: None,
            marker: None,
            antecedent: None,
            led: None,
            fronted: None,
        }
    }
}

/// How a verb of saying stands aside of what it reports.
#[derive(Clone, Copy)]
enum Aside {
    /// Its subject follows it.
    Inverted,
    /// Its subject waits as if it were the sentence's own.
    After(PhraseIx),
    /// It stands between a subject and its verb.
    Between(PhraseIx),
}

struct Parser<'a> {
    units: &'a [Unit],
    groups: &'a Phrases,
    lexicon: &'a Lexicon,
    out: Clauses,
    stack: Vec<Level>,
    region: u32,
    preposition: Option<usize>,
    /// Whether a comma, or a conjunction, stands just before.
    comma: bool,
    joined: Option<usize>,
    /// "not" before a noun phrase.
    not: Option<usize>,
    /// Adverbs before a subject, for the clause to come.
    cues: Vec<usize>,
    /// Whether a quotation mark stands just before.
    quote: bool,
    /// An aside whose subject is still to come.
    inverted: Option<ClauseIx>,
    /// An aside that is not over: what follows up to the next comma or verb belongs to it.
    aside: Option<ClauseIx>,
    /// Dates before the verb that they belong to.
    waiting: Vec<(Option<usize>, usize)>,
    /// Nouns that a rule lets a statement complete: "possibility that".
    statement_nouns: &'a BTreeSet<WordId>,
}

/// The clauses of a sentence; `statement_nouns` are those that rules let a statement complete.
#[inline(never)]
pub fn parse(units: &[Unit], groups: &Phrases, lexicon: &Lexicon, statement_nouns: &BTreeSet<WordId>) -> Clauses {
    let mut parser = Parser {
        units,
        groups,
        lexicon,
        out: Clauses::default(),
        stack: vec![Level::new(ClauseKind::Main)],
        region: 0,
        preposition: None,
        comma: false,
        joined: None,
        not: None,
        cues: Vec::new(),
        quote: false,
        inverted: None,
        aside: None,
        waiting: Vec::new(),
        statement_nouns,
    };
    let mut at = 0;
    while at < groups.chunks.len() {
        at = parser.step(at);
    }
    parser.settle_dates();
    parser.out
}

impl Parser<'_> {
    fn step(&mut self, at: usize) -> usize {
        if matches!(self.groups.chunks[at], Chunk::Comma | Chunk::Break | Chunk::Quote | Chunk::Verb(_)) {
            self.aside = None;
        }
        match self.groups.chunks[at] {
            Chunk::Noun(_) => return self.noun(at),
            Chunk::Verb(verb) => self.verb(at, verb),
            Chunk::Word(function, unit) => self.word(at, function, unit),
            Chunk::Time(unit) => self.time(unit),
            Chunk::Comma => self.comma = true,
            Chunk::Break => {
                self.settle_dates();
                self.stack = vec![Level::new(ClauseKind::Main)];
                self.end_region();
            }
            Chunk::Quote => self.quote = true,
        }
        at + 1
    }

    fn level(&mut self) -> &mut Level {
        if self.stack.is_empty() {
            self.stack.push(Level::new(ClauseKind::Main));
        }
        let top = self.stack.len() - 1;
        &mut self.stack[top]
    }

    fn top(&self) -> &Level {
        &self.stack[self.stack.len() - 1]
    }

    fn push(&mut self, level: Level) {
        if self.stack.len() >= DEPTH {
            self.stack.truncate(1);
        }
        self.stack.push(level);
        self.end_region();
    }

    fn end_region(&mut self) {
        self.quote = false;
        self.not = None;
        self.region += 1;
        self.preposition = None;
        self.comma = false;
        self.joined = None;
    }

    fn chunk(&self, at: usize) -> Option<&Chunk> {
        self.groups.chunks.get(at)
    }

    fn speaks(&self, verb: &VerbGroup) -> bool {
        verb_of_class(self.units, self.lexicon, verb.head, WordClass::Speech).is_some()
    }

    fn text(&self, unit: usize) -> &str {
        self.lexicon.text(self.units[unit].word)
    }

    fn is_speech(&self, clause: ClauseIx) -> bool {
        self.speaks(&self.groups.verbs[self.out.clause(clause).verb])
    }
}
