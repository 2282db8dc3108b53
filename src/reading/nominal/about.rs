//! The issue that an event is about.

use super::Trigger;
use crate::curation::{Argument, WordClass};
use crate::reading::argument::{Filler, fillers};
use crate::reading::clause::Role;
use crate::reading::control::subject_phrase;
use crate::reading::sentence::SentenceView;
use crate::reading::unit::Tag;

impl Trigger<'_> {
    pub(super) fn about(&self, view: &SentenceView<'_>) -> Vec<Filler> {
        let leads = |word| self.frame.about.contains(&word);
        let following = view.clauses.following(self.phrase);
        let mut found: Vec<Filler> = following
            .filter(|next| view.clauses.phrase(*next).preposition.is_some_and(|unit| leads(view.word(unit))))
            .flat_map(|next| fillers(view, next, &[Argument::Issue]))
            .collect();
        if found.is_empty() && !self.frame.about.is_empty() && !self.frame.object.contains(&Argument::Issue) {
            found = self.about_inside(view);
        }
        if found.is_empty() && !self.frame.object.contains(&Argument::Issue) {
            found = self.topic(view);
        }
        found
    }

    /// "raised the plan during a visit", "the plan is on the agenda of the talks".
    pub(super) fn topic(&self, view: &SentenceView<'_>) -> Vec<Filler> {
        let Some((ix, Role::Adjunct)) = view.clause_of(self.phrase) else { return Vec::new() };
        let clause = view.clauses.clause(ix);
        let on_agenda = view.verb(clause).copula
            && clause.adjuncts.iter().any(|(_, phrase)| {
                view.clauses
                    .phrase(*phrase)
                    .groups
                    .iter()
                    .any(|group| view.is(view.group(*group).head, WordClass::TopicNoun))
            });
        let raised = view.verb_is(clause, WordClass::TopicVerb);
        let topic = match (on_agenda, raised, view.is_passive(clause)) {
            (true, ..) | (_, true, true) => subject_phrase(view, ix),
            (_, true, false) => clause.objects.first().copied().or_else(|| {
                // "brought up the plan"
                let particle = view.verb_of_class(clause, WordClass::TopicVerb)?;
                clause.adjuncts.iter().find(|(unit, _)| *unit == particle).map(|(_, phrase)| *phrase)
            }),
            _ => None,
        };
        topic.map(|topic| fillers(view, topic, &[Argument::Issue])).unwrap_or_default()
    }

    /// "TMD talks".
    pub(super) fn about_inside(&self, view: &SentenceView<'_>) -> Vec<Filler> {
        let mut found = Vec::new();
        for unit in &self.group.modifiers {
            if let Tag::Mention(mention) = view.units[*unit].tag {
                let issues = view.mentions[mention]
                    .referents
                    .iter()
                    .copied()
                    .filter(|r| view.table.sort(*r).fits(&[Argument::Issue]));
                found.extend(issues.map(|referent| Filler {
                    referent,
                    span: view.unit_span(*unit),
                    via: None,
                    negation: None,
                }));
            }
        }
        found
    }
}
