//! Verb groups: auxiliaries, what negates and qualifies them, and the head.

use std::ops::Range;

use super::{Chunker, HORIZON, VerbGroup, Voice};
use crate::curation::WordClass;
use crate::reading::grammar::Function;
use crate::reading::lexicon::Lexicon;
use crate::reading::unit::{Tag, Unit, VerbUse};

/// The last unit of the verb of a class that a head begins: itself, or "out" in "point out". None if it is not of the class.
pub fn verb_of_class(units: &[Unit], lexicon: &Lexicon, head: usize, class: WordClass) -> Option<usize> {
    let after = |at: usize| units.get(head + 1 + at).map(|unit| unit.word);
    let phrasal = lexicon.phrasal(units[head].word, class, after).map(|length| head + length);
    phrasal.or_else(|| lexicon.verb_is(units[head].word, class).then_some(head))
}

impl Chunker<'_> {
    /// The verb group that starts at a unit; adverbs and "not" before it belong to it.
    pub(super) fn verb_group(&self, start: usize) -> Option<VerbGroup> {
        let mut scan = VerbScan::default();
        let mut at = start;
        loop {
            let unit = self.units.get(at)?;
            match unit.tag {
                Tag::Function(Function::Adverb | Function::Not) => scan.qualify(at, unit, self.lexicon),
                Tag::Skip | Tag::Quote if scan.begun() => {}
                // "has since left"
                Tag::Function(Function::PrepositionOrSubordinator)
                    if scan.last == Some(Function::Have) && self.lexicon.text(unit.word) == "since" => {}
                Tag::Function(
                    function @ (Function::To | Function::Modal | Function::Be | Function::Have | Function::Do),
                ) => {
                    if !scan.auxiliary(function, at, unit, self.lexicon) {
                        return scan.finish_without_head(start, at, self);
                    }
                }
                Tag::Verb(usage) if scan.takes(usage) => return Some(self.with_head(scan, start, at, usage)),
                _ => return scan.finish_without_head(start, at, self),
            }
            at += 1;
            if at == self.units.len() || at - start > HORIZON {
                return scan.finish_without_head(start, at, self);
            }
        }
    }

    /// The group once its head verb is found; adverbs after the head qualify it too.
    fn with_head(&self, mut scan: VerbScan, start: usize, head: usize, usage: VerbUse) -> VerbGroup {
        let mut end = head + 1;
        while self.units.get(end).is_some_and(|unit| unit.is(Function::Adverb)) {
            scan.qualify(end, &self.units[end], self.lexicon);
            end += 1;
        }
        let passive = usage == VerbUse::Participle && scan.last != Some(Function::Have);
        let voice = if passive { Voice::Passive } else { Voice::Active };
        let usage = scan.usage.unwrap_or(usage);
        scan.group(start..end, head, usage, voice, false)
    }
}

/// A verb group as it is scanned.
#[derive(Default)]
struct VerbScan {
    infinitive: Option<usize>,
    usage: Option<VerbUse>,
    last: Option<Function>,
    last_at: usize,
    negations: Vec<usize>,
    cues: Vec<(usize, WordClass)>,
    yet: Option<usize>,
}

impl VerbScan {
    fn begun(&self) -> bool {
        self.last.is_some()
    }

    fn qualify(&mut self, at: usize, unit: &Unit, lexicon: &Lexicon) {
        if lexicon.text(unit.word) == "yet" {
            self.yet = Some(at);
        }
        use WordClass::{Conditional, Formerly, Likely, Negation, Obligation, Planned, Possible};
        // What is unlikely is likely not to be.
        let unlikely = lexicon.text(unit.word) == "unlikely";
        if unlikely || unit.has_class(Negation, lexicon) || (unit.is(Function::Not) && unit.cue.is_none()) {
            self.negations.push(at);
        }
        for class in [Formerly, Possible, Likely, Planned, Conditional, Obligation] {
            if unit.has_class(class, lexicon) {
                self.cues.push((at, class));
            }
        }
    }

    /// Takes an auxiliary; false if it cannot belong to the group so far.
    fn auxiliary(&mut self, function: Function, at: usize, unit: &Unit, lexicon: &Lexicon) -> bool {
        let non_finite = matches!(lexicon.text(unit.word), "be" | "been" | "being" | "having");
        let fits = match (self.last, function) {
            (None, _) => true,
            (Some(Function::Be), Function::To) => true,
            (Some(Function::Have), Function::To) => self.yet.is_some(),
            (Some(Function::To | Function::Modal), Function::Be | Function::Have) => true,
            (Some(Function::Have | Function::Be), Function::Be) => non_finite,
            _ => false,
        };
        if !fits {
            return false;
        }
        match (self.last, function) {
            (None, Function::To) => {
                self.infinitive = Some(at);
                self.usage = Some(VerbUse::Base);
            }
            // "has yet to sign" has not.
            (Some(Function::Have), Function::To) => self.negations.extend(self.yet),
            // "is to visit" is a plan.
            (Some(Function::Be), Function::To) => self.cues.push((at, WordClass::Planned)),
            (None, _) => {
                self.usage = Some(match lexicon.text(unit.word) {
                    "being" | "having" => VerbUse::Gerund,
                    "been" => VerbUse::Participle,
                    "be" => VerbUse::Base,
                    _ => VerbUse::Finite,
                });
            }
            _ => {}
        }
        self.last = Some(function);
        self.last_at = at;
        self.qualify(at, unit, lexicon);
        true
    }

    /// Whether a verb form can be the head after what was scanned.
    fn takes(&self, usage: VerbUse) -> bool {
        match self.last {
            None => true,
            Some(Function::To | Function::Modal | Function::Do) => usage == VerbUse::Base,
            Some(Function::Have) => usage == VerbUse::Participle,
            Some(Function::Be) => matches!(usage, VerbUse::Participle | VerbUse::Gerund),
            _ => false,
        }
    }

    /// A group that ends in an auxiliary: "is", "has" and "did" are verbs too; "to" and modals alone are not.
    fn finish_without_head(self, start: usize, end: usize, chunker: &Chunker<'_>) -> Option<VerbGroup> {
        let last = self.last?;
        if matches!(last, Function::To | Function::Modal)
            && (start..end)
                .all(|at| !matches!(chunker.units[at].tag, Tag::Function(Function::Be | Function::Have | Function::Do)))
        {
            return None;
        }
        let end = end.max(self.last_at + 1);
        let usage = self.usage.unwrap_or(VerbUse::Finite);
        let head = self.last_at;
        Some(self.group(start..end, head, usage, Voice::Active, last == Function::Be))
    }

    fn group(self, units: Range<usize>, head: usize, usage: VerbUse, voice: Voice, copula: bool) -> VerbGroup {
        let Self { infinitive, negations, cues, .. } = self;
        VerbGroup { units, head, usage, voice, copula, infinitive, negations, cues }
    }
}
