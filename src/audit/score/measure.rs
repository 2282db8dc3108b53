//! Precision, recall and F1 over a gold file.

use std::collections::BTreeMap;

use super::cause::{Asked, Miss, Misses};
use super::coding::{Class, Coding, Label, Level, Scheme};
use super::gold::{Gold, Record};
use super::judge::{Judgement, judge};
use super::predict::{Prediction, Terms};
use crate::corpus::on_all_cores;
use crate::model::{EntityId, Quad};
use crate::reading::Engine;

/// How many codings there are, how many the rules gave, and how many of these are right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Codings of the gold.
    pub gold: usize,
    /// Predictions.
    pub predicted: usize,
    /// Predictions that match a coding.
    pub correct: usize,
}

impl Counts {
    /// The share of predictions that are right; 0 if there are none.
    pub fn precision(self) -> f64 {
        share(self.correct, self.predicted)
    }

    /// The share of codings that were found; 0 if there are none.
    pub fn recall(self) -> f64 {
        share(self.correct, self.gold)
    }

    /// The harmonic mean of the two; 0 if nothing is right.
    pub fn f1(self) -> f64 {
        share(2 * self.correct, self.gold + self.predicted)
    }

    fn plus(self, other: Self) -> Self {
        Self {
            gold: self.gold + other.gold,
            predicted: self.predicted + other.predicted,
            correct: self.correct + other.correct,
        }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// In how many records the rules read anything that the scheme asks for, right or wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Records with a coding.
    pub coded: usize,
    /// Of these, those with a prediction.
    pub coded_read: usize,
    /// Records coded as nothing.
    pub uncoded: usize,
    /// Of these, those with a prediction.
    pub uncoded_read: usize,
}

impl Coverage {
    /// The share of the records with a coding that have a prediction.
    pub fn share(self) -> f64 {
        share(self.coded_read, self.coded)
    }
}

/// How well the rules read a gold file.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// How it is coded.
    pub scheme: Scheme,
    /// Where anything was read.
    pub coverage: Coverage,
    /// By class: all that the scheme has, or else all that occur.
    pub classes: Vec<(Class, Counts)>,
    /// By quad, where classes are coded.
    pub quads: Vec<(Class, Counts)>,
    /// How often one class was read where another was coded; nothing stands for none.
    pub confusion: BTreeMap<(Option<Class>, Option<Class>), usize>,
    /// What went wrong, if that was asked for: by cause, then by line.
    pub misses: Vec<Miss>,
}

impl Score {
    /// All classes together.
    pub fn total(&self) -> Counts {
        self.classes.iter().map(|(_, counts)| *counts).fold(Counts::default(), Counts::plus)
    }

    /// F1 over all codings.
    pub fn micro_f1(&self) -> f64 {
        self.total().f1()
    }

    /// The unweighted mean of the F1 of all classes.
    pub fn macro_f1(&self) -> f64 {
        let sum: f64 = self.classes.iter().map(|(_, counts)| counts.f1()).sum();
        if self.classes.is_empty() { 0.0 } else { sum / self.classes.len() as f64 }
    }
}

/// Scores the rules against a gold file, on all cores.
pub fn score(engine: &Engine, gold: &Gold, misses: Misses) -> Score {
    let terms = Terms::of(gold, engine.world());
    let judged = on_all_cores(&gold.records, |record| {
        let predictions = terms.predictions(record, &engine.read(&record.article).claims);
        let judgement = judge(&record.codings, &predictions);
        let asked = Asked { engine, terms: &terms, record };
        let told = if misses == Misses::Explain { asked.misses(&judgement) } else { Vec::new() };
        (predictions, judgement, told)
    });
    let mut tally = Tally::default();
    let mut told = Vec::new();
    for (record, (predictions, judgement, misses)) in gold.records.iter().zip(judged) {
        tally.add(record, &predictions, &judgement, gold.scheme);
        told.extend(misses);
    }
    told.sort_by_key(|miss: &Miss| (miss.cause, miss.line));
    tally.score(gold.scheme, told)
}

