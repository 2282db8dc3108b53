//! Speakers without a name: as worded, whom they belong to, and who they were if they spoke before.

use super::argument::{fillers, owner};
use super::clause::PhraseIx;
use super::discourse::Unnamed;
use super::grammar::Function;
use super::names::Number;
use super::sentence::SentenceView;
use super::table::Referent;
use super::unit::Tag;
use crate::curation::{Argument, WordClass};
use crate::model::Span;

/// How many sentences later "they" may still mean those who spoke last.
const BACK: usize = 1;

/// The speaker that a phrase without a known name is, or refers back to.
pub fn unnamed(view: &SentenceView<'_>, phrase: PhraseIx) -> Option<Unnamed> {
    let at = *view.clauses.phrase(phrase).groups.first()?;
    let head = view.group(at).head;
    if view.units[head].is(Function::Pronoun) {
        return they(view, phrase, view.text(head));
    }
    if !matches!(view.units[head].tag, Tag::Noun | Tag::Mention(_)) {
        return None;
    }
    again(view, phrase, at).or_else(|| Some(afresh(view, phrase, at)))
}

/// "They suggested": those who spoke last.
fn they(view: &SentenceView<'_>, phrase: PhraseIx, pronoun: &str) -> Option<Unnamed> {
    let number = match pronoun {
        "they" | "them" => Number::Plural,
        "he" | "she" => Number::Singular,
        _ => return None,
    };
    let last = here(view, phrase).or_else(|| {
        let last = view.discourse.unnamed.front()?;
        (last.sentence + BACK >= view.discourse.sentence).then_some(*last)
    })?;
    (last.number == number).then_some(Unnamed { sentence: view.discourse.sentence, ..last })
}

/// Who spoke last in this sentence, before a phrase.
fn here(view: &SentenceView<'_>, phrase: PhraseIx) -> Option<Unnamed> {
    let speech = view.clauses.clauses.iter().rev().filter(|clause| view.verb_is(clause, WordClass::Speech));
    let before = speech.filter_map(|clause| clause.subject).find(|subject| *subject < phrase)?;
    let at = *view.clauses.phrase(before).groups.first()?;
    let unknown = view.group(at).referents.is_empty() && view.units[view.group(at).head].tag == Tag::Noun;
    unknown.then(|| again(view, before, at).unwrap_or_else(|| afresh(view, before, at)))
}

/// "the sources", "the same officials": those of that noun who spoke before.
fn again(view: &SentenceView<'_>, phrase: PhraseIx, at: usize) -> Option<Unnamed> {
    let group = view.group(at);
    let first = group.units.start;
    let definite = view.units[first].is(Function::Determiner) && matches!(view.text(first), "the" | "these" | "this");
    if !definite || owned_by(view, phrase).is_some() {
        return None;
    }
    // "the Russian sources" are those of Russia.
    let own = owner(view, phrase, at, &[Argument::Actor]).first().map(|filler| filler.referent);
    let of = own.map(|own| view.table.owner(own).map(Referent::Entity));
    let noun = view.singular(group.head);
    let same =
        |known: &&Unnamed| known.noun == noun && known.number == group.number && of.is_none_or(|of| of == known.of);
    let known = view.discourse.unnamed.iter().find(same)?;
    Some(Unnamed { sentence: view.discourse.sentence, ..*known })
}

fn afresh(view: &SentenceView<'_>, phrase: PhraseIx, at: usize) -> Unnamed {
    let group = view.group(at);
    let own = owner(view, phrase, at, &[Argument::Actor]).first().map(|filler| filler.referent);
    let after = owned_by(view, phrase).filter(|_| own.is_none());
    let of = own.or(after.map(|(referent, _)| referent)).and_then(|referent| view.table.owner(referent));
    let words = worded(view, at);
    Unnamed {
        noun: view.singular(group.head),
        number: group.number,
        span: after.map_or(words, |(_, span)| words.join(span)),
        of: of.map(Referent::Entity),
        sentence: view.discourse.sentence,
    }
}

/// "sources in the Russian government": whom a phrase after the noun says that they belong to.
fn owned_by(view: &SentenceView<'_>, phrase: PhraseIx) -> Option<(Referent, Span)> {
    ["in", "of", "from", "within"].iter().find_map(|word| {
        let after = view.next_under(phrase, word)?;
        fillers(view, after, &[Argument::Actor]).first().map(|filler| (filler.referent, filler.span))
    })
}

/// A speaker's words without the article.
fn worded(view: &SentenceView<'_>, group: usize) -> Span {
    let units = view.group(group).units.clone();
    let start = units.clone().find(|unit| !view.units[*unit].is(Function::Determiner)).unwrap_or(units.start);
    view.span(start..units.end)
}
