//! Codes of actors for event records: `RUS`, `RUSGOV`, `NATO`. `docs/events.md` tells them to analysts.

use crate::model::{Catalog, Date, EntityId, EntityKind, Sector, TitleId};

/// How deep a chain of organs is followed, so that a circle in the data ends.
const DEPTH: usize = 8;

/// The code of an actor on a day; none for an issue or a ground.
///
/// A state has its ISO 3166-1 code, everything else of a state that code and a suffix for its sector. What belongs to no
/// state has its id in capitals, with the suffix if it is a post or people of it. An id that nothing is known of is in
/// capitals too. Without a day, nobody's office is known: persons have the code of their state alone.
pub fn actor_code(id: &EntityId, day: Option<Date>, catalog: &impl Catalog) -> Option<String> {
    let Some(entity) = catalog.entity(id) else { return Some(capitals(id)) };
    if !entity.is_actor() {
        return None;
    }
    let suffixed = |of: &EntityId, suffix: &str| format!("{}{suffix}", owner_code(of, catalog));
    let sector = |title: &TitleId| catalog.title(title.as_str()).map_or("", |title| suffix(title.sector));
    Some(match &entity.kind {
        EntityKind::Organisation { part_of: Some(of), sector, .. } => suffixed(of, suffix(*sector)),
        EntityKind::Office { of, title } | EntityKind::Group { of, title } => suffixed(of, sector(title)),
        EntityKind::Official { offices, of, .. } => {
            let held = day.and_then(|day| offices.iter().find(|tenure| tenure.held_on(day)));
            match (held, of.as_ref().or(offices.last().map(|tenure| &tenure.of))) {
                (Some(tenure), _) => suffixed(&tenure.of, sector(&tenure.title)),
                (None, Some(of)) => suffixed(of, if day.is_some() { ELITE } else { "" }),
                (None, None) => capitals(id),
            }
        }
        _ => owner_code(id, catalog),
    })
}

/// The suffix of persons out of office on the day.
const ELITE: &str = "ELI";

fn suffix(sector: Sector) -> &'static str {
    match sector {
        Sector::Government => "GOV",
        Sector::Military => "MIL",
        Sector::Legislature => "LEG",
        Sector::Judiciary => "JUD",
        Sector::Opposition => "OPP",
        Sector::Rebel => "REB",
        Sector::Media => "MED",
        Sector::Business => "BUS",
        Sector::Society => "CVL",
    }
}

/// The code of the state that an actor is or belongs to, or else of the organisation.
fn owner_code(id: &EntityId, catalog: &impl Catalog) -> String {
    let mut current = id.clone();
    for _ in 0..DEPTH {
        let next = match catalog.entity(&current).map(|entity| entity.kind.clone()) {
            Some(EntityKind::State { iso3: Some(iso3), .. }) => return iso3,
            Some(EntityKind::Organisation { part_of: Some(of), .. }) => of,
            _ => break,
        };
        current = next;
    }
    capitals(&current)
}

/// An id in capitals, its hyphens kept so that no two ids share a code.
fn capitals(id: &EntityId) -> String {
    id.as_str().to_uppercase()
}
