//! What a noun phrase gives to a place of a rule.

use super::belonging;
use super::clause::{Clause, ClauseIx, ClauseKind, PhraseIx};
use super::grammar::Function;
use super::reference;
use super::sentence::SentenceView;
use super::table::{Referent, Sort};
use super::unit::Tag;
use crate::curation::{Argument, WordClass};
use crate::model::{Antecedent, Span};
use crate::text::Case;

/// Something that fills a place of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filler {
    /// What it is.
    pub referent: Referent,
    /// Where the words stand.
    pub span: Span,
    /// What they refer back to, if they do.
    pub via: Option<Antecedent>,
    /// The unit that negates it: "no" in "no country".
    pub negation: Option<usize>,
}

/// How far transparent nouns are followed: "the issue of a proposal to develop a system".
const DEPTH: usize = 5;

/// What a noun phrase gives to a place that takes some arguments, at most one filler a group and referent.
pub fn fillers(view: &SentenceView<'_>, phrase: PhraseIx, arguments: &[Argument]) -> Vec<Filler> {
    let mut found = Vec::new();
    // A name is better than whose something is: "her Romanian counterpart, Mihai Danescu,".
    let indirect = |argument: &Argument| matches!(argument, Argument::Conduct | Argument::Inside);
    let names: Vec<Argument> = arguments.iter().copied().filter(|argument| !indirect(argument)).collect();
    collect(view, phrase, &names, DEPTH, &mut found);
    if let Some(apposition) = view.clauses.phrase(phrase).apposition
        && found.is_empty() == view.clauses.phrase(apposition).negation.is_none()
    {
        // Another name for it, or what it is told apart from: "Japan, not India,".
        collect(view, apposition, arguments, DEPTH, &mut found);
    }
    if let Some(apposition) = view.clauses.phrase(phrase).apposition {
        belonging::prefer_given(view, apposition, arguments, &mut found);
    }
    // "the canal, a project that Japan proposed": another name for what stands before it.
    if found.is_empty()
        && let Some(host) = phrase.0.checked_sub(1).map(PhraseIx)
        && view.clauses.phrase(host).apposition == Some(phrase)
        && view.clauses.phrase(phrase).negation.is_none()
    {
        collect(view, host, arguments, 0, &mut found);
    }
    if found.is_empty() && names.len() < arguments.len() {
        collect(view, phrase, arguments, DEPTH, &mut found);
    }
    found.truncate(12);
    found
}

fn collect(view: &SentenceView<'_>, phrase: PhraseIx, arguments: &[Argument], depth: usize, found: &mut Vec<Filler>) {
    let (groups, before) = (&view.clauses.phrase(phrase).groups, found.len());
    for group in groups {
        of_group(view, phrase, *group, arguments, depth, found);
    }
    // "neither A nor B" negates both.
    let neither =
        groups.first().and_then(|group| view.group(*group).negation).filter(|unit| view.text(*unit) == "neither");
    let negation = neither.or(view.clauses.phrase(phrase).negation);
    if negation.is_some() {
        found[before..].iter_mut().for_each(|filler| filler.negation = negation);
    }
}

