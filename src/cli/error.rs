//! What ends a command early.

use std::fmt;
use std::io;
use std::process::ExitCode;

use crate::ask::AskError;
use crate::diagram::EngineError;

/// What ends a command early.
#[derive(Debug)]
pub enum CliError {
    /// The reader of a pipe has gone.
    Closed,
    /// Nothing to read.
    NoArticles,
    /// A file cannot be written.
    Write {
        /// Its path.
        path: String,
        /// What the system says.
        source: io::Error,
    },
    /// A file cannot be read.
    File {
        /// Its path.
        path: String,
        /// What the system says.
        source: io::Error,
    },
    /// A file has no such line.
    Line {
        /// Its path.
        path: String,
        /// The line, counted from 1.
        line: usize,
        /// How many there are.
        lines: usize,
    },
    /// Standard input cannot be read.
    Input {
        /// What the system says.
        source: io::Error,
    },
    /// A question cannot be answered.
    Ask(AskError),
    /// A picture cannot be drawn.
    Draw(EngineError),
    /// The format is not known from the file's name.
    Format {
        /// The file.
        path: String,
        /// The endings that would do.
        known: &'static str,
    },
    /// A gold file without a record.
    NoGold {
        /// The file.
        path: String,
    },
    /// No such thing in the world or the claims.
    Unknown {
        /// The name as given.
        name: String,
        /// A known name like it.
        nearest: Option<String>,
    },
    /// A name that several things bear.
    Ambiguous {
        /// The name as given.
        name: String,
        /// Their ids.
        ids: Vec<String>,
    },
    /// The data or documents have errors, told already.
    Told,
}

impl CliError {
    /// The exit code: 2 for usage, 3 for bad input.
    pub fn code(&self) -> ExitCode {
        match self {
            Self::Closed => ExitCode::SUCCESS,
            Self::Format { .. } | Self::Line { .. } | Self::Unknown { .. } | Self::Ambiguous { .. } | Self::Ask(_) => {
                ExitCode::from(2)
            }
            _ => ExitCode::from(3),
        }
    }
}

impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Closed | Self::Told => Ok(()),
            Self::NoArticles => {
                f.write_str("no articles: name files or folders, or put some in `articles/` of a data folder")
            }
            Self::Write { path, source } => write!(f, "cannot write `{path}`: {source}"),
            Self::File { path, source } => write!(f, "cannot read `{path}`: {source}"),
            Self::Line { path, line, lines } => write!(f, "`{path}` has no line {line}: it has {lines}"),
            Self::Input { source } => write!(f, "cannot read standard input: {source}"),
            Self::Ask(error) => error.fmt(f),
            Self::Draw(error) => error.fmt(f),
            Self::Format { path, known } => write!(f, "`{path}` ends in no known format: write {known}"),
            Self::NoGold { path } => {
                write!(f, "`{path}` has no record: write one coded text a line, as docs/scoring.md tells")
            }
            Self::Unknown { name, nearest } => {
                write!(f, "nothing is called `{name}`")?;
                nearest.as_ref().map_or(Ok(()), |nearest| write!(f, ": did you mean `{nearest}`?"))
            }
            Self::Ambiguous { name, ids } => write!(f, "`{name}` may be any of: {}", ids.join(", ")),
        }
    }
}

impl std::error::Error for CliError {}

impl From<AskError> for CliError {
    fn from(error: AskError) -> Self {
        Self::Ask(error)
    }
}

impl From<EngineError> for CliError {
    fn from(error: EngineError) -> Self {
        Self::Draw(error)
    }
}
