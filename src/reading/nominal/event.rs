//! Who acts in an event that a noun names: an owner, "by", a light verb's subject, or whoever is left to be understood.

use super::{Event, Trigger};
use crate::curation::WordClass;
use crate::reading::argument::{Filler, fillers, owner};
use crate::reading::clause::{Clause, ClauseIx, ClauseKind, PhraseIx, Role};
use crate::reading::control::subject_phrase;
use crate::reading::operator;
use crate::reading::phrase::Voice;
use crate::reading::sentence::SentenceView;
use crate::text::TokenKind;

impl Trigger<'_> {
    /// Who acts: an owner, "by", a light verb's subject, or the one that a preposition hides.
    pub(super) fn event(&self, view: &SentenceView<'_>) -> Event {
        let place = view.clause_of(self.phrase);
        if let Some(event) = self.light(view, place) {
            return event;
        }
        let own = owner(view, self.phrase, self.at, &self.frame.subject);
        if !own.is_empty() {
            return Event { subjects: own, objects: None, place, light: self.is_light(view, place) };
        }
        let after = ["by", "of", "from"].iter().find_map(|word| {
            let preposition = view.lexicon.id(word);
            let phrase =
                view.complement(self.phrase, preposition).filter(|_| self.entry.preposition != Some(preposition))?;
            let actors = fillers(view, phrase, &self.frame.subject);
            (!actors.is_empty()).then_some(actors)
        });
        if let Some(subjects) = after {
            return Event { subjects, objects: None, place, light: self.is_light(view, place) };
        }
        Event { subjects: self.hidden(view, place), objects: None, place, light: self.is_light(view, place) }
    }

    /// The event's actor through the verb above it: "voiced opposition", "a trip taken by", "drew criticism from".
    pub(super) fn light(&self, view: &SentenceView<'_>, place: Option<(ClauseIx, Role)>) -> Option<Event> {
        if let Some(event) = self.turned_into(view, place) {
            return Some(event);
        }
        if let Some((ix, clause)) = self.reduced(view) {
            let by = view.adjunct(clause, view.rules.by)?;
            return Some(Event {
                subjects: fillers(view, by, &self.frame.subject),
                objects: None,
                place: Some((ix, Role::Object)),
                light: true,
            });
        }
        let (ix, role) = place?;
        let clause = view.clauses.clause(ix);
        let passive = view.is_passive(clause);
        let light =
            view.verb_is(clause, WordClass::LightVerb) || operator::of_event(view, clause, self.phrase, role).is_some();
        if view.is_object_of(clause, self.phrase, WordClass::ReverseLightVerb) && role != Role::Subject && !passive {
            let subjects = self.givers(view, clause);
            // "failed to win support for changes": what has an object of its own needs no other.
            let own = self.preposition_object(view).is_some();
            let receiver = subject_phrase(view, ix).filter(|_| !own);
            let receiver = receiver.map(|phrase| fillers(view, phrase, &self.frame.object));
            return (!subjects.is_empty()).then_some(Event { subjects, objects: receiver, place, light: true });
        }
        // "the plan has the support of Germany"
        if light && role == Role::Object && !passive {
            let holder = subject_phrase(view, ix).map(|phrase| {
                let [subject, object] =
                    [&self.frame.subject, &self.frame.object].map(|place| fillers(view, phrase, place));
                if subject.is_empty() { object } else { Vec::new() }
            });
            if let Some(objects) =
                holder.filter(|objects| !objects.is_empty() && self.preposition_object(view).is_none())
            {
                let subjects = self.givers(view, clause);
                return (!subjects.is_empty()).then_some(Event {
                    subjects,
                    objects: Some(objects),
                    place,
                    light: true,
                });
            }
        }
        let subject = match (light, role, passive) {
            (true, Role::Object | Role::Adjunct, false) => subject_phrase(view, ix),
            (true, Role::Subject, true) => view.adjunct(clause, view.rules.by),
            _ => None,
        }?;
        let has_own = self.group.possessor.is_some() || self.is_foreign(view, subject);
        let subjects = fillers(view, subject, &self.frame.subject);
        (!subjects.is_empty() && !has_own).then_some(Event { subjects, objects: None, place, light: true })
    }

    /// "turn its partnerships with China and India into a three-way partnership": what becomes of an event has its ends.
    pub(super) fn turned_into(&self, view: &SentenceView<'_>, place: Option<(ClauseIx, Role)>) -> Option<Event> {
        let (ix, Role::Adjunct) = place? else { return None };
        let led = view.clauses.phrase(self.phrase).preposition.is_some_and(|unit| view.text(unit) == "into");
        let object = *view.clauses.clause(ix).objects.first().filter(|_| led)?;
        let at = *view.clauses.phrase(object).groups.first()?;
        let same =
            self.entry.preposition.filter(|_| view.is_noun(view.group(at).head, view.singular(self.group.head)))?;
        let objects = view.complement(object, same).map(|phrase| fillers(view, phrase, &self.frame.object))?;
        let own = owner(view, object, at, &self.frame.subject);
        let subjects = match own.is_empty() {
            true => subject_phrase(view, ix).map(|subject| fillers(view, subject, &self.frame.subject))?,
            false => own,
        };
        Some(Event { subjects, objects: Some(objects), place, light: true })
    }

    /// Who gives what is received: "from", "of", or the noun's owner.
    pub(super) fn givers(&self, view: &SentenceView<'_>, clause: &Clause) -> Vec<Filler> {
        let from = view.lexicon.id("from");
        let after = ["from", "of", "by"].map(|word| view.complement(self.phrase, view.lexicon.id(word)));
        let named = view.adjunct(clause, from).into_iter().chain(after.into_iter().flatten());
        let mut found = named.map(|phrase| fillers(view, phrase, &self.frame.subject));
        found
            .find(|actors| !actors.is_empty())
            .unwrap_or_else(|| owner(view, self.phrase, self.at, &self.frame.subject))
    }

    /// "a trip to China taken by": a participle of a light verb that may belong to this noun.
    pub(super) fn reduced<'v>(&self, view: &'v SentenceView<'_>) -> Option<(ClauseIx, &'v Clause)> {
        let clauses = view.clauses.clauses.iter().enumerate().map(|(at, clause)| (ClauseIx(at), clause));
        clauses.skip_while(|(_, clause)| view.verb(clause).units.start < self.group.head).take(3).find(|(_, clause)| {
            clause.kind == ClauseKind::Participle
                && clause.antecedents.contains(&self.phrase)
                && view.verb_is(clause, WordClass::LightVerb)
        })
    }

    /// "In talks with China, Russia ...": the subject of the clause that the event is a circumstance of.
    pub(super) fn hidden(&self, view: &SentenceView<'_>, place: Option<(ClauseIx, Role)>) -> Vec<Filler> {
        let leads = |unit: usize| matches!(view.text(unit), "in" | "during" | "at" | "after" | "following" | "on");
        if let Some(speaker) = self.before_colon(view) {
            return fillers(view, speaker, &self.frame.subject);
        }
        let circumstance = view.clauses.phrase(self.phrase).preposition.is_some_and(leads);
        let explicit = self.preposition_object(view).is_some();
        if !(circumstance && explicit) {
            return Vec::new();
        }
        let clause = match place {
            Some((clause, Role::Adjunct)) => clause,
            None => ClauseIx(0),
            _ => return Vec::new(),
        };
        if view.clauses.clauses.is_empty() || view.verb(view.clauses.clause(clause)).voice == Voice::Passive {
            return Vec::new();
        }
        subject_phrase(view, clause).map(|subject| fillers(view, subject, &self.frame.subject)).unwrap_or_default()
    }

    /// "Tokyo: No Support For Plan": whose it is stands before the colon of a headline without a verb.
    pub(super) fn before_colon(&self, view: &SentenceView<'_>) -> Option<PhraseIx> {
        let first = view.clauses.phrases.first()?.groups.as_slice();
        let [name] = first else { return None };
        let colon = view.group(*name).units.end;
        let headline =
            view.clauses.clauses.is_empty() && self.phrase == PhraseIx(1) && self.group.units.start == colon + 1;
        let marked = view.words.tokens[view.units.get(colon)?.start].kind == TokenKind::Colon;
        (headline && marked).then_some(PhraseIx(0))
    }

    pub(super) fn is_light(&self, view: &SentenceView<'_>, place: Option<(ClauseIx, Role)>) -> bool {
        place.is_some_and(|(clause, _)| view.verb_is(view.clauses.clause(clause), WordClass::LightVerb))
    }
}
