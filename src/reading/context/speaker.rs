//! Who says so: subjects of speech, owners of statements, and what stands aside.

use super::{Context, Voiced};
use crate::curation::{Argument, Gives, WordClass};
use crate::model::{Cue, CueKind, Span};
use crate::reading::argument::{fillers, owner};
use crate::reading::clause::{Clause, ClauseIx, ClauseKind, PhraseIx};
use crate::reading::control::{phrase_of, subject_phrase};
use crate::reading::operator;
use crate::reading::sentence::SentenceView;
use crate::reading::unit::Tag;
use crate::reading::unnamed::unnamed;

impl Context {
    /// "Graustark's statement that": the noun's owner speaks.
    pub(super) fn speech_noun(&mut self, view: &SentenceView<'_>, clause: &Clause) {
        let Some(group) = clause.completes.filter(|_| clause.kind == ClauseKind::Complement) else { return };
        if !view.is(view.group(group).head, WordClass::SpeechNoun) {
            return;
        }
        let phrase = phrase_of(view, group);
        let mut owners = phrase.map(|phrase| owner(view, phrase, group, &[Argument::Actor])).unwrap_or_default();
        if owners.is_empty() {
            // "a statement by Tokyo that"
            let after = |word| phrase.and_then(|phrase| view.complement(phrase, view.lexicon.id(word)));
            let givers = ["by", "from", "of"].into_iter().find_map(after);
            owners = givers.map(|givers| fillers(view, givers, &[Argument::Actor])).unwrap_or_default();
        }
        self.speakers.extend(owners.into_iter().map(|filler| Voiced::Actor(filler.referent)));
        self.cues.push(Cue { kind: CueKind::Speech, span: view.unit_span(view.group(group).head) });
    }

    pub(super) fn speaker(&mut self, view: &SentenceView<'_>, clause: ClauseIx, cue: Span) {
        if let Some(phrase) = subject_phrase(view, clause) {
            self.speakers.extend(voiced(view, phrase));
            self.cues.push(Cue { kind: CueKind::Speech, span: cue });
        }
    }

    /// ", the sources said," and "according to": they speak for the whole sentence.
    pub(super) fn asides(&mut self, view: &SentenceView<'_>, clause: Option<ClauseIx>) {
        for (at, aside) in view.clauses.clauses.iter().enumerate().filter(|(_, c)| c.kind == ClauseKind::Aside) {
            if clause != Some(ClauseIx(at)) {
                self.speaker(view, ClauseIx(at), view.verb_span(aside));
                let owed = clause.and_then(|clause| operator::of_obligation(view, aside, view.clauses.clause(clause)));
                self.requested |= owed.is_some_and(|found| found.gives == Gives::Requested);
            }
        }
        self.source(view, |within| !within, clause);
    }

    /// "said that, according to Seoul,": a source named inside what is said is nearer to it than the one who says it.
    pub(super) fn inner_source(&mut self, view: &SentenceView<'_>, clause: ClauseIx) {
        self.source(view, |within| within, Some(clause));
    }

    fn source(&mut self, view: &SentenceView<'_>, wanted: impl Fn(bool) -> bool, clause: Option<ClauseIx>) {
        let Some(source) = view.clauses.source.filter(|source| speaks(view, *source)) else { return };
        let start = view.clauses.phrase(source).groups.first().map_or(0, |group| view.group(*group).units.start);
        let governor = clause.and_then(|clause| view.clauses.clause(clause).governor);
        let within = governor.is_some_and(|governor| view.verb(view.clauses.clause(governor)).units.end <= start)
            && clause.is_some_and(|clause| start < view.verb(view.clauses.clause(clause)).units.start);
        if wanted(within) {
            self.speakers.extend(voiced(view, source));
        }
    }
}

/// Whether what stands after "according to" can say anything: "according to custom" nobody speaks.
fn speaks(view: &SentenceView<'_>, source: PhraseIx) -> bool {
    let named = !fillers(view, source, &[Argument::Actor]).is_empty();
    let head = view.clauses.phrase(source).groups.first().map(|group| view.group(*group).head);
    named
        || head.is_some_and(|head| {
            let noun = [WordClass::UnnamedSpeaker, WordClass::SpeechNoun].iter().any(|class| view.is(head, *class));
            noun || matches!(view.units[head].tag, Tag::Mention(_))
        })
}

/// Who speaks when a phrase is the subject of speech: the actors it names, or the words themselves.
fn voiced(view: &SentenceView<'_>, phrase: PhraseIx) -> Vec<Voiced> {
    let named = fillers(view, phrase, &[Argument::Actor]);
    if !named.is_empty() {
        return named.into_iter().map(|filler| Voiced::Actor(filler.referent)).collect();
    }
    unnamed(view, phrase).map(|speaker| Voiced::Unnamed(speaker.span, speaker.of)).into_iter().collect()
}
