//! Things that are parts of themselves.

use std::collections::{BTreeMap, BTreeSet};

use crate::curation::diagnostic::{Code, Diagnostic};
use crate::curation::item::Item;
use crate::curation::keys::{Key, Space};
use crate::curation::merge::Effective;
use crate::curation::sink::Sink;
use crate::curation::tree::Step;

/// Checks that no `part_of` leads back to where it began; each circle is told once.
pub(super) fn check(effective: &Effective, sink: &mut Sink) {
    let parents: BTreeMap<&str, &str> = effective
        .known
        .iter()
        .filter(|(key, _)| key.space == Space::Entity)
        .filter_map(|(key, merged)| Some((key.id.as_str(), part_of(&merged.base.item)?)))
        .collect();
    let mut done = BTreeSet::new();
    for start in parents.keys() {
        let (mut path, mut on_path, mut current) = (Vec::new(), BTreeMap::new(), *start);
        while !done.contains(current) {
            if let Some(first) = on_path.insert(current, path.len()) {
                report(path.get(first..).unwrap_or(&[]), effective, sink);
                break;
            }
            path.push(current);
            match parents.get(current) {
                Some(parent) => current = parent,
                None => break,
            }
        }
        done.extend(path);
    }
}

fn part_of(item: &Item) -> Option<&str> {
    match item {
        Item::Organisation(item) => item.part_of.as_ref().map(|id| id.as_str()),
        Item::Issue(item) => item.part_of.as_ref().map(|id| id.as_str()),
        _ => None,
    }
}

fn report(circle: &[&str], effective: &Effective, sink: &mut Sink) {
    let get = |id: &str| effective.known.get(&Key { space: Space::Entity, id: id.to_owned() });
    let Some((first, merged)) = circle.first().and_then(|first| Some((first, get(first)?))) else { return };
    let shown: Vec<String> = circle.iter().take(8).chain([first]).map(|id| format!("`{id}`")).collect();
    let message = format!("`{first}` is a part of itself: {}", shown.join(" is part of "));
    sink.report_with(&merged.base, |sink| {
        let path = [Step::Field("part_of")];
        let place = sink.place(&merged.base, &path);
        let mut diagnostic = Diagnostic::error(Code::Cycle, message, place);
        for other in circle.iter().skip(1).take(4).filter_map(|id| get(id)) {
            diagnostic = diagnostic.related(sink.place(&other.base, &path), "by way of this");
        }
        diagnostic
    });
}
