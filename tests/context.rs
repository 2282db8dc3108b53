//! Reference, speakers, times, grounds and the parts of issues, read in an invented world.
//!
//! A file in `context/` is one kind; `common` says how it is written. The texts and their claims were written before the
//! program had read them. The world is that of `grammar/`, with the grounds, bodies and nested issues of `context/world`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails panics")]

mod common;

use std::fs;

use demarche::curation::{Layer, World};

/// The files of English words that are shipped; all else is the invented world's own.
const ENGLISH: [&str; 3] = ["words.ron", "verbs.ron", "irregulars.ron"];

#[test]
fn what_stands_around_a_claim_is_read_with_it() {
    common::check("tests/context", world());
}

#[test]
fn the_world_has_no_mistakes() {
    world();
}

fn world() -> World {
    let root = common::root();
    let texts: Vec<(&str, String)> =
        ENGLISH.iter().map(|name| (*name, fs::read_to_string(root.join("data/rules").join(name)).unwrap())).collect();
    let english = Layer::from_texts(texts.iter().map(|(name, text)| (*name, text.as_str())));
    let layers = ["tests/grammar/world", "tests/context/world"].map(|folder| Layer::read(&root.join(folder)));
    common::world(&[&[english][..], &layers].concat())
}
