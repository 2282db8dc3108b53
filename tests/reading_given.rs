//! Entities that come with a document: pairs that a coder marked, named P and Q here.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails panics")]

mod common;

use demarche::curation::{Layer, World};
use demarche::language::ClaimPattern;
use demarche::model::Span;
use demarche::reading::Engine;
use demarche::text::{Article, GivenEntity};

/// Reads a text in which `[P: ..]` and `[Q: ..]` mark the given entities.
fn read(marked: &str) -> Vec<String> {
    let (mut text, mut entities) = (String::new(), Vec::new());
    for piece in marked.split('[') {
        let Some((id, named, rest)) = piece.split_once(": ").and_then(|(id, tail)| {
            let (named, rest) = tail.split_once(']')?;
            Some((id, named, rest))
        }) else {
            text.push_str(piece);
            continue;
        };
        let span = Span::new(text.len(), text.len() + named.len());
        entities.push(GivenEntity { id: id.to_owned(), spans: vec![span] });
        text.push_str(named);
        text.push_str(rest);
    }
    let engine = Engine::new(std::sync::Arc::new(world()));
    let reading = engine.read(&Article { entities, ..Article::plain(text) });
    reading.claims.iter().map(|claim| ClaimPattern::of(claim).to_string()).collect()
}

/// The words of English that are shipped, and the invented world of `grammar/`.
fn world() -> World {
    let text = |name: &str| std::fs::read_to_string(common::root().join("data/rules").join(name)).unwrap();
    let english = ["words.ron", "verbs.ron", "irregulars.ron"].map(|name| (name, text(name)));
    let english = Layer::from_texts(english.iter().map(|(name, text)| (*name, text.as_str())));
    common::world(&[english, Layer::read(&common::root().join("tests/grammar/world"))])
}

fn check(marked: &str, expected: &[&str]) {
    assert_eq!(read(marked), expected, "{marked}");
}

#[test]
fn what_belongs_to_something_given_counts_as_that() {
    check("The [P: Lowland] campaign blasted [Q: Highland] traders.", &["P criticises Q"]);
    check("[P: Lowland]'s chief negotiator praised [Q: Highland].", &["P praises Q"]);
    check("The premier of [P: Lowland] praised [Q: Highland].", &["P praises Q"]);
    check("[P: Lowland] critics blasted [Q: Highland].", &[]);
    check("[P: Lowland] blasted [Q: Highland]'s rivals.", &[]);
    check("[P: Lowland] wine went to [Q: Highland].", &[]);
}

#[test]
fn something_given_may_be_several() {
    check("[P: Officials of Lowland] praise [Q: Highland].", &["P praises Q"]);
    check("[P: Upland and Lowland] praise [Q: Highland].", &["P praises Q"]);
    check("[P: Lowland] praises [Q: Highland].", &["P praises Q"]);
}
