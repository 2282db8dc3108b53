//! Cuts a file into the items of its list, whatever its mistakes.
//!
//! One pass over the bytes that knows only brackets, strings and comments. A line that begins with the name of an item kind
//! and `(` starts an item even where a bracket or a string before it was never closed, so one slip costs one item.

use std::ops::ControlFlow;

use super::brackets::Open;
use super::item::KINDS;
use crate::model::Span;

/// How deep brackets may be nested in an item.
pub(super) const DEEPEST: usize = 64;

/// The list of a file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Cut {
    /// Where the items stand.
    pub(super) items: Vec<Slice>,
    /// What is wrong with the list.
    pub(super) faults: Vec<CutFault>,
}

/// Where an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slice {
    /// The bytes.
    pub(super) span: Span,
    /// Whether its brackets fit.
    pub(super) whole: bool,
}

/// What is wrong with a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CutFault {
    /// The file does not begin with `[`.
    NotAList(Span),
    /// A bracket or string is never closed.
    Unclosed(Span),
    /// A bracket closes nothing.
    Stray(Span),
    /// Brackets are nested too deeply.
    TooDeep(Span),
    /// Nothing separates two items.
    MissingComma(Span),
    /// A comma without an item before it.
    ExtraComma(Span),
    /// The list is closed, and more follows.
    EndsEarly(Span),
}

/// Cuts a file into items.
pub(super) fn cut(text: &str) -> Cut {
    let mut splitter = Splitter { bytes: text.as_bytes(), at: 0, in_comment: false, cut: Cut::default() };
    splitter.file();
    splitter.cut
}

struct Splitter<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Whether a comment was found that is never closed.
    in_comment: bool,
    cut: Cut,
}

/// An item under construction.
struct Draft {
    start: usize,
    end: usize,
    open: Open,
    whole: bool,
    deepest: usize,
}

/// How a token ended.
#[derive(PartialEq, Eq)]
enum End {
    Closed,
    Open,
}

impl<'a> Splitter<'a> {
    fn file(&mut self) {
        if self.bytes.starts_with("\u{feff}".as_bytes()) {
            self.at = 3;
        }
        self.trivia();
        while self.rest().starts_with(b"#!") {
            self.attribute();
        }
        match self.peek() {
            None => {}
            Some(b'[') => {
                let open = self.at;
                self.at += 1;
                if self.list() == End::Open && !self.in_comment {
                    self.cut.faults.push(CutFault::Unclosed(Span::new(open, open + 1)));
                }
            }
            Some(_) => {
                self.cut.faults.push(CutFault::NotAList(Span::new(self.at, self.at + 1)));
                self.skip_to_item();
                self.list();
            }
        }
    }

