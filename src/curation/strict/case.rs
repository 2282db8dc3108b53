//! Names that differ in letter case alone.

use std::collections::BTreeMap;

use super::naming::Naming;
use crate::curation::career;
use crate::curation::diagnostic::{Code, Diagnostic};
use crate::curation::sink::Sink;

/// Tells names that differ in letter case alone: of two things, and those of one thing that say nothing new.
pub(super) fn check(namings: &[Naming<'_>], sink: &mut Sink) {
    let mut by_spelling: BTreeMap<String, Vec<&Naming<'_>>> = BTreeMap::new();
    for naming in namings {
        by_spelling.entry(naming.folded()).or_default().push(naming);
    }
    for names in by_spelling.values() {
        if let Some((first, rest)) = names.split_first() {
            let others = rest.iter().filter(|again| again.wording.text != first.wording.text);
            others.for_each(|again| compare(first, again, sink));
        }
    }
}

fn compare(first: &Naming<'_>, again: &Naming<'_>, sink: &mut Sink) {
    let (one, two) = (first.wording.text, again.wording.text);
    let own = first.owner == again.owner;
    // a shown name is no wording by choice
    let listed = |naming: &Naming<'_>| naming.wording.field == "aliases";
    if own && !(listed(first) && listed(again)) || !own && career::apart(first.merged, again.merged) {
        return;
    }
    let (what, help) = if own {
        (format!("both of `{}`", first.owner.id), "keep the one with fewer capitals, which matches both")
    } else {
        let owners = format!("one of `{}`, one of `{}`", first.owner.id, again.owner.id);
        (owners, "leave one of them out: a text in capitals, or at the start of a sentence, fits both")
    };
    let part = if one.to_lowercase() == two.to_lowercase() { "letter case" } else { "case or article" };
    let message = format!("`{one}` and `{two}` differ in {part} alone, {what}");
    sink.report_with(again.piece, |sink| {
        let place = sink.place(again.piece, &again.wording.path());
        let related = sink.place(first.piece, &first.wording.path());
        Diagnostic::warning(Code::LetterCase, message, place)
            .label("the same words again")
            .related(related, "given here")
            .help(help.to_owned())
    });
}
