//! The shipped names, each in a sentence: every state by all it is called, every title with a state, and what misleads.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails panics")]

use std::path::Path;
use std::sync::{Arc, LazyLock};

use demarche::curation::{Layer, World, load};
use demarche::model::{Claim, Entity, EntityId, EntityKind, principal};
use demarche::reading::Engine;
use demarche::text::Article;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    Engine::new(Arc::new(load(&[Layer::read(&data)]).world))
});

/// States without a demonym that is theirs alone.
const NO_DEMONYM: [(&str, &str); 6] = [
    ("central-african-republic", "`Central African` is a region"),
    ("congo-brazzaville", "`Congolese` is of two states"),
    ("dominica", "`Dominican` is of two states"),
    ("dominican-republic", "`Dominican` is of two states"),
    ("serbia-and-montenegro", "its people are Serbs and Montenegrins"),
    ("vatican", "it has none"),
];

/// States without a seat that stands for their government alone.
const NO_SEAT: [(&str, &str); 17] = [
    ("antigua-and-barbuda", "St. John's is a city elsewhere too"),
    ("belgium", "Brussels is NATO or the European Union"),
    ("costa-rica", "San Jose is a city elsewhere too"),
    ("czechoslovakia", "Prague is another's now"),
    ("djibouti", "its capital has its name"),
    ("guyana", "Georgetown is a city elsewhere too"),
    ("luxembourg", "its capital has its name"),
    ("monaco", "it is a city"),
    ("netherlands", "The Hague is its courts, and a surname"),
    ("san-marino", "its capital has its name"),
    ("sao-tome-and-principe", "its capital has its name"),
    ("serbia", "Belgrade is Yugoslavia's"),
    ("serbia-and-montenegro", "Belgrade is Yugoslavia's"),
    ("seychelles", "Victoria is other things"),
    ("singapore", "it is a city"),
    ("south-yemen", "Aden is another's now"),
    ("soviet-union", "Moscow is another's now"),
];

fn world() -> &'static World {
    ENGINE.world()
}

/// The claims of a text.
fn claims(text: &str) -> Vec<Claim> {
    ENGINE.read(&Article::plain(text)).claims
}

/// Who condemns or criticises someone in a text, in the order of the alphabet.
fn critics(text: &str) -> Vec<String> {
    let mut found: Vec<String> = claims(text)
        .iter()
        .filter(|claim| claim.relation.as_str() == "criticises")
        .map(|claim| claim.subject.to_string())
        .collect();
    found.sort();
    found.dedup();
    found
}

/// Another state for `NAME condemned ...`.
fn other(id: &str) -> &'static str {
    if id == "iraq" { "Japan" } else { "Iraq" }
}

fn states() -> impl Iterator<Item = (&'static EntityId, &'static Entity)> {
    world().entities.iter().filter(|(_, entity)| matches!(entity.kind, EntityKind::State { .. }))
}

fn demonyms_and_seats(entity: &Entity) -> (&[String], &[String]) {
    match &entity.kind {
        EntityKind::State { demonyms, seats, .. } | EntityKind::Organisation { demonyms, seats, .. } => {
            (demonyms, seats)
        }
        _ => (&[], &[]),
    }
}

/// The texts that do not give exactly the critic they should.
fn wrong(cases: impl IntoIterator<Item = (String, String)>) -> Vec<String> {
    let is_wrong = |(text, wanted): (String, String)| {
        let found = critics(&text);
        (found != [wanted.clone()]).then(|| format!("{text} => {found:?}, not {wanted}"))
    };
    cases.into_iter().filter_map(is_wrong).collect()
}

