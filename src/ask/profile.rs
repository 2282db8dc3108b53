//! Everything known of one entity.

use std::collections::{BTreeMap, BTreeSet};

use super::RollUp;
use super::fact::{Fact, Facts, Part};
use super::rows::{own_claims, tally, through_for};
use super::{Dating, Tally};
use crate::curation::World;
use crate::graph::StanceGraph;
use crate::language::Voice;
use crate::model::{Catalog, Date, Entity, EntityId, EntityKind, Modality, Polarity, RelationId, RelationKind, Tenure};

/// Everything known of one entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Its id.
    pub id: EntityId,
    /// What the world holds of it.
    pub entity: Option<Entity>,
    /// The issues, organs and the like that are parts of it.
    pub parts: Vec<EntityId>,
    /// Those who held its offices: person and tenure, in the order of dates.
    pub holders: Vec<(EntityId, Tenure)>,
    /// Its relations by kind, in the order of the kinds.
    pub relations: Vec<Relations>,
    /// The claims that name it otherwise: as the issue they are about, or as their ground.
    pub mentions: Vec<Mention>,
    /// What happened when: asserted, actual claims in the order of days.
    pub timeline: Vec<Happening>,
    /// All claims that name it, counted or not.
    pub claims: Tally,
    /// How many of them are negated, denied or not actual.
    pub uncounted: usize,
}

/// The relations of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relations {
    /// The kind; none for relations that the world does not hold.
    pub kind: Option<RelationKind>,
    /// The ties of the kind, the best attested first.
    pub ties: Vec<Tie>,
}

/// A relation to one other entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The relation.
    pub relation: RelationId,
    /// Whether the entity is its subject (active) or its object.
    pub voice: Voice,
    /// The other end.
    pub other: EntityId,
    /// The issue it is about.
    pub about: Option<EntityId>,
    /// Asserted, negated or denied.
    pub polarity: Polarity,
    /// How real it is.
    pub modality: Modality,
    /// The actors who answer for the entity.
    pub through: Vec<EntityId>,
    /// How many claims name the entity itself.
    pub own: usize,
    /// The claims that say so.
    pub claims: Tally,
}

/// How a claim names an entity that is neither of its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// It is about it.
    About,
    /// It gives it as a ground.
    Ground,
}

/// A relation between two others that names the entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// How it is named.
    pub role: Role,
    /// Who.
    pub subject: EntityId,
    /// Does what.
    pub relation: RelationId,
    /// To whom, or on what.
    pub object: EntityId,
    /// Asserted, negated or denied.
    pub polarity: Polarity,
    /// How real it is.
    pub modality: Modality,
    /// The claims that say so.
    pub claims: Tally,
}

/// A claim on its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// The day.
    pub day: Date,
    /// Whether the text dates it, or only the document is dated.
    pub dating: Dating,
    /// Who.
    pub subject: EntityId,
    /// Does what.
    pub relation: RelationId,
    /// To whom, or on what.
    pub object: EntityId,
    /// The issue it is about.
    pub about: Option<EntityId>,
    /// How many claims say so.
    pub claims: usize,
}

/// Everything known of an entity; `None` if neither the world nor a claim names it.
pub fn profile(id: &EntityId, graph: &StanceGraph, world: &World, roll_up: RollUp) -> Option<Profile> {
    let entity = world.entity(id).map(std::borrow::Cow::into_owned);
    if entity.is_none() && graph.node(id).is_none() {
        return None;
    }
    let facts = Facts::new(graph, world, roll_up);
    let touching: Vec<&Fact<'_>> = facts
        .all
        .iter()
        .filter(|fact| fact.subject.named == fact.claim.subject)
        .filter(|fact| fact.subject.is(id) || fact.object.is(id) || role(id, fact).is_some())
        .collect();
    Some(Profile {
        id: id.clone(),
        entity,
        parts: parts(id, world),
        holders: holders(id, world),
        relations: relations(id, &touching, world),
        mentions: mentions(id, &touching),
        timeline: timeline(&touching),
        claims: tally(&touching),
        uncounted: touching.iter().filter(|fact| !fact.claim.counts()).count(),
    })
}

fn role(id: &EntityId, fact: &Fact<'_>) -> Option<Role> {
    if fact.claim.about.as_ref() == Some(id) {
        Some(Role::About)
    } else {
        fact.claim.grounds.iter().any(|ground| ground.id == *id).then_some(Role::Ground)
    }
}

/// What makes two facts one mention.
type MentionKey<'a> = (Role, &'a EntityId, &'a RelationId, &'a EntityId, Polarity, Modality);

