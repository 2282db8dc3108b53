//! Why a question has no answer.

use std::fmt;

use crate::language::LanguageError;

/// Why a question has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskError {
    /// It cannot be read.
    Language(LanguageError),
    /// It joins more claims than can be looked through.
    Work {
        /// The most steps taken.
        limit: usize,
    },
    /// It has more rows than anyone can use.
    Rows {
        /// The most rows given.
        limit: usize,
    },
}

impl From<LanguageError> for AskError {
    fn from(error: LanguageError) -> Self {
        Self::Language(error)
    }
}

impl fmt::Display for AskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Language(error) => error.fmt(f),
            Self::Work { limit } => {
                write!(f, "the question takes more than {limit} steps: name an actor or an issue in more of its atoms")
            }
            Self::Rows { limit } => {
                write!(f, "the answer has more than {limit} rows: name an actor or an issue in more of its atoms")
            }
        }
    }
}

impl std::error::Error for AskError {}
