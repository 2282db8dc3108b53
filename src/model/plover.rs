//! The PLOVER event ontology: fifteen classes in four quads, and the class of the event that a claim tells.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Claim, CueKind, Modality, Polarity, Relation};

/// The class of the PLOVER event ontology that a relation falls in.
#[allow(missing_docs, reason = "the names are the ontology's own")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Plover {
    Agree,
    Consult,
    Support,
    Cooperate,
    Aid,
    Yield,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
}

/// The four groups of the PLOVER classes: words or deeds, for or against.
#[allow(missing_docs, reason = "the names are the ontology's own")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Quad {
    VerbalCoop,
    MaterialCoop,
    VerbalConflict,
    MaterialConflict,
}

impl Plover {
    /// All classes, quad by quad.
    pub const ALL: [Plover; 15] = [
        Self::Agree,
        Self::Consult,
        Self::Support,
        Self::Cooperate,
        Self::Aid,
        Self::Yield,
        Self::Request,
        Self::Accuse,
        Self::Reject,
        Self::Threaten,
        Self::Protest,
        Self::Sanction,
        Self::Mobilize,
        Self::Coerce,
        Self::Assault,
    ];

    /// The ontology's name: `CONSULT`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Agree => "AGREE",
            Self::Consult => "CONSULT",
            Self::Support => "SUPPORT",
            Self::Cooperate => "COOPERATE",
            Self::Aid => "AID",
            Self::Yield => "YIELD",
            Self::Request => "REQUEST",
            Self::Accuse => "ACCUSE",
            Self::Reject => "REJECT",
            Self::Threaten => "THREATEN",
            Self::Protest => "PROTEST",
            Self::Sanction => "SANCTION",
            Self::Mobilize => "MOBILIZE",
            Self::Coerce => "COERCE",
            Self::Assault => "ASSAULT",
        }
    }

    /// The class with this name, in capitals.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name() == name)
    }

    /// The quad it belongs to.
    ///
    /// ```
    /// use demarche::model::{Plover, Quad};
    /// assert_eq!(Plover::Consult.quad(), Quad::VerbalCoop);
    /// assert_eq!(Plover::Assault.quad().name(), "MATERIAL_CONFLICT");
    /// ```
    pub fn quad(self) -> Quad {
        match self {
            Self::Agree | Self::Consult | Self::Support => Quad::VerbalCoop,
            Self::Cooperate | Self::Aid | Self::Yield => Quad::MaterialCoop,
            Self::Request | Self::Accuse | Self::Reject | Self::Threaten => Quad::VerbalConflict,
            Self::Protest | Self::Sanction | Self::Mobilize | Self::Coerce | Self::Assault => Quad::MaterialConflict,
        }
    }

    /// Whether it is one of the cooperative classes.
    pub fn cooperates(self) -> bool {
        matches!(self.quad(), Quad::VerbalCoop | Quad::MaterialCoop)
    }

    /// What it is while it is only intended: to meet, work together, give or give way is to agree, to use force is to
    /// threaten. Words that are announced are said already.
    fn intended(self) -> Self {
        match self.quad() {
            Quad::MaterialCoop => Self::Agree,
            Quad::MaterialConflict => Self::Threaten,
            Quad::VerbalCoop if self == Self::Consult => Self::Agree,
            Quad::VerbalCoop | Quad::VerbalConflict => self,
        }
    }
}

impl Quad {
    /// All four.
    pub const ALL: [Quad; 4] = [Self::VerbalCoop, Self::MaterialCoop, Self::VerbalConflict, Self::MaterialConflict];

    /// The ontology's name: `VERBAL_COOP`.
    pub fn name(self) -> &'static str {
        match self {
            Self::VerbalCoop => "VERBAL_COOP",
            Self::MaterialCoop => "MATERIAL_COOP",
            Self::VerbalConflict => "VERBAL_CONFLICT",
            Self::MaterialConflict => "MATERIAL_CONFLICT",
        }
    }
}

impl fmt::Display for Plover {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The class of the event that a claim of a relation tells, as the codebook has it; none if it tells of none.
///
/// | the claim is | class |
/// |---|---|
/// | asserted; actual or attempted | the relation's own |
/// | asserted; planned or conditional | `AGREE` for `CONSULT` and material cooperation, `THREATEN` for material conflict, else the relation's own |
/// | asserted; threatened | `THREATEN` |
/// | asserted; requested | `REQUEST` |
/// | asserted; possible or likely | none |
/// | negated by a governing verb, or planned ("refused to meet", "cancelled a visit", "will not meet"); the relation is cooperative | `REJECT` |
/// | otherwise negated, or denied | none |
pub fn event_class(claim: &Claim, relation: &Relation) -> Option<Plover> {
    let class = relation.plover?;
    match (claim.polarity, claim.modality) {
        (_, Modality::Possible | Modality::Likely) | (Polarity::Denied, _) => None,
        (Polarity::Negated, modality) => {
            let refused = claim.evidence.cues.iter().any(|cue| cue.kind == CueKind::Operator);
            let refused = refused || modality == Modality::Planned;
            (refused && class.cooperates()).then_some(Plover::Reject)
        }
        (Polarity::Asserted, Modality::Actual | Modality::Attempted) => Some(class),
        (Polarity::Asserted, Modality::Planned | Modality::Conditional) => Some(class.intended()),
        (Polarity::Asserted, Modality::Threatened) => Some(Plover::Threaten),
        (Polarity::Asserted, Modality::Requested) => Some(Plover::Request),
    }
}
