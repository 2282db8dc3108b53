//! What stands for an actor: what it does or says, what is its own, and what lies in it.

use super::argument::{Filler, fillers, of_mention, owner};
use super::clause::PhraseIx;
use super::mention::{Mention, MentionKind};
use super::reference;
use super::sentence::SentenceView;
use super::table::{Referent, Sort};
use super::unit::Tag;
use crate::curation::{Argument, WordClass};

/// "Japan's remarks", "the Iraqi attack on Kuwait", "a decision by Japan": who condemns them condemns whose they are.
pub fn conduct(view: &SentenceView<'_>, phrase: PhraseIx, at: usize) -> Vec<Filler> {
    let group = view.group(at);
    // "a Moscow hotel" is nobody's conduct, and a plan that has a name is opposed as that.
    let placed = group.possessor.is_none() && group.modifiers.iter().any(|unit| is_seat(view, *unit));
    let common = view.units[group.head].tag == Tag::Noun && group.referents.is_empty();
    if !common || placed || view.is(group.head, WordClass::AdversaryNoun) || is_called(view, phrase, at) {
        return Vec::new();
    }
    let actor = [Argument::Actor];
    let mut owners = owner(view, phrase, at, &actor);
    if owners.is_empty() {
        // "of" only after nouns of behaviour: the bombing of a city is not the city's.
        let behaviour = view.is(group.head, WordClass::ConductNoun).then_some("of");
        let givers = ["by", "from"].into_iter().chain(behaviour).find_map(|word| view.next_under(phrase, word));
        owners = givers.map(|givers| fillers(view, givers, &actor)).unwrap_or_default();
    }
    negated(owners, group.negation)
}

/// "targets in southern Serbia", "Iraqi positions": what is done to what lies in a state or is an actor's, is done to that.
pub fn inside(view: &SentenceView<'_>, phrase: PhraseIx, at: usize) -> Vec<Filler> {
    let group = view.group(at);
    let thing = view.units[group.head].tag == Tag::Noun && group.referents.is_empty();
    if !thing || is_called(view, phrase, at) {
        return Vec::new();
    }
    let owners = owner(view, phrase, at, &[Argument::Actor]);
    if !owners.is_empty() {
        // "attacked Iraq's record" is an attack in words.
        let behaviour = view.is(group.head, WordClass::ConductNoun);
        return if behaviour { Vec::new() } else { negated(owners, group.negation) };
    }
    let state = [Argument::State];
    let located = |next: &PhraseIx| {
        let leads = |unit: usize| matches!(view.text(unit), "in" | "at" | "inside" | "across" | "throughout" | "near");
        view.clauses.phrase(*next).preposition.is_some_and(leads)
    };
    // "a number of people in Haiti": "of" leads on to what is in it.
    let leads_on = |next: &PhraseIx| {
        located(next) || view.clauses.phrase(*next).preposition.is_some_and(|unit| view.text(unit) == "of")
    };
    let places = view.clauses.following(phrase).take_while(leads_on).take(3).filter(located);
    let found = places.map(|place| of_place(view, place, &state)).find(|found| !found.is_empty());
    negated(found.unwrap_or_default(), group.negation)
}

/// What is found through a group is negated as that is: "no remarks of Japan".
fn negated(found: Vec<Filler>, negation: Option<usize>) -> Vec<Filler> {
    found.into_iter().map(|filler| Filler { negation, ..filler }).collect()
}

/// "the Republican candidate", "the head of the bank": what belongs to something given from outside counts as that, since
/// nothing else is known of it. Its critics do not.
pub fn of_given(view: &SentenceView<'_>, phrase: PhraseIx, at: usize) -> Vec<Filler> {
    if !view.has_given() {
        return Vec::new();
    }
    let group = view.group(at);
    // "the American President George Bush" too: a person known to the world, but here one of theirs.
    let person = |mention: &Mention| {
        mention.unowned || mention.referents.iter().any(|referent| view.table.sort(*referent) == Sort::Person)
    };
    let titled = matches!(view.units[group.head].tag, Tag::Mention(mention) if person(&view.mentions[mention]));
    let common = view.units[group.head].tag == Tag::Noun && group.referents.is_empty();
    if !(titled || common) || view.is(group.head, WordClass::AdversaryNoun) {
        return Vec::new();
    }
    let actor = [Argument::Actor];
    let mut owners = owner(view, phrase, at, &actor);
    // "his American counterpart"
    if owners.is_empty() && group.pronoun.is_some() {
        group.modifiers.iter().for_each(|unit| of_mention(view, *unit, &actor, &mut owners));
    }
    if owners.is_empty() && titled {
        let owned = ["of", "for", "in"].into_iter().find_map(|word| view.next_under(phrase, word));
        owners = owned.map(|owned| fillers(view, owned, &actor)).unwrap_or_default();
    }
    owners.retain(is_given);
    negated(owners, group.negation)
}

/// "Colin Powell, his American counterpart,": of two names for one, the one that comes from outside.
pub fn prefer_given(view: &SentenceView<'_>, other: PhraseIx, arguments: &[Argument], found: &mut Vec<Filler>) {
    if !view.has_given() || found.iter().any(is_given) {
        return;
    }
    let others: Vec<Filler> = fillers(view, other, arguments).into_iter().filter(is_given).collect();
    if !others.is_empty() && view.clauses.phrase(other).negation.is_none() {
        *found = others;
    }
}

fn is_given(filler: &Filler) -> bool {
    matches!(filler.referent, Referent::Given(_))
}

/// The state that a place is, or is in: "Georgia", "the Georgian capital", "Georgia's north".
fn of_place(view: &SentenceView<'_>, place: PhraseIx, state: &[Argument]) -> Vec<Filler> {
    let named = fillers(view, place, state);
    if !named.is_empty() {
        return named;
    }
    let groups = &view.clauses.phrase(place).groups;
    let common = groups.iter().filter(|group| view.units[view.group(**group).head].tag == Tag::Noun);
    common.flat_map(|group| owner(view, place, *group, state)).collect()
}

/// Whether a noun, or another name for it, is an issue's: "the American plan", "a plan of its own, Blue Stream".
fn is_called(view: &SentenceView<'_>, phrase: PhraseIx, at: usize) -> bool {
    let named = |phrase: PhraseIx| {
        let groups = &view.clauses.phrase(phrase).groups;
        groups.iter().any(|group| view.group(*group).sort == Some(Sort::Issue))
    };
    let after = [phrase.0 + 1, phrase.0 + 2].map(PhraseIx).into_iter();
    let nearby = after.filter(|next| next.0 < view.clauses.phrases.len());
    let apposed = nearby.filter(|next| view.clauses.phrase(*next).preposition.is_none());
    reference::issue_again(view, at).is_some()
        || view.clauses.phrase(phrase).apposition.is_some_and(named)
        || apposed.into_iter().any(named)
}

fn is_seat(view: &SentenceView<'_>, unit: usize) -> bool {
    matches!(view.units[unit].tag, Tag::Mention(mention) if view.mentions[mention].kind == MentionKind::Seat)
}
