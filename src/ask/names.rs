//! Names in a question to ids.

use std::collections::{BTreeMap, BTreeSet};

use super::wording::Wordings;
use crate::curation::World;
use crate::graph::StanceGraph;
use crate::language::{Lexicon, Voice, Wording};
use crate::model::{Catalog, Entity, EntityId, EntityKind, RelationId, TitleId};

/// How many names are suggested for an unknown one.
const SUGGESTIONS: usize = 3;

/// How directly a name names: ids first, last names last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tier {
    Id,
    Name,
    Alias,
    LastName,
}

/// The names of a world, and the ids of a graph, by their folded form.
///
/// Folding takes case, full stops, hyphens and a leading "the" away, so `united-states` and "the United States" are one.
pub struct Names<'a> {
    world: &'a World,
    graph: &'a StanceGraph,
    index: BTreeMap<String, BTreeSet<(Tier, EntityId)>>,
    titles: BTreeMap<String, BTreeSet<&'a TitleId>>,
    wordings: Wordings,
}

impl<'a> Names<'a> {
    /// Collects the names.
    pub fn new(world: &'a World, graph: &'a StanceGraph) -> Self {
        let mut names =
            Self { world, graph, index: BTreeMap::new(), titles: titles(world), wordings: Wordings::new(world) };
        for entity in world.entities.values() {
            names.add_entity(entity);
        }
        for id in graph.graph.node_weights().map(|node| &node.id) {
            names.add(id.as_str(), Tier::Id, id);
        }
        names
    }

    fn add_entity(&mut self, entity: &Entity) {
        self.add(entity.id.as_str(), Tier::Id, &entity.id);
        self.add(&entity.name, Tier::Name, &entity.id);
        for alias in entity.other_names() {
            self.add(alias, Tier::Alias, &entity.id);
        }
        if let EntityKind::Official { surname, .. } = &entity.kind {
            let last = entity.name.rsplit_once(' ').map(|(_, last)| last);
            if let Some(family) = surname.as_deref().or(last) {
                self.add(family, Tier::LastName, &entity.id);
            }
        }
    }

    fn add(&mut self, name: &str, tier: Tier, id: &EntityId) {
        let folded = fold(name);
        if !folded.is_empty() {
            self.index.entry(folded).or_default().insert((tier, id.clone()));
        }
    }

    /// The entities of the most direct tier that a folded name has.
    fn known(&self, folded: &str) -> Vec<EntityId> {
        let Some(found) = self.index.get(folded) else { return Vec::new() };
        let best = found.first().map(|(tier, _)| *tier);
        found.iter().filter(|(tier, _)| Some(*tier) == best).map(|(_, id)| id.clone()).collect()
    }

    /// The office or group that an actor's name and a title make: "Russian defense minister".
    fn composed(&self, folded: &str) -> Vec<EntityId> {
        let found = folded.match_indices(' ').flat_map(|(at, _)| {
            let (owner, title) = (folded.get(..at).unwrap_or(""), folded.get(at + 1..).unwrap_or(""));
            let titles: Vec<&TitleId> = self.titles.get(title).into_iter().flatten().copied().collect();
            let owners = if titles.is_empty() { Vec::new() } else { self.known(owner) };
            let composed =
                |owner: EntityId| titles.iter().map(|title| EntityId::composed(&owner, title)).collect::<Vec<_>>();
            owners.into_iter().flat_map(composed).collect::<Vec<EntityId>>()
        });
        found.collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// Titles by their folded wordings.
fn titles(world: &World) -> BTreeMap<String, BTreeSet<&TitleId>> {
    let mut titles: BTreeMap<String, BTreeSet<&TitleId>> = BTreeMap::new();
    for title in world.titles.values() {
        for name in &title.names {
            titles.entry(fold(name)).or_default().insert(&title.id);
        }
    }
    titles
}

impl Lexicon for Names<'_> {
    fn entities(&self, words: &str) -> Vec<EntityId> {
        let id = EntityId::from(words);
        if self.world.entity(&id).is_some() || self.graph.node(&id).is_some() {
            return vec![id];
        }
        let folded = fold(words);
        let known = self.known(&folded);
        if known.is_empty() { self.composed(&folded) } else { known }
    }

    fn relation(&self, words: &str) -> Option<(RelationId, Voice)> {
        self.wordings.get(&fold(words))
    }

    fn suggest(&self, words: &str, wanted: Wording) -> Vec<String> {
        match wanted {
            Wording::Name => {
                let names = self.index.iter().filter_map(|(name, ids)| Some((name.as_str(), &ids.first()?.1)));
                nearest(words, names.map(|(name, id)| (name, id.as_str())))
            }
            Wording::Relation => nearest(words, self.wordings.own().map(|(form, id)| (form, id.as_str()))),
        }
    }
}

/// The ids whose names are nearest to words, each once.
fn nearest<'n>(words: &str, names: impl Iterator<Item = (&'n str, &'n str)>) -> Vec<String> {
    let words: String = fold(words).chars().take(60).collect();
    let length = words.chars().count();
    let mut best: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, id) in names {
        if name.chars().count().abs_diff(length) * 3 > length.max(3) {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&words, name);
        if distance * 3 <= length.max(3) {
            let known = best.entry(id).or_insert(distance);
            *known = distance.min(*known);
        }
    }
    let mut best: Vec<(usize, &str)> = best.into_iter().map(|(id, distance)| (distance, id)).collect();
    best.sort_unstable();
    best.into_iter().take(SUGGESTIONS).map(|(_, id)| id.to_owned()).collect()
}

/// A name without what writers leave out or change: case, full stops, hyphens, a possessive ending, a leading "the".
pub(super) fn fold(name: &str) -> String {
    let name = name.to_lowercase().replace(['\u{2019}', '\''], "'").replace("'s ", " ").replace('.', "");
    let name = name.replace(['-', '_'], " ");
    let folded = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let folded = folded.strip_suffix("'s").unwrap_or(&folded);
    folded.strip_prefix("the ").unwrap_or(folded).to_owned()
}
