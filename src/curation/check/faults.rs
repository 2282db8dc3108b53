//! Telling what is wrong inside a wording or pattern.

use crate::curation::diagnostic::{Code, Diagnostic};
use crate::curation::parse::Piece;
use crate::curation::pattern::{PatternError, PatternFault};
use crate::curation::sink::Sink;
use crate::curation::synonyms::Groups;
use crate::curation::tree::Step;

/// Tells what is wrong at its place inside a string, unless it follows from what has been told.
pub(super) fn tell(
    error: &PatternError,
    code: Code,
    (piece, path): (&Piece, &[Step<'_>]),
    groups: &Groups,
    sink: &mut Sink,
) {
    let PatternError { fault, span } = error;
    let (code, label) = match fault {
        PatternFault::LostGroup { .. } => return,
        PatternFault::UnknownGroup { .. } => (Code::UnknownId, "no group has this id"),
        _ => (code, ""),
    };
    sink.report(piece, path, |place| {
        Diagnostic::error(code, fault.to_string(), place.within_string(*span))
            .label(label)
            .help(fault.help().or_else(|| groups.help(fault)))
    });
}
