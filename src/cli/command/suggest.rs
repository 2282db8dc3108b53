//! `demarche suggest`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::audit::{Suggestion, suggest};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::suggest::{KINDS, text};

/// List names, titles and verbs that the data lacks, and how to add them
///
/// Verbs between two names that no rule knows, verbs that hold claims back, names and titles that are not in the data: the
/// commonest first, each with an example and what to paste into a data file. Without files, the articles of the data are
/// read.
#[derive(Debug, Args)]
pub struct SuggestArgs {
    /// Articles (.txt, .md), JSON Lines documents (.jsonl), folders of them, or - for standard input
    #[arg(value_name = "FILE|DIR|-")]
    pub files: Vec<PathBuf>,
    /// How many of each kind
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub top: usize,
    /// How they are written
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

/// How suggestions are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Table,
    /// JSON, one object a suggestion.
    Json,
}

pub fn run(args: &SuggestArgs, context: &Context) -> Result<ExitCode, CliError> {
    let layers = context.layers();
    let engine = context.engine(&layers);
    let (corpus, _) = super::build::corpus_of(&args.files, &Default::default(), context, engine, &layers)?;
    let suggestions = suggest(&corpus.tally, engine.world());
    context.print(&match args.format {
        Format::Table => text(&suggestions, args.top, context.style()),
        Format::Json => json(&suggestions, args.top),
    })?;
    Ok(ExitCode::SUCCESS)
}

fn json(suggestions: &[Suggestion], top: usize) -> String {
    let of_kind = |kind| suggestions.iter().filter(move |suggestion| suggestion.kind == kind).take(top);
    let shown = KINDS.iter().flat_map(|(kind, _)| of_kind(*kind));
    shown.filter_map(|suggestion| serde_json::to_string(suggestion).ok()).map(|line| line + "\n").collect()
}
