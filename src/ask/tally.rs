//! What a number of claims comes to.

use std::collections::BTreeSet;

use crate::model::{Claim, ClaimId, Date};

/// What a number of claims comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The claims, in the order given.
    pub claims: Vec<ClaimId>,
    /// How many documents carry them.
    pub documents: usize,
    /// How many independent sources: the media cited, or the publication where none is.
    pub sources: usize,
    /// The earliest day.
    pub first: Option<Date>,
    /// The latest day.
    pub last: Option<Date>,
}

impl Tally {
    /// Counts claims.
    pub fn of<'a>(claims: impl IntoIterator<Item = &'a Claim>) -> Self {
        let mut tally = Self::default();
        let (mut documents, mut sources) = (BTreeSet::new(), BTreeSet::new());
        for claim in claims {
            tally.claims.push(claim.id.clone());
            documents.insert(&claim.evidence.document);
            sources.extend(sources_of(claim));
            let day = claim.day();
            tally.first = tally.first.into_iter().chain(day).min();
            tally.last = tally.last.max(day);
        }
        tally.documents = documents.len();
        tally.sources = sources.len();
        tally
    }
}

/// The independent sources of a claim: its media, or the publication where none is named.
fn sources_of(claim: &Claim) -> impl Iterator<Item = &str> {
    let publication = claim.evidence.publication.as_deref().filter(|_| claim.media.is_empty());
    claim.media.iter().map(String::as_str).chain(publication)
}
