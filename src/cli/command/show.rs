//! `demarche show`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::ask::{RollUp, profile};
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::files::open;
use crate::cli::show;
use crate::curation::World;
use crate::graph::StanceGraph;
use crate::model::EntityId;

/// Show everything known of an actor or issue
///
/// Names, offices, stances, contacts, a timeline, evidence counts, and which data file says what.
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// An id, name, alias or demonym: russia, "Igor Sergeev", TMD
    #[arg(required = true, value_name = "NAME")]
    pub name: Vec<String>,
    /// How it is written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// The folder that `build` wrote
    #[arg(long, value_name = "DIR", default_value = "out")]
    pub from: PathBuf,
}

/// How a profile is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// The claims, one JSON object a line.
    Json,
}

pub fn run(args: &ShowArgs, context: &Context) -> Result<ExitCode, CliError> {
    let stored = open(context, &args.from)?;
    let world = stored.engine.world();
    let name = args.name.join(" ");
    let id = named(&name, world, &stored.graph)?;
    let unknown = || CliError::Unknown { name: name.clone(), nearest: world.suggest(&name).map(str::to_owned) };
    let profile = profile(&id, &stored.graph, world, RollUp::Principal).ok_or_else(unknown)?;
    let text = match args.format {
        Format::Text => show::text(&profile, world, &stored.origins.said_of(&id), context.style()),
        Format::Json => show::json(&profile, &stored.graph),
    };
    context.print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// The one entity of a name.
pub fn named(name: &str, world: &World, graph: &StanceGraph) -> Result<EntityId, CliError> {
    let found = world.resolve(name);
    match found.as_slice() {
        [id] => Ok(id.clone()),
        [] if graph.node(&EntityId::from(name)).is_some() => Ok(EntityId::from(name)),
        [] => Err(CliError::Unknown { name: name.to_owned(), nearest: world.suggest(name).map(str::to_owned) }),
        several => {
            Err(CliError::Ambiguous { name: name.to_owned(), ids: several.iter().map(ToString::to_string).collect() })
        }
    }
}
