//! The words of the calendar.

use crate::model::Season;

/// A word of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarWord {
    /// "march".
    Month(i8),
    /// "spring".
    Season(Season),
    /// Monday is 1.
    Weekday(i8),
    /// Today is 0, yesterday -1.
    Day(i32),
    /// "last" is -1, "this" 0, "next" 1.
    Turn(i16),
    /// A stretch of time.
    Unit(Unit),
    /// "a", "two".
    Count(i32),
    /// Any other word that a date may need.
    Plain(&'static str),
}

/// A stretch of time that dates are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// "day".
    Day,
    /// "week".
    Week,
    /// "month".
    Month,
    /// "year".
    Year,
}

/// The names of months, seasons and days, and the words that count from them.
pub const CALENDAR: &[(&str, CalendarWord)] = &[
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
    ("last", CalendarWord::Turn(-1)),
    ("this", CalendarWord::Turn(0)),
    ("next", CalendarWord::Turn(1)),
    ("day", CalendarWord::Unit(Unit::Day)),
    ("days", CalendarWord::Unit(Unit::Day)),
    ("week", CalendarWord::Unit(Unit::Week)),
    ("weeks", CalendarWord::Unit(Unit::Week)),
    ("month", CalendarWord::Unit(Unit::Month)),
    ("months", CalendarWord::Unit(Unit::Month)),
    ("year", CalendarWord::Unit(Unit::Year)),
    ("years", CalendarWord::Unit(Unit::Year)),
    ("a", CalendarWord::Count(1)),
    ("one", CalendarWord::Count(1)),
    ("two", CalendarWord::Count(2)),
    ("three", CalendarWord::Count(3)),
    ("four", CalendarWord::Count(4)),
    ("five", CalendarWord::Count(5)),
    ("six", CalendarWord::Count(6)),
    ("seven", CalendarWord::Count(7)),
    ("eight", CalendarWord::Count(8)),
    ("nine", CalendarWord::Count(9)),
    ("ten", CalendarWord::Count(10)),
];

/// Other words that dates are made with.
pub const PLAIN: &[&str] = &[
    "of",
    "the",
    "in",
    "since",
    "until",
    "by",
    "during",
    "from",
    "after",
    "before",
    "late",
    "early",
    "mid",
    "then",
    "that",
    "time",
    "ever",
    "at",
    "least",
    "as",
    "no",
    "not",
    "later",
    "earlier",
    "than",
    "previous",
    "following",
    "same",
    "end",
    "beginning",
    "start",
    "middle",
    "to",
    "through",
    "between",
    "and",
    "ago",
];

/// Words that may stand before a bare year.
pub const BEFORE_YEAR: &[&str] = &[
    "in", "since", "until", "by", "during", "from", "after", "before", "late", "early", "mid", "than", "as", "to", "of",
];

/// Whether a lower-case word is a month or a day of the week.
pub fn is_of_the_calendar(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    let named = |entry: &CalendarWord| matches!(entry, CalendarWord::Month(_) | CalendarWord::Weekday(_));
    CALENDAR.iter().any(|(known, entry)| *known == word && named(entry))
}
