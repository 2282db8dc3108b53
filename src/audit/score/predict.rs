//! What the rules say of a record, in the terms of its scheme.

use std::collections::BTreeSet;

use super::coding::{Coding, Ends, Label, Level, Scheme};
use super::gold::{Gold, Record, UNDATED};
use crate::curation::World;
use crate::language::Symmetry;
use crate::model::{Catalog, Claim, EntityId, Modality, Polarity, Relation, RollUp, Sign, event_class};

/// What the rules read in a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prediction {
    /// What they read, ends rolled up where the gold names them.
    pub coding: Coding,
    /// Whether it holds both ways.
    pub symmetry: Symmetry,
    /// The claim in the claim language, with the rule.
    pub claim: String,
}

/// How claims are put in the terms of a gold file.
#[derive(Clone, Debug)]
pub struct Terms<'w> {
    world: &'w World,
    pub scheme: Scheme,
    /// The kinds of entities that the gold names; what it never codes is not held against the rules.
    kinds: BTreeSet<&'static str>,
}

impl<'w> Terms<'w> {
    /// The terms of a gold file.
    pub fn of(gold: &Gold, world: &'w World) -> Self {
        let codings = gold.records.iter().flat_map(|record| &record.codings);
        let kinds = codings.flat_map(|coding| [kind(&coding.subject, world), kind(&coding.object, world)]).collect();
        Self { world, scheme: gold.scheme, kinds }
    }

    /// What claims say of a record that the scheme asks for: sentence by sentence, in the order of their triggers.
    pub fn predictions(&self, record: &Record, claims: &[Claim]) -> Vec<Prediction> {
        claims.iter().filter_map(|claim| self.prediction(record, claim)).collect()
    }

    fn prediction(&self, record: &Record, claim: &Claim) -> Option<Prediction> {
        let relation = self.world.relation(&claim.relation)?;
        let label = label(self.scheme.level, claim, relation)?;
        let (subject, object) = self.ends(record, claim)?;
        let symmetry = if relation.symmetric { Symmetry::Symmetric } else { Symmetry::Directed };
        let text = format!("{} (rule {})", crate::language::ClaimPattern::of(claim), claim.rule);
        let coding = Coding { subject, label, object, about: claim.about.clone() };
        Some(Prediction { coding, symmetry, claim: text })
    }

    /// The ends of a claim as the record would name them, if it is about ends that the record could name.
    pub fn ends(&self, record: &Record, claim: &Claim) -> Option<(EntityId, EntityId)> {
        if self.scheme.ends == Ends::Given {
            let given = |id: &EntityId| record.article.entities.iter().any(|entity| entity.id == id.as_str());
            return (given(&claim.subject) && given(&claim.object))
                .then(|| (claim.subject.clone(), claim.object.clone()));
        }
        let (subject, object) = (self.rolled(record, &claim.subject), self.rolled(record, &claim.object));
        let asked = |id: &EntityId| self.kinds.is_empty() || self.kinds.contains(kind(id, self.world));
        (subject != object && asked(&subject) && asked(&object)).then_some((subject, object))
    }

    /// Whom an actor counts for in a record.
    pub fn rolled(&self, record: &Record, id: &EntityId) -> EntityId {
        match self.scheme.ends {
            Ends::Given => id.clone(),
            Ends::Named => RollUp::Principal.apply(id, None, record.article.date.or(Some(UNDATED)), self.world),
        }
    }
}

/// The kind of an entity; what the data lacks is a state, since only `iso3:` codes may be unknown.
fn kind(id: &EntityId, world: &World) -> &'static str {
    world.entity(id).map_or("state", |entity| entity.kind_name())
}

/// What a claim counts as.
///
/// As a class, what [`event_class`] says. As a relation, its own, if it is asserted and actual, attempted, planned or
/// conditional. As a sign, its own, if it is one of these or threatened, and not neutral.
fn label(level: Level, claim: &Claim, relation: &Relation) -> Option<Label> {
    let asserted = claim.polarity == Polarity::Asserted;
    let told =
        matches!(claim.modality, Modality::Actual | Modality::Attempted | Modality::Planned | Modality::Conditional);
    match level {
        Level::Class => event_class(claim, relation).map(Label::Class),
        Level::Relation => (asserted && told).then(|| Label::Relation(relation.id.clone())),
        Level::Sign => {
            let told = told || claim.modality == Modality::Threatened;
            (asserted && told && claim.sign != Sign::Neutral).then_some(Label::Sign(claim.sign))
        }
    }
}
