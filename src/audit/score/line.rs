//! One line of a gold file as written, and the one scheme of all lines.

use serde::Deserialize;

use super::coding::{Ends, Level, Scheme, SchemeName};
use super::fault::{Fault, GoldError};
use crate::model::DocumentId;
use crate::text::GivenEntity;

/// One line as written. Unknown keys are passed over.
///
/// ```json
/// {"id": "a1", "date": "1999-03-12", "text": "Beijing opposes TMD.",
///  "claims": [{"subject": "iso3:CHN", "relation": "opposes", "object": "tmd"}]}
/// ```
#[derive(Deserialize)]
pub struct Line {
    pub id: Option<DocumentId>,
    pub scheme: Option<String>,
    pub date: Option<String>,
    pub text: String,
    #[serde(default)]
    pub entities: Vec<GivenEntity>,
    pub claims: Vec<ClaimLine>,
}

/// One coding as written: `relation`, `class` (or `plover`), or `sign`.
#[derive(Deserialize)]
pub struct ClaimLine {
    pub subject: String,
    pub object: String,
    pub relation: Option<String>,
    pub class: Option<String>,
    pub plover: Option<String>,
    pub sign: Option<serde_json::Number>,
    pub about: Option<String>,
    pub polarity: Option<String>,
}

impl ClaimLine {
    /// The class, under either name.
    pub fn class(&self) -> Option<&String> {
        self.class.as_ref().or(self.plover.as_ref())
    }

    /// What it says of its pair, by the first key that it has.
    fn level(&self) -> Option<Level> {
        let relation = self.relation.as_ref().map(|_| Level::Relation);
        relation.or(self.class().map(|_| Level::Class)).or(self.sign.as_ref().map(|_| Level::Sign))
    }
}

/// Reads a line.
pub fn parse(line: &[u8]) -> Result<Line, Fault> {
    let text = std::str::from_utf8(line).map_err(|error| Fault::Encoding { byte: error.valid_up_to() })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // serde would take an array for an object too.
    if !text.trim_start().starts_with('{') {
        return Err(Fault::Json { message: "it is no object".to_owned() });
    }
    // A record is one line, whose number is told already.
    let message = |error: serde_json::Error| error.to_string().replace(" at line 1 column", " at column");
    serde_json::from_str(text).map_err(|error| Fault::Json { message: message(error) })
}

/// The one scheme of all lines.
pub fn scheme_of(lines: &[(usize, Line)]) -> Result<Scheme, GoldError> {
    let mut found: Option<(usize, SchemeName, Level)> = None;
    let mut ends: Option<(usize, Ends)> = None;
    for (number, line) in lines {
        let fail = |fault| GoldError { line: *number, fault };
        let (name, level) = stated(line).map_err(fail)?;
        match (found, level) {
            (Some((first, known, other)), Some(level)) if (known, other) != (name, level) => {
                return Err(fail(Fault::Mixed { here: words(name, level), first: words(known, other), line: first }));
            }
            (None, Some(level)) => found = Some((*number, name, level)),
            _ => {}
        }
        let here = if line.entities.is_empty() { Ends::Named } else { Ends::Given };
        let (first, known) = *ends.get_or_insert((*number, here));
        if known != here {
            let words = |ends| if ends == Ends::Given { "`entities`" } else { "no `entities`" }.to_owned();
            return Err(fail(Fault::Mixed { here: words(here), first: words(known), line: first }));
        }
    }
    let ends = ends.map_or(Ends::Named, |(_, ends)| ends);
    match (found, lines.first()) {
        (Some((_, name, level)), _) => Ok(Scheme { name, level, ends }),
        (None, None) => Ok(Scheme { name: SchemeName::Relation, level: Level::Relation, ends }),
        (None, Some((line, _))) => Err(GoldError { line: *line, fault: Fault::NoScheme }),
    }
}

/// The scheme that a line states, and what its claims say; that is open where there are none and the scheme leaves it open.
fn stated(line: &Line) -> Result<(SchemeName, Option<Level>), Fault> {
    match line.scheme.as_deref() {
        Some("plover") => Ok((SchemeName::Plover, Some(Level::Class))),
        Some("sign") => Ok((SchemeName::Sign, Some(Level::Sign))),
        Some("relation") | None => match line.claims.first().map(ClaimLine::level) {
            Some(None) => Err(Fault::NoLabel { claim: 1, keys: "a `relation`, a `class` or a `sign`" }),
            level => Ok((SchemeName::Relation, level.flatten())),
        },
        Some(other) => Err(Fault::UnknownScheme { name: other.to_owned() }),
    }
}

fn words(name: SchemeName, level: Level) -> String {
    let coded = match level {
        Level::Relation => "relations",
        Level::Class => "classes",
        Level::Sign => "signs",
    };
    format!("scheme `{}` with {coded}", name.name())
}