fn of_group(
    view: &SentenceView<'_>,
    phrase: PhraseIx,
    at: usize,
    arguments: &[Argument],
    depth: usize,
    found: &mut Vec<Filler>,
) {
    let group = view.group(at);
    let before = found.len();
    let span = view.group_span(at);
    let denoted = closer(view, at).or_else(|| of_pronoun(view, phrase, at));
    let (referents, via) = match denoted {
        Some((referents, via)) => (referents, Some(via)),
        None => (group.referents.clone(), None),
    };
    let add = |referents: Vec<Referent>, via: Option<Antecedent>, found: &mut Vec<Filler>| {
        for referent in referents {
            push(view, referent, span, group.negation, arguments, found);
        }
        found[before..].iter_mut().for_each(|filler| filler.via = via);
    };
    let actors = arguments.iter().any(|argument| takes_actors(*argument));
    if actors {
        found.extend(belonging::of_given(view, phrase, at));
    }
    if found.len() == before {
        add(referents, via, found);
    }
    if found.len() > before {
        return;
    }
    if let Some((referents, via)) = reference::resolve(view, phrase, at, arguments).found() {
        add(referents, Some(via), found);
    }
    if found.len() == before && arguments.contains(&Argument::Conduct) {
        found.extend(belonging::conduct(view, phrase, at));
    }
    if found.len() == before && arguments.contains(&Argument::Inside) {
        found.extend(belonging::inside(view, phrase, at));
    }
    let counts = view.is(group.head, WordClass::Quantity) || view.units[group.head].tag == Tag::Number;
    if found.len() == before && depth > 0 && counts {
        counted(view, phrase, arguments, depth, found);
    }
    if found.len() == before && depth > 0 && view.is(group.head, WordClass::Transparent) {
        through(view, phrase, at, arguments, depth, found);
    }
}

fn takes_actors(argument: Argument) -> bool {
    matches!(argument, Argument::Actor | Argument::State | Argument::Organisation | Argument::Official)
}

/// "a number of Armenian villages": a quantity stands for what it counts.
fn counted(view: &SentenceView<'_>, phrase: PhraseIx, arguments: &[Argument], depth: usize, found: &mut Vec<Filler>) {
    if let Some(of) = view.next_under(phrase, "of") {
        collect(view, of, arguments, depth - 1, found);
    }
}

/// What a group's name stands for more closely after what was named before: a wider issue for its part, "the Russian
/// leader" for the one who is that.
pub fn closer(view: &SentenceView<'_>, at: usize) -> Option<(Vec<Referent>, Antecedent)> {
    let group = view.group(at);
    let [referent] = group.referents.as_slice() else { return None };
    let span = view.group_span(at);
    let bare =
        group.possessor.is_none() && group.modifiers.iter().all(|unit| *unit == group.head || is_issue(view, *unit));
    match *referent {
        Referent::Entity(ix) if bare && points_back(view, at) && view.table.sort_of(ix) == Sort::Issue => {
            reference::part_named_before(view, ix, span).map(|(part, via)| (vec![part], via))
        }
        Referent::Composed(owner, title) => reference::holder_named_before(view, owner, title, span),
        _ => None,
    }
}

/// "the missile defense plan" may be one named before; "a missile defense" is any, and "the ABM Treaty" is what it is called.
fn points_back(view: &SentenceView<'_>, at: usize) -> bool {
    let units = view.group(at).units.clone();
    let capital = |unit: usize| {
        matches!(view.units[unit].tag, Tag::Mention(mention) if {
            let tokens = view.mentions[mention].tokens.clone();
            let words = tokens.start - view.words.offset..tokens.end - view.words.offset;
            words.clone().any(|word| view.words.words[word].1 != Case::Lower)
        })
    };
    view.units[units.start].is(Function::Determiner)
        && matches!(view.text(units.start), "the" | "this")
        && !units.clone().any(capital)
}

fn is_issue(view: &SentenceView<'_>, unit: usize) -> bool {
    let Tag::Mention(mention) = view.units[unit].tag else { return false };
    view.mentions[mention].referents.iter().all(|referent| view.table.sort(*referent) == Sort::Issue)
}

/// "its foreign minister", "whose government": a title whose owner a pronoun gives.
fn of_pronoun(view: &SentenceView<'_>, phrase: PhraseIx, at: usize) -> Option<(Vec<Referent>, Antecedent)> {
    let group = view.group(at);
    let Tag::Mention(mention) = view.units[group.head].tag else { return None };
    let mention = &view.mentions[mention];
    let (pronoun, title) = (group.pronoun?, mention.title.filter(|_| mention.unowned)?);
    let former = group.units.clone().any(|unit| view.is(unit, WordClass::TitlePrefix));
    let (owners, via) = reference::possessive(view, phrase, pronoun).found().filter(|_| !former)?;
    let homes = owners.into_iter().map(|owner| view.table.owner(owner));
    let posts = homes.map(|home| Some(view.table.post(home?, title, view.day)));
    Some((posts.collect::<Option<Vec<Referent>>>()?, via))
}

