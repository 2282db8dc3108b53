//! Looking ahead: how far a list of nouns goes, and whether a verb follows it.

use super::{HORIZON, Parser};
use crate::reading::clause::ClauseKind;
use crate::reading::grammar::Function;
use crate::reading::lexicon::Forms;
use crate::reading::phrase::Chunk;
use crate::reading::unit::VerbUse;

impl Parser<'_> {
    /// "whose government": a relative clause with a subject of its own.
    pub(super) fn is_whose(&self, at: usize) -> bool {
        let Some(Chunk::Noun(group)) = self.chunk(at) else { return false };
        self.groups.nouns[*group].pronoun.is_some_and(|unit| self.text(unit) == "whose")
    }

    /// The groups joined to the one at a chunk: "A and B", "A, B and C".
    pub(super) fn join(&self, at: usize) -> (Vec<usize>, usize) {
        let mut groups = Vec::new();
        let mut end = at;
        if let Some(Chunk::Noun(group)) = self.chunk(at) {
            groups.push(*group);
            end = at + 1;
        }
        while groups.len() < 16 {
            let Some((group, next)) = self.next_joined(end, groups.len()) else { break };
            groups.push(group);
            end = next;
        }
        (groups, end)
    }

    /// The group at a chunk by itself.
    pub(super) fn alone(&self, at: usize) -> Vec<usize> {
        match self.chunk(at) {
            Some(Chunk::Noun(group)) => vec![*group],
            _ => Vec::new(),
        }
    }

    /// The next group of a list, if the list goes on.
    pub(super) fn next_joined(&self, at: usize, so_far: usize) -> Option<(usize, usize)> {
        let mut next = at;
        let comma = matches!(self.chunk(next), Some(Chunk::Comma));
        next += usize::from(comma);
        let conjunction =
            matches!(self.chunk(next), Some(Chunk::Word(Function::Conjunction, unit)) if self.text(*unit) != "but");
        next += usize::from(conjunction);
        let also = matches!(
            (self.chunk(next), self.chunk(next + 1)),
            (Some(Chunk::Word(Function::Conjunction, but)), Some(Chunk::Word(Function::Adverb, also)))
                if self.text(*but) == "but" && self.text(*also) == "also"
        );
        next += if also { 2 } else { 0 };
        let conjunction = conjunction || also;
        if conjunction {
            next = self.past_parenthesis(next);
        }
        let Some(Chunk::Noun(group)) = self.chunk(next) else { return None };
        // "with Washington, and he": a subject's form begins a clause of its own.
        let nominative = matches!(self.text(self.groups.nouns[*group].head), "he" | "she" | "they" | "we" | "i");
        if nominative && !(self.top().pending.is_none() && self.top().last.is_none()) {
            return None;
        }
        let list = match (comma, conjunction) {
            (_, true) => !self.new_clause_at(next),
            (true, false) if self.headline_pair(next) => true,
            (true, false) => self.list_closes(next + 1) && (so_far > 1 || !self.new_clause_at(next)),
            _ => false,
        };
        list.then_some((*group, next + 1))
    }

    /// "and, after some hesitation, Japan": past a phrase between commas that has no verb.
    fn past_parenthesis(&self, at: usize) -> usize {
        if !matches!(self.chunk(at), Some(Chunk::Comma)) {
            return at;
        }
        let inside = (at + 1..at + HORIZON)
            .take_while(|next| matches!(self.chunk(*next), Some(Chunk::Noun(_) | Chunk::Word(..) | Chunk::Time(_))));
        let close = at + 1 + inside.count();
        let closed = close > at + 1 && matches!(self.chunk(close), Some(Chunk::Comma));
        if closed && matches!(self.chunk(close + 1), Some(Chunk::Noun(_))) { close + 1 } else { at }
    }

    /// "Klow, Szohod sign": two names at the start of a headline whose verb is a plural.
    fn headline_pair(&self, last: usize) -> bool {
        let Some(Chunk::Verb(verb)) = self.chunk(last + 1).filter(|_| last == 2) else { return false };
        let verb = &self.groups.verbs[*verb];
        let name = |at: usize| matches!(self.chunk(at), Some(Chunk::Noun(group)) if self.groups.nouns[*group].units.len() == 1);
        name(0)
            && name(last)
            && verb.usage == VerbUse::Finite
            && self.lexicon.info(self.units[verb.head].word).forms.has(Forms::BASE)
    }

    /// Whether a comma list reaches "and" and a last group.
    pub(super) fn list_closes(&self, at: usize) -> bool {
        let mut next = at;
        for _ in 0..12 {
            let comma = usize::from(matches!(self.chunk(next), Some(Chunk::Comma)));
            match (self.chunk(next + comma), self.chunk(next + comma + 1)) {
                (Some(Chunk::Word(Function::Conjunction, _)), _) => {
                    let last = self.past_parenthesis(next + comma + 1);
                    return matches!(self.chunk(last), Some(Chunk::Noun(_)));
                }
                (Some(Chunk::Noun(_)), _) if comma == 1 => next += 2,
                _ => return false,
            }
        }
        false
    }

    /// Whether the group at a chunk is the subject of a clause of its own: a verb follows, and what came before has one.
    pub(super) fn new_clause_at(&self, at: usize) -> bool {
        let level = self.top();
        let waits = level.pending.is_some() && level.verb.is_none();
        let Some(last) = level.last.filter(|_| !waits) else { return false };
        let awaiting = self.is_speech(last) && self.out.clause(last).objects.is_empty() && self.preposition.is_none();
        !awaiting && self.verb_follows(at + 1)
    }

    /// Whether a finite verb follows, past prepositional phrases and adverbs.
    pub(super) fn verb_follows(&self, at: usize) -> bool {
        let mut next = at;
        while next < at + HORIZON {
            match self.chunk(next) {
                Some(Chunk::Verb(verb)) => return self.groups.verbs[*verb].usage == VerbUse::Finite,
                Some(Chunk::Word(Function::PrepositionOrSubordinator, _)) if self.clause_ahead(next + 1) => {
                    return false;
                }
                Some(Chunk::Word(Function::Preposition | Function::To | Function::PrepositionOrSubordinator, _)) => {
                    if !matches!(self.chunk(next + 1), Some(Chunk::Noun(_) | Chunk::Time(_))) {
                        return false;
                    }
                    next += 2;
                    while matches!(self.chunk(next), Some(Chunk::Word(Function::Conjunction, _)))
                        && matches!(self.chunk(next + 1), Some(Chunk::Noun(_)))
                    {
                        next += 2;
                    }
                }
                Some(Chunk::Word(Function::Adverb, _) | Chunk::Time(_) | Chunk::Quote) => next += 1,
                _ => return false,
            }
        }
        false
    }

    /// "As talks began, Japan, of course, left": whether an aside and a verb follow what comes after a first clause.
    pub(super) fn main_after_aside(&self, at: usize) -> bool {
        let main_waits = self.stack.first().is_some_and(|main| main.verb.is_none() && main.pending.is_none());
        let after_clause = matches!(self.top().kind, ClauseKind::Adverbial | ClauseKind::Question)
            && self.top().verb.is_some()
            && self.comma
            && self.joined.is_none();
        if !(main_waits && after_clause && matches!(self.chunk(at), Some(Chunk::Comma))) {
            return false;
        }
        let finite =
            |chunk: &Chunk| matches!(chunk, Chunk::Verb(verb) if self.groups.verbs[*verb].usage == VerbUse::Finite);
        let inside = (at + 1..at + HORIZON).take_while(|next| {
            self.chunk(*next).is_some_and(|chunk| {
                !finite(chunk) && matches!(chunk, Chunk::Noun(_) | Chunk::Word(..) | Chunk::Time(_) | Chunk::Verb(_))
            })
        });
        let close = at + 1 + inside.count();
        close > at + 1 && matches!(self.chunk(close), Some(Chunk::Comma)) && self.chunk(close + 1).is_some_and(finite)
    }

    /// Whether a noun group stands right before a finite verb.
    pub(super) fn clause_ahead(&self, at: usize) -> bool {
        let verb = |chunk: Option<&Chunk>| matches!(chunk, Some(Chunk::Verb(verb)) if self.groups.verbs[*verb].usage == VerbUse::Finite);
        matches!(self.chunk(at), Some(Chunk::Noun(_))) && verb(self.chunk(at + 1))
    }

    /// Whether a noun group and its verb come next: what "after" and "as" then lead is a clause.
    pub(super) fn subject_ahead(&self, at: usize) -> bool {
        matches!(self.chunk(at), Some(Chunk::Noun(_))) && self.verb_follows(self.join(at).1)
    }
}
