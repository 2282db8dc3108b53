//! Frames on nouns: "its opposition to", "talks between A and B", "a visit to P by Q", "drew criticism from".

use super::argument::{Filler, fillers, of_transparent_verb, owner};
use super::candidate::{Candidate, Match};
use super::clause::{Clause, ClauseIx, ClauseKind, PhraseIx, Role};
use super::compiled::{Direction, Entry, FrameRow, TriggerKind};
use super::context::{Blocked, Context, EventGroup};
use super::control::subject_phrase;
use super::lexicon::WordId;
use super::operator;
use super::phrase::{NounGroup, Voice};
use super::sentence::SentenceView;
use super::unit::Tag;
use crate::curation::{Argument, WordClass};
use crate::text::TokenKind;

/// A noun that triggers a frame, in its place.
struct Trigger<'a> {
    phrase: PhraseIx,
    at: usize,
    group: &'a NounGroup,
    entry: &'a Entry,
    frame: &'a FrameRow,
}

/// Who acts, and in which clause the event stands.
struct Event {
    subjects: Vec<Filler>,
    objects: Option<Vec<Filler>>,
    place: Option<(ClauseIx, Role)>,
    /// Whether the verb of that clause only lends its subject.
    light: bool,
}

/// All candidates whose trigger is the head of a group of a noun phrase.
#[inline(never)]
pub fn of_phrase(view: &SentenceView<'_>, phrase: PhraseIx) -> Vec<Candidate> {
    let mut found = Vec::new();
    for at in &view.clauses.phrase(phrase).groups {
        let group = view.group(*at);
        let word = view.word(group.head);
        let singular = view.lexicon.info(word).singular.filter(|singular| *singular != word);
        let entries = view.rules.frames_of(word).iter();
        let entries = entries.chain(singular.into_iter().flat_map(|word| view.rules.frames_of(word)));
        for entry in view.rules.frames_of(word).iter().filter(|entry| entry.kind == TriggerKind::Adjective) {
            found.extend(of_apposition(view, phrase, *at, entry));
        }
        for entry in entries.filter(|entry| entry.kind == TriggerKind::Noun) {
            // Inside an issue's name the noun counts only for what is done to that issue: "the missile defense proposal".
            let plain = view.units[group.head].tag == Tag::Noun;
            let named = entry.preposition.is_none() && view.rules.frames[entry.rule].object.contains(&Argument::Issue);
            if (plain || named) && has_modifiers(view, group, entry) {
                let frame = &view.rules.frames[entry.rule];
                found.extend(Trigger { phrase, at: *at, group, entry, frame }.candidates(view));
            }
        }
    }
    found
}

/// ", long critical of the shield,": an adjective that is another name for the phrase before it.
fn of_apposition(view: &SentenceView<'_>, phrase: PhraseIx, at: usize, entry: &Entry) -> Vec<Candidate> {
    let host = view.clauses.phrases.iter().position(|host| host.apposition == Some(phrase)).map(PhraseIx);
    let object = entry.preposition.and_then(|preposition| view.complement(phrase, preposition));
    let (Some(host), Some(object)) = (host, object) else { return Vec::new() };
    let frame = &view.rules.frames[entry.rule];
    let subjects = fillers(view, host, &frame.subject);
    let context = Context::of(view, None);
    let matched = Match { frame, entry, trigger: view.unit_span(view.group(at).head), context };
    matched.cross(&subjects, &fillers(view, object, &frame.object), &[])
}

/// Whether the words before the head are the ones that the wording asks for.
fn has_modifiers(view: &SentenceView<'_>, group: &NounGroup, entry: &Entry) -> bool {
    let before = group.head.checked_sub(entry.modifiers.len());
    before.is_some_and(|start| {
        start >= group.units.start
            && entry.modifiers.iter().enumerate().all(|(at, word)| view.is_noun(start + at, *word))
    })
}

