//! Holding the rules against what they promise and what texts ask of them. Prints nothing.

mod expect;
mod suggest;
mod trial;

pub use expect::{Difference, Expectation, Finding, Role, expect};
pub use suggest::{Suggestion, suggest};
pub use trial::{count_trials, run_trials};
