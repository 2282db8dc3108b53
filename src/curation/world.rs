//! Everything loaded from the data folders, checked and indexed.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::names::Names;
use super::pattern::Sequence;
use super::{Frame, Irregulars, Operator, Pattern, Verbs, Words};
use crate::model::{Catalog, Entity, EntityId, EntityKind, Relation, RelationId, RuleId, Title, TitleId, TitleKind};
use crate::text::IrregularForms;

/// The rules and word lists, in the order of their ids.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// Frames.
    pub frames: Vec<Frame>,
    /// Patterns.
    pub patterns: Vec<Pattern>,
    /// Operators.
    pub operators: Vec<Operator>,
    /// Classes of words.
    pub words: Vec<Words>,
    /// Verbs of no relation.
    pub verbs: Vec<Verbs>,
    /// Irregular forms.
    pub irregulars: Vec<Irregulars>,
}

impl Rules {
    /// The irregular forms of all lists together.
    pub fn irregular(&self) -> IrregularForms {
        let mut forms = IrregularForms::default();
        for list in &self.irregulars {
            for (base, past, participle) in &list.verbs {
                forms.verbs.entry(base.clone()).or_default().push((past.clone(), participle.clone()));
            }
            forms.nouns.extend(list.nouns.iter().cloned());
        }
        forms
    }
}

/// Everything loaded from the data folders, checked and indexed; the order of files and items leaves no trace in it.
#[derive(Clone, Debug, Default)]
pub struct World {
    /// All entities by id, composed ones excepted.
    pub entities: BTreeMap<EntityId, Entity>,
    /// All titles by id.
    pub titles: BTreeMap<TitleId, Title>,
    /// All relations by id.
    pub relations: BTreeMap<RelationId, Relation>,
    /// Rules and word lists.
    pub rules: Rules,
    /// The parsed patterns of the pattern rules; a rule whose pattern is broken has none.
    pub patterns: BTreeMap<RuleId, Sequence>,
    /// The parsed terms of the grounds, the broken ones left out.
    pub ground_terms: BTreeMap<EntityId, Vec<Sequence>>,
    /// The hash of everything that was loaded: two worlds with one fingerprint read alike.
    pub fingerprint: String,
    /// What questions may call things.
    pub names: Names,
}

impl World {
    /// The relation with this id.
    pub fn relation(&self, id: &RelationId) -> Option<&Relation> {
        self.relations.get(id)
    }

    /// The name to show for an id; the id itself if nothing is known of it.
    pub fn name(&self, id: &EntityId) -> String {
        self.entity(id).map_or_else(|| id.to_string(), |entity| entity.name.clone())
    }

    /// The entities that a question may mean by a name: an id, name, alias, demonym or seat, in any case, with or without
    /// "the".
    pub fn resolve(&self, name: &str) -> Vec<EntityId> {
        let found = self.names.resolve(name);
        let composed = EntityId::from(name.trim());
        if found.is_empty() && self.composed(&composed).is_some() { vec![composed] } else { found }
    }

    /// The relation that a question may mean by a name: an id or label, with spaces for hyphens.
    pub fn resolve_relation(&self, name: &str) -> Option<RelationId> {
        self.names.resolve_relation(name)
    }

    /// The known name nearest to one that is not known.
    pub fn suggest(&self, name: &str) -> Option<&str> {
        self.names.suggest(name)
    }

    /// The entity of a composed id such as `russia/defence-minister`.
    fn composed(&self, id: &EntityId) -> Option<Entity> {
        let (of, title) = id.parts()?;
        let owner = self.entities.get(of)?;
        let title = self.titles.get(title)?;
        let (of, title_id) = (owner.id.clone(), title.id.clone());
        let kind = match title.kind {
            TitleKind::Post => EntityKind::Office { of, title: title_id },
            _ => EntityKind::Group { of, title: title_id },
        };
        let wording = title.names.first().map_or(title.id.as_str(), String::as_str);
        let name = format!("{} {wording}", owner.name);
        Some(Entity { id: id.clone(), name, aliases: Vec::new(), wikidata: None, kind })
    }
}

impl Catalog for World {
    fn entity(&self, id: &EntityId) -> Option<Cow<'_, Entity>> {
        match self.entities.get(id) {
            Some(entity) => Some(Cow::Borrowed(entity)),
            None => self.composed(id).map(Cow::Owned),
        }
    }

    fn title(&self, id: &str) -> Option<&Title> {
        self.titles.get(id)
    }
}
