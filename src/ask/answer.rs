//! What a question is answered with.

use std::collections::{BTreeMap, BTreeSet};

use super::Tally;
use crate::language::Question;
use crate::model::{Date, DocumentId, EntityId, Modality, Polarity, RelationId, Sign};

/// What a question is answered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The question in its formal form.
    pub question: Question,
    /// The answer itself.
    pub body: Body,
    /// What fits otherwise and was not counted.
    pub left_out: LeftOut,
    /// What is known of the entities asked about; only where the answer is empty.
    pub nearby: Vec<Nearby>,
}

/// The answer itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// What fits the variables.
    Rows {
        /// The names of the variables, in the order of the bindings of each row.
        columns: Vec<String>,
        /// The rows, in the order of their bindings.
        rows: Vec<AnswerRow>,
        /// Rows for the parts of the issues asked about.
        also: Vec<AnswerRow>,
    },
    /// Whether it is so.
    Truth {
        /// Whether it is so.
        verdict: Verdict,
        /// The claims that say so.
        claims: Tally,
        /// Rows for the parts of the issues asked about.
        also: Vec<AnswerRow>,
    },
    /// How an actor stood on an issue, in the order of dates.
    Stand {
        /// Who.
        actor: EntityId,
        /// On what.
        issue: EntityId,
        /// The stances.
        history: Vec<Position>,
        /// Where stances turned against earlier ones.
        turns: Vec<Turn>,
        /// Stances on the parts of the issue.
        also: Vec<Position>,
    },
}

/// The answer to a question of yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A claim asserts it.
    Yes,
    /// No claim asserts it, and one negates or denies it.
    No,
    /// No claim says.
    Unknown,
}

impl Verdict {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }
}

/// One way to fit the variables of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerRow {
    /// What each variable is.
    pub bindings: Vec<Binding>,
    /// The actors that the claims name in place of whom they stand for, bound or not.
    pub through: Vec<EntityId>,
    /// The claims that say so.
    pub claims: Tally,
}

/// What a variable is in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The name of the variable.
    pub variable: String,
    /// What it is.
    pub entity: EntityId,
    /// The actors who answer for it.
    pub through: Vec<EntityId>,
    /// How many claims name it directly.
    pub own: usize,
}

/// One stance of an actor on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// The day.
    pub day: Option<Date>,
    /// Whether the text dates the stance, or only the document is dated.
    pub dating: Dating,
    /// The issue.
    pub issue: EntityId,
    /// The stance.
    pub relation: RelationId,
    /// For or against.
    pub sign: Sign,
    /// Asserted, negated or denied.
    pub polarity: Polarity,
    /// Whether it marks the end of an earlier stance.
    pub formerly: bool,
    /// Whether it is the latest.
    pub standing: Standing,
    /// The actors who answer for the one asked about.
    pub through: Vec<EntityId>,
    /// How many claims name that one itself.
    pub own: usize,
    /// The documents that say so.
    pub documents: BTreeSet<DocumentId>,
    /// The claims that say so.
    pub claims: Tally,
}

/// Where a day comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dating {
    /// The text dates the event.
    Dated,
    /// The document's date is all there is.
    Reported,
}

/// Whether a stance is the latest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// An earlier one.
    Earlier,
    /// The latest.
    Latest,
}

/// A stance that goes against an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The place of the earlier stance in the history.
    pub from: usize,
    /// The place of the later one.
    pub to: usize,
    /// What it is.
    pub kind: TurnKind,
}

/// What a turn is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TurnKind {
    /// A later day has another stance.
    Change,
    /// Both stand on one day, or the later denies the earlier.
    Contradiction,
}

/// How many claims fit a question otherwise and were not counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Asserted ones, of a question for what is said not to be.
    pub asserted: usize,
    /// Negated ones.
    pub negated: usize,
    /// Denied ones.
    pub denied: usize,
    /// Those of another modality.
    pub modalities: BTreeMap<Modality, usize>,
    /// Those without any date, where the question has one.
    pub undated: usize,
    /// Those that give no ground, where the question is for one.
    pub groundless: usize,
    /// Those that name no speaker, where the question is for one.
    pub unattributed: usize,
}

impl LeftOut {
    /// Whether nothing was left out.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Something known of an entity that a question names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearby {
    /// Who.
    pub subject: EntityId,
    /// Does what.
    pub relation: RelationId,
    /// To whom, or on what.
    pub object: EntityId,
    /// The issue it is about.
    pub about: Option<EntityId>,
    /// How many claims say so.
    pub claims: usize,
}
