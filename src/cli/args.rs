//! The command line, defined once.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::command;
use crate::model::Date;

/// Reads dated political news and builds a graph of who stands where.
#[derive(Debug, Parser)]
#[command(name = "demarche", version, max_term_width = 100)]
pub struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

/// What every command takes.
#[derive(Debug, Args)]
pub struct Global {
    /// A data folder whose items replace and extend those before it; may be repeated
    #[arg(long, value_name = "DIR", global = true, env = "DEMARCHE_DATA", value_delimiter = ':')]
    pub data: Vec<PathBuf>,
    /// Leave the shipped data out
    #[arg(long, global = true)]
    pub no_shipped: bool,
    /// Print results only: no progress, no remarks
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = Color::Auto, global = true)]
    pub color: Color,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// At a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Reads the day of an option.
pub fn day(text: &str) -> Result<Date, &'static str> {
    text.parse().map_err(|_| "write it as 1999-03-12")
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Build(command::build::BuildArgs),
    Ask(command::ask::AskArgs),
    Show(command::show::ShowArgs),
    Explain(command::explain::ExplainArgs),
    Diagram(command::diagram::DiagramArgs),
    Export(command::export::ExportArgs),
    Extract(command::extract::ExtractArgs),
    Check(command::check::CheckArgs),
    Suggest(command::suggest::SuggestArgs),
    Score(command::score::ScoreArgs),
}
