//! From claims to edges.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};

use crate::model::{Catalog, Claim, Date, DocumentId, Entity, EntityId, Modality, Polarity, RelationId};

/// What tells edges apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EdgeKey {
    /// Where it starts.
    pub subject: EntityId,
    /// What it tells.
    pub relation: RelationId,
    /// Where it ends.
    pub object: EntityId,
    /// The issue it is about.
    pub about: Option<EntityId>,
    /// Asserted, negated or denied.
    pub polarity: Polarity,
    /// Whether its claims are actual.
    pub actual: bool,
}

impl EdgeKey {
    /// The key of the edge that a claim belongs to.
    pub fn of(claim: &Claim) -> Self {
        Self {
            subject: claim.subject.clone(),
            relation: claim.relation.clone(),
            object: claim.object.clone(),
            about: claim.about.clone(),
            polarity: claim.polarity,
            actual: claim.modality == Modality::Actual,
        }
    }
}

/// An entity in the graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The id.
    pub id: EntityId,
    /// What is known of it; absent for ids the world does not hold.
    pub entity: Option<Entity>,
}

impl Node {
    /// The name to show.
    pub fn name(&self) -> &str {
        self.entity.as_ref().map_or(self.id.as_str(), |entity| &entity.name)
    }
}

/// All claims with one key between two nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// What its claims share.
    pub key: EdgeKey,
    /// Indexes into [`StanceGraph::claims`], in file order.
    pub claims: Vec<usize>,
    /// How many documents carry it.
    pub documents: usize,
    /// How many independent sources: the media cited, or the publication where none is.
    pub sources: usize,
    /// The earliest day of its claims.
    pub first: Option<Date>,
    /// The latest day.
    pub last: Option<Date>,
}

/// The graph of who stands where.
#[derive(Clone, Debug)]
pub struct StanceGraph {
    /// Nodes in the order of their ids, edges in the order of their keys.
    pub graph: DiGraph<Node, Edge>,
    /// The claims behind it, in file order.
    pub claims: Vec<Claim>,
    nodes: BTreeMap<EntityId, NodeIndex>,
}

impl StanceGraph {
    /// The graph of some claims; their order does not matter.
    pub fn new(mut claims: Vec<Claim>, catalog: &impl Catalog) -> Self {
        claims.sort_by(|a, b| a.file_order().cmp(&b.file_order()));
        let ids: BTreeSet<&EntityId> = claims.iter().flat_map(ends).collect();
        let mut graph = DiGraph::new();
        let mut nodes = BTreeMap::new();
        for id in ids {
            let entity = catalog.entity(id).map(std::borrow::Cow::into_owned);
            nodes.insert(id.clone(), graph.add_node(Node { id: id.clone(), entity }));
        }
        let mut groups: BTreeMap<EdgeKey, Vec<usize>> = BTreeMap::new();
        for (index, claim) in claims.iter().enumerate() {
            groups.entry(EdgeKey::of(claim)).or_default().push(index);
        }
        for (key, members) in groups {
            let ends = (nodes[&key.subject], nodes[&key.object]);
            graph.add_edge(ends.0, ends.1, edge(key, members, &claims));
        }
        Self { graph, claims, nodes }
    }

    /// The node of an entity, if any claim names it.
    pub fn node(&self, id: &EntityId) -> Option<NodeIndex> {
        self.nodes.get(id).copied()
    }

    /// The claims behind an edge, in file order.
    pub fn claims_of(&self, edge: EdgeIndex) -> impl Iterator<Item = &Claim> {
        self.graph
            .edge_weight(edge)
            .into_iter()
            .flat_map(|edge| &edge.claims)
            .filter_map(|index| self.claims.get(*index))
    }
}

fn ends(claim: &Claim) -> impl Iterator<Item = &EntityId> {
    [&claim.subject, &claim.object].into_iter().chain(&claim.about)
}

fn edge(key: EdgeKey, members: Vec<usize>, claims: &[Claim]) -> Edge {
    let of = || members.iter().filter_map(|index| claims.get(*index));
    let documents: BTreeSet<&DocumentId> = of().map(|claim| &claim.evidence.document).collect();
    let sources: BTreeSet<&str> = of().flat_map(sources).collect();
    Edge {
        key,
        documents: documents.len(),
        sources: sources.len(),
        first: of().filter_map(Claim::day).min(),
        last: of().filter_map(Claim::day).max(),
        claims: members,
    }
}

/// The independent sources of a claim: its media, or the publication where none is named.
fn sources(claim: &Claim) -> Vec<&str> {
    if claim.media.is_empty() {
        claim.evidence.publication.as_deref().into_iter().collect()
    } else {
        claim.media.iter().map(String::as_str).collect()
    }
}
