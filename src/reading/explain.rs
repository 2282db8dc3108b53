//! What each stage made of a text, in words.

use serde::Serialize;

use super::argument::Filler;
use super::candidate::Candidate;
use super::clause::{Clause, ClauseKind, PhraseIx};
use super::context::Blocked;
use super::engine::Engine;
use super::gap::{Gap, Gaps};
use super::mention::MentionKind;
use super::sentence::SentenceView;
use crate::language::ClaimPattern;
use crate::model::{Antecedent, Claim, EntityId, PartialDate, Span};
use crate::text::Article;

/// What the engine made of a text, stage by stage.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Explanation {
    /// The sentences that name anything, in order.
    pub sentences: Vec<ExplainedSentence>,
    /// What looks as if it ought to give a claim and does not.
    pub gaps: Vec<Gap>,
}

impl Explanation {
    /// Leaves out the sentences that share no byte with a span; the whole text was read, so nothing they refer to is lost.
    pub fn keep(&mut self, span: Span) {
        self.sentences.retain(|sentence| sentence.span.overlaps(span));
        self.gaps.retain(|gap| gap.sentence_span.overlaps(span));
    }
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExplainedSentence {
    /// Its number, counted from 1.
    pub number: usize,
    /// Its bytes.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// Names and titles, and what they were taken to mean.
    pub mentions: Vec<ExplainedMention>,
    /// Dates, and what they were taken to mean.
    pub dates: Vec<(String, Option<PartialDate>)>,
    /// Clauses.
    pub clauses: Vec<ExplainedClause>,
    /// Everything a rule proposed, the strongest first.
    pub candidates: Vec<ExplainedCandidate>,
    /// Words that were taken for something named elsewhere, and the words that named it.
    pub references: Vec<(String, String)>,
    /// The claims.
    pub claims: Vec<Claim>,
}

/// A name or title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExplainedMention {
    /// The words.
    pub text: String,
    /// How it names: `name`, `demonym`, `title` or `given`.
    pub by: &'static str,
    /// What it means; none if that is not known.
    pub means: Vec<EntityId>,
}

/// A verb with its arguments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExplainedClause {
    /// The verb group.
    pub verb: String,
    /// `main`, `relative`, `complement`, `infinitive`, `gerund`, `participle`, `adverbial` or `aside`.
    pub kind: &'static str,
    /// Whether it is passive.
    pub passive: bool,
    /// The subject, its own or shared.
    pub subject: Option<String>,
    /// The objects.
    pub objects: Vec<String>,
    /// The prepositional phrases.
    pub adjuncts: Vec<String>,
    /// The verb above it.
    pub under: Option<String>,
}

/// What a rule proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExplainedCandidate {
    /// The rule.
    pub rule: String,
    /// The claim it would be: subject, relation, object, about.
    pub claim: String,
    /// The words that carry it.
    pub trigger: String,
    /// Where they stand.
    pub span: Span,
    /// What became of it.
    pub fate: String,
}

/// What the engine makes of an article, stage by stage.
pub fn explain(engine: &Engine, article: &Article) -> Explanation {
    let mut explanation = Explanation::default();
    let given: Vec<EntityId> = article.entities.iter().map(|entity| EntityId::from(entity.id.as_str())).collect();
    let reading = engine.read_with(article, Gaps::Collect, &mut |view, candidates, claims| {
        let explainer = Explainer { view, given: &given };
        explanation.sentences.push(explainer.sentence(candidates, claims));
    });
    explanation.gaps = reading.gaps;
    // Grounds come after the sentence they explain; the reading has them all.
    let whole = |claim: &mut Claim| {
        if let Some(read) = reading.claims.iter().find(|read| read.id == claim.id) {
            *claim = read.clone();
        }
    };
    explanation.sentences.iter_mut().flat_map(|sentence| &mut sentence.claims).for_each(whole);
    explanation
}

struct Explainer<'a> {
    view: &'a SentenceView<'a>,
    given: &'a [EntityId],
}