impl Trigger<'_> {
    fn candidates(&self, view: &SentenceView<'_>) -> Vec<Candidate> {
        let event = self.event(view);
        if let Some(found) = self.mutual(view, &event) {
            return found;
        }
        if event.subjects.is_empty() {
            return Vec::new();
        }
        let objects = match event.objects {
            Some(ref objects) => objects.clone(),
            None => self.objects(view),
        };
        if objects.is_empty() {
            return Vec::new();
        }
        self.matched(view, &event).cross(&event.subjects, &objects, &self.about(view))
    }

    fn matched(&self, view: &SentenceView<'_>, event: &Event) -> Match<'_> {
        let start = self.group.head - self.entry.modifiers.len();
        let definite = self.group.possessor.is_some()
            || self.group.pronoun.is_some()
            || self.group.units.clone().any(|unit| view.text(unit) == "the");
        let answered = self.is_answered(view, event);
        let group = EventGroup { phrase: self.phrase, light: event.light, definite, answered };
        let mut context = Context::of_event(view, event.place, group);
        self.dated_by_tail(view, &mut context);
        self.hold_foreign(view, event, &mut context);
        if let Some(unit) = self.group.negation {
            context.negate(view.unit_span(unit));
        }
        Match { frame: self.frame, entry: self.entry, trigger: view.span(start..self.group.head + 1), context }
    }

    /// "talks between A and B", "Russian-Chinese talks", "A and B held talks".
    fn mutual(&self, view: &SentenceView<'_>, event: &Event) -> Option<Vec<Candidate>> {
        if self.frame.direction != Direction::Mutual {
            return None;
        }
        let among = ["between", "among", "of"].iter().find_map(|word| {
            let phrase = view.complement(self.phrase, view.lexicon.id(word))?;
            let actors = fillers(view, phrase, &self.frame.subject);
            (actors.len() > 1).then_some(actors)
        });
        let owners = || owner(view, self.phrase, self.at, &self.frame.subject);
        let with = self.preposition_object(view).is_some();
        let actors = among
            .or_else(|| Some(owners()).filter(|actors| actors.len() > 1 && !with))
            .or_else(|| (event.subjects.len() > 1 && !with).then(|| event.subjects.clone()))?;
        Some(self.matched(view, event).pairs(&actors, &self.about(view)))
    }

    /// Who acts: an owner, "by", a light verb's subject, or the one that a preposition hides.
    fn event(&self, view: &SentenceView<'_>) -> Event {
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
    fn light(&self, view: &SentenceView<'_>, place: Option<(ClauseIx, Role)>) -> Option<Event> {
        if let Some(event) = self.turned_into(view, place) {
            return Some(event);
        }
        if let Some((ix, clause)) = self.reduced(view) {
            let by = view.adjunct(clause, view.lexicon.id("by"))?;
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
            (true, Role::Subject, true) => view.adjunct(clause, view.lexicon.id("by")),
            _ => None,
        }?;
        let has_own = self.group.possessor.is_some() || self.is_foreign(view, subject);
        let subjects = fillers(view, subject, &self.frame.subject);
        (!subjects.is_empty() && !has_own).then_some(Event { subjects, objects: None, place, light: true })
    }

    /// "turn its partnerships with China and India into a three-way partnership": what becomes of an event has its ends.
    fn turned_into(&self, view: &SentenceView<'_>, place: Option<(ClauseIx, Role)>) -> Option<Event> {
        let (ix, Role::Adjunct) = place? else { return None };
        let led = view.clauses.phrase(self.phrase).preposition.is_some_and(|unit| view.text(unit) == "into");
        let object = *view.clauses.clause(ix).objects.first().filter(|_| led)?;
        let at = *view.clauses.phrase(object).groups.first()?;
        let same = self.entry.preposition.filter(|_| view.is_noun(view.group(at).head, self.noun(view)))?;
        let objects = view.complement(object, same).map(|phrase| fillers(view, phrase, &self.frame.object))?;
        let own = owner(view, object, at, &self.frame.subject);
        let subjects = match own.is_empty() {
            true => subject_phrase(view, ix).map(|subject| fillers(view, subject, &self.frame.subject))?,
            false => own,
        };
        Some(Event { subjects, objects: Some(objects), place, light: true })
    }

    /// The singular of the noun.
    fn noun(&self, view: &SentenceView<'_>) -> WordId {
        let word = view.word(self.group.head);
        view.lexicon.info(word).singular.unwrap_or(word)
    }

    /// What a verb says of another's event is not known to be so: "rejected a French proposal", "cancelled his visit".
    fn hold_foreign(&self, view: &SentenceView<'_>, event: &Event, context: &mut Context) {
        let Some((ix, role)) = event.place else { return };
        let clause = view.clauses.clause(ix);
        let operator = operator::of_event(view, clause, self.phrase, role);
        let foreign = subject_phrase(view, ix).is_some_and(|subject| self.is_foreign(view, subject));
        if let Some(found) = operator.filter(|_| foreign && role != Role::Subject && !self.is_answered(view, event)) {
            context.block(Blocked::Governor(found.span));
        }
    }

    /// "rejected a Russian proposal": whoever answers what another did tells that he did it.
    fn is_answered(&self, view: &SentenceView<'_>, event: &Event) -> bool {
        event.place.is_some_and(|(ix, role)| {
            let foreign = subject_phrase(view, ix).is_some_and(|subject| self.is_foreign(view, subject));
            foreign && role == Role::Object && view.verb_is(view.clauses.clause(ix), WordClass::Response)
        })
    }

    /// Whether the noun names an owner who is not the one at a phrase: "rejected a French proposal".
    fn is_foreign(&self, view: &SentenceView<'_>, subject: PhraseIx) -> bool {
        let own = match self.group.pronoun {
            Some(_) => Vec::new(),
            None => owner(view, self.phrase, self.at, &self.frame.subject),
        };
        let subjects = fillers(view, subject, &self.frame.subject);
        !own.is_empty() && own.iter().all(|actor| subjects.iter().all(|other| other.referent != actor.referent))
    }

    fn is_light(&self, view: &SentenceView<'_>, place: Option<(ClauseIx, Role)>) -> bool {
        place.is_some_and(|(clause, _)| view.verb_is(view.clauses.clause(clause), WordClass::LightVerb))
    }

    /// "a visit to Moscow, scheduled for April": a participle after the noun dates it, and may make it a plan.
    fn dated_by_tail(&self, view: &SentenceView<'_>, context: &mut Context) {
        if context.when.is_some() {
            return;
        }
        let tail = view.clauses.clauses.iter().enumerate().find(|(_, clause)| {
            let verb = view.verb(clause);
            clause.kind == ClauseKind::Participle && verb.units.start > self.group.head && !clause.times.is_empty()
        });
        if let Some((at, clause)) = tail
            && self.last_before(view, clause)
        {
            context.date(view, ClauseIx(at));
        }
    }

    /// Whether the noun's own phrases are the last before a clause.
    fn last_before(&self, view: &SentenceView<'_>, clause: &Clause) -> bool {
        let start = view.verb(clause).units.start;
        let region = view.clauses.phrase(self.phrase).region;
        let between = view
            .clauses
            .phrases
            .iter()
            .skip(self.phrase.0)
            .filter(|phrase| phrase.groups.first().is_some_and(|group| view.group(*group).units.start < start));
        between.into_iter().all(|phrase| phrase.region == region)
    }

    /// Who gives what is received: "from", "of", or the noun's owner.
    fn givers(&self, view: &SentenceView<'_>, clause: &Clause) -> Vec<Filler> {
        let from = view.lexicon.id("from");
        let after = ["from", "of", "by"].map(|word| view.complement(self.phrase, view.lexicon.id(word)));
        let named = view.adjunct(clause, from).into_iter().chain(after.into_iter().flatten());
        let mut found = named.map(|phrase| fillers(view, phrase, &self.frame.subject));
        found
            .find(|actors| !actors.is_empty())
            .unwrap_or_else(|| owner(view, self.phrase, self.at, &self.frame.subject))
    }

    /// "a trip to China taken by": a participle of a light verb that may belong to this noun.
    fn reduced<'v>(&self, view: &'v SentenceView<'_>) -> Option<(ClauseIx, &'v Clause)> {
        let clauses = view.clauses.clauses.iter().enumerate().map(|(at, clause)| (ClauseIx(at), clause));
        clauses.skip_while(|(_, clause)| view.verb(clause).units.start < self.group.head).take(3).find(|(_, clause)| {
            clause.kind == ClauseKind::Participle
                && clause.antecedents.contains(&self.phrase)
                && view.verb_is(clause, WordClass::LightVerb)
        })
    }

    /// "In talks with China, Russia ...": the subject of the clause that the event is a circumstance of.
    fn hidden(&self, view: &SentenceView<'_>, place: Option<(ClauseIx, Role)>) -> Vec<Filler> {
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
    fn before_colon(&self, view: &SentenceView<'_>) -> Option<PhraseIx> {
        let first = view.clauses.phrases.first()?.groups.as_slice();
        let [name] = first else { return None };
        let colon = view.group(*name).units.end;
        let headline =
            view.clauses.clauses.is_empty() && self.phrase == PhraseIx(1) && self.group.units.start == colon + 1;
        let marked = view.words.tokens[view.units.get(colon)?.start].kind == TokenKind::Colon;
        (headline && marked).then_some(PhraseIx(0))
    }

    fn preposition_object(&self, view: &SentenceView<'_>) -> Option<PhraseIx> {
        let preposition = self.entry.preposition?;
        let direct = view.complement(self.phrase, preposition);
        // After a light verb the object may follow the verb's other complements: "held talks in Moscow with".
        direct.or_else(|| {
            let (clause, _) = view.clause_of(self.phrase)?;
            view.adjunct(view.clauses.clause(clause), preposition).filter(|object| *object > self.phrase)
        })
    }

    fn objects(&self, view: &SentenceView<'_>) -> Vec<Filler> {
        if let Some(object) = self.preposition_object(view) {
            return fillers(view, object, &self.frame.object);
        }
        let mut found = Vec::new();
        let to = view.lexicon.id("to");
        for (_, clause) in view.completing(self.at) {
            let led = match clause.kind {
                ClauseKind::Infinitive => Some(to),
                _ => clause.led_by.map(|unit| view.word(unit)),
            };
            if led == self.entry.preposition {
                of_transparent_verb(view, clause, &self.frame.object, 4, &mut found);
            }
        }
        if found.is_empty() && self.entry.preposition.is_none() {
            found = self.object_inside(view);
        }
        found
    }

    /// "the missile defense proposal": the issue stands before the noun, or the noun is part of its name.
    fn object_inside(&self, view: &SentenceView<'_>) -> Vec<Filler> {
        let span = view.span(self.group.units.clone());
        let as_filler = |referent| Filler { referent, span, via: None, negation: None };
        let fits = |referent: &super::table::Referent| {
            view.table.sort(*referent).fits(&[Argument::Issue]) && view.table.sort(*referent).fits(&self.frame.object)
        };
        self.group.referents.iter().copied().filter(fits).map(as_filler).collect()
    }

    fn about(&self, view: &SentenceView<'_>) -> Vec<Filler> {
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
    fn topic(&self, view: &SentenceView<'_>) -> Vec<Filler> {
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
    fn about_inside(&self, view: &SentenceView<'_>) -> Vec<Filler> {
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
