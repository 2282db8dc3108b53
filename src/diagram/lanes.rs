//! The layers of a layered picture.

use std::collections::BTreeMap;

use super::geometry::{Point, Rect};
use super::route::Line;

/// The least room between two layers: an arrow head and a bend.
const LEAST_GAP: f64 = 30.0;
const MOST_GAP: f64 = 240.0;

/// A layer: within it lines run straight, so that they cross neither nodes nor labels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lane {
    pub x: f64,
    pub half: f64,
}

/// The layers by their place.
#[derive(Clone, Debug, Default)]
pub(super) struct Lanes(BTreeMap<i64, Lane>);

/// Tenths, so that rounding errors do not make two layers of one.
fn key(x: f64) -> i64 {
    (x * 10.0).round() as i64
}

impl Lanes {
    /// The layers that hold things of some widths.
    pub fn of(things: impl Iterator<Item = (f64, f64)>) -> Self {
        let mut lanes: BTreeMap<i64, Lane> = BTreeMap::new();
        for (x, width) in things {
            let lane = lanes.entry(key(x)).or_insert(Lane { x, half: 0.0 });
            lane.half = lane.half.max(width / 2.0);
        }
        Self(lanes)
    }

    /// The layer whose middle this is.
    pub fn at(&self, x: f64) -> Option<Lane> {
        self.0.get(&key(x)).copied()
    }

    /// The layer that a coordinate lies in.
    pub fn around(&self, x: f64) -> Option<Lane> {
        self.0.values().find(|lane| (lane.x - x).abs() <= lane.half + 0.5).copied()
    }

    /// Moves the layers, and what stands in them, so that the more and the farther lines move sideways between two layers,
    /// the more room they have for it.
    pub fn respace(&mut self, rects: &mut [Rect], lines: &mut [Line]) {
        let moves = self.moves(rects, lines);
        let moved = |point: &mut Point| point.x = moves.get(&key(point.x)).copied().unwrap_or(point.x);
        rects.iter_mut().for_each(|rect| moved(&mut rect.center));
        for line in lines {
            line.bends.iter_mut().for_each(moved);
            moved(&mut line.label);
        }
        let lanes = self.0.iter().map(|(old, lane)| Lane { x: moves.get(old).copied().unwrap_or(lane.x), ..*lane });
        self.0 = lanes.map(|lane| (key(lane.x), lane)).collect();
    }

    /// The new place of every layer.
    fn moves(&self, rects: &[Rect], lines: &[Line]) -> BTreeMap<i64, f64> {
        let ways = sideways(rects, lines);
        let mut moves = BTreeMap::new();
        let mut end = 0.0;
        for (old, lane) in &self.0 {
            let way = ways.get(old).map_or(&[][..], Vec::as_slice);
            let farthest = way.iter().copied().fold(0.0, f64::max);
            let bent = way.iter().filter(|way| **way > 4.0).count() as f64;
            let gap = (20.0 + 0.11 * farthest + 1.8 * bent).clamp(LEAST_GAP, MOST_GAP);
            let x = end + gap + lane.half;
            moves.insert(*old, x);
            end = x + lane.half;
        }
        moves
    }
}

/// How far lines move sideways on the way to every layer.
fn sideways(rects: &[Rect], lines: &[Line]) -> BTreeMap<i64, Vec<f64>> {
    let mut ways: BTreeMap<i64, Vec<f64>> = BTreeMap::new();
    for line in lines {
        let end = |node: usize| rects.get(node).map(|rect| (rect.center, rect.size.height / 2.0));
        let bends = line.bends.iter().map(|bend| (*bend, 0.0));
        let stops: Vec<(Point, f64)> = end(line.tail).into_iter().chain(bends).chain(end(line.head)).collect();
        for ((from, slack), (to, more)) in stops.iter().zip(stops.iter().skip(1)) {
            let way = ((from.y - to.y).abs() - slack - more).max(0.0);
            ways.entry(key(to.x)).or_default().push(way);
        }
    }
    ways
}
