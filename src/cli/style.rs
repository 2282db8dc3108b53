//! Colour at a terminal, plain text in a pipe, and nothing hidden in either.

use anstyle::{AnsiColor, Style as Ansi};

/// Whether output is for a terminal with colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Text alone.
    #[default]
    Plain,
    /// Text with ANSI colours.
    Colour,
}

impl From<Style> for crate::curation::Style {
    fn from(style: Style) -> Self {
        match style {
            Style::Plain => Self::Plain,
            Style::Colour => Self::Colored,
        }
    }
}

/// What a piece of text is, which decides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// A heading.
    Heading,
    /// A remark by the way.
    Remark,
    /// The subject of a claim.
    Subject,
    /// The words that carry its relation.
    Trigger,
    /// The object of a claim.
    Object,
    /// The issue it is about.
    About,
    /// Something to look at twice.
    Warning,
}

impl Paint {
    fn ansi(self) -> Ansi {
        match self {
            Self::Heading => Ansi::new().bold(),
            Self::Remark => Ansi::new().dimmed(),
            Self::Subject => AnsiColor::Cyan.on_default(),
            Self::Trigger => AnsiColor::Yellow.on_default().bold(),
            Self::Object => AnsiColor::Green.on_default(),
            Self::About => AnsiColor::Magenta.on_default(),
            Self::Warning => AnsiColor::Red.on_default(),
        }
    }
}

impl Style {
    /// Text painted, if this is for a terminal with colours; the text must be clean.
    pub fn paint(self, paint: Paint, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::Colour => {
                let ansi = paint.ansi();
                format!("{ansi}{text}{ansi:#}")
            }
        }
    }
}

/// Text on one line, without anything that could steer a terminal: control characters and marks that turn the direction
/// of writing.
///
/// ```
/// use demarche::cli::style::clean;
/// assert_eq!(clean("one\n  two\u{1b}[31m"), "one two [31m");
/// ```
pub fn clean(text: &str) -> String {
    let harmless = text.replace(|c: char| c.is_control() || steers(c), " ");
    harmless.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn steers(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}
