//! `demarche check`.

use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use crate::audit::{count_trials, run_trials};
use crate::cli::ask::count as count_of;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::curation::{Diagnostic, Severity, load, render, strict};
use crate::reading::Engine;

/// Check the data files and run every rule's examples
///
/// Prints everything that is wrong, with its place. Exit code 1 if anything is.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Also warn of what is likely a mistake, and fail on warnings; note what the articles leave unused
    #[arg(long)]
    pub strict: bool,
}

pub fn run(args: &CheckArgs, context: &Context) -> Result<ExitCode, CliError> {
    let layers = context.layers();
    let loaded = load(&layers);
    let mut diagnostics = if args.strict { strict(&loaded) } else { Vec::new() };
    let engine = Engine::new(Arc::new(loaded.world));
    diagnostics.extend(loaded.diagnostics);
    diagnostics.extend(run_trials(&engine, &loaded.origins));
    diagnostics.sort_by(|a, b| a.place.order().cmp(&b.place.order()));
    let style = context.style().into();
    let mut text: String = diagnostics.iter().map(|diagnostic| render(diagnostic, style) + "\n\n").collect();
    let world = engine.world();
    let rules = world.rules.frames.len() + world.rules.patterns.len() + world.rules.operators.len();
    text.push_str(&format!(
        "{} entities, {} titles, {} relations, {rules} rules with {} examples: {}\n",
        world.entities.len(),
        world.titles.len(),
        world.relations.len(),
        count_trials(world),
        verdict(&diagnostics)
    ));
    context.print(&text)?;
    let worst = if args.strict { Severity::Warning } else { Severity::Error };
    let failed = diagnostics.iter().any(|diagnostic| diagnostic.severity <= worst);
    Ok(ExitCode::from(u8::from(failed)))
}

fn verdict(diagnostics: &[Diagnostic]) -> String {
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => "all well".to_owned(),
        (errors, 0) => count_of(errors, "error"),
        (0, warnings) => count_of(warnings, "warning"),
        (errors, warnings) => format!("{}, {}", count_of(errors, "error"), count_of(warnings, "warning")),
    }
}
