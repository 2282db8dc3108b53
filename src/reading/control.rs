//! Who does what an infinitive or a participle tells: the subject it shares with the clause above it.

use super::clause::{Clause, ClauseIx, ClauseKind, PhraseIx};
use super::operator;
use super::sentence::SentenceView;
use crate::curation::Gives;

/// How many clauses are climbed for a subject.
const DEPTH: usize = 8;

/// The phrase that is the subject of a clause, its own or shared.
pub fn subject_phrase(view: &SentenceView<'_>, clause: ClauseIx) -> Option<PhraseIx> {
    let mut at = clause;
    for _ in 0..DEPTH {
        let current = view.clauses.clause(at);
        if current.subject.is_some() {
            return current.subject;
        }
        let governor = current.governor.filter(|governor| governor.0 < at.0)?;
        if let Some(object) = controlling_object(view, current, view.clauses.clause(governor)) {
            return Some(object);
        }
        at = governor;
    }
    None
}

/// "urged Japan to drop": the object of a request is the subject of what is asked.
fn controlling_object(view: &SentenceView<'_>, clause: &Clause, governor: &Clause) -> Option<PhraseIx> {
    let infinitive = matches!(clause.kind, ClauseKind::Infinitive);
    let requested = operator::of_clause(view, governor, clause).is_some_and(|found| found.gives == Gives::Requested);
    let by_object = infinitive && requested || (clause.kind == ClauseKind::Gerund && clause.led_by.is_some());
    by_object.then(|| governor.objects.first().copied().or_else(|| operator::addressee(view, governor))).flatten()
}
