//! Verbs of saying that stand aside of what they report: ", the sources said,".

use super::{Aside, Level, Parser};
use crate::reading::clause::ClauseKind;
use crate::reading::grammar::Function;
use crate::reading::phrase::Chunk;

impl Parser<'_> {
    /// Whether a verb of saying stands aside of the sentence it reports, and who speaks: ", the sources said,", "... ," said
    /// the minister", "Freedonia, Zubrowka says, opposes".
    pub(super) fn aside(&self, at: usize, verb: usize, level: &Level) -> Option<Aside> {
        let next = self.chunk(at + 1);
        let ends = matches!(next, None | Some(Chunk::Comma | Chunk::Quote | Chunk::Break | Chunk::Time(_)));
        let after_clause = level.verb.is_some() || self.stack.len() > 1;
        let pending = level.pending.map(|pending| &self.out.phrases[pending.0]);
        if !self.speaks(&self.groups.verbs[verb]) {
            return None;
        }
        // "the treaty on which Moscow insists" is no aside; "which, Moscow says, breaks it" has one.
        let set_off = matches!(at.checked_sub(2).and_then(|before| self.chunk(before)), Some(Chunk::Comma));
        if level.antecedent.is_some() && level.verb.is_none() {
            let between = set_off && matches!(next, Some(Chunk::Comma));
            return level.pending.filter(|_| between).map(Aside::After);
        }
        if matches!(next, Some(Chunk::Noun(_))) && (self.comma || self.quote) && (after_clause || self.quote) {
            let inverted = level.pending.is_none() || self.quote;
            return inverted.then_some(Aside::Inverted);
        }
        let interrupting = pending.and_then(|pending| pending.apposition).filter(|_| ends && level.verb.is_none());
        if interrupting.is_some() && !after_clause {
            return interrupting.map(Aside::Between);
        }
        let told = level.verb.is_some() && set_off && self.nothing_follows(at + 1);
        (ends || told || self.quoted_before(at))
            .then_some(())
            .and(level.pending.filter(|_| after_clause))
            .map(Aside::After)
    }

    /// Whether no verb, and so no statement, follows a chunk: ", the minister told Interfax on Monday."
    fn nothing_follows(&self, at: usize) -> bool {
        let verb = |chunk: &Chunk| matches!(chunk, Chunk::Verb(_) | Chunk::Word(Function::That, _));
        at < self.groups.chunks.len() && !self.groups.chunks[at..].iter().any(verb)
    }

    /// Whether the subject of the verb at a chunk comes right after a closing quotation mark: `"...," the minister told`.
    pub(super) fn quoted_before(&self, at: usize) -> bool {
        let noun = at.checked_sub(1).filter(|before| matches!(self.chunk(*before), Some(Chunk::Noun(_))));
        noun.and_then(|noun| noun.checked_sub(1)).is_some_and(|before| matches!(self.chunk(before), Some(Chunk::Quote)))
    }

    /// An aside leaves the clause around it as it was.
    pub(super) fn add_aside(&mut self, verb: usize, aside: Aside, level: &Level) {
        let subject = match aside {
            Aside::Inverted => None,
            Aside::After(subject) | Aside::Between(subject) => Some(subject),
        };
        let ix = self.clause(verb, ClauseKind::Aside, subject);
        self.claim_subject(subject, ix);
        self.aside = Some(ix);
        match aside {
            Aside::Inverted => self.inverted = Some(ix),
            Aside::After(_) => self.level().pending = None,
            Aside::Between(_) => {
                if let Some(pending) = level.pending {
                    self.out.phrases[pending.0].apposition = None;
                }
            }
        }
    }
}
