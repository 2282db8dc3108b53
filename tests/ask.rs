//! Questions and their answers, as people see them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

mod ask_world;

use demarche::ask::{Options, RollUp, ask};
use demarche::cli::ask::{Renderer, Show};
use demarche::cli::style::Style;
use insta::assert_snapshot;

const CLAIMS: &str = r#"
    d1 1999-01-02 Courier | alba opposes great-dam because flooding
    d1 1999-01-02 Courier | boru supports great-dam
    d2 1999-03-12 Courier+Wire,Post | mira-voss opposes great-dam because cost
    d2 1999-03-12 Courier+Wire,Post | boru opposes great-dam
    d2 1999-03-12 Courier+Wire,Post | east-delta not opposes great-dam
    d2 1999-03-12 Courier+Wire,Post | cisk opposes great-dam, possible
    d3 1999-04-01 Herald | alba consults-with boru about great-dam
    d3 1999-04-01 Herald | cisk opposes river-works
    d3 1999-04-01 Herald | cisk supports canal
    d3 1999-04-01 Herald | mira-voss consults-with alba
    d4 - Herald | cisk supports fishery, at 1998-autumn
    d4 - Herald | cisk consults-with alba
    d5 1999-08-01 Herald | mira-voss supports fishery
    d5 1999-08-01 Herald | boru requests cisk about canal asks "stop the canal"
"#;

fn answer_with(question: &str, options: Options) -> String {
    let world = ask_world::world();
    let graph = ask_world::graph(&world, CLAIMS);
    match ask(question, &graph, &world, options) {
        Ok(answer) => Renderer::new(&world, &graph, Style::Plain).text(&answer, Show::Rows),
        Err(error) => format!("error: {error}"),
    }
}

fn answer(question: &str) -> String {
    answer_with(question, Options::default())
}

