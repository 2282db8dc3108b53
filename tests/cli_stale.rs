//! `ask`, `show` and `diagram` on what was built, on what is out of date, and on nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;

mod cli;

use cli::{get, put, run_in_data};

const QUESTION: [&str; 2] = ["ask", "who opposes tmd"];

#[test]
fn nothing_built() {
    let folder = cli::copy_of_data();
    let run = run_in_data(folder.path(), &QUESTION);
    assert_eq!(run.code, 0);
    assert_eq!(run.err, "note: nothing is built in `out`; reading the data's articles\n");
    assert!(!folder.path().join("out").exists());
}

#[test]
fn what_was_built_answers_alike() {
    let folder = cli::copy_of_data();
    let before = run_in_data(folder.path(), &QUESTION).out;
    assert_eq!(run_in_data(folder.path(), &["build"]).code, 0);
    let run = run_in_data(folder.path(), &QUESTION);
    assert_eq!((run.err.as_str(), run.out), ("", before));
}

#[test]
fn changed_data_is_read_again() {
    let folder = cli::copy_of_data();
    assert_eq!(run_in_data(folder.path(), &["build"]).code, 0);
    let built = get(folder.path(), "out/claims.jsonl");
    put(folder.path(), "data/articles/new.txt", "Date: 1999-01-01\n\nFinland opposes TMD.\n");
    let run = run_in_data(folder.path(), &QUESTION);
    assert_eq!(run.err, "note: `out` is out of date; reading the articles again\n");
    assert!(run.out.contains("\nFinland "), "{}", run.out);
    assert!(get(folder.path(), "out/claims.jsonl") == built, "asking writes nothing");
}

#[test]
fn own_articles_stay_the_answer_when_the_data_changes() {
    let folder = cli::copy_of_data();
    put(folder.path(), "mine.txt", "Date: 1999-01-01\n\nFinland opposes TMD.\n");
    assert_eq!(run_in_data(folder.path(), &["build", "mine.txt"]).code, 0);
    let run = run_in_data(folder.path(), &QUESTION);
    assert_eq!(run.err, "");
    assert!(run.out.contains("\nFinland ") && !run.out.contains("\nChina "), "{}", run.out);
    put(folder.path(), "data/issues/more.ron", "[Issue(id: \"x\", name: \"Xyzzy\", kind: Policy)]\n");
    let again = run_in_data(folder.path(), &QUESTION);
    assert!(again.err.starts_with("note: the data has changed since `out` was built"), "{}", again.err);
    assert_eq!(again.out, run.out);
}

#[test]
fn broken_files_count_as_nothing_built() {
    let folder = cli::copy_of_data();
    let good = run_in_data(folder.path(), &QUESTION).out;
    assert_eq!(run_in_data(folder.path(), &["build"]).code, 0);
    let stamp = get(folder.path(), "out/graph.json");
    for (name, bytes) in [
        ("out/claims.jsonl", &b"{\"id\": "[..]),
        ("out/claims.jsonl", b"\xff\xff"),
        ("out/graph.json", b"{}"),
        ("out/graph.json", b""),
        ("out/graph.json", b"[[[[[[[["),
    ] {
        put(folder.path(), "out/graph.json", &stamp);
        put(folder.path(), name, bytes);
        let run = run_in_data(folder.path(), &QUESTION);
        assert_eq!((run.code, run.out.as_str()), (0, good.as_str()), "{name}");
        assert_eq!(run.err, "note: nothing is built in `out`; reading the data's articles\n");
    }
    fs::remove_dir_all(folder.path().join("out")).unwrap();
}

#[test]
fn pictures() {
    let folder = cli::copy_of_data();
    assert_eq!(run_in_data(folder.path(), &["build"]).code, 0);
    for view in ["network", "stances", "contacts"] {
        let (svg, dot) = (format!("p/{view}.svg"), format!("p/{view}.dot"));
        for file in [&svg, &dot] {
            let run = run_in_data(folder.path(), &["diagram", "--view", view, "-o", file]);
            assert_eq!((run.code, run.err), (0, format!("wrote {file}\n")));
        }
        let (svg, dot) = (get(folder.path(), &svg), get(folder.path(), &dot));
        assert!(svg.starts_with(b"<?xml") || svg.starts_with(b"<svg"));
        assert!(dot.starts_with(b"digraph") || dot.starts_with(b"strict"), "{}", String::from_utf8_lossy(&dot));
    }
    let built = get(folder.path(), "out/network.svg");
    assert!(get(folder.path(), "p/network.svg") == built);
}
