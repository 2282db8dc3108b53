//! Questions to answers, over the graph and the world. Prints nothing.

mod answer;
mod as_of;
mod asking;
mod error;
mod fact;
mod join;
mod left_out;
mod names;
mod nearby;
mod profile;
mod rows;
mod stand;
mod tally;
mod wording;

pub use crate::model::RollUp;
pub use answer::{
    Answer, AnswerRow, Binding, Body, Dating, LeftOut, Nearby, Position, Standing, Turn, TurnKind, Verdict,
};
pub use asking::{Options, ask};
pub use error::AskError;
pub use names::Names;
pub use profile::{Happening, Mention, Profile, Relations, Role, Tie, profile};
pub use tally::Tally;
