//! Words of a text that a rule has, whatever stands around them.

use super::compiled::{Compiled, Entry};
use super::lexicon::{Lexicon, WordId};
use crate::curation::World;
use crate::curation::pattern::{Node, Sequence};
use crate::model::{RelationId, RuleId, Span};
use crate::text::tokenize;

/// A word of a text that a rule has.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trigger {
    /// Where it stands.
    pub span: Span,
    /// The rule.
    pub rule: RuleId,
    /// What the rule gives.
    pub relation: RelationId,
}

/// The words of a text that a rule has, in their order.
pub fn triggers(lexicon: &Lexicon, rules: &Compiled, world: &World, text: &str) -> Vec<Trigger> {
    let tokens = tokenize(text);
    let bases: Vec<Vec<WordId>> =
        tokens.iter().map(|token| bases(lexicon, &token.span.of(text).to_lowercase())).collect();
    let stands = |word: &WordId| bases.iter().any(|bases| bases.contains(word));
    let whole = |entry: &&Entry| {
        entry.modifiers.iter().chain(&entry.noun).chain(&entry.particles).chain(&entry.complement).all(stands)
    };
    let mut found = Vec::new();
    for (token, bases) in tokens.iter().zip(&bases) {
        let rows = bases.iter().flat_map(|word| rules.frames_of(*word)).filter(whole);
        found.extend(rows.filter_map(|entry| rules.frames.get(entry.rule)).map(|row| Trigger {
            span: token.span,
            rule: row.id.clone(),
            relation: row.relation.clone(),
        }));
        for rule in &world.rules.patterns {
            let has = world.patterns.get(&rule.id).is_some_and(|pattern| has_word(pattern, bases, lexicon));
            found.extend(has.then(|| Trigger {
                span: token.span,
                rule: rule.id.clone(),
                relation: rule.relation.clone(),
            }));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// A word, the verbs it may be a form of, and the noun it may be the plural of.
fn bases(lexicon: &Lexicon, word: &str) -> Vec<WordId> {
    let id = lexicon.id(word);
    let info = lexicon.info(id);
    let words = std::iter::once(id).chain(info.verbs.iter().map(|(base, _)| *base)).chain(info.singular);
    words.filter(|word| *word != WordId::UNKNOWN).collect()
}

/// Whether a pattern has a word that is more than grammar.
fn has_word(pattern: &Sequence, bases: &[WordId], lexicon: &Lexicon) -> bool {
    pattern.0.iter().any(|node| match node {
        Node::Word(word) | Node::Literal(word) => {
            let id = lexicon.id(&word.to_lowercase());
            bases.contains(&id) && lexicon.info(id).function.is_none()
        }
        Node::Alternatives(list) => list.iter().any(|one| has_word(one, bases, lexicon)),
        Node::Optional(inner) => has_word(inner, bases, lexicon),
        Node::Entity(_) | Node::Capture { .. } | Node::Gap(_) => false,
    })
}
