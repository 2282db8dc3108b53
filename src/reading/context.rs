//! What qualifies a claim: its verb group, and every clause above it.

use super::argument::fillers;
use super::clause::{Clause, ClauseIx, ClauseKind, PhraseIx, Role};
use super::control::subject_phrase;
use super::grammar::Function;
use super::operator;
use super::sentence::SentenceView;
use super::table::Referent;
use crate::curation::{Argument, Gives, WordClass};
use crate::model::{Cue, CueKind, Modality, PartialDate, Span, When, WhenKind};

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
}

/// How many clauses are climbed.
const DEPTH: usize = 12;

impl Context {
    /// What qualifies a claim whose trigger is in a clause, or has its sentence as its only context.
    pub fn of(view: &SentenceView<'_>, clause: Option<ClauseIx>) -> Self {
        let mut context = Self::default();
        if let Some(clause) = clause {
            context.own(view, view.clauses.clause(clause));
            context.climb(view, clause);
            context.date(view, clause);
        }
        context.asides(view, clause);
        context.settle()
    }

    fn settle(mut self) -> Self {
        self.speakers.reverse();
        if self.negations.len() > 1 || (self.denied && !self.negations.is_empty()) {
            self.blocked = self.blocked.or(Some(Blocked::DoubleNegation));
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
        let operator = operator::of_event(view, clause, event.phrase, role);
        if operator.is_none() && (event.light || role == Role::Adjunct) {
            return Self::of(view, Some(ix));
        }
        let existential = view.verb(clause).copula && role == Role::Object;
        let presupposed = event.definite || existential || (role == Role::Subject && !clause_is_passive(view, clause));
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
            None => context.blocked = Some(Blocked::Governor(view.span(view.verb(clause).units.clone()))),
        }
        context.date(view, ix);
        context.asides(view, Some(ix));
        context.settle()
    }

    /// Keeps who speaks, and nothing that the verbs above say of how real it is.
    fn take_for_granted(&mut self) {
        self.modality = Modality::Actual;
        self.negations.clear();
        self.cues.retain(|cue| cue.kind == CueKind::Speech);
        (self.blocked, self.denied, self.formerly, self.requested) = (None, false, false, false);
    }

    /// Adds a negation found elsewhere: in an argument's determiner, or in the trigger's.
    pub fn negate(&mut self, span: Span) {
        if !self.negations.contains(&span) {
            self.negations.push(span);
            self.cues.push(Cue { kind: CueKind::Negation, span });
        }
        if self.negations.len() > 1 {
            self.blocked = self.blocked.or(Some(Blocked::DoubleNegation));
        }
    }

    fn lower(&mut self, modality: Modality, span: Span) {
        self.modality = self.modality.min(modality);
        self.cues.push(Cue { kind: CueKind::Modality, span });
    }

    /// The verb group's own negation and modality.
    fn own(&mut self, view: &SentenceView<'_>, clause: &Clause) {
        let verb = view.verb(clause);
        for unit in verb.negations.iter().chain(&clause.negation) {
            self.negate(view.unit_span(*unit));
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
                WordClass::Formerly => {
                    self.formerly = true;
                    self.negate(span);
                }
                WordClass::Possible => self.lower(Modality::Possible, span),
                WordClass::Likely => self.lower(Modality::Likely, span),
                WordClass::Planned => self.lower(Modality::Planned, span),
                // "said it would": the future of a past.
                WordClass::Conditional if reported(view, clause) && view.text(*unit) == "would" => {
                    self.lower(Modality::Planned, span);
                }
                WordClass::Conditional => self.lower(Modality::Conditional, span),
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
                self.blocked = self.blocked.or(Some(Blocked::Question));
                return;
            }
            self.speech_noun(view, clause);
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
                said = Some(view.span(view.verb(governor).units.clone()));
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
        let verb_span = view.span(view.verb(governor).units.clone());
        if let Some(found) = operator::of_clause(view, governor, clause) {
            if let Some(said) = said
                && !matches!(found.gives, Gives::Actual)
            {
                self.blocked = self.blocked.or(Some(Blocked::Unsaid(said)));
                return Step::Stop;
            }
            self.apply(view, found, governor_ix);
            self.own(view, governor);
            return Step::Climb;
        }
        match clause.kind {
            ClauseKind::Complement if operator::is_speech(view, governor) => {
                if !view.verb(governor).negations.is_empty() {
                    self.blocked = self.blocked.or(Some(Blocked::Unsaid(verb_span)));
                    return Step::Stop;
                }
                self.speaker(view, governor_ix, verb_span);
                Step::Said
            }
            // "Graustark's statement that": said by its owner, whatever the verb does to it.
            ClauseKind::Complement if completes_speech(view, clause) => Step::Said,
            // "there is no doubt that"
            ClauseKind::Complement if is_masked(view, governor) => Step::Climb,
            ClauseKind::Complement | ClauseKind::Infinitive => {
                self.blocked = self.blocked.or(Some(Blocked::Governor(verb_span)));
                Step::Stop
            }
            ClauseKind::Gerund if clause.led_by.is_some() && said.is_none() => {
                self.blocked = self.blocked.or(Some(Blocked::Governor(verb_span)));
                Step::Stop
            }
            ClauseKind::Gerund if clause.subject.is_none() && said.is_none() => {
                self.blocked = self.blocked.or(Some(Blocked::Governor(verb_span)));
                Step::Stop
            }
            _ => Step::Climb,
        }
    }

