//! The units a sentence is parsed in: mentions, dates, multiword cues and single words, each with a tag.

use super::grammar::Function;
use super::lexicon::{Forms, Lexicon, WordId, WordInfo};
use super::mention::{Mention, Words};
use super::names::{NameKind, Names};
use super::time::TimeMention;
use crate::curation::WordClass;
use crate::text::{Case, TokenKind};

/// How a verb form is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VerbUse {
    /// "opposes", "opposed": has a subject of its own.
    Finite,
    /// "oppose" after "to", a modal or "do".
    Base,
    /// "opposed" after "have" or "be", or by itself.
    Participle,
    /// "opposing".
    Gerund,
}

/// What a unit is in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    /// A mention, by its place in the sentence's list.
    Mention(usize),
    /// A date, by its place in the sentence's list.
    Time(usize),
    /// A noun, adjective or unknown word.
    Noun,
    /// Digits.
    Number,
    /// A form of a verb.
    Verb(VerbUse),
    /// A function word.
    Function(Function),
    /// "'s".
    PossessiveMark,
    /// A hyphen inside a compound.
    Hyphen,
    /// ",".
    Comma,
    /// ";", ":", a dash or another break.
    Break,
    /// A quotation mark.
    Quote,
    /// Nothing to the grammar.
    Skip,
}

/// A mention, date, cue or word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The first token, in the sentence.
    pub start: usize,
    /// The token after the last.
    pub end: usize,
    /// What it is.
    pub tag: Tag,
    /// Its word, lower case; of several words, all of them where they work as one.
    pub word: WordId,
    /// How it is capitalised.
    pub case: Case,
    /// The class of a multiword cue.
    pub cue: Option<WordClass>,
    /// What its ending suggests.
    pub ending: Ending,
}

/// What a word's ending suggests, whether or not the word is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ending {
    /// A plural: "-s" but not "-ss".
    Plural,
    /// An adverb: "-ly".
    Adverb,
    /// Nothing.
    Other,
}

impl Ending {
    fn of(word: &str) -> Self {
        match word.as_bytes() {
            [.., b's', b's'] => Self::Other,
            [_, _, .., b's' | b'S'] => Self::Plural,
            [_, _, .., b'l', b'y'] => Self::Adverb,
            _ => Self::Other,
        }
    }
}

impl Unit {
    /// Whether it is this function word.
    pub fn is(&self, function: Function) -> bool {
        self.tag == Tag::Function(function)
    }

    /// Whether its word, or the cue it is, belongs to a class.
    pub fn has_class(&self, class: WordClass, lexicon: &Lexicon) -> bool {
        match self.cue {
            Some(cue) => cue == class,
            None => lexicon.info(self.word).is(class),
        }
    }
}

/// The units of a sentence before verbs are told from nouns: a possible verb is tagged as a noun.
#[inline(never)]
pub fn units(
    words: &Words<'_>,
    mentions: &[Mention],
    times: &[TimeMention],
    lexicon: &Lexicon,
    names: &Names,
) -> Vec<Unit> {
    let (mut units, mut at, mut depth) = (Vec::with_capacity(words.words.len()), 0, 0usize);
    let (mut mention, mut time) = (0, 0);
    while at < words.words.len() {
        while mentions.get(mention).is_some_and(|next| next.tokens.start < words.offset + at) {
            mention += 1;
        }
        while times.get(time).is_some_and(|next| next.start < at) {
            time += 1;
        }
        let (word, case) = words.words[at];
        let ending = Ending::of(words.tokens[at].span.of(words.text));
        let mut unit = Unit { start: at, end: at + 1, tag: Tag::Skip, word, case, cue: None, ending };
        if let Some(next) = mentions.get(mention).filter(|next| next.tokens.start == words.offset + at) {
            unit.end = next.tokens.end - words.offset;
            unit.tag = Tag::Mention(mention);
            unit.word = words.words[unit.end - 1].0;
            unit.ending = Ending::of(words.tokens[unit.end - 1].span.of(words.text));
        } else if let Some(next) = times.get(time).filter(|next| next.start == at) {
            unit.end = next.end;
            unit.tag = Tag::Time(time);
        } else {
            plain(&mut unit, words, lexicon, names);
        }
        depth = bracket_depth(words, at, depth);
        // What stands in brackets is no part of the sentence around it.
        if depth > 0 || words.tokens[at].kind == TokenKind::Close {
            unit.tag = Tag::Skip;
        }
        at = unit.end;
        units.push(unit);
    }
    join_names_over_dashes(&mut units, words);
    blank_out_parentheses_between_dashes(&mut units, words);
    units
}

fn bracket_depth(words: &Words<'_>, at: usize, depth: usize) -> usize {
    match words.tokens[at].kind {
        TokenKind::Open => depth + 1,
        TokenKind::Close => depth.saturating_sub(1),
        _ => depth,
    }
}

