//! A parsed pattern, and printing it.

use std::fmt;
use std::str::FromStr;

use super::error::PatternError;
use super::parser::{Language, parse};
use crate::curation::Argument;
use crate::curation::synonyms::Groups;
use crate::model::EntityId;

/// What a capture fills in the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Who does it.
    Subject,
    /// To whom or what.
    Object,
    /// The issue it is about.
    About,
}

/// Nodes that match one after the other.
///
/// | written | matches |
/// |---|---|
/// | `talk` | any inflected form of the word |
/// | `"talks"` | these words as they stand |
/// | `<russia>` | a mention of the entity |
/// | `<subject:Actor>`, `<object:Actor\|Issue>`, `<about:Issue>` | a mention of the kind, captured |
/// | `(a\|b c)` | one of the alternatives |
/// | `x?`, `(a b)?` | it or nothing |
/// | `..3` | at most three tokens, whatever they are |
/// | `{forces}` | one of the words of the group |
///
/// Groups are put in while a pattern is read; read by itself, with no data around it, it can have none.
///
/// ```
/// use demarche::curation::pattern::Sequence;
/// let text = "(talk|negotiation) between <subject:Actor> and <object:Actor> (..3 on <about:Issue>)?";
/// let pattern: Sequence = text.parse()?;
/// assert_eq!(pattern.to_string(), text);
/// # Ok::<(), demarche::curation::pattern::PatternError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sequence(pub Vec<Node>);

/// One part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// A word in any of its forms.
    Word(String),
    /// Words as they stand.
    Literal(String),
    /// A mention of an entity.
    Entity(EntityId),
    /// A mention of one of some kinds, captured.
    Capture {
        /// What it fills.
        role: Role,
        /// What it may be.
        arguments: Vec<Argument>,
    },
    /// One of several sequences.
    Alternatives(Vec<Sequence>),
    /// A sequence or nothing.
    Optional(Sequence),
    /// At most this many tokens.
    Gap(u8),
}

impl Role {
    /// All roles.
    pub const ALL: [Role; 3] = [Self::Subject, Self::Object, Self::About];

    /// The name as patterns write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Object => "object",
            Self::About => "about",
        }
    }
}

impl Argument {
    /// All kinds of arguments.
    pub const ALL: [Argument; 7] =
        [Self::Actor, Self::State, Self::Organisation, Self::Official, Self::Issue, Self::Conduct, Self::Inside];

    /// The name as rules write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Actor => "Actor",
            Self::State => "State",
            Self::Organisation => "Organisation",
            Self::Official => "Official",
            Self::Issue => "Issue",
            Self::Conduct => "Conduct",
            Self::Inside => "Inside",
        }
    }
}

impl Sequence {
    /// Whether it can match without taking a token.
    pub fn may_be_empty(&self) -> bool {
        self.0.iter().all(Node::may_be_empty)
    }

    /// Whether some branch captures the role.
    pub fn captures(&self, role: Role) -> bool {
        self.0.iter().any(|node| match node {
            Node::Capture { role: captured, .. } => *captured == role,
            Node::Alternatives(branches) => branches.iter().any(|branch| branch.captures(role)),
            Node::Optional(sequence) => sequence.captures(role),
            _ => false,
        })
    }
}

impl Node {
    /// Whether it can match without taking a token.
    pub fn may_be_empty(&self) -> bool {
        match self {
            Self::Optional(_) | Self::Gap(_) => true,
            Self::Alternatives(branches) => branches.iter().any(Sequence::may_be_empty),
            _ => false,
        }
    }
}

impl FromStr for Sequence {
    type Err = PatternError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text, Language::Pattern, &Groups::default())
    }
}

impl fmt::Display for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        join(f, &self.0, " ")
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => f.write_str(word),
            Self::Literal(words) => write!(f, "\"{words}\""),
            Self::Entity(id) => write!(f, "<{id}>"),
            Self::Capture { role, arguments } => {
                write!(f, "<{}:", role.name())?;
                let names: Vec<&str> = arguments.iter().map(|argument| argument.name()).collect();
                write!(f, "{}>", names.join("|"))
            }
            Self::Alternatives(branches) => {
                f.write_str("(")?;
                join(f, branches, "|")?;
                f.write_str(")")
            }
            Self::Optional(Sequence(nodes)) => match nodes.as_slice() {
                [node @ (Self::Word(_) | Self::Literal(_) | Self::Entity(_) | Self::Capture { .. })] => {
                    write!(f, "{node}?")
                }
                [node @ Self::Alternatives(branches)] if branches.len() > 1 => write!(f, "{node}?"),
                nodes => {
                    f.write_str("(")?;
                    join(f, nodes, " ")?;
                    f.write_str(")?")
                }
            },
            Self::Gap(most) => write!(f, "..{most}"),
        }
    }
}

fn join(f: &mut fmt::Formatter<'_>, parts: &[impl fmt::Display], between: &str) -> fmt::Result {
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            f.write_str(between)?;
        }
        write!(f, "{part}")?;
    }
    Ok(())
}
