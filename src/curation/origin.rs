//! Where the items of a world stand in the data files.

use std::collections::BTreeMap;

use super::keys::{Key, Space};
use super::merge::Merged;
use super::source::Place;
use super::tree::Step;
use crate::model::{EntityId, RelationId, RuleId, TitleId};

/// A part of a rule that can be tried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trial {
    /// The text of an example, by its number from 0.
    Example(usize),
    /// A claim of an example: the example's number and the claim's.
    Claim(usize, usize),
    /// A text that must give nothing.
    Reject(usize),
}

/// Where the items of a world stand in the data files; places are found when asked for.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    known: BTreeMap<Key, Merged>,
}

impl Origins {
    pub(super) fn new(known: BTreeMap<Key, Merged>) -> Self {
        Self { known }
    }

    /// The items that count.
    pub(super) fn known(&self) -> &BTreeMap<Key, Merged> {
        &self.known
    }

    /// The place of an entity's id.
    pub fn entity(&self, id: &EntityId) -> Option<Place> {
        self.id(Space::Entity, id.as_str())
    }

    /// The place of a title's id.
    pub fn title(&self, id: &TitleId) -> Option<Place> {
        self.id(Space::Title, id.as_str())
    }

    /// The place of a relation's id.
    pub fn relation(&self, id: &RelationId) -> Option<Place> {
        self.id(Space::Relation, id.as_str())
    }

    /// The place of a rule's id.
    pub fn rule(&self, id: &RuleId) -> Option<Place> {
        self.id(Space::Rule, id.as_str())
    }

    /// The place of a rule's example or reject; a string with its quotes.
    pub fn trial(&self, rule: &RuleId, trial: Trial) -> Option<Place> {
        let path: &[Step<'_>] = match trial {
            Trial::Example(example) => &[Step::Field("examples"), Step::Index(example), Step::Index(0)],
            Trial::Claim(example, claim) => {
                &[Step::Field("examples"), Step::Index(example), Step::Index(1), Step::Index(claim)]
            }
            Trial::Reject(reject) => &[Step::Field("rejects"), Step::Index(reject)],
        };
        self.place(Space::Rule, rule.as_str(), path)
    }

    fn id(&self, space: Space, id: &str) -> Option<Place> {
        self.place(space, id, &[Step::Field("id")])
    }

    fn place(&self, space: Space, id: &str, path: &[Step<'_>]) -> Option<Place> {
        let base = &self.known.get(&Key { space, id: id.to_owned() })?.base;
        Some(base.place_in(&base.shape(), path))
    }
}
