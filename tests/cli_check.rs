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

/// The shipped data has neither errors nor warnings; notes do not count.
#[test]
fn the_shipped_data_is_strictly_well() {
    let run = run(std::path::Path::new("."), &["check", "--strict"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    let kinds: Vec<&str> = run.out.lines().filter(|line| line.starts_with(['e', 'w', 'n'])).collect();
    assert!(!kinds.is_empty() && kinds.iter().all(|line| line.starts_with("note[")), "{kinds:?}");
    assert!(run.out.trim_end().ends_with(&format!(": all well, {} notes", kinds.len())), "{}", run.out);
}

/// A small world of its own, with one article.
const WORLD: &str = r#"[
    State(id: "borduria", name: "Borduria"),
    State(id: "syldavia", name: "Syldavia"),
    State(id: "nowhere", name: "Nowhere"),
    Issue(id: "dam", name: "great dam", kind: Programme, aliases: ["dam"]),
    Relation(id: "opposes", kind: Stance, sign: -1, label: "opposes"),
    Frame(
        id: "oppose", relation: "opposes", verbs: ["oppose"], subject: [Actor], object: [Issue],
        examples: [("Borduria opposes the dam.", ["borduria opposes dam"])],
    ),
    Frame(
        id: "resist", relation: "opposes", verbs: ["resist"], subject: [Actor], object: [Issue],
        examples: [("Borduria resists the dam.", ["borduria opposes dam"])],
    ),
]
"#;

fn check_own(arguments: &[&str], more: &str, code: i32, expected: &str) {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "w/a.ron", WORLD);
    put(folder.path(), "w/b.ron", more);
    put(folder.path(), "w/articles/a.txt", "Date: 1999-01-02\n\nBorduria opposes the dam. So Syldavia did not say.");
    let run = run(folder.path(), &[&["check", "--no-shipped", "--data", "w"], arguments].concat());
    assert_eq!((run.code, run.err.as_str()), (code, ""), "{}", run.out);
    assert_eq!(run.out.trim(), expected.trim());
}

#[test]
fn notes_on_what_no_article_uses_fail_nothing() {
    check_own(
        &["--strict"],
        "[]",
        0,
        r#"
note[unmentioned]: no article names `nowhere`
 --> w/a.ron:4:15
  |
4 |     State(id: "nowhere", name: "Nowhere"),
  |               ^^^^^^^^^
  |
  = help: an article about it, in the folder `articles`, shows whether it is found

note[never-fired]: no article fires `resist`
  --> w/a.ron:12:13
   |
12 |         id: "resist", relation: "opposes", verbs: ["resist"], subject: [Actor], object: [Issue],
   |             ^^^^^^^^
   |
   = help: an article with such a wording, in the folder `articles`, shows that news writes it

4 entities, 0 titles, 1 relations, 2 rules with 2 examples: all well, 2 notes
"#,
    );
}

#[test]
fn a_warning_fails_if_strict() {
    let more = r#"[Issue(id: "zenda", name: "Zenda", kind: Dispute)]"#;
    check_own(&[], more, 0, "5 entities, 0 titles, 1 relations, 2 rules with 2 examples: all well");
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "w/a.ron", more);
    let run = run(folder.path(), &["check", "--no-shipped", "--data", "w", "--strict"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""), "{}", run.out);
    assert_eq!(
        run.out,
        r#"warning[no-aliases]: the issue `zenda` has no aliases
 --> w/a.ron:1:27
  |
1 | [Issue(id: "zenda", name: "Zenda", kind: Dispute)]
  |                           ^^^^^^^ found by this alone, as it is written
  |
  = help: add what news calls it, in lower case: `aliases: [".."]`

note[unmentioned]: no article names `zenda`
 --> w/a.ron:1:12
  |
1 | [Issue(id: "zenda", name: "Zenda", kind: Dispute)]
  |            ^^^^^^^
  |
  = help: an article about it, in the folder `articles`, shows whether it is found

1 entities, 0 titles, 0 relations, 0 rules with 0 examples: 1 warning, 1 note
"#
    );
}

#[test]
fn a_table_of_what_each_file_holds() {
    let more =
        r#"[Extend(id: "borduria", aliases: ["Bordurian Republic"]), Words(class: Negation, words: ["not", "never"])]"#;
    check_own(
        &["--table"],
        more,
        0,
        r#"
file     actors  issues  grounds  titles  names  relations  rules  examples  words
w/a.ron       3       1                       5          1      2         2      2
w/b.ron                                       1                                  2
all           3       1                       6          1      2         2      4

4 entities, 0 titles, 1 relations, 2 rules with 2 examples: all well
"#,
    );
}
