//! An answer as JSON, one object a line.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::ask::{Answer, AnswerRow, Binding, Body, Position, Standing, Tally};
use crate::model::{ClaimId, Date, EntityId, Polarity, RelationId};

/// The answer as JSON, one object a line; rows on the parts of issues are left to questions that ask for them.
pub fn json(answer: &Answer) -> String {
    match &answer.body {
        Body::Rows { rows, .. } => rows.iter().map(|row| line(&RowJson::of(row))).collect(),
        Body::Truth { verdict, claims, .. } => line(&TruthJson { answer: verdict.name(), claims: &claims.claims }),
        Body::Stand { actor, history, .. } => {
            history.iter().map(|position| line(&StandJson::of(actor, position))).collect()
        }
    }
}

fn line(object: &impl Serialize) -> String {
    serde_json::to_string(object).map(|text| text + "\n").unwrap_or_default()
}

#[derive(Serialize)]
struct TruthJson<'a> {
    answer: &'static str,
    claims: &'a [ClaimId],
}

#[derive(Serialize)]
struct RowJson<'a> {
    row: Bound<'a>,
    #[serde(skip_serializing_if = "<[EntityId]>::is_empty")]
    through: &'a [EntityId],
    #[serde(flatten)]
    claims: TallyJson<'a>,
}

impl<'a> RowJson<'a> {
    fn of(row: &'a AnswerRow) -> Self {
        Self { row: Bound(&row.bindings), through: &row.through, claims: TallyJson::of(&row.claims) }
    }
}

/// Variables and what they are, in the order of the question.
struct Bound<'a>(&'a [Binding]);

impl Serialize for Bound<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for binding in self.0 {
            map.serialize_entry(&binding.variable, &binding.entity)?;
        }
        map.end()
    }
}

#[derive(Serialize)]
struct TallyJson<'a> {
    claims: &'a [ClaimId],
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<Date>,
    documents: usize,
    sources: usize,
}

impl<'a> TallyJson<'a> {
    fn of(claims: &'a Tally) -> Self {
        Self {
            claims: &claims.claims,
            first: claims.first,
            last: claims.last,
            documents: claims.documents,
            sources: claims.sources,
        }
    }
}

#[derive(Serialize)]
struct Stance<'a> {
    actor: &'a EntityId,
    relation: &'a RelationId,
    issue: &'a EntityId,
}

#[derive(Serialize)]
struct StandJson<'a> {
    row: Stance<'a>,
    polarity: Polarity,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    formerly: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    latest: bool,
    #[serde(skip_serializing_if = "<[EntityId]>::is_empty")]
    through: &'a [EntityId],
    #[serde(flatten)]
    claims: TallyJson<'a>,
}

impl<'a> StandJson<'a> {
    fn of(actor: &'a EntityId, position: &'a Position) -> Self {
        Self {
            row: Stance { actor, relation: &position.relation, issue: &position.issue },
            polarity: position.polarity,
            formerly: position.formerly,
            latest: position.standing == Standing::Latest,
            through: &position.through,
            claims: TallyJson::of(&position.claims),
        }
    }
}
