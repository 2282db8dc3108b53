//! The graph in other tools' formats.

mod node_link;

pub use node_link::{Origin, Stamp, node_link, stamp_of};
