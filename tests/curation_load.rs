//! Layers, order of files, names, and hostile input.

use std::fs;
use std::path::Path;

use demarche::curation::{Layer, Loaded, Style, Trial, articles, load, render};
use demarche::model::{EntityId, EntityKind, Span};
use proptest::prelude::*;

fn of(text: &str) -> Loaded {
    load(&[Layer::from_texts([("world.ron", text)])])
}

fn messages(loaded: &Loaded) -> Vec<String> {
    loaded.diagnostics.iter().map(|found| format!("{}: {}", found.place, found.message)).collect()
}

const ITEMS: [&str; 12] = [
    r#"State(id: "ruritania", name: "Ruritania", demonyms: ["Ruritanian"], seats: ["Strelsau", "the Elphberg court"])"#,
    r#"State(id: "graustark", name: "Graustark", aliases: ["Grand Duchy of Graustark"])"#,
    r#"Issue(id: "river-tolls", name: "River Tolls", kind: Policy)"#,
    r#"Official(id: "rudolf", name: "Rudolf", offices: [Office(of: "ruritania", title: "chancellor", from: "1890")])"#,
    r#"Title(id: "chancellor", names: ["chancellor"])"#,
    r#"Relation(id: "confers-with", kind: Contact, symmetric: true, label: "talks to")"#,
    r#"Relation(id: "opposes", kind: Stance, sign: -1, label: "is against")"#,
    r#"Frame(id: "oppose", relation: "opposes", verbs: ["oppose"], subject: [Actor], object: [Issue], examples: [("x", [])])"#,
    r#"Frame(id: "confer", relation: "confers-with", verbs: ["confer with"], subject: [Actor], object: [Actor], examples: [("x", [])])"#,
    r#"Words(class: Negation, words: ["not"])"#,
    r#"Words(class: Negation, words: ["never", "not"])"#,
    r#"Extend(id: "ruritania", aliases: ["Kingdom of Ruritania"])"#,
];

fn file(items: &[&str]) -> String {
    format!("[\n{}\n]\n", items.join(",\n"))
}

#[test]
fn a_later_layer_replaces_and_extends() {
    let base = file(&ITEMS);
    let own = r#"[State(id: "graustark", name: "Free Graustark"), Extend(id: "graustark", seats: ["Edelweiss"])]"#;
    let layers = [Layer::from_texts([("base.ron", base.as_str())]), Layer::from_texts([("own.ron", own)])];
    let loaded = load(&layers);
    assert_eq!(messages(&loaded), Vec::<String>::new());
    let graustark = &loaded.world.entities["graustark"];
    assert_eq!((graustark.name.as_str(), graustark.aliases.len()), ("Free Graustark", 0));
    assert!(matches!(&graustark.kind, EntityKind::State { seats, .. } if seats == &["Edelweiss"]));
    assert_eq!(loaded.world.entities["ruritania"].aliases, ["Kingdom of Ruritania"]);
}

#[test]
fn a_layer_of_what_is_there_already_changes_nothing() {
    let base = file(&ITEMS);
    let layer = || Layer::from_texts([("base.ron", base.as_str())]);
    let (once, twice) = (load(&[layer()]), load(&[layer(), layer()]));
    assert_eq!(once.world.fingerprint, twice.world.fingerprint);
    assert_eq!(messages(&twice), Vec::<String>::new());
}

