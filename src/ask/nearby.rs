//! What is known of the entities that a question names, for when it has no answer.

use std::collections::{BTreeMap, BTreeSet};

use super::Nearby;
use super::fact::{Fact, Facts};
use crate::language::{Atom, Question, Term};
use crate::model::{EntityId, RelationId};

/// How many facts are told.
const MOST: usize = 8;

/// What makes two facts one piece of knowledge.
type Key<'a> = (&'a EntityId, &'a RelationId, &'a EntityId, Option<&'a EntityId>);

/// The best attested facts about the entities a question names, those first that join two of them.
pub(super) fn nearby(question: &Question, facts: &Facts<'_>) -> Vec<Nearby> {
    let named = named(question);
    let mut counts: BTreeMap<Key<'_>, (BTreeSet<usize>, usize)> = BTreeMap::new();
    for fact in facts.all.iter().filter(|fact| fact.claim.counts()) {
        let joined = named.iter().filter(|id| touches(fact, id)).count();
        if joined > 0 && !is_crossed(fact) {
            let claim = fact.claim;
            let key = (&fact.subject.stands, &claim.relation, &fact.object.stands, claim.about.as_ref());
            let entry = counts.entry(key).or_default();
            entry.0.insert(fact.index);
            entry.1 = entry.1.max(joined);
        }
    }
    let mut nearby: Vec<_> = counts.into_iter().collect();
    nearby.sort_by_key(|(_, (claims, joined))| (std::cmp::Reverse(*joined), std::cmp::Reverse(claims.len())));
    let told = nearby.into_iter().take(MOST).map(|((subject, relation, object, about), (claims, _))| Nearby {
        subject: subject.clone(),
        relation: relation.clone(),
        object: object.clone(),
        about: about.cloned(),
        claims: claims.len(),
    });
    told.collect()
}

fn touches(fact: &Fact<'_>, id: &EntityId) -> bool {
    fact.subject.is(id) || fact.object.is(id) || fact.claim.about.as_ref() == Some(id)
}

/// Whether this is a symmetric claim seen from its object.
fn is_crossed(fact: &Fact<'_>) -> bool {
    fact.subject.named != fact.claim.subject
}

fn named(question: &Question) -> BTreeSet<EntityId> {
    match question {
        Question::Find(find) => find.atoms.iter().flat_map(Atom::terms).filter_map(Term::entity).cloned().collect(),
        Question::Stand(stand) => BTreeSet::from([stand.actor.clone(), stand.issue.clone()]),
    }
}
