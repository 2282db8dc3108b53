//! What the data lacks for a set of documents, the commonest first, and what to paste to mend it.

use std::cmp::Reverse;

use serde::Serialize;

use crate::corpus::{Seen, Tally};
use crate::curation::World;
use crate::model::{DocumentId, Entity, EntityKind};
use crate::reading::UnknownKind;

/// Words that the data lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// What sort of thing they are.
    pub kind: UnknownKind,
    /// The words; verbs in their base form where that is known.
    pub text: String,
    /// How often they were seen.
    pub count: usize,
    /// The document of the example.
    pub document: Option<DocumentId>,
    /// A sentence with them.
    pub example: String,
    /// What to put in a data file.
    pub fix: String,
}

/// What the data lacks: by kind, then the commonest first, then by the alphabet.
pub fn suggest(tally: &Tally, world: &World) -> Vec<Suggestion> {
    let suggestion = |((kind, text), seen): (&(UnknownKind, String), &Seen)| Suggestion {
        kind: *kind,
        text: text.clone(),
        count: seen.count,
        document: seen.document.clone(),
        example: seen.example.clone(),
        fix: fix(*kind, text, seen, world),
    };
    let mut suggestions: Vec<Suggestion> = tally.unknown.iter().map(suggestion).collect();
    suggestions.sort_by_cached_key(|one| (one.kind, Reverse(one.count), one.text.clone()));
    suggestions
}

fn fix(kind: UnknownKind, text: &str, seen: &Seen, world: &World) -> String {
    let id = slug(text);
    match kind {
        UnknownKind::Verb => verb(text, world),
        UnknownKind::Governor => {
            format!("Operator(id: {id:?}, verbs: [{text:?}], complement: Infinitive, gives: Planned), // or as fits")
        }
        UnknownKind::Title => format!("Title(id: {id:?}, names: [{text:?}]),"),
        UnknownKind::Name => match shape(text, seen, world) {
            Shape::Person => format!("Official(id: {id:?}, name: {text:?}, {}),", belongs(seen)),
            Shape::Letters => format!("Organisation(id: {id:?}, name: {text:?}),"),
            Shape::Other => format!("Organisation(id: {id:?}, name: {text:?}), // or a State, an Official, an Issue"),
        },
    }
}

/// A verb that is listed needs a frame or nothing; one that is not needs one or the other.
fn verb(text: &str, world: &World) -> String {
    let base = text.split(' ').next().unwrap_or(text);
    let listed = world.rules.verbs.iter().any(|verbs| verbs.words.iter().any(|word| word == base));
    let place = if listed { "if it tells a relation" } else { "or to rules/verbs.ron" };
    format!("add {text:?} to a frame's verbs {place}")
}

fn belongs(seen: &Seen) -> String {
    let of = seen.of.as_ref().map_or("...", |of| of.as_str());
    match &seen.title {
        Some(title) => format!("offices: [Office(of: {of:?}, title: {:?})]", title.as_str()),
        None => format!("of: {of:?}"),
    }
}

/// What a name looks like.
enum Shape {
    /// A name after a title, or two or three words after a demonym or with the first name of a known person.
    Person,
    /// Capitals alone.
    Letters,
    /// Anything else.
    Other,
}

fn shape(text: &str, seen: &Seen, world: &World) -> Shape {
    let words: Vec<&str> = text.split(' ').collect();
    let first = words.first().map(|first| format!("{first} ")).unwrap_or_default();
    let namesake =
        |entity: &Entity| matches!(entity.kind, EntityKind::Official { .. }) && entity.name.starts_with(&first);
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).all(char::is_uppercase);
    match () {
        () if seen.title.is_some() => Shape::Person,
        () if letters => Shape::Letters,
        () if matches!(words.len(), 2 | 3) && (seen.of.is_some() || world.entities.values().any(namesake)) => {
            Shape::Person
        }
        () => Shape::Other,
    }
}

/// An id made of a name's letters and digits.
fn slug(text: &str) -> String {
    let spaced: String = text.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    spaced.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-")
}
