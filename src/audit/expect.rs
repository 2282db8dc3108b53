//! What is missing for a claim that somebody expects of a text.

use serde::Serialize;

use crate::curation::World;
use crate::language::{ClaimPattern, Symmetry};
use crate::model::{Catalog, Claim, EntityId, Polarity, RelationId};
use crate::reading::{Engine, ExplainedSentence, Explanation};

/// A claim that was expected, and what there is of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Expectation {
    /// The claim.
    pub claim: String,
    /// Whether it is there.
    pub found: bool,
    /// What stands in its way, or where it was found.
    pub findings: Vec<Finding>,
}

/// A part of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Role {
    Subject,
    Object,
    About,
}

impl Role {
    /// The name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Object => "object",
            Self::About => "issue",
        }
    }
}

/// A part of a claim that is other than expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The part: `polarity`.
    pub part: &'static str,
    /// What there is.
    pub got: String,
    /// What was expected.
    pub expected: String,
}

/// Something there is to say about an expected claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Finding {
    /// It is there.
    Found {
        /// The sentence, counted from 1.
        sentence: usize,
        /// The rule that found it.
        rule: String,
    },
    /// No such entity in the data.
    UnknownEntity {
        /// What it was to be.
        role: Role,
        /// Its id.
        id: EntityId,
        /// A known name like it.
        nearest: Option<String>,
    },
    /// No such relation in the data.
    UnknownRelation {
        /// Its id.
        id: RelationId,
    },
    /// A claim much like it.
    Differs {
        /// The sentence, counted from 1.
        sentence: usize,
        /// The claim.
        claim: String,
        /// What is different.
        differences: Vec<Difference>,
    },
    /// A rule proposed it, and it came to nothing.
    HeldBack {
        /// The sentence, counted from 1.
        sentence: usize,
        /// The rule.
        rule: String,
        /// The words that carry it.
        trigger: String,
        /// What became of it.
        fate: String,
    },
    /// No sentence names it.
    NotMentioned {
        /// What it was to be.
        role: Role,
        /// Its id.
        id: EntityId,
    },
    /// Both ends are named, never in one sentence.
    Apart {
        /// Sentences that name the subject.
        subject: Vec<usize>,
        /// Sentences that name the object.
        object: Vec<usize>,
    },
    /// Both ends are named, and no rule of the relation has a word in the sentence.
    NoWord {
        /// The sentence, counted from 1.
        sentence: usize,
        /// The words that name the subject.
        subject: String,
        /// The words that name the object.
        object: String,
        /// The relation.
        relation: RelationId,
        /// What its rules look for.
        wordings: Vec<String>,
    },
    /// Both ends are named and a rule has a word there, and grammar does not join the three.
    NotJoined {
        /// The sentence, counted from 1.
        sentence: usize,
        /// The words that name the subject.
        subject: String,
        /// The words that name the object.
        object: String,
        /// The word.
        word: String,
        /// The rule.
        rule: String,
    },
}

/// How many claims that are much alike are told.
const ALIKE: usize = 3;

/// What there is of an expected claim in a text that was explained.
pub fn expect(engine: &Engine, explanation: &Explanation, wanted: &ClaimPattern) -> Expectation {
    let expecting = Expecting { engine, wanted, sentences: &explanation.sentences };
    let found = expecting.found();
    let findings = if found.is_empty() { expecting.missing() } else { found };
    let found = matches!(findings.first(), Some(Finding::Found { .. }));
    Expectation { claim: wanted.to_string(), found, findings }
}

/// Which ends of a claim have to be the wanted ones.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    Same,
    OneOther,
}

struct Expecting<'a> {
    engine: &'a Engine,
    wanted: &'a ClaimPattern,
    sentences: &'a [ExplainedSentence],
}

