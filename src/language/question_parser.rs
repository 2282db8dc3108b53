//! Text to questions.

use std::collections::BTreeMap;

use super::lexer::{Token, TokenKind, tokens};
use super::{
    Atom, Find, LanguageError, Lexicon, Mood, Period, Problem, Question, Stand, Term, VariableKind, Voice, english,
};
use crate::model::{Modality, PartialDate, Span};

/// The most bytes of a question that are read.
const LONGEST: usize = 2_000;
/// The most atoms of a question.
const ATOMS: usize = 12;
/// The most variables of a question.
pub(super) const VARIABLES: usize = 12;
/// The most words of a name or relation.
pub(super) const WORDS: usize = 12;

/// Words that cannot begin a name or a relation once the object is read.
pub(super) const CLOSING: [&str; 6] = ["about", "because", "said", "and", "since", "until"];

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

pub(super) struct Parser<'a, L> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) at: usize,
    pub(super) lexicon: &'a L,
    /// The variables so far, and what they may be.
    pub(super) kinds: BTreeMap<String, Option<VariableKind>>,
}

impl<'a, L: Lexicon> Parser<'a, L> {
    fn question(mut self) -> Result<Question, LanguageError> {
        let subjects = self.subjects()?;
        if let Some(stance) = self.take("?stance") {
            return match subjects.as_slice() {
                [actor] => self.stand(actor),
                _ => Err(self.wrong("one actor only before it", Some(stance))),
            };
        }
        let mut atoms = self.atoms(&subjects)?;
        let mut before = subjects;
        while self.take("and").is_some() {
            let subjects = if self.relates() && !self.names() { before } else { self.subjects()? };
            atoms.extend(self.atoms(&subjects)?);
            before = subjects;
            if atoms.len() > ATOMS {
                return Err(self.error(self.here(), Problem::TooMany { what: "atoms", limit: ATOMS }));
            }
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

    pub(super) fn peek(&self) -> Option<&'a Token> {
        self.tokens.get(self.at)
    }

    pub(super) fn take(&mut self, word: &str) -> Option<&'a Token> {
        let token = self.peek().filter(|token| token.is(word))?;
        self.at += 1;
        Some(token)
    }

    pub(super) fn here(&self) -> Span {
        let end = self.text.trim_end().len();
        self.peek().map_or(Span::new(end, end), |token| token.span)
    }

    pub(super) fn error(&self, span: Span, problem: Problem) -> LanguageError {
        LanguageError { text: self.text.to_owned(), span, problem }
    }

    pub(super) fn wrong(&self, what: &'static str, found: Option<&Token>) -> LanguageError {
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

    /// One subject, or several joined by `and`.
    fn subjects(&mut self) -> Result<Vec<Term>, LanguageError> {
        let mut subjects = vec![self.term()?];
        while self.take("and").is_some() {
            subjects.push(self.term()?);
        }
        Ok(subjects)
    }

    /// What some subjects do: an atom for each of them and for each object joined by `and`.
    fn atoms(&mut self, subjects: &[Term]) -> Result<Vec<Atom>, LanguageError> {
        let mood = if self.take("not").is_some() { Mood::Not } else { Mood::Asserted };
        let (relation, voice) = self.relation()?;
        let mut objects = vec![self.term()?];
        while let Some(object) = self.next_object() {
            objects.push(object);
        }
        let about = if self.take("about").is_some() { Some(self.term()?) } else { None };
        let because = if self.take("because").is_some() { Some(self.term()?) } else { None };
        let said_by = self.said_by()?;
        let atom = |subject: &Term, object: &Term| {
            let (subject, object) = match voice {
                Voice::Active => (subject.clone(), object.clone()),
                Voice::Passive => (object.clone(), subject.clone()),
            };
            let relation = relation.clone();
            Atom {
                subject,
                mood,
                relation,
                object,
                about: about.clone(),
                because: because.clone(),
                said_by: said_by.clone(),
            }
        };
        Ok(subjects
            .iter()
            .flat_map(|subject| objects.iter().map(|object| atom(subject, object)).collect::<Vec<_>>())
            .collect())
    }

    fn said_by(&mut self) -> Result<Option<Term>, LanguageError> {
        if self.take("said").is_none() {
            return Ok(None);
        }
        match self.take("by") {
            Some(_) => self.term().map(Some),
            None => Err(self.wrong("`by` after `said`", self.peek())),
        }
    }

    /// One more object after an `and`, if what stands there is not the subject of the next atom.
    fn next_object(&mut self) -> Option<Term> {
        let before = self.at;
        self.take("and")?;
        let object = self.term().ok().filter(|_| self.peek().is_none_or(|next| self.closes_object(next)));
        if object.is_none() {
            self.at = before;
        }
        object
    }

    fn closes_object(&self, token: &Token) -> bool {
        token.kind == TokenKind::Comma || CLOSING.iter().any(|word| token.is(word))
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
