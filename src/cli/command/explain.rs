//! `demarche explain`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::audit::{Expectation, expect};
use crate::cli::args::day;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::expect::text as expected;
use crate::cli::explain::text;
use crate::cli::style::Style;
use crate::corpus::{Defaults, Documents, read_bytes, read_paths};
use crate::language::ClaimPattern;
use crate::model::{Date, Span};
use crate::reading::{Explanation, explain};
use crate::text::Article;

/// Show what each stage makes of a text
///
/// Mentions and what they mean, clauses, what each rule proposed, what won and why, and the words that qualified it. With
/// --expect, also what is missing for a claim.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// The text, in quotes
    #[arg(required_unless_present = "file", value_name = "TEXT")]
    pub text: Vec<String>,
    /// A file to explain in place of a text; with a line, only the sentences that touch it
    #[arg(long, value_name = "FILE[:LINE]", conflicts_with = "text")]
    pub file: Option<PathBuf>,
    /// A claim to look for: says what is missing for it, with exit code 1 if it is not found
    #[arg(long, value_name = "CLAIM", value_parser = claim)]
    pub expect: Option<ClaimPattern>,
    /// The date of a text that states none: 1999-03-12
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Option<Date>,
    /// How it is written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// How an explanation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// JSON, one object a document.
    Json,
}

/// Reads the claim of an option.
fn claim(text: &str) -> Result<ClaimPattern, String> {
    ClaimPattern::parse(text).map_err(|error| error.message())
}

pub fn run(args: &ExplainArgs, context: &Context) -> Result<ExitCode, CliError> {
    let defaults = Defaults { date: args.date, publication: None };
    let (documents, line) = match &args.file {
        Some(file) => {
            let Place { path, line } = Place::of(file);
            (read_paths(std::slice::from_ref(&path), &defaults), line.map(|line| (path, line)))
        }
        None => {
            let mut documents = Documents::default();
            read_bytes("the text", args.text.join(" ").as_bytes(), &defaults, &mut documents);
            (documents, None)
        }
    };
    for error in &documents.errors {
        context.tell(&format!("error: {error}"));
    }
    if !documents.errors.is_empty() {
        return Err(CliError::Told);
    }
    let engine = context.engine(&context.layers());
    let mut found = args.expect.is_none();
    for article in &documents.articles {
        let mut explanation = explain(engine, article);
        if let Some((path, line)) = &line {
            let span = span_of(article, path, *line)?;
            if span.start == span.end && documents.articles.len() > 1 {
                continue; // another document's line
            }
            explanation.keep(span);
        }
        let expectation = args.expect.as_ref().map(|claim| expect(engine, &explanation, claim));
        found |= expectation.as_ref().is_some_and(|expectation| expectation.found);
        let explained = Explained { explanation: &explanation, expect: expectation.as_ref() };
        context.print(&explained.rendered(args.format, context.style()))?;
    }
    Ok(ExitCode::from(u8::from(!found)))
}

/// An explanation as it is printed.
#[derive(Serialize)]
struct Explained<'a> {
    #[serde(flatten)]
    explanation: &'a Explanation,
    #[serde(skip_serializing_if = "Option::is_none")]
    expect: Option<&'a Expectation>,
}

impl Explained<'_> {
    fn rendered(&self, format: Format, style: Style) -> String {
        match format {
            Format::Text => {
                let expected = self.expect.map(|expectation| format!("\n{}", expected(expectation, style)));
                text(self.explanation, style) + &expected.unwrap_or_default()
            }
            Format::Json => serde_json::to_string(self).map(|json| json + "\n").unwrap_or_default(),
        }
    }
}

/// A file, and a line of it.
struct Place {
    path: PathBuf,
    line: Option<usize>,
}

impl Place {
    /// `FILE:LINE`, unless a file is called just that.
    fn of(file: &Path) -> Self {
        let whole = Self { path: file.to_owned(), line: None };
        if file.exists() {
            return whole;
        }
        let split = file.to_str().and_then(|text| text.rsplit_once(':'));
        match split.and_then(|(path, line)| Some((path, line.parse().ok()?))) {
            Some((path, line)) => Self { path: PathBuf::from(path), line: Some(line) },
            None => whole,
        }
    }
}

/// The bytes of an article's body on one line of its file; empty where the line holds none of it.
fn span_of(article: &Article, path: &Path, line: usize) -> Result<Span, CliError> {
    let shown = || path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|source| CliError::File { path: shown(), source })?;
    let lines = text.split_inclusive('\n').count();
    if line == 0 || line > lines {
        return Err(CliError::Line { path: shown(), line, lines });
    }
    let before: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let length = text.split_inclusive('\n').nth(line - 1).map_or(0, str::len);
    // A document of JSON Lines has a body that stands nowhere in the file as it is: all of it counts, on its own line.
    let Some(offset) = text.strip_suffix(article.body.as_str()).map(str::len) else {
        let here = text.get(before..before + length).and_then(|line| Article::from_json(line).ok());
        let own = here.is_some_and(|here| here.body == article.body);
        return Ok(Span::new(0, if own { article.body.len() } else { 0 }));
    };
    Ok(Span::new(before.saturating_sub(offset), (before + length).saturating_sub(offset)))
}
