//! `demarche show`: which file and layer says what.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod cli;

use cli::{put, run};

const LOWER: &str = r#"[
    State(id: "borduria", name: "Borduria"),
    State(id: "syldavia", name: "Syldavia", seats: ["Klow"]),
    Title(id: "chancellor", names: ["chancellor"]),
    Official(id: "sponsz", name: "Colonel Sponsz", offices: [Office(of: "borduria", title: "chancellor", from: "1954")]),
]
"#;

const UPPER: &str = r#"[
    State(id: "syldavia", name: "Kingdom of Syldavia"),
    Extend(id: "borduria", aliases: ["Bordurian Republic", "Bordurian State"], seats: ["Szohod"]),
    Extend(id: "sponsz", offices: [Office(of: "syldavia", title: "chancellor")]),
]
"#;

/// Shows one entity of two layers: the lines after the evidence.
fn check(name: &str, expected: &str) {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "lower/a.ron", LOWER);
    put(folder.path(), "upper/b.ron", UPPER);
    put(folder.path(), "lower/articles/a.txt", "Date: 1999-01-02\n\nNothing.");
    let layers = ["--no-shipped", "--data", "lower", "--data", "upper", "-q"];
    let run = run(folder.path(), &[&["show", name], layers.as_slice()].concat());
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    let (_, said) = run.out.split_once("\n\nsaid in\n").unwrap();
    assert_eq!(said.trim_end(), expected.trim_end());
}

#[test]
fn an_item_and_what_was_added_to_it() {
    check(
        "borduria",
        r#"  lower/a.ron:2:15
  upper/b.ron:3:16, layer 2: adds aliases "Bordurian Republic", "Bordurian State", seats "Szohod"
"#,
    );
    check("sponsz", "  lower/a.ron:5:18\n  upper/b.ron:4:16, layer 2: adds offices \"syldavia/chancellor\"\n");
}

#[test]
fn an_item_that_takes_the_place_of_another() {
    check("syldavia", "  lower/a.ron:3:15: replaced\n  upper/b.ron:2:15, layer 2\n");
}

#[test]
fn an_office_is_of_its_title_and_its_owner() {
    check(
        "borduria/chancellor",
        r#"  lower/a.ron:4:15
  lower/a.ron:2:15
  upper/b.ron:3:16, layer 2: adds aliases "Bordurian Republic", "Bordurian State", seats "Szohod"
"#,
    );
}
