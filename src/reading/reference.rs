//! What "it", "they" and "the two countries" refer to. Where two things would do, nothing is taken.

use super::argument::is_pronoun;
use super::clause::{ClauseIx, PhraseIx, Role};
use super::grammar::Function;
use super::names::Number;
use super::sentence::SentenceView;
use super::table::{Referent, Sort};
use super::unit::Tag;
use crate::curation::{Argument, WordClass};
use crate::model::{Antecedent, Span};

type Found = Option<(Vec<Referent>, Antecedent)>;

/// What a pronoun asks of its antecedent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    /// "it": one state, organisation or body.
    Thing,
    /// "he", "she": one person.
    Person,
    /// "they": several, or a plural.
    Several,
}

/// What a noun group refers back to, if it refers back at all.
pub fn resolve(view: &SentenceView<'_>, phrase: PhraseIx, at: usize, arguments: &[Argument]) -> Found {
    let group = view.group(at);
    let span = view.span(group.units.clone());
    if is_pronoun(view, at) {
        let wanted = wanted(view.text(group.head))?;
        if wanted == Wanted::Thing && arguments == [Argument::Issue] {
            // "it" is no plural: "the sanctions".
            return latest_issue(view, span).filter(|(_, via)| !via.to.of(view.words.text).ends_with('s'));
        }
        return subject_before(view, clause_before(view, phrase), wanted, span);
    }
    if arguments.contains(&Argument::Issue)
        && let Some(found) = the_issue(view, at, span)
    {
        return Some(found);
    }
    let pair = group.number == Number::Plural
        && view.is(group.head, WordClass::StateNoun)
        && says_two(view, group.units.clone());
    if pair { two_states(view, span) } else { None }
}

/// What "its" or "their" refers to: the subject of its own clause first.
pub fn possessive(view: &SentenceView<'_>, phrase: PhraseIx, unit: usize) -> Found {
    let wanted = wanted(view.text(unit))?;
    let span = view.unit_span(unit);
    let own = view.clause_of(phrase).filter(|(_, role)| *role != Role::Subject).map(|(clause, _)| clause);
    let start = own.or_else(|| clause_before(view, phrase));
    subject_before(view, start, wanted, span)
}

fn wanted(pronoun: &str) -> Option<Wanted> {
    match pronoun {
        "it" | "its" | "itself" => Some(Wanted::Thing),
        "he" | "him" | "his" | "she" | "her" | "himself" | "herself" => Some(Wanted::Person),
        "they" | "them" | "their" | "themselves" => Some(Wanted::Several),
        _ => None,
    }
}

/// The clause whose subject a phrase in this place can refer to: the one that governs its own, or comes before.
fn clause_before(view: &SentenceView<'_>, phrase: PhraseIx) -> Option<ClauseIx> {
    let (clause, role) = view.clause_of(phrase)?;
    match (view.clauses.clause(clause).governor, role) {
        (Some(governor), _) => Some(governor),
        (None, Role::Subject) => clause.0.checked_sub(1).map(ClauseIx),
        (None, _) => Some(clause),
    }
}

/// The nearest fitting subject: from a clause of this sentence backwards, else of the sentence before.
fn subject_before(view: &SentenceView<'_>, start: Option<ClauseIx>, wanted: Wanted, span: Span) -> Found {
    let mut clause = start;
    for _ in 0..6 {
        let Some(ClauseIx(at)) = clause else { break };
        let subject = super::control::subject_phrase(view, ClauseIx(at));
        if let Some(subject) = subject
            && let Some(found) = from_phrase(view, subject, wanted, span)
        {
            return Some(found);
        }
        clause = at.checked_sub(1).map(ClauseIx);
    }
    let named = view.discourse.subjects.front().filter(|named| named.sentence + 1 >= view.discourse.sentence)?;
    fits(view, &named.referents, wanted).then(|| (named.referents.clone(), Antecedent { span, to: named.span }))
}

