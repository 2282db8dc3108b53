//! How well the rules read sentences that people have coded. `docs/scoring.md` tells it to analysts.

mod cause;
mod coding;
mod fault;
mod gold;
mod judge;
mod line;
mod measure;
mod predict;

pub use cause::{Cause, Miss, Misses};
pub use coding::{Class, Coding, Ends, Label, Level, Scheme, SchemeName};
pub use fault::{Fault, GoldError};
pub use gold::{Gold, Record, read_gold};
pub use measure::{Counts, Coverage, Score, score};
