//! From text to a pattern: one pass, brackets at most 16 deep.

use super::ast::{Node, Role, Sequence};
use super::error::{PatternError, PatternFault};
use crate::curation::Argument;
use crate::curation::synonyms::{Found, Groups};
use crate::model::{EntityId, Span};

/// How deep brackets may be nested.
const DEEPEST: usize = 16;
/// The longest gap.
const WIDEST: u8 = 8;
/// How many wordings one text may stand for, and how many words groups may bring into it.
pub(in crate::curation) const MOST_WORDS: usize = 4_000;

/// What stands in a wording for an object, and for any noun.
const PLACES: [&str; 2] = ["...", "*"];

/// What is read: each has some parts of the pattern language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::curation) enum Language {
    /// A pattern: all of it.
    Pattern,
    /// The wording of a rule: words, alternatives, parts that may be missing, groups, places of an object.
    Wording,
    /// The word of a group: the same without groups.
    GroupWord,
}

type Parsed<T> = Result<T, PatternError>;

/// Parses a pattern, or what has some of its parts.
pub(in crate::curation) fn parse(text: &str, language: Language, groups: &Groups) -> Parsed<Sequence> {
    let mut parser = Parser { text, at: 0, language, groups, brought: 0 };
    let part = parser.sequence(0)?;
    match parser.peek() {
        Some(close @ ')') => return Err(parser.here(PatternFault::Stray { close })),
        Some('|') => return Err(parser.here(PatternFault::BareBar)),
        _ => {}
    }
    if part.nodes.is_empty() {
        return Err(PatternError { fault: PatternFault::Empty, span: Span::new(0, text.len()) });
    }
    match part.first_gap.or(part.last_gap) {
        Some(span) => Err(PatternError { fault: PatternFault::GapAtEnd, span }),
        None => Ok(Sequence(part.nodes)),
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    language: Language,
    groups: &'a Groups,
    /// How many words groups have brought in.
    brought: usize,
}

/// A sequence under construction, with what its neighbours must know of it.
#[derive(Default)]
struct Part {
    nodes: Vec<Node>,
    roles: Vec<Role>,
    first_gap: Option<Span>,
    last_gap: Option<Span>,
}

/// A node, with what its neighbours must know of it.
struct Piece {
    node: Node,
    span: Span,
    roles: Vec<Role>,
    first_gap: Option<Span>,
    last_gap: Option<Span>,
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    /// An error at the next character.
    fn here(&self, fault: PatternFault) -> PatternError {
        let width = self.peek().map_or(0, char::len_utf8);
        PatternError { fault, span: Span::new(self.at, self.at + width) }
    }

    fn since(&self, start: usize) -> Span {
        Span::new(start, self.at)
    }

    fn skip_space(&mut self) {
        self.take(char::is_whitespace);
    }

    /// Takes the characters that fit.
    fn take(&mut self, fits: impl Fn(char) -> bool) -> &str {
        let start = self.at;
        let rest = self.rest();
        self.at += rest.find(|character| !fits(character)).unwrap_or(rest.len());
        self.text.get(start..self.at).unwrap_or("")
    }

    /// Reads nodes up to a `)`, a `|` or the end.
    fn sequence(&mut self, depth: usize) -> Parsed<Part> {
        let mut part = Part::default();
        loop {
            self.skip_space();
            if matches!(self.peek(), None | Some(')' | '|')) {
                return Ok(part);
            }
            let piece = self.piece(depth)?;
            part.push(piece)?;
        }
    }

    /// Reads a node and the `?` after it.
    fn piece(&mut self, depth: usize) -> Parsed<Piece> {
        let start = self.at;
        let mut piece = self.node(depth)?;
        if self.peek() == Some('?') {
            if piece.node.may_be_empty() {
                return Err(self.here(PatternFault::AlreadyOptional));
            }
            self.bump();
            if self.peek() == Some('?') {
                return Err(self.here(PatternFault::AlreadyOptional));
            }
            piece.node = Node::Optional(match piece.node {
                Node::Alternatives(mut branches) if branches.len() == 1 => branches.pop().unwrap_or_default(),
                node => Sequence(vec![node]),
            });
            piece.span = self.since(start);
        }
        Ok(piece)
    }

    fn node(&mut self, depth: usize) -> Parsed<Piece> {
        let start = self.at;
        let node = match self.peek() {
            Some('(') => return self.group(depth),
            Some('{') => self.words_of_group()?,
            Some(close @ '}') => return Err(self.here(PatternFault::Stray { close })),
            Some(character @ ('<' | '"')) if self.language != Language::Pattern => {
                return Err(self.here(PatternFault::NotInWording { character }));
            }
            Some('<') => self.reference()?,
            Some('"') => self.literal()?,
            Some('?') => return Err(self.here(PatternFault::NothingOptional)),
            Some('.') if self.rest().starts_with("..") && self.language == Language::Pattern => self.gap()?,
            Some('.' | '*') if self.language == Language::Wording && self.place().is_some() => {
                self.place_of_object()?
            }
            _ => self.word()?,
        };
        let span = self.since(start);
        let gap = matches!(node, Node::Gap(_)).then_some(span);
        let roles = match &node {
            Node::Capture { role, .. } => vec![*role],
            _ => Vec::new(),
        };
        Ok(Piece { node, span, roles, first_gap: gap, last_gap: gap })
    }

    /// What stands for the object in a wording ("hold ... hostage"), or for any noun ("return * to").
    fn place(&self) -> Option<&'static str> {
        PLACES.into_iter().find(|place| self.rest().starts_with(place))
    }

    fn place_of_object(&mut self) -> Parsed<Node> {
        let Some(place) = self.place() else { return self.word() };
        self.at += place.len();
        Ok(Node::Word(place.to_owned()))
    }

    fn group(&mut self, depth: usize) -> Parsed<Piece> {
        let start = self.at;
        if depth >= DEEPEST {
            return Err(self.here(PatternFault::TooDeep));
        }
        let unclosed = self.here(PatternFault::Unclosed { open: '(' });
        self.bump();
        let mut branches = Vec::new();
        let (mut roles, mut first_gap, mut last_gap) = (Vec::new(), None, None);
        loop {
            let from = self.at;
            let part = self.sequence(depth + 1)?;
            if self.peek().is_none() {
                return Err(unclosed);
            }
            if part.nodes.is_empty() {
                let span = Span::new(from.saturating_sub(1), self.at + 1);
                return Err(PatternError { fault: PatternFault::EmptyAlternative, span });
            }
            roles.extend(part.roles.into_iter().filter(|role| !roles.contains(role)).collect::<Vec<_>>());
            first_gap = first_gap.or(part.first_gap);
            last_gap = last_gap.or(part.last_gap);
            branches.push(Sequence(part.nodes));
            let closed = self.peek() == Some(')');
            self.bump();
            if closed {
                let span = self.since(start);
                return Ok(Piece { node: Node::Alternatives(branches), span, roles, first_gap, last_gap });
            }
        }
    }

    /// Reads `<id>` or `<role:Kind|Kind>`.
    fn reference(&mut self) -> Parsed<Node> {
        let unclosed = self.here(PatternFault::Unclosed { open: '<' });
        let start = self.at;
        self.bump();
        let name_start = self.at;
        let name = self.take(is_id).to_owned();
        let name_span = self.since(name_start);
        let role = Role::ALL.into_iter().find(|role| role.name() == name);
        match (self.peek(), role) {
            (None, _) => Err(unclosed),
            (Some('>'), Some(role)) => Err(PatternError { fault: PatternFault::NoKinds { role }, span: name_span }),
            (Some('>'), None) => {
                self.bump();
                let span = self.since(start);
                if name.is_empty() {
                    return Err(PatternError { fault: PatternFault::EmptyEntity, span });
                }
                Ok(Node::Entity(EntityId::new(name)))
            }
            (Some(':'), Some(role)) => {
                self.bump();
                let arguments = self.kinds(role, unclosed)?;
                Ok(Node::Capture { role, arguments })
            }
            (Some(':'), None) => Err(PatternError { fault: PatternFault::UnknownRole { name }, span: name_span }),
            (Some('(' | '"' | '|' | '<' | ')'), _) => Err(unclosed),
            (Some(character), _) if character.is_whitespace() => Err(unclosed),
            (Some(character), _) => Err(self.here(PatternFault::UnknownCharacter { character })),
        }
    }

    /// Reads the kinds of a capture and its `>`.
    fn kinds(&mut self, role: Role, unclosed: PatternError) -> Parsed<Vec<Argument>> {
        let mut kinds: Vec<Argument> = Vec::new();
        loop {
            let start = self.at;
            let name = self.take(is_id).to_owned();
            let span = self.since(start);
            let fault = |fault| Err(PatternError { fault, span });
            match Argument::ALL.into_iter().find(|kind| kind.name() == name) {
                Some(kind) if kinds.contains(&kind) => return fault(PatternFault::KindTwice { kind }),
                Some(kind) => kinds.push(kind),
                None if name.is_empty() && self.peek().is_none() => return Err(unclosed),
                None if name.is_empty() => return Err(self.here(PatternFault::NoKinds { role })),
                None => return fault(PatternFault::UnknownKind { name }),
            }
            match self.peek() {
                Some('|') => self.bump(),
                Some('>') => {
                    self.bump();
                    return Ok(kinds);
                }
                _ => return Err(unclosed),
            }
        }
    }

    /// Reads `{id}`: any of the words of a group.
    fn words_of_group(&mut self) -> Parsed<Node> {
        let unclosed = self.here(PatternFault::Unclosed { open: '{' });
        let start = self.at;
        self.bump();
        let id = self.take(is_id).to_owned();
        if self.peek() != Some('}') {
            return Err(unclosed);
        }
        let id_span = Span::new(start + 1, self.at);
        self.bump();
        let span = self.since(start);
        if id.is_empty() {
            return Err(PatternError { fault: PatternFault::EmptyGroup, span });
        }
        if self.language == Language::GroupWord {
            return Err(PatternError { fault: PatternFault::GroupInGroup, span });
        }
        match self.groups.find(&id) {
            Found::Unknown => Err(PatternError { fault: PatternFault::UnknownGroup { id }, span: id_span }),
            Found::Lost => Err(PatternError { fault: PatternFault::LostGroup { id }, span }),
            Found::Words(words) => {
                self.brought += words.len();
                if self.brought > MOST_WORDS {
                    return Err(PatternError { fault: PatternFault::TooManyWordings { most: MOST_WORDS }, span });
                }
                let words = self.groups.bring(words).ok_or(PatternError { fault: PatternFault::TooMuch, span })?;
                Ok(Node::Alternatives(words))
            }
        }
    }

    fn literal(&mut self) -> Parsed<Node> {
        let unclosed = self.here(PatternFault::Unclosed { open: '"' });
        let start = self.at;
        self.bump();
        let words = self.take(|character| character != '"').to_owned();
        if self.peek().is_none() {
            return Err(unclosed);
        }
        self.bump();
        if words.trim().is_empty() {
            return Err(PatternError { fault: PatternFault::EmptyLiteral, span: self.since(start) });
        }
        Ok(Node::Literal(words))
    }

    fn gap(&mut self) -> Parsed<Node> {
        let start = self.at;
        self.at += 2;
        let number = self.take(|character| character.is_ascii_digit());
        match number.parse::<u8>() {
            Ok(most) if (1..=WIDEST).contains(&most) && !number.starts_with('0') => Ok(Node::Gap(most)),
            _ => Err(PatternError { fault: PatternFault::GapSize, span: self.since(start) }),
        }
    }

    fn word(&mut self) -> Parsed<Node> {
        let rest = self.rest();
        let length = rest.find(|character| !is_word(character)).unwrap_or(rest.len());
        // a gap may follow a word at once, so two dots end it
        let length = rest.get(..length).and_then(|word| word.find("..")).unwrap_or(length);
        let word = rest.get(..length).unwrap_or("").to_owned();
        if !word.chars().any(char::is_alphanumeric) {
            let character = self.peek().unwrap_or(' ');
            return Err(self.here(match self.language {
                Language::Pattern => PatternFault::UnknownCharacter { character },
                Language::Wording | Language::GroupWord => PatternFault::NotInWording { character },
            }));
        }
        self.at += length;
        Ok(Node::Word(word))
    }
}

impl Part {
    fn push(&mut self, piece: Piece) -> Parsed<()> {
        if let Some(role) = piece.roles.iter().find(|role| self.roles.contains(role)) {
            return Err(PatternError { fault: PatternFault::RoleTwice { role: *role }, span: piece.span });
        }
        if let (Some(Node::Gap(_)), Node::Gap(_)) = (self.nodes.last(), &piece.node) {
            return Err(PatternError { fault: PatternFault::GapAfterGap, span: piece.span });
        }
        if self.nodes.is_empty() {
            self.first_gap = piece.first_gap;
        }
        self.last_gap = piece.last_gap;
        self.roles.extend(piece.roles);
        self.nodes.push(piece.node);
        Ok(())
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '-' | '\'' | '’' | '.' | '&' | '/' | '%' | '$')
}

fn is_id(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '-' | '_' | '.' | '/')
}
