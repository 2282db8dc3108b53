//! From a graph to a picture.

use std::collections::{BTreeMap, BTreeSet};

use super::options::{Include, Options, View};
use super::picture::{Heads, Legend, LegendRelation, Picture, PictureEdge, PictureNode, Shape, Standing};
use super::{style, wording};
use crate::curation::World;
use crate::graph::StanceGraph;
use crate::model::{
    Catalog, Claim, Date, DocumentId, EntityId, Modality, Polarity, Relation, RelationId, RelationKind, RollUp,
};

/// What tells the edges of a picture apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    from: EntityId,
    to: EntityId,
    relation: RelationId,
    standing: Standing,
}

/// What has been gathered so far.
#[derive(Default)]
struct Gathered<'a> {
    edges: BTreeMap<Key, Vec<&'a Claim>>,
    through: BTreeMap<EntityId, BTreeSet<String>>,
    left_out: usize,
}

/// The picture of a graph under some options.
pub fn picture(graph: &StanceGraph, world: &World, options: &Options) -> Picture {
    let gathered = gather(graph, world, options);
    let nodes = nodes(&gathered, world);
    let index: BTreeMap<&EntityId, usize> = nodes.iter().enumerate().map(|(index, node)| (&node.id, index)).collect();
    let edges: Vec<PictureEdge> = gathered
        .edges
        .iter()
        .filter_map(|(key, claims)| {
            let ends = (*index.get(&key.from)?, *index.get(&key.to)?);
            Some(edge(key, ends, claims, world))
        })
        .collect();
    let claims: Vec<&Claim> = gathered.edges.values().flatten().copied().collect();
    let mut picture = Picture {
        title: options.title.clone().unwrap_or_else(|| wording::title(options, world)),
        subtitle: wording::subtitle(days(&claims), claims.len(), documents(&claims)),
        notes: wording::notes(gathered.left_out, gathered.through.len()),
        legend: legend(&nodes, &edges),
        nodes,
        edges,
    };
    if !picture.has_labels() {
        picture.notes.push(format!("Edge labels are left out: there are {} edges.", picture.edges.len()));
    }
    picture
}

fn gather<'a>(graph: &'a StanceGraph, world: &World, options: &Options) -> Gathered<'a> {
    let mut gathered = Gathered::default();
    for claim in &graph.claims {
        let relation = world.relation(&claim.relation);
        if !in_view(relation, options.view) || !in_time(claim, options) {
            continue;
        }
        let (from, to) = ends(claim, world, options.roll_up);
        let is_self_pair = options.roll_up == RollUp::Principal && from == to;
        if is_self_pair || !in_focus(claim, [&from, &to], options.focus.as_ref()) {
            continue;
        }
        if options.include == Include::Counting && !claim.counts() {
            gathered.left_out += 1;
            continue;
        }
        for (written, drawn) in [(&claim.subject, &from), (&claim.object, &to)] {
            if written != drawn {
                gathered.through.entry(drawn.clone()).or_default().insert(world.name(written));
            }
        }
        let mutual = relation.is_some_and(|relation| relation.symmetric);
        let (from, to) = if mutual && to < from { (to, from) } else { (from, to) };
        let key = Key { from, to, relation: claim.relation.clone(), standing: standing(claim) };
        gathered.edges.entry(key).or_default().push(claim);
    }
    gathered
}

fn in_view(relation: Option<&Relation>, view: View) -> bool {
    let is = |kind| relation.is_some_and(|relation| relation.kind == kind);
    match view {
        View::Network => true,
        View::Stances => is(RelationKind::Stance),
        View::Contacts => is(RelationKind::Contact),
    }
}

/// Whether a claim lies within the days asked for; one without a day lies within no bounds.
fn in_time(claim: &Claim, options: &Options) -> bool {
    let day = claim.day();
    let since = options.since.is_none_or(|since| day.is_some_and(|day| day >= since.earliest()));
    let until = options.until.is_none_or(|until| day.is_some_and(|day| day <= until.latest()));
    since && until
}

