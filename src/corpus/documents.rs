//! Documents from files, folders and bytes.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::model::Date;
use crate::text::{Article, ArticleError};

/// What texts without front matter are taken to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Defaults {
    /// The day they were printed.
    pub date: Option<Date>,
    /// Who printed them.
    pub publication: Option<String>,
}

/// Why a document could not be read.
#[derive(Debug)]
pub enum DocumentError {
    /// The file or folder cannot be read.
    Unreadable {
        /// Its path.
        path: String,
        /// What the system says.
        source: io::Error,
    },
    /// It is no article.
    Article {
        /// Its path, with the line for JSON Lines.
        path: String,
        /// Why.
        source: ArticleError,
    },
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, source } => write!(f, "cannot read `{path}`: {source}"),
            Self::Article { path, source } => write!(f, "{path}: {source}"),
        }
    }
}

impl std::error::Error for DocumentError {}

/// Documents, and what could not be read.
#[derive(Debug, Default)]
pub struct Documents {
    /// The documents, in no order that matters.
    pub articles: Vec<Article>,
    /// What could not be read.
    pub errors: Vec<DocumentError>,
}

/// The documents of files and folders; folders are read to any depth for `.txt`, `.md` and `.jsonl`.
pub fn read_paths(paths: &[PathBuf], defaults: &Defaults) -> Documents {
    let (mut documents, mut seen) = (Documents::default(), BTreeSet::new());
    for path in paths {
        match files(path, &mut seen) {
            Ok(files) => files.iter().for_each(|file| read_file(file, defaults, &mut documents)),
            Err(source) => documents.errors.push(unreadable(path, source)),
        }
    }
    documents
}

fn unreadable(path: &Path, source: io::Error) -> DocumentError {
    DocumentError::Unreadable { path: path.display().to_string(), source }
}

fn files(path: &Path, seen: &mut BTreeSet<PathBuf>) -> io::Result<Vec<PathBuf>> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let (mut found, mut open) = (Vec::new(), vec![path.to_owned()]);
    while let Some(folder) = open.pop() {
        if !seen.insert(fs::canonicalize(&folder)?) {
            continue; // a link back
        }
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if is_article(&path) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn is_article(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    matches!(extension, Some("txt" | "md" | "jsonl")) && path.file_name().is_some_and(|name| name != "README.md")
}

fn read_file(path: &Path, defaults: &Defaults, documents: &mut Documents) {
    match fs::read(path) {
        Ok(bytes) => read_bytes(&path.display().to_string(), &bytes, defaults, documents),
        Err(source) => documents.errors.push(unreadable(path, source)),
    }
}

/// Adds the documents that some bytes hold: JSON Lines if the name ends in `.jsonl` or the first byte is `{`, else one text.
pub fn read_bytes(name: &str, bytes: &[u8], defaults: &Defaults, documents: &mut Documents) {
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    if name.ends_with(".jsonl") || first == Some(&b'{') {
        return read_lines(name, bytes, defaults, documents);
    }
    match Article::from_bytes(bytes) {
        Ok(article) => documents.articles.push(with_defaults(article, defaults)),
        Err(source) => documents.errors.push(DocumentError::Article { path: name.to_owned(), source }),
    }
}

fn read_lines(name: &str, bytes: &[u8], defaults: &Defaults, documents: &mut Documents) {
    let lines = bytes.split(|byte| *byte == b'\n').enumerate();
    for (number, line) in lines.filter(|(_, line)| !line.trim_ascii().is_empty()) {
        let article = std::str::from_utf8(line)
            .map_err(|error| ArticleError::Encoding { byte: error.valid_up_to() })
            .and_then(Article::from_json);
        match article {
            Ok(article) => documents.articles.push(with_defaults(article, defaults)),
            Err(source) => {
                let path = format!("{name}:{}", number + 1);
                documents.errors.push(DocumentError::Article { path, source });
            }
        }
    }
}

fn with_defaults(mut article: Article, defaults: &Defaults) -> Article {
    article.date = article.date.or(defaults.date);
    article.publication = article.publication.or_else(|| defaults.publication.clone());
    article
}
