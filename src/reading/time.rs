//! Dates in the text, resolved against the article's date.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::lexicon::{Lexicon, WordId};
use super::mention::Words;
use crate::model::{Date, PartialDate, Season};
use crate::text::{Case, TokenKind};

/// A word of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CalendarWord {
    Month(i8),
    Season(Season),
    /// Monday is 1.
    Weekday(i8),
    /// Today is 0, yesterday -1.
    Day(i32),
    Last,
    This,
    Next,
    Year,
    MonthUnit,
    Week,
    Of,
    The,
    /// Prepositions that may stand before a bare year.
    BeforeYear,
}

const CALENDAR: &[(&str, CalendarWord)] = &[
    ("january", CalendarWord::Month(1)),
    ("february", CalendarWord::Month(2)),
    ("march", CalendarWord::Month(3)),
    ("april", CalendarWord::Month(4)),
    ("may", CalendarWord::Month(5)),
    ("june", CalendarWord::Month(6)),
    ("july", CalendarWord::Month(7)),
    ("august", CalendarWord::Month(8)),
    ("september", CalendarWord::Month(9)),
    ("october", CalendarWord::Month(10)),
    ("november", CalendarWord::Month(11)),
    ("december", CalendarWord::Month(12)),
    ("jan", CalendarWord::Month(1)),
    ("feb", CalendarWord::Month(2)),
    ("aug", CalendarWord::Month(8)),
    ("sept", CalendarWord::Month(9)),
    ("oct", CalendarWord::Month(10)),
    ("nov", CalendarWord::Month(11)),
    ("dec", CalendarWord::Month(12)),
    ("spring", CalendarWord::Season(Season::Spring)),
    ("summer", CalendarWord::Season(Season::Summer)),
    ("autumn", CalendarWord::Season(Season::Autumn)),
    ("fall", CalendarWord::Season(Season::Autumn)),
    ("winter", CalendarWord::Season(Season::Winter)),
    ("monday", CalendarWord::Weekday(1)),
    ("tuesday", CalendarWord::Weekday(2)),
    ("wednesday", CalendarWord::Weekday(3)),
    ("thursday", CalendarWord::Weekday(4)),
    ("friday", CalendarWord::Weekday(5)),
    ("saturday", CalendarWord::Weekday(6)),
    ("sunday", CalendarWord::Weekday(7)),
    ("today", CalendarWord::Day(0)),
    ("tonight", CalendarWord::Day(0)),
    ("yesterday", CalendarWord::Day(-1)),
    ("tomorrow", CalendarWord::Day(1)),
    ("last", CalendarWord::Last),
    ("this", CalendarWord::This),
    ("next", CalendarWord::Next),
    ("year", CalendarWord::Year),
    ("month", CalendarWord::MonthUnit),
    ("week", CalendarWord::Week),
    ("of", CalendarWord::Of),
    ("the", CalendarWord::The),
    ("in", CalendarWord::BeforeYear),
    ("since", CalendarWord::BeforeYear),
    ("until", CalendarWord::BeforeYear),
    ("by", CalendarWord::BeforeYear),
    ("during", CalendarWord::BeforeYear),
    ("from", CalendarWord::BeforeYear),
    ("after", CalendarWord::BeforeYear),
    ("before", CalendarWord::BeforeYear),
    ("late", CalendarWord::BeforeYear),
    ("early", CalendarWord::BeforeYear),
    ("mid", CalendarWord::BeforeYear),
];

/// Whether a lower-case word is a month or a day of the week.
pub fn is_of_the_calendar(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    let named = |entry: &CalendarWord| matches!(entry, CalendarWord::Month(_) | CalendarWord::Weekday(_));
    CALENDAR.iter().any(|(known, entry)| *known == word && named(entry))
}

/// A date in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeMention {
    /// The first token, in the sentence.
    pub start: usize,
    /// The token after the last.
    pub end: usize,
    /// What it means; none where that takes an article date and there is none.
    pub date: Option<PartialDate>,
    /// Whether the year was left open, so that a plan moves it forward.
    pub open_year: bool,
}

impl TimeMention {
    /// The tokens it covers, in the sentence.
    pub fn tokens(&self) -> Range<usize> {
        self.start..self.end
    }

