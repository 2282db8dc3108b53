//! What is wrong with the data, and where.

use super::source::Place;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The item or value cannot be used.
    Error,
    /// It can be used, and is likely a mistake.
    Warning,
    /// Worth knowing.
    Note,
}

/// What sort of thing is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "`name` says the same in words")]
pub enum Code {
    Unreadable,
    Syntax,
    UnknownKind,
    UnknownField,
    MissingField,
    WrongValue,
    UnknownId,
    WrongKind,
    BadId,
    DuplicateId,
    DuplicateName,
    AmbiguousName,
    OfficeDates,
    OfficeOverlap,
    NoExamples,
    MatchesNothing,
    NoRelation,
    Cycle,
    BadColor,
    Empty,
    BadPattern,
    BadWording,
    BadExtend,
    Unused,
    TooMany,
    BadExample,
    FailedExample,
    ShadowedName,
    LetterCase,
    OrdinaryWord,
    OfficeGap,
    NoAliases,
    NoRules,
    Unmentioned,
    NeverFired,
}

impl Code {
    /// The name that messages show in brackets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Syntax => "syntax",
            Self::UnknownKind => "unknown-kind",
            Self::UnknownField => "unknown-field",
            Self::MissingField => "missing-field",
            Self::WrongValue => "wrong-value",
            Self::UnknownId => "unknown-id",
            Self::WrongKind => "wrong-kind",
            Self::BadId => "bad-id",
            Self::DuplicateId => "duplicate-id",
            Self::DuplicateName => "duplicate-name",
            Self::AmbiguousName => "ambiguous-name",
            Self::OfficeDates => "office-dates",
            Self::OfficeOverlap => "office-overlap",
            Self::NoExamples => "no-examples",
            Self::MatchesNothing => "matches-nothing",
            Self::NoRelation => "no-relation",
            Self::Cycle => "cycle",
            Self::BadColor => "bad-color",
            Self::Empty => "empty",
            Self::BadPattern => "bad-pattern",
            Self::BadWording => "bad-wording",
            Self::BadExtend => "bad-extend",
            Self::Unused => "unused",
            Self::TooMany => "too-many",
            Self::BadExample => "bad-example",
            Self::FailedExample => "failed-example",
            Self::ShadowedName => "shadowed-name",
            Self::LetterCase => "letter-case",
            Self::OrdinaryWord => "ordinary-word",
            Self::OfficeGap => "office-gap",
            Self::NoAliases => "no-aliases",
            Self::NoRules => "no-rules",
            Self::Unmentioned => "unmentioned",
            Self::NeverFired => "never-fired",
        }
    }
}

/// Another place that has to do with a diagnostic.
#[derive(Clone, Debug)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is there.
    pub label: String,
}

/// One thing that is wrong, where, and what to do.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What sort of thing it is.
    pub code: Code,
    /// What is wrong, in lower case.
    pub message: String,
    /// Where.
    pub place: Place,
    /// What to write under the place; may be empty.
    pub label: String,
    /// Other places that have to do with it.
    pub related: Vec<Related>,
    /// What to do.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A diagnostic without label, related places or help.
    pub fn new(severity: Severity, code: Code, message: impl Into<String>, place: Place) -> Self {
        let message = message.into();
        Self { severity, code, message, place, label: String::new(), related: Vec::new(), help: None }
    }

    /// An error.
    pub fn error(code: Code, message: impl Into<String>, place: Place) -> Self {
        Self::new(Severity::Error, code, message, place)
    }

    /// A warning.
    pub fn warning(code: Code, message: impl Into<String>, place: Place) -> Self {
        Self::new(Severity::Warning, code, message, place)
    }

    /// The same with words under the place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// The same with advice, if there is any.
    #[must_use]
    pub fn help(mut self, help: impl Into<Option<String>>) -> Self {
        self.help = help.into();
        self
    }

    /// The same with another place.
    #[must_use]
    pub fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push(Related { place, label: label.into() });
        self
    }
}

/// Sorts by file and position, then by what is said, so that the order of finding leaves no trace.
pub(super) fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| {
        (a.place.order(), a.severity, a.code, &a.message).cmp(&(b.place.order(), b.severity, b.code, &b.message))
    });
}
