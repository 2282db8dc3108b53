//! What every command works with: the data, the styles, and where to print.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::{Color, Global};
use super::error::CliError;
use super::style::Style;
use crate::corpus::{Corpus, Defaults, Documents, extract, read_bytes};
use crate::curation::{self, Layer, Loaded, Severity, articles, load, render};
use crate::reading::{Engine, Gaps};

/// What every command works with.
pub struct Context {
    global: Global,
}

impl Context {
    /// The context of some global options.
    pub fn new(global: Global) -> Self {
        Self { global }
    }

    /// The style of standard output.
    pub fn style(&self) -> Style {
        self.style_of(io::stdout().is_terminal())
    }

    fn style_of(&self, terminal: bool) -> Style {
        let plain_wanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        match self.global.color {
            Color::Always => Style::Colour,
            Color::Auto if terminal && !plain_wanted => Style::Colour,
            _ => Style::Plain,
        }
    }

    /// Prints a result.
    pub fn print(&self, text: &str) -> Result<(), CliError> {
        let mut out = io::stdout().lock();
        let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        match written {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(CliError::Closed),
            Err(source) => Err(CliError::Write { path: "standard output".to_owned(), source }),
            Ok(()) => Ok(()),
        }
    }

    /// Says something by the way on standard error, unless that is not wanted.
    pub fn remark(&self, text: &str) {
        if !self.global.quiet {
            self.tell(text);
        }
    }

    /// Says something on standard error.
    pub fn tell(&self, text: &str) {
        // Nothing is left to say it on where even this fails.
        let _ = writeln!(io::stderr().lock(), "{text}");
    }

    /// Says what ended the command.
    pub fn error(&self, error: &CliError) {
        let text = error.to_string();
        if !text.is_empty() {
            self.tell(&format!("error: {text}"));
        }
    }

    /// The layers of data: the shipped ones, or the folder they come from when run through cargo; then those asked for.
    pub fn layers(&self) -> Vec<Layer> {
        let mut layers = Vec::new();
        if !self.global.no_shipped {
            layers.push(match source_folder() {
                Some(folder) => Layer::read(&folder),
                None => Layer::shipped(),
            });
        }
        layers.extend(self.global.data.iter().map(|folder| Layer::read(folder)));
        layers
    }

    /// The world, with errors in the data told; a world with errors is used as far as it could be read.
    pub fn load(&self, layers: &[Layer]) -> Loaded {
        let loaded = load(layers);
        let errors = loaded.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        for diagnostic in errors.clone().take(MOST_ERRORS) {
            self.tell(&render(diagnostic, self.error_style()));
        }
        if errors.clone().next().is_some() {
            let (count, them) = match errors.count() {
                1 => ("1 error".to_owned(), "it"),
                several => (format!("{several} errors"), "them"),
            };
            self.tell(&format!("warning: the data has {count} and is used without {them}: see `demarche check`"));
        }
        loaded
    }

    /// The style of diagnostics.
    pub fn error_style(&self) -> curation::Style {
        self.style_of(io::stderr().is_terminal()).into()
    }

    /// The engine of the data. It lives as long as the process: taking it apart at the end would take a tenth of the load time.
    pub fn engine(&self, layers: &[Layer]) -> &'static Engine {
        Box::leak(Box::new(Engine::new(Arc::new(self.load(layers).world))))
    }

    /// The claims of the articles that come with the data.
    pub fn shipped_corpus(&self, engine: &Engine, layers: &[Layer], gaps: Gaps) -> Result<Corpus, CliError> {
        let mut documents = Documents::default();
        for file in articles(layers) {
            read_bytes(&file.path, &file.bytes, &Defaults::default(), &mut documents);
        }
        self.read_all(engine, &documents, gaps)
    }

    /// The claims of documents; those that could not be read are told, and end the command.
    pub fn read_all(&self, engine: &Engine, documents: &Documents, gaps: Gaps) -> Result<Corpus, CliError> {
        for error in &documents.errors {
            self.tell(&format!("error: {error}"));
        }
        if !documents.errors.is_empty() {
            return Err(CliError::Told);
        }
        if documents.articles.is_empty() {
            return Err(CliError::NoArticles);
        }
        Ok(extract(engine, &documents.articles, gaps))
    }
}

/// How many errors of the data are shown before a command that only uses it.
const MOST_ERRORS: usize = 5;

/// The data folder of the source tree, when run through cargo.
fn source_folder() -> Option<PathBuf> {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR")?;
    let name = std::env::var_os("CARGO_PKG_NAME")?;
    let manifest = Path::new(&manifest);
    // Where the program runs in the source tree, its paths are short.
    let here = std::env::current_dir().is_ok_and(|here| here == manifest);
    let folder = if here { PathBuf::from("data") } else { manifest.join("data") };
    (name == env!("CARGO_PKG_NAME") && folder.is_dir()).then_some(folder)
}