    /// The date for something still to come: an open year moves on past the article's date.
    pub fn ahead(&self, day: Option<Date>) -> Option<PartialDate> {
        match (self.date, day) {
            (Some(date), Some(day)) if self.open_year && date.latest() < day => Some(shift_year(date, 1)),
            (date, _) => date,
        }
    }
}

/// Finds dates.
#[derive(Debug, Default)]
pub struct Calendar {
    words: FxHashMap<WordId, CalendarWord>,
}

struct At<'a> {
    calendar: &'a Calendar,
    words: &'a Words<'a>,
    day: Option<Date>,
}

impl Calendar {
    /// A calendar whose words are in the lexicon.
    pub fn new(lexicon: &mut Lexicon) -> Self {
        Self { words: CALENDAR.iter().map(|(word, meaning)| (lexicon.intern(word), *meaning)).collect() }
    }

    /// All dates of a sentence in order, none overlapping.
    pub fn find(&self, words: &Words<'_>, day: Option<Date>) -> Vec<TimeMention> {
        let at = At { calendar: self, words, day };
        let (mut found, mut index) = (Vec::new(), 0);
        while index < words.words.len() {
            match at.date(index) {
                Some(mention) if mention.end > index => {
                    index = mention.end;
                    found.push(mention);
                }
                _ => index += 1,
            }
        }
        found
    }
}

