//! Noun groups and verb groups.

mod denote;
mod split;
mod verb;

use std::ops::Range;

pub use verb::verb_of_class;

use super::grammar::Function;
use super::lexicon::Lexicon;
use super::mention::{Mention, MentionKind};
use super::names::Number;
use super::table::{Referent, Sort, Table};
use super::unit::{Ending, Tag, Unit, VerbUse};
use crate::curation::WordClass;
use crate::text::Case;

/// A noun group: "a U.S. proposal", "Russia", "its opposition".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NounGroup {
    /// Its units.
    pub units: Range<usize>,
    /// The unit of its head.
    pub head: usize,
    /// What it denotes, if it names something: by a mention, or by an issue and a head ("TMD plan").
    pub referents: Vec<Referent>,
    /// The mention units before the head: "U.S." in "U.S. proposal".
    pub modifiers: Vec<usize>,
    /// The last of its possessors: "China's".
    pub possessor: Option<usize>,
    /// "its", "their".
    pub pronoun: Option<usize>,
    /// A word that negates it: "no".
    pub negation: Option<usize>,
    /// One or several.
    pub number: Number,
    /// What sort of thing it names, if it names one.
    pub sort: Option<Sort>,
}

/// Whether a verb group's subject does or undergoes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Voice {
    /// "opposes".
    Active,
    /// "was opposed".
    Passive,
}

/// A verb group: "has not been opposed", "to visit", "accusing".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbGroup {
    /// Its units.
    pub units: Range<usize>,
    /// The unit of its head verb.
    pub head: usize,
    /// How the group as a whole is used.
    pub usage: VerbUse,
    /// Active or passive.
    pub voice: Voice,
    /// Whether its head is a form of "be" with no verb after it.
    pub copula: bool,
    /// "to".
    pub infinitive: Option<usize>,
    /// Units that negate it.
    pub negations: Vec<usize>,
    /// Units that qualify it, with their class.
    pub cues: Vec<(usize, WordClass)>,
}

/// A piece of the sentence as clauses are built from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// A noun group, by its place in the list.
    Noun(usize),
    /// A verb group, by its place in the list.
    Verb(usize),
    /// A function word, by its unit.
    Word(Function, usize),
    /// A date, by its unit.
    Time(usize),
    /// ",".
    Comma,
    /// A stronger break.
    Break,
    /// A quotation mark.
    Quote,
}

/// The phrases of a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrases {
    /// The noun groups in order.
    pub nouns: Vec<NounGroup>,
    /// The verb groups in order.
    pub verbs: Vec<VerbGroup>,
    /// Everything in order.
    pub chunks: Vec<Chunk>,
}

/// How many units are looked at for the end of a group: keeps chunking linear.
const HORIZON: usize = 14;

struct Chunker<'a> {
    units: &'a [Unit],
    mentions: &'a [Mention],
    lexicon: &'a Lexicon,
    table: &'a Table,
    phrases: Phrases,
}

/// The phrases of tagged units.
#[inline(never)]
pub fn phrases(units: &[Unit], mentions: &[Mention], lexicon: &Lexicon, table: &Table) -> Phrases {
    let mut chunker = Chunker { units, mentions, lexicon, table, phrases: Phrases::default() };
    let mut at = 0;
    while at < units.len() {
        at = chunker.step(at);
    }
    chunker.future_of_headline();
    chunker.phrases
}

