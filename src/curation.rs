//! RON files in; a checked [`World`] and diagnostics out.

mod assemble;
mod brackets;
mod career;
mod check;
mod diagnostic;
mod extend;
mod fault;
mod item;
mod keys;
mod layer;
mod literal;
mod load;
mod merge;
mod names;
mod origin;
mod parse;
pub mod pattern;
mod render;
mod sink;
mod source;
mod split;
mod strict;
mod suggest;
mod synonyms;
mod tally;
mod tree;
mod words;
mod world;

pub use diagnostic::{Code, Diagnostic, Related, Severity};
pub use item::{
    Argument, Complement, Example, Extend, Frame, Gives, GroundItem, Interval, Irregulars, IssueItem, Item, OfficeItem,
    OfficialItem, Operator, OrganisationItem, Pattern, StateItem, Synonyms, Verbs, VerbsAlso, WordClass, Words,
};
pub use layer::{ArticleFile, Layer, articles};
pub use load::{Loaded, load};
pub use names::Names;
pub use origin::{Origins, Said, Saying, Trial};
pub use render::{Style, render};
pub use source::{Place, Source};
pub use strict::strict;
pub(crate) use suggest::nearest;
pub use tally::FileTally;
pub use world::{Rules, World};