impl At<'_> {
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

    fn year_number(&self, index: usize) -> Option<i16> {
        self.number(index).filter(|year| (1800..2200).contains(year)).map(|year| year as i16)
    }

    fn day_number(&self, index: usize) -> Option<i8> {
        self.number(index).filter(|day| (1..=31).contains(day)).map(|day| day as i8)
    }

    fn is_comma(&self, index: usize) -> bool {
        self.words.tokens.get(index).is_some_and(|token| token.kind == TokenKind::Comma)
    }

    fn date(&self, index: usize) -> Option<TimeMention> {
        match self.word(index) {
            Some(CalendarWord::Month(month)) => self.month(index, index + 1, month, None),
            Some(CalendarWord::Season(season)) => self.season(index, season),
            Some(CalendarWord::Weekday(weekday)) => Some(self.found(index, index + 1, self.weekday(weekday))),
            Some(CalendarWord::Day(offset)) => {
                let date = self.day.and_then(|day| day.checked_add(jiff::ToSpan::days(offset)).ok());
                Some(self.found(index, index + 1, date.map(PartialDate::Day)))
            }
            Some(CalendarWord::Last) => self.relative(index, -1),
            Some(CalendarWord::This) => self.relative(index, 0),
            Some(CalendarWord::Next) => self.relative(index, 1),
            _ => self.day_month(index).or_else(|| self.bare_year(index)),
        }
    }

    fn found(&self, start: usize, end: usize, date: Option<PartialDate>) -> TimeMention {
        TimeMention { start, end, date, open_year: false }
    }

    /// "12 March 1999".
    fn day_month(&self, index: usize) -> Option<TimeMention> {
        let day = self.day_number(index)?;
        let Some(CalendarWord::Month(month)) = self.word(index + 1) else { return None };
        self.month(index, index + 2, month, Some(day))
    }

    /// The rest of a date after its month: "12, 1999", "1999", "of this year", or nothing.
    fn month(&self, start: usize, next: usize, month: i8, day: Option<i8>) -> Option<TimeMention> {
        let (day, next) = match (day, self.day_number(next)) {
            (None, Some(day)) => (Some(day), next + 1),
            _ => (day, next),
        };
        let comma = usize::from(day.is_some() && self.is_comma(next));
        let make = |year: i16| match day {
            Some(day) => Date::new(year, month, day).ok().map(PartialDate::Day),
            None => Some(PartialDate::Month(year, month)),
        };
        if let Some((year, end)) = self.year(next + comma) {
            return Some(self.found(start, end, year.and_then(make)));
        }
        if start + 1 == next && self.ambiguous_month(start, month) {
            return None;
        }
        let date = self.day.and_then(|today| latest_not_after(today, make));
        Some(TimeMention { start, end: next, date, open_year: true })
    }

    /// "May" at the start of a sentence may be the modal verb, and "March" a noun.
    fn ambiguous_month(&self, index: usize, month: i8) -> bool {
        index == 0 && (month == 5 || month == 3)
    }

    fn season(&self, start: usize, season: Season) -> Option<TimeMention> {
        let (year, end) = self.year(start + 1)?;
        Some(self.found(start, end, year.map(|year| PartialDate::Season(year, season))))
    }

    /// "1999", "of 1999", "of this year"; the year is unknown without an article date.
    fn year(&self, index: usize) -> Option<(Option<i16>, usize)> {
        let next = index + usize::from(self.word(index) == Some(CalendarWord::Of));
        if let Some(year) = self.year_number(next) {
            return Some((Some(year), next + 1));
        }
        let offset = match self.word(next)? {
            CalendarWord::Last => -1,
            CalendarWord::This => 0,
            CalendarWord::Next => 1,
            _ => return None,
        };
        let year = self.day.map(|day| day.year().saturating_add(offset));
        (self.word(next + 1) == Some(CalendarWord::Year) && next > index).then_some((year, next + 2))
    }

    /// "last October", "this spring", "next year".
    fn relative(&self, start: usize, offset: i16) -> Option<TimeMention> {
        let end = start + 2;
        let today = self.day;
        let date = match self.word(start + 1)? {
            CalendarWord::Month(month) => {
                today.and_then(|today| relative_to(today, offset, |year| Some(PartialDate::Month(year, month))))
            }
            CalendarWord::Season(season) => today.and_then(|today| match offset {
                0 => Some(PartialDate::Season(today.year(), season)),
                _ => relative_to(today, offset, |year| Some(PartialDate::Season(year, season))),
            }),
            CalendarWord::Year => today.map(|today| PartialDate::Year(today.year().saturating_add(offset))),
            CalendarWord::MonthUnit => today.and_then(|today| {
                let date = today.first_of_month().checked_add(jiff::ToSpan::months(offset)).ok()?;
                Some(PartialDate::Month(date.year(), date.month()))
            }),
            CalendarWord::Week => None,
            CalendarWord::Weekday(weekday) if offset <= 0 => self.weekday(weekday),
            CalendarWord::Weekday(_) => None,
            _ => return None,
        };
        Some(self.found(start, end, date))
    }

    /// The latest such weekday on or before the article's date.
    fn weekday(&self, weekday: i8) -> Option<PartialDate> {
        let today = self.day?;
        let back = (today.weekday().to_monday_one_offset() - weekday).rem_euclid(7);
        today.checked_sub(jiff::ToSpan::days(i32::from(back))).ok().map(PartialDate::Day)
    }

    /// A year by itself counts only after a preposition, so that "1972" in a treaty's name does not.
    fn bare_year(&self, index: usize) -> Option<TimeMention> {
        let year = self.year_number(index)?;
        let before = index.checked_sub(1).and_then(|before| self.word(before));
        let hyphen = index.checked_sub(1).is_some_and(|at| self.words.tokens[at].kind == TokenKind::Hyphen);
        let ends_group =
            self.words.tokens.get(index + 1).is_none_or(|next| {
                !matches!(next.kind, TokenKind::Word | TokenKind::Hyphen) || next.case == Case::Lower
            });
        let led = hyphen || before == Some(CalendarWord::BeforeYear);
        (led && ends_group).then(|| self.found(index, index + 1, Some(PartialDate::Year(year))))
    }
}

/// The latest of a yearly date that does not begin after a day.
fn latest_not_after(today: Date, make: impl Fn(i16) -> Option<PartialDate>) -> Option<PartialDate> {
    let this = make(today.year())?;
    if this.earliest() <= today { Some(this) } else { make(today.year().saturating_sub(1)) }
}

/// "last" is the latest that is over, "this" the one of the year, "next" the first to come.
fn relative_to(today: Date, offset: i16, make: impl Fn(i16) -> Option<PartialDate>) -> Option<PartialDate> {
    let this = make(today.year())?;
    match offset {
        0 => Some(this),
        -1 if this.latest() < today => Some(this),
        1 if this.earliest() > today => Some(this),
        _ => make(today.year().saturating_add(offset)),
    }
}

fn shift_year(date: PartialDate, by: i16) -> PartialDate {
    match date {
        PartialDate::Day(day) => {
            Date::new(day.year().saturating_add(by), day.month(), day.day()).map_or(date, PartialDate::Day)
        }
        PartialDate::Month(year, month) => PartialDate::Month(year.saturating_add(by), month),
        PartialDate::Season(year, season) => PartialDate::Season(year.saturating_add(by), season),
        PartialDate::Year(year) => PartialDate::Year(year.saturating_add(by)),
    }
}
