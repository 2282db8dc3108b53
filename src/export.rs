//! The graph and its claims in other tools' formats.

mod actor_code;
mod events;
mod node_link;

pub use actor_code::actor_code;
pub use events::{Events, Grouping, events, tsv_cell};
pub use node_link::{Origin, Stamp, node_link, stamp_of};
