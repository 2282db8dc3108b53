//! "it", "he", "they", "we", "its": the subject that is nearest by and fits.

use super::Resolution;
use super::issue::central;
use crate::curation::{Argument, WordClass};
use crate::model::Span;
use crate::reading::argument::{self, is_pronoun};
use crate::reading::clause::{ClauseIx, ClauseKind, PhraseIx, Role};
use crate::reading::control::subject_phrase;
use crate::reading::discourse::Centre;
use crate::reading::names::Number;
use crate::reading::operator;
use crate::reading::sentence::SentenceView;
use crate::reading::table::{Referent, Sort};
use crate::reading::unit::Tag;

/// What a pronoun asks of its antecedent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    /// "it": one state, organisation or body.
    Thing,
    /// "he", "she": one person.
    Person,
    /// "they": several, or a plural.
    Several,
    /// "we": whoever speaks.
    Speaker,
    /// "whose": what stands before it.
    Before,
}

/// How many clauses are looked at.
const CLAUSES: usize = 6;

fn wanted(pronoun: &str) -> Option<Wanted> {
    match pronoun {
        "it" | "its" | "itself" => Some(Wanted::Thing),
        "he" | "him" | "his" | "she" | "her" | "himself" | "herself" => Some(Wanted::Person),
        "they" | "them" | "their" | "themselves" => Some(Wanted::Several),
        "we" | "us" | "our" | "i" | "me" | "my" => Some(Wanted::Speaker),
        "whose" => Some(Wanted::Before),
        _ => None,
    }
}

/// What a pronoun refers to in a place that takes some arguments.
pub fn resolve(view: &SentenceView<'_>, phrase: PhraseIx, at: usize, arguments: &[Argument]) -> Resolution {
    let span = view.group_span(at);
    let Some(wanted) = wanted(view.text(view.group(at).head)) else { return Resolution::Nothing };
    match wanted {
        Wanted::Speaker => speaker(view, phrase, span),
        Wanted::Thing if arguments == [Argument::Issue] => match central(view, span) {
            // "it" is no plural: "the sanctions".
            Resolution::To(_, via) if via.to.of(view.words.text).ends_with('s') => Resolution::Nothing,
            found => found,
        },
        _ => {
            if speaks_aside_of_quotation(view, phrase) {
                return sentence_before(view, wanted, span, Centre::Speaker);
            }
            let own = own_subject(view, phrase);
            let parallel = own.and_then(|own| parallel_object(view, phrase, own, wanted, span));
            parallel.unwrap_or_else(|| subject_before(view, clause_before(view, phrase), wanted, span))
        }
    }
}

/// What "its" or "their" refers to: the subject of its own clause first.
pub fn possessive(view: &SentenceView<'_>, phrase: PhraseIx, unit: usize) -> Resolution {
    let Some(wanted) = wanted(view.text(unit)) else { return Resolution::Nothing };
    let span = view.unit_span(unit);
    match wanted {
        Wanted::Speaker => speaker(view, phrase, span),
        Wanted::Before => before(view, phrase, span),
        _ => {
            let own = view.clause_of(phrase).filter(|(_, role)| *role != Role::Subject).map(|(clause, _)| clause);
            subject_before(view, own.or_else(|| clause_before(view, phrase)), wanted, span)
        }
    }
}

/// "Russia, whose government": what stands right before.
fn before(view: &SentenceView<'_>, phrase: PhraseIx, span: Span) -> Resolution {
    let Some(before) = phrase.0.checked_sub(1).map(PhraseIx) else { return Resolution::Nothing };
    match view
        .clauses
        .phrase(before)
        .groups
        .last()
        .map(|group| (&view.group(*group).referents, view.group_span(*group)))
    {
        Some((referents, to)) if referents.len() == 1 => Resolution::to(referents.clone(), span, to),
        _ => Resolution::Nothing,
    }
}

