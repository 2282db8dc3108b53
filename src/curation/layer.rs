//! Data folders read into memory: the only file of this module that touches the disk.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use super::diagnostic::{Code, Diagnostic};
use super::source::{Place, Source};
use crate::model::Span;

static SHIPPED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/data");

/// An article as a layer carries it, not yet parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleFile {
    /// The path as messages show it.
    pub path: String,
    /// What the file holds.
    pub bytes: Vec<u8>,
}

/// A set of data files and articles; a later layer replaces and extends the items of earlier ones.
#[derive(Clone, Debug, Default)]
pub struct Layer {
    /// The data files, sorted by path.
    pub files: Vec<Arc<Source>>,
    /// The articles, sorted by path.
    pub articles: Vec<ArticleFile>,
    /// What could not be read.
    pub diagnostics: Vec<Diagnostic>,
}

impl Layer {
    /// The data carried in the binary.
    pub fn shipped() -> Self {
        let mut layer = Self::default();
        layer.add_shipped(&SHIPPED);
        layer.sorted()
    }

    /// The data in a folder (or a single file) on disk.
    ///
    /// Folders are read to any depth; hidden files and folders, and folders already seen through a link, are left out.
    /// What cannot be read is a diagnostic.
    pub fn read(path: &Path) -> Self {
        let mut layer = Self::default();
        layer.walk(path);
        layer.sorted()
    }

    /// The layer of some texts: paths and RON.
    pub fn from_texts<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let files = texts.into_iter().map(|(path, text)| Arc::new(Source::new(path, text))).collect();
        Self { files, ..Self::default() }.sorted()
    }

    fn add_shipped(&mut self, dir: &Dir<'_>) {
        for file in dir.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            self.add(format!("shipped/{path}"), &path, || Ok(file.contents().to_vec()));
        }
        dir.dirs().for_each(|dir| self.add_shipped(dir));
    }

    fn walk(&mut self, root: &Path) {
        let (mut seen, mut open) = (BTreeSet::new(), vec![root.to_owned()]);
        while let Some(path) = open.pop() {
            match fs::metadata(&path) {
                Err(error) => self.unreadable(shown(&path), &error),
                Ok(data) if data.is_dir() => {
                    let canonical = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
                    if seen.insert(canonical) {
                        open.extend(self.entries(&path));
                    }
                }
                Ok(data) if data.is_file() => {
                    let inside = path.strip_prefix(root).map(shown).unwrap_or_default();
                    self.add(shown(&path), &inside, || fs::read(&path));
                }
                Ok(_) => {}
            }
        }
    }

    fn entries(&mut self, dir: &Path) -> Vec<PathBuf> {
        let entries = match fs::read_dir(dir).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
            Ok(entries) => entries,
            Err(error) => {
                self.unreadable(shown(dir), &error);
                Vec::new()
            }
        };
        let hidden = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let mut paths: Vec<PathBuf> =
            entries.into_iter().map(|entry| entry.path()).filter(|path| !hidden(path)).collect();
        // the last is read first
        paths.sort_by(|a, b| b.cmp(a));
        paths
    }

    /// Takes a file by its extension, and if it is an article by its folder too.
    fn add(&mut self, shown: String, inside: &str, read: impl FnOnce() -> std::io::Result<Vec<u8>>) {
        let extension = Path::new(&shown).extension().and_then(|extension| extension.to_str()).unwrap_or("");
        let article = inside.starts_with("articles/")
            && matches!(extension, "txt" | "md" | "jsonl")
            && !inside.ends_with("/README.md");
        if extension != "ron" && !article {
            return;
        }
        match read() {
            Err(error) => self.unreadable(shown, &error),
            Ok(bytes) if article => self.articles.push(ArticleFile { path: shown, bytes }),
            Ok(bytes) => self.add_data(shown, bytes),
        }
    }

    fn add_data(&mut self, path: String, bytes: Vec<u8>) {
        match String::from_utf8(bytes) {
            Ok(text) => self.files.push(Arc::new(Source::new(path, text))),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let place = Place::new(&Arc::new(Source::new(path, text)), Span::new(at, at + 3));
                let message = "the file is not valid utf-8 and was left out";
                self.diagnostics.push(
                    Diagnostic::error(Code::Unreadable, message, place)
                        .label("not utf-8 from here")
                        .help("save the file as UTF-8".to_owned()),
                );
            }
        }
    }

    fn unreadable(&mut self, path: String, error: &std::io::Error) {
        let message = format!("cannot read `{path}`: {error}");
        let place = Place::new(&Arc::new(Source::new(path, "")), Span::default());
        self.diagnostics.push(Diagnostic::error(Code::Unreadable, message, place));
    }

    fn sorted(mut self) -> Self {
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
        self.articles.sort_by(|a, b| a.path.cmp(&b.path));
        self
    }
}

/// The articles of the last layer that has any.
pub fn articles(layers: &[Layer]) -> &[ArticleFile] {
    layers.iter().rev().map(|layer| layer.articles.as_slice()).find(|articles| !articles.is_empty()).unwrap_or(&[])
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}
