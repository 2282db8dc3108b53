//! From candidates to claims and gaps: who wins, and what the claim carries.

use std::collections::BTreeSet;

use super::argument::Filler;
use super::candidate::Candidate;
use super::clause::{Clause, ClauseIx, PhraseIx};
use super::compiled::Direction;
use super::context::{Blocked, Context, Voiced};
use super::gap::{Gap, GapKind};
use super::reference::{self, Resolution};
use super::sentence::SentenceView;
use crate::curation::{Argument, World};
use crate::model::{
    Antecedent, Claim, ClaimId, ClaimKey, Cue, DocumentId, EntityId, Evidence, Polarity, Span, Speaker, claim_id,
    principal,
};
use crate::text::Article;

/// Where a sentence comes from.
pub struct Source<'a> {
    /// The world.
    pub world: &'a World,
    /// The article.
    pub article: &'a Article,
    /// Its id.
    pub document: &'a DocumentId,
    /// The ids of the entities that came with it.
    pub given: &'a [EntityId],
    /// The sentence, counted from 1.
    pub sentence: usize,
    /// Its bytes.
    pub span: Span,
}

/// The claims of a sentence: what won.
pub struct Outcome {
    /// The claims, in the order of their triggers.
    pub claims: Vec<Claim>,
}

impl Outcome {
    /// The claims of candidates that come strongest first.
    ///
    /// Equal keys are one claim, and the strongest gives the evidence. Different rules compete where their triggers
    /// overlap: the strongest takes the words.
    pub fn new(view: &SentenceView<'_>, source: &Source<'_>, candidates: &[Candidate], media: &[String]) -> Self {
        let mut claims: Vec<Claim> = Vec::new();
        let mut keys = BTreeSet::new();
        let mut taken: Vec<&Candidate> = Vec::new();
        for candidate in candidates {
            let beaten =
                taken.iter().any(|other| other.rule != candidate.rule && other.trigger.overlaps(candidate.trigger));
            if beaten || candidate.context.blocked.is_some() {
                continue;
            }
            taken.push(candidate);
            if candidate.context.requested {
                continue;
            }
            let claim = claim(view, source, candidate, media);
            // A document may bring its own mentions of what the world knows: two referents, one id.
            if claim.subject == claim.object {
                continue;
            }
            if keys.insert(ClaimKey::of(&claim)) {
                claims.push(claim);
            }
        }
        claims.sort_by(|a, b| (a.evidence.trigger, &a.id).cmp(&(b.evidence.trigger, &b.id)));
        Self { claims }
    }
}

fn claim(view: &SentenceView<'_>, source: &Source<'_>, candidate: &Candidate, media: &[String]) -> Claim {
    let id_of = |filler: &Filler| view.table.id(filler.referent, source.given);
    let (mut subject, mut object) =
        ((id_of(&candidate.subject), &candidate.subject), (id_of(&candidate.object), &candidate.object));
    if candidate.direction == Direction::Mutual && object.0 < subject.0 {
        std::mem::swap(&mut subject, &mut object);
    }
    let about = candidate.about.as_ref().filter(|about| id_of(about) != object.0);
    let context = &candidate.context;
    let mut claim = Claim {
        id: ClaimId::from(""),
        relation: candidate.relation.clone(),
        about: about.map(id_of),
        asks: candidate.asks.map(|span| span.line_of(&source.article.body)),
        sign: candidate.sign,
        polarity: polarity(context),
        modality: context.modality,
        when: context.when,
        formerly: context.formerly,
        place: None,
        speakers: speakers(view, source, context),
        media: media.to_vec(),
        grounds: Vec::new(),
        subject_principal: stands_for(source, &subject.0),
        object_principal: stands_for(source, &object.0),
        derived_from: Vec::new(),
        evidence: evidence(source, candidate, [subject.1, object.1], about),
        rule: candidate.rule.clone(),
        subject: subject.0,
        object: object.0,
    };
    claim.id = claim_id(&ClaimKey::of(&claim));
    claim
}

fn polarity(context: &Context) -> Polarity {
    match (context.denied, context.negations.is_empty()) {
        (true, _) => Polarity::Denied,
        (false, false) => Polarity::Negated,
        (false, true) => Polarity::Asserted,
    }
}

fn speakers(view: &SentenceView<'_>, source: &Source<'_>, context: &Context) -> Vec<Speaker> {
    let mut speakers: Vec<Speaker> = Vec::new();
    for voiced in &context.speakers {
        let speaker = match voiced {
            Voiced::Actor(referent) => Speaker::Actor { actor: view.table.id(*referent, source.given) },
            Voiced::Unnamed(span, of) => Speaker::Unnamed {
                unnamed: span.line_of(&source.article.body),
                of: of.map(|referent| view.table.id(referent, source.given)),
            },
        };
        if !speakers.contains(&speaker) {
            speakers.push(speaker);
        }
    }
    speakers
}

