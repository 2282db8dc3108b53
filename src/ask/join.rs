//! Joining facts so that they fit all atoms of a question.

use std::collections::{BTreeMap, BTreeSet};

use super::AskError;
use super::fact::{Fact, Facts, Part, Side};
use crate::curation::World;
use crate::language::{Atom, Find, Mood, Parts, Period, Term, Variable, VariableKind};
use crate::model::{Catalog, Claim, Entity, EntityId, EntityKind, Modality, Polarity, RelationId};

/// The most facts looked at for one question.
pub(super) const WORK: usize = 2_000_000;
/// The most rows of one answer.
pub(super) const ROWS: usize = 50_000;

/// What each slot is, if known yet.
pub(super) type Bindings = Vec<Option<EntityId>>;

/// What fits: bindings, and the facts (by their place) that say so.
pub(super) type Solutions = BTreeMap<Bindings, BTreeSet<usize>>;

/// What is found out: a variable, or which part of an issue is meant.
#[derive(Clone, Debug)]
pub(super) enum Slot {
    Variable(Variable),
    Part(EntityId),
}

impl Slot {
    /// The name of its column.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Variable(variable) => variable.name.clone(),
            Self::Part(issue) => format!("{issue}+"),
        }
    }
}

/// A term with its slot.
enum Place {
    Fixed(EntityId),
    Variable(usize, Option<VariableKind>),
    Part(usize, Vec<EntityId>),
}

/// An atom with its places.
struct Pattern {
    relation: RelationId,
    mood: Mood,
    subject: Place,
    object: Place,
    about: Option<Place>,
    because: Option<Place>,
    said_by: Option<Place>,
}

/// A question made ready to be joined.
pub(super) struct Join<'a> {
    world: &'a World,
    pub(super) slots: Vec<Slot>,
    patterns: Vec<Pattern>,
    modality: Modality,
    period: Period,
}

/// Why a fact that fits the ends of an atom does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Miss {
    Polarity(Polarity),
    Modality(Modality),
    Undated,
    Groundless,
    Unattributed,
    Dated,
}

impl<'a> Join<'a> {
    pub(super) fn new(find: &Find, world: &'a World) -> Self {
        let mut slots: Vec<Slot> = find.variables().into_iter().map(Slot::Variable).collect();
        let patterns = find.atoms.iter().map(|atom| pattern(atom, &mut slots, world)).collect();
        Self { world, slots, patterns, modality: find.modality, period: find.period }
    }

    /// The part of claims that a slot stands in; speakers only if it stands nowhere else.
    pub(super) fn part_of(&self, slot: usize) -> Part {
        let elsewhere = self.patterns.iter().any(|pattern| pattern.slots(Part::Ends).any(|used| used == slot));
        if elsewhere { Part::Ends } else { Part::Speakers }
    }

    /// All bindings that fit all atoms.
    pub(super) fn solve(&self, facts: &Facts<'_>) -> Result<Solutions, AskError> {
        let mut work = 0;
        let mut solutions = Solutions::from([(vec![None; self.slots.len()], BTreeSet::new())]);
        let mut left: Vec<&Pattern> = self.patterns.iter().collect();
        let mut bound = BTreeSet::new();
        while let Some(at) = self.next(&left, &bound, facts) {
            let pattern = left.remove(at);
            bound.extend(pattern.all_slots());
            solutions = self.step(pattern, &solutions, facts, &mut work)?;
        }
        Ok(solutions)
    }

    /// The pattern to take next: one joined to those before, and of those the one with the fewest facts.
    fn next(&self, left: &[&Pattern], bound: &BTreeSet<usize>, facts: &Facts<'_>) -> Option<usize> {
        let none = vec![None; self.slots.len()];
        let cost = |pattern: &Pattern| {
            let apart = !pattern.all_slots().any(|slot| bound.contains(&slot));
            (apart, self.candidates(pattern, &none, facts).len())
        };
        left.iter().enumerate().min_by_key(|(at, pattern)| (cost(pattern), *at)).map(|(at, _)| at)
    }

    fn candidates(&self, pattern: &Pattern, bindings: &Bindings, facts: &Facts<'_>) -> Vec<usize> {
        let (subjects, objects) = (pattern.subject.wanted(bindings), pattern.object.wanted(bindings));
        facts.candidates(&pattern.relation, subjects.as_deref(), objects.as_deref())
    }