fn check_all(cases: impl IntoIterator<Item = (String, String)>) {
    let wrong = wrong(cases);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_actor_is_found_by_its_names() {
    let actors = world()
        .entities
        .iter()
        .filter(|(_, entity)| matches!(entity.kind, EntityKind::State { .. } | EntityKind::Organisation { .. }));
    check_all(actors.flat_map(|(id, entity)| {
        let names = std::iter::once(&entity.name).chain(&entity.aliases).chain(demonyms_and_seats(entity).1);
        names.map(move |name| (format!("{name} condemned {}.", other(id.as_str())), id.to_string()))
    }));
}

#[test]
fn every_state_is_found_by_its_demonyms() {
    check_all(states().flat_map(|(id, entity)| {
        let sentence = move |demonym| format!("The {demonym} president condemned {}.", other(id.as_str()));
        demonyms_and_seats(entity).0.iter().map(move |name| (sentence(name), format!("{id}/president")))
    }));
}

#[test]
fn states_without_demonym_or_seat_have_a_reason() {
    let lacking = |pick: fn(&Entity) -> bool| -> Vec<&str> {
        states().filter(|(_, entity)| pick(entity)).map(|(id, _)| id.as_str()).collect()
    };
    let excused = |list: &[(&'static str, &str)]| list.iter().map(|(id, _)| *id).collect::<Vec<_>>();
    assert_eq!(lacking(|entity| demonyms_and_seats(entity).0.is_empty()), excused(&NO_DEMONYM));
    assert_eq!(lacking(|entity| demonyms_and_seats(entity).1.is_empty()), excused(&NO_SEAT));
}

/// Titles of a state that has no organs of its own in the data, so that none takes the title's words.
#[test]
fn every_title_is_found_with_a_state() {
    check_all(world().titles.values().flat_map(|title| {
        title
            .names
            .iter()
            .map(move |name| (format!("The Portuguese {name} condemned Iraq."), format!("portugal/{}", title.id)))
    }));
}

#[test]
fn plurals_are_the_group_of_that_name() {
    let plurals = ["leaders", "heads of state", "senior diplomats", "commanders", "negotiators"];
    let owners = plurals.map(|name| critics(&format!("The Portuguese {name} condemned Iraq.")).join(" "));
    let groups = ["leaders", "leaders", "diplomats", "generals", "negotiators"];
    assert_eq!(owners, groups.map(|group| format!("portugal/{group}")));
}

/// Checks who condemns someone in a text.
fn check(text: &str, expected: &[&str]) {
    assert_eq!(critics(text), expected, "{text}");
}

#[test]
fn the_longest_name_wins() {
    check("Guinea condemned Iraq.", &["guinea"]);
    check("Guinea-Bissau condemned Iraq.", &["guinea-bissau"]);
    check("Equatorial Guinea condemned Iraq.", &["equatorial-guinea"]);
    check("Papua New Guinea condemned Iraq.", &["papua-new-guinea"]);
    check("The Guinean president condemned Iraq.", &["guinea/president"]);
    check("The Equatorial Guinean president condemned Iraq.", &["equatorial-guinea/president"]);
    check("The Republic of China condemned Iraq.", &["taiwan"]);
    check("The People's Republic of China condemned Iraq.", &["china"]);
    check("The Republic of Korea condemned Iraq.", &["south-korea"]);
    check("The Democratic People's Republic of Korea condemned Iraq.", &["north-korea"]);
    check("The Socialist Republic of Vietnam condemned Iraq.", &["vietnam"]);
    check("South Sudan condemned Iraq.", &["south-sudan"]);
    check("East Germany condemned Iraq.", &["east-germany"]);
    check("Latin America condemned Iraq.", &["latin-america"]);
    check("South American presidents condemned Iraq.", &["south-america/president"]);
    check("Northern Ireland condemned Iraq.", &["northern-ireland"]);
    check("Inner Mongolia condemned Iraq.", &["inner-mongolia"]);
    check("American Samoa condemned Iraq.", &["american-samoa"]);
    check("Samoa condemned Iraq.", &["samoa"]);
    check("The Australia Group condemned Iraq.", &["australia-group"]);
}

#[test]
fn neighbours_in_spelling_are_told_apart() {
    check("Niger condemned Iraq.", &["niger"]);
    check("Nigeria condemned Iraq.", &["nigeria"]);
    check("The Nigerien president condemned Iraq.", &["niger/president"]);
    check("The Nigerian president condemned Iraq.", &["nigeria/president"]);
    check("Mali condemned Iraq.", &["mali"]);
    check("The Somali president condemned Iraq.", &["somalia/president"]);
    check("Dominica condemned Iraq.", &["dominica"]);
    check("The Dominican Republic condemned Iraq.", &["dominican-republic"]);
    check("Oman condemned Iraq.", &["oman"]);
    check("A man condemned Iraq.", &[]);
}

#[test]
fn what_fits_two_names_nobody() {
    check("Korea condemned Iraq.", &[]);
    check("The Korean president condemned Iraq.", &[]);
    check("Koreans condemned Iraq.", &[]);
    check("Congo condemned Iraq.", &[]);
    check("The Congolese president condemned Iraq.", &[]);
    check("The Dominican president condemned Iraq.", &[]);
    check("The Central African president condemned Iraq.", &[]);
    check("Brussels condemned Iraq.", &[]);
    check("The Hague condemned Iraq.", &[]);
    check("The Communist Party condemned Iraq.", &[]);
}

#[test]
fn the_two_congos_have_names() {
    check("The Republic of Congo condemned Iraq.", &["congo-brazzaville"]);
    check("Congo-Brazzaville condemned Iraq.", &["congo-brazzaville"]);
    check("The Democratic Republic of Congo condemned Iraq.", &["congo-kinshasa"]);
    check("Zaire condemned Iraq.", &["congo-kinshasa"]);
}

#[test]
fn a_capital_makes_the_name() {
    check("Turkey condemned Iraq.", &["turkey"]);
    check("The turkey condemned Iraq.", &[]);
    check("China condemned Iraq.", &["china"]);
    check("The china condemned Iraq.", &[]);
    check("The Polish president condemned Iraq.", &["poland/president"]);
    check("The polish president condemned Iraq.", &[]);
    check("Poles condemned Iraq.", &["poland"]);
    check("The poles condemned Iraq.", &[]);
    check("Chad condemned Iraq.", &["chad"]);
    check("US condemned Iraq.", &["united-states"]);
    check("He told us.", &[]);
    check("Malé condemned Iraq.", &["maldives"]);
    check("Male leaders condemned Iraq.", &[]);
    check("NATO condemned Iraq.", &["nato"]);
    check("Nato condemned Iraq.", &["nato"]);
}

#[test]
fn a_persons_name_is_no_state() {
    check("Michael Jordan condemned Iraq.", &[]);
    check("His friend Vernon Jordan condemned Iraq.", &[]);
    check("Mr. Jordan condemned Iraq.", &[]);
    check("Sen. Jordan condemned Iraq.", &[]);
    check("Michael Jordan's president condemned Iraq.", &[]);
    check("Officials and Scottie Jordan condemned Iraq.", &[]);
    check("Chad Smythe condemned Iraq.", &[]);
    check("Georgia Brown condemned Iraq.", &[]);
    check("George Washington condemned Iraq.", &[]);
    check("Israel Zangwill condemned Iraq.", &[]);
    check("Jordan Belfort and Chad Smythe condemned Iraq.", &[]);
    // an unknown first word says nothing, as in "Tiny Jordan"
    check("Scottie Jordan and Chad Smythe condemned Iraq.", &["jordan"]);
    check("Prime Minister Tony Blair and Mr. Jordan condemned Iraq.", &["tony-blair"]);
    check("The Jordan Times condemned Iraq.", &[]);
    check("The Tokyo Shimbun condemned Iraq.", &[]);
    check("The Jordan Group condemned Iraq.", &[]);
}

#[test]
fn a_state_beside_a_capital_is_a_state() {
    check("Communist China condemned Iraq.", &["china"]);
    check("Baathist Syria condemned Iraq.", &["syria"]);
    check("Officials said Soviet Russia condemned Iraq.", &["russia"]);
    check("In Jordan the king was silent, but Jordan condemned Iraq.", &["jordan"]);
    check("Yesterday Jordan condemned Iraq.", &["jordan"]);
    check("On Monday Jordan condemned Iraq.", &["jordan"]);
    check("Separately Jordan condemned Iraq.", &["jordan"]);
    check("Tiny Jordan condemned Iraq.", &["jordan"]);
    check("President Clinton told Jordan that Japan condemned Iraq.", &["japan"]);
    check("Jordan Condemns Iraq Over Missile Tests.", &["jordan"]);
    check("Jordan Prime Minister Abdul Kabariti condemned Iraq.", &["jordan/prime-minister"]);
    check("Jordan Wednesday condemned Iraq.", &["jordan"]);
    check("Then Foreign Minister Jordan condemned Iraq.", &["jordan"]);
    check("JORDAN CONDEMNED IRAQ.", &["jordan"]);
    check("U.S. and Jordan condemned Iraq.", &["jordan", "united-states"]);
}

/// Checks who condemns someone in a text of a day.
fn check_on(day: &str, text: &str, expected: &[&str]) {
    let article = Article { date: Some(day.parse().unwrap()), ..Article::plain(text) };
    let found: Vec<String> = ENGINE.read(&article).claims.iter().map(|claim| claim.subject.to_string()).collect();
    assert_eq!(found, expected, "{day}: {text}");
}

#[test]
fn father_and_son_are_told_apart_by_the_day() {
    check_on("1991-01-20", "George Bush condemned Iraq.", &["george-h-w-bush"]);
    check_on("1991-01-20", "President Bush condemned Iraq.", &["george-h-w-bush"]);
    check_on("2002-09-12", "George Bush condemned Iraq.", &["george-w-bush"]);
    check_on("2002-09-12", "U.S. President George Bush condemned Iraq.", &["george-w-bush"]);
    check_on("2002-09-12", "Bush condemned Iraq.", &["george-w-bush"]);
    check_on("2000-09-12", "Texas Gov. George W. Bush condemned Iraq. Bush was in Austin.", &["george-w-bush"]);
    check_on("1996-09-12", "George Bush condemned Iraq.", &[]);
    check("George Bush condemned Iraq.", &[]);
    check("George W. Bush condemned Iraq.", &["george-w-bush"]);
}

#[test]
fn serbia_and_montenegro_are_two_republics() {
    check("Serbia and Montenegro condemned Iraq.", &["montenegro", "serbia"]);
    check("The State Union of Serbia and Montenegro condemned Iraq.", &["serbia-and-montenegro"]);
    check("The Federal Republic of Yugoslavia condemned Iraq.", &["yugoslavia"]);
    check("Belgrade condemned Iraq.", &["yugoslavia"]);
}

#[test]
fn peoples_beyond_their_state() {
    check("Bosnian Serbs condemned Iraq.", &["bosnian-serbs"]);
    check("Serbs condemned Iraq.", &["serbia"]);
    check("Ethnic Albanians condemned Iraq.", &["ethnic-albanians"]);
    check("The ethnic Albanian leader condemned Iraq.", &["ethnic-albanians/leader"]);
    check("Turkish Cypriots condemned Iraq.", &["turkish-cypriots"]);
    check("The Greek Cypriot president condemned Iraq.", &["cyprus/president"]);
    check("Chechen rebels condemned Iraq.", &["chechen-rebels"]);
    check("The Chechen president condemned Iraq.", &["chechen-rebels/president"]);
}

#[test]
fn bodies_with_one_name_in_many_states() {
    check("The Security Council condemned Iraq.", &["un-security-council"]);
    check("The Russian Security Council condemned Iraq.", &["russian-security-council"]);
    check("Turkey's National Security Council condemned Iraq.", &["turkey/national-security-council"]);
    check("The U.S. National Security Council condemned Iraq.", &["us-national-security-council"]);
    check("The Senate condemned Iraq.", &["us-senate"]);
    check("The French Senate condemned Iraq.", &["french-senate"]);
    check("The French National Assembly condemned Iraq.", &["france/parliament"]);
    check("Congress condemned Iraq.", &["us-congress"]);
    check("The African National Congress condemned Iraq.", &["african-national-congress"]);
    check("The Iraqi National Congress condemned Japan.", &["iraqi-national-congress"]);
    check("The Liberal Democratic Party of Russia condemned Iraq.", &["liberal-democratic-party-of-russia"]);
    check("China's U.N. ambassador condemned Iraq.", &["china/un-ambassador"]);
    check("The U.N. ambassador condemned Iraq.", &[]);
}

#[test]
fn an_official_is_a_person_and_official_news_agencies_are_media() {
    check("A senior Russian official condemned Iraq.", &["russia/representative"]);
    check("Russian officials condemned Iraq.", &["russia/officials"]);
    check("A Russian diplomat condemned Iraq.", &["russia/representative"]);
    check("Russian diplomats condemned Iraq.", &["russia/diplomats"]);
    check("China's official Xinhua news agency condemned Iraq.", &["xinhua"]);
    check("China's official newspaper condemned Iraq.", &["china/newspaper"]);
}

/// Whom an actor stands for.
fn stands_for(id: &str) -> String {
    principal(&EntityId::from(id), "1999-03-12".parse().unwrap(), world()).to_string()
}

#[test]
fn only_the_government_and_the_military_speak_for_their_state() {
    let own = ["kremlin", "fsb", "minatom", "strategic-missile-forces", "russian-security-council"];
    assert_eq!(own.map(stands_for), ["russia"; 5]);
    let titles = ["representative", "troops", "warplanes", "intelligence-service", "prosecutor", "rebels"];
    let found = titles.map(|title| stands_for(&format!("russia/{title}")));
    assert_eq!(found, ["russia", "russia", "russia", "russia", "russia/prosecutor", "russia/rebels"]);
    let others = [
        "state-duma",
        "russian-communist-party",
        "gazprom",
        "itar-tass",
        "hamas",
        "hong-kong",
        "russian-orthodox-church",
    ];
    assert_eq!(others.map(stands_for), others);
    assert_eq!(stands_for("unscom"), "united-nations");
    assert_eq!(stands_for("palestinian-authority"), "palestine");
}

/// How many there are, so that none is lost unnoticed.
#[test]
fn counts() {
    let count = |pick: fn(&EntityKind) -> bool| world().entities.values().filter(|entity| pick(&entity.kind)).count();
    assert!(count(|kind| matches!(kind, EntityKind::State { .. })) >= 204);
    assert!(count(|kind| matches!(kind, EntityKind::Organisation { .. })) >= 500);
    assert!(world().titles.len() >= 280);
}
