//! Text to claims.

use super::lexer::{Token, TokenKind, tokens};
use super::{ClaimPattern, LanguageError, Problem, time};
use crate::model::{EntityId, Modality, Polarity, RelationId, Span, Speaker, When, WhenKind};

/// The claim that a text states.
pub(super) fn claim(text: &str) -> Result<ClaimPattern, LanguageError> {
    let tokens = tokens(text)?;
    let mut parser = Parser { text, tokens: &tokens, at: 0 };
    let mut claim = parser.core()?;
    while parser.clause(&mut claim)? {}
    while let Some(token) = parser.next() {
        if token.kind != TokenKind::Comma {
            return Err(parser.wrong("a comma or the end", Some(token)));
        }
        parser.qualifier(&mut claim)?;
    }
    Ok(claim)
}

struct Parser<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
}

impl<'a> Parser<'a> {
    fn next(&mut self) -> Option<&'a Token> {
        let token = self.tokens.get(self.at);
        self.at += usize::from(token.is_some());
        token
    }

    /// Takes the next token if it is this word.
    fn take(&mut self, word: &str) -> Option<&'a Token> {
        let token = self.tokens.get(self.at).filter(|token| token.is(word))?;
        self.at += 1;
        Some(token)
    }

    fn error(&self, span: Span, problem: Problem) -> LanguageError {
        LanguageError { text: self.text.to_owned(), span, problem }
    }

    /// The error that something else was expected than the token found.
    fn wrong(&self, what: &'static str, found: Option<&Token>) -> LanguageError {
        let end = self.text.trim_end().len();
        let span = found.map_or(Span::new(end, end), |token| token.span);
        self.error(span, Problem::Expected { what, found: found.map(|token| token.text.clone()) })
    }

    /// The next token, which must be a word.
    fn word(&mut self, what: &'static str) -> Result<&'a Token, LanguageError> {
        match self.next() {
            Some(token) if token.kind == TokenKind::Word => Ok(token),
            found => Err(self.wrong(what, found)),
        }
    }

    /// The text of the next token, which must be an id.
    fn id(&mut self, what: &'static str) -> Result<&'a str, LanguageError> {
        let token = self.word(what)?;
        let bad = token.text.char_indices().find(|(_, c)| !(c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | '_')));
        match bad {
            None => Ok(&token.text),
            Some((offset, character)) => {
                let start = token.span.start + offset;
                Err(self.error(Span::new(start, start + character.len_utf8()), Problem::Character { character }))
            }
        }
    }

    fn entity(&mut self, what: &'static str) -> Result<EntityId, LanguageError> {
        self.id(what).map(EntityId::from)
    }

    fn quotation(&mut self, what: &'static str) -> Result<String, LanguageError> {
        match self.next() {
            Some(token) if token.kind == TokenKind::Quoted => Ok(token.text.clone()),
            found => Err(self.wrong(what, found)),
        }
    }

    /// Subject, polarity, relation and object.
    fn core(&mut self) -> Result<ClaimPattern, LanguageError> {
        let subject = self.entity("a subject")?;
        let polarity = if self.take("not").is_some() {
            Polarity::Negated
        } else if self.take("denied").is_some() {
            Polarity::Denied
        } else {
            Polarity::Asserted
        };
        let relation = RelationId::from(self.id("a relation")?);
        let object = self.entity("an object")?;
        Ok(ClaimPattern {
            subject,
            polarity,
            relation,
            object,
            about: None,
            asks: None,
            grounds: Vec::new(),
            modality: Modality::Actual,
            formerly: false,
            when: None,
            speakers: Vec::new(),
        })
    }

    /// One of `about`, `asks` and `because`, if it comes next.
    fn clause(&mut self, claim: &mut ClaimPattern) -> Result<bool, LanguageError> {
        if let Some(lead) = self.take("about") {
            let issue = self.entity("an issue after `about`")?;
            if claim.about.replace(issue).is_some() {
                return Err(self.twice("`about`", lead));
            }
        } else if let Some(lead) = self.take("asks") {
            let words = self.quotation("a quotation after `asks`")?;
            if claim.asks.replace(words).is_some() {
                return Err(self.twice("`asks`", lead));
            }
        } else if let Some(lead) = self.take("because") {
            if !claim.grounds.is_empty() {
                return Err(self.twice("`because`", lead));
            }
            self.list(&mut claim.grounds, |parser| parser.entity("a ground"))?;
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    /// The error that something is said again.
    fn twice(&self, what: &'static str, lead: &Token) -> LanguageError {
        self.error(lead.span, Problem::Twice { what })
    }

    /// One or more, joined by `and`.
    fn list<T>(
        &mut self,
        into: &mut Vec<T>,
        one: impl Fn(&mut Self) -> Result<T, LanguageError>,
    ) -> Result<(), LanguageError> {
        loop {
            into.push(one(self)?);
            if self.take("and").is_none() {
                return Ok(());
            }
        }
    }

    fn qualifier(&mut self, claim: &mut ClaimPattern) -> Result<(), LanguageError> {
        let lead = self.word("a qualifier after the comma")?;
        if lead.is("formerly") {
            if std::mem::replace(&mut claim.formerly, true) {
                return Err(self.twice("`formerly`", lead));
            }
        } else if lead.is("said") {
            self.take("by").ok_or_else(|| self.wrong("`by` after `said`", self.tokens.get(self.at)))?;
            if !claim.speakers.is_empty() {
                return Err(self.twice("`said by`", lead));
            }
            self.list(&mut claim.speakers, Self::speaker)?;
        } else if let Some(modality) = Modality::ALL.into_iter().find(|modality| lead.is(modality.name())) {
            if std::mem::replace(&mut claim.modality, modality) != Modality::Actual {
                return Err(self.twice("modality", lead));
            }
        } else if let Some(kind) = time::kind(&lead.text) {
            if claim.when.is_some() {
                return Err(self.twice("time", lead));
            }
            claim.when = Some(self.time(kind)?);
        } else {
            let suggestion = nearest_qualifier(&lead.text);
            return Err(self.error(lead.span, Problem::Qualifier { word: lead.text.clone(), suggestion }));
        }
        Ok(())
    }

    fn time(&mut self, kind: WhenKind) -> Result<When, LanguageError> {
        let token = self.word("a date")?;
        let bad = || self.error(token.span, Problem::Date { date: token.text.clone() });
        time::parse(kind, &token.text).ok_or_else(bad)
    }

    fn speaker(&mut self) -> Result<Speaker, LanguageError> {
        if self.tokens.get(self.at).is_none_or(|token| token.kind != TokenKind::Quoted) {
            return Ok(Speaker::Actor { actor: self.entity("a speaker")? });
        }
        let unnamed = self.quotation("a speaker")?;
        let of = match self.take("of") {
            Some(_) => Some(self.entity("an actor after `of`")?),
            None => None,
        };
        Ok(Speaker::Unnamed { unnamed, of })
    }
}

/// The qualifier that a word may have been meant for.
fn nearest_qualifier(word: &str) -> Option<&'static str> {
    let leads = ["formerly", "at", "since", "until", "by", "through", "said by"];
    let known = Modality::ALL.into_iter().map(Modality::name).chain(leads);
    let scored = known.map(|known| (strsim::damerau_levenshtein(word, known), known));
    scored.filter(|(distance, known)| *distance * 3 <= known.len()).min().map(|(_, known)| known)
}
