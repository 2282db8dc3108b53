//! Pictures of the graph: DOT and SVG.
//!
//! A graph is first projected to a [`Picture`], which holds everything that is drawn and nothing about how; then printed.
//!
//! ```
//! use demarche::{curation::World, diagram, graph::StanceGraph};
//! let world = World::default();
//! let graph = StanceGraph::new(Vec::new(), &world);
//! let picture = diagram::picture(&graph, &world, &diagram::Options::default());
//! assert!(diagram::svg(&picture).contains("There are no claims to draw."));
//! ```

mod boxes;
mod columns;
mod dot;
mod engine;
mod geometry;
mod lanes;
mod layered;
mod layout;
mod legend;
mod levels;
mod measure;
mod options;
mod outline;
mod picture;
mod project;
mod route;
mod style;
mod svg;
mod wording;
mod xml;

pub use crate::model::RollUp;
pub use dot::{dot, quote};
pub use engine::{Engine, EngineError, graphviz_svg};
pub use options::{Include, Options, View};
pub use picture::{Heads, Legend, LegendRelation, Picture, PictureEdge, PictureNode, Shape, Standing};
pub use project::picture;
pub use svg::svg;
