//! When a claim holds, if the text itself dates it.

use serde::{Deserialize, Serialize};

use super::{Date, PartialDate, Precision};

/// How a claim's time bounds are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhenKind {
    /// It happened within the bounds.
    At,
    /// It began within the bounds and goes on.
    Since,
    /// It ended within the bounds.
    Until,
    /// It began no later than `latest`.
    By,
    /// It held throughout the bounds.
    Through,
}

/// The time of what a claim tells, as the text gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// How the bounds are meant.
    pub kind: WhenKind,
    /// The first day it can mean; absent for `by`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<Date>,
    /// The last day it can mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<Date>,
    /// How exactly the date was given.
    pub precision: Precision,
}

impl When {
    /// The time that a partial date gives under a kind; `by` keeps only the latest day.
    pub fn new(kind: WhenKind, date: PartialDate) -> Self {
        let earliest = (kind != WhenKind::By).then(|| date.earliest());
        Self { kind, earliest, latest: Some(date.latest()), precision: date.precision() }
    }

    /// The day to sort and filter by: the earliest known, else the latest.
    pub fn sort_day(&self) -> Option<Date> {
        self.earliest.or(self.latest)
    }
}
