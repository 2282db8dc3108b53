//! Node-link JSON, as networkx reads it.

use serde::{Deserialize, Serialize};

use crate::curation::World;
use crate::graph::{Edge, StanceGraph};
use crate::model::{ClaimId, Date, EntityId, Polarity, RelationId, RelationKind, Sign};

/// Where the articles of a build came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The data's own.
    Data,
    /// Files named on the command line.
    Given,
}

/// What a stored graph was made from: it is stale when either fingerprint has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The fingerprint of the world.
    pub world: String,
    /// The fingerprint of the documents.
    pub documents: String,
    /// Where the articles came from.
    pub articles: Origin,
    /// The version of this program.
    pub version: String,
}

#[derive(Serialize)]
struct NodeLink<'a> {
    directed: bool,
    multigraph: bool,
    graph: &'a Stamp,
    nodes: Vec<NodeJson<'a>>,
    edges: Vec<EdgeJson<'a>>,
}

#[derive(Serialize)]
struct NodeJson<'a> {
    id: &'a EntityId,
    name: &'a str,
    kind: &'a str,
}

#[derive(Serialize)]
struct EdgeJson<'a> {
    source: &'a EntityId,
    target: &'a EntityId,
    /// Tells parallel edges apart.
    key: usize,
    relation: &'a RelationId,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<RelationKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sign: Option<Sign>,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<&'a EntityId>,
    polarity: Polarity,
    actual: bool,
    documents: usize,
    sources: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<Date>,
    claims: Vec<&'a ClaimId>,
}

/// The graph as node-link JSON, one line a node or edge, in the order of their ids and keys.
pub fn node_link(graph: &StanceGraph, world: &World, stamp: &Stamp) -> String {
    let nodes = graph.graph.node_weights().map(|node| NodeJson {
        id: &node.id,
        name: node.name(),
        kind: node.entity.as_ref().map_or("unknown", |entity| entity.kind_name()),
    });
    let edges = graph.graph.edge_weights().enumerate().map(|(key, edge)| edge_json(key, edge, graph, world));
    let whole =
        NodeLink { directed: true, multigraph: true, graph: stamp, nodes: nodes.collect(), edges: edges.collect() };
    serde_json::to_string_pretty(&whole).map(|text| text + "\n").unwrap_or_default()
}

fn edge_json<'a>(key: usize, edge: &'a Edge, graph: &'a StanceGraph, world: &World) -> EdgeJson<'a> {
    let relation = world.relation(&edge.key.relation);
    EdgeJson {
        source: &edge.key.subject,
        target: &edge.key.object,
        key,
        relation: &edge.key.relation,
        kind: relation.map(|relation| relation.kind),
        sign: relation.map(|relation| relation.sign),
        about: edge.key.about.as_ref(),
        polarity: edge.key.polarity,
        actual: edge.key.actual,
        documents: edge.documents,
        sources: edge.sources,
        first: edge.first,
        last: edge.last,
        claims: edge.claims.iter().filter_map(|at| graph.claims.get(*at)).map(|claim| &claim.id).collect(),
    }
}

/// The stamp of a stored node-link graph, if it is one of ours.
pub fn stamp_of(json: &str) -> Option<Stamp> {
    #[derive(Deserialize)]
    struct Stamped {
        graph: Stamp,
    }
    serde_json::from_str::<Stamped>(json).ok().map(|stamped| stamped.graph)
}
