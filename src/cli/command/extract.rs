//! `demarche extract`.

use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;

use clap::Args;

use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::reading::Engine;
use crate::text::{Article, ArticleError};

/// Read JSON Lines documents on standard input, write claims on standard output
///
/// One document a line in, one claim a line out, as they come; for pipes and clusters.
#[derive(Debug, Args)]
pub struct ExtractArgs {}

pub fn run(_args: &ExtractArgs, context: &Context) -> Result<ExitCode, CliError> {
    let engine = context.engine(&context.layers());
    let (mut input, mut output) = (io::stdin().lock(), BufWriter::new(io::stdout().lock()));
    let (mut line, mut number, mut bad) = (Vec::new(), 0usize, 0usize);
    loop {
        line.clear();
        let read = input.read_until(b'\n', &mut line).map_err(|source| CliError::Input { source })?;
        if read == 0 {
            break;
        }
        number += 1;
        if line.trim_ascii().is_empty() {
            continue;
        }
        match document(&line) {
            Ok(article) => written(write_claims(engine, &article, &mut output))?,
            Err(error) => {
                bad += 1;
                context.tell(&format!("error: standard input:{number}: {error}"));
            }
        }
    }
    written(output.flush())?;
    Ok(if bad == 0 { ExitCode::SUCCESS } else { ExitCode::from(3) })
}

fn document(line: &[u8]) -> Result<Article, ArticleError> {
    let text = std::str::from_utf8(line).map_err(|error| ArticleError::Encoding { byte: error.valid_up_to() })?;
    Article::from_json(text)
}

fn write_claims(engine: &Engine, article: &Article, output: &mut impl Write) -> io::Result<()> {
    for claim in engine.read(article).claims {
        serde_json::to_writer(&mut *output, &claim)?;
        output.write_all(b"\n")?;
    }
    Ok(())
}

fn written(result: io::Result<()>) -> Result<(), CliError> {
    result.map_err(|source| match source.kind() {
        io::ErrorKind::BrokenPipe => CliError::Closed,
        _ => CliError::Write { path: "standard output".to_owned(), source },
    })
}