    /// "Graustark's statement that": the noun's owner speaks.
    fn speech_noun(&mut self, view: &SentenceView<'_>, clause: &Clause) {
        let Some(group) = clause.completes.filter(|_| clause.kind == ClauseKind::Complement) else { return };
        if !view.is(view.group(group).head, WordClass::SpeechNoun) {
            return;
        }
        let phrase = view.clauses.phrases.iter().position(|phrase| phrase.groups.contains(&group));
        let owners =
            phrase.map(|at| super::argument::owner(view, PhraseIx(at), group, &[Argument::Actor])).unwrap_or_default();
        self.speakers.extend(owners.into_iter().map(|filler| Voiced::Actor(filler.referent)));
        self.cues.push(Cue { kind: CueKind::Speech, span: view.unit_span(view.group(group).head) });
    }

    /// "a proposal to develop": an infinitive with no verb above it is as real as the noun it completes says.
    fn completed(&mut self, view: &SentenceView<'_>, clause: &Clause, at: ClauseIx) {
        if clause.kind != ClauseKind::Infinitive {
            return;
        }
        match operator::of_noun(view, clause) {
            Some(found) => self.apply(view, found, at),
            None => self.blocked = self.blocked.or(Some(Blocked::Governor(view.span(view.verb(clause).units.clone())))),
        }
    }

    /// "will travel if", "will not sign until": what is to come, or is refused for now, depends on something.
    fn awaits(&mut self, view: &SentenceView<'_>, at: ClauseIx) {
        let refused = !self.negations.is_empty() && self.modality == Modality::Planned;
        let conditions = view.governed(at).filter_map(|(_, clause)| clause.marker);
        let condition = conditions.into_iter().find(|unit| match view.text(*unit) {
            "if" | "unless" => self.modality != Modality::Actual,
            "until" | "till" => refused,
            _ => false,
        });
        if let Some(unit) = condition {
            self.lower(Modality::Conditional, view.unit_span(unit));
        }
    }

    /// "if", "unless" and "until" make a claim conditional.
    fn marker(&mut self, view: &SentenceView<'_>, clause: &Clause) {
        if let Some(unit) = clause.marker
            && matches!(view.text(unit), "if" | "unless" | "until" | "lest" | "whether" | "even if" | "provided that")
        {
            self.lower(Modality::Conditional, view.unit_span(unit));
        }
    }

    fn apply(&mut self, view: &SentenceView<'_>, found: operator::Governing<'_>, governor: ClauseIx) {
        match found.gives {
            Gives::Actual => {}
            Gives::Negated => self.negate(found.span),
            Gives::Formerly => {
                self.formerly = true;
                self.negate(found.span);
            }
            Gives::Denied => {
                self.denied = true;
                self.speaker(view, governor, found.span);
            }
            Gives::Planned => self.modality = self.modality.min(Modality::Planned),
            Gives::Attempted => self.modality = self.modality.min(Modality::Attempted),
            Gives::Possible => self.modality = self.modality.min(Modality::Possible),
            Gives::Likely => self.modality = self.modality.min(Modality::Likely),
            Gives::Conditional => self.modality = self.modality.min(Modality::Conditional),
            Gives::Threatened => self.modality = self.modality.min(Modality::Threatened),
            Gives::Requested => {
                self.modality = Modality::Requested;
                self.requested = true;
            }
        }
        self.cues.push(Cue { kind: CueKind::Operator, span: found.span });
    }

    fn speaker(&mut self, view: &SentenceView<'_>, clause: ClauseIx, cue: Span) {
        if let Some(phrase) = subject_phrase(view, clause) {
            self.speakers.extend(voiced(view, phrase));
            self.cues.push(Cue { kind: CueKind::Speech, span: cue });
        }
    }

    /// ", the sources said," and "according to": they speak for the whole sentence.
    fn asides(&mut self, view: &SentenceView<'_>, clause: Option<ClauseIx>) {
        for (at, aside) in view.clauses.clauses.iter().enumerate().filter(|(_, c)| c.kind == ClauseKind::Aside) {
            if clause != Some(ClauseIx(at)) {
                self.speaker(view, ClauseIx(at), view.span(view.verb(aside).units.clone()));
            }
        }
        if let Some(source) = view.clauses.source {
            self.speakers.extend(voiced(view, source));
        }
    }

