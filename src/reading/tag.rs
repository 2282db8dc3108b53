//! Which words are verbs, from their forms and their place.

mod finite;
mod number;
mod place;
mod split;

use super::grammar::{self, Function};
use super::lexicon::{Forms, Lexicon, WordInfo};
use super::mention::Mention;
use super::unit::{Tag, Unit, VerbUse};
use crate::curation::WordClass;
use crate::text::Case;

/// How many units are looked at on either side: keeps tagging linear.
const HORIZON: usize = 40;

struct Tagger<'a> {
    units: &'a mut [Unit],
    mentions: &'a [Mention],
    lexicon: &'a Lexicon,
    /// Whether all of the sentence is in capitals, so that they tell nothing.
    upper: bool,
    /// Whether the stretch since the last break has a finite verb.
    finite_seen: bool,
}

/// Tells verbs from nouns, in place, left to right.
#[inline(never)]
pub fn tag_verbs(units: &mut [Unit], mentions: &[Mention], lexicon: &Lexicon) {
    split::rejoin_auxiliaries(units, lexicon);
    let upper = units.iter().filter(|unit| unit.tag == Tag::Noun).all(|unit| unit.case != Case::Lower);
    let mut tagger = Tagger { units, mentions, lexicon, upper, finite_seen: false };
    for at in 0..tagger.units.len() {
        tagger.settle_function(at);
        tagger.visit(at);
    }
}