/// "We oppose it, the minister said": the one who speaks, where the words are quoted.
fn speaker(view: &SentenceView<'_>, phrase: PhraseIx, span: Span) -> Resolution {
    let start = view.clauses.phrase(phrase).groups.first().map_or(0, |group| view.group(*group).units.start);
    let quoted = view.units[..start].iter().any(|unit| unit.tag == Tag::Quote);
    let mut asides = view.clauses.clauses.iter().filter(|clause| clause.kind == ClauseKind::Aside);
    let aside = asides.next().filter(|_| asides.next().is_none());
    let above = || {
        let mut at = view.clause_of(phrase).map(|(clause, _)| clause);
        for _ in 0..CLAUSES {
            let clause = view.clauses.clause(at?);
            let governor = clause.governor?;
            if clause.kind == ClauseKind::Complement && operator::is_speech(view, view.clauses.clause(governor)) {
                return subject_phrase(view, governor);
            }
            at = Some(governor);
        }
        None
    };
    // "our government said": who speaks of himself in the first person is not known by that.
    let first_person = |speaker: PhraseIx| {
        view.clauses.phrase(speaker).groups.iter().any(|group| {
            let group = view.group(*group);
            group.units.clone().any(|unit| wanted(view.text(unit)) == Some(Wanted::Speaker))
        })
    };
    let speaker = aside.and_then(|aside| aside.subject).or_else(above);
    let speaker = speaker.filter(|speaker| quoted && !first_person(*speaker));
    let named = speaker.map(|speaker| argument::fillers(view, speaker, &[Argument::Actor])).unwrap_or_default();
    match named.as_slice() {
        [one] => Resolution::to(vec![one.referent], span, one.span),
        _ => Resolution::Nothing,
    }
}

/// The clause whose subject a phrase in this place can refer to: the one that governs its own, or comes before.
fn clause_before(view: &SentenceView<'_>, phrase: PhraseIx) -> Option<ClauseIx> {
    let (clause, role) = view.clause_of(phrase)?;
    match (view.clauses.clause(clause).governor, role) {
        (Some(governor), _) => Some(governor),
        // "France and Britain back them": nobody is his own object.
        (None, _) => clause.0.checked_sub(1).map(ClauseIx),
    }
}

/// `"...," it added`: who speaks is not the subject of what is quoted.
fn speaks_aside_of_quotation(view: &SentenceView<'_>, phrase: PhraseIx) -> bool {
    let Some((clause, Role::Subject)) = view.clause_of(phrase) else { return false };
    let clause = view.clauses.clause(clause);
    let quoted = view.units[..view.verb(clause).units.start].iter().any(|unit| unit.tag == Tag::Quote);
    clause.kind == ClauseKind::Aside && quoted
}

/// The pronoun that is the subject of a phrase's own clause, if the phrase is not that.
fn own_subject(view: &SentenceView<'_>, phrase: PhraseIx) -> Option<PhraseIx> {
    let (clause, role) = view.clause_of(phrase)?;
    let subject = view.clauses.clause(clause).subject.filter(|_| role == Role::Object)?;
    view.clauses.phrase(subject).groups.first().filter(|group| is_pronoun(view, **group)).map(|_| subject)
}

/// "it did not praise it": beside a subject pronoun, an object pronoun is the object of the clause before.
fn parallel_object(
    view: &SentenceView<'_>,
    phrase: PhraseIx,
    own: PhraseIx,
    wanted: Wanted,
    span: Span,
) -> Option<Resolution> {
    let before = clause_before(view, own)?;
    let subjects = argument::fillers(view, own, &[Argument::Actor]);
    let object = view.clauses.clause(before).objects.first().filter(|object| **object < phrase)?;
    let found = from_phrase(view, *object, wanted, span);
    let new = |referents: &[Referent]| subjects.iter().all(|subject| !referents.contains(&subject.referent));
    matches!(&found, Step::To(Resolution::To(referents, _)) if new(referents)).then(|| found.resolution())
}

/// What one possible antecedent comes to.
enum Step {
    /// It fits.
    To(Resolution),
    /// It names nothing known and may be meant all the same.
    Rival,
    /// It cannot be meant.
    Unfit,
}

impl Step {
    fn resolution(self) -> Resolution {
        match self {
            Self::To(resolution) => resolution,
            Self::Rival | Self::Unfit => Resolution::Nothing,
        }
    }
}

/// The nearest fitting subject: from a clause of this sentence backwards, else of the sentence before.
fn subject_before(view: &SentenceView<'_>, start: Option<ClauseIx>, wanted: Wanted, span: Span) -> Resolution {
    let mut clause = start;
    for _ in 0..CLAUSES {
        let Some(ClauseIx(at)) = clause else { break };
        if let Some(subject) = subject_phrase(view, ClauseIx(at)) {
            match from_phrase(view, subject, wanted, span) {
                Step::Unfit => {}
                decided => return decided.resolution(),
            }
        }
        clause = at.checked_sub(1).map(ClauseIx);
    }
    sentence_before(view, wanted, span, Centre::Main)
}

