//! Everything known of one entity, as text.

use std::collections::BTreeSet;

use super::ask::{count, counts, span, through};
use super::style::{Paint, Style, clean};
use super::table::{Align, Table};
use crate::ask::{Dating, Happening, Mention, Profile, Relations, Role, Tally, Tie};
use crate::curation::{Said, Saying, World};
use crate::graph::StanceGraph;
use crate::language::Voice;
use crate::model::{ClaimId, Entity, EntityId, EntityKind, Modality, Polarity, RelationKind, Tenure};

/// The profile of an entity for people.
pub fn text(profile: &Profile, world: &World, said: &[Said], style: Style) -> String {
    let view = View { world, style, own: &profile.id };
    let mut sections = vec![view.head(profile)];
    sections.push(view.offices(profile));
    let issue = profile.entity.as_ref().is_some_and(|entity| matches!(entity.kind, EntityKind::Issue { .. }));
    let (above, below) =
        if issue { (view.parts(&profile.parts), Vec::new()) } else { (Vec::new(), view.parts(&profile.parts)) };
    sections.push(above);
    sections.extend(profile.relations.iter().map(|relations| view.relations(relations)));
    sections.push(view.mentions(&profile.mentions, Role::About, "about it"));
    sections.push(view.mentions(&profile.mentions, Role::Ground, "given as a ground"));
    sections.push(view.timeline(&profile.timeline));
    // A state's posts and organs are many: what it did comes first.
    sections.push(view.holders(profile));
    sections.push(below);
    sections.push(evidence(profile));
    sections.push(view.section("said in", said.iter().map(origin).collect()));
    let sections = sections.into_iter().filter(|lines| !lines.is_empty());
    sections.map(|lines| lines.join("\n")).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// The claims that name an entity, one JSON object a line, in the form of `claims.jsonl`.
pub fn json(profile: &Profile, graph: &StanceGraph) -> String {
    let wanted: BTreeSet<&ClaimId> = profile.claims.claims.iter().collect();
    let claims = graph.claims.iter().filter(|claim| wanted.contains(&claim.id));
    claims.filter_map(|claim| serde_json::to_string(claim).ok()).map(|line| line + "\n").collect()
}

struct View<'a> {
    world: &'a World,
    style: Style,
    own: &'a EntityId,
}

