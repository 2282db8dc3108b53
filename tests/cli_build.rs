//! `demarche build`: the same bytes for the same articles, its inputs, and what a failed run leaves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use tempfile::TempDir;

mod cli;

use cli::{get, put, run, run_with};

const FILES: [&str; 4] = ["claims.jsonl", "graph.json", "network.dot", "network.svg"];

fn outputs(folder: &Path, out: &str) -> Vec<Vec<u8>> {
    FILES.iter().map(|name| get(folder, &format!("{out}/{name}"))).collect()
}

/// Builds and gives the summary.
fn build(folder: &Path, arguments: &[&str]) -> String {
    let run = run(folder, &[&["build"], arguments].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    run.out
}

/// The claims of a folder, each as "subject relation object".
fn claims(folder: &Path, out: &str) -> Vec<String> {
    let text = String::from_utf8(get(folder, &format!("{out}/claims.jsonl"))).unwrap();
    let claim = |line: &str| -> serde_json::Value { serde_json::from_str(line).unwrap() };
    let word = |value: &serde_json::Value, key: &str| value[key].as_str().unwrap_or("-").to_owned();
    text.lines()
        .map(claim)
        .map(|c| format!("{} {} {}", word(&c, "subject"), word(&c, "relation"), word(&c, "object")))
        .collect()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn article(date: &str, text: &str) -> String {
    format!("---\ndate: {date}\npublication: Test\n---\n\n{text}\n")
}

#[test]
fn twice_the_same() {
    let folder = cli::copy_of_data();
    let first = build(folder.path(), &["--out", "a"]);
    let second = build(folder.path(), &["--out", "b"]);
    assert_eq!(first, second);
    assert!(outputs(folder.path(), "a") == outputs(folder.path(), "b"));
    assert_eq!(names(&folder.path().join("a")), FILES);
}

#[test]
fn names_and_order_of_files_leave_no_trace() {
    let folder = cli::copy_of_data();
    let sample = folder.path().join("data/articles");
    let files: Vec<String> = names(&sample).into_iter().filter(|name| name.ends_with(".txt")).collect();
    assert!(files.len() > 10);
    for (number, name) in files.iter().enumerate() {
        let place = format!("mixed/{}/{:03}.md", number % 3, number * 37 % 101);
        put(folder.path(), &place, fs::read(sample.join(name)).unwrap());
    }
    let plain = build(folder.path(), &["data/articles", "--out", "a"]);
    let mixed = build(folder.path(), &["mixed/2", "mixed/0", "mixed/1", "--out", "b"]);
    let twice = build(folder.path(), &["mixed", "data/articles", "--out", "c"]);
    assert_eq!(plain, mixed);
    assert_eq!(plain, twice);
    assert!(outputs(folder.path(), "a") == outputs(folder.path(), "b"));
    assert!(outputs(folder.path(), "a") == outputs(folder.path(), "c"));
}

#[test]
fn one_document_in_every_form() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Beijing opposes TMD.\n";
    let json = |text: &str| format!("{{\"date\": \"1999-03-12\", \"publication\": \"Test\", \"text\": {text:?}}}\n");
    put(folder.path(), "dashes.txt", article("1999-03-12", "Beijing opposes TMD."));
    put(folder.path(), "lines.txt", format!("Date: 1999-03-12\nPublication: Test\n\n{text}"));
    put(folder.path(), "plain.txt", text);
    put(folder.path(), "lines.jsonl", json(text));
    let forms: [&[&str]; 4] = [
        &["dashes.txt"],
        &["lines.txt"],
        &["plain.txt", "--date", "1999-03-12", "--publication", "Test"],
        &["lines.jsonl"],
    ];
    for (number, form) in forms.iter().enumerate() {
        build(folder.path(), &[*form, &["--out", &number.to_string()]].concat());
        assert_eq!(claims(folder.path(), &number.to_string()), ["china opposes tmd"], "{form:?}");
        assert!(outputs(folder.path(), &number.to_string()) == outputs(folder.path(), "0"), "{form:?}");
    }
    for input in [text.to_owned(), json(text)] {
        let arguments = ["build", "-", "--date", "1999-03-12", "--publication", "Test", "--out", "stdin"];
        let run = run_with(folder.path(), &arguments, input.as_bytes());
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(outputs(folder.path(), "stdin") == outputs(folder.path(), "0"));
    }
}

#[test]
fn front_matter_beats_the_options() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "a.txt", article("1999-03-12", "Beijing opposes TMD."));
    build(folder.path(), &["a.txt", "--date", "2001-01-01", "--publication", "Other"]);
    let line = String::from_utf8(get(folder.path(), "out/claims.jsonl")).unwrap();
    assert!(line.contains(r#""date":"1999-03-12","publication":"Test""#), "{line}");
}

#[test]
fn a_text_without_date_is_read_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "a.txt", "Beijing opposes TMD.");
    build(folder.path(), &["a.txt"]);
    assert_eq!(claims(folder.path(), "out"), ["china opposes tmd"]);
}

