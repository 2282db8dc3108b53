//! What a pattern cannot mean.

use std::fmt;

use crate::curation::suggest::did_you_mean;
use crate::curation::{Argument, pattern::Role};
use crate::model::Span;

/// What a pattern cannot mean, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// What is wrong.
    pub fault: PatternFault,
    /// The bytes of the pattern that are wrong.
    pub span: Span,
}

/// What is wrong with a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PatternFault {
    /// There is nothing in it.
    Empty,
    /// There is nothing between two bars or brackets.
    EmptyAlternative,
    /// A bracket, quote or `<` is never closed.
    Unclosed {
        /// The opening character.
        open: char,
    },
    /// A closing bracket without an opening one.
    Stray {
        /// The closing character.
        close: char,
    },
    /// A bar outside brackets.
    BareBar,
    /// A `?` with nothing before it.
    NothingOptional,
    /// A `?` after something that is optional already.
    AlreadyOptional,
    /// Quotes with nothing between them.
    EmptyLiteral,
    /// `..` without a number from 1 to 8.
    GapSize,
    /// A gap at the start or the end of the pattern.
    GapAtEnd,
    /// Two gaps in a row.
    GapAfterGap,
    /// `<` and `>` with no id between them.
    EmptyEntity,
    /// A capture without the kinds it may be.
    NoKinds {
        /// The role.
        role: Role,
    },
    /// A capture of something that is no role.
    UnknownRole {
        /// As written.
        name: String,
    },
    /// A capture of something that is no kind.
    UnknownKind {
        /// As written.
        name: String,
    },
    /// A kind named twice in one capture.
    KindTwice {
        /// The kind.
        kind: Argument,
    },
    /// A role captured twice on one way through the pattern.
    RoleTwice {
        /// The role.
        role: Role,
    },
    /// Nothing in it must be there.
    AllOptional,
    /// `{` and `}` with no id between them.
    EmptyGroup,
    /// A group that is not known.
    UnknownGroup {
        /// Its id as written.
        id: String,
    },
    /// A group of which nothing could be read; that has been told where it stands.
    LostGroup {
        /// Its id.
        id: String,
    },
    /// A group within a group.
    GroupInGroup,
    /// It stands for too many wordings.
    TooManyWordings {
        /// How many it may stand for.
        most: usize,
    },
    /// All rules together stand for too much.
    TooMuch,
    /// A part of patterns in the wording of a rule.
    NotInWording {
        /// The character it begins with.
        character: char,
    },
    /// Brackets nested too deeply.
    TooDeep,
    /// A character that means nothing here.
    UnknownCharacter {
        /// The character.
        character: char,
    },
}

impl PatternFault {
    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        let help = match self {
            Self::BareBar => "put the alternatives in brackets: `(a|b)`",
            Self::GapSize => "a gap is `..1` to `..8`: at most that many tokens",
            Self::GapAtEnd => "a gap joins what stands before and after it; leave this one out",
            Self::AlreadyOptional => "leave out the second `?`; a gap may be empty as it is",
            Self::NothingOptional => "put `?` right after a word or a bracket",
            Self::NoKinds { .. } => "say what it may be: `<subject:Actor>`, `<object:Actor|Issue>`, `<about:Issue>`",
            Self::UnknownRole { name } => {
                let known: Vec<&str> = Role::ALL.iter().map(|role| role.name()).collect();
                return did_you_mean(name, &known).or_else(|| Some(format!("the roles are {}", known.join(", "))));
            }
            Self::UnknownKind { name } => {
                let known: Vec<&str> = Argument::ALL.iter().map(|kind| kind.name()).collect();
                return did_you_mean(name, &known).or_else(|| Some(format!("the kinds are {}", known.join(", "))));
            }
            Self::GroupInGroup => "write out its words, or use both groups side by side: `({one}|{other})`",
            Self::TooManyWordings { .. } => "make several of it, or leave out what nobody writes",
            Self::TooMuch => "use smaller groups, or fewer of them in one wording",
            Self::NotInWording { .. } => {
                "a wording has words, `(one|other)`, `(maybe)?` and `{group}`; a `Pattern` has more"
            }
            Self::UnknownCharacter { character: '>' } => "an entity or capture begins with `<`",
            Self::UnknownCharacter { .. } => "put it in quotes to match it as it stands",
            _ => return None,
        };
        Some(help.to_owned())
    }
}

impl fmt::Display for PatternFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the pattern is empty"),
            Self::EmptyAlternative => f.write_str("an alternative is empty"),
            Self::Unclosed { open } => write!(f, "`{open}` is never closed"),
            Self::Stray { close } => write!(f, "`{close}` closes nothing"),
            Self::BareBar => f.write_str("`|` outside brackets"),
            Self::NothingOptional => f.write_str("`?` with nothing before it"),
            Self::AlreadyOptional => f.write_str("`?` after what is optional already"),
            Self::EmptyLiteral => f.write_str("the quotes hold no word"),
            Self::GapSize => f.write_str("`..` without a number from 1 to 8"),
            Self::GapAtEnd => f.write_str("a gap at an end of the pattern"),
            Self::GapAfterGap => f.write_str("two gaps in a row"),
            Self::EmptyEntity => f.write_str("`<>` without an id"),
            Self::NoKinds { role } => write!(f, "the capture `{}` does not say what it may be", role.name()),
            Self::UnknownRole { name } => write!(f, "`{name}` is no role"),
            Self::UnknownKind { name } => write!(f, "`{name}` is no kind"),
            Self::KindTwice { kind } => write!(f, "the kind `{}` is named twice", kind.name()),
            Self::RoleTwice { role } => write!(f, "`{}` is captured twice", role.name()),
            Self::AllOptional => f.write_str("every part of it is optional"),
            Self::EmptyGroup => f.write_str("`{}` without an id"),
            Self::UnknownGroup { id } => write!(f, "unknown group `{id}`"),
            Self::LostGroup { id } => write!(f, "the group `{id}` has no words that could be read"),
            Self::GroupInGroup => f.write_str("a group of words cannot refer to a group"),
            Self::TooManyWordings { most } => write!(f, "this stands for more than {most} wordings"),
            Self::TooMuch => f.write_str("the rules together stand for more wordings than can be held"),
            Self::NotInWording { character } => write!(f, "`{character}` means nothing in a wording"),
            Self::TooDeep => f.write_str("brackets are nested too deeply"),
            Self::UnknownCharacter { character } => write!(f, "`{character}` means nothing here"),
        }
    }
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.fault)
    }
}

impl std::error::Error for PatternError {}
