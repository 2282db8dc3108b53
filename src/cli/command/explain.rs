//! `demarche explain`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::cli::args::day;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::explain::text;
use crate::corpus::{Defaults, Documents, read_bytes, read_paths};
use crate::model::Date;
use crate::reading::{Explanation, explain};

/// Show what each stage makes of a text
///
/// Mentions and what they mean, clauses, what each rule proposed, what won and why, and the words that qualified it.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// The text, in quotes
    #[arg(required_unless_present = "file", value_name = "TEXT")]
    pub text: Vec<String>,
    /// A file to explain in place of a text
    #[arg(long, value_name = "FILE", conflicts_with = "text")]
    pub file: Option<PathBuf>,
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

pub fn run(args: &ExplainArgs, context: &Context) -> Result<ExitCode, CliError> {
    let defaults = Defaults { date: args.date, publication: None };
    let documents = match &args.file {
        Some(file) => read_paths(std::slice::from_ref(file), &defaults),
        None => {
            let mut documents = Documents::default();
            read_bytes("the text", args.text.join(" ").as_bytes(), &defaults, &mut documents);
            documents
        }
    };
    for error in &documents.errors {
        context.tell(&format!("error: {error}"));
    }
    if !documents.errors.is_empty() {
        return Err(CliError::Told);
    }
    let engine = context.engine(&context.layers());
    for article in &documents.articles {
        let explanation = explain(&engine, article);
        context.print(&rendered(&explanation, args.format, context))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn rendered(explanation: &Explanation, format: Format, context: &Context) -> String {
    match format {
        Format::Text => text(explanation, context.style()),
        Format::Json => serde_json::to_string(explanation).map(|json| json + "\n").unwrap_or_default(),
    }
}
