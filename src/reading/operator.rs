//! Which operator governs a clause: "refused to", "is due to", "the refusal to".

use super::clause::{Clause, ClauseKind, PhraseIx, Role};
use super::compiled::{Entry, OperatorRow, TriggerKind};
use super::control;
use super::lexicon::{Forms, WordId};
use super::phrase::Voice;
use super::sentence::SentenceView;
use crate::curation::{Complement, Gives, WordClass};
use crate::model::Span;

/// An operator over a clause.
#[derive(Clone, Copy, Debug)]
pub struct Governing<'a> {
    /// The rule.
    pub row: &'a OperatorRow,
    /// What it makes of the claim.
    pub gives: Gives,
    /// Where its words stand.
    pub span: Span,
    /// How many words its wording has.
    pub length: usize,
    /// The preposition before the one addressed: "call on".
    pub preposition: Option<WordId>,
}

/// The operator through which one clause governs another, if one does; the highest priority, then the longest wording.
pub fn of_clause<'a>(view: &SentenceView<'a>, governor: &Clause, clause: &Clause) -> Option<Governing<'a>> {
    let complement = match clause.kind {
        ClauseKind::Infinitive => Complement::Infinitive,
        ClauseKind::Complement => Complement::That,
        ClauseKind::Gerund => Complement::Gerund,
        _ => return None,
    };
    if let Some(found) = of_obligation(view, governor, clause) {
        return Some(found);
    }
    let by_verb = verb_entries(view, governor, clause, complement);
    let led_by = clause.led_by.map(|unit| view.word(unit));
    let by_adjective = adjective_entries(view, governor, complement, led_by);
    let by_noun = clause.completes.into_iter().flat_map(|group| noun_entries(view, group, complement));
    // "insisted that Japan has signed" states it; "insisted that Japan sign" asks for it.
    let stated = complement == Complement::That && is_indicative(view, clause);
    let all = by_verb.into_iter().chain(by_adjective).chain(by_noun);
    all.filter(|found| !(stated && found.gives == Gives::Requested)).max_by(|a, b| {
        // "wants to join" asks nobody, "wants Japan to join" does.
        let asks_nobody = |found: &Governing<'_>| {
            found.gives == Gives::Requested
                && complement == Complement::Infinitive
                && addressee(view, governor).is_none()
        };
        let rank = |found: &Governing<'_>| (!asks_nobody(found), found.row.priority, found.length);
        rank(a).cmp(&rank(b)).then_with(|| b.row.id.cmp(&a.row.id))
    })
}

/// Whether the verb of a clause has a form that states, and asks for nothing: "has", "is", "was", "signs".
fn is_indicative(view: &SentenceView<'_>, clause: &Clause) -> bool {
    let verb = view.verb(clause);
    let auxiliary =
        |unit: usize| matches!(view.text(unit), "has" | "had" | "is" | "are" | "was" | "were" | "does" | "did");
    let third = verb.units.len() == 1 && view.lexicon.info(view.word(verb.head)).forms.has(Forms::THIRD);
    third || verb.units.clone().next().is_some_and(auxiliary)
}

/// "said that Japan must drop it", "Japan must drop it, said Beijing": what is said to be owed is asked for.
pub fn of_obligation<'a>(view: &SentenceView<'a>, governor: &Clause, clause: &Clause) -> Option<Governing<'a>> {
    view.verb(clause).cues.iter().find(|(_, class)| *class == WordClass::Obligation)?;
    let said = is_speech(view, governor) && view.verb(governor).negations.is_empty();
    let reported = matches!(clause.kind, ClauseKind::Complement | ClauseKind::Main) && clause.marker.is_none();
    (said && reported).then(|| without_words(view, Complement::Obligation, view.verb_span(governor)))?
}

/// The operator on a complement that has no words of its own.
pub fn without_words<'a>(view: &SentenceView<'a>, complement: Complement, span: Span) -> Option<Governing<'a>> {
    let row = view.rules.operators.iter().find(|row| row.complement == complement)?;
    Some(Governing { row, gives: row.gives, span, length: 1, preposition: None })
}

/// The operator that the noun, or the adjective in apposition, is that an infinitive completes.
pub fn of_noun<'a>(view: &SentenceView<'a>, clause: &Clause) -> Option<Governing<'a>> {
    let complement = if clause.kind == ClauseKind::Gerund { Complement::Gerund } else { Complement::Infinitive };
    let by_noun = clause.completes.into_iter().flat_map(|group| noun_entries(view, group, complement));
    let apposed = clause.completes.filter(|group| control::apposed(view, *group).is_some());
    let by_adjective =
        apposed.into_iter().flat_map(|group| adjectives_at(view, view.group(group).head, Complement::Infinitive));
    by_noun.chain(by_adjective).max_by_key(|found| (found.row.priority, found.length))
}

fn governing<'a>(view: &SentenceView<'a>, entry: &Entry, complement: Complement, span: Span) -> Option<Governing<'a>> {
    let row = view.rules.operators.get(entry.rule).filter(|row| row.complement == complement)?;
    Some(Governing { row, gives: row.gives, span, length: entry.length, preposition: entry.preposition })
}

