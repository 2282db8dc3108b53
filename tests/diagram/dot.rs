//! Pictures as DOT.

use demarche::diagram::{self, Engine, Options, RollUp, quote};
use graphviz_rust::dot_structures::{Graph, Id, Stmt};
use proptest::prelude::*;

use crate::fixture::{DEBATE, picture_of};

#[test]
fn a_small_graph() {
    let claims = "
        1999-01-05 china opposes tmd
        1999-01-06 china consults-with russia about tmd
        1999-01-07 china consults-with russia about tmd
        1999-01-08 russia/lawmakers opposes nmd";
    insta::assert_snapshot!(diagram::dot(&picture_of(claims, &Options::default())), @r##"
digraph demarche {
  graph[label="Who stands where\n1999-01-05 to 1999-01-08 · 4 claims from 4 documents" labelloc=t fontname="Helvetica,Arial,sans-serif" fontsize=14 bgcolor="#ffffff" rankdir=LR nodesep=0.3 ranksep=0.6]
  node[fontname="Helvetica,Arial,sans-serif" fontsize=13 penwidth=1.4]
  edge[fontname="Helvetica,Arial,sans-serif" fontsize=11 arrowsize=0.8]
  "china"[label="China" shape=box style="rounded,filled" fillcolor="#dceaf7" color="#2b5c8a" tooltip="China (state)\n3 claims"]
  "nmd"[label="National Missile Defense" shape=note style="filled" fillcolor="#fff6cf" color="#8a7400" tooltip="National Missile Defense (issue)\n1 claim"]
  "russia"[label="Russia" shape=box style="rounded,filled" fillcolor="#dceaf7" color="#2b5c8a" tooltip="Russia (state)\n2 claims"]
  "russia/lawmakers"[label="Russia lawmakers" shape=box style="dashed,filled" fillcolor="#f6f1ea" color="#7a6248" tooltip="Russia lawmakers (office or group)\n1 claim"]
  "tmd"[label="Theater Missile Defense" shape=note style="filled" fillcolor="#fff6cf" color="#8a7400" tooltip="Theater Missile Defense (issue)\n1 claim"]
  "china" -> "russia" [label="consults with (2)\nabout TMD" color="#2c6fbb" fontcolor="#2c6fbb" style=solid dir=none penwidth=1.71 tooltip="China consults with Russia about TMD\n2 claims in 2 documents, 1999-01-06 to 1999-01-07\n“It is said that china consults-with russia about tmd.”"]
  "china" -> "tmd" [label="opposes" color="#c0392b" fontcolor="#c0392b" style=dashed penwidth=1.4 tooltip="China opposes Theater Missile Defense\n1 claim in 1 document, 1999-01-05\n“It is said that china opposes tmd.”"]
  "russia/lawmakers" -> "nmd" [label="opposes" color="#c0392b" fontcolor="#c0392b" style=dashed penwidth=1.4 tooltip="Russia lawmakers opposes National Missile Defense\n1 claim in 1 document, 1999-01-08\n“It is said that russia/lawmakers opposes nmd.”"]
}
"##);
}

#[test]
fn an_empty_graph() {
    insta::assert_snapshot!(diagram::dot(&picture_of("", &Options::default())), @r##"
digraph demarche {
  graph[label="Who stands where\nThere are no claims to draw." labelloc=t fontname="Helvetica,Arial,sans-serif" fontsize=14 bgcolor="#ffffff" rankdir=LR nodesep=0.3 ranksep=0.6]
  node[fontname="Helvetica,Arial,sans-serif" fontsize=13 penwidth=1.4]
  edge[fontname="Helvetica,Arial,sans-serif" fontsize=11 arrowsize=0.8]
}
"##);
}

#[test]
fn a_reader_finds_every_node_and_edge() {
    let picture = picture_of(DEBATE, &Options { roll_up: RollUp::None, ..Options::default() });
    let Ok(Graph::DiGraph { stmts, .. }) = graphviz_rust::parse(&diagram::dot(&picture)) else { panic!("no digraph") };
    let nodes = stmts.iter().filter(|stmt| matches!(stmt, Stmt::Node(_))).count();
    let edges = stmts.iter().filter(|stmt| matches!(stmt, Stmt::Edge(_))).count();
    assert_eq!((nodes, edges), (picture.nodes.len(), picture.edges.len()));
}

/// What a quoted text says.
fn unquote(quoted: &str) -> String {
    let inner = quoted.strip_prefix('"').unwrap().strip_suffix('"').unwrap();
    let mut out = String::new();
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.push(match chars.next().unwrap() {
                'n' => '\n',
                c => c,
            }),
            '"' => panic!("a bare quote in {quoted}"),
            c => out.push(c),
        }
    }
    out.replace("&amp;", "&")
}

proptest! {
    #[test]
    fn quoting_loses_nothing(text in any::<String>()) {
        let dot = format!("digraph g {{ a [label={}] }}", quote(&text));
        let Ok(Graph::DiGraph { stmts, .. }) = graphviz_rust::parse(&dot) else { panic!("{dot}") };
        let [Stmt::Node(node)] = &stmts[..] else { panic!("{dot}") };
        let Id::Escaped(read) = &node.attributes[0].1 else { panic!("{dot}") };
        let kept: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        prop_assert_eq!(unquote(read), kept);
    }
}

#[test]
fn graphviz_draws_it_where_it_is_installed() {
    let claims = "1999-01-05 china opposes tmd\n1999-01-05 a\\N\"&amp;<b> opposes }]";
    match Engine::Graphviz.svg(&picture_of(claims, &Options::default())) {
        Ok(svg) => assert!(svg.contains("a\\N&quot;&amp;amp;&lt;b&gt;"), "{svg}"),
        Err(diagram::EngineError::NotInstalled) => {}
        Err(error) => panic!("{error}"),
    }
}
