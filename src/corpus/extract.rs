//! Reading many documents on all cores, with the same result on any number of them.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use sha2::{Digest, Sha256};

use super::merge::merge;
use crate::model::{Claim, DocumentId};
use crate::reading::{Engine, GapKind, Reading};
use crate::text::Article;

/// What was counted while reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Distinct documents.
    pub documents: usize,
    /// Their sentences.
    pub sentences: usize,
    /// Gaps by kind.
    pub gaps: BTreeMap<GapKind, usize>,
    /// Gaps by the words to blame, lower case.
    pub words: BTreeMap<(GapKind, String), usize>,
}

/// The claims of a set of documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpus {
    /// The claims, in the order of `claims.jsonl`.
    pub claims: Vec<Claim>,
    /// What was counted.
    pub tally: Tally,
    /// The hash of the documents' ids and texts: two corpora with one fingerprint hold the same documents.
    pub fingerprint: String,
}

/// Reads documents; neither their order nor the number of threads leaves a trace. A document given twice counts once.
pub fn extract(engine: &Engine, articles: &[Article]) -> Corpus {
    let distinct = distinct(articles);
    let readings = read_all(engine, &distinct);
    let mut corpus = Corpus { fingerprint: fingerprint(&distinct), ..Corpus::default() };
    for ((_, article), reading) in distinct.iter().zip(&readings) {
        corpus.tally.add(article, reading);
    }
    corpus.claims = merge(readings.into_iter().map(|reading| reading.claims));
    corpus
}

/// The articles by id; of two with one id, the one that sorts first by its text and what is known of it.
fn distinct(articles: &[Article]) -> Vec<(DocumentId, &Article)> {
    let mut by_id: BTreeMap<DocumentId, &Article> = BTreeMap::new();
    for article in articles {
        let kept = by_id.entry(article.document_id()).or_insert(article);
        if order(article) < order(kept) {
            *kept = article;
        }
    }
    by_id.into_iter().collect()
}

fn order(article: &Article) -> impl Ord + '_ {
    (&article.body, article.date, &article.publication, &article.title, &article.url)
}

fn read_all(engine: &Engine, articles: &[(DocumentId, &Article)]) -> Vec<Reading> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(articles.len().max(1));
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some((_, article)) = articles.get(at) else { return done };
            done.push((at, engine.read(article)));
        }
    };
    let mut readings: Vec<(usize, Reading)> = std::thread::scope(|scope| {
        let handles: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut all = work();
        for handle in handles {
            all.extend(handle.join().unwrap_or_default());
        }
        all
    });
    readings.sort_by_key(|(at, _)| *at);
    readings.into_iter().map(|(_, reading)| reading).collect()
}

impl Tally {
    fn add(&mut self, article: &Article, reading: &Reading) {
        self.documents += 1;
        self.sentences += reading.sentences;
        for gap in &reading.gaps {
            *self.gaps.entry(gap.kind).or_default() += 1;
            let words = gap.span.of(&article.body).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            *self.words.entry((gap.kind, words)).or_default() += 1;
        }
    }
}

fn fingerprint(articles: &[(DocumentId, &Article)]) -> String {
    let mut hasher = Sha256::new();
    for (id, article) in articles {
        let date = article.date.map(|date| date.to_string()).unwrap_or_default();
        for part in [id.as_str(), &date, article.publication.as_deref().unwrap_or(""), &article.body] {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
    }
    hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