fn verb_entries<'a>(
    view: &SentenceView<'a>,
    governor: &Clause,
    clause: &Clause,
    complement: Complement,
) -> Vec<Governing<'a>> {
    let span = view.verb_span(governor);
    let led_by = clause.led_by.map(|unit| view.word(unit));
    let rules = view.rules;
    let lemmas: Vec<WordId> = view.lemmas(governor).collect();
    let entries: Vec<&Entry> = lemmas
        .iter()
        .flat_map(|lemma| rules.operators_of(*lemma))
        .filter(|entry| entry.kind == TriggerKind::Verb && has_particles(view, governor, entry))
        .filter(|entry| match (entry.preposition, complement) {
            (preposition, Complement::Gerund) => preposition == led_by,
            (Some(preposition), _) => view.adjunct(governor, preposition).is_some(),
            (None, _) => true,
        })
        .filter(|entry| {
            entry.noun.is_none_or(|noun| {
                governor.objects.iter().any(|object| {
                    view.clauses.phrase(*object).groups.iter().any(|group| view.is_noun(view.group(*group).head, noun))
                })
            })
        })
        .collect();
    entries.into_iter().filter_map(|entry| governing(view, entry, complement, span)).collect()
}

/// Whether a clause has all particles of an entry.
pub fn has_particles(view: &SentenceView<'_>, clause: &Clause, entry: &Entry) -> bool {
    let verb = &view.verb(clause).units;
    // "spoke out" is not "spoke".
    let foreign = |unit: &usize| {
        matches!(view.text(*unit), "out" | "off" | "up" | "down")
            && !entry.particles.contains(&view.word(*unit))
            && entry.preposition != Some(view.word(*unit))
    };
    if view.units.get(verb.end).is_some_and(|_| foreign(&verb.end)) {
        return false;
    }
    entry.particles.iter().all(|particle| {
        let is = |unit: usize| view.word(unit) == *particle;
        // A particle may look as if it led what follows: "turned down an offer".
        clause.particles.iter().any(|unit| is(*unit))
            || verb.clone().any(is)
            || clause.adjuncts.iter().any(|(unit, _)| *unit == verb.end && is(*unit))
    })
}

/// "is due to", "was unwilling to": after "be", or as the participle itself.
fn adjective_entries<'a>(
    view: &SentenceView<'a>,
    governor: &Clause,
    complement: Complement,
    led_by: Option<WordId>,
) -> Vec<Governing<'a>> {
    // "is opposed to sending" is not "is opposed by sending"
    let leads = |found: &Governing<'_>| complement != Complement::Gerund || found.preposition == led_by;
    let units = predicate_units(view, governor).into_iter();
    units.flat_map(|unit| adjectives_at(view, unit, complement)).filter(leads).collect()
}

fn adjectives_at<'a>(view: &SentenceView<'a>, unit: usize, complement: Complement) -> Vec<Governing<'a>> {
    let span = view.unit_span(unit);
    let entries = view.rules.operators_of(view.word(unit)).iter();
    entries
        .filter(|entry| entry.kind == TriggerKind::Adjective)
        .filter_map(|entry| governing(view, entry, complement, span))
        .collect()
}

/// The units that may be the predicate of a clause: what follows "be" or "remain", or a participle.
pub fn predicate_units(view: &SentenceView<'_>, clause: &Clause) -> Vec<usize> {
    let verb = view.verb(clause);
    let mut units = Vec::new();
    if verb.voice == Voice::Passive {
        units.push(verb.head);
    }
    let groups =
        clause.objects.first().map(|object| view.clauses.phrase(*object).groups.as_slice()).unwrap_or_default();
    // "remains opposed": after any verb, a bare word in the object's place may be its predicate.
    let bare = |group: &&usize| verb.copula || view.group(**group).units.len() == 1;
    units.extend(groups.iter().filter(bare).map(|group| view.group(*group).head));
    if verb.copula {
        units.extend(verb.units.clone().filter(|unit| *unit > verb.head));
    }
    units
}

fn noun_entries<'a>(view: &SentenceView<'a>, group: usize, complement: Complement) -> Vec<Governing<'a>> {
    let head = view.group(group).head;
    let word = view.word(head);
    let singular = view.lexicon.info(word).singular.unwrap_or(word);
    let span = view.unit_span(head);
    view.rules
        .operators_of(word)
        .iter()
        .chain(view.rules.operators_of(singular).iter().filter(|_| singular != word))
        .filter(|entry| entry.kind == TriggerKind::Noun)
        .filter_map(|entry| governing(view, entry, complement, span))
        .collect()
}

/// The operator that a clause's verb is on an event noun: its object, what its preposition leads ("called for talks"), or
/// its subject in the passive.
pub fn of_event<'a>(view: &SentenceView<'a>, clause: &Clause, phrase: PhraseIx, role: Role) -> Option<Governing<'a>> {
    let wanted = if view.is_passive(clause) { Role::Subject } else { Role::Object };
    let led_by = view.clauses.phrase(phrase).preposition.map(|unit| view.word(unit));
    let span = view.verb_span(clause);
    let lemmas: Vec<WordId> = view.lemmas(clause).collect();
    let entries = lemmas.iter().flat_map(|lemma| view.rules.operators_of(*lemma));
    let fits = |entry: &&Entry| match entry.preposition {
        None => role == wanted,
        Some(preposition) => led_by == Some(preposition),
    };
    let by_verb = entries.filter(|entry| entry.kind == TriggerKind::Verb && has_particles(view, clause, entry));
    by_verb
        .filter(fits)
        .filter_map(|entry| governing(view, entry, Complement::Noun, span))
        .max_by_key(|found| found.row.priority)
}

/// The phrase that a request is addressed to: the object, or what a preposition leads ("called on Japan to").
pub fn addressee(view: &SentenceView<'_>, governor: &Clause) -> Option<PhraseIx> {
    if view.is_passive(governor) {
        return governor.subject;
    }
    governor.objects.first().copied().or_else(|| governor.adjuncts.first().map(|(_, phrase)| *phrase))
}

/// Whether a clause's verb reports speech.
pub fn is_speech(view: &SentenceView<'_>, clause: &Clause) -> bool {
    view.verb_is(clause, WordClass::Speech)
}
