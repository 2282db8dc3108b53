//! `demarche ask`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::ask::{self, RollUp};
use crate::cli::args::day;
use crate::cli::ask::{Renderer, Show, json};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::files::open;
use crate::model::Date;

/// Ask who stands where
///
/// Forms: who opposes tmd · china opposes ?issue because ?why · why does china oppose tmd? · where does russia stand on tmd?
#[derive(Debug, Args)]
pub struct AskArgs {
    /// The question, in quotes or not
    #[arg(required = true, value_name = "QUESTION")]
    pub question: Vec<String>,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
    /// Under each row, the sentences behind it
    #[arg(long)]
    pub evidence: bool,
    /// The day on which actors must stand where they are said to
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// Whom an official's claims count for
    #[arg(long, value_enum, default_value_t = RollUpArg::Principal)]
    pub roll_up: RollUpArg,
    /// The folder that `build` wrote
    #[arg(long, value_name = "DIR", default_value = "out")]
    pub from: PathBuf,
}

/// How an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Aligned columns, for people.
    Table,
    /// JSON, one object a row.
    Json,
    /// Comma-separated values.
    Csv,
}

/// Whom an official's claims count for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RollUpArg {
    /// The state that the official stands for on that day.
    Principal,
    /// The official alone.
    None,
}

pub fn run(args: &AskArgs, context: &Context) -> Result<ExitCode, CliError> {
    let stored = open(context, &args.from)?;
    let world = stored.engine.world();
    let roll_up = match args.roll_up {
        RollUpArg::Principal => RollUp::Principal,
        RollUpArg::None => RollUp::None,
    };
    let options = ask::Options { roll_up, as_of: args.as_of };
    let answer = ask::ask(&args.question.join(" "), &stored.graph, world, options)?;
    let renderer = Renderer::new(world, &stored.graph, context.style());
    let show = if args.evidence { Show::Evidence } else { Show::Rows };
    let text = match args.format {
        Format::Table => renderer.text(&answer, show),
        Format::Json => json(&answer),
        Format::Csv => renderer.csv(&answer),
    };
    context.print(&text)?;
    if args.format != Format::Table {
        let notes = renderer.notes(&answer);
        if !notes.is_empty() {
            context.remark(notes.trim_end());
        }
    }
    Ok(ExitCode::SUCCESS)
}