impl Expecting<'_> {
    fn world(&self) -> &World {
        self.engine.world()
    }

    fn symmetry(&self) -> Symmetry {
        let symmetric = self.world().relation(&self.wanted.relation).is_some_and(|relation| relation.symmetric);
        if symmetric { Symmetry::Symmetric } else { Symmetry::Directed }
    }

    fn claims(&self) -> impl Iterator<Item = (usize, &Claim)> {
        self.sentences.iter().flat_map(|sentence| sentence.claims.iter().map(|claim| (sentence.number, claim)))
    }

    fn found(&self) -> Vec<Finding> {
        let found = self.claims().filter(|(_, claim)| self.wanted.matches(claim, self.symmetry()));
        found.map(|(sentence, claim)| Finding::Found { sentence, rule: claim.rule.to_string() }).collect()
    }

    fn missing(&self) -> Vec<Finding> {
        let unknown = self.unknown();
        if !unknown.is_empty() {
            return unknown;
        }
        let mut findings = self.alike(Ends::Same);
        findings.extend(self.held_back());
        if findings.is_empty() {
            findings = self.unjoined();
            findings.extend(self.alike(Ends::OneOther));
        }
        findings
    }

    fn parts(&self) -> impl Iterator<Item = (Role, &EntityId)> {
        let ends = [(Role::Subject, &self.wanted.subject), (Role::Object, &self.wanted.object)];
        ends.into_iter().chain(self.wanted.about.iter().map(|about| (Role::About, about)))
    }

    fn unknown(&self) -> Vec<Finding> {
        let world = self.world();
        let given = |id: &EntityId| self.sentences.iter().any(|sentence| mention_of(sentence, id).is_some());
        let mut findings: Vec<Finding> = self
            .parts()
            .filter(|(_, id)| world.entity(id).is_none() && !given(id))
            .map(|(role, id)| {
                let nearest = world.suggest(id.as_str()).map(str::to_owned);
                Finding::UnknownEntity { role, id: id.clone(), nearest }
            })
            .collect();
        if world.relation(&self.wanted.relation).is_none() {
            findings.push(Finding::UnknownRelation { id: self.wanted.relation.clone() });
        }
        findings
    }

    /// Claims with the same ends, or with the relation and one end; those that differ least first.
    fn alike(&self, wanted: Ends) -> Vec<Finding> {
        let mut alike: Vec<(usize, usize, &Claim, Vec<Difference>)> = Vec::new();
        for (sentence, claim) in self.claims() {
            let differences = self.differences(claim);
            let core = |part: &str| differences.iter().any(|difference| difference.part == part);
            let ends = usize::from(core("subject")) + usize::from(core("object"));
            let near = ends == 1 && !core("relation") && self.is_near(sentence, claim);
            let wanted = match wanted {
                Ends::Same => ends == 0,
                Ends::OneOther => near,
            };
            if wanted {
                alike.push((differences.len(), sentence, claim, differences));
            }
        }
        alike.sort_by_key(|(count, sentence, claim, _)| (*count, *sentence, claim.id.clone()));
        let told = alike.into_iter().take(ALIKE).map(|(_, sentence, claim, differences)| {
            let claim = ClaimPattern::of(claim).to_string();
            Finding::Differs { sentence, claim, differences }
        });
        told.collect()
    }

    /// Whether a claim with one other end may be meant: its sentence names the wanted ends, or an end stands for one.
    fn is_near(&self, sentence: usize, claim: &Claim) -> bool {
        let ends = [&self.wanted.subject, &self.wanted.object];
        let stands =
            [&claim.subject_principal, &claim.object_principal].into_iter().flatten().any(|end| ends.contains(&end));
        let here = self.sentences.iter().find(|one| one.number == sentence);
        stands || here.is_some_and(|one| ends.iter().all(|end| mention_of(one, end).is_some()))
    }

    fn differences(&self, claim: &Claim) -> Vec<Difference> {
        let (wanted, got) = (self.wanted, ClaimPattern::of(claim));
        let crossed = self.symmetry() == Symmetry::Symmetric
            && (wanted.subject == got.object || wanted.object == got.subject)
            && wanted.subject != got.subject;
        let (subject, object) = if crossed { (&got.object, &got.subject) } else { (&got.subject, &got.object) };
        let text = |id: Option<&EntityId>| id.map_or("none", EntityId::as_str).to_owned();
        let ids = |ids: &[EntityId]| ids.iter().map(EntityId::as_str).collect::<Vec<_>>().join(" and ");
        let mut found = vec![
            ("subject", subject.to_string(), wanted.subject.to_string()),
            ("relation", got.relation.to_string(), wanted.relation.to_string()),
            ("object", object.to_string(), wanted.object.to_string()),
            ("about", text(got.about.as_ref()), text(wanted.about.as_ref())),
            ("polarity", polarity(got.polarity).to_owned(), polarity(wanted.polarity).to_owned()),
            ("modality", got.modality.name().to_owned(), wanted.modality.name().to_owned()),
        ];
        // What is asked, grounds, time and speakers count only where they are stated.
        if wanted.asks.is_some() {
            let text = |asks: &Option<String>| asks.clone().unwrap_or_else(|| "nothing".to_owned());
            found.push(("asks", text(&got.asks), text(&wanted.asks)));
        }
        if !wanted.grounds.is_empty() {
            let sorted = |list: &[EntityId]| {
                let mut list = list.to_vec();
                list.sort();
                if list.is_empty() { "none".to_owned() } else { ids(&list) }
            };
            found.push(("because", sorted(&got.grounds), sorted(&wanted.grounds)));
        }
        if wanted.formerly {
            let text = |formerly: bool| if formerly { "formerly" } else { "now" }.to_owned();
            found.push(("time", text(got.formerly), text(wanted.formerly)));
        }
        if wanted.when.is_some() || !wanted.speakers.is_empty() {
            // Printed alone, so that only what differs is told.
            let (when, speakers) = (tail(wanted, &got, Tail::When), tail(wanted, &got, Tail::Speakers));
            found.extend(when.map(|(got, wanted)| ("when", got, wanted)));
            found.extend(speakers.map(|(got, wanted)| ("said by", got, wanted)));
        }
        let differs = found.into_iter().filter(|(_, got, expected)| got != expected);
        differs.map(|(part, got, expected)| Difference { part, got, expected }).collect()
    }

    /// Candidates with the relation and both ends that became no claim.
    fn held_back(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for sentence in self.sentences {
            for candidate in &sentence.candidates {
                let same = ClaimPattern::parse(&candidate.claim).is_ok_and(|claim| self.same_core(&claim));
                let lost = !candidate.fate.starts_with("won") && !candidate.fate.starts_with("the same claim");
                if same && lost {
                    findings.push(Finding::HeldBack {
                        sentence: sentence.number,
                        rule: candidate.rule.clone(),
                        trigger: candidate.trigger.clone(),
                        fate: candidate.fate.clone(),
                    });
                }
            }
        }
        findings
    }

    fn same_core(&self, claim: &ClaimPattern) -> bool {
        let ends = (&self.wanted.subject, &self.wanted.object);
        let crossed = self.symmetry() == Symmetry::Symmetric && ends == (&claim.object, &claim.subject);
        claim.relation == self.wanted.relation && (crossed || ends == (&claim.subject, &claim.object))
    }

    /// What is missing where no claim and no candidate is near.
    fn unjoined(&self) -> Vec<Finding> {
        let naming = |id: &EntityId| {
            let named = self.sentences.iter().filter(|sentence| mention_of(sentence, id).is_some());
            named.map(|sentence| sentence.number).collect::<Vec<_>>()
        };
        let absent: Vec<Finding> = self
            .parts()
            .filter(|(_, id)| naming(id).is_empty())
            .map(|(role, id)| Finding::NotMentioned { role, id: id.clone() })
            .collect();
        if !absent.is_empty() {
            return absent;
        }
        let both = self.sentences.iter().filter_map(|sentence| {
            let subject = mention_of(sentence, &self.wanted.subject)?;
            Some((sentence, subject, mention_of(sentence, &self.wanted.object)?))
        });
        let findings: Vec<Finding> =
            both.map(|(sentence, subject, object)| self.at(sentence, subject, object)).collect();
        if findings.is_empty() {
            return vec![Finding::Apart { subject: naming(&self.wanted.subject), object: naming(&self.wanted.object) }];
        }
        findings
    }

    fn at(&self, sentence: &ExplainedSentence, subject: String, object: String) -> Finding {
        let triggers = self.engine.triggers(&sentence.text);
        let number = sentence.number;
        match triggers.iter().find(|trigger| trigger.relation == self.wanted.relation) {
            Some(trigger) => Finding::NotJoined {
                sentence: number,
                subject,
                object,
                word: trigger.span.of(&sentence.text).to_owned(),
                rule: trigger.rule.to_string(),
            },
            None => {
                let (relation, wordings) = (self.wanted.relation.clone(), self.wordings());
                Finding::NoWord { sentence: number, subject, object, relation, wordings }
            }
        }
    }

    /// Everything the rules of the relation look for.
    fn wordings(&self) -> Vec<String> {
        let rules = &self.world().rules;
        let frames = rules.frames.iter().filter(|rule| rule.relation == self.wanted.relation);
        let lists = frames.flat_map(|rule| rule.verbs.iter().chain(&rule.nouns).chain(&rule.adjectives)).cloned();
        let patterns = rules.patterns.iter().filter(|rule| rule.relation == self.wanted.relation);
        lists.chain(patterns.map(|rule| rule.pattern.clone())).collect()
    }
}

