//! "the plan", "the issue", and a wider name for the part that was named before.

use super::nearest::{Wanted, nearest};
use super::{Resolution, is_definite};
use crate::curation::WordClass;
use crate::model::Antecedent;
use crate::model::Span;
use crate::reading::discourse::Centre;
use crate::reading::lexicon::WordId;
use crate::reading::names::EntityIx;
use crate::reading::sentence::SentenceView;
use crate::reading::table::{IssueRow, Referent, Sort};
use crate::reading::unit::Tag;

/// How many sentences back "the plan" may find its name.
const BACK: usize = 3;

/// The only issue that a sentence is about, for "it"; else the only one that it names, if it is about nothing unnamed.
pub fn central(view: &SentenceView<'_>, span: Span) -> Resolution {
    let issue = |centre: Option<Centre>| {
        nearest(view, span, Wanted { count: 1, back: 1 }, move |referent, named| {
            let fits = view.table.sort(referent) == Sort::Issue && centre.is_none_or(|centre| centre == named.centre);
            fits.then_some(referent)
        })
    };
    let rival = view.discourse.unnamed_object.is_some_and(|sentence| sentence + 1 >= view.discourse.sentence);
    if rival { Resolution::Nothing } else { issue(Some(Centre::Main)).or_else(|| issue(None)) }
}

/// The only issue that the nearest sentence names, for "the matter".
fn named(view: &SentenceView<'_>, span: Span) -> Resolution {
    nearest(view, span, Wanted { count: 1, back: 2 }, |referent, _| {
        (view.table.sort(referent) == Sort::Issue).then_some(referent)
    })
}

/// "the plan", "the U.S. plan", "the issue": the only issue named nearby that the noun fits.
pub fn resolve(view: &SentenceView<'_>, at: usize) -> Resolution {
    let group = view.group(at);
    if !is_definite(view, at) || view.units[group.head].tag != Tag::Noun || !is_plain(view, at) {
        return Resolution::Nothing;
    }
    let span = view.group_span(at);
    let word = view.singular(group.head);
    let any = view.is(group.head, WordClass::IssueNoun) && group.modifiers.is_empty();
    if !any && !view.table.names_issues(word) {
        return Resolution::Nothing;
    }
    let by_noun = nearest(view, span, Wanted { count: 1, back: BACK }, |referent, _| {
        let row = row(view, referent)?;
        (fits(row, word) && sponsored(view, at, row)).then_some(referent)
    });
    by_noun.or_else(|| if any { central(view, span).or_else(|| named(view, span)) } else { Resolution::Nothing })
}

/// Whether nothing but whose it is stands between "the" and the noun: "the peace plan" is a plan of its own.
fn is_plain(view: &SentenceView<'_>, at: usize) -> bool {
    let group = view.group(at);
    (group.units.start + 1..group.head).all(|unit| match view.units[unit].tag {
        Tag::Mention(mention) => view.mentions[mention].referents.iter().all(|r| view.table.sort(*r).is_actor()),
        Tag::Noun => view.lexicon.info(view.word(unit)).adjective,
        Tag::Hyphen | Tag::PossessiveMark | Tag::Skip | Tag::Quote | Tag::Function(_) => true,
        _ => false,
    })
}

fn row<'a>(view: &SentenceView<'a>, referent: Referent) -> Option<&'a IssueRow> {
    match referent {
        Referent::Entity(ix) => view.table.issue(ix),
        _ => None,
    }
}

fn fits(row: &IssueRow, noun: WordId) -> bool {
    row.heads.iter().chain(&row.nouns).any(|head| *head == noun)
}

/// "the U.S. plan" is one that the United States sponsors.
fn sponsored(view: &SentenceView<'_>, at: usize, row: &IssueRow) -> bool {
    let group = view.group(at);
    group.modifiers.iter().chain(&group.possessor).all(|unit| match view.units[*unit].tag {
        Tag::Mention(mention) => view.mentions[mention].referents.iter().all(|referent| match referent {
            Referent::Entity(ix) => row.sponsors.contains(ix),
            _ => false,
        }),
        _ => true,
    })
}

/// A wider issue stands for its only part named before in the document, if there is just one.
pub fn part_named_before(view: &SentenceView<'_>, issue: EntityIx, span: Span) -> Option<(Referent, Antecedent)> {
    let parts = &view.table.issue(issue).filter(|row| !row.parts.is_empty())?.parts;
    let here = view.mentions.iter().filter(|mention| mention.span.end <= span.start);
    let here = here.flat_map(|mention| mention.referents.iter().map(move |referent| (*referent, mention.span)));
    let earlier = view.discourse.issues.iter().map(|(ix, span)| (Referent::Entity(*ix), *span));
    let is_part = |referent: &Referent| matches!(referent, Referent::Entity(ix) if parts.contains(ix));
    let mut named: Vec<(Referent, Span)> = here.chain(earlier).filter(|(referent, _)| is_part(referent)).collect();
    named.sort_by_key(|(referent, at)| (*referent, std::cmp::Reverse(*at)));
    named.dedup_by_key(|(referent, _)| *referent);
    match named.as_slice() {
        [(part, to)] => Some((*part, Antecedent { span, to: *to })),
        _ => None,
    }
}
