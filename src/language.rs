//! The language of claims and questions: parsing and printing. Evaluates nothing.

mod caret;
mod claim;
mod english;
mod error;
mod lexer;
mod lexicon;
mod parser;
mod printer;
mod question;
mod question_parser;
mod question_terms;
mod time;

pub use caret::caret;
pub use claim::{ClaimPattern, Symmetry};
pub use error::{LanguageError, Problem};
pub use lexicon::{Lexicon, Voice, Wording};
pub use question::{Atom, Find, Mood, Parts, Period, Question, Stand, Term, Variable, VariableKind};
