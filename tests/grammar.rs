//! The constructions of English, read in an invented world.
//!
//! A file in `grammar/` is one construction; `common` says how it is written.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails panics")]

mod common;

use std::fs;

use demarche::curation::{Layer, World};

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
