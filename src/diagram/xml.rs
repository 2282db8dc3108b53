//! Writing XML.

use std::fmt::Write;

/// The text with the characters that mean something to XML escaped, and those that it cannot hold dropped.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' => out.push(' '),
            '\n' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

/// A number with at most two decimals.
pub(super) fn number(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    let mut text = String::new();
    // Adding zero turns minus zero into zero; writing to a string does not fail.
    let _ = write!(text, "{:.2}", rounded + 0.0);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        assert_eq!(escape("<a href=\"x\">&'\u{0}\u{1b}\u{fffe}é"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;é");
    }

    #[test]
    fn numbers_are_short() {
        let numbers: Vec<String> = [0.0, -0.001, 10.0, 2.5, 1.0 / 3.0, 100.0].map(number).into();
        assert_eq!(numbers, ["0", "0", "10", "2.5", "0.33", "100"]);
    }
}
