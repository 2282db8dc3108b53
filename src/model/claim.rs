//! One reading of one sentence.

use serde::{Deserialize, Serialize};

use super::{ClaimId, Date, DocumentId, EntityId, RelationId, RuleId, Sign, When};

/// Byte offsets into a document's body, `[start, end)`; a two-element array in JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(usize, usize)", into = "(usize, usize)")]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The text under the span on one line, with single spaces.
    pub fn line_of(self, text: &str) -> String {
        self.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text under the span; empty if it lies outside or cuts a character.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

impl From<(usize, usize)> for Span {
    fn from((start, end): (usize, usize)) -> Self {
        Self { start, end }
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

/// Whether the claim is put forward or turned down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// Said to be so.
    #[default]
    Asserted,
    /// Said not to be so.
    Negated,
    /// Denied by one of the speakers.
    Denied,
}

/// How real what is claimed is, in order of precedence: the first that applies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// Someone asks for it.
    Requested,
    /// Someone threatens it.
    Threatened,
    /// It depends on something.
    Conditional,
    /// It is tried.
    Attempted,
    /// It may be.
    Possible,
    /// It is likely.
    Likely,
    /// It is intended or scheduled.
    Planned,
    /// It is so.
    #[default]
    Actual,
}

impl Modality {
    /// All modalities, in order of precedence.
    pub const ALL: [Modality; 8] = [
        Self::Requested,
        Self::Threatened,
        Self::Conditional,
        Self::Attempted,
        Self::Possible,
        Self::Likely,
        Self::Planned,
        Self::Actual,
    ];

    /// The lower-case name, as JSON and the claim language write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Threatened => "threatened",
            Self::Conditional => "conditional",
            Self::Attempted => "attempted",
            Self::Possible => "possible",
            Self::Likely => "likely",
            Self::Planned => "planned",
            Self::Actual => "actual",
        }
    }
}

/// Who says a claim: an actor, or an unnamed speaker as worded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Speaker {
    /// An actor of the world.
    Actor {
        /// Its id.
        actor: EntityId,
    },
    /// Someone the text does not name.
    Unnamed {
        /// The words of the text: "Russian government sources".
        unnamed: String,
        /// The state they belong to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<EntityId>,
    },
}

/// A ground as one text gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroundUse {
    /// The ground.
    pub id: EntityId,
    /// The sentence that gives it, counted from 1.
    pub sentence: usize,
    /// Where the words stand.
    pub span: Span,
    /// How real the ground is said to be.
    pub modality: Modality,
}

/// What a cue does to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CueKind {
    /// Negates.
    Negation,
    /// Changes the modality.
    Modality,
    /// Says who speaks.
    Speech,
    /// Says when.
    Time,
    /// A governing word: "refuse to".
    Operator,
}

/// A word that qualified a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cue {
    /// What it does.
    pub kind: CueKind,
    /// Where it stands.
    pub span: Span,
}

/// A reference and what it was taken to mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Antecedent {
    /// The referring words: "the two countries".
    pub span: Span,
    /// The words they refer to.
    pub to: Span,
}

/// Where a claim stands in its document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The document.
    pub document: DocumentId,
    /// The document's date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Who printed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publication: Option<String>,
    /// The sentence, counted from 1.
    pub sentence: usize,
    /// Where the sentence stands.
    pub span: Span,
    /// The sentence as printed.
    pub text: String,
    /// The words that name the subject.
    pub subject: Span,
    /// The words that carry the relation.
    pub trigger: Span,
    /// The words that name the object.
    pub object: Span,
    /// The words that name the issue it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Span>,
    /// The words that qualify the claim.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<Cue>,
    /// The references that were followed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<Antecedent>,
}

impl Evidence {
    /// The text of a span that lies in the sentence, white space folded; empty if it lies elsewhere.
    pub fn words(&self, span: Span) -> String {
        let inside = span.start.checked_sub(self.span.start).zip(span.end.checked_sub(self.span.start));
        inside.map(|(start, end)| Span::new(start, end).line_of(&self.text)).unwrap_or_default()
    }

    /// The words that carry the relation.
    pub fn trigger_text(&self) -> String {
        self.words(self.trigger)
    }
}

/// One reading of one sentence: the record everything else is made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The id: a hash of the [`super::ClaimKey`].
    pub id: ClaimId,
    /// Who.
    pub subject: EntityId,
    /// Does what.
    pub relation: RelationId,
    /// To whom, or on what.
    pub object: EntityId,
    /// The issue it is about, where the object is an actor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<EntityId>,
    /// What is asked, in the words of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks: Option<String>,
    /// The relation's sign.
    pub sign: Sign,
    /// Asserted, negated or denied.
    pub polarity: Polarity,
    /// How real it is.
    pub modality: Modality,
    /// When, if the text dates it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// Whether it marks the end of an earlier stance.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub formerly: bool,
    /// Where it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<EntityId>,
    /// Who says so, outermost first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<Speaker>,
    /// The news organisations cited for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<String>,
    /// The reasons given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<GroundUse>,
    /// Whom the subject stands for, if not itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject_principal: Option<EntityId>,
    /// Whom the object stands for, if not itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object_principal: Option<EntityId>,
    /// The claims it was inferred from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub derived_from: Vec<ClaimId>,
    /// Where it stands.
    pub evidence: Evidence,
    /// The rule that found it.
    pub rule: RuleId,
}

impl Claim {
    /// Whether it counts unless a question asks otherwise: asserted and actual.
    pub fn counts(&self) -> bool {
        self.polarity == Polarity::Asserted && self.modality == Modality::Actual
    }

    /// The day to sort and filter by: the event's own if dated, else the document's.
    pub fn day(&self) -> Option<Date> {
        self.when.as_ref().and_then(When::sort_day).or(self.evidence.date)
    }

    /// The order of `claims.jsonl`: date, document, sentence, id.
    pub fn file_order(&self) -> (Option<Date>, &DocumentId, usize, &ClaimId) {
        (self.evidence.date, &self.evidence.document, self.evidence.sentence, &self.id)
    }
}
