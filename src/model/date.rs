//! Dates known to the day, or only to the month, season or year.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day of the civil calendar.
pub use jiff::civil::Date;

/// How exactly a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the season.
    Season,
    /// To the year.
    Year,
}

/// A quarter of a year by its northern name; winter is that year's December to the next February.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February of the next year.
    Winter,
}

/// A date known to the day, month, season or year, written `1999-03-12`, `1999-03`, `1999-spring` or `1999`.
///
/// ```
/// use demarche::model::PartialDate;
/// let date: PartialDate = "1999-02".parse()?;
/// assert_eq!(date.earliest().to_string(), "1999-02-01");
/// assert_eq!(date.latest().to_string(), "1999-02-28");
/// assert_eq!(date.to_string(), "1999-02");
/// # Ok::<(), demarche::model::ParseDateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// A day.
    Day(Date),
    /// A year and a month (1 to 12).
    Month(i16, i8),
    /// A year and a season.
    Season(i16, Season),
    /// A year.
    Year(i16),
}

impl Season {
    const NAMES: [(Season, &'static str); 4] = [
        (Season::Spring, "spring"),
        (Season::Summer, "summer"),
        (Season::Autumn, "autumn"),
        (Season::Winter, "winter"),
    ];

    /// The season's lower-case English name.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].1
    }

    /// The season of this lower-case English name; "fall" is autumn.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = if name == "fall" { "autumn" } else { name };
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|(season, _)| *season)
    }

    fn first_month(self) -> i8 {
        3 + 3 * self as i8
    }
}

fn first_of(year: i16, month: i8) -> Date {
    Date::new(year, month, 1).unwrap_or(Date::MIN)
}

fn last_of(year: i16, month: i8) -> Date {
    first_of(year, month).last_of_month()
}

impl PartialDate {
    /// The first day the date can mean.
    pub fn earliest(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month(year, month) => first_of(year, month),
            Self::Season(year, season) => first_of(year, season.first_month()),
            Self::Year(year) => first_of(year, 1),
        }
    }

    /// The last day the date can mean.
    pub fn latest(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month(year, month) => last_of(year, month),
            Self::Season(year, Season::Winter) => last_of(year.saturating_add(1), 2),
            Self::Season(year, season) => last_of(year, season.first_month() + 2),
            Self::Year(year) => last_of(year, 12),
        }
    }

    /// How exactly the date is known.
    pub fn precision(self) -> Precision {
        match self {
            Self::Day(_) => Precision::Day,
            Self::Month(..) => Precision::Month,
            Self::Season(..) => Precision::Season,
            Self::Year(_) => Precision::Year,
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => write!(f, "{date}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Season(year, season) => write!(f, "{year:04}-{}", season.name()),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

/// Text that is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseDateError {
    /// The text as written.
    pub text: String,
}

impl fmt::Display for ParseDateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a date: write 1999-03-12, 1999-03, 1999-spring or 1999", self.text)
    }
}

impl std::error::Error for ParseDateError {}

fn digits(text: &str, count: usize) -> Option<i16> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn parse(text: &str) -> Option<PartialDate> {
    let mut parts = text.splitn(3, '-');
    let year = digits(parts.next()?, 4)?;
    match (parts.next(), parts.next()) {
        (None, _) => Some(PartialDate::Year(year)),
        (Some(part), None) => match Season::from_name(part) {
            Some(season) => Some(PartialDate::Season(year, season)),
            None => digits(part, 2)
                .filter(|month| (1..=12).contains(month))
                .map(|month| PartialDate::Month(year, month as i8)),
        },
        (Some(month), Some(day)) => {
            Date::new(year, digits(month, 2)? as i8, digits(day, 2)? as i8).ok().map(PartialDate::Day)
        }
    }
}

impl FromStr for PartialDate {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).ok_or_else(|| ParseDateError { text: text.to_owned() })
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
