//! Texts with the exact claims they give, one file a subject, and the world they are read in.
//!
//! A file has blocks of a text and its claims, one `=> claim` a line, or `=> nothing`. A `date:` line at the top dates every
//! text of the file. A block that begins with `todo: reason` is known to fail, and must: one that passes is reported too, so
//! that the line is taken out. `DEMARCHE_TODO=1` reports what such blocks give. A line `¶` parts two paragraphs. Lines like `=because GROUND MODALITY` ask more of the claims:
//! see [`also::Also`].

mod also;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use also::Also;
use demarche::curation::{Code, Layer, Style, World, load, render};
use demarche::language::{ClaimPattern, Symmetry};
use demarche::model::{Claim, Date};
use demarche::reading::Engine;
use demarche::text::Article;

struct Block {
    place: String,
    todo: Option<String>,
    text: String,
    expected: Vec<ClaimPattern>,
    also: Vec<(String, Also)>,
}

#[derive(Default)]
struct Tally {
    passed: usize,
    known: usize,
    report: String,
}

/// Reads every block of the folder in the world, and panics with a report of those that do not give exactly their claims.
pub fn check(folder: &str, world: World) {
    let engine = Engine::new(Arc::new(world));
    let mut tally = Tally::default();
    for path in files(folder) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let (date, blocks) = blocks(&name, &fs::read_to_string(&path).unwrap());
        blocks.iter().for_each(|block| run(&engine, date, block, &mut tally));
    }
    let Tally { passed, known, report } = tally;
    assert!(report.is_empty(), "{passed} blocks pass, {known} fail as marked, and:\n\n{report}");
}

/// The world of the layers; panics if they have mistakes.
pub fn world(layers: &[Layer]) -> World {
    let loaded = load(layers);
    // the rules' examples are what the blocks hold
    let mistakes = loaded.diagnostics.iter().filter(|found| found.code != Code::NoExamples);
    let mistakes: String = mistakes.map(|found| render(found, Style::Plain)).collect();
    assert!(mistakes.is_empty(), "the world has mistakes:\n{mistakes}");
    loaded.world
}

/// The shipped data without its officials and issues: the texts have their own.
#[allow(dead_code, reason = "not every test of texts needs it")]
pub fn shipped_actors_and_rules() -> Layer {
    let data = root().join("data");
    let mut files: Vec<PathBuf> =
        ["", "actors", "rules"].iter().flat_map(|folder| ron_files(&data.join(folder))).collect();
    files.sort();
    let texts: Vec<(String, String)> =
        files.iter().map(|path| (path.display().to_string(), fs::read_to_string(path).unwrap())).collect();
    Layer::from_texts(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())))
}

fn ron_files(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "ron")).collect()
}

/// The folder of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths
}

/// The date and the blocks of a file.
fn blocks(name: &str, file: &str) -> (Option<Date>, Vec<Block>) {
    let (mut date, mut blocks, mut open) = (None, Vec::new(), Vec::new());
    for (number, line) in file.lines().chain([""]).enumerate() {
        match line.strip_prefix("date: ") {
            Some(day) => date = Some(day.trim().parse().unwrap_or_else(|_| panic!("{name}: `{day}` is no date"))),
            None if line.trim().is_empty() => blocks.extend(block(name, &std::mem::take(&mut open))),
            None if line.starts_with("# ") || line == "#" => {}
            None => open.push((number + 1, line)),
        }
    }
    (date, blocks)
}

