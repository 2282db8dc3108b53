//! What an item is known by.

use std::fmt;

use super::item::Item;

/// The five sorts of ids; the same id may stand in several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Space {
    /// States, organisations, officials, issues and grounds.
    Entity,
    /// Titles.
    Title,
    /// Relations.
    Relation,
    /// Frames, patterns and operators.
    Rule,
    /// Groups of words.
    Group,
}

/// A sort of id and an id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key {
    /// The sort.
    pub(super) space: Space,
    /// The id.
    pub(super) id: String,
}

impl fmt::Display for Space {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Entity => "entity",
            Self::Title => "title",
            Self::Relation => "relation",
            Self::Rule => "rule",
            Self::Group => "group",
        })
    }
}

impl Item {
    /// What the item is known by; word lists and `Extend` have nothing.
    pub(super) fn key(&self) -> Option<Key> {
        let (space, id) = match self {
            Self::State(item) => (Space::Entity, item.id.as_str()),
            Self::Organisation(item) => (Space::Entity, item.id.as_str()),
            Self::Official(item) => (Space::Entity, item.id.as_str()),
            Self::Issue(item) => (Space::Entity, item.id.as_str()),
            Self::Ground(item) => (Space::Entity, item.id.as_str()),
            Self::Title(item) => (Space::Title, item.id.as_str()),
            Self::Relation(item) => (Space::Relation, item.id.as_str()),
            Self::Frame(item) => (Space::Rule, item.id.as_str()),
            Self::Pattern(item) => (Space::Rule, item.id.as_str()),
            Self::Operator(item) => (Space::Rule, item.id.as_str()),
            Self::Synonyms(item) => (Space::Group, item.id.as_str()),
            Self::Words(_) | Self::Verbs(_) | Self::Irregulars(_) | Self::Extend(_) => return None,
        };
        Some(Key { space, id: id.to_owned() })
    }

    /// The kind of the item as messages name it.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::State(_) => "state",
            Self::Organisation(_) => "organisation",
            Self::Official(_) => "official",
            Self::Title(_) => "title",
            Self::Issue(_) => "issue",
            Self::Ground(_) => "ground",
            Self::Relation(_) => "relation",
            Self::Frame(_) => "frame",
            Self::Pattern(_) => "pattern",
            Self::Operator(_) => "operator",
            Self::Words(_) => "word list",
            Self::Verbs(_) => "verb list",
            Self::Irregulars(_) => "list of irregular forms",
            Self::Synonyms(_) => "group of words",
            Self::Extend(_) => "extension",
        }
    }
}
