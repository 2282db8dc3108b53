//! Which words are verbs, from their forms and their place.

use super::grammar::{self, Function};
use super::lexicon::{Forms, Lexicon, WordInfo};
use super::mention::{Mention, MentionKind};
use super::names::Number;
use super::unit::{Ending, Tag, Unit, VerbUse};
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
        // "hit back at"
        let particle = info.function == Some(Function::Adverb)
            && before.is_some_and(|index| matches!(self.units[index].tag, Tag::Verb(_)))
            && self.after(at).is_none_or(|next| self.units[next].is(Function::Preposition));
        if particle {
            self.units[at].tag = Tag::Function(Function::Adverb);
            return None;
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

    /// A form that is also a noun is a verb only after a possible subject and before a possible object.
    fn noun_like_verb(&self, at: usize, before: usize) -> bool {
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
        if shared || relative || (negated && subject) {
            return true;
        }
        // "that Russia supports the treaty": right after the start of a clause nothing else can be its verb.
        let opens = before.checked_sub(1).is_some_and(|index| {
            matches!(self.units[index].tag, Tag::Function(Function::That | Function::Subordinator | Function::Relative))
        });
        let goes_on = self.object_starts(at) || self.preposition_after_name(at, before) || self.stated_verb(at);
        subject && goes_on && !self.finite_seen && (opens || !self.finite_ahead(at))
    }

    /// Whether a noun ends a group that begins with a determiner and stands first in its clause: "its criticism focuses on".
    fn ends_subject(&self, last: usize) -> bool {
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

    /// "that the pact cost too much": a statement has a verb, and nothing else can be it.
    fn stated_verb(&self, at: usize) -> bool {
        let adverb = self.units.get(at + 1).is_some_and(|next| next.is(Function::Adverb));
        adverb && self.after_that(at)
    }

    /// "the objections to the plan focus on": what may be a verb stands between a name and a preposition.
    fn preposition_after_name(&self, at: usize, before: usize) -> bool {
        let name = matches!(self.units[before].tag, Tag::Mention(_)) && before + 1 == at;
        (name || self.ends_subject(before))
            && self.after(at).is_some_and(|next| self.units[next].is(Function::Preposition))
    }

    /// "the plan proposed by", "the treaty signed in 1972 bars": a participle, not the past.
    fn reduced(&self, at: usize, before: usize) -> bool {
        let Some(next) = self.after(at) else { return false };
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
        by || (open && after_passive) || (open && !speech && self.finite_ahead(at)) || tail
    }

    /// Whether another past form follows after "and": "visited Moscow, met with ministers and signed".
    fn series_ahead(&self, at: usize) -> bool {
        (at + 1..self.units.len()).take(HORIZON).any(|index| {
            self.units[index].is(Function::Conjunction)
                && self.after(index).is_some_and(|next| self.info(next).forms.has(Forms::PAST))
        })
    }

    /// Whether the sentence has a finite verb before a unit.
    fn finite_before(&self, at: usize) -> bool {
        self.units[..at].iter().rev().take(HORIZON).any(|unit| match unit.tag {
            Tag::Verb(verb) => verb == VerbUse::Finite,
            Tag::Function(function) => {
                matches!(function, Function::Be | Function::Have | Function::Do | Function::Modal)
            }
            _ => false,
        })
    }

    /// Whether what may be a finite verb follows a later comma: "the treaty, signed in 1972, bars".
    fn finite_beyond(&self, at: usize) -> bool {
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
    fn finite_ahead(&self, at: usize) -> bool {
        for index in (at + 1..self.units.len()).take(HORIZON) {
            match self.units[index].tag {
                Tag::Comma | Tag::Break => return false,
                Tag::Function(Function::That | Function::Relative | Function::Subordinator | Function::Conjunction) => {
                    return false;
                }
                Tag::Function(Function::Modal | Function::Do) => return true,
                Tag::Function(Function::Be | Function::Have) => {
                    return !matches!(self.lexicon.text(self.units[index].word), "be" | "been" | "being" | "having");
                }
                Tag::Noun if index > at + 1 => {
                    let info = self.info(index);
                    let after_noun = matches!(self.units[index - 1].tag, Tag::Noun | Tag::Mention(_));
                    let finite = info.forms.has(Forms::THIRD) || (info.forms.has(Forms::PAST) && !info.adjective);
                    if finite && !info.noun && after_noun && self.units[index].case == Case::Lower {
                        return true;
                    }
                }
                _ => {}
            }
        }
        false
    }

    /// Whether what follows can begin an object.
    fn object_starts(&self, at: usize) -> bool {
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
    fn only_adjective(&self, at: usize) -> bool {
        let Tag::Mention(mention) = self.units[at].tag else { return false };
        let bare = at == 0 || !self.units[at - 1].is(Function::Determiner);
        bare && self.mentions[mention].kind == MentionKind::Demonym && !self.ends_in_s(at)
    }

    fn is_demonym(&self, at: usize) -> bool {
        matches!(self.units[at].tag, Tag::Mention(mention)
            if self.mentions[mention].kind == MentionKind::Demonym && !self.ends_in_s(at))
    }

    fn noun_next(&self, at: usize) -> bool {
        self.after(at).is_some_and(|next| self.units[next].tag == Tag::Noun)
    }

    fn ends_in_s(&self, at: usize) -> bool {
        self.units[at].ending == Ending::Plural
    }

    /// Whether the subject before is plural: a plural noun or pronoun, or two joined.
    fn plural_before(&self, at: usize) -> bool {
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

    /// "a fresh warning": what stands between "a" and a noun that is also a verb's form.
    fn after_article_and_adjective(&self, adjective: usize) -> bool {
        let article = adjective.checked_sub(1).is_some_and(|index| {
            self.units[index].is(Function::Determiner)
                && matches!(self.lexicon.text(self.units[index].word), "a" | "an")
        });
        article && self.units[adjective].tag == Tag::Noun && !self.info(adjective).noun
    }

    /// "Should Japan reject the plan, ...": the subject stands between "should", the first word, and its verb.
    fn inverted_condition(&self, at: usize) -> bool {
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
    fn headline_pair(&self, last: usize) -> bool {
        let mentions = |at: usize| matches!(self.units[at].tag, Tag::Mention(_));
        last == 2 && mentions(0) && self.units[1].tag == Tag::Comma && mentions(2)
    }

    /// "are united in it and warn": whether the last verb has an auxiliary of a plural.
    fn plural_auxiliary(&self, at: usize) -> bool {
        let Some(verb) = (0..at).rev().take(HORIZON).find(|index| matches!(self.units[*index].tag, Tag::Verb(_)))
        else {
            return false;
        };
        let plural = |index: usize| matches!(self.lexicon.text(self.units[index].word), "are" | "were" | "have");
        (0..verb).rev().take(3).any(plural)
    }

    /// The comma that opens an aside of speech which another closes: "the ministers, he said, support".
    fn aside_start(&self, close: usize) -> Option<usize> {
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

    fn is_plural(&self, at: usize) -> bool {
        let info = self.info(at);
        info.singular.is_some() || (info.function.is_none() && self.ends_in_s(at))
    }

    fn after_that(&self, at: usize) -> bool {
        (0..at).rev().take(6).any(|index| self.units[index].is(Function::That))
    }

    fn last_verb(&self, at: usize) -> Option<VerbUse> {
        (0..at).rev().take(HORIZON).find_map(|index| match self.units[index].tag {
            Tag::Verb(verb) => Some(verb),
            _ => None,
        })
    }
}
