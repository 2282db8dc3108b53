//! Holding the rules against what they promise and what texts ask of them. Prints nothing.

mod expect;
mod score;
mod suggest;
mod trial;

pub use expect::{Difference, Expectation, Finding, Role, expect};
pub use score::{
    Cause, Class, Coding, Counts, Coverage, Ends, Fault, Gold, GoldError, Label, Level, Miss, Misses, Record, Scheme,
    SchemeName, Score, read_gold, score,
};
pub use suggest::{Suggestion, suggest};
pub use trial::{count_trials, run_trials};
