//! `demarche extract`: JSON Lines in, JSON Lines out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::Value;

mod cli;

use cli::run_with;

fn extract(input: &str) -> (i32, Vec<Value>, String) {
    let run = run_with(std::path::Path::new("."), &["extract"], input.as_bytes());
    let claims = run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (run.code, claims, run.err)
}

#[test]
fn one_claim_whole() {
    let input = "{\"id\": \"a1\", \"date\": \"1999-03-12\", \"text\": \"Beijing opposes TMD.\", \"unknown\": [1]}\n";
    let (code, claims, err) = extract(input);
    assert_eq!((code, err.as_str()), (0, ""));
    let expected = serde_json::json!([{
        "id": claims[0]["id"], "subject": "china", "relation": "opposes", "object": "tmd", "sign": -1,
        "polarity": "asserted", "modality": "actual",
        "evidence": {
            "document": "a1", "date": "1999-03-12", "sentence": 1, "span": [0, 20], "text": "Beijing opposes TMD.",
            "subject": [0, 7], "trigger": [8, 15], "object": [16, 19],
        },
        "rule": "oppose",
    }]);
    assert_eq!(Value::from(claims), expected);
}

#[test]
fn spans_are_bytes_of_the_text() {
    let text = "\u{201c}D\u{e9}marche\u{201d} \u{2014} Beijing opposes TMD.";
    let (code, claims, _) = extract(&format!("{}\n", serde_json::json!({ "text": text })));
    assert_eq!((code, claims.len()), (0, 1));
    for (part, expected) in [("subject", "Beijing"), ("trigger", "opposes"), ("object", "TMD")] {
        let span = &claims[0]["evidence"][part];
        let (start, end) = (span[0].as_u64().unwrap() as usize, span[1].as_u64().unwrap() as usize);
        assert_eq!(&text[start..end], expected);
    }
}

#[test]
fn bad_lines_are_told_and_the_rest_is_read() {
    let good = "{\"text\": \"Beijing opposes TMD.\"}";
    let (code, claims, err) = extract(&format!("{good}\nnonsense\n\n[]\n{good}\n{{\"date\": \"1999\"}}\n{good}"));
    assert_eq!((code, claims.len()), (3, 3));
    let places: Vec<&str> = err.lines().map(|line| line.split(": ").nth(1).unwrap()).collect();
    assert_eq!(places, ["standard input:2", "standard input:4", "standard input:6"]);
}

#[test]
fn nothing_in_nothing_out() {
    assert_eq!(extract(""), (0, Vec::new(), String::new()));
    assert_eq!(extract("\n\n"), (0, Vec::new(), String::new()));
}

#[test]
fn the_same_claims_as_build() {
    let folder = tempfile::tempdir().unwrap();
    let input =
        "{\"id\": \"a\", \"date\": \"1999-03-12\", \"text\": \"Beijing and Moscow oppose TMD. Japan backs TMD.\"}\n";
    let built = run_with(folder.path(), &["build", "-", "--quiet"], input.as_bytes());
    assert_eq!(built.code, 0);
    let mut lines: Vec<String> =
        run_with(folder.path(), &["extract"], input.as_bytes()).out.lines().map(str::to_owned).collect();
    let built = String::from_utf8(cli::get(folder.path(), "out/claims.jsonl")).unwrap();
    let mut expected: Vec<String> = built.lines().map(str::to_owned).collect();
    lines.sort();
    expected.sort();
    assert_eq!(lines, expected);
    assert_eq!(lines.len(), 3);
}
