//! Counting what fits a question otherwise.

use super::LeftOut;
use super::fact::Facts;
use super::join::{Join, Miss};
use crate::model::Polarity;

/// What fits the atoms of a question and was not counted.
pub(super) fn left_out(join: &Join<'_>, facts: &Facts<'_>) -> LeftOut {
    let mut left_out = LeftOut::default();
    for (miss, _) in join.misses(facts).into_values() {
        match miss {
            Miss::Polarity(Polarity::Asserted) => left_out.asserted += 1,
            Miss::Polarity(Polarity::Negated) => left_out.negated += 1,
            Miss::Polarity(Polarity::Denied) => left_out.denied += 1,
            Miss::Modality(modality) => *left_out.modalities.entry(modality).or_default() += 1,
            Miss::Undated => left_out.undated += 1,
            Miss::Groundless => left_out.groundless += 1,
            Miss::Unattributed => left_out.unattributed += 1,
            Miss::Dated => {}
        }
    }
    left_out
}
