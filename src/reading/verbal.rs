//! Frames on clauses: verbs in every voice, adjectives after "be", and requests.

use super::argument::{Filler, fillers, is_pronoun, of_transparent_verb, owner};
use super::candidate::{Candidate, Match};
use super::clause::{Clause, ClauseIx, ClauseKind, PhraseIx, Role};
use super::compiled::{Direction, Entry, FrameRow, TriggerKind};
use super::context::Context;
use super::control::{subject_phrase, subjects};
use super::lexicon::WordId;
use super::mention::MentionKind;
use super::operator::{self, has_particles, predicate_units};
use super::phrase::{NounGroup, Voice};
use super::sentence::SentenceView;
use super::unit::Tag;
use super::{complement, reciprocal, reference};
use crate::curation::{Argument, WordClass};

/// The phrases that fill the places of a frame, before they are looked into.
#[derive(Default)]
struct Places {
    agents: Vec<PhraseIx>,
    object: Option<PhraseIx>,
    /// The clause whose object stands for the object: "opposes deploying TMD".
    object_clause: Option<ClauseIx>,
    /// The noun whose owner is the object: "ordered Italy's release", as "ordered the release of Italy".
    owned: Option<PhraseIx>,
    end: usize,
}

/// All candidates whose trigger is the verb or predicate of a clause.
#[inline(never)]
pub fn of_clause(view: &SentenceView<'_>, ix: ClauseIx) -> Vec<Candidate> {
    let clause = view.clauses.clause(ix);
    let mut found = Vec::new();
    let lemmas: Vec<WordId> = view.lemmas(clause).collect();
    // Of the many nouns and complements that a verb may have, few are there.
    let asked = if lemmas.is_empty() { Vec::new() } else { words_asked(view, ix, clause) };
    for lemma in lemmas {
        for entry in view.rules.frames_asking(lemma, &asked).filter(|entry| entry.kind == TriggerKind::Verb) {
            if let Some(places) = places(view, ix, clause, entry) {
                found.extend(fill(view, ix, clause, entry, &places));
            }
        }
    }
    if view.verb(clause).copula {
        found.extend(clause.adjuncts.iter().flat_map(|adjunct| prepositional(view, ix, clause, *adjunct)));
    }
    for unit in predicate_units(view, clause) {
        for entry in view.rules.frames_of(view.word(unit)).iter().filter(|entry| entry.kind == TriggerKind::Adjective) {
            found.extend(adjective(view, ix, clause, unit, entry));
        }
    }
    found
}

/// The words that wordings may ask for: the heads of what a clause has in its places, each with its singular, and what may
/// be a complement after its verb.
fn words_asked(view: &SentenceView<'_>, ix: ClauseIx, clause: &Clause) -> Vec<WordId> {
    let adjuncts = clause.adjuncts.iter().map(|(_, phrase)| *phrase);
    let phrases = clause.objects.iter().copied().chain(adjuncts).chain(subject_phrase(view, ix));
    let mut nouns = Vec::new();
    for group in phrases.flat_map(|phrase| &view.clauses.phrase(phrase).groups) {
        let word = view.word(view.group(*group).head);
        nouns.extend([Some(word), view.lexicon.info(word).singular].into_iter().flatten());
    }
    if !nouns.is_empty() {
        nouns.push(view.rules.any);
    }
    nouns.extend(complement::words_after(view, clause));
    nouns.sort_unstable();
    nouns.dedup();
    nouns
}