#[test]
fn the_summary_of_nothing_says_why() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "a.txt", "It rained in the hills.");
    let shown = build(folder.path(), &["a.txt"]);
    assert_eq!(
        shown,
        "1 document, 1 sentence, 0 claims\n\
         no sentence names two things that the data knows: `demarche explain` shows what it does know\n"
    );
}

#[test]
fn quiet_prints_the_summary_alone() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "a.txt", "Beijing opposes TMD.");
    let run = run(folder.path(), &["build", "a.txt", "--quiet"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(
        run.out,
        "1 document, 1 sentence, 1 claim\n\nrelation  actual  not yet actual  negated\nopposes        1\n"
    );
}

fn built() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "good.txt", article("1999-03-12", "Beijing opposes TMD."));
    build(folder.path(), &["good.txt"]);
    folder
}

#[test]
fn a_failed_run_leaves_the_last_good_files() {
    let folder = built();
    let before = outputs(folder.path(), "out");
    put(folder.path(), "bytes.txt", b"Beijing \xff opposes TMD.");
    put(folder.path(), "date.txt", article("12 March", "Beijing opposes TMD."));
    put(folder.path(), "broken.jsonl", "{\"text\": \"Beijing opposes TMD.\"}\n{\"text\": \n");
    put(folder.path(), "none/notes.doc", "");
    let bad: [(&str, &str); 5] = [
        ("bytes.txt", "error: bytes.txt: not UTF-8 at byte 8: save the file as UTF-8\n"),
        ("date.txt", "error: date.txt: line 2: `12 March` is not a date: write it as 1999-03-12\n"),
        ("broken.jsonl", "error: broken.jsonl:2: not a JSON document: EOF while parsing a value at line 1 column 9\n"),
        ("none", "error: no articles: name files or folders, or put some in `articles/` of a data folder\n"),
        ("absent.txt", "error: cannot read `absent.txt`: No such file or directory (os error 2)\n"),
    ];
    for (file, message) in bad {
        // a good file beside the bad one changes nothing, unless there is nothing bad about an empty folder
        let files: &[&str] = if file == "none" { &[file] } else { &["good.txt", file] };
        let run = run(folder.path(), &[&["build"], files].concat());
        assert_eq!((run.code, run.err.as_str(), run.out.as_str()), (3, message, ""), "{file}");
        assert!(outputs(folder.path(), "out") == before, "{file}");
        assert_eq!(names(&folder.path().join("out")), FILES, "{file}");
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let folder = built();
    put(folder.path(), "file", "");
    let run = run(folder.path(), &["build", "good.txt", "--out", "file/out"]);
    assert_eq!(run.code, 3);
    assert_eq!(run.err, "error: cannot write `file/out/claims.jsonl`: Not a directory (os error 20)\n");
}

#[test]
fn everything_that_cannot_be_read_is_told_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let run = run(folder.path(), &["build", "a", "b", "c"]);
    assert_eq!((run.code, run.err.lines().count()), (3, 3), "{}", run.err);
}
