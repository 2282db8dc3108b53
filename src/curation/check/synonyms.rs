//! Groups of words: whether they can be read, and whether anything uses them.

use std::collections::BTreeSet;

use super::faults;
use crate::curation::diagnostic::{Code, Diagnostic};
use crate::curation::item::Item;
use crate::curation::keys::Space;
use crate::curation::merge::{Effective, Merged};
use crate::curation::parse::Piece;
use crate::curation::pattern::{Language, MOST_WORDS, Node, PatternError, PatternFault, Sequence, expand, parse, size};
use crate::curation::sink::Sink;
use crate::curation::synonyms::Groups;
use crate::curation::tree::Step;
use crate::curation::words::{self, Wording};
use crate::model::Span;

/// Reads and checks all groups.
pub(super) fn check(effective: &Effective, sink: &mut Sink) -> Groups {
    let mut groups = Groups::default();
    for (key, merged) in &effective.known {
        if key.space == Space::Group {
            let words = read(merged, &groups, sink);
            groups.add(&key.id, words);
        }
    }
    for id in &effective.lost {
        if effective.get(Space::Group, id).is_none() {
            groups.add(id, Vec::new());
        }
    }
    check_use(effective, sink);
    groups
}

/// The words of a group, with nothing left to choose.
fn read(merged: &Merged, groups: &Groups, sink: &mut Sink) -> Vec<Sequence> {
    let mut found = Vec::new();
    for piece in merged.pieces() {
        for wording in words_of(piece) {
            match alternatives(wording.text, MOST_WORDS - found.len(), groups) {
                Ok(words) => found.extend(words),
                Err(error) => {
                    faults::tell(&error, Code::BadWording, (piece, &wording.path()), groups, sink);
                    if error.fault == (PatternFault::TooManyWordings { most: MOST_WORDS }) {
                        return found;
                    }
                }
            }
        }
    }
    found
}

fn words_of(piece: &Piece) -> impl Iterator<Item = Wording<'_>> {
    let is_word = |wording: &Wording<'_>| wording.field == "words" && !wording.text.trim().is_empty();
    words::all(&piece.item).into_iter().filter(is_word)
}

/// All that a word of a group stands for, if there is room for it.
fn alternatives(text: &str, room: usize, groups: &Groups) -> Result<Vec<Sequence>, PatternError> {
    let sequence = parse(text, Language::GroupWord, groups)?;
    let fault = |fault| Err(PatternError { fault, span: Span::new(0, text.len()) });
    if sequence.may_be_empty() {
        return fault(PatternFault::AllOptional);
    }
    let size = size(&sequence);
    if size.wordings > room {
        return fault(PatternFault::TooManyWordings { most: MOST_WORDS });
    }
    if !groups.spend(size.wordings, size.bytes) {
        return fault(PatternFault::TooMuch);
    }
    let words = |wording: &String| Sequence(wording.split(' ').map(|word| Node::Word(word.to_owned())).collect());
    Ok(expand(&sequence).iter().map(words).collect())
}

/// Warns of groups that nothing uses; not of those that a later layer may have made useless, nor if something was left out.
fn check_use(effective: &Effective, sink: &mut Sink) {
    let all = || effective.known.values().flat_map(Merged::pieces);
    if !effective.lost.is_empty() || all().any(|piece| piece.mended.is_some()) {
        return;
    }
    let last = all().map(|piece| piece.layer).max();
    let used: BTreeSet<&str> = all().flat_map(|piece| texts(&piece.item)).flat_map(named).collect();
    for (key, merged) in &effective.known {
        if key.space == Space::Group && Some(merged.base.layer) == last && !used.contains(key.id.as_str()) {
            sink.report(&merged.base, &[Step::Field("id")], |place| {
                Diagnostic::warning(Code::Unused, format!("no rule uses the group `{}`", key.id), place)
                    .help(format!("write `{{{}}}` in a wording or pattern, or leave it out", key.id))
            });
        }
    }
}

/// The texts of an item that may refer to groups.
fn texts(item: &Item) -> Vec<&str> {
    let lists: [&[String]; 4] = match item {
        Item::Frame(item) => [&item.verbs, &item.nouns, &item.adjectives, &[]],
        Item::Operator(item) => [&item.verbs, &item.nouns, &item.adjectives, &[]],
        Item::Extend(item) => [&item.verbs, &item.nouns, &item.adjectives, &item.terms],
        Item::Pattern(item) => return vec![&item.pattern],
        Item::Ground(item) => [&item.terms, &[], &[], &[]],
        _ => return Vec::new(),
    };
    lists.into_iter().flatten().map(String::as_str).collect()
}

/// The groups that a text refers to.
fn named(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(id, _)| id)
}
