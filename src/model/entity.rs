//! Anything with an id: actors, issues and grounds; and the titles that offices go by.

use serde::{Deserialize, Serialize};

use super::{Date, EntityId, PartialDate, TitleId};

/// The part of society that a title or organisation belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Sector {
    /// The executive and its officials.
    #[default]
    Government,
    /// The armed forces.
    Military,
    /// Parliament and its members.
    Legislature,
    /// Courts and prosecutors.
    Judiciary,
    /// Parties and politicians out of office.
    Opposition,
    /// Armed groups.
    Rebel,
    /// News media.
    Media,
    /// Firms and their people.
    Business,
    /// Everyone else: experts, churches, citizens.
    Society,
}

impl Sector {
    /// Whether people and organs of this sector stand for their state.
    pub fn stands_for_state(self) -> bool {
        matches!(self, Self::Government | Self::Military)
    }
}

/// What a title names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TitleKind {
    /// A post that a person holds: "defense minister".
    #[default]
    Post,
    /// Someone who speaks for an actor: "foreign ministry spokesman".
    Spokesperson,
    /// People in the plural: "officials", "lawmakers".
    Group,
    /// A body of the state: "foreign ministry", "parliament".
    Organ,
}

/// How many people hold a post at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Holders {
    /// One: two at once are a mistake in the data.
    #[default]
    One,
    /// Several.
    Many,
}

/// Wording for a post, group or organ, good for every state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// The id, the second half of `russia/defence-minister`.
    pub id: TitleId,
    /// The wordings, lower case unless they are names, singular unless the title is a group.
    pub names: Vec<String>,
    /// What it names.
    #[serde(default)]
    pub kind: TitleKind,
    /// The part of society it belongs to.
    #[serde(default)]
    pub sector: Sector,
    /// How many people hold it at a time.
    #[serde(default)]
    pub holders: Holders,
    /// Posts whose holders it also names: "leader" for a president.
    #[serde(default)]
    pub covers: Vec<TitleId>,
}

/// An office as one person held it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tenure {
    /// The state or organisation.
    pub of: EntityId,
    /// The post.
    pub title: TitleId,
    /// The first day, as far as known.
    pub from: Option<PartialDate>,
    /// The last day, as far as known; absent for one who still holds it.
    pub until: Option<PartialDate>,
}

impl Tenure {
    /// Whether the office was held on a day; unknown ends are open, and partial dates count whole.
    pub fn held_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from.earliest() <= day) && self.until.is_none_or(|until| day <= until.latest())
    }
}

/// What sort of thing positions are taken on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum IssueKind {
    Programme,
    Treaty,
    Proposal,
    Dispute,
    Territory,
    Policy,
    Operation,
}

/// What an entity is, with what only its kind has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EntityKind {
    /// A state.
    State {
        /// Adjectives and names of its people: "Russian", "Russians".
        demonyms: Vec<String>,
        /// Metonyms for its government: "Moscow", "the Kremlin".
        seats: Vec<String>,
        /// ISO 3166-1 alpha-3.
        iso3: Option<String>,
        /// The first day it existed under this id, where that matters.
        from: Option<PartialDate>,
        /// The last day it existed.
        until: Option<PartialDate>,
    },
    /// An international organisation, an organ of a state, or an armed or opposition group.
    Organisation {
        /// Nouns that by themselves refer back to it: "alliance".
        heads: Vec<String>,
        /// The actor it is an organ of.
        part_of: Option<EntityId>,
        /// The part of society it belongs to.
        sector: Sector,
        /// Adjectives for it, if any.
        demonyms: Vec<String>,
        /// Metonyms for it, if any.
        seats: Vec<String>,
    },
    /// A person.
    Official {
        /// The offices held, with their dates.
        offices: Vec<Tenure>,
        /// The state the person belongs to outside any office.
        of: Option<EntityId>,
        /// The family name, if it is not the last word of the name.
        surname: Option<String>,
    },
    /// A post of an actor, whoever holds it.
    Office {
        /// The actor.
        of: EntityId,
        /// The post.
        title: TitleId,
    },
    /// People of an actor in the plural, or an organ or spokesperson of it.
    Group {
        /// The actor.
        of: EntityId,
        /// The wording.
        title: TitleId,
    },
    /// What positions are taken on.
    Issue {
        /// What sort of thing.
        kind: IssueKind,
        /// The issue it is a part of.
        part_of: Option<EntityId>,
        /// Nouns that after an alias still name the issue: "plan", "system".
        heads: Vec<String>,
        /// The actors whose programme or proposal it is; disambiguates, makes no claim.
        sponsors: Vec<EntityId>,
    },
    /// A reason given for a stance.
    Ground {
        /// Wordings that state it, in the pattern language.
        terms: Vec<String>,
    },
}

/// Anything with an id: an actor, an issue or a ground.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// The id.
    pub id: EntityId,
    /// The name to show.
    pub name: String,
    /// Other names, as news writes them.
    pub aliases: Vec<String>,
    /// The Wikidata item, where sure.
    pub wikidata: Option<String>,
    /// What it is.
    pub kind: EntityKind,
}

impl Entity {
    /// Whether it can act: everything but issues and grounds.
    pub fn is_actor(&self) -> bool {
        !matches!(self.kind, EntityKind::Issue { .. } | EntityKind::Ground { .. })
    }

    /// Whether positions are taken on it.
    pub fn is_issue(&self) -> bool {
        matches!(self.kind, EntityKind::Issue { .. })
    }

    /// What it is called besides its name: aliases, demonyms and seats.
    pub fn other_names(&self) -> impl Iterator<Item = &str> {
        let (demonyms, seats): (&[String], &[String]) = match &self.kind {
            EntityKind::State { demonyms, seats, .. } | EntityKind::Organisation { demonyms, seats, .. } => {
                (demonyms, seats)
            }
            _ => (&[], &[]),
        };
        self.aliases.iter().chain(demonyms).chain(seats).map(String::as_str)
    }

    /// The kind's name as questions and JSON write it: `state`, `issue`.
    pub fn kind_name(&self) -> &'static str {
        match self.kind {
            EntityKind::State { .. } => "state",
            EntityKind::Organisation { .. } => "organisation",
            EntityKind::Official { .. } => "official",
            EntityKind::Office { .. } => "office",
            EntityKind::Group { .. } => "group",
            EntityKind::Issue { .. } => "issue",
            EntityKind::Ground { .. } => "ground",
        }
    }
}