/// The words of a sentence that name an entity.
fn mention_of(sentence: &ExplainedSentence, id: &EntityId) -> Option<String> {
    sentence.mentions.iter().find(|mention| mention.means.contains(id)).map(|mention| mention.text.clone())
}

fn polarity(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Asserted => "asserted",
        Polarity::Negated => "negated",
        Polarity::Denied => "denied",
    }
}

/// What may end a claim in the language.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tail {
    When,
    Speakers,
}

/// One end of both claims as the language prints it, if it is stated.
fn tail(wanted: &ClaimPattern, got: &ClaimPattern, which: Tail) -> Option<(String, String)> {
    let stated = match which {
        Tail::When => wanted.when.is_some(),
        Tail::Speakers => !wanted.speakers.is_empty(),
    };
    let print = |claim: &ClaimPattern| {
        let bare = ClaimPattern {
            about: None,
            asks: None,
            grounds: Vec::new(),
            modality: crate::model::Modality::Actual,
            formerly: false,
            when: claim.when.filter(|_| which == Tail::When),
            speakers: if which == Tail::Speakers { claim.speakers.clone() } else { Vec::new() },
            ..claim.clone()
        };
        let (whole, bare) = (bare.to_string(), ClaimPattern { when: None, speakers: Vec::new(), ..bare }.to_string());
        let tail = whole.strip_prefix(&bare).unwrap_or("").trim_start_matches(", ").trim_start_matches("said by ");
        if tail.is_empty() { "not stated".to_owned() } else { tail.to_owned() }
    };
    stated.then(|| (print(got), print(wanted)))
}
