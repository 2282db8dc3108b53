//! Claims with both ends rolled up, ready to be joined.

use std::collections::BTreeMap;

use crate::curation::World;
use crate::graph::StanceGraph;
use crate::model::{Claim, Date, EntityId, RelationId, RollUp, Speaker};

/// One end of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Side {
    /// The actor as the claim names it.
    pub(super) named: EntityId,
    /// Whom it answers for.
    pub(super) stands: EntityId,
}

impl Side {
    /// Whether this end is an entity, or answers for it.
    pub(super) fn is(&self, id: &EntityId) -> bool {
        self.stands == *id || self.named == *id
    }
}

/// A part of a claim that names actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Subject and object.
    Ends,
    /// Who says so.
    Speakers,
}

/// A claim seen from one of its ends; a symmetric claim makes two.
#[derive(Clone, Debug)]
pub(super) struct Fact<'a> {
    /// The claim.
    pub(super) claim: &'a Claim,
    /// Its place in the graph's list.
    pub(super) index: usize,
    pub(super) subject: Side,
    pub(super) object: Side,
    /// Who says so, outermost first.
    pub(super) speakers: Vec<Side>,
}

impl Fact<'_> {
    /// Those who are named in a part of the claim.
    pub(super) fn sides(&self, part: Part) -> Vec<&Side> {
        match part {
            Part::Ends => vec![&self.subject, &self.object],
            Part::Speakers => self.speakers.iter().collect(),
        }
    }
}

/// Facts of one relation, by their ends.
#[derive(Default)]
struct Shelf {
    all: Vec<usize>,
    by_subject: BTreeMap<EntityId, Vec<usize>>,
    by_object: BTreeMap<EntityId, Vec<usize>>,
    by_ends: BTreeMap<(EntityId, EntityId), Vec<usize>>,
}

/// All facts of a graph, by relation and ends.
pub(super) struct Facts<'a> {
    pub(super) all: Vec<Fact<'a>>,
    shelves: BTreeMap<RelationId, Shelf>,
}

impl<'a> Facts<'a> {
    /// The facts of the claims that are admitted; those between an actor and itself drop out.
    pub(super) fn new(graph: &'a StanceGraph, world: &World, roll_up: RollUp) -> Self {
        let facts = graph.claims.iter().enumerate().flat_map(|(index, claim)| facts_of(claim, index, world, roll_up));
        Self::shelved(facts.collect())
    }

    /// The facts among these that something holds of.
    pub(super) fn retain(self, keep: impl Fn(&Fact<'a>) -> bool) -> Self {
        Self::shelved(self.all.into_iter().filter(keep).collect())
    }

    fn shelved(all: Vec<Fact<'a>>) -> Self {
        let mut shelves: BTreeMap<RelationId, Shelf> = BTreeMap::new();
        for (at, fact) in all.iter().enumerate() {
            let shelf = shelves.entry(fact.claim.relation.clone()).or_default();
            shelf.all.push(at);
            shelf.add(fact, at);
        }
        Self { all, shelves }
    }

    /// The facts of a relation that may have one of these subjects and one of these objects; `None` is any.
    pub(super) fn candidates(
        &self,
        relation: &RelationId,
        subjects: Option<&[EntityId]>,
        objects: Option<&[EntityId]>,
    ) -> Vec<usize> {
        let Some(shelf) = self.shelves.get(relation) else { return Vec::new() };
        match (subjects, objects) {
            (Some([subject]), Some([object])) => {
                shelf.by_ends.get(&(subject.clone(), object.clone())).cloned().unwrap_or_default()
            }
            (Some(subjects), Some(objects)) => {
                let (a, b) = (pick(&shelf.by_subject, subjects), pick(&shelf.by_object, objects));
                if a.len() <= b.len() { a } else { b }
            }
            (Some(subjects), None) => pick(&shelf.by_subject, subjects),
            (None, Some(objects)) => pick(&shelf.by_object, objects),
            (None, None) => shelf.all.clone(),
        }
    }
}

impl Side {
    /// Whom it answers for, then itself if that is another.
    fn ids(&self) -> impl Iterator<Item = &EntityId> {
        std::iter::once(&self.stands).chain(Some(&self.named).filter(|named| **named != self.stands))
    }
}

impl Shelf {
    fn add(&mut self, fact: &Fact<'_>, at: usize) {
        for subject in fact.subject.ids() {
            self.by_subject.entry(subject.clone()).or_default().push(at);
            for object in fact.object.ids() {
                self.by_ends.entry((subject.clone(), object.clone())).or_default().push(at);
            }
        }
        for object in fact.object.ids() {
            self.by_object.entry(object.clone()).or_default().push(at);
        }
    }
}

fn pick(by: &BTreeMap<EntityId, Vec<usize>>, ids: &[EntityId]) -> Vec<usize> {
    let mut found: Vec<usize> = ids.iter().filter_map(|id| by.get(id)).flatten().copied().collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn facts_of<'a>(claim: &'a Claim, index: usize, world: &World, roll_up: RollUp) -> Vec<Fact<'a>> {
    let day = claim.day();
    let subject = side(&claim.subject, claim.subject_principal.as_ref(), day, world, roll_up);
    let object = side(&claim.object, claim.object_principal.as_ref(), day, world, roll_up);
    if subject.stands == object.stands {
        return Vec::new();
    }
    let symmetric = world.relation(&claim.relation).is_some_and(|relation| relation.symmetric);
    let speakers: Vec<Side> = claim.speakers.iter().map(|said| speaker(said, day, world, roll_up)).collect();
    let (other, again) = (subject.clone(), speakers.clone());
    let crossed = symmetric.then(|| Fact { claim, index, subject: object.clone(), object: other, speakers: again });
    std::iter::once(Fact { claim, index, subject, object, speakers }).chain(crossed).collect()
}

/// A speaker; an unnamed one is called by its words in quotation marks.
fn speaker(said: &Speaker, day: Option<Date>, world: &World, roll_up: RollUp) -> Side {
    match said {
        Speaker::Actor { actor } => side(actor, None, day, world, roll_up),
        Speaker::Unnamed { unnamed, of } => {
            let named = EntityId::new(format!("\"{unnamed}\""));
            side(&named, of.as_ref(), day, world, roll_up)
        }
    }
}

fn side(named: &EntityId, given: Option<&EntityId>, day: Option<Date>, world: &World, roll_up: RollUp) -> Side {
    let stands = roll_up.apply(named, given, day, world);
    Side { named: named.clone(), stands }
}
