//! Dates counted from another: "last October", "two days later", "since then".

use jiff::ToSpan;

use super::calendar::{CalendarWord, Unit};
use super::{Anchor, At, Open, TimeMention};
use crate::model::{Date, PartialDate, WhenKind};
use crate::text::TokenKind;

impl At<'_> {
    /// "last October", "this spring", "next year", "last week".
    pub(super) fn turn(&self, start: usize, offset: i16) -> Option<TimeMention> {
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
            CalendarWord::Unit(Unit::Week) => return Some(self.week(start, end, i32::from(offset))),
            CalendarWord::Unit(Unit::Day) => return None,
            CalendarWord::Unit(unit) => {
                today.and_then(|today| count_from(PartialDate::Day(today), unit, offset.into()))
            }
            CalendarWord::Weekday(weekday) => {
                let latest = self.weekday(weekday);
                if offset <= 0 { latest } else { latest.map(|day| shift_days(day, 7)) }
            }
            _ => return None,
        };
        Some(TimeMention::new(start, end, date))
    }

    /// The latest such weekday on or before the article's date.
    pub(super) fn weekday(&self, weekday: i8) -> Option<PartialDate> {
        let today = self.day?;
        let back = (today.weekday().to_monday_one_offset() - weekday).rem_euclid(7);
        Some(shift_days(PartialDate::Day(today), -i32::from(back)))
    }

    /// "a day earlier", "two days later", "three years ago".
    pub(super) fn counted(&self, start: usize) -> Option<TimeMention> {
        let count = match self.word(start) {
            Some(CalendarWord::Count(count)) => count,
            _ => self.number(start).filter(|count| (1..1000).contains(count))?,
        };
        let CalendarWord::Unit(unit) = self.word(start + 1)? else { return None };
        let end = start + 3;
        let today = self.day.map(|day| (PartialDate::Day(day), Open::Nothing));
        let (from, count) = match self.plain(start + 2)? {
            "ago" if unit == Unit::Week => return Some(self.week(start, end, -count)),
            "ago" => (today, -count),
            "earlier" => (self.anchor.or(today), -count),
            "later" => (self.anchor.or(today), count),
            _ => return None,
        };
        Some(counted_from(start, end, from, unit, count))
    }

    /// "the day before", "the next day", "the same month", "that year".
    pub(super) fn pointed(&self, start: usize) -> Option<TimeMention> {
        let (unit, offset, end) = match (self.plain(start), self.word(start + 1)?) {
            (Some("that"), CalendarWord::Unit(unit)) => (unit, 0, start + 2),
            (_, CalendarWord::Unit(unit)) => match self.plain(start + 2)? {
                "before" if self.stops(start + 3) => (unit, -1, start + 3),
                "after" if self.stops(start + 3) => (unit, 1, start + 3),
                _ => return None,
            },
            (_, CalendarWord::Plain("previous")) => (self.unit(start + 2)?, -1, start + 3),
            (_, CalendarWord::Plain("following") | CalendarWord::Turn(1)) => (self.unit(start + 2)?, 1, start + 3),
            (_, CalendarWord::Plain("same")) => (self.unit(start + 2)?, 0, start + 3),
            _ => return None,
        };
        // "that day" without a date before it is some day that the text does not give.
        let today = self.day.map(|day| (PartialDate::Day(day), Open::Nothing));
        let from = if offset == 0 { self.anchor } else { self.anchor.or(today) };
        Some(counted_from(start, end, from, unit, offset))
    }

    fn unit(&self, index: usize) -> Option<Unit> {
        match self.word(index)? {
            CalendarWord::Unit(unit) => Some(unit),
            _ => None,
        }
    }

    /// Whether nothing follows that could belong to what comes before: "the day before the vote" is another day.
    fn stops(&self, index: usize) -> bool {
        !matches!(self.kind(index), Some(TokenKind::Word | TokenKind::Number | TokenKind::Quote | TokenKind::Open))
            || self.plain(index) == Some("and")
    }

    /// "since then", "since that time", "ever since": from the date that the text gave last.
    pub(super) fn since_then(&self, index: usize) -> Option<TimeMention> {
        let length = if self.says(index, &["since", "that", "time"]) {
            3
        } else if self.says(index, &["since", "then"])
            || (self.says(index, &["ever", "since"]) && self.stops(index + 2))
        {
            2
        } else {
            return None;
        };
        let from = self.anchor.map(|(date, _)| date);
        Some(TimeMention { bound: Some(WhenKind::Since), ..TimeMention::new(index, index + length, from) })
    }
}

/// A date so many units from another; what that leaves open is open in it too.
fn counted_from(start: usize, end: usize, from: Option<Anchor>, unit: Unit, count: i32) -> TimeMention {
    let open = from.map_or(Open::Nothing, |(_, open)| open);
    let date = from.and_then(|(date, _)| count_from(date, unit, count));
    TimeMention { open, ..TimeMention::new(start, end, date) }
}

/// So many units from a date, as exactly as the date and the unit are known.
fn count_from(from: PartialDate, unit: Unit, count: i32) -> Option<PartialDate> {
    match (unit, from) {
        (Unit::Day, PartialDate::Day(_)) => Some(shift_days(from, count)),
        (Unit::Week, PartialDate::Day(_)) => Some(shift_days(from, count.saturating_mul(7))),
        (Unit::Month, PartialDate::Day(_) | PartialDate::Month(..)) => {
            let month = from.earliest().first_of_month().checked_add(count.months()).ok()?;
            Some(PartialDate::Month(month.year(), month.month()))
        }
        (Unit::Year, _) => Some(PartialDate::Year(from.earliest().year().saturating_add(i16::try_from(count).ok()?))),
        _ => None,
    }
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

/// A day so many days on; coarser dates stay.
pub(super) fn shift_days(date: PartialDate, days: i32) -> PartialDate {
    match date {
        PartialDate::Day(day) => day.checked_add(days.days()).map_or(date, PartialDate::Day),
        _ => date,
    }
}

/// The same date so many years on.
pub(super) fn shift_years(date: PartialDate, by: i16) -> PartialDate {
    match date {
        PartialDate::Day(day) => {
            Date::new(day.year().saturating_add(by), day.month(), day.day()).map_or(date, PartialDate::Day)
        }
        PartialDate::Month(year, month) => PartialDate::Month(year.saturating_add(by), month),
        PartialDate::Season(year, season) => PartialDate::Season(year.saturating_add(by), season),
        PartialDate::Year(year) => PartialDate::Year(year.saturating_add(by)),
    }
}