fn in_focus(claim: &Claim, drawn: [&EntityId; 2], focus: Option<&EntityId>) -> bool {
    let Some(focus) = focus else { return true };
    let written = [Some(&claim.subject), Some(&claim.object), claim.about.as_ref()];
    drawn.contains(&focus) || written.contains(&Some(focus))
}

/// The ends to draw for a claim.
fn ends(claim: &Claim, world: &World, roll_up: RollUp) -> (EntityId, EntityId) {
    let end = |id: &EntityId, stored: &Option<EntityId>| roll_up.apply(id, stored.as_ref(), claim.day(), world);
    (end(&claim.subject, &claim.subject_principal), end(&claim.object, &claim.object_principal))
}

fn standing(claim: &Claim) -> Standing {
    match (claim.polarity, claim.modality) {
        (Polarity::Negated, _) => Standing::Negated,
        (Polarity::Denied, _) => Standing::Denied,
        (Polarity::Asserted, Modality::Actual) => Standing::Counts,
        (Polarity::Asserted, modality) => Standing::Only(modality),
    }
}

fn nodes(gathered: &Gathered, world: &World) -> Vec<PictureNode> {
    let mut claims: BTreeMap<&EntityId, usize> = BTreeMap::new();
    for (key, members) in &gathered.edges {
        for end in BTreeSet::from([&key.from, &key.to]) {
            *claims.entry(end).or_default() += members.len();
        }
    }
    let through = |id: &EntityId| gathered.through.get(id).into_iter().flatten().cloned().collect();
    claims
        .into_iter()
        .map(|(id, claims)| PictureNode {
            id: id.clone(),
            label: world.name(id),
            shape: Shape::of(world.entity(id).as_deref().map(|entity| &entity.kind)),
            through: through(id),
            claims,
        })
        .collect()
}

fn edge(key: &Key, (from, to): (usize, usize), claims: &[&Claim], world: &World) -> PictureEdge {
    let relation = world.relation(&key.relation);
    let sign = relation.map_or_else(|| claims.first().map_or_else(Default::default, |c| c.sign), |r| r.sign);
    let about: BTreeSet<String> =
        claims.iter().filter_map(|claim| claim.about.as_ref()).map(|id| wording::short_name(id, world)).collect();
    let (first, last) = days(claims);
    let earliest = claims.iter().min_by_key(|claim| (claim.day().is_none(), claim.day()));
    PictureEdge {
        from,
        to,
        relation: key.relation.clone(),
        wording: wording::relation(relation, &key.relation, key.standing),
        about: about.into_iter().collect(),
        about_claims: claims.iter().filter(|claim| claim.about.is_some()).count(),
        standing: key.standing,
        claims: claims.len(),
        documents: documents(claims),
        first,
        last,
        sentence: earliest.map(|claim| claim.evidence.text.clone()).unwrap_or_default(),
        sign,
        line: relation.map(|relation| relation.line).unwrap_or_default(),
        color: style::edge_color(relation.and_then(|relation| relation.color.as_deref()), sign),
        heads: if relation.is_some_and(|relation| relation.symmetric) { Heads::None } else { Heads::Forward },
    }
}

fn days(claims: &[&Claim]) -> (Option<Date>, Option<Date>) {
    let days = || claims.iter().filter_map(|claim| claim.day());
    (days().min(), days().max())
}

fn documents(claims: &[&Claim]) -> usize {
    claims.iter().map(|claim| &claim.evidence.document).collect::<BTreeSet<&DocumentId>>().len()
}

fn legend(nodes: &[PictureNode], edges: &[PictureEdge]) -> Legend {
    let shapes: BTreeSet<Shape> = nodes.iter().map(|node| node.shape).collect();
    let mut relations: BTreeMap<(&RelationId, Standing), LegendRelation> = BTreeMap::new();
    for edge in edges {
        relations.entry((&edge.relation, edge.standing)).or_insert_with(|| LegendRelation {
            label: wording::legend_label(edge),
            color: edge.color.clone(),
            line: edge.line,
            heads: edge.heads,
            standing: edge.standing,
        });
    }
    Legend { shapes: shapes.into_iter().collect(), relations: relations.into_values().collect() }
}
