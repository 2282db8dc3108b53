//! `demarche check`: clean data, and a folder with mistakes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod cli;

use cli::{put, run};

#[test]
fn the_shipped_data_is_well() {
    let run = run(std::path::Path::new("."), &["check"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    assert!(run.out.ends_with(": all well\n"), "{}", run.out);
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
}

/// Checks a data folder of one file over the shipped data: the findings, without the last line.
fn check(data: &str, code: i32, expected: &str) {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "mine/a.ron", data);
    let run = run(folder.path(), &["check", "--data", "mine"]);
    assert_eq!((run.code, run.err.as_str()), (code, ""), "{}", run.out);
    let (found, last) = run.out.trim_end().rsplit_once("\n\n").unwrap_or(("", run.out.trim_end()));
    assert!(last.contains(" entities, "), "{last}");
    assert_eq!(found, expected.trim());
}

#[test]
fn a_mistake_is_1() {
    check(
        r#"[Official(id: "a", name: "Anna Example", of: "rusia")]"#,
        1,
        r#"
error[unknown-id]: unknown actor `rusia`
 --> mine/a.ron:1:46
  |
1 | [Official(id: "a", name: "Anna Example", of: "rusia")]
  |                                              ^^^^^^^ no actor has this id
  |
  = help: did you mean `russia`?
"#,
    );
}

#[test]
fn an_example_that_fails_is_1() {
    check(
        r#"[
    Frame(
        id: "cheer", relation: "supports", verbs: ["cheer for"], subject: [Actor], object: [Issue],
        examples: [("Japan cheered for TMD.", ["japan opposes tmd"])],
    ),
]"#,
        1,
        r#"
error[failed-example]: an example of `cheer` gives `japan supports tmd`
 --> mine/a.ron:4:21
  |
4 |         examples: [("Japan cheered for TMD.", ["japan opposes tmd"])],
  |                     ^^^^^^^^^^^^^^^^^^^^^^^^ not expected
  |
  = help: the rule `cheer` found it in `cheered`

error[failed-example]: an example of `cheer` does not give `japan opposes tmd`
 --> mine/a.ron:4:48
  |
4 |         examples: [("Japan cheered for TMD.", ["japan opposes tmd"])],
  |                                                ^^^^^^^^^^^^^^^^^^^ not found
  |
  = help: it gives `japan supports tmd`
"#,
    );
}

#[test]
fn more_data_that_is_well() {
    check(r#"[Extend(id: "russia", aliases: ["Rossiya"])]"#, 0, "");
}

#[test]
fn the_count_of_findings() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "mine/a.ron", "[State(]");
    let run = run(folder.path(), &["check", "--data", "mine"]);
    assert_eq!(run.code, 1);
    assert!(run.out.ends_with(": 1 error\n"), "{}", run.out);
}

#[test]
fn the_data_used_with_a_mistake_in_it() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "mine/a.ron", "[State(]");
    put(folder.path(), "a.txt", "Beijing opposes TMD.");
    let run = run(folder.path(), &["build", "a.txt", "--data", "mine"]);
    assert_eq!(run.code, 0);
    assert!(run.out.starts_with("1 document, 1 sentence, 1 claim\n"));
    assert!(run.err.contains("error[syntax]: "), "{}", run.err);
    assert!(
        run.err.contains("\nwarning: the data has 1 error and is used without it: see `demarche check`\n"),
        "{}",
        run.err
    );
}