impl View<'_> {
    fn name(&self, id: &EntityId) -> String {
        clean(&self.world.name(id))
    }

    fn heading(&self, text: &str) -> String {
        self.style.paint(Paint::Heading, text)
    }

    fn head(&self, profile: &Profile) -> Vec<String> {
        let id = clean(profile.id.as_str());
        let Some(entity) = &profile.entity else {
            return vec![format!("{}, named by claims only", self.heading(&id))];
        };
        let title = format!("{} ({id}), {}", clean(&entity.name), entity.kind_name());
        let facts = facts(entity, self).into_iter().filter(|(_, values)| !values.is_empty());
        let facts = facts.map(|(what, values)| format!("{what}: {}", values.join(", ")));
        std::iter::once(self.heading(&title)).chain(facts).collect()
    }

    fn offices(&self, profile: &Profile) -> Vec<String> {
        let own = match profile.entity.as_ref().map(|entity| &entity.kind) {
            Some(EntityKind::Official { offices, .. }) => offices.iter().map(|office| self.office(office)).collect(),
            _ => Vec::new(),
        };
        self.section("offices", own)
    }

    fn holders(&self, profile: &Profile) -> Vec<String> {
        let held = profile.holders.iter().map(|(person, office)| {
            let title = clean(&self.title(office));
            format!("  {title}: {}{}", self.name(person), dates(office))
        });
        self.section("offices", held.collect())
    }

    fn office(&self, office: &Tenure) -> String {
        format!("  {} of {}{}", clean(&self.title(office)), self.name(&office.of), dates(office))
    }

    fn title(&self, office: &Tenure) -> String {
        let title = self.world.titles.get(&office.title).and_then(|title| title.names.first());
        title.map_or_else(|| office.title.to_string(), Clone::clone)
    }

    fn parts(&self, parts: &[EntityId]) -> Vec<String> {
        self.section("parts", parts.iter().map(|part| format!("  {}", self.name(part))).collect())
    }

    fn section(&self, heading: &str, lines: Vec<String>) -> Vec<String> {
        if lines.is_empty() { lines } else { std::iter::once(self.heading(heading)).chain(lines).collect() }
    }

    fn relations(&self, relations: &Relations) -> Vec<String> {
        let claims: usize = relations.ties.iter().map(|tie| tie.claims.claims.len()).sum();
        let heading = format!("{} ({})", kind_name(relations.kind), count(claims, "claim"));
        self.section(&heading, table(relations.ties.iter().map(|tie| (self.tie(tie), &tie.claims))))
    }

    fn mentions(&self, mentions: &[Mention], role: Role, heading: &str) -> Vec<String> {
        let mentions = mentions.iter().filter(|mention| mention.role == role);
        self.section(heading, table(mentions.map(|mention| (self.mention(mention), &mention.claims))))
    }

    fn mention(&self, mention: &Mention) -> String {
        let label =
            self.world.relation(&mention.relation).map_or(mention.relation.as_str(), |relation| &relation.label);
        let (subject, object) = (self.name(&mention.subject), self.name(&mention.object));
        let core = format!("{subject} {} {object}", clean(label));
        format!("{}{core}{}", not(mention.polarity), modality(mention.modality))
    }

    /// "opposes Theater Missile Defense", "is opposed by China, planned (through Igor Sergeev)".
    fn tie(&self, tie: &Tie) -> String {
        let relation = self.world.relation(&tie.relation);
        let label = relation.map_or(tie.relation.as_str(), |relation| &relation.label);
        let passive = relation.and_then(|relation| relation.passive.as_deref());
        let symmetric = relation.is_some_and(|relation| relation.symmetric);
        let other = self.name(&tie.other);
        let core = match (tie.voice, passive) {
            (Voice::Passive, Some(passive)) if !symmetric => format!("{} {other}", clean(passive)),
            (Voice::Passive, None) if !symmetric => format!("{other} {} {}", clean(label), self.name(self.own)),
            _ => format!("{} {other}", clean(label)),
        };
        let about = tie.about.as_ref().map(|about| format!(" about {}", self.name(about))).unwrap_or_default();
        let through = through(&tie.through, tie.own, self.world);
        format!("{}{core}{about}{}{through}", not(tie.polarity), modality(tie.modality))
    }

    fn timeline(&self, timeline: &[Happening]) -> Vec<String> {
        self.section("timeline", timeline.iter().map(|happening| self.happening(happening)).collect())
    }

    fn happening(&self, happening: &Happening) -> String {
        let relation = self.world.relation(&happening.relation);
        let label = clean(relation.map_or(happening.relation.as_str(), |relation| &relation.label));
        let about = happening.about.as_ref().map(|about| format!(" about {}", self.name(about))).unwrap_or_default();
        let reported = if happening.dating == Dating::Reported { " (reported)" } else { "" };
        let times = if happening.claims > 1 { format!(" x{}", happening.claims) } else { String::new() };
        let (subject, object) = (self.name(&happening.subject), self.name(&happening.object));
        format!("  {}  {subject} {label} {object}{about}{reported}{times}", happening.day)
    }
}

/// Relations with the counts of their claims, as indented lines.
fn table<'t>(rows: impl Iterator<Item = (String, &'t Tally)>) -> Vec<String> {
    let heads = [("", Align::Left), ("claims", Align::Right), ("documents", Align::Right)];
    let mut table = Table::new(heads.into_iter().chain([("first", Align::Left), ("last", Align::Left)]));
    rows.for_each(|(what, claims)| table.push(std::iter::once(what).chain(counts(claims)).collect()));
    if table.is_empty() {
        return Vec::new();
    }
    table.lines(Style::Plain).into_iter().map(|line| format!("  {line}")).collect()
}

fn not(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Asserted => "",
        Polarity::Negated => "not: ",
        Polarity::Denied => "denied: ",
    }
}

