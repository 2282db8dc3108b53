//! The pattern language of `Pattern` rules and of a ground's `terms`.

mod ast;
mod error;
mod expand;
mod parser;

pub use ast::{Node, Role, Sequence};
pub use error::{PatternError, PatternFault};
pub(super) use expand::{expand, size};
pub(super) use parser::{Language, MOST_WORDS, parse};
