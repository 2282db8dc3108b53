//! What is compared: who, what, whom; as a relation, as a PLOVER class or as a sign.

use std::fmt;

use crate::model::{EntityId, Plover, Quad, RelationId, Sign};

/// What the codings of a file say of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A relation of the data.
    Relation,
    /// A PLOVER class.
    Class,
    /// For or against.
    Sign,
}

/// How the records of a file name the ends of their codings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// By the entities that each record brings, with their places in the text: the rules alone are scored.
    Given,
    /// By ids and `iso3:XXX`: names are scored too.
    Named,
}

/// The scheme that records state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemeName {
    /// `plover`: the fifteen classes, all of which count in the macro mean.
    Plover,
    /// `sign`.
    Sign,
    /// `relation`, or nothing: an analyst's own codings.
    Relation,
}

impl SchemeName {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Plover, Self::Sign, Self::Relation];

    /// The name as records have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plover => "plover",
            Self::Sign => "sign",
            Self::Relation => "relation",
        }
    }
}

/// How a file is coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Its name.
    pub name: SchemeName,
    /// What its codings say.
    pub level: Level,
    /// How they name their ends.
    pub ends: Ends,
}

/// What a coding says of its pair.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// A relation.
    Relation(RelationId),
    /// A class.
    Class(Plover),
    /// A quad.
    Quad(Quad),
    /// A sign.
    Sign(Sign),
}

/// One thing that a record says, or that the rules read in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Coding {
    /// Who.
    pub subject: EntityId,
    /// Does what.
    pub label: Label,
    /// To whom, or on what.
    pub object: EntityId,
    /// The issue it is about, where that is coded.
    pub about: Option<EntityId>,
}

/// A row of the tables: a label, with the direction where the scheme counts it so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// A label.
    Label(Label),
    /// A sign from the first given entity to the second.
    Forward(Sign),
    /// A sign from the second given entity to the first.
    Backward(Sign),
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Relation(id) => f.write_str(id.as_str()),
            Self::Class(class) => f.write_str(class.name()),
            Self::Quad(quad) => f.write_str(quad.name()),
            Self::Sign(sign) => f.write_str(sign_text(*sign)),
        }
    }
}

fn sign_text(sign: Sign) -> &'static str {
    match sign {
        Sign::Negative => "-1",
        Sign::Neutral => "0",
        Sign::Positive => "+1",
    }
}

impl fmt::Display for Coding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.subject, self.label, self.object)?;
        self.about.as_ref().map_or(Ok(()), |about| write!(f, " about {about}"))
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Label(label) => label.fmt(f),
            Self::Forward(sign) => write!(f, "P->Q {}", sign_text(*sign)),
            Self::Backward(sign) => write!(f, "Q->P {}", sign_text(*sign)),
        }
    }
}

impl Class {
    /// The row that a coding counts in; `first` is the first entity that its record brings, if it brings any.
    pub fn of(coding: &Coding, first: Option<&EntityId>) -> Self {
        match (&coding.label, first) {
            (Label::Sign(sign), Some(first)) if coding.subject == *first => Self::Forward(*sign),
            (Label::Sign(sign), Some(_)) => Self::Backward(*sign),
            (label, _) => Self::Label(label.clone()),
        }
    }

    /// The rows that a scheme always has, and that its macro mean is over; none where what occurs decides.
    pub fn fixed(scheme: Scheme) -> Vec<Self> {
        let signs = [Sign::Positive, Sign::Negative];
        match (scheme.name, scheme.level, scheme.ends) {
            (SchemeName::Plover, ..) => Plover::ALL.into_iter().map(|class| Self::Label(Label::Class(class))).collect(),
            (_, Level::Sign, Ends::Given) => {
                signs.map(Self::Forward).into_iter().chain(signs.map(Self::Backward)).collect()
            }
            (_, Level::Sign, Ends::Named) => signs.map(|sign| Self::Label(Label::Sign(sign))).into(),
            _ => Vec::new(),
        }
    }
}

impl Label {
    /// The quad that a class belongs to; other labels stay as they are.
    pub fn grouped(&self) -> Self {
        match self {
            Self::Class(class) => Self::Quad(class.quad()),
            other => other.clone(),
        }
    }
}
