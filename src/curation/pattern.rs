//! The pattern language of `Pattern` rules and of a ground's `terms`.

mod ast;
mod error;
mod parser;

pub use ast::{Node, Role, Sequence};
pub use error::{PatternError, PatternFault};
