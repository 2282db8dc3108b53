//! Token patterns on units: compiled once, matched without backtracking.

use rustc_hash::FxHashMap;

use super::clause::PhraseIx;
use super::grammar::Function;
use super::lexicon::{Lexicon, WordId};
use super::mention::MentionKind;
use super::sentence::SentenceView;
use super::table::{Referent, Table};
use super::unit::{Tag, Unit};
use crate::curation::Argument;
use crate::curation::pattern::{Node, Role, Sequence};

/// A compiled pattern.
#[derive(Clone, Debug, Default)]
pub struct Program {
    steps: Vec<Step>,
    /// For each step that cannot be left out, the words of which a sentence must have one, the fewest first.
    needs: Vec<Vec<WordId>>,
}

/// A set of words, one bit for many: what is not marked is not there.
#[derive(Clone, Debug)]
pub struct Mark([u64; MARKS]);

/// Enough bits that the words of a sentence seldom share one with others.
const MARKS: usize = 256;

impl Mark {
    /// The mark of some words.
    pub fn of(words: impl IntoIterator<Item = WordId>) -> Self {
        let mut mark = Self([0; MARKS]);
        for WordId(word) in words {
            mark.0[word as usize / 64 % MARKS] |= 1 << (word % 64);
        }
        mark
    }

    fn may_have(&self, WordId(word): WordId) -> bool {
        self.0[word as usize / 64 % MARKS] & 1 << (word % 64) != 0
    }
}

#[derive(Clone, Debug)]
enum Step {
    /// One unit with one of these words.
    Words(Vec<WordId>),
    /// A mention of an entity.
    Entity(Referent),
    /// A noun phrase that something fills.
    Capture(Role, Vec<Argument>),
    /// One of several.
    Either(Vec<Program>),
    /// May be missing.
    Maybe(Program),
    /// At most so many units of any kind.
    Gap(u8),
}

/// How many words may stand before a verb to qualify it.
const AUXILIARIES: usize = 8;

/// What a match of a pattern can begin with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Start {
    words: Vec<WordId>,
    entities: Vec<Referent>,
    /// It can begin with a noun phrase or anything at all.
    anything: bool,
}

/// Programs by what they can begin with, so that only those that may match are tried.
#[derive(Clone, Debug, Default)]
pub struct Index {
    words: FxHashMap<WordId, Vec<usize>>,
    entities: FxHashMap<Referent, Vec<usize>>,
    anything: Vec<usize>,
}

impl Index {
    /// The index of some programs, which are told by their places.
    pub fn new<'p>(programs: impl IntoIterator<Item = &'p Program>) -> Self {
        let mut index = Self::default();
        for (at, program) in programs.into_iter().enumerate() {
            let start = program.start();
            start.words.iter().for_each(|word| index.words.entry(*word).or_default().push(at));
            start.entities.iter().for_each(|entity| index.entities.entry(*entity).or_default().push(at));
            if start.anything {
                index.anything.push(at);
            }
        }
        let lists = index.words.values_mut().chain(index.entities.values_mut());
        lists.for_each(|list| list.dedup());
        index
    }

    /// The places of the programs that may begin with any noun phrase.
    pub fn anything(&self) -> &[usize] {
        &self.anything
    }

    /// The places of the programs that may match from a unit on, but for those that may begin with anything.
    pub fn at<'i>(&'i self, view: &'i SentenceView<'_>, unit: usize) -> impl Iterator<Item = usize> + 'i {
        let unit = &view.units[unit];
        let entities: &[Referent] = match unit.tag {
            Tag::Mention(mention) if !self.entities.is_empty() => &view.mentions[mention].referents,
            _ => &[],
        };
        let by_word = self.words.get(&unit.word).filter(|_| unit.word != WordId::UNKNOWN);
        let by_entity = entities.iter().filter_map(|entity| self.entities.get(entity)).flatten();
        by_word.into_iter().flatten().chain(by_entity).copied()
    }
}

/// A way in which a pattern matches: where it ends and what it captured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matched {
    /// The unit after the last.
    pub end: usize,
    /// What was captured.
    pub captures: Vec<(Role, PhraseIx)>,
}

impl Start {
    fn add(&mut self, other: Start) {
        self.words.extend(other.words);
        self.entities.extend(other.entities);
        self.anything |= other.anything;
    }
}

impl Program {
    /// Compiles a pattern; adds its words to the lexicon. An entity the table does not hold matches nothing.
    pub fn new(sequence: &Sequence, lexicon: &mut Lexicon, table: &Table) -> Self {
        let steps: Vec<Step> = sequence.0.iter().flat_map(|node| steps(node, lexicon, table)).collect();
        let mut needs: Vec<Vec<WordId>> = steps.iter().map(Step::needs).filter(|needs| !needs.is_empty()).collect();
        // Function words are in every sentence and tell least.
        let common = |words: &[WordId]| words.iter().any(|word| lexicon.info(*word).function.is_some());
        needs.sort_by_key(|needs| (common(needs), needs.len()));
        Self { steps, needs }
    }

