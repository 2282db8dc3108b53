//! Text to words, quotations and commas.

use super::{LanguageError, Problem};
use crate::model::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// A run of anything but spaces, commas and quotation marks.
    Word,
    /// A quotation, without its marks and escapes.
    Quoted,
    /// A comma.
    Comma,
}

/// A word, quotation or comma.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    pub(crate) text: String,
    pub(crate) span: Span,
}

impl Token {
    /// Whether it is this unquoted word.
    pub(crate) fn is(&self, word: &str) -> bool {
        self.kind == TokenKind::Word && self.text == word
    }
}

/// The tokens of a text.
pub(crate) fn tokens(text: &str) -> Result<Vec<Token>, LanguageError> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let (kind, content, end) = match first {
            ',' => (TokenKind::Comma, ",".to_owned(), at + 1),
            '"' => quoted(text, at)?,
            _ if first.is_whitespace() => {
                at += first.len_utf8();
                continue;
            }
            _ => word(text, at),
        };
        tokens.push(Token { kind, text: content, span: Span::new(at, end) });
        at = end;
    }
    Ok(tokens)
}

fn word(text: &str, start: usize) -> (TokenKind, String, usize) {
    let rest = text.get(start..).unwrap_or("");
    let length = rest.find(|c: char| c.is_whitespace() || c == ',' || c == '"').unwrap_or(rest.len());
    (TokenKind::Word, rest.get(..length).unwrap_or("").to_owned(), start + length)
}

fn quoted(text: &str, start: usize) -> Result<(TokenKind, String, usize), LanguageError> {
    let mut content = String::new();
    let mut rest = text.get(start + 1..).unwrap_or("").char_indices();
    while let Some((offset, character)) = rest.next() {
        let at = start + 1 + offset;
        match character {
            '"' => return Ok((TokenKind::Quoted, content, at + 1)),
            '\\' => content.push(escaped(&mut rest).ok_or_else(|| LanguageError {
                text: text.to_owned(),
                span: Span::new(at, at + 2),
                problem: Problem::Escape,
            })?),
            _ => content.push(character),
        }
    }
    Err(LanguageError { text: text.to_owned(), span: Span::new(start, text.len()), problem: Problem::Unclosed })
}

/// The character that follows a backslash stands for.
fn escaped(rest: &mut std::str::CharIndices<'_>) -> Option<char> {
    match rest.next()?.1 {
        'n' => Some('\n'),
        'r' => Some('\r'),
        't' => Some('\t'),
        'u' => code_point(rest),
        plain @ ('"' | '\\') => Some(plain),
        _ => None,
    }
}

fn code_point(rest: &mut std::str::CharIndices<'_>) -> Option<char> {
    rest.next().filter(|(_, brace)| *brace == '{')?;
    let mut code: u32 = 0;
    loop {
        match rest.next()?.1 {
            '}' => return char::from_u32(code),
            digit => code = code.checked_mul(16)?.checked_add(digit.to_digit(16)?)?,
        }
    }
}
