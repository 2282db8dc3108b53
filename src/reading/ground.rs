//! Reasons: the grounds whose terms a sentence states, attached to the stances they explain.

use super::clause::ClauseIx;
use super::context::Context;
use super::lexicon::Lexicon;
use super::pattern::{Index, Program};
use super::sentence::SentenceView;
use super::table::Table;
use crate::curation::World;
use crate::model::{Claim, EntityId, GroundUse, Modality, Span};

/// The compiled terms of all grounds.
#[derive(Debug, Default)]
pub struct Grounds {
    terms: Vec<(EntityId, Program)>,
    index: Index,
}

/// A ground that a sentence states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The ground.
    pub id: EntityId,
    /// Where.
    pub span: Span,
    /// How real it is said to be.
    pub modality: Modality,
    /// The actors of the clause it stands in, and of those above.
    pub actors: Vec<EntityId>,
}

/// How many sentences back a ground looks for its stance.
pub const REACH: usize = 3;

impl Grounds {
    /// The terms of a world's grounds.
    pub fn new(world: &World, lexicon: &mut Lexicon, table: &Table) -> Self {
        let terms = world.ground_terms.iter().flat_map(|(id, terms)| terms.iter().map(move |term| (id, term)));
        let terms: Vec<_> = terms.map(|(id, term)| (id.clone(), Program::new(term, lexicon, table))).collect();
        let index = Index::new(terms.iter().map(|(_, program)| program));
        Self { terms, index }
    }

    /// The grounds that a sentence states, each once, in order.
    pub fn find(&self, view: &SentenceView<'_>, given: &[EntityId]) -> Vec<Stated> {
        let mut found: Vec<Stated> = Vec::new();
        for start in 0..view.units.len() {
            for (id, program) in self.index.at(view, start).map(|at| &self.terms[at]) {
                let known = found.iter().any(|stated| stated.id == *id);
                if known {
                    continue;
                }
                if let Some(matched) = program.at(view, start) {
                    found.extend(stated(view, id, start..matched.end, given));
                }
            }
        }
        found
    }
}

/// What a term states, unless it is denied or negated: then it is no reason.
fn stated(view: &SentenceView<'_>, id: &EntityId, units: std::ops::Range<usize>, given: &[EntityId]) -> Option<Stated> {
    let clause = clause_over(view, units.clone());
    let context = Context::of(view, clause);
    let so = context.negations.is_empty() && !context.denied;
    let stated = Stated {
        id: id.clone(),
        span: view.span(units),
        modality: context.modality,
        actors: actors(view, clause, given),
    };
    so.then_some(stated)
}

/// The clause that some units stand in: the last whose verb does not come after them.
fn clause_over(view: &SentenceView<'_>, units: std::ops::Range<usize>) -> Option<ClauseIx> {
    let verb_start = |at: usize| view.verb(&view.clauses.clauses[at]).units.start;
    let last = (0..view.clauses.clauses.len()).rev().find(|at| verb_start(*at) < units.end);
    last.map(ClauseIx)
}

/// The subjects from a clause up: whose reason it may be.
fn actors(view: &SentenceView<'_>, clause: Option<ClauseIx>, given: &[EntityId]) -> Vec<EntityId> {
    let mut actors = Vec::new();
    let mut at = clause;
    for _ in 0..8 {
        let Some(ix) = at else { break };
        if let Some(phrase) = super::control::subject_phrase(view, ix) {
            let fillers = super::argument::fillers(view, phrase, &[crate::curation::Argument::Actor]);
            actors.extend(fillers.into_iter().map(|filler| view.table.id(filler.referent, given)));
        }
        at = view.clauses.clause(ix).governor.filter(|governor| *governor < ix);
    }
    actors
}

/// Attaches what a sentence states: to its own stances if it has any, else to the latest stance of the same actor.
pub fn attach(stated: &[Stated], claims: &mut [Claim], sentence: usize, is_stance: impl Fn(&Claim) -> bool) {
    let own: Vec<usize> =
        (0..claims.len()).filter(|at| claims[*at].evidence.sentence == sentence && is_stance(&claims[*at])).collect();
    for ground in stated {
        let targets = if own.is_empty() { earlier(ground, claims, sentence, &is_stance) } else { own.clone() };
        for at in targets {
            let used = GroundUse { id: ground.id.clone(), sentence, span: ground.span, modality: ground.modality };
            let grounds = &mut claims[at].grounds;
            if grounds.iter().all(|known| known.id != used.id) {
                grounds.push(used);
            }
        }
    }
}

/// The latest stances of the ground's actors, at most [`REACH`] sentences back.
fn earlier(ground: &Stated, claims: &[Claim], sentence: usize, is_stance: &impl Fn(&Claim) -> bool) -> Vec<usize> {
    let same = |claim: &Claim| {
        let principal = claim.subject_principal.as_ref().unwrap_or(&claim.subject);
        ground.actors.iter().any(|actor| *actor == claim.subject || actor == principal)
    };
    let recent = |claim: &Claim| claim.evidence.sentence < sentence && claim.evidence.sentence + REACH >= sentence;
    let latest = claims
        .iter()
        .filter(|claim| is_stance(claim) && recent(claim) && same(claim))
        .map(|claim| claim.evidence.sentence)
        .max();
    let Some(latest) = latest else { return Vec::new() };
    (0..claims.len())
        .filter(|at| claims[*at].evidence.sentence == latest && is_stance(&claims[*at]) && same(&claims[*at]))
        .collect()
}
