//! What an `Extend` item adds to, and adding it.

use super::item::{Extend, Item};
use super::keys::Space;

/// What an `Extend` item adds to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// An item of this sort.
    Known(Space),
    /// Nothing has the id.
    Unknown,
    /// The item has no such field.
    Wrong {
        /// The field.
        field: &'static str,
        /// The kind of the item, with its article.
        kind: String,
    },
    /// Two items have the id, and both have the fields.
    Ambiguous(String),
}

/// Finds what an `Extend` item adds to, given the items with its id.
pub(super) fn target<'a>(extend: &Extend, get: impl Fn(Space) -> Option<&'a Item>) -> Target {
    let spaces = [Space::Entity, Space::Title, Space::Rule, Space::Group];
    let known: Vec<(Space, &Item)> = spaces.into_iter().filter_map(|space| Some((space, get(space)?))).collect();
    let lacking = |item: &Item| filled(extend).into_iter().find(|field| !takes(item, field));
    let fitting: Vec<&(Space, &Item)> = known.iter().filter(|(_, item)| lacking(item).is_none()).collect();
    match (fitting.as_slice(), known.first()) {
        ([(space, _)], _) => Target::Known(*space),
        ([(_, first), (_, second), ..], _) => {
            Target::Ambiguous(format!("both {} and {}", with_article(first.kind()), with_article(second.kind())))
        }
        ([], Some((_, item))) => {
            Target::Wrong { field: lacking(item).unwrap_or("id"), kind: with_article(item.kind()) }
        }
        ([], None) => Target::Unknown,
    }
}

/// A noun with "a" or "an" before it.
pub(super) fn with_article(noun: &str) -> String {
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {noun}", if vowel { "an" } else { "a" })
}

/// The fields that an `Extend` item fills.
fn filled(extend: &Extend) -> Vec<&'static str> {
    [
        ("aliases", extend.aliases.is_empty()),
        ("demonyms", extend.demonyms.is_empty()),
        ("seats", extend.seats.is_empty()),
        ("heads", extend.heads.is_empty()),
        ("terms", extend.terms.is_empty()),
        ("offices", extend.offices.is_empty()),
        ("verbs", extend.verbs.is_empty()),
        ("nouns", extend.nouns.is_empty()),
        ("adjectives", extend.adjectives.is_empty()),
        ("words", extend.words.is_empty()),
    ]
    .into_iter()
    .filter_map(|(field, empty)| (!empty).then_some(field))
    .collect()
}

/// Whether an item has a field that can be added to.
fn takes(item: &Item, field: &str) -> bool {
    match item {
        Item::State(_) | Item::Organisation(_) => matches!(field, "aliases" | "demonyms" | "seats"),
        Item::Official(_) => matches!(field, "aliases" | "offices"),
        Item::Title(_) => field == "aliases",
        Item::Issue(_) => matches!(field, "aliases" | "heads"),
        Item::Ground(_) => field == "terms",
        Item::Frame(_) | Item::Operator(_) => matches!(field, "verbs" | "nouns" | "adjectives"),
        Item::Synonyms(_) => field == "words",
        _ => false,
    }
}

/// Adds to the lists of an item.
pub(super) fn apply(item: &mut Item, extend: &Extend) {
    match item {
        Item::State(item) => {
            add(&mut item.aliases, &extend.aliases);
            add(&mut item.demonyms, &extend.demonyms);
            add(&mut item.seats, &extend.seats);
        }
        Item::Organisation(item) => {
            add(&mut item.aliases, &extend.aliases);
            add(&mut item.demonyms, &extend.demonyms);
            add(&mut item.seats, &extend.seats);
        }
        Item::Official(item) => {
            add(&mut item.aliases, &extend.aliases);
            item.offices.extend(extend.offices.iter().cloned());
        }
        Item::Title(item) => add(&mut item.names, &extend.aliases),
        Item::Issue(item) => {
            add(&mut item.aliases, &extend.aliases);
            add(&mut item.heads, &extend.heads);
        }
        Item::Ground(item) => add(&mut item.terms, &extend.terms),
        Item::Frame(item) => {
            add(&mut item.verbs, &extend.verbs);
            add(&mut item.nouns, &extend.nouns);
            add(&mut item.adjectives, &extend.adjectives);
        }
        Item::Operator(item) => {
            add(&mut item.verbs, &extend.verbs);
            add(&mut item.nouns, &extend.nouns);
            add(&mut item.adjectives, &extend.adjectives);
        }
        Item::Synonyms(item) => add(&mut item.words, &extend.words),
        _ => {}
    }
}

fn add(words: &mut Vec<String>, more: &[String]) {
    words.extend(more.iter().cloned());
}