    fn step(
        &self,
        pattern: &Pattern,
        before: &Solutions,
        facts: &Facts<'_>,
        work: &mut usize,
    ) -> Result<Solutions, AskError> {
        let mut after = Solutions::new();
        for (bindings, used) in before {
            let mut found = Solutions::new();
            for at in self.candidates(pattern, bindings, facts) {
                *work += 1;
                let Some(fact) = facts.all.get(at).filter(|fact| self.miss(pattern, fact).is_none()) else { continue };
                for fitted in self.fit(pattern, fact, bindings) {
                    found.entry(fitted).or_default().insert(at);
                }
            }
            for (fitted, mut new) in found {
                *work += used.len();
                new.extend(used);
                after.entry(fitted).or_default().append(&mut new);
            }
            if *work > WORK {
                return Err(AskError::Work { limit: WORK });
            }
            if after.len() > ROWS {
                return Err(AskError::Rows { limit: ROWS });
            }
        }
        Ok(after)
    }

    /// Why a fact does not count for a pattern whatever its ends.
    fn miss(&self, pattern: &Pattern, fact: &Fact<'_>) -> Option<Miss> {
        let claim = fact.claim;
        let day = claim.day();
        if !self.period.is_open() && day.is_some_and(|day| !self.period.contains(day)) {
            return Some(Miss::Dated);
        }
        if (claim.polarity == Polarity::Asserted) != (pattern.mood == Mood::Asserted) {
            return Some(Miss::Polarity(claim.polarity));
        }
        if claim.modality != self.modality {
            return Some(Miss::Modality(claim.modality));
        }
        if !self.period.is_open() && day.is_none() {
            return Some(Miss::Undated);
        }
        if pattern.because.is_some() && claim.grounds.is_empty() {
            return Some(Miss::Groundless);
        }
        (pattern.said_by.is_some() && claim.speakers.is_empty()).then_some(Miss::Unattributed)
    }

    /// The claims that fit an atom but for one thing.
    pub(super) fn misses<'f>(&self, facts: &'f Facts<'f>) -> BTreeMap<usize, (Miss, &'f Claim)> {
        let none = vec![None; self.slots.len()];
        let mut misses = BTreeMap::new();
        for pattern in &self.patterns {
            for fact in self.candidates(pattern, &none, facts).into_iter().filter_map(|at| facts.all.get(at)) {
                let Some(miss) = self.miss(pattern, fact) else { continue };
                let fits = match miss {
                    Miss::Dated => false,
                    Miss::Polarity(_) | Miss::Modality(_) | Miss::Undated | Miss::Groundless | Miss::Unattributed => {
                        !self.fit_ends(pattern, fact, &none).is_empty()
                    }
                };
                if fits {
                    misses.entry(fact.index).or_insert((miss, fact.claim));
                }
            }
        }
        misses
    }

    /// The ways in which a fact fits a pattern.
    fn fit(&self, pattern: &Pattern, fact: &Fact<'_>, bindings: &Bindings) -> Vec<Bindings> {
        let fitted = self.fit_ends(pattern, fact, bindings);
        let grounds: Vec<Side> = fact.claim.grounds.iter().map(|ground| plain(&ground.id)).collect();
        let fitted = self.fit_any(pattern.because.as_ref(), &grounds, fitted);
        self.fit_any(pattern.said_by.as_ref(), &fact.speakers, fitted)
    }

    /// The bindings once a place, if there is one, is filled by any of some sides.
    fn fit_any(&self, place: Option<&Place>, sides: &[Side], bindings: Vec<Bindings>) -> Vec<Bindings> {
        let Some(place) = place else { return bindings };
        let fitted =
            bindings.iter().flat_map(|bindings| sides.iter().filter_map(|side| self.bind(place, side, bindings)));
        fitted.collect()
    }

    /// The way in which a fact fits a pattern but for its grounds and speakers, if any.
    fn fit_ends(&self, pattern: &Pattern, fact: &Fact<'_>, bindings: &Bindings) -> Vec<Bindings> {
        let bindings = self.bind(&pattern.subject, &fact.subject, bindings);
        let bindings = bindings.and_then(|bindings| self.bind(&pattern.object, &fact.object, &bindings));
        let bindings = match &pattern.about {
            None => bindings,
            Some(about) => bindings.and_then(|bindings| {
                let issue = fact.claim.about.as_ref()?;
                self.bind(about, &plain(issue), &bindings)
            }),
        };
        bindings.into_iter().collect()
    }

    /// The bindings once a place is filled by one end of a fact.
    fn bind(&self, place: &Place, side: &Side, bindings: &Bindings) -> Option<Bindings> {
        let (slot, value) = match place {
            Place::Fixed(id) => return side.is(id).then(|| bindings.clone()),
            Place::Variable(slot, kind) => (*slot, self.value(*kind, side)?),
            Place::Part(slot, members) => (*slot, members.iter().find(|member| side.is(member))?.clone()),
        };
        let mut bindings = bindings.clone();
        let bound = bindings.get_mut(slot)?;
        match bound {
            Some(known) if *known != value => None,
            _ => {
                *bound = Some(value);
                Some(bindings)
            }
        }
    }

    /// What a variable of a kind is at one end of a fact: whom the actor stands for, or else the actor itself.
    fn value(&self, kind: Option<VariableKind>, side: &Side) -> Option<EntityId> {
        let Some(kind) = kind else { return Some(side.stands.clone()) };
        let fits = |id: &&EntityId| self.world.entity(id).is_some_and(|entity| is_kind(&entity, kind));
        [&side.stands, &side.named].into_iter().find(fits).cloned()
    }
}

