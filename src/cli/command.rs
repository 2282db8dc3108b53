//! One file a command.

pub mod ask;
pub mod build;
pub mod check;
pub mod diagram;
pub mod explain;
pub mod export;
pub mod extract;
pub mod score;
pub mod show;
pub mod suggest;

use std::process::ExitCode;

use super::args::Command;
use super::context::Context;
use super::error::CliError;

/// Runs a command.
pub fn run(command: Command, context: &Context) -> Result<ExitCode, CliError> {
    match command {
        Command::Build(args) => build::run(&args, context),
        Command::Ask(args) => ask::run(&args, context),
        Command::Show(args) => show::run(&args, context),
        Command::Explain(args) => explain::run(&args, context),
        Command::Diagram(args) => diagram::run(&args, context),
        Command::Export(args) => export::run(&args, context),
        Command::Extract(args) => extract::run(&args, context),
        Command::Check(args) => check::run(&args, context),
        Command::Score(args) => score::run(&args, context),
        Command::Suggest(args) => suggest::run(&args, context),
    }
}
