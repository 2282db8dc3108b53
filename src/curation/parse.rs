//! A file's items, as far as they can be read, and what is wrong with the rest.

use std::collections::BTreeSet;
use std::sync::Arc;

use ron::error::{Position, SpannedError};
use ron::extensions::Extensions;

use super::diagnostic::{Code, Diagnostic, Severity};
use super::fault::{Extent, extent, fault};
use super::item::Item;
use super::source::{Place, Source};
use super::split::{CutFault, Slice, cut};
use super::tree::{Edge, Shape, Step};
use crate::model::Span;

/// Items longer than this are read but never looked into for exact places.
const LONGEST_SHAPED: usize = 4_000_000;
/// How many mistakes one item may have before the rest of it is given up.
const REPAIRS: usize = 16;
/// How many diagnostics a file may give before the rest of it is given up.
const FAULTS: usize = 1_000;

/// An item and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// The file.
    pub(super) source: Arc<Source>,
    /// The bytes of the item.
    pub(super) span: Span,
    /// The number of its layer.
    pub(super) layer: usize,
    /// The item.
    pub(super) item: Item,
    /// The text that was read where parts of the item had to be left out: the same with blanks in their place.
    pub(super) mended: Option<Arc<str>>,
}

impl Piece {
    /// The shape of the item.
    pub(super) fn shape(&self) -> Shape {
        shape_of(self.mended.as_deref().unwrap_or(self.span.of(&self.source.text))).0
    }

    /// The place of the value at the end of a path into its shape; an empty path leads to the name of the item's kind.
    pub(super) fn place_in(&self, shape: &Shape, path: &[Step<'_>]) -> Place {
        let value = shape.at(path);
        let span = if path.is_empty() { value.name.unwrap_or(value.span) } else { value.span };
        Place::new(&self.source, shifted(span, self.span.start))
    }
}

/// What a file gives.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    /// The items that could be read.
    pub(super) pieces: Vec<Piece>,
    /// The ids of items that could not.
    pub(super) lost: BTreeSet<String>,
    /// What is wrong.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Reads the items of a file.
pub(super) fn parse(source: &Arc<Source>, layer: usize) -> Parsed {
    let cut = cut(&source.text);
    let mut parsed = Parsed::default();
    for fault in cut.faults.iter().take(FAULTS) {
        parsed.diagnostics.push(cut_diagnostic(source, *fault));
    }
    for (index, slice) in cut.items.iter().enumerate() {
        if parsed.diagnostics.len() >= FAULTS {
            let message = format!("too many mistakes: {} more items were not read", cut.items.len() - index);
            let place = Place::new(source, Span::new(slice.span.start, slice.span.start));
            parsed.diagnostics.push(Diagnostic::new(Severity::Note, Code::TooMany, message, place));
            break;
        }
        item(source, layer, *slice, &mut parsed);
    }
    parsed
}

fn cut_diagnostic(source: &Arc<Source>, fault: CutFault) -> Diagnostic {
    let error = |span, message: String| Diagnostic::error(Code::Syntax, message, Place::new(source, span));
    let word = |span: Span| span.of(&source.text).to_owned();
    match fault {
        CutFault::NotAList(span) => error(span, "a data file is one list of items".to_owned())
            .help("begin the file with `[` and end it with `]`".to_owned()),
        CutFault::Unclosed(span) => error(span, format!("`{}` is never closed", word(span))).label("opened here"),
        CutFault::Stray(span) => error(span, format!("`{}` closes nothing", word(span))),
        CutFault::TooDeep(span) => error(span, "brackets are nested too deeply".to_owned()),
        CutFault::MissingComma(span) => {
            error(span, "expected a comma between two items".to_owned()).label("put `,` after this")
        }
        CutFault::ExtraComma(span) => error(span, "a comma without an item before it".to_owned()),
        CutFault::EndsEarly(span) => {
            error(span, "the list is closed, and more follows".to_owned()).label("closed here")
        }
    }
}

fn item(source: &Arc<Source>, layer: usize, slice: Slice, parsed: &mut Parsed) {
    let text = slice.span.of(&source.text);
    let new = |item, mended| Piece { source: Arc::clone(source), span: slice.span, layer, item, mended };
    let first = if slice.whole { read(text) } else { Err(None) };
    match first {
        Ok(item) => parsed.pieces.push(new(item, None)),
        Err(error) => {
            let mut mender = Mender::new(source, slice.span.start, text, &mut parsed.diagnostics);
            match error.and_then(|error| mender.mend(error)) {
                Some(item) => parsed.pieces.push(new(item, Some(mender.text.into()))),
                None => parsed.lost.extend(mender.id()),
            }
        }
    }
}

fn read(text: &str) -> Result<Item, Option<SpannedError>> {
    let extensions = Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES;
    ron::Options::default().with_default_extension(extensions).from_str(text).map_err(Some)
}

fn shape_of(text: &str) -> (Shape, Vec<(Span, String)>) {
    if text.len() > LONGEST_SHAPED {
        let head = text.find('(').unwrap_or(1).min(100);
        return (Shape { span: Span::new(0, head), ..Shape::default() }, Vec::new());
    }
    Shape::of(text)
}

fn shifted(span: Span, by: usize) -> Span {
    Span::new(span.start + by, span.end + by)
}

/// The byte of a line and column as `ron` counts them.
fn byte(text: &str, position: Position) -> usize {
    let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(index, _)| index + 1);
    let start = std::iter::once(0).chain(breaks).nth(position.line.saturating_sub(1)).unwrap_or(text.len());
    let line = text.get(start..).unwrap_or("");
    start + line.char_indices().nth(position.col.saturating_sub(1)).map_or(line.len(), |(index, _)| index)
}