    /// The fewest words of which a sentence must have one; none if the pattern can do without any.
    pub fn rarest(&self) -> &[WordId] {
        self.needs.first().map_or(&[], Vec::as_slice)
    }

    /// Whether a sentence with these words may have all that the pattern cannot do without.
    pub fn may_match(&self, sentence: &Mark) -> bool {
        self.needs.iter().all(|words| words.iter().any(|word| sentence.may_have(*word)))
    }

    /// The longest way in which the pattern matches from a unit on.
    pub fn at(&self, view: &SentenceView<'_>, start: usize) -> Option<Matched> {
        let state = Matched { end: start, captures: Vec::new() };
        self.run(view, vec![state]).into_iter().max_by_key(|matched| matched.end).filter(|matched| matched.end > start)
    }

    /// What a match can begin with: the first steps, up to the first that cannot be left out.
    fn start(&self) -> Start {
        let mut start = Start::default();
        for step in &self.steps {
            let may_be_missing = match step {
                Step::Words(words) => {
                    start.words.extend(words);
                    false
                }
                Step::Entity(entity) => {
                    start.entities.push(*entity);
                    false
                }
                Step::Capture(..) => {
                    start.anything = true;
                    false
                }
                Step::Gap(_) => {
                    start.anything = true;
                    true
                }
                Step::Either(programs) => {
                    let starts = programs.iter().map(|program| (program.start(), program.may_be_empty()));
                    starts.fold(false, |empty, (other, other_empty)| {
                        start.add(other);
                        empty || other_empty
                    })
                }
                Step::Maybe(program) => {
                    start.add(program.start());
                    true
                }
            };
            if !may_be_missing {
                return start;
            }
        }
        start
    }

    fn may_be_empty(&self) -> bool {
        self.steps.iter().all(|step| match step {
            Step::Maybe(_) | Step::Gap(_) => true,
            Step::Either(programs) => programs.iter().any(Program::may_be_empty),
            _ => false,
        })
    }

    /// All states after the pattern, at most one a unit: the first to reach it.
    fn run(&self, view: &SentenceView<'_>, mut states: Vec<Matched>) -> Vec<Matched> {
        for step in &self.steps {
            let mut next = Vec::new();
            for state in states {
                step.take(view, state, &mut next);
            }
            states = distinct(next);
            if states.is_empty() {
                break;
            }
        }
        states
    }
}

fn distinct(mut states: Vec<Matched>) -> Vec<Matched> {
    states.sort_by_key(|state| state.end);
    states.dedup_by_key(|state| state.end);
    states
}

fn steps(node: &Node, lexicon: &mut Lexicon, table: &Table) -> Vec<Step> {
    let step = match node {
        Node::Word(word) => return words(word, |part| lexicon.inflected(part)),
        Node::Literal(text) => return words(text, |part| vec![lexicon.intern(part)]),
        Node::Entity(id) => match table.find(id) {
            Some(ix) => Step::Entity(Referent::Entity(ix)),
            None => Step::Words(Vec::new()),
        },
        Node::Capture { role, arguments } => Step::Capture(*role, arguments.clone()),
        Node::Alternatives(list) => Step::Either(list.iter().map(|one| Program::new(one, lexicon, table)).collect()),
        Node::Optional(inner) => Step::Maybe(Program::new(inner, lexicon, table)),
        Node::Gap(most) => Step::Gap(*most),
    };
    vec![step]
}

/// One step a word, as the tokeniser cuts them.
fn words(text: &str, mut forms: impl FnMut(&str) -> Vec<WordId>) -> Vec<Step> {
    let tokens = crate::text::tokenize(text);
    tokens.iter().map(|token| Step::Words(forms(&token.span.of(text).to_lowercase()))).collect()
}

impl Step {
    /// The words of which a step that cannot be left out takes one; none if it may take something else.
    fn needs(&self) -> Vec<WordId> {
        match self {
            Self::Words(words) => words.clone(),
            Self::Either(programs) if programs.iter().all(|program| !program.needs.is_empty()) => {
                programs.iter().filter_map(|program| program.needs.first()).flatten().copied().collect()
            }
            _ => Vec::new(),
        }
    }

    fn take(&self, view: &SentenceView<'_>, state: Matched, next: &mut Vec<Matched>) {
        match self {
            Self::Either(programs) => {
                programs.iter().for_each(|program| next.extend(program.run(view, vec![state.clone()])));
            }
            Self::Maybe(program) => {
                next.extend(program.run(view, vec![state.clone()]));
                next.push(state);
            }
            Self::Gap(most) => gap(view, &state, *most, next),
            _ => self.one(view, state, next),
        }
    }

