//! Events of others: what a verb says of them is not known to be so, unless it answers them.

use super::{Event, Trigger};
use crate::curation::WordClass;
use crate::reading::argument::{fillers, owner};
use crate::reading::clause::{PhraseIx, Role};
use crate::reading::context::{Blocked, Context};
use crate::reading::control::subject_phrase;
use crate::reading::operator;
use crate::reading::sentence::SentenceView;

impl Trigger<'_> {
    /// What a verb says of another's event is not known to be so: "rejected a French proposal", "cancelled his visit".
    pub(super) fn hold_foreign(&self, view: &SentenceView<'_>, event: &Event, context: &mut Context) {
        let Some((ix, role)) = event.place else { return };
        let clause = view.clauses.clause(ix);
        let operator = operator::of_event(view, clause, self.phrase, role);
        let foreign = subject_phrase(view, ix).is_some_and(|subject| self.is_foreign(view, subject));
        if let Some(found) = operator.filter(|_| foreign && role != Role::Subject && !self.is_answered(view, event)) {
            context.block(Blocked::Governor(found.span));
        }
    }

    /// "rejected a Russian proposal": whoever answers what another did tells that he did it.
    pub(super) fn is_answered(&self, view: &SentenceView<'_>, event: &Event) -> bool {
        event.place.is_some_and(|(ix, role)| {
            let foreign = subject_phrase(view, ix).is_some_and(|subject| self.is_foreign(view, subject));
            foreign && role == Role::Object && view.verb_is(view.clauses.clause(ix), WordClass::Response)
        })
    }

    /// Whether the noun names an owner who is not the one at a phrase: "rejected a French proposal".
    pub(super) fn is_foreign(&self, view: &SentenceView<'_>, subject: PhraseIx) -> bool {
        let own = match self.group.pronoun {
            Some(_) => Vec::new(),
            None => owner(view, self.phrase, self.at, &self.frame.subject),
        };
        let subjects = fillers(view, subject, &self.frame.subject);
        !own.is_empty() && own.iter().all(|actor| subjects.iter().all(|other| other.referent != actor.referent))
    }
}
