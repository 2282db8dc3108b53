//! Text to questions.

use std::collections::BTreeMap;

use super::lexer::{Token, TokenKind, tokens};
use super::{
    Atom, Find, LanguageError, Lexicon, Mood, Parts, Period, Problem, Question, Stand, Term, Variable, VariableKind,
    Voice, Wording, english,
};
use crate::model::{EntityId, Modality, PartialDate, RelationId, Span};

/// The most bytes of a question that are read.
const LONGEST: usize = 2_000;
/// The most atoms of a question.
const ATOMS: usize = 12;
/// The most variables of a question.
const VARIABLES: usize = 12;
/// The most words of a name or relation.
const WORDS: usize = 12;

/// Words that cannot begin a name or a relation once the object is read.
const CLOSING: [&str; 5] = ["about", "because", "and", "since", "until"];

/// The question that a text asks.
pub(super) fn question(text: &str, lexicon: &impl Lexicon) -> Result<Question, LanguageError> {
    if text.len() > LONGEST {
        let span = Span::new(LONGEST, text.len());
        return Err(LanguageError { text: text.to_owned(), span, problem: Problem::TooLong { limit: LONGEST } });
    }
    let tokens = english::formal(unmarked(tokens(text)?));
    Parser { text, tokens: &tokens, at: 0, lexicon, kinds: BTreeMap::new() }.question()
}

/// Drops the question mark, or the like, at the end.
fn unmarked(mut tokens: Vec<Token>) -> Vec<Token> {
    if let Some(last) = tokens.pop() {
        let bare = last.text.trim_end_matches(['?', '!']);
        match last.kind {
            TokenKind::Word if bare.is_empty() => {}
            TokenKind::Word => {
                let span = Span::new(last.span.start, last.span.start + bare.len());
                tokens.push(Token { kind: TokenKind::Word, text: bare.to_owned(), span });
            }
            _ => tokens.push(last),
        }
    }
    tokens
}

struct Parser<'a, L> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
    lexicon: &'a L,
    /// The variables so far, and what they may be.
    kinds: BTreeMap<String, Option<VariableKind>>,
}

impl<'a, L: Lexicon> Parser<'a, L> {
    fn question(mut self) -> Result<Question, LanguageError> {
        let subject = self.term()?;
        if self.take("?stance").is_some() {
            return self.stand(&subject);
        }
        let mut atoms = vec![self.atom(subject)?];
        while self.take("and").is_some() {
            if atoms.len() == ATOMS {
                return Err(self.error(self.here(), Problem::TooMany { what: "atoms", limit: ATOMS }));
            }
            let subject = self.term()?;
            atoms.push(self.atom(subject)?);
        }
        let period = self.period()?;
        let modality = self.modality()?;
        self.end()?;
        Ok(Question::Find(Find { atoms, modality, period }))
    }

    fn stand(mut self, actor: &Term) -> Result<Question, LanguageError> {
        let start = self.at;
        let issue = self.term()?;
        let named = |term: &Term| term.entity().cloned();
        let (Some(actor), Some(issue)) = (named(actor), named(&issue)) else {
            let found = self.tokens.get(start);
            return Err(self.wrong("the names of an actor and an issue", found));
        };
        let period = self.period()?;
        self.end()?;
        Ok(Question::Stand(Stand { actor, issue, period }))
    }

