//! Hostile input to every command: an error or a result, no panic, in bounded time (see `cli::run_with`).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use tempfile::TempDir;

mod cli;

use cli::{Run, put, run, run_with};

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// The commands that read a text, each on the same one.
fn read(text: &[u8]) -> Vec<Run> {
    let folder = folder();
    put(folder.path(), "a.txt", text);
    let json = serde_json::json!({ "text": String::from_utf8_lossy(text) }).to_string();
    let mut runs = vec![
        run(folder.path(), &["build", "a.txt"]),
        run(folder.path(), &["explain", "--file", "a.txt"]),
        run_with(folder.path(), &["build", "-"], text),
        run_with(folder.path(), &["extract"], json.as_bytes()),
        run_with(folder.path(), &["extract"], text),
    ];
    if runs[0].code == 0 {
        runs.extend([
            run(folder.path(), &["ask", "?a opposes ?b", "--evidence"]),
            run(folder.path(), &["show", "russia"]),
            run(folder.path(), &["diagram", "-o", "b.svg", "--all"]),
        ]);
    }
    runs
}

fn codes(runs: &[Run]) -> Vec<i32> {
    runs.iter().map(|run| run.code).collect()
}

#[test]
fn nothing() {
    assert_eq!(codes(&read(b"")), [0, 0, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn bytes_that_are_no_text() {
    let runs = read(b"Beijing \xff\xfe opposes TMD.");
    assert_eq!(codes(&runs), [3, 3, 3, 0, 3]);
    assert!(runs[0].err.contains("not UTF-8 at byte 8"), "{}", runs[0].err);
}

#[test]
fn zeros() {
    assert_eq!(codes(&read(&[0; 10_000])), [0, 0, 0, 0, 3, 0, 0, 0]);
}

#[test]
fn punctuation() {
    let text = ".,;:!?-()[]{}\"'\u{2014}\u{2026}\u{201c}\u{201d} ".repeat(2_000);
    assert_eq!(codes(&read(text.as_bytes())), [0, 0, 0, 0, 3, 0, 0, 0]);
}

#[test]
fn front_matter_without_end() {
    let text = format!("---\n{}", "key: value\n".repeat(20_000));
    assert_eq!(codes(&read(text.as_bytes())), [0, 0, 0, 0, 3, 0, 0, 0]);
}

/// One line of 3 MB without a full stop. One command a test, so that they share the cores.
fn long_line() -> String {
    "Moscow opposes TMD and ".repeat(130_435)
}

#[test]
fn a_long_line_to_build() {
    let folder = folder();
    put(folder.path(), "a.txt", long_line());
    let built = run(folder.path(), &["build", "a.txt"]);
    assert_eq!(built.code, 0, "{}", built.err);
    let runs = [
        run(folder.path(), &["ask", "who opposes tmd", "--evidence"]),
        run(folder.path(), &["show", "tmd"]),
        run(folder.path(), &["diagram", "-o", "b.svg"]),
    ];
    assert_eq!(codes(&runs), [0, 0, 0]);
}

#[test]
fn a_long_line_to_extract() {
    let folder = folder();
    let json = serde_json::json!({ "text": long_line() }).to_string();
    assert_eq!(run_with(folder.path(), &["extract"], json.as_bytes()).code, 0);
}

#[test]
fn a_long_line_to_explain() {
    let folder = folder();
    put(folder.path(), "a.txt", long_line());
    assert_eq!(run(folder.path(), &["explain", "--file", "a.txt"]).code, 0);
}

#[test]
fn a_long_word() {
    let text = "x".repeat(1_000_000);
    assert_eq!(codes(&read(text.as_bytes())), [0, 0, 0, 0, 3, 0, 0, 0]);
}

#[test]
fn deep_brackets_in_a_text() {
    let text = format!("Moscow {} opposes TMD.", "(".repeat(50_000));
    assert_eq!(codes(&read(text.as_bytes())), [0, 0, 0, 0, 3, 0, 0, 0]);
}

#[test]
fn deep_json() {
    let folder = folder();
    let json = format!("{{\"text\": {}", "[".repeat(200_000));
    assert_eq!(run_with(folder.path(), &["extract"], json.as_bytes()).code, 3);
    assert_eq!(run_with(folder.path(), &["build", "-"], json.as_bytes()).code, 3);
}

#[test]
fn deep_data() {
    for text in
        ["[".repeat(100_000), format!("[Issue(id: {}", "(".repeat(50_000)), format!("[{}]", "Some(".repeat(50_000))]
    {
        let folder = folder();
        put(folder.path(), "mine/a.ron", text);
        put(folder.path(), "a.txt", "Beijing opposes TMD.");
        let data = |arguments: &[&str]| run(folder.path(), &[arguments, &["--data", "mine"]].concat());
        let check = data(&["check"]);
        assert_eq!(check.code, 1);
        assert!(check.out.contains("error[syntax]: "), "{}", check.out);
        assert!(check.out.len() < 10_000, "{} bytes", check.out.len());
        let runs = [
            data(&["build", "a.txt"]),
            data(&["ask", "who opposes tmd"]),
            data(&["show", "tmd"]),
            data(&["explain", "Beijing opposes TMD."]),
            data(&["diagram", "-o", "b.svg"]),
            data(&["extract"]),
        ];
        assert_eq!(codes(&runs), [0; 6]);
    }
}

#[test]
fn data_that_is_no_data() {
    for bytes in [&b""[..], b"\xff\xfe", b"\0", b"]", b"[,,,,]", b"// only a comment", b"/*", b"\"", b"[Frame()]"] {
        let folder = folder();
        put(folder.path(), "mine/a.ron", bytes);
        let check = run(folder.path(), &["check", "--data", "mine"]);
        assert!(matches!(check.code, 0 | 1), "{bytes:?}: {}", check.code);
    }
}

#[cfg(unix)]
#[test]
fn folders_in_a_circle() {
    let folder = folder();
    put(folder.path(), "news/a.txt", "Beijing opposes TMD.");
    put(folder.path(), "news/b/c.txt", "Moscow opposes TMD.");
    put(folder.path(), "news/d.ron", "[Extend(id: \"russia\", aliases: [\"Rossiya\"])]");
    std::os::unix::fs::symlink("..", folder.path().join("news/b/up")).unwrap();
    std::os::unix::fs::symlink(".", folder.path().join("news/self")).unwrap();
    let built = run(folder.path(), &["build", "news"]);
    assert_eq!(built.code, 0, "{}", built.err);
    assert!(built.out.starts_with("2 documents, 2 sentences, 2 claims\n"), "{}", built.out);
    let checked = run(folder.path(), &["check", "--data", "news"]);
    assert_eq!(checked.code, 0, "{}", checked.out);
}

/// Asks of a graph of one claim.
fn ask(question: &str) -> Run {
    let folder = folder();
    put(folder.path(), "a.txt", "Beijing opposes TMD.");
    assert_eq!(run(folder.path(), &["build", "a.txt"]).code, 0);
    run(folder.path(), &["ask", question])
}

#[test]
fn long_questions() {
    for question in ["x".repeat(10_000), "who ".repeat(2_500), "(".repeat(10_000), "\u{e9}".repeat(10_000)] {
        let run = ask(&question);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("the question is longer than "), "{}", run.err);
        assert!(run.err.len() < 1_000, "the whole question is not shown: {} bytes", run.err.len());
    }
}

#[test]
fn many_variables() {
    let hundred = |atom: &dyn Fn(usize) -> String| (0..100).map(atom).collect::<Vec<_>>().join(" and ");
    for question in [
        hundred(&|n| format!("?a{n} opposes ?b{n}")),
        hundred(&|n| format!("?a{n} opposes ?a{}", n + 1)),
        (0..40).map(|n| format!("?a{n} opposes ?b{n}")).collect::<Vec<_>>().join(" and "),
    ] {
        let run = ask(&question);
        assert!(matches!(run.code, 0 | 2), "{}: {}", run.code, run.err);
        assert!(run.err.len() < 1_000, "{} bytes", run.err.len());
    }
}

#[test]
fn strange_questions() {
    for question in [
        "?",
        "? ?",
        "?a ?b ?c",
        "\u{202e}who opposes tmd",
        "who\0opposes",
        "\"",
        "and",
        "because",
        "-",
        "not",
        "?who opposes",
    ] {
        if question.contains('\0') {
            continue; // the system takes no such argument
        }
        let run = ask(question);
        assert!(matches!(run.code, 0 | 2), "{question:?}: {} {}", run.code, run.err);
    }
}

#[test]
fn names_with_control_characters_are_shown_clean() {
    let folder = folder();
    let text =
        "Date: 1999-03-12\nPublication: \u{1b}[31mRed\u{7}\n\nBeijing \u{1b}[2Jopposes TMD. Moscow opposes TMD.\n";
    put(folder.path(), "a.txt", text);
    assert_eq!(run(folder.path(), &["build", "a.txt"]).code, 0);
    for arguments in [
        &["ask", "who opposes tmd", "--evidence"][..],
        &["show", "tmd"],
        &["explain", "--file", "a.txt"],
        &["ask", "who opposes \u{1b}[31m"],
    ] {
        let run = run(folder.path(), arguments);
        assert!(
            !run.out.contains('\u{1b}') && !run.err.contains('\u{1b}'),
            "{arguments:?}: {:?} {:?}",
            run.out,
            run.err
        );
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = folder();
    let program = env!("CARGO_BIN_EXE_demarche");
    let output = std::process::Command::new("sh")
        .args(["-c", &format!("'{program}' check --help | true; '{program}' explain 'Moscow opposes TMD.' | true")])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
