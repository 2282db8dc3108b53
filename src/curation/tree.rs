//! The shape of an item: where its fields and list elements stand.
//!
//! Built from the lossless tree of `ronin-core`, which is known nowhere else.

use ronin_core::{SyntaxElement, SyntaxKind, SyntaxNode};

use super::split::DEEPEST;
use crate::model::Span;

/// One step into a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step<'a> {
    /// The field of this name.
    Field(&'a str),
    /// The element with this index, counted from 0.
    Index(usize),
}

/// Where a value and its parts stand; spans count from the start of the text it was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// The value, without white space and comments around it.
    pub(super) span: Span,
    /// The name before its bracket.
    pub(super) name: Option<Span>,
    /// The fields of a struct.
    pub(super) fields: Vec<Field>,
    /// Whether it is a list.
    pub(super) is_list: bool,
    /// The elements of a list or tuple.
    pub(super) elements: Vec<Shape>,
}

/// A field of a struct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    /// Its name.
    pub(super) name: String,
    /// Where the name stands.
    pub(super) name_span: Span,
    /// Where name and value stand.
    pub(super) span: Span,
    /// Its value, if it has one.
    pub(super) value: Option<Shape>,
}

impl Shape {
    /// The shape of an item, and the bytes at which its syntax is broken with what is expected there.
    ///
    /// Brackets nested too deeply give no shape: the guard of `ronin-core` misses those after a name.
    pub(super) fn of(text: &str) -> (Self, Vec<(Span, String)>) {
        if is_too_deep(text) {
            return (Self::default(), Vec::new());
        }
        let document = ronin_core::parse(text);
        let faults = document
            .diagnostics()
            .iter()
            .map(|fault| (Span::new(fault.range.start(), fault.range.end()), fault.message.clone()))
            .collect();
        let shape = document.root().children().find(is_value).map(|node| shape(&node)).unwrap_or_default();
        (shape, faults)
    }

    /// The value at the end of a path, as far as it leads.
    pub(super) fn at(&self, path: &[Step<'_>]) -> &Shape {
        let mut current = self;
        for step in path {
            let next = match step {
                Step::Field(name) => {
                    current.fields.iter().find(|field| field.name == *name).and_then(|field| field.value.as_ref())
                }
                Step::Index(index) => current.elements.get(*index),
            };
            match next {
                Some(next) => current = next,
                None => break,
            }
        }
        current
    }
}

/// Whether brackets, as `ronin-core` sees them, are nested too deeply to be parsed by recursion.
fn is_too_deep(text: &str) -> bool {
    let mut open: Vec<SyntaxKind> = Vec::new();
    for token in ronin_core::lexer::tokenize(text) {
        match token.kind {
            SyntaxKind::LParen => open.push(SyntaxKind::RParen),
            SyntaxKind::LBracket => open.push(SyntaxKind::RBracket),
            SyntaxKind::LBrace => open.push(SyntaxKind::RBrace),
            kind if open.last() == Some(&kind) => drop(open.pop()),
            _ => {}
        }
        if open.len() > DEEPEST {
            return true;
        }
    }
    false
}

fn is_value(node: &SyntaxNode) -> bool {
    !matches!(node.kind(), SyntaxKind::ExtensionAttr | SyntaxKind::Error)
}

fn span(element: &SyntaxElement) -> Span {
    let range = element.text_range();
    Span::new(range.start(), range.end())
}

/// The depth of the tree is bounded by the parser's own guard.
fn shape(node: &SyntaxNode) -> Shape {
    let mut shape = Shape { is_list: node.kind() == SyntaxKind::List, ..Shape::default() };
    let mut extent = Extent::default();
    for element in node.children_with_tokens() {
        let inner = match &element {
            SyntaxElement::Token(token) if token.is_trivia() => continue,
            SyntaxElement::Token(token) => {
                if token.kind() == SyntaxKind::Ident && shape.name.is_none() {
                    shape.name = Some(span(&element));
                }
                span(&element)
            }
            SyntaxElement::Node(child) if child.kind() == SyntaxKind::StructField => {
                let (field, inner) = field(child);
                shape.fields.extend(field);
                inner
            }
            SyntaxElement::Node(child) if is_value(child) => {
                let element = self::shape(child);
                let inner = element.span;
                shape.elements.push(element);
                inner
            }
            SyntaxElement::Node(_) => span(&element),
        };
        extent.add(inner);
    }
    shape.span = extent.0.unwrap_or_else(|| Span::new(node.text_range().start(), node.text_range().start()));
    shape
}

fn field(node: &SyntaxNode) -> (Option<Field>, Span) {
    let (mut name, mut value, mut extent) = (None, None, Extent::default());
    for element in node.children_with_tokens() {
        let inner = match &element {
            SyntaxElement::Token(token) if token.is_trivia() => continue,
            SyntaxElement::Token(token) => {
                if token.kind() == SyntaxKind::Ident && name.is_none() {
                    name = Some((token.text().to_owned(), span(&element)));
                }
                span(&element)
            }
            SyntaxElement::Node(child) if is_value(child) => {
                let shape = shape(child);
                let inner = shape.span;
                value = Some(shape);
                inner
            }
            SyntaxElement::Node(_) => span(&element),
        };
        extent.add(inner);
    }
    let span = extent.0.unwrap_or_default();
    (name.map(|(name, name_span)| Field { name, name_span, span, value }), span)
}

/// The smallest span that holds all that was added.
#[derive(Default)]
struct Extent(Option<Span>);

impl Extent {
    fn add(&mut self, span: Span) {
        self.0 = Some(self.0.map_or(span, |extent| extent.join(span)));
    }
}

/// What stands at a byte of an item.
#[derive(Debug)]
pub(super) struct Found<'a> {
    /// The innermost value there.
    pub(super) value: &'a Shape,
    /// The innermost field.
    pub(super) field: Option<&'a str>,
    /// The field's name, if the byte is in it.
    pub(super) name: Option<Span>,
    /// The innermost field or list element: what can be left out.
    pub(super) removable: Option<Span>,
    /// Whether the byte is in no field of the item.
    pub(super) is_root: bool,
    /// Whether what can be left out is a field of the item itself.
    pub(super) is_top_field: bool,
}

/// Whether a value holds the byte just after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// It does.
    Inside,
    /// It does not.
    Outside,
}

impl Shape {
    /// What stands at a byte.
    pub(super) fn find(&self, at: usize, edge: Edge) -> Found<'_> {
        let holds = |span: Span| span.start <= at && (at < span.end || (at == span.end && edge == Edge::Inside));
        let mut found =
            Found { value: self, field: None, name: None, removable: None, is_root: true, is_top_field: false };
        loop {
            if let Some(field) = found.value.fields.iter().find(|field| holds(field.span)) {
                found.is_top_field = found.is_root;
                found.is_root = false;
                found.field = Some(&field.name);
                found.removable = Some(field.span);
                found.name = holds(field.name_span).then_some(field.name_span);
                let Some(value) = &field.value else { return found };
                found.value = value;
                if !holds(value.span) {
                    return found;
                }
            } else if let Some(element) = found.value.elements.iter().find(|element| holds(element.span)) {
                if found.value.is_list {
                    found.removable = Some(element.span);
                    found.is_top_field = false;
                }
                found.value = element;
            } else {
                return found;
            }
        }
    }
}