#[test]
fn who_stands_against_an_issue() {
    assert_snapshot!(answer("who opposes the dam?"), @r"
    asked: ?who opposes great-dam

    who                            claims  documents  first       last
    Alba (also through Mira Voss)       2          2  1999-01-02  1999-03-12
    Boru                                1          1  1999-03-12  1999-03-12

    left out: 1 negated (ask `not opposes`), 1 possible (add `, possible`)
    ");
    assert_eq!(answer("Who oppose great-dam"), answer("who opposes the dam?"));
    assert_eq!(answer("who has opposed the Great Dam?"), answer("who opposes the dam?"));
    assert_eq!(answer("?who opposes \"dam project\""), answer("who opposes the dam?"));
}

#[test]
fn relations_are_understood_in_many_wordings() {
    let formal = |question: &str| answer(question).lines().next().unwrap_or_default().to_owned();
    for question in [
        "who opposed the dam",
        "who is opposing the dam",
        "who objects to the dam",
        "who objected to the dam",
        "who spoke out against the dam",
        "who is hostile to the dam",
        "who opposes the Dam Project",
        "WHO OPPOSES THE GREAT DAM",
    ] {
        assert_eq!(formal(question), "asked: ?who opposes great-dam", "{question}");
    }
    assert_eq!(formal("who met Alba"), "asked: ?who meets alba");
    assert_eq!(formal("who did the Albans meet with?"), "asked: alba meets ?who");
    assert_eq!(formal("what was supported by Voss?"), "asked: mira-voss supports ?what");
    assert_eq!(formal("the Alban foreign minister opposes ?x"), "asked: alba/foreign-minister opposes ?x");
}

#[test]
fn passives_and_objects() {
    assert_snapshot!(answer("what is opposed by boru?"), @r"
    asked: boru opposes ?what

    what       claims  documents  first       last
    Great Dam       1          1  1999-03-12  1999-03-12
    ");
    assert_snapshot!(answer("what does Cisk support?"), @r"
    asked: cisk supports ?what

    what            claims  documents  first       last
    Delta Canal          1          1  1999-04-01  1999-04-01
    Fishery Treaty       1          1  1998-09-01  1998-09-01
    ");
    assert_snapshot!(answer("who does boru consult with about the dam?"), @r"
    asked: boru consults-with ?who about great-dam

    who   claims  documents  first       last
    Alba       1          1  1999-04-01  1999-04-01
    ");
}

#[test]
fn issues_count_with_their_parts_when_asked() {
    assert_snapshot!(answer("who opposes river-works"), @r"
    asked: ?who opposes river-works

    who   claims  documents  first       last
    Cisk       1          1  1999-04-01  1999-04-01

    also, on parts:
    who                            river-works+  claims  documents  first       last
    Alba (also through Mira Voss)  Great Dam          2          2  1999-01-02  1999-03-12
    Boru                           Great Dam          1          1  1999-03-12  1999-03-12
    ");
    assert_snapshot!(answer("which states oppose river works+"), @r"
    asked: ?which:state opposes river-works+

    which                          river-works+  claims  documents  first       last
    Alba (also through Mira Voss)  Great Dam          2          2  1999-01-02  1999-03-12
    Boru                           Great Dam          1          1  1999-03-12  1999-03-12
    Cisk                           River Works        1          1  1999-04-01  1999-04-01

    left out: 1 negated (ask `not opposes`), 1 possible (add `, possible`)
    ");
}

#[test]
fn reasons() {
    assert_snapshot!(answer("why does alba oppose the dam?"), @r"
    asked: alba opposes great-dam because ?why

    why                  claims  documents  first       last        through
    costs too much            1          1  1999-03-12  1999-03-12  Mira Voss
    may flood the delta       1          1  1999-01-02  1999-01-02
    ");
    assert_snapshot!(answer("alba opposes ?issue because ?why"), @r"
    asked: alba opposes ?issue because ?why

    issue      why                  claims  documents  first       last        through
    Great Dam  costs too much            1          1  1999-03-12  1999-03-12  Mira Voss
    Great Dam  may flood the delta       1          1  1999-01-02  1999-01-02
    ");
    assert_snapshot!(answer("why does boru oppose the dam?"), @r"
    asked: boru opposes great-dam because ?why

    no answer
    left out: 1 without a ground
    known nearby:
      Alba consults with Boru about Great Dam (1 claim)
      Boru opposes Great Dam (1 claim)
      Boru supports Great Dam (1 claim)
      Alba opposes Great Dam (2 claims)
      Boru asks of Cisk about Delta Canal (1 claim)
    ");
}

#[test]
fn speakers() {
    let world = ask_world::world();
    let lines = r#"
        d1 1999-01-02 Courier | alba opposes great-dam, said by mira-voss and "two aides" of boru
        d1 1999-01-02 Courier | alba opposes great-dam because cost, said by "a fisherman"
        d2 1999-01-03 Courier | alba opposes great-dam
    "#;
    let graph = ask_world::graph(&world, lines);
    let said = |question: &str| {
        let answer = ask(question, &graph, &world, Options::default()).unwrap();
        Renderer::new(&world, &graph, Style::Plain).text(&answer, Show::Rows)
    };
    assert_snapshot!(said("who said that alba opposes the dam?"), @r#"
    asked: alba opposes great-dam said by ?who

    who                         claims  documents  first       last
    "a fisherman"                    1          1  1999-01-02  1999-01-02
    Alba (through Mira Voss)         1          1  1999-01-02  1999-01-02
    Boru (through "two aides")       1          1  1999-01-02  1999-01-02

    left out: 1 without a speaker
    "#);
    assert_snapshot!(said("alba opposes ?what said by boru"), @r#"
    asked: alba opposes ?what said by boru

    what       claims  documents  first       last        through
    Great Dam       1          1  1999-01-02  1999-01-02  "two aides"

    left out: 1 without a speaker
    "#);
}

#[test]
fn joins() {
    assert_snapshot!(answer("?a:state opposes great-dam and ?a consults-with boru since 1999-01"), @r"
    asked: ?a:state opposes great-dam and ?a consults-with boru since 1999-01

    a                              claims  documents  first       last
    Alba (also through Mira Voss)       3          3  1999-01-02  1999-04-01

    left out: 1 negated (ask `not consults-with` or `not opposes`), 1 possible (add `, possible`)
    ");
    assert_snapshot!(answer("?a supports ?i and ?b opposes ?i"), @r"
    asked: ?a supports ?i and ?b opposes ?i

    a     i          b                              claims  documents  first       last
    Boru  Great Dam  Alba (also through Mira Voss)       3          2  1999-01-02  1999-03-12
    Boru  Great Dam  Boru                                2          2  1999-01-02  1999-03-12

    left out: 1 negated (ask `not opposes` or `not supports`), 1 possible (add `, possible`)
    ");
}

#[test]
fn yes_no_and_unknown() {
    assert_snapshot!(answer("did alba ever oppose the dam?"), @r"
    asked: alba opposes great-dam

    yes: 2 claims in 2 documents, 1999-01-02 to 1999-03-12
    ");
    assert_snapshot!(answer("does east delta oppose the dam"), @r"
    asked: east-delta opposes great-dam

    no: the opposite stands in 1 claim in 1 document, 1999-03-12
    ");
    assert_snapshot!(answer("is the dam opposed by cisk?"), @r"
    asked: cisk opposes great-dam

    unknown: no claim says so, and none says the opposite

    left out: 1 possible (add `, possible`)
    known nearby:
      Alba opposes Great Dam (2 claims)
      Alba consults with Boru about Great Dam (1 claim)
      Boru opposes Great Dam (1 claim)
      Boru asks of Cisk about Delta Canal (1 claim)
      Boru supports Great Dam (1 claim)
      Cisk consults with Alba (1 claim)
      Cisk opposes River Works (1 claim)
      Cisk supports Delta Canal (1 claim)
    ");
    assert_snapshot!(answer("east-delta not opposes great-dam"), @r"
    asked: east-delta not opposes great-dam

    yes: 1 claim in 1 document, 1999-03-12
    ");
}

#[test]
fn where_an_actor_stands() {
    assert_snapshot!(answer("where does Boru stand on the dam?"), @r"
    asked: boru ?stance great-dam

       date                 stance    issue      claims  documents
       1999-01-02 reported  supports  Great Dam       1          1
    >  1999-03-12 reported  opposes   Great Dam       1          1
    changed: supports on 1999-01-02, opposes on 1999-03-12
    ");
    assert_snapshot!(answer("where does alba stand on river works?"), @r"
    asked: alba ?stance river-works

    also, on parts:
       date                 stance                       issue      claims  documents
       1999-01-02 reported  opposes                      Great Dam       1          1
    >  1999-03-12 reported  opposes (through Mira Voss)  Great Dam       1          1
    ");
    assert_snapshot!(answer("where does alba stand on the fishery treaty?"), @r"
    asked: alba ?stance fishery

    no answer
    known nearby:
      Alba opposes Great Dam (2 claims)
      Alba consults with Boru about Great Dam (1 claim)
      Cisk consults with Alba (1 claim)
      Cisk supports Fishery Treaty (1 claim)
      Mira Voss supports Fishery Treaty (1 claim)
    ");
}

#[test]
fn roll_up_can_be_left_out() {
    let none = Options { roll_up: RollUp::None, as_of: None };
    assert_snapshot!(answer_with("who opposes great-dam", none), @r"
    asked: ?who opposes great-dam

    who        claims  documents  first       last
    Alba            1          1  1999-01-02  1999-01-02
    Boru            1          1  1999-03-12  1999-03-12
    Mira Voss       1          1  1999-03-12  1999-03-12

    left out: 1 negated (ask `not opposes`), 1 possible (add `, possible`)
    ");
    assert_snapshot!(answer("?a:official supports ?issue"), @r"
    asked: ?a:official supports ?issue

    a          issue           claims  documents  first       last
    Mira Voss  Fishery Treaty       1          1  1999-08-01  1999-08-01
    ");
    assert_snapshot!(answer("mira voss opposes ?what"), @r"
    asked: mira-voss opposes ?what

    what       claims  documents  first       last
    Great Dam       1          1  1999-03-12  1999-03-12
    ");
}

#[test]
fn as_of_a_day_only_the_latest_stance_counts() {
    let on = |day: &str| Options { roll_up: RollUp::Principal, as_of: day.parse().ok() };
    assert_snapshot!(answer_with("?who supports great-dam", on("1999-02-01")), @r"
    asked: ?who supports great-dam

    who   claims  documents  first       last
    Boru       1          1  1999-01-02  1999-01-02
    ");
    assert_snapshot!(answer_with("?who supports great-dam", on("1999-12-01")), @r"
    asked: ?who supports great-dam

    no answer
    known nearby:
      Alba opposes Great Dam (2 claims)
      Alba consults with Boru about Great Dam (1 claim)
      Boru opposes Great Dam (1 claim)
    ");
    assert_snapshot!(answer_with("?who opposes great-dam", on("1999-12-01")), @r"
    asked: ?who opposes great-dam

    who                            claims  documents  first       last
    Alba (also through Mira Voss)       2          2  1999-01-02  1999-03-12
    Boru                                1          1  1999-03-12  1999-03-12

    left out: 1 negated (ask `not opposes`), 1 possible (add `, possible`)
    ");
}

/// The text of an answer about some claims of its own.
fn about(lines: &str, question: &str, options: Options) -> String {
    let world = ask_world::world();
    let graph = ask_world::graph(&world, lines);
    match ask(question, &graph, &world, options) {
        Ok(answer) => Renderer::new(&world, &graph, Style::Plain).text(&answer, Show::Rows),
        Err(error) => format!("error: {error}"),
    }
}

#[test]
fn what_ends_a_stance() {
    let lines = r#"
        d1 1999-01-01 Courier | alba opposes fishery
        d2 1999-02-01 Courier | alba not opposes fishery, formerly
        d1 1999-01-01 Courier | boru supports fishery
        d2 1999-02-01 Courier | boru weighs fishery
        d1 1999-01-01 Courier | cisk supports fishery
        d2 1999-02-01 Courier | cisk not opposes fishery
        d3 1999-03-01 Courier | cisk supports fishery
        d1 1999-01-01 Courier | east-delta opposes fishery
        d2 1999-02-01 Courier | east-delta not opposes fishery
        d3 1999-03-01 Courier | east-delta opposes fishery, planned
        d4 - Courier | east-delta opposes fishery
    "#;
    let on = |day: &str| Options { roll_up: RollUp::Principal, as_of: day.parse().ok() };
    assert_snapshot!(about(lines, "who opposes fishery", on("1999-01-31")), @r"
    asked: ?who opposes fishery

    who         claims  documents  first       last
    Alba             1          1  1999-01-01  1999-01-01
    East Delta       1          1  1999-01-01  1999-01-01
    ");
    assert_snapshot!(about(lines, "who opposes fishery", on("1999-12-31")), @r"
    asked: ?who opposes fishery

    no answer
    left out: 3 negated (ask `not opposes`), 1 planned (add `, planned`)
    known nearby:
      Cisk supports Fishery Treaty (2 claims)
      Boru weighs Fishery Treaty (1 claim)
    ");
    assert_snapshot!(about(lines, "who supports fishery", on("1999-12-31")), @r"
    asked: ?who supports fishery

    who   claims  documents  first       last
    Cisk       2          2  1999-01-01  1999-03-01
    ");
    assert_snapshot!(about(lines, "where does alba stand on fishery", on("1999-12-31")), @r"
    asked: alba ?stance fishery

       date                 stance             issue           claims  documents
       1999-01-01 reported  opposes            Fishery Treaty       1          1
    >  1999-02-01 reported  no longer opposes  Fishery Treaty       1          1
    changed: opposes on 1999-01-01, no longer opposes on 1999-02-01
    ");
    assert_snapshot!(about(lines, "where does east delta stand on fishery", on("1999-01-31")), @r"
    asked: east-delta ?stance fishery

       date                 stance   issue           claims  documents
    >  1999-01-01 reported  opposes  Fishery Treaty       1          1
    ");
    assert_snapshot!(about(lines, "who opposes fishery since 1999-02", Options::default()), @r"
    asked: ?who opposes fishery since 1999-02

    no answer
    left out: 3 negated (ask `not opposes`), 1 planned (add `, planned`), 1 undated
    known nearby:
      Cisk supports Fishery Treaty (2 claims)
      East Delta opposes Fishery Treaty (2 claims)
      Alba opposes Fishery Treaty (1 claim)
      Boru supports Fishery Treaty (1 claim)
      Boru weighs Fishery Treaty (1 claim)
    ");
}

#[test]
fn contradictions_and_changes_show_both_dates() {
    let lines = r#"
        d1 1999-01-01 Courier | alba opposes fishery
        d1 1999-01-01 Herald | alba supports fishery
        d2 1999-02-01 Courier | alba supports fishery
        d3 1999-03-01 Courier | alba weighs fishery
        d4 1999-04-01 Courier | alba not supports fishery
        d5 1999-05-01 Courier | alba opposes fishery
        d6 1999-06-01 Courier | alba denied opposes fishery
    "#;
    assert_snapshot!(about(lines, "where does alba stand on fishery", Options::default()), @r"
    asked: alba ?stance fishery

       date                 stance          issue           claims  documents
       1999-01-01 reported  opposes         Fishery Treaty       1          1
       1999-01-01 reported  supports        Fishery Treaty       1          1
       1999-02-01 reported  supports        Fishery Treaty       1          1
       1999-03-01 reported  weighs          Fishery Treaty       1          1
       1999-04-01 reported  not supports    Fishery Treaty       1          1
    >  1999-05-01 reported  opposes         Fishery Treaty       1          1
       1999-06-01 reported  denied opposes  Fishery Treaty       1          1
    contradiction: opposes and supports, both on 1999-01-01
    changed: supports on 1999-02-01, not supports on 1999-04-01
    changed: supports on 1999-02-01, opposes on 1999-05-01
    contradiction: opposes on 1999-05-01, denied opposes on 1999-06-01
    ");
}

#[test]
fn other_modalities_when_asked() {
    assert_snapshot!(answer("who opposes great-dam, possible"), @r"
    asked: ?who opposes great-dam, possible

    who   claims  documents  first       last
    Cisk       1          1  1999-03-12  1999-03-12

    left out: 1 negated (ask `not opposes`), 3 actual (ask without `, possible`)
    ");
}

#[test]
fn empty_answers_tell_what_is_known() {
    assert_snapshot!(answer("who supports the dam until 1998"), @r"
    asked: ?who supports great-dam until 1998

    no answer
    known nearby:
      Alba opposes Great Dam (2 claims)
      Alba consults with Boru about Great Dam (1 claim)
      Boru opposes Great Dam (1 claim)
      Boru supports Great Dam (1 claim)
    ");
    assert_snapshot!(answer("who opposes flooding"), @r"
    asked: ?who opposes flooding

    no answer
    nothing else is known of may flood the delta
    ");
}

#[test]
fn errors_point_at_the_word() {
    assert_snapshot!(answer("who opposes the damm?"), @r"
    error: unknown name `the damm`; did you mean `great-dam`?
      | who opposes the damm?
      |             ^^^^^^^^
    ");
    assert_snapshot!(answer("who oppozes the dam?"), @r"
    error: unknown relation `oppozes`; did you mean `opposes`?
      | who oppozes the dam?
      |     ^^^^^^^
    ");
    assert_snapshot!(answer("does Zembla oppose the dam?"), @r"
    error: unknown name `Zembla`
      | does Zembla oppose the dam?
      |      ^^^^^^
    ");
    assert_snapshot!(answer("alba opposes"), @r"
    error: expected a name or a variable at the end
      | alba opposes
      |             ^
    ");
    assert_snapshot!(answer("?a:stat opposes great-dam"), @r"
    error: `stat` is no kind: write `state`, `organisation`, `official`, `office`, `group`, `issue`, `ground` or `actor`
      | ?a:stat opposes great-dam
      | ^^^^^^^
    ");
    assert_snapshot!(answer("?a:state opposes great-dam and ?a:issue opposes canal"), @r"
    error: `?a` is given two kinds
      | ?a:state opposes great-dam and ?a:issue opposes canal
      |                                ^^^^^^^^
    ");
    assert_snapshot!(answer("who opposes great-dam since yesterday"), @r"
    error: `yesterday` is not a date: write 1999-03-12, 1999-03, 1999-spring or 1999
      | who opposes great-dam since yesterday
      |                             ^^^^^^^^^
    ");
    assert_snapshot!(answer("who opposes great-dam now"), @r"
    error: expected the end of the question, found `now`
      | who opposes great-dam now
      |                       ^^^
    ");
    assert_snapshot!(answer("foreign minister opposes canal"), @r"
    error: unknown name `foreign minister`
      | foreign minister opposes canal
      | ^^^^^^^^^^^^^^^^
    ");
    assert_snapshot!(answer(""), @r"
    error: expected a name or a variable at the end
      | 
      | ^
    ");
}

/// A graph in which everyone opposes and supports everything.
fn dense(actors: usize, issues: usize) -> String {
    let line = |actor: usize, issue: usize, relation: &str| {
        format!("d{actor} 1999-01-02 Courier | a{actor} {relation} i{issue}\n")
    };
    let pairs = (0..actors).flat_map(|actor| (0..issues).map(move |issue| (actor, issue)));
    pairs.map(|(actor, issue)| line(actor, issue, "opposes") + &line(actor, issue, "supports")).collect()
}

#[test]
fn joins_are_bounded() {
    let world = ask_world::world();
    let graph = ask_world::graph(&world, &dense(60, 60));
    let error = |question: &str| ask(question, &graph, &world, Options::default()).unwrap_err().to_string();
    assert!(ask("?a opposes ?i and ?a supports ?i", &graph, &world, Options::default()).is_ok());
    assert_eq!(
        error("?a opposes ?i and ?b opposes ?j and ?c opposes ?k and ?d opposes ?l"),
        "the answer has more than 50000 rows: name an actor or an issue in more of its atoms"
    );
    assert_eq!(
        error("?a opposes ?i and ?b opposes ?i and ?b supports ?j and ?c supports ?j"),
        "the answer has more than 50000 rows: name an actor or an issue in more of its atoms"
    );
}

#[test]
fn the_order_of_claims_and_atoms_leaves_no_trace() {
    let world = ask_world::world();
    let graph = ask_world::graph(&world, CLAIMS);
    let mut reversed = graph.claims.clone();
    reversed.reverse();
    let reversed = demarche::graph::StanceGraph::new(reversed, &world);
    for question in ["?a opposes ?b", "?a supports ?i and ?b opposes ?i", "who consults with ?b", "?a ?stance fishery"]
    {
        let answers = [&graph, &reversed].map(|graph| ask(question, graph, &world, Options::default()));
        assert_eq!(answers[0], answers[1]);
    }
    let rows = |question: &str| match ask(question, &graph, &world, Options::default()).unwrap().body {
        demarche::ask::Body::Rows { rows, .. } => rows.into_iter().map(|row| row.claims).collect::<Vec<_>>(),
        _ => Vec::new(),
    };
    assert_eq!(
        rows("?a supports ?i and ?b opposes ?i and ?a consults-with ?b"),
        rows("?a consults-with ?b and ?a supports ?i and ?b opposes ?i"),
    );
}

#[test]
fn symmetric_relations_show_once() {
    assert_snapshot!(answer("?a consults-with ?b"), @r"
    asked: ?a consults-with ?b

    a     b     claims  documents  first       last
    Alba  Boru       1          1  1999-04-01  1999-04-01
    Alba  Cisk       1          1
    ");
    assert_snapshot!(answer("who does alba consult with"), @r"
    asked: alba consults-with ?who

    who   claims  documents  first       last
    Boru       1          1  1999-04-01  1999-04-01
    Cisk       1          1
    ");
}
