//! Demarche reads dated political news and a folder of curated RON files, and builds a graph of who stands where.
//!
//! Data flows one way through the modules, in this order: a module uses only those above it.
//!
//! | module | holds |
//! |---|---|
//! | [`model`] | entities, relations, claims, partial dates, ids, principals |
//! | [`language`] | the claim and question language |
//! | [`text`] | articles, sentences, tokens, inflection |
//! | [`curation`] | RON files in, a checked [`curation::World`] and diagnostics out |
//! | [`reading`] | the cascade from text to claims |
//! | [`corpus`] | documents in, merged claims out |
//! | [`audit`] | running examples, counting gaps, scoring |
//! | [`graph`] | claims to a petgraph multigraph |
//! | [`ask`] | questions to answers |
//! | [`diagram`] | graph to DOT and SVG |
//! | [`cli`] | the commands: the only place that prints and exits |

pub mod ask;
pub mod audit;
pub mod cli;
pub mod corpus;
pub mod curation;
pub mod diagram;
pub mod export;
pub mod graph;
pub mod language;
pub mod model;
pub mod reading;
pub mod text;
