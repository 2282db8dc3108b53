//! Which way the edges of a layered picture run.
//!
//! A layered layout puts the end of an edge in a later layer than its start. Most edges between actors are mutual or come in
//! both directions, so their directions say little; laid out as written they make long chains and wide pictures. So the layers
//! are planned first, with as few as possible, and every edge runs from the earlier layer to the later one.

use std::collections::BTreeSet;

use super::picture::{Picture, Shape};

/// Where issues stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plan {
    /// Actors first.
    IssuesLast,
    /// Actors on both sides.
    IssuesMiddle,
}

/// Who is joined to whom, both ways and without loops.
struct Neighbours(Vec<BTreeSet<usize>>);

/// The level of every node: an edge runs from the end with the lower one, or if they are equal, from the lower index.
pub(super) fn levels(picture: &Picture, plan: Plan) -> Vec<i32> {
    let neighbours = Neighbours::of(picture);
    let issue: Vec<bool> = picture.nodes.iter().map(|node| node.shape == Shape::Issue).collect();
    let is_issue = |node: usize| issue.get(node).copied().unwrap_or(false);
    let colors = neighbours.colors(&is_issue);
    let order = color_order(&neighbours, &colors, &is_issue);
    let left = match plan {
        Plan::IssuesLast => vec![true; issue.len()],
        Plan::IssuesMiddle => neighbours.left_half(&is_issue),
    };
    let last = order.len() as i32;
    let color_of = |node: usize| colors.get(node).copied().unwrap_or(0);
    let place = |node: usize| order.iter().position(|color| *color == color_of(node)).unwrap_or(0) as i32;
    (0..issue.len())
        .map(|node| match (is_issue(node), left.get(node)) {
            (true, _) => last + color_of(node) as i32,
            (false, Some(true)) => place(node),
            // Mirrored, so that the class with most stances is next to the issues on this side too.
            (false, _) => 10 * last + 10 - place(node),
        })
        .collect()
}

/// The colours of actors, those with most edges to issues last.
fn color_order(neighbours: &Neighbours, colors: &[usize], is_issue: &impl Fn(usize) -> bool) -> Vec<usize> {
    let mut stances: Vec<(usize, usize)> = Vec::new();
    for (node, color) in colors.iter().enumerate().filter(|(node, _)| !is_issue(*node)) {
        let count = neighbours.of_node(node).filter(|other| is_issue(*other)).count();
        match stances.iter_mut().find(|(_, known)| known == color) {
            Some((total, _)) => *total += count,
            None => stances.push((count, *color)),
        }
    }
    stances.sort_unstable();
    stances.into_iter().map(|(_, color)| color).collect()
}

impl Neighbours {
    fn of(picture: &Picture) -> Self {
        let mut sets = vec![BTreeSet::new(); picture.nodes.len()];
        for edge in picture.edges.iter().filter(|edge| edge.from != edge.to) {
            for (end, other) in [(edge.from, edge.to), (edge.to, edge.from)] {
                if let Some(set) = sets.get_mut(end) {
                    set.insert(other);
                }
            }
        }
        Self(sets)
    }

    fn of_node(&self, node: usize) -> impl Iterator<Item = usize> {
        self.0.get(node).into_iter().flatten().copied()
    }

    /// Colours such that no two neighbours of a sort share one, the best connected first.
    fn colors(&self, is_issue: &impl Fn(usize) -> bool) -> Vec<usize> {
        let mut colors: Vec<Option<usize>> = vec![None; self.0.len()];
        let mut nodes: Vec<usize> = (0..self.0.len()).collect();
        let degree = |node: usize| self.of_node(node).filter(|other| is_issue(*other) == is_issue(node)).count();
        nodes.sort_by_key(|node| (usize::MAX - degree(*node), *node));
        for node in nodes {
            let same_sort = self.of_node(node).filter(|other| is_issue(*other) == is_issue(node));
            let taken: BTreeSet<usize> = same_sort.filter_map(|other| colors.get(other).copied().flatten()).collect();
            let free = (0..).find(|color| !taken.contains(color));
            if let Some(slot) = colors.get_mut(node) {
                *slot = free;
            }
        }
        colors.into_iter().map(Option::unwrap_or_default).collect()
    }

    /// Half of the actors: the groups that are joined without any issue are dealt to two sides, the largest first.
    fn left_half(&self, is_issue: &impl Fn(usize) -> bool) -> Vec<bool> {
        let mut groups = self.groups(is_issue);
        groups.sort_by_key(|group| (usize::MAX - group.len(), group.first().copied()));
        let mut left = vec![true; self.0.len()];
        let mut balance = 0i64;
        for group in groups {
            let size = group.len() as i64;
            if balance > 0 {
                group.iter().for_each(|node| left.iter_mut().skip(*node).take(1).for_each(|side| *side = false));
                balance -= size;
            } else {
                balance += size;
            }
        }
        left
    }

    fn groups(&self, is_issue: &impl Fn(usize) -> bool) -> Vec<Vec<usize>> {
        let mut seen: BTreeSet<usize> = BTreeSet::new();
        let mut groups = Vec::new();
        for start in (0..self.0.len()).filter(|node| !is_issue(*node)) {
            let mut open = vec![start];
            let mut group = Vec::new();
            while let Some(node) = open.pop() {
                if seen.insert(node) {
                    group.push(node);
                    open.extend(self.of_node(node).filter(|other| !is_issue(*other)));
                }
            }
            if !group.is_empty() {
                groups.push(group);
            }
        }
        groups
    }
}
