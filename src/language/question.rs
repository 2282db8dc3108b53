//! Questions in their formal form, and how they print.

use std::collections::BTreeMap;
use std::fmt;

use super::{LanguageError, Lexicon, question_parser};
use crate::model::{Date, EntityId, Modality, PartialDate, RelationId};

/// A question in its formal form.
///
/// ```text
/// find   = atom {"and" atom} {"since" DATE | "until" DATE} ["," MODALITY]
/// stand  = TERM "?stance" TERM {"since" DATE | "until" DATE}
/// atom   = TERM ["not"] RELATION TERM ["about" TERM] ["because" TERM] ["said by" TERM]
/// TERM   = NAME | NAME "+" | "?" VARIABLE [":" KIND] | "who" | "what"
/// KIND   = "state" | "organisation" | "official" | "office" | "group" | "issue" | "ground" | "actor"
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// What fits all atoms.
    Find(Find),
    /// Where an actor stands on an issue.
    Stand(Stand),
}

impl Question {
    /// Reads a question in its formal form or in one of the English forms that are translated into it.
    pub fn parse(text: &str, lexicon: &impl Lexicon) -> Result<Self, LanguageError> {
        question_parser::question(text, lexicon)
    }
}

/// Atoms that must all hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    /// What must hold.
    pub atoms: Vec<Atom>,
    /// How real the claims must be.
    pub modality: Modality,
    /// When they must be dated.
    pub period: Period,
}

impl Find {
    /// The variables with their kinds, in the order of their first use.
    pub fn variables(&self) -> Vec<Variable> {
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        let mut variables: Vec<Variable> = Vec::new();
        for variable in self.atoms.iter().flat_map(Atom::terms).filter_map(Term::variable) {
            match kinds.get(variable.name.as_str()).and_then(|at| variables.get_mut(*at)) {
                Some(known) => known.kind = known.kind.or(variable.kind),
                None => {
                    kinds.insert(&variable.name, variables.len());
                    variables.push(variable.clone());
                }
            }
        }
        variables
    }
}

/// A question for all stances of an actor on an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// Who.
    pub actor: EntityId,
    /// On what.
    pub issue: EntityId,
    /// When.
    pub period: Period,
}

/// The dates that claims must fall between.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first date.
    pub since: Option<PartialDate>,
    /// The last date.
    pub until: Option<PartialDate>,
}

impl Period {
    /// Whether there is neither a first nor a last date.
    pub fn is_open(&self) -> bool {
        self.since.is_none() && self.until.is_none()
    }

    /// Whether a day falls within; partial dates count whole.
    pub fn contains(&self, day: Date) -> bool {
        self.since.is_none_or(|since| since.earliest() <= day) && self.until.is_none_or(|until| day <= until.latest())
    }
}

/// Whether a question is for what is said to be so, or said not to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Claims that assert it.
    Asserted,
    /// Claims that negate or deny it.
    Not,
}

/// One relation that must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Atom {
    /// Who.
    pub subject: Term,
    /// Said to be so, or not to be.
    pub mood: Mood,
    /// Does what.
    pub relation: RelationId,
    /// To whom, or on what.
    pub object: Term,
    /// The issue it is about.
    pub about: Option<Term>,
    /// The reason given.
    pub because: Option<Term>,
    /// Who says so.
    pub said_by: Option<Term>,
}

impl Atom {
    /// Its terms in the order they are written.
    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        [&self.subject, &self.object].into_iter().chain(&self.about).chain(&self.because).chain(&self.said_by)
    }
}

/// Whether an issue stands for itself or for its parts too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// The issue alone.
    Without,
    /// The issue and all its parts: `missile-defence+`.
    With,
}

/// A place of an atom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// Something known.
    Entity {
        /// Its id.
        id: EntityId,
        /// Whether its parts count.
        parts: Parts,
    },
    /// Something asked for.
    Variable(Variable),
}

impl Term {
    /// The variable, if it is one.
    pub fn variable(&self) -> Option<&Variable> {
        match self {
            Self::Variable(variable) => Some(variable),
            Self::Entity { .. } => None,
        }
    }

    /// The entity, if it names one.
    pub fn entity(&self) -> Option<&EntityId> {
        match self {
            Self::Entity { id, .. } => Some(id),
            Self::Variable(_) => None,
        }
    }
}

/// Something asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its name, without the question mark.
    pub name: String,
    /// What it may be.
    pub kind: Option<VariableKind>,
}

/// What a variable may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum VariableKind {
    State,
    Organisation,
    Official,
    Office,
    Group,
    Issue,
    Ground,
    Actor,
}

impl VariableKind {
    /// All kinds.
    pub const ALL: [VariableKind; 8] = [
        Self::State,
        Self::Organisation,
        Self::Official,
        Self::Office,
        Self::Group,
        Self::Issue,
        Self::Ground,
        Self::Actor,
    ];

    /// The lower-case name, as questions write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Organisation => "organisation",
            Self::Official => "official",
            Self::Office => "office",
            Self::Group => "group",
            Self::Issue => "issue",
            Self::Ground => "ground",
            Self::Actor => "actor",
        }
    }

    /// The kind of this name, in the singular or plural.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let name = name.strip_suffix('s').unwrap_or(&name);
        match name {
            "country" | "countrie" => Some(Self::State),
            "organization" => Some(Self::Organisation),
            "person" | "people" => Some(Self::Official),
            _ => Self::ALL.into_iter().find(|kind| kind.name() == name),
        }
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Find(find) => find.fmt(f),
            Self::Stand(stand) => write!(f, "{} ?stance {}{}", stand.actor, stand.issue, stand.period),
        }
    }
}

impl fmt::Display for Find {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, atom) in self.atoms.iter().enumerate() {
            f.write_str(if at == 0 { "" } else { " and " })?;
            atom.fmt(f)?;
        }
        self.period.fmt(f)?;
        if self.modality == Modality::Actual { Ok(()) } else { write!(f, ", {}", self.modality.name()) }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(since) = self.since {
            write!(f, " since {since}")?;
        }
        self.until.map_or(Ok(()), |until| write!(f, " until {until}"))
    }
}

impl fmt::Display for Atom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mood = match self.mood {
            Mood::Asserted => "",
            Mood::Not => "not ",
        };
        write!(f, "{} {mood}{} {}", self.subject, self.relation, self.object)?;
        if let Some(about) = &self.about {
            write!(f, " about {about}")?;
        }
        if let Some(because) = &self.because {
            write!(f, " because {because}")?;
        }
        self.said_by.as_ref().map_or(Ok(()), |speaker| write!(f, " said by {speaker}"))
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Entity { id, parts: Parts::Without } => id.fmt(f),
            Self::Entity { id, parts: Parts::With } => write!(f, "{id}+"),
            Self::Variable(Variable { name, kind: None }) => write!(f, "?{name}"),
            Self::Variable(Variable { name, kind: Some(kind) }) => write!(f, "?{name}:{}", kind.name()),
        }
    }
}
