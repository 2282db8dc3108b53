//! A claim before it has won: who, what, whom, by which rule, on which words.

use super::argument::Filler;
use super::compiled::{Direction, Entry, FrameRow};
use super::context::Context;
use crate::model::{RelationId, RuleId, Sign, Span};

/// A claim before it has won.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The rule.
    pub rule: RuleId,
    /// What it tells.
    pub relation: RelationId,
    /// The relation's sign.
    pub sign: Sign,
    /// Whether the relation holds both ways.
    pub direction: Direction,
    /// Who.
    pub subject: Filler,
    /// Whom, or on what.
    pub object: Filler,
    /// The issue it is about.
    pub about: Option<Filler>,
    /// The words of what is asked.
    pub asks: Option<Span>,
    /// The words that carry the relation.
    pub trigger: Span,
    /// What qualifies it.
    pub context: Context,
    /// The rule's priority.
    pub priority: i32,
    /// How many words the rule's wording has.
    pub length: usize,
}

/// What a rule and its words give to all candidates of one match.
pub struct Match<'a> {
    /// The frame.
    pub frame: &'a FrameRow,
    /// The wording.
    pub entry: &'a Entry,
    /// The words that carry the relation.
    pub trigger: Span,
    /// What qualifies it.
    pub context: Context,
}

impl Match<'_> {
    /// The candidates of every subject with every object, each about the first issue.
    pub fn cross(&self, subjects: &[Filler], objects: &[Filler], about: &[Filler]) -> Vec<Candidate> {
        // "met each other": what holds both ways is told once of two.
        if self.frame.direction == Direction::Mutual && is_each_other(subjects, objects) {
            return self.pairs(subjects, about);
        }
        let pairs = subjects.iter().flat_map(|subject| objects.iter().map(move |object| (subject, object)));
        pairs
            .filter(|(subject, object)| subject.referent != object.referent)
            .map(|(subject, object)| self.candidate(subject, object, about.first()))
            .collect()
    }

    /// The candidates of every pair among actors that do something together.
    pub fn pairs(&self, actors: &[Filler], about: &[Filler]) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        for (at, one) in actors.iter().enumerate() {
            for other in actors.iter().skip(at + 1).filter(|other| other.referent != one.referent) {
                candidates.push(self.candidate(one, other, about.first()));
            }
        }
        candidates
    }

    fn candidate(&self, subject: &Filler, object: &Filler, about: Option<&Filler>) -> Candidate {
        let mut context = self.context.clone();
        for span in [subject.negation.map(|_| subject.span), object.negation.map(|_| object.span)].into_iter().flatten()
        {
            context.negate(span);
        }
        context.modality = context.modality.min(self.frame.modality);
        Candidate {
            rule: self.frame.id.clone(),
            relation: self.frame.relation.clone(),
            sign: self.frame.sign,
            direction: self.frame.direction,
            subject: subject.clone(),
            object: object.clone(),
            about: about.filter(|about| about.referent != object.referent).cloned(),
            asks: None,
            trigger: self.trigger,
            context,
            priority: self.frame.priority,
            length: self.entry.length,
        }
    }
}

fn is_each_other(subjects: &[Filler], objects: &[Filler]) -> bool {
    let same = |(subject, object): (&Filler, &Filler)| subject.referent == object.referent;
    subjects.len() == objects.len() && subjects.len() > 1 && subjects.iter().zip(objects).all(same)
}

/// The order in which candidates win: priority, longer wording, longer trigger, then rule id, then the earlier trigger.
pub fn beats(a: &Candidate, b: &Candidate) -> std::cmp::Ordering {
    let rank = |c: &Candidate| (c.priority, c.length, c.trigger.end - c.trigger.start);
    rank(b).cmp(&rank(a)).then_with(|| a.rule.cmp(&b.rule)).then_with(|| a.trigger.cmp(&b.trigger))
}
