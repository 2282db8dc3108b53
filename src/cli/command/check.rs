//! `demarche check`.

use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use crate::audit::{count_trials, run_trials};
use crate::cli::ask::count as count_of;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::style::clean;
use crate::cli::table::{Align, Table};
use crate::cli::unused::unused;
use crate::curation::{Diagnostic, FileTally, Severity, load, render, strict};
use crate::reading::Engine;

/// Check the data files and run every rule's examples
///
/// Prints everything that is wrong, with its place. Exit code 1 if anything is.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Also warn of what is likely a mistake, and fail on warnings; note what the articles leave unused
    #[arg(long)]
    pub strict: bool,
    /// Also count what each file holds
    #[arg(long)]
    pub table: bool,
}

pub fn run(args: &CheckArgs, context: &Context) -> Result<ExitCode, CliError> {
    let layers = context.layers();
    let loaded = load(&layers);
    let mut diagnostics = if args.strict { strict(&loaded) } else { Vec::new() };
    let engine = Engine::new(Arc::new(loaded.world));
    diagnostics.extend(loaded.diagnostics);
    diagnostics.extend(run_trials(&engine, &loaded.origins));
    diagnostics.sort_by(|a, b| a.place.order().cmp(&b.place.order()));
    if args.strict {
        diagnostics.extend(unused(&engine, &loaded.origins, &layers));
    }
    let style = context.style().into();
    let mut text: String = diagnostics.iter().map(|diagnostic| render(diagnostic, style) + "\n\n").collect();
    if args.table {
        text.push_str(&(table(&loaded.origins.files()).lines(context.style()).join("\n") + "\n\n"));
    }
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

/// What each file holds, and all of them.
fn table(files: &[FileTally]) -> Table {
    let heads = ["actors", "issues", "grounds", "titles", "names", "relations", "rules", "examples", "words"];
    let columns = std::iter::once(("file", Align::Left)).chain(heads.map(|head| (head, Align::Right)));
    let mut table = Table::new(columns);
    for file in files.iter().chain([&FileTally::total(files)]) {
        let counts = file.counts().map(|count| if count == 0 { String::new() } else { count.to_string() });
        table.push(std::iter::once(clean(&file.path)).chain(counts).collect());
    }
    table
}

fn verdict(diagnostics: &[Diagnostic]) -> String {
    let count = |severity, what| {
        let number = diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        (number > 0).then(|| count_of(number, what))
    };
    let (errors, warnings) = (count(Severity::Error, "error"), count(Severity::Warning, "warning"));
    let well = if errors.is_none() && warnings.is_none() { Some("all well".to_owned()) } else { None };
    let said = [well, errors, warnings, count(Severity::Note, "note")];
    said.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
