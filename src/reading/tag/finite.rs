//! Where else in the sentence a finite verb stands, or may stand.

use super::{HORIZON, Tagger};
use crate::reading::grammar::Function;
use crate::reading::lexicon::Forms;
use crate::reading::names::Number;
use crate::reading::unit::{Tag, VerbUse};
use crate::text::Case;

impl Tagger<'_> {
    /// Whether another past form follows after "and": "visited Moscow, met with ministers and signed".
    pub(super) fn series_ahead(&self, at: usize) -> bool {
        (at + 1..self.units.len()).take(HORIZON).any(|index| {
            self.units[index].is(Function::Conjunction)
                && self.after(index).is_some_and(|next| self.info(next).forms.has(Forms::PAST))
        })
    }

    /// Whether the sentence has a finite verb before a unit.
    pub(super) fn finite_before(&self, at: usize) -> bool {
        self.units[..at].iter().rev().take(HORIZON).any(|unit| match unit.tag {
            Tag::Verb(verb) => verb == VerbUse::Finite,
            Tag::Function(function) => {
                matches!(function, Function::Be | Function::Have | Function::Do | Function::Modal)
            }
            _ => false,
        })
    }

    /// Whether what may be a finite verb follows a later comma: "the treaty, signed in 1972, bars".
    pub(super) fn finite_beyond(&self, at: usize) -> bool {
        let mut comma = false;
        self.units[at + 1..].iter().take(HORIZON).any(|unit| {
            comma |= unit.tag == Tag::Comma;
            let forms = self.lexicon.info(unit.word).forms;
            let finite = match unit.tag {
                Tag::Function(function) => {
                    matches!(function, Function::Be | Function::Have | Function::Do | Function::Modal)
                }
                Tag::Noun => forms.has(Forms::THIRD) || forms.has(Forms::PAST) || forms.has(Forms::BASE),
                _ => false,
            };
            comma && finite
        })
    }

    /// Whether a sure finite verb follows before the next break.
    pub(super) fn finite_ahead(&self, at: usize) -> bool {
        self.next_finite(at).is_some()
    }

    /// The next sure finite verb before the next break.
    pub(super) fn next_finite(&self, at: usize) -> Option<usize> {
        for index in (at + 1..self.units.len()).take(HORIZON) {
            match self.units[index].tag {
                Tag::Comma | Tag::Break => return None,
                Tag::Function(Function::That | Function::Relative | Function::Subordinator | Function::Conjunction) => {
                    return None;
                }
                Tag::Function(Function::Modal | Function::Do) => return Some(index),
                Tag::Function(Function::Be | Function::Have) => {
                    let non_finite =
                        matches!(self.lexicon.text(self.units[index].word), "be" | "been" | "being" | "having");
                    return (!non_finite).then_some(index);
                }
                Tag::Noun if index > at + 1 => {
                    let info = self.info(index);
                    let after_noun = matches!(self.units[index - 1].tag, Tag::Noun | Tag::Mention(_));
                    let finite = info.forms.has(Forms::THIRD) || (info.forms.has(Forms::PAST) && !info.adjective);
                    if finite && !info.noun && after_noun && self.units[index].case == Case::Lower {
                        return Some(index);
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// "Some allies fear Borduria is backing the plan": a plural, a bare form, and a statement with the only finite verb to
    /// come; in "the arms deal Borduria signed is dead" there are two.
    pub(super) fn leads_statement(&self, at: usize, before: usize) -> bool {
        let bare = self.info(at).forms.has(Forms::BASE) && !self.info(at).adjective;
        let plural = bare
            && before + 1 == at
            && match self.units[before].tag {
                Tag::Noun => self.is_plural(before),
                Tag::Mention(mention) => {
                    self.mentions[mention].number == Number::Plural && !self.only_adjective(before)
                }
                _ => self.is_plural_quantifier(before),
            };
        if !plural || !self.strict_object(at) {
            return false;
        }
        let opens = before.checked_sub(1).is_none_or(|index| {
            matches!(
                self.units[index].tag,
                Tag::Comma | Tag::Break | Tag::Quote | Tag::Function(Function::That | Function::Subordinator)
            )
        });
        let counts = opens && self.is_plural_quantifier(before) && !self.info(at).noun;
        let states = || self.next_finite(at).is_some_and(|verb| !self.finite_ahead(verb));
        counts || (!self.finite_seen && states())
    }

    pub(super) fn after_that(&self, at: usize) -> bool {
        (0..at).rev().take(6).any(|index| self.units[index].is(Function::That))
    }

    pub(super) fn last_verb(&self, at: usize) -> Option<VerbUse> {
        (0..at).rev().take(HORIZON).find_map(|index| match self.units[index].tag {
            Tag::Verb(verb) => Some(verb),
            _ => None,
        })
    }
}