fn places(view: &SentenceView<'_>, ix: ClauseIx, clause: &Clause, entry: &Entry) -> Option<Places> {
    let verb = view.verb(clause);
    if verb.copula || !has_particles(view, clause, entry) {
        return None;
    }
    let adjunct = |preposition: Option<WordId>| preposition.and_then(|word| view.adjunct(clause, word));
    let by = view.rules.by;
    let mut places = Places { end: verb.units.end, ..Places::default() };
    if !entry.complement.is_empty() {
        return with_complement(view, ix, clause, entry);
    }
    match (verb.voice, entry.noun) {
        (Voice::Active, Some(noun)) => {
            let (event, receiver) = light_event(view, clause, entry, noun)?;
            places.end = event;
            places.object = receiver.or_else(|| adjunct(entry.preposition)).or_else(|| {
                // "lifted sanctions imposed on Japan"
                of_reduced(view, ix, *clause.objects.first()?, entry.preposition?)
            });
            if entry.preposition.is_none() {
                places.object = clause.objects.first().copied();
            }
            if places.object.is_none() {
                places.object_clause = gerund_object(view, ix, entry.preposition);
                places.owned = clause.objects.first().copied().filter(|_| entry.preposition == Some(view.rules.of));
            }
        }
        (Voice::Active, None) => {
            places.object = match entry.preposition {
                Some(_) => adjunct(entry.preposition),
                None => clause.objects.first().copied().or_else(|| gap_object(view, clause)),
            };
            if places.object.is_none() {
                places.object_clause = gerund_object(view, ix, entry.preposition);
            }
        }
        (Voice::Passive, Some(noun)) => {
            let subject = subject_phrase(view, ix);
            let received = view.verb_is(clause, WordClass::GivingVerb)
                && entry.preposition.is_some_and(|word| is_of_receiver(view, word))
                && light_object(view, clause.objects.first().copied(), noun).is_some();
            if !received {
                light_object(view, subject, noun)?;
            }
            places.agents = view.adjuncts(clause, by);
            // "sanctions against Libya were suspended": the object may stand with the noun.
            let beside = || view.complement(subject?, entry.preposition?);
            places.object = adjunct(entry.preposition).or_else(beside).or_else(|| {
                // "was offered help by": who is given something is the subject.
                let receives = subject.filter(|_| received);
                receives.or_else(|| of_reduced(view, ix, subject?, entry.preposition?))
            });
        }
        (Voice::Passive, None) => {
            if let Some(preposition) = entry.preposition {
                clause.particles.iter().find(|unit| view.word(**unit) == preposition)?;
            }
            places.agents = view.adjuncts(clause, by);
            places.object = clause.subject.or_else(|| subject_phrase(view, ix));
        }
    }
    Some(places)
}

/// "held two sailors hostage", "were held hostage by": the words after the object may also stand before it.
fn with_complement(view: &SentenceView<'_>, ix: ClauseIx, clause: &Clause, entry: &Entry) -> Option<Places> {
    let words = complement::find(view, clause, entry)?;
    let end = words.end;
    if view.is_passive(clause) {
        let object = clause.subject.or_else(|| subject_phrase(view, ix));
        return Some(Places { agents: view.adjuncts(clause, view.rules.by), object, end, ..Places::default() });
    }
    let head = |phrase: &PhraseIx| {
        let groups = &view.clauses.phrase(*phrase).groups;
        groups.iter().any(|group| words.contains(&view.group(*group).head))
    };
    let object = clause.objects.iter().copied().find(|object| !head(object)).or_else(|| gap_object(view, clause));
    Some(Places { object, end, ..Places::default() })
}

/// A light verb's noun, by the unit after it, and the receiver if two objects follow ("granted Japan permission"). After a
/// particle the noun is what that leads: "turned down an offer from", "came to the aid of".
fn light_event(
    view: &SentenceView<'_>,
    clause: &Clause,
    entry: &Entry,
    noun: WordId,
) -> Option<(usize, Option<PhraseIx>)> {
    let two = clause.objects.len() == 2 && noun == view.rules.any;
    if let Some(end) = light_object(view, clause.objects.first().copied(), noun).filter(|_| !two) {
        return Some((end, None));
    }
    if let [receiver, event] = clause.objects.as_slice() {
        let to = entry.preposition.is_some_and(|word| is_of_receiver(view, word));
        return light_object(view, Some(*event), noun).filter(|_| to).map(|end| (end, Some(*receiver)));
    }
    let led = entry.particles.last().and_then(|particle| view.adjunct(clause, *particle));
    light_object(view, led, noun).map(|end| (end, None))
}

/// Whether what a preposition leads may stand as the first of two objects: "gave help to Japan", "gave Japan help".
fn is_of_receiver(view: &SentenceView<'_>, preposition: WordId) -> bool {
    matches!(view.lexicon.text(preposition), "to" | "for" | "on")
}

/// "sanctions imposed on Japan": what a preposition leads in a passive participle that tells of a phrase.
fn of_reduced(view: &SentenceView<'_>, ix: ClauseIx, phrase: PhraseIx, preposition: WordId) -> Option<PhraseIx> {
    let first = match view.clauses.phrase(phrase).role {
        Some((_, Role::Subject)) => 0,
        _ => ix.0 + 1,
    };
    let mut near = view.clauses.clauses.iter().skip(first).take(6);
    let participle = near.find(|clause| {
        clause.kind == ClauseKind::Participle && clause.antecedents.contains(&phrase) && view.is_passive(clause)
    })?;
    view.adjunct(participle, preposition).filter(|_| view.verb_is(participle, WordClass::LightVerb))
}

/// "which Graustark has refused to sign": the object of an infinitive that a relative clause leaves open.
fn gap_object(view: &SentenceView<'_>, clause: &Clause) -> Option<PhraseIx> {
    let mut current = clause;
    for _ in 0..4 {
        if !matches!(current.kind, ClauseKind::Infinitive | ClauseKind::Complement) {
            return None;
        }
        current = view.clauses.clause(current.governor?);
        if current.kind == ClauseKind::Relative {
            return current.objects.first().copied();
        }
    }
    None
}

