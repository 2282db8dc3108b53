//! What the items say together: ids, names, offices, rules, patterns.

mod cycles;
mod faults;
mod names;
mod offices;
mod patterns;
mod references;
mod rules;
mod scope;
mod synonyms;
mod values;
mod wordings;

pub(super) use patterns::Patterns;
pub(super) use wordings::Wordings;

use super::merge::Effective;
use super::sink::Sink;
use scope::Scope;

/// What the checks have read of the rules.
#[derive(Debug, Default)]
pub(super) struct Checked {
    /// The patterns.
    pub(super) patterns: Patterns,
    /// The wordings, with nothing left to choose.
    pub(super) wordings: Wordings,
}

/// Checks the items that count; gives the patterns and wordings they hold.
pub(super) fn check(effective: &Effective, sink: &mut Sink) -> Checked {
    let scope = Scope::new(effective);
    for merged in effective.known.values() {
        for piece in merged.pieces() {
            references::check(piece, &scope, sink);
            values::check(piece, sink);
        }
        rules::check(merged, sink);
    }
    effective.words.iter().for_each(|piece| values::check(piece, sink));
    names::check(effective, sink);
    offices::check(effective, sink);
    cycles::check(effective, sink);
    let groups = synonyms::check(effective, sink);
    Checked {
        patterns: patterns::check(effective, &scope, &groups, sink),
        wordings: wordings::check(effective, &groups, sink),
    }
}
