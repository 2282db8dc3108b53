//! A claim as the language states it.

use std::collections::BTreeSet;
use std::str::FromStr;

use super::{LanguageError, parser};
use crate::model::{Claim, EntityId, Modality, Polarity, RelationId, Speaker, When};

/// Whether a relation is the same claim from either end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symmetry {
    /// `A r B` is not `B r A`.
    Directed,
    /// `A r B` is `B r A`.
    Symmetric,
}

/// A claim as the language states it: `russia visits india about tmd, planned, at 1999-spring`.
///
/// ```text
/// claim     = ID ["not" | "denied"] RELATION ID {clause} {"," qualifier}
/// clause    = "about" ID | "asks" STRING | "because" ID {"and" ID}
/// qualifier = "possible" | "likely" | "planned" | "attempted" | "requested" | "threatened" | "conditional" | "formerly"
///           | ("at" | "since" | "until" | "by" | "through") DATE | "said by" speaker {"and" speaker}
/// speaker   = ID | STRING ["of" ID]
/// DATE      = 1999-03-12 | 1999-03 | 1999-spring | 1999 | DATE ".." DATE
/// ```
///
/// ```
/// use demarche::language::ClaimPattern;
/// let claim = ClaimPattern::parse("china opposes tmd because taiwan-coverage")?;
/// assert_eq!(claim.relation.as_str(), "opposes");
/// assert_eq!(claim.to_string(), "china opposes tmd because taiwan-coverage");
/// # Ok::<(), demarche::language::LanguageError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimPattern {
    /// Who.
    pub subject: EntityId,
    /// Asserted, negated or denied.
    pub polarity: Polarity,
    /// Does what.
    pub relation: RelationId,
    /// To whom, or on what.
    pub object: EntityId,
    /// The issue it is about.
    pub about: Option<EntityId>,
    /// What is asked, in the words of the text.
    pub asks: Option<String>,
    /// The reasons given.
    pub grounds: Vec<EntityId>,
    /// How real it is.
    pub modality: Modality,
    /// Whether it marks the end of an earlier stance.
    pub formerly: bool,
    /// When.
    pub when: Option<When>,
    /// Who says so, outermost first.
    pub speakers: Vec<Speaker>,
}

impl ClaimPattern {
    /// Reads a claim.
    pub fn parse(text: &str) -> Result<Self, LanguageError> {
        parser::claim(text)
    }

    /// The full form of a claim.
    pub fn of(claim: &Claim) -> Self {
        Self {
            subject: claim.subject.clone(),
            polarity: claim.polarity,
            relation: claim.relation.clone(),
            object: claim.object.clone(),
            about: claim.about.clone(),
            asks: claim.asks.clone(),
            grounds: claim.grounds.iter().map(|ground| ground.id.clone()).collect(),
            modality: claim.modality,
            formerly: claim.formerly,
            when: claim.when,
            speakers: claim.speakers.clone(),
        }
    }

    /// Whether a claim is the one stated.
    ///
    /// Ends, relation, issue, polarity and modality must be the same; what is asked, grounds (in any order), `formerly`,
    /// time and speakers only if they are stated.
    pub fn matches(&self, claim: &Claim, symmetry: Symmetry) -> bool {
        self.same_ends(claim, symmetry)
            && self.relation == claim.relation
            && self.about == claim.about
            && self.polarity == claim.polarity
            && self.modality == claim.modality
            && self.same_qualification(claim)
    }

    fn same_ends(&self, claim: &Claim, symmetry: Symmetry) -> bool {
        let (subject, object) = (&self.subject, &self.object);
        let straight = *subject == claim.subject && *object == claim.object;
        let crossed = *subject == claim.object && *object == claim.subject;
        straight || (symmetry == Symmetry::Symmetric && crossed)
    }

    fn same_qualification(&self, claim: &Claim) -> bool {
        let stated: BTreeSet<&EntityId> = self.grounds.iter().collect();
        let given: BTreeSet<&EntityId> = claim.grounds.iter().map(|ground| &ground.id).collect();
        (self.asks.is_none() || self.asks == claim.asks)
            && (stated.is_empty() || stated == given)
            && (!self.formerly || claim.formerly)
            && (self.when.is_none() || self.when == claim.when)
            && (self.speakers.is_empty() || self.speakers == claim.speakers)
    }
}

impl FromStr for ClaimPattern {
    type Err = LanguageError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}
