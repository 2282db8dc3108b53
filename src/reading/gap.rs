//! What looks as if it ought to give a claim and does not.

use serde::Serialize;

use crate::model::Span;

/// Whether a reading collects its gaps and what the data does not know, or claims alone, which is faster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gaps {
    /// Claims alone.
    Skip,
    /// Gaps and unknown words too.
    Collect,
}

/// Why there is no claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    /// Two actors, or an actor and an issue, and no rule that joins them.
    NoRule,
    /// A rule matched under a verb that no rule knows.
    UnknownGovernor,
    /// What was said to be left unsaid.
    Unsaid,
    /// Two negations on one claim.
    DoubleNegation,
    /// Asked, not said.
    Question,
    /// Said to be owed, not done.
    Owed,
    /// Words that refer back to one of several things.
    Ambiguous,
}

/// What looks as if it ought to give a claim and does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// Why.
    pub kind: GapKind,
    /// The sentence, counted from 1.
    pub sentence: usize,
    /// The words that are to blame.
    pub span: Span,
    /// The sentence's bytes.
    pub sentence_span: Span,
}