#[test]
fn the_fingerprint_follows_the_content_and_not_the_layout() {
    let plain = of(r#"[State(id: "a", name: "A")]"#).world.fingerprint;
    assert_eq!(plain.len(), 16);
    assert_eq!(of("[ // a comment\n State(\n name: \"A\", id: r\"a\",),\n]").world.fingerprint, plain);
    assert_ne!(of(r#"[State(id: "a", name: "B")]"#).world.fingerprint, plain);
}

#[test]
fn names_are_found_in_any_case_with_or_without_the() {
    let world = of(&file(&ITEMS)).world;
    let check = |name: &str, expected: &[&str]| {
        let expected: Vec<EntityId> = expected.iter().map(|id| EntityId::from(*id)).collect();
        assert_eq!(world.resolve(name), expected, "{name}");
    };
    check("ruritania", &["ruritania"]);
    check("RURITANIAN", &["ruritania"]);
    check("the elphberg  court", &["ruritania"]);
    check("Elphberg court", &["ruritania"]);
    check("the Kingdom of Ruritania", &["ruritania"]);
    check("River tolls", &["river-tolls"]);
    check("ruritania/chancellor", &["ruritania/chancellor"]);
    check("ruritania/clerk", &[]);
    check("the", &[]);
    check("", &[]);
    assert_eq!(world.suggest("Ruritanai"), Some("Ruritania"));
    assert_eq!(world.suggest("something else"), None);
    let relation = |name: &str| world.resolve_relation(name).map(|id| id.to_string());
    assert_eq!(relation("confers-with").as_deref(), Some("confers-with"));
    assert_eq!(relation("Confers with").as_deref(), Some("confers-with"));
    assert_eq!(relation("talks to").as_deref(), Some("confers-with"));
    assert_eq!(relation("is against").as_deref(), Some("opposes"));
    assert_eq!(relation("talks"), None);
}

#[test]
fn a_name_of_several_gives_them_all() {
    let text =
        r#"[State(id: "n", name: "North", demonyms: ["Nordic"]), State(id: "m", name: "Mid", demonyms: ["Nordic"])]"#;
    let world = of(text).world;
    assert_eq!(world.resolve("nordic"), [EntityId::from("m"), EntityId::from("n")]);
}

#[test]
fn places_are_told_by_line_and_column_in_characters() {
    let loaded = of("[\n  State(id: \"é\", name: \"É\"), Official(id: \"o\", name: \"O\", of: \"nowhere\"),\r\n]");
    assert_eq!(messages(&loaded), ["world.ron:2:63: unknown actor `nowhere`"]);
    let plain = render(&loaded.diagnostics[0], Style::Plain);
    assert!(!plain.contains('\r') && !plain.contains('\u{1b}'));
    assert!(render(&loaded.diagnostics[0], Style::Colored).contains('\u{1b}'));
}

#[test]
fn byte_order_marks_and_attributes_do_no_harm() {
    let loaded = of("\u{feff}#![enable(implicit_some)]\r\n[\r\n  State(id: \"a\", name: \"A\"),\r\n]\r\n");
    assert_eq!((messages(&loaded), loaded.world.entities.len()), (Vec::new(), 1));
}

#[test]
fn comments_do_not_hide_what_can_be_left_out() {
    let loaded =
        of("[State(id: \"a\", name: \"A\", seats: [12 /* why? */ // so\n, \"b\", 'c'], x: 1 // why?\n, iso3: 3)]");
    let expected = [
        "world.ron:1:36: expected a string in `seats`",
        "world.ron:2:8: expected a string in `seats`",
        "world.ron:2:14: unknown field `x` of `State`",
        "world.ron:3:9: expected a string in `iso3`",
    ];
    assert_eq!(messages(&loaded), expected);
    assert!(matches!(&loaded.world.entities["a"].kind, EntityKind::State { seats, .. } if seats == &["b"]));
}

#[test]
fn a_very_long_line_is_not_shown() {
    let loaded = of(&format!("[/*{}*/ 12]", "x".repeat(5_000)));
    let expected = "error[unknown-kind]: expected an item\n--> world.ron:1:5007\n = help: an item is a kind and its fields: \
                    `State(id: \"..\", name: \"..\")`";
    assert_eq!(render(&loaded.diagnostics[0], Style::Plain), expected);
}

#[test]
fn items_and_examples_are_found_in_their_files() {
    let text = r#"[
    Frame(
        id: "hum", relation: "r", verbs: ["hum"], subject: [Actor], object: [Actor],
        examples: [("A hums.", []), ("A \"hums\" B.", ["a r b", "b r a"])], rejects: ["B."],
    ),
    Relation(id: "r", kind: Act, label: "r"),
]"#;
    let loaded = of(text);
    let rule = "hum".into();
    let trial = |trial| loaded.origins.trial(&rule, trial).map(|place| format!("{place} {}", place.text()));
    assert_eq!(trial(Trial::Example(0)).as_deref(), Some(r#"world.ron:4:21 "A hums.""#));
    assert_eq!(trial(Trial::Claim(1, 1)).as_deref(), Some(r#"world.ron:4:65 "b r a""#));
    assert_eq!(trial(Trial::Reject(0)).as_deref(), Some(r#"world.ron:4:87 "B.""#));
    let text = loaded.origins.trial(&rule, Trial::Example(1)).map(|place| place.within_string(Span::new(3, 7)));
    assert_eq!(text.map(|place| place.text().to_owned()).as_deref(), Some("hums"));
    assert_eq!(loaded.origins.relation(&"r".into()).map(|place| place.to_string()).as_deref(), Some("world.ron:6:18"));
    assert!(loaded.origins.rule(&"none".into()).is_none());
}

#[test]
fn a_folder_on_disk() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("data");
    let write = |path: &str, bytes: &[u8]| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    write("actors/deep/er/states.ron", br#"[State(id: "a", name: "A")]"#);
    write("issues.ron", br#"[Issue(id: "i", name: "I", kind: Policy)]"#);
    write("notes.txt", b"no article");
    write(".hidden/bad.ron", b"bad");
    write("articles/one.txt", b"Date: 1890-01-01\n\nText.");
    write("articles/raw.jsonl", b"\xff");
    write("articles/README.md", b"no article");
    write("articles/picture.png", b"no article");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&root, root.join("actors/loop")).unwrap();
    let layer = Layer::read(&root);
    let shown = |path: &str| path.replace('\\', "/").rsplit_once("/data/").map(|(_, path)| path.to_owned()).unwrap();
    let files: Vec<String> = layer.files.iter().map(|file| shown(&file.path)).collect();
    assert_eq!(files, ["actors/deep/er/states.ron", "issues.ron"]);
    let found: Vec<String> = layer.articles.iter().map(|article| shown(&article.path)).collect();
    assert_eq!(found, ["articles/one.txt", "articles/raw.jsonl"]);
    let loaded = load(std::slice::from_ref(&layer));
    assert!(loaded.diagnostics.is_empty());
    assert_eq!(loaded.world.entities.len(), 2);
    let layers = [layer, Layer::from_texts([("x.ron", "[]")])];
    assert_eq!(articles(&layers).len(), 2);
    // one file is a layer too
    assert_eq!(load(&[Layer::read(&root.join("issues.ron"))]).world.entities.len(), 1);
}

#[test]
fn a_folder_that_is_not_there_is_told_of() {
    let loaded = load(&[Layer::read(Path::new("tests/no-such-folder"))]);
    assert!(loaded.has_errors());
    let text = render(&loaded.diagnostics[0], Style::Plain);
    assert!(text.starts_with("error[unreadable]: cannot read `tests/no-such-folder`: "), "{text}");
}

#[test]
fn the_shipped_layer_can_be_read() {
    load(&[Layer::shipped()]);
}

/// Reads and renders; the result does not matter, only that there is one.
fn survive(text: &str) -> Loaded {
    let loaded = of(text);
    loaded.diagnostics.iter().take(20).for_each(|found| drop(render(found, Style::Plain)));
    loaded
}

#[test]
fn hostile_nesting() {
    for open in [
        "(",
        "[",
        "{",
        "State(id: ",
        "[State(seats: [",
        "[State(id: \"a\", name: Some(",
        "Some(",
        "a{",
        "'a\"' State(",
        "/*",
        "[/*",
        "\"",
        "r#\"",
    ] {
        for close in ["", ")", "]"] {
            survive(&(open.repeat(100_000) + &close.repeat(100_000)));
            survive(&format!("[{}{}]", open.repeat(100_000), close.repeat(100_000)));
            survive(&format!("[State(id: \"a\", name: {}{})]", open.repeat(100_000), close.repeat(100_000)));
        }
    }
}

#[test]
fn hostile_repetition() {
    for part in [
        "1,",
        "]",
        ",",
        "\n",
        "State",
        "State(",
        "State(),",
        "\nState(",
        "\nState(/*",
        "\n/*State(",
        "/**/",
        "*/",
        "'",
        "\\",
        "\"\n",
        "é",
        "/",
        "#![",
        "r#",
        "a:",
    ] {
        survive(&part.repeat(50_000));
        survive(&format!("[{}]", part.repeat(50_000)));
        survive(&format!("[State(id: \"a\", name: \"A\", seats: [{}])]", part.repeat(50_000)));
    }
}

#[test]
fn a_file_of_mistakes_is_given_up_in_time() {
    let text = format!("[{}]", "Stat(),".repeat(20_000));
    let found = messages(&survive(&text));
    assert_eq!(found.len(), 1_001);
    assert_eq!(found[1_000], "world.ron:1:7002: too many mistakes: 19000 more items were not read");
    let text = format!("[{}]", r#"State(id: "a", name: "A"),"#.repeat(20_000));
    let found = messages(&survive(&text));
    assert_eq!(found.len(), 1_001);
    assert_eq!(found[0], "world.ron:1:1: too many mistakes: 18999 more are not shown");
}

#[test]
fn one_item_with_very_many_words() {
    let words = r#""a", "b","#.repeat(100_000);
    let loaded = survive(&format!("[State(id: \"a\", name: \"A\", seats: [{words}])]"));
    assert!(loaded.diagnostics.len() > 1_000);
    survive(&format!("[State(id: \"a\", name: \"A\", seats: [{words} 12])]"));
    survive(&format!("[State(id: \"a\", name: \"A\", seats: [{}])]", "12,".repeat(100_000)));
    survive(&format!("[State(id: \"a\", name: \"A\", {})]", "x: 1,".repeat(100_000)));
    survive(&format!(
        "[State(id: \"{0}\", name: \"A\"), Organisation(id: \"o\", name: \"O\", part_of: \"{0}b\")]",
        "a".repeat(1_000_000)
    ));
}

/// A file order, and a name for each file.
fn shuffled() -> impl Strategy<Value = Vec<(usize, &'static str)>> {
    let numbers: Vec<(usize, &str)> =
        ITEMS.iter().copied().enumerate().map(|(index, item)| (index % 5, item)).collect();
    Just(numbers).prop_shuffle().prop_flat_map(|items| {
        let files = prop::collection::vec(0_usize..4, items.len());
        files.prop_map(move |files| files.into_iter().zip(items.iter().map(|(_, item)| *item)).collect())
    })
}

proptest! {
    #[test]
    fn the_order_of_files_and_items_leaves_no_trace(items in shuffled()) {
        let expected = of(&file(&ITEMS)).world;
        let texts: Vec<String> = (0..4)
            .map(|number| file(&items.iter().filter(|(at, _)| *at == number).map(|(_, item)| *item).collect::<Vec<_>>()))
            .collect();
        let names = ["b.ron", "a.ron", "z/c.ron", "d.ron"];
        let loaded = load(&[Layer::from_texts(names.into_iter().zip(texts.iter().map(String::as_str)))]);
        prop_assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
        prop_assert_eq!(format!("{:?}", loaded.world), format!("{expected:?}"));
    }

    #[test]
    fn any_text_gives_a_result(text in "(\\PC|[\\[\\](){},:\"'\n/*#r\\\\]|State|id: |name: |\"a\"){0,60}") {
        survive(&text);
    }

    #[test]
    fn a_damaged_file_gives_a_result(at in 0_usize..1_200, length in 0_usize..40, put in "\\PC{0,4}") {
        let text = file(&ITEMS);
        let bytes = text.as_bytes();
        let at = at.min(bytes.len());
        let rest = (at + length).min(bytes.len());
        let damaged = [&bytes[..at], put.as_bytes(), &bytes[rest..]].concat();
        let loaded = survive(&String::from_utf8(damaged).unwrap());
        // one slip costs at most the items that it touches
        prop_assert!(loaded.world.entities.len() + loaded.world.titles.len() + loaded.world.relations.len() >= 4, "{:?} {:?}", messages(&loaded), loaded.world.entities.keys());
    }
}