fn from_phrase(view: &SentenceView<'_>, phrase: PhraseIx, wanted: Wanted, span: Span) -> Found {
    let groups = &view.clauses.phrase(phrase).groups;
    let referents: Vec<Referent> =
        groups.iter().flat_map(|group| view.group(*group).referents.iter().copied()).collect();
    let (first, last) = (groups.first()?, groups.last()?);
    let to = view.group_span(*first).join(view.group_span(*last));
    (to != span && to.start < span.start && fits(view, &referents, wanted))
        .then_some((referents, Antecedent { span, to }))
}

fn fits(view: &SentenceView<'_>, referents: &[Referent], wanted: Wanted) -> bool {
    let sorts: Vec<Sort> = referents.iter().map(|referent| view.table.sort(*referent)).collect();
    match (wanted, sorts.as_slice()) {
        (Wanted::Thing, [Sort::State | Sort::Organisation | Sort::Group | Sort::Any]) => true,
        (Wanted::Person, [Sort::Person | Sort::Any]) => true,
        (Wanted::Several, [Sort::Group]) => true,
        (Wanted::Several, [_, _, ..]) => sorts.iter().all(|sort| sort.is_actor()),
        _ => false,
    }
}

/// The only issue that the nearest sentence with one names.
fn latest_issue(view: &SentenceView<'_>, span: Span) -> Found {
    nearest(view, span, |sort| sort == Sort::Issue, 1, 1)
}

/// "the plan": the only issue that the nearest sentence is about, if that is a word for it.
fn the_issue(view: &SentenceView<'_>, at: usize, span: Span) -> Found {
    let group = view.group(at);
    let definite = view.units[group.units.start].is(Function::Determiner)
        && matches!(view.text(group.units.start), "the" | "this");
    if !definite || group.units.len() != 2 || view.units[group.head].tag != Tag::Noun {
        return None;
    }
    let (referents, via) = latest_issue(view, span)?;
    let [Referent::Entity(issue)] = referents.as_slice() else { return None };
    let row = view.table.issue(*issue)?;
    row.heads.iter().chain(&row.nouns).any(|head| view.is_noun(group.head, *head)).then_some((referents, via))
}

/// The only two states that the nearest sentence with states names.
fn two_states(view: &SentenceView<'_>, span: Span) -> Found {
    nearest(view, span, |sort| sort == Sort::State, 2, 3)
}

/// The distinct referents of a sort in the nearest sentence, at most so many back, that has as many as are wanted; none if
/// it has more.
fn nearest(view: &SentenceView<'_>, span: Span, accept: impl Fn(Sort) -> bool, count: usize, back: usize) -> Found {
    let here = view.mentions.iter().filter(|mention| mention.span.end <= span.start);
    let here = here.map(|mention| (mention.referents.as_slice(), mention.span, view.discourse.sentence));
    let earlier = view.discourse.mentions.iter().map(|named| (named.referents.as_slice(), named.span, named.sentence));
    let mut sentences: Vec<(usize, Vec<Referent>, Span)> = Vec::new();
    for (referents, at, sentence) in here.chain(earlier) {
        for referent in referents.iter().filter(|referent| accept(view.table.sort(**referent))) {
            match sentences.iter_mut().find(|(known, ..)| *known == sentence) {
                Some((_, known, _)) if known.contains(referent) => {}
                Some((_, known, joined)) => {
                    known.push(*referent);
                    *joined = joined.join(at);
                }
                None => sentences.push((sentence, vec![*referent], at)),
            }
        }
    }
    sentences.sort_by_key(|(sentence, ..)| std::cmp::Reverse(*sentence));
    let recent = |sentence: &usize| *sentence + back >= view.discourse.sentence;
    let (_, referents, to) =
        sentences.into_iter().find(|(sentence, found, _)| recent(sentence) && found.len() >= count)?;
    (referents.len() == count).then_some((referents, Antecedent { span, to }))
}

fn says_two(view: &SentenceView<'_>, units: std::ops::Range<usize>) -> bool {
    units.into_iter().any(|unit| {
        let text = view.text(unit);
        (text == "two" || text == "both")
            && matches!(view.units[unit].tag, Tag::Noun | Tag::Number | Tag::Function(Function::Determiner))
    })
}
