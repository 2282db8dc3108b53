//! The ways in which English words a relation.

use std::collections::{BTreeMap, BTreeSet};

use super::names::fold;
use crate::curation::World;
use crate::language::Voice;
use crate::model::{Relation, RelationId};

/// Forms of "be" that stand before a participle.
const BE: [&str; 7] = ["is", "are", "was", "were", "be", "been", "being"];
/// Forms of "have".
const HAVE: [&str; 3] = ["has", "have", "had"];

/// Relations by all their wordings, folded; the id and labels of a relation win over the verbs of the rules.
pub(super) struct Wordings {
    own: BTreeMap<String, (RelationId, Voice)>,
    rules: BTreeMap<String, BTreeSet<RelationId>>,
}

impl Wordings {
    pub(super) fn new(world: &World) -> Self {
        let mut own = BTreeMap::new();
        for relation in world.relations.values() {
            for (form, voice) in relation_forms(relation, world) {
                own.entry(form).or_insert_with(|| (relation.id.clone(), voice));
            }
        }
        let mut rules: BTreeMap<String, BTreeSet<RelationId>> = BTreeMap::new();
        for frame in &world.rules.frames {
            let verbs = frame.verbs.iter().flat_map(|verb| forms(&fold(verb), world));
            let adjectives = frame.adjectives.iter().flat_map(|adjective| with_copula(&fold(adjective)));
            for form in verbs.chain(adjectives) {
                rules.entry(form).or_default().insert(frame.relation.clone());
            }
        }
        Self { own, rules }
    }

    /// The relation that folded words tell, and from which end.
    pub(super) fn get(&self, words: &str) -> Option<(RelationId, Voice)> {
        if let Some(found) = self.own.get(words) {
            return Some(found.clone());
        }
        let relations = self.rules.get(words)?;
        let only = relations.first().filter(|_| relations.len() == 1)?;
        Some((only.clone(), Voice::Active))
    }

    /// All wordings of relations themselves.
    pub(super) fn own(&self) -> impl Iterator<Item = (&str, &RelationId)> {
        self.own.iter().map(|(form, (relation, _))| (form.as_str(), relation))
    }
}

fn relation_forms(relation: &Relation, world: &World) -> Vec<(String, Voice)> {
    let active = [fold(relation.id.as_str()), fold(&relation.label)];
    let active = active.iter().flat_map(|wording| forms(wording, world)).map(|form| (form, Voice::Active));
    let passive = relation.passive.iter().flat_map(|passive| passive_forms(&fold(passive)));
    active.chain(passive.map(|form| (form, Voice::Passive))).collect()
}

fn passive_forms(passive: &str) -> Vec<String> {
    match passive.split_once(' ') {
        Some((first, rest)) if BE.contains(&first) => with_copula(rest),
        _ => vec![passive.to_owned()],
    }
}

/// Words alone and after each form of "be".
fn with_copula(words: &str) -> Vec<String> {
    BE.iter().map(|be| format!("{be} {words}")).chain([words.to_owned()]).collect()
}

/// A wording with its first word, a verb, in all its forms.
fn forms(wording: &str, world: &World) -> Vec<String> {
    let (verb, rest) =
        wording.split_once(' ').map_or((wording, String::new()), |(verb, rest)| (verb, format!(" {rest}")));
    if BE.contains(&verb) {
        return with_copula(rest.trim_start()).into_iter().chain([wording.to_owned()]).collect();
    }
    let bases = bases(verb);
    let pasts: BTreeSet<String> = bases.iter().flat_map(|base| pasts(base, world)).collect();
    let present = bases.iter().flat_map(|base| [base.clone(), format!("{base}s"), format!("{base}es")]);
    let perfect = pasts.iter().flat_map(|past| HAVE.map(|have| format!("{have} {past}")));
    let progressive = bases.iter().flat_map(|base| progressive(base));
    let all = present.chain(perfect).chain(progressive).chain(pasts.clone()).chain([verb.to_owned()]);
    all.map(|form| format!("{form}{rest}")).collect()
}

/// What a verb may be without its third-person ending; too many do no harm.
fn bases(verb: &str) -> Vec<String> {
    let mut bases = vec![verb.to_owned()];
    if verb == "has" {
        bases.push("have".to_owned());
    }
    if !verb.ends_with("ss") {
        bases.extend(verb.strip_suffix('s').map(str::to_owned));
    }
    bases.extend(verb.strip_suffix("es").map(str::to_owned));
    bases.extend(verb.strip_suffix("ies").map(|stem| format!("{stem}y")));
    bases
}

fn pasts(base: &str, world: &World) -> Vec<String> {
    let mut pasts = vec![format!("{base}ed"), format!("{base}d")];
    pasts.extend(base.strip_suffix('y').map(|stem| format!("{stem}ied")));
    pasts.extend(base.chars().last().map(|last| format!("{base}{last}ed")));
    let irregular = world.rules.irregulars.iter().flat_map(|list| &list.verbs).filter(|(known, ..)| known == base);
    pasts.extend(irregular.flat_map(|(_, past, participle)| [past.clone(), participle.clone()]));
    pasts
}

fn progressive(base: &str) -> Vec<String> {
    let stem = base.strip_suffix('e').unwrap_or(base);
    let doubled = base.chars().last().map(|last| format!("{base}{last}ing"));
    let forms = [format!("{base}ing"), format!("{stem}ing")].into_iter().chain(doubled);
    forms.flat_map(|form| with_copula(&form)).collect()
}
