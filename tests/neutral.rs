//! Political news in which two actors stand near each other and nothing passes between them, read with the shipped rules.
//!
//! The sentences in `neutral/` were written before the program had read them; `common` says how they are written. A
//! `todo:` says what the reader takes them for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails panics")]

mod common;

#[test]
fn neutral_news_gives_nothing() {
    common::check("tests/neutral", common::world(&[common::shipped_actors_and_rules()]));
}
