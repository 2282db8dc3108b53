//! From a wording with alternatives to all that it stands for.

use super::ast::{Node, Sequence};

/// How much a sequence stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::curation) struct Size {
    /// How many wordings, of which some may be the same.
    pub(in crate::curation) wordings: usize,
    /// The bytes of all of them, with a space for each word.
    pub(in crate::curation) bytes: usize,
}

impl Size {
    const NOTHING: Self = Self { wordings: 0, bytes: 0 };
    const EMPTY: Self = Self { wordings: 1, bytes: 0 };

    fn of_words(words: &str) -> Self {
        Self { wordings: 1, bytes: words.len() + 1 }
    }

    /// One or the other.
    fn or(self, other: Self) -> Self {
        Self { wordings: self.wordings.saturating_add(other.wordings), bytes: self.bytes.saturating_add(other.bytes) }
    }

    /// One after the other.
    fn then(self, next: Self) -> Self {
        let bytes = self.bytes.saturating_mul(next.wordings).saturating_add(next.bytes.saturating_mul(self.wordings));
        Self { wordings: self.wordings.saturating_mul(next.wordings), bytes }
    }
}

/// How much a sequence stands for, without making it.
pub(in crate::curation) fn size(sequence: &Sequence) -> Size {
    sequence.0.iter().map(size_of_node).fold(Size::EMPTY, Size::then)
}

fn size_of_node(node: &Node) -> Size {
    match node {
        Node::Word(words) | Node::Literal(words) => Size::of_words(words),
        Node::Alternatives(branches) => branches.iter().map(size).fold(Size::NOTHING, Size::or),
        Node::Optional(inner) => Size::EMPTY.or(size(inner)),
        Node::Entity(_) | Node::Capture { .. } | Node::Gap(_) => Size::EMPTY,
    }
}

/// All wordings that a sequence of words stands for, in the order in which they are written; see [`size`] first.
pub(in crate::curation) fn expand(sequence: &Sequence) -> Vec<String> {
    let mut all = vec![String::new()];
    for node in &sequence.0 {
        match node {
            Node::Word(words) | Node::Literal(words) => all.iter_mut().for_each(|wording| add(wording, words)),
            Node::Alternatives(branches) => all = product(&all, &branches.iter().flat_map(expand).collect::<Vec<_>>()),
            Node::Optional(inner) => {
                let mut choices = vec![String::new()];
                choices.extend(expand(inner));
                all = product(&all, &choices);
            }
            Node::Entity(_) | Node::Capture { .. } | Node::Gap(_) => {}
        }
    }
    all
}

fn product(starts: &[String], ends: &[String]) -> Vec<String> {
    let joined = |start: &String, end: &String| {
        let mut wording = start.clone();
        add(&mut wording, end);
        wording
    };
    starts.iter().flat_map(|start| ends.iter().map(move |end| joined(start, end))).collect()
}

fn add(wording: &mut String, words: &str) {
    if !wording.is_empty() && !words.is_empty() {
        wording.push(' ');
    }
    wording.push_str(words);
}

impl Sequence {
    /// The bytes of its words.
    pub(in crate::curation) fn length(&self) -> usize {
        size(self).bytes
    }
}
