//! What the data lacks, for people.

use super::ask::count;
use super::style::{Paint, Style, clean};
use super::table::{Align, Table};
use crate::audit::Suggestion;
use crate::reading::UnknownKind;

/// How many characters of an example are shown.
const EXAMPLE: usize = 90;

/// The kinds in the order they are shown, with their headings.
pub const KINDS: [(UnknownKind, &str); 4] = [
    (UnknownKind::Verb, "verbs between names that no rule knows"),
    (UnknownKind::Governor, "verbs that hold claims back because no rule knows them"),
    (UnknownKind::Name, "names that are not in the data"),
    (UnknownKind::Title, "titles that are not in the data"),
];

/// The suggestions of each kind, at most `top` of each, with examples and what to paste.
pub fn text(suggestions: &[Suggestion], top: usize, style: Style) -> String {
    if suggestions.is_empty() {
        return "nothing to suggest: the data knows every name and verb it would need\n".to_owned();
    }
    let mut lines: Vec<String> = Vec::new();
    for (kind, heading) in KINDS {
        let all: Vec<&Suggestion> = suggestions.iter().filter(|suggestion| suggestion.kind == kind).collect();
        if all.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let shown = if all.len() > top { format!("{top} of {}", all.len()) } else { all.len().to_string() };
        lines.push(style.paint(Paint::Heading, &format!("{heading} ({shown})")));
        lines.extend(all.iter().take(top).flat_map(|suggestion| of_one(suggestion, style)));
    }
    lines.join("\n") + "\n"
}

fn of_one(suggestion: &Suggestion, style: Style) -> [String; 3] {
    let document = suggestion.document.as_ref().map(|id| format!("{id}: ")).unwrap_or_default();
    [
        format!("  {}  {}", suggestion.count, style.paint(Paint::Trigger, &clean(&suggestion.text))),
        format!("       {}", style.paint(Paint::Remark, &clean(&format!("{document}{}", shortened(suggestion))))),
        format!("       {}", clean(&suggestion.fix)),
    ]
}

/// The example, cut to a window around the words.
fn shortened(suggestion: &Suggestion) -> String {
    let (text, length) = (&suggestion.example, suggestion.example.chars().count());
    if length <= EXAMPLE {
        return text.clone();
    }
    let head = suggestion.text.split(' ').next().unwrap_or("");
    let at = text.find(head).map_or(0, |byte| text.get(..byte).unwrap_or("").chars().count());
    let start = at.saturating_sub(EXAMPLE / 3).min(length - EXAMPLE);
    let cut: String = text.chars().skip(start).take(EXAMPLE).collect();
    let before = if start > 0 { "..." } else { "" };
    let after = if start + EXAMPLE < length { "..." } else { "" };
    format!("{before}{}{after}", cut.trim())
}

/// The commonest of each kind, a line a kind.
pub fn brief(suggestions: &[Suggestion], top: usize, style: Style) -> Vec<String> {
    let mut table = Table::new([("the data lacks", Align::Left), ("the commonest", Align::Left)]);
    for (kind, name) in [
        (UnknownKind::Verb, "verb"),
        (UnknownKind::Governor, "governing verb"),
        (UnknownKind::Name, "name"),
        (UnknownKind::Title, "title"),
    ] {
        let all: Vec<&Suggestion> = suggestions.iter().filter(|suggestion| suggestion.kind == kind).collect();
        let shown: Vec<String> = all.iter().take(top).map(|one| format!("{} ({})", one.text, one.count)).collect();
        if !all.is_empty() {
            table.push(vec![count(all.len(), name), shown.join(", ")]);
        }
    }
    if table.is_empty() { Vec::new() } else { table.lines(style) }
}