/// The subject of the sentence before that fits, those of the preferred kind first; a person also if no other was named there.
fn sentence_before(view: &SentenceView<'_>, wanted: Wanted, span: Span, prefer: Centre) -> Resolution {
    let last = view.discourse.sentence.wrapping_sub(1);
    let subjects = || view.discourse.subjects.iter().filter(|named| named.sentence == last);
    let first = subjects().filter(|named| named.centre == prefer);
    for named in first.chain(subjects().filter(|named| named.centre != prefer)) {
        // Somebody unnamed was spoken of.
        if named.referents.is_empty() && (wanted == Wanted::Several) == (named.number == Number::Plural) {
            return Resolution::Nothing;
        }
        if fits(view, &named.referents, wanted) || given_plural(view, &named.referents, named.number, wanted) {
            return match wanted == Wanted::Several && peoples(view, last) > 1 {
                true => Resolution::Several,
                false => Resolution::to(named.referents.clone(), span, named.span),
            };
        }
    }
    if wanted != Wanted::Person {
        return Resolution::Nothing;
    }
    super::nearest::nearest(view, span, super::nearest::Wanted { count: 1, back: 1 }, |referent, named| {
        (named.sentence == last && fits(view, &[referent], wanted)).then_some(referent)
    })
}

/// How many groups of people a sentence names: "Russian diplomats met Chinese diplomats" has two that "they" may mean.
fn peoples(view: &SentenceView<'_>, sentence: usize) -> usize {
    let named = view.discourse.mentions.iter().filter(|named| named.sentence == sentence);
    let mut people: Vec<Referent> = named.flat_map(|named| named.referents.iter().copied()).collect();
    people.retain(|referent| view.table.is_people(*referent));
    people.sort_unstable();
    people.dedup();
    people.len()
}

fn from_phrase(view: &SentenceView<'_>, phrase: PhraseIx, wanted: Wanted, span: Span) -> Step {
    let groups = &view.clauses.phrase(phrase).groups;
    let denoted = |group: &usize| match argument::closer(view, *group) {
        Some((referents, _)) => referents,
        None => view.group(*group).referents.clone(),
    };
    let mut referents: Vec<Referent> = groups.iter().flat_map(denoted).collect();
    if let ([title], true) = (groups.as_slice(), referents.is_empty())
        && let Some((found, _)) = super::title::resolve(view, phrase, *title).found()
    {
        referents = found;
    }
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else { return Step::Unfit };
    let to = view.group_span(*first).join(view.group_span(*last));
    if to == span || to.start >= span.start {
        return Step::Unfit;
    }
    let number = view.group(*last).number;
    if fits(view, &referents, wanted) || given_plural(view, &referents, number, wanted) {
        return Step::To(Resolution::to(referents, span, to));
    }
    let is_issue = || super::issue::resolve(view, *first) != Resolution::Nothing;
    if referents.is_empty() && rivals(view, *first, wanted) && !is_issue() { Step::Rival } else { Step::Unfit }
}

/// Whether an unnamed noun may be what a pronoun means.
fn rivals(view: &SentenceView<'_>, group: usize, wanted: Wanted) -> bool {
    let group = view.group(group);
    if view.units[group.head].tag != Tag::Noun {
        return matches!(view.units[group.head].tag, Tag::Mention(_)) && wanted == Wanted::Person;
    }
    match wanted {
        Wanted::Several => group.number == Number::Plural,
        Wanted::Thing => group.number == Number::Singular,
        _ => view.is(group.head, WordClass::UnnamedSpeaker),
    }
}

/// Something given from outside may be several by the look of its words: "Highland rebels said they ...".
fn given_plural(view: &SentenceView<'_>, referents: &[Referent], number: Number, wanted: Wanted) -> bool {
    let given = matches!(referents, [one] if view.table.sort(*one) == Sort::Any);
    given && wanted == Wanted::Several && number == Number::Plural
}

fn fits(view: &SentenceView<'_>, referents: &[Referent], wanted: Wanted) -> bool {
    let sorts: Vec<Sort> = referents.iter().map(|referent| view.table.sort(*referent)).collect();
    let people = referents.iter().any(|referent| view.table.is_people(*referent));
    match (wanted, sorts.as_slice()) {
        (Wanted::Thing, _) if people => false,
        (Wanted::Thing, [Sort::State | Sort::Organisation | Sort::Group | Sort::Any]) => true,
        (Wanted::Person, [Sort::Person | Sort::Any]) => true,
        (Wanted::Several, [Sort::Group]) => true,
        (Wanted::Several, [_, _, ..]) => sorts.iter().all(|sort| sort.is_actor()),
        _ => false,
    }
}