    /// Skips to the first item that begins a line or follows a `[`, or to the end.
    fn skip_to_item(&mut self) {
        while !self.item_starts() && !self.rest().is_empty() {
            let rest = self.rest();
            let next = rest.iter().position(|byte| matches!(byte, b'\n' | b'[')).map_or(rest.len(), |index| index + 1);
            self.at += next;
            self.at += self.rest().len() - after_indent(self.rest()).len();
        }
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or(&[])
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn attribute(&mut self) {
        while self.peek().is_some_and(|byte| byte != b']') {
            self.at += 1;
        }
        self.at = (self.at + 1).min(self.bytes.len());
        self.trivia();
    }

    /// Reads items up to the `]` of the list.
    fn list(&mut self) -> End {
        let (mut after_item, mut at_end) = (false, End::Open);
        loop {
            self.trivia();
            match self.peek() {
                None => return at_end,
                Some(b']') => {
                    let close = self.at;
                    self.at += 1;
                    self.trivia();
                    if self.peek().is_none() {
                        return End::Closed;
                    }
                    self.cut.faults.push(CutFault::EndsEarly(Span::new(close, close + 1)));
                    (after_item, at_end) = (false, End::Closed);
                }
                Some(b',') => {
                    if !after_item {
                        self.cut.faults.push(CutFault::ExtraComma(Span::new(self.at, self.at + 1)));
                    }
                    self.at += 1;
                    after_item = false;
                }
                Some(b')' | b'}') => {
                    self.cut.faults.push(CutFault::Stray(Span::new(self.at, self.at + 1)));
                    self.at += 1;
                }
                Some(_) => {
                    if let (true, Some(last)) = (after_item, self.cut.items.last().filter(|last| last.whole)) {
                        self.cut.faults.push(CutFault::MissingComma(Span::new(last.span.end - 1, last.span.end)));
                    }
                    self.item();
                    after_item = true;
                }
            }
        }
    }

    /// Reads one item: up to the comma, the list's `]`, its own last bracket, or the start of the next.
    fn item(&mut self) {
        let mut draft = Draft { start: self.at, end: self.at, open: Open::default(), whole: true, deepest: 0 };
        let in_comment = self.in_comment;
        while self.part(&mut draft).is_continue() {}
        let Draft { start, end, open, mut whole, deepest } = draft;
        if self.in_comment != in_comment {
            whole = false;
        } else if deepest > DEEPEST {
            self.cut.faults.push(CutFault::TooDeep(Span::new(start, end)));
            whole = false;
        } else if let Some((_, at)) = open.last() {
            self.cut.faults.push(CutFault::Unclosed(Span::new(at, at + 1)));
            whole = false;
        }
        self.cut.items.push(Slice { span: Span::new(start, end), whole });
    }

    /// Reads the next token of an item, unless it has ended.
    fn part(&mut self, draft: &mut Draft) -> ControlFlow<()> {
        let before = self.at;
        self.trivia();
        let at = self.at;
        let new_line = at > draft.start && self.bytes.get(before..at).is_some_and(|skipped| skipped.contains(&b'\n'));
        if new_line && !draft.open.is_empty() && self.item_starts() {
            return ControlFlow::Break(());
        }
        let mut flow = ControlFlow::Continue(());
        match self.peek() {
            None => return ControlFlow::Break(()),
            Some(b',' | b']') if draft.open.is_empty() => return ControlFlow::Break(()),
            Some(byte @ (b'(' | b'[' | b'{')) => {
                draft.open.push(byte, at);
                draft.deepest = draft.deepest.max(draft.open.depth());
                self.at += 1;
            }
            Some(byte @ (b')' | b']' | b'}')) => {
                if !self.close(byte, draft) {
                    return ControlFlow::Break(());
                }
                if draft.open.is_empty() {
                    flow = ControlFlow::Break(());
                }
            }
            Some(_) => {
                if self.token() == End::Open {
                    self.cut.faults.push(CutFault::Unclosed(Span::new(at, at + 1)));
                    draft.whole = false;
                    draft.open = Open::default();
                    flow = ControlFlow::Break(());
                }
            }
        }
        draft.end = self.at;
        flow
    }

    /// Takes a closing bracket; false if it closes the list around the item.
    fn close(&mut self, byte: u8, draft: &mut Draft) -> bool {
        let wanted = match byte {
            b')' => b'(',
            b']' => b'[',
            _ => b'{',
        };
        let at = self.at;
        if draft.open.last().is_some_and(|(kind, _)| kind == wanted) {
            draft.open.pop();
            self.at += 1;
            return true;
        }
        if byte == b']' && self.ends_after(at + 1) {
            return false;
        }
        draft.whole = false;
        match draft.open.pop_to(wanted) {
            Some(inner) => self.cut.faults.push(CutFault::Unclosed(Span::new(inner, inner + 1))),
            None => self.cut.faults.push(CutFault::Stray(Span::new(at, at + 1))),
        }
        self.at += 1;
        true
    }

    /// Whether nothing but white space follows.
    fn ends_after(&self, at: usize) -> bool {
        self.bytes.get(at..).is_none_or(|rest| rest.iter().all(u8::is_ascii_whitespace))
    }

    /// Whether a known kind and `(` stand here.
    fn item_starts(&self) -> bool {
        item_starts(self.rest())
    }

    /// Skips white space and comments.
    fn trivia(&mut self) {
        loop {
            match self.rest() {
                [byte, ..] if byte.is_ascii_whitespace() => self.at += 1,
                [b'/', b'/', rest @ ..] => {
                    self.at += 2 + rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
                }
                [b'/', b'*', ..] => self.block_comment(),
                _ => return,
            }
        }
    }

    /// Skips a comment; one that is never closed ends before the next item.
    fn block_comment(&mut self) {
        let start = self.at;
        if self.in_comment {
            // what is left was searched before, so no more than a little of it is searched again
            let near = self.rest().iter().take(200).take_while(|byte| **byte != b'\n').count();
            let line = self.rest().get(2..near).unwrap_or(&[]);
            match line.windows(2).position(|pair| pair == b"*/") {
                Some(end) => self.at += end + 4,
                None => self.skip_to_item(),
            }
        } else if !self.closed_comment() {
            self.in_comment = true;
            self.cut.faults.push(CutFault::Unclosed(Span::new(start, start + 2)));
            self.at = start;
            self.skip_to_item();
        }
    }

    fn closed_comment(&mut self) -> bool {
        let mut depth = 0_usize;
        loop {
            match self.rest() {
                [b'/', b'*', ..] => (self.at, depth) = (self.at + 2, depth + 1),
                [b'*', b'/', ..] => (self.at, depth) = (self.at + 2, depth - 1),
                [] => return false,
                _ => self.at += 1,
            }
            if depth == 0 {
                return true;
            }
        }
    }

    /// Skips a string, a raw string, a character, or one byte of anything else.
    fn token(&mut self) -> End {
        match self.rest() {
            [b'"', ..] => self.string(),
            [b'r', b'"' | b'#', ..] => self.raw_string(),
            [b'\'', b'\\', _, b'\'', ..] => self.skip(4),
            [b'\'', byte, b'\'', ..] if *byte != b'\n' => self.skip(3),
            [byte, ..] if is_word(*byte) => self.word(),
            _ => self.skip(1),
        }
    }

    fn skip(&mut self, bytes: usize) -> End {
        self.at += bytes;
        End::Closed
    }

    fn word(&mut self) -> End {
        while self.peek().is_some_and(is_word) {
            self.at += 1;
        }
        End::Closed
    }

    fn string(&mut self) -> End {
        self.at += 1;
        loop {
            match self.rest() {
                [] => return End::Open,
                [b'"', ..] => return self.skip(1),
                [b'\\', _, ..] => self.at += 2,
                [b'\n', rest @ ..] if item_starts(after_indent(rest)) => return End::Open,
                _ => self.at += 1,
            }
        }
    }

    fn raw_string(&mut self) -> End {
        self.at += 1;
        let hashes = self.rest().iter().take_while(|byte| **byte == b'#').count();
        self.at += hashes;
        if self.peek() != Some(b'"') {
            return End::Closed;
        }
        self.at += 1;
        loop {
            match self.peek() {
                None => return End::Open,
                Some(b'"') => {
                    self.at += 1;
                    let closing = self.rest().iter().take(hashes).take_while(|byte| **byte == b'#').count();
                    self.at += closing;
                    if closing == hashes {
                        return End::Closed;
                    }
                }
                Some(_) => self.at += 1,
            }
        }
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

/// What follows the indent of a line; an indent of more than 32 is none.
fn after_indent(line: &[u8]) -> &[u8] {
    let indent = line.iter().take(32).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    line.get(indent..).unwrap_or(&[])
}

fn item_starts(bytes: &[u8]) -> bool {
    let length = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).take(16).count();
    let (word, rest) = bytes.split_at(length);
    rest.first() == Some(&b'(') && KINDS.iter().any(|kind| kind.as_bytes() == word)
}
