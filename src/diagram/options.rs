//! What to draw.

use crate::model::{EntityId, PartialDate, RollUp};

/// Which relations to draw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// All of them.
    #[default]
    Network,
    /// Stances.
    Stances,
    /// Contacts.
    Contacts,
}

/// Which claims to draw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Include {
    /// Those that are asserted and actual.
    #[default]
    Counting,
    /// The others too, drawn lighter and marked in the label.
    All,
}

/// What to draw.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Which relations.
    pub view: View,
    /// Only claims that name this entity, or are about it.
    pub focus: Option<EntityId>,
    /// Only claims of this day or later.
    pub since: Option<PartialDate>,
    /// Only claims of this day or earlier.
    pub until: Option<PartialDate>,
    /// Whom to draw for an actor.
    pub roll_up: RollUp,
    /// Which claims.
    pub include: Include,
    /// The title, in place of one made from the view and the focus.
    pub title: Option<String>,
}
