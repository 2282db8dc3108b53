//! Golden folders: data files in, diagnostics and the world out.
//!
//! A folder of `tests/curation/` holds data files, or folders of data files that are read as layers in the order of their
//! names, and `expected.txt`. Of a folder whose name begins with `strict` it is told what `check --strict` warns of. `DEMARCHE_BLESS=1 cargo test --test curation` writes `expected.txt` anew.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use demarche::curation::{Layer, Loaded, Style, World, load, render, strict};
use demarche::model::EntityKind;

fn folders(path: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> =
        fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn shown(loaded: &Loaded) -> String {
    let mut text = String::new();
    for diagnostic in &loaded.diagnostics {
        writeln!(text, "{}\n", render(diagnostic, Style::Plain)).unwrap();
    }
    writeln!(text, "diagnostics: {}", loaded.diagnostics.len()).unwrap();
    text + &world(&loaded.world)
}

/// The world, a line an item.
fn world(world: &World) -> String {
    let mut lines = Vec::new();
    for entity in world.entities.values() {
        let aliases = entity.aliases.join(", ");
        let more = match &entity.kind {
            EntityKind::State { demonyms, seats, .. } => format!("demonyms {demonyms:?} seats {seats:?}"),
            EntityKind::Official { offices, .. } => {
                let office = |tenure: &demarche::model::Tenure| format!("{}/{}", tenure.of, tenure.title);
                format!("offices {:?}", offices.iter().map(office).collect::<Vec<_>>())
            }
            EntityKind::Issue { heads, .. } => format!("heads {heads:?}"),
            EntityKind::Ground { .. } => {
                let terms: Vec<String> =
                    world.ground_terms.get(&entity.id).into_iter().flatten().map(ToString::to_string).collect();
                format!("terms {terms:?}")
            }
            _ => String::new(),
        };
        lines.push(format!("{} {}: {} [{aliases}] {more}", entity.kind_name(), entity.id, entity.name));
    }
    lines.extend(world.titles.values().map(|title| format!("title {}: {:?}", title.id, title.names)));
    lines.extend(world.relations.keys().map(|id| format!("relation {id}")));
    let rules = &world.rules;
    lines.extend(rules.frames.iter().map(|rule| format!("frame {}: {:?} {:?}", rule.id, rule.verbs, rule.nouns)));
    lines.extend(world.patterns.iter().map(|(id, pattern)| format!("pattern {id}: {pattern}")));
    lines.extend(rules.operators.iter().map(|rule| format!("operator {}", rule.id)));
    lines.extend(rules.words.iter().map(|words| format!("{words:?}")));
    lines.extend(rules.verbs.iter().map(|verbs| format!("{verbs:?}")));
    lines.extend(rules.irregulars.iter().map(|irregulars| format!("{irregulars:?}")));
    lines.iter().map(|line| line.trim_end().to_owned() + "\n").collect()
}

fn check(folder: &Path) {
    let layers = match folders(folder) {
        layers if layers.is_empty() => vec![Layer::read(folder)],
        layers => layers.iter().map(|layer| Layer::read(layer)).collect(),
    };
    let mut loaded = load(&layers);
    if folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("strict")) {
        loaded.diagnostics.extend(strict(&loaded));
    }
    let found = shown(&loaded);
    let expected = folder.join("expected.txt");
    if std::env::var_os("DEMARCHE_BLESS").is_some() {
        fs::write(&expected, &found).unwrap();
    }
    let expected = fs::read_to_string(&expected).unwrap_or_default();
    assert_eq!(found, expected, "{} differs from its expected.txt:\n{found}", folder.display());
}

#[test]
fn golden_folders() {
    let folders = folders(Path::new("tests/curation"));
    assert!(folders.len() >= 8);
    folders.iter().for_each(|folder| check(folder));
}

#[test]
fn ten_mistakes_give_ten_diagnostics_in_one_run() {
    assert_eq!(load(&[Layer::read(Path::new("tests/curation/ten-mistakes"))]).diagnostics.len(), 10);
}
