//! One or several: whether a subject agrees with the form of a plural.

use super::{HORIZON, Tagger};
use crate::reading::grammar::Function;
use crate::reading::names::Number;
use crate::reading::unit::{Ending, Tag};

impl Tagger<'_> {
    /// Whether the subject before is plural: a plural noun or pronoun, or two joined.
    pub(super) fn plural_before(&self, at: usize) -> bool {
        let mut joined = false;
        for index in (0..at).rev().take(12) {
            match self.units[index].tag {
                Tag::Function(Function::Conjunction) => joined = true,
                Tag::Function(Function::Pronoun) => {
                    return joined || matches!(self.lexicon.text(self.units[index].word), "they" | "we" | "you" | "i");
                }
                Tag::Function(Function::Relative) => return true,
                // "countries that oppose"
                Tag::Function(Function::That) if index + 1 == at => {}
                Tag::Mention(mention) if joined || self.mentions[mention].number == Number::Plural => return true,
                Tag::Noun if joined || self.is_plural(index) => return true,
                Tag::Verb(_) | Tag::Break | Tag::Function(Function::That | Function::Subordinator) => return false,
                _ => {}
            }
        }
        false
    }

    /// "are united in it and warn": whether the last verb has an auxiliary of a plural.
    pub(super) fn plural_auxiliary(&self, at: usize) -> bool {
        let Some(verb) = (0..at).rev().take(HORIZON).find(|index| matches!(self.units[*index].tag, Tag::Verb(_)))
        else {
            return false;
        };
        let plural = |index: usize| matches!(self.lexicon.text(self.units[index].word), "are" | "were" | "have");
        (0..verb).rev().take(3).any(plural)
    }

    pub(super) fn is_plural(&self, at: usize) -> bool {
        let info = self.info(at);
        info.singular.is_some() || (info.function.is_none() && self.ends_in_s(at))
    }

    pub(super) fn ends_in_s(&self, at: usize) -> bool {
        self.units[at].ending == Ending::Plural
    }
}
