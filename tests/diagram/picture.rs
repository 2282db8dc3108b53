//! What is drawn: which claims, whom, and how they are put together.

use demarche::diagram::{Include, Options, Picture, RollUp, View};

use crate::fixture::{DEBATE, picture_of};

/// A picture in words.
fn describe(picture: &Picture) -> String {
    let name = |index: usize| picture.nodes[index].label.as_str();
    let mut lines = vec![picture.title.clone(), picture.subtitle.clone()];
    lines.extend(picture.notes.clone());
    for node in &picture.nodes {
        let through =
            if node.through.is_empty() { String::new() } else { format!(" through {}", node.through.join(", ")) };
        lines.push(format!("[{:?}] {}{through}: {}", node.shape, node.label, node.claims));
    }
    for edge in &picture.edges {
        let about = if edge.about.is_empty() { String::new() } else { format!(" about {}", edge.about.join(", ")) };
        let day = |day: Option<demarche::model::Date>| day.map_or("?".to_owned(), |day| day.to_string());
        lines.push(format!(
            "{} {} {}{about}: {} in {}, {} to {}, {:?} {} {:?} {:?}",
            name(edge.from),
            edge.wording,
            name(edge.to),
            edge.claims,
            edge.documents,
            day(edge.first),
            day(edge.last),
            edge.line,
            edge.color,
            edge.heads,
            edge.standing,
        ));
    }
    let shapes: Vec<&str> = picture.legend.shapes.iter().map(|shape| shape.name()).collect();
    let relations: Vec<&str> = picture.legend.relations.iter().map(|relation| relation.label.as_str()).collect();
    lines.push(format!("legend: {} | {}", shapes.join(", "), relations.join(", ")));
    lines.join("\n")
}

fn check(claims: &str, options: &Options) -> String {
    describe(&picture_of(claims, options))
}

