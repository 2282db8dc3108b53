//! The world's entities and titles as small numbers, with what reading asks of them.

use rustc_hash::FxHashMap;

use super::lexicon::{Lexicon, WordId};
use super::names::{EntityIx, NameKind, Names, Number, TitleIx};
use crate::curation::{Argument, World};
use crate::model::{Date, Entity, EntityId, EntityKind, Tenure, Title, TitleKind};

/// What a mention means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Referent {
    /// An entity of the world.
    Entity(EntityIx),
    /// A post, spokesperson, group or organ of an actor.
    Composed(EntityIx, TitleIx),
    /// An entity that came with the document, by its place in the list; it fits every argument.
    Given(u32),
}

/// What sort of thing a referent is, as far as grammar cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// A state.
    State,
    /// An organisation.
    Organisation,
    /// A person, or a post or spokesperson.
    Person,
    /// People in the plural, or an organ.
    Group,
    /// An issue.
    Issue,
    /// A ground.
    Ground,
    /// Given from outside: unknown.
    Any,
}

impl Sort {
    /// Whether it can fill a place that asks for one of these arguments.
    pub fn fits(self, arguments: &[Argument]) -> bool {
        arguments.iter().any(|argument| match (argument, self) {
            (_, Self::Any) => true,
            (Argument::Actor, sort) => sort.is_actor(),
            (Argument::State, Self::State) | (Argument::Organisation, Self::Organisation) => true,
            (Argument::Official, Self::Person) | (Argument::Issue, Self::Issue) => true,
            _ => false,
        })
    }

    /// Whether it can act.
    pub fn is_actor(self) -> bool {
        !matches!(self, Self::Issue | Self::Ground)
    }
}

/// An issue as reading needs it.
#[derive(Clone, Debug, Default)]
pub struct IssueRow {
    /// Nouns that after an alias still name the issue.
    pub heads: Vec<WordId>,
    /// Whose it is.
    pub sponsors: Vec<EntityIx>,
    /// The last words of its names: "the treaty" may refer back to it.
    pub nouns: Vec<WordId>,
    /// The issues that are part of it.
    pub parts: Vec<EntityIx>,
}

/// The world's entities and titles as small numbers.
#[derive(Debug, Default)]
pub struct Table {
    entities: Vec<(EntityId, Sort)>,
    titles: Vec<Title>,
    issues: FxHashMap<EntityIx, IssueRow>,
    /// Who held an office, and when.
    holders: FxHashMap<(EntityIx, TitleIx), Vec<(Tenure, EntityIx)>>,
    /// The states or organisations a person ever held an office of.
    homes: FxHashMap<EntityIx, Vec<EntityIx>>,
}

impl Table {
    /// The table of a world; adds every name to the trie.
    pub fn new(world: &World, names: &mut Names, lexicon: &mut Lexicon) -> Self {
        let index: FxHashMap<&EntityId, EntityIx> =
            world.entities.keys().enumerate().map(|(at, id)| (id, EntityIx(at as u32))).collect();
        let titles: Vec<Title> = world.titles.values().cloned().collect();
        let mut table = Self { titles, ..Self::default() };
        for (at, entity) in world.entities.values().enumerate() {
            let ix = EntityIx(at as u32);
            table.entities.push((entity.id.clone(), sort_of(entity)));
            add_names(entity, ix, names, lexicon);
            table.add_links(entity, ix, &index, lexicon);
        }
        table.add_titles(names, lexicon);
        table
    }

