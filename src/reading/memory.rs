//! What a sentence leaves for later sentences to refer to.

use super::argument::fillers;
use super::clause::{Clause, ClauseKind, PhraseIx, Role};
use super::discourse::{Centre, Discourse, Named, Unnamed};
use super::names::{EntityIx, Number};
use super::reference;
use super::sentence::SentenceView;
use super::table::{Referent, Sort};
use super::time::Anchor;
use super::unit::Tag;
use super::unnamed;
use crate::curation::{Argument, WordClass};
use crate::model::Span;

/// What a sentence leaves for later sentences to refer to.
#[derive(Debug, Default)]
pub struct Memory {
    mentions: Vec<Named>,
    subjects: Vec<Named>,
    persons: Vec<EntityIx>,
    issues: Vec<(EntityIx, Span)>,
    unnamed: Vec<Unnamed>,
    date: Option<Anchor>,
    unnamed_object: Option<usize>,
}

/// What a sentence leaves.
#[inline(never)]
pub fn of(view: &SentenceView<'_>) -> Memory {
    let mut memory = Memory { subjects: subjects(view), unnamed: speakers(view), ..Memory::default() };
    for (at, mention) in view.mentions.iter().enumerate().filter(|(_, mention)| !mention.referents.is_empty()) {
        let centre = if view.is_inside_issue(at) { Centre::Inside } else { Centre::Aside };
        memory.mentions.push(named(view, mention.referents.clone(), mention.span, centre));
        for referent in &mention.referents {
            match referent {
                Referent::Entity(ix) if view.table.sort_of(*ix) == Sort::Person => memory.persons.push(*ix),
                Referent::Entity(ix) if view.table.sort_of(*ix) == Sort::Issue => {
                    memory.issues.push((*ix, mention.span))
                }
                _ => {}
            }
        }
    }
    for group in &view.groups.nouns {
        let span = view.span(group.units.clone());
        memory.issues.extend(group.referents.iter().filter_map(|referent| match referent {
            Referent::Entity(ix) if view.table.sort_of(*ix) == Sort::Issue => Some((*ix, span)),
            _ => None,
        }));
    }
    memory.mentions.extend(central_issues(view));
    memory.date = last_date(view);
    memory.unnamed_object = has_unnamed_object(view).then_some(view.discourse.sentence);
    // "the foreign minister", once it is known whose, is named.
    memory.mentions.extend(memory.subjects.iter().filter(|named| !named.referents.is_empty()).cloned());
    memory
}

impl Memory {
    /// Adds it to what the document has named.
    pub fn keep(self, discourse: &mut Discourse) {
        self.mentions.into_iter().for_each(|named| discourse.mention(named));
        discourse.subjects(self.subjects);
        self.persons.into_iter().for_each(|person| discourse.person(person));
        self.issues.into_iter().for_each(|(issue, span)| discourse.issue(issue, span));
        discourse.unnamed_object = self.unnamed_object.or(discourse.unnamed_object);
        discourse.date = self.date.or(discourse.date);
        self.unnamed.into_iter().for_each(|speaker| discourse.speaker(speaker));
    }
}

fn named(view: &SentenceView<'_>, referents: Vec<Referent>, span: Span, centre: Centre) -> Named {
    let number = if referents.len() > 1 { Number::Plural } else { Number::Singular };
    Named { referents, span, sentence: view.discourse.sentence, centre, number }
}

/// Whether an object, one thing, names nothing known: "signed a paper on the dam".
fn has_unnamed_object(view: &SentenceView<'_>) -> bool {
    let told = |clause: &&Clause| clause.kind == ClauseKind::Main && !view.verb(clause).copula;
    let objects = view.clauses.clauses.iter().filter(told).flat_map(|clause| &clause.objects);
    objects.flat_map(|object| &view.clauses.phrase(*object).groups).any(|group| {
        let (at, group) = (*group, view.group(*group));
        let unnamed = group.referents.is_empty() && group.number == Number::Singular;
        unnamed && view.units[group.head].tag == Tag::Noun && reference::issue_again(view, at).is_none()
    })
}

