//! What the words of a question may name.

use crate::model::{EntityId, RelationId};

/// From which end a wording tells a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// From the subject's: "opposes".
    Active,
    /// From the object's: "is opposed by".
    Passive,
}

/// What words are wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// An entity.
    Name,
    /// A relation.
    Relation,
}

/// Knows names and relations; the parser of questions asks it for the longest match.
pub trait Lexicon {
    /// The entities that words may name, in the order of their ids; more than one if the words are ambiguous.
    fn entities(&self, words: &str) -> Vec<EntityId>;

    /// The relation that words may tell, and from which end.
    fn relation(&self, words: &str) -> Option<(RelationId, Voice)>;

    /// Names or relations that look like the words, the nearest first.
    fn suggest(&self, words: &str, wanted: Wording) -> Vec<String>;
}
