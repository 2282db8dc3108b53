//! Who lays out a picture.

use std::fmt;
use std::io::{self, Write};
use std::process::{Command, Stdio};

use super::picture::Picture;
use super::{dot, svg};

/// Who lays out a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// This library.
    #[default]
    Embedded,
    /// The program `dot` of Graphviz, which has to be installed.
    Graphviz,
}

/// Why Graphviz gave no picture.
#[derive(Debug)]
pub enum EngineError {
    /// There is no `dot`.
    NotInstalled,
    /// It could not be run.
    Run {
        /// What the system says.
        source: io::Error,
    },
    /// It found fault with its input.
    Failed {
        /// What it printed.
        message: String,
    },
    /// It printed something that is not text.
    NotText,
}

impl fmt::Display for EngineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotInstalled => f.write_str(
                "`dot` is not installed: install Graphviz from https://graphviz.org, or use the embedded engine",
            ),
            Self::Run { source } => write!(f, "could not run `dot`: {source}"),
            Self::Failed { message } => write!(f, "`dot` failed: {message}"),
            Self::NotText => f.write_str("`dot` printed something that is not UTF-8"),
        }
    }
}

impl std::error::Error for EngineError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Run { source } => Some(source),
            _ => None,
        }
    }
}

impl Engine {
    /// The picture as SVG.
    pub fn svg(self, picture: &Picture) -> Result<String, EngineError> {
        match self {
            Self::Embedded => Ok(svg::svg(picture)),
            Self::Graphviz => graphviz_svg(&dot::dot(picture)),
        }
    }
}

/// What an installed Graphviz draws for a DOT text.
pub fn graphviz_svg(dot: &str) -> Result<String, EngineError> {
    run("dot", dot)
}

fn run(program: &str, dot: &str) -> Result<String, EngineError> {
    let child =
        Command::new(program).arg("-Tsvg").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = match child {
        Err(source) if source.kind() == io::ErrorKind::NotFound => return Err(EngineError::NotInstalled),
        child => child.map_err(|source| EngineError::Run { source })?,
    };
    let stdin = child.stdin.take();
    // Written from a thread of its own: both sides may wait on a full pipe otherwise.
    let output = std::thread::scope(|scope| {
        // A program that stops reading says why on its own.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(dot.as_bytes())));
        child.wait_with_output()
    });
    let output = output.map_err(|source| EngineError::Run { source })?;
    if !output.status.success() {
        let message = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        return Err(EngineError::Failed { message });
    }
    String::from_utf8(output.stdout).map_err(|_| EngineError::NotText)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_to_do_when_it_is_not_installed() {
        let message = run("demarche-has-no-such-program", "digraph {}").unwrap_err().to_string();
        assert_eq!(
            message,
            "`dot` is not installed: install Graphviz from https://graphviz.org, or use the embedded engine"
        );
    }
}