/// Whether a unit is a common noun: a title is one too ("withdrew its troops").
fn is_common(view: &SentenceView<'_>, unit: usize) -> bool {
    match view.units[unit].tag {
        Tag::Noun => true,
        Tag::Mention(mention) => view.mentions[mention].kind == MentionKind::Title,
        _ => false,
    }
}

/// The end of a light verb's object, if its head is the noun that the wording asks for.
fn light_object(view: &SentenceView<'_>, phrase: Option<PhraseIx>, noun: WordId) -> Option<usize> {
    let groups = &view.clauses.phrase(phrase?).groups;
    if noun == view.rules.any {
        return groups.last().map(|at| view.group(*at).head + 1);
    }
    // A noun inside a name is no event: "signed the Mekong Water Treaty".
    let plain = |group: &NounGroup| is_common(view, group.head) && view.is_noun(group.head, noun);
    // Nor is one that an issue was called before: "signed the treaty".
    let event = groups.iter().find(|at| plain(view.group(**at)) && reference::issue_again(view, **at).is_none());
    event.map(|at| view.group(*at).head + 1)
}

/// "gave no aid", "no sanctions were imposed": what negates a light verb's noun.
fn negation_of_event(view: &SentenceView<'_>, ix: ClauseIx, clause: &Clause, noun: WordId) -> Option<usize> {
    let subject = if view.is_passive(clause) { subject_phrase(view, ix) } else { None };
    let led = clause.adjuncts.iter().map(|(_, phrase)| *phrase);
    let phrases = clause.objects.iter().copied().chain(subject).chain(led);
    let mut groups = phrases.flat_map(|phrase| &view.clauses.phrase(phrase).groups).map(|group| view.group(*group));
    groups.find(|group| view.is_noun(group.head, noun)).and_then(|group| group.negation)
}

/// "opposes deploying", "objects to deploying": a gerund in the object's place.
fn gerund_object(view: &SentenceView<'_>, ix: ClauseIx, preposition: Option<WordId>) -> Option<ClauseIx> {
    view.governed(ix)
        .find(|(_, clause)| {
            clause.kind == ClauseKind::Gerund
                && clause.subject.is_none()
                && clause.led_by.map(|unit| view.word(unit)) == preposition
        })
        .map(|(ix, _)| ix)
}

fn fill(view: &SentenceView<'_>, ix: ClauseIx, clause: &Clause, entry: &Entry, places: &Places) -> Vec<Candidate> {
    let frame = &view.rules.frames[entry.rule];
    let subjects = match view.verb(clause).voice {
        // An active clause may have the owner of a noun for its subject: "Tokyo's decision to join".
        Voice::Active => subjects(view, ix, &frame.subject),
        Voice::Passive => {
            places.agents.iter().flat_map(|agent| fillers(view, *agent, &frame.subject)).collect::<Vec<Filler>>()
        }
    };
    if subjects.is_empty() {
        return Vec::new();
    }
    let mut objects = objects(view, frame, clause, places);
    if let Some(object) = places.object.filter(|_| objects.is_empty()) {
        objects = reciprocal::others(view, object, &subjects);
    }
    let matched = || {
        let trigger = view.span(view.verb(clause).units.start..places.end);
        let mut context = Context::of(view, Some(ix));
        if let Some(unit) = entry.noun.and_then(|noun| negation_of_event(view, ix, clause, noun)) {
            context.negate(view.unit_span(unit));
        }
        (Match { frame, entry, trigger, context }, about(view, frame, clause, places.object))
    };
    if !objects.is_empty() {
        let (matched, about) = matched();
        return matched.cross(&subjects, &objects, &about);
    }
    let with = view.adjunct(clause, view.rules.with).map(|phrase| fillers(view, phrase, &frame.object));
    let alone = with.is_none_or(|with| with.is_empty()) && (places.object.is_none() || entry.preposition.is_none());
    // "fought a war" is no fight of one with the other.
    let other = clause.objects.first().is_some_and(|object| {
        let noun = |group: &usize| !is_pronoun(view, *group);
        view.clauses.phrase(*object).groups.iter().any(noun) && fillers(view, *object, &[Argument::Issue]).is_empty()
    });
    let alone = alone && (entry.noun.is_some() || !other);
    // "agreed to support it": what they do together is what follows.
    let alone = alone && !view.governed(ix).any(|(_, inner)| operator::of_clause(view, clause, inner).is_some());
    let place = clause.marker.is_some_and(|unit| view.text(unit) == "where");
    if frame.direction == Direction::Mutual && !place && subjects.len() > 1 && alone {
        let (matched, about) = matched();
        return matched.pairs(&subjects, &about);
    }
    Vec::new()
}

