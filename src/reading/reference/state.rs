//! "the two countries", "both sides", "neither", and "one of the countries that".

use super::nearest::{Wanted, nearest};
use super::{Resolution, is_definite};
use crate::curation::{Argument, Gives, WordClass};
use crate::reading::argument;
use crate::reading::clause::{PhraseIx, Role};
use crate::reading::control::subject_phrase;
use crate::reading::discourse::Centre;
use crate::reading::grammar::Function;
use crate::reading::operator;
use crate::reading::sentence::SentenceView;
use crate::reading::table::{Referent, Sort};
use crate::reading::unit::Tag;

/// Words that say how many.
const COUNTS: [(&str, usize); 5] = [("two", 2), ("both", 2), ("neither", 2), ("three", 3), ("four", 4)];
/// How many sentences back the states may stand.
const BACK: usize = 3;

/// What a noun for states, or a bare "both", refers to.
pub fn resolve(view: &SentenceView<'_>, phrase: PhraseIx, at: usize) -> Resolution {
    let group = view.group(at);
    let bare = view.units[group.head].is(Function::Determiner);
    if !bare && !view.is(group.head, WordClass::StateNoun) {
        return Resolution::Nothing;
    }
    let span = view.group_span(at);
    let Some(count) = counted(view, at) else { return one_of(view, phrase, at) };
    let others = told_apart(view, phrase);
    nearest(view, span, Wanted { count, back: BACK }, |referent, named| {
        let state = state_of(view, referent).filter(|_| named.centre != Centre::Inside);
        state.filter(|state| named.sentence < view.discourse.sentence || !others.contains(state))
    })
}

/// Who does something to the two, or asks something of them, is none of them.
fn told_apart(view: &SentenceView<'_>, phrase: PhraseIx) -> Vec<Referent> {
    let Some((ix, role)) = view.clause_of(phrase) else { return Vec::new() };
    let clause = view.clauses.clause(ix);
    let governor = clause.governor.filter(|governor| *governor < ix);
    let asked = governor.is_some_and(|governor| {
        let found = operator::of_clause(view, view.clauses.clause(governor), clause);
        found.is_some_and(|found| found.gives == Gives::Requested)
    });
    let subject = match role {
        Role::Subject => governor.filter(|_| asked).and_then(|governor| subject_phrase(view, governor)),
        _ => subject_phrase(view, ix),
    };
    let groups = subject.map(|subject| view.clauses.phrase(subject).groups.as_slice()).unwrap_or_default();
    groups.iter().flat_map(|group| &view.group(*group).referents).filter_map(|r| state_of(view, *r)).collect()
}

/// How many things a group points back to: "the two", "both", "neither".
pub fn counted(view: &SentenceView<'_>, at: usize) -> Option<usize> {
    let counted = view.group(at).units.clone().find_map(|unit| count(view, unit));
    counted.filter(|_| points_back(view, at))
}

/// How many a word says.
pub fn count(view: &SentenceView<'_>, unit: usize) -> Option<usize> {
    let counts = matches!(view.units[unit].tag, Tag::Noun | Tag::Number | Tag::Function(Function::Determiner));
    COUNTS.iter().find(|(word, _)| counts && *word == view.text(unit)).map(|(_, count)| *count)
}

/// "the two", "both" and "neither" point back; "two countries" does not.
fn points_back(view: &SentenceView<'_>, at: usize) -> bool {
    is_definite(view, at) || view.text(view.group(at).units.start) == "neither"
}

/// The state that a referent is, or speaks for.
pub fn state_of(view: &SentenceView<'_>, referent: Referent) -> Option<Referent> {
    let owner = view.table.owner(referent).filter(|ix| view.table.sort_of(*ix) == Sort::State)?;
    view.table.sort(referent).is_actor().then_some(Referent::Entity(owner))
}

/// "Russia is one of four countries that oppose it": the countries are, as far as is told, the subject.
fn one_of(view: &SentenceView<'_>, phrase: PhraseIx, at: usize) -> Resolution {
    let leads = |unit: usize| matches!(view.text(unit), "of" | "among");
    let held = view.clauses.phrase(phrase);
    let (Some(preposition), Some(before)) = (held.preposition, phrase.0.checked_sub(1).map(PhraseIx)) else {
        return Resolution::Nothing;
    };
    let one = view.text(preposition) == "among"
        || view.clauses.phrase(before).groups.iter().any(|group| view.text(view.group(*group).head) == "one");
    let clause = view.clause_of(phrase).or_else(|| view.clause_of(before)).filter(|(_, role)| *role != Role::Subject);
    let Some((clause, _)) = clause.filter(|_| one && leads(preposition)) else { return Resolution::Nothing };
    let clause = view.clauses.clause(clause);
    let verb = view.verb(clause);
    // Only what stands before can be told of: a subject after its verb may be this very phrase.
    let before_it = |subject: &PhraseIx| *subject < before && verb.copula && verb.negations.is_empty();
    let Some(subject) = clause.subject.filter(before_it) else {
        return Resolution::Nothing;
    };
    let span = view.group_span(at);
    match argument::fillers(view, subject, &[Argument::Actor]).as_slice() {
        [one] => Resolution::to(vec![one.referent], span, one.span),
        _ => Resolution::Nothing,
    }
}
