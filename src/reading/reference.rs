//! What "it", "the two countries", "the minister" and "the plan" refer to. Where two things would do, nothing is taken.

mod issue;
mod nearest;
mod pronoun;
mod state;
mod title;

use super::argument::is_pronoun;
use super::clause::PhraseIx;
use super::grammar::Function;
use super::sentence::SentenceView;
use super::table::Referent;
use crate::curation::Argument;
use crate::model::{Antecedent, Span};

pub use issue::part_named_before;
pub use pronoun::possessive;
pub use title::holder_named_before;

/// What a reference comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// What it refers to, and where that stands.
    To(Vec<Referent>, Antecedent),
    /// Two things would do.
    Several,
    /// Nothing that was named.
    Nothing,
}

impl Resolution {
    fn to(referents: Vec<Referent>, span: Span, to: Span) -> Self {
        Self::To(referents, Antecedent { span, to })
    }

    /// This if it decides anything, else the other.
    fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        if self == Self::Nothing { other() } else { self }
    }

    /// The referents with their antecedent, if there is just one reading.
    pub fn found(self) -> Option<(Vec<Referent>, Antecedent)> {
        match self {
            Self::To(referents, via) => Some((referents, via)),
            Self::Several | Self::Nothing => None,
        }
    }
}

/// What a noun group refers back to in a place that takes some arguments, if it refers back at all.
pub fn resolve(view: &SentenceView<'_>, phrase: PhraseIx, at: usize, arguments: &[Argument]) -> Resolution {
    if is_pronoun(view, at) {
        return pronoun::resolve(view, phrase, at, arguments);
    }
    let of_issue = if arguments.contains(&Argument::Issue) { issue::resolve(view, at) } else { Resolution::Nothing };
    of_issue
        .or_else(|| state::resolve(view, phrase, at))
        .or_else(|| if arguments == [Argument::Issue] { Resolution::Nothing } else { title::resolve(view, phrase, at) })
}

/// The issue that "the plan" names again, and where it was named first.
pub fn issue_again(view: &SentenceView<'_>, at: usize) -> Option<(Vec<Referent>, Span)> {
    issue::resolve(view, at).found().map(|(referents, via)| (referents, via.to))
}

/// Whether a group begins with "the" or another word that points back.
fn is_definite(view: &SentenceView<'_>, at: usize) -> bool {
    let first = view.group(at).units.start;
    view.units[first].is(Function::Determiner) && matches!(view.text(first), "the" | "this" | "these" | "both")
}
