//! Words, numbers and marks with their byte offsets.

use crate::model::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word, abbreviation points included: "Moscow", "U.S.".
    Word,
    /// Digits: "1972", "1,500".
    Number,
    /// "'s", or the apostrophe after a plural.
    Possessive,
    /// A hyphen inside a compound.
    Hyphen,
    /// An em or en dash, `--`, or a hyphen between spaces.
    Dash,
    /// ",".
    Comma,
    /// ".", "!", "?" or an ellipsis.
    Stop,
    /// ";".
    Semicolon,
    /// ":".
    Colon,
    /// "(" or "[".
    Open,
    /// ")" or "]".
    Close,
    /// A quotation mark.
    Quote,
    /// Any other character.
    Other,
}

/// How a word is capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// "plan".
    Lower,
    /// "Moscow".
    Capital,
    /// "NATO", "U.S.": two capitals or more and no small letter.
    Upper,
}

/// A word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the body.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// How it is capitalised.
    pub case: Case,
    /// How many line breaks stand before it, at most two: two make a paragraph.
    pub breaks: u8,
    /// Whether a space or line break stands before it.
    pub spaced: bool,
}

/// The tokens of a text in order; every byte that is not white space is in one. Linear in the text.
#[inline(never)]
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut scanner = Scanner { text, at: 0, tokens: Vec::with_capacity(text.len() / 5) };
    scanner.run();
    scanner.tokens
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    tokens: Vec<Token>,
}

