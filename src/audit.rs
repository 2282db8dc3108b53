//! Holding the rules against what they promise. Prints nothing.

mod trial;

pub use trial::run_trials;
