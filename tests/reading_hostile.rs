//! Whatever the text: no panic, spans that hold, the same claims twice.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails panics")]

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use demarche::curation::{Layer, load};
use demarche::model::{Claim, Span};
use demarche::reading::{Engine, explain};
use demarche::text::Article;
use proptest::prelude::*;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new(Arc::new(load(&[Layer::shipped()]).world)));

/// Words that grammar does something with, names, marks, and what no one would write.
const WORDS: &[&str] = &[
    "Russia",
    "China",
    "Moscow's",
    "the two countries",
    "U.S.",
    "TMD",
    "ABM Treaty",
    "Igor Sergeev",
    "Russian",
    "Chinese",
    "defense minister",
    "spokesman",
    "officials",
    "opposes",
    "opposed",
    "oppose",
    "opposing",
    "opposition to",
    "support",
    "said",
    "told",
    "says",
    "that",
    "which",
    "who",
    "whose",
    "whether",
    "if",
    "because",
    "after",
    "before",
    "since",
    "until",
    "as",
    "to",
    "not",
    "n't",
    "no",
    "neither",
    "nor",
    "and",
    "or",
    "but",
    "also",
    "of",
    "by",
    "with",
    "between",
    "from",
    "on",
    "in",
    "according to",
    "due to",
    "was",
    "is",
    "been",
    "being",
    "has",
    "had",
    "having",
    "will",
    "would",
    "may",
    "did",
    "so",
    "does",
    "it",
    "they",
    "he",
    "its",
    "their",
    "talks",
    "visit",
    "visited",
    "held",
    "drew",
    "criticism",
    "proposal",
    "plan",
    "develop",
    "urged",
    "refused",
    "denied",
    "agreed",
    "threatened",
    "the",
    "a",
    "both",
    "all",
    "yesterday",
    "last October",
    "March 12",
    "1999",
    "12",
    "May",
    "this spring",
    ",",
    ".",
    "?",
    "!",
    ";",
    ":",
    "-",
    "--",
    "\u{2013}",
    "\u{2014}",
    "(",
    ")",
    "\"",
    "\u{201c}",
    "\u{201d}",
    "'",
    "\u{2019}s",
    "\n",
    "\n\n",
    "\u{feff}",
    "\u{202e}",
    "\u{1f9c2}",
    "é",
    "İ",
    "ß",
    "ﬁ",
    "zzz",
];

fn soup(longest: usize) -> impl Strategy<Value = String> {
    let word = prop_oneof![20 => prop::sample::select(WORDS).prop_map(str::to_owned), 1 => "\\PC{0,6}"];
    let space = prop::sample::select(vec![" ", " ", " ", "", "\n"]);
    prop::collection::vec((word, space), 0..longest)
        .prop_map(|words| words.into_iter().map(|(word, space)| word + space).collect())
}

fn check(text: &str) {
    let article = Article { date: Some("1999-03-12".parse().unwrap()), ..Article::plain(text) };
    let reading = ENGINE.read(&article);
    let ids: BTreeSet<_> = reading.claims.iter().map(|claim| &claim.id).collect();
    assert_eq!(ids.len(), reading.claims.len(), "two claims with one id in {text:?}");
    reading.claims.iter().for_each(|claim| holds(claim, text));
    assert_eq!(reading, ENGINE.read(&article), "two readings of {text:?} differ");
    explain(&ENGINE, &article);
}

/// Spans lie in the text on whole characters, and the claim's words in its sentence.
fn holds(claim: &Claim, text: &str) {
    let evidence = &claim.evidence;
    assert_eq!(evidence.text, evidence.span.of(text));
    let parts = [Some(evidence.subject), Some(evidence.trigger), Some(evidence.object), evidence.about];
    for part in parts.into_iter().flatten().chain(evidence.cues.iter().map(|cue| cue.span)) {
        assert!(!part.of(text).is_empty(), "an empty span {part:?} in {text:?}");
        assert_eq!(part, Span::new(part.start.max(evidence.span.start), part.end.min(evidence.span.end)), "{text:?}");
    }
    assert!(claim.subject != claim.object, "a claim on itself in {text:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 2000, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn short_texts(text in soup(30)) {
        check(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 2000, ..ProptestConfig::with_cases(25) })]

    #[test]
    fn long_texts(text in soup(1500)) {
        check(&text);
    }
}
