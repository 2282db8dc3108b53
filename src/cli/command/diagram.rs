//! `demarche diagram`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::show::named;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::files::{open, write};
use crate::diagram::{self, Engine, Include, Options, View};
use crate::model::PartialDate;

/// Draw the graph as SVG or DOT
///
/// The format is the ending of the file's name. SVG needs no other program.
#[derive(Debug, Args)]
pub struct DiagramArgs {
    /// The file to write: picture.svg or picture.dot
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// Which relations are drawn
    #[arg(long, value_enum, default_value_t = ViewArg::Network)]
    pub view: ViewArg,
    /// Only what concerns this actor or issue
    #[arg(long, value_name = "NAME")]
    pub focus: Option<String>,
    /// Only claims of this day or later: 1999, 1999-03, 1999-03-12
    #[arg(long, value_name = "DATE")]
    pub since: Option<PartialDate>,
    /// Only claims of this day or earlier
    #[arg(long, value_name = "DATE")]
    pub until: Option<PartialDate>,
    /// Draw negated, planned and possible claims too
    #[arg(long)]
    pub all: bool,
    /// The title of the picture
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// What lays out an SVG
    #[arg(long, value_enum, default_value_t = EngineArg::Embedded)]
    pub engine: EngineArg,
    /// The folder that `build` wrote
    #[arg(long, value_name = "DIR", default_value = "out")]
    pub from: PathBuf,
}

/// Which relations are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ViewArg {
    /// All of them.
    Network,
    /// Stances.
    Stances,
    /// Contacts.
    Contacts,
}

/// What lays out a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum EngineArg {
    /// This program.
    Embedded,
    /// The `dot` of an installed Graphviz.
    Graphviz,
}

pub fn run(args: &DiagramArgs, context: &Context) -> Result<ExitCode, CliError> {
    let format = Format::of(&args.output)?;
    let stored = open(context, &args.from)?;
    let world = stored.engine.world();
    let focus = args.focus.as_ref().map(|name| named(name, world, &stored.graph)).transpose()?;
    let options = Options {
        view: match args.view {
            ViewArg::Network => View::Network,
            ViewArg::Stances => View::Stances,
            ViewArg::Contacts => View::Contacts,
        },
        focus,
        since: args.since,
        until: args.until,
        include: if args.all { Include::All } else { Include::Counting },
        title: args.title.clone(),
        ..Options::default()
    };
    let picture = diagram::picture(&stored.graph, world, &options);
    let engine = match args.engine {
        EngineArg::Embedded => Engine::Embedded,
        EngineArg::Graphviz => Engine::Graphviz,
    };
    let text = match format {
        Format::Dot => diagram::dot(&picture),
        Format::Svg => engine.svg(&picture)?,
    };
    write(&args.output, &text)?;
    context.remark(&format!("wrote {}", args.output.display()));
    Ok(ExitCode::SUCCESS)
}

#[derive(Clone, Copy)]
enum Format {
    Dot,
    Svg,
}

impl Format {
    fn of(path: &Path) -> Result<Self, CliError> {
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("dot" | "gv") => Ok(Self::Dot),
            Some("svg") => Ok(Self::Svg),
            _ => Err(CliError::Format { path: path.display().to_string(), known: ".svg or .dot" }),
        }
    }
}
