//! What the graph is made of: entities, relations, claims, partial dates and ids. No I/O.

mod claim;
mod date;
mod entity;
mod id;
mod key;
mod plover;
mod principal;
mod relation;
mod when;

pub use claim::{Antecedent, Claim, Cue, CueKind, Evidence, GroundUse, Modality, Polarity, Span, Speaker};
pub use date::{Date, ParseDateError, PartialDate, Precision, Season};
pub use entity::{Entity, EntityKind, Holders, IssueKind, Sector, Tenure, Title, TitleKind};
pub use id::{ClaimId, DocumentId, EntityId, RelationId, RuleId, TitleId};
pub use key::{ClaimKey, claim_id, document_id};
pub use plover::{Plover, Quad, event_class};
pub use principal::{Catalog, RollUp, principal};
pub use relation::{Line, Relation, RelationKind, Sign};
pub use when::{When, WhenKind};
