//! Holding the rules against what they promise. Prints nothing.

mod trial;

pub use trial::{count_trials, run_trials};
