//! What qualifies a claim: its verb group, and every clause above it.

mod date;
mod speaker;

use super::clause::{Clause, ClauseIx, ClauseKind, PhraseIx, Role};
use super::sentence::SentenceView;
use super::table::Referent;
use super::{control, document, operator};
use crate::curation::{Gives, WordClass};
use crate::model::{Cue, CueKind, Modality, Span, When};

/// Who speaks, before ids are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voiced {
    /// An actor.
    Actor(Referent),
    /// Someone unnamed: where the words stand, and whom they belong to.
    Unnamed(Span, Option<Referent>),
}

/// Why a clause makes no claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Blocked {
    /// A verb above it that no rule knows: "considered opposing".
    Governor(Span),
    /// Speech that did not take place: "refused to say that".
    Unsaid(Span),
    /// Two negations on one claim.
    DoubleNegation,
    /// It is asked, not said.
    Question,
    /// It ought to be: "Japan should support the plan".
    Owed(Span),
}

/// Everything that qualifies a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// What negates it.
    pub negations: Vec<Span>,
    /// Whether a speaker denies it.
    pub denied: bool,
    /// How real it is.
    pub modality: Modality,
    /// Whether it ends an earlier stance.
    pub formerly: bool,
    /// Whether a request above it takes its place.
    pub requested: bool,
    /// Who says it, outermost first.
    pub speakers: Vec<Voiced>,
    /// When.
    pub when: Option<When>,
    /// What makes it something that ought to be.
    owed: Option<Span>,
    /// The words that did all this.
    pub cues: Vec<Cue>,
    /// Why it is no claim, if it is none.
    pub blocked: Option<Blocked>,
}

/// How an event noun stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventGroup {
    /// The phrase it heads.
    pub phrase: PhraseIx,
    /// Whether the clause's verb is a light one that only lends its subject.
    pub light: bool,
    /// Whether the noun is definite: "the visit", "its opposition".
    pub definite: bool,
    /// Whether the clause's verb answers what another did: "rejected a Russian proposal".
    pub answered: bool,
}

/// How many clauses are climbed.
const DEPTH: usize = 12;

/// Words that lead a condition.
const CONDITIONS: [&str; 7] =
    ["if", "only if", "unless", "provided that", "as long as", "so long as", "on condition that"];

impl Context {
    /// What qualifies a claim whose trigger is in a clause, or has its sentence as its only context.
    pub fn of(view: &SentenceView<'_>, clause: Option<ClauseIx>) -> Self {
        let mut context = Self::default();
        if let Some(clause) = clause {
            context.own(view, view.clauses.clause(clause));
            context.inner_source(view, clause);
            context.climb(view, clause);
            context.date(view, clause);
        }
        context.asides(view, clause);
        context.settle()
    }

    fn settle(mut self) -> Self {
        self.speakers.reverse();
        if self.negations.len() > 1 || (self.denied && !self.negations.is_empty()) {
            self.block(Blocked::DoubleNegation);
        }
        if let Some(span) = self.owed.filter(|_| !self.requested) {
            self.block(Blocked::Owed(span));
        }
        self
    }

    /// What qualifies an event that a noun names.
    ///
    /// Under a light verb ("held talks") it shares all that qualifies the verb; as a circumstance ("during a visit") too.
    /// As the subject or object of any other verb it is taken for granted if it is definite ("its opposition"), whatever
    /// the verb says, unless the verb is an operator on events ("cancelled the visit"); if it is not, nothing is known.
    pub fn of_event(view: &SentenceView<'_>, place: Option<(ClauseIx, Role)>, event: EventGroup) -> Self {
        let Some((ix, role)) = place else { return Self::of(view, None) };
        let clause = view.clauses.clause(ix);
        let operator = operator::of_event(view, clause, event.phrase, role).filter(|_| !event.answered);
        if operator.is_none() && (event.light || role == Role::Adjunct) {
            return Self::of(view, Some(ix));
        }
        let existential = view.verb(clause).copula && role == Role::Object;
        let presupposed =
            event.definite || event.answered || existential || (role == Role::Subject && !view.is_passive(clause));
        let mut context = Self::default();
        match operator {
            Some(found) => {
                context.own(view, clause);
                context.apply(view, found, ix);
                context.climb(view, ix);
            }
            None if presupposed => {
                context.climb(view, ix);
                context.take_for_granted();
            }
            None => context.blocked = Some(Blocked::Governor(view.verb_span(clause))),
        }
        context.date(view, ix);
        context.asides(view, Some(ix));
        context.settle()
    }

    /// Keeps who speaks, and nothing that the verbs above say of how real it is.
    pub fn take_for_granted(&mut self) {
        self.modality = Modality::Actual;
        self.negations.clear();
        self.cues.retain(|cue| cue.kind == CueKind::Speech);
        (self.blocked, self.owed, self.denied, self.formerly, self.requested) = (None, None, false, false, false);
    }

