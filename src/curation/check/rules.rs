//! Rules that prove nothing or can match nothing.

use crate::curation::diagnostic::{Code, Diagnostic};
use crate::curation::item::{Argument, Gives, Item};
use crate::curation::merge::Merged;
use crate::curation::sink::Sink;
use crate::curation::tree::Step;

/// Checks a rule together with what was added to it.
pub(super) fn check(merged: &Merged, sink: &mut Sink) {
    // what is missing may be just what was left out, and that has been told
    if merged.pieces().any(|piece| piece.mended.is_some()) {
        return;
    }
    let (id, examples) = match &merged.base.item {
        Item::Frame(item) => {
            check_ends(merged, &item.subject, "subject", sink);
            check_ends(merged, &item.object, "object", sink);
            check_triggers(merged, item.verbs.len() + item.nouns.len() + item.adjectives.len(), sink);
            (&item.id, &item.examples)
        }
        Item::Pattern(item) => (&item.id, &item.examples),
        Item::Operator(item) => {
            if item.complement.has_words() {
                check_triggers(merged, item.verbs.len() + item.nouns.len() + item.adjectives.len(), sink);
            }
            if item.gives == Gives::Requested && item.relation.is_none() {
                let message = format!("the operator `{}` gives a request of no relation", item.id);
                sink.report(&merged.base, &[Step::Field("gives")], |place| {
                    Diagnostic::error(Code::NoRelation, message, place)
                        .label("needs a `relation`")
                        .help("say which relation the speaker has to the one asked: `relation: \"..\"`".to_owned())
                });
            }
            (&item.id, &item.examples)
        }
        _ => return,
    };
    if examples.is_empty() {
        let message = format!("the rule `{id}` has no examples");
        sink.report(&merged.base, &[], |place| {
            Diagnostic::error(Code::NoExamples, message, place)
                .help("give it a text and the claims it must give: `examples: [(\"..\", [\"..\"])]`".to_owned())
        });
    }
}

fn check_ends(merged: &Merged, arguments: &[Argument], field: &'static str, sink: &mut Sink) {
    if arguments.is_empty() {
        sink.report(&merged.base, &[Step::Field(field)], |place| {
            Diagnostic::error(Code::MatchesNothing, format!("nothing can be the {field} of this rule"), place)
                .help(format!("say what it may be: `{field}: [Actor]`"))
        });
    }
}

fn check_triggers(merged: &Merged, own: usize, sink: &mut Sink) {
    let added = |item: &Item| match item {
        Item::Extend(item) => item.verbs.len() + item.nouns.len() + item.adjectives.len(),
        _ => 0,
    };
    if own + merged.extends.iter().map(|piece| added(&piece.item)).sum::<usize>() == 0 {
        sink.report(&merged.base, &[], |place| {
            Diagnostic::error(Code::MatchesNothing, "a rule without words matches nothing", place)
                .help("give it `verbs`, `nouns` or `adjectives`".to_owned())
        });
    }
}
