//! Pictures of more than can be drawn well.

use std::time::Instant;

use demarche::diagram::{self, Options, Picture, RollUp};
use demarche::graph::StanceGraph;

use crate::fixture::{claims, entity, picture_of, state, world};
use crate::svg::check_laws;

/// A graph of some states and edges, the same for the same numbers.
fn random(nodes: u64, edges: u64, seed: u64) -> Picture {
    let mut world = world();
    let issue = world.entities["tmd"].kind.clone();
    for node in 0..nodes {
        let kind = if node % 4 == 3 { issue.clone() } else { state() };
        let entity = entity(&format!("n{node}"), &format!("Name {node}"), &[], kind);
        world.entities.insert(entity.id.clone(), entity);
    }
    let mut chance = seed;
    let mut next = |below: u64| {
        chance = chance.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (chance >> 33) % below
    };
    let relations = ["opposes", "supports", "consults-with", "visits", "requests", "strategic-partner-of"];
    let lines: Vec<String> = (0..edges)
        .map(|_| {
            let relation = relations[next(relations.len() as u64) as usize];
            format!("1999-01-01 n{} {relation} n{}", next(nodes), next(nodes))
        })
        .collect();
    let graph = StanceGraph::new(claims(&lines.join("\n")), &world);
    diagram::picture(&graph, &world, &Options { roll_up: RollUp::None, ..Options::default() })
}

#[test]
fn random_graphs_keep_the_laws() {
    for seed in 0..60 {
        let nodes = 1 + seed % 17;
        check_laws(&random(nodes, 1 + (seed * 7) % 45, seed));
    }
}

#[test]
fn the_largest_come_in_columns() {
    let start = Instant::now();
    let picture = random(300, 2000, 1);
    let svg = check_laws(&picture);
    assert!(svg.contains("Too much for a layered picture"));
    assert!(svg.contains("Edge labels are left out"));
    assert!(diagram::dot(&picture).contains("layout=sfdp"));
    assert!(start.elapsed().as_secs() < 20);
}

#[test]
fn write_large_pictures() {
    let Ok(folder) = std::env::var("DEMARCHE_PICTURES") else { return };
    for (nodes, edges) in [(10, 20), (20, 40), (30, 60), (30, 100), (40, 149), (60, 200), (90, 255), (300, 2000)] {
        let picture = random(nodes, edges, 7);
        let start = Instant::now();
        std::fs::write(format!("{folder}/random-{nodes}-{edges}.svg"), diagram::svg(&picture)).unwrap();
        eprintln!("{nodes} {edges}: {:?}", start.elapsed());
        std::fs::write(format!("{folder}/random-{nodes}-{edges}.dot"), diagram::dot(&picture)).unwrap();
    }
    let picture = picture_of(
        "1999-03-12 china opposes china\n1999-03-12 china visits china about tmd\n1999-03-12 china opposes tmd",
        &Options { roll_up: RollUp::None, ..Options::default() },
    );
    std::fs::write(format!("{folder}/loops.svg"), diagram::svg(&picture)).unwrap();
}
