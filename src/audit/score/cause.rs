//! Why a coding was missed.

use serde::Serialize;

use super::coding::{Coding, Ends, Label};
use super::gold::Record;
use super::judge::{Judgement, Missed};
use super::predict::{Prediction, Terms};
use crate::curation::World;
use crate::language::ClaimPattern;
use crate::model::{Catalog, EntityId, RelationId};
use crate::reading::{Engine, ExplainedSentence, explain};

/// Whether the causes of what went wrong are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misses {
    /// Only counts are wanted.
    Skip,
    /// Each is explained.
    Explain,
}

/// Why a coding was missed, or a prediction is wrong; in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The text names one of the ends in no way that the data knows.
    NoMention,
    /// No rule with this label has a word in the text.
    NoTrigger,
    /// A rule has a word there, and grammar does not join it to the pair.
    NoLink,
    /// A rule read it, and it was held back: negated, only possible, asked for, or under a verb that no rule knows.
    HeldBack,
    /// Something else was read of the same pair.
    WrongClass,
    /// It was read the wrong way round.
    WrongDirection,
    /// Something was read where nothing of the kind is coded.
    Extra,
}

impl Cause {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::NoMention,
        Self::NoTrigger,
        Self::NoLink,
        Self::HeldBack,
        Self::WrongClass,
        Self::WrongDirection,
        Self::Extra,
    ];
}

/// Something that went wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Miss {
    /// Why.
    pub cause: Cause,
    /// The line of the gold file, counted from 1.
    pub line: usize,
    /// The record's id, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What was coded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gold: Option<String>,
    /// What was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read: Option<String>,
    /// What there is to say of it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// The text, on one line.
    pub text: String,
}

/// How many words of rules are told.
const WORDS: usize = 3;

/// A record, and what is needed to find out what went wrong in it.
pub struct Asked<'a> {
    /// The engine.
    pub engine: &'a Engine,
    /// The terms of the gold file.
    pub terms: &'a Terms<'a>,
    /// The record.
    pub record: &'a Record,
}

