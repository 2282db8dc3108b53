//! A dated text.

use serde::{Deserialize, Serialize};

use crate::model::{Date, DocumentId, Span, document_id};

/// A mention made elsewhere and taken as given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenEntity {
    /// Its id in the claims.
    pub id: String,
    /// Where it stands.
    pub spans: Vec<Span>,
}

/// A dated text; spans everywhere are byte offsets into `body`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The id given, if any.
    pub id: Option<DocumentId>,
    /// The day it was printed.
    pub date: Option<Date>,
    /// Who printed it.
    pub publication: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Where it stands.
    pub url: Option<String>,
    /// The text after any front matter.
    pub body: String,
    /// Mentions made elsewhere.
    pub entities: Vec<GivenEntity>,
}

impl Article {
    /// The id given, or the hash of date, publication and text; never the file name.
    pub fn document_id(&self) -> DocumentId {
        self.id.clone().unwrap_or_else(|| document_id(self.date, self.publication.as_deref(), &self.body))
    }
}
