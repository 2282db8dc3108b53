//! Tables: aligned columns for people, CSV for other tools.

use super::style::{Paint, Style, clean};

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left: words.
    Left,
    /// At the right: numbers.
    Right,
}

/// Rows under headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    columns: Vec<(String, Align)>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these columns and no rows.
    pub fn new<'a>(columns: impl IntoIterator<Item = (&'a str, Align)>) -> Self {
        Self { columns: columns.into_iter().map(|(name, align)| (name.to_owned(), align)).collect(), rows: Vec::new() }
    }

    /// Adds a row, a cell for each column.
    pub fn push(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table as aligned lines: the heading, then the rows.
    pub fn lines(&self, style: Style) -> Vec<String> {
        let clean_row = |row: &Vec<String>| row.iter().map(|cell| clean(cell)).collect::<Vec<_>>();
        let heads: Vec<String> = self.columns.iter().map(|(name, _)| clean(name)).collect();
        let rows: Vec<Vec<String>> = self.rows.iter().map(clean_row).collect();
        let width = |at: usize| {
            let cells = std::iter::once(&heads).chain(&rows).filter_map(|row| row.get(at));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.columns.len()).map(width).collect();
        let head = style.paint(Paint::Heading, &self.line(&heads, &widths));
        std::iter::once(head).chain(rows.iter().map(|row| self.line(row, &widths))).collect()
    }

    fn line(&self, cells: &[String], widths: &[usize]) -> String {
        let padded = cells.iter().zip(widths).zip(&self.columns).map(|((cell, width), (_, align))| {
            // not by format!, which has a limit to widths
            let room = " ".repeat(width.saturating_sub(cell.chars().count()));
            match align {
                Align::Left => format!("{cell}{room}"),
                Align::Right => format!("{room}{cell}"),
            }
        });
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    }

    /// The table as CSV (RFC 4180), its cells made harmless to spreadsheets.
    pub fn csv(&self) -> String {
        let heads: Vec<String> = self.columns.iter().map(|(name, _)| name.clone()).collect();
        let line = |row: &Vec<String>| row.iter().map(|cell| csv_cell(cell)).collect::<Vec<_>>().join(",") + "\r\n";
        std::iter::once(&heads).chain(&self.rows).map(line).collect()
    }
}

/// A cell that no spreadsheet takes for a formula, quoted where it must be.
///
/// ```
/// use demarche::cli::table::csv_cell;
/// assert_eq!(csv_cell("=1+2"), "'=1+2");
/// assert_eq!(csv_cell("a, \"b\""), "\"a, \"\"b\"\"\"");
/// ```
pub fn csv_cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
