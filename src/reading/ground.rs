//! Reasons: the grounds whose terms a sentence states, attached to the stances they explain.

use std::ops::Range;

use super::argument::{fillers, owner};
use super::clause::{ClauseIx, ClauseKind};
use super::context::Context;
use super::control::{phrase_of, subject_phrase};
use super::lexicon::Lexicon;
use super::pattern::{Index, Mark, Program};
use super::sentence::SentenceView;
use super::table::Table;
use crate::curation::{Argument, WordClass, World};
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
    /// Where those clauses stand, its own first.
    pub above: Vec<Span>,
    /// The issues that the sentence speaks of.
    pub issues: Vec<EntityId>,
    /// Where the last word of contrast before it stands: what comes before that is not what it explains.
    pub contrast: Option<usize>,
}

impl Stated {
    /// Whether it may be a reason of a claim's subject.
    fn is_of(&self, claim: &Claim) -> bool {
        let principal = claim.subject_principal.as_ref().unwrap_or(&claim.subject);
        self.actors.iter().any(|actor| *actor == claim.subject || actor == principal)
    }

    /// Whether it may speak of a claim's issue.
    fn is_on(&self, claim: &Claim) -> bool {
        self.issues.is_empty()
            || self.issues.iter().any(|issue| *issue == claim.object || Some(issue) == claim.about.as_ref())
    }
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
        let mark = Mark::of(view.units.iter().map(|unit| unit.word));
        for start in 0..view.units.len() {
            let terms = self.index.at(view, start).map(|at| &self.terms[at]);
            for (id, program) in terms.filter(|(_, program)| program.may_match(&mark)) {
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
fn stated(view: &SentenceView<'_>, id: &EntityId, units: Range<usize>, given: &[EntityId]) -> Option<Stated> {
    let clause = clause_over(view, units.clone());
    let context = reason(view, clause);
    let so = context.negations.is_empty() && !context.denied && !negated_around(view, clause, units.clone());
    let contrast =
        (0..units.start).rev().find(|unit| matches!(view.text(*unit), "but" | "although" | "though" | "while"));
    let contrast = contrast.map(|unit| view.unit_span(unit).start);
    let would = clause.is_some_and(|clause| supposes(view, clause));
    let stated = Stated {
        id: id.clone(),
        span: view.span(units),
        modality: match context.modality {
            modality if would => modality.min(Modality::Conditional),
            // What will come of something is foretold, not planned.
            Modality::Planned => Modality::Likely,
            modality => modality,
        },
        actors: actors(view, clause, given),
        above: clause.map(|clause| above(view, clause)).unwrap_or_default(),
        issues: issues(view, given),
        contrast,
    };
    so.then_some(stated)
}

/// What qualifies a reason: "could be extended to cover" is as real as what stands above it says, whether or not a rule knows
/// the verb.
fn reason(view: &SentenceView<'_>, clause: Option<ClauseIx>) -> Context {
    let mut context = Context::of(view, clause);
    let mut at = clause;
    for _ in 0..4 {
        let Some(clause) = at.map(|at| view.clauses.clause(at)) else { break };
        let Some(governor) = clause.governor.filter(|_| clause.kind == ClauseKind::Infinitive) else { break };
        let above = Context::of(view, Some(governor));
        context.modality = context.modality.min(above.modality);
        context.negations.extend(above.negations);
        at = Some(governor);
    }
    context
}

/// "said that it would": of a reason the future of a past is a supposition.
fn supposes(view: &SentenceView<'_>, clause: ClauseIx) -> bool {
    let clause = view.clauses.clause(clause);
    let would = view.verb(clause).cues.iter().any(|(_, class)| *class == WordClass::Conditional);
    would || clause.shares.is_some_and(|shared| supposes(view, shared))
}

/// "poses no threat to", "does not fear that": the term's own noun, or a verb whose statement it is, is negated.
fn negated_around(view: &SentenceView<'_>, clause: Option<ClauseIx>, units: Range<usize>) -> bool {
    let own = view
        .groups
        .nouns
        .iter()
        .any(|group| group.negation.is_some() && group.units.start < units.end && units.start < group.units.end);
    let mut at = clause;
    for _ in 0..8 {
        let Some(ix) = at else { break };
        let clause = view.clauses.clause(ix);
        let Some(governor) = clause.governor.filter(|governor| *governor < ix) else { break };
        let stated = matches!(clause.kind, ClauseKind::Complement | ClauseKind::Infinitive);
        if stated && !view.verb(view.clauses.clause(governor)).negations.is_empty() {
            return true;
        }
        at = Some(governor);
    }
    own
}

/// The bytes of the clauses from one up: a stance that one of them tells is the one to explain.
fn above(view: &SentenceView<'_>, clause: ClauseIx) -> Vec<Span> {
    let (mut spans, mut at) = (Vec::new(), Some(clause));
    for _ in 0..8 {
        let Some(ix) = at else { break };
        let clause = view.clauses.clause(ix);
        let groups = clause.subject.iter().flat_map(|subject| &view.clauses.phrase(*subject).groups);
        let start = groups.map(|group| view.group(*group).units.start).chain([clause.units.start]).min();
        spans.push(view.span(start.unwrap_or(0)..clause.units.end));
        let host = clause.completes.and_then(|group| phrase_of(view, group)).and_then(|phrase| view.clause_of(phrase));
        at = clause.governor.or(host.map(|(host, _)| host)).filter(|governor| *governor < ix);
    }
    spans
}

/// The clause that some units stand in: the one whose verb is among them, or else the last before them.
fn clause_over(view: &SentenceView<'_>, units: Range<usize>) -> Option<ClauseIx> {
    let clauses = &view.clauses.clauses;
    let inside = clauses.iter().position(|clause| units.contains(&view.verb(clause).head));
    let before = || clauses.iter().rposition(|clause| view.verb(clause).units.start < units.start);
    inside.or_else(before).map(ClauseIx)
}

/// The subjects from a clause up, and of what stands aside: whose reason it may be.
fn actors(view: &SentenceView<'_>, clause: Option<ClauseIx>, given: &[EntityId]) -> Vec<EntityId> {
    let mut subjects = Vec::new();
    let mut at = clause;
    for _ in 0..8 {
        let Some(ix) = at else { break };
        subjects.extend(subject_phrase(view, ix));
        at = view.clauses.clause(ix).governor.filter(|governor| *governor < ix);
    }
    let asides = view.clauses.clauses.iter().filter(|clause| clause.kind == ClauseKind::Aside);
    subjects.extend(asides.filter_map(|aside| aside.subject));
    subjects.sort_unstable();
    subjects.dedup();
    let mut actors: Vec<EntityId> = Vec::new();
    for phrase in subjects {
        let owners = view.clauses.phrase(phrase).groups.iter();
        let owners = owners.flat_map(|group| owner(view, phrase, *group, &[Argument::Actor]));
        let named = fillers(view, phrase, &[Argument::Actor]).into_iter().chain(owners);
        actors.extend(named.map(|filler| view.table.id(filler.referent, given)));
    }
    actors
}

/// The issues that the sentence names or refers back to as a subject.
fn issues(view: &SentenceView<'_>, given: &[EntityId]) -> Vec<EntityId> {
    let subjects = view.clauses.clauses.iter().filter_map(|clause| clause.subject);
    let named = subjects.flat_map(|subject| fillers(view, subject, &[Argument::Issue]));
    named.map(|filler| view.table.id(filler.referent, given)).collect()
}

/// Attaches what a sentence states: to its own stances if it has any, else to the latest stance of the same actor.
pub fn attach(stated: &[Stated], claims: &mut [Claim], sentence: usize, is_stance: impl Fn(&Claim) -> bool) {
    let own: Vec<usize> =
        (0..claims.len()).filter(|at| claims[*at].evidence.sentence == sentence && is_stance(&claims[*at])).collect();
    for ground in stated {
        // What is opposed is no reason to oppose it.
        let apart = |at: &usize| {
            let evidence = &claims[*at].evidence;
            !evidence.trigger.overlaps(ground.span) && !evidence.object.overlaps(ground.span)
        };
        let own: Vec<usize> = own.iter().copied().filter(apart).collect();
        let mut targets = explained(ground, claims, &own);
        if targets.is_empty() {
            targets = earlier(ground, claims, sentence, &is_stance);
        }
        for at in targets {
            let used = GroundUse { id: ground.id.clone(), sentence, span: ground.span, modality: ground.modality };
            let grounds = &mut claims[at].grounds;
            if grounds.iter().all(|known| known.id != used.id) {
                grounds.push(used);
            }
        }
    }
}

/// Which of a sentence's own stances a ground explains: one that a clause above it tells, else those of its actors, else all
/// if they are of one actor.
fn explained(ground: &Stated, claims: &[Claim], own: &[usize]) -> Vec<usize> {
    let within = |span: &Span, at: usize| {
        span.start <= claims[at].evidence.trigger.start && claims[at].evidence.trigger.end <= span.end
    };
    let told = ground.above.iter().map(|span| own.iter().copied().filter(|at| within(span, *at)).collect::<Vec<_>>());
    if let Some(told) = told.into_iter().find(|told| !told.is_empty()) {
        return told;
    }
    let of_actors: Vec<usize> =
        own.iter().copied().filter(|at| ground.is_of(&claims[*at]) && ground.is_on(&claims[*at])).collect();
    let beside = |at: &usize| ground.contrast.is_none_or(|contrast| claims[*at].evidence.trigger.start > contrast);
    let of_actors: Vec<usize> = of_actors.into_iter().filter(beside).collect();
    if !of_actors.is_empty() {
        return of_actors;
    }
    let mut triggers = own.iter().map(|at| claims[*at].evidence.trigger);
    let first = triggers.next();
    let alone = triggers.all(|trigger| Some(trigger) == first);
    if alone && ground.actors.is_empty() { own.to_vec() } else { Vec::new() }
}

/// The latest stances of the ground's actors, at most [`REACH`] sentences back.
fn earlier(ground: &Stated, claims: &[Claim], sentence: usize, is_stance: &impl Fn(&Claim) -> bool) -> Vec<usize> {
    let same = |claim: &Claim| ground.is_of(claim) && ground.is_on(claim);
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
