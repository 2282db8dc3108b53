//! Where sentences end.

use std::collections::BTreeSet;
use std::ops::Range;

use super::token::{Case, Token, TokenKind};
use crate::model::Span;

/// A sentence: its tokens and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens in the document's list.
    pub tokens: Range<usize>,
    /// Its bytes in the body.
    pub span: Span,
    /// The paragraph it stands in, counted from 0.
    pub paragraph: usize,
}

/// Splits tokens into sentences; knows which abbreviations end none.
#[derive(Clone, Debug, Default)]
pub struct Splitter {
    abbreviations: BTreeSet<String>,
    speech: BTreeSet<String>,
}

/// How many tokens a sentence may have; what goes on longer is no sentence, and is cut to keep reading linear.
const LONGEST: usize = 800;

/// How many words may name the speaker of a quotation.
const SPEAKER: usize = 7;

/// Words that open a sentence when they are capitalised, which tells "the U.S. The" from "the U.S. Navy".
const OPENERS: [&str; 46] = [
    "The",
    "A",
    "An",
    "It",
    "Its",
    "He",
    "She",
    "They",
    "We",
    "I",
    "This",
    "That",
    "These",
    "Those",
    "His",
    "Her",
    "Their",
    "In",
    "On",
    "At",
    "But",
    "And",
    "For",
    "From",
    "After",
    "Before",
    "While",
    "When",
    "As",
    "If",
    "By",
    "With",
    "Since",
    "Some",
    "Both",
    "However",
    "Meanwhile",
    "Among",
    "Although",
    "Though",
    "Yet",
    "Earlier",
    "Last",
    "There",
    "What",
    "Now",
];

impl Splitter {
    /// A splitter that ends no sentence after these abbreviations, given with their points ("Gen."), nor after a quotation's
    /// own mark before a name and one of these words of saying (`"No!" Ivan Petrov said.`).
    pub fn new(abbreviations: impl IntoIterator<Item = String>, speech: impl IntoIterator<Item = String>) -> Self {
        let lower = |word: String| word.to_lowercase();
        let (abbreviations, speech) = (abbreviations.into_iter().map(lower), speech.into_iter().map(lower));
        Self { abbreviations: abbreviations.collect(), speech: speech.collect() }
    }

    /// The sentences of a tokenised text, in order; every token is in one.
    pub fn split(&self, text: &str, tokens: &[Token]) -> Vec<Sentence> {
        let (mut sentences, mut start, mut paragraph) = (Vec::new(), 0, 0);
        for index in 0..tokens.len() {
            let end = index + 1;
            let paragraph_ends = tokens.get(end).is_some_and(|next| next.breaks >= 2);
            if end == tokens.len() || paragraph_ends || end - start >= LONGEST || self.ends_at(text, tokens, index) {
                let span = Span::new(tokens[start].span.start, tokens[index].span.end);
                sentences.push(Sentence { tokens: start..end, span, paragraph });
                start = end;
            }
            paragraph += usize::from(paragraph_ends);
        }
        sentences
    }

    fn ends_at(&self, text: &str, tokens: &[Token], index: usize) -> bool {
        let Some(next) = tokens.get(index + 1) else { return true };
        let Some(mark) = closing_mark(tokens, index) else {
            return self.abbreviation_ends(text, tokens, index);
        };
        // The mark's closing quotes and brackets belong to the sentence.
        let closes = |token: &Token| matches!(token.kind, TokenKind::Quote | TokenKind::Close) && !token.spaced;
        !closes(next)
            && next.spaced
            && starts_sentence(text, tokens, index + 1)
            && !self.is_abbreviation(text, tokens, mark)
            && !self.speaker_follows(text, tokens, index, mark)
    }

    /// `"Never!" Ivan Petrov said`: a name and a word of saying follow what the quotation's own mark ends.
    fn speaker_follows(&self, text: &str, tokens: &[Token], index: usize, mark: usize) -> bool {
        let quoted = tokens[index].kind == TokenKind::Quote && matches!(tokens[mark].span.of(text), "!" | "?");
        let after = tokens[index + 1..].iter().take(SPEAKER);
        let mut words = after.skip_while(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
        quoted && words.next().is_some_and(|word| self.speech.contains(word.span.of(text)))
    }

    /// "U.S." ends a sentence only before a word that opens one.
    fn abbreviation_ends(&self, text: &str, tokens: &[Token], index: usize) -> bool {
        let word = tokens[index].span.of(text);
        let initials = tokens[index].kind == TokenKind::Word && word.ends_with('.') && word.len() > 2;
        let next = tokens.get(index + 1).map_or("", |next| next.span.of(text));
        initials && OPENERS.contains(&next)
    }

    fn is_abbreviation(&self, text: &str, tokens: &[Token], mark: usize) -> bool {
        let stop = &tokens[mark];
        let Some(word) = mark.checked_sub(1).map(|before| &tokens[before]).filter(|_| !stop.spaced) else {
            return false;
        };
        if stop.span.of(text) != "." || word.kind != TokenKind::Word {
            return false;
        }
        let with_point = Span::new(word.span.start, stop.span.end).of(text).to_lowercase();
        self.abbreviations.contains(&with_point)
    }
}

/// The stop that closes at or before a token, past quotes and brackets.
fn closing_mark(tokens: &[Token], index: usize) -> Option<usize> {
    let mut at = index;
    for _ in 0..4 {
        match tokens.get(at)?.kind {
            TokenKind::Stop => return Some(at),
            TokenKind::Quote | TokenKind::Close => at = at.checked_sub(1)?,
            _ => return None,
        }
    }
    None
}

fn starts_sentence(text: &str, tokens: &[Token], index: usize) -> bool {
    tokens[index..].iter().take(3).find(|token| !matches!(token.kind, TokenKind::Quote | TokenKind::Open)).is_some_and(
        |token| match token.kind {
            TokenKind::Word => token.case != Case::Lower || !token.span.of(text).is_ascii(),
            TokenKind::Number | TokenKind::Dash => true,
            _ => false,
        },
    )
}
