//! Pattern rules on a sentence.

use rustc_hash::FxHashMap;

use super::argument::fillers;
use super::candidate::{Candidate, Match};
use super::clause::{ClauseIx, PhraseIx};
use super::compiled::{Direction, Entry, TriggerKind};
use super::context::Context;
use super::lexicon::WordId;
use super::pattern::{Index, Mark, Matched, Program, may_open};
use super::sentence::SentenceView;
use crate::curation::Argument;
use crate::curation::pattern::Role;
use crate::model::Span;

/// All candidates of the pattern rules.
#[inline(never)]
pub fn of_sentence(view: &SentenceView<'_>, patterns: &Patterns) -> Vec<Candidate> {
    let mut found = Vec::new();
    let Some(live) = patterns.live(view) else { return found };
    let anything: Vec<usize> = patterns.index.anything().iter().copied().filter(|at| live[*at]).collect();
    for start in 0..view.units.len() {
        let anything = anything.iter().copied().filter(|_| may_open(view, start));
        for at in patterns.index.at(view, start).filter(|at| live[*at]).chain(anything) {
            let (rule, program) = &patterns.programs[at];
            if let Some(matched) = program.at(view, start) {
                found.extend(candidates(view, *rule, start, &matched));
            }
        }
    }
    found
}

/// The compiled pattern rules, each with the frame it fills by its place in the rules.
#[derive(Debug, Default)]
pub struct Patterns {
    programs: Vec<(usize, Program)>,
    index: Index,
    /// The programs that one of a word's set of them cannot do without.
    needing: FxHashMap<WordId, Vec<usize>>,
    /// Those that can do without any word.
    undemanding: Vec<usize>,
}

impl Patterns {
    /// The pattern rules of a world.
    pub fn new(programs: Vec<(usize, Program)>) -> Self {
        let index = Index::new(programs.iter().map(|(_, program)| program));
        let (mut needing, mut undemanding) = (FxHashMap::<WordId, Vec<usize>>::default(), Vec::new());
        for (at, (_, program)) in programs.iter().enumerate() {
            match program.rarest() {
                [] => undemanding.push(at),
                words => words.iter().for_each(|word| needing.entry(*word).or_default().push(at)),
            }
        }
        Self { programs, index, needing, undemanding }
    }

    /// Which programs a sentence may match, by their places; none if no program may.
    fn live(&self, view: &SentenceView<'_>) -> Option<Vec<bool>> {
        let words = view.units.iter().filter_map(|unit| self.needing.get(&unit.word)).flatten();
        let mut some = words.chain(&self.undemanding).peekable();
        some.peek()?;
        let mark = Mark::of(view.units.iter().map(|unit| unit.word));
        let mut live = vec![false; self.programs.len()];
        some.for_each(|at| live[*at] = self.programs[*at].1.may_match(&mark));
        live.contains(&true).then_some(live)
    }
}

fn candidates(view: &SentenceView<'_>, rule: usize, start: usize, matched: &Matched) -> Vec<Candidate> {
    let frame = &view.rules.frames[rule];
    let captured = |role: Role, arguments: &[Argument]| {
        let phrase = matched.captures.iter().find(|(known, _)| *known == role).map(|(_, phrase)| *phrase);
        phrase.map(|phrase| fillers(view, phrase, arguments)).unwrap_or_default()
    };
    let entry = Entry {
        rule,
        kind: TriggerKind::Verb,
        modifiers: Vec::new(),
        particles: Vec::new(),
        complement: Vec::new(),
        noun: None,
        preposition: None,
        length: matched.end - start,
    };
    let trigger = trigger(view, start, matched);
    let context = Context::of(view, clause_at(view, trigger, matched));
    let matching = Match { frame, entry: &entry, trigger, context };
    let subjects = captured(Role::Subject, &frame.subject);
    let objects = captured(Role::Object, &frame.object);
    let about = captured(Role::About, &[Argument::Issue]);
    if objects.is_empty() && frame.direction == Direction::Mutual {
        return matching.pairs(&subjects, &about);
    }
    matching.cross(&subjects, &objects, &about)
}

/// The first words of a match that are not captured: they carry the relation.
fn trigger(view: &SentenceView<'_>, start: usize, matched: &Matched) -> Span {
    let captured = |unit: &usize| {
        matched.captures.iter().any(|(_, phrase)| {
            view.clauses.phrase(*phrase).groups.iter().any(|group| view.group(*group).units.contains(unit))
        })
    };
    let first = (start..matched.end).find(|unit| !captured(unit)).unwrap_or(start);
    let end = (first..matched.end).find(captured).unwrap_or(matched.end);
    view.span(first..end)
}

/// The clause whose verb carries the relation, else the one that the last captured phrase belongs to.
fn clause_at(view: &SentenceView<'_>, trigger: Span, matched: &Matched) -> Option<ClauseIx> {
    let carries = |at: &usize| {
        let head = view.unit_span(view.verb(&view.clauses.clauses[*at]).head);
        trigger.start <= head.start && head.end <= trigger.end
    };
    if let Some(at) = (0..view.clauses.clauses.len()).find(carries) {
        return Some(ClauseIx(at));
    }
    let last: Option<PhraseIx> = matched.captures.iter().map(|(_, phrase)| *phrase).max();
    last.and_then(|phrase| view.clause_of(phrase)).map(|(clause, _)| clause)
}
