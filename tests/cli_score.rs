//! `demarche score`: the tables, the JSON, the bars, and what is said of lines that cannot be used.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::Path;

use insta::assert_snapshot;
use tempfile::TempDir;

mod cli;

use cli::{Run, invented_world, put, run_with};

const DATA: [&str; 3] = ["--no-shipped", "--data", "w"];

/// A folder with an invented world and gold files of it.
fn folder() -> TempDir {
    let folder = invented_world();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in ["plover.jsonl", "sign.jsonl", "own.jsonl"] {
        std::fs::copy(root.join("tests/score").join(name), folder.path().join(name)).unwrap();
    }
    folder
}

fn run(arguments: &[&str], input: impl AsRef<[u8]>) -> Run {
    run_with(folder().path(), &[&DATA[..], &["score"], arguments].concat(), input.as_ref())
}

/// What a run shows: its output, after a line what it says on standard error, and how it ended.
fn score(arguments: &[&str], input: &str) -> String {
    let Run { code, out, err } = run(arguments, input);
    let line = if err.is_empty() { "" } else { "--\n" };
    format!("{out}{line}{err}exit {code}\n")
}

/// What is said of one bad line.
fn refused(line: &str) -> String {
    let Run { code, out, err } = run(&["-"], line);
    assert_eq!((code, out.as_str()), (3, ""), "{err}");
    err.strip_prefix("error: standard input").unwrap_or(&err).trim_end().to_owned()
}

