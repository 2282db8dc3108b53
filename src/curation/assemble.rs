//! The world of the items that count.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::check::{Checked, Wordings};
use super::extend::apply;
use super::item::{Irregulars, Item, OfficeItem, Verbs, VerbsAlso, Words};
use super::merge::{Effective, Merged};
use super::names::Names;
use super::world::World;
use crate::model::{Entity, EntityId, EntityKind, Tenure};

/// Makes the world of the items that count; what they refer to is taken as it stands.
pub(super) fn assemble(effective: &Effective, mut checked: Checked) -> World {
    let mut world = World::default();
    let mut fingerprint = Fingerprint::default();
    for merged in effective.known.values() {
        let mut item = extended(merged);
        put_wordings(&mut item, &mut checked.wordings);
        // a group is in the rules that use it
        if !matches!(item, Item::Synonyms(_)) {
            fingerprint.add(&item);
            place(item, &mut world);
        }
    }
    add_words(effective, &mut world);
    (world.patterns, world.ground_terms) = (checked.patterns.rules, checked.patterns.terms);
    fingerprint.add(&(&world.patterns, &world.ground_terms));
    fingerprint.add(&(&world.rules.words, &world.rules.verbs, &world.rules.irregulars));
    world.fingerprint = fingerprint.finish();
    world.names = Names::new(&world.entities, &world.relations);
    world
}

fn extended(merged: &Merged) -> Item {
    let mut item = merged.base.item.clone();
    for piece in &merged.extends {
        if let Item::Extend(extend) = &piece.item {
            apply(&mut item, extend);
        }
    }
    lists(&mut item).into_iter().for_each(drop_blanks);
    item
}

/// Puts the wordings of a rule in the place of what stood for them.
fn put_wordings(item: &mut Item, all: &mut Wordings) {
    let (id, lists) = match item {
        Item::Frame(item) => (&item.id, [&mut item.verbs, &mut item.nouns, &mut item.adjectives]),
        Item::Operator(item) => (&item.id, [&mut item.verbs, &mut item.nouns, &mut item.adjectives]),
        _ => return,
    };
    let wordings = all.remove(id).unwrap_or_default();
    for (list, wordings) in lists.into_iter().zip([wordings.verbs, wordings.nouns, wordings.adjectives]) {
        *list = wordings;
    }
}

/// Empty words have been told of, and would match everywhere.
fn drop_blanks(words: &mut Vec<String>) {
    words.retain(|word| !word.trim().is_empty());
}

/// The word lists of an item.
fn lists(item: &mut Item) -> Vec<&mut Vec<String>> {
    match item {
        Item::State(item) => vec![&mut item.aliases, &mut item.demonyms, &mut item.seats],
        Item::Organisation(item) => vec![&mut item.aliases, &mut item.demonyms, &mut item.seats],
        Item::Official(item) => vec![&mut item.aliases],
        Item::Title(item) => vec![&mut item.names],
        Item::Issue(item) => vec![&mut item.aliases, &mut item.heads],
        Item::Frame(item) => vec![&mut item.verbs, &mut item.nouns, &mut item.adjectives, &mut item.about],
        Item::Operator(item) => vec![&mut item.verbs, &mut item.nouns, &mut item.adjectives],
        Item::Words(item) => vec![&mut item.words],
        Item::Verbs(item) => vec![&mut item.words],
        _ => Vec::new(),
    }
}

/// Items come in the order of their ids, so rules do too.
fn place(item: Item, world: &mut World) {
    match item {
        Item::Title(title) => drop(world.titles.insert(title.id.clone(), title)),
        Item::Relation(relation) => drop(world.relations.insert(relation.id.clone(), relation)),
        Item::Frame(frame) => world.rules.frames.push(frame),
        Item::Pattern(pattern) => world.rules.patterns.push(pattern),
        Item::Operator(operator) => world.rules.operators.push(operator),
        other => {
            if let Some(entity) = entity(other) {
                world.entities.insert(entity.id.clone(), entity);
            }
        }
    }
}

