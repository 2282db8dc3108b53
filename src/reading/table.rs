//! The world's entities and titles as small numbers, with what reading asks of them.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::lexicon::{Lexicon, WordId};
use super::names::{EntityIx, NameKind, Names, Number, TitleIx};
use crate::curation::{Argument, World};
use crate::model::{Date, Entity, EntityId, EntityKind, Holders, Sector, Tenure, Title, TitleId, TitleKind};

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
            (Argument::Conduct | Argument::Inside, _) => false,
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
    /// The nouns that may refer back to some issue.
    issue_nouns: FxHashSet<WordId>,
    /// Who held an office, and when.
    holders: FxHashMap<(EntityIx, TitleIx), Vec<(Tenure, EntityIx)>>,
    /// The offices a person held, and when.
    posts: FxHashMap<EntityIx, Vec<(Tenure, EntityIx, TitleIx)>>,
    /// The titles that a title's words may mean, itself first: "minister" for any minister.
    families: Vec<Vec<TitleIx>>,
    /// The titles whose names end in a noun.
    by_noun: FxHashMap<WordId, Vec<TitleIx>>,
    /// The nouns that refer back to an organisation.
    bodies: FxHashMap<EntityIx, Vec<WordId>>,
    /// The nouns that refer back to some organisation.
    body_nouns: FxHashSet<WordId>,
    /// The first words of persons' full names.
    first_names: FxHashSet<WordId>,
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
        table.add_families(lexicon);
        let nouns = table.issues.values().flat_map(|row| row.heads.iter().chain(&row.nouns));
        table.issue_nouns = nouns.copied().collect();
        table
    }

    /// Whether a noun by itself may refer back to some issue.
    pub fn names_issues(&self, noun: WordId) -> bool {
        self.issue_nouns.contains(&noun)
    }

    /// Which titles a title's words, or their last noun alone, may mean.
    fn add_families(&mut self, lexicon: &mut Lexicon) {
        let families = self.titles.iter().enumerate().map(|(at, wide)| {
            let own = TitleIx(at as u32);
            let covered = wide.covers.iter().filter_map(|id| self.title_ix(id)).filter(|other| *other != own);
            (own, covered.filter(|other| self.title(*other).kind == wide.kind).collect())
        });
        let mut families: Vec<(TitleIx, BTreeSet<TitleIx>)> = families.collect();
        for (wide, other) in self.endings() {
            if wide != other && self.title(wide).kind == self.title(other).kind {
                families[wide.0 as usize].1.insert(other);
            }
        }
        self.families =
            families.into_iter().map(|(own, others)| std::iter::once(own).chain(others).collect()).collect();
        for (at, title) in self.titles.iter().enumerate() {
            for name in &title.names {
                let noun = name.rsplit(' ').next().unwrap_or(name).to_lowercase();
                lexicon.add_noun(&noun);
                let titles = self.by_noun.entry(lexicon.intern(&noun)).or_default();
                if !titles.contains(&TitleIx(at as u32)) {
                    titles.push(TitleIx(at as u32));
                }
            }
        }
    }

    /// The titles of which a name ends in one of the names of another, after that: "minister" and "foreign minister".
    fn endings(&self) -> Vec<(TitleIx, TitleIx)> {
        let named = || {
            let titles = self.titles.iter().enumerate();
            titles.flat_map(|(at, title)| title.names.iter().map(move |name| (TitleIx(at as u32), name.as_str())))
        };
        let mut by_name: FxHashMap<&str, Vec<TitleIx>> = FxHashMap::default();
        named().for_each(|(title, name)| by_name.entry(name).or_default().push(title));
        let endings =
            named().flat_map(|(title, name)| name.match_indices(' ').map(move |(at, _)| (title, &name[at + 1..])));
        let wide = |(other, ending): (TitleIx, &str)| {
            by_name.get(ending).into_iter().flatten().map(move |wide| (*wide, other)).collect::<Vec<_>>()
        };
        endings.flat_map(wide).collect()
    }

    fn title_ix(&self, id: &TitleId) -> Option<TitleIx> {
        self.titles.binary_search_by(|title| title.id.cmp(id)).ok().map(|at| TitleIx(at as u32))
    }

    /// The titles that a title's words may mean, itself first.
    pub fn family(&self, title: TitleIx) -> &[TitleIx] {
        self.families.get(title.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// The titles whose names end in a noun.
    pub fn titles_by_noun(&self, noun: WordId) -> &[TitleIx] {
        self.by_noun.get(&noun).map_or(&[], Vec::as_slice)
    }

    /// Whether a noun by itself may refer back to some organisation.
    pub fn names_bodies(&self, noun: WordId) -> bool {
        self.body_nouns.contains(&noun)
    }

    /// Whether a noun by itself may refer back to an organisation.
    pub fn is_word_for(&self, noun: WordId, body: EntityIx) -> bool {
        self.bodies.get(&body).is_some_and(|nouns| nouns.contains(&noun))
    }

    /// Whether a referent is, or holds on a day, one of some posts, of an owner if one is given.
    pub fn holds(&self, referent: Referent, titles: &[TitleIx], owner: Option<EntityIx>, day: Option<Date>) -> bool {
        let fits = |of: EntityIx, title: TitleIx| titles.contains(&title) && owner.is_none_or(|owner| owner == of);
        match referent {
            Referent::Composed(of, title) => fits(of, title),
            Referent::Entity(ix) => self.posts.get(&ix).is_some_and(|posts| {
                let held = |tenure: &Tenure| day.is_none_or(|day| tenure.held_on(day));
                posts.iter().any(|(tenure, of, title)| fits(*of, *title) && held(tenure))
            }),
            Referent::Given(_) => false,
        }
    }

    /// Whether a person held any office on a day.
    pub fn in_office(&self, person: EntityIx, day: Date) -> bool {
        self.posts.get(&person).is_some_and(|posts| posts.iter().any(|(tenure, ..)| tenure.held_on(day)))
    }

    /// Whether a word begins the full name of some person.
    pub fn is_first_name(&self, word: WordId) -> bool {
        self.first_names.contains(&word)
    }

    /// Whether a referent is people in the plural, not one body.
    pub fn is_people(&self, referent: Referent) -> bool {
        matches!(referent, Referent::Composed(_, title) if self.title(title).kind == TitleKind::Group)
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
                let first = entity.name.split_once(' ').map(|(first, _)| first.to_lowercase());
                self.first_names.extend(first.map(|first| lexicon.intern(&first)));
                let mut homes: Vec<EntityIx> = of.iter().filter_map(|of| index.get(of)).copied().collect();
                for tenure in offices {
                    if let (Some(owner), Some(title)) = (index.get(&tenure.of), self.title_ix(&tenure.title)) {
                        homes.push(*owner);
                        self.holders.entry((*owner, title)).or_default().push((tenure.clone(), ix));
                        self.posts.entry(ix).or_default().push((tenure.clone(), *owner, title));
                    }
                }
                self.homes.insert(ix, homes);
            }
            EntityKind::Organisation { heads, .. } => {
                let names = std::iter::once(&entity.name).chain(&entity.aliases);
                let last = names.filter_map(|name| name.rsplit_once(' ')).map(|(_, last)| last.to_lowercase());
                let nouns: Vec<String> = last.chain(heads.iter().cloned()).collect();
                let row: Vec<WordId> = nouns.iter().map(|noun| lexicon.intern(noun)).collect();
                self.body_nouns.extend(&row);
                self.bodies.insert(ix, row);
            }
            EntityKind::Issue { part_of, heads, sponsors, .. } => {
                let row = self.issues.entry(ix).or_default();
                for head in heads {
                    lexicon.add_noun(head);
                    row.heads.push(lexicon.intern(head));
                }
                for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                    let head = head_words(name);
                    let last = head.rsplit(' ').next().filter(|_| name.contains(' ')).unwrap_or("").to_lowercase();
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
        let listed: BTreeSet<&String> = self.titles.iter().flat_map(|title| &title.names).collect();
        for (at, title) in self.titles.iter().enumerate() {
            let ix = TitleIx(at as u32);
            for name in &title.names {
                let number = if title.kind == TitleKind::Group { Number::Plural } else { Number::Singular };
                names.add(name, NameKind::Title(ix, number), lexicon);
                // "soldiers" are whom a title of that name says, not several of "soldier".
                let plural = lexicon.plural(name);
                if number == Number::Singular && !listed.contains(&plural) {
                    names.add(&plural, NameKind::Title(ix, Number::Plural), lexicon);
                }
            }
        }
    }

    /// Whether the state it sits in is whose it is: "a court in Libya", but not "the troops in Libya".
    pub fn is_seated(&self, title: TitleIx) -> bool {
        let title = self.title(title);
        let civil = matches!(title.sector, Sector::Government | Sector::Judiciary | Sector::Legislature);
        title.kind == TitleKind::Organ && civil
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
        // Of a post that several hold, nobody knows them all.
        let day = day.filter(|_| self.title(title).holders == Holders::One);
        let (Some(day), Some(holders)) = (day, self.holders.get(&(owner, title))) else { return office };
        let mut holders = holders.iter().filter(|(tenure, _)| tenure.held_on(day)).map(|(_, person)| *person);
        match (holders.next(), holders.next()) {
            (Some(person), None) => Referent::Entity(person),
            _ => office,
        }
    }
}

/// A name up to its first preposition: what "amendments to the treaty" are is amendments.
fn head_words(name: &str) -> &str {
    const PREPOSITIONS: [&str; 9] =
        [" of ", " to ", " on ", " in ", " for ", " with ", " against ", " from ", " between "];
    let cut = PREPOSITIONS.iter().filter_map(|word| name.find(word)).min();
    cut.map_or(name, |cut| &name[..cut])
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
