//! What fits a question, as rows.

use std::collections::BTreeSet;

use super::fact::{Fact, Facts, Part};
use super::join::{Bindings, Join, Solutions};
use super::{AnswerRow, Binding, Tally};
use crate::language::{Find, Term};
use crate::model::EntityId;

/// The rows of what fits, in the order of their bindings.
pub(super) fn rows(find: &Find, join: &Join<'_>, solutions: &Solutions, facts: &Facts<'_>) -> Vec<AnswerRow> {
    let row = |(bindings, used): (&Bindings, &BTreeSet<usize>)| {
        let used: Vec<&Fact<'_>> = used.iter().filter_map(|at| facts.all.get(*at)).collect();
        row(bindings, &used, join, find)
    };
    solutions.iter().map(row).collect()
}

fn row(bindings: &Bindings, used: &[&Fact<'_>], join: &Join<'_>, find: &Find) -> AnswerRow {
    let bound = join.slots.iter().zip(bindings).enumerate();
    let bound = bound.filter_map(|(at, (slot, value))| Some((slot.name(), join.part_of(at), value.as_ref()?)));
    let bindings: Vec<Binding> = bound.map(|(name, part, entity)| binding(name, entity, part, used)).collect();
    let mut through: BTreeSet<EntityId> = bindings.iter().flat_map(|binding| binding.through.clone()).collect();
    for atom in &find.atoms {
        let ends = [&atom.subject, &atom.object].into_iter().filter_map(Term::entity);
        through.extend(ends.flat_map(|id| through_for(id, Part::Ends, used)));
        let speaker = atom.said_by.as_ref().and_then(Term::entity);
        through.extend(speaker.into_iter().flat_map(|id| through_for(id, Part::Speakers, used)));
    }
    AnswerRow { bindings, through: through.into_iter().collect(), claims: tally(used) }
}

fn binding(variable: String, entity: &EntityId, part: Part, used: &[&Fact<'_>]) -> Binding {
    let through = through_for(entity, part, used);
    Binding { variable, entity: entity.clone(), through, own: own_claims(entity, part, used) }
}

/// How many claims name an entity itself.
pub(super) fn own_claims(entity: &EntityId, part: Part, used: &[&Fact<'_>]) -> usize {
    let own = used.iter().filter(|fact| fact.sides(part).iter().any(|side| side.named == *entity));
    own.map(|fact| fact.index).collect::<BTreeSet<_>>().len()
}

/// The actors who answer for an entity in some facts, in the order of their ids.
pub(super) fn through_for(entity: &EntityId, part: Part, used: &[&Fact<'_>]) -> Vec<EntityId> {
    let sides = used.iter().flat_map(|fact| fact.sides(part));
    let through = sides.filter(|side| side.stands == *entity && side.named != *entity).map(|side| side.named.clone());
    through.collect::<BTreeSet<_>>().into_iter().collect()
}

/// What the claims of facts come to, each counted once and in file order.
pub(super) fn tally(used: &[&Fact<'_>]) -> Tally {
    let mut claims: Vec<(usize, _)> = used.iter().map(|fact| (fact.index, fact.claim)).collect();
    claims.sort_unstable_by_key(|(index, _)| *index);
    claims.dedup_by_key(|(index, _)| *index);
    Tally::of(claims.into_iter().map(|(_, claim)| claim))
}
