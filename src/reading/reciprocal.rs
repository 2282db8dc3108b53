//! "each other", "one another": what each of several does to all others of them.

use super::argument::Filler;
use super::clause::PhraseIx;
use super::sentence::SentenceView;
use crate::model::Antecedent;

/// What "each other" stands for in the object's place: the subjects, if there are several. Nothing if a phrase is another.
pub fn others(view: &SentenceView<'_>, phrase: PhraseIx, subjects: &[Filler]) -> Vec<Filler> {
    let [group] = view.clauses.phrase(phrase).groups.as_slice() else { return Vec::new() };
    let head = view.group(*group).head;
    if subjects.len() < 2 || !matches!(view.text(head), "each other" | "one another") {
        return Vec::new();
    }
    let span = view.unit_span(head);
    let other = |subject: &Filler| Filler {
        span,
        via: Some(Antecedent { span, to: subject.via.map_or(subject.span, |via| via.to) }),
        ..subject.clone()
    };
    subjects.iter().map(other).collect()
}
