//! What can be used and is likely a mistake, beyond what every load tells.

mod case;
mod gaps;
mod lacking;
mod naming;
mod ordinary;
mod shadows;

use super::diagnostic::{Diagnostic, sort};
use super::load::Loaded;
use super::sink::Sink;

/// What is likely a mistake in data that can be used: names that hide each other, gaps between the holders of an office,
/// aliases that are ordinary words, issues without aliases and relations without rules. All are warnings.
pub fn strict(loaded: &Loaded) -> Vec<Diagnostic> {
    let (known, world) = (loaded.origins.known(), &loaded.world);
    let mut sink = Sink::default();
    let namings = naming::namings(known);
    case::check(&namings, &mut sink);
    shadows::check(&namings, known, world, &mut sink);
    ordinary::check(&namings, &world.rules, &mut sink);
    gaps::check(known, &mut sink);
    lacking::check(known, world, &mut sink);
    let mut diagnostics = sink.finish();
    sort(&mut diagnostics);
    diagnostics
}