/// An end that stands for itself.
fn plain(id: &EntityId) -> Side {
    Side { named: id.clone(), stands: id.clone() }
}

fn is_kind(entity: &Entity, kind: VariableKind) -> bool {
    kind == VariableKind::Actor && entity.is_actor() || kind.name() == entity.kind_name()
}

impl Pattern {
    fn all_slots(&self) -> impl Iterator<Item = usize> {
        self.slots(Part::Ends).chain(self.slots(Part::Speakers))
    }

    /// The slots of one part; issue and ground count with the ends.
    fn slots(&self, part: Part) -> impl Iterator<Item = usize> {
        let places: Vec<&Place> = match part {
            Part::Ends => [&self.subject, &self.object].into_iter().chain(&self.about).chain(&self.because).collect(),
            Part::Speakers => self.said_by.iter().collect(),
        };
        places.into_iter().filter_map(|place| match place {
            Place::Fixed(_) => None,
            Place::Variable(slot, _) | Place::Part(slot, _) => Some(*slot),
        })
    }
}

impl Place {
    /// What may stand here, if that is known.
    fn wanted(&self, bindings: &Bindings) -> Option<Vec<EntityId>> {
        match self {
            Self::Fixed(id) => Some(vec![id.clone()]),
            Self::Variable(slot, _) => bindings.get(*slot)?.clone().map(|id| vec![id]),
            Self::Part(slot, members) => match bindings.get(*slot)? {
                Some(id) => Some(vec![id.clone()]),
                None => Some(members.clone()),
            },
        }
    }
}

fn pattern(atom: &Atom, slots: &mut Vec<Slot>, world: &World) -> Pattern {
    let mut place = |term: &Term| place(term, slots, world);
    Pattern {
        relation: atom.relation.clone(),
        mood: atom.mood,
        subject: place(&atom.subject),
        object: place(&atom.object),
        about: atom.about.as_ref().map(&mut place),
        because: atom.because.as_ref().map(&mut place),
        said_by: atom.said_by.as_ref().map(&mut place),
    }
}

fn place(term: &Term, slots: &mut Vec<Slot>, world: &World) -> Place {
    match term {
        Term::Entity { id, parts: Parts::Without } => Place::Fixed(id.clone()),
        Term::Entity { id, parts: Parts::With } => {
            let known = slots.iter().position(|slot| matches!(slot, Slot::Part(issue) if issue == id));
            let slot = known.unwrap_or_else(|| {
                slots.push(Slot::Part(id.clone()));
                slots.len() - 1
            });
            Place::Part(slot, with_parts(id, world))
        }
        Term::Variable(variable) => {
            let named = slots.iter().enumerate().find_map(|(at, slot)| match slot {
                Slot::Variable(known) if known.name == variable.name => Some((at, known.kind)),
                _ => None,
            });
            let (slot, kind) = named.unwrap_or((0, variable.kind));
            Place::Variable(slot, kind)
        }
    }
}

/// An issue and all its parts, in the order of their ids.
pub(super) fn with_parts(issue: &EntityId, world: &World) -> Vec<EntityId> {
    let mut found = BTreeSet::from([issue.clone()]);
    loop {
        let parts = world.entities.values().filter(|entity| match &entity.kind {
            EntityKind::Issue { part_of: Some(whole), .. } => found.contains(whole) && !found.contains(&entity.id),
            _ => false,
        });
        let new: Vec<EntityId> = parts.map(|entity| entity.id.clone()).collect();
        if new.is_empty() {
            return found.into_iter().collect();
        }
        found.extend(new);
    }
}