impl Asked<'_> {
    /// What went wrong in the record.
    pub fn misses(&self, judgement: &Judgement) -> Vec<Miss> {
        let lost = judgement.missed.iter().any(|missed| missed.instead.is_none());
        let sentences = if lost { explain(self.engine, &self.record.article).sentences } else { Vec::new() };
        let missed = judgement.missed.iter().map(|missed| self.missed(missed, &sentences));
        let extra = judgement.extra.iter().map(|got| self.told(Cause::Extra, None, Some(got), String::new()));
        missed.chain(extra).collect()
    }

    fn told(&self, cause: Cause, gold: Option<&Coding>, read: Option<&Prediction>, detail: String) -> Miss {
        let body = &self.record.article.body;
        Miss {
            cause,
            line: self.record.line,
            id: self.record.article.id.as_ref().map(ToString::to_string),
            gold: gold.map(ToString::to_string),
            read: read.map(|got| got.claim.clone()),
            detail,
            text: body.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }

    fn missed(&self, missed: &Missed, sentences: &[ExplainedSentence]) -> Miss {
        let coding = &missed.coding;
        if let Some(got) = &missed.instead {
            let same = got.coding.label == coding.label && got.coding.subject == coding.object;
            let cause = if same { Cause::WrongDirection } else { Cause::WrongClass };
            return self.told(cause, Some(coding), Some(got), String::new());
        }
        let (cause, detail) = self.cause(coding, sentences);
        self.told(cause, Some(coding), None, detail)
    }

    fn cause(&self, coding: &Coding, sentences: &[ExplainedSentence]) -> (Cause, String) {
        let unnamed = self.unnamed(coding, sentences);
        if !unnamed.is_empty() {
            return (Cause::NoMention, unnamed.join("; "));
        }
        if let Some(why) = self.held_back(coding, sentences) {
            return (Cause::HeldBack, why);
        }
        let words = self.words(coding);
        if words.is_empty() {
            return (Cause::NoTrigger, format!("no rule for {} has a word here", coding.label));
        }
        let together = sentences.iter().any(|one| self.names(one, &coding.subject) && self.names(one, &coding.object));
        let apart = if together { "" } else { "; the ends stand in different sentences" };
        (Cause::NoLink, format!("words of rules: {}{apart}", words.join(", ")))
    }

    fn world(&self) -> &World {
        self.engine.world()
    }

    fn names(&self, sentence: &ExplainedSentence, end: &EntityId) -> bool {
        let mut means = sentence.mentions.iter().flat_map(|mention| &mention.means);
        means.any(|id| self.terms.rolled(self.record, id) == *end)
    }

    /// What there is to say of each end that no sentence names.
    fn unnamed(&self, coding: &Coding, sentences: &[ExplainedSentence]) -> Vec<String> {
        let missing = [&coding.subject, &coding.object].into_iter();
        let missing = missing.filter(|end| !sentences.iter().any(|sentence| self.names(sentence, end)));
        let words = missing.map(|end| match self.terms.scheme.ends {
            Ends::Named if self.world().entity(end).is_none() => format!("`{end}` is not in the data"),
            _ => format!("`{end}` is not named"),
        });
        words.collect()
    }

    /// Why a claim or a candidate of the pair with this label came to nothing.
    fn held_back(&self, coding: &Coding, sentences: &[ExplainedSentence]) -> Option<String> {
        let claims = sentences.iter().flat_map(|sentence| &sentence.claims);
        let mut read = claims.filter(|claim| {
            let ends = self.terms.ends(self.record, claim);
            self.gives(&claim.relation, &coding.label) && ends.is_some_and(|ends| is_pair(coding, &ends.0, &ends.1))
        });
        if let Some(claim) = read.next() {
            return Some(format!("read as `{}` (rule {})", ClaimPattern::of(claim), claim.rule));
        }
        let candidates = sentences.iter().flat_map(|sentence| &sentence.candidates);
        let mut lost = candidates.filter(|candidate| {
            let Ok(claim) = ClaimPattern::parse(&candidate.claim) else { return false };
            let rolled = |id: &EntityId| self.terms.rolled(self.record, id);
            self.gives(&claim.relation, &coding.label)
                && is_pair(coding, &rolled(&claim.subject), &rolled(&claim.object))
        });
        lost.next().map(|candidate| {
            format!("`{}` (rule {}, on \"{}\"): {}", candidate.claim, candidate.rule, candidate.trigger, candidate.fate)
        })
    }

    /// Whether a relation is one that gives a label.
    fn gives(&self, relation: &RelationId, label: &Label) -> bool {
        self.world().relation(relation).is_some_and(|relation| match label {
            Label::Relation(id) => relation.id == *id,
            Label::Class(class) => relation.plover == Some(*class),
            Label::Quad(quad) => relation.plover.is_some_and(|class| class.quad() == *quad),
            Label::Sign(sign) => relation.sign == *sign,
        })
    }

    /// Words of the text that a rule with the label has, with the rule.
    fn words(&self, coding: &Coding) -> Vec<String> {
        let text = &self.record.article.body;
        let mut words: Vec<String> = Vec::new();
        let triggers = self.engine.triggers(text);
        for trigger in triggers.iter().filter(|trigger| self.gives(&trigger.relation, &coding.label)) {
            let word = format!("\"{}\" ({})", trigger.span.of(text), trigger.rule);
            if words.len() < WORDS && !words.contains(&word) {
                words.push(word);
            }
        }
        words
    }
}

/// Whether two ends are the pair of a coding, either way.
fn is_pair(coding: &Coding, one: &EntityId, other: &EntityId) -> bool {
    let ends = (&coding.subject, &coding.object);
    ends == (one, other) || ends == (other, one)
}
