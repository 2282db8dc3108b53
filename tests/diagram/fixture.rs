//! A world and claims made by hand.

use super::plain;
use demarche::curation::World;
use demarche::diagram::{self, Options, Picture};
use demarche::graph::StanceGraph;
use demarche::model::{
    Claim, ClaimKey, Date, Entity, EntityId, EntityKind, IssueKind, Line, Modality, Polarity, Relation, RelationKind,
    Sector, Sign, Span, Tenure, Title, TitleId, TitleKind, claim_id,
};

pub fn entity(id: &str, name: &str, aliases: &[&str], kind: EntityKind) -> Entity {
    let aliases = aliases.iter().map(|alias| (*alias).to_owned()).collect();
    Entity { id: id.into(), name: name.to_owned(), aliases, wikidata: None, kind }
}

pub fn state() -> EntityKind {
    EntityKind::State { demonyms: Vec::new(), seats: Vec::new(), iso3: None, from: None, until: None }
}

fn organisation() -> EntityKind {
    EntityKind::Organisation {
        heads: Vec::new(),
        part_of: None,
        sector: Sector::Government,
        demonyms: Vec::new(),
        seats: Vec::new(),
    }
}

fn official(of: &str, title: &str) -> EntityKind {
    let tenure = Tenure { of: of.into(), title: TitleId::from(title), from: None, until: None };
    EntityKind::Official { offices: vec![tenure], of: None, surname: None }
}

fn issue(kind: IssueKind) -> EntityKind {
    EntityKind::Issue { kind, part_of: None, heads: Vec::new(), sponsors: Vec::new() }
}

fn relation(id: &str, kind: RelationKind, sign: i8, symmetric: bool, color: &str, line: Line) -> Relation {
    Relation {
        id: id.into(),
        kind,
        sign: Sign::try_from(sign).unwrap(),
        symmetric,
        label: id.replace('-', " "),
        passive: None,
        plover: None,
        color: Some(color.to_owned()),
        line,
    }
}

/// A small world of missile defence.
pub fn world() -> World {
    let mut world = World::default();
    let entities = [
        entity("russia", "Russia", &[], state()),
        entity("china", "China", &[], state()),
        entity("united-states", "United States", &[], state()),
        entity("japan", "Japan", &[], state()),
        entity("india", "India", &[], state()),
        entity("taiwan", "Taiwan", &[], state()),
        entity("north-korea", "North Korea", &[], state()),
        entity("nato", "NATO", &["North Atlantic Treaty Organization"], organisation()),
        entity("igor-sergeev", "Igor Sergeev", &[], official("russia", "defence-minister")),
        entity("chi-haotian", "Chi Haotian", &[], official("china", "defence-minister")),
        entity("william-cohen", "William Cohen", &[], official("united-states", "defence-minister")),
        entity("tmd", "Theater Missile Defense", &["TMD"], issue(IssueKind::Programme)),
        entity("nmd", "National Missile Defense", &["NMD"], issue(IssueKind::Programme)),
        entity("abm-treaty", "ABM Treaty", &["Anti-Ballistic Missile Treaty"], issue(IssueKind::Treaty)),
        entity("us-japan-defence", "U.S.-Japanese defense cooperation guidelines", &[], issue(IssueKind::Policy)),
    ];
    world.entities.extend(entities.map(|entity| (entity.id.clone(), entity)));
    let title = |id: &str, name: &str, kind, sector| Title {
        covers: Vec::new(),
        id: id.into(),
        names: vec![name.to_owned()],
        kind,
        sector,
        holders: Default::default(),
    };
    let titles = [
        title("defence-minister", "defense minister", TitleKind::Post, Sector::Government),
        title("lawmakers", "lawmakers", TitleKind::Group, Sector::Legislature),
    ];
    world.titles.extend(titles.map(|title| (title.id.clone(), title)));
    use RelationKind::{Act, Contact, Request, Stance, Tie};
    let relations = [
        relation("opposes", Stance, -1, false, "#c0392b", Line::Dashed),
        relation("supports", Stance, 1, false, "#1e8449", Line::Solid),
        relation("concerned-about", Stance, -1, false, "#d35400", Line::Dotted),
        relation("proposes", Act, 0, false, "#6c3483", Line::Solid),
        relation("consults-with", Contact, 0, true, "#2c6fbb", Line::Solid),
        relation("visits", Contact, 0, false, "#117a8b", Line::Solid),
        relation("requests", Request, 0, false, "#8a6d00", Line::Dashed),
        relation("strategic-partner-of", Tie, 1, true, "#4d5656", Line::Dotted),
    ];
    world.relations.extend(relations.map(|relation| (relation.id.clone(), relation)));
    world
}

