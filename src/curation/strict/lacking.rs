//! Items that nothing in a text leads to.

use std::collections::{BTreeMap, BTreeSet};

use crate::curation::diagnostic::{Code, Diagnostic};
use crate::curation::item::Item;
use crate::curation::keys::{Key, Space};
use crate::curation::merge::Merged;
use crate::curation::sink::Sink;
use crate::curation::tree::Step;
use crate::curation::words;
use crate::curation::world::World;

/// Tells issues without aliases and relations without rules.
pub(super) fn check(known: &BTreeMap<Key, Merged>, world: &World, sink: &mut Sink) {
    let rules = &world.rules;
    let given: BTreeSet<&str> = std::iter::empty()
        .chain(rules.frames.iter().map(|rule| rule.relation.as_str()))
        .chain(rules.patterns.iter().map(|rule| rule.relation.as_str()))
        .chain(rules.operators.iter().filter_map(|rule| rule.relation.as_ref().map(|id| id.as_str())))
        .collect();
    for (key, merged) in known {
        match (key.space, &merged.base.item) {
            (Space::Entity, Item::Issue(_)) if !has_aliases(merged) => without_aliases(key, merged, sink),
            (Space::Relation, _) if !given.contains(key.id.as_str()) => without_rules(key, merged, sink),
            _ => {}
        }
    }
}

fn has_aliases(merged: &Merged) -> bool {
    merged.pieces().any(|piece| words::names(&piece.item).iter().any(|wording| wording.field == "aliases"))
}

fn without_aliases(key: &Key, merged: &Merged, sink: &mut Sink) {
    let message = format!("the issue `{}` has no aliases", key.id);
    sink.report(&merged.base, &[Step::Field("name")], |place| {
        Diagnostic::warning(Code::NoAliases, message, place)
            .label("found by this alone, as it is written")
            .help("add what news calls it, in lower case: `aliases: [\"..\"]`".to_owned())
    });
}

fn without_rules(key: &Key, merged: &Merged, sink: &mut Sink) {
    let message = format!("no rule gives the relation `{}`", key.id);
    sink.report(&merged.base, &[Step::Field("id")], |place| {
        Diagnostic::warning(Code::NoRules, message, place)
            .label("no claim can have it")
            .help("write a `Frame` or `Pattern` for it, or leave it out".to_owned())
    });
}
