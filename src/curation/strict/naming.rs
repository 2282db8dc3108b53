//! The names of entities, each with who bears it and where it stands.

use std::collections::BTreeMap;

use crate::curation::keys::{Key, Space};
use crate::curation::merge::Merged;
use crate::curation::parse::Piece;
use crate::curation::words::{self, Wording};

/// A name of an entity.
#[derive(Clone, Copy)]
pub(super) struct Naming<'a> {
    /// The entity.
    pub(super) owner: &'a Key,
    /// Its item, and what was added to it.
    pub(super) merged: &'a Merged,
    /// The item that gives the name.
    pub(super) piece: &'a Piece,
    /// The name.
    pub(super) wording: Wording<'a>,
}

impl Naming<'_> {
    /// The name as texts are compared with it: in lower case, without an article.
    pub(super) fn folded(&self) -> String {
        let lower = self.wording.text.trim().to_lowercase();
        lower.strip_prefix("the ").map_or_else(|| lower.clone(), str::to_owned)
    }

    /// Whether it is the only word of the name.
    pub(super) fn is_one_word(&self) -> bool {
        !self.wording.text.trim().contains([' ', '-', '.', '/'])
    }
}

/// All names, in the order of the files.
pub(super) fn namings(known: &BTreeMap<Key, Merged>) -> Vec<Naming<'_>> {
    let entities = known.iter().filter(|(key, _)| key.space == Space::Entity);
    let pieces = entities.flat_map(|(owner, merged)| merged.pieces().map(move |piece| (owner, merged, piece)));
    let mut namings: Vec<Naming<'_>> = pieces
        .flat_map(|(owner, merged, piece)| {
            words::names(&piece.item).into_iter().map(move |wording| Naming { owner, merged, piece, wording })
        })
        .filter(|naming| !naming.wording.text.trim().is_empty())
        .collect();
    namings.sort_by_key(|naming| {
        let (piece, wording) = (naming.piece, naming.wording);
        (piece.layer, &piece.source.path, piece.span.start, wording.field, wording.index)
    });
    namings
}
