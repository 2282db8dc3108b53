//! The rules as matching needs them: entries by the word that triggers them.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::entries::Entries;
use super::grammar::Function;
use super::lexicon::{Lexicon, WordId};
use super::pattern::Program;
use super::table::Table;
use crate::curation::pattern::{Node, Role, Sequence};
use crate::curation::{Argument, Complement, Gives, WordClass, World};
use crate::model::{Modality, RelationId, RuleId, Sign};

/// What stands for any noun in a wording.
const ANY: &str = "*";

/// What a word entry is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TriggerKind {
    /// "oppose", "impose sanctions on".
    Verb,
    /// "opposition to".
    Noun,
    /// "opposed to".
    Adjective,
}

/// One wording of a rule, by its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The rule, by its place in [`Compiled::frames`] or [`Compiled::operators`].
    pub rule: usize,
    /// What the head is.
    pub kind: TriggerKind,
    /// Words before the head of a noun: "strategic" in "strategic partnership with".
    pub modifiers: Vec<WordId>,
    /// Particles after a verb: "out" in "come out against".
    pub particles: Vec<WordId>,
    /// Words that follow the object: "hostage" in "hold ... hostage".
    pub complement: Vec<WordId>,
    /// The head of the object of a light verb: "sanctions"; [`Compiled::any`] for whatever it is.
    pub noun: Option<WordId>,
    /// The preposition that leads the object.
    pub preposition: Option<WordId>,
    /// How many words it has: longer entries win.
    pub length: usize,
}

/// What stands for the object in a wording whose last words follow it.
const OBJECT: &str = "...";

impl Entry {
    fn bare(rule: usize, kind: TriggerKind, length: usize) -> Self {
        let (modifiers, particles, complement) = (Vec::new(), Vec::new(), Vec::new());
        Self { rule, kind, modifiers, particles, complement, noun: None, preposition: None, length }
    }
}

/// A frame without its word lists.
#[derive(Clone, Debug)]
pub struct FrameRow {
    /// The rule.
    pub id: RuleId,
    /// What it gives.
    pub relation: RelationId,
    /// The relation's sign.
    pub sign: Sign,
    /// Whether the relation holds both ways.
    pub direction: Direction,
    /// What the subject may be.
    pub subject: Vec<Argument>,
    /// What the object may be.
    pub object: Vec<Argument>,
    /// Prepositions that lead to the issue it is about.
    pub about: Vec<WordId>,
    /// Higher wins.
    pub priority: i32,
    /// The modality of what it gives.
    pub modality: Modality,
}

/// Whether a relation has a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From subject to object.
    Directed,
    /// Both ways.
    Mutual,
}

/// An operator without its word lists.
#[derive(Clone, Debug)]
pub struct OperatorRow {
    /// The rule.
    pub id: RuleId,
    /// The shape of what it governs.
    pub complement: Complement,
    /// What it makes of it.
    pub gives: Gives,
    /// The relation to the one addressed, with its sign.
    pub relation: Option<(RelationId, Sign)>,
    /// Higher wins.
    pub priority: i32,
}

/// All rules, by trigger.
#[derive(Debug, Default)]
pub struct Compiled {
    /// The frames.
    pub frames: Vec<FrameRow>,
    /// The operators.
    pub operators: Vec<OperatorRow>,
    /// "by".
    pub by: WordId,
    /// "of".
    pub of: WordId,
    /// "with".
    pub with: WordId,
    /// "*": any noun, in wordings such as "return * to".
    pub any: WordId,
    /// Nouns that an operator lets a statement complete: "possibility that".
    pub statement_nouns: BTreeSet<WordId>,
    frame_entries: FxHashMap<WordId, Entries>,
    operator_entries: FxHashMap<WordId, Entries>,
}

impl Compiled {
    /// The rules of a world; adds their words to the lexicon.
    pub fn new(world: &World, lexicon: &mut Lexicon) -> Self {
        let mut compiled = Self {
            by: lexicon.intern("by"),
            of: lexicon.intern("of"),
            with: lexicon.intern("with"),
            any: lexicon.intern(ANY),
            ..Self::default()
        };
        compiled.add_frames(world, lexicon);
        compiled.add_patterns(world);
        compiled.add_operators(world, lexicon);
        compiled.frame_entries.values_mut().chain(compiled.operator_entries.values_mut()).for_each(Entries::sort);
        compiled
    }