fn modality(modality: Modality) -> String {
    if modality == Modality::Actual { String::new() } else { format!(", {}", modality.name()) }
}

/// What the world holds of an entity beside its name, each with a heading.
fn facts(entity: &Entity, view: &View<'_>) -> Vec<(&'static str, Vec<String>)> {
    let list = |texts: &[String]| texts.iter().map(|text| clean(text)).collect::<Vec<_>>();
    let one = |id: &Option<EntityId>| id.iter().map(|id| view.name(id)).collect::<Vec<_>>();
    let mut facts = vec![("also", list(&entity.aliases))];
    match &entity.kind {
        EntityKind::State { demonyms, seats, iso3, from, until } => {
            facts.extend([("people", list(demonyms)), ("seats", list(seats))]);
            facts.push(("iso3", iso3.iter().cloned().collect()));
            facts.push(("from", from.iter().map(ToString::to_string).collect()));
            facts.push(("until", until.iter().map(ToString::to_string).collect()));
        }
        EntityKind::Organisation { part_of, sector, demonyms, seats, .. } => {
            facts.extend([("part of", one(part_of)), ("sector", vec![format!("{sector:?}").to_lowercase()])]);
            facts.extend([("people", list(demonyms)), ("seats", list(seats))]);
        }
        EntityKind::Official { of, .. } => facts.push(("of", one(of))),
        EntityKind::Office { of, .. } | EntityKind::Group { of, .. } => facts.push(("of", vec![view.name(of)])),
        EntityKind::Issue { kind, part_of, sponsors, .. } => {
            facts.extend([("kind", vec![format!("{kind:?}").to_lowercase()]), ("part of", one(part_of))]);
            facts.push(("sponsors", sponsors.iter().map(|sponsor| view.name(sponsor)).collect()));
        }
        EntityKind::Ground { terms } => facts.push(("stated as", list(terms))),
    }
    facts.push(("wikidata", entity.wikidata.iter().map(|item| clean(item)).collect()));
    facts
}

fn dates(office: &Tenure) -> String {
    match (office.from, office.until) {
        (None, None) => String::new(),
        (Some(from), None) => format!(", since {from}"),
        (None, Some(until)) => format!(", until {until}"),
        (Some(from), Some(until)) => format!(", {from} to {until}"),
    }
}

fn kind_name(kind: Option<RelationKind>) -> &'static str {
    match kind {
        Some(RelationKind::Stance) => "stances",
        Some(RelationKind::Contact) => "contacts",
        Some(RelationKind::Request) => "requests",
        Some(RelationKind::Commitment) => "commitments",
        Some(RelationKind::Act) => "acts",
        Some(RelationKind::Tie) => "ties",
        None => "other relations",
    }
}

fn evidence(profile: &Profile) -> Vec<String> {
    let claims = &profile.claims;
    let (documents, sources) = (count(claims.documents, "document"), count(claims.sources, "source"));
    let counted =
        format!("evidence: {} in {documents}, {sources}{}", count(claims.claims.len(), "claim"), span(claims));
    let uncounted =
        (profile.uncounted > 0).then(|| format!("{} of them negated, denied or not actual", profile.uncounted));
    std::iter::once(counted).chain(uncounted).collect()
}

/// "data/actors/states.ron:12:9", "mine/a.ron:1:14, layer 2: adds aliases "Rossiya"".
fn origin(said: &Said) -> String {
    let layer = if said.layer > 1 { format!(", layer {}", said.layer) } else { String::new() };
    let what = match &said.what {
        Saying::Gives => String::new(),
        Saying::Gave => ": replaced".to_owned(),
        Saying::Adds(fields) => {
            let quoted = |words: &[String]| words.iter().map(|word| format!("\"{}\"", clean(word))).collect::<Vec<_>>();
            let fields = fields.iter().map(|(field, words)| format!("{field} {}", quoted(words).join(", ")));
            format!(": adds {}", fields.collect::<Vec<_>>().join(", "))
        }
    };
    format!("  {}{layer}{what}", clean(&said.place.to_string()))
}
