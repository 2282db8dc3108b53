//! What ids and names are known.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::curation::item::Item;
use crate::curation::keys::{Key, Space};
use crate::curation::merge::{Effective, Merged};
use crate::curation::suggest::ask;
use crate::curation::words;

/// What an id must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A state, organisation, official, office or group.
    Actor,
    /// An issue.
    Issue,
    /// An actor or an issue.
    Mentionable,
    /// A title.
    Title,
    /// A relation.
    Relation,
}

/// What became of an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Resolution {
    /// It is as wanted, or its item is broken and has been told of.
    Fine,
    /// It is something else: the kind.
    Other(&'static str),
    /// It is not known.
    Unknown,
}

impl Wanted {
    /// The word for it in messages.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Issue => "issue",
            Self::Mentionable => "actor or issue",
            Self::Title => "title",
            Self::Relation => "relation",
        }
    }

    fn space(self) -> Space {
        match self {
            Self::Title => Space::Title,
            Self::Relation => Space::Relation,
            _ => Space::Entity,
        }
    }

    fn fits(self, item: &Item) -> bool {
        let actor = matches!(item, Item::State(_) | Item::Organisation(_) | Item::Official(_));
        let issue = matches!(item, Item::Issue(_));
        match self {
            Self::Actor => actor,
            Self::Issue => issue,
            Self::Mentionable => actor || issue,
            Self::Title | Self::Relation => true,
        }
    }
}

/// What ids and names are known.
pub(super) struct Scope<'a> {
    effective: &'a Effective,
    names: OnceCell<BTreeMap<String, &'a str>>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(effective: &'a Effective) -> Self {
        Self { effective, names: OnceCell::new() }
    }

    /// Looks an id up.
    pub(super) fn resolve(&self, id: &str, wanted: Wanted) -> Resolution {
        if let Some(merged) = self.effective.get(wanted.space(), id) {
            let item = &merged.base.item;
            return if wanted.fits(item) { Resolution::Fine } else { Resolution::Other(item.kind()) };
        }
        if self.effective.lost.contains(id) {
            return Resolution::Fine;
        }
        let composed = id.rsplit_once('/').is_some_and(|(of, title)| {
            self.resolve(of, Wanted::Actor) == Resolution::Fine
                && self.resolve(title, Wanted::Title) == Resolution::Fine
        });
        match (composed, wanted) {
            (true, Wanted::Actor | Wanted::Mentionable) => Resolution::Fine,
            (true, Wanted::Issue) => Resolution::Other("office"),
            _ => Resolution::Unknown,
        }
    }

    /// "did you mean", for an id that is not known: by name, else by spelling.
    pub(super) fn suggestion(&self, id: &str, wanted: Wanted) -> Option<String> {
        let lower = id.to_lowercase();
        let names = self.names.get_or_init(|| self.all_names());
        let by_case = Some(lower.as_str()).filter(|lower| self.fits(lower, wanted));
        let by_name = || names.get(&lower).copied().filter(|id| self.fits(id, wanted));
        let fits = |key: &Key, merged: &Merged| key.space == wanted.space() && wanted.fits(&merged.base.item);
        by_case.or_else(by_name).or_else(|| self.effective.nearest(id, fits)).map(ask)
    }

    fn fits(&self, id: &str, wanted: Wanted) -> bool {
        self.effective.get(wanted.space(), id).is_some_and(|merged| wanted.fits(&merged.base.item))
    }

    /// The id of each name; of several the first.
    fn all_names(&self) -> BTreeMap<String, &'a str> {
        let mut names = BTreeMap::new();
        for (key, merged) in &self.effective.known {
            if key.space == Space::Entity {
                for wording in words::names(&merged.base.item) {
                    names.entry(wording.text.to_lowercase()).or_insert(key.id.as_str());
                }
            }
        }
        names
    }
}