    fn add_links(
        &mut self,
        entity: &Entity,
        ix: EntityIx,
        index: &FxHashMap<&EntityId, EntityIx>,
        lexicon: &mut Lexicon,
    ) {
        match &entity.kind {
            EntityKind::Official { offices, of, .. } => {
                let homes = self.homes.entry(ix).or_default();
                homes.extend(of.iter().filter_map(|of| index.get(of)).copied());
                for tenure in offices {
                    let title = self.titles.binary_search_by(|title| title.id.cmp(&tenure.title));
                    if let (Some(owner), Ok(title)) = (index.get(&tenure.of), title) {
                        homes.push(*owner);
                        let office = (*owner, TitleIx(title as u32));
                        self.holders.entry(office).or_default().push((tenure.clone(), ix));
                    }
                }
            }
            EntityKind::Issue { part_of, heads, sponsors, .. } => {
                let row = self.issues.entry(ix).or_default();
                for head in heads {
                    lexicon.add_noun(head);
                    row.heads.push(lexicon.intern(head));
                }
                for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                    let last = name.rsplit(' ').next().filter(|_| name.contains(' ')).unwrap_or("").to_lowercase();
                    if !last.is_empty() {
                        row.nouns.push(lexicon.intern(&last));
                    }
                }
                row.sponsors = sponsors.iter().filter_map(|id| index.get(id)).copied().collect();
                if let Some(parent) = part_of.as_ref().and_then(|id| index.get(id)) {
                    self.issues.entry(*parent).or_default().parts.push(ix);
                }
            }
            _ => {}
        }
    }

    fn add_titles(&self, names: &mut Names, lexicon: &mut Lexicon) {
        for (at, title) in self.titles.iter().enumerate() {
            let ix = TitleIx(at as u32);
            for name in &title.names {
                let number = if title.kind == TitleKind::Group { Number::Plural } else { Number::Singular };
                names.add(name, NameKind::Title(ix, number), lexicon);
                if number == Number::Singular {
                    names.add(&lexicon.plural(name), NameKind::Title(ix, Number::Plural), lexicon);
                }
            }
        }
    }

    /// The id that claims carry for a referent; given entities are looked up in the document's list.
    pub fn id(&self, referent: Referent, given: &[EntityId]) -> EntityId {
        match referent {
            Referent::Entity(ix) => self.entity_id(ix).clone(),
            Referent::Composed(of, title) => EntityId::composed(self.entity_id(of), &self.title(title).id),
            Referent::Given(at) => given.get(at as usize).cloned().unwrap_or_else(|| EntityId::from("")),
        }
    }

    fn entity_id(&self, ix: EntityIx) -> &EntityId {
        &self.entities[ix.0 as usize].0
    }

    /// The title under an index.
    pub fn title(&self, ix: TitleIx) -> &Title {
        &self.titles[ix.0 as usize]
    }

    /// The entity with an id.
    pub fn find(&self, id: &EntityId) -> Option<EntityIx> {
        let at = self.entities.binary_search_by(|(known, _)| known.cmp(id)).ok()?;
        Some(EntityIx(at as u32))
    }

    /// What sort of thing an entity is.
    pub fn sort_of(&self, ix: EntityIx) -> Sort {
        self.entities[ix.0 as usize].1
    }

    /// What sort of thing a referent is.
    pub fn sort(&self, referent: Referent) -> Sort {
        match referent {
            Referent::Entity(ix) => self.sort_of(ix),
            Referent::Given(_) => Sort::Any,
            Referent::Composed(_, title) => match self.title(title).kind {
                TitleKind::Post | TitleKind::Spokesperson => Sort::Person,
                TitleKind::Group | TitleKind::Organ => Sort::Group,
            },
        }
    }

    /// What is known of an issue.
    pub fn issue(&self, ix: EntityIx) -> Option<&IssueRow> {
        self.issues.get(&ix)
    }

    /// Whether a person ever held an office of an actor.
    pub fn belongs(&self, person: EntityIx, owner: EntityIx) -> bool {
        self.homes.get(&person).is_some_and(|homes| homes.contains(&owner))
    }

    /// The state a referent belongs to: itself, or the owner of its office or group.
    pub fn owner(&self, referent: Referent) -> Option<EntityIx> {
        match referent {
            Referent::Entity(ix) if matches!(self.sort_of(ix), Sort::Person) => self.homes.get(&ix)?.last().copied(),
            Referent::Entity(ix) | Referent::Composed(ix, _) => Some(ix),
            Referent::Given(_) => None,
        }
    }

    /// The post of an actor as a referent: its holder on a day if exactly one is known, the office otherwise.
    pub fn post(&self, owner: EntityIx, title: TitleIx, day: Option<Date>) -> Referent {
        let office = Referent::Composed(owner, title);
        let (Some(day), Some(holders)) = (day, self.holders.get(&(owner, title))) else { return office };
        let mut holders = holders.iter().filter(|(tenure, _)| tenure.held_on(day)).map(|(_, person)| *person);
        match (holders.next(), holders.next()) {
            (Some(person), None) => Referent::Entity(person),
            _ => office,
        }
    }
}

fn sort_of(entity: &Entity) -> Sort {
    match entity.kind {
        EntityKind::State { .. } => Sort::State,
        EntityKind::Organisation { .. } => Sort::Organisation,
        EntityKind::Official { .. } | EntityKind::Office { .. } => Sort::Person,
        EntityKind::Group { .. } => Sort::Group,
        EntityKind::Issue { .. } => Sort::Issue,
        EntityKind::Ground { .. } => Sort::Ground,
    }
}

fn add_names(entity: &Entity, ix: EntityIx, names: &mut Names, lexicon: &mut Lexicon) {
    if matches!(entity.kind, EntityKind::Ground { .. }) {
        return;
    }
    for name in std::iter::once(&entity.name).chain(&entity.aliases) {
        names.add(name, NameKind::Name(ix), lexicon);
    }
    match &entity.kind {
        EntityKind::State { demonyms, seats, .. } | EntityKind::Organisation { demonyms, seats, .. } => {
            demonyms.iter().for_each(|name| names.add(name, NameKind::Demonym(ix), lexicon));
            seats.iter().for_each(|name| names.add(name, NameKind::Seat(ix), lexicon));
        }
        EntityKind::Official { surname, .. } => {
            let spellings = std::iter::once(&entity.name).chain(&entity.aliases);
            let last = spellings.filter_map(|name| name.rsplit_once(' ')).map(|(_, last)| last);
            let family: Vec<&str> = surname.as_deref().map_or_else(|| last.collect(), |surname| vec![surname]);
            family
                .iter()
                .filter(|name| name.len() > 1)
                .for_each(|name| names.add(name, NameKind::Surname(ix), lexicon));
        }
        _ => {}
    }
}
