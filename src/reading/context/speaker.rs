//! Who says so: subjects of speech, owners of statements, and what stands aside.

use super::{Context, Voiced};
use crate::curation::{Argument, Gives, WordClass};
use crate::model::{Cue, CueKind, Span};
use crate::reading::argument::{fillers, owner};
use crate::reading::clause::{Clause, ClauseIx, ClauseKind, PhraseIx};
use crate::reading::control::{phrase_of, subject_phrase};
use crate::reading::operator;
use crate::reading::sentence::SentenceView;
use crate::reading::unnamed::unnamed;

impl Context {
    /// "Graustark's statement that": the noun's owner speaks.
    pub(super) fn speech_noun(&mut self, view: &SentenceView<'_>, clause: &Clause) {
        let Some(group) = clause.completes.filter(|_| clause.kind == ClauseKind::Complement) else { return };
        if !view.is(view.group(group).head, WordClass::SpeechNoun) {
            return;
        }
        let phrase = phrase_of(view, group);
        let owners = phrase.map(|phrase| owner(view, phrase, group, &[Argument::Actor])).unwrap_or_default();
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
        if let Some(source) = view.clauses.source {
            self.speakers.extend(voiced(view, source));
        }
    }
}

/// Who speaks when a phrase is the subject of speech: the actors it names, or the words themselves.
fn voiced(view: &SentenceView<'_>, phrase: PhraseIx) -> Vec<Voiced> {
    let named = fillers(view, phrase, &[Argument::Actor]);
    if !named.is_empty() {
        return named.into_iter().map(|filler| Voiced::Actor(filler.referent)).collect();
    }
    unnamed(view, phrase).map(|speaker| Voiced::Unnamed(speaker.span, speaker.of)).into_iter().collect()
}
