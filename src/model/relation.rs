//! The verbs of the graph.

use serde::{Deserialize, Serialize};

use super::{Plover, RelationId};

/// What sort of thing a relation tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RelationKind {
    /// A position taken on an issue or an actor.
    Stance,
    /// Two actors meeting or talking.
    Contact,
    /// Something asked of someone.
    Request,
    /// Something undertaken.
    Commitment,
    /// Something done.
    Act,
    /// A lasting bond.
    Tie,
}

/// Whether a relation is against (-1), neutral (0) or for (+1) its object; a bare number in RON and JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i8", into = "i8")]
pub enum Sign {
    /// Against: -1.
    Negative,
    /// Neither: 0.
    #[default]
    Neutral,
    /// For: +1.
    Positive,
}

impl TryFrom<i8> for Sign {
    type Error = String;

    fn try_from(number: i8) -> Result<Self, Self::Error> {
        match number {
            -1 => Ok(Self::Negative),
            0 => Ok(Self::Neutral),
            1 => Ok(Self::Positive),
            _ => Err(format!("a sign is -1, 0 or 1, not {number}")),
        }
    }
}

impl From<Sign> for i8 {
    fn from(sign: Sign) -> i8 {
        match sign {
            Sign::Negative => -1,
            Sign::Neutral => 0,
            Sign::Positive => 1,
        }
    }
}

/// How a relation's edges are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Line {
    /// An unbroken line.
    #[default]
    Solid,
    /// Dashes.
    Dashed,
    /// Dots.
    Dotted,
}

/// A verb of the graph, such as `opposes` or `consults-with`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// The id that claims carry.
    pub id: RelationId,
    /// What sort of thing it tells.
    pub kind: RelationKind,
    /// For, against or neither.
    #[serde(default)]
    pub sign: Sign,
    /// Whether `A r B` and `B r A` are the same claim.
    #[serde(default)]
    pub symmetric: bool,
    /// The wording between subject and object: "opposes".
    pub label: String,
    /// The wording from the object's side: "is opposed by".
    #[serde(default)]
    pub passive: Option<String>,
    /// The class of the PLOVER event ontology.
    #[serde(default)]
    pub plover: Option<Plover>,
    /// The colour of its edges, `#rrggbb`.
    #[serde(default)]
    pub color: Option<String>,
    /// How its edges are drawn.
    #[serde(default)]
    pub line: Line,
}
