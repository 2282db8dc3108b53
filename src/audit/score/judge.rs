//! What is right, missed, and too much in one record.

use super::coding::Coding;
use super::predict::Prediction;
use crate::language::Symmetry;

/// A coding that no prediction matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    /// The coding.
    pub coding: Coding,
    /// What was read in its place, of the same pair.
    pub instead: Option<Prediction>,
}

/// What is right, missed, and too much in one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgement {
    /// Codings that a prediction matches.
    pub hits: Vec<Coding>,
    /// Codings that none does.
    pub missed: Vec<Missed>,
    /// Predictions that match no coding and stand in for none.
    pub extra: Vec<Prediction>,
}

/// Holds predictions against codings. Predictions that say the same count once; each that matches no coding is wrong.
pub fn judge(codings: &[Coding], predictions: &[Prediction]) -> Judgement {
    let (hits, missed): (Vec<Coding>, Vec<Coding>) =
        codings.iter().cloned().partition(|coding| predictions.iter().any(|prediction| matches(prediction, coding)));
    let mut extra: Vec<Prediction> = Vec::new();
    for prediction in predictions {
        let right = codings.iter().any(|coding| matches(prediction, coding));
        if !right && !extra.iter().any(|known| says_the_same(known, prediction)) {
            extra.push(prediction.clone());
        }
    }
    let missed =
        missed.into_iter().map(|coding| Missed { instead: take_instead(&coding, &mut extra), coding }).collect();
    Judgement { hits, missed, extra }
}

fn matches(prediction: &Prediction, coding: &Coding) -> bool {
    let got = &prediction.coding;
    let about = coding.about.is_none() || coding.about == got.about;
    got.label == coding.label && about && joins(got, coding, prediction.symmetry)
}

fn joins(one: &Coding, other: &Coding, symmetry: Symmetry) -> bool {
    let crossed = one.subject == other.object && one.object == other.subject;
    same_ends(one, other) || (symmetry == Symmetry::Symmetric && crossed)
}

fn same_ends(one: &Coding, other: &Coding) -> bool {
    one.subject == other.subject && one.object == other.object
}

fn says_the_same(one: &Prediction, other: &Prediction) -> bool {
    let either = if one.symmetry == Symmetry::Symmetric { one.symmetry } else { other.symmetry };
    one.coding.label == other.coding.label && joins(&one.coding, &other.coding, either)
}

/// Takes the prediction of the same pair that is likest: the same label the other way, else the same direction, else any.
fn take_instead(coding: &Coding, extra: &mut Vec<Prediction>) -> Option<Prediction> {
    let same_pair = |got: &Prediction| joins(&got.coding, coding, Symmetry::Symmetric);
    let turned = extra.iter().position(|got| same_pair(got) && got.coding.label == coding.label);
    let straight = || extra.iter().position(|got| same_ends(&got.coding, coding));
    let at = turned.or_else(straight).or_else(|| extra.iter().position(same_pair))?;
    Some(extra.remove(at))
}
