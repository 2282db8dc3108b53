//! The nearest sentence that names what a reference asks for.

use crate::model::Span;
use crate::reading::discourse::Centre;
use crate::reading::reference::Resolution;
use crate::reading::sentence::SentenceView;
use crate::reading::table::Referent;

/// How many things a reference asks for, and how many sentences back they may stand.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// How many.
    pub count: usize,
    /// How far back.
    pub back: usize,
}

/// Where something was named.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The sentence, counted from 0.
    pub sentence: usize,
    /// How central it was.
    pub centre: Centre,
}

/// What a sentence names of what is asked for.
struct Step {
    sentence: usize,
    referents: Vec<Referent>,
    span: Span,
}

/// The things that `accept` makes of what was named before a place, in the nearest sentence that names as many as are wanted.
///
/// Sentences nearer by must name nothing else, and together with it no more than are wanted.
pub fn nearest(
    view: &SentenceView<'_>,
    span: Span,
    wanted: Wanted,
    accept: impl Fn(Referent, Place) -> Option<Referent>,
) -> Resolution {
    let mut all: Vec<Referent> = Vec::new();
    let mut joined: Option<Span> = None;
    for Step { sentence, referents, span: to } in steps(view, span, accept) {
        if sentence + wanted.back < view.discourse.sentence {
            break;
        }
        let enough = referents.len() >= wanted.count;
        let known = all.iter().all(|referent| referents.contains(referent));
        for referent in &referents {
            if !all.contains(referent) {
                all.push(*referent);
            }
        }
        if all.len() > wanted.count {
            return Resolution::Several;
        }
        if all.len() == wanted.count {
            let to = if enough && known { to } else { joined.map_or(to, |joined| joined.join(to)) };
            return Resolution::to(all, span, to);
        }
        joined = Some(joined.map_or(to, |joined| joined.join(to)));
    }
    Resolution::Nothing
}

/// What each sentence names, this one first.
fn steps(view: &SentenceView<'_>, span: Span, accept: impl Fn(Referent, Place) -> Option<Referent>) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut add = |referents: &[Referent], span: Span, place: Place| {
        for referent in referents.iter().filter_map(|referent| accept(*referent, place)) {
            match steps.iter_mut().find(|step| step.sentence == place.sentence) {
                Some(step) if step.referents.contains(&referent) => {}
                Some(step) => {
                    step.referents.push(referent);
                    step.span = step.span.join(span);
                }
                None => steps.push(Step { sentence: place.sentence, referents: vec![referent], span }),
            }
        }
    };
    let sentence = view.discourse.sentence;
    for (at, mention) in view.mentions.iter().enumerate().filter(|(_, mention)| mention.span.end <= span.start) {
        let centre = if view.is_inside_issue(at) { Centre::Inside } else { Centre::Main };
        add(&mention.referents, mention.span, Place { sentence, centre });
    }
    for named in &view.discourse.mentions {
        add(&named.referents, named.span, Place { sentence: named.sentence, centre: named.centre });
    }
    steps.sort_by_key(|step| std::cmp::Reverse(step.sentence));
    steps
}
