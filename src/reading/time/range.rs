//! Ranges: "January 25-27", "from June 28 to July 2", "25-27 March", "from 1995 to 1998".

use super::calendar::CalendarWord;
use super::{At, TimeMention};
use crate::model::PartialDate;
use crate::text::TokenKind;

impl At<'_> {
    /// The last day of a range, by month and day, and the token after it.
    pub(super) fn range_end(&self, index: usize, month: i8) -> Option<((i8, Option<i8>), usize)> {
        let next = self.past_dash(index)?;
        if let Some(CalendarWord::Month(other)) = self.word(next) {
            return Some(((other, Some(self.day_number(next + 1)?)), next + 2));
        }
        Some(((month, Some(self.day_number(next)?)), next + 1))
    }

    /// What follows a dash, "to" or "and" between two ends.
    fn past_dash(&self, index: usize) -> Option<usize> {
        let dash = matches!(self.kind(index), Some(TokenKind::Hyphen | TokenKind::Dash));
        let word = matches!(self.plain(index), Some("to" | "through" | "and"));
        (dash || word).then_some(index + 1)
    }

    /// "25-27 March 1999".
    pub(super) fn days_before_month(&self, index: usize, day: i8) -> Option<TimeMention> {
        let next = self.past_dash(index + 1)?;
        let last = self.day_number(next)?;
        let CalendarWord::Month(month) = self.word(next + 1)? else { return None };
        let (year, end) = match self.year(next + 2) {
            Some((year, end)) => (year?, end),
            None => (self.day?.year(), next + 2),
        };
        let date = |day| super::named::named(year, (month, Some(day)));
        Some(TimeMention { last: date(last), ..TimeMention::new(index, end, date(day)) })
    }

    /// The last year of "1995 to 1998".
    pub(super) fn last_year(&self, index: usize) -> Option<i16> {
        let range = matches!(self.plain(index), Some("to" | "through"));
        self.year_number(index + 1).filter(|_| range)
    }

    /// A week's days, from Monday, so many weeks from the article's own.
    pub(super) fn week(&self, start: usize, end: usize, weeks: i32) -> TimeMention {
        let monday = self.weekday(1).map(|monday| super::relative::shift_days(monday, weeks.saturating_mul(7)));
        let last: Option<PartialDate> = monday.map(|monday| super::relative::shift_days(monday, 6));
        TimeMention { last, ..TimeMention::new(start, end, monday) }
    }
}
