//! An invented world, and claims about it from short lines of text.

#![allow(dead_code, reason = "no test file needs all of it")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails panics")]

#[path = "../common/claim.rs"]
mod plain;

use demarche::curation::{Frame, Irregulars, Rules, World};
use demarche::graph::StanceGraph;
use demarche::language::ClaimPattern;
use demarche::model::{
    Claim, ClaimKey, Date, DocumentId, Entity, EntityId, EntityKind, Evidence, GroundUse, Holders, IssueKind, Modality,
    Relation, RelationId, RelationKind, RuleId, Sector, Sign, Span, Tenure, Title, TitleId, TitleKind, claim_id,
};

fn strings(list: &str) -> Vec<String> {
    list.split(',').filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

fn entity(id: &str, name: &str, aliases: &str, kind: EntityKind) -> Entity {
    Entity { id: EntityId::from(id), name: name.to_owned(), aliases: strings(aliases), wikidata: None, kind }
}

fn state(id: &str, name: &str, aliases: &str, demonyms: &str, seats: &str) -> Entity {
    let (demonyms, seats) = (strings(demonyms), strings(seats));
    entity(id, name, aliases, EntityKind::State { demonyms, seats, iso3: None, from: None, until: None })
}

fn issue(id: &str, name: &str, aliases: &str, part_of: Option<&str>) -> Entity {
    let part_of = part_of.map(EntityId::from);
    let kind = EntityKind::Issue { kind: IssueKind::Programme, part_of, heads: Vec::new(), sponsors: Vec::new() };
    entity(id, name, aliases, kind)
}

fn ground(id: &str, name: &str) -> Entity {
    entity(id, name, "", EntityKind::Ground { terms: Vec::new() })
}

fn official(id: &str, name: &str, of: &str, title: &str, from: &str, until: &str) -> Entity {
    let tenure = Tenure {
        of: EntityId::from(of),
        title: TitleId::from(title),
        from: from.parse().ok(),
        until: until.parse().ok(),
    };
    entity(id, name, "", EntityKind::Official { offices: vec![tenure], of: None, surname: None })
}

fn relation(id: &str, kind: RelationKind, sign: Sign, label: &str, passive: Option<&str>) -> Relation {
    Relation {
        id: RelationId::from(id),
        kind,
        sign,
        symmetric: kind == RelationKind::Contact,
        label: label.to_owned(),
        passive: passive.map(str::to_owned),
        plover: None,
        color: None,
        line: Default::default(),
    }
}

pub fn world() -> World {
    let entities = [
        state("alba", "Alba", "Republic of Alba", "Alban,Albans", "Port Alba"),
        state("boru", "Boru", "", "Boruvian", ""),
        state("cisk", "Cisk", "", "", ""),
        state("east-delta", "East Delta", "", "Deltan", ""),
        official("mira-voss", "Mira Voss", "alba", "foreign-minister", "1998", "1999-06-30"),
        official("olin-reth", "Olin Reth", "cisk", "foreign-minister", "1999-07-01", ""),
        issue("river-works", "River Works", "", None),
        issue("great-dam", "Great Dam", "the dam,dam project", Some("river-works")),
        issue("canal", "Delta Canal", "", Some("river-works")),
        issue("fishery", "Fishery Treaty", "", None),
        ground("flooding", "may flood the delta"),
        ground("cost", "costs too much"),
    ];
    let title = Title {
        covers: Vec::new(),
        id: TitleId::from("foreign-minister"),
        names: vec!["foreign minister".to_owned()],
        kind: TitleKind::Post,
        sector: Sector::Government,
        holders: Holders::One,
    };
    let relations = [
        relation("opposes", RelationKind::Stance, Sign::Negative, "opposes", Some("is opposed by")),
        relation("supports", RelationKind::Stance, Sign::Positive, "supports", Some("is supported by")),
        relation("weighs", RelationKind::Stance, Sign::Neutral, "weighs", None),
        relation("meets", RelationKind::Contact, Sign::Neutral, "meets with", None),
        relation("consults-with", RelationKind::Contact, Sign::Neutral, "consults with", None),
        relation("requests", RelationKind::Request, Sign::Neutral, "asks of", None),
    ];
    let frame = Frame {
        id: "object".into(),
        relation: "opposes".into(),
        verbs: strings("object to,speak out against"),
        nouns: Vec::new(),
        adjectives: strings("hostile to"),
        subject: Vec::new(),
        object: Vec::new(),
        about: Vec::new(),
        priority: 0,
        modality: None,
        examples: Vec::new(),
        rejects: Vec::new(),
    };
    let irregular = |base: &str, past: &str| (base.to_owned(), past.to_owned(), past.to_owned());
    let irregulars =
        Irregulars { verbs: vec![irregular("meet", "met"), irregular("speak", "spoke")], nouns: Vec::new() };
    World {
        rules: Rules { frames: vec![frame], irregulars: vec![irregulars], ..Rules::default() },
        entities: entities.into_iter().map(|entity| (entity.id.clone(), entity)).collect(),
        titles: [(title.id.clone(), title)].into(),
        relations: relations.into_iter().map(|relation| (relation.id.clone(), relation)).collect(),
        ..World::default()
    }
}

/// The graph of some claims, one a line: `DOCUMENT DATE PUBLICATION | CLAIM` or
/// `DOCUMENT DATE PUBLICATION | CLAIM | a sentence with [subject], <trigger> and {object} marked`.
/// A `-` for date or publication leaves it out; `Courier+Wire` cites a medium.
pub fn graph(world: &World, lines: &str) -> StanceGraph {
    let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate();
    StanceGraph::new(lines.map(|(at, line)| claim(world, at, line)).collect(), world)
}

fn claim(world: &World, at: usize, line: &str) -> Claim {
    let mut parts = line.splitn(3, " | ");
    let head: Vec<&str> = parts.next().unwrap().split(' ').collect();
    let pattern = ClaimPattern::parse(parts.next().unwrap()).unwrap_or_else(|error| panic!("{error}"));
    let (document, date, publication) = (head[0], head[1], head[2]);
    let (publication, media) = publication.split_once('+').unwrap_or((publication, ""));
    let mut evidence = sentence(parts.next().unwrap_or(""), at * 1000);
    evidence.document = DocumentId::from(document);
    evidence.date = date.parse::<Date>().ok();
    evidence.publication = Some(publication.to_owned()).filter(|name| name != "-");
    evidence.sentence = at + 1;
    let sign = world.relation(&pattern.relation).map_or(Sign::Neutral, |relation| relation.sign);
    let grounds = pattern.grounds.into_iter();
    let mut claim = Claim {
        about: pattern.about,
        asks: pattern.asks,
        sign,
        polarity: pattern.polarity,
        modality: pattern.modality,
        when: pattern.when,
        formerly: pattern.formerly,
        speakers: pattern.speakers,
        media: strings(media),
        grounds: grounds
            .map(|id| GroundUse { id, sentence: at + 1, span: Span::default(), modality: Modality::Actual })
            .collect(),
        evidence,
        rule: RuleId::from("hand"),
        ..plain::claim(pattern.subject.as_str(), pattern.relation.as_str(), pattern.object.as_str())
    };
    claim.id = claim_id(&ClaimKey::of(&claim));
    claim
}

/// The evidence of a sentence whose parts are marked.
fn sentence(marked: &str, start: usize) -> Evidence {
    let mut text = String::new();
    let mut spans = [Span::default(); 3];
    for character in marked.chars() {
        let at = start + text.len();
        match (character, "[<{".find(character), "]>}".find(character)) {
            (_, Some(open), _) => spans[open].start = at,
            (_, _, Some(close)) => spans[close].end = at,
            _ => text.push(character),
        }
    }
    let [subject, trigger, object] = spans;
    Evidence {
        document: "".into(),
        date: None,
        publication: None,
        sentence: 0,
        span: Span::new(start, start + text.len()),
        text,
        subject,
        trigger,
        object,
        about: None,
        cues: Vec::new(),
        via: Vec::new(),
    }
}
