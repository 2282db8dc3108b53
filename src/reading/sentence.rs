//! One sentence with everything that the stages found in it.

use super::clause::{Clause, ClauseIx, Clauses, PhraseIx};
use super::compiled::Compiled;
use super::discourse::Discourse;
use super::lexicon::{Lexicon, WordId};
use super::mention::{Mention, MentionKind, Words};
use super::phrase::{NounGroup, Phrases, VerbGroup, Voice, verb_of_class};
use super::table::{Sort, Table};
use super::time::TimeMention;
use super::unit::{Tag, Unit};
use crate::curation::WordClass;
use crate::model::{Date, Span};

/// One sentence with everything that the stages found in it.
pub struct SentenceView<'a> {
    /// The words of English.
    pub lexicon: &'a Lexicon,
    /// The entities.
    pub table: &'a Table,
    /// The rules.
    pub rules: &'a Compiled,
    /// The tokens.
    pub words: &'a Words<'a>,
    /// The mentions.
    pub mentions: &'a [Mention],
    /// The dates.
    pub times: &'a [TimeMention],
    /// The units.
    pub units: &'a [Unit],
    /// The noun and verb groups.
    pub groups: &'a Phrases,
    /// The clauses.
    pub clauses: &'a Clauses,
    /// What came before in the document.
    pub discourse: &'a Discourse,
    /// The article's date.
    pub day: Option<Date>,
}