fn mentions(id: &EntityId, facts: &[&Fact<'_>]) -> Vec<Mention> {
    let mut mentions: BTreeMap<MentionKey<'_>, Vec<&Fact<'_>>> = BTreeMap::new();
    for fact in facts {
        if let Some(role) = role(id, fact) {
            let claim = fact.claim;
            let (subject, object) = (&fact.subject.stands, &fact.object.stands);
            let key = (role, subject, &claim.relation, object, claim.polarity, claim.modality);
            mentions.entry(key).or_default().push(fact);
        }
    }
    mentions.into_iter().map(|(key, facts)| mention(key, &facts)).collect()
}

fn mention((role, subject, relation, object, polarity, modality): MentionKey<'_>, facts: &[&Fact<'_>]) -> Mention {
    Mention {
        role,
        subject: subject.clone(),
        relation: relation.clone(),
        object: object.clone(),
        polarity,
        modality,
        claims: tally(facts),
    }
}

fn parts(id: &EntityId, world: &World) -> Vec<EntityId> {
    let part = |entity: &&Entity| match &entity.kind {
        EntityKind::Organisation { part_of, .. } | EntityKind::Issue { part_of, .. } => part_of.as_ref() == Some(id),
        _ => false,
    };
    world.entities.values().filter(part).map(|entity| entity.id.clone()).collect()
}

fn holders(id: &EntityId, world: &World) -> Vec<(EntityId, Tenure)> {
    let mut holders: Vec<(EntityId, Tenure)> = Vec::new();
    for entity in world.entities.values() {
        if let EntityKind::Official { offices, .. } = &entity.kind {
            let here = offices
                .iter()
                .filter(|office| office.of == *id || EntityId::composed(&office.of, &office.title) == *id);
            holders.extend(here.map(|office| (entity.id.clone(), office.clone())));
        }
    }
    holders.sort_by(|(a_id, a), (b_id, b)| {
        let from = |tenure: &Tenure| tenure.from.map(crate::model::PartialDate::earliest);
        (&a.title, from(a), a_id).cmp(&(&b.title, from(b), b_id))
    });
    holders
}

/// What makes two facts one tie.
type TieKey<'a> = (&'a RelationId, Voice, &'a EntityId, Option<&'a EntityId>, Polarity, Modality);

fn relations(id: &EntityId, facts: &[&Fact<'_>], world: &World) -> Vec<Relations> {
    let mut ties: BTreeMap<TieKey<'_>, Vec<&Fact<'_>>> = BTreeMap::new();
    for fact in facts {
        let claim = fact.claim;
        let (voice, other) = if fact.subject.is(id) {
            (Voice::Active, &fact.object.stands)
        } else if fact.object.is(id) {
            (Voice::Passive, &fact.subject.stands)
        } else {
            continue;
        };
        let key = (&claim.relation, voice, other, claim.about.as_ref(), claim.polarity, claim.modality);
        ties.entry(key).or_default().push(fact);
    }
    let mut kinds: BTreeMap<(bool, Option<RelationKind>), Vec<Tie>> = BTreeMap::new();
    for (key, facts) in ties {
        let kind = world.relation(key.0).map(|relation| relation.kind);
        kinds.entry((kind.is_none(), kind)).or_default().push(tie(id, key, &facts));
    }
    let relations = kinds.into_iter().map(|((_, kind), mut ties)| {
        ties.sort_by_key(|tie| std::cmp::Reverse(tie.claims.claims.len()));
        Relations { kind, ties }
    });
    relations.collect()
}

fn tie(id: &EntityId, key: TieKey<'_>, facts: &[&Fact<'_>]) -> Tie {
    let (relation, voice, other, about, polarity, modality) = key;
    Tie {
        relation: relation.clone(),
        voice,
        other: other.clone(),
        about: about.cloned(),
        polarity,
        modality,
        through: through_for(id, Part::Ends, facts),
        own: own_claims(id, Part::Ends, facts),
        claims: tally(facts),
    }
}

/// What makes two claims one happening.
type HappeningKey<'a> = (Date, &'a EntityId, &'a RelationId, &'a EntityId, Option<&'a EntityId>, Dating);

fn timeline(facts: &[&Fact<'_>]) -> Vec<Happening> {
    let mut days: BTreeMap<HappeningKey<'_>, BTreeSet<usize>> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| fact.claim.counts()) {
        let claim = fact.claim;
        let Some(day) = claim.day() else { continue };
        let dating = if claim.when.is_some() { Dating::Dated } else { Dating::Reported };
        let key = (day, &claim.subject, &claim.relation, &claim.object, claim.about.as_ref(), dating);
        days.entry(key).or_default().insert(fact.index);
    }
    days.into_iter().map(|(key, claims)| happening(key, claims.len())).collect()
}

fn happening((day, subject, relation, object, about, dating): HappeningKey<'_>, claims: usize) -> Happening {
    Happening {
        day,
        dating,
        subject: subject.clone(),
        relation: relation.clone(),
        object: object.clone(),
        about: about.cloned(),
        claims,
    }
}
