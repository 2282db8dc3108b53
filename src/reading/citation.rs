//! Bracketed citations: "(AP, Reuters, March 11)" names the media behind its paragraph, back to the one before.

use crate::model::Span;
use crate::text::{Case, Sentence, Token, TokenKind};

/// The media named in one pair of brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The paragraph it stands in.
    pub paragraph: usize,
    /// The byte it begins at.
    pub start: usize,
    /// The news organisations.
    pub media: Vec<String>,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// How many tokens a citation may have.
const LONGEST: usize = 24;

/// The citations of a document, in order. A bracket counts only if it names media and ends in a date, and does not begin
/// with "see".
pub fn citations(text: &str, tokens: &[Token], sentences: &[Sentence]) -> Vec<Citation> {
    let mut found = Vec::new();
    for sentence in sentences {
        for at in sentence.tokens.clone().filter(|at| tokens[*at].kind == TokenKind::Open) {
            let inside = tokens[at + 1..].iter().take(LONGEST).position(|token| token.kind == TokenKind::Close);
            if let Some(media) = inside.and_then(|length| media(text, &tokens[at + 1..at + 1 + length])) {
                found.push(Citation { paragraph: sentence.paragraph, start: tokens[at].span.start, media });
            }
        }
    }
    found
}

fn media(text: &str, inside: &[Token]) -> Option<Vec<String>> {
    let mut names = Vec::new();
    let mut dated = false;
    for item in inside.split(|token| matches!(token.kind, TokenKind::Comma | TokenKind::Semicolon)) {
        let (first, last) = (item.first()?, item.last()?);
        let words = Span::new(first.span.start, last.span.end).of(text);
        if item.iter().any(|token| token.kind == TokenKind::Number || MONTHS.contains(&token.span.of(text))) {
            dated = true;
        } else if first.case == Case::Lower {
            return None;
        } else {
            names.push(words.to_owned());
        }
    }
    (dated && !names.is_empty()).then_some(names)
}

/// The media behind a sentence: those of the first citation in its paragraph that ends it or comes later.
pub fn media_of(citations: &[Citation], sentence: &Sentence) -> Vec<String> {
    let next = citations.partition_point(|citation| citation.start < sentence.span.start);
    let next = citations.get(next).filter(|citation| citation.paragraph == sentence.paragraph);
    next.map(|citation| citation.media.clone()).unwrap_or_default()
}
