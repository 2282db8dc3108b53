//! News on subjects that the rules were not written for, read with the shipped rules.
//!
//! The paragraphs in `fresh/` and their claims were written before the program had read them; `common` says how they are
//! written, and `fresh/world` holds their issues. A `todo:` says what the reader made of a paragraph when first it saw it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails panics")]

mod common;

use demarche::curation::{Layer, World};

#[test]
fn fresh_news_gives_exactly_its_claims() {
    common::check("tests/fresh", world());
}

#[test]
fn the_world_has_no_mistakes() {
    world();
}

fn world() -> World {
    common::world(&[common::shipped_actors_and_rules(), Layer::read(&common::root().join("tests/fresh/world"))])
}
