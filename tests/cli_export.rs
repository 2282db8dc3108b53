//! `demarche export`: PLOVER-style event records.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::Path;

use demarche::export::tsv_cell;
use insta::assert_snapshot;
use proptest::prelude::*;
use tempfile::TempDir;

mod cli;

use cli::{Run, get, invented_world, put, run};

/// A folder with an invented world, and what `build` made of articles about it.
fn built() -> TempDir {
    let folder = invented_world();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    put(folder.path(), "a.jsonl", std::fs::read(root.join("tests/score/articles.jsonl")).unwrap());
    assert_eq!(demarche(&folder, &["build", "a.jsonl"]).code, 0);
    folder
}

fn demarche(folder: &TempDir, arguments: &[&str]) -> Run {
    run(folder.path(), &[&["--no-shipped", "--data", "w"], arguments].concat())
}

/// The file that an export writes, its tabs shown as bars, then what it says and how it ended.
fn export(arguments: &[&str]) -> String {
    let folder = built();
    let Run { code, out, err } = demarche(&folder, &[&["export"], arguments].concat());
    assert_eq!(out, "");
    let file = String::from_utf8(get(folder.path(), "events.tsv")).unwrap();
    format!("{}--\n{err}exit {code}\n", file.replace('\t', " | "))
}

