//! `demarche build`.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::cli::args::day;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::files::{claims_jsonl, stamp, write};
use crate::cli::summary::summary;
use crate::corpus::{Corpus, Defaults, Documents, read_bytes, read_paths};
use crate::curation::Layer;
use crate::diagram;
use crate::export::{Origin, node_link};
use crate::graph::StanceGraph;
use crate::model::Date;
use crate::reading::{Engine, Gaps};

/// Read articles and write claims, graph and pictures
///
/// Writes claims.jsonl, graph.json, network.dot and network.svg, and prints a summary. Without files, the articles of the
/// data are read.
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// Articles (.txt, .md), JSON Lines documents (.jsonl), folders of them, or - for standard input
    #[arg(value_name = "FILE|DIR|-")]
    pub files: Vec<PathBuf>,
    /// The date of texts that state none: 1999-03-12
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Option<Date>,
    /// The publication of texts that state none
    #[arg(long, value_name = "NAME")]
    pub publication: Option<String>,
    /// The folder to write to
    #[arg(long, value_name = "DIR", default_value = "out")]
    pub out: PathBuf,
}

pub fn run(args: &BuildArgs, context: &Context) -> Result<ExitCode, CliError> {
    let layers = context.layers();
    let engine = context.engine(&layers);
    let defaults = Defaults { date: args.date, publication: args.publication.clone() };
    let (corpus, origin) = corpus_of(&args.files, &defaults, context, engine, &layers)?;
    let graph = StanceGraph::new(corpus.claims.clone(), &**engine.world());
    let stamp = stamp(engine, &corpus, origin);
    let picture = diagram::picture(&graph, engine.world(), &diagram::Options::default());
    let files = [
        ("claims.jsonl", claims_jsonl(&corpus.claims)),
        ("network.dot", diagram::dot(&picture)),
        ("network.svg", diagram::svg(&picture)),
        // Last, since its stamp vouches for the others.
        ("graph.json", node_link(&graph, engine.world(), &stamp)),
    ];
    for (name, text) in &files {
        write(&args.out.join(name), text)?;
    }
    context.print(&summary(&corpus, engine.world(), context.style()))?;
    context.remark(&format!("\nwrote {}", written(&args.out, files.iter().map(|(name, _)| *name))));
    Ok(ExitCode::SUCCESS)
}

/// The claims and gaps of some files, or of the data's own articles if none are named.
pub fn corpus_of(
    files: &[PathBuf],
    defaults: &Defaults,
    context: &Context,
    engine: &Engine,
    layers: &[Layer],
) -> Result<(Corpus, Origin), CliError> {
    if files.is_empty() {
        return Ok((context.shipped_corpus(engine, layers, Gaps::Collect)?, Origin::Data));
    }
    let (standard, paths): (Vec<&PathBuf>, Vec<&PathBuf>) = files.iter().partition(|path| path.as_os_str() == "-");
    let paths: Vec<PathBuf> = paths.into_iter().cloned().collect();
    let mut documents = read_paths(&paths, defaults);
    if !standard.is_empty() {
        read_standard(defaults, &mut documents)?;
    }
    Ok((context.read_all(engine, &documents, Gaps::Collect)?, Origin::Given))
}

fn read_standard(defaults: &Defaults, documents: &mut Documents) -> Result<(), CliError> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(|source| CliError::Input { source })?;
    read_bytes("standard input", &bytes, defaults, documents);
    Ok(())
}

fn written<'a>(out: &Path, names: impl Iterator<Item = &'a str>) -> String {
    let paths: Vec<String> = names.map(|name| out.join(name).display().to_string()).collect();
    paths.join(", ")
}