fn entity(item: Item) -> Option<Entity> {
    let new = |id: EntityId, name, aliases, wikidata, kind| Some(Entity { id, name, aliases, wikidata, kind });
    match item {
        Item::State(item) => {
            let (demonyms, seats) = (item.demonyms, item.seats);
            let kind = EntityKind::State { demonyms, seats, iso3: item.iso3, from: item.from, until: item.until };
            new(item.id, item.name, item.aliases, item.wikidata, kind)
        }
        Item::Organisation(item) => {
            let (demonyms, seats) = (item.demonyms, item.seats);
            let kind = EntityKind::Organisation {
                heads: item.heads,
                part_of: item.part_of,
                sector: item.sector,
                demonyms,
                seats,
            };
            new(item.id, item.name, item.aliases, item.wikidata, kind)
        }
        Item::Official(item) => {
            let mut offices: Vec<Tenure> = item.offices.into_iter().map(tenure).collect();
            offices.sort_by_key(|tenure| tenure.from.map(|from| (from.earliest(), from.latest())));
            new(
                item.id,
                item.name,
                item.aliases,
                item.wikidata,
                EntityKind::Official { offices, of: item.of, surname: item.surname },
            )
        }
        Item::Issue(item) => {
            let (heads, sponsors) = (item.heads, item.sponsors);
            let kind = EntityKind::Issue { kind: item.kind, part_of: item.part_of, heads, sponsors };
            new(item.id, item.name, item.aliases, item.wikidata, kind)
        }
        Item::Ground(item) => new(item.id, item.name, Vec::new(), None, EntityKind::Ground { terms: item.terms }),
        _ => None,
    }
}

fn tenure(office: OfficeItem) -> Tenure {
    Tenure { of: office.of, title: office.title, from: office.from, until: office.until }
}

/// Gathers word lists: one a class, in the order of the alphabet, so that neither files nor layers leave a trace.
fn add_words(effective: &Effective, world: &mut World) {
    let mut classes: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    let mut verbs: BTreeMap<u8, (Option<VerbsAlso>, BTreeSet<String>)> = BTreeMap::new();
    let (mut irregular_verbs, mut irregular_nouns) = (BTreeSet::new(), BTreeSet::new());
    for piece in &effective.words {
        let mut item = piece.item.clone();
        lists(&mut item).into_iter().for_each(drop_blanks);
        match item {
            Item::Words(item) => classes.entry(item.class).or_default().extend(item.words),
            Item::Verbs(item) => {
                let order = item.also.map_or(0, |also| also as u8 + 1);
                verbs.entry(order).or_insert((item.also, BTreeSet::new())).1.extend(item.words);
            }
            Item::Irregulars(item) => {
                let blank = |word: &String| word.trim().is_empty();
                irregular_verbs.extend(item.verbs.into_iter().filter(|(a, b, c)| ![a, b, c].into_iter().any(blank)));
                irregular_nouns.extend(item.nouns.into_iter().filter(|(a, b)| !blank(a) && !blank(b)));
            }
            _ => {}
        }
    }
    let rules = &mut world.rules;
    rules.words =
        classes.into_iter().map(|(class, words)| Words { class, words: words.into_iter().collect() }).collect();
    rules.verbs = verbs.into_values().map(|(also, words)| Verbs { also, words: words.into_iter().collect() }).collect();
    if !irregular_verbs.is_empty() || !irregular_nouns.is_empty() {
        let (verbs, nouns) = (irregular_verbs.into_iter().collect(), irregular_nouns.into_iter().collect());
        rules.irregulars = vec![Irregulars { verbs, nouns }];
    }
}

/// The hash of the effective items, whatever files and layers they came from and however they were laid out.
#[derive(Default)]
struct Fingerprint(Sha256);

impl Fingerprint {
    fn add(&mut self, item: &impl std::fmt::Debug) {
        self.0.update(format!("{item:?}\0").as_bytes());
    }

    fn finish(self) -> String {
        self.0.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }
}