    /// Adds a negation found elsewhere: in an argument's determiner, or in the trigger's.
    pub fn negate(&mut self, span: Span) {
        if !self.negations.contains(&span) {
            self.negations.push(span);
            self.cues.push(Cue { kind: CueKind::Negation, span });
        }
        if self.negations.len() > 1 {
            self.block(Blocked::DoubleNegation);
        }
    }

    /// What was so is so no longer.
    fn end(&mut self, span: Span) {
        self.formerly = true;
        self.negate(span);
    }

    /// The first reason why it is no claim is the one to tell.
    pub fn block(&mut self, why: Blocked) {
        self.blocked = self.blocked.or(Some(why));
    }

    /// Of two modalities the first in their order holds.
    fn make(&mut self, modality: Modality) {
        self.modality = self.modality.min(modality);
    }

    fn lower(&mut self, modality: Modality, span: Span) {
        self.make(modality);
        self.cues.push(Cue { kind: CueKind::Modality, span });
    }

    /// The verb group's own negation and modality.
    fn own(&mut self, view: &SentenceView<'_>, clause: &Clause) {
        if let Some(shared) = clause.shares {
            self.own(view, view.clauses.clause(shared));
        }
        let verb = view.verb(clause);
        for unit in verb.negations.iter().chain(&clause.negation) {
            self.negate(view.unit_span(*unit));
        }
        for unit in clause.cues.iter().filter(|unit| view.is(**unit, WordClass::Formerly)) {
            self.end(view.unit_span(*unit));
        }
        for unit in &clause.cues {
            for (class, modality) in [(WordClass::Possible, Modality::Possible), (WordClass::Likely, Modality::Likely)]
            {
                if view.is(*unit, class) {
                    self.lower(modality, view.unit_span(*unit));
                }
            }
        }
        for (unit, class) in &verb.cues {
            let span = view.unit_span(*unit);
            match class {
                WordClass::Formerly => self.end(span),
                WordClass::Possible => self.lower(Modality::Possible, span),
                WordClass::Likely => self.lower(Modality::Likely, span),
                WordClass::Planned => self.lower(Modality::Planned, span),
                // "said it would": the future of a past.
                WordClass::Conditional if reported(view, clause) && view.text(*unit) == "would" => {
                    self.lower(Modality::Planned, span);
                }
                WordClass::Conditional => self.lower(Modality::Conditional, span),
                WordClass::Obligation if clause.marker.is_none() => self.owed = Some(span),
                _ => {}
            }
        }
    }

    fn climb(&mut self, view: &SentenceView<'_>, start: ClauseIx) {
        self.awaits(view, start);
        let (mut at, mut said) = (start, None);
        for _ in 0..DEPTH {
            let clause = view.clauses.clause(at);
            self.marker(view, clause);
            if clause.kind == ClauseKind::Question {
                self.block(Blocked::Question);
                return;
            }
            self.speech_noun(view, clause);
            if let Some(group) = document::told_by(clause) {
                // "will issue a report accusing": as real as the report; a report that is there says what it says.
                let Some((made, _)) = document::made(view, group).filter(|_| clause.subject.is_none()) else { return };
                self.own(view, view.clauses.clause(made));
                at = made;
                continue;
            }
            let Some(governor_ix) = clause.governor.filter(|governor| *governor != at) else {
                self.completed(view, clause, at);
                return;
            };
            let governor = view.clauses.clause(governor_ix);
            let step = self.step(view, clause, governor_ix, governor, said);
            if step == Step::Stop {
                return;
            }
            if step == Step::Said {
                said = Some(view.verb_span(governor));
            }
            at = governor_ix;
        }
    }

    /// What one governing clause does to the claim.
    fn step(
        &mut self,
        view: &SentenceView<'_>,
        clause: &Clause,
        governor_ix: ClauseIx,
        governor: &Clause,
        said: Option<Span>,
    ) -> Step {
        let verb_span = view.verb_span(governor);
        if let Some(found) = operator::of_clause(view, governor, clause) {
            if let Some(said) = said
                && !matches!(found.gives, Gives::Actual)
            {
                self.block(Blocked::Unsaid(said));
                return Step::Stop;
            }
            self.apply(view, found, governor_ix);
            self.own(view, governor);
            return Step::Climb;
        }
        match clause.kind {
            ClauseKind::Complement if operator::is_speech(view, governor) => {
                if nobody(view, governor) {
                    self.block(Blocked::Unsaid(verb_span));
                    return Step::Stop;
                }
                let opinion = view.verb_is(governor, WordClass::Opinion);
                for unit in &view.verb(governor).negations {
                    if !opinion {
                        self.block(Blocked::Unsaid(verb_span));
                        return Step::Stop;
                    }
                    // "does not believe that it should join": that it should not
                    self.owed = None;
                    self.negate(view.unit_span(*unit));
                }
                self.speaker(view, governor_ix, verb_span);
                Step::Said
            }
            // "Graustark's statement that": said by its owner, whatever the verb does to it.
            ClauseKind::Complement if completes_speech(view, clause) => Step::Said,
            // "there is no doubt that"
            ClauseKind::Complement if is_masked(view, governor) => Step::Climb,
            ClauseKind::Complement | ClauseKind::Infinitive => {
                self.block(Blocked::Governor(verb_span));
                Step::Stop
            }
            // "by attacking": as real as what it is done by.
            ClauseKind::Gerund if control::is_circumstance(view, clause) => {
                self.own(view, governor);
                Step::Climb
            }
            ClauseKind::Gerund if (clause.led_by.is_some() || clause.subject.is_none()) && said.is_none() => {
                self.block(Blocked::Governor(verb_span));
                Step::Stop
            }
            _ => Step::Climb,
        }
    }

