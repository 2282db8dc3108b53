//! What the items say together: ids, names, offices, rules, patterns.

mod cycles;
mod names;
mod offices;
mod patterns;
mod references;
mod rules;
mod scope;
mod values;

pub(super) use patterns::Patterns;

use super::merge::Effective;
use super::sink::Sink;
use scope::Scope;

/// Checks the items that count; gives the patterns they hold.
pub(super) fn check(effective: &Effective, sink: &mut Sink) -> Patterns {
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
    patterns::check(effective, &scope, sink)
}
