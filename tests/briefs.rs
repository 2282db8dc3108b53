//! Whole news briefs: reported speech, pronouns, dates and reasons in one text, read with the shipped rules.
//!
//! The briefs in `briefs/` and their claims were written before the program had read them; `common` says how they are
//! written, and `fresh/world` and `briefs/world` hold their issues, officials and grounds. A `todo:` says what the reader made
//! of a brief when first it saw it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails panics")]

mod common;

use demarche::curation::{Layer, World};

#[test]
fn news_briefs_give_exactly_their_claims() {
    common::check("tests/briefs", world());
}

#[test]
fn the_world_has_no_mistakes() {
    world();
}

fn world() -> World {
    let [fresh, briefs] =
        ["tests/fresh/world", "tests/briefs/world"].map(|folder| Layer::read(&common::root().join(folder)));
    common::world(&[common::shipped_actors_and_rules(), fresh, briefs])
}
