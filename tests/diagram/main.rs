//! Pictures: what is drawn, as DOT, and as SVG.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod fixture;
#[path = "../common/claim.rs"]
mod plain;
mod xml;

mod dot;
mod hostile;
mod large;
mod picture;
mod pictures;
mod svg;
