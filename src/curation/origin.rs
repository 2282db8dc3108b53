//! Where the items of a world stand in the data files.

use std::collections::BTreeMap;

use super::item::Item;
use super::keys::{Key, Space};
use super::merge::Merged;
use super::parse::Piece;
use super::source::Place;
use super::tally::{FileTally, tally};
use super::tree::Step;
use super::words;
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

/// What an item of a data file does for an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saying {
    /// It is the entity.
    Gives,
    /// It was, before an item of a later layer took its place.
    Gave,
    /// It adds to its lists: the words of each field.
    Adds(Vec<(&'static str, Vec<String>)>),
}

/// An item that says something of an entity.
#[derive(Clone, Debug)]
pub struct Said {
    /// The place of the item's id.
    pub place: Place,
    /// The number of its layer, from 1.
    pub layer: usize,
    /// What it does.
    pub what: Saying,
}

/// Where the items of a world stand in the data files; places are found when asked for.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    known: BTreeMap<Key, Merged>,
    words: Vec<Piece>,
}

impl Origins {
    pub(super) fn new(known: BTreeMap<Key, Merged>, words: Vec<Piece>) -> Self {
        Self { known, words }
    }

    /// The items that say something of an entity, in the order of their layers; of an office or group, the items of its owner
    /// and of its title.
    pub fn said_of(&self, id: &EntityId) -> Vec<Said> {
        let own = self.said(Space::Entity, id.as_str());
        match id.parts() {
            Some((owner, title)) if own.is_empty() => {
                [self.said(Space::Title, title), self.said(Space::Entity, owner)].concat()
            }
            _ => own,
        }
    }

    fn said(&self, space: Space, id: &str) -> Vec<Said> {
        let Some(merged) = self.known.get(&Key { space, id: id.to_owned() }) else { return Vec::new() };
        let said = |piece: &Piece, what| {
            let place = piece.place_in(&piece.shape(), &[Step::Field("id")]);
            Said { place, layer: piece.layer + 1, what }
        };
        let gave = merged.replaced.iter().map(|piece| said(piece, Saying::Gave));
        let gives = std::iter::once(said(&merged.base, Saying::Gives));
        let adds = merged.extends.iter().map(|piece| said(piece, Saying::Adds(added(&piece.item))));
        gave.chain(gives).chain(adds).collect()
    }

    /// What each file holds of what counts, in the order of layers and paths.
    pub fn files(&self) -> Vec<FileTally> {
        tally(self.known.values().flat_map(Merged::pieces).chain(&self.words))
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

/// The words that an `Extend` item adds, by field; an office is shown as its owner and title.
fn added(item: &Item) -> Vec<(&'static str, Vec<String>)> {
    let mut fields: Vec<(&'static str, Vec<String>)> = Vec::new();
    let mut add = |field, text: String| match fields.last_mut().filter(|(last, _)| *last == field) {
        Some((_, words)) => words.push(text),
        None => fields.push((field, vec![text])),
    };
    words::all(item).iter().for_each(|wording| add(wording.field, wording.text.to_owned()));
    if let Item::Extend(extend) = item {
        extend.terms.iter().for_each(|term| add("terms", term.clone()));
        extend.offices.iter().for_each(|office| add("offices", format!("{}/{}", office.of, office.title)));
    }
    fields
}