impl Explainer<'_> {
    fn references(&self, claims: &[Claim]) -> Vec<(String, String)> {
        let mut via: Vec<Antecedent> = claims.iter().flat_map(|claim| claim.evidence.via.iter().copied()).collect();
        via.sort();
        via.dedup();
        via.into_iter().map(|via| (self.text(via.span), self.text(via.to))).collect()
    }

    fn sentence(&self, candidates: &[Candidate], claims: &[Claim]) -> ExplainedSentence {
        let view = self.view;
        let whole = view.span(0..view.units.len());
        ExplainedSentence {
            references: self.references(claims),
            number: view.discourse.sentence + 1,
            span: whole,
            text: self.text(whole),
            mentions: view
                .mentions
                .iter()
                .map(|mention| ExplainedMention {
                    text: self.text(mention.span),
                    by: match mention.kind {
                        MentionKind::Name | MentionKind::Seat => "name",
                        MentionKind::Demonym => "demonym",
                        MentionKind::Title => "title",
                        MentionKind::Given => "given",
                    },
                    means: mention.referents.iter().map(|referent| view.table.id(*referent, self.given)).collect(),
                })
                .collect(),
            dates: view
                .times
                .iter()
                .map(|time| {
                    let tokens = &view.words.tokens[time.tokens()];
                    let span = tokens[0].span.join(tokens[tokens.len() - 1].span);
                    (self.text(span), time.date)
                })
                .collect(),
            clauses: (0..view.clauses.clauses.len()).map(|at| self.clause(at)).collect(),
            candidates: candidates.iter().map(|candidate| self.candidate(candidate, claims)).collect(),
            claims: claims.to_vec(),
        }
    }

    fn text(&self, span: Span) -> String {
        span.line_of(self.view.words.text)
    }

    fn phrase(&self, ix: PhraseIx) -> String {
        let groups = &self.view.clauses.phrase(ix).groups;
        let spans = groups.iter().map(|group| self.view.span(self.view.group(*group).units.clone()));
        spans.reduce(Span::join).map(|span| self.text(span)).unwrap_or_default()
    }

    fn verb(&self, clause: &Clause) -> String {
        self.text(self.view.span(self.view.verb(clause).units.clone()))
    }

    fn clause(&self, at: usize) -> ExplainedClause {
        let clause = &self.view.clauses.clauses[at];
        let subject = super::control::subject_phrase(self.view, super::clause::ClauseIx(at));
        let adjunct = |(unit, phrase): &(usize, PhraseIx)| {
            format!("{} {}", self.text(self.view.unit_span(*unit)), self.phrase(*phrase))
        };
        ExplainedClause {
            verb: self.verb(clause),
            kind: kind_name(clause.kind),
            passive: self.view.is_passive(clause),
            subject: subject.map(|phrase| self.phrase(phrase)),
            objects: clause.objects.iter().map(|phrase| self.phrase(*phrase)).collect(),
            adjuncts: clause.adjuncts.iter().map(adjunct).collect(),
            under: clause.governor.map(|governor| self.verb(self.view.clauses.clause(governor))),
        }
    }

    fn candidate(&self, candidate: &Candidate, claims: &[Claim]) -> ExplainedCandidate {
        let id = |filler: &Filler| self.view.table.id(filler.referent, self.given);
        let about = candidate.about.as_ref().map(|about| format!(" about {}", id(about))).unwrap_or_default();
        let claim = format!("{} {} {}{about}", id(&candidate.subject), candidate.relation, id(&candidate.object));
        ExplainedCandidate {
            rule: candidate.rule.to_string(),
            claim,
            trigger: self.text(candidate.trigger),
            span: candidate.trigger,
            fate: self.fate(candidate, claims),
        }
    }

    fn fate(&self, candidate: &Candidate, claims: &[Claim]) -> String {
        match candidate.context.blocked {
            Some(Blocked::Governor(span)) => {
                return format!("held back: no rule knows \"{}\" above it", self.text(span));
            }
            Some(Blocked::Unsaid(span)) => return format!("held back: \"{}\" is said not to be said", self.text(span)),
            Some(Blocked::Owed(span)) => return format!("held back: \"{}\" says that it ought to be", self.text(span)),
            Some(Blocked::Question) => return "held back: it is asked, not said".to_owned(),
            Some(Blocked::DoubleNegation) => return "held back: two negations".to_owned(),
            None => {}
        }
        if candidate.context.requested {
            return "dropped: it is only asked for".to_owned();
        }
        let ends = |claim: &Claim| {
            let (subject, object) = (
                self.view.table.id(candidate.subject.referent, self.given),
                self.view.table.id(candidate.object.referent, self.given),
            );
            claim.rule == candidate.rule
                && ((claim.subject == subject && claim.object == object)
                    || (claim.subject == object && claim.object == subject))
        };
        match claims.iter().find(|claim| ends(claim)) {
            Some(claim) if claim.evidence.trigger == candidate.trigger => format!("won: {}", ClaimPattern::of(claim)),
            Some(_) => "the same claim as a stronger candidate".to_owned(),
            None => match claims.iter().find(|claim| claim.evidence.trigger.overlaps(candidate.trigger)) {
                Some(claim) => format!("lost its words to the rule {}", claim.rule),
                None => "lost its words to a stronger candidate".to_owned(),
            },
        }
    }
}

fn kind_name(kind: ClauseKind) -> &'static str {
    match kind {
        ClauseKind::Main => "main",
        ClauseKind::Relative => "relative",
        ClauseKind::Complement => "complement",
        ClauseKind::Infinitive => "infinitive",
        ClauseKind::Gerund => "gerund",
        ClauseKind::Participle => "participle",
        ClauseKind::Adverbial => "adverbial",
        ClauseKind::Aside => "aside",
        ClauseKind::Question => "question",
    }
}
