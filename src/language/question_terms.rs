//! Names, variables and relations in a question.

use std::collections::BTreeMap;

use super::lexer::{Token, TokenKind};
use super::question_parser::{CLOSING, Parser, VARIABLES, WORDS};
use super::{LanguageError, Lexicon, Parts, Problem, Term, Variable, VariableKind, Voice, Wording};
use crate::model::{EntityId, RelationId, Span};

impl<'a, L: Lexicon> Parser<'a, L> {
    pub(super) fn term(&mut self) -> Result<Term, LanguageError> {
        let Some(token) = self.peek() else { return Err(self.wrong("a name or a variable", None)) };
        match token.kind {
            TokenKind::Comma => Err(self.wrong("a name or a variable", Some(token))),
            TokenKind::Quoted => self.name(),
            TokenKind::Word => match self.variable(token)? {
                Some(variable) => {
                    self.at += 1;
                    Ok(Term::Variable(variable))
                }
                None => self.name(),
            },
        }
    }

    pub(super) fn variable(&mut self, token: &Token) -> Result<Option<Variable>, LanguageError> {
        let Some(variable) = self.written_variable(token)? else { return Ok(None) };
        let known = self.kinds.entry(variable.name.clone()).or_insert(variable.kind);
        let two = known.is_some() && variable.kind.is_some() && *known != variable.kind;
        *known = known.or(variable.kind);
        if two {
            return Err(self.error(token.span, Problem::TwoKinds { variable: variable.name }));
        }
        if self.kinds.len() > VARIABLES {
            return Err(self.error(token.span, Problem::TooMany { what: "variables", limit: VARIABLES }));
        }
        Ok(Some(variable))
    }

    pub(super) fn written_variable(&self, token: &Token) -> Result<Option<Variable>, LanguageError> {
        if let pronoun @ ("who" | "what") = token.text.to_lowercase().as_str() {
            return Ok(Some(Variable { name: pronoun.to_owned(), kind: None }));
        }
        let Some(text) = token.text.strip_prefix('?') else { return Ok(None) };
        let (name, kind) = text.split_once(':').map_or((text, None), |(name, kind)| (name, Some(kind)));
        let valid = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        if !valid {
            return Err(self.wrong("a variable such as `?a`", Some(token)));
        }
        let kind = match kind {
            None => None,
            Some(kind) => match VariableKind::from_name(kind) {
                Some(known) => Some(known),
                None => return Err(self.error(token.span, Problem::Kind { kind: kind.to_owned() })),
            },
        };
        Ok(Some(Variable { name: name.to_owned(), kind }))
    }

    /// The words from here on that may be one name, each with where it ends, longest first.
    pub(super) fn runs(&self) -> Vec<(String, usize)> {
        let plain = |token: &&Token| token.kind == TokenKind::Word && !token.text.starts_with('?');
        let rest = self.tokens.get(self.at..).unwrap_or(&[]);
        let count = rest.iter().take(WORDS).take_while(plain).count();
        let words =
            |count: usize| rest.iter().take(count).map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ");
        (1..=count).rev().map(|count| (words(count), self.at + count)).collect()
    }

    /// The entity of the longest name that stands here.
    pub(super) fn name(&mut self) -> Result<Term, LanguageError> {
        let runs = match self.peek() {
            Some(token) if token.kind == TokenKind::Quoted => vec![(token.text.clone(), self.at + 1)],
            _ => self.runs(),
        };
        for (words, end) in runs {
            let (ids, parts) = self.entities(&words);
            match ids.as_slice() {
                [] => {}
                [id] => {
                    self.at = end;
                    return Ok(Term::Entity { id: id.clone(), parts });
                }
                _ => return Err(self.error(self.span_to(end), Problem::Ambiguous { words, candidates: ids })),
            }
        }
        Err(self.unknown_name())
    }

    /// The entities that words name; a plus sign after them counts the parts in.
    pub(super) fn entities(&self, words: &str) -> (Vec<EntityId>, Parts) {
        match words.strip_suffix('+') {
            Some(issue) => (self.lexicon.entities(issue), Parts::With),
            None => (self.lexicon.entities(words), Parts::Without),
        }
    }

    pub(super) fn span_to(&self, end: usize) -> Span {
        let tokens = self.tokens.get(self.at..end).unwrap_or(&[]);
        tokens.iter().map(|token| token.span).reduce(Span::join).unwrap_or_else(|| self.here())
    }

    pub(super) fn relation(&mut self) -> Result<(RelationId, Voice), LanguageError> {
        for (words, end) in self.runs() {
            if let Some(found) = self.lexicon.relation(&words) {
                self.at = end;
                return Ok(found);
            }
        }
        match self.peek() {
            Some(token) if token.kind == TokenKind::Word && !token.text.starts_with('?') => {
                let end = self.next_where(|parser| parser.closes() || parser.names()).max(self.at + 1);
                Err(self.unknown("relation", end, Wording::Relation))
            }
            found => Err(self.wrong("a relation", found)),
        }
    }

    /// The error that no name begins here; the words up to the next relation or closing word are taken for one.
    pub(super) fn unknown_name(&self) -> LanguageError {
        let end = self.next_where(|parser| parser.closes() || parser.relates()).max(self.at + 1);
        self.unknown("name", end, Wording::Name)
    }

    pub(super) fn unknown(&self, what: &'static str, end: usize, wanted: Wording) -> LanguageError {
        let span = self.span_to(end);
        let words = span.of(self.text).to_owned();
        let suggestions = self.lexicon.suggest(&words, wanted);
        self.error(span, Problem::Unknown { what, words, suggestions })
    }

    /// The first place after this one where something holds, or the end.
    pub(super) fn next_where(&self, holds: impl Fn(&Self) -> bool) -> usize {
        let last = self.tokens.len().min(self.at + WORDS);
        (self.at + 1..last).find(|at| holds(&Self { at: *at, kinds: BTreeMap::new(), ..*self })).unwrap_or(last)
    }

    pub(super) fn closes(&self) -> bool {
        self.peek().is_none_or(|token| {
            token.kind != TokenKind::Word || token.text.starts_with('?') || CLOSING.contains(&token.text.as_str())
        })
    }

    pub(super) fn relates(&self) -> bool {
        self.peek().is_some_and(|token| token.is("not"))
            || self.runs().iter().any(|(words, _)| self.lexicon.relation(words).is_some())
    }

    pub(super) fn names(&self) -> bool {
        self.runs().iter().any(|(words, _)| !self.entities(words).0.is_empty())
    }
}
