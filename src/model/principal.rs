//! Whom an actor stands for.

use super::{Date, Entity, EntityId, EntityKind, Title};

/// Looks up what ids mean; the world is one.
pub trait Catalog {
    /// The entity with this id; composed ids such as `russia/officials` included.
    fn entity(&self, id: &EntityId) -> Option<std::borrow::Cow<'_, Entity>>;

    /// The title with this id.
    fn title(&self, id: &str) -> Option<&Title>;
}

/// The actor that an actor stands for on a day.
///
/// Officials in office, offices, organs and groups of the government or the military stand for their state (or
/// organisation); former holders, legislators, opposition and rebels for themselves.
/// An id the catalog does not know stands for itself. Links are followed at most eight deep, so a circle in the data ends.
pub fn principal(actor: &EntityId, day: Date, catalog: &impl Catalog) -> EntityId {
    let mut current = actor.clone();
    for _ in 0..8 {
        match stands_for(&current, day, catalog) {
            Some(next) => current = next,
            None => break,
        }
    }
    current
}

/// Whether an actor answers, and is drawn, for whom it stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RollUp {
    /// Every actor for itself.
    None,
    /// An official in office, an office and an organ for their state.
    #[default]
    Principal,
}

impl RollUp {
    /// The one an actor counts for: itself, or the principal that the claim has stored, or else its principal on a day.
    pub fn apply(
        self,
        actor: &EntityId,
        stored: Option<&EntityId>,
        day: Option<Date>,
        catalog: &impl Catalog,
    ) -> EntityId {
        match (self, stored, day) {
            (Self::Principal, Some(stored), _) => stored.clone(),
            (Self::Principal, None, Some(day)) => principal(actor, day, catalog),
            (Self::None, ..) | (Self::Principal, None, None) => actor.clone(),
        }
    }
}

fn stands_for(actor: &EntityId, day: Date, catalog: &impl Catalog) -> Option<EntityId> {
    let binds = |title: &super::TitleId| catalog.title(title.as_str()).is_some_and(|t| t.sector.stands_for_state());
    match &catalog.entity(actor)?.kind {
        EntityKind::Official { offices, .. } => {
            offices.iter().find(|tenure| tenure.held_on(day) && binds(&tenure.title)).map(|tenure| tenure.of.clone())
        }
        EntityKind::Office { of, title } | EntityKind::Group { of, title } => binds(title).then(|| of.clone()),
        EntityKind::Organisation { part_of, sector, .. } => part_of.clone().filter(|_| sector.stands_for_state()),
        _ => None,
    }
}
