//! Patterns: whether they can be read, and whether they can match.

use std::collections::BTreeMap;

use super::scope::{Resolution, Scope, Wanted};
use super::{faults, references};
use crate::curation::diagnostic::{Code, Diagnostic};
use crate::curation::item::Item;
use crate::curation::merge::Effective;
use crate::curation::parse::Piece;
use crate::curation::pattern::{Language, Node, Role, Sequence, parse};
use crate::curation::sink::Sink;
use crate::curation::synonyms::Groups;
use crate::curation::tree::Step;
use crate::model::{EntityId, RuleId, Span};

/// The patterns that could be read.
#[derive(Debug, Default)]
pub(in crate::curation) struct Patterns {
    /// Those of rules.
    pub(in crate::curation) rules: BTreeMap<RuleId, Sequence>,
    /// Those of grounds.
    pub(in crate::curation) terms: BTreeMap<EntityId, Vec<Sequence>>,
}

/// Reads and checks all patterns.
pub(super) fn check(effective: &Effective, scope: &Scope<'_>, groups: &Groups, sink: &mut Sink) -> Patterns {
    let mut patterns = Patterns::default();
    for merged in effective.known.values() {
        match &merged.base.item {
            Item::Pattern(item) => {
                let path = [Step::Field("pattern")];
                if let Some(sequence) = read(&item.pattern, (&merged.base, &path), scope, groups, sink)
                    && check_captures(&sequence, &merged.base, sink)
                {
                    patterns.rules.insert(item.id.clone(), sequence);
                }
            }
            Item::Ground(item) => {
                let terms = merged.pieces().flat_map(terms).collect::<Vec<_>>();
                if terms.is_empty() {
                    sink.report(&merged.base, &[Step::Field("terms")], |place| {
                        Diagnostic::error(Code::MatchesNothing, "a ground without terms is never found", place)
                    });
                }
                let read = |(piece, index, term): (&Piece, usize, &str)| {
                    let path = [Step::Field("terms"), Step::Index(index)];
                    read(term, (piece, &path), scope, groups, sink)
                };
                patterns.terms.insert(item.id.clone(), terms.into_iter().filter_map(read).collect());
            }
            _ => {}
        }
    }
    patterns
}

fn terms(piece: &Piece) -> impl Iterator<Item = (&Piece, usize, &str)> {
    let terms: &[String] = match &piece.item {
        Item::Ground(item) => &item.terms,
        Item::Extend(item) => &item.terms,
        _ => &[],
    };
    terms.iter().enumerate().map(move |(index, term)| (piece, index, term.as_str()))
}

/// Reads a pattern and checks what it names; gives it unless it cannot match.
fn read(
    text: &str,
    (piece, path): (&Piece, &[Step<'_>]),
    scope: &Scope<'_>,
    groups: &Groups,
    sink: &mut Sink,
) -> Option<Sequence> {
    let sequence = match parse(text, Language::Pattern, groups) {
        Ok(sequence) => sequence,
        Err(error) => {
            faults::tell(&error, Code::BadPattern, (piece, path), groups, sink);
            return None;
        }
    };
    for id in entities(&sequence) {
        let resolution = scope.resolve(id.as_str(), Wanted::Mentionable);
        if resolution != Resolution::Fine {
            let written = format!("<{id}>");
            let at = text.find(&written).unwrap_or(0);
            let span = Span::new(at + 1, at + written.len() - 1);
            sink.report(piece, path, |place| {
                references::diagnostic(id.as_str(), Wanted::Mentionable, &resolution, scope, place.within_string(span))
            });
        }
    }
    if sequence.may_be_empty() {
        sink.report(piece, path, |place| {
            Diagnostic::error(Code::MatchesNothing, "every part of the pattern is optional", place)
        });
        return None;
    }
    Some(sequence)
}

fn entities(sequence: &Sequence) -> Vec<&EntityId> {
    let mut found = Vec::new();
    gather(sequence, &mut found);
    found.sort();
    found.dedup();
    found
}

fn gather<'a>(sequence: &'a Sequence, found: &mut Vec<&'a EntityId>) {
    for node in &sequence.0 {
        match node {
            Node::Entity(id) => found.push(id),
            Node::Alternatives(branches) => branches.iter().for_each(|branch| gather(branch, found)),
            Node::Optional(inner) => gather(inner, found),
            _ => {}
        }
    }
}

/// A claim needs a subject and an object.
fn check_captures(sequence: &Sequence, piece: &Piece, sink: &mut Sink) -> bool {
    let missing = [Role::Subject, Role::Object].into_iter().find(|role| !sequence.captures(*role));
    if let Some(role) = missing {
        sink.report(piece, &[Step::Field("pattern")], |place| {
            Diagnostic::error(Code::MatchesNothing, format!("the pattern captures no {}", role.name()), place)
                .help(format!("say where it stands: `<{}:Actor>`", role.name()))
        });
    }
    missing.is_none()
}
