//! From phrases to clauses: one pass, left to right, with a stack of open levels.

use std::collections::BTreeSet;

use super::clause::{Clause, ClauseIx, ClauseKind, Clauses, NounPhrase, PhraseIx, Role};
use super::grammar::Function;
use super::lexicon::{Lexicon, WordId};
use super::phrase::{Chunk, Phrases, VerbGroup, Voice};
use super::unit::{Tag, Unit, VerbUse};
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
    /// Nouns that a rule lets a statement complete: "possibility that".
    statement_nouns: &'a BTreeSet<WordId>,
}

/// The clauses of a sentence; `statement_nouns` are those that rules let a statement complete.
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
        statement_nouns,
    };
    let mut at = 0;
    while at < groups.chunks.len() {
        at = parser.step(at);
    }
    parser.out
}

impl Parser<'_> {
    fn step(&mut self, at: usize) -> usize {
        match self.groups.chunks[at] {
            Chunk::Noun(_) => return self.noun(at),
            Chunk::Verb(verb) => self.verb(at, verb),
            Chunk::Word(function, unit) => self.word(at, function, unit),
            Chunk::Time(unit) => self.time(unit),
            Chunk::Comma => self.comma = true,
            Chunk::Break => {
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
        self.lexicon.verb_is(self.units[verb.head].word, WordClass::Speech)
    }

    fn text(&self, unit: usize) -> &str {
        self.lexicon.text(self.units[unit].word)
    }

    fn is_speech(&self, clause: ClauseIx) -> bool {
        self.speaks(&self.groups.verbs[self.out.clause(clause).verb])
    }

    // Words

    fn word(&mut self, at: usize, function: Function, unit: usize) {
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
            Function::That => self.that(at),
            Function::Relative => self.relative(at),
            Function::Not => self.not = Some(unit),
            Function::Adverb if self.top().verb.is_none() => self.cues.push(unit),
            _ => {}
        }
    }

    fn preposition(&mut self, at: usize, unit: usize) {
        let leads = matches!(
            self.chunk(at + 1),
            Some(Chunk::Noun(_) | Chunk::Time(_) | Chunk::Verb(_) | Chunk::Quote | Chunk::Word(Function::Adverb, _))
        );
        if leads {
            self.preposition = Some(unit);
        } else if let Some(clause) = self.top().last {
            self.out.clauses[clause.0].particles.push(unit);
        }
    }

    /// Whether a word leads a question that is only reported: "whether", or "if" and "what" right after a verb.
    fn asks(&self, at: usize, unit: usize) -> bool {
        let after_verb = matches!(at.checked_sub(1).and_then(|before| self.chunk(before)), Some(Chunk::Verb(_)));
        match self.text(unit) {
            "whether" => true,
            "if" | "what" | "how" | "why" | "where" => after_verb,
            _ => false,
        }
    }

    fn question(&mut self) {
        let mut level = Level::new(ClauseKind::Question);
        level.governor = self.top().last;
        self.push(level);
    }

    fn subordinate(&mut self, unit: usize) {
        let mut level = Level::new(ClauseKind::Adverbial);
        level.marker = Some(unit);
        level.governor = self.top().verb;
        self.push(level);
    }

    /// "that": a relative after a noun and before a verb, else the head of a complement.
    fn that(&mut self, at: usize) {
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
        let mut level = Level::new(ClauseKind::Complement);
        level.governor = self.top().last.or(self.top().verb);
        level.completes = group;
        self.push(level);
    }

    /// Whether "that" after a noun group begins a statement: after a name, a noun of saying, or under a verb of saying.
    fn takes_statement(&self, group: usize) -> bool {
        let head = &self.units[self.groups.nouns[group].head];
        let stating =
            [WordClass::SpeechNoun, WordClass::Transparent].iter().any(|class| head.has_class(*class, self.lexicon));
        let operator = self.statement_nouns.contains(&head.word);
        let issue = head.tag == Tag::Noun && !self.groups.nouns[group].referents.is_empty();
        if issue {
            return false;
        }
        head.tag != Tag::Noun || stating || operator || self.top().last.is_some_and(|last| self.is_speech(last))
    }

    fn relative(&mut self, at: usize) {
        let mut level = Level::new(ClauseKind::Relative);
        // "Freedonia and Graustark, both of which": what the pronoun counts comes before it.
        let counted = at.checked_sub(2).and_then(|before| self.chunk(before)).is_some_and(|chunk| match chunk {
            Chunk::Noun(group) => self.units[self.groups.nouns[*group].head].is(Function::Determiner),
            _ => false,
        });
        let back =
            if counted && matches!(self.chunk(at - 1), Some(Chunk::Word(Function::Preposition, _))) { 2 } else { 1 };
        level.antecedent = self.out.phrases.len().checked_sub(back).map(PhraseIx);
        level.governor = None;
        self.push(level);
    }

    /// Leaves complements and relatives: ", but Japan ..." is said by no one above.
    fn close_to_main(&mut self) {
        self.stack.truncate(1);
    }

    fn time(&mut self, unit: usize) {
        let entry = (self.preposition.take(), unit);
        match self.top().last {
            Some(clause) => self.out.clauses[clause.0].times.push(entry),
            None => self.out.fronted_times.push(entry),
        }
    }

    // Nouns

    /// A noun phrase: its joined groups, then its place in the clause. Gives the chunk to go on with.
    fn noun(&mut self, at: usize) -> usize {
        if self.is_whose(at) {
            self.relative(at);
        }
        let (groups, end) = self.join(at);
        let subject_of_next = self.verb_follows(end);
        let preposition = self.preposition.take();
        let ix = PhraseIx(self.out.phrases.len());
        let region = self.region;
        let negation = self.not.take();
        self.out.phrases.push(NounPhrase { groups, preposition, negation, region, apposition: None, role: None });
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
            None if subject_of_next && !(self.top().pending.is_some() && self.top().verb.is_none()) => {
                self.subject_of_new_clause(ix);
            }
            None => self.object(ix),
        }
        self.comma = false;
        self.joined = None;
        self.quote = false;
        end
    }

    /// "whose government": a relative clause with a subject of its own.
    fn is_whose(&self, at: usize) -> bool {
        let Some(Chunk::Noun(group)) = self.chunk(at) else { return false };
        self.groups.nouns[*group].pronoun.is_some_and(|unit| self.text(unit) == "whose")
    }

    /// The groups joined to the one at a chunk: "A and B", "A, B and C".
    fn join(&self, at: usize) -> (Vec<usize>, usize) {
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

    /// The next group of a list, if the list goes on.
    fn next_joined(&self, at: usize, so_far: usize) -> Option<(usize, usize)> {
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
        let Some(Chunk::Noun(group)) = self.chunk(next) else { return None };
        let list = match (comma, conjunction) {
            (_, true) => !self.new_clause_at(next),
            (true, false) => self.list_closes(next + 1) && (so_far > 1 || !self.new_clause_at(next)),
            _ => false,
        };
        list.then_some((*group, next + 1))
    }

    /// Whether a comma list reaches "and" and a last group.
    fn list_closes(&self, at: usize) -> bool {
        let mut next = at;
        for _ in 0..12 {
            match (self.chunk(next), self.chunk(next + 1), self.chunk(next + 2)) {
                (Some(Chunk::Word(Function::Conjunction, _)), Some(Chunk::Noun(_)), _) => return true,
                (Some(Chunk::Comma), Some(Chunk::Word(Function::Conjunction, _)), Some(Chunk::Noun(_))) => return true,
                (Some(Chunk::Comma), Some(Chunk::Noun(_)), _) => next += 2,
                _ => return false,
            }
        }
        false
    }

    /// Whether the group at a chunk is the subject of a clause of its own: a verb follows, and what came before has one.
    fn new_clause_at(&self, at: usize) -> bool {
        let level = self.top();
        let waits = level.pending.is_some() && level.verb.is_none();
        let Some(last) = level.last.filter(|_| !waits) else { return false };
        let awaiting = self.is_speech(last) && self.out.clause(last).objects.is_empty() && self.preposition.is_none();
        !awaiting && self.verb_follows(at + 1)
    }

    /// Whether a finite verb follows, past prepositional phrases and adverbs.
    fn verb_follows(&self, at: usize) -> bool {
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

    /// Whether a noun group stands right before a finite verb.
    fn clause_ahead(&self, at: usize) -> bool {
        let verb = |chunk: Option<&Chunk>| matches!(chunk, Some(Chunk::Verb(verb)) if self.groups.verbs[*verb].usage == VerbUse::Finite);
        matches!(self.chunk(at), Some(Chunk::Noun(_))) && verb(self.chunk(at + 1))
    }

    /// Whether a noun group and its verb come next: what "after" and "as" then lead is a clause.
    fn subject_ahead(&self, at: usize) -> bool {
        matches!(self.chunk(at), Some(Chunk::Noun(_))) && self.verb_follows(self.join(at).1)
    }

    fn adjunct(&mut self, unit: usize, ix: PhraseIx) {
        if self.text(unit) == "according to" {
            // Inside a relative clause it speaks for that clause alone.
            let whole = self.top().kind != ClauseKind::Relative;
            self.out.source = self.out.source.or(whole.then_some(ix));
            return;
        }
        if let Some(clause) = self.top().last {
            self.out.clauses[clause.0].adjuncts.push((unit, ix));
            self.out.clauses[clause.0].units.end = self.end_of(ix);
            self.out.phrases[ix.0].role = Some((clause, Role::Adjunct));
        }
    }

    fn end_of(&self, ix: PhraseIx) -> usize {
        self.out.phrases[ix.0].groups.last().map_or(0, |group| self.groups.nouns[*group].units.end)
    }

    /// A phrase before any verb: the subject to be, or another name for it.
    fn wait(&mut self, ix: PhraseIx) {
        let comma = self.comma;
        match self.level().pending {
            Some(pending) if comma => self.out.phrases[pending.0].apposition = Some(ix),
            _ => self.level().pending = Some(ix),
        }
    }

    /// A phrase after a verb that has a verb of its own.
    fn subject_of_new_clause(&mut self, ix: PhraseIx) {
        let breaks = self.comma || self.joined.is_some();
        let Some(last) = self.top().last else { return self.wait(ix) };
        let clause = self.out.clause(last);
        let takes_clause = clause.objects.is_empty() && self.is_speech(last) && self.joined.is_none();
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

    fn object(&mut self, ix: PhraseIx) {
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
    fn sharing(&self, last: ClauseIx) -> Option<ClauseIx> {
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

    fn share_object(&mut self, last: ClauseIx, object: PhraseIx) {
        if let Some(before) = self.sharing(last) {
            self.out.clauses[before.0].objects.push(object);
        }
    }

    // Verbs

    fn verb(&mut self, at: usize, verb: usize) {
        match self.groups.verbs[verb].usage {
            VerbUse::Finite => self.finite(at, verb),
            VerbUse::Base => self.infinitive(at, verb),
            VerbUse::Gerund => self.gerund(at, verb),
            VerbUse::Participle => self.participle(at, verb),
        }
    }

    fn clause(&mut self, verb: usize, kind: ClauseKind, subject: Option<PhraseIx>) -> ClauseIx {
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
            cues: Vec::new(),
            negation: None,
            times: Vec::new(),
            units,
        });
        self.end_region();
        ix
    }

    fn finite(&mut self, at: usize, verb: usize) {
        let (comma, joined) = (self.comma, self.joined.is_some());
        let nor = self.joined.filter(|unit| self.text(*unit) == "nor");
        self.leave_finished_relative(comma, joined);
        let level = self.top().clone();
        if let Some(aside) = self.aside(at, verb, &level) {
            self.add_aside(verb, aside, &level);
            return;
        }
        let shared = level.verb.filter(|_| joined || comma).map(|clause| self.out.clause(clause).clone());
        let subject = match (level.pending, level.kind, &shared) {
            (Some(pending), ..) => Some(pending),
            (None, ClauseKind::Relative, _) if level.verb.is_none() => level.antecedent,
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
        if level.kind == ClauseKind::Relative && level.pending.is_some() {
            clause.objects.extend(level.antecedent);
        }
        if let Some(fronted) = level.fronted {
            self.out.clauses[fronted.0].subject = subject;
            self.out.clauses[fronted.0].governor = Some(ix);
        }
        let level = self.level();
        level.pending = None;
        level.fronted = None;
        level.verb = Some(ix);
        level.last = Some(ix);
    }

    fn claim_subject(&mut self, subject: Option<PhraseIx>, ix: ClauseIx) {
        if let Some(subject) = subject {
            self.out.phrases[subject.0].role = Some((ix, Role::Subject));
        }
    }

    /// A relative clause that has its verb is over when the next verb comes for a subject that waits outside.
    fn leave_finished_relative(&mut self, comma: bool, joined: bool) {
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

    /// Whether a verb of saying stands aside of the sentence it reports, and who speaks: ", the sources said,", "... ," said
    /// the minister", "Freedonia, Zubrowka says, opposes".
    fn aside(&self, at: usize, verb: usize, level: &Level) -> Option<Aside> {
        let next = self.chunk(at + 1);
        let ends = matches!(next, None | Some(Chunk::Comma | Chunk::Quote | Chunk::Break | Chunk::Time(_)));
        let after_clause = level.verb.is_some() || self.stack.len() > 1;
        let pending = level.pending.map(|pending| &self.out.phrases[pending.0]);
        if !self.speaks(&self.groups.verbs[verb]) {
            return None;
        }
        if matches!(next, Some(Chunk::Noun(_))) && (self.comma || self.quote) && (after_clause || self.quote) {
            let inverted = level.pending.is_none() || self.quote;
            return inverted.then_some(Aside::Inverted);
        }
        let interrupting = pending.and_then(|pending| pending.apposition).filter(|_| ends && level.verb.is_none());
        if interrupting.is_some() && !after_clause {
            return interrupting.map(Aside::Between);
        }
        (ends || self.quoted_before(at)).then_some(()).and(level.pending.filter(|_| after_clause)).map(Aside::After)
    }

    /// Whether the subject of the verb at a chunk comes right after a closing quotation mark: `"...," the minister told`.
    fn quoted_before(&self, at: usize) -> bool {
        let noun = at.checked_sub(1).filter(|before| matches!(self.chunk(*before), Some(Chunk::Noun(_))));
        noun.and_then(|noun| noun.checked_sub(1)).is_some_and(|before| matches!(self.chunk(before), Some(Chunk::Quote)))
    }

    /// An aside leaves the clause around it as it was.
    fn add_aside(&mut self, verb: usize, aside: Aside, level: &Level) {
        let subject = match aside {
            Aside::Inverted => None,
            Aside::After(subject) | Aside::Between(subject) => Some(subject),
        };
        let ix = self.clause(verb, ClauseKind::Aside, subject);
        self.claim_subject(subject, ix);
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

    fn infinitive(&mut self, at: usize, verb: usize) {
        let level = self.top().clone();
        let bare = self.groups.verbs[verb].infinitive.is_none();
        let completes = match at.checked_sub(1).and_then(|before| self.chunk(before)) {
            // A name takes no infinitive: in "asked Japan to drop", the verb does.
            Some(Chunk::Noun(group)) => {
                Some(*group).filter(|group| self.units[self.groups.nouns[*group].head].tag == Tag::Noun)
            }
            _ => None,
        };
        let earlier = level.last.filter(|_| bare && self.joined.is_some()).map(|last| self.out.clause(last).clone());
        let ix = self.clause(verb, ClauseKind::Infinitive, None);
        let clause = &mut self.out.clauses[ix.0];
        match earlier.filter(|earlier| earlier.kind == ClauseKind::Infinitive) {
            Some(earlier) => {
                clause.governor = earlier.governor;
                clause.completes = earlier.completes;
                clause.subject = earlier.subject;
            }
            None => {
                clause.governor = level.last;
                clause.completes = completes;
            }
        }
        self.level().last = Some(ix);
    }

    fn gerund(&mut self, at: usize, verb: usize) {
        let level = self.top().clone();
        let (preposition, comma) = (self.preposition.take(), self.comma);
        let nearest = self.out.phrases.len().checked_sub(1).map(PhraseIx);
        let before = at.checked_sub(1).and_then(|before| self.chunk(before)).cloned();
        let after_noun = matches!(before, Some(Chunk::Noun(_)));
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
        clause.governor = level.last.or(level.verb).or(above);
        clause.subject = match (preposition, comma) {
            (None, true) => main_subject,
            (None, false) if after_noun && (names || led) => nearest,
            (None, false) if after_noun || above.is_some() => main_subject,
            _ => None,
        };
        if preposition.is_none() && (comma || above.is_some()) {
            clause.governor = level.verb.or(above);
        }
        self.open_non_finite(ix, &level);
    }

    fn participle(&mut self, at: usize, verb: usize) {
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

    fn open_non_finite(&mut self, ix: ClauseIx, level: &Level) {
        let fronted = level.verb.is_none() && level.pending.is_none() && level.kind == ClauseKind::Main;
        let top = self.level();
        if fronted && top.fronted.is_none() {
            top.fronted = Some(ix);
        }
        top.last = Some(ix);
    }
}
