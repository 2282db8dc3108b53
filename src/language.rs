//! The language of claims and questions: parsing and printing. Evaluates nothing.

mod caret;
mod claim;
mod error;
mod lexer;
mod parser;
mod printer;
mod time;

pub use caret::caret;
pub use claim::{ClaimPattern, Symmetry};
pub use error::{LanguageError, Problem};
