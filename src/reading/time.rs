//! Dates in the text, resolved against the article's date and the dates before them.

mod calendar;
mod named;
mod range;
mod relative;

use std::ops::Range;

use rustc_hash::FxHashMap;

use self::calendar::{CALENDAR, CalendarWord, PLAIN};
use super::lexicon::{Lexicon, WordId};
use super::mention::Words;
use crate::model::{Date, PartialDate, When, WhenKind};
use crate::text::{Case, TokenKind};

pub use self::calendar::is_of_the_calendar;

/// What a date leaves open, so that a plan moves it forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Nothing.
    Nothing,
    /// The year: "in October".
    Year,
    /// The week: "on Monday".
    Week,
}

/// A date in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeMention {
    /// The first token, in the sentence.
    pub start: usize,
    /// The token after the last.
    pub end: usize,
    /// What it means; none where that takes a date before it and there is none.
    pub date: Option<PartialDate>,
    /// The end of a range that begins with `date`.
    pub last: Option<PartialDate>,
    /// What it leaves open.
    pub open: Open,
    /// The bound that its own words make it: "since then", "at least as early as".
    pub bound: Option<WhenKind>,
}

/// Whether what is dated is over or still to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// It is over, or goes on.
    Past,
    /// It is planned.
    Ahead,
}

impl TimeMention {
    fn new(start: usize, end: usize, date: Option<PartialDate>) -> Self {
        Self { start, end, date, last: None, open: Open::Nothing, bound: None }
    }

    /// The date with what it leaves open.
    pub fn anchor(&self) -> Option<Anchor> {
        self.date.map(|date| (date, self.open))
    }

    /// The tokens it covers, in the sentence.
    pub fn tokens(&self) -> Range<usize> {
        self.start..self.end
    }

    /// The time it gives as a bound of a kind, unless its own words say which.
    pub fn when(&self, kind: WhenKind, outlook: Outlook, day: Option<Date>) -> Option<When> {
        let kind = self.bound.unwrap_or(kind);
        let moved = |date: PartialDate| match (outlook, day) {
            (Outlook::Ahead, Some(day)) => self.ahead(date, day),
            _ => date,
        };
        let when = When::new(kind, moved(self.date?));
        let latest = self.last.map(|last| moved(last).latest());
        Some(When { latest: latest.or(when.latest), ..when })
    }

    /// The date for something still to come: what is open moves on past the article's date.
    fn ahead(&self, date: PartialDate, day: Date) -> PartialDate {
        let end = self.last.unwrap_or(date).latest();
        match self.open {
            Open::Year if end < day => relative::shift_years(date, 1),
            Open::Week if end < day => relative::shift_days(date, 7),
            _ => date,
        }
    }
}

/// Finds dates.
#[derive(Debug, Default)]
pub struct Calendar {
    words: FxHashMap<WordId, CalendarWord>,
}

/// A sentence in which dates are looked for.
struct At<'a> {
    calendar: &'a Calendar,
    words: &'a Words<'a>,
    /// The article's date.
    day: Option<Date>,
    /// The date that the text gave last.
    anchor: Option<Anchor>,
}

/// A date that others are counted from, with what it leaves open.
pub type Anchor = (PartialDate, Open);

impl Calendar {
    /// A calendar whose words are in the lexicon.
    pub fn new(lexicon: &mut Lexicon) -> Self {
        let mut words: FxHashMap<WordId, CalendarWord> =
            CALENDAR.iter().map(|(word, meaning)| (lexicon.intern(word), *meaning)).collect();
        words.extend(PLAIN.iter().map(|word| (lexicon.intern(word), CalendarWord::Plain(word))));
        Self { words }
    }

    /// All dates of a sentence in order, none overlapping; `before` is the date that the text gave last.
    #[inline(never)]
    pub fn find(&self, words: &Words<'_>, day: Option<Date>, before: Option<Anchor>) -> Vec<TimeMention> {
        let mut at = At { calendar: self, words, day, anchor: before };
        let (mut found, mut index) = (Vec::new(), 0);
        while index < words.words.len() {
            match at.mention(index) {
                Some(mention) if mention.end > index => {
                    index = mention.end;
                    at.anchor = mention.anchor().or(at.anchor);
                    found.push(mention);
                }
                _ => index += 1,
            }
        }
        found
    }
}

impl At<'_> {
    /// The date that begins at a token, with the words that make a bound of it.
    fn mention(&self, index: usize) -> Option<TimeMention> {
        let first = self.word(index);
        if first.is_none() && self.kind(index) != Some(TokenKind::Number) {
            return None;
        }
        let plain = match first {
            Some(CalendarWord::Plain(word)) => word,
            _ => "",
        };
        if matches!(plain, "since" | "ever")
            && let Some(mention) = self.since_then(index)
        {
            return Some(mention);
        }
        if matches!(plain, "at" | "as" | "no" | "not" | "since" | "until")
            && let Some((lead, bound)) = self.lead(index)
        {
            let mention = self.date(index + lead)?;
            return Some(TimeMention { start: index, bound: Some(bound), ..mention });
        }
        let part = if plain == "the" { self.part_of(index) } else { 0 };
        let mention = self.date(index + part)?;
        Some(TimeMention { start: index, ..mention })
    }

    /// "at least as early as", "no later than": how many words lead a date, and the bound they make of it.
    fn lead(&self, index: usize) -> Option<(usize, WhenKind)> {
        const LEADS: &[(&[&str], WhenKind)] = &[
            (&["at", "least", "as", "early", "as"], WhenKind::By),
            (&["as", "early", "as"], WhenKind::By),
            (&["no", "later", "than"], WhenKind::By),
            (&["not", "later", "than"], WhenKind::By),
            (&["since", "at", "least"], WhenKind::Since),
            (&["until", "at", "least"], WhenKind::Until),
        ];
        LEADS.iter().find(|(words, _)| self.says(index, words)).map(|(words, bound)| (words.len(), *bound))
    }

    /// "the end of 1998", "early 1998": how many words before a date name a part of it.
    fn part_of(&self, index: usize) -> usize {
        const PARTS: [&str; 4] = ["end", "beginning", "start", "middle"];
        let part = PARTS.iter().any(|part| self.says(index, &["the", part, "of"]));
        if part { 3 } else { 0 }
    }

    fn says(&self, index: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(at, word)| self.plain(index + at) == Some(*word))
    }

    fn plain(&self, index: usize) -> Option<&'static str> {
        match self.word(index) {
            Some(CalendarWord::Plain(word)) => Some(word),
            _ => None,
        }
    }

    fn word(&self, index: usize) -> Option<CalendarWord> {
        let (word, case) = self.words.words.get(index)?;
        let meaning = self.calendar.words.get(word).copied()?;
        let capital_needed = matches!(meaning, CalendarWord::Month(_) | CalendarWord::Weekday(_));
        (!capital_needed || *case != Case::Lower).then_some(meaning)
    }

    fn number(&self, index: usize) -> Option<i32> {
        let token = self.words.tokens.get(index)?;
        (token.kind == TokenKind::Number).then(|| token.span.of(self.words.text).parse().ok())?
    }

    fn kind(&self, index: usize) -> Option<TokenKind> {
        self.words.tokens.get(index).map(|token| token.kind)
    }
}