impl Chunker<'_> {
    fn step(&mut self, at: usize) -> usize {
        if let Some(verb) = self.verb_group(at) {
            let end = verb.units.end;
            self.phrases.chunks.push(Chunk::Verb(self.phrases.verbs.len()));
            self.phrases.verbs.push(verb);
            return end;
        }
        if let Some(group) = self.noun_group(at) {
            let end = group.units.end;
            self.phrases.chunks.push(Chunk::Noun(self.phrases.nouns.len()));
            self.phrases.nouns.push(group);
            return end;
        }
        let chunk = match self.units[at].tag {
            Tag::Comma => Chunk::Comma,
            Tag::Break => Chunk::Break,
            Tag::Quote => Chunk::Quote,
            Tag::Time(_) => Chunk::Time(at),
            Tag::Function(function) => Chunk::Word(function, at),
            _ => return at + 1,
        };
        self.phrases.chunks.push(chunk);
        at + 1
    }

    /// "Japan to join talks": the first verb of a headline, an infinitive right after a name, tells what is to come.
    fn future_of_headline(&mut self) {
        let Phrases { nouns, verbs, chunks } = &mut self.phrases;
        let first = chunks.iter().position(|chunk| matches!(chunk, Chunk::Verb(_))).unwrap_or(0);
        let names = |chunk: &Chunk| match chunk {
            Chunk::Noun(group) => matches!(self.units[nouns[*group].head].tag, Tag::Mention(_)),
            Chunk::Comma | Chunk::Word(Function::Conjunction, _) => true,
            _ => false,
        };
        let named = first > 0 && chunks[..first].iter().all(names) && matches!(chunks[first - 1], Chunk::Noun(_));
        if verbs.iter().any(|verb| verb.usage == VerbUse::Finite) || !named {
            return;
        }
        if let Chunk::Verb(verb) = chunks[first]
            && let Some(to) = verbs[verb].infinitive.take()
        {
            verbs[verb].usage = VerbUse::Finite;
            verbs[verb].cues.push((to, WordClass::Planned));
        }
    }

    fn noun_group(&self, start: usize) -> Option<NounGroup> {
        let end = self.noun_group_end(start);
        let inside = start..end;
        let is_head = |index: &usize| {
            matches!(
                self.units[*index].tag,
                Tag::Noun | Tag::Mention(_) | Tag::Number | Tag::Function(Function::Pronoun)
            )
        };
        let head = inside
            .clone()
            .rev()
            .find(is_head)
            .or_else(|| inside.clone().rev().find(|index| self.units[*index].is(Function::Determiner)))?;
        let possessor = inside
            .clone()
            .rev()
            .find(|index| self.units[*index].tag == Tag::PossessiveMark)
            .and_then(|mark| (start..mark).rev().find(|index| matches!(self.units[*index].tag, Tag::Mention(_))));
        // "a U.N.-brokered truce" is not the United Nations'.
        let half = |index: usize| {
            let hyphen = self.units.get(index + 1).is_some_and(|unit| unit.tag == Tag::Hyphen);
            hyphen && self.units.get(index + 2).is_some_and(|unit| !matches!(unit.tag, Tag::Mention(_)))
        };
        let modifiers = (start..head)
            .filter(|index| {
                matches!(self.units[*index].tag, Tag::Mention(_)) && Some(*index) != possessor && !half(*index)
            })
            .collect();
        let find = |function: Function| inside.clone().find(|index| self.units[*index].is(function));
        let negation = inside.clone().find(|index| {
            self.units[*index].is(Function::Determiner)
                && self.units[*index].has_class(WordClass::Negation, self.lexicon)
        });
        let mut group = NounGroup {
            units: inside.clone(),
            head,
            referents: Vec::new(),
            modifiers,
            possessor,
            pronoun: find(Function::Possessive),
            negation,
            number: self.number(head),
            sort: None,
        };
        group.referents = self.denoted(&group);
        group.sort = group.referents.first().map(|referent| self.table.sort(*referent));
        Some(group)
    }

    fn noun_group_end(&self, start: usize) -> usize {
        let mut at = start;
        while let Some(unit) = self.units.get(at) {
            let goes_on = match unit.tag {
                Tag::Noun | Tag::Number | Tag::Mention(_) => !(at > start && self.begins_another(start, at)),
                Tag::Hyphen | Tag::PossessiveMark => at > start,
                Tag::Skip | Tag::Quote => at > start && self.quote_inside(at),
                Tag::Function(Function::Determiner | Function::Possessive) => {
                    at == start || self.only_determiners(start, at)
                }
                Tag::Function(Function::Pronoun) => {
                    let no_one =
                        at == start + 1 && self.lexicon.text(unit.word) == "one" && self.only_determiners(start, at);
                    return if at == start || no_one { at + 1 } else { at };
                }
                Tag::Function(Function::Conjunction) => at > start && self.joins_adjectives(at),
                Tag::Function(Function::Adverb) => at > start && self.adverb_inside(at),
                _ => false,
            };
            if !goes_on {
                break;
            }
            at += 1;
        }
        at
    }

    fn only_determiners(&self, start: usize, at: usize) -> bool {
        (start..at)
            .all(|index| matches!(self.units[index].tag, Tag::Function(Function::Determiner | Function::Possessive)))
    }

    /// A quotation mark or bracket inside a group stands before a noun.
    fn quote_inside(&self, at: usize) -> bool {
        let passed = |index: &usize| matches!(self.units[*index].tag, Tag::Skip | Tag::Quote);
        let follows = (at + 1..self.units.len()).take(HORIZON).find(|index| !passed(index));
        let determined =
            matches!(self.units[at - 1].tag, Tag::Noun | Tag::Function(Function::Determiner | Function::Possessive));
        follows.is_some_and(|index| match self.units[index].tag {
            Tag::Noun => true,
            // "Mr. Clinton": a point that ends no sentence ends an abbreviation.
            Tag::Mention(_) if self.units[at].tag == Tag::Skip => {
                index == at + 1 && self.units[at - 1].tag == Tag::Noun && self.units[at - 1].case == Case::Capital
            }
            Tag::Mention(_) => determined,
            // "a $300 million loan"
            Tag::Number => determined && self.units[at].tag == Tag::Skip,
            _ => false,
        })
    }

    /// "a largely symbolic treaty".
    fn adverb_inside(&self, at: usize) -> bool {
        let before = self.units[at - 1].tag;
        let after = self.units.get(at + 1).map(|unit| unit.tag);
        matches!(before, Tag::Function(Function::Determiner | Function::Possessive) | Tag::PossessiveMark)
            && matches!(after, Some(Tag::Noun | Tag::Mention(_) | Tag::Hyphen))
    }

    /// "the Chinese and Russian missile plan": two adjectives before one noun.
    fn joins_adjectives(&self, at: usize) -> bool {
        let adjective = |index: usize| match self.units.get(index).map(|unit| unit.tag) {
            Some(Tag::Mention(mention)) => {
                let mention = &self.mentions[mention];
                mention.kind == MentionKind::Demonym && mention.number == Number::Singular
            }
            _ => false,
        };
        let noun = matches!(self.units.get(at + 2).map(|unit| unit.tag), Some(Tag::Noun | Tag::Mention(_)));
        adjective(at - 1) && adjective(at + 1) && noun && self.lexicon.text(self.units[at].word) == "and"
    }

    fn number(&self, head: usize) -> Number {
        let unit = &self.units[head];
        match unit.tag {
            Tag::Mention(mention) => self.mentions[mention].number,
            Tag::Function(_) => match self.lexicon.text(unit.word) {
                "they" | "them" | "we" | "us" | "themselves" | "each other" | "one another" => Number::Plural,
                _ => Number::Singular,
            },
            _ if self.lexicon.info(unit.word).singular.is_some() || unit.ending == Ending::Plural => Number::Plural,
            _ => Number::Singular,
        }
    }
}
