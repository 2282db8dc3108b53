//! Where one noun group ends and another begins, with no word of grammar between them.

use super::{Chunker, HORIZON};
use crate::curation::WordClass;
use crate::reading::grammar::{COUNTS, Function, ORDINALS};
use crate::reading::mention::{Mention, MentionKind};
use crate::reading::unit::{Ending, Tag, Unit};

impl Chunker<'_> {
    /// Whether the noun at a unit belongs to a group of its own, and not to the one that began before it.
    pub(super) fn begins_another(&self, start: usize, at: usize) -> bool {
        self.splits_before(at)
            || self.second_object(start, at)
            || self.predicate(at)
            || self.complement(start, at)
            || self.counts_anew(start, at)
            || self.after_complement(start, at)
    }

    /// "in recent months | Moscow": a name that ends the run does not belong to a plural noun before it.
    fn splits_before(&self, at: usize) -> bool {
        let Tag::Mention(mention) = self.units[at].tag else { return false };
        let mention = &self.mentions[mention];
        let ends = !matches!(
            self.units.get(at + 1).map(|unit| unit.tag),
            Some(Tag::Noun | Tag::Mention(_) | Tag::Hyphen | Tag::PossessiveMark)
        );
        let actor = mention.referents.iter().any(|referent| self.table.sort(*referent).is_actor());
        let before = &self.units[at - 1];
        let named = |mention: &Mention| matches!(mention.kind, MentionKind::Name | MentionKind::Seat);
        match before.tag {
            Tag::Noun => actor && ends && mention.kind != MentionKind::Demonym && before.ending == Ending::Plural,
            Tag::Mention(other) => {
                let other = &self.mentions[other];
                actor && ends && named(mention) && named(other)
            }
            _ => false,
        }
    }

    /// "granted Japan | permission": after a verb with two objects a bare name is the first.
    fn second_object(&self, start: usize, at: usize) -> bool {
        // "gave the Japanese government | support"
        if self.units[start].is(Function::Determiner) && at == start + 2 {
            let actor = match self.units[start + 1].tag {
                Tag::Mention(mention) => {
                    let mention = &self.mentions[mention];
                    mention.kind != MentionKind::Demonym
                        && !mention.referents.is_empty()
                        && mention.referents.iter().all(|referent| self.table.sort(*referent).is_actor())
                }
                _ => false,
            };
            let leads = matches!(
                self.units.get(at + 1).map(|unit| unit.tag),
                Some(Tag::Function(Function::To | Function::Adverb))
            );
            return actor && self.units[at].tag == Tag::Noun && !leads && self.after_giving(start);
        }
        let Tag::Mention(mention) = self.units[start].tag else { return false };
        let name = at == start + 1
            && (self.mentions[mention].kind != MentionKind::Demonym || self.units[start].ending == Ending::Plural);
        name && matches!(self.units[at].tag, Tag::Noun | Tag::Number) && self.after_giving(start)
    }

    fn after_giving(&self, start: usize) -> bool {
        let verb = start.checked_sub(1).filter(|before| matches!(self.units[*before].tag, Tag::Verb(_)));
        verb.is_some_and(|verb| self.lexicon.verb_is(self.units[verb].word, WordClass::GivingVerb))
    }

    /// "officials | critical of the plan": an adjective with its preposition tells of the noun before it.
    fn predicate(&self, at: usize) -> bool {
        let led = || {
            matches!(
                self.units.get(at + 1).map(|unit| unit.tag),
                Some(Tag::Function(Function::Preposition | Function::To))
            )
        };
        let noun = |before: &Unit| match before.tag {
            Tag::Noun => self.lexicon.info(before.word).noun || before.ending == Ending::Plural,
            Tag::Mention(mention) => {
                self.mentions[mention].kind != MentionKind::Demonym || before.ending == Ending::Plural
            }
            _ => false,
        };
        self.units[at].tag == Tag::Noun
            && self.lexicon.info(self.units[at].word).predicate
            && !self.lexicon.info(self.units[at].word).noun
            && led()
            && noun(&self.units[at - 1])
    }

    /// "held officials | hostage": a word that may follow the object of the verb before.
    fn complement(&self, start: usize, at: usize) -> bool {
        let word = self.units[at].word;
        if self.units[at].tag != Tag::Noun || !self.lexicon.info(word).complement {
            return false;
        }
        let ended = match self.units[at - 1].tag {
            Tag::Mention(mention) => {
                self.mentions[mention].kind != MentionKind::Demonym || self.units[at - 1].ending == Ending::Plural
            }
            Tag::Noun => self.lexicon.info(self.units[at - 1].word).noun || self.units[at - 1].ending == Ending::Plural,
            _ => false,
        };
        let verb = (0..start).rev().take(HORIZON).find(|before| matches!(self.units[*before].tag, Tag::Verb(_)));
        ended && verb.is_some_and(|verb| self.lexicon.completes(word, self.units[verb].word))
    }

    /// "freed on bail | two sailors": after a verb a bare noun and its preposition are whole before a number.
    fn counts_anew(&self, start: usize, at: usize) -> bool {
        let count = |unit: &Unit| COUNTS.contains(&self.lexicon.text(unit.word));
        let bare = &self.units[start];
        let [verb, preposition] = [2, 1].map(|back| start.checked_sub(back).map(|before| self.units[before].tag));
        at == start + 1
            && count(&self.units[at])
            && bare.tag == Tag::Noun
            && !ORDINALS.contains(&self.lexicon.text(bare.word))
            && matches!(verb, Some(Tag::Verb(_)))
            && preposition == Some(Tag::Function(Function::Preposition))
            && matches!(self.units.get(at + 1).map(|unit| unit.tag), Some(Tag::Noun | Tag::Mention(_)))
    }

    /// "held hostage | two sailors": a complement right after its verb is whole.
    fn after_complement(&self, start: usize, at: usize) -> bool {
        let verb = start.checked_sub(1).filter(|before| matches!(self.units[*before].tag, Tag::Verb(_)));
        at == start + 1
            && verb.is_some_and(|verb| self.lexicon.completes(self.units[start].word, self.units[verb].word))
            && (matches!(self.units[at].tag, Tag::Mention(_) | Tag::Number)
                || COUNTS.contains(&self.lexicon.text(self.units[at].word)))
    }
}