    fn peek(&self) -> Option<&'a Token> {
        self.tokens.get(self.at)
    }

    fn take(&mut self, word: &str) -> Option<&'a Token> {
        let token = self.peek().filter(|token| token.is(word))?;
        self.at += 1;
        Some(token)
    }

    fn here(&self) -> Span {
        let end = self.text.trim_end().len();
        self.peek().map_or(Span::new(end, end), |token| token.span)
    }

    fn error(&self, span: Span, problem: Problem) -> LanguageError {
        LanguageError { text: self.text.to_owned(), span, problem }
    }

    fn wrong(&self, what: &'static str, found: Option<&Token>) -> LanguageError {
        let end = self.text.trim_end().len();
        let span = found.map_or(Span::new(end, end), |token| token.span);
        self.error(span, Problem::Expected { what, found: found.map(|token| token.text.clone()) })
    }

    fn end(&self) -> Result<(), LanguageError> {
        match self.peek() {
            None => Ok(()),
            found => Err(self.wrong("the end of the question", found)),
        }
    }

    /// What follows the subject of an atom.
    fn atom(&mut self, subject: Term) -> Result<Atom, LanguageError> {
        let mood = if self.take("not").is_some() { Mood::Not } else { Mood::Asserted };
        let (relation, voice) = self.relation()?;
        let object = self.term()?;
        let about = if self.take("about").is_some() { Some(self.term()?) } else { None };
        let because = if self.take("because").is_some() { Some(self.term()?) } else { None };
        let (subject, object) = match voice {
            Voice::Active => (subject, object),
            Voice::Passive => (object, subject),
        };
        Ok(Atom { subject, mood, relation, object, about, because })
    }

    fn term(&mut self) -> Result<Term, LanguageError> {
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

    fn variable(&mut self, token: &Token) -> Result<Option<Variable>, LanguageError> {
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

    fn written_variable(&self, token: &Token) -> Result<Option<Variable>, LanguageError> {
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
    fn runs(&self) -> Vec<(String, usize)> {
        let plain = |token: &&Token| token.kind == TokenKind::Word && !token.text.starts_with('?');
        let rest = self.tokens.get(self.at..).unwrap_or(&[]);
        let count = rest.iter().take(WORDS).take_while(plain).count();
        let words =
            |count: usize| rest.iter().take(count).map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ");
        (1..=count).rev().map(|count| (words(count), self.at + count)).collect()
    }

    /// The entity of the longest name that stands here.
    fn name(&mut self) -> Result<Term, LanguageError> {
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
    fn entities(&self, words: &str) -> (Vec<EntityId>, Parts) {
        match words.strip_suffix('+') {
            Some(issue) => (self.lexicon.entities(issue), Parts::With),
            None => (self.lexicon.entities(words), Parts::Without),
        }
    }

    fn span_to(&self, end: usize) -> Span {
        let tokens = self.tokens.get(self.at..end).unwrap_or(&[]);
        tokens.iter().map(|token| token.span).reduce(Span::join).unwrap_or_else(|| self.here())
    }

    fn relation(&mut self) -> Result<(RelationId, Voice), LanguageError> {
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
    fn unknown_name(&self) -> LanguageError {
        let end = self.next_where(|parser| parser.closes() || parser.relates()).max(self.at + 1);
        self.unknown("name", end, Wording::Name)
    }

    fn unknown(&self, what: &'static str, end: usize, wanted: Wording) -> LanguageError {
        let span = self.span_to(end);
        let words = span.of(self.text).to_owned();
        let suggestions = self.lexicon.suggest(&words, wanted);
        self.error(span, Problem::Unknown { what, words, suggestions })
    }

    /// The first place after this one where something holds, or the end.
    fn next_where(&self, holds: impl Fn(&Self) -> bool) -> usize {
        let last = self.tokens.len().min(self.at + WORDS);
        (self.at + 1..last).find(|at| holds(&Self { at: *at, kinds: BTreeMap::new(), ..*self })).unwrap_or(last)
    }

    fn closes(&self) -> bool {
        self.peek().is_none_or(|token| {
            token.kind != TokenKind::Word || token.text.starts_with('?') || CLOSING.contains(&token.text.as_str())
        })
    }

    fn relates(&self) -> bool {
        self.peek().is_some_and(|token| token.is("not"))
            || self.runs().iter().any(|(words, _)| self.lexicon.relation(words).is_some())
    }

    fn names(&self) -> bool {
        self.runs().iter().any(|(words, _)| !self.entities(words).0.is_empty())
    }

    fn period(&mut self) -> Result<Period, LanguageError> {
        let mut period = Period::default();
        loop {
            let (lead, slot) = if let Some(lead) = self.take("since") {
                (lead, &mut period.since)
            } else if let Some(lead) = self.take("until") {
                (lead, &mut period.until)
            } else {
                return Ok(period);
            };
            if slot.replace(self.date()?).is_some() {
                return Err(self.error(lead.span, Problem::Twice { what: "date of the kind" }));
            }
        }
    }

    fn date(&mut self) -> Result<PartialDate, LanguageError> {
        let Some(token) = self.peek() else { return Err(self.wrong("a date", None)) };
        self.at += 1;
        token.text.parse().map_err(|_| self.error(token.span, Problem::Date { date: token.text.clone() }))
    }

    fn modality(&mut self) -> Result<Modality, LanguageError> {
        if self.peek().is_none_or(|token| token.kind != TokenKind::Comma) {
            return Ok(Modality::Actual);
        }
        self.at += 1;
        let found = self.peek();
        self.at += 1;
        found
            .and_then(|token| Modality::ALL.into_iter().find(|modality| token.is(modality.name())))
            .ok_or_else(|| self.wrong("a modality after the comma", found))
    }
}