impl SentenceView<'_> {
    /// The noun group under a place in the list.
    pub fn group(&self, at: usize) -> &NounGroup {
        &self.groups.nouns[at]
    }

    /// The verb group of a clause.
    pub fn verb(&self, clause: &Clause) -> &VerbGroup {
        &self.groups.verbs[clause.verb]
    }

    /// The bytes of some units.
    pub fn span(&self, units: std::ops::Range<usize>) -> Span {
        let first = &self.units[units.start.min(self.units.len() - 1)];
        let last = &self.units[units.end.saturating_sub(1).max(units.start).min(self.units.len() - 1)];
        let tokens = self.words.tokens;
        tokens[first.start].span.join(tokens[last.end - 1].span)
    }

    /// The bytes of a clause's verb group.
    pub fn verb_span(&self, clause: &Clause) -> Span {
        self.span(self.verb(clause).units.clone())
    }

    /// The bytes of a noun group.
    pub fn group_span(&self, at: usize) -> Span {
        self.span(self.group(at).units.clone())
    }

    /// Whether a clause is in the passive.
    pub fn is_passive(&self, clause: &Clause) -> bool {
        self.verb(clause).voice == Voice::Passive
    }

    /// The bytes of one unit.
    pub fn unit_span(&self, unit: usize) -> Span {
        self.span(unit..unit + 1)
    }

    /// The word of a unit, lower case.
    pub fn word(&self, unit: usize) -> WordId {
        self.units[unit].word
    }

    /// The text of a unit's word, empty if it is of no use to the engine.
    pub fn text(&self, unit: usize) -> &str {
        self.lexicon.text(self.units[unit].word)
    }

    /// Whether a unit is of a class of words.
    pub fn is(&self, unit: usize, class: WordClass) -> bool {
        self.units[unit].has_class(class, self.lexicon)
    }

    /// The word of a unit, in the singular if it is a plural.
    pub fn singular(&self, unit: usize) -> WordId {
        let word = self.word(unit);
        self.lexicon.info(word).singular.unwrap_or(word)
    }

    /// Whether a unit's word, or its singular, is this word.
    pub fn is_noun(&self, unit: usize, noun: WordId) -> bool {
        let word = self.units[unit].word;
        word == noun || self.lexicon.info(word).singular == Some(noun)
    }

    /// The base verbs that the head of a clause may be a form of.
    pub fn lemmas(&self, clause: &Clause) -> impl Iterator<Item = WordId> {
        self.lexicon.info(self.word(self.verb(clause).head)).verbs.iter().map(|(base, _)| *base)
    }

    /// Whether the head verb of a clause is of a class.
    pub fn verb_is(&self, clause: &Clause, class: WordClass) -> bool {
        self.verb_of_class(clause, class).is_some()
    }

    /// The last unit of the head verb of a clause, if it is of a class: "with" in "met with".
    pub fn verb_of_class(&self, clause: &Clause, class: WordClass) -> Option<usize> {
        verb_of_class(self.units, self.lexicon, self.verb(clause).head, class)
    }

    /// Whether a noun phrase is what a verb of a class governs: its object, or what the verb's own preposition leads.
    pub fn is_object_of(&self, clause: &Clause, phrase: PhraseIx, class: WordClass) -> bool {
        let Some(last) = self.verb_of_class(clause, class) else { return false };
        let led_by = self.clauses.phrase(phrase).preposition;
        if last == self.verb(clause).head || self.verb(clause).units.contains(&last) {
            return led_by.is_none();
        }
        led_by.is_none() || led_by == Some(last)
    }

    /// Whether a mention is whose an issue is, inside what names it: "U.S." in "the U.S. missile plan".
    pub fn is_inside_issue(&self, mention: usize) -> bool {
        self.groups.nouns.iter().filter(|group| group.sort == Some(Sort::Issue)).any(|group| {
            let owners = group.modifiers.iter().chain(&group.possessor).filter(|unit| **unit != group.head);
            owners.into_iter().any(|unit| self.units[*unit].tag == Tag::Mention(mention))
        })
    }

    /// The clause that a phrase belongs to.
    pub fn clause_of(&self, phrase: PhraseIx) -> Option<(ClauseIx, super::clause::Role)> {
        self.clauses.phrase(phrase).role
    }

    /// The first adjunct of a clause under a preposition.
    pub fn adjunct(&self, clause: &Clause, preposition: WordId) -> Option<PhraseIx> {
        clause.adjuncts.iter().find(|(unit, _)| self.word(*unit) == preposition).map(|(_, phrase)| *phrase)
    }

    /// The adjuncts of a clause under a preposition.
    pub fn adjuncts(&self, clause: &Clause, preposition: WordId) -> Vec<PhraseIx> {
        let under = |(unit, phrase): &(usize, PhraseIx)| (self.word(*unit) == preposition).then_some(*phrase);
        clause.adjuncts.iter().filter_map(under).collect()
    }

    /// The first phrase after one, in its stretch, under a preposition.
    pub fn complement(&self, phrase: PhraseIx, preposition: WordId) -> Option<PhraseIx> {
        self.clauses
            .following(phrase)
            .find(|next| self.clauses.phrase(*next).preposition.is_some_and(|unit| self.word(unit) == preposition))
    }

    /// The phrase right after one, if it is under a preposition.
    pub fn next_under(&self, phrase: PhraseIx, preposition: &str) -> Option<PhraseIx> {
        let next = self.clauses.following(phrase).next()?;
        self.clauses.phrase(next).preposition.filter(|unit| self.text(*unit) == preposition).map(|_| next)
    }

    /// Whether something in the sentence was given from outside.
    pub fn has_given(&self) -> bool {
        self.mentions.iter().any(|mention| mention.kind == MentionKind::Given)
    }

    /// The clauses that a clause governs.
    pub fn governed(&self, by: ClauseIx) -> impl Iterator<Item = (ClauseIx, &Clause)> {
        self.clauses
            .clauses
            .iter()
            .enumerate()
            .skip(by.0)
            .take(12)
            .filter(move |(_, clause)| clause.governor == Some(by))
            .map(|(at, clause)| (ClauseIx(at), clause))
    }

    /// The clauses that complete a noun group.
    pub fn completing(&self, group: usize) -> impl Iterator<Item = (ClauseIx, &Clause)> {
        let starts = self.group(group).head;
        let first = self.clauses.clauses.partition_point(|clause| self.verb(clause).units.start < starts);
        self.clauses
            .clauses
            .iter()
            .enumerate()
            .skip(first)
            .take(6)
            .filter(move |(_, clause)| clause.completes == Some(group))
            .map(|(at, clause)| (ClauseIx(at), clause))
    }
}
