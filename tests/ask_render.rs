//! Answers as JSON lines, as CSV, and with their evidence.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

mod ask_world;

use demarche::ask::{Answer, Options, ask};
use demarche::cli::ask::{Renderer, Show};
use demarche::cli::style::Style;
use demarche::cli::table::csv_cell;
use insta::assert_snapshot;

const CLAIMS: &str = r#"
    d1 1999-01-02 Courier | alba opposes great-dam because flooding, said by mira-voss and "two aides" of boru | On Monday [Alba] <spoke out against> the {dam}, which may flood the delta.
    d2 1999-03-12 Courier+Wire,Post | mira-voss opposes great-dam, since 1999-03 | [She] <was against> {it}.
    d2 1999-03-12 Courier+Wire,Post | boru not opposes great-dam | [Boru] did <not oppose> {it}.
    d3 1999-04-01 Herald | boru requests cisk about canal asks "stop" | [Boru] <asked> {Cisk} to stop.
    d4 - - | cisk supports canal | [Cisk] <backs> {the canal}.
"#;

fn with(question: &str, render: impl Fn(&Renderer<'_>, &Answer) -> String) -> String {
    let world = ask_world::world();
    let graph = ask_world::graph(&world, CLAIMS);
    let answer = ask(question, &graph, &world, Options::default()).unwrap_or_else(|error| panic!("{error}"));
    render(&Renderer::new(&world, &graph, Style::Plain), &answer)
}

fn evidence(question: &str) -> String {
    with(question, |renderer, answer| renderer.text(answer, Show::Evidence))
}

fn json(question: &str) -> String {
    with(question, |_, answer| demarche::cli::ask::json(answer))
}

fn csv(question: &str) -> String {
    with(question, |renderer, answer| renderer.csv(answer).replace("\r\n", "\n"))
}

#[test]
fn evidence_stands_under_each_row() {
    assert_snapshot!(evidence("who opposes the dam"), @r#"
    asked: ?who opposes great-dam

    who                            claims  documents  first       last
    Alba (also through Mira Voss)       2          2  1999-01-02  1999-03-01
        1999-01-02 reported, Courier, rule hand, c-a14b488c54099526
          On Monday [Alba] [spoke out against] the [dam], which may flood the delta.
          said by Mira Voss, who cites "two aides" of Boru
          because may flood the delta
        since 1999-03, Courier citing Wire, Post, rule hand, c-55d107cda1651e38
          [She] [was against] [it].

    left out: 1 negated (ask `not opposes`)
    "#);
    assert_snapshot!(evidence("does boru not oppose the dam"), @r"
    asked: boru not opposes great-dam

    yes: 1 claim in 1 document, 1999-03-12
        1999-03-12 reported, Courier citing Wire, Post, rule hand, c-6260f77fac6b23b1
          [Boru] did [not oppose] [it].
          claim: boru not opposes great-dam
    ");
    assert_snapshot!(evidence("boru requests ?whom"), @r"
    asked: boru requests ?whom

    whom  claims  documents  first       last
    Cisk       1          1  1999-04-01  1999-04-01
        1999-04-01 reported, Herald, rule hand, c-7708b48017b0d850
          [Boru] [asked] [Cisk] to stop.
          asks: stop
    ");
    assert_snapshot!(evidence("where does alba stand on the dam"), @r#"
    asked: alba ?stance great-dam

       date                 stance                       issue      claims  documents
       1999-01-02 reported  opposes                      Great Dam       1          1
        1999-01-02 reported, Courier, rule hand, c-a14b488c54099526
          On Monday [Alba] [spoke out against] the [dam], which may flood the delta.
          said by Mira Voss, who cites "two aides" of Boru
          because may flood the delta
    >  since 1999-03        opposes (through Mira Voss)  Great Dam       1          1
        since 1999-03, Courier citing Wire, Post, rule hand, c-55d107cda1651e38
          [She] [was against] [it].
    "#);
    assert_snapshot!(evidence("who supports canal"), @r"
    asked: ?who supports canal

    who   claims  documents  first  last
    Cisk       1          1
        undated, d4, rule hand, c-26df212210db5bf9
          [Cisk] [backs] [the canal].
    ");
}

#[test]
fn json_is_one_object_a_line() {
    assert_snapshot!(json("who opposes the dam"), @r#"{"row":{"who":"alba"},"through":["mira-voss"],"claims":["c-a14b488c54099526","c-55d107cda1651e38"],"first":"1999-01-02","last":"1999-03-01","documents":2,"sources":3}"#);
    assert_snapshot!(json("does boru oppose the dam"), @r#"{"answer":"no","claims":["c-6260f77fac6b23b1"]}"#);
    assert_snapshot!(json("does cisk oppose the dam"), @r#"{"answer":"unknown","claims":[]}"#);
    assert_snapshot!(json("where does alba stand on the dam"), @r#"
    {"row":{"actor":"alba","relation":"opposes","issue":"great-dam"},"polarity":"asserted","claims":["c-a14b488c54099526"],"first":"1999-01-02","last":"1999-01-02","documents":1,"sources":1}
    {"row":{"actor":"alba","relation":"opposes","issue":"great-dam"},"polarity":"asserted","latest":true,"through":["mira-voss"],"claims":["c-55d107cda1651e38"],"first":"1999-03-01","last":"1999-03-01","documents":1,"sources":2}
    "#);
    assert_snapshot!(json("who supports canal"), @r#"{"row":{"who":"cisk"},"claims":["c-26df212210db5bf9"],"documents":1,"sources":0}"#);
    assert_snapshot!(json("who supports fishery"), @"");
}

#[test]
fn csv_has_ids_and_names() {
    assert_snapshot!(csv("who opposes ?issue"), @r"
    who,who_name,issue,issue_name,through,claims,documents,sources,first,last,claim_ids
    alba,Alba,great-dam,Great Dam,mira-voss,2,2,3,1999-01-02,1999-03-01,c-a14b488c54099526 c-55d107cda1651e38
    ");
    assert_snapshot!(csv("does boru oppose the dam"), @r"
    answer,claims,documents,sources,first,last,claim_ids
    no,1,1,2,1999-03-12,1999-03-12,c-6260f77fac6b23b1
    ");
    assert_snapshot!(csv("where does alba stand on the dam"), @r"
    date,dating,actor,relation,issue,polarity,formerly,latest,claims,documents,sources,first,last,claim_ids
    1999-01-02,reported,alba,opposes,great-dam,asserted,false,false,1,1,1,1999-01-02,1999-01-02,c-a14b488c54099526
    1999-03-01,dated,alba,opposes,great-dam,asserted,false,true,1,1,2,1999-03-01,1999-03-01,c-55d107cda1651e38
    ");
}

#[test]
fn cells_are_no_formulas() {
    for (cell, expected) in [
        ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@a", "'@a"),
        ("\tx", "'\tx"),
        ("\rx", "\"'\rx\""),
        ("a\nb", "\"a\nb\""),
        ("plain", "plain"),
        ("a=b", "a=b"),
    ] {
        assert_eq!(csv_cell(cell), expected);
    }
}

#[test]
fn long_names_make_wide_tables() {
    let long = "x".repeat(100_000);
    let world = ask_world::world();
    let graph = ask_world::graph(&world, &format!("d1 1999-01-02 Courier | {long} opposes great-dam"));
    let answer = ask("who opposes the dam", &graph, &world, Options::default()).unwrap();
    assert!(Renderer::new(&world, &graph, Style::Plain).text(&answer, Show::Evidence).contains(&long));
}

#[test]
fn what_was_left_out_can_be_told_apart_from_the_rows() {
    let notes = with("who opposes the dam", |renderer, answer| renderer.notes(answer));
    assert_eq!(notes, "left out: 1 negated (ask `not opposes`)\n");
}

#[test]
fn colour_marks_the_parts() {
    let world = ask_world::world();
    let graph = ask_world::graph(&world, "d1 1999-01-02 Courier | alba opposes great-dam | [Alba] <hates> {it}.");
    let answer = ask("who opposes the dam", &graph, &world, Options::default()).unwrap();
    let text = Renderer::new(&world, &graph, Style::Colour).text(&answer, Show::Evidence);
    assert_snapshot!(text.replace('\u{1b}', "~"), @r"
    ~[2masked: ?who opposes great-dam~[0m

    ~[1mwho   claims  documents  first       last~[0m
    Alba       1          1  1999-01-02  1999-01-02
        ~[2m1999-01-02 reported, Courier, rule hand, c-a14b488c54099526~[0m
          ~[36mAlba~[0m ~[1m~[33mhates~[0m ~[32mit~[0m.
    ");
}

#[test]
fn hostile_text_cannot_steer_the_terminal() {
    let world = ask_world::world();
    let lines = "d\u{1b}[2J 1999-01-02 Cou\u{7}rier | alba opposes great-dam, said by \"a\\u{1b}[31mb\\u{202e}\" \
                 | [Al\u{1b}[31mba] <hates>\u{9b}1m {it\u{202e}}.";
    let mut graph = ask_world::graph(&world, lines);
    for claim in &mut graph.claims {
        claim.asks = Some("x\u{1b}]0;y\u{7}".to_owned());
        claim.rule = "r\u{1b}c".into();
        claim.media = vec!["M\u{1b}".to_owned()];
    }
    let answer = ask("who opposes the dam", &graph, &world, Options::default()).unwrap();
    let text = Renderer::new(&world, &graph, Style::Plain).text(&answer, Show::Evidence);
    assert!(!text.contains(|c: char| (c.is_control() && c != '\n') || c == '\u{202e}'), "{text:?}");
    assert_snapshot!(text, @r#"
    asked: ?who opposes great-dam

    who   claims  documents  first       last
    Alba       1          1  1999-01-02  1999-01-02
        1999-01-02 reported, Cou rier citing M, rule r c, c-59791af4a63fae6c
          Al [31mba] [hates] 1m [it].
          said by "a [31mb"
          asks: x ]0;y
    "#);
}