    /// "a proposal to develop": an infinitive with no verb above it is as real as the noun it completes says.
    fn completed(&mut self, view: &SentenceView<'_>, clause: &Clause, at: ClauseIx) {
        let gerund = clause.kind == ClauseKind::Gerund && clause.led_by.is_some() && clause.completes.is_some();
        if clause.kind != ClauseKind::Infinitive && !gerund {
            return;
        }
        match operator::of_noun(view, clause) {
            Some(found) => self.apply(view, found, at),
            None => self.block(Blocked::Governor(view.verb_span(clause))),
        }
    }

    /// "will travel if", "will not sign until": what is to come, or is refused for now, depends on something.
    fn awaits(&mut self, view: &SentenceView<'_>, at: ClauseIx) {
        let refused = !self.negations.is_empty() && self.modality == Modality::Planned;
        let mut clause = view.clauses.clause(at);
        let mut conditions = clause.conditions.clone();
        // "refused to sign unless": what the verb above depends on, it depends on too.
        for _ in 0..3 {
            let Some(governor) = clause.governor.filter(|_| clause.kind == ClauseKind::Infinitive) else { break };
            clause = view.clauses.clause(governor);
            conditions.extend(&clause.conditions);
        }
        let condition = conditions.into_iter().find(|unit| match view.text(*unit) {
            "until" | "till" => refused,
            text => CONDITIONS.contains(&text),
        });
        if let Some(unit) = condition {
            self.lower(Modality::Conditional, view.unit_span(unit));
        }
    }

    /// "if", "unless" and "until" make a claim conditional.
    fn marker(&mut self, view: &SentenceView<'_>, clause: &Clause) {
        if let Some(unit) = clause.marker
            && matches!(
                view.text(unit),
                "until" | "lest" | "whether" | "even if" | "should" | "if" | "unless" | "provided that"
            )
        {
            self.lower(Modality::Conditional, view.unit_span(unit));
        }
    }

    fn apply(&mut self, view: &SentenceView<'_>, found: operator::Governing<'_>, governor: ClauseIx) {
        match found.gives {
            Gives::Actual => {}
            Gives::Negated => self.negate(found.span),
            Gives::Formerly => self.end(found.span),
            Gives::Denied => {
                self.denied = true;
                self.speaker(view, governor, found.span);
            }
            Gives::Planned => self.make(Modality::Planned),
            Gives::Attempted => self.make(Modality::Attempted),
            Gives::Possible => self.make(Modality::Possible),
            Gives::Likely => self.make(Modality::Likely),
            Gives::Conditional => self.make(Modality::Conditional),
            Gives::Threatened => self.make(Modality::Threatened),
            Gives::Requested => {
                self.make(Modality::Requested);
                self.requested = true;
            }
        }
        self.cues.push(Cue { kind: CueKind::Operator, span: found.span });
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Climb,
    Said,
    Stop,
}

/// Whether a clause is what someone is reported to say.
fn reported(view: &SentenceView<'_>, clause: &Clause) -> bool {
    let governor = clause.governor.map(|governor| view.clauses.clause(governor));
    let aside = || view.clauses.clauses.iter().any(|clause| clause.kind == ClauseKind::Aside);
    clause.kind == ClauseKind::Complement && governor.is_some_and(|governor| operator::is_speech(view, governor))
        || aside()
}

/// "No one said that".
fn nobody(view: &SentenceView<'_>, clause: &Clause) -> bool {
    let groups = clause.subject.map(|subject| view.clauses.phrase(subject).groups.as_slice()).unwrap_or_default();
    groups.iter().any(|group| {
        let group = view.group(*group);
        group.negation.is_some() || matches!(view.text(group.head), "nobody" | "none")
    })
}

fn completes_speech(view: &SentenceView<'_>, clause: &Clause) -> bool {
    clause.completes.is_some_and(|group| view.is(view.group(group).head, WordClass::SpeechNoun))
}

/// Whether a verb group holds a cue that only looks like a negation.
fn is_masked(view: &SentenceView<'_>, clause: &Clause) -> bool {
    view.verb(clause).units.clone().any(|unit| view.is(unit, WordClass::NotNegation))
}