fn objects(view: &SentenceView<'_>, frame: &FrameRow, clause: &Clause, places: &Places) -> Vec<Filler> {
    // "not the bridge but the dam": one of the two is negated, and both are said.
    let contrast = clause.objects.iter().any(|object| view.clauses.phrase(*object).negation.is_some());
    if contrast && places.object == clause.objects.first().copied() {
        return clause.objects.iter().flat_map(|object| fillers(view, *object, &frame.object)).collect();
    }
    if let Some(object) = places.object {
        return fillers(view, object, &frame.object);
    }
    let mut found = Vec::new();
    if let Some(clause) = places.object_clause {
        of_transparent_verb(view, view.clauses.clause(clause), &frame.object, 4, &mut found);
    }
    // "rejected Norway's proposal for a dam": what is about an issue is a stance on that.
    let about_issue = |phrase: &PhraseIx| !fillers(view, *phrase, &[Argument::Issue]).is_empty();
    let owned = places.owned.filter(|_| found.is_empty()).filter(|phrase| !about_issue(phrase)).into_iter();
    found.extend(owned.flat_map(|phrase| possessors(view, phrase, &frame.object)));
    found
}

/// Whose the last noun of a phrase is: "froze Libya's assets", "froze Libyan assets".
fn possessors(view: &SentenceView<'_>, phrase: PhraseIx, arguments: &[Argument]) -> Vec<Filler> {
    let last = view.clauses.phrase(phrase).groups.last();
    last.map(|at| owner(view, phrase, *at, arguments)).unwrap_or_default()
}

/// The issue that a clause's adjuncts, or the phrases after its object, say it is about.
fn about(view: &SentenceView<'_>, frame: &FrameRow, clause: &Clause, object: Option<PhraseIx>) -> Vec<Filler> {
    let leads = |unit: &usize| frame.about.contains(&view.word(*unit));
    let adjuncts = clause.adjuncts.iter().filter(|(unit, phrase)| leads(unit) && Some(*phrase) != object);
    let mut found: Vec<Filler> = adjuncts.flat_map(|(_, phrase)| fillers(view, *phrase, &[Argument::Issue])).collect();
    if found.is_empty()
        && let Some(object) = object
    {
        let after = view
            .clauses
            .following(object)
            .filter(|next| view.clauses.phrase(*next).preposition.as_ref().is_some_and(leads));
        found = after.flat_map(|next| fillers(view, next, &[Argument::Issue])).collect();
    }
    found
}

/// "is opposed to": the subject is the clause's, the object is what the preposition leads.
fn adjective(view: &SentenceView<'_>, ix: ClauseIx, clause: &Clause, unit: usize, entry: &Entry) -> Vec<Candidate> {
    let frame = &view.rules.frames[entry.rule];
    let Some(preposition) = entry.preposition else { return Vec::new() };
    let Some(subject) = subject_phrase(view, ix) else { return Vec::new() };
    let object = view.adjunct(clause, preposition);
    let subjects = fillers(view, subject, &frame.subject);
    // "is opposed to building the bridge"
    let object_clause = if object.is_none() { gerund_object(view, ix, Some(preposition)) } else { None };
    let objects = objects(view, frame, clause, &Places { object, object_clause, ..Places::default() });
    if subjects.is_empty() || objects.is_empty() {
        return Vec::new();
    }
    let start = view.verb(clause).units.start.min(unit);
    let about = about(view, frame, clause, object);
    let matched = Match { frame, entry, trigger: view.span(start..unit + 1), context: Context::of(view, Some(ix)) };
    matched.cross(&subjects, &objects, &about)
}

/// "is against": a preposition after "be" that carries the relation by itself.
fn prepositional(
    view: &SentenceView<'_>,
    ix: ClauseIx,
    clause: &Clause,
    (unit, object): (usize, PhraseIx),
) -> Vec<Candidate> {
    let mut found = Vec::new();
    let entries = view.rules.frames_of(view.word(unit)).iter();
    for entry in entries.filter(|entry| entry.kind == TriggerKind::Adjective && entry.preposition.is_none()) {
        let frame = &view.rules.frames[entry.rule];
        let (subjects, objects) = (subjects(view, ix, &frame.subject), fillers(view, object, &frame.object));
        if subjects.is_empty() || objects.is_empty() {
            continue;
        }
        let trigger = view.span(view.verb(clause).units.start..unit + 1);
        let matched = Match { frame, entry, trigger, context: Context::of(view, Some(ix)) };
        found.extend(matched.cross(&subjects, &objects, &[]));
    }
    found
}
