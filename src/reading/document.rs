//! Who makes a document, and so does what it says: "issued a report accusing", "a resolution critical of it was adopted by".

use super::argument::{self, Filler};
use super::clause::{Clause, ClauseIx, ClauseKind, PhraseIx, Role};
use super::control::{phrase_of, subject_phrase};
use super::sentence::SentenceView;
use crate::curation::{Argument, WordClass};

/// The group of the document that a participle tells of, if it tells of one.
pub fn told_by(clause: &Clause) -> Option<usize> {
    clause.completes.filter(|_| clause.kind == ClauseKind::Gerund && clause.led_by.is_none())
}

/// Whether a group is a document by its noun.
pub fn is_document(view: &SentenceView<'_>, group: usize) -> bool {
    let head = view.group(group).head;
    view.group(group).referents.is_empty()
        && [WordClass::SpeechNoun, WordClass::Document].iter().any(|class| view.is(head, *class))
}

/// The clause in which a document is made, and the phrase of who makes it.
pub fn made(view: &SentenceView<'_>, group: usize) -> Option<(ClauseIx, PhraseIx)> {
    let phrase = phrase_of(view, group)?;
    let (ix, role) = view.clause_of(phrase)?;
    let clause = view.clauses.clause(ix);
    let making = [WordClass::LightVerb, WordClass::MakingVerb].iter().any(|class| view.verb_is(clause, *class));
    let leads = |unit: usize| matches!(view.text(unit), "in" | "with" | "through");
    let within = view.clauses.phrase(phrase).preposition.is_some_and(leads);
    let maker = match (role, view.is_passive(clause)) {
        (Role::Object, false) if making => subject_phrase(view, ix),
        (Role::Subject, true) if making => view.adjunct(clause, view.rules.by),
        (Role::Adjunct, false) if within && (making || view.verb_is(clause, WordClass::Speech)) => {
            subject_phrase(view, ix)
        }
        _ => None,
    };
    maker.map(|maker| (ix, maker))
}

/// Who says what a document says: its owner, or who makes it.
pub fn voices(view: &SentenceView<'_>, group: usize, arguments: &[Argument]) -> Vec<Filler> {
    let owners = phrase_of(view, group).map(|phrase| argument::owner(view, phrase, group, arguments));
    match owners {
        Some(owners) if !owners.is_empty() => owners,
        _ => made(view, group).map(|(_, maker)| argument::fillers(view, maker, arguments)).unwrap_or_default(),
    }
}
