//! Names meant to break out.

use demarche::curation::World;
use demarche::diagram::{self, Options, Picture};
use demarche::graph::StanceGraph;
use demarche::model::{Entity, EntityId};
use proptest::prelude::*;

use crate::fixture::{claim, entity, state, world};
use crate::svg::check_laws;

/// A picture in which everything that can be named has this name.
fn named(name: &str) -> Picture {
    let mut world: World = world();
    let rename = |entity: &Entity| Entity { name: name.to_owned(), ..entity.clone() };
    world.entities = world.entities.iter().map(|(id, entity)| (id.clone(), rename(entity))).collect();
    let own = EntityId::new(name);
    world.entities.insert(own.clone(), entity(name, name, &[name], state()));
    if let Some(relation) = world.relations.get_mut("opposes") {
        relation.label = name.to_owned();
        relation.color = Some(name.to_owned());
    }
    let mut claims = Vec::new();
    for (number, text) in
        ["1999-01-05 china opposes tmd", "1999-01-05 china requests russia about tmd"].iter().enumerate()
    {
        let mut claim = claim(number, text);
        claim.evidence.text = name.to_owned();
        claims.push(claim.clone());
        claim.subject = own.clone();
        claim.about = Some(own.clone());
        claims.push(claim.clone());
        claim.relation = name.into();
        claims.push(claim);
    }
    let options = Options { title: Some(name.to_owned()), ..Options::default() };
    diagram::picture(&StanceGraph::new(claims, &world), &world, &options)
}

fn check(name: &str) {
    let picture = named(name);
    let svg = check_laws(&picture);
    assert!(!svg.contains("<script"), "{svg}");
    assert!(svg.len() < 200_000, "{}", svg.len());
    let dot = diagram::dot(&picture);
    assert!(graphviz_rust::parse(&dot).is_ok(), "{dot}");
}

#[test]
fn hostile_names() {
    let long = "x".repeat(10_000);
    let words = "ab cd ".repeat(2_000);
    let names = [
        "\"; shape=none; \"",
        "\\",
        "\\\"",
        "'\"</text></svg><script>alert(1)</script>",
        "]]> <!-- --> <![CDATA[",
        "&amp; &lt; &#0; &",
        "a\u{0}\u{1}\u{7f}\u{85}\u{1b}[31mb",
        "a\nb\r\nc\td",
        "\u{202e}gnihtemos",
        "وزارة الدفاع الروسية",
        "מדינת ישראל של היום",
        "中华人民共和国国防部长迟浩田上将",
        "👩‍👩‍👧‍👦 🇷🇺",
        "\u{fffe}\u{ffff}",
        "e\u{301}\u{301}\u{301}\u{301}",
        "#ff0000\" onload=\"x",
        "",
        " ",
        &long,
        &words,
    ];
    names.into_iter().for_each(check);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_name(name in any::<String>()) {
        check(&name);
    }
}
