//! Everything known of one entity.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

mod ask_world;

use demarche::ask::{RollUp, profile};
use demarche::cli::show;
use demarche::cli::style::Style;
use insta::assert_snapshot;

const CLAIMS: &str = r#"
    d1 1999-01-02 Courier | alba opposes great-dam because flooding
    d2 1999-03-12 Courier+Wire,Post | mira-voss opposes great-dam, at 1999-02
    d2 1999-03-12 Courier+Wire,Post | boru not opposes great-dam
    d3 1999-04-01 Herald | boru requests alba about canal asks "stop"
    d3 1999-04-01 Herald | alba consults-with boru about great-dam, planned
    d4 1999-04-02 Herald | boru consults-with cisk about canal
    d4 1999-04-02 Herald | boru befriends S
    d5 1999-04-03 Herald | boru requests alba about canal asks "stop now"
"#;

fn shown(id: &str) -> String {
    let world = ask_world::world();
    let graph = ask_world::graph(&world, CLAIMS);
    match profile(&id.into(), &graph, &world, RollUp::Principal) {
        Some(profile) => show::text(&profile, &world, &[], Style::Plain),
        None => "nothing".to_owned(),
    }
}

#[test]
fn a_state() {
    assert_snapshot!(shown("alba"), @r"
    Alba (alba), state
    also: Republic of Alba
    people: Alban, Albans
    seats: Port Alba

    stances (2 claims)
                                                  claims  documents  first       last
      opposes Great Dam (also through Mira Voss)       2          2  1999-01-02  1999-02-01

    contacts (1 claim)
                                                   claims  documents  first       last
      consults with Boru about Great Dam, planned       1          1  1999-04-01  1999-04-01

    requests (2 claims)
                                           claims  documents  first       last
      Boru asks of Alba about Delta Canal       2          2  1999-04-01  1999-04-03

    timeline
      1999-01-02  Alba opposes Great Dam (reported)
      1999-02-01  Mira Voss opposes Great Dam
      1999-04-01  Boru asks of Alba about Delta Canal (reported)
      1999-04-03  Boru asks of Alba about Delta Canal (reported)

    offices
      foreign minister: Mira Voss, 1998 to 1999-06-30

    evidence: 5 claims in 4 documents, 4 sources, 1999-01-02 to 1999-04-03
    1 of them negated, denied or not actual
    ");
    assert_snapshot!(shown("boru"), @r"
    Boru (boru), state
    people: Boruvian

    stances (1 claim)
                              claims  documents  first       last
      not: opposes Great Dam       1          1  1999-03-12  1999-03-12

    contacts (2 claims)
                                                   claims  documents  first       last
      consults with Cisk about Delta Canal              1          1  1999-04-02  1999-04-02
      consults with Alba about Great Dam, planned       1          1  1999-04-01  1999-04-01

    requests (2 claims)
                                      claims  documents  first       last
      asks of Alba about Delta Canal       2          2  1999-04-01  1999-04-03

    other relations (1 claim)
                   claims  documents  first       last
      befriends S       1          1  1999-04-02  1999-04-02

    timeline
      1999-04-01  Boru asks of Alba about Delta Canal (reported)
      1999-04-02  Boru befriends S (reported)
      1999-04-02  Boru consults with Cisk about Delta Canal (reported)
      1999-04-03  Boru asks of Alba about Delta Canal (reported)

    evidence: 6 claims in 4 documents, 3 sources, 1999-03-12 to 1999-04-03
    2 of them negated, denied or not actual
    ");
}

#[test]
fn a_person_and_an_office() {
    assert_snapshot!(shown("mira-voss"), @r"
    Mira Voss (mira-voss), official

    offices
      foreign minister of Alba, 1998 to 1999-06-30

    stances (1 claim)
                         claims  documents  first       last
      opposes Great Dam       1          1  1999-02-01  1999-02-01

    timeline
      1999-02-01  Mira Voss opposes Great Dam

    evidence: 1 claim in 1 document, 2 sources, 1999-02-01
    ");
    assert_snapshot!(shown("cisk/foreign-minister"), @r"
    Cisk foreign minister (cisk/foreign-minister), office
    of: Cisk

    offices
      foreign minister: Olin Reth, since 1999-07-01

    evidence: 0 claims in 0 documents, 0 sources
    ");
}

#[test]
fn an_issue_and_a_ground() {
    assert_snapshot!(shown("river-works"), @r"
    River Works (river-works), issue
    kind: programme

    parts
      Delta Canal
      Great Dam

    evidence: 0 claims in 0 documents, 0 sources
    ");
    assert_snapshot!(shown("great-dam"), @r"
    Great Dam (great-dam), issue
    also: the dam, dam project
    kind: programme
    part of: River Works

    stances (3 claims)
                               claims  documents  first       last
      is opposed by Alba            2          2  1999-01-02  1999-02-01
      not: is opposed by Boru       1          1  1999-03-12  1999-03-12

    about it
                                        claims  documents  first       last
      Alba consults with Boru, planned       1          1  1999-04-01  1999-04-01

    timeline
      1999-01-02  Alba opposes Great Dam (reported)
      1999-02-01  Mira Voss opposes Great Dam

    evidence: 4 claims in 3 documents, 4 sources, 1999-01-02 to 1999-04-01
    2 of them negated, denied or not actual
    ");
    assert_snapshot!(shown("canal"), @r"
    Delta Canal (canal), issue
    kind: programme
    part of: River Works

    about it
                               claims  documents  first       last
      Boru consults with Cisk       1          1  1999-04-02  1999-04-02
      Boru asks of Alba             2          2  1999-04-01  1999-04-03

    timeline
      1999-04-01  Boru asks of Alba about Delta Canal (reported)
      1999-04-02  Boru consults with Cisk about Delta Canal (reported)
      1999-04-03  Boru asks of Alba about Delta Canal (reported)

    evidence: 3 claims in 3 documents, 1 source, 1999-04-01 to 1999-04-03
    ");
    assert_snapshot!(shown("flooding"), @r"
    may flood the delta (flooding), ground

    given as a ground
                              claims  documents  first       last
      Alba opposes Great Dam       1          1  1999-01-02  1999-01-02

    timeline
      1999-01-02  Alba opposes Great Dam (reported)

    evidence: 1 claim in 1 document, 1 source, 1999-01-02
    ");
}

#[test]
fn what_only_claims_name() {
    assert_snapshot!(shown("S"), @r"
    S, named by claims only

    other relations (1 claim)
                        claims  documents  first       last
      Boru befriends S       1          1  1999-04-02  1999-04-02

    timeline
      1999-04-02  Boru befriends S (reported)

    evidence: 1 claim in 1 document, 1 source, 1999-04-02
    ");
    assert_snapshot!(shown("T"), @"nothing");
}
