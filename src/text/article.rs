//! A dated text: front matter and body, or a JSON document.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::{Date, DocumentId, Span, document_id};

/// A mention made elsewhere and taken as given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenEntity {
    /// Its id in the claims.
    pub id: String,
    /// Where it stands.
    #[serde(default)]
    pub spans: Vec<Span>,
}

/// A dated text; spans everywhere are byte offsets into `body`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Article {
    /// The id given, if any.
    #[serde(default)]
    pub id: Option<DocumentId>,
    /// The day it was printed.
    #[serde(default)]
    pub date: Option<Date>,
    /// Who printed it.
    #[serde(default)]
    pub publication: Option<String>,
    /// Its headline.
    #[serde(default)]
    pub title: Option<String>,
    /// Where it stands.
    #[serde(default)]
    pub url: Option<String>,
    /// The text after any front matter; `text` in JSON.
    #[serde(rename = "text")]
    pub body: String,
    /// Mentions made elsewhere.
    #[serde(default)]
    pub entities: Vec<GivenEntity>,
}

/// Why a text is no article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArticleError {
    /// The date cannot be read.
    Date {
        /// The line, counted from 1.
        line: usize,
        /// What stands there.
        text: String,
    },
    /// The bytes are not UTF-8.
    Encoding {
        /// The first byte that is not.
        byte: usize,
    },
    /// The JSON is broken, or its text is missing.
    Json {
        /// What the reader says.
        message: String,
    },
}

impl fmt::Display for ArticleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date { line, text } => {
                write!(f, "line {line}: `{text}` is not a date: write it as 1999-03-12")
            }
            Self::Encoding { byte } => write!(f, "not UTF-8 at byte {byte}: save the file as UTF-8"),
            Self::Json { message } => write!(f, "not a JSON document: {message}"),
        }
    }
}

impl std::error::Error for ArticleError {}

/// How many bytes a front matter line may have.
const LONGEST_LINE: usize = 400;

impl Article {
    /// An article without front matter.
    pub fn plain(body: impl Into<String>) -> Self {
        Self { body: body.into(), ..Self::default() }
    }

    /// The id given, or the hash of date, publication and text; never the file name.
    pub fn document_id(&self) -> DocumentId {
        self.id.clone().unwrap_or_else(|| document_id(self.date, self.publication.as_deref(), &self.body))
    }

    /// Reads the bytes of a text file.
    ///
    /// # Errors
    ///
    /// When the bytes are not UTF-8, or a date in the front matter is none.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ArticleError> {
        let text = std::str::from_utf8(bytes).map_err(|error| ArticleError::Encoding { byte: error.valid_up_to() })?;
        Self::parse(text)
    }

    /// Reads a text: front matter between lines of `---`, or leading `Key: value` lines, then the body.
    ///
    /// A first line with several pairs ("Publication: Monitor Volume: 5") counts as so many lines. Unknown keys are passed
    /// over.
    ///
    /// # Errors
    ///
    /// When the `date` is not one.
    ///
    /// ```
    /// use demarche::text::Article;
    /// let article = Article::parse("Date: 1999-03-12\nPublication: Monitor\n\nMoscow opposes the plan.\n")?;
    /// assert_eq!(article.publication.as_deref(), Some("Monitor"));
    /// assert_eq!(article.body, "Moscow opposes the plan.\n");
    /// # Ok::<(), demarche::text::ArticleError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, ArticleError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (fields, body) = front_matter(text);
        let get = |key: &str| fields.get(key).map(|(_, value)| value.clone()).filter(|value| !value.is_empty());
        let date = match fields.get("date").filter(|(_, value)| !value.is_empty()) {
            Some((line, value)) => {
                Some(value.parse().map_err(|_| ArticleError::Date { line: *line, text: value.clone() })?)
            }
            None => None,
        };
        Ok(Self {
            id: get("id").map(DocumentId::new),
            date,
            publication: get("publication"),
            title: get("title"),
            url: get("url"),
            body: body.to_owned(),
            entities: Vec::new(),
        })
    }

    /// Reads one line of JSON Lines; unknown keys are passed over.
    ///
    /// # Errors
    ///
    /// When the line is no JSON object with a `text`.
    pub fn from_json(line: &str) -> Result<Self, ArticleError> {
        serde_json::from_str(line).map_err(|error| ArticleError::Json { message: error.to_string() })
    }
}

type Fields = BTreeMap<String, (usize, String)>;

fn front_matter(text: &str) -> (Fields, &str) {
    let fenced = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n"));
    let (start, fenced) = match fenced {
        Some(rest) => (text.len() - rest.len(), true),
        None => (0, false),
    };
    let (mut fields, mut at, mut line) = (Fields::new(), start, if fenced { 2 } else { 1 });
    loop {
        let rest = text.get(at..).unwrap_or("");
        let raw = rest.split_inclusive('\n').next().unwrap_or("");
        let trimmed = raw.trim();
        let body_at = at + raw.len();
        if raw.is_empty() {
            return if fenced { (Fields::new(), text) } else { (fields, rest) };
        }
        if fenced && trimmed == "---" {
            return (fields, skip_blank(text, body_at));
        }
        let pairs = pairs(trimmed);
        if pairs.is_empty() && !fenced {
            let body = if fields.is_empty() { text } else { skip_blank(text, at) };
            return (fields, body);
        }
        fields.extend(pairs.into_iter().map(|(key, value)| (key, (line, value))));
        (at, line) = (body_at, line + 1);
    }
}

fn skip_blank(text: &str, mut at: usize) -> &str {
    while let Some(line) = text.get(at..).and_then(|rest| rest.split_inclusive('\n').next())
        && line.trim().is_empty()
        && !line.is_empty()
    {
        at += line.len();
    }
    text.get(at..).unwrap_or("")
}

/// The `Key: value` pairs of a line, none if it does not begin with one.
fn pairs(line: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    if line.len() > LONGEST_LINE || key_at(line).is_none() {
        return found;
    }
    for word in line.split(' ') {
        // Only capitalised words open a further pair, so that a title may hold a colon.
        let opens = found.is_empty() || (word.starts_with(char::is_uppercase) && known(word));
        match word.strip_suffix(':').filter(|key| opens && is_key(key)) {
            Some(key) => found.push((key.to_lowercase(), String::new())),
            None => {
                if let Some((_, value)) = found.last_mut() {
                    let space = if value.is_empty() { "" } else { " " };
                    value.push_str(space);
                    value.push_str(word);
                }
            }
        }
    }
    found.into_iter().map(|(key, value)| (key, value.trim().trim_matches('"').to_owned())).collect()
}

/// The keys that a line may hold after its first.
fn known(word: &str) -> bool {
    ["Id:", "Date:", "Publication:", "Title:", "Url:", "Volume:", "Issue:"].contains(&word)
}

fn key_at(line: &str) -> Option<&str> {
    line.split(' ').next()?.strip_suffix(':').filter(|key| is_key(key))
}

fn is_key(key: &str) -> bool {
    !key.is_empty()
        && key.len() < 24
        && key.chars().all(|letter| letter.is_ascii_alphabetic() || matches!(letter, '_' | '-'))
}