/// The block of some lines; none if there are none.
fn block(name: &str, lines: &[(usize, &str)]) -> Option<Block> {
    let place = format!("{name}:{}", lines.first()?.0);
    let todo = lines.iter().find_map(|(_, line)| line.strip_prefix("todo:"));
    let claims: Vec<&str> = lines.iter().filter_map(|(_, line)| line.strip_prefix("=> ")).collect();
    let is_text = |line: &&str| !line.starts_with('=') && !line.starts_with("todo:");
    let text = lines.iter().map(|(_, line)| *line).filter(is_text).collect::<Vec<_>>().join("\n").replace('¶', "");
    assert!(!text.is_empty() && !claims.is_empty(), "{place}: a block has a text and what it gives");
    assert!(claims == ["nothing"] || !claims.contains(&"nothing"), "{place}: `nothing` stands alone");
    let parse = |claim: &&str| ClaimPattern::parse(claim).unwrap_or_else(|error| panic!("{place}: {error}"));
    let expected = claims.iter().filter(|claim| **claim != "nothing").map(parse).collect();
    let asked = lines.iter().map(|(_, line)| *line).filter(|line| line.starts_with('=') && !line.starts_with("=> "));
    let asks = |line: &str| Also::parse(line).unwrap_or_else(|| panic!("{place}: `{line}` asks for nothing known"));
    let also = asked.map(|line| (line.to_owned(), asks(line))).collect();
    Some(Block { todo: todo.map(|reason| reason.trim().to_owned()), text, expected, also, place })
}

fn run(engine: &Engine, date: Option<Date>, block: &Block, tally: &mut Tally) {
    let article = Article { date, ..Article::plain(block.text.clone()) };
    let claims = engine.read(&article).claims;
    let more = block.also.iter().all(|(_, also)| also.holds(&claims, &block.text));
    let good = more && same(&block.expected, &claims, engine.world());
    match (&block.todo, good) {
        (None, true) => tally.passed += 1,
        (Some(_), false) => {
            tally.known += 1;
            if std::env::var_os("DEMARCHE_TODO").is_some() {
                describe(block, &claims, engine.world(), &mut tally.report);
            }
        }
        (Some(reason), true) => {
            writeln!(tally.report, "{}: passes now, take out `todo: {reason}`\n", block.place).unwrap();
        }
        (None, false) => describe(block, &claims, engine.world(), &mut tally.report),
    }
}

/// Whether the claims are the expected ones, each once.
fn same(expected: &[ClaimPattern], claims: &[Claim], world: &World) -> bool {
    expected.len() == claims.len() && unmatched(expected, claims, world) == (Vec::new(), Vec::new())
}

/// The places of expected claims that no claim matches, and of claims that no expected one does.
fn unmatched(expected: &[ClaimPattern], claims: &[Claim], world: &World) -> (Vec<usize>, Vec<usize>) {
    let (mut missing, mut left) = (Vec::new(), (0..claims.len()).collect::<Vec<_>>());
    for (at, pattern) in expected.iter().enumerate() {
        match left.iter().position(|claim| matches(pattern, &claims[*claim], world)) {
            Some(found) => drop(left.remove(found)),
            None => missing.push(at),
        }
    }
    (missing, left)
}

fn matches(pattern: &ClaimPattern, claim: &Claim, world: &World) -> bool {
    let symmetric = world.relation(&claim.relation).is_some_and(|relation| relation.symmetric);
    pattern.matches(claim, if symmetric { Symmetry::Symmetric } else { Symmetry::Directed })
}

fn describe(block: &Block, claims: &[Claim], world: &World, report: &mut String) {
    let (missing, extra) = unmatched(&block.expected, claims, world);
    writeln!(report, "{}\n    {}", block.place, block.text.replace('\n', "\n    ")).unwrap();
    for (at, pattern) in block.expected.iter().enumerate() {
        let mark = if missing.contains(&at) { "MISSING " } else { "found   " };
        writeln!(report, "  {mark} {pattern}").unwrap();
    }
    for claim in extra.iter().map(|at| &claims[*at]) {
        let trigger = claim.evidence.trigger.of(&block.text).replace('\n', " ");
        writeln!(report, "  EXTRA    {}   [{} in `{trigger}`]", ClaimPattern::of(claim), claim.rule).unwrap();
    }
    for (line, _) in block.also.iter().filter(|(_, also)| !also.holds(claims, &block.text)) {
        writeln!(report, "  UNMET    {line}").unwrap();
    }
    report.push('\n');
}