#[test]
fn parallel_edges_are_merged_and_mutual_ones_turned() {
    let claims = "
        1999-03-12 china opposes tmd
        1999-01-05 china opposes tmd
        1999-01-05 russia consults-with china about tmd
        1999-02-01 china consults-with russia about nmd
        1999-02-01 china consults-with russia";
    insta::assert_snapshot!(check(claims, &Options::default()), @"
Who stands where
1999-01-05 to 1999-03-12 · 5 claims from 3 documents
[State] China: 5
[State] Russia: 3
[Issue] Theater Missile Defense: 2
China consults with Russia about NMD, TMD: 3 in 2, 1999-01-05 to 1999-02-01, Solid #2c6fbb None Counts
China opposes Theater Missile Defense: 2 in 2, 1999-01-05 to 1999-03-12, Dashed #c0392b Forward Counts
legend: state, issue | consults with, opposes (−)
");
}

#[test]
fn people_are_drawn_as_their_principals() {
    let claims = "
        1999-01-05 igor-sergeev opposes nmd
        1999-01-06 russia opposes nmd
        1999-01-06 igor-sergeev visits russia
        1999-01-07 russia/lawmakers opposes nmd
        1999-01-08 elsewhere opposes nmd";
    insta::assert_snapshot!(check(claims, &Options::default()), @"
Who stands where
1999-01-05 to 1999-01-08 · 4 claims from 4 documents
People and organs are drawn as the actor they stand for.
[Unknown] elsewhere: 1
[Issue] National Missile Defense: 4
[State] Russia through Igor Sergeev: 2
[Office] Russia lawmakers: 1
elsewhere opposes National Missile Defense: 1 in 1, 1999-01-08 to 1999-01-08, Dashed #c0392b Forward Counts
Russia opposes National Missile Defense: 2 in 2, 1999-01-05 to 1999-01-06, Dashed #c0392b Forward Counts
Russia lawmakers opposes National Missile Defense: 1 in 1, 1999-01-07 to 1999-01-07, Dashed #c0392b Forward Counts
legend: state, office or group, issue, unknown | opposes (−)
");
    insta::assert_snapshot!(check(claims, &Options { roll_up: RollUp::None, ..Options::default() }), @"
Who stands where
1999-01-05 to 1999-01-08 · 5 claims from 4 documents
[Unknown] elsewhere: 1
[Official] Igor Sergeev: 2
[Issue] National Missile Defense: 4
[State] Russia: 2
[Office] Russia lawmakers: 1
elsewhere opposes National Missile Defense: 1 in 1, 1999-01-08 to 1999-01-08, Dashed #c0392b Forward Counts
Igor Sergeev opposes National Missile Defense: 1 in 1, 1999-01-05 to 1999-01-05, Dashed #c0392b Forward Counts
Igor Sergeev visits Russia: 1 in 1, 1999-01-06 to 1999-01-06, Solid #117a8b Forward Counts
Russia opposes National Missile Defense: 1 in 1, 1999-01-06 to 1999-01-06, Dashed #c0392b Forward Counts
Russia lawmakers opposes National Missile Defense: 1 in 1, 1999-01-07 to 1999-01-07, Dashed #c0392b Forward Counts
legend: state, official, office or group, issue, unknown | opposes (−), visits
");
}

#[test]
fn claims_that_do_not_count_are_drawn_on_request() {
    let claims = "
        1999-01-05 china not supports tmd
        1999-01-06 russia planned visits japan
        1999-01-06 russia visits japan";
    insta::assert_snapshot!(check(claims, &Options::default()), @"
Who stands where
1999-01-06 · 1 claim from 1 document
Left out: 2 claims negated, denied or not actual.
[State] Japan: 1
[State] Russia: 1
Russia visits Japan: 1 in 1, 1999-01-06 to 1999-01-06, Solid #117a8b Forward Counts
legend: state | visits
");
    insta::assert_snapshot!(check(claims, &Options { include: Include::All, ..Options::default() }), @"
Who stands where
1999-01-05 to 1999-01-06 · 3 claims from 2 documents
[State] China: 1
[State] Japan: 2
[State] Russia: 2
[Issue] Theater Missile Defense: 1
China not supports Theater Missile Defense: 1 in 1, 1999-01-05 to 1999-01-05, Solid #1e8449 Forward Negated
Russia visits Japan: 1 in 1, 1999-01-06 to 1999-01-06, Solid #117a8b Forward Counts
Russia planned visits Japan: 1 in 1, 1999-01-06 to 1999-01-06, Solid #117a8b Forward Only(Planned)
legend: state, issue | not supports, visits, planned visits
");
}

#[test]
fn views_and_dates_narrow_it() {
    let stances = Options { view: View::Stances, since: "1999-03".parse().ok(), ..Options::default() };
    insta::assert_snapshot!(check(DEBATE, &stances), @"
Stances
1999-03-11 · 1 claim from 1 document
Left out: 1 claim negated, denied or not actual.
[Issue] ABM Treaty: 1
[State] China: 1
China supports ABM Treaty: 1 in 1, 1999-03-11 to 1999-03-11, Solid #1e8449 Forward Counts
legend: state, issue | supports (+)
");
    let contacts = Options { view: View::Contacts, until: "1998".parse().ok(), ..Options::default() };
    insta::assert_snapshot!(check(DEBATE, &contacts), @"
Contacts
1998-11-17 to 1998-12-21 · 5 claims from 4 documents
People and organs are drawn as the actor they stand for.
[State] China: 4
[State] India: 1
[State] Russia through Igor Sergeev: 5
China consults with Russia about NMD, TMD: 2 in 1, 1998-11-17 to 1998-11-17, Solid #2c6fbb None Counts
China visits Russia: 1 in 1, 1998-11-23 to 1998-11-23, Solid #117a8b Forward Counts
India consults with Russia: 1 in 1, 1998-12-21 to 1998-12-21, Solid #2c6fbb None Counts
Russia visits China: 1 in 1, 1998-12-08 to 1998-12-08, Solid #117a8b Forward Counts
legend: state | consults with, visits
");
}

#[test]
fn a_focus_keeps_what_names_it_or_is_about_it() {
    let focus = Options { focus: Some("us-japan-defence".into()), ..Options::default() };
    insta::assert_snapshot!(check(DEBATE, &focus), @"
Who stands where: U.S.-Japanese defense cooperation guidelines
1998-10-02 to 1999-03-02 · 5 claims from 3 documents
[State] China: 2
[State] Japan: 2
[State] North Korea: 1
[State] United States: 1
[Issue] U.S.-Japanese defense cooperation guidelines: 4
China consults with Japan about U.S.-Japanese defense cooperation guidelines: 1 in 1, 1999-03-02 to 1999-03-02, Solid #2c6fbb None Counts
China opposes U.S.-Japanese defense cooperation guidelines: 1 in 1, 1998-11-05 to 1998-11-05, Dashed #c0392b Forward Counts
Japan supports U.S.-Japanese defense cooperation guidelines: 1 in 1, 1998-10-02 to 1998-10-02, Solid #1e8449 Forward Counts
North Korea opposes U.S.-Japanese defense cooperation guidelines: 1 in 1, 1998-11-05 to 1998-11-05, Dashed #c0392b Forward Counts
United States supports U.S.-Japanese defense cooperation guidelines: 1 in 1, 1998-10-02 to 1998-10-02, Solid #1e8449 Forward Counts
legend: state, issue | consults with, opposes (−), supports (+)
");
    let person =
        Options { focus: Some("igor-sergeev".into()), title: Some("The minister".into()), ..Options::default() };
    insta::assert_snapshot!(check(DEBATE, &person), @"
The minister
1998-12-08 · 2 claims from 1 document
People and organs are drawn as the actor they stand for.
[State] China: 1
[Issue] National Missile Defense: 1
[State] Russia through Igor Sergeev: 2
Russia visits China: 1 in 1, 1998-12-08 to 1998-12-08, Solid #117a8b Forward Counts
Russia opposes National Missile Defense: 1 in 1, 1998-12-08 to 1998-12-08, Dashed #c0392b Forward Counts
legend: state, issue | opposes (−), visits
");
}

#[test]
fn unknown_relations_and_entities_are_drawn_as_such() {
    insta::assert_snapshot!(check("1999-01-05 someone mocks something", &Options::default()), @"
Who stands where
1999-01-05 · 1 claim from 1 document
[Unknown] someone: 1
[Unknown] something: 1
someone mocks something: 1 in 1, 1999-01-05 to 1999-01-05, Solid #5f6b7a Forward Counts
legend: unknown | mocks
");
}