fn plain(unit: &mut Unit, words: &Words<'_>, lexicon: &Lexicon, names: &Names) {
    let token = words.tokens[unit.start];
    unit.tag = match token.kind {
        TokenKind::Word => word_tag(unit, lexicon.info(unit.word)),
        TokenKind::Number => Tag::Number,
        TokenKind::Possessive => Tag::PossessiveMark,
        TokenKind::Hyphen => Tag::Hyphen,
        TokenKind::Comma => Tag::Comma,
        TokenKind::Dash | TokenKind::Semicolon | TokenKind::Colon => Tag::Break,
        TokenKind::Quote => Tag::Quote,
        TokenKind::Open | TokenKind::Close | TokenKind::Stop | TokenKind::Other => Tag::Skip,
    };
    if token.kind == TokenKind::Word && lexicon.info(unit.word).begins {
        multiword(unit, words, lexicon, names);
    }
}

/// The classes whose multiword cues stand in or near a verb group as adverbs do.
const QUALIFIERS: [WordClass; 8] = [
    WordClass::Negation,
    WordClass::NotNegation,
    WordClass::Formerly,
    WordClass::Possible,
    WordClass::Likely,
    WordClass::Planned,
    WordClass::Conditional,
    WordClass::Adverb,
];

fn multiword(unit: &mut Unit, words: &Words<'_>, lexicon: &Lexicon, names: &Names) {
    let Some(mut hit) = names.longest(&words.words[unit.start..]).filter(|hit| hit.length > 1) else { return };
    // "so long as" leads a clause, whatever else it makes of it.
    hit.kinds.sort_by_key(|kind| !matches!(kind, NameKind::Function(ix) if ix.is(Function::Subordinator)));
    for kind in hit.kinds {
        match kind {
            NameKind::Cue(class) if QUALIFIERS.contains(&class) => {
                unit.cue = Some(class);
                unit.tag = Tag::Function(Function::Adverb);
            }
            NameKind::Function(ix) => {
                unit.tag = Tag::Function(match ix {
                    _ if ix.is(Function::Conjunction) => Function::Conjunction,
                    _ if ix.is(Function::Subordinator) => Function::Subordinator,
                    _ if ix.is(Function::Pronoun) => Function::Pronoun,
                    _ => Function::Preposition,
                });
            }
            _ => continue,
        }
        let tokens = &words.tokens[unit.start..unit.start + hit.length];
        let phrase: Vec<String> = tokens.iter().map(|token| token.span.of(words.text).to_lowercase()).collect();
        unit.word = lexicon.id(&phrase.join(" "));
        unit.end = unit.start + hit.length;
        return;
    }
}

fn word_tag(unit: &Unit, info: &WordInfo) -> Tag {
    match info.function {
        // "back" may be a verb: the tagger decides.
        Some(Function::Adverb) if info.forms != Forms::default() => Tag::Noun,
        Some(function) => Tag::Function(function),
        None if info.is(WordClass::Negation) => Tag::Function(Function::Not),
        None if [WordClass::Possible, WordClass::Likely, WordClass::Adverb, WordClass::Formerly]
            .iter()
            .any(|class| info.is(*class))
            && info.forms == Forms::default() =>
        {
            Tag::Function(Function::Adverb)
        }
        None if unit.ending == Ending::Adverb
            && unit.case == Case::Lower
            && !info.noun
            && info.forms == Forms::default() =>
        {
            Tag::Function(Function::Adverb)
        }
        None => Tag::Noun,
    }
}

/// "Moscow–Beijing talks": a dash without spaces between two names joins them.
fn join_names_over_dashes(units: &mut [Unit], words: &Words<'_>) {
    for at in 1..units.len().saturating_sub(1) {
        let names = matches!((units[at - 1].tag, units[at + 1].tag), (Tag::Mention(_), Tag::Mention(_)));
        let tight = |unit: &Unit| !words.tokens[unit.start].spaced;
        if units[at].tag == Tag::Break && names && tight(&units[at]) && tight(&units[at + 1]) {
            units[at].tag = Tag::Hyphen;
        }
    }
}

/// A pair of dashes brackets what stands between, if that is short and the sentence goes on after it.
fn blank_out_parentheses_between_dashes(units: &mut [Unit], words: &Words<'_>) {
    let dashes: Vec<usize> = (0..units.len())
        .filter(|at| words.tokens[units[*at].start].kind == TokenKind::Dash && units[*at].tag == Tag::Break)
        .collect();
    if let [first, second] = dashes.as_slice() {
        let short = second - first < 16 && *first > 0 && second + 1 < units.len();
        units[*first..=*second].iter_mut().filter(|_| short).for_each(|unit| unit.tag = Tag::Skip);
    }
}
