//! Claims as text that parses back to the same claim.

use std::fmt::{self, Write};

use super::ClaimPattern;
use crate::model::{Modality, Polarity, Speaker};

impl fmt::Display for ClaimPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let polarity = match self.polarity {
            Polarity::Asserted => "",
            Polarity::Negated => "not ",
            Polarity::Denied => "denied ",
        };
        write!(f, "{} {polarity}{} {}", self.subject, self.relation, self.object)?;
        clauses(f, self)?;
        qualifiers(f, self)
    }
}

fn clauses(f: &mut fmt::Formatter<'_>, claim: &ClaimPattern) -> fmt::Result {
    if let Some(about) = &claim.about {
        write!(f, " about {about}")?;
    }
    if let Some(asks) = &claim.asks {
        f.write_str(" asks ")?;
        quoted(f, asks)?;
    }
    for (ground, lead) in claim.grounds.iter().zip(leads(" because ")) {
        write!(f, "{lead}{ground}")?;
    }
    Ok(())
}

fn qualifiers(f: &mut fmt::Formatter<'_>, claim: &ClaimPattern) -> fmt::Result {
    if claim.modality != Modality::Actual {
        write!(f, ", {}", claim.modality.name())?;
    }
    if claim.formerly {
        f.write_str(", formerly")?;
    }
    if let Some(when) = &claim.when {
        f.write_str(", ")?;
        write!(f, "{when}")?;
    }
    for (said, lead) in claim.speakers.iter().zip(leads(", said by ")) {
        f.write_str(lead)?;
        speaker(f, said)?;
    }
    Ok(())
}

/// What leads to the first of a list, then to each of the rest.
fn leads(first: &'static str) -> impl Iterator<Item = &'static str> {
    std::iter::once(first).chain(std::iter::repeat(" and "))
}

fn speaker(f: &mut fmt::Formatter<'_>, speaker: &Speaker) -> fmt::Result {
    match speaker {
        Speaker::Actor { actor } => write!(f, "{actor}"),
        Speaker::Unnamed { unnamed, of } => {
            quoted(f, unnamed)?;
            of.as_ref().map_or(Ok(()), |of| write!(f, " of {of}"))
        }
    }
}

/// Text in quotation marks, on one line and without control characters.
fn quoted(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    for character in text.chars() {
        match character {
            '"' | '\\' => write!(f, "\\{character}")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            _ if character.is_control() => write!(f, "\\u{{{:x}}}", u32::from(character))?,
            _ => f.write_char(character)?,
        }
    }
    f.write_char('"')
}
