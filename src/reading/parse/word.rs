//! Function words: what prepositions, conjunctions, "that" and "which" open and close.

use super::{Level, Parser};
use crate::curation::WordClass;
use crate::reading::clause::{ClauseKind, PhraseIx};
use crate::reading::grammar::Function;
use crate::reading::phrase::Chunk;
use crate::reading::table::Sort;
use crate::reading::unit::Tag;

impl Parser<'_> {
    pub(super) fn word(&mut self, at: usize, function: Function, unit: usize) {
        match function {
            Function::Preposition | Function::To => self.preposition(at, unit),
            Function::PrepositionOrSubordinator => {
                if self.subject_ahead(at + 1) {
                    self.subordinate(unit);
                } else {
                    self.preposition(at, unit);
                }
            }
            Function::Subordinator if self.asks(at, unit) => self.question(),
            Function::Subordinator => self.subordinate(unit),
            Function::Conjunction => {
                self.joined = Some(unit);
                let contrasts = matches!(self.chunk(at + 1), Some(Chunk::Word(Function::Not, _)));
                if self.text(unit) == "but" && self.comma && !contrasts {
                    self.close_to_main();
                }
            }
            // "Should Japan reject the plan, ..."
            Function::Modal if at == 0 && self.text(unit) == "should" => self.subordinate(unit),
            Function::That => self.that(at),
            Function::Relative => self.relative(at),
            Function::Not => self.not = Some(unit),
            Function::Adverb if self.top().verb.is_none() => self.cues.push(unit),
            _ => {}
        }
    }

    pub(super) fn preposition(&mut self, at: usize, unit: usize) {
        let leads = matches!(
            self.chunk(at + 1),
            Some(
                Chunk::Noun(_)
                    | Chunk::Time(_)
                    | Chunk::Verb(_)
                    | Chunk::Quote
                    | Chunk::Word(Function::Adverb | Function::Relative, _)
            )
        );
        if leads {
            self.preposition = Some(unit);
        } else if let Some(clause) = self.top().last {
            self.out.clauses[clause.0].particles.push(unit);
        }
    }

    /// Whether a word leads a question that is only reported: "whether", or "if" and "what" right after a verb.
    pub(super) fn asks(&self, at: usize, unit: usize) -> bool {
        let after_verb = matches!(at.checked_sub(1).and_then(|before| self.chunk(before)), Some(Chunk::Verb(_)));
        match self.text(unit) {
            "whether" => true,
            "if" | "what" | "how" | "why" | "where" => after_verb,
            _ => false,
        }
    }

    pub(super) fn question(&mut self) {
        let mut level = Level::new(ClauseKind::Question);
        level.governor = self.top().last;
        self.push(level);
    }

    pub(super) fn subordinate(&mut self, unit: usize) {
        let mut level = Level::new(ClauseKind::Adverbial);
        level.marker = Some(unit);
        level.governor = self.top().verb;
        if let Some(governor) = level.governor {
            self.out.clauses[governor.0].conditions.push(unit);
        }
        self.push(level);
    }

    /// "that": a relative after a noun and before a verb, else the head of a complement.
    pub(super) fn that(&mut self, at: usize) {
        let group = match at.checked_sub(1).and_then(|before| self.chunk(before)) {
            Some(Chunk::Noun(group)) => Some(*group),
            _ => None,
        };
        let relative = match (group, self.chunk(at + 1)) {
            (Some(_), Some(Chunk::Verb(_))) => true,
            (Some(group), Some(Chunk::Noun(_))) => !self.takes_statement(group),
            _ => false,
        };
        if relative {
            return self.relative(at);
        }
        // "said that A ... and that B": the second stands beside the first.
        if self.joined.is_some()
            && group.is_none()
            && self.top().kind == ClauseKind::Complement
            && self.top().verb.is_some()
        {
            let Level { governor, completes, .. } = *self.top();
            self.stack.pop();
            self.push(Level { governor, completes, ..Level::new(ClauseKind::Complement) });
            return;
        }
        let mut level = Level::new(ClauseKind::Complement);
        level.governor = self.top().last.or(self.top().verb);
        level.completes = self.stated_by().or(group).or_else(|| self.equated(at));
        self.push(level);
    }

    /// "a statement by Tokyo that": the noun that a statement completes stands before whose it is.
    fn stated_by(&self) -> Option<usize> {
        let [.., noun, by] = self.out.phrases.as_slice() else { return None };
        let leads = by.preposition.is_some_and(|unit| matches!(self.text(unit), "by" | "from" | "of"));
        let group = *noun.groups.last().filter(|_| leads && by.region == noun.region && by.region == self.region)?;
        let head = &self.units[self.groups.nouns[group].head];
        head.has_class(WordClass::SpeechNoun, self.lexicon).then_some(group)
    }

    /// The noun that a form of "be" makes a statement of: "its view is that", "\"It is our view,\" he added, \"that".
    fn equated(&self, at: usize) -> Option<usize> {
        let last = self.out.clause(self.top().last?);
        let copula = self.groups.verbs[last.verb].copula;
        let directly = matches!(at.checked_sub(1).and_then(|before| self.chunk(before)), Some(Chunk::Verb(_)));
        let phrase = if directly { last.subject? } else { *last.objects.first()? };
        self.out.phrase(phrase).groups.last().copied().filter(|_| copula)
    }

    /// Whether "that" after a noun group begins a statement: after a name, a noun of saying, or under a verb of saying.
    pub(super) fn takes_statement(&self, group: usize) -> bool {
        let head = &self.units[self.groups.nouns[group].head];
        let stating =
            [WordClass::SpeechNoun, WordClass::Transparent].iter().any(|class| head.has_class(*class, self.lexicon));
        let operator = self.statement_nouns.contains(&head.word);
        if self.groups.nouns[group].sort == Some(Sort::Issue) {
            return false;
        }
        head.tag != Tag::Noun || stating || operator || self.top().last.is_some_and(|last| self.is_speech(last))
    }

    pub(super) fn relative(&mut self, at: usize) {
        let mut level = Level::new(ClauseKind::Relative);
        // "Freedonia and Graustark, both of which": what the pronoun counts comes before it.
        let counted = at.checked_sub(2).and_then(|before| self.chunk(before)).is_some_and(|chunk| match chunk {
            Chunk::Noun(group) => self.units[self.groups.nouns[*group].head].is(Function::Determiner),
            _ => false,
        });
        let back =
            if counted && matches!(self.chunk(at - 1), Some(Chunk::Word(Function::Preposition, _))) { 2 } else { 1 };
        let who = matches!(self.chunk(at), Some(Chunk::Word(_, unit)) if matches!(self.text(*unit), "who" | "whom"));
        let nearest = self.out.phrases.len().checked_sub(back).map(PhraseIx);
        level.antecedent = nearest.map(|nearest| match self.person_before(nearest).filter(|_| who) {
            Some(person) => person,
            None => self.antecedent(nearest),
        });
        // "some of which" tells what is counted; "in which" leads to it.
        let whose = matches!(self.chunk(at), Some(Chunk::Noun(_)));
        level.led = self.preposition.filter(|unit| !whose && self.text(*unit) != "of");
        level.governor = None;
        self.push(level);
    }

    /// "farmers in Japan who": a state is no person, but what it is told of may be.
    fn person_before(&self, nearest: PhraseIx) -> Option<PhraseIx> {
        let phrase = self.out.phrase(nearest);
        let state = phrase.groups.iter().all(|group| self.groups.nouns[*group].sort == Some(Sort::State));
        let before = nearest.0.checked_sub(1).map(PhraseIx).filter(|_| state && phrase.preposition.is_some())?;
        (self.out.phrase(before).region == phrase.region).then_some(before)
    }

    /// "a ban for the coast that Japan proposed": the issue before, if what a preposition leads names nothing.
    fn antecedent(&self, nearest: PhraseIx) -> PhraseIx {
        let sort = |ix: PhraseIx| {
            let groups = &self.out.phrase(ix).groups;
            groups.last().and_then(|group| self.groups.nouns[*group].sort)
        };
        let before = nearest.0.checked_sub(1).map(PhraseIx).filter(|before| {
            let (before, nearest) = (self.out.phrase(*before), self.out.phrase(nearest));
            nearest.preposition.is_some() && before.region == nearest.region
        });
        before.filter(|before| sort(nearest).is_none() && sort(*before) == Some(Sort::Issue)).unwrap_or(nearest)
    }

    /// Leaves complements and relatives: ", but Japan ..." is said by no one above.
    pub(super) fn close_to_main(&mut self) {
        self.stack.truncate(1);
    }

    pub(super) fn time(&mut self, unit: usize) {
        let entry = (self.preposition.take(), unit);
        let level = self.top();
        let verb_to_come = self.joined.is_some() || (level.verb.is_none() && self.stack.len() > 1);
        match self.aside.or(level.last) {
            _ if verb_to_come && self.aside.is_none() => self.waiting.push(entry),
            Some(clause) => self.out.clauses[clause.0].times.push(entry),
            None => self.out.fronted_times.push(entry),
        }
    }

    /// Dates whose verb did not come belong to the verb before.
    pub(super) fn settle_dates(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        match self.out.clauses.last_mut() {
            Some(clause) => clause.times.extend(waiting),
            None => self.out.fronted_times.extend(waiting),
        }
    }
}