    fn add_frames(&mut self, world: &World, lexicon: &mut Lexicon) {
        for frame in &world.rules.frames {
            let Some(relation) = world.relation(&frame.relation) else { continue };
            let rule = self.frames.len();
            self.frames.push(FrameRow {
                id: frame.id.clone(),
                relation: relation.id.clone(),
                sign: relation.sign,
                direction: if relation.symmetric { Direction::Mutual } else { Direction::Directed },
                subject: frame.subject.clone(),
                object: frame.object.clone(),
                about: frame.about.iter().map(|word| lexicon.intern(word)).collect(),
                priority: frame.priority,
                modality: frame.modality.unwrap_or_default(),
            });
            let lists = [
                (TriggerKind::Verb, &frame.verbs),
                (TriggerKind::Noun, &frame.nouns),
                (TriggerKind::Adjective, &frame.adjectives),
            ];
            add_all(&mut self.frame_entries, rule, lists, lexicon);
        }
    }

    /// The rows that pattern rules fill: after those of the frames.
    fn add_patterns(&mut self, world: &World) {
        for pattern in &world.rules.patterns {
            let Some(relation) = world.relation(&pattern.relation) else { continue };
            let arguments = |role| world.patterns.get(&pattern.id).map(|p| captured(p, role)).unwrap_or_default();
            self.frames.push(FrameRow {
                id: pattern.id.clone(),
                relation: relation.id.clone(),
                sign: relation.sign,
                direction: if relation.symmetric { Direction::Mutual } else { Direction::Directed },
                subject: arguments(Role::Subject),
                object: arguments(Role::Object),
                about: Vec::new(),
                priority: pattern.priority,
                modality: pattern.modality.unwrap_or_default(),
            });
        }
    }

    fn add_operators(&mut self, world: &World, lexicon: &mut Lexicon) {
        for operator in &world.rules.operators {
            let rule = self.operators.len();
            let relation = operator.relation.as_ref().and_then(|id| world.relation(id));
            self.operators.push(OperatorRow {
                id: operator.id.clone(),
                complement: operator.complement,
                gives: operator.gives,
                relation: relation.map(|relation| (relation.id.clone(), relation.sign)),
                priority: operator.priority,
            });
            let lists = [
                (TriggerKind::Verb, &operator.verbs),
                (TriggerKind::Noun, &operator.nouns),
                (TriggerKind::Adjective, &operator.adjectives),
            ];
            add_all(&mut self.operator_entries, rule, lists, lexicon);
            if operator.complement == Complement::Gerund {
                let heads = operator.nouns.iter().filter_map(|noun| noun.split(' ').next());
                heads.for_each(|noun| lexicon.add_governing_noun(noun));
            }
            if operator.complement == Complement::That {
                self.statement_nouns.extend(operator.nouns.iter().map(|noun| lexicon.intern(noun)));
            }
        }
    }

    /// The pattern rules, compiled, each with the row it fills; their rows come after those of the frames.
    pub fn pattern_programs(&self, world: &World, lexicon: &mut Lexicon, table: &Table) -> Vec<(usize, Program)> {
        let row = |id: &RuleId| self.frames.iter().position(|row| row.id == *id);
        let patterns = world.patterns.iter();
        patterns.filter_map(|(id, pattern)| Some((row(id)?, Program::new(pattern, lexicon, table)))).collect()
    }

    /// The frame entries under a trigger word.
    pub fn frames_of(&self, word: WordId) -> &[Entry] {
        self.frame_entries.get(&word).map_or(&[], Entries::all)
    }

    /// The frame entries under a trigger word that ask for no noun or complement, or for one of some words, each given once.
    pub fn frames_asking<'a>(&'a self, word: WordId, words: &'a [WordId]) -> impl Iterator<Item = &'a Entry> {
        self.frame_entries.get(&word).into_iter().flat_map(|entries| entries.asking(words))
    }

    /// The operator entries under a trigger word.
    pub fn operators_of(&self, word: WordId) -> &[Entry] {
        self.operator_entries.get(&word).map_or(&[], Entries::all)
    }
}

