//! `demarche explain`: one line of a file, and what is missing for a claim.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod cli;

use cli::{put, run};
use insta::assert_snapshot;

/// The last part of what `explain --expect` says of a text, with its exit code.
fn expect(text: &str, claim: &str) -> String {
    let run = run(std::path::Path::new("."), &["explain", text, "--expect", claim]);
    assert_eq!(run.err, "");
    let (_, verdict) = run.out.split_once("expected: ").unwrap();
    format!("{}: {verdict}", run.code)
}

#[test]
fn found() {
    assert_snapshot!(expect("Beijing opposes TMD.", "china opposes tmd"), @r"
    0: china opposes tmd: found
      found in sentence 1 by the rule `oppose`
    ");
}

#[test]
fn other_polarity() {
    assert_snapshot!(expect("Beijing does not oppose TMD.", "china opposes tmd"), @r"
    1: china opposes tmd: not found
      sentence 1 gives `china not opposes tmd`: found with polarity negated, not asserted
    ");
}

#[test]
fn not_mentioned() {
    assert_snapshot!(expect("Beijing opposes TMD.", "india opposes nmd"), @r"
    1: india opposes nmd: not found
      the subject `india` is not mentioned
      the object `nmd` is not mentioned
    ");
}

#[test]
fn not_in_the_data() {
    assert_snapshot!(expect("Beijing opposes TMD.", "chna opposses tmd"), @r"
    1: chna opposses tmd: not found
      the subject `chna` is not in the data; did you mean `China`?
      the relation `opposses` is not in the data
    ");
}

#[test]
fn no_word_of_a_rule() {
    assert_snapshot!(expect("Beijing shelved TMD.", "china opposes tmd"), @r#"
    1: china opposes tmd: not found
      sentence 1 names "Beijing" and "TMD", but no rule with relation `opposes` has a word in it: they look for "criticize", "criticise", "attack", "blast", "decry", "deplore", "lambaste", "assail", "criticism of", "attack on", "critical of", "oppose" and 167 more
    "#);
}

#[test]
fn not_joined() {
    assert_snapshot!(expect("Those who oppose it praised Beijing for TMD.", "china opposes tmd"), @r#"
    1: china opposes tmd: not found
      sentence 1 names "Beijing" and "TMD" and has "oppose" of the rule `oppose`, but grammar does not join the three: see the clauses
    "#);
}

#[test]
fn held_back() {
    let text = "Moscow has not ruled out talks with Tokyo on the TMD plan.";
    assert_snapshot!(expect(text, "russia consults-with japan about tmd"), @r#"
    1: russia consults-with japan about tmd: not found
      a candidate of the rule `consult` on "talks" in sentence 1: held back: two negations
    "#);
}

#[test]
fn apart() {
    assert_snapshot!(expect("Beijing was quiet. It rained on TMD.", "china opposes tmd"), @r"
    1: china opposes tmd: not found
      no sentence names both: the subject is named in sentence 1, the object in sentence 2
    ");
}

#[test]
fn other_relation() {
    assert_snapshot!(expect("Beijing supports TMD.", "china opposes tmd"), @r"
    1: china opposes tmd: not found
      sentence 1 gives `china supports tmd`: found with relation supports, not opposes
    ");
}

#[test]
fn an_official_for_the_state() {
    assert_snapshot!(expect("Date: 1999-03-02\n\nIgor Ivanov opposes TMD.", "russia opposes tmd"), @r"
    1: russia opposes tmd: not found
      the subject `russia` is not mentioned
      sentence 1 gives `igor-ivanov opposes tmd`: found with subject igor-ivanov, not russia
    ");
}

#[test]
fn json() {
    let arguments = ["explain", "It rained.", "--expect", "china opposes tmd", "--format", "json"];
    let run = run(std::path::Path::new("."), &arguments);
    assert_snapshot!(format!("{}: {}", run.code, run.out), @r#"
    1: {"sentences":[],"gaps":[],"expect":{"claim":"china opposes tmd","found":false,"findings":[{"kind":"not_mentioned","role":"subject","id":"china"},{"kind":"not_mentioned","role":"object","id":"tmd"}]}}
    "#);
}

/// Explains a place in a file of four lines.
fn explain_line(place: &str) -> cli::Run {
    let folder = tempfile::tempdir().unwrap();
    let text = "Date: 1999-03-02\n\nBeijing and Moscow opposed TMD. It rained\nin Tokyo. They praised Tokyo.\n";
    put(folder.path(), "a.txt", text);
    run(folder.path(), &["explain", "--file", place])
}

#[test]
fn a_line_with_what_was_said_before_it() {
    assert_snapshot!(explain_line("a.txt:4").out, @r"
    2. It rained in Tokyo.
      mentions
        Tokyo (name) = japan
      no claim

    3. They praised Tokyo.
      mentions
        Tokyo (name) = japan
      clauses
        [They] praised [Tokyo]   main
      no claim
    ");
}

#[test]
fn a_line_without_names() {
    let run = explain_line("a.txt:2");
    assert_eq!((run.code, run.out.as_str()), (0, "no name here is known to the data, so nothing was parsed\n"));
}

#[test]
fn a_line_that_is_not_there() {
    let run = explain_line("a.txt:5");
    assert_eq!((run.code, run.err.as_str()), (2, "error: `a.txt` has no line 5: it has 4\n"));
}

#[test]
fn a_claim_that_cannot_be_read() {
    let run = run(std::path::Path::new("."), &["explain", "It rained.", "--expect", "china opposes"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("--expect <CLAIM>"), "{}", run.err);
}
