//! The wordings of rules: what stands for several becomes those several.

use std::collections::BTreeMap;

use super::faults;
use crate::curation::diagnostic::Code;
use crate::curation::item::Item;
use crate::curation::merge::{Effective, Merged};
use crate::curation::pattern::{Language, MOST_WORDS, PatternError, PatternFault, expand, parse, size};
use crate::curation::sink::Sink;
use crate::curation::synonyms::Groups;
use crate::curation::words;
use crate::model::{RuleId, Span};

/// The wordings of each rule.
pub(in crate::curation) type Wordings = BTreeMap<RuleId, Lists>;

/// The wordings of a rule, each once, in the order of the alphabet.
#[derive(Debug, Default)]
pub(in crate::curation) struct Lists {
    /// Verbs.
    pub(in crate::curation) verbs: Vec<String>,
    /// Nouns.
    pub(in crate::curation) nouns: Vec<String>,
    /// Adjectives.
    pub(in crate::curation) adjectives: Vec<String>,
}

impl Lists {
    fn list(&mut self, field: &str) -> Option<&mut Vec<String>> {
        match field {
            "verbs" => Some(&mut self.verbs),
            "nouns" => Some(&mut self.nouns),
            "adjectives" => Some(&mut self.adjectives),
            _ => None,
        }
    }
}

/// Makes the wordings of all frames and operators.
pub(super) fn check(effective: &Effective, groups: &Groups, sink: &mut Sink) -> Wordings {
    let mut all = Wordings::new();
    for merged in effective.known.values() {
        let id = match &merged.base.item {
            Item::Frame(item) => &item.id,
            Item::Operator(item) => &item.id,
            _ => continue,
        };
        all.insert(id.clone(), of_rule(merged, groups, sink));
    }
    all
}

fn of_rule(merged: &Merged, groups: &Groups, sink: &mut Sink) -> Lists {
    let mut lists = Lists::default();
    for piece in merged.pieces() {
        for wording in words::all(&piece.item) {
            let Some(list) = lists.list(wording.field) else { continue };
            if wording.text.trim().is_empty() {
                continue;
            }
            if !wording.text.contains(['(', ')', '|', '?', '{', '}']) {
                list.push(wording.text.to_owned());
                continue;
            }
            match alternatives(wording.text, groups) {
                Ok(wordings) => list.extend(wordings),
                Err(error) => faults::tell(&error, Code::BadWording, (piece, &wording.path()), groups, sink),
            }
        }
    }
    for list in [&mut lists.verbs, &mut lists.nouns, &mut lists.adjectives] {
        list.sort_unstable();
        list.dedup();
    }
    lists
}

/// All wordings that one stands for.
fn alternatives(text: &str, groups: &Groups) -> Result<Vec<String>, PatternError> {
    let sequence = parse(text, Language::Wording, groups)?;
    let fault = |fault| Err(PatternError { fault, span: Span::new(0, text.len()) });
    if sequence.may_be_empty() {
        return fault(PatternFault::AllOptional);
    }
    let size = size(&sequence);
    if size.wordings > MOST_WORDS {
        return fault(PatternFault::TooManyWordings { most: MOST_WORDS });
    }
    if !groups.spend(size.wordings, size.bytes) {
        return fault(PatternFault::TooMuch);
    }
    Ok(expand(&sequence))
}
