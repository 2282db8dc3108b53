//! What is wrong with a line of a gold file, and what to do about it.

use std::fmt;

use crate::model::Span;

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the messages say it")]
pub enum Fault {
    Encoding { byte: usize },
    Json { message: String },
    Date { text: String },
    UnknownScheme { name: String },
    NoScheme,
    Mixed { here: String, first: String, line: usize },
    NoLabel { claim: usize, keys: &'static str },
    UnknownClass { name: String, nearest: Option<String> },
    UnknownRelation { name: String, nearest: Option<String> },
    WrongSign { number: String },
    WrongPolarity { name: String },
    UnknownEntity { name: String, nearest: Option<String> },
    Ambiguous { name: String, ids: Vec<String> },
    NotGiven { name: String, given: Vec<String> },
    BackwardSpan { entity: String, span: Span },
    OutsideText { entity: String, span: Span, length: usize },
    SplitCharacter { entity: String, span: Span },
    NoPair { count: usize },
    TooMany { count: usize },
}

/// A line that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoldError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub fault: Fault,
}

fn mean(f: &mut fmt::Formatter<'_>, nearest: Option<&str>) -> fmt::Result {
    nearest.map_or(Ok(()), |nearest| write!(f, ": did you mean `{nearest}`?"))
}

fn shown(span: Span) -> String {
    format!("[{}, {}]", span.start, span.end)
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encoding { byte } => write!(f, "not UTF-8 at byte {byte}: save the file as UTF-8"),
            Self::Json { message } => write!(
                f,
                "not a gold record: {message}: write one object a line, {{\"text\": \"...\", \"claims\": [...]}}"
            ),
            Self::Date { text } => write!(f, "`{text}` is not a date: write it as 1999-03-12"),
            Self::UnknownScheme { name } => {
                write!(f, "unknown scheme `{name}`: write `plover`, `sign` or `relation`, or leave `scheme` out")
            }
            Self::NoScheme => {
                f.write_str("no line says what is coded: code a claim, or give `scheme` as `plover` or `sign`")
            }
            Self::Mixed { here, first, line } => {
                write!(f, "this line has {here}, line {line} has {first}: keep them in files of their own")
            }
            Self::NoLabel { claim, keys } => write!(f, "claim {claim} says nothing of its pair: give it {keys}"),
            Self::UnknownClass { name, nearest } => {
                write!(f, "unknown PLOVER class `{name}`")?;
                mean(f, nearest.as_deref())
            }
            Self::UnknownRelation { name, nearest } => {
                write!(f, "unknown relation `{name}`")?;
                mean(f, nearest.as_deref())
            }
            Self::WrongSign { number } => write!(f, "a sign is -1, 0 or 1, not {number}"),
            Self::WrongPolarity { name } => {
                write!(f, "unknown polarity `{name}`: write `asserted`, `negated` or `denied`, or leave it out")
            }
            Self::UnknownEntity { name, nearest } => {
                write!(f, "nothing in the data is called `{name}`")?;
                match nearest {
                    Some(_) => mean(f, nearest.as_deref()),
                    None => f.write_str(": write an id of the data, or `iso3:` and the code of a state"),
                }
            }
            Self::Ambiguous { name, ids } => {
                write!(f, "`{name}` may be any of {}: write the id", ids.join(", "))
            }
            Self::NotGiven { name, given } => {
                write!(f, "`{name}` is none of this line's entities: {}", given.join(", "))
            }
            Self::BackwardSpan { entity, span } => {
                write!(
                    f,
                    "span {} of `{entity}` ends before it begins: write the first byte and the byte after the last",
                    shown(*span)
                )
            }
            Self::OutsideText { entity, span, length } => write!(
                f,
                "span {} of `{entity}` is outside the text, which has {length} bytes: spans are byte offsets",
                shown(*span)
            ),
            Self::SplitCharacter { entity, span } => write!(
                f,
                "span {} of `{entity}` cuts a character in two: spans are offsets in bytes of UTF-8, not in characters",
                shown(*span)
            ),
            Self::NoPair { count } => {
                write!(f, "{count} entity is no pair: give two, or no `entities` at all")
            }
            Self::TooMany { count } => write!(f, "{count} entities: the scheme `sign` is about two"),
        }
    }
}

impl fmt::Display for GoldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line, self.fault)
    }
}

impl std::error::Error for GoldError {}
