//! The commands: the only place that prints, colours and exits.

pub mod ask;
mod ask_json;
pub mod evidence;
pub mod show;
pub mod style;
pub mod table;
