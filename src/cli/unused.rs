//! What the articles leave unused: entities that none names, rules that none makes fire.

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::{Defaults, Documents, read_bytes};
use crate::curation::{Code, Diagnostic, Irregulars, Layer, Operator, Origins, Place, Severity, World, articles};
use crate::model::{CueKind, EntityId, RuleId};
use crate::reading::{Engine, Explanation, explain};
use crate::text::{IrregularForms, VerbForms, plural, verb_forms};

/// How many are named before the rest are only counted.
const NAMED: usize = 8;

/// Notes on what no article of the data names or makes fire, one a file.
pub fn unused(engine: &Engine, origins: &Origins, layers: &[Layer]) -> Vec<Diagnostic> {
    let mut documents = Documents::default();
    for file in articles(layers) {
        read_bytes(&file.path, &file.bytes, &Defaults::default(), &mut documents);
    }
    let mut used = Used::default();
    documents.articles.iter().for_each(|article| used.add(&explain(engine, article)));
    let world = engine.world();
    let entities = world.entities.keys().filter_map(|id| {
        let place = origins.entity(id)?;
        Some((place, id.as_str(), used.entities.contains(id.as_str())))
    });
    let rules = rules(world).into_iter().filter_map(|(id, operator)| {
        let fired = used.rules.contains(id.as_str()) || operator.is_some_and(|rule| used.governs(rule, world));
        Some((origins.rule(id)?, id.as_str(), fired))
    });
    let unmentioned = Kind {
        code: Code::Unmentioned,
        what: "entities",
        lack: "no article names",
        help: "an article about it, in the folder `articles`, shows whether it is found",
    };
    let never_fired = Kind {
        code: Code::NeverFired,
        what: "rules",
        lack: "no article fires",
        help: "an article with such a wording, in the folder `articles`, shows that news writes it",
    };
    unmentioned.notes(entities).into_iter().chain(never_fired.notes(rules)).collect()
}

/// What the articles used.
#[derive(Default)]
struct Used {
    entities: BTreeSet<String>,
    rules: BTreeSet<String>,
    /// The words of governing words.
    governors: BTreeSet<String>,
}

impl Used {
    fn add(&mut self, explanation: &Explanation) {
        for sentence in &explanation.sentences {
            let meant = sentence.mentions.iter().flat_map(|mention| &mention.means);
            meant.for_each(|id| self.add_entity(id));
            self.rules.extend(sentence.candidates.iter().map(|candidate| candidate.rule.clone()));
            for claim in &sentence.claims {
                let ends = [&claim.subject, &claim.object].into_iter().chain(&claim.about);
                ends.chain(claim.grounds.iter().map(|ground| &ground.id)).for_each(|id| self.add_entity(id));
                let evidence = &claim.evidence;
                for cue in evidence.cues.iter().filter(|cue| cue.kind == CueKind::Operator) {
                    let start = cue.span.start.saturating_sub(evidence.span.start);
                    let end = cue.span.end.saturating_sub(evidence.span.start);
                    let text = evidence.text.get(start..end).unwrap_or("").to_lowercase();
                    self.governors.extend(text.split_whitespace().map(str::to_owned));
                }
            }
        }
    }

    /// An office names its owner too.
    fn add_entity(&mut self, id: &EntityId) {
        self.entities.insert(id.to_string());
        self.entities.extend(id.parts().map(|(owner, _)| owner.to_owned()));
    }

    /// Whether a governing word in some article is one of an operator's.
    fn governs(&self, rule: &Operator, world: &World) -> bool {
        let irregular = irregular(&world.rules.irregulars);
        let first = |word: &String| word.split(' ').next().unwrap_or_default().to_owned();
        let verbs = rule.verbs.iter().flat_map(|verb| {
            let VerbForms { base, third, past, participle, gerund } = verb_forms(&first(verb), &irregular);
            [base, third].into_iter().chain(past).chain(participle).chain(gerund)
        });
        let nouns = rule.nouns.iter().map(first).flat_map(|noun| [plural(&noun, &irregular), noun]);
        let mut words = verbs.chain(nouns).chain(rule.adjectives.iter().map(first));
        words.any(|word| self.governors.contains(&word))
    }
}

fn irregular(lists: &[Irregulars]) -> IrregularForms {
    let mut forms = IrregularForms::default();
    for list in lists {
        for (base, past, participle) in &list.verbs {
            forms.verbs.entry(base.clone()).or_default().push((past.clone(), participle.clone()));
        }
        forms.nouns.extend(list.nouns.iter().cloned());
    }
    forms
}

fn rules(world: &World) -> Vec<(&RuleId, Option<&Operator>)> {
    let rules = &world.rules;
    let frames = rules.frames.iter().map(|rule| (&rule.id, None));
    let patterns = rules.patterns.iter().map(|rule| (&rule.id, None));
    frames.chain(patterns).chain(rules.operators.iter().map(|rule| (&rule.id, Some(rule)))).collect()
}

/// What sort of thing is unused, and in what words.
struct Kind {
    code: Code,
    what: &'static str,
    lack: &'static str,
    help: &'static str,
}

/// The things of a file: how many, and those that are unused.
#[derive(Default)]
struct File<'a> {
    all: usize,
    unused: Vec<(Place, &'a str)>,
}

impl Kind {
    /// A note a file, at the first thing in it that is unused.
    fn notes<'a>(&self, things: impl Iterator<Item = (Place, &'a str, bool)>) -> Vec<Diagnostic> {
        let mut files: BTreeMap<String, File<'_>> = BTreeMap::new();
        for (place, id, used) in things {
            let file = files.entry(place.source.path.clone()).or_default();
            file.all += 1;
            if !used {
                file.unused.push((place, id));
            }
        }
        files.into_values().filter_map(|file| self.note(file)).collect()
    }

    fn note(&self, file: File<'_>) -> Option<Diagnostic> {
        let File { all, mut unused } = file;
        unused.sort_by(|(one, _), (two, _)| one.order().cmp(&two.order()));
        let place = unused.first()?.0.clone();
        let mut named: Vec<String> = unused.iter().take(NAMED).map(|(_, id)| format!("`{id}`")).collect();
        if unused.len() > NAMED {
            named.push(format!("and {} more", unused.len() - NAMED));
        }
        let named = named.join(", ");
        let message = match unused.len() {
            1 => format!("{} {named}", self.lack),
            count => format!("{} {count} of the {all} {} of this file: {named}", self.lack, self.what),
        };
        let note = Diagnostic::new(Severity::Note, self.code, message, place);
        let label = if unused.len() > 1 { "the first of them" } else { "" };
        Some(note.label(label).help(self.help.to_owned()))
    }
}
