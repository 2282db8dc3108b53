//! Writing results so that a failed run loses nothing, and reading them back.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use super::context::Context;
use super::error::CliError;
use crate::corpus::Corpus;
use crate::curation::Origins;
use crate::export::{Origin, Stamp, stamp_of};
use crate::graph::StanceGraph;
use crate::model::Claim;
use crate::reading::{Engine, Gaps};

/// The claims, one JSON object a line.
pub fn claims_jsonl(claims: &[Claim]) -> String {
    claims.iter().filter_map(|claim| serde_json::to_string(claim).ok()).map(|line| line + "\n").collect()
}

/// Writes a file whole or not at all: to a temporary file beside it, then renamed.
pub fn write(path: &Path, text: &str) -> Result<(), CliError> {
    let failed = |source| CliError::Write { path: path.display().to_string(), source };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.tmp", std::process::id()));
    let temporary = path.with_file_name(name);
    let written = fs::File::create(&temporary)
        .and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&temporary, path));
    written.map_err(|source| {
        // Leave nothing behind; the first error is the one to tell.
        let _ = fs::remove_file(&temporary);
        failed(source)
    })
}

/// The stamp of what is made now.
pub fn stamp(engine: &Engine, corpus: &Corpus, articles: Origin) -> Stamp {
    Stamp {
        world: engine.world().fingerprint.clone(),
        documents: corpus.fingerprint.clone(),
        articles,
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

/// The engine, and the graph to answer from.
pub struct Stored {
    /// The engine of the data.
    pub engine: Engine,
    /// The graph.
    pub graph: StanceGraph,
    /// Where the data says what.
    pub origins: Origins,
}

/// The graph of a folder that `build` wrote; made again in memory when it is absent or stale, and that is said.
pub fn open(context: &Context, from: &Path) -> Result<Stored, CliError> {
    let layers = context.layers();
    let loaded = context.load(&layers);
    let (engine, origins) = (Engine::new(Arc::new(loaded.world)), loaded.origins);
    let stored = stored(from);
    let claims = match stored {
        Some((stamp, claims)) if stamp.articles == Origin::Given => {
            if stamp.world != engine.world().fingerprint || stamp.version != env!("CARGO_PKG_VERSION") {
                context.remark(&format!(
                    "note: the data has changed since `{}` was built from your own files: build again to use it",
                    from.display()
                ));
            }
            claims
        }
        stored => {
            let corpus = context.shipped_corpus(&engine, &layers, Gaps::Skip)?;
            let now = stamp(&engine, &corpus, Origin::Data);
            match stored {
                Some((stamp, claims)) if stamp == now => claims,
                Some(_) => {
                    context.remark(&format!("note: `{}` is out of date; reading the articles again", from.display()));
                    corpus.claims
                }
                None => {
                    context.remark(&format!(
                        "note: nothing is built in `{}`; reading the data's articles",
                        from.display()
                    ));
                    corpus.claims
                }
            }
        }
    };
    let graph = StanceGraph::new(claims, &**engine.world());
    Ok(Stored { engine, graph, origins })
}

fn stored(from: &Path) -> Option<(Stamp, Vec<Claim>)> {
    let stamp = stamp_of(&fs::read_to_string(from.join("graph.json")).ok()?)?;
    let text = fs::read_to_string(from.join("claims.jsonl")).ok()?;
    let claims: Result<Vec<Claim>, _> =
        text.lines().filter(|line| !line.trim().is_empty()).map(serde_json::from_str).collect();
    claims.ok().map(|claims| (stamp, claims))
}