#[test]
fn one_line_an_event() {
    assert_snapshot!(export(&["-o", "events.tsv"]), @r"
    date | source | target | class | quad | claims | source_id | target_id | relation | modality | document | claim | sentence
     | RUR | SYL | ASSAULT | MATERIAL_CONFLICT | 1 | ruritania | syldavia | attacks | actual | a4 | c-dd2358ca7eadaae4 | Ruritania shelled Klow.
     | RUR | BRD | SUPPORT | VERBAL_COOP | 1 | rudolf-elphberg | borduria | praises | actual | a4 | c-17376eaa5ba27f91 | Rudolf Elphberg praised Szohod.
    1998-03-01 | RUR | DANUBE-LEAGUE | ASSAULT | MATERIAL_CONFLICT | 1 | ruritania | danube-league | attacks | actual | a2 | c-cc7a5d783a5d76cf | Ruritania attacked the Danube League in March 1998.
    1999-03-12 | BRDGOV | RURGOV | CONSULT | VERBAL_COOP | 1 | kurvi-tasch | rudolf-elphberg | consults-with | actual | a1 | c-2916c0d89735d628 | President Rudolf Elphberg met Bordurian President Kurvi Tasch in Klow.
    1999-03-12 | RURMIL | SYLREB | ASSAULT | MATERIAL_CONFLICT | 1 | ruritanian-guard | klow-front | attacks | actual | a1 | c-397c903b5dafc8e9 | The Ruritanian Guard attacked the Klow Front.
    1999-03-12 | BRDGOV | RURGOV | CONSULT | VERBAL_COOP | 1 | borduria/officials | ruritania/officials | consults-with | actual | a1 | c-4ffd54e3b2a0b437 | '- Bordurian officials met Ruritanian officials.
    1999-03-12 | BRDGOV | RURGOV | CONSULT | VERBAL_COOP | 1 | kurvi-tasch | rudolf-elphberg | consults-with | actual | a2 | c-5a2471739121e6c2 | Rudolf Elphberg held talks with Kurvi Tasch.
    1999-03-12 | RURLEG | GRAUSTARK | AGREE | VERBAL_COOP | 1 | ruritania/lawmakers | graustark | helps | planned | a2 | c-981f1abcd1a21967 | Ruritanian lawmakers plan to aid Graustark and the Danube League.
    1999-03-12 | RURLEG | DANUBE-LEAGUE | AGREE | VERBAL_COOP | 1 | ruritania/lawmakers | danube-league | helps | planned | a2 | c-bbaecda166a83da5 | Ruritanian lawmakers plan to aid Graustark and the Danube League.
    2004-05-01 | BRD | RURELI | SUPPORT | VERBAL_COOP | 1 | borduria | rudolf-elphberg | praises | actual | '=a3 | c-0373ad464464d118 | Rudolf Elphberg praised Szohod. =Borduria hailed Rudolf Elphberg.
    2004-05-01 | RURELI | BRD | SUPPORT | VERBAL_COOP | 1 | rudolf-elphberg | borduria | praises | actual | '=a3 | c-93263d375522f73c | Rudolf Elphberg praised Szohod. =Borduria hailed Rudolf Elphberg.
    --
    wrote events.tsv: 11 events
    left out: 1 claim with an issue at one end, 2 claims without an event (negated, only possible, or of a relation without a class)
    exit 0
    ");
}

#[test]
fn one_a_day() {
    assert_snapshot!(export(&["-o", "events.tsv", "--one-a-day"]), @r"
    date | source | target | class | quad | claims | source_id | target_id | relation | modality | document | claim | sentence
     | RUR | SYL | ASSAULT | MATERIAL_CONFLICT | 1 | ruritania | syldavia | attacks | actual | a4 | c-dd2358ca7eadaae4 | Ruritania shelled Klow.
     | RUR | BRD | SUPPORT | VERBAL_COOP | 1 | rudolf-elphberg | borduria | praises | actual | a4 | c-17376eaa5ba27f91 | Rudolf Elphberg praised Szohod.
    1998-03-01 | RUR | DANUBE-LEAGUE | ASSAULT | MATERIAL_CONFLICT | 1 | ruritania | danube-league | attacks | actual | a2 | c-cc7a5d783a5d76cf | Ruritania attacked the Danube League in March 1998.
    1999-03-12 | BRDGOV | RURGOV | CONSULT | VERBAL_COOP | 3 | kurvi-tasch | rudolf-elphberg | consults-with | actual | a1 | c-2916c0d89735d628 | President Rudolf Elphberg met Bordurian President Kurvi Tasch in Klow.
    1999-03-12 | RURMIL | SYLREB | ASSAULT | MATERIAL_CONFLICT | 1 | ruritanian-guard | klow-front | attacks | actual | a1 | c-397c903b5dafc8e9 | The Ruritanian Guard attacked the Klow Front.
    1999-03-12 | RURLEG | GRAUSTARK | AGREE | VERBAL_COOP | 1 | ruritania/lawmakers | graustark | helps | planned | a2 | c-981f1abcd1a21967 | Ruritanian lawmakers plan to aid Graustark and the Danube League.
    1999-03-12 | RURLEG | DANUBE-LEAGUE | AGREE | VERBAL_COOP | 1 | ruritania/lawmakers | danube-league | helps | planned | a2 | c-bbaecda166a83da5 | Ruritanian lawmakers plan to aid Graustark and the Danube League.
    2004-05-01 | BRD | RURELI | SUPPORT | VERBAL_COOP | 1 | borduria | rudolf-elphberg | praises | actual | '=a3 | c-0373ad464464d118 | Rudolf Elphberg praised Szohod. =Borduria hailed Rudolf Elphberg.
    2004-05-01 | RURELI | BRD | SUPPORT | VERBAL_COOP | 1 | rudolf-elphberg | borduria | praises | actual | '=a3 | c-93263d375522f73c | Rudolf Elphberg praised Szohod. =Borduria hailed Rudolf Elphberg.
    --
    wrote events.tsv: 9 events
    left out: 1 claim with an issue at one end, 2 claims without an event (negated, only possible, or of a relation without a class)
    exit 0
    ");
}

#[test]
fn every_line_has_the_columns_of_the_first() {
    let folder = built();
    assert_eq!(demarche(&folder, &["export", "-o", "a/b.tsv", "--quiet"]).err, "");
    let file = String::from_utf8(get(folder.path(), "a/b.tsv")).unwrap();
    assert!(file.ends_with('\n'));
    assert!(file.lines().all(|line| line.matches('\t').count() == 12));
}

#[test]
fn other_formats_are_refused_and_nothing_is_written() {
    let folder = built();
    for name in ["a.csv", "tsv", "a.TSV"] {
        let run = demarche(&folder, &["export", "-o", name]);
        let said = format!("error: `{name}` ends in no known format: write .tsv\n");
        assert_eq!((run.code, run.out, run.err), (2, String::new(), said));
        assert!(!folder.path().join(name).exists());
    }
    assert_eq!(demarche(&folder, &["export"]).code, 2);
}

#[test]
fn from_a_folder_or_the_articles_of_the_data() {
    let folder = built();
    assert_eq!(demarche(&folder, &["build", "a.jsonl", "--out", "mine"]).code, 0);
    let run = demarche(&folder, &["export", "-o", "e.tsv", "--from", "mine"]);
    assert_eq!((run.code, run.err.lines().next()), (0, Some("wrote e.tsv: 11 events")));
    let run = demarche(&folder, &["export", "-o", "e.tsv", "--from", "absent"]);
    assert_eq!(run.code, 3, "{}", run.err);
}

proptest! {
    #[test]
    fn a_cell_keeps_to_its_place_and_can_be_read_back(text in "[a\\\\\t\n\r=+'@-]{0,12}|\\PC{0,12}") {
        let cell = tsv_cell(&text);
        prop_assert!(!cell.contains(['\t', '\n', '\r']));
        prop_assert!(!cell.starts_with(['=', '+', '-', '@']));
        let cell = match text.chars().next() {
            Some('=' | '+' | '-' | '@' | '\t' | '\r') => cell.strip_prefix('\'').unwrap(),
            _ => &cell,
        };
        let (mut back, mut letters) = (String::new(), cell.chars());
        while let Some(letter) = letters.next() {
            back.push(match letter {
                '\\' => match letters.next().unwrap() {
                    't' => '\t',
                    'n' => '\n',
                    'r' => '\r',
                    other => other,
                },
                other => other,
            });
        }
        prop_assert_eq!(back, text);
    }
}
