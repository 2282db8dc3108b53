//! The offices of persons, and when they were held.

use std::collections::BTreeMap;

use super::item::{Item, OfficeItem};
use super::keys::{Key, Space};
use super::merge::Merged;
use super::parse::Piece;
use crate::model::{Date, Holders, PartialDate, TitleKind};

/// The offices of a person, each with the item that gives it and its number there; nothing for other entities.
pub(super) fn offices(merged: &Merged) -> impl Iterator<Item = (&Piece, usize, &OfficeItem)> {
    let is_official = matches!(merged.base.item, Item::Official(_));
    merged.pieces().filter(move |_| is_official).flat_map(|piece| {
        let offices: &[OfficeItem] = match &piece.item {
            Item::Official(item) => &item.offices,
            Item::Extend(item) => &item.offices,
            _ => &[],
        };
        offices.iter().enumerate().map(move |(index, office)| (piece, index, office))
    })
}

/// Whether one person at a time holds a title.
pub(super) fn is_single(title: &str, known: &BTreeMap<Key, Merged>) -> bool {
    match known.get(&Key { space: Space::Title, id: title.to_owned() }).map(|merged| &merged.base.item) {
        Some(Item::Title(title)) => title.kind == TitleKind::Post && title.holders == Holders::One,
        _ => false,
    }
}

/// The first and the last day on which an office may have been held.
pub(super) fn possible(office: &OfficeItem) -> (Date, Date) {
    (office.from.map_or(Date::MIN, PartialDate::earliest), office.until.map_or(Date::MAX, PartialDate::latest))
}

/// Whether two are persons with offices, and on no day both were in office.
pub(super) fn apart(one: &Merged, two: &Merged) -> bool {
    let days = |merged| offices(merged).map(|(_, _, office)| possible(office)).collect::<Vec<_>>();
    let (first, second) = (days(one), days(two));
    let meet = |(from, until): &(Date, Date)| second.iter().any(|(start, end)| start < until && from < end);
    !first.is_empty() && !second.is_empty() && !first.iter().any(meet)
}
