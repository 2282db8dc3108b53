//! Reading many documents on all cores, with the same result on any number of them.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::cores::on_all_cores;
use super::merge::merge;
use crate::model::{Claim, DocumentId, EntityId, TitleId};
use crate::reading::{Engine, GapKind, Gaps, Reading, Unknown, UnknownKind};
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
    /// Words that the data does not know.
    pub unknown: BTreeMap<(UnknownKind, String), Seen>,
}

/// What was seen of words that the data does not know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// How often.
    pub count: usize,
    /// The document of the first.
    pub document: Option<DocumentId>,
    /// The sentence of the first, on one line.
    pub example: String,
    /// The actor that the words before it tell, the first time they do.
    pub of: Option<EntityId>,
    /// The known title before it, the first time there is one.
    pub title: Option<TitleId>,
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
pub fn extract(engine: &Engine, articles: &[Article], gaps: Gaps) -> Corpus {
    let distinct = distinct(articles);
    let read = |(_, article): &(DocumentId, &Article)| engine.read_with(article, gaps, &mut |_, _, _| {});
    let readings = on_all_cores(&distinct, read);
    let mut corpus = Corpus { fingerprint: fingerprint(&distinct), ..Corpus::default() };
    for ((id, article), reading) in distinct.iter().zip(&readings) {
        corpus.tally.add(id, article, reading);
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
    let given: Vec<_> = article.entities.iter().map(|entity| (&entity.id, &entity.spans)).collect();
    (&article.body, article.date, &article.publication, &article.title, &article.url, given)
}

impl Tally {
    fn add(&mut self, document: &DocumentId, article: &Article, reading: &Reading) {
        self.documents += 1;
        self.sentences += reading.sentences;
        for gap in &reading.gaps {
            *self.gaps.entry(gap.kind).or_default() += 1;
        }
        for unknown in &reading.unknown {
            let text = full_name(unknown, &reading.unknown);
            let seen = self.unknown.entry((unknown.kind, text.to_owned())).or_default();
            if seen.count == 0 {
                seen.example = unknown.sentence_span.line_of(&article.body);
                seen.document = Some(document.clone());
            }
            seen.count += 1;
            seen.of = seen.of.take().or_else(|| unknown.of.clone());
            seen.title = seen.title.take().or_else(|| unknown.title.clone());
        }
    }
}

/// How many unknown words of a document are looked through for the full form of a last name.
const HORIZON: usize = 400;

/// The longer name of the same document that a last name ends, if there is one.
fn full_name<'a>(unknown: &'a Unknown, all: &'a [Unknown]) -> &'a str {
    let ends = |other: &&Unknown| {
        other.kind == UnknownKind::Name
            && other.text.strip_suffix(&unknown.text).is_some_and(|first| first.ends_with(' '))
    };
    let single = unknown.kind == UnknownKind::Name && !unknown.text.contains(' ');
    let full = all.iter().take(HORIZON).filter(|_| single).find(ends);
    full.map_or(&unknown.text, |full| &full.text)
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
