//! Claims as a petgraph multigraph: entities are nodes, and an edge is a projection of claims.

mod build;

pub use build::{Edge, EdgeKey, Node, StanceGraph};