/// The last date of the sentence, outside brackets.
fn last_date(view: &SentenceView<'_>) -> Option<Anchor> {
    view.units.iter().rev().find_map(|unit| match unit.tag {
        Tag::Time(at) => view.times.get(at)?.anchor(),
        _ => None,
    })
}

/// The issues that a clause is about: its subject or its object.
fn central_issues(view: &SentenceView<'_>) -> Vec<Named> {
    let central =
        view.clauses.phrases.iter().filter(|phrase| matches!(phrase.role, Some((_, Role::Subject | Role::Object))));
    let groups = central.flat_map(|phrase| &phrase.groups);
    let issues = groups.filter_map(|group| {
        let is_issue = |referent: &Referent| view.table.sort(*referent) == Sort::Issue;
        let issues: Vec<Referent> = view.group(*group).referents.iter().copied().filter(is_issue).collect();
        let again = || reference::issue_again(view, *group);
        let (issues, span) = if issues.is_empty() { again()? } else { (issues, view.group_span(*group)) };
        Some(named(view, issues, span, Centre::Main))
    });
    issues.collect()
}

/// The subjects of a sentence in the order in which a pronoun may mean them: of its main clauses, of what stands aside, and
/// those by whom something is done.
fn subjects(view: &SentenceView<'_>) -> Vec<Named> {
    let clauses = &view.clauses.clauses;
    let of_kind = |kind: ClauseKind| clauses.iter().filter(move |clause| clause.kind == kind);
    let by = view.rules.by;
    let agents = of_kind(ClauseKind::Main).filter(|clause| view.is_passive(clause));
    let agents = agents.filter_map(|clause| view.adjunct(clause, by));
    let main = of_kind(ClauseKind::Main).filter_map(|clause| clause.subject);
    let aside = of_kind(ClauseKind::Aside).filter_map(|clause| clause.subject);
    let mut seen: Vec<PhraseIx> = Vec::new();
    let mut found = Vec::new();
    let main = main.map(|phrase| (phrase, Centre::Main));
    let aside = aside.map(|phrase| (phrase, Centre::Speaker));
    let agents = agents.map(|phrase| (phrase, Centre::Main));
    for (phrase, centre) in main.chain(aside).chain(agents).take(8) {
        if !seen.contains(&phrase) {
            seen.push(phrase);
            found.extend(subject(view, phrase).map(|named| Named { centre, ..named }));
        }
    }
    found
}

/// A subject: what it names or refers back to; without referents if it speaks of somebody unknown.
fn subject(view: &SentenceView<'_>, phrase: PhraseIx) -> Option<Named> {
    let groups = &view.clauses.phrase(phrase).groups;
    let own: Vec<Referent> = groups.iter().flat_map(|group| view.group(*group).referents.iter().copied()).collect();
    let (first, last) = (*groups.first()?, *groups.last()?);
    let span = view.group_span(first).join(view.group_span(last));
    if !own.is_empty() && groups.iter().all(|group| !view.group(*group).referents.is_empty()) {
        return Some(named(view, own, span, Centre::Main));
    }
    let found = fillers(view, phrase, &[Argument::Actor]);
    if !found.is_empty() {
        // A chain of pronouns leads back to the name.
        let to = found.iter().find_map(|filler| filler.via).map_or(span, |via| via.to);
        return Some(named(view, found.into_iter().map(|filler| filler.referent).collect(), to, Centre::Main));
    }
    if !own.is_empty() {
        return Some(named(view, own, span, Centre::Main));
    }
    let group = view.group(first);
    let number = if groups.len() > 1 { Number::Plural } else { group.number };
    let noun = matches!(view.units[group.head].tag, Tag::Noun | Tag::Mention(_));
    noun.then(|| Named { number, ..named(view, Vec::new(), span, Centre::Main) })
}

/// Those without a name whom the sentence lets speak.
fn speakers(view: &SentenceView<'_>) -> Vec<Unnamed> {
    let speaks = view.clauses.clauses.iter().filter(|clause| view.verb_is(clause, WordClass::Speech));
    let phrases = speaks.filter_map(|clause| clause.subject).chain(view.clauses.source);
    let nameless = |phrase: &PhraseIx| fillers(view, *phrase, &[Argument::Actor]).is_empty();
    phrases.filter(nameless).filter_map(|phrase| unnamed::unnamed(view, phrase)).collect()
}
