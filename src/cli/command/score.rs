//! `demarche score`.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::audit::{Gold, Misses, Score, read_gold, score};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::score::{json, text};

/// Score the rules against hand-coded sentences
///
/// Precision, recall and F1 over a JSON Lines file with one coded text a line: the schemes `plover` and `sign` with the pair
/// given, or codings of your own that name ids of the data or states as iso3:XXX. With --misses, also what went wrong and
/// why. docs/scoring.md tells how to write such a file and how to read the tables.
#[derive(Debug, Args)]
pub struct ScoreArgs {
    /// The coded texts, one JSON object a line, or - for standard input
    #[arg(value_name = "GOLD.jsonl")]
    pub gold: PathBuf,
    /// List what went wrong, by cause
    #[arg(long)]
    pub misses: bool,
    /// Exit with 1 if the micro F1 is below this: 0 to 1
    #[arg(long, value_name = "BAR", value_parser = bar)]
    pub min_f1: Option<f64>,
    /// Exit with 1 if the macro F1 is below this
    #[arg(long, value_name = "BAR", value_parser = bar)]
    pub min_macro_f1: Option<f64>,
    /// Exit with 1 if the precision is below this
    #[arg(long, value_name = "BAR", value_parser = bar)]
    pub min_precision: Option<f64>,
    /// Exit with 1 if the recall is below this
    #[arg(long, value_name = "BAR", value_parser = bar)]
    pub min_recall: Option<f64>,
    /// How it is written
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

/// How a score is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Table,
    /// One JSON object.
    Json,
}

/// Reads the bar of an option.
fn bar(text: &str) -> Result<f64, &'static str> {
    let number: Option<f64> = text.parse().ok();
    number.filter(|number| (0.0..=1.0).contains(number)).ok_or("write a number from 0 to 1, such as 0.8")
}

pub fn run(args: &ScoreArgs, context: &Context) -> Result<ExitCode, CliError> {
    let engine = context.engine(&context.layers());
    let (name, bytes) = read(&args.gold)?;
    let gold = read_gold(&bytes, engine.world()).map_err(|errors| {
        errors.iter().for_each(|error| context.tell(&format!("error: {name}:{error}")));
        CliError::Told
    })?;
    if gold.records.is_empty() {
        return Err(CliError::NoGold { path: name });
    }
    remarks(&gold, &name, context);
    let score = score(engine, &gold, if args.misses { Misses::Explain } else { Misses::Skip });
    context.print(&match args.format {
        Format::Table => text(&score, context.style()),
        Format::Json => json(&score),
    })?;
    let low = below(args, &score);
    low.iter().for_each(|low| context.remark(low));
    Ok(ExitCode::from(u8::from(!low.is_empty())))
}

fn read(path: &Path) -> Result<(String, Vec<u8>), CliError> {
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(|source| CliError::Input { source })?;
        return Ok(("standard input".to_owned(), bytes));
    }
    let name = path.display().to_string();
    match std::fs::read(path) {
        Ok(bytes) => Ok((name, bytes)),
        Err(source) => Err(CliError::File { path: name, source }),
    }
}

/// What of the gold is not scored as it stands.
fn remarks(gold: &Gold, name: &str, context: &Context) {
    for (line, code) in &gold.unknown_states {
        context.remark(&format!(
            "note: {name}:{line}: no state of the data has the code `{code}`: its codings are missed"
        ));
    }
    if gold.negated > 0 {
        context.remark(&format!("note: not scored: {} negated or denied", gold.negated));
    }
    if gold.self_pairs > 0 {
        context.remark(&format!("note: not scored: {} with one actor at both ends", gold.self_pairs));
    }
}

/// What is below its bar.
fn below(args: &ScoreArgs, score: &Score) -> Vec<String> {
    let total = score.total();
    let bars = [
        ("micro F1", score.micro_f1(), args.min_f1),
        ("macro F1", score.macro_f1(), args.min_macro_f1),
        ("precision", total.precision(), args.min_precision),
        ("recall", total.recall(), args.min_recall),
    ];
    let low = bars.into_iter().filter_map(|(name, value, bar)| {
        bar.filter(|bar| value < *bar).map(|bar| format!("below the bar: {name} is {value:.4}, not {bar}"))
    });
    low.collect()
}
