//! Whatever the text: no panic, spans that hold, the same claims twice.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails panics")]

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use demarche::curation::{Layer, load};
use demarche::language::ClaimPattern;
use demarche::model::{Claim, Date, Span};
use demarche::reading::{Engine, Gaps, explain};
use demarche::text::{Article, GivenEntity};
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

/// Mentions made elsewhere, wherever they may claim to stand.
fn given(text: usize) -> impl Strategy<Value = Vec<GivenEntity>> {
    let span = (0..=text, 0..=text).prop_map(|(start, end)| Span { start, end });
    let entity = (prop::sample::select(vec!["S", "T", "russia", "tmd"]), prop::collection::vec(span, 0..4))
        .prop_map(|(id, spans)| GivenEntity { id: id.to_owned(), spans });
    prop::collection::vec(entity, 0..4)
}

fn article(longest: usize) -> impl Strategy<Value = Article> {
    let date = prop::option::weighted(0.9, Just("1999-03-12".parse().unwrap()));
    let with = |(text, date): (String, Option<Date>)| {
        let none = Just(Vec::new()).boxed();
        let entities = prop_oneof![3 => none, 1 => given(text.len() + 3)];
        entities.prop_map(move |entities| Article { date, entities, ..Article::plain(text.clone()) })
    };
    (soup(longest), date).prop_flat_map(with)
}

fn check(article: &Article) {
    let text = article.body.as_str();
    let reading = ENGINE.read(article);
    let ids: BTreeSet<_> = reading.claims.iter().map(|claim| &claim.id).collect();
    assert_eq!(ids.len(), reading.claims.len(), "two claims with one id in {text:?}");
    reading.claims.iter().for_each(|claim| holds(claim, text));
    assert_eq!(reading, ENGINE.read(article), "two readings of {text:?} differ");
    let whole = ENGINE.read_with(article, Gaps::Collect, &mut |_, _, _| {});
    assert_eq!(whole.claims, reading.claims, "collecting gaps changes the claims of {text:?}");
    for gap in &whole.gaps {
        on_characters(gap.sentence_span, text);
        assert!(within(gap.span, gap.sentence_span), "a gap outside its sentence in {text:?}");
        on_characters(gap.span, text);
    }
    whole.unknown.iter().for_each(|unknown| on_characters(unknown.span, text));
    explain(&ENGINE, article);
}

/// A span that is not empty and begins and ends between characters of the text.
fn on_characters(span: Span, text: &str) {
    assert!(text.get(span.start..span.end).is_some_and(|part| !part.is_empty()), "{span:?} in {text:?}");
}

fn within(part: Span, whole: Span) -> bool {
    whole.start <= part.start && part.end <= whole.end
}

/// Spans lie in the text on whole characters, and the claim's words in its sentence; what they refer back to, before them.
fn holds(claim: &Claim, text: &str) {
    let evidence = &claim.evidence;
    assert_eq!(evidence.text, evidence.span.of(text));
    let parts = [Some(evidence.subject), Some(evidence.trigger), Some(evidence.object), evidence.about];
    for part in parts.into_iter().flatten().chain(evidence.cues.iter().map(|cue| cue.span)) {
        on_characters(part, text);
        assert!(within(part, evidence.span), "{part:?} is outside its sentence in {text:?}");
    }
    for via in &evidence.via {
        on_characters(via.span, text);
        on_characters(via.to, text);
        assert!(within(via.span, evidence.span), "{:?} is outside its sentence in {text:?}", via.span);
    }
    claim.grounds.iter().for_each(|ground| on_characters(ground.span, text));
    assert!(claim.subject != claim.object, "a claim on itself in {text:?}");
    assert!(claim.about.as_ref() != Some(&claim.object), "a claim on an issue about the same in {text:?}");
}

/// The claims of a text whose parts are said to name some ids.
fn claims_given(text: &str, named: &[(&str, &str)]) -> Vec<String> {
    let entity = |(id, part): &(&str, &str)| {
        let start = text.find(part).unwrap();
        GivenEntity { id: (*id).to_owned(), spans: vec![Span::new(start, start + part.len())] }
    };
    let article = Article { entities: named.iter().map(entity).collect(), ..Article::plain(text) };
    ENGINE.read(&article).claims.iter().map(|claim| ClaimPattern::of(claim).to_string()).collect()
}

#[test]
fn one_id_is_one_entity_however_it_is_named() {
    let text = "Ruritania visited Graustark.";
    let twice = |one, other| claims_given(text, &[(one, "Ruritania"), (other, "Graustark")]);
    assert_eq!(twice("r", "g"), ["r visits g"]);
    assert!(twice("r", "r").is_empty());
    assert!(claims_given("Ruritania visited Russia.", &[("russia", "Ruritania")]).is_empty());
    assert_eq!(claims_given("Ruritania visited China.", &[("russia", "Ruritania")]), ["russia visits china"]);
}

/// So many cases, or as many as `PROPTEST_CASES` says.
fn cases(usual: u32) -> ProptestConfig {
    let told = std::env::var_os("PROPTEST_CASES").is_some();
    let config = if told { ProptestConfig::default() } else { ProptestConfig::with_cases(usual) };
    ProptestConfig { max_shrink_iters: 2000, ..config }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn short_texts(article in article(30)) {
        check(&article);
    }
}

proptest! {
    #![proptest_config(cases(25))]

    #[test]
    fn long_texts(article in article(1500)) {
        check(&article);
    }
}