#[test]
fn classes_of_given_pairs() {
    assert_snapshot!(score(&["plover.jsonl", "--misses"], ""), @r#"
    classes, pairs given: 12 records

    gold  predicted  correct  precision  recall  micro F1  macro F1  coverage
      12          9        6      0.667   0.500     0.571     0.311     0.667

    class      gold  predicted  correct  precision  recall     F1
    AGREE         1          1        1      1.000   1.000  1.000
    CONSULT       1          1        1      1.000   1.000  1.000
    SUPPORT       0          2        0      0.000   0.000  0.000
    COOPERATE     0          0        0      0.000   0.000  0.000
    AID           1          0        0      0.000   0.000  0.000
    YIELD         1          0        0      0.000   0.000  0.000
    REQUEST       0          0        0      0.000   0.000  0.000
    ACCUSE        3          1        1      1.000   0.333  0.500
    REJECT        1          1        1      1.000   1.000  1.000
    THREATEN      2          1        1      1.000   0.500  0.667
    PROTEST       0          0        0      0.000   0.000  0.000
    SANCTION      0          0        0      0.000   0.000  0.000
    MOBILIZE      0          0        0      0.000   0.000  0.000
    COERCE        0          0        0      0.000   0.000  0.000
    ASSAULT       2          2        1      0.500   0.500  0.500

    quad               gold  predicted  correct  precision  recall     F1
    VERBAL_COOP           2          4        2      0.500   1.000  0.667
    MATERIAL_COOP         2          0        0      0.000   0.000  0.000
    VERBAL_CONFLICT       6          3        3      1.000   0.500  0.667
    MATERIAL_CONFLICT     2          2        1      0.500   0.500  0.500

       coded \ read as  1  2  3  4  5  6  7  8  9  none
    1  AGREE            1
    2  CONSULT             1
    3  SUPPORT
    4  AID                    1
    5  YIELD                                          1
    6  ACCUSE                          1              2
    7  REJECT                             1
    8  THREATEN                              1        1
    9  ASSAULT                                  1     1
       none                   1                 1

    no trigger: no rule with this label has a word in the text (2)
      line 6 p6: coded S THREATEN T; no rule for THREATEN has a word here
        The garrison may attack the rebels.
      line 7 p7: coded S YIELD T; no rule for YIELD has a word here
        The garrison surrendered to the rebels.

    no link: a rule has a word in the text, and grammar does not join it to the pair (1)
      line 8 p8: coded S ACCUSE T; words of rules: "Criticism" (criticise)
        Criticism of the garrison was heard while the rebels sang.

    held back: a rule read it, and it does not count (1)
      line 12 p12: coded S ACCUSE T; read as `S not criticises T` (rule criticise)
        The rebels never criticised the garrison.

    wrong class: something else was read of the pair (1)
      line 10 p10: coded S AID T; read S praises T (rule praise)
        The rebels praised the garrison.

    wrong direction: it was read the wrong way round (1)
      line 9 p9: coded S ASSAULT T; read T attacks S (rule attack)
        The garrison was attacked by the rebels.

    extra claim: read where nothing of the kind is coded (1)
      line 11 p11: read S praises T (rule praise)
        The rebels attacked the garrison and praised the garrison.
    exit 0
    "#);
}

#[test]
fn signs_of_given_pairs() {
    assert_snapshot!(score(&["sign.jsonl", "--misses"], ""), @r"
    signs, pairs given: 6 records, 2 coded as nothing, of which 1 read as something

    gold  predicted  correct  precision  recall  micro F1  macro F1  coverage
       4          4        2      0.500   0.500     0.500     0.350     0.750

    class    gold  predicted  correct  precision  recall     F1
    P->Q +1     2          3        1      0.333   0.500  0.400
    P->Q -1     0          0        0      0.000   0.000  0.000
    Q->P +1     1          0        0      0.000   0.000  0.000
    Q->P -1     1          1        1      1.000   1.000  1.000

       coded \ read as  1  2  3  none
    1  P->Q +1          1           1
    2  Q->P +1          1
    3  Q->P -1                1
       none             1

    no mention: an end is not named in the text, as far as the data knows (1)
      line 6 s6: coded P +1 Q; `Q` is not named
        The mayor sang for the bishop.

    wrong direction: it was read the wrong way round (1)
      line 5 s5: coded Q +1 P; read P praises Q (rule praise)
        The mayor hailed the bishop.

    extra claim: read where nothing of the kind is coded (1)
      line 4 s4: read P helps Q (rule help)
        The mayor helped the bishop.
    exit 0
    ");
}

#[test]
fn codings_of_ones_own() {
    assert_snapshot!(score(&["own.jsonl", "--misses"], ""), @r"
    relations, end to end: 5 records, 1 coded as nothing, of which 0 read as something

    gold  predicted  correct  precision  recall  micro F1  macro F1  coverage
       7          5        4      0.800   0.571     0.667     0.533     1.000

    class          gold  predicted  correct  precision  recall     F1
    consults-with     2          2        2      1.000   1.000  1.000
    criticises        2          1        1      1.000   0.500  0.667
    helps             1          0        0      0.000   0.000  0.000
    opposes           1          1        1      1.000   1.000  1.000
    praises           1          1        0      0.000   0.000  0.000

       coded \ read as  1  2  3  4  5  none
    1  consults-with    2
    2  criticises          1              1
    3  helps                              1
    4  opposes                   1
    5  praises                            1
       none                         1

    no mention: an end is not named in the text, as far as the data knows (1)
      line 4 o4: coded iso3:ZEN helps borduria; `iso3:ZEN` is not in the data
        Borduria praised Graustark and the Danube League. It never criticised Syldavia.

    held back: a rule read it, and it does not count (1)
      line 4 o4: coded borduria criticises syldavia; read as `borduria not criticises syldavia` (rule criticise)
        Borduria praised Graustark and the Danube League. It never criticised Syldavia.

    wrong direction: it was read the wrong way round (1)
      line 4 o4: coded graustark praises borduria; read borduria praises graustark (rule praise)
        Borduria praised Graustark and the Danube League. It never criticised Syldavia.
    --
    note: own.jsonl:4: no state of the data has the code `iso3:ZEN`: its codings are missed
    note: not scored: 1 negated or denied
    note: not scored: 1 with one actor at both ends
    exit 0
    ");
}

#[test]
fn json() {
    assert_snapshot!(score(&["sign.jsonl", "--format", "json", "--misses"], ""), @r#"
    {
      "scheme": "sign",
      "records": 6,
      "gold": 4,
      "predicted": 4,
      "correct": 2,
      "precision": 0.5,
      "recall": 0.5,
      "micro_f1": 0.5,
      "macro_f1": 0.35,
      "coverage": 0.75,
      "uncoded": 2,
      "uncoded_read": 1,
      "classes": {
        "P->Q +1": {
          "gold": 2,
          "predicted": 3,
          "correct": 1,
          "precision": 0.3333333333333333,
          "recall": 0.5,
          "f1": 0.4
        },
        "P->Q -1": {
          "gold": 0,
          "predicted": 0,
          "correct": 0,
          "precision": 0.0,
          "recall": 0.0,
          "f1": 0.0
        },
        "Q->P +1": {
          "gold": 1,
          "predicted": 0,
          "correct": 0,
          "precision": 0.0,
          "recall": 0.0,
          "f1": 0.0
        },
        "Q->P -1": {
          "gold": 1,
          "predicted": 1,
          "correct": 1,
          "precision": 1.0,
          "recall": 1.0,
          "f1": 1.0
        }
      },
      "confusion": [
        {
          "read": "P->Q +1",
          "count": 1
        },
        {
          "coded": "P->Q +1",
          "count": 1
        },
        {
          "coded": "P->Q +1",
          "read": "P->Q +1",
          "count": 1
        },
        {
          "coded": "Q->P -1",
          "read": "Q->P -1",
          "count": 1
        },
        {
          "coded": "Q->P +1",
          "read": "P->Q +1",
          "count": 1
        }
      ],
      "misses": [
        {
          "cause": "no_mention",
          "line": 6,
          "id": "s6",
          "gold": "P +1 Q",
          "detail": "`Q` is not named",
          "text": "The mayor sang for the bishop."
        },
        {
          "cause": "wrong_direction",
          "line": 5,
          "id": "s5",
          "gold": "Q +1 P",
          "read": "P praises Q (rule praise)",
          "text": "The mayor hailed the bishop."
        },
        {
          "cause": "extra",
          "line": 4,
          "id": "s4",
          "read": "P helps Q (rule help)",
          "text": "The mayor helped the bishop."
        }
      ]
    }
    exit 0
    "#);
    let json = run(&["plover.jsonl", "--format", "json"], "").out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let keys: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
    for key in ["precision", "recall", "micro_f1", "macro_f1", "classes", "quads", "coverage", "confusion"] {
        assert!(keys.contains(&key), "{key}");
    }
    assert_eq!(json["classes"].as_object().unwrap().len(), 15);
    assert!(!keys.contains(&"misses"));
}

#[test]
fn bars() {
    let bars = ["--min-f1", "0.5", "--min-macro-f1", "0.4", "--min-precision", "0.7", "--min-recall", "0.1"];
    let low = run(&[&["plover.jsonl", "--format", "json"], &bars[..]].concat(), "");
    assert_eq!(low.code, 1);
    assert_snapshot!(low.err, @r"
    below the bar: macro F1 is 0.3111, not 0.4
    below the bar: precision is 0.6667, not 0.7
    ");
    assert_eq!(run(&["plover.jsonl", "--min-f1", "0.5"], "").code, 0);
    for bar in ["2", "-0.1", "NaN", "much"] {
        assert_eq!(run(&["plover.jsonl", &format!("--min-f1={bar}")], "").code, 2, "{bar}");
    }
}

#[test]
fn the_same_bytes_from_standard_input_and_again() {
    let text = std::fs::read(folder().path().join("plover.jsonl")).unwrap();
    let arguments = ["-", "--misses", "--format", "json"];
    let (once, again) = (run(&arguments, &text), run(&arguments, &text));
    assert_eq!((once.code, &once.out), (0, &again.out));
    assert_eq!(once.out, run(&["plover.jsonl", "--misses", "--format", "json"], "").out);
    let dos = String::from_utf8(text).unwrap().replace('\n', "\r\n");
    assert_eq!(run(&arguments, format!("\u{feff}{dos}\r\n\r\n")).out, once.out);
}

#[test]
fn nothing_to_score() {
    let none = "error: `standard input` has no record: write one coded text a line, as docs/scoring.md tells\n";
    for text in ["", "\n \n"] {
        let run = run(&["-"], text);
        assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (3, "", none));
    }
    let absent = run(&["absent.jsonl"], "");
    assert_eq!(absent.err, "error: cannot read `absent.jsonl`: No such file or directory (os error 2)\n");
    assert_eq!(absent.code, 3);
    assert_eq!(run(&["."], "").code, 3);
    assert_eq!(run(&[], "").code, 2);
}

#[test]
fn all_bad_lines_are_told() {
    let folder = folder();
    let good = r#"{"text": "x", "claims": [{"subject": "ruritania", "relation": "attacks", "object": "borduria"}]}"#;
    put(folder.path(), "a.jsonl", format!("{good}\n{{\n\n[]\n{good}\nnull\n"));
    let run = run_with(folder.path(), &[&DATA[..], &["score", "a.jsonl"]].concat(), b"");
    assert_eq!((run.code, run.out.as_str()), (3, ""));
    assert_snapshot!(run.err, @r#"
    error: a.jsonl:2: not a gold record: EOF while parsing an object at column 1: write one object a line, {"text": "...", "claims": [...]}
    error: a.jsonl:4: not a gold record: it is no object: write one object a line, {"text": "...", "claims": [...]}
    error: a.jsonl:6: not a gold record: it is no object: write one object a line, {"text": "...", "claims": [...]}
    "#);
}

#[test]
fn names_that_nothing_has() {
    let coded = |subject: &str, rest: &str| {
        refused(&format!(r#"{{"text": "x", "claims": [{{"subject": "{subject}", {rest}, "object": "borduria"}}]}}"#))
    };
    let attacks = r#""relation": "attacks""#;
    assert_snapshot!(coded("ruritani", attacks), @":1: nothing in the data is called `ruritani`: did you mean `Ruritania`?");
    assert_snapshot!(coded("xyzzyplugh", attacks), @":1: nothing in the data is called `xyzzyplugh`: write an id of the data, or `iso3:` and the code of a state");
    assert_snapshot!(coded("iso3:rur", attacks), @":1: nothing in the data is called `iso3:rur`: did you mean `iso3:RUR`?");
    assert_snapshot!(coded("ruritania", r#""relation": "attacs""#), @":1: unknown relation `attacs`: did you mean `attacks`?");
    assert_snapshot!(coded("ruritania", r#""class": "ASAULT""#), @":1: unknown PLOVER class `ASAULT`: did you mean `ASSAULT`?");
    assert_snapshot!(coded("ruritania", r#""plover": "aid""#), @":1: unknown PLOVER class `aid`: did you mean `AID`?");
    assert_snapshot!(coded("ruritania", r#""sign": 2"#), @":1: a sign is -1, 0 or 1, not 2");
    assert_snapshot!(coded("ruritania", r#""sign": 0.5"#), @":1: a sign is -1, 0 or 1, not 0.5");
    assert_snapshot!(coded("ruritania", r#""signs": 1"#), @":1: claim 1 says nothing of its pair: give it a `relation`, a `class` or a `sign`");
    assert_snapshot!(coded("ruritania", r#""sign": 1, "polarity": "no""#), @":1: unknown polarity `no`: write `asserted`, `negated` or `denied`, or leave it out");
    assert_snapshot!(refused(r#"{"text": "x", "claims": [], "scheme": "plver"}"#), @":1: unknown scheme `plver`: write `plover`, `sign` or `relation`, or leave `scheme` out");
    assert_snapshot!(refused(r#"{"text": "x", "claims": []}"#), @":1: no line says what is coded: code a claim, or give `scheme` as `plover` or `sign`");
    assert_snapshot!(refused(r#"{"text": "x", "claims": [], "date": "1999", "scheme": "sign"}"#), @":1: `1999` is not a date: write it as 1999-03-12");
}

#[test]
fn one_file_has_one_scheme() {
    let (sign, plover) =
        (r#"{"text": "x", "claims": [], "scheme": "sign"}"#, r#"{"text": "x", "claims": [], "scheme": "plover"}"#);
    assert_snapshot!(refused(&format!("{sign}\n{plover}")), @":2: this line has scheme `plover` with classes, line 1 has scheme `sign` with signs: keep them in files of their own");
    let given = r#"{"text": "x y", "claims": [], "scheme": "sign", "entities": [{"id": "P", "spans": [[0, 1]]}, {"id": "Q", "spans": [[2, 3]]}]}"#;
    assert_snapshot!(refused(&format!("{sign}\n{given}")), @":2: this line has `entities`, line 1 has no `entities`: keep them in files of their own");
}

#[test]
fn entities_and_their_spans() {
    let entity = |entities: &str, subject: &str| {
        refused(&format!(
            r#"{{"scheme": "sign", "text": "é y", "entities": [{entities}], "claims": [{{"subject": "{subject}", "sign": 1, "object": "Q"}}]}}"#
        ))
    };
    let q = r#"{"id": "Q", "spans": [[3, 4]]}"#;
    let p = |span: &str| entity(&format!(r#"{{"id": "P", "spans": [{span}]}}, {q}"#), "P");
    assert_snapshot!(p("[0, 1]"), @":1: span [0, 1] of `P` cuts a character in two: spans are offsets in bytes of UTF-8, not in characters");
    assert_snapshot!(p("[0, 9]"), @":1: span [0, 9] of `P` is outside the text, which has 4 bytes: spans are byte offsets");
    assert_snapshot!(p("[2, 0]"), @":1: span [2, 0] of `P` ends before it begins: write the first byte and the byte after the last");
    assert!(p("[-1, 2]").starts_with(":1: not a gold record: invalid value: integer `-1`"));
    assert_snapshot!(entity(q, "Q"), @":1: 1 entity is no pair: give two, or no `entities` at all");
    assert_snapshot!(entity(&format!(r#"{q}, {{"id": "P"}}, {{"id": "R"}}"#), "Q"), @":1: 3 entities: the scheme `sign` is about two");
    assert_snapshot!(entity(&format!(r#"{q}, {{"id": "P"}}"#), "R"), @":1: `R` is none of this line's entities: `Q`, `P`");
}

#[test]
fn hostile_files() {
    let long = format!(
        r#"{{"scheme": "plover", "claims": [], "text": "{}"}}"#,
        "Ruritania attacked Borduria and ".repeat(20_000)
    );
    assert_eq!(run(&["-", "--misses"], long).code, 0);
    for bytes in [&b"\xff\xfe{\"text\"}"[..], &b"{\"text\": \"\x00\"}"[..], "[".repeat(100_000).as_bytes()] {
        let run = run(&["-"], bytes);
        assert_eq!((run.code, run.out.as_str()), (3, ""));
        assert!(run.err.starts_with("error: standard input:1: not "), "{}", run.err);
    }
    let steering = r#"{"id": "\u001b[31m", "text": "Ruritania \u001b[2J sang to Borduria.", "claims": [{"subject": "ruritania", "sign": 1, "object": "borduria"}]}"#;
    assert!(!run(&["-", "--misses"], steering).out.contains('\u{1b}'));
}
