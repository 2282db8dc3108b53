//! The constructions of English, read in an invented world.
//!
//! A file in `grammar/` is one construction; `common` says how it is written.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails panics")]

mod common;

use std::fs;
use std::sync::Arc;

use demarche::curation::{Layer, World};
use demarche::language::ClaimPattern;
use demarche::model::Span;
use demarche::reading::Engine;
use demarche::text::{Article, GivenEntity};

/// The files of English words that are shipped; all else is the invented world's own.
const ENGLISH: [&str; 3] = ["words.ron", "verbs.ron", "irregulars.ron"];

#[test]
fn constructions_give_exactly_their_claims() {
    common::check("tests/grammar", world());
}

#[test]
fn the_world_has_no_mistakes() {
    world();
}

fn world() -> World {
    let rules = common::root().join("data/rules");
    let texts: Vec<(&str, String)> =
        ENGLISH.iter().map(|name| (*name, fs::read_to_string(rules.join(name)).unwrap())).collect();
    let english = Layer::from_texts(texts.iter().map(|(name, text)| (*name, text.as_str())));
    common::world(&[english, Layer::read(&common::root().join("tests/grammar/world"))])
}

/// Reads a text in which `[P: ..]` and `[Q: ..]` mark entities that come with the document: pairs that a coder marked.
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
    let engine = Engine::new(Arc::new(world()));
    let reading = engine.read(&Article { entities, ..Article::plain(text) });
    reading.claims.iter().map(|claim| ClaimPattern::of(claim).to_string()).collect()
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
