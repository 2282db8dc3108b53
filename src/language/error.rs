//! What is wrong with a claim or a question.

use std::fmt;

use super::{VariableKind, caret};
use crate::model::{EntityId, Span};

/// How much of a text is repeated in a message, in characters.
const SHORT: usize = 80;

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
    /// Words that name nothing.
    Unknown {
        /// What they should name: "name".
        what: &'static str,
        /// The words as written.
        words: String,
        /// Names that look like them.
        suggestions: Vec<String>,
    },
    /// Words that name more than one entity.
    Ambiguous {
        /// The words as written.
        words: String,
        /// What they may name.
        candidates: Vec<EntityId>,
    },
    /// A variable whose kind is none.
    Kind {
        /// The kind as written.
        kind: String,
    },
    /// A variable that is given two kinds.
    TwoKinds {
        /// The name of the variable.
        variable: String,
    },
    /// More text than any question needs.
    TooLong {
        /// The most bytes that are read.
        limit: usize,
    },
    /// More of something than any question needs.
    TooMany {
        /// Of what: "variables".
        what: &'static str,
        /// The most that are taken.
        limit: usize,
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
            Self::Expected { what, found: Some(found) } => write!(f, "expected {what}, found `{}`", short(found)),
            Self::Expected { what, found: None } => write!(f, "expected {what} at the end"),
            Self::Unclosed => write!(f, "the quotation does not end"),
            Self::Escape => write!(f, "a backslash stands only before `\"`, `\\`, `n`, `r`, `t` and `u{{..}}`"),
            Self::Character { character } => write!(f, "`{}` cannot stand in an id", character.escape_default()),
            Self::Date { date } => {
                write!(f, "`{}` is not a date: write 1999-03-12, 1999-03, 1999-spring or 1999", short(date))
            }
            Self::Twice { what } => write!(f, "a second {what}"),
            Self::Qualifier { word, suggestion } => {
                write!(f, "`{}` is no qualifier", short(word))?;
                suggestion.map_or(Ok(()), |known| write!(f, "; did you mean `{known}`?"))
            }
            Self::Unknown { what, words, suggestions } => {
                write!(f, "unknown {what} `{}`", short(words))?;
                if suggestions.is_empty() { Ok(()) } else { write!(f, "; did you mean {}?", either(suggestions)) }
            }
            Self::Ambiguous { words, candidates } => {
                write!(f, "`{}` may be {}; write the id", short(words), either(candidates))
            }
            Self::Kind { kind } => {
                write!(f, "`{}` is no kind: write {}", short(kind), either(&VariableKind::ALL.map(VariableKind::name)))
            }
            Self::TwoKinds { variable } => write!(f, "`?{}` is given two kinds", short(variable)),
            Self::TooLong { limit } => write!(f, "the question is longer than {limit} bytes"),
            Self::TooMany { what, limit } => write!(f, "the question has more than {limit} {what}"),
        }
    }
}

/// Names in backticks, the last after "or".
fn either(names: &[impl fmt::Display]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// The beginning of a text, on one line.
fn short(text: &str) -> String {
    text.chars().take(SHORT).map(|character| if character.is_control() { ' ' } else { character }).collect()
}
