//! Everything that is drawn, and nothing about how.

use crate::model::{Date, EntityId, EntityKind, Line, Modality, RelationId, Sign};

/// The class of shape that an entity is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// A state.
    State,
    /// An organisation.
    Organisation,
    /// A person.
    Official,
    /// An office or a group.
    Office,
    /// An issue.
    Issue,
    /// Anything else.
    Unknown,
}

impl Shape {
    /// The shape for a kind of entity; for none, the one of the unknown.
    pub fn of(kind: Option<&EntityKind>) -> Self {
        match kind {
            Some(EntityKind::State { .. }) => Self::State,
            Some(EntityKind::Organisation { .. }) => Self::Organisation,
            Some(EntityKind::Official { .. }) => Self::Official,
            Some(EntityKind::Office { .. } | EntityKind::Group { .. }) => Self::Office,
            Some(EntityKind::Issue { .. }) => Self::Issue,
            Some(EntityKind::Ground { .. }) | None => Self::Unknown,
        }
    }

    /// The words of the legend for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Organisation => "organisation",
            Self::Official => "official",
            Self::Office => "office or group",
            Self::Issue => "issue",
            Self::Unknown => "unknown",
        }
    }
}

/// Whether an edge's claims count, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Asserted and actual.
    Counts,
    /// Said not to be so.
    Negated,
    /// Denied by a speaker.
    Denied,
    /// Asserted, but not as actual.
    Only(Modality),
}

/// What stands at the ends of an edge's line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Heads {
    /// An arrow head at the object.
    Forward,
    /// Nothing: the relation is mutual.
    None,
}

/// One entity of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureNode {
    /// The entity.
    pub id: EntityId,
    /// The name to show.
    pub label: String,
    /// The class of shape.
    pub shape: Shape,
    /// The names of the actors that are drawn as this one, sorted.
    pub through: Vec<String>,
    /// How many of the claims drawn name it.
    pub claims: usize,
}

/// All claims of one relation and standing between two nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureEdge {
    /// The index of the subject's node.
    pub from: usize,
    /// The index of the object's node.
    pub to: usize,
    /// The relation.
    pub relation: RelationId,
    /// The relation's wording, with a mark if the claims do not count: "opposes", "not opposes".
    pub wording: String,
    /// The short names of the issues it is about, sorted.
    pub about: Vec<String>,
    /// How many of the claims are about one.
    pub about_claims: usize,
    /// Whether the claims count.
    pub standing: Standing,
    /// How many claims.
    pub claims: usize,
    /// How many documents they stand in.
    pub documents: usize,
    /// The earliest day.
    pub first: Option<Date>,
    /// The latest day.
    pub last: Option<Date>,
    /// The sentence of the earliest claim.
    pub sentence: String,
    /// For, against or neither.
    pub sign: Sign,
    /// The line style.
    pub line: Line,
    /// The colour, always `#rrggbb`.
    pub color: String,
    /// What stands at the ends.
    pub heads: Heads,
}

/// One relation of a legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendRelation {
    /// The wording, with its sign: "opposes (against)".
    pub label: String,
    /// The colour, always `#rrggbb`.
    pub color: String,
    /// The line style.
    pub line: Line,
    /// What stands at the ends.
    pub heads: Heads,
    /// Whether its claims count.
    pub standing: Standing,
}

/// The shapes and relations that occur.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Legend {
    /// The shapes.
    pub shapes: Vec<Shape>,
    /// The relations.
    pub relations: Vec<LegendRelation>,
}

/// A picture: nodes in the order of their ids, edges in the order of subject, object, relation and standing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// The title.
    pub title: String,
    /// The dates, and how many claims and documents.
    pub subtitle: String,
    /// What the reader should know of what was left out or put together.
    pub notes: Vec<String>,
    /// The entities.
    pub nodes: Vec<PictureNode>,
    /// What joins them.
    pub edges: Vec<PictureEdge>,
    /// The shapes and relations that occur.
    pub legend: Legend,
}

/// Above this many edges their labels would hide the picture.
const MOST_LABELS: usize = 150;
/// Above this many edges or nodes no layered picture is traceable, and making one takes long.
const MOST_EDGES: usize = 260;
const MOST_NODES: usize = 90;

impl Picture {
    /// Whether edges carry labels; in a crowded picture they do not.
    pub fn has_labels(&self) -> bool {
        self.edges.len() <= MOST_LABELS
    }

    /// Whether there is too much of it for layers.
    pub fn is_crowded(&self) -> bool {
        self.edges.len() > MOST_EDGES || self.nodes.len() > MOST_NODES
    }
}
