//! `demarche ask`: one small set of articles, each form of answer whole.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use tempfile::TempDir;

mod cli;

use cli::{put, run};

/// A folder with a graph of three articles.
fn built() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let article = |name: &str, date: &str, text: &str| {
        let text = format!("---\nid: {name}\ndate: {date}\npublication: Test\n---\n\n{text}\n");
        put(folder.path(), &format!("news/{name}.txt"), text);
    };
    article("a", "1999-03-12", "Beijing opposes TMD. Japan does not oppose TMD.");
    article("b", "1999-04-01", "China and Russia oppose TMD (AP, Reuters, March 31).");
    article("c", "1999-05-02", "Russian Foreign Minister Igor Ivanov visited Japan.");
    let run = run(folder.path(), &["build", "news", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.err);
    folder
}

/// Asks in a folder, and gives the answer with claim ids blotted out.
fn check(arguments: &[&str], expected: &str) {
    let folder = built();
    let run = run(folder.path(), &[&["ask"], arguments].concat());
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
    assert_eq!(blotted(&run.out), expected, "{arguments:?}");
}

fn blotted(text: &str) -> String {
    let mut parts = text.split("c-");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |done, part| match part.get(..16) {
        Some(id) if id.bytes().all(|byte| byte.is_ascii_hexdigit()) => format!("{done}c-ID{}", &part[16..]),
        _ => format!("{done}c-{part}"),
    })
}

#[test]
fn table() {
    check(
        &["who opposes tmd?"],
        "asked: ?who opposes tmd\n\
         \n\
         who     claims  documents  first       last\n\
         China        2          2  1999-03-12  1999-04-01\n\
         Russia       1          1  1999-04-01  1999-04-01\n\
         \n\
         left out: 1 negated (ask `not opposes`)\n",
    );
}

#[test]
fn words_need_no_quotes() {
    let folder = built();
    let quoted = run(folder.path(), &["ask", "who opposes tmd"]).out;
    assert_eq!(run(folder.path(), &["ask", "who", "opposes", "tmd"]).out, quoted);
}

#[test]
fn json() {
    let folder = built();
    let run = run(folder.path(), &["ask", "who opposes tmd", "--format", "json"]);
    assert_eq!(
        blotted(&run.out),
        concat!(
            r#"{"row":{"who":"china"},"claims":["c-ID","c-ID"],"first":"1999-03-12","last":"1999-04-01","documents":2,"sources":3}"#,
            "\n",
            r#"{"row":{"who":"russia"},"claims":["c-ID"],"first":"1999-04-01","last":"1999-04-01","documents":1,"sources":2}"#,
            "\n"
        )
    );
    // remarks go elsewhere
    assert_eq!(run.err, "left out: 1 negated (ask `not opposes`)\n");
}

#[test]
fn csv() {
    let folder = built();
    let run = run(folder.path(), &["ask", "who opposes tmd", "--format", "csv", "--quiet"]);
    assert_eq!(
        blotted(&run.out),
        "who,who_name,through,claims,documents,sources,first,last,claim_ids\r\n\
         china,China,,2,2,3,1999-03-12,1999-04-01,c-ID c-ID\r\n\
         russia,Russia,,1,1,2,1999-04-01,1999-04-01,c-ID\r\n"
    );
    assert_eq!(run.err, "");
}

#[test]
fn evidence() {
    check(
        &["russia opposes tmd", "--evidence"],
        "asked: russia opposes tmd\n\
         \n\
         yes: 1 claim in 1 document, 1999-04-01\n    \
             1999-04-01 reported, Test citing AP, Reuters, rule oppose, c-ID\n      \
               China and [Russia] [oppose] [TMD] (AP, Reuters, March 31).\n",
    );
}

#[test]
fn an_official_counts_for_his_state_unless_asked_otherwise() {
    check(
        &["who visits japan"],
        "asked: ?who visits japan\n\
         \n\
         who                           claims  documents  first       last\n\
         Russia (through Igor Ivanov)       1          1  1999-05-02  1999-05-02\n",
    );
    check(
        &["who visits japan", "--roll-up", "none"],
        "asked: ?who visits japan\n\
         \n\
         who          claims  documents  first       last\n\
         Igor Ivanov       1          1  1999-05-02  1999-05-02\n",
    );
}

#[test]
fn nothing_found_is_no_failure() {
    let folder = built();
    let run = run(folder.path(), &["ask", "who supports tmd"]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("\nno answer\n"), "{}", run.out);
    assert!(run.out.contains("known nearby:\n  China opposes Theater Missile Defense (2 claims)\n"), "{}", run.out);
}
