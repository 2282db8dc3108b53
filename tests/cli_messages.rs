//! Exit codes and messages: what a person reads who has got something wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod cli;

use cli::{put, run, run_with};

/// Runs a command in an empty folder, without remarks: code, output, error output.
fn check(arguments: &[&str], code: i32, err: &str) {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "a.txt", "Beijing opposes TMD.");
    let run = run(folder.path(), &[arguments, &["--quiet"]].concat());
    assert_eq!((run.code, run.err.as_str()), (code, err), "{arguments:?}");
    if code != 0 {
        assert_eq!(run.out, "", "{arguments:?}");
    }
}

#[test]
fn help_and_version() {
    for arguments in [&["--help"][..], &["-V"], &["help", "ask"], &["build", "--help"]] {
        let run = run(std::path::Path::new("."), arguments);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
        assert!(!run.out.is_empty());
    }
}

#[test]
fn every_command_is_in_the_help() {
    let help = run(std::path::Path::new("."), &["--help"]).out;
    for command in ["build", "ask", "show", "explain", "diagram", "export", "extract", "check", "suggest", "score"] {
        assert!(help.contains(&format!("\n  {command} ")), "{command}");
        let help = run(std::path::Path::new("."), &[command, "-h"]);
        assert_eq!(help.code, 0);
        assert!(help.out.contains("Usage: demarche "), "{}", help.out);
    }
}

#[test]
fn usage_is_2() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [
        &[][..],
        &["frobnicate"],
        &["ask"],
        &["show"],
        &["diagram"],
        &["explain"],
        &["ask", "who opposes tmd", "--format", "xml"],
        &["build", "--date", "yesterday"],
        &["ask", "who opposes tmd", "--as-of", "1999"],
        &["diagram", "-o", "a.svg", "--since", "soon"],
        &["extract", "file"],
        &["check", "--nonsense"],
    ] {
        let run = run(folder.path(), arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.err);
        assert!(run.err.contains("Usage: ") || run.err.contains("--help"), "{arguments:?}: {}", run.err);
        assert_eq!(run.out, "");
    }
}

#[test]
fn dates() {
    let folder = tempfile::tempdir().unwrap();
    let err = run(folder.path(), &["build", "--date", "yesterday"]).err;
    let first = err.lines().next().unwrap();
    assert_eq!(first, "error: invalid value 'yesterday' for '--date <DATE>': write it as 1999-03-12");
}

#[test]
fn unknown_names() {
    check(&["show", "rusia"], 2, "error: nothing is called `rusia`: did you mean `Russia`?\n");
    check(&["show", "xyzzy", "plugh"], 2, "error: nothing is called `xyzzy plugh`\n");
    check(
        &["diagram", "-o", "a.svg", "--focus", "rusia"],
        2,
        "error: nothing is called `rusia`: did you mean `Russia`?\n",
    );
    check(&["diagram", "-o", "a.pdf"], 2, "error: `a.pdf` ends in no known format: write .svg or .dot\n");
}

#[test]
fn unknown_words_in_questions() {
    check(
        &["ask", "who oposes tmd"],
        2,
        "error: unknown relation `oposes`; did you mean `opposes` or `proposes`?\n  | who oposes tmd\n  |     ^^^^^^\n",
    );
    check(
        &["ask", "who", "opposes", "tdm"],
        2,
        "error: unknown name `tdm`; did you mean `tmd`?\n  | who opposes tdm\n  |             ^^^\n",
    );
    check(
        &["ask", "rusia opposes tmd"],
        2,
        "error: unknown name `rusia`; did you mean `ignazio-la-russa` or `russia`?\n  | rusia opposes tmd\n  | ^^^^^\n",
    );
    check(&["ask", ""], 2, "error: expected a name or a variable at the end\n  | \n  | ^\n");
}

#[test]
fn bad_input_is_3() {
    check(
        &["explain", "--file", "absent.txt"],
        3,
        "error: cannot read `absent.txt`: No such file or directory (os error 2)\n",
    );
    check(
        &["build", "--no-shipped"],
        3,
        "error: no articles: name files or folders, or put some in `articles/` of a data folder\n",
    );
    let folder = tempfile::tempdir().unwrap();
    let run = run_with(folder.path(), &["extract"], b"{\"id\": 1}\n");
    assert_eq!(run.code, 3);
    assert!(run.err.starts_with("error: standard input:1: not a JSON document: "), "{}", run.err);
}

#[test]
fn explain_finds_no_fault_with_strange_texts() {
    for text in ["", " ", "Blue moon.", "?", "\u{200b}", "Moscow"] {
        check(&["explain", text], 0, "");
    }
}
