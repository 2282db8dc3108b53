//! The article that the project was first tried on. Its text is not ours to carry, so this is skipped where it is absent.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use demarche::curation::{Layer, load};
use demarche::language::{ClaimPattern, Symmetry};
use demarche::model::{Claim, Modality, Polarity};
use demarche::reading::Engine;
use demarche::text::Article;

const ARTICLE: &str = "../shared/article/tmd-asia.txt";

/// The claims of the article read on the day it was printed; nothing where it is absent.
fn claims() -> Option<Vec<Claim>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Ok(text) = std::fs::read_to_string(root.join(ARTICLE)) else {
        // Not `eprintln!`, which is not shown where a test passes.
        let message = format!("\n*** SKIPPED: {ARTICLE} is absent, so the reference article was NOT read ***\n");
        std::io::stderr().write_all(message.as_bytes()).unwrap();
        return None;
    };
    let mut article = Article::parse(&text).unwrap();
    article.date = Some("1999-03-12".parse().unwrap());
    let engine = Engine::new(Arc::new(load(&[Layer::read(&root.join("data"))]).world));
    Some(engine.read(&article).claims)
}

fn shown(claims: &[Claim]) -> String {
    claims.iter().map(|claim| format!("  {}\n", ClaimPattern::of(claim))).collect()
}

/// Whether a claim's text in the claim language has all of these parts.
fn found(claims: &[Claim], parts: &[&str]) -> bool {
    claims
        .iter()
        .map(|claim| ClaimPattern::of(claim).to_string())
        .any(|text| parts.iter().all(|part| text.contains(part)))
}

#[test]
fn what_it_says() {
    let Some(claims) = claims() else { return };
    let wanted: [&[&str]; 7] = [
        &["china consults-with russia about tmd", "china/foreign-ministry-spokesman"],
        &["united-states proposes tmd"],
        &["russia opposes tmd"],
        &["china opposes tmd"],
        &["igor-sergeev visits china", "at 1998-10"],
        &["china strategic-partner-of russia"],
        &["india strategic-partner-of russia"],
    ];
    let missing: Vec<_> = wanted.iter().filter(|parts| !found(&claims, parts)).collect();
    assert!(missing.is_empty(), "missing {missing:?} in\n{}", shown(&claims));
}

/// Everything that the article says besides, each claim whole: with its modality, time, speakers and reasons.
#[test]
fn all_that_it_says() {
    let Some(claims) = claims() else { return };
    const SOURCES: &str = "said by \"unnamed Russian government sources\" of russia";
    let wanted = [
        format!("china consults-with russia about tmd, by 1998-10, {SOURCES}"),
        format!("igor-sergeev visits china, at 1998-10, {SOURCES}"),
        format!("china consults-with russia about tmd, since 1998-10, {SOURCES}"),
        format!("china coordinates-with russia about tmd, likely, {SOURCES}"),
        format!("russia requests japan about tmd, possible, {SOURCES}"),
        format!("russia requests united-states about tmd, possible, {SOURCES}"),
        format!("china requests japan about tmd, possible, {SOURCES}"),
        format!("china requests united-states about tmd, possible, {SOURCES}"),
        format!("chi-haotian visits russia about tmd, planned, at 1999-04, {SOURCES}"),
        format!("igor-sergeev visits india about tmd, planned, at 1999-spring, {SOURCES}"),
        format!("japan proposes tmd, {SOURCES}"),
        "china partner-of russia, attempted".to_owned(),
        "india partner-of russia, attempted".to_owned(),
        "russia concerned-about us-japan-defence".to_owned(),
        "russia seeks-clarity-on us-japan-defence".to_owned(),
        "china opposes tmd because upsets-strategic-balance and taiwan-coverage and us-troops-on-taiwan".to_owned(),
        "russia opposes tmd because upsets-strategic-balance and threatens-abm-treaty and threatens-strategic-stability"
            .to_owned(),
    ];
    let matches = |wanted: &str| {
        let pattern = ClaimPattern::parse(wanted).unwrap();
        claims.iter().any(|claim| {
            let dated = claim.when.is_some() == pattern.when.is_some();
            dated && pattern.matches(claim, Symmetry::Symmetric)
        })
    };
    let missing: Vec<&String> = wanted.iter().filter(|wanted| !matches(wanted)).collect();
    assert!(missing.is_empty(), "missing {missing:#?} in\n{}", shown(&claims));
}

/// What may come of it is a possible reason, what is so an actual one.
#[test]
fn how_real_its_reasons_are() {
    let Some(claims) = claims() else { return };
    let reasons =
        claims.iter().flat_map(|claim| claim.grounds.iter().map(|ground| (ground.id.as_str(), ground.modality)));
    let reasons: BTreeSet<(&str, Modality)> = reasons.collect();
    let expected = BTreeSet::from([
        ("taiwan-coverage", Modality::Possible),
        ("us-troops-on-taiwan", Modality::Possible),
        ("upsets-strategic-balance", Modality::Likely),
        ("threatens-abm-treaty", Modality::Actual),
        ("threatens-strategic-stability", Modality::Actual),
    ]);
    assert_eq!(reasons, expected);
}

#[test]
fn what_it_does_not_say() {
    let Some(claims) = claims() else { return };
    let wrong: Vec<Claim> =
        claims.into_iter().filter(|claim| claim.polarity == Polarity::Asserted && is_wrong(claim)).collect();
    assert!(wrong.is_empty(), "wrong:\n{}", shown(&wrong));
}

fn is_wrong(claim: &Claim) -> bool {
    let of = |id: &demarche::model::EntityId, principal: &Option<demarche::model::EntityId>| {
        principal.as_ref().unwrap_or(id).to_string()
    };
    let subject = of(&claim.subject, &claim.subject_principal);
    let object = of(&claim.object, &claim.object_principal);
    let (subject, object) = (subject.as_str(), object.as_str());
    let bystander = |id: &str| ["japan", "united-states", "india", "nato"].contains(&id);
    match claim.relation.as_str() {
        "opposes" => {
            (bystander(subject) && object == "tmd")
                || (subject == "russia" && object == "china")
                || (["russia", "china", "india"].contains(&subject) && ["nato", "united-states"].contains(&object))
        }
        "consults-with" => bystander(subject) || bystander(object),
        "threatens" => true,
        _ => false,
    }
}
