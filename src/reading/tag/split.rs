//! Auxiliaries parted from their verbs: "had last night condemned", "has, the officials said, accused".

use crate::curation::WordClass;
use crate::reading::grammar::Function;
use crate::reading::lexicon::{Forms, Lexicon};
use crate::reading::unit::{Tag, Unit};

/// How many units may stand between an auxiliary and its verb.
const REACH: usize = 14;

/// Puts what parts an auxiliary from its verb before both: "Japan has, he said, accused" reads as "Japan, he said, has accused".
pub fn rejoin_auxiliaries(units: &mut [Unit], lexicon: &Lexicon) {
    let mut at = 0;
    while at < units.len() {
        let splitter = Splitter { units, lexicon };
        match splitter.auxiliary(at).and_then(|which| splitter.parted(at, which)) {
            Some((gap, verb)) if splitter.is_near_time(gap) && verb == gap + 2 => {
                units[gap..verb].iter_mut().for_each(|unit| unit.tag = Tag::Function(Function::Adverb));
            }
            Some((gap, verb)) => {
                units[at..verb].rotate_left(gap - at);
                at = verb;
            }
            None => {}
        }
        at += 1;
    }
}

struct Splitter<'a> {
    units: &'a [Unit],
    lexicon: &'a Lexicon,
}

impl Splitter<'_> {
    fn auxiliary(&self, at: usize) -> Option<Function> {
        match self.units[at].tag {
            Tag::Function(function @ (Function::Have | Function::Be | Function::Modal | Function::Do)) => {
                Some(function)
            }
            _ => None,
        }
    }

    fn qualifies(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| matches!(unit.tag, Tag::Function(Function::Adverb | Function::Not)))
    }

    fn past_adverbs(&self, at: usize) -> usize {
        at + (at..self.units.len()).take(4).take_while(|next| self.qualifies(*next)).count()
    }

    /// Where what parts an auxiliary from its verb begins, and where the verb, with its adverbs, begins.
    fn parted(&self, first: usize, which: Function) -> Option<(usize, usize)> {
        let (mut gap, mut last) = (first + 1, which);
        // "would not have, he said, backed"
        while let Some(unit) = self.units.get(gap).filter(|_| gap < first + 5) {
            match unit.tag {
                Tag::Function(Function::Adverb | Function::Not) => {}
                Tag::Function(function @ (Function::Be | Function::Have)) => last = function,
                _ => break,
            }
            gap += 1;
        }
        let verb = match self.units.get(gap)?.tag {
            Tag::Comma => self.past_aside(gap)?,
            _ => self.past_time(gap, last)?,
        };
        let head = self.past_adverbs(verb);
        self.may_head(head, last).then_some((gap, verb))
    }

    /// "last night": a noun with a word for when, which no date is made of.
    fn is_near_time(&self, gap: usize) -> bool {
        let near = |unit: &Unit| matches!(self.lexicon.text(unit.word), "last" | "next" | "this");
        self.units.get(gap).is_some_and(near) && self.units.get(gap + 1).is_some_and(|unit| unit.tag == Tag::Noun)
    }

    /// "last night", "on Monday", "in recent days" after "has" and "will".
    fn past_time(&self, gap: usize, last: Function) -> Option<usize> {
        let led = usize::from(self.units[gap].is(Function::Preposition));
        let dates = (gap + led..self.units.len()).take(2).take_while(|at| matches!(self.units[*at].tag, Tag::Time(_)));
        let dates = dates.count();
        if self.is_near_time(gap) && self.object_starts(self.past_adverbs(gap + 2)) {
            return Some(gap + 2);
        }
        if dates > 0 {
            return Some(gap + led + dates);
        }
        let nouns = (gap + led..self.units.len()).take(4).take_while(|at| {
            let forms = self.lexicon.info(self.units[*at].word).forms;
            let verb = match last {
                Function::Have => forms.has(Forms::PARTICIPLE),
                _ => forms.has(Forms::BASE),
            };
            matches!(self.units[*at].tag, Tag::Noun | Tag::Number) && !verb || self.units[*at].is(Function::Determiner)
        });
        let end = gap + led + nouns.count();
        let head = self.past_adverbs(end);
        let takes = led == 1 && end > gap + led && matches!(last, Function::Have | Function::Modal);
        (takes && self.object_starts(head)).then_some(end)
    }

    fn object_starts(&self, verb: usize) -> bool {
        self.units.get(verb + 1).is_some_and(|unit| {
            matches!(
                unit.tag,
                Tag::Mention(_) | Tag::Function(Function::Determiner | Function::Possessive | Function::Pronoun)
            )
        })
    }

    /// An aside between two commas, if it begins as one does or tells who speaks.
    fn past_aside(&self, comma: usize) -> Option<usize> {
        let inside = (comma + 1..self.units.len())
            .take(REACH)
            .take_while(|at| !matches!(self.units[*at].tag, Tag::Comma | Tag::Break | Tag::Quote));
        let close = comma + 1 + inside.count();
        let closed = close > comma + 1 && self.units.get(close).is_some_and(|unit| unit.tag == Tag::Comma);
        let opens = closed
            && matches!(
                self.units[comma + 1].tag,
                Tag::Time(_)
                    | Tag::Function(
                        Function::Preposition
                            | Function::To
                            | Function::PrepositionOrSubordinator
                            | Function::Subordinator
                            | Function::Adverb
                    )
            );
        let speaks = closed && self.lexicon.verb_is(self.units[close - 1].word, WordClass::Speech);
        (opens || speaks).then_some(close + 1)
    }

    /// Whether a word can be the verb that an auxiliary waits for.
    fn may_head(&self, at: usize, last: Function) -> bool {
        let Some(unit) = self.units.get(at).filter(|unit| unit.tag == Tag::Noun) else { return false };
        let info = self.lexicon.info(unit.word);
        match last {
            Function::Have => info.forms.has(Forms::PARTICIPLE),
            Function::Be => info.forms.has(Forms::PARTICIPLE) || (info.forms.has(Forms::GERUND) && !info.noun),
            _ => info.forms.has(Forms::BASE),
        }
    }
}
