//! Frames on nouns: "its opposition to", "talks between A and B", "a visit to P by Q", "drew criticism from".

mod about;
mod event;
mod foreign;

use super::argument::{Filler, fillers, of_transparent_verb, owner};
use super::candidate::{Candidate, Match};
use super::clause::{Clause, ClauseIx, ClauseKind, PhraseIx, Role};
use super::compiled::{Direction, Entry, FrameRow, TriggerKind};
use super::context::{Context, EventGroup};
use super::document;
use super::phrase::NounGroup;
use super::reciprocal;
use super::sentence::SentenceView;
use super::unit::Tag;
use crate::curation::{Argument, WordClass};

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
    let document = view.clauses.phrase(host).groups.last().copied().filter(|group| document::is_document(view, *group));
    let subjects = match document {
        Some(document) => document::voices(view, document, &frame.subject),
        None => fillers(view, host, &frame.subject),
    };
    // "will issue a report critical of": as real as the report.
    let made = document.and_then(|document| document::made(view, document)).map(|(ix, _)| ix);
    let mut context = Context::of(view, made);
    if let Some(unit) = view.clauses.phrase(phrase).negation {
        context.negate(view.unit_span(unit));
    }
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
        // "voiced support for each other"
        let objects = match self.preposition_object(view).filter(|_| objects.is_empty()) {
            Some(object) => reciprocal::others(view, object, &event.subjects),
            None => objects,
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
        if found.is_empty() {
            found = self.receiver(view);
        }
        if found.is_empty() && self.entry.preposition.is_none() {
            found = self.object_inside(view);
        }
        found
    }

    /// "gave the plan its support": the first of two objects, if what is given is for it.
    fn receiver(&self, view: &SentenceView<'_>) -> Vec<Filler> {
        let to = self.entry.preposition.is_some_and(|word| matches!(view.lexicon.text(word), "to" | "for" | "on"));
        let clause = view.clause_of(self.phrase).filter(|(_, role)| to && *role == Role::Object);
        let clause = clause.map(|(ix, _)| view.clauses.clause(ix));
        match clause
            .filter(|clause| view.verb_is(clause, WordClass::GivingVerb))
            .map(|clause| clause.objects.as_slice())
        {
            Some([receiver, event]) if *event == self.phrase => fillers(view, *receiver, &self.frame.object),
            _ => Vec::new(),
        }
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
}