/// A value's error may be told at its end; a struct's is told before its bracket, where its last field ends.
fn edge(extent: Extent) -> Edge {
    if extent == Extent::Struct { Edge::Outside } else { Edge::Inside }
}

/// Reads an item again and again without what is wrong in it, so that all its mistakes are told at once.
struct Mender<'a> {
    source: &'a Arc<Source>,
    start: usize,
    text: String,
    shape: Shape,
    faults: Vec<(Span, String)>,
    removed: BTreeSet<String>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl<'a> Mender<'a> {
    fn new(source: &'a Arc<Source>, start: usize, text: &str, diagnostics: &'a mut Vec<Diagnostic>) -> Self {
        let (shape, faults) = shape_of(text);
        Self { source, start, text: text.to_owned(), shape, faults, removed: BTreeSet::new(), diagnostics }
    }

    /// The id of the item, as far as it can be seen.
    fn id(&self) -> Option<String> {
        let id = self.shape.fields.iter().find(|field| field.name == "id")?.value.as_ref()?;
        Some(id.span.of(&self.text).trim_matches('"').to_owned())
    }

    fn mend(&mut self, mut error: SpannedError) -> Option<Item> {
        if !self.faults.is_empty() {
            self.report_syntax(&error);
            return None;
        }
        for round in 0..REPAIRS {
            let extent = extent(&error.code);
            if extent == Extent::Rest && round > 0 {
                return None;
            }
            let removable = self.report(&error, extent)?;
            self.blank(removable);
            match read(&self.text) {
                Ok(item) => return Some(item),
                Err(next) => error = next?,
            }
        }
        None
    }

    /// The byte an error is at; where it was met only after white space, the byte after that.
    fn byte(&self, error: &SpannedError) -> usize {
        let (start, end) = (byte(&self.text, error.span.start), byte(&self.text, error.span.end));
        let skipped = Span::new(start, end).of(&self.text);
        match skipped.find(|character: char| !character.is_whitespace()) {
            None => end,
            Some(0) => start,
            Some(gap) if skipped.get(gap..).is_some_and(|rest| rest.starts_with('/')) => end,
            Some(gap) => start + gap,
        }
    }

    /// Tells an error of syntax, and those the tree knows of on later lines.
    fn report_syntax(&mut self, error: &SpannedError) {
        let at = self.byte(error);
        let found = self.shape.find(at, edge(extent(&error.code)));
        let fault = fault(&error.code, found.field);
        let width = self.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let mut said = vec![(Span::new(at, at + width), fault.message, fault.help)];
        for (span, message) in self.faults.iter().take(FAULTS) {
            said.push((Span::new(span.start, span.end.min(span.start + 80)), message.clone(), None));
        }
        let mut last_line = 0;
        for (span, message, help) in said {
            let place = Place::new(self.source, shifted(span, self.start));
            let line = self.source.line(place.span.start).0;
            if line > last_line {
                self.diagnostics.push(Diagnostic::error(Code::Syntax, message, place).help(help));
                last_line = line;
            }
        }
    }

    /// Tells an error; gives what must be left out to read on, unless nothing can be.
    fn report(&mut self, error: &SpannedError, extent: Extent) -> Option<Span> {
        let at = self.byte(error);
        let found = self.shape.find(at, edge(extent));
        let fault = fault(&error.code, found.field);
        let span = match extent {
            Extent::Field => found.name.unwrap_or(found.value.span),
            Extent::Struct => found.value.name.unwrap_or(found.value.span),
            Extent::Value if found.is_root => found.value.name.unwrap_or(found.value.span),
            Extent::Value => found.value.span,
            Extent::Rest => Span::new(at, at + 1),
        };
        let removable = found.removable;
        if found.is_root
            && matches!(&error.code, ron::Error::MissingStructField { field, .. } if self.removed.contains(*field))
        {
            return None;
        }
        if found.is_top_field {
            self.removed.extend(found.field.map(str::to_owned));
        }
        let place = Place::new(self.source, shifted(span, self.start));
        self.diagnostics.push(Diagnostic::error(fault.code, fault.message, place).label(fault.label).help(fault.help));
        removable.filter(|_| extent != Extent::Rest)
    }

    /// Overwrites a span and the comma after it with spaces, so that all places stay as they are.
    fn blank(&mut self, span: Span) {
        let comma = next_token(&self.text, span.end);
        if self.text.get(comma..).is_some_and(|rest| rest.starts_with(',')) {
            self.overwrite(Span::new(comma, comma + 1));
        }
        self.overwrite(span);
    }

    fn overwrite(&mut self, span: Span) {
        let blank = |character: char| {
            let blank = if character == '\n' { '\n' } else { ' ' };
            std::iter::repeat_n(blank, character.len_utf8())
        };
        let blanks: String = span.of(&self.text).chars().flat_map(blank).collect();
        if blanks.len() == span.end - span.start {
            self.text.replace_range(span.start..span.end, &blanks);
        }
    }
}

/// The byte of the next token at or after a byte: what is neither white space nor comment.
fn next_token(text: &str, mut at: usize) -> usize {
    loop {
        let rest = text.get(at..).unwrap_or("");
        let token = rest.trim_start();
        at += rest.len() - token.len();
        let end = if token.starts_with("//") {
            token.find('\n')
        } else if token.starts_with("/*") {
            token.find("*/").map(|end| end + 2)
        } else {
            return at;
        };
        at += end.unwrap_or(token.len());
    }
}
