//! Building is a merge that commutes, associates and may be repeated; the order of rules and documents leaves no trace.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails panics")]

use std::path::Path;
use std::sync::{Arc, LazyLock};

use demarche::corpus::{Corpus, Defaults, extract, merge, read_paths};
use demarche::curation::{Layer, load};
use demarche::model::{Claim, DocumentId, Span};
use demarche::reading::{Engine, Gaps};
use demarche::text::{Article, GivenEntity};
use proptest::prelude::*;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| engine(&[Layer::shipped()]));
static ARTICLES: LazyLock<Vec<Article>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/articles");
    read_paths(&[folder], &Defaults::default()).articles
});

fn engine(layers: &[Layer]) -> Engine {
    Engine::new(Arc::new(load(layers).world))
}

fn build(articles: &[Article]) -> Corpus {
    extract(&ENGINE, articles, Gaps::Collect)
}

fn claims(articles: &[Article]) -> Vec<Claim> {
    build(articles).claims
}

#[test]
fn one_document_at_a_time_gives_the_same_as_all_at_once() {
    let single = ARTICLES.iter().map(|article| claims(std::slice::from_ref(article)));
    assert_eq!(merge(single), claims(&ARTICLES));
}

#[test]
fn the_order_of_items_in_the_data_leaves_no_trace() {
    let reversed: Vec<(String, String)> = Layer::shipped()
        .files
        .iter()
        .map(|file| (format!("z{}", file.path.chars().rev().collect::<String>()), file.text.clone()))
        .collect();
    let layer = Layer::from_texts(reversed.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let shuffled = engine(&[layer]);
    assert_eq!(shuffled.world().fingerprint, ENGINE.world().fingerprint);
    assert_eq!(extract(&shuffled, &ARTICLES, Gaps::Collect), build(&ARTICLES));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_documents_leaves_no_trace(order in Just((0..ARTICLES.len()).collect::<Vec<_>>()).prop_shuffle()) {
        let shuffled: Vec<Article> = order.iter().map(|at| ARTICLES[*at].clone()).collect();
        prop_assert_eq!(build(&shuffled), build(&ARTICLES));
    }

    #[test]
    fn merging_commutes_associates_and_may_be_repeated(cut in 1usize..18, other in 1usize..18) {
        let (low, high) = (cut.min(other), cut.max(other));
        let parts = [&ARTICLES[..low], &ARTICLES[low..high], &ARTICLES[high..]].map(claims);
        let [a, b, c] = parts.clone();
        let whole = merge(parts);
        prop_assert_eq!(&merge([c.clone(), a.clone(), b.clone()]), &whole);
        prop_assert_eq!(&merge([merge([a.clone(), b.clone()]), c.clone()]), &whole);
        prop_assert_eq!(&merge([a, merge([b.clone(), c])]), &whole);
        prop_assert_eq!(&merge([whole.clone(), b, whole.clone()]), &whole);
    }
}

/// A document under one id, once with each of its ways of bringing its own mentions.
fn twins() -> [Article; 2] {
    ["x", "y"].map(|name| {
        let given = GivenEntity { id: name.to_owned(), spans: vec![Span::new(0, 9)] };
        let id = Some(DocumentId::new("twin"));
        Article { id, entities: vec![given], ..Article::plain("Ruritania opposes TMD.") }
    })
}

#[test]
fn of_documents_that_differ_in_their_own_mentions_the_same_one_counts() {
    let [one, other] = twins();
    let (forth, back) = (claims(&[one.clone(), other.clone()]), claims(&[other, one]));
    assert_eq!(forth.len(), 1);
    assert_eq!(forth, back);
}
