//! Scoring against coded texts: what counts as a prediction, how ends are resolved, what holds of every score.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::Path;
use std::sync::{Arc, LazyLock};

use demarche::audit::{Gold, Misses, Score, read_gold, score};
use demarche::curation::{Layer, World, load};
use demarche::model::{Cue, CueKind, Modality, Plover, Polarity, Span, event_class};
use demarche::reading::Engine;
use proptest::prelude::*;

#[path = "common/claim.rs"]
mod plain;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let words = ["words", "verbs", "irregulars"].map(|name| root.join(format!("data/rules/{name}.ron")));
    let layers = words.iter().map(|path| Layer::read(path)).chain([Layer::read(&root.join("tests/score/world"))]);
    let loaded = load(&layers.collect::<Vec<_>>());
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    Engine::new(Arc::new(loaded.world))
});

fn world() -> &'static World {
    ENGINE.world()
}

fn file(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/score").join(name)).unwrap()
}

fn gold(text: &str) -> Gold {
    read_gold(text.as_bytes(), world()).unwrap()
}

fn scored(text: &str) -> Score {
    score(&ENGINE, &gold(text), Misses::Skip)
}

/// The codings of one record: a text about Ruritania and Borduria of a day, with a claim in JSON.
fn resolved(date: &str, claim: &str) -> Vec<String> {
    let line = format!(r#"{{"date": "{date}", "text": "Nothing.", "claims": [{claim}]}}"#);
    gold(&line).records[0].codings.iter().map(ToString::to_string).collect()
}

/// Gold, predicted and correct of one record, end to end.
fn counted(text: &str, claims: &str) -> (usize, usize, usize) {
    let line = format!(r#"{{"date": "1999-03-12", "text": "{text}", "claims": [{claims}]}}"#);
    let total = scored(&line).total();
    (total.gold, total.predicted, total.correct)
}

#[test]
fn ends_are_resolved_and_rolled_up() {
    let coded = |end: &str| format!(r#"{{"subject": "{end}", "relation": "attacks", "object": "graustark"}}"#);
    let check = |date: &str, end: &str, expected: &str| {
        assert_eq!(resolved(date, &coded(end)), [format!("{expected} attacks graustark")], "{end} on {date}");
    };
    check("1999-03-12", "ruritania", "ruritania");
    check("1999-03-12", "iso3:RUR", "ruritania");
    check("1999-03-12", "Ruritanian", "ruritania");
    check("1999-03-12", "rudolf-elphberg", "ruritania");
    check("2004-03-12", "rudolf-elphberg", "rudolf-elphberg");
    check("1999-03-12", "ruritanian-guard", "ruritania");
    check("1999-03-12", "klow-front", "klow-front");
    check("1999-03-12", "ruritania/officials", "ruritania");
    check("1999-03-12", "ruritania/lawmakers", "ruritania/lawmakers");
    // one code, two states in their times
    check("1999-03-12", "iso3:SYL", "syldavia");
    check("1985-03-12", "iso3:SYL", "syldavian-kingdom");
    check("1999-03-12", "iso3:XYZ", "iso3:XYZ");
}

#[test]
fn without_a_date_those_still_in_office_are_in_office() {
    let coded = |end: &str| {
        let line = format!(
            r#"{{"text": "Nothing.", "claims": [{{"subject": "{end}", "relation": "attacks", "object": "graustark"}}]}}"#
        );
        gold(&line).records[0].codings[0].subject.to_string()
    };
    assert_eq!(coded("kurvi-tasch"), "borduria");
    assert_eq!(coded("rudolf-elphberg"), "rudolf-elphberg");
}

#[test]
fn self_pairs_negated_and_neutral_codings_are_not_scored() {
    let text = r#"{"text": "x", "date": "1999-01-01", "claims": [
        {"subject": "ruritania", "sign": -1, "object": "rudolf-elphberg"},
        {"subject": "ruritania", "sign": -1, "object": "borduria", "polarity": "denied"},
        {"subject": "ruritania", "sign": 0, "object": "borduria"}]}"#;
    let gold = gold(&text.replace('\n', " "));
    assert_eq!((gold.self_pairs, gold.negated, gold.records[0].codings.len()), (1, 1, 0));
}

#[test]
fn a_symmetric_relation_matches_both_ways_and_counts_once() {
    let met = "Ruritania met Borduria and held a meeting with Borduria.";
    for (subject, object) in [("ruritania", "borduria"), ("borduria", "ruritania")] {
        let claim = format!(r#"{{"subject": "{subject}", "relation": "consults-with", "object": "{object}"}}"#);
        assert_eq!(counted(met, &claim), (1, 1, 1));
    }
    assert_eq!(
        counted(
            met,
            r#"{"subject": "ruritania", "relation": "consults-with", "object": "borduria"},
               {"subject": "ruritania", "relation": "attacks", "object": "borduria"}"#
                .replace('\n', " ")
                .as_str()
        ),
        (2, 1, 1)
    );
}

#[test]
fn what_counts_as_a_relation() {
    let attacks = r#"{"subject": "ruritania", "relation": "attacks", "object": "borduria"}"#;
    for (text, predicted) in [
        ("Ruritania attacked Borduria.", 1),
        ("Ruritania tried to attack Borduria.", 1),
        ("Ruritania plans to attack Borduria.", 1),
        ("Ruritania threatened to attack Borduria.", 0),
        ("Ruritania may attack Borduria.", 0),
        ("Ruritania did not attack Borduria.", 0),
    ] {
        assert_eq!(counted(text, attacks), (1, predicted, predicted), "{text}");
    }
}

#[test]
fn an_issue_is_compared_where_it_is_coded() {
    let text = "Ruritania held talks with Borduria on the Danube Dam.";
    let claim = |about: &str| format!(r#"{{"subject": "ruritania", "class": "CONSULT", "object": "borduria"{about}}}"#);
    assert_eq!(counted(text, &claim("")), (1, 1, 1));
    assert_eq!(counted(text, &claim(r#", "about": "Danube Dam""#)), (1, 1, 1));
    assert_eq!(counted("Ruritania held talks with Borduria.", &claim(r#", "about": "danube-dam""#)), (1, 1, 0));
}

#[test]
fn kinds_that_the_gold_never_names_are_not_held_against_the_rules() {
    let text = "Ruritania met Borduria. Borduria opposes the Danube Dam and praised the Danube League.";
    let met = r#"{"subject": "ruritania", "class": "CONSULT", "object": "borduria"}"#;
    let dam = r#"{"subject": "borduria", "class": "REJECT", "object": "danube-dam"}"#;
    assert_eq!(counted(text, met), (1, 1, 1));
    assert_eq!(counted(text, &format!("{met}, {dam}")), (2, 2, 2));
    assert_eq!(counted(text, &dam.replace("danube-dam", "danube-league")), (1, 2, 0));
}

#[test]
fn classes_of_events() {
    let relation = |id: &str| world().relations.get(id).unwrap();
    let class = |id: &str, polarity: Polarity, modality: Modality, cue: Option<CueKind>| {
        let mut claim = plain::claim("ruritania", id, "borduria");
        (claim.polarity, claim.modality) = (polarity, modality);
        claim.evidence.cues = cue.map(|kind| Cue { kind, span: Span::default() }).into_iter().collect();
        event_class(&claim, relation(id))
    };
    let row = |id| {
        let classes = Modality::ALL.map(|modality| class(id, Polarity::Asserted, modality, None));
        classes.map(|class| class.map_or("-", Plover::name)).join(" ")
    };
    let modalities = Modality::ALL.map(Modality::name).join(" ");
    assert_eq!(modalities, "requested threatened conditional attempted possible likely planned actual");
    assert_eq!(row("consults-with"), "REQUEST THREATEN AGREE CONSULT - - AGREE CONSULT");
    assert_eq!(row("helps"), "REQUEST THREATEN AGREE AID - - AGREE AID");
    assert_eq!(row("praises"), "REQUEST THREATEN SUPPORT SUPPORT - - SUPPORT SUPPORT");
    assert_eq!(row("opposes"), "REQUEST THREATEN REJECT REJECT - - REJECT REJECT");
    assert_eq!(row("attacks"), "REQUEST THREATEN THREATEN ASSAULT - - THREATEN ASSAULT");
    assert_eq!(row("ally-of"), "- - - - - - - -");
    let negated = |id, cue| class(id, Polarity::Negated, Modality::Actual, Some(cue));
    assert_eq!(negated("consults-with", CueKind::Operator), Some(Plover::Reject));
    assert_eq!(negated("consults-with", CueKind::Negation), None);
    assert_eq!(negated("attacks", CueKind::Operator), None);
    assert_eq!(class("consults-with", Polarity::Denied, Modality::Actual, Some(CueKind::Operator)), None);
}

#[test]
fn every_class_has_its_name_and_quad() {
    for class in Plover::ALL {
        assert_eq!(Plover::from_name(class.name()), Some(class));
        assert_eq!(serde_json::to_value(class).unwrap(), class.name());
        assert_eq!(serde_json::to_value(class.quad()).unwrap(), class.quad().name());
    }
    assert_eq!(Plover::from_name("consult"), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_order_of_the_records_does_not_matter(order in Just((0..12).collect::<Vec<usize>>()).prop_shuffle()) {
        let text = file("plover.jsonl");
        let lines: Vec<&str> = text.lines().collect();
        let shuffled: String = order.iter().map(|at| format!("{}\n", lines[*at])).collect();
        prop_assert_eq!(scored(&shuffled), scored(&text));
    }

    #[test]
    fn counts_add_up(some in proptest::collection::vec(0..12_usize, 1..12)) {
        let text = file("plover.jsonl");
        let lines: Vec<&str> = text.lines().collect();
        let score = scored(&some.iter().map(|at| format!("{}\n", lines[*at])).collect::<String>());
        let total = score.total();
        prop_assert_eq!(total.gold, some.len());
        prop_assert!(total.correct <= total.gold.min(total.predicted));
        let coded = |(key, count): (&(Option<_>, Option<_>), &usize)| if key.0.is_some() { *count } else { 0 };
        prop_assert_eq!(score.confusion.iter().map(coded).sum::<usize>(), total.gold);
        let read = |(key, count): (&(Option<_>, Option<_>), &usize)| if key.1.is_some() { *count } else { 0 };
        prop_assert_eq!(score.confusion.iter().map(read).sum::<usize>(), total.predicted);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(gold) = read_gold(&bytes, world()) {
            prop_assert!(gold.records.is_empty());
        }
    }

    #[test]
    fn any_spans_are_read_or_refused(spans in proptest::collection::vec((0..80_usize, 0..80_usize), 2), text in "\\PC{0,30}") {
        let line = serde_json::json!({
            "scheme": "plover", "text": text, "claims": [{"subject": "S", "class": "AID", "object": "T"}],
            "entities": [{"id": "S", "spans": [spans[0]]}, {"id": "T", "spans": [spans[1]]}],
        });
        if let Ok(gold) = read_gold(line.to_string().as_bytes(), world()) {
            prop_assert_eq!(score(&ENGINE, &gold, Misses::Explain).total().gold, 1);
        }
    }
}