fn stands_for(source: &Source<'_>, actor: &EntityId) -> Option<EntityId> {
    let day = source.article.date?;
    Some(principal(actor, day, source.world)).filter(|principal| principal != actor)
}

fn evidence(
    source: &Source<'_>,
    candidate: &Candidate,
    [subject, object]: [&Filler; 2],
    about: Option<&Filler>,
) -> Evidence {
    let mut cues: Vec<Cue> = candidate.context.cues.clone();
    cues.sort();
    cues.dedup();
    let fillers = [Some(subject), Some(object), about];
    let mut via: Vec<Antecedent> = fillers.into_iter().flatten().filter_map(|filler| filler.via).collect();
    via.sort();
    via.dedup();
    Evidence {
        document: source.document.clone(),
        date: source.article.date,
        publication: source.article.publication.clone(),
        sentence: source.sentence,
        span: source.span,
        text: source.span.of(&source.article.body).to_owned(),
        subject: subject.span,
        trigger: candidate.trigger,
        object: object.span,
        about: about.map(|about| about.span),
        cues,
        via,
    }
}

/// The gaps of a sentence: candidates that were held back, or mentions that nothing joins.
pub fn gaps_of(view: &SentenceView<'_>, source: &Source<'_>, candidates: &[Candidate], outcome: &Outcome) -> Vec<Gap> {
    let gap = |kind, span| Gap { kind, sentence: source.sentence, span, sentence_span: source.span };
    let mut gaps: Vec<Gap> = candidates
        .iter()
        .filter_map(|candidate| candidate.context.blocked.map(|blocked| (blocked, candidate.trigger)))
        .map(|(blocked, trigger)| match blocked {
            Blocked::Governor(span) => gap(GapKind::UnknownGovernor, span),
            Blocked::Unsaid(span) => gap(GapKind::Unsaid, span),
            Blocked::DoubleNegation => gap(GapKind::DoubleNegation, trigger),
            Blocked::Question => gap(GapKind::Question, trigger),
            Blocked::Owed(span) => gap(GapKind::Owed, span),
        })
        .collect();
    gaps.sort_by_key(|gap| (gap.span, gap.kind));
    gaps.dedup();
    if candidates.is_empty() {
        gaps.extend(ambiguous(view).map(|span| gap(GapKind::Ambiguous, span)));
    }
    if outcome.claims.is_empty() && gaps.is_empty() && candidates.is_empty() {
        let verb = |at: ClauseIx| view.span(view.verb(view.clauses.clause(at)).units.clone());
        gaps.extend(unjoined(view).next().map(|at| gap(GapKind::NoRule, verb(at))));
    }
    gaps
}

/// The words in a place of a verb that some rule knows, that may refer to one of several things.
fn ambiguous(view: &SentenceView<'_>) -> impl Iterator<Item = Span> {
    let known = |clause: &&Clause| view.lemmas(clause).any(|lemma| !view.rules.frames_of(lemma).is_empty());
    let phrases =
        view.clauses.clauses.iter().filter(known).flat_map(|clause| clause.subject.iter().chain(&clause.objects));
    let groups = phrases.flat_map(|phrase| view.clauses.phrase(*phrase).groups.iter().map(|group| (*phrase, *group)));
    let unclear = |(phrase, group): &(PhraseIx, usize)| {
        let places = [[Argument::Actor].as_slice(), [Argument::Issue].as_slice()];
        let several = |place: &[Argument]| reference::resolve(view, *phrase, *group, place) == Resolution::Several;
        view.group(*group).referents.is_empty() && places.into_iter().any(several)
    };
    groups.filter(unclear).map(|(_, group)| view.group_span(group))
}

/// The clauses whose subject names an actor and that have another mention after it.
pub fn unjoined(view: &SentenceView<'_>) -> impl Iterator<Item = ClauseIx> {
    let actors = [crate::curation::Argument::Actor];
    let any = [crate::curation::Argument::Actor, crate::curation::Argument::Issue];
    let joins = move |at: ClauseIx| {
        let clause = view.clauses.clause(at);
        let subject = super::control::subject_phrase(view, at);
        let named = subject.is_some_and(|subject| !super::argument::fillers(view, subject, &actors).is_empty());
        let mut phrases = clause.objects.iter().chain(clause.adjuncts.iter().map(|(_, phrase)| phrase));
        named
            && phrases.any(|phrase| !super::argument::fillers(view, *phrase, &any).is_empty())
            && !super::operator::is_speech(view, clause)
    };
    (0..view.clauses.clauses.len()).map(ClauseIx).filter(move |at| joins(*at))
}
