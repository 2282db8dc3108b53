//! `demarche export`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::cli::ask::count;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::files::{open, write};
use crate::export::{Events, Grouping, events};

/// Write the claims for other tools
///
/// The format is the ending of the file's name. A .tsv file holds PLOVER-style event records, one line an event: date, codes
/// of source and target, class, quad, sentence; docs/events.md tells them in full.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The file to write: events.tsv
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// One event a day of the same source, target and class
    #[arg(long)]
    pub one_a_day: bool,
    /// The folder that `build` wrote
    #[arg(long, value_name = "DIR", default_value = "out")]
    pub from: PathBuf,
}

pub fn run(args: &ExportArgs, context: &Context) -> Result<ExitCode, CliError> {
    check_format(&args.output)?;
    let stored = open(context, &args.from)?;
    let grouping = if args.one_a_day { Grouping::OneADay } else { Grouping::EachClaim };
    let events = events(&stored.graph.claims, stored.engine.world(), grouping);
    write(&args.output, &events.tsv)?;
    context.remark(&format!("wrote {}: {}", args.output.display(), count(events.events, "event")));
    left_out(&events).iter().for_each(|remark| context.remark(remark));
    Ok(ExitCode::SUCCESS)
}

fn check_format(path: &Path) -> Result<(), CliError> {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("tsv") => Ok(()),
        _ => Err(CliError::Format { path: path.display().to_string(), known: ".tsv" }),
    }
}

/// What became no event, if anything.
fn left_out(events: &Events) -> Option<String> {
    let parts = [
        (events.on_issues, "with an issue at one end"),
        (events.no_class, "without an event (negated, only possible, or of a relation without a class)"),
    ];
    let parts = parts.into_iter().filter(|(claims, _)| *claims > 0);
    let parts: Vec<String> = parts.map(|(claims, why)| format!("{} {why}", count(claims, "claim"))).collect();
    (!parts.is_empty()).then(|| format!("left out: {}", parts.join(", ")))
}
