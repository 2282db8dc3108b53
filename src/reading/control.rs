//! Who does what an infinitive or a participle tells: the subject it shares with the clause above it.

use super::argument::{self, Filler};
use super::clause::{Clause, ClauseIx, ClauseKind, PhraseIx};
use super::compiled::{Direction, Entry, TriggerKind};
use super::sentence::SentenceView;
use super::unit::Tag;
use super::{document, operator};
use crate::curation::{Argument, Gives};

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
        if let Some(group) = document::told_by(current) {
            return document::made(view, group).map(|(_, maker)| maker);
        }
        let governor = current.governor.filter(|governor| governor.0 < at.0)?;
        if let Some(object) = controlling_object(view, current, view.clauses.clause(governor)) {
            return Some(object);
        }
        at = governor;
    }
    None
}

/// What fills the subject's place of a clause: the owner of the noun it completes ("Tokyo's decision to join"), or its
/// subject phrase.
pub fn subjects(view: &SentenceView<'_>, clause: ClauseIx, arguments: &[Argument]) -> Vec<Filler> {
    let mut at = clause;
    for _ in 0..DEPTH {
        let current = view.clauses.clause(at);
        if current.subject.is_some() {
            break;
        }
        if let Some(group) = document::told_by(current) {
            return document::voices(view, group, arguments);
        }
        if let Some(group) = current.completes
            && let Some(phrase) = phrase_of(view, group)
        {
            let owners = argument::owner(view, phrase, group, arguments);
            if !owners.is_empty() {
                return owners;
            }
            // "the mayor's decision to join" is nobody else's.
            if is_owned(view, group) {
                return Vec::new();
            }
            if let Some(host) = apposed(view, group) {
                return argument::fillers(view, host, arguments);
            }
        }
        match current.governor.filter(|governor| governor.0 < at.0) {
            Some(governor) => at = governor,
            None => break,
        }
    }
    let mut found =
        subject_phrase(view, clause).map(|phrase| argument::fillers(view, phrase, arguments)).unwrap_or_default();
    if let Some(partner) = partner(view, view.clauses.clause(clause)).filter(|_| !found.is_empty()) {
        let partners = argument::fillers(view, partner, arguments).into_iter();
        let new: Vec<Filler> =
            partners.filter(|other| found.iter().all(|known| known.referent != other.referent)).collect();
        found.extend(new);
    }
    found
}

/// "agreed with Japan to sign": who does with the subject what the verb above tells also does what follows.
fn partner(view: &SentenceView<'_>, clause: &Clause) -> Option<PhraseIx> {
    let governor = clause.governor.filter(|_| clause.kind == ClauseKind::Infinitive && clause.subject.is_none())?;
    let (governor, with) = (view.clauses.clause(governor), view.rules.with);
    let partner = view.adjunct(governor, with)?;
    let mutual = |entry: &Entry| {
        entry.kind == TriggerKind::Verb
            && entry.noun.is_none()
            && entry.preposition == Some(with)
            && view.rules.frames[entry.rule].direction == Direction::Mutual
    };
    let joint = view.lemmas(governor).any(|lemma| view.rules.frames_of(lemma).iter().any(mutual));
    (joint && !view.is_passive(governor)).then_some(partner)
}

/// Whether somebody owns what a group tells, known or not; a time owns nothing: "last week's decision".
fn is_owned(view: &SentenceView<'_>, group: usize) -> bool {
    let units = view.group(group).units.clone();
    let mut marks = units.filter(|unit| view.units[*unit].tag == Tag::PossessiveMark && *unit > 0);
    marks.any(|unit| !matches!(view.units[unit - 1].tag, Tag::Time(_)))
}

/// "Japan, unwilling to join,": the phrase that a group is another name for.
pub fn apposed(view: &SentenceView<'_>, group: usize) -> Option<PhraseIx> {
    let phrase = phrase_of(view, group)?;
    view.clauses.phrases.iter().position(|host| host.apposition == Some(phrase)).map(PhraseIx)
}

/// The noun phrase that holds a noun group.
pub fn phrase_of(view: &SentenceView<'_>, group: usize) -> Option<PhraseIx> {
    view.clauses.phrases.iter().position(|phrase| phrase.groups.contains(&group)).map(PhraseIx)
}

/// "by attacking", "after meeting": a gerund that tells how or when its clause came about.
pub fn is_circumstance(view: &SentenceView<'_>, clause: &Clause) -> bool {
    let led = clause.led_by.map(|unit| view.text(unit));
    clause.kind == ClauseKind::Gerund
        && matches!(led, Some("by" | "after" | "before" | "while" | "when" | "following" | "upon"))
}

/// "urged Japan to drop": the object of a request is the subject of what is asked.
fn controlling_object(view: &SentenceView<'_>, clause: &Clause, governor: &Clause) -> Option<PhraseIx> {
    let infinitive = matches!(clause.kind, ClauseKind::Infinitive);
    let requested = operator::of_clause(view, governor, clause).is_some_and(|found| found.gives == Gives::Requested);
    let led = clause.kind == ClauseKind::Gerund && clause.led_by.is_some() && !is_circumstance(view, clause);
    let by_object = infinitive && requested || led;
    let object = governor.objects.first().copied().or_else(|| operator::addressee(view, governor));
    // "stopped short of opposing": what is no name controls nothing.
    object.filter(|object| by_object && names_something(view, *object))
}

fn names_something(view: &SentenceView<'_>, phrase: PhraseIx) -> bool {
    let groups = &view.clauses.phrase(phrase).groups;
    groups.iter().any(|group| !view.group(*group).referents.is_empty() || argument::is_pronoun(view, *group))
}
