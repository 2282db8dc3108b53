//! The cascade from text to claims: `(World, Article)` to [`Reading`]. No files, no threads, no panics.
//!
//! | stage | module |
//! |---|---|
//! | words and names, interned | `lexicon`, `names`, `table`, `grammar` |
//! | dates and mentions | `time`, `mention` |
//! | units, and which of them are verbs | `unit`, `tag` |
//! | noun and verb groups | `phrase` |
//! | clauses | `clause`, `parse`, `control` |
//! | reference | `discourse`, `reference` |
//! | rules, compiled | `compiled` |
//! | frames and operators on clauses | `argument`, `verbal`, `nominal`, `operator` |
//! | qualification | `context` |

mod argument;
mod belonging;
mod candidate;
mod citation;
mod clause;
mod compiled;
mod complement;
mod context;
mod control;
mod discourse;
mod document;
mod ellipsis;
mod engine;
mod entries;
mod explain;
mod gap;
mod given;
mod grammar;
mod ground;
mod lexicon;
mod memory;
mod mention;
mod names;
mod nominal;
mod operator;
mod outcome;
mod parse;
mod pattern;
mod patterned;
mod phrase;
mod reciprocal;
mod reference;
mod requested;
mod sentence;
mod table;
mod tag;
mod time;
mod trigger;
mod unit;
mod unknown;
mod unnamed;
mod verbal;

pub use candidate::Candidate;
pub use engine::{Engine, Observer, Reading};
pub use explain::{ExplainedCandidate, ExplainedClause, ExplainedMention, ExplainedSentence, Explanation, explain};
pub use gap::{Gap, GapKind, Gaps};
pub use sentence::SentenceView;
pub use trigger::Trigger;
pub use unknown::{Unknown, UnknownKind};