impl Scanner<'_> {
    fn run(&mut self) {
        loop {
            let (breaks, spaced) = self.skip_space();
            let Some(first) = self.peek(0) else { return };
            let start = self.at;
            let kind = self.scan(first, spaced);
            let span = Span::new(start, self.at);
            self.tokens.push(Token { span, kind, case: case_of(span.of(self.text)), breaks, spaced });
            if kind == TokenKind::Word {
                self.split_contraction();
            }
        }
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.text.get(self.at..)?.chars().nth(ahead)
    }

    fn skip_space(&mut self) -> (u8, bool) {
        let (mut breaks, start) = (0u8, self.at);
        while let Some(next) = self.peek(0).filter(|next| next.is_whitespace() || *next == '\u{feff}') {
            breaks = breaks.saturating_add(u8::from(next == '\n'));
            self.at += next.len_utf8();
        }
        (breaks.min(2), self.at > start || start == 0)
    }

    fn scan(&mut self, first: char, spaced: bool) -> TokenKind {
        if first.is_alphabetic() {
            self.word();
            return TokenKind::Word;
        }
        if first.is_ascii_digit() {
            self.number();
            return TokenKind::Number;
        }
        self.at += first.len_utf8();
        if self.doubled_quote(first) {
            return TokenKind::Quote;
        }
        match first {
            ',' => TokenKind::Comma,
            ';' => TokenKind::Semicolon,
            ':' => TokenKind::Colon,
            '(' | '[' => TokenKind::Open,
            ')' | ']' => TokenKind::Close,
            '"' | '\u{201c}' | '\u{201d}' | '\u{ab}' | '\u{bb}' | '\u{2018}' => TokenKind::Quote,
            '\'' | '\u{2019}' => self.apostrophe(spaced),
            '\u{2013}' | '\u{2014}' => TokenKind::Dash,
            '-' => self.hyphen(spaced),
            '.' | '!' | '?' | '\u{2026}' => {
                self.take_while(|next| matches!(next, '.' | '!' | '?'));
                TokenKind::Stop
            }
            _ => TokenKind::Other,
        }
    }

    /// Two marks in a row are one: ``''``, ``""``, and two backquotes. Gives whether they were.
    fn doubled_quote(&mut self, first: char) -> bool {
        let mark = |next: char| matches!(next, '"' | '\'' | '`' | '\u{201c}' | '\u{201d}' | '\u{2018}' | '\u{2019}');
        let doubled = mark(first) && self.peek(0) == Some(first);
        if doubled {
            self.take_while(|next| next == first);
        }
        doubled
    }

    fn take_while(&mut self, accept: impl Fn(char) -> bool) {
        while let Some(next) = self.peek(0).filter(|next| accept(*next)) {
            self.at += next.len_utf8();
        }
    }

    /// A run of letters; points stay inside and after single letters ("U.S."), and digits inside ("G8").
    fn word(&mut self) {
        let start = self.at;
        self.take_while(|next| next.is_alphanumeric());
        let single =
            |from: usize, to: usize, text: &str| text.get(from..to).is_some_and(|part| part.chars().count() == 1);
        let mut letter = start;
        while self.peek(0) == Some('.') && single(letter, self.at, self.text) {
            let initial = self.peek(1).is_some_and(char::is_alphabetic)
                && !self.peek(2).is_some_and(|after| after.is_alphanumeric());
            self.at += 1;
            if !initial {
                break;
            }
            letter = self.at;
            self.take_while(|next| next.is_alphanumeric());
        }
    }

    fn number(&mut self) {
        loop {
            self.take_while(|next| next.is_alphanumeric());
            let separator = matches!(self.peek(0), Some(',' | '.'));
            if !(separator && self.peek(1).is_some_and(|next| next.is_ascii_digit())) {
                return;
            }
            self.at += 1;
        }
    }

    fn apostrophe(&mut self, spaced: bool) -> TokenKind {
        if spaced {
            return TokenKind::Quote;
        }
        let after_word =
            self.tokens.last().is_some_and(|last| matches!(last.kind, TokenKind::Word | TokenKind::Number));
        let s = self.peek(0).is_some_and(|next| next.eq_ignore_ascii_case(&'s'))
            && !self.peek(1).is_some_and(char::is_alphanumeric);
        if after_word && s {
            self.at += 1;
            return TokenKind::Possessive;
        }
        let plural = self.tokens.last().is_some_and(|last| last.span.of(self.text).ends_with(['s', 'S']));
        if after_word && plural && !self.peek(0).is_some_and(char::is_alphanumeric) {
            return TokenKind::Possessive;
        }
        TokenKind::Quote
    }

    fn hyphen(&mut self, spaced: bool) -> TokenKind {
        if self.peek(0) == Some('-') {
            self.take_while(|next| next == '-');
            return TokenKind::Dash;
        }
        let joined = !spaced && self.peek(0).is_some_and(char::is_alphanumeric);
        if joined { TokenKind::Hyphen } else { TokenKind::Dash }
    }

    /// "doesn't" is "does" and "n't"; "it's" keeps its possessive.
    fn split_contraction(&mut self) {
        let Some(last) = self.tokens.last_mut() else { return };
        let text = last.span.of(self.text);
        let tail = self.text.get(self.at..).unwrap_or("");
        let mut marks = tail.chars();
        let apostrophe = marks.next().filter(|mark| matches!(mark, '\'' | '\u{2019}'));
        let t = marks.next().is_some_and(|letter| letter.eq_ignore_ascii_case(&'t'));
        let ended = !marks.next().is_some_and(char::is_alphanumeric);
        let Some(mark) = apostrophe.filter(|_| t && ended && text.len() > 1 && text.ends_with(['n', 'N'])) else {
            return;
        };
        let cut = last.span.end - 1;
        last.span.end = cut;
        self.at += mark.len_utf8() + 1;
        let span = Span::new(cut, self.at);
        self.tokens.push(Token { span, kind: TokenKind::Word, case: Case::Lower, breaks: 0, spaced: false });
    }
}

fn case_of(text: &str) -> Case {
    let mut upper = 0;
    for (index, letter) in text.chars().filter(|letter| letter.is_alphabetic()).enumerate() {
        if letter.is_uppercase() {
            upper += 1;
        } else if index > 0 || upper == 0 {
            return if upper > 0 { Case::Capital } else { Case::Lower };
        }
    }
    match upper {
        0 => Case::Lower,
        1 => Case::Capital,
        _ => Case::Upper,
    }
}
