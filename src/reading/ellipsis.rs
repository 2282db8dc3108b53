//! Clauses that repeat an earlier one without saying it again: "so does Japan", "but India did not follow suit".

use super::argument::fillers;
use super::candidate::Candidate;
use super::clause::{Clause, ClauseIx, PhraseIx};
use super::context::{Blocked, Context};
use super::grammar::Function;
use super::sentence::SentenceView;
use super::unit::Tag;
use crate::curation::{Argument, WordClass};

/// The claims of the clause before, with the subject of the elliptical one.
#[inline(never)]
pub fn of_sentence(view: &SentenceView<'_>, found: &[Candidate]) -> Vec<Candidate> {
    let mut copies = Vec::new();
    for at in 1..view.clauses.clauses.len() {
        let clause = &view.clauses.clauses[at];
        // "will not sign unless India does": what depends on it is not told.
        let depends = clause.marker.is_some_and(|unit| matches!(view.text(unit), "if" | "unless" | "until" | "till"));
        let Some(subject) = elliptical(view, clause).filter(|_| !depends) else { continue };
        let Some(model) = model(view, found, clause) else { continue };
        let subjects = fillers(view, subject, &[Argument::Actor]);
        // "was obliged to defend it": what no rule knows is not repeated either.
        let known = |candidate: &&Candidate| !matches!(candidate.context.blocked, Some(Blocked::Governor(_)));
        for candidate in found.iter().filter(|candidate| candidate.trigger == model).filter(known) {
            copies.extend(subjects.iter().filter(|actor| actor.referent != candidate.object.referent).map(|actor| {
                let mut context = Context::of(view, Some(ClauseIx(at)));
                negate_like(view, clause, candidate, &mut context);
                let trigger = view.verb_span(clause);
                Candidate { subject: actor.clone(), context, trigger, ..candidate.clone() }
            }));
        }
    }
    copies.sort_by(super::candidate::beats);
    copies.dedup();
    copies
}

/// The subject of a clause that stands for another: a bare auxiliary, or words like "follow suit".
fn elliptical(view: &SentenceView<'_>, clause: &Clause) -> Option<PhraseIx> {
    let head = view.units[view.verb(clause).head].tag;
    let verb = view.verb(clause);
    let ends = |unit: usize| {
        matches!(view.units[unit].tag, Tag::Function(Function::Not) | Tag::Skip | Tag::Quote)
            || matches!(view.text(unit), "too" | "either" | "also")
    };
    let auxiliary = matches!(head, Tag::Function(Function::Do | Function::Have | Function::Be))
        && (verb.head + 1..verb.units.end).all(ends);
    let stands_in = clause.objects.iter().any(|object| {
        let groups = &view.clauses.phrase(*object).groups;
        groups.iter().any(|group| view.is(view.group(*group).head, WordClass::Ellipsis))
    });
    match (auxiliary, clause.subject, clause.objects.as_slice()) {
        _ if stands_in => clause.subject,
        (true, Some(subject), []) if clause.adjuncts.is_empty() => Some(subject),
        // "so does Japan", "as does Japan": the subject follows.
        (true, _, [inverted]) if leads(view, clause).is_some() => Some(*inverted),
        _ => None,
    }
}

/// The word that turns the order around: "so", "as", "neither", "nor".
fn leads(view: &SentenceView<'_>, clause: &Clause) -> Option<usize> {
    let units = &view.verb(clause).units;
    let before = units.start.checked_sub(1);
    before.into_iter().chain(units.clone()).find(|unit| matches!(view.text(*unit), "so" | "as" | "neither" | "nor"))
}

/// The trigger of the last candidate before a clause.
fn model(view: &SentenceView<'_>, found: &[Candidate], clause: &Clause) -> Option<crate::model::Span> {
    let start = view.unit_span(view.verb(clause).units.start).start;
    found
        .iter()
        .map(|candidate| candidate.trigger)
        .filter(|trigger| trigger.end <= start)
        .max_by_key(|trigger| trigger.start)
}

/// "so does" keeps the polarity of what it repeats, "neither does" and "did not" negate it.
fn negate_like(view: &SentenceView<'_>, clause: &Clause, model: &Candidate, context: &mut Context) {
    let negative = leads(view, clause).filter(|unit| matches!(view.text(*unit), "neither" | "nor"));
    if let Some(unit) = negative.filter(|_| context.negations.is_empty()) {
        context.negate(view.unit_span(unit));
    }
    let own = !view.verb(clause).negations.is_empty() || negative.is_some();
    if let Some(span) = model.context.negations.first().filter(|_| !own) {
        context.negate(*span);
    }
}
