//! What fits a question, as rows.

use std::collections::BTreeSet;

use super::fact::{Fact, Facts};
use super::join::{Bindings, Join, Solutions};
use super::{AnswerRow, Binding, Tally};
use crate::language::{Atom, Find, Term};
use crate::model::EntityId;

/// The rows of what fits, in the order of their bindings.
pub(super) fn rows(find: &Find, join: &Join<'_>, solutions: &Solutions, facts: &Facts<'_>) -> Vec<AnswerRow> {
    let fixed: BTreeSet<&EntityId> = find.atoms.iter().flat_map(Atom::terms).filter_map(Term::entity).collect();
    let row = |(bindings, used): (&Bindings, &BTreeSet<usize>)| {
        let used: Vec<&Fact<'_>> = used.iter().filter_map(|at| facts.all.get(*at)).collect();
        row(bindings, &used, join, &fixed)
    };
    solutions.iter().map(row).collect()
}

fn row(bindings: &Bindings, used: &[&Fact<'_>], join: &Join<'_>, fixed: &BTreeSet<&EntityId>) -> AnswerRow {
    let bound = join.slots.iter().zip(bindings).filter_map(|(slot, value)| Some((slot.name(), value.as_ref()?)));
    let bindings: Vec<Binding> = bound.map(|(variable, entity)| binding(variable, entity, used)).collect();
    let through = bindings.iter().flat_map(|binding| binding.through.clone());
    let through = through.chain(fixed.iter().flat_map(|id| through_for(id, used))).collect::<BTreeSet<_>>();
    AnswerRow { bindings, through: through.into_iter().collect(), claims: tally(used) }
}

fn binding(variable: String, entity: &EntityId, used: &[&Fact<'_>]) -> Binding {
    Binding { variable, entity: entity.clone(), through: through_for(entity, used), own: own_claims(entity, used) }
}

/// How many claims name an entity itself.
pub(super) fn own_claims(entity: &EntityId, used: &[&Fact<'_>]) -> usize {
    let own = used.iter().filter(|fact| fact.subject.named == *entity || fact.object.named == *entity);
    own.map(|fact| fact.index).collect::<BTreeSet<_>>().len()
}

/// The actors who answer for an entity in some facts, in the order of their ids.
pub(super) fn through_for(entity: &EntityId, used: &[&Fact<'_>]) -> Vec<EntityId> {
    let sides = used.iter().flat_map(|fact| [&fact.subject, &fact.object]);
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