/// What a pattern lets a role be, in all its alternatives together.
fn captured(sequence: &Sequence, wanted: Role) -> Vec<Argument> {
    let mut found = Vec::new();
    for node in &sequence.0 {
        match node {
            Node::Capture { role, arguments } if *role == wanted => found.extend(arguments),
            Node::Alternatives(list) => found.extend(list.iter().flat_map(|one| captured(one, wanted))),
            Node::Optional(inner) => found.extend(captured(inner, wanted)),
            _ => {}
        }
    }
    found
}

fn add_all(
    entries: &mut FxHashMap<WordId, Entries>,
    rule: usize,
    lists: [(TriggerKind, &Vec<String>); 3],
    lexicon: &mut Lexicon,
) {
    for (kind, list) in lists {
        for wording in list {
            if let Some((head, entry)) = entry(rule, kind, wording, lexicon) {
                entries.entry(head).or_default().push(entry);
            }
        }
    }
}

/// Takes a wording apart: head, particles, noun, and the preposition at its end.
fn entry(rule: usize, kind: TriggerKind, wording: &str, lexicon: &mut Lexicon) -> Option<(WordId, Entry)> {
    let words: Vec<String> = wording.split_whitespace().map(str::to_lowercase).collect();
    // "in favor of" is a preposition of several words, and works as "against" does.
    if kind == TriggerKind::Adjective && is_preposition(&words.join(" ")) {
        let entry = Entry::bare(rule, kind, words.len());
        return Some((lexicon.intern(&words.join(" ")), entry));
    }
    if kind == TriggerKind::Verb && words.iter().any(|word| word == OBJECT) {
        return with_complement(rule, &words, lexicon);
    }
    let (core, preposition) = match preposition_at_end(&words) {
        0 => (words.as_slice(), None),
        count => {
            let (core, last) = words.split_at(words.len() - count);
            (core, Some(lexicon.intern(&last.join(" "))))
        }
    };
    // What is any noun says the least: a wording with a noun of its own wins.
    let length = words.iter().filter(|word| *word != ANY).count();
    let mut entry = Entry { preposition, ..Entry::bare(rule, kind, length) };
    if kind == TriggerKind::Verb {
        let (head, rest) = core.split_first()?;
        for word in rest {
            let info = lexicon.info(lexicon.id(word));
            let adverb = info.function == Some(Function::Adverb) || info.is(WordClass::Adverb);
            if is_preposition(word) || adverb {
                entry.particles.push(lexicon.intern(word));
            } else {
                if word != ANY {
                    lexicon.add_noun(word);
                }
                entry.noun = Some(lexicon.intern(word));
            }
        }
        return Some((lexicon.add_verb(head, None), entry));
    }
    let (head, rest) = core.split_last()?;
    entry.modifiers = rest.iter().map(|word| lexicon.intern(word)).collect();
    match kind {
        TriggerKind::Noun => lexicon.add_noun(head),
        TriggerKind::Adjective if preposition.is_some() && rest.is_empty() => lexicon.add_predicate(head),
        _ => {}
    }
    Some((lexicon.intern(head), entry))
}

/// "hold ... hostage": what stands after the object, as it is written.
fn with_complement(rule: usize, words: &[String], lexicon: &mut Lexicon) -> Option<(WordId, Entry)> {
    let at = words.iter().position(|word| word == OBJECT)?;
    let (head, particles) = words[..at].split_first()?;
    let complement = &words[at + 1..];
    let mut entry = Entry::bare(rule, TriggerKind::Verb, words.len() - 1);
    entry.particles = particles.iter().map(|word| lexicon.intern(word)).collect();
    entry.complement = complement.iter().map(|word| lexicon.intern(word)).collect();
    let verb = lexicon.add_verb(head, None);
    lexicon.add_complement(verb, complement.first()?);
    Some((verb, entry))
}

/// How many words at the end of a wording make its preposition: "in favor of" is three. None if nothing would be left.
fn preposition_at_end(words: &[String]) -> usize {
    (1..words.len()).rev().find(|count| is_preposition(&words[words.len() - count..].join(" "))).unwrap_or(0)
}

fn is_preposition(word: &str) -> bool {
    [Function::Preposition, Function::To, Function::PrepositionOrSubordinator].iter().any(|function| function.has(word))
}
