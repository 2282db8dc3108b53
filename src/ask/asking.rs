//! From the text of a question to its answer.

use std::collections::BTreeSet;

use super::as_of::as_of;
use super::fact::Facts;
use super::join::{Join, Slot, Solutions};
use super::left_out::left_out;
use super::nearby::nearby;
use super::rows::rows;
use super::stand::stand;
use super::{Answer, AnswerRow, AskError, Body, LeftOut, Names, RollUp, Tally, Verdict};
use crate::curation::World;
use crate::graph::StanceGraph;
use crate::language::{Atom, Find, Mood, Parts, Question, Stand, Term};
use crate::model::{Date, EntityId, PartialDate};

/// How a question is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether officials answer for their states.
    pub roll_up: RollUp,
    /// The day on which actors must stand where they are said to.
    pub as_of: Option<Date>,
}

/// Answers a question.
///
/// Only asserted, actual claims count unless the question says otherwise; what was not counted is part of the answer.
pub fn ask(text: &str, graph: &StanceGraph, world: &World, options: Options) -> Result<Answer, AskError> {
    let question = Question::parse(text, &Names::new(world, graph))?;
    let facts = Facts::new(graph, world, options.roll_up);
    let facts = match (&question, options.as_of) {
        (Question::Find(_), Some(day)) => as_of(facts, day, world),
        _ => facts,
    };
    let (body, left_out) = match &question {
        Question::Find(find) => found(find, &facts, world)?,
        Question::Stand(asked) => (stand(&limited(asked, options.as_of), &facts, world), LeftOut::default()),
    };
    let nearby = if is_empty(&body) { nearby(&question, &facts) } else { Vec::new() };
    Ok(Answer { question, body, left_out, nearby })
}

/// A question for stances, up to a day.
fn limited(asked: &Stand, day: Option<Date>) -> Stand {
    let mut asked = asked.clone();
    if let Some(day) = day.filter(|day| asked.period.until.is_none_or(|until| *day < until.latest())) {
        asked.period.until = Some(PartialDate::Day(day));
    }
    asked
}

fn is_empty(body: &Body) -> bool {
    match body {
        Body::Rows { rows, also, .. } => rows.is_empty() && also.is_empty(),
        Body::Truth { verdict, .. } => *verdict == Verdict::Unknown,
        Body::Stand { history, also, .. } => history.is_empty() && also.is_empty(),
    }
}

fn found(find: &Find, facts: &Facts<'_>, world: &World) -> Result<(Body, LeftOut), AskError> {
    let join = Join::new(find, world);
    let mut solutions = join.solve(facts)?;
    if let [atom] = find.atoms.as_slice() {
        once_each(atom, &join, &mut solutions, world);
    }
    let mut left_out = left_out(&join, facts);
    let body = if find.variables().is_empty() {
        truth(find, &solutions, facts, world)?
    } else {
        Body::Rows {
            columns: join.slots.iter().map(Slot::name).collect(),
            rows: rows(find, &join, &solutions, facts),
            also: also(find, facts, world)?,
        }
    };
    if matches!(body, Body::Truth { verdict: Verdict::No, .. }) {
        left_out = LeftOut { asserted: 0, negated: 0, denied: 0, ..left_out };
    }
    Ok((body, left_out))
}

/// Keeps one of the two ways in which a symmetric relation fits two variables.
fn once_each(atom: &Atom, join: &Join<'_>, solutions: &mut Solutions, world: &World) {
    let symmetric = world.relation(&atom.relation).is_some_and(|relation| relation.symmetric);
    let (Some(subject), Some(object), true) = (atom.subject.variable(), atom.object.variable(), symmetric) else {
        return;
    };
    if subject.kind == object.kind {
        let slot = |name: &str| join.slots.iter().position(|slot| slot.name() == name);
        let (subject, object) = (slot(&subject.name), slot(&object.name));
        solutions.retain(|bindings, _| {
            let value = |slot: Option<usize>| slot.and_then(|slot| bindings.get(slot));
            value(subject) <= value(object)
        });
    }
}

fn truth(find: &Find, solutions: &Solutions, facts: &Facts<'_>, world: &World) -> Result<Body, AskError> {
    let also = also(find, facts, world)?;
    if !solutions.is_empty() {
        let used = solutions.values().flatten().copied().collect();
        return Ok(Body::Truth { verdict: Verdict::Yes, claims: tally_of(&used, facts), also });
    }
    let mut against = BTreeSet::new();
    for find in counterparts(find) {
        against.extend(Join::new(&find, world).solve(facts)?.into_values().flatten());
    }
    let verdict = if against.is_empty() { Verdict::Unknown } else { Verdict::No };
    Ok(Body::Truth { verdict, claims: tally_of(&against, facts), also })
}

/// For each atom the question whether the opposite is said.
fn counterparts(find: &Find) -> Vec<Find> {
    let opposite = |atom: &Atom| {
        let mood = match atom.mood {
            Mood::Asserted => Mood::Not,
            Mood::Not => Mood::Asserted,
        };
        Find { atoms: vec![Atom { mood, ..atom.clone() }], ..find.clone() }
    };
    find.atoms.iter().map(opposite).collect()
}

fn tally_of(used: &BTreeSet<usize>, facts: &Facts<'_>) -> Tally {
    let used: Vec<_> = used.iter().filter_map(|at| facts.all.get(*at)).collect();
    super::rows::tally(&used)
}

/// The rows for the parts of the issues that a question names plainly.
fn also(find: &Find, facts: &Facts<'_>, world: &World) -> Result<Vec<AnswerRow>, AskError> {
    let mut wider = find.clone();
    for atom in &mut wider.atoms {
        let terms = [&mut atom.subject, &mut atom.object].into_iter().chain(&mut atom.about);
        terms.for_each(|term| widen(term, world));
    }
    if wider == *find {
        return Ok(Vec::new());
    }
    let join = Join::new(&wider, world);
    let rows = rows(&wider, &join, &join.solve(facts)?, facts);
    let plain: Vec<EntityId> = find.atoms.iter().flat_map(Atom::terms).filter_map(Term::entity).cloned().collect();
    Ok(rows.into_iter().filter(|row| names_part(row, &plain)).collect())
}

/// Counts the parts of an issue in, if it has any.
fn widen(term: &mut Term, world: &World) {
    if let Term::Entity { id, parts } = term
        && super::join::with_parts(id, world).len() > 1
    {
        *parts = Parts::With;
    }
}

/// Whether a row is for a part of an issue and not only for the issues named.
fn names_part(row: &AnswerRow, plain: &[EntityId]) -> bool {
    let parts = row.bindings.iter().filter(|binding| binding.variable.ends_with('+'));
    parts.into_iter().any(|binding| !plain.contains(&binding.entity))
}