#[derive(Default)]
struct Tally {
    coverage: Coverage,
    classes: BTreeMap<Class, Counts>,
    quads: BTreeMap<Class, Counts>,
    confusion: BTreeMap<(Option<Class>, Option<Class>), usize>,
}

impl Tally {
    fn add(&mut self, record: &Record, predictions: &[Prediction], judgement: &Judgement, scheme: Scheme) {
        let first = record.article.entities.first().map(|entity| EntityId::from(entity.id.as_str()));
        let (records, read) = match record.codings.is_empty() {
            false => (&mut self.coverage.coded, &mut self.coverage.coded_read),
            true => (&mut self.coverage.uncoded, &mut self.coverage.uncoded_read),
        };
        *records += 1;
        *read += usize::from(!predictions.is_empty());
        count(&mut self.classes, judgement, first.as_ref());
        self.confuse(judgement, first.as_ref());
        if scheme.level == Level::Class {
            let grouped = |coding: &Coding| Coding { label: coding.label.grouped(), ..coding.clone() };
            let mut codings: Vec<Coding> = record.codings.iter().map(grouped).collect();
            codings.sort();
            codings.dedup();
            let predictions: Vec<Prediction> = predictions
                .iter()
                .map(|prediction| Prediction { coding: grouped(&prediction.coding), ..prediction.clone() })
                .collect();
            count(&mut self.quads, &judge(&codings, &predictions), first.as_ref());
        }
    }

    fn confuse(&mut self, judgement: &Judgement, first: Option<&EntityId>) {
        let class = |coding: &Coding| Some(Class::of(coding, first));
        let mut add = |coded, read| *self.confusion.entry((coded, read)).or_default() += 1;
        for coding in &judgement.hits {
            add(class(coding), class(coding));
        }
        for missed in &judgement.missed {
            let (coded, read) = (class(&missed.coding), missed.instead.as_ref().and_then(|got| class(&got.coding)));
            // The right class the wrong way round is not one class taken for another.
            if coded == read {
                add(coded, None);
                add(None, read);
            } else {
                add(coded, read);
            }
        }
        for prediction in &judgement.extra {
            add(None, class(&prediction.coding));
        }
    }

    fn score(self, scheme: Scheme, misses: Vec<Miss>) -> Score {
        let quads = if scheme.level == Level::Class { Quad::ALL.to_vec() } else { Vec::new() };
        let quads = quads.into_iter().map(|quad| Class::Label(Label::Quad(quad))).collect();
        Score {
            scheme,
            coverage: self.coverage,
            classes: rows(Class::fixed(scheme), self.classes),
            quads: rows(quads, self.quads),
            confusion: self.confusion,
            misses,
        }
    }
}

/// The fixed rows in their order, then what else was counted.
fn rows(fixed: Vec<Class>, mut counted: BTreeMap<Class, Counts>) -> Vec<(Class, Counts)> {
    let mut rows: Vec<(Class, Counts)> = Vec::new();
    for class in fixed {
        let counts = counted.remove(&class).unwrap_or_default();
        rows.push((class, counts));
    }
    rows.extend(counted);
    rows
}

fn count(classes: &mut BTreeMap<Class, Counts>, judgement: &Judgement, first: Option<&EntityId>) {
    let mut of = |coding: &Coding, more: Counts| {
        let counts = classes.entry(Class::of(coding, first)).or_default();
        *counts = counts.plus(more);
    };
    for coding in &judgement.hits {
        of(coding, Counts { gold: 1, predicted: 1, correct: 1 });
    }
    let instead = judgement.missed.iter().filter_map(|missed| missed.instead.as_ref());
    for prediction in judgement.extra.iter().chain(instead) {
        of(&prediction.coding, Counts { predicted: 1, ..Counts::default() });
    }
    for missed in &judgement.missed {
        of(&missed.coding, Counts { gold: 1, ..Counts::default() });
    }
}
