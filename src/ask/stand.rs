//! Where an actor stands on an issue, and where it turned.

use std::collections::BTreeMap;

use super::fact::{Fact, Facts, Part};
use super::join::with_parts;
use super::rows::{own_claims, tally, through_for};
use super::{Body, Dating, Position, Standing, Turn, TurnKind};
use crate::curation::World;
use crate::language::Stand;
use crate::model::{Date, EntityId, Modality, Polarity, RelationId, RelationKind, Sign};

/// What makes two claims one position.
type Key = (Option<Date>, RelationId, Polarity, bool, Dating);

/// All stances of an actor on an issue in the order of dates, with the turns between them.
pub(super) fn stand(stand: &Stand, facts: &Facts<'_>, world: &World) -> Body {
    let fits = |fact: &&Fact<'_>| {
        let day = fact.claim.day();
        let within = stand.period.is_open() || day.is_some_and(|day| stand.period.contains(day));
        let kind = world.relation(&fact.claim.relation).map(|relation| relation.kind);
        fact.subject.is(&stand.actor)
            && within
            && kind == Some(RelationKind::Stance)
            && fact.claim.modality == Modality::Actual
    };
    let facts: Vec<&Fact<'_>> = facts.all.iter().filter(fits).collect();
    let history = positions(&stand.actor, &stand.issue, &facts);
    let parts = with_parts(&stand.issue, world).into_iter().filter(|part| *part != stand.issue);
    let also = parts.flat_map(|part| positions(&stand.actor, &part, &facts)).collect();
    let turns = turns(&history);
    Body::Stand { actor: stand.actor.clone(), issue: stand.issue.clone(), history, turns, also }
}

fn positions(actor: &EntityId, issue: &EntityId, facts: &[&Fact<'_>]) -> Vec<Position> {
    let mut groups: BTreeMap<Key, Vec<&Fact<'_>>> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| fact.object.is(issue)) {
        groups.entry(key(fact)).or_default().push(fact);
    }
    let position = |(key, facts): (Key, Vec<&Fact<'_>>)| position(actor, issue, key, &facts);
    let mut positions: Vec<Position> = groups.into_iter().map(position).collect();
    let latest = positions.iter().filter(|position| settles(position)).map(|position| position.day).max();
    for position in positions.iter_mut().filter(|position| settles(position) && Some(position.day) == latest) {
        position.standing = Standing::Latest;
    }
    positions
}

fn key(fact: &Fact<'_>) -> Key {
    let claim = fact.claim;
    let dating = if claim.when.is_some() { Dating::Dated } else { Dating::Reported };
    (claim.day(), claim.relation.clone(), claim.polarity, claim.formerly, dating)
}

fn position(actor: &EntityId, issue: &EntityId, key: Key, facts: &[&Fact<'_>]) -> Position {
    let (day, relation, polarity, formerly, dating) = key;
    Position {
        day,
        dating,
        issue: issue.clone(),
        relation,
        sign: facts.first().map_or(Sign::Neutral, |fact| fact.claim.sign),
        polarity,
        formerly,
        standing: Standing::Earlier,
        through: through_for(actor, Part::Ends, facts),
        own: own_claims(actor, Part::Ends, facts),
        documents: facts.iter().map(|fact| fact.claim.evidence.document.clone()).collect(),
        claims: tally(facts),
    }
}

/// Whether a position says where the actor stands: asserted, or the end of a stance.
fn settles(position: &Position) -> bool {
    position.polarity == Polarity::Asserted || position.formerly
}

/// Where a stance goes against the one before it: an asserted one against the last asserted, a negated or denied one
/// against the last asserted of its relation, and the other way round.
fn turns(history: &[Position]) -> Vec<Turn> {
    let mut turns = Vec::new();
    let (mut asserted, mut other): (Option<usize>, Option<usize>) = (None, None);
    for (to, later) in history.iter().enumerate().filter(|(_, position)| position.day.is_some()) {
        let is_asserted = later.polarity == Polarity::Asserted;
        let before = if is_asserted { [asserted, other.filter(|at| asserted < Some(*at))] } else { [asserted, None] };
        let against = before.into_iter().flatten().find_map(|from| turn(history, from, to));
        turns.extend(against);
        if later.sign != Sign::Neutral {
            *(if is_asserted { &mut asserted } else { &mut other }) = Some(to);
        }
    }
    turns
}

/// The turn between two positions, if one goes against the other.
fn turn(history: &[Position], from: usize, to: usize) -> Option<Turn> {
    let (earlier, later) = (history.get(from)?, history.get(to)?);
    let asserted = |position: &Position| position.polarity == Polarity::Asserted;
    let against = if asserted(earlier) && asserted(later) {
        earlier.sign != later.sign && later.sign != Sign::Neutral
    } else {
        earlier.relation == later.relation
    };
    // Where one document says both of one stance, what has no date of its own is no later than what has.
    let together = earlier.relation == later.relation
        && later.dating == Dating::Reported
        && later.documents.iter().any(|id| earlier.documents.contains(id));
    let contradicts = earlier.day == later.day || later.polarity == Polarity::Denied || together;
    let kind = if contradicts { TurnKind::Contradiction } else { TurnKind::Change };
    against.then_some(Turn { from, to, kind })
}