    /// Steps that take one unit or phrase; quotation marks and brackets before it are passed over.
    fn one(&self, view: &SentenceView<'_>, mut state: Matched, next: &mut Vec<Matched>) {
        let mut at = state.end;
        while view.units.get(at).is_some_and(|unit| matches!(unit.tag, Tag::Quote | Tag::Skip)) {
            at += 1;
        }
        let Some(unit) = view.units.get(at) else { return };
        // "will not discuss": what qualifies a verb stands before it, and its context knows of it.
        let verb = verb_after(view, at);
        let (at, unit) = match self {
            Self::Words(words) if !words.contains(&unit.word) => verb.unwrap_or((at, unit)),
            _ => (at, unit),
        };
        match self {
            Self::Words(words) if words.contains(&unit.word) && !is_name(view, unit) => state.end = at + 1,
            Self::Entity(referent) => match entity_end(view, at, *referent) {
                Some(end) => state.end = end,
                None => return,
            },
            Self::Capture(role, arguments) => {
                let Some((phrase, end)) = phrase_at(view, at) else { return };
                if !may_fill(view, phrase, arguments) {
                    return;
                }
                state.captures.push((*role, phrase));
                state.end = end;
            }
            _ => return,
        }
        next.push(state);
    }
}

/// Whether a phrase gives something to a place; what it names tells that at once, if it names anything.
fn may_fill(view: &SentenceView<'_>, phrase: PhraseIx, arguments: &[Argument]) -> bool {
    let groups = || view.clauses.phrase(phrase).groups.iter().map(|group| view.group(*group));
    let named = groups().flat_map(|group| &group.referents).any(|referent| view.table.sort(*referent).fits(arguments));
    named || !super::argument::fillers(view, phrase, arguments).is_empty()
}

/// Whether a unit is a name; a title ("troops") is a noun like others.
fn is_name(view: &SentenceView<'_>, unit: &Unit) -> bool {
    matches!(unit.tag, Tag::Mention(mention) if view.mentions[mention].kind != MentionKind::Title)
}

/// The verb that auxiliaries, "not" and adverbs from a unit on lead to.
fn verb_after<'v>(view: &'v SentenceView<'_>, at: usize) -> Option<(usize, &'v Unit)> {
    let leads = |unit: &Unit| {
        matches!(
            unit.tag,
            Tag::Function(
                Function::Modal | Function::Have | Function::Do | Function::Be | Function::Not | Function::Adverb
            )
        )
    };
    let mut units = view.units.iter().enumerate().skip(at).take(AUXILIARIES).skip_while(|(_, unit)| leads(unit));
    units.next().filter(|(index, unit)| *index > at && matches!(unit.tag, Tag::Verb(_)))
}

/// The unit after a mention of an entity, and after the heads that keep to it ("the TMD plan").
fn entity_end(view: &SentenceView<'_>, at: usize, referent: Referent) -> Option<usize> {
    let Tag::Mention(mention) = view.units[at].tag else { return None };
    if !view.mentions[mention].referents.contains(&referent) {
        return None;
    }
    let group = view.groups.nouns.iter().find(|group| group.units.contains(&at))?;
    let heads = group.head > at && group.referents.contains(&referent);
    Some(if heads { group.head + 1 } else { at + 1 })
}

/// The noun phrase whose first group starts at a unit, and the unit after its last.
/// Whether a noun group, or a quotation mark before one, may begin at a unit. Most words begin none, and groups stand in order.
pub fn may_open(view: &SentenceView<'_>, at: usize) -> bool {
    matches!(view.units[at].tag, Tag::Quote | Tag::Skip) || begins_group(view, at)
}

fn begins_group(view: &SentenceView<'_>, at: usize) -> bool {
    view.groups.nouns.binary_search_by_key(&at, |group| group.units.start).is_ok()
}

fn phrase_at(view: &SentenceView<'_>, at: usize) -> Option<(PhraseIx, usize)> {
    if !begins_group(view, at) {
        return None;
    }
    view.clauses.phrases.iter().enumerate().find_map(|(index, phrase)| {
        let first = view.group(*phrase.groups.first()?);
        let last = view.group(*phrase.groups.last()?);
        (first.units.start == at).then_some((PhraseIx(index), last.units.end))
    })
}

fn gap(view: &SentenceView<'_>, state: &Matched, most: u8, next: &mut Vec<Matched>) {
    let last = (state.end + usize::from(most)).min(view.units.len()).max(state.end);
    next.extend((state.end..=last).map(|end| Matched { end, captures: state.captures.clone() }));
}
