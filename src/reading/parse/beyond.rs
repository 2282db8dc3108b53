//! Verbs after "and" that go past a statement to the sentence above it: "says the claims are false and has praised Klow".

use super::Parser;
use crate::reading::clause::{Clause, ClauseKind, PhraseIx};
use crate::reading::grammar::Function;
use crate::reading::lexicon::Forms;
use crate::reading::names::Number;
use crate::reading::table::Sort;
use crate::reading::unit::{Tag, VerbUse};

/// The tense of a verb group, as far as it tells which verbs go together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tense {
    Past,
    Present,
    Modal,
}

impl Parser<'_> {
    /// Whether a joined verb goes on with the sentence above: the statement's subject is not of its number; or it is in the
    /// tense of the verb above ("denied that it opposes the plan and criticised China"); or a comma sets it off from a
    /// subject that does not act.
    pub(super) fn goes_on_above(&self, verb: usize) -> bool {
        let top = self.top();
        let (Some(governor), Some(own)) = (top.governor, top.verb) else { return false };
        if top.kind != ClauseKind::Complement || top.pending.is_some() {
            return false;
        }
        let [above, below] = [governor, own].map(|clause| self.out.clause(clause));
        let fits = |clause: &Clause| {
            let number = self.verb_number(clause.verb).or_else(|| self.phrase_number(clause.subject?));
            self.verb_number(verb).zip(number).is_none_or(|(verb, subject)| verb == subject)
        };
        match (fits(above), fits(below)) {
            (true, false) => return above.subject.is_some(),
            (false, _) => return false,
            (true, true) => {}
        }
        let [own, above_tense, below_tense] = [verb, above.verb, below.verb].map(|verb| self.tense(verb));
        let acts = |subject: Option<PhraseIx>| subject.is_some_and(|subject| self.may_act(subject));
        let set_off = self.comma && acts(above.subject) && !acts(below.subject);
        own == above_tense && (above_tense != below_tense || set_off)
    }

    fn first_of(&self, verb: usize) -> usize {
        let group = &self.groups.verbs[verb];
        let first = group.units.clone().find(|unit| {
            !matches!(self.units[*unit].tag, Tag::Function(Function::Adverb | Function::Not) | Tag::Skip | Tag::Quote)
        });
        first.unwrap_or(group.head)
    }

    fn tense(&self, verb: usize) -> Tense {
        let first = self.first_of(verb);
        let past = self.lexicon.info(self.units[first].word).forms.has(Forms::PAST);
        match self.text(first) {
            "was" | "were" | "had" | "did" => Tense::Past,
            _ if self.units[first].is(Function::Modal) => Tense::Modal,
            _ if past => Tense::Past,
            _ => Tense::Present,
        }
    }

    /// The number that the form of a finite verb shows.
    fn verb_number(&self, verb: usize) -> Option<Number> {
        let first = self.first_of(verb);
        let forms = self.lexicon.info(self.units[first].word).forms;
        match self.text(first) {
            "is" | "was" | "has" | "does" => Some(Number::Singular),
            "are" | "were" | "have" | "do" => Some(Number::Plural),
            _ if self.units[first].tag != Tag::Verb(VerbUse::Finite) => None,
            _ if forms.has(Forms::THIRD) => Some(Number::Singular),
            _ if forms.has(Forms::BASE) && !forms.has(Forms::PAST) => Some(Number::Plural),
            _ => None,
        }
    }

    /// The number of a subject, where it is sure: several groups joined, a plural, a name or a pronoun.
    fn phrase_number(&self, phrase: PhraseIx) -> Option<Number> {
        let [group] = self.out.phrase(phrase).groups.as_slice() else { return Some(Number::Plural) };
        let group = &self.groups.nouns[*group];
        match self.units[group.head].tag {
            Tag::Mention(_) => Some(group.number),
            Tag::Noun => Some(group.number).filter(|number| *number == Number::Plural),
            Tag::Function(Function::Pronoun) => match self.text(group.head) {
                "he" | "she" | "it" => Some(Number::Singular),
                "they" | "we" => Some(Number::Plural),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether a phrase names an actor, or is a pronoun for persons.
    fn may_act(&self, phrase: PhraseIx) -> bool {
        self.out.phrase(phrase).groups.iter().any(|group| {
            let group = &self.groups.nouns[*group];
            match self.units[group.head].tag {
                Tag::Mention(_) => group.sort != Some(Sort::Issue),
                Tag::Function(_) => true,
                _ => false,
            }
        })
    }
}
