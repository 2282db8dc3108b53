//! Noun phrases: subject, object, adjunct, or another name for the one before.

use super::{Level, Parser};
use crate::reading::clause::{Clause, ClauseIx, ClauseKind, NounPhrase, PhraseIx, Role};
use crate::reading::grammar::Function;
use crate::reading::phrase::{Chunk, Voice};
use crate::reading::unit::VerbUse;

impl Parser<'_> {
    /// A noun phrase: its joined groups, then its place in the clause. Gives the chunk to go on with.
    pub(super) fn noun(&mut self, at: usize) -> usize {
        if self.is_whose(at) {
            self.relative(at);
        }
        if let Some(end) = self.gapped(at) {
            return end;
        }
        let told = self.tells_of_noun(at);
        let (groups, end) = if told { (self.alone(at), at + 1) } else { self.join(at) };
        let subject_of_next = self.verb_follows(end) || self.main_after_aside(end);
        let preposition = self.preposition.take();
        if preposition.is_some_and(|unit| self.goes_on_with(unit, &groups)) {
            return end;
        }
        let host = told.then(|| self.host_of_adjective()).flatten();
        let ix = PhraseIx(self.out.phrases.len());
        let region = self.region;
        let negation = self.not.take();
        self.out.phrases.push(NounPhrase { groups, preposition, negation, region, apposition: None, role: None });
        if let Some(host) = host {
            self.out.phrases[host.0].apposition = self.out.phrases[host.0].apposition.or(Some(ix));
            return end;
        }
        let inverted = self.inverted.take().filter(|_| preposition.is_none());
        match preposition {
            _ if inverted.is_some() => {
                if let Some(aside) = inverted {
                    self.out.clauses[aside.0].subject = Some(ix);
                    self.claim_subject(Some(ix), aside);
                }
            }
            Some(unit) => self.adjunct(unit, ix),
            None if self.top().verb.is_none() && self.top().last.is_none() => self.wait(ix),
            // "a proposal to develop a system worried": the verb to come is the waiting subject's.
            None if subject_of_next && !self.verb_awaited() => {
                self.subject_of_new_clause(ix);
            }
            None => self.object(ix),
        }
        self.comma = false;
        self.joined = None;
        self.quote = false;
        end
    }

    /// "Russia backed the treaty, China the plan": two groups side by side repeat the clause before without its verb.
    fn gapped(&mut self, at: usize) -> Option<usize> {
        let (Chunk::Noun(subject), Chunk::Noun(object)) = (self.chunk(at)?, self.chunk(at + 1)?) else { return None };
        let (subject, object) = (*subject, *object);
        let ends = matches!(self.chunk(at + 2), None | Some(Chunk::Break | Chunk::Comma))
            || matches!(self.chunk(at + 2), Some(Chunk::Word(Function::Conjunction, _)));
        let model = self.out.clause(self.top().last.filter(|_| ends && (self.comma || self.joined.is_some()))?).clone();
        let named = !self.groups.nouns[subject].referents.is_empty() && !self.groups.nouns[object].referents.is_empty();
        let plain = model.subject.is_some() && model.objects.len() == 1 && model.kind == ClauseKind::Main;
        if !(named && plain && self.groups.verbs[model.verb].voice == Voice::Active) {
            return None;
        }
        let [subject, object] = [subject, object].map(|group| {
            let ix = PhraseIx(self.out.phrases.len());
            let region = self.region;
            let phrase = NounPhrase {
                groups: vec![group],
                preposition: None,
                negation: None,
                region,
                apposition: None,
                role: None,
            };
            self.out.phrases.push(phrase);
            ix
        });
        let ix = self.clause(model.verb, model.kind, Some(subject));
        self.claim_subject(Some(subject), ix);
        self.out.phrases[object.0].role = Some((ix, Role::Object));
        self.out.clauses[ix.0].objects.push(object);
        self.out.clauses[ix.0].units.end = self.end_of(object);
        self.level().last = Some(ix);
        Some(at + 2)
    }

    /// Whether the verb to come belongs to a subject that waits already: here, or outside a statement that lacks its object
    /// ("a claim that Japan backs the plan worried").
    fn verb_awaited(&self) -> bool {
        let waits = |level: &Level| level.pending.is_some() && level.verb.is_none();
        let outside = self.stack.len().checked_sub(2).is_some_and(|below| waits(&self.stack[below]));
        let top = self.top();
        let lacks_object = top.last.is_some_and(|last| {
            let clause = self.out.clause(last);
            clause.objects.is_empty() && !self.is_speech(last) && !self.groups.verbs[clause.verb].copula
        });
        // "officials who praised Japan returned"
        let inner = top.completes.is_some() || (top.kind == ClauseKind::Relative && top.verb == top.last);
        waits(top) || (inner && outside && lacks_object && self.preposition.is_none())
    }

    /// "by Japan and by India", "not only by A but also by B": the same preposition again makes one phrase of two.
    fn goes_on_with(&mut self, preposition: usize, groups: &[usize]) -> bool {
        let (region, joined, negated) = (self.region, self.joined.is_some(), self.not.is_some());
        let word = self.units[preposition].word;
        let units = self.units;
        let Some(last) = self.out.phrases.last_mut().filter(|last| joined && !negated && last.region == region) else {
            return false;
        };
        let same = last.preposition.is_some_and(|unit| units[unit].word == word) && last.negation.is_none();
        if same {
            last.groups.extend_from_slice(groups);
            (self.comma, self.joined, self.quote) = (false, None, false);
        }
        same
    }

    pub(super) fn adjunct(&mut self, unit: usize, ix: PhraseIx) {
        if self.text(unit) == "according to" {
            // Inside a relative clause it speaks for that clause alone.
            let whole = self.top().kind != ClauseKind::Relative;
            self.out.source = self.out.source.or(whole.then_some(ix));
            return;
        }
        if let Some(clause) = self.aside.or(self.top().last) {
            self.out.clauses[clause.0].adjuncts.push((unit, ix));
            self.out.clauses[clause.0].units.end = self.end_of(ix);
            self.out.phrases[ix.0].role = Some((clause, Role::Adjunct));
        }
    }

    pub(super) fn end_of(&self, ix: PhraseIx) -> usize {
        self.out.phrases[ix.0].groups.last().map_or(0, |group| self.groups.nouns[*group].units.end)
    }

    /// A phrase before any verb: the subject to be, or another name for it.
    pub(super) fn wait(&mut self, ix: PhraseIx) {
        let comma = self.comma;
        match self.top().pending {
            Some(pending) if comma => self.out.phrases[pending.0].apposition = Some(ix),
            // "not Japan but India": what is denied stays beside what is said.
            Some(pending) if self.joined.is_some() && self.out.phrase(pending).negation.is_some() => {
                self.out.phrases[ix.0].apposition = Some(pending);
                self.level().pending = Some(ix);
            }
            _ => self.level().pending = Some(ix),
        }
    }

    /// A phrase after a verb that has a verb of its own.
    pub(super) fn subject_of_new_clause(&mut self, ix: PhraseIx) {
        let breaks = self.comma || self.joined.is_some();
        // "Asked whether it would sign, Moscow said": what a participle leads ends where its subject comes.
        let led = self.stack.len() > 1 && self.top().verb.is_some() && self.comma && self.joined.is_none();
        if led && self.stack.first().is_some_and(|main| main.fronted.is_some() && main.verb.is_none()) {
            self.close_to_main();
            self.level().pending = Some(ix);
            return;
        }
        let Some(last) = self.top().last else { return self.wait(ix) };
        let clause = self.out.clause(last);
        // "the plan that Moscow says Japan backs": what the relative clause leaves open is no object of "says".
        let open = clause.objects.is_empty() || clause.objects.iter().eq(&self.top().antecedent);
        let takes_clause = open && self.is_speech(last) && self.joined.is_none();
        if takes_clause {
            let mut level = Level::new(ClauseKind::Complement);
            level.governor = Some(last);
            level.pending = Some(ix);
            let comma = self.comma;
            self.push(level);
            self.comma = comma;
            return;
        }
        if breaks {
            // ", and she urged": the speaker goes on in a sentence of its own.
            let pronoun = self.out.phrases[ix.0]
                .groups
                .iter()
                .any(|group| self.units[self.groups.nouns[*group].head].is(Function::Pronoun));
            if pronoun && self.comma && self.joined.is_some() {
                self.close_to_main();
            }
            while self.stack.len() > 1 && matches!(self.top().kind, ClauseKind::Relative | ClauseKind::Adverbial) {
                self.stack.pop();
            }
            let level = self.level();
            level.pending = Some(ix);
            return;
        }
        // "the plan Japan backs", "hopes China agrees": under the verb before, but no statement of it.
        let mut level =
            Level::new(if clause.objects.is_empty() { ClauseKind::Complement } else { ClauseKind::Relative });
        level.governor = clause.objects.is_empty().then_some(last);
        level.pending = Some(ix);
        self.push(level);
    }

    pub(super) fn object(&mut self, ix: PhraseIx) {
        if let Some(aside) = self.aside {
            self.out.clauses[aside.0].objects.push(ix);
            return;
        }
        let Some(last) = self.top().last else { return self.wait(ix) };
        let comma = self.comma;
        let inverted = self.out.clause(last).subject.is_none()
            && self.is_speech(last)
            && self.groups.verbs[self.out.clause(last).verb].usage == VerbUse::Finite;
        let end = self.end_of(ix);
        if inverted {
            self.out.clauses[last.0].subject = Some(ix);
            self.out.phrases[ix.0].role = Some((last, Role::Subject));
            return;
        }
        let contrasted = self.out.phrase(ix).negation.is_some() && self.joined.is_some();
        let awaited = contrasted || self.sharing(last).is_some();
        if comma && !awaited {
            if let Some(before) = ix.0.checked_sub(1) {
                self.out.phrases[before].apposition = Some(ix);
            }
            return;
        }
        self.share_object(last, ix);
        let clause = &mut self.out.clauses[last.0];
        if clause.objects.len() < 2 {
            clause.objects.push(ix);
            clause.units.end = end;
            self.out.phrases[ix.0].role = Some((last, Role::Object));
        }
    }

    /// The clause joined before one that has no object yet: "has not signed, and will not sign, the treaty".
    pub(super) fn sharing(&self, last: ClauseIx) -> Option<ClauseIx> {
        let clause = self.out.clause(last);
        let before = ClauseIx(last.0.checked_sub(1)?);
        let other = self.out.clause(before);
        let bare = |clause: &Clause| clause.objects.is_empty() && clause.adjuncts.is_empty();
        let active = |clause: &Clause| {
            let verb = &self.groups.verbs[clause.verb];
            !verb.copula && verb.voice == Voice::Active && verb.usage == VerbUse::Finite && !self.speaks(verb)
        };
        let pair = bare(clause) && bare(other) && active(clause) && active(other);
        (pair && clause.subject.is_some() && clause.subject == other.subject).then_some(before)
    }

    pub(super) fn share_object(&mut self, last: ClauseIx, object: PhraseIx) {
        if let Some(before) = self.sharing(last) {
            self.out.clauses[before.0].objects.push(object);
        }
    }
}
