//! Dates by their names: "March 12, 1999", "12 March", "the spring of 1998", "1999".

use super::calendar::{BEFORE_YEAR, CalendarWord, Unit};
use super::{At, Open, TimeMention};
use crate::model::{Date, PartialDate, Season};
use crate::text::TokenKind;

impl At<'_> {
    /// The date that begins at a token, with the end of its range if it is one.
    pub(super) fn date(&self, index: usize) -> Option<TimeMention> {
        match self.word(index) {
            Some(CalendarWord::Month(month)) => self.month(index, index + 1, month, None),
            Some(CalendarWord::Season(season)) => self.season(index, season),
            Some(CalendarWord::Weekday(weekday)) => {
                Some(TimeMention { open: Open::Week, ..TimeMention::new(index, index + 1, self.weekday(weekday)) })
            }
            Some(CalendarWord::Day(offset)) => {
                let date = self.day.map(|day| super::relative::shift_days(PartialDate::Day(day), offset));
                Some(TimeMention::new(index, index + 1, date))
            }
            Some(CalendarWord::Turn(offset)) => self.turn(index, offset),
            Some(CalendarWord::Count(_)) => self.counted(index),
            Some(CalendarWord::Plain("the" | "that")) => self.pointed(index),
            Some(CalendarWord::Unit(_) | CalendarWord::Plain(_)) => None,
            None => self.day_month(index).or_else(|| self.counted(index)).or_else(|| self.bare_year(index)),
        }
    }

    /// "12 March 1999", "25-27 March".
    fn day_month(&self, index: usize) -> Option<TimeMention> {
        let day = self.day_number(index)?;
        if let Some(CalendarWord::Month(month)) = self.word(index + 1) {
            return self.month(index, index + 2, month, Some(day));
        }
        self.days_before_month(index, day)
    }

    pub(super) fn day_number(&self, index: usize) -> Option<i8> {
        self.number(index).filter(|day| (1..=31).contains(day)).map(|day| day as i8)
    }

    pub(super) fn year_number(&self, index: usize) -> Option<i16> {
        self.number(index).filter(|year| (1800..2200).contains(year)).map(|year| year as i16)
    }

    /// The rest of a date after its month: "12, 1999", "1999", "of this year", "25-27", or nothing.
    fn month(&self, start: usize, next: usize, month: i8, day: Option<i8>) -> Option<TimeMention> {
        let (day, next) = match (day, self.day_number(next)) {
            (None, Some(day)) => (Some(day), next + 1),
            _ => (day, next),
        };
        let range = day.and_then(|_| self.range_end(next, month));
        let (last, next) = range.map_or((None, next), |(last, end)| (Some(last), end));
        let first = (month, day);
        if let Some((year, end)) = self.year_after(next, last.is_some() || day.is_some()) {
            let date = |part| year.and_then(|year| named(year, part));
            return Some(TimeMention { last: last.and_then(date), ..TimeMention::new(start, end, date(first)) });
        }
        if start + 1 == next && self.ambiguous_month(start, month) {
            return None;
        }
        let date = self.day.and_then(|today| latest_not_after(today, |year| named(year, first)));
        let year = date.map(|date| date.earliest().year());
        let last = last.and_then(|last| named(year?, last));
        Some(TimeMention { last, open: Open::Year, ..TimeMention::new(start, next, date) })
    }

    /// A year after a month, past the comma that a day may be followed by.
    fn year_after(&self, index: usize, day: bool) -> Option<(Option<i16>, usize)> {
        let comma = usize::from(day && self.kind(index) == Some(TokenKind::Comma));
        self.year(index + comma)
    }

    /// "May" at the start of a sentence may be the modal verb, and "March" a noun.
    fn ambiguous_month(&self, index: usize, month: i8) -> bool {
        index == 0 && (month == 5 || month == 3)
    }

    /// "spring 1998", "the spring of 1998", "in the spring".
    fn season(&self, start: usize, season: Season) -> Option<TimeMention> {
        if let Some((year, end)) = self.year(start + 1) {
            return Some(TimeMention::new(start, end, year.map(|year| PartialDate::Season(year, season))));
        }
        let led = start >= 2 && self.says(start - 2, &["in", "the"]);
        let date = self.day.and_then(|today| latest_not_after(today, |year| Some(PartialDate::Season(year, season))));
        led.then(|| TimeMention { open: Open::Year, ..TimeMention::new(start, start + 1, date) })
    }

    /// "1999", "of 1999", "of this year"; the year is unknown without an article date.
    pub(super) fn year(&self, index: usize) -> Option<(Option<i16>, usize)> {
        let next = index + usize::from(self.plain(index) == Some("of"));
        if let Some(year) = self.year_number(next) {
            return Some((Some(year), next + 1));
        }
        let CalendarWord::Turn(offset) = self.word(next)? else { return None };
        let year = self.day.map(|day| day.year().saturating_add(offset));
        (self.word(next + 1) == Some(CalendarWord::Unit(Unit::Year)) && next > index).then_some((year, next + 2))
    }

    /// A year by itself counts only after a preposition, so that "1972" in a treaty's name does not.
    fn bare_year(&self, index: usize) -> Option<TimeMention> {
        let year = self.year_number(index)?;
        let before = index.checked_sub(1)?;
        let led = self.kind(before) == Some(TokenKind::Hyphen)
            || self.plain(before).is_some_and(|word| BEFORE_YEAR.contains(&word));
        let compound = self.kind(index + 1) == Some(TokenKind::Hyphen);
        let last = self.last_year(index + 1);
        let end = if last.is_some() { index + 3 } else { index + 1 };
        let last = last.map(PartialDate::Year);
        (led && !compound).then(|| TimeMention { last, ..TimeMention::new(index, end, Some(PartialDate::Year(year))) })
    }
}

/// A month or a day of a year, if there is one.
pub(super) fn named(year: i16, (month, day): (i8, Option<i8>)) -> Option<PartialDate> {
    match day {
        Some(day) => Date::new(year, month, day).ok().map(PartialDate::Day),
        None => Some(PartialDate::Month(year, month)),
    }
}

/// The latest of a yearly date that does not begin after a day.
fn latest_not_after(today: Date, make: impl Fn(i16) -> Option<PartialDate>) -> Option<PartialDate> {
    let this = make(today.year())?;
    if this.earliest() <= today { Some(this) } else { make(today.year().saturating_sub(1)) }
}
