//! A reader of the XML that pictures are written in; panics if it is not well-formed.

use std::collections::BTreeMap;

/// An element, without what it holds.
#[derive(Clone, Debug)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    /// The text right inside it.
    pub text: String,
    /// The indexes of the elements around it, outermost first.
    pub inside: Vec<usize>,
}

impl Element {
    pub fn number(&self, name: &str) -> f64 {
        self.attributes[name].parse().unwrap()
    }

    pub fn is(&self, name: &str, class: &str) -> bool {
        self.name == name && self.attributes.get("class").is_some_and(|known| known == class)
    }
}

/// The elements of a document in the order of their start tags.
pub fn read(xml: &str) -> Vec<Element> {
    assert!(xml.chars().all(|c| c == '\n' || !c.is_control()), "control characters");
    let mut elements: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        let text = unescape(&rest[..at]);
        if let Some(last) = open.last() {
            elements[*last].text.push_str(&text);
        } else {
            assert_eq!(text.trim(), "", "text outside the root");
        }
        let end = rest.find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let last = open.pop().expect("an element is open");
            assert_eq!(elements[last].name, name);
            continue;
        }
        let is_empty = tag.ends_with('/');
        elements.push(element(tag.trim_end_matches('/'), &open));
        if !is_empty {
            open.push(elements.len() - 1);
        }
    }
    assert!(open.is_empty(), "elements left open");
    assert_eq!(rest.trim(), "");
    elements
}

fn element(tag: &str, open: &[usize]) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    assert!(name.chars().all(|c| c.is_ascii_alphanumeric()), "{name}");
    let mut attributes = BTreeMap::new();
    while !rest.trim().is_empty() {
        let (key, value) = rest.trim_start().split_once("=\"").expect("an attribute has a value");
        let (value, after) = value.split_once('"').expect("a value ends");
        assert!(!value.contains('<'));
        assert!(attributes.insert(key.to_owned(), unescape(value)).is_none(), "{key} twice");
        rest = after;
    }
    Element { name: name.to_owned(), attributes, text: String::new(), inside: open.to_vec() }
}

fn unescape(text: &str) -> String {
    let mut parts = text.split('&');
    let mut out = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (entity, after) = part.split_once(';').expect("an entity ends");
        out.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" => '\'',
            other => panic!("entity {other}"),
        });
        out.push_str(after);
    }
    out
}
