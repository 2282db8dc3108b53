//! The wordings that items hold.

use super::item::{Extend, Item};
use super::tree::Step;

/// A wording of an item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wording<'a> {
    /// The field that holds it.
    pub(super) field: &'static str,
    /// Its number in the field's list.
    pub(super) index: Option<usize>,
    /// Its number in a tuple of that list.
    pub(super) part: Option<usize>,
    /// The words.
    pub(super) text: &'a str,
}

impl Wording<'_> {
    /// The path to it.
    pub(super) fn path(&self) -> Vec<Step<'static>> {
        let parts = [self.index, self.part].into_iter().flatten().map(Step::Index);
        std::iter::once(Step::Field(self.field)).chain(parts).collect()
    }
}

fn one<'a>(field: &'static str, text: &'a str) -> Wording<'a> {
    Wording { field, index: None, part: None, text }
}

type Wordings<'a> = Vec<Wording<'a>>;

fn list<'a>(all: &mut Wordings<'a>, field: &'static str, words: &'a [String]) {
    let wording = |(index, text): (usize, &'a String)| Wording { field, index: Some(index), part: None, text };
    all.extend(words.iter().enumerate().map(wording));
}

fn lists<'a>(lists: &[(&'static str, &'a [String])]) -> Wordings<'a> {
    let mut all = Vec::new();
    lists.iter().for_each(|(field, words)| list(&mut all, field, words));
    all
}

/// The names that an item gives to an entity; grounds have none that texts use.
pub(super) fn names(item: &Item) -> Wordings<'_> {
    let (name, fields): (&str, Wordings<'_>) = match item {
        Item::State(item) => {
            (&item.name, lists(&[("aliases", &item.aliases), ("demonyms", &item.demonyms), ("seats", &item.seats)]))
        }
        Item::Organisation(item) => {
            (&item.name, lists(&[("aliases", &item.aliases), ("demonyms", &item.demonyms), ("seats", &item.seats)]))
        }
        Item::Official(item) => (&item.name, lists(&[("aliases", &item.aliases)])),
        Item::Issue(item) => (&item.name, lists(&[("aliases", &item.aliases)])),
        Item::Extend(item) => return extend_names(item),
        _ => return Vec::new(),
    };
    std::iter::once(one("name", name)).chain(fields).collect()
}

fn extend_names(item: &Extend) -> Wordings<'_> {
    lists(&[("aliases", &item.aliases), ("demonyms", &item.demonyms), ("seats", &item.seats)])
}

/// Every wording of an item that may not be empty.
pub(super) fn all(item: &Item) -> Wordings<'_> {
    match item {
        Item::Title(item) => lists(&[("names", &item.names)]),
        Item::Ground(item) => vec![one("name", &item.name)],
        Item::Relation(item) => std::iter::once(one("label", &item.label))
            .chain(item.passive.as_deref().map(|text| one("passive", text)))
            .collect(),
        Item::Issue(item) => names_and(names_of_issue(item), &[("heads", &item.heads)]),
        Item::Frame(item) => lists(&[
            ("verbs", &item.verbs),
            ("nouns", &item.nouns),
            ("adjectives", &item.adjectives),
            ("about", &item.about),
        ]),
        Item::Operator(item) => {
            lists(&[("verbs", &item.verbs), ("nouns", &item.nouns), ("adjectives", &item.adjectives)])
        }
        Item::Words(item) => lists(&[("words", &item.words)]),
        Item::Verbs(item) => lists(&[("words", &item.words)]),
        Item::Synonyms(item) => lists(&[("words", &item.words)]),
        Item::Irregulars(item) => irregulars(&item.verbs, &item.nouns),
        Item::Extend(item) => {
            let rest: &[(&'static str, &[String])] = &[
                ("heads", &item.heads),
                ("verbs", &item.verbs),
                ("nouns", &item.nouns),
                ("adjectives", &item.adjectives),
                ("words", &item.words),
            ];
            names_and(extend_names(item), rest)
        }
        other => names(other),
    }
}

fn names_of_issue(item: &super::item::IssueItem) -> Wordings<'_> {
    std::iter::once(one("name", &item.name)).chain(lists(&[("aliases", &item.aliases)])).collect()
}

fn names_and<'a>(mut names: Wordings<'a>, more: &[(&'static str, &'a [String])]) -> Wordings<'a> {
    names.extend(lists(more));
    names
}

fn irregulars<'a>(verbs: &'a [(String, String, String)], nouns: &'a [(String, String)]) -> Wordings<'a> {
    let part = |field, index, part, text| Wording { field, index: Some(index), part: Some(part), text };
    let verbs = verbs.iter().enumerate().flat_map(move |(index, (base, past, participle))| {
        [part("verbs", index, 0, base), part("verbs", index, 1, past), part("verbs", index, 2, participle)]
    });
    let nouns = nouns
        .iter()
        .enumerate()
        .flat_map(move |(index, (one, many))| [part("nouns", index, 0, one), part("nouns", index, 1, many)]);
    verbs.chain(nouns).collect()
}
