//! The time of a claim, as the language writes it: `at 1999-spring`, `since 1999-01`, `at 1999-03-03..1999-03-05`.

use std::fmt;

use crate::model::{Date, PartialDate, Precision, Season, When, WhenKind};

/// The kinds of time by the word that leads to them.
const KINDS: [(&str, WhenKind); 5] = [
    ("at", WhenKind::At),
    ("since", WhenKind::Since),
    ("until", WhenKind::Until),
    ("by", WhenKind::By),
    ("through", WhenKind::Through),
];

/// The kind of time that a word leads to.
pub(super) fn kind(word: &str) -> Option<WhenKind> {
    KINDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
}

/// The time that a date, or a range of two (either end may be left out), gives under a kind.
pub(super) fn parse(kind: WhenKind, text: &str) -> Option<When> {
    let Some((first, last)) = text.split_once("..") else {
        return text.parse().ok().map(|date| When::new(kind, date));
    };
    let end = |text: &str| match text {
        "" => Some(None),
        _ => text.parse::<PartialDate>().ok().map(Some),
    };
    let (first, last) = (end(first)?, end(last)?);
    let precision = first.or(last)?.precision();
    Some(When { kind, earliest: first.map(PartialDate::earliest), latest: last.map(PartialDate::latest), precision })
}

/// A time as claims and questions write it, to be read back: `at 1999-03`, `since 1998-10`.
impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = KINDS.iter().find(|(_, kind)| *kind == self.kind).map_or("at", |(word, _)| word);
        let single = self.sort_day().map(|day| partial(day, self.precision));
        if let Some(date) = single.filter(|date| When::new(self.kind, *date) == *self) {
            return write!(f, "{word} {date}");
        }
        let first = self.earliest.map(|day| exact(day, self.precision, PartialDate::earliest).to_string());
        let last = self.latest.map(|day| exact(day, self.precision, PartialDate::latest).to_string());
        write!(f, "{word} {}..{}", first.unwrap_or_default(), last.unwrap_or_default())
    }
}

/// The date of this precision that starts (or ends) on a day; the day itself if there is none.
fn exact(day: Date, precision: Precision, end: fn(PartialDate) -> Date) -> PartialDate {
    let date = partial(day, precision);
    if end(date) == day { date } else { PartialDate::Day(day) }
}

/// The date of this precision that a day falls in.
fn partial(day: Date, precision: Precision) -> PartialDate {
    match precision {
        Precision::Day => PartialDate::Day(day),
        Precision::Month => PartialDate::Month(day.year(), day.month()),
        Precision::Season => season(day),
        Precision::Year => PartialDate::Year(day.year()),
    }
}

fn season(day: Date) -> PartialDate {
    match day.month() {
        1 | 2 => PartialDate::Season(day.year().saturating_sub(1), Season::Winter),
        3..=5 => PartialDate::Season(day.year(), Season::Spring),
        6..=8 => PartialDate::Season(day.year(), Season::Summer),
        9..=11 => PartialDate::Season(day.year(), Season::Autumn),
        _ => PartialDate::Season(day.year(), Season::Winter),
    }
}