impl Tagger<'_> {
    fn visit(&mut self, at: usize) {
        match self.units[at].tag {
            Tag::Noun => {
                if let Some(verb) = self.verb(at) {
                    self.units[at].tag = Tag::Verb(verb);
                    let speech = self.lexicon.verb_is(self.units[at].word, WordClass::Speech);
                    self.finite_seen = if verb == VerbUse::Finite { !speech } else { self.finite_seen };
                }
            }
            Tag::Function(Function::Be | Function::Have | Function::Do | Function::Modal) => self.finite_seen = true,
            Tag::Comma | Tag::Break => self.finite_seen = false,
            Tag::Function(
                Function::That
                | Function::Relative
                | Function::Subordinator
                | Function::PrepositionOrSubordinator
                | Function::Conjunction,
            ) => {
                self.finite_seen = false;
            }
            _ => {}
        }
    }

    /// Function words whose work depends on their neighbours: "since that time", "neither supports nor opposes".
    fn settle_function(&mut self, at: usize) {
        if !matches!(self.units[at].tag, Tag::Function(_)) {
            return;
        }
        let before = at.checked_sub(1).map(|before| self.units[before].tag);
        let led = matches!(
            before,
            Some(Tag::Function(Function::Preposition | Function::To | Function::PrepositionOrSubordinator))
        );
        if self.units[at].is(Function::That) && led {
            self.units[at].tag = Tag::Function(Function::Determiner);
        }
        let word = self.lexicon.text(self.units[at].word);
        // "has since left", "A and B have all opposed"
        let since = word == "since" && before == Some(Tag::Function(Function::Have));
        let counts = matches!(word, "all" | "both" | "each") && self.verb_next(at);
        let floats = counts
            && !matches!(
                before,
                None | Some(Tag::Function(Function::Preposition | Function::Conjunction) | Tag::Comma)
            );
        // "they both back the plan"
        let floats = floats
            || (matches!(word, "all" | "both" | "each")
                && at.checked_sub(1).is_some_and(|before| self.is_subject_pronoun(before))
                && self.units.get(at + 1).is_some_and(|next| self.lexicon.info(next.word).forms.has(Forms::BASE)));
        if since || floats {
            self.units[at].tag = Tag::Function(Function::Adverb);
        }
        let neither = self.lexicon.text(self.units[at].word) == "neither";
        // "would neither flood ... nor"
        let bare = matches!(before, Some(Tag::Function(Function::Modal | Function::Do | Function::To)));
        if neither && (bare || self.verb_next(at)) {
            self.units[at].tag = Tag::Function(Function::Not);
        }
    }

    /// Whether the next word may be a finite verb or a participle.
    fn verb_next(&self, at: usize) -> bool {
        self.units.get(at + 1).is_some_and(|next| {
            let forms = self.lexicon.info(next.word).forms;
            next.tag == Tag::Noun && (forms.has(Forms::THIRD) || forms.has(Forms::PAST) || forms.has(Forms::PARTICIPLE))
        })
    }

    fn info(&self, at: usize) -> &WordInfo {
        self.lexicon.info(self.units[at].word)
    }

    /// The last unit before that tells something about this one; adverbs, "not" and quotes do not.
    fn before(&self, at: usize) -> Option<usize> {
        (0..at).rev().take(HORIZON).find(|index| {
            !matches!(self.units[*index].tag, Tag::Function(Function::Adverb | Function::Not) | Tag::Quote | Tag::Skip)
        })
    }

    fn after(&self, at: usize) -> Option<usize> {
        (at + 1..self.units.len()).take(4).find(|index| !matches!(self.units[*index].tag, Tag::Quote | Tag::Skip))
    }

    /// How a possible verb is used here, if it is one.
    fn verb(&mut self, at: usize) -> Option<VerbUse> {
        let info = self.info(at);
        let hyphen = |index: Option<usize>| {
            index.is_some_and(|index| self.units.get(index).is_some_and(|u| u.tag == Tag::Hyphen))
        };
        if hyphen(at.checked_sub(1)) || hyphen(Some(at + 1)) {
            return None;
        }
        let before = self.before(at);
        // "hit back at", "took back its words"
        let particle = info.function == Some(Function::Adverb)
            && before.is_some_and(|index| matches!(self.units[index].tag, Tag::Verb(_)))
            && (self.after(at).is_none_or(|next| self.units[next].is(Function::Preposition)) || self.object_starts(at));
        if particle {
            self.units[at].tag = Tag::Function(Function::Adverb);
            return None;
        }
        let states = before.is_some_and(|index| self.leads_statement(at, index)) && self.units[at].case == Case::Lower;
        if states || self.after_is_to(at) {
            return Some(VerbUse::Finite);
        }
        if let Some(tag) = before.map(|index| self.units[index].tag)
            && let Some(led) = self.led(at, info, tag)
        {
            return led;
        }
        let first = before.is_none();
        let name_like = self.units[at].case != Case::Lower && !first && !self.upper;
        if info.forms == Forms::default() || name_like {
            return None;
        }
        self.finite(at, info, before).or_else(|| self.non_finite(at, info, before))
    }

    /// Verbs that the word before decides: after "to", auxiliaries, determiners, prepositions.
    fn led(&self, at: usize, info: &WordInfo, before: Tag) -> Option<Option<VerbUse>> {
        let unknown = info.forms == Forms::default() && !info.noun && !info.adjective;
        let has = |forms: Forms| info.forms.has(forms);
        let verb = match before {
            // "is opposed to sending"
            Tag::Function(Function::To) if has(Forms::GERUND) => {
                (!info.noun || self.object_starts(at)).then_some(VerbUse::Gerund)
            }
            Tag::Function(Function::To) => {
                let nominal = info.noun && !self.object_starts(at);
                (has(Forms::BASE) && !(nominal && self.noun_before_to(at))).then_some(VerbUse::Base)
            }
            Tag::Function(Function::Modal) => {
                (has(Forms::BASE) || (unknown && self.object_starts(at))).then_some(VerbUse::Base)
            }
            Tag::Function(Function::Do) if has(Forms::BASE) => Some(VerbUse::Base),
            Tag::Function(Function::Have) if has(Forms::PARTICIPLE) => Some(VerbUse::Participle),
            Tag::Function(Function::Be) if has(Forms::PARTICIPLE) => Some(VerbUse::Participle),
            Tag::Function(Function::Be) if has(Forms::GERUND) => Some(VerbUse::Gerund),
            Tag::Function(Function::Be | Function::Have | Function::Do) => None,
            Tag::Function(Function::Determiner | Function::Possessive) | Tag::PossessiveMark | Tag::Number => None,
            Tag::Function(Function::Preposition) => {
                (has(Forms::GERUND) && (!info.noun || self.object_starts(at))).then_some(VerbUse::Gerund)
            }
            _ => return None,
        };
        Some(verb)
    }

    /// "commitment to talks": "to" after a noun may be a preposition.
    fn noun_before_to(&self, at: usize) -> bool {
        let to = self.before(at).and_then(|to| self.before(to));
        to.is_some_and(|index| matches!(self.units[index].tag, Tag::Noun | Tag::Mention(_)))
    }

    fn finite(&self, at: usize, info: &WordInfo, before: Option<usize>) -> Option<VerbUse> {
        let before = before?;
        let tag = self.units[before].tag;
        let subject = matches!(
            tag,
            Tag::Noun
                | Tag::Mention(_)
                | Tag::Time(_)
                | Tag::Number
                | Tag::Function(Function::Pronoun | Function::Relative | Function::That)
        );
        let joined = matches!(tag, Tag::Comma | Tag::Function(Function::Conjunction) | Tag::Break);
        let counted = info.noun && grammar::COUNTS.contains(&self.lexicon.text(self.units[before].word));
        if !(subject || joined) || counted || self.only_adjective(before) {
            return None;
        }
        if self.after_pronoun(at, info, before) {
            return Some(VerbUse::Finite);
        }
        if info.forms.has(Forms::THIRD) && (!info.noun || self.noun_like_verb(at, before)) {
            return Some(VerbUse::Finite);
        }
        if info.forms.has(Forms::PAST) && (!info.noun || self.noun_like_verb(at, before)) {
            let participle = info.forms.has(Forms::PARTICIPLE) && self.reduced(at, before);
            return Some(if participle { VerbUse::Participle } else { VerbUse::Finite });
        }
        self.base(at, info, before)
    }

    /// Base forms as plural presents ("Russia and China oppose"), or joined to an earlier base form.
    fn base(&self, at: usize, info: &WordInfo, before: usize) -> Option<VerbUse> {
        if self.after_plural_and_aside(at, before) && info.forms.has(Forms::BASE) {
            return Some(VerbUse::Finite);
        }
        if !info.forms.has(Forms::BASE) || (info.adjective && !self.object_starts(at)) {
            return None;
        }
        let joined = matches!(self.units[before].tag, Tag::Comma | Tag::Function(Function::Conjunction));
        if joined {
            let earlier = self.last_verb(before)?;
            let fits = !info.noun || self.object_starts(at);
            if fits && self.aside_start(before).is_some_and(|start| self.plural_before(start)) {
                return Some(VerbUse::Finite);
            }
            return (fits && earlier == VerbUse::Base).then_some(VerbUse::Base).or_else(|| {
                let agrees = earlier == VerbUse::Finite && self.plural_before(before) || self.plural_auxiliary(before);
                (fits && !info.noun && agrees).then_some(VerbUse::Finite)
            });
        }
        let subjunctive = self.after_that(before);
        let inverted = self.inverted_condition(at);
        let agrees = inverted || self.plural_before(at) || subjunctive || self.headline_pair(before);
        let bare = !info.noun && !self.finite_seen;
        let noun_like = info.noun && agrees && self.noun_like_verb(at, before);
        (noun_like || (!info.noun && agrees) || (bare && subjunctive)).then_some(VerbUse::Finite)
    }

    fn non_finite(&self, at: usize, info: &WordInfo, before: Option<usize>) -> Option<VerbUse> {
        let tag = before.map(|index| self.units[index].tag);
        if before.is_some_and(|index| self.only_adjective(index)) {
            return None;
        }
        // "the Russian fishing fleet": between an adjective of place and a noun.
        if before.is_some_and(|index| self.is_demonym(index)) && self.noun_next(at) {
            return None;
        }
        // "at its last meeting the ministers"
        let ordinal =
            before.is_some_and(|index| grammar::ORDINALS.contains(&self.lexicon.text(self.units[index].word)));
        if info.noun && (ordinal || before.is_some_and(|index| self.after_article_and_adjective(index))) {
            return None;
        }
        if info.forms.has(Forms::GERUND) {
            return (!info.noun || self.object_starts(at)).then_some(VerbUse::Gerund);
        }
        let follows = matches!(
            tag,
            None | Some(Tag::Noun | Tag::Mention(_) | Tag::Comma | Tag::Time(_) | Tag::Function(Function::Conjunction))
        );
        let leads = self.after(at).is_some_and(|index| {
            matches!(
                self.units[index].tag,
                Tag::Function(
                    Function::Preposition | Function::To | Function::Adverb | Function::Subordinator | Function::That
                ) | Tag::Time(_)
            )
        });
        (info.forms.has(Forms::PARTICIPLE) && follows && leads).then_some(VerbUse::Participle)
    }
}
