//! RON files in; a checked [`World`] and diagnostics out.

mod item;
mod world;

pub use item::{
    Argument, Complement, Example, Extend, Frame, Gives, GroundItem, Irregulars, IssueItem, Item, OfficeItem,
    OfficialItem, Operator, OrganisationItem, Pattern, StateItem, Verbs, VerbsAlso, WordClass, Words,
};
pub use world::{Rules, World};
