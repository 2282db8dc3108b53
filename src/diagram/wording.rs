//! The words of a picture.

use super::measure::shorten;
use super::options::{Options, View};
use super::picture::{PictureEdge, PictureNode, Standing};
use crate::curation::World;
use crate::model::{Catalog, Date, Entity, EntityId, Relation, RelationId, Sign};

/// The longest sentence a tooltip shows, in characters.
const LONGEST_SENTENCE: usize = 280;
/// The longest name anywhere but in its own box, in characters.
const LONGEST_NAME: usize = 60;
/// The most issues that a label names.
const MOST_ABOUT: usize = 2;

/// The title of a picture that was given none.
pub(super) fn title(options: &Options, world: &World) -> String {
    let view = match options.view {
        View::Network => "Who stands where",
        View::Stances => "Stances",
        View::Contacts => "Contacts",
    };
    match &options.focus {
        Some(focus) => format!("{view}: {}", world.name(focus)),
        None => view.to_owned(),
    }
}

/// The dates, and how many claims and documents.
pub(super) fn subtitle(days: (Option<Date>, Option<Date>), claims: usize, documents: usize) -> String {
    if claims == 0 {
        return "There are no claims to draw.".to_owned();
    }
    let counts = format!("{} from {}", count(claims, "claim"), count(documents, "document"));
    match period(days.0, days.1) {
        Some(period) => format!("{period} · {counts}"),
        None => counts,
    }
}

/// What was left out or put together.
pub(super) fn notes(left_out: usize, rolled_up: usize) -> Vec<String> {
    let mut notes = Vec::new();
    if rolled_up > 0 {
        notes.push("People and organs are drawn as the actor they stand for.".to_owned());
    }
    if left_out > 0 {
        notes.push(format!("Left out: {} negated, denied or not actual.", count(left_out, "claim")));
    }
    notes
}

/// A number and its noun.
pub(super) fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

fn period(first: Option<Date>, last: Option<Date>) -> Option<String> {
    match (first?, last?) {
        (first, last) if first == last => Some(first.to_string()),
        (first, last) => Some(format!("{first} to {last}")),
    }
}

/// An entity's first alias that is an abbreviation, or else its name.
pub(super) fn short_name(id: &EntityId, world: &World) -> String {
    let Some(entity) = world.entity(id) else { return id.to_string() };
    abbreviation(&entity).map_or_else(|| entity.name.clone(), str::to_owned)
}

fn abbreviation(entity: &Entity) -> Option<&str> {
    // "TMD" for Theater Missile Defense; "BMD" would be another thing than missile defence.
    let initials: String =
        entity.name.split(' ').filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect();
    let is_short = |alias: &&String| {
        (2..=8).contains(&alias.chars().count())
            && alias.chars().all(|c| c.is_uppercase() || c.is_numeric())
            && (initials == **alias || !entity.is_issue())
    };
    entity.aliases.iter().find(is_short).map(String::as_str)
}

/// A relation's wording, with a mark if its claims do not count.
pub(super) fn relation(relation: Option<&Relation>, id: &RelationId, standing: Standing) -> String {
    let label = relation.map_or(id.as_str(), |relation| &relation.label);
    match standing {
        Standing::Counts => label.to_owned(),
        Standing::Negated => format!("not {label}"),
        Standing::Denied => format!("denied {label}"),
        Standing::Only(modality) => format!("{} {label}", modality.name()),
    }
}

/// A relation's wording in the legend: signed, since colour alone does not tell everyone.
pub(super) fn legend_label(edge: &PictureEdge) -> String {
    match (edge.standing, edge.sign) {
        (Standing::Counts, Sign::Negative) => format!("{} (\u{2212})", edge.wording),
        (Standing::Counts, Sign::Positive) => format!("{} (+)", edge.wording),
        _ => edge.wording.clone(),
    }
}

/// The lines of an edge's label: "opposes (3)" and "about TMD".
pub(super) fn edge_label(edge: &PictureEdge) -> Vec<String> {
    let mut lines = vec![match edge.claims {
        0 | 1 => edge.wording.clone(),
        claims => format!("{} ({claims})", edge.wording),
    }];
    if !edge.about.is_empty() {
        let named: Vec<String> = edge.about.iter().take(MOST_ABOUT).map(|name| shorten(name, LONGEST_NAME)).collect();
        let more = edge.about.len().saturating_sub(MOST_ABOUT);
        let more = if more > 0 { format!(" +{more}") } else { String::new() };
        let part = if edge.about_claims < edge.claims { "partly " } else { "" };
        lines.push(format!("{part}about {}{more}", named.join(", ")));
    }
    lines
}

/// The tooltip of an edge: relation, counts, dates and the earliest sentence.
pub(super) fn edge_tooltip(edge: &PictureEdge, nodes: &[PictureNode]) -> String {
    let name = |index: usize| nodes.get(index).map(|node| shorten(&node.label, LONGEST_NAME)).unwrap_or_default();
    let about = if edge.about.is_empty() { String::new() } else { format!(" about {}", edge.about.join(", ")) };
    let mut lines = vec![format!("{} {} {}{about}", name(edge.from), edge.wording, name(edge.to))];
    let counts = format!("{} in {}", count(edge.claims, "claim"), count(edge.documents, "document"));
    lines.push(match period(edge.first, edge.last) {
        Some(period) => format!("{counts}, {period}"),
        None => counts,
    });
    if !edge.sentence.is_empty() {
        lines.push(format!("\u{201c}{}\u{201d}", shorten(&edge.sentence, LONGEST_SENTENCE)));
    }
    lines.join("\n")
}

/// The tooltip of a node: name, kind, who is drawn as it, and how many claims.
pub(super) fn node_tooltip(node: &PictureNode) -> String {
    let mut lines = vec![format!("{} ({})", shorten(&node.label, LONGEST_SENTENCE), node.shape.name())];
    if !node.through.is_empty() {
        lines.push(shorten(&format!("through {}", node.through.join(", ")), LONGEST_SENTENCE));
    }
    lines.push(count(node.claims, "claim"));
    lines.join("\n")
}
