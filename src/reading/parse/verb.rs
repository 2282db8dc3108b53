//! Verb groups: each opens a clause and takes the subject that is its own or shared.

use super::document::Told;
use super::{Level, Parser};
use crate::reading::clause::{Clause, ClauseIx, ClauseKind, NounPhrase, PhraseIx, Role};
use crate::reading::lexicon::Forms;
use crate::reading::phrase::Chunk;
use crate::reading::unit::{Tag, VerbUse};

impl Parser<'_> {
    pub(super) fn verb(&mut self, at: usize, verb: usize) {
        match self.groups.verbs[verb].usage {
            VerbUse::Finite => self.finite(at, verb),
            VerbUse::Base => self.infinitive(at, verb),
            VerbUse::Gerund => self.gerund(at, verb),
            VerbUse::Participle => self.participle(at, verb),
        }
    }

    pub(super) fn clause(&mut self, verb: usize, kind: ClauseKind, subject: Option<PhraseIx>) -> ClauseIx {
        let ix = ClauseIx(self.out.clauses.len());
        let units = self.groups.verbs[verb].units.clone();
        self.out.clauses.push(Clause {
            verb,
            kind,
            subject,
            antecedents: Vec::new(),
            objects: Vec::new(),
            adjuncts: Vec::new(),
            particles: Vec::new(),
            governor: None,
            led_by: None,
            completes: None,
            marker: None,
            conditions: Vec::new(),
            cues: Vec::new(),
            negation: None,
            times: Vec::new(),
            shares: None,
            units,
        });
        self.end_region();
        ix
    }

    pub(super) fn finite(&mut self, at: usize, verb: usize) {
        let (comma, joined) = (self.comma, self.joined.is_some());
        let nor = self.joined.filter(|unit| self.text(*unit) == "nor");
        self.leave_finished_relative(comma, joined);
        if joined && self.goes_on_above(verb) {
            self.stack.pop();
        }
        let level = self.top().clone();
        if let Some(aside) = self.aside(at, verb, &level) {
            self.add_aside(verb, aside, &level);
            return;
        }
        let shared = level.verb.filter(|_| joined || comma).map(|clause| self.out.clause(clause).clone());
        let subject = match (level.pending, level.kind, &shared) {
            (Some(pending), ..) => Some(pending),
            (None, ClauseKind::Relative, _) if level.verb.is_none() && level.led.is_some() => None,
            (None, ClauseKind::Relative, _) if level.verb.is_none() => {
                level.antecedent.map(|antecedent| self.agreeing(antecedent, verb))
            }
            (None, _, Some(clause)) => clause.subject,
            _ => None,
        };
        let ix = self.clause(verb, level.kind, subject);
        if level.pending.is_some() {
            self.claim_subject(subject, ix);
        }
        let clause = &mut self.out.clauses[ix.0];
        clause.governor = level.governor;
        clause.completes = level.completes;
        clause.marker = level.marker;
        clause.negation = nor;
        clause.cues = std::mem::take(&mut self.cues);
        clause.times = std::mem::take(&mut self.waiting);
        // "whose government opposes it": what "whose" stands for is no object.
        let whose = |ix: PhraseIx| {
            let first = self.out.phrases[ix.0].groups.first().and_then(|group| self.groups.nouns[*group].pronoun);
            first.is_some_and(|unit| self.text(unit) == "whose")
        };
        let open = level.kind == ClauseKind::Relative && level.pending.is_some_and(|pending| !whose(pending));
        let clause = &mut self.out.clauses[ix.0];
        match level.led {
            _ if !open => {}
            Some(preposition) => clause.adjuncts.extend(level.antecedent.map(|antecedent| (preposition, antecedent))),
            None => clause.objects.extend(level.antecedent),
        }
        if let Some(fronted) = level.fronted {
            let fronted_clause = &mut self.out.clauses[fronted.0];
            fronted_clause.subject = fronted_clause.subject.or(subject);
            self.out.clauses[fronted.0].governor = Some(ix);
        }
        let level = self.level();
        level.pending = None;
        level.fronted = None;
        level.verb = Some(ix);
        level.last = Some(ix);
    }

    /// "A and B, who was visiting": a verb in the singular tells of the last alone.
    fn agreeing(&mut self, antecedent: PhraseIx, verb: usize) -> PhraseIx {
        let phrase = self.out.phrase(antecedent);
        let several = phrase.groups.len() > 1;
        let first = self.groups.verbs[verb].units.start;
        let third = self.lexicon.info(self.units[first].word).forms.has(Forms::THIRD);
        let singular = third || matches!(self.text(first), "was" | "is" | "has" | "does");
        let Some(last) = phrase.groups.last().copied().filter(|_| several && singular) else { return antecedent };
        let alone =
            NounPhrase { groups: vec![last], preposition: None, apposition: None, role: None, ..phrase.clone() };
        self.out.phrases.push(alone);
        PhraseIx(self.out.phrases.len() - 1)
    }

    pub(super) fn claim_subject(&mut self, subject: Option<PhraseIx>, ix: ClauseIx) {
        if let Some(subject) = subject {
            self.out.phrases[subject.0].role = Some((ix, Role::Subject));
        }
    }

    /// A relative clause that has its verb is over when the next verb comes for a subject that waits outside.
    pub(super) fn leave_finished_relative(&mut self, comma: bool, joined: bool) {
        if comma && let Some(waits) = self.waiting_outside() {
            self.stack.truncate(waits + 1);
        }
        while self.stack.len() > 1 {
            let (top, below) = (&self.stack[self.stack.len() - 1], &self.stack[self.stack.len() - 2]);
            let waiting = below.pending.is_some() && below.verb.is_none();
            let over = top.verb.is_some() && top.pending.is_none() && waiting && (!joined || comma);
            if !over {
                return;
            }
            self.stack.pop();
        }
    }

    /// The nearest level below finished ones whose subject waits for its verb: ", which said that Japan backs the plan, opposes".
    fn waiting_outside(&self) -> Option<usize> {
        let finished =
            self.stack.iter().rev().take_while(|level| level.verb.is_some() && level.pending.is_none()).count();
        let waits = self.stack.len().checked_sub(finished + 1).filter(|_| finished > 0)?;
        let level = &self.stack[waits];
        (level.pending.is_some() && level.verb.is_none()).then_some(waits)
    }

    pub(super) fn infinitive(&mut self, at: usize, verb: usize) {
        let level = self.top().clone();
        let bare = self.groups.verbs[verb].infinitive.is_none();
        let completes = match at.checked_sub(1).and_then(|before| self.chunk(before)) {
            // A name takes no infinitive: in "asked Japan to drop", the verb does.
            Some(Chunk::Noun(group)) => {
                Some(*group).filter(|group| self.units[self.groups.nouns[*group].head].tag == Tag::Noun)
            }
            _ => None,
        };
        let earlier = level
            .last
            .filter(|_| bare && (self.joined.is_some() || self.comma))
            .map(|last| self.out.clause(last).clone());
        let nor = self.joined.filter(|unit| self.text(*unit) == "nor");
        let ix = self.clause(verb, ClauseKind::Infinitive, None);
        let clause = &mut self.out.clauses[ix.0];
        clause.negation = nor;
        match earlier {
            // "refused to join the union or support the dam", "would undermine one and wreck the other"
            Some(earlier) => {
                clause.kind = earlier.kind;
                clause.governor = earlier.governor;
                clause.completes = earlier.completes;
                clause.subject = earlier.subject;
                clause.marker = earlier.marker;
                clause.shares = level.last.filter(|_| earlier.kind != ClauseKind::Infinitive);
            }
            None => {
                clause.governor = level.last;
                clause.completes = completes;
            }
        }
        self.level().last = Some(ix);
    }

    pub(super) fn gerund(&mut self, at: usize, verb: usize) {
        let level = self.top().clone();
        let (preposition, comma) = (self.preposition.take(), self.comma);
        let nearest = self.out.phrases.len().checked_sub(1).map(PhraseIx);
        let before = at.checked_sub(1).and_then(|before| self.chunk(before)).cloned();
        let after_noun = matches!(before, Some(Chunk::Noun(_)));
        let told = match before {
            Some(Chunk::Noun(_) | Chunk::Time(_)) if preposition.is_none() && !comma && self.joined.is_none() => {
                self.told_before()
            }
            _ => Told::Other,
        };
        let governing = preposition.and_then(|_| self.governing_noun(at));
        let above = level.governor.filter(|_| level.kind == ClauseKind::Adverbial && level.verb.is_none());
        let main_subject = level.verb.or(above).and_then(|verb| self.out.clause(verb).subject).or(level.pending);
        // "a statement supporting the dam": what is no actor supports nothing; whoever made it does.
        let names = nearest.is_some_and(|nearest| {
            self.out.phrases[nearest.0].groups.iter().any(|group| !self.groups.nouns[*group].referents.is_empty())
        });
        let led = nearest.is_some_and(|nearest| self.out.phrase(nearest).preposition.is_some());
        let ix = self.clause(verb, ClauseKind::Gerund, None);
        let clause = &mut self.out.clauses[ix.0];
        clause.led_by = preposition;
        clause.completes = governing;
        clause.governor = level.last.or(level.verb).or(above);
        clause.subject = match (&told, preposition, comma) {
            (Told::Document(document), ..) => document.giver,
            (Told::Unclear, ..) => None,
            (_, None, true) => main_subject,
            (_, None, false) if after_noun && (names || led) => nearest,
            (_, None, false) if after_noun || above.is_some() => main_subject,
            _ => None,
        };
        match told {
            Told::Document(document) => {
                clause.completes = Some(document.group);
                let phrase = self.out.phrase(document.phrase);
                let (place, led_by) = (phrase.role, phrase.preposition);
                self.out.clauses[ix.0].governor = place.map(|(clause, _)| clause);
                // "In a statement criticising Japan, Moscow said"
                if led_by.is_some_and(|unit| matches!(self.text(unit), "in" | "with" | "through" | "by")) {
                    return self.open_non_finite(ix, &level);
                }
                self.level().last = Some(ix);
                return;
            }
            Told::Unclear => {
                clause.governor = None;
                self.level().last = Some(ix);
                return;
            }
            Told::Other => {}
        }
        if preposition.is_none() && (comma || above.is_some()) {
            clause.governor = level.verb.or(above);
        }
        self.open_non_finite(ix, &level);
    }

    /// "a commitment to supporting": the noun before a preposition whose gerund a rule tells of.
    fn governing_noun(&self, at: usize) -> Option<usize> {
        let Some(Chunk::Noun(group)) = at.checked_sub(2).and_then(|before| self.chunk(before)) else { return None };
        let head = &self.units[self.groups.nouns[*group].head];
        (head.tag == Tag::Noun && self.lexicon.info(head.word).governs_gerund).then_some(*group)
    }

    pub(super) fn participle(&mut self, at: usize, verb: usize) {
        let level = self.top().clone();
        let comma = self.comma;
        let before = at.checked_sub(1).and_then(|before| self.chunk(before)).cloned();
        let after_noun = matches!(before, Some(Chunk::Noun(_) | Chunk::Time(_)));
        let region = self.region;
        let chain: Vec<PhraseIx> = (0..self.out.phrases.len())
            .rev()
            .take(4)
            .take_while(|at| self.out.phrases[*at].region == region)
            .map(PhraseIx)
            .collect();
        let main_subject = level.verb.and_then(|verb| self.out.clause(verb).subject).or(level.pending);
        let ix = self.clause(verb, ClauseKind::Participle, None);
        let clause = &mut self.out.clauses[ix.0];
        clause.governor = level.verb;
        if after_noun && !comma {
            clause.subject = chain.first().copied();
            clause.antecedents = chain.into_iter().rev().collect();
        } else {
            clause.subject = main_subject;
        }
        self.open_non_finite(ix, &level);
    }

    pub(super) fn open_non_finite(&mut self, ix: ClauseIx, level: &Level) {
        let fronted = level.verb.is_none() && level.pending.is_none() && level.kind == ClauseKind::Main;
        let top = self.level();
        if fronted && top.fronted.is_none() {
            top.fronted = Some(ix);
        }
        top.last = Some(ix);
    }
}
