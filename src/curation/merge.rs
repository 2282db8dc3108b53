//! Which items count, once later layers have replaced and extended those of earlier ones.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use super::diagnostic::{Code, Diagnostic};
use super::extend::{Target, target};
use super::item::{Extend, Item};
use super::keys::{Key, Space};
use super::parse::Piece;
use super::sink::Sink;
use super::source::Place;
use super::suggest::{ask, nearest};
use super::tree::Step;

/// An item that counts, and what was added to it.
#[derive(Clone, Debug)]
pub(super) struct Merged {
    /// The item as written.
    pub(super) base: Piece,
    /// The `Extend` items for it, by layer and content.
    pub(super) extends: Vec<Piece>,
    /// The items of earlier layers whose place it took.
    pub(super) replaced: Vec<Piece>,
}

impl Merged {
    /// The item as written, and what was added.
    pub(super) fn pieces(&self) -> impl Iterator<Item = &Piece> {
        std::iter::once(&self.base).chain(&self.extends)
    }
}

/// The items that count.
#[derive(Debug, Default)]
pub(super) struct Effective {
    /// Items with ids.
    pub(super) known: BTreeMap<Key, Merged>,
    /// Items without.
    pub(super) words: Vec<Piece>,
    /// Ids of items that could not be read.
    pub(super) lost: BTreeSet<String>,
    /// How many ids have been compared for suggestions.
    compared: Cell<usize>,
}

/// How many ids may be compared for suggestions; with a million ids, the first few mistakes get one.
const COMPARISONS: usize = 5_000_000;

impl Effective {
    /// The item with an id.
    pub(super) fn get(&self, space: Space, id: &str) -> Option<&Merged> {
        self.known.get(&Key { space, id: id.to_owned() })
    }

    /// The id nearest to one that is not known, among those that fit.
    pub(super) fn nearest(&self, id: &str, fits: impl Fn(&Key, &Merged) -> bool) -> Option<&str> {
        if self.compared.get() > COMPARISONS {
            return None;
        }
        self.compared.set(self.compared.get() + self.known.len());
        nearest(id, self.known.iter().filter(|(key, merged)| fits(key, merged)).map(|(key, _)| key.id.as_str()))
    }

    /// Adds the items of the next layer.
    pub(super) fn add_layer(&mut self, pieces: Vec<Piece>, sink: &mut Sink) {
        let (mut extends, mut layer) = (Vec::new(), BTreeMap::new());
        for piece in pieces {
            match (piece.item.key(), &piece.item) {
                (Some(key), _) => add(key, piece, &mut layer, sink),
                (None, Item::Extend(_)) => extends.push(piece),
                (None, _) => self.words.push(piece),
            }
        }
        for (key, base) in layer {
            let before = self.known.remove(&key);
            let replaced =
                before.into_iter().flat_map(|merged| [merged.replaced, vec![merged.base]].concat()).collect();
            self.known.insert(key, Merged { base, extends: Vec::new(), replaced });
        }
        // by content, so that the order of files leaves no trace
        extends.sort_by_cached_key(|piece| format!("{:?}", piece.item));
        for piece in extends {
            self.extend(piece, sink);
        }
    }

    fn extend(&mut self, piece: Piece, sink: &mut Sink) {
        let Item::Extend(extend) = &piece.item else { return };
        let id = [Step::Field("id")];
        match target(extend, |space| self.get(space, &extend.id).map(|merged| &merged.base.item)) {
            Target::Known(space) => {
                if let Some(merged) = self.known.get_mut(&Key { space, id: extend.id.clone() }) {
                    merged.extends.push(piece);
                }
            }
            Target::Unknown if self.lost.contains(&extend.id) => {}
            Target::Unknown => sink.report(&piece, &id, |place| self.unknown(extend, place)),
            Target::Wrong { field, kind } => sink.report(&piece, &[Step::Field(field)], |place| {
                let message = format!("`{}` is {kind}, which has no `{field}` to add to", extend.id);
                Diagnostic::error(Code::BadExtend, message, place)
            }),
            Target::Ambiguous(kinds) => sink.report(&piece, &id, |place| {
                let message = format!("`{}` is {kinds}, and this fits both", extend.id);
                Diagnostic::error(Code::BadExtend, message, place)
            }),
        }
    }

    fn unknown(&self, extend: &Extend, place: Place) -> Diagnostic {
        let known = self.known.keys().filter(|key| key.space != Space::Relation).map(|key| key.id.as_str());
        let help = nearest(&extend.id, known).map_or_else(
            || "`Extend` adds to an entity, title, rule or group of this or an earlier layer".to_owned(),
            ask,
        );
        let message = format!("nothing has the id `{}`", extend.id);
        Diagnostic::error(Code::UnknownId, message, place).label("unknown id").help(help)
    }
}

/// Adds an item to its layer, unless the layer has one with its id.
fn add(key: Key, piece: Piece, layer: &mut BTreeMap<Key, Piece>, sink: &mut Sink) {
    let Some(first) = layer.get(&key) else {
        layer.insert(key, piece);
        return;
    };
    let help = "give one of them another id, or move the one that replaces the other to a later layer";
    sink.report_with(&piece, |sink| {
        let path = [Step::Field("id")];
        let (related, place) = (sink.place(first, &path), sink.place(&piece, &path));
        Diagnostic::error(Code::DuplicateId, format!("the {} id `{}` is given twice", key.space, key.id), place)
            .label("given again")
            .related(related, "first given here")
            .help(help.to_owned())
    });
}
