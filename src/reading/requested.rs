//! Requests: what is urged, what is said to be owed, and what a refusal waits for.

use super::argument::{Filler, fillers};
use super::candidate::Candidate;
use super::clause::{Clause, ClauseIx, ClauseKind, PhraseIx};
use super::compiled::Direction;
use super::context::Context;
use super::control::subjects;
use super::operator::{self, Governing};
use super::reciprocal;
use super::sentence::SentenceView;
use super::unit::Tag;
use crate::curation::{Argument, Complement, Gives, WordClass};
use crate::model::Modality;

/// A request before its names are looked into.
struct Request<'a> {
    operator: Governing<'a>,
    askers: Vec<Filler>,
    addressee: Option<PhraseIx>,
    context: Context,
}

/// The candidates that a clause gives as what is asked of someone.
#[inline(never)]
pub fn of_clause(view: &SentenceView<'_>, ix: ClauseIx) -> Vec<Candidate> {
    let clause = view.clauses.clause(ix);
    let request = urged(view, ix, clause).or_else(|| owed(view, ix, clause)).or_else(|| awaited(view, ix, clause));
    request.filter(|request| request.operator.gives == Gives::Requested).map_or_else(Vec::new, |request| {
        let named = request.addressee.map(|phrase| fillers(view, phrase, &[Argument::Actor])).unwrap_or_default();
        // "urged each other to"
        let others = request.addressee.filter(|_| named.is_empty());
        let others = others.map(|phrase| reciprocal::others(view, phrase, &request.askers)).unwrap_or_default();
        request.candidates(view, ix, &[named, others].concat())
    })
}

/// "urged Japan to drop the plan", "said that Japan must drop it".
fn urged<'a>(view: &SentenceView<'a>, ix: ClauseIx, clause: &Clause) -> Option<Request<'a>> {
    let governor_ix = clause.governor.filter(|governor| governor.0 < ix.0)?;
    let governor = view.clauses.clause(governor_ix);
    let operator = operator::of_clause(view, governor, clause)?;
    let actor = [Argument::Actor];
    let askers = match view.is_passive(governor) {
        true => fillers(view, view.adjunct(governor, view.rules.by)?, &actor),
        false => subjects(view, governor_ix, &actor),
    };
    let addressee = match (clause.kind, operator.preposition) {
        (ClauseKind::Complement, _) => clause.subject,
        (_, Some(preposition)) => view.adjunct(governor, preposition),
        _ => operator::addressee(view, governor),
    };
    Some(Request { operator, askers, addressee, context: Context::of(view, Some(governor_ix)) })
}

/// "Japan must drop it, Beijing said".
fn owed<'a>(view: &SentenceView<'a>, ix: ClauseIx, clause: &Clause) -> Option<Request<'a>> {
    let mut asides = view.clauses.clauses.iter().enumerate().filter(|(_, aside)| aside.kind == ClauseKind::Aside);
    let (at, aside) = asides.next().filter(|(at, _)| *at != ix.0)?;
    if asides.next().is_some() || clause.kind != ClauseKind::Main {
        return None;
    }
    let operator = operator::of_obligation(view, aside, clause)?;
    let askers = fillers(view, aside.subject?, &[Argument::Actor]);
    Some(Request { operator, askers, addressee: clause.subject, context: Context::of(view, Some(ClauseIx(at))) })
}

/// "will not sign until Japan drops it".
fn awaited<'a>(view: &SentenceView<'a>, ix: ClauseIx, clause: &Clause) -> Option<Request<'a>> {
    let marker = clause.marker.filter(|unit| matches!(view.text(*unit), "until" | "till" | "unless"))?;
    // "unless Japan does" says nothing of its own.
    let told = matches!(view.units[view.verb(clause).head].tag, Tag::Verb(_));
    let governor = clause.governor.filter(|governor| told && governor.0 < ix.0)?;
    let operator = operator::without_words(view, Complement::Condition, view.unit_span(marker))?;
    let mut context = Context::of(view, Some(governor));
    let refused = context.modality == Modality::Conditional && !context.negations.is_empty();
    if context.blocked.is_some() || !refused {
        return None;
    }
    context.take_for_granted();
    context.when = None;
    let askers = subjects(view, governor, &[Argument::Actor]);
    Some(Request { operator, askers, addressee: clause.subject, context })
}

impl Request<'_> {
    fn candidates(&self, view: &SentenceView<'_>, ix: ClauseIx, addressees: &[Filler]) -> Vec<Candidate> {
        let Some((relation, sign)) = self.operator.row.relation.as_ref() else { return Vec::new() };
        let clause = view.clauses.clause(ix);
        let (about, asks) = (asked_about(view, ix, clause), view.span(asked_units(view, clause)));
        let pairs = self.askers.iter().flat_map(|asker| addressees.iter().map(move |other| (asker, other)));
        pairs
            .filter(|(asker, addressee)| asker.referent != addressee.referent)
            .map(|(asker, addressee)| Candidate {
                rule: self.operator.row.id.clone(),
                relation: relation.clone(),
                sign: *sign,
                direction: Direction::Directed,
                subject: asker.clone(),
                object: addressee.clone(),
                about: about.first().cloned(),
                asks: Some(asks),
                trigger: self.operator.span,
                context: self.context.clone(),
                priority: self.operator.row.priority,
                length: self.operator.length,
            })
            .collect()
    }
}

/// What is asked: the clause without "to" or "must".
fn asked_units(view: &SentenceView<'_>, clause: &Clause) -> std::ops::Range<usize> {
    let verb = view.verb(clause);
    let must = verb.cues.iter().find(|(_, class)| *class == WordClass::Obligation).map(|(unit, _)| *unit);
    let start = verb.infinitive.or(must).map_or(verb.units.start, |led| led + 1);
    start..clause.units.end.max(verb.units.end)
}

/// The issues that what is asked names: in its objects, its adjuncts, or after either.
fn asked_about(view: &SentenceView<'_>, ix: ClauseIx, clause: &Clause) -> Vec<Filler> {
    let phrases = clause.objects.iter().copied().chain(clause.adjuncts.iter().map(|(_, phrase)| *phrase));
    let issue = [Argument::Issue];
    let mut found: Vec<Filler> = phrases.flat_map(|phrase| fillers(view, phrase, &issue)).collect();
    if found.is_empty() {
        for (_, inner) in view.governed(ix) {
            found.extend(inner.objects.iter().flat_map(|object| fillers(view, *object, &issue)));
        }
    }
    found
}
