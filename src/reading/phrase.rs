//! Noun groups and verb groups.

use std::collections::BTreeSet;
use std::ops::Range;

use super::grammar::Function;
use super::lexicon::{Lexicon, WordId};
use super::mention::{Mention, MentionKind};
use super::names::{EntityIx, Number};
use super::table::{Referent, Sort, Table};
use super::unit::{Ending, Tag, Unit, VerbUse};
use crate::curation::WordClass;

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
pub fn phrases(units: &[Unit], mentions: &[Mention], lexicon: &Lexicon, table: &Table) -> Phrases {
    let mut chunker = Chunker { units, mentions, lexicon, table, phrases: Phrases::default() };
    let mut at = 0;
    while at < units.len() {
        at = chunker.step(at);
    }
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

    /// The verb group that starts at a unit; adverbs and "not" before it belong to it.
    fn verb_group(&self, start: usize) -> Option<VerbGroup> {
        let mut scan = VerbScan::default();
        let mut at = start;
        loop {
            let unit = self.units.get(at)?;
            match unit.tag {
                Tag::Function(Function::Adverb | Function::Not) => scan.qualify(at, unit, self.lexicon),
                Tag::Skip | Tag::Quote if scan.begun() => {}
                // "has since left"
                Tag::Function(Function::PrepositionOrSubordinator)
                    if scan.last == Some(Function::Have) && self.lexicon.text(unit.word) == "since" => {}
                Tag::Function(
                    function @ (Function::To | Function::Modal | Function::Be | Function::Have | Function::Do),
                ) => {
                    if !scan.auxiliary(function, at, unit, self.lexicon) {
                        return scan.finish_without_head(start, at, self);
                    }
                }
                Tag::Verb(usage) if scan.takes(usage) => return Some(self.with_head(scan, start, at, usage)),
                _ => return scan.finish_without_head(start, at, self),
            }
            at += 1;
            if at == self.units.len() || at - start > HORIZON {
                return scan.finish_without_head(start, at, self);
            }
        }
    }

    /// The group once its head verb is found; adverbs after the head qualify it too.
    fn with_head(&self, mut scan: VerbScan, start: usize, head: usize, usage: VerbUse) -> VerbGroup {
        let mut end = head + 1;
        while self.units.get(end).is_some_and(|unit| unit.is(Function::Adverb)) {
            scan.qualify(end, &self.units[end], self.lexicon);
            end += 1;
        }
        let passive = usage == VerbUse::Participle && scan.last != Some(Function::Have);
        let voice = if passive { Voice::Passive } else { Voice::Active };
        let usage = scan.usage.unwrap_or(usage);
        scan.group(start..end, head, usage, voice, false)
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
        let modifiers = (start..head)
            .filter(|index| matches!(self.units[*index].tag, Tag::Mention(_)) && Some(*index) != possessor)
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
        };
        group.referents = self.denoted(&group);
        Some(group)
    }

    fn noun_group_end(&self, start: usize) -> usize {
        let mut at = start;
        while let Some(unit) = self.units.get(at) {
            let goes_on = match unit.tag {
                Tag::Noun | Tag::Number | Tag::Mention(_) => !(at > start && self.splits_before(at)),
                Tag::Hyphen | Tag::PossessiveMark => at > start,
                Tag::Skip | Tag::Quote => at > start && self.quote_inside(at),
                Tag::Function(Function::Determiner | Function::Possessive) => {
                    at == start || self.only_determiners(start, at)
                }
                Tag::Function(Function::Pronoun) => return if at == start { at + 1 } else { at },
                Tag::Function(Function::Adverb) => at > start && self.adverb_inside(at),
                Tag::Verb(_) | Tag::Time(_) => false,
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
            Tag::Mention(_) => determined && self.units[at].tag == Tag::Quote,
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

    /// "in recent months | Moscow": a name that ends the run does not belong to a plural noun before it.
    fn splits_before(&self, at: usize) -> bool {
        let Tag::Mention(mention) = self.units[at].tag else { return false };
        let mention = &self.mentions[mention];
        let ends = !matches!(
            self.units.get(at + 1).map(|unit| unit.tag),
            Some(Tag::Noun | Tag::Mention(_) | Tag::Hyphen | Tag::PossessiveMark)
        );
        let actor = mention.referents.iter().any(|referent| self.table.sort(*referent).is_actor());
        let before = &self.units[at - 1];
        match before.tag {
            Tag::Noun => actor && ends && mention.kind != MentionKind::Demonym && before.ending == Ending::Plural,
            Tag::Mention(other) => {
                let other = &self.mentions[other];
                actor && ends && mention.kind == MentionKind::Name && other.kind == MentionKind::Name
            }
            _ => false,
        }
    }

    fn number(&self, head: usize) -> Number {
        let unit = &self.units[head];
        match unit.tag {
            Tag::Mention(mention) => self.mentions[mention].number,
            Tag::Function(_) => match self.lexicon.text(unit.word) {
                "they" | "them" | "we" | "us" | "themselves" => Number::Plural,
                _ => Number::Singular,
            },
            _ if self.lexicon.info(unit.word).singular.is_some() || unit.ending == Ending::Plural => Number::Plural,
            _ => Number::Singular,
        }
    }

    /// What a group denotes.
    fn denoted(&self, group: &NounGroup) -> Vec<Referent> {
        let denoted = match self.units[group.head].tag {
            Tag::Mention(mention) => self.denoted_by_mention(group, &self.mentions[mention]),
            Tag::Noun => self.issue_by_head(group).into_iter().collect(),
            _ => Vec::new(),
        };
        match denoted.as_slice() {
            [Referent::Entity(ix)] => vec![Referent::Entity(self.part_by_sponsors(group, *ix))],
            _ => denoted,
        }
    }

    /// "the Franco-German missile shield plan": the one part of an issue whose sponsors are exactly the group's
    /// modifiers; the issue itself if there is none.
    fn part_by_sponsors(&self, group: &NounGroup, issue: EntityIx) -> EntityIx {
        let Some(row) = self.table.issue(issue).filter(|row| !row.parts.is_empty()) else { return issue };
        let owners = group.modifiers.iter().chain(&group.possessor).filter_map(|unit| match self.units[*unit].tag {
            Tag::Mention(mention) => Some(&self.mentions[mention].referents),
            _ => None,
        });
        let owners: BTreeSet<Referent> =
            owners.flatten().copied().filter(|referent| self.table.sort(*referent).is_actor()).collect();
        let sponsored = |part: &&EntityIx| {
            let sponsors =
                self.table.issue(**part).map(|row| row.sponsors.iter().copied().map(Referent::Entity).collect());
            !owners.is_empty() && sponsors.as_ref() == Some(&owners)
        };
        let mut parts = row.parts.iter().filter(sponsored);
        match (parts.next(), parts.next()) {
            (Some(part), None) => *part,
            _ => issue,
        }
    }

    fn denoted_by_mention(&self, group: &NounGroup, mention: &Mention) -> Vec<Referent> {
        let bare = group.units.len() == 1;
        match mention.kind {
            MentionKind::Demonym
                if bare && mention.number == Number::Singular && self.units[group.head].ending != Ending::Plural =>
            {
                Vec::new()
            }
            MentionKind::Title if mention.referents.is_empty() => self.title_of_modifier(group, mention),
            _ => mention.referents.clone(),
        }
    }

    /// "China's new defense chief": a title whose owner stands earlier in the group.
    fn title_of_modifier(&self, group: &NounGroup, mention: &Mention) -> Vec<Referent> {
        let Some(title) = mention.title else { return Vec::new() };
        let former = (group.units.start..group.head)
            .any(|index| self.lexicon.info(self.units[index].word).is(WordClass::TitlePrefix));
        let owner = group.possessor.or_else(|| group.modifiers.last().copied()).map(|index| self.units[index].tag);
        let Some(Tag::Mention(owner)) = owner.filter(|_| !former) else { return Vec::new() };
        self.mentions[owner]
            .referents
            .iter()
            .filter_map(|referent| match referent {
                Referent::Entity(ix) if matches!(self.table.sort_of(*ix), Sort::State | Sort::Organisation) => {
                    Some(self.table.post(*ix, title, None))
                }
                _ => None,
            })
            .collect()
    }

    /// "the TMD plan": an issue's name, then only nouns that keep to the issue.
    fn issue_by_head(&self, group: &NounGroup) -> Option<Referent> {
        let at = *group.modifiers.last()?;
        let Tag::Mention(mention) = self.units[at].tag else { return None };
        let [referent @ Referent::Entity(ix)] = self.mentions[mention].referents.as_slice() else { return None };
        let row = self.table.issue(*ix)?;
        let keeps = |word: WordId| {
            let info = self.lexicon.info(word);
            let singular = info.singular.unwrap_or(word);
            row.heads.contains(&word) || row.heads.contains(&singular) || info.is(WordClass::Transparent)
        };
        let rest = at + 1..=group.head;
        rest.into_iter()
            .filter(|index| !matches!(self.units[*index].tag, Tag::Skip | Tag::Quote))
            .all(|index| self.units[index].tag == Tag::Noun && keeps(self.units[index].word))
            .then_some(*referent)
    }
}

/// A verb group as it is scanned.
#[derive(Default)]
struct VerbScan {
    infinitive: Option<usize>,
    usage: Option<VerbUse>,
    last: Option<Function>,
    last_at: usize,
    negations: Vec<usize>,
    cues: Vec<(usize, WordClass)>,
    yet: Option<usize>,
}

impl VerbScan {
    fn begun(&self) -> bool {
        self.last.is_some()
    }

    fn qualify(&mut self, at: usize, unit: &Unit, lexicon: &Lexicon) {
        if lexicon.text(unit.word) == "yet" {
            self.yet = Some(at);
        }
        use WordClass::{Conditional, Formerly, Likely, Negation, Planned, Possible};
        if unit.has_class(Negation, lexicon) || (unit.is(Function::Not) && unit.cue.is_none()) {
            self.negations.push(at);
        }
        for class in [Formerly, Possible, Likely, Planned, Conditional] {
            if unit.has_class(class, lexicon) {
                self.cues.push((at, class));
            }
        }
    }

    /// Takes an auxiliary; false if it cannot belong to the group so far.
    fn auxiliary(&mut self, function: Function, at: usize, unit: &Unit, lexicon: &Lexicon) -> bool {
        let non_finite = matches!(lexicon.text(unit.word), "be" | "been" | "being" | "having");
        let fits = match (self.last, function) {
            (None, _) => true,
            (Some(Function::Be), Function::To) => true,
            (Some(Function::Have), Function::To) => self.yet.is_some(),
            (Some(Function::To | Function::Modal), Function::Be | Function::Have) => true,
            (Some(Function::Have | Function::Be), Function::Be) => non_finite,
            _ => false,
        };
        if !fits {
            return false;
        }
        match (self.last, function) {
            (None, Function::To) => {
                self.infinitive = Some(at);
                self.usage = Some(VerbUse::Base);
            }
            // "has yet to sign" has not.
            (Some(Function::Have), Function::To) => self.negations.extend(self.yet),
            // "is to visit" is a plan.
            (Some(Function::Be), Function::To) => self.cues.push((at, WordClass::Planned)),
            (None, _) => {
                self.usage = Some(match lexicon.text(unit.word) {
                    "being" | "having" => VerbUse::Gerund,
                    "been" => VerbUse::Participle,
                    "be" => VerbUse::Base,
                    _ => VerbUse::Finite,
                });
            }
            _ => {}
        }
        self.last = Some(function);
        self.last_at = at;
        self.qualify(at, unit, lexicon);
        true
    }

    /// Whether a verb form can be the head after what was scanned.
    fn takes(&self, usage: VerbUse) -> bool {
        match self.last {
            None => true,
            Some(Function::To | Function::Modal | Function::Do) => usage == VerbUse::Base,
            Some(Function::Have) => usage == VerbUse::Participle,
            Some(Function::Be) => matches!(usage, VerbUse::Participle | VerbUse::Gerund),
            _ => false,
        }
    }

    /// A group that ends in an auxiliary: "is", "has" and "did" are verbs too; "to" and modals alone are not.
    fn finish_without_head(self, start: usize, end: usize, chunker: &Chunker<'_>) -> Option<VerbGroup> {
        let last = self.last?;
        if matches!(last, Function::To | Function::Modal)
            && (start..end)
                .all(|at| !matches!(chunker.units[at].tag, Tag::Function(Function::Be | Function::Have | Function::Do)))
        {
            return None;
        }
        let end = end.max(self.last_at + 1);
        let usage = self.usage.unwrap_or(VerbUse::Finite);
        let head = self.last_at;
        Some(self.group(start..end, head, usage, Voice::Active, last == Function::Be))
    }

    fn group(self, units: Range<usize>, head: usize, usage: VerbUse, voice: Voice, copula: bool) -> VerbGroup {
        let Self { infinitive, negations, cues, .. } = self;
        VerbGroup { units, head, usage, voice, copula, infinitive, negations, cues }
    }
}
