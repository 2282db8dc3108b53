//! English questions to the words of the formal form.

use super::VariableKind;
use super::lexer::{Token, TokenKind};
use crate::model::Span;

/// Words that only help a verb.
const AUXILIARIES: [&str; 9] = ["does", "do", "did", "has", "have", "had", "is", "are", "was"];

/// Words that begin what follows the object.
const TAILS: [&str; 5] = ["about", "because", "said", "since", "until"];

/// Verbs of "who said that".
const SAY: [&str; 6] = ["said", "says", "say", "claimed", "claims", "reported"];

/// Rewrites an English question into the formal form, each word keeping its place in the text; formal questions stay as
/// they are.
///
/// | English | formal |
/// |---|---|
/// | who does A oppose about I | A oppose ?who about I |
/// | which states oppose I | ?which:state oppose I |
/// | why does A oppose I | A oppose I because ?why |
/// | where does A stand on I | A ?stance I |
/// | did A ever oppose I | A oppose I |
/// | who said that A opposes I | A opposes I said by ?who |
pub(super) fn formal(tokens: Vec<Token>) -> Vec<Token> {
    let Some((first, rest)) = tokens.split_first() else { return tokens };
    if first.kind != TokenKind::Word {
        return tokens;
    }
    match first.text.to_lowercase().as_str() {
        asked @ ("who" | "whom" | "what") => open(variable(asked, first.span), rest),
        "which" => match rest.split_first() {
            Some((kind, rest)) if kind.kind == TokenKind::Word => open(of_kind(first, kind), rest),
            _ => tokens,
        },
        "why" => why(first, rest),
        "where" => stance(rest).unwrap_or(tokens),
        auxiliary if AUXILIARIES.contains(&auxiliary) => without_ever(rest),
        _ => tokens,
    }
}

fn variable(name: &str, span: Span) -> Token {
    let name = if name == "whom" { "who" } else { name };
    Token { kind: TokenKind::Word, text: format!("?{name}"), span }
}

/// The variable of "which states".
fn of_kind(which: &Token, kind: &Token) -> Token {
    let name = VariableKind::from_name(&kind.text).map_or_else(|| kind.text.clone(), |kind| kind.name().to_owned());
    Token { kind: TokenKind::Word, text: format!("?which:{name}"), span: which.span.join(kind.span) }
}

fn is_any(token: &Token, words: &[&str]) -> bool {
    token.kind == TokenKind::Word && words.contains(&token.text.to_lowercase().as_str())
}

/// "who opposes I", "who has opposed I", "who does A oppose".
fn open(asked: Token, rest: &[Token]) -> Vec<Token> {
    match rest.split_first() {
        Some((said, [that, claim @ ..])) if is_any(said, &SAY) && is_any(that, &["that"]) => {
            let lead = ["said", "by"].map(|word| word_at(word, said.span));
            with_tail(claim, &[&lead[..], &[asked]].concat())
        }
        Some((next, rest)) if is_any(next, &["does", "do", "did"]) => {
            let rest = without_ever(rest);
            let at = rest.iter().position(ends_object).unwrap_or(rest.len());
            let (head, tail) = rest.split_at(at);
            [head, &[asked], tail].concat()
        }
        Some((next, rest)) if is_any(next, &["has", "have", "had"]) => [&[asked], &*without_ever(rest)].concat(),
        _ => [&[asked], &*without_ever(rest)].concat(),
    }
}

fn ends_object(token: &Token) -> bool {
    token.kind == TokenKind::Comma || is_any(token, &TAILS)
}

fn why(first: &Token, rest: &[Token]) -> Vec<Token> {
    let rest = match rest.split_first() {
        Some((next, rest)) if is_any(next, &AUXILIARIES) => without_ever(rest),
        _ => without_ever(rest),
    };
    with_tail(&rest, &[word_at("because", first.span), variable("why", first.span)])
}

fn word_at(text: &str, span: Span) -> Token {
    Token { kind: TokenKind::Word, text: text.to_owned(), span }
}

/// A claim with more clauses put before its dates.
fn with_tail(claim: &[Token], clauses: &[Token]) -> Vec<Token> {
    let ends = |token: &Token| token.kind == TokenKind::Comma || is_any(token, &["since", "until"]);
    let at = claim.iter().position(ends).unwrap_or(claim.len());
    let (head, tail) = claim.split_at(at);
    [head, clauses, tail].concat()
}

/// "does A stand on I".
fn stance(rest: &[Token]) -> Option<Vec<Token>> {
    let (next, rest) = rest.split_first()?;
    if !is_any(next, &["does", "do", "did"]) {
        return None;
    }
    let at = rest.windows(2).position(|pair| match pair {
        [stand, on] => is_any(stand, &["stand"]) && is_any(on, &["on"]),
        _ => false,
    })?;
    let (actor, tail) = rest.split_at(at);
    let (verb, issue) = tail.split_at(2);
    let span = verb.iter().map(|token| token.span).reduce(Span::join)?;
    let stance = Token { kind: TokenKind::Word, text: "?stance".to_owned(), span };
    Some([actor, &[stance], issue].concat())
}

fn without_ever(tokens: &[Token]) -> Vec<Token> {
    tokens.iter().filter(|token| !is_any(token, &["ever"])).cloned().collect()
}
