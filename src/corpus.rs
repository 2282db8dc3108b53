//! Documents in, merged claims out; the only place with threads.

mod cores;
mod documents;
mod extract;
mod merge;

pub use cores::on_all_cores;
pub use documents::{Defaults, DocumentError, Documents, read_bytes, read_paths};
pub use extract::{Corpus, Seen, Tally, extract};
pub use merge::merge;
