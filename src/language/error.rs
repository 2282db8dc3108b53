//! What is wrong with a claim or a question.

use std::fmt;

use super::caret;
use crate::model::Span;

/// Text that is no claim or question, with the place and the reason; shows as the reason, the line and a caret.
///
/// ```
/// use demarche::language::ClaimPattern;
/// let error = ClaimPattern::parse("china opposes").unwrap_err();
/// assert_eq!(error.to_string(), "expected an object at the end\n  | china opposes\n  |              ^");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageError {
    /// The whole text as written.
    pub text: String,
    /// The bytes of it that are wrong.
    pub span: Span,
    /// What is wrong with them.
    pub problem: Problem,
}

/// The ways in which a claim or a question can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Something else was expected.
    Expected {
        /// What: "a relation".
        what: &'static str,
        /// What stands there; nothing at the end of the text.
        found: Option<String>,
    },
    /// A quotation that does not end.
    Unclosed,
    /// A backslash before something that needs none.
    Escape,
    /// A character that no id has.
    Character {
        /// The character.
        character: char,
    },
    /// Something that is no date.
    Date {
        /// The text as written.
        date: String,
    },
    /// Something that can be said only once.
    Twice {
        /// What: "modality".
        what: &'static str,
    },
    /// A qualifier that is none.
    Qualifier {
        /// The word as written.
        word: String,
        /// The nearest word that is one.
        suggestion: Option<&'static str>,
    },
}

impl LanguageError {
    /// The reason alone, without line and caret.
    pub fn message(&self) -> String {
        self.problem.to_string()
    }
}

impl fmt::Display for LanguageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}", self.problem, caret(&self.text, self.span))
    }
}

impl std::error::Error for LanguageError {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Expected { what, found: Some(found) } => write!(f, "expected {what}, found `{found}`"),
            Self::Expected { what, found: None } => write!(f, "expected {what} at the end"),
            Self::Unclosed => write!(f, "the quotation does not end"),
            Self::Escape => write!(f, "a backslash stands only before `\"`, `\\`, `n`, `r`, `t` and `u{{..}}`"),
            Self::Character { character } => write!(f, "`{}` cannot stand in an id", character.escape_default()),
            Self::Date { date } => {
                write!(f, "`{date}` is not a date: write 1999-03-12, 1999-03, 1999-spring or 1999")
            }
            Self::Twice { what } => write!(f, "a second {what}"),
            Self::Qualifier { word, suggestion } => {
                write!(f, "`{word}` is no qualifier")?;
                suggestion.map_or(Ok(()), |known| write!(f, "; did you mean `{known}`?"))
            }
        }
    }
}
