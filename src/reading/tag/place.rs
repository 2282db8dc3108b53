//! What stands around a word, as far as it tells a verb from a noun.

use super::{HORIZON, Tagger};
use crate::curation::WordClass;
use crate::reading::grammar::Function;
use crate::reading::lexicon::{Forms, WordInfo};
use crate::reading::mention::MentionKind;
use crate::reading::names::Number;
use crate::reading::unit::{Tag, Unit, VerbUse};
use crate::text::Case;

impl Tagger<'_> {
    /// A form that is also a noun is a verb only after a possible subject and before a possible object.
    pub(super) fn noun_like_verb(&self, at: usize, before: usize) -> bool {
        let subject = matches!(
            self.units[before].tag,
            Tag::Noun | Tag::Mention(_) | Tag::Function(Function::Pronoun | Function::Relative)
        );
        let shared = matches!(self.units[before].tag, Tag::Comma | Tag::Function(Function::Conjunction))
            && (self.units[before].tag == Tag::Comma || self.last_verb(before).is_some())
            && self.after(at).is_some_and(|next| {
                matches!(
                    self.units[next].tag,
                    Tag::Mention(_) | Tag::Function(Function::Determiner | Function::Possessive | Function::Pronoun)
                )
            });
        let negated = at > 0 && self.units[at - 1].is(Function::Not);
        let relative = self.units[before].is(Function::Relative);
        if shared || relative || (negated && subject) || self.after_name_and_adverb(at, before) {
            return true;
        }
        // "that Russia supports the treaty": right after the start of a clause nothing else can be its verb.
        let opens = before.checked_sub(1).is_some_and(|index| {
            matches!(self.units[index].tag, Tag::Function(Function::That | Function::Subordinator | Function::Relative))
        });
        let over_adverb =
            self.units.get(at + 1).is_some_and(|next| next.is(Function::Adverb)) && self.object_starts(at + 1);
        let goes_on = self.object_starts(at)
            || over_adverb
            || self.preposition_after_name(at, before)
            || self.stated_verb(at)
            || self.ends_led_relative(at, before);
        subject && goes_on && !self.finite_seen && (opens || !self.finite_ahead(at))
    }

    /// Whether a unit is a pronoun that can only be a subject.
    pub(super) fn is_subject_pronoun(&self, at: usize) -> bool {
        self.units[at].is(Function::Pronoun)
            && matches!(self.lexicon.text(self.units[at].word), "he" | "she" | "they" | "we" | "i")
    }

    /// "she also fears", "they still back": after a pronoun that is a subject, what agrees with it is its verb.
    pub(super) fn after_pronoun(&self, at: usize, info: &WordInfo, before: usize) -> bool {
        if !self.units[before].is(Function::Pronoun) {
            return false;
        }
        let has = |forms: Forms| info.forms.has(forms);
        match self.lexicon.text(self.units[before].word) {
            "he" | "she" => has(Forms::THIRD) || has(Forms::PAST),
            "they" | "we" | "i" => has(Forms::BASE) || has(Forms::PAST),
            "it" => (has(Forms::THIRD) || has(Forms::PAST)) && self.is_subject_it(at, before),
            _ => false,
        }
    }

    /// "knows it still supports the plan"; in "gave it supports" and "for it supports" it is no subject.
    fn is_subject_it(&self, at: usize, it: usize) -> bool {
        let led = it.checked_sub(1).is_some_and(|index| {
            let unit = &self.units[index];
            let gives = matches!(unit.tag, Tag::Verb(_)) && self.lexicon.verb_is(unit.word, WordClass::GivingVerb);
            gives || matches!(unit.tag, Tag::Function(Function::Preposition | Function::To))
        });
        let opens = it.checked_sub(1).is_some_and(|index| {
            matches!(self.units[index].tag, Tag::Function(Function::That | Function::Relative | Function::Subordinator))
        });
        let third = self.info(at).forms.has(Forms::THIRD);
        let adverb = self.units[at - 1].is(Function::Adverb);
        !led && (opens || (third && (adverb || self.object_starts(at))))
    }

    /// "Borduria now fears the League": a name, an adverb, and what may be a verb with an object.
    pub(super) fn after_name_and_adverb(&self, at: usize, before: usize) -> bool {
        matches!(self.units[before].tag, Tag::Mention(_))
            && before + 1 < at
            && self.units[at - 1].is(Function::Adverb)
            && self.strict_object(at)
    }

    /// Whether what follows can begin nothing but an object, or the subject of a statement.
    pub(super) fn strict_object(&self, at: usize) -> bool {
        self.after(at).is_some_and(|next| {
            matches!(
                self.units[next].tag,
                Tag::Mention(_) | Tag::Function(Function::Determiner | Function::Possessive | Function::Pronoun)
            )
        })
    }

    /// "The ministers, of course, blame the League": a plural that nothing governs, an aside, a form with an object.
    pub(super) fn after_plural_and_aside(&self, at: usize, close: usize) -> bool {
        if self.units[close].tag != Tag::Comma || !self.strict_object(at) {
            return false;
        }
        let Some(open) = self.plain_aside_start(close).filter(|open| *open > 0) else { return false };
        let plural = match self.units[open - 1].tag {
            Tag::Noun => self.is_plural(open - 1) || self.pair_before(open),
            Tag::Mention(mention) => self.mentions[mention].number == Number::Plural || self.pair_before(open),
            _ => self.is_plural_quantifier(open - 1),
        };
        plural && self.stands_first(open) && !self.finite_ahead(at)
    }

    /// "both", "many": what stands for several.
    pub(super) fn is_plural_quantifier(&self, at: usize) -> bool {
        self.units[at].is(Function::Determiner)
            && matches!(
                self.lexicon.text(self.units[at].word),
                "both" | "many" | "several" | "few" | "some" | "all" | "these" | "those"
            )
    }

    /// Whether "and" joins what ends before a unit to what stands first: "Japan and India,".
    fn pair_before(&self, open: usize) -> bool {
        (0..open).rev().take(4).any(|index| {
            self.units[index].is(Function::Conjunction) && self.lexicon.text(self.units[index].word) == "and"
        })
    }

    /// Whether only noun groups, with what prepositions lead, stand between the start of a clause and a unit.
    fn stands_first(&self, end: usize) -> bool {
        let stops = (0..end).rev().take(HORIZON).find(|index| {
            !matches!(
                self.units[*index].tag,
                Tag::Noun
                    | Tag::Mention(_)
                    | Tag::Number
                    | Tag::PossessiveMark
                    | Tag::Hyphen
                    | Tag::Quote
                    | Tag::Skip
                    | Tag::Function(
                        Function::Determiner | Function::Possessive | Function::Preposition | Function::Conjunction
                    )
            )
        });
        let opens = |index: usize| {
            matches!(self.units[index].tag, Tag::Break | Tag::Function(Function::That | Function::Subordinator))
        };
        stops.is_none_or(opens)
    }

    /// The comma that opens an aside of adverbs, or one that a preposition leads, which another comma closes.
    fn plain_aside_start(&self, close: usize) -> Option<usize> {
        let open = (0..close).rev().take(10).find(|index| {
            matches!(
                self.units[*index].tag,
                Tag::Comma | Tag::Break | Tag::Verb(_) | Tag::Function(Function::Conjunction)
            )
        });
        let open = open.filter(|index| self.units[*index].tag == Tag::Comma && index + 1 < close)?;
        let adverbial = |unit: &Unit| {
            matches!(
                unit.tag,
                Tag::Function(Function::Adverb | Function::Preposition | Function::PrepositionOrSubordinator)
            )
        };
        adverbial(&self.units[open + 1]).then_some(open)
    }

    /// Whether a noun ends a group that begins with a determiner and stands first in its clause: "its criticism focuses on".
    pub(super) fn ends_subject(&self, last: usize) -> bool {
        let inside =
            |index: &usize| matches!(self.units[*index].tag, Tag::Noun | Tag::Mention(_) | Tag::PossessiveMark);
        let first = last + 1 - (0..=last).rev().take_while(inside).count();
        let determiner = first.checked_sub(1).filter(|index| {
            matches!(self.units[*index].tag, Tag::Function(Function::Determiner | Function::Possessive))
        });
        let Some(determiner) = determiner.filter(|_| first <= last) else { return false };
        let before = determiner.checked_sub(1).map(|index| self.units[index].tag);
        matches!(before, None | Some(Tag::Comma | Tag::Break | Tag::Function(Function::That | Function::Conjunction)))
    }

    /// "the dam, to which Japan objects, will": a name right after "to which", then the end of the clause.
    fn ends_led_relative(&self, at: usize, before: usize) -> bool {
        let led = before.checked_sub(2).is_some_and(|index| {
            self.units[index + 1].is(Function::Relative)
                && matches!(self.units[index].tag, Tag::Function(Function::Preposition | Function::To))
        });
        let ends = self.after(at).is_none_or(|next| {
            matches!(
                self.units[next].tag,
                Tag::Comma | Tag::Break | Tag::Function(Function::Be | Function::Have | Function::Do | Function::Modal)
            )
        });
        led && ends && matches!(self.units[before].tag, Tag::Mention(_))
    }

    /// "that the pact cost too much": a statement has a verb, and nothing else can be it.
    pub(super) fn stated_verb(&self, at: usize) -> bool {
        let adverb = self.units.get(at + 1).is_some_and(|next| next.is(Function::Adverb));
        adverb && self.after_that(at)
    }

    /// "the objections to the plan focus on": what may be a verb stands between a name and a preposition.
    pub(super) fn preposition_after_name(&self, at: usize, before: usize) -> bool {
        let name = matches!(self.units[before].tag, Tag::Mention(_)) && before + 1 == at;
        (name || self.ends_subject(before))
            && self.after(at).is_some_and(|next| self.units[next].is(Function::Preposition))
    }

    /// "the plan proposed by", "the treaty signed in 1972 bars": a participle, not the past.
    pub(super) fn reduced(&self, at: usize, before: usize) -> bool {
        // "ordered them jailed"
        let complement = self.info(at).complement;
        let verb = || (0..before).rev().take(8).find(|index| matches!(self.units[*index].tag, Tag::Verb(_)));
        if complement && verb().is_some_and(|verb| self.lexicon.completes(self.units[at].word, self.units[verb].word)) {
            return true;
        }
        let Some(mut next) = self.after(at) else { return false };
        // "sailors held hostage by"
        if self.lexicon.completes(self.units[next].word, self.units[at].word) && self.units[next].tag == Tag::Noun {
            let Some(beyond) = self.after(next) else { return self.finite_before(before) };
            next = beyond;
        }
        let by = self.lexicon.text(self.units[next].word) == "by";
        let tag = self.units[next].tag;
        let open = matches!(tag, Tag::Function(Function::Preposition | Function::Adverb | Function::To) | Tag::Time(_));
        let after_passive = matches!(self.units[before].tag, Tag::Function(Function::Conjunction))
            && self.last_verb(before) == Some(VerbUse::Participle);
        let speech = self.lexicon.verb_is(self.units[at].word, WordClass::Speech);
        let tail = open
            && self.units[before].tag == Tag::Comma
            && !self.series_ahead(at)
            && (self.finite_before(before) || self.finite_beyond(at));
        by || (open && !speech && self.in_object(before))
            || (open && after_passive)
            || (open && !speech && self.finite_ahead(at))
            || tail
    }

    /// "lifted sanctions imposed on": whether a noun stands after a finite verb of the same stretch, which has its own.
    fn in_object(&self, noun: usize) -> bool {
        let mut found = false;
        for index in (0..=noun).rev().take(12) {
            let unit = &self.units[index];
            match unit.tag {
                // "said sanctions imposed": what is reported has a verb of its own.
                Tag::Verb(usage) if !found => {
                    let reports = |class: WordClass| self.lexicon.verb_is(unit.word, class);
                    if reports(WordClass::Speech) || reports(WordClass::Opinion) {
                        return false;
                    }
                    found = usage == VerbUse::Finite;
                }
                Tag::Function(Function::Be | Function::Have | Function::Do | Function::Modal) => {
                    found |= !matches!(self.lexicon.text(unit.word), "be" | "been" | "being" | "having");
                }
                Tag::Comma | Tag::Break => return found,
                Tag::Function(
                    Function::Subordinator | Function::PrepositionOrSubordinator | Function::Relative | Function::That,
                ) => return false,
                Tag::Function(Function::Conjunction | Function::Pronoun) if !found => return false,
                _ => {}
            }
        }
        found
    }

    /// "is to issue a statement": after a cue that is itself "be to" only a verb can come.
    pub(super) fn after_is_to(&self, at: usize) -> bool {
        let cue = at.checked_sub(1).map(|before| &self.units[before]).filter(|unit| unit.cue.is_some());
        let info = self.info(at);
        cue.is_some_and(|cue| matches!(self.lexicon.text(cue.word), "is to" | "are to" | "was to" | "were to"))
            && info.forms.has(Forms::BASE)
            && self.units[at].case == Case::Lower
    }

    /// Whether what follows can begin an object.
    pub(super) fn object_starts(&self, at: usize) -> bool {
        self.after(at).is_some_and(|index| match self.units[index].tag {
            Tag::Mention(_) | Tag::Noun | Tag::Number => true,
            Tag::Function(function) => matches!(
                function,
                Function::Determiner | Function::Possessive | Function::Pronoun | Function::To | Function::That
            ),
            _ => false,
        })
    }

    /// "Russian" by itself is no subject.
    pub(super) fn only_adjective(&self, at: usize) -> bool {
        let Tag::Mention(mention) = self.units[at].tag else { return false };
        let bare = at == 0 || !self.units[at - 1].is(Function::Determiner);
        bare && self.mentions[mention].kind == MentionKind::Demonym && !self.ends_in_s(at)
    }

    pub(super) fn is_demonym(&self, at: usize) -> bool {
        matches!(self.units[at].tag, Tag::Mention(mention)
            if self.mentions[mention].kind == MentionKind::Demonym && !self.ends_in_s(at))
    }

    pub(super) fn noun_next(&self, at: usize) -> bool {
        self.after(at).is_some_and(|next| self.units[next].tag == Tag::Noun)
    }

    /// "a fresh warning": what stands between "a" and a noun that is also a verb's form.
    pub(super) fn after_article_and_adjective(&self, adjective: usize) -> bool {
        let article = adjective.checked_sub(1).is_some_and(|index| {
            self.units[index].is(Function::Determiner)
                && matches!(self.lexicon.text(self.units[index].word), "a" | "an")
                || self.units[index].is(Function::Possessive)
        });
        article && self.units[adjective].tag == Tag::Noun && !self.info(adjective).noun && !self.ends_in_s(adjective)
    }

    /// "Should Japan reject the plan, ...": the subject stands between "should", the first word, and its verb.
    pub(super) fn inverted_condition(&self, at: usize) -> bool {
        let opens = self.lexicon.text(self.units[0].word) == "should";
        let only_nouns = (1..at).all(|index| {
            matches!(
                self.units[index].tag,
                Tag::Noun | Tag::Mention(_) | Tag::Function(Function::Determiner | Function::Conjunction)
            )
        });
        opens && only_nouns && at < HORIZON && self.units[at..].iter().take(HORIZON).any(|unit| unit.tag == Tag::Comma)
    }

    /// "Klow, Szohod sign": a headline's comma for "and".
    pub(super) fn headline_pair(&self, last: usize) -> bool {
        let mentions = |at: usize| matches!(self.units[at].tag, Tag::Mention(_));
        last == 2 && mentions(0) && self.units[1].tag == Tag::Comma && mentions(2)
    }

    /// The comma that opens an aside of speech which another closes: "the ministers, he said, support".
    pub(super) fn aside_start(&self, close: usize) -> Option<usize> {
        let said = close.checked_sub(1).filter(|_| self.units[close].tag == Tag::Comma)?;
        let speech = self.units[said].tag == Tag::Verb(VerbUse::Finite)
            && self.lexicon.verb_is(self.units[said].word, WordClass::Speech);
        let open = (0..said).rev().take(8).find(|index| {
            !matches!(
                self.units[*index].tag,
                Tag::Noun | Tag::Mention(_) | Tag::Function(Function::Determiner | Function::Pronoun)
            )
        })?;
        (speech && self.units[open].tag == Tag::Comma).then_some(open)
    }
}
