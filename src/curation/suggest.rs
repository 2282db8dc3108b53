//! "Did you mean": the nearest of some known words.

/// Words longer than this are compared with nothing.
const LONGEST: usize = 64;

/// The known word nearest to one that is not known, if it is near; of equals the first in the alphabet.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    if length == 0 || length > LONGEST {
        return None;
    }
    let limit = (length / 3).max(1);
    let lower = word.to_lowercase();
    let near = |candidate: &'a str| {
        let other = candidate.chars().count();
        if other.abs_diff(length) > limit {
            return None;
        }
        let distance = strsim::osa_distance(&lower, &candidate.to_lowercase());
        (distance <= limit && distance < length.max(2)).then_some((distance, candidate))
    };
    known.into_iter().filter_map(near).min().map(|(_, candidate)| candidate)
}

/// "did you mean `x`?" for the nearest of some known words.
pub(super) fn did_you_mean(word: &str, known: &[&str]) -> Option<String> {
    nearest(word, known.iter().copied()).map(ask)
}

/// The question for one suggestion.
pub(super) fn ask(suggestion: &str) -> String {
    format!("did you mean `{suggestion}`?")
}