/// A claim written `1999-03-12 china opposes tmd` or `1999-03-12 china consults-with russia about tmd`, with `not` or a
/// modality before the relation where it applies.
pub fn claim(number: usize, text: &str) -> Claim {
    let words: Vec<&str> = text.split(' ').collect();
    let date: Date = words[0].parse().unwrap();
    let mark = Modality::ALL.into_iter().find(|modality| modality.name() == words[2]);
    let negated = words[2] == "not";
    let rest = if negated || mark.is_some() { &words[3..] } else { &words[2..] };
    let mut claim = plain::claim(words[1], rest[0], rest[1]);
    claim.about = rest.get(3).map(|id| EntityId::from(*id));
    claim.polarity = if negated { Polarity::Negated } else { Polarity::Asserted };
    claim.modality = mark.unwrap_or_default();
    claim.evidence.document = format!("d-{}", words[0]).as_str().into();
    claim.evidence.date = Some(date);
    claim.evidence.publication = Some("Gazette".to_owned());
    claim.evidence.sentence = number;
    claim.evidence.span = Span::new(number * 100, number * 100 + 50);
    claim.evidence.text = format!("It is said that {}.", words[1..].join(" "));
    claim.rule = "test".into();
    claim.id = claim_id(&ClaimKey::of(&claim));
    claim
}

/// The claims of a text, one a line.
pub fn claims(text: &str) -> Vec<Claim> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.enumerate().map(|(number, line)| claim(number + 1, line)).collect()
}

/// The picture of the claims of a text.
pub fn picture_of(text: &str, options: &Options) -> Picture {
    let world = world();
    diagram::picture(&StanceGraph::new(claims(text), &world), &world, options)
}

/// Some forty claims.
pub const DEBATE: &str = "
    1998-09-20 united-states proposes tmd
    1998-09-20 japan supports tmd
    1998-10-02 japan supports us-japan-defence
    1998-10-02 united-states supports us-japan-defence
    1998-10-21 china opposes tmd
    1998-10-21 chi-haotian opposes tmd
    1998-11-05 china opposes us-japan-defence
    1998-11-05 north-korea opposes us-japan-defence
    1998-11-05 north-korea opposes tmd
    1998-11-17 russia consults-with china about tmd
    1998-11-17 russia consults-with china about nmd
    1998-11-23 china visits russia
    1998-11-23 china strategic-partner-of russia
    1998-12-08 igor-sergeev visits china
    1998-12-08 igor-sergeev opposes nmd
    1998-12-08 russia supports abm-treaty
    1998-12-21 russia consults-with india
    1998-12-21 russia strategic-partner-of india
    1998-12-21 india opposes nmd
    1999-01-20 william-cohen supports nmd
    1999-01-20 united-states supports nmd
    1999-01-20 united-states requests russia about abm-treaty
    1999-01-21 russia opposes nmd
    1999-01-21 russia concerned-about abm-treaty
    1999-01-25 united-states consults-with russia about abm-treaty
    1999-02-03 united-states consults-with japan about tmd
    1999-02-03 taiwan supports tmd
    1999-02-03 taiwan requests united-states about tmd
    1999-02-10 china concerned-about taiwan
    1999-02-12 nato supports nmd
    1999-02-12 nato consults-with united-states about nmd
    1999-02-12 russia concerned-about nato
    1999-02-25 russia opposes tmd
    1999-02-26 china consults-with russia about tmd
    1999-03-01 william-cohen visits japan
    1999-03-02 japan consults-with china about us-japan-defence
    1999-03-03 china requests japan about tmd
    1999-03-05 north-korea consults-with china
    1999-03-11 china supports abm-treaty
    1999-03-12 china not supports tmd
    1999-03-12 russia planned visits japan
";
