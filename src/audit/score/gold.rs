//! Gold files: one coded text a line, read, checked and resolved.

use std::collections::BTreeSet;

use super::coding::{Coding, Ends, Label, Level, Scheme};
use super::fault::{Fault, GoldError};
use super::line::{ClaimLine, Line, parse, scheme_of};
use crate::curation::{World, nearest};
use crate::model::{Catalog, Date, EntityId, EntityKind, Plover, Sign, Span, principal};
use crate::text::Article;

/// A coded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The line, counted from 1.
    pub line: usize,
    /// The text, with the entities it brings.
    pub article: Article,
    /// What it was coded as, each once; ends rolled up where they are named.
    pub codings: Vec<Coding>,
}

/// A gold file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gold {
    /// How it is coded.
    pub scheme: Scheme,
    /// Its records, in their order.
    pub records: Vec<Record>,
    /// Codings left out because they are negated or denied.
    pub negated: usize,
    /// Codings left out because both ends stand for one actor.
    pub self_pairs: usize,
    /// `iso3:` codes that no state of the data has, with their first lines.
    pub unknown_states: Vec<(usize, String)>,
}

/// What stands for the day of a text that has none: whoever the data has still in office is in office.
pub const UNDATED: Date = Date::MAX;

/// Reads the bytes of a gold file.
///
/// # Errors
///
/// All lines that cannot be used; no errors and no records mean that the file is empty.
pub fn read_gold(bytes: &[u8], world: &World) -> Result<Gold, Vec<GoldError>> {
    let (mut lines, mut errors) = (Vec::new(), Vec::new());
    let numbered = bytes.split(|byte| *byte == b'\n').enumerate().map(|(at, line)| (at + 1, line));
    for (number, line) in numbered.filter(|(_, line)| !line.trim_ascii().is_empty()) {
        match parse(line) {
            Ok(line) => lines.push((number, line)),
            Err(fault) => errors.push(GoldError { line: number, fault }),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let scheme = scheme_of(&lines).map_err(|error| vec![error])?;
    let mut reader = Reader::new(world, scheme);
    for (number, line) in lines {
        reader.add(number, line);
    }
    if reader.errors.is_empty() { Ok(reader.gold) } else { Err(reader.errors) }
}

/// Turns lines into records.
struct Reader<'w> {
    world: &'w World,
    gold: Gold,
    errors: Vec<GoldError>,
    /// The states with an ISO code, in the order of their ids.
    states: Vec<(&'w str, &'w EntityId)>,
}

impl<'w> Reader<'w> {
    fn new(world: &'w World, scheme: Scheme) -> Self {
        let code = |entity: &'w crate::model::Entity| match &entity.kind {
            EntityKind::State { iso3, .. } => iso3.as_deref().map(|iso3| (iso3, &entity.id)),
            _ => None,
        };
        let states = world.entities.values().filter_map(code).collect();
        let gold = Gold { scheme, records: Vec::new(), negated: 0, self_pairs: 0, unknown_states: Vec::new() };
        Self { world, gold, errors: Vec::new(), states }
    }

    fn add(&mut self, number: usize, line: Line) {
        match self.record(number, line) {
            Ok(record) => self.gold.records.push(record),
            Err(fault) => self.errors.push(GoldError { line: number, fault }),
        }
    }

    fn record(&mut self, number: usize, line: Line) -> Result<Record, Fault> {
        let date = line.date.as_ref().map(|text| text.parse().map_err(|_| Fault::Date { text: text.clone() }));
        let date: Option<Date> = date.transpose()?;
        check_entities(&line, self.gold.scheme)?;
        let mut codings = BTreeSet::new();
        for (at, claim) in line.claims.iter().enumerate() {
            codings.extend(self.coding(number, at + 1, claim, &line, date)?);
        }
        let article = Article { id: line.id, date, entities: line.entities, ..Article::plain(line.text) };
        Ok(Record { line: number, article, codings: codings.into_iter().collect() })
    }

    /// The coding of a claim; none where it is negated, neutral, or of one actor with itself.
    fn coding(
        &mut self,
        number: usize,
        at: usize,
        claim: &ClaimLine,
        line: &Line,
        date: Option<Date>,
    ) -> Result<Option<Coding>, Fault> {
        let label = self.label(claim, at)?;
        let subject = self.end(number, &claim.subject, line, date)?;
        let object = self.end(number, &claim.object, line, date)?;
        let about = claim.about.as_ref().map(|about| self.end(number, about, line, date)).transpose()?;
        match claim.polarity.as_deref() {
            Some("asserted") | None => {}
            Some("negated" | "denied") => {
                self.gold.negated += 1;
                return Ok(None);
            }
            Some(other) => return Err(Fault::WrongPolarity { name: other.to_owned() }),
        }
        if subject == object {
            self.gold.self_pairs += 1;
            return Ok(None);
        }
        let neutral = label == Label::Sign(Sign::Neutral);
        Ok((!neutral).then_some(Coding { subject, label, object, about }))
    }

    fn label(&self, claim: &ClaimLine, at: usize) -> Result<Label, Fault> {
        let missing = |keys| Fault::NoLabel { claim: at, keys };
        match self.gold.scheme.level {
            Level::Relation => {
                let name = claim.relation.as_ref().ok_or(missing("a `relation`"))?;
                let known = self.world.resolve_relation(name);
                known.map(Label::Relation).ok_or_else(|| {
                    let ids = self.world.relations.keys().map(|id| id.as_str());
                    Fault::UnknownRelation { name: name.clone(), nearest: nearest(name, ids).map(str::to_owned) }
                })
            }
            Level::Class => {
                let name = claim.class().ok_or(missing("a `class`"))?;
                Plover::from_name(name).map(Label::Class).ok_or_else(|| {
                    let names = Plover::ALL.into_iter().map(Plover::name);
                    Fault::UnknownClass { name: name.clone(), nearest: nearest(name, names).map(str::to_owned) }
                })
            }
            Level::Sign => {
                let number = claim.sign.as_ref().ok_or(missing("a `sign`"))?;
                let sign = number.as_i64().and_then(|number| i8::try_from(number).ok());
                sign.and_then(|sign| Sign::try_from(sign).ok())
                    .map(Label::Sign)
                    .ok_or_else(|| Fault::WrongSign { number: number.to_string() })
            }
        }
    }

    fn end(&mut self, number: usize, name: &str, line: &Line, date: Option<Date>) -> Result<EntityId, Fault> {
        if self.gold.scheme.ends == Ends::Given {
            let given = line.entities.iter().find(|entity| entity.id == name);
            return given.map(|entity| EntityId::from(entity.id.as_str())).ok_or_else(|| Fault::NotGiven {
                name: name.to_owned(),
                given: line.entities.iter().map(|entity| format!("`{}`", entity.id)).collect(),
            });
        }
        let id = match name.strip_prefix("iso3:") {
            Some(code) => match self.state(code, date.unwrap_or(UNDATED)) {
                Some(id) => id.clone(),
                None => return self.unknown_state(number, name, code),
            },
            None => self.entity(name)?,
        };
        Ok(principal(&id, date.unwrap_or(UNDATED), self.world))
    }

    /// The state with a code, on a day if several states had it in their times.
    fn state(&self, code: &str, day: Date) -> Option<&'w EntityId> {
        let mut states = self.states.iter().filter(|(iso3, _)| *iso3 == code).map(|(_, id)| *id);
        let existed = |id: &&EntityId| match self.world.entities.get(*id).map(|entity| &entity.kind) {
            Some(EntityKind::State { from, until, .. }) => {
                from.is_none_or(|from| from.earliest() <= day) && until.is_none_or(|until| day <= until.latest())
            }
            _ => false,
        };
        let first = states.clone().next();
        states.find(existed).or(first)
    }

    /// A code is well-formed or a mistake; a state that the data lacks is a miss of the data, not of the file.
    fn unknown_state(&mut self, number: usize, name: &str, code: &str) -> Result<EntityId, Fault> {
        if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
            let codes = self.states.iter().map(|(iso3, _)| *iso3);
            let nearest = nearest(code, codes).map(|code| format!("iso3:{code}"));
            return Err(Fault::UnknownEntity { name: name.to_owned(), nearest });
        }
        let known = &mut self.gold.unknown_states;
        if !known.iter().any(|(_, other)| other == name) {
            known.push((number, name.to_owned()));
        }
        Ok(EntityId::from(name))
    }

    fn entity(&self, name: &str) -> Result<EntityId, Fault> {
        let id = EntityId::from(name);
        if self.world.entity(&id).is_some() {
            return Ok(id);
        }
        match self.world.resolve(name).as_slice() {
            [id] => Ok(id.clone()),
            [] => {
                let nearest = self.world.suggest(name).map(str::to_owned);
                Err(Fault::UnknownEntity { name: name.to_owned(), nearest })
            }
            several => Err(Fault::Ambiguous {
                name: name.to_owned(),
                ids: several.iter().map(|id| format!("`{id}`")).collect(),
            }),
        }
    }
}

fn check_entities(line: &Line, scheme: Scheme) -> Result<(), Fault> {
    let distinct: BTreeSet<&str> = line.entities.iter().map(|entity| entity.id.as_str()).collect();
    match (distinct.len(), scheme.level) {
        (1, _) => return Err(Fault::NoPair { count: 1 }),
        (count, Level::Sign) if count > 2 => return Err(Fault::TooMany { count }),
        _ => {}
    }
    for entity in &line.entities {
        entity.spans.iter().try_for_each(|span| check_span(&entity.id, *span, &line.text))?;
    }
    Ok(())
}

/// An empty span is well-formed: the coder found the entity nowhere.
fn check_span(entity: &str, span: Span, text: &str) -> Result<(), Fault> {
    let entity = entity.to_owned();
    match () {
        () if span.end > text.len() => Err(Fault::OutsideText { entity, span, length: text.len() }),
        () if span.start > span.end => Err(Fault::BackwardSpan { entity, span }),
        () if text.get(span.start..span.end).is_none() => Err(Fault::SplitCharacter { entity, span }),
        () => Ok(()),
    }
}
