//! When: the date of a clause, and what kind of bound its preposition makes of it.

use super::Context;
use crate::model::{Cue, CueKind, Modality, Span, When, WhenKind};
use crate::reading::clause::{Clause, ClauseIx, ClauseKind, PhraseIx};
use crate::reading::operator;
use crate::reading::sentence::SentenceView;
use crate::reading::time::Outlook;
use crate::reading::unit::Tag;

impl Context {
    /// The date of the clause itself; a clause of speech dates the speech, not what is said.
    pub fn date(&mut self, view: &SentenceView<'_>, at: ClauseIx) {
        let mut clause = view.clauses.clause(at);
        for _ in 0..4 {
            if let Some(when) = self.date_of(view, &clause.times).or_else(|| self.circumstance(view, clause)) {
                self.when = Some(when);
                return;
            }
            // "agreed in 1998 to cooperate" dates the agreement, which is as near as the text comes.
            match (clause.kind, clause.governor) {
                (ClauseKind::Infinitive, Some(governor)) => clause = view.clauses.clause(governor),
                _ => break,
            }
        }
        let first = view.clauses.clauses.iter().position(|clause| !matches!(clause.kind, ClauseKind::Aside));
        let dated_by_front = first.is_some_and(|first| {
            let opening = &view.clauses.clauses[first];
            ClauseIx(first) == at
                || (clause.governor == Some(ClauseIx(first))
                    && operator::is_speech(view, opening)
                    && opening.subject.is_some())
        });
        if dated_by_front {
            self.when = self.date_of(view, &view.clauses.fronted_times);
        }
    }

    /// "during a trip taken last October": the date of what it happened at; "as early as during" makes a bound of it.
    fn circumstance(&mut self, view: &SentenceView<'_>, clause: &Clause) -> Option<When> {
        let (unit, event) = *clause.adjuncts.iter().find(|(unit, _)| view.text(*unit) == "during")?;
        let own =
            |phrase: &PhraseIx| *phrase == event || view.clauses.following(event).any(|following| following == *phrase);
        let taken = view.clauses.clauses.iter().find(|clause| {
            clause.kind == ClauseKind::Participle && !clause.times.is_empty() && clause.antecedents.iter().any(own)
        })?;
        let when = self.date_of(view, &taken.times)?;
        let bound = unit >= 3 && ["as", "early", "as"].iter().zip(unit - 3..).all(|(word, at)| view.text(at) == *word);
        Some(if bound { When { kind: WhenKind::By, earliest: None, ..when } } else { when })
    }

    fn date_of(&mut self, view: &SentenceView<'_>, times: &[(Option<usize>, usize)]) -> Option<When> {
        times.iter().find_map(|(preposition, unit)| {
            let (when, span) = self.when_of(view, *preposition, *unit)?;
            self.cues.push(Cue { kind: CueKind::Time, span });
            Some(when)
        })
    }

    fn when_of(&self, view: &SentenceView<'_>, preposition: Option<usize>, unit: usize) -> Option<(When, Span)> {
        let Tag::Time(at) = view.units[unit].tag else { return None };
        let mention = view.times.get(at)?;
        let to_come = matches!(self.modality, Modality::Planned | Modality::Likely | Modality::Possible);
        let outlook = if to_come { Outlook::Ahead } else { Outlook::Past };
        let kind = match preposition.map(|unit| view.text(unit)) {
            Some("since") => WhenKind::Since,
            Some("until" | "till") => WhenKind::Until,
            Some("by" | "before") => WhenKind::By,
            Some("through" | "throughout") => WhenKind::Through,
            Some("after") => return None,
            Some("from") if mention.last.is_none() => return None,
            _ => WhenKind::At,
        };
        Some((mention.when(kind, outlook, view.day)?, view.unit_span(unit)))
    }
}