    /// The date of the clause itself; a clause of speech dates the speech, not what is said.
    pub fn date(&mut self, view: &SentenceView<'_>, at: ClauseIx) {
        let mut clause = view.clauses.clause(at);
        for _ in 0..4 {
            if let Some(when) = self.date_of(view, &clause.times) {
                self.when = Some(when);
                return;
            }
            // "agreed in 1998 to cooperate" dates the agreement, which is as near as the text comes.
            match (clause.kind, clause.governor) {
                (ClauseKind::Infinitive, Some(governor)) => clause = view.clauses.clause(governor),
                _ => break,
            }
        }
        let first = view.clauses.clauses.iter().position(|clause| !matches!(clause.kind, ClauseKind::Aside));
        let dated_by_front = first.is_some_and(|first| {
            let opening = &view.clauses.clauses[first];
            ClauseIx(first) == at
                || (clause.governor == Some(ClauseIx(first))
                    && operator::is_speech(view, opening)
                    && opening.subject.is_some())
        });
        if dated_by_front {
            self.when = self.date_of(view, &view.clauses.fronted_times);
        }
    }

    fn date_of(&mut self, view: &SentenceView<'_>, times: &[(Option<usize>, usize)]) -> Option<When> {
        times.iter().find_map(|(preposition, unit)| {
            let (when, span) = self.when_of(view, *preposition, *unit)?;
            self.cues.push(Cue { kind: CueKind::Time, span });
            Some(when)
        })
    }

    fn when_of(&self, view: &SentenceView<'_>, preposition: Option<usize>, unit: usize) -> Option<(When, Span)> {
        let super::unit::Tag::Time(at) = view.units[unit].tag else { return None };
        let mention = view.times.get(at)?;
        let to_come = matches!(self.modality, Modality::Planned | Modality::Likely | Modality::Possible);
        let date: PartialDate = if to_come { mention.ahead(view.day)? } else { mention.date? };
        let kind = match preposition.map(|unit| view.text(unit)) {
            Some("since") => WhenKind::Since,
            Some("until" | "till") => WhenKind::Until,
            Some("by" | "before") => WhenKind::By,
            Some("through" | "throughout") => WhenKind::Through,
            Some("after" | "from") => return None,
            _ => WhenKind::At,
        };
        Some((When::new(kind, date), view.unit_span(unit)))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Climb,
    Said,
    Stop,
}

/// Who speaks when a phrase is the subject of speech: the actors it names, or the words themselves.
pub fn voiced(view: &SentenceView<'_>, phrase: PhraseIx) -> Vec<Voiced> {
    let named = fillers(view, phrase, &[Argument::Actor]);
    if !named.is_empty() {
        return named.into_iter().map(|filler| Voiced::Actor(filler.referent)).collect();
    }
    let Some(group) = view.clauses.phrase(phrase).groups.first() else { return Vec::new() };
    if view.units[view.group(*group).head].is(Function::Pronoun) {
        return Vec::new();
    }
    let owner = super::argument::owner(view, phrase, *group, &[Argument::Actor]);
    let of = owner.first().and_then(|filler| view.table.owner(filler.referent)).map(Referent::Entity);
    vec![Voiced::Unnamed(worded(view, *group), of)]
}

/// A speaker's words without the article.
fn worded(view: &SentenceView<'_>, group: usize) -> Span {
    let units = view.group(group).units.clone();
    let start = units.clone().find(|unit| !view.units[*unit].is(Function::Determiner)).unwrap_or(units.start);
    view.span(start..units.end)
}

/// Whether a clause is what someone is reported to say.
fn reported(view: &SentenceView<'_>, clause: &Clause) -> bool {
    let governor = clause.governor.map(|governor| view.clauses.clause(governor));
    let aside = || view.clauses.clauses.iter().any(|clause| clause.kind == ClauseKind::Aside);
    clause.kind == ClauseKind::Complement && governor.is_some_and(|governor| operator::is_speech(view, governor))
        || aside()
}

fn clause_is_passive(view: &SentenceView<'_>, clause: &Clause) -> bool {
    view.verb(clause).voice == super::phrase::Voice::Passive
}

fn completes_speech(view: &SentenceView<'_>, clause: &Clause) -> bool {
    clause.completes.is_some_and(|group| view.is(view.group(group).head, WordClass::SpeechNoun))
}

/// Whether a verb group holds a cue that only looks like a negation.
fn is_masked(view: &SentenceView<'_>, clause: &Clause) -> bool {
    view.verb(clause).units.clone().any(|unit| view.is(unit, WordClass::NotNegation))
}
