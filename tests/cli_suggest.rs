//! `demarche suggest`: what the data lacks, counted, with an example and what to paste.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod cli;

use cli::{put, run, run_with};
use insta::assert_snapshot;

const ARTICLE: &str = "Id: one\nDate: 1999-03-02\nPublication: Test\n\n\
    Russian trade commissioner Ruprecht Hentzau met reporters in Zenda on Monday. Moscow mothballed the TMD plan.\n\
    Japan considered opposing TMD. Japan pondered that China opposes TMD. Then Hentzau left. Russian Defense Minister Sapt Tarlenheim said that the Council of\n\
    Strelsau and the RGB had written to Hentzau. Moscow mothballed NMD in March.\n";

/// Runs `suggest` on the article.
fn suggest(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "a.txt", ARTICLE);
    let run = run(folder.path(), &[&["suggest", "a.txt"], arguments].concat());
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    run.out
}

#[test]
fn table() {
    assert_snapshot!(suggest(&[]), @r#"
    verbs between names that no rule knows (1)
      2  mothball
           one: Moscow mothballed the TMD plan.
           add "mothball" to a frame's verbs if it tells a relation

    verbs that hold claims back because no rule knows them (1)
      1  ponder
           one: Japan pondered that China opposes TMD.
           Operator(id: "ponder", verbs: ["ponder"], complement: Infinitive, gives: Planned), // or as fits

    names that are not in the data (5)
      3  Ruprecht Hentzau
           one: Russian trade commissioner Ruprecht Hentzau met reporters in Zenda on Monday.
           Official(id: "ruprecht-hentzau", name: "Ruprecht Hentzau", of: "russia"),
      1  Council of Strelsau
           one: ...ster Sapt Tarlenheim said that the Council of Strelsau and the RGB had written to Hentzau.
           Organisation(id: "council-of-strelsau", name: "Council of Strelsau"), // or a State, an Official, an Issue
      1  RGB
           one: ...ster Sapt Tarlenheim said that the Council of Strelsau and the RGB had written to Hentzau.
           Organisation(id: "rgb", name: "RGB"),
      1  Sapt Tarlenheim
           one: Russian Defense Minister Sapt Tarlenheim said that the Council of Strelsau and the RGB had...
           Official(id: "sapt-tarlenheim", name: "Sapt Tarlenheim", offices: [Office(of: "russia", title: "defence-minister")]),
      1  Zenda
           one: Russian trade commissioner Ruprecht Hentzau met reporters in Zenda on Monday.
           Organisation(id: "zenda", name: "Zenda"), // or a State, an Official, an Issue

    titles that are not in the data (1)
      1  trade commissioner
           one: Russian trade commissioner Ruprecht Hentzau met reporters in Zenda on Monday.
           Title(id: "trade-commissioner", names: ["trade commissioner"]),
    "#);
}

#[test]
fn json_and_top() {
    assert_snapshot!(suggest(&["--format", "json", "--top", "1"]), @r#"
    {"kind":"verb","text":"mothball","count":2,"document":"one","example":"Moscow mothballed the TMD plan.","fix":"add \"mothball\" to a frame's verbs if it tells a relation"}
    {"kind":"governor","text":"ponder","count":1,"document":"one","example":"Japan pondered that China opposes TMD.","fix":"Operator(id: \"ponder\", verbs: [\"ponder\"], complement: Infinitive, gives: Planned), // or as fits"}
    {"kind":"name","text":"Ruprecht Hentzau","count":3,"document":"one","example":"Russian trade commissioner Ruprecht Hentzau met reporters in Zenda on Monday.","fix":"Official(id: \"ruprecht-hentzau\", name: \"Ruprecht Hentzau\", of: \"russia\"),"}
    {"kind":"title","text":"trade commissioner","count":1,"document":"one","example":"Russian trade commissioner Ruprecht Hentzau met reporters in Zenda on Monday.","fix":"Title(id: \"trade-commissioner\", names: [\"trade commissioner\"]),"}
    "#);
}

#[test]
fn the_summary_of_build_shows_the_commonest() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "a.txt", ARTICLE);
    assert_snapshot!(run(folder.path(), &["build", "a.txt"]).out, @r"
    1 document, 7 sentences, 1 claim

    relation  actual  not yet actual  negated
    opposes                        1

    3 gaps: 2 with no rule for the verb, 1 under a verb that no rule knows

    the data lacks    the commonest
    1 verb            mothball (2)
    1 governing verb  ponder (1)
    5 names           Ruprecht Hentzau (3), Council of Strelsau (1), RGB (1), Sapt Tarlenheim (1), Zenda (1)
    1 title           trade commissioner (1)
    `demarche suggest` shows them all, with what to add
    ");
}

#[test]
fn known_words_headlines_and_first_words_are_no_names() {
    let text = "Yesterday it rained. Hills Fell On Towns In March. It rained on Monday, in March and in Beijing.\n";
    let run = run_with(std::path::Path::new("."), &["suggest", "-"], text.as_bytes());
    assert_eq!(
        (run.code, run.out.as_str()),
        (0, "nothing to suggest: the data knows every name and verb it would need\n")
    );
}
