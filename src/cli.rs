//! The commands: the only place that prints, colours and exits.

mod args;
pub mod ask;
mod ask_json;
mod command;
mod context;
mod error;
pub mod evidence;
mod expect;
mod explain;
mod files;
mod score;
pub mod show;
pub mod style;
mod suggest;
mod summary;
pub mod table;
mod unused;

use std::process::ExitCode;

use clap::Parser;

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let arguments = match args::Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let code = if error.use_stderr() { 2 } else { 0 };
            // Nothing is left to say where even the message cannot be printed.
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let context = context::Context::new(arguments.global);
    match command::run(arguments.command, &context) {
        Ok(code) => code,
        Err(error) => {
            context.error(&error);
            error.code()
        }
    }
}