fn push(
    view: &SentenceView<'_>,
    referent: Referent,
    span: Span,
    negation: Option<usize>,
    arguments: &[Argument],
    found: &mut Vec<Filler>,
) {
    let new = found.iter().all(|filler| filler.referent != referent);
    if view.table.sort(referent).fits(arguments) && new {
        found.push(Filler { referent, span, via: None, negation });
    }
}

/// "development of TMD", "plans to deploy TMD", "the TMD deployment": a transparent noun stands for what completes it.
fn through(
    view: &SentenceView<'_>,
    phrase: PhraseIx,
    at: usize,
    arguments: &[Argument],
    depth: usize,
    found: &mut Vec<Filler>,
) {
    if !arguments.contains(&Argument::Issue) {
        return;
    }
    let only_issue = [Argument::Issue];
    let group = view.group(at);
    for unit in group.modifiers.iter().rev() {
        if let Tag::Mention(mention) = view.units[*unit].tag {
            for referent in &view.mentions[mention].referents {
                push(view, *referent, view.group_span(at), group.negation, &only_issue, found);
            }
        }
    }
    let next = PhraseIx(phrase.0 + 1);
    let completed = view.clauses.phrases.get(next.0).filter(|next| {
        next.region == view.clauses.phrase(phrase).region
            && next.preposition.is_some_and(|unit| matches!(view.text(unit), "of" | "for" | "on" | "to" | "about"))
    });
    if found.is_empty() && completed.is_some() {
        collect(view, next, &only_issue, depth - 1, found);
    }
    if found.is_empty() {
        let clauses: Vec<ClauseIx> = view.completing(at).map(|(ix, _)| ix).collect();
        for clause in clauses {
            of_transparent_verb(view, view.clauses.clause(clause), &only_issue, depth - 1, found);
        }
    }
}

/// "to deploy TMD": the object, if the verb is one that stands for it.
pub fn of_transparent_verb(
    view: &SentenceView<'_>,
    clause: &Clause,
    arguments: &[Argument],
    depth: usize,
    found: &mut Vec<Filler>,
) {
    let open = matches!(clause.kind, ClauseKind::Infinitive | ClauseKind::Gerund);
    if open && view.verb_is(clause, WordClass::TransparentVerb) {
        for object in &clause.objects {
            collect(view, *object, arguments, depth, found);
        }
    }
}

/// The actor that a noun group's possessor, possessive pronoun or modifiers name.
pub fn owner(view: &SentenceView<'_>, phrase: PhraseIx, at: usize, arguments: &[Argument]) -> Vec<Filler> {
    let group = view.group(at);
    let mut found = Vec::new();
    if let Some(unit) = group.possessor {
        of_mention(view, unit, arguments, &mut found);
        return found;
    }
    if let Some(unit) = group.pronoun {
        if let Some((referents, via)) = reference::possessive(view, phrase, unit).found() {
            for referent in referents {
                push(view, referent, view.unit_span(unit), None, arguments, &mut found);
            }
            found.iter_mut().for_each(|filler| filler.via = Some(via));
        }
        return found;
    }
    for unit in &group.modifiers {
        of_mention(view, *unit, arguments, &mut found);
    }
    found
}

/// What a mention gives to a place.
pub fn of_mention(view: &SentenceView<'_>, unit: usize, arguments: &[Argument], found: &mut Vec<Filler>) {
    if let Tag::Mention(mention) = view.units[unit].tag {
        for referent in &view.mentions[mention].referents {
            push(view, *referent, view.unit_span(unit), None, arguments, found);
        }
    }
}

/// Whether a group is a pronoun.
pub fn is_pronoun(view: &SentenceView<'_>, at: usize) -> bool {
    view.units[view.group(at).head].is(Function::Pronoun)
}
