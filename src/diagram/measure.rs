//! How wide text is, and how it is wrapped and shortened.
//!
//! Widths are those of the common sans-serif faces that share Helvetica's metrics, in thousandths of the font size. Boxes get
//! enough room to spare for faces that run wider.

/// What stands for the part of a text that was cut off.
const ELLIPSIS: char = '…';

/// The advance widths of the printable ASCII characters from the space on.
const ASCII: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
];

/// The weight of a face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// The width of a character in thousandths of the font size; for scripts without a table, an upper bound.
fn advance(c: char) -> u16 {
    let code = u32::from(c);
    if let Some(width) = code.checked_sub(32).and_then(|index| ASCII.get(index as usize)) {
        return *width;
    }
    match code {
        0x0300..=0x036f | 0x200b..=0x200f | 0xfe00..=0xfe0f => 0,
        0x00b7 | 0x2018..=0x201f => 340,
        0x00a0..=0x00ff => 611,
        0x0100..=0x024f => 722,
        0x2010..=0x2015 => 1000,
        0x2212 => 584,
        0x0250..=0x10ff => 850,
        _ => 1000,
    }
}

/// The width of a line of text at a font size.
pub(super) fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let thousandths: u32 = text.chars().map(|c| u32::from(advance(c))).sum();
    let factor = if weight == Weight::Bold { 1.07 } else { 1.0 };
    f64::from(thousandths) / 1000.0 * size * factor
}

/// The text without control characters and marks that turn the direction of what follows, white space run together.
pub(super) fn clean(text: &str) -> String {
    let kept: String =
        text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_unwanted(*c)).collect();
    kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn is_unwanted(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
}

/// The text cut to a number of characters, with a mark where it was cut.
pub(super) fn shorten(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some(_) => {
            let kept: String = text.chars().take(most.saturating_sub(1)).collect();
            format!("{}{ELLIPSIS}", kept.trim_end())
        }
    }
}

/// The text cut to a width, with a mark where it was cut.
pub(super) fn fit(text: &str, size: f64, weight: Weight, most: f64) -> String {
    if width(text, size, weight) <= most {
        return text.to_owned();
    }
    let room = most - width("…", size, weight);
    let mut used = 0.0;
    let mut kept = String::new();
    for c in text.chars() {
        used += width(c.encode_utf8(&mut [0; 4]), size, weight);
        if used > room {
            break;
        }
        kept.push(c);
    }
    format!("{}{ELLIPSIS}", kept.trim_end())
}

/// The text on at most two lines no wider than `most`, broken where the lines come out most alike.
pub(super) fn wrap(text: &str, size: f64, most: f64) -> Vec<String> {
    // No more than this fits on two lines, and the search for the break is quadratic.
    let text = shorten(&clean(text), 200);
    let wide = |line: &str| width(line, size, Weight::Regular);
    if wide(&text) <= most {
        return vec![text];
    }
    let breaks = text.match_indices([' ', '-']).map(|(at, found)| {
        let (head, tail) = text.split_at(at + found.len());
        (head.trim_end(), tail)
    });
    let best = breaks.filter(|(_, tail)| !tail.is_empty()).min_by(|a, b| {
        let worst = |pair: &(&str, &str)| wide(pair.0).max(wide(pair.1));
        worst(a).total_cmp(&worst(b))
    });
    match best {
        None => vec![fit(&text, size, Weight::Regular, most)],
        Some((head, tail)) if wide(head) <= most && wide(tail) <= most => vec![head.to_owned(), tail.to_owned()],
        Some(_) => greedy(&text, size, most),
    }
}

/// As many words as fit on the first line, and the rest, cut, on the second.
fn greedy(text: &str, size: f64, most: f64) -> Vec<String> {
    let fits = |line: &str| width(line, size, Weight::Regular) <= most;
    let at = text.match_indices(' ').map(|(at, _)| at).take_while(|at| text.get(..*at).is_some_and(fits)).last();
    match at.map(|at| text.split_at(at)) {
        None => vec![fit(text, size, Weight::Regular, most)],
        Some((head, tail)) => vec![head.to_owned(), fit(tail.trim_start(), size, Weight::Regular, most)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_at_the_break_that_balances() {
        assert_eq!(wrap("Russia", 13.0, 120.0), ["Russia"]);
        assert_eq!(wrap("Theater Missile Defense system", 13.0, 120.0), ["Theater Missile", "Defense system"]);
        assert_eq!(wrap("a\u{202e}b\u{7}\nc", 13.0, 120.0), ["ab c"]);
    }

    #[test]
    fn cuts_what_does_not_fit() {
        let long = "word ".repeat(2000);
        let lines = wrap(&long, 13.0, 120.0);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| width(line, 13.0, Weight::Regular) <= 120.0));
        assert_eq!(wrap(&"x".repeat(10_000), 13.0, 60.0), ["xxxxxxx…"]);
    }
}
