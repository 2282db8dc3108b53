//! What makes two claims, or two documents, the same.

use sha2::{Digest, Sha256};

use super::{Claim, ClaimId, Date, DocumentId, EntityId, Modality, Polarity, RelationId};

/// What tells claims apart: rule, spans, grounds, speakers and time are not part of it, so that verdicts on a claim
/// outlive a better engine.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimKey {
    /// The document.
    pub document: DocumentId,
    /// The byte the sentence starts at.
    pub sentence_start: usize,
    /// The subject.
    pub subject: EntityId,
    /// The relation.
    pub relation: RelationId,
    /// The object.
    pub object: EntityId,
    /// The issue it is about.
    pub about: Option<EntityId>,
    /// The polarity.
    pub polarity: Polarity,
    /// The modality.
    pub modality: Modality,
}

impl ClaimKey {
    /// The key of a claim.
    pub fn of(claim: &Claim) -> Self {
        Self {
            document: claim.evidence.document.clone(),
            sentence_start: claim.evidence.span.start,
            subject: claim.subject.clone(),
            relation: claim.relation.clone(),
            object: claim.object.clone(),
            about: claim.about.clone(),
            polarity: claim.polarity,
            modality: claim.modality,
        }
    }
}

/// The id of the claim with this key: `c-` and the first 16 hex digits of its SHA-256.
pub fn claim_id(key: &ClaimKey) -> ClaimId {
    let start = key.sentence_start.to_string();
    let polarity = format!("{:?}", key.polarity);
    let about = key.about.as_ref().map_or("", EntityId::as_str);
    ClaimId::new(format!(
        "c-{}",
        short_hash(&[
            key.document.as_str(),
            &start,
            key.subject.as_str(),
            key.relation.as_str(),
            key.object.as_str(),
            about,
            &polarity,
            key.modality.name(),
        ])
    ))
}

/// The id of a document that was given none: `d-` and 16 hex digits of the hash of date, publication and text.
///
/// ```
/// use demarche::model::document_id;
/// let id = document_id(None, None, "Moscow opposes the plan.");
/// assert_eq!(id.as_str().len(), 18);
/// ```
pub fn document_id(date: Option<Date>, publication: Option<&str>, text: &str) -> DocumentId {
    let date = date.map(|date| date.to_string()).unwrap_or_default();
    DocumentId::new(format!("d-{}", short_hash(&[&date, publication.unwrap_or(""), text])))
}

/// The first 16 hex digits of the SHA-256 of the parts, each ended by a zero byte.
fn short_hash(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update([0]);
    }
    hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
