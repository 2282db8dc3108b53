//! The graph as it stood on a day.

use std::collections::{BTreeMap, BTreeSet};

use super::fact::{Fact, Facts};
use crate::curation::World;
use crate::model::{Claim, Date, EntityId, Modality, Polarity, RelationKind};

/// The facts that hold on a day: of stances each actor's latest on each object, of all else what is dated by then.
///
/// A claim marked as the end of a stance, one of a neutral stance, and one that negates a stance end those before them.
pub(super) fn as_of<'a>(facts: Facts<'a>, day: Date, world: &World) -> Facts<'a> {
    let facts = facts.retain(|fact| fact.claim.day().is_some_and(|dated| dated <= day));
    let mut stances: BTreeMap<(&EntityId, &EntityId), Vec<&Fact<'a>>> = BTreeMap::new();
    for fact in facts.all.iter().filter(|fact| is_stance(fact, world) && is_said(fact)) {
        stances.entry((&fact.subject.stands, &fact.object.stands)).or_default().push(fact);
    }
    let holding: BTreeSet<usize> = stances.into_values().flat_map(holding).collect();
    let stays = |fact: &Fact<'a>| !is_stance(fact, world) || !is_said(fact) || holding.contains(&fact.index);
    let stay: BTreeSet<usize> = facts.all.iter().filter(|fact| stays(fact)).map(|fact| fact.index).collect();
    facts.retain(|fact| stay.contains(&fact.index))
}

fn is_stance(fact: &Fact<'_>, world: &World) -> bool {
    world.relation(&fact.claim.relation).is_some_and(|relation| relation.kind == RelationKind::Stance)
}

/// Whether the claim says where its subject stands: actual, and not denied.
fn is_said(fact: &Fact<'_>) -> bool {
    fact.claim.modality == Modality::Actual && fact.claim.polarity != Polarity::Denied
}

/// The claims of one actor on one object that hold on the last day: those since its stance last changed.
fn holding(mut facts: Vec<&Fact<'_>>) -> Vec<usize> {
    facts.sort_by_key(|fact| (fact.claim.day(), fact.index));
    let mut held: Vec<&Fact<'_>> = Vec::new();
    for day in facts.chunk_by(|a, b| a.claim.day() == b.claim.day()) {
        held.retain(|fact| day.iter().all(|later| survives(fact.claim, later.claim)));
        held.extend(day);
    }
    held.into_iter().map(|fact| fact.index).collect()
}

/// Whether what one claim says still holds after a later one.
fn survives(claim: &Claim, later: &Claim) -> bool {
    match (claim.polarity, later.polarity) {
        (Polarity::Asserted, Polarity::Asserted) => claim.sign == later.sign,
        (Polarity::Asserted, _) => claim.sign != later.sign,
        (_, Polarity::Asserted) => claim.relation != later.relation,
        _ => true,
    }
}
