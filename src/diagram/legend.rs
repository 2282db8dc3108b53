//! Where the entries of a legend go.

use super::measure::{Weight, clean, fit, width};
use super::picture::{Legend, LegendRelation, Shape};

/// The font size of a legend.
pub(super) const LEGEND_SIZE: f64 = 11.0;
/// From one row to the next.
pub(super) const ROW: f64 = 21.0;
/// The width of a sample.
pub(super) const SAMPLE: f64 = 34.0;
/// Between a sample and its words.
pub(super) const SAMPLE_GAP: f64 = 7.0;
const ENTRY_GAP: f64 = 22.0;

/// What an entry explains.
#[derive(Clone, Copy, Debug)]
pub(super) enum Sample<'a> {
    Shape(Shape),
    Relation(&'a LegendRelation),
}

/// An entry, by the left end and the middle of its sample.
#[derive(Clone, Debug)]
pub(super) struct Entry<'a> {
    pub sample: Sample<'a>,
    pub words: String,
    pub x: f64,
    pub y: f64,
}

/// The entries in rows no wider than `most`, and how high they stand together: shapes first, relations on a row of their own.
pub(super) fn entries(legend: &Legend, most: f64) -> (Vec<Entry<'_>>, f64) {
    let shapes = legend.shapes.iter().map(|shape| (Sample::Shape(*shape), shape.name()));
    let relations = legend.relations.iter().map(|relation| (Sample::Relation(relation), relation.label.as_str()));
    let mut flow = Flow { entries: Vec::new(), x: 0.0, y: ROW / 2.0, most };
    shapes.for_each(|(sample, words)| flow.add(sample, words));
    flow.end_row();
    relations.for_each(|(sample, words)| flow.add(sample, words));
    flow.end_row();
    let height = flow.y - ROW / 2.0;
    (flow.entries, height)
}

struct Flow<'a> {
    entries: Vec<Entry<'a>>,
    x: f64,
    y: f64,
    most: f64,
}

impl<'a> Flow<'a> {
    fn add(&mut self, sample: Sample<'a>, words: &str) {
        let words = fit(&clean(words), LEGEND_SIZE, Weight::Regular, 200.0);
        let wide = SAMPLE + SAMPLE_GAP + width(&words, LEGEND_SIZE, Weight::Regular) * 1.12;
        if self.x + wide > self.most {
            self.end_row();
        }
        self.entries.push(Entry { sample, words, x: self.x, y: self.y });
        self.x += wide + ENTRY_GAP;
    }

    fn end_row(&mut self) {
        if self.x > 0.0 {
            self.x = 0.0;
            self.y += ROW;
        }
    }
}
