//! PLOVER-style event records as tab-separated values: one line an event, or one a day, pair and class.

use std::collections::BTreeMap;

use super::actor_code::actor_code;
use crate::curation::World;
use crate::model::{Claim, Date, EntityId, Plover, event_class};

/// Which claims share a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// None: each has its own.
    #[default]
    EachClaim,
    /// Those of one day, source, target and class; the first in file order gives the rest.
    OneADay,
}

/// Event records, and what became no event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Events {
    /// The file: a line of headings, then a line an event.
    pub tsv: String,
    /// How many lines of events there are.
    pub events: usize,
    /// Claims left out because an end is an issue.
    pub on_issues: usize,
    /// Claims left out because they tell of no event: negated, only possible, or of a relation without a class.
    pub no_class: usize,
}

const HEADINGS: [&str; 13] = [
    "date",
    "source",
    "target",
    "class",
    "quad",
    "claims",
    "source_id",
    "target_id",
    "relation",
    "modality",
    "document",
    "claim",
    "sentence",
];

/// The events of claims, day by day, undated ones first; within a day in file order.
///
/// A mutual event has the code that sorts first as its source.
pub fn events(claims: &[Claim], world: &World, grouping: Grouping) -> Events {
    let mut events = Events::default();
    let mut rows: Vec<Row<'_>> = Vec::new();
    let mut known: BTreeMap<(String, String, String, Plover), usize> = BTreeMap::new();
    for claim in claims {
        match Row::of(claim, world) {
            Ok(row) => match known.get(&row.key()).and_then(|at| rows.get_mut(*at)) {
                Some(first) if grouping == Grouping::OneADay => first.claims += 1,
                _ => {
                    known.insert(row.key(), rows.len());
                    rows.push(row);
                }
            },
            Err(LeftOut::OnIssue) => events.on_issues += 1,
            Err(LeftOut::NoClass) => events.no_class += 1,
        }
    }
    rows.sort_by(|a, b| (&a.date, a.place).cmp(&(&b.date, b.place)));
    events.events = rows.len();
    events.tsv = std::iter::once(line(HEADINGS)).chain(rows.iter().map(Row::line)).collect();
    events
}

enum LeftOut {
    OnIssue,
    NoClass,
}

struct Row<'a> {
    date: String,
    source: String,
    target: String,
    class: Plover,
    claims: usize,
    claim: &'a Claim,
    ends: (&'a EntityId, &'a EntityId),
    place: (Option<Date>, &'a str, usize, &'a str),
}

impl<'a> Row<'a> {
    fn of(claim: &'a Claim, world: &World) -> Result<Self, LeftOut> {
        let code = |id: &EntityId| actor_code(id, claim.day(), world).ok_or(LeftOut::OnIssue);
        let mut ends = [(code(&claim.subject)?, &claim.subject), (code(&claim.object)?, &claim.object)];
        let relation = world.relation(&claim.relation).ok_or(LeftOut::NoClass)?;
        if relation.symmetric {
            ends.sort();
        }
        let [(source, source_id), (target, target_id)] = ends;
        let (date, document, sentence, id) = claim.file_order();
        Ok(Self {
            date: claim.day().map(|day| day.to_string()).unwrap_or_default(),
            source,
            target,
            class: event_class(claim, relation).ok_or(LeftOut::NoClass)?,
            claims: 1,
            claim,
            ends: (source_id, target_id),
            place: (date, document.as_str(), sentence, id.as_str()),
        })
    }

    fn key(&self) -> (String, String, String, Plover) {
        (self.date.clone(), self.source.clone(), self.target.clone(), self.class)
    }

    fn line(&self) -> String {
        let claim = self.claim;
        line([
            &self.date,
            &self.source,
            &self.target,
            self.class.name(),
            self.class.quad().name(),
            &self.claims.to_string(),
            self.ends.0.as_str(),
            self.ends.1.as_str(),
            claim.relation.as_str(),
            claim.modality.name(),
            claim.evidence.document.as_str(),
            claim.id.as_str(),
            &claim.evidence.text.split_whitespace().collect::<Vec<_>>().join(" "),
        ])
    }
}

fn line<const N: usize>(cells: [&str; N]) -> String {
    cells.map(tsv_cell).join("\t") + "\n"
}

/// A cell that keeps to its line and column and that no spreadsheet takes for a formula.
///
/// ```
/// use demarche::export::tsv_cell;
/// assert_eq!(tsv_cell("a\tb\nc\\d"), "a\\tb\\nc\\\\d");
/// assert_eq!(tsv_cell("=1+2"), "'=1+2");
/// ```
pub fn tsv_cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let mut cell = if formula { "'".to_owned() } else { String::new() };
    for character in text.chars() {
        match character {
            '\t' => cell.push_str("\\t"),
            '\n' => cell.push_str("\\n"),
            '\r' => cell.push_str("\\r"),
            '\\' => cell.push_str("\\\\"),
            other => cell.push(other),
        }
    }
    cell
}
