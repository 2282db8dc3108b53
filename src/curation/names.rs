//! Looking up what a question names.

use std::collections::{BTreeMap, BTreeSet};

use super::suggest::nearest;
use crate::model::{Entity, EntityId, Relation, RelationId};

/// All names of entities and relations, folded for comparison.
#[derive(Clone, Debug, Default)]
pub struct Names {
    entities: BTreeMap<String, BTreeSet<EntityId>>,
    relations: BTreeMap<String, BTreeSet<RelationId>>,
    labels: BTreeMap<String, BTreeSet<RelationId>>,
    /// As written, for suggestions.
    written: BTreeSet<String>,
}

impl Names {
    /// The names of some entities and relations.
    pub fn new(entities: &BTreeMap<EntityId, Entity>, relations: &BTreeMap<RelationId, Relation>) -> Self {
        let mut names = Self::default();
        for entity in entities.values() {
            for name in names_of(entity) {
                names.entities.entry(folded(name)).or_default().insert(entity.id.clone());
                names.written.insert(name.to_owned());
            }
        }
        for relation in relations.values() {
            let id = || relation.id.clone();
            names.relations.entry(relation_folded(relation.id.as_str())).or_default().insert(id());
            names.labels.entry(relation_folded(&relation.label)).or_default().insert(id());
        }
        names
    }

    /// The entities with a name, in the order of their ids.
    pub fn resolve(&self, name: &str) -> Vec<EntityId> {
        self.entities.get(&folded(name)).into_iter().flatten().cloned().collect()
    }

    /// The relation with an id, or else a label; none if several have it.
    pub fn resolve_relation(&self, name: &str) -> Option<RelationId> {
        let name = relation_folded(name);
        let found = self.relations.get(&name).or_else(|| self.labels.get(&name))?;
        found.first().filter(|_| found.len() == 1).cloned()
    }

    /// The known name nearest to one that is not known.
    pub fn suggest(&self, name: &str) -> Option<&str> {
        nearest(name.trim(), self.written.iter().map(String::as_str))
    }
}

/// Everything an entity may be called in a question, its id first.
fn names_of(entity: &Entity) -> impl Iterator<Item = &str> {
    [entity.id.as_str(), &entity.name].into_iter().chain(entity.other_names())
}

/// The name in lower case, with single spaces and without a leading "the".
fn folded(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    match words.split_first() {
        Some((first, rest)) if first == "the" && !rest.is_empty() => rest.join(" "),
        _ => words.join(" "),
    }
}

fn relation_folded(name: &str) -> String {
    folded(&name.replace(['-', '_'], " "))
}
