//! What `ron` has against an item, in the words of this project.

use ron::Error;

use super::diagnostic::Code;
use super::suggest::did_you_mean;

/// What is wrong, before its place is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// What sort of thing.
    pub(super) code: Code,
    /// What is wrong.
    pub(super) message: String,
    /// What to write under the place.
    pub(super) label: String,
    /// What to do.
    pub(super) help: Option<String>,
}

/// What an error spoils.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// A field that should not be there.
    Field,
    /// The struct that lacks something.
    Struct,
    /// A value.
    Value,
    /// Everything after it.
    Rest,
}

/// What an error spoils, and so what must be left out to read on.
pub(super) fn extent(error: &Error) -> Extent {
    match error {
        Error::NoSuchStructField { .. } | Error::DuplicateStructField { .. } => Extent::Field,
        Error::MissingStructField { .. } | Error::ExpectedDifferentLength { .. } => Extent::Struct,
        Error::Eof
        | Error::ExpectedComma
        | Error::ExpectedMapColon
        | Error::ExpectedArrayEnd
        | Error::ExpectedStructLikeEnd
        | Error::ExpectedStringEnd
        | Error::TrailingCharacters
        | Error::UnclosedBlockComment
        | Error::ExceededRecursionLimit => Extent::Rest,
        _ => Extent::Value,
    }
}

/// The words for an error in the value of a field (or in an item itself).
pub(super) fn fault(error: &Error, field: Option<&str>) -> Fault {
    let new = |code, message: String, label: &str, help| Fault { code, message, label: label.to_owned(), help };
    match error {
        Error::NoSuchStructField { expected, found, outer } => {
            let of = outer.as_ref().map(|outer| format!(" of `{outer}`")).unwrap_or_default();
            let help = did_you_mean(found, expected).unwrap_or_else(|| format!("its fields are {}", listed(expected)));
            new(Code::UnknownField, format!("unknown field `{found}`{of}"), "no such field", Some(help))
        }
        Error::MissingStructField { field, outer } => {
            let outer = outer.as_deref().unwrap_or("item");
            let message = format!("`{outer}` lacks the field `{field}`");
            new(Code::MissingField, message, &format!("`{field}` is missing"), None)
        }
        Error::DuplicateStructField { field, .. } => {
            new(Code::WrongValue, format!("the field `{field}` is given twice"), "given again", None)
        }
        Error::NoSuchEnumVariant { expected, found, .. } if field.is_none() => {
            let help = did_you_mean(found, expected).unwrap_or_else(|| format!("the kinds are {}", listed(expected)));
            new(Code::UnknownKind, format!("unknown kind of item `{found}`"), "no such kind", Some(help))
        }
        Error::NoSuchEnumVariant { expected, found, .. } => {
            let help = did_you_mean(found, expected).unwrap_or_else(|| format!("write one of {}", listed(expected)));
            let message = format!("`{}` cannot be `{found}`", field.unwrap_or("item"));
            new(Code::WrongValue, message, "no such value", Some(help))
        }
        Error::ExpectedDifferentStructName { expected, found } => {
            new(Code::WrongValue, format!("expected `{expected}`, found `{found}`"), "", None)
        }
        Error::ExpectedDifferentLength { expected, found } => {
            let wanted = expected.rsplit("with ").next().unwrap_or(expected);
            new(Code::WrongValue, format!("expected {wanted}, found {found}"), "", None)
        }
        Error::ExpectedIdentifier | Error::SuggestRawIdentifier(_) | Error::ExpectedNamedStructLike(_)
            if field.is_none() =>
        {
            let help = "an item is a kind and its fields: `State(id: \"..\", name: \"..\")`".to_owned();
            new(Code::UnknownKind, "expected an item".to_owned(), "", Some(help))
        }
        other => plain(other, field),
    }
}

/// The words for an error that needs no more than its name.
fn plain(error: &Error, field: Option<&str>) -> Fault {
    let in_field = field.map(|field| format!(" in `{field}`")).unwrap_or_default();
    let (code, message) = match error {
        Error::Message(message) => (Code::WrongValue, message.clone()),
        Error::ExpectedString => (Code::WrongValue, format!("expected a string{in_field}")),
        Error::ExpectedArray => (Code::WrongValue, format!("expected a list{in_field}")),
        Error::ExpectedBoolean => (Code::WrongValue, format!("expected true or false{in_field}")),
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } | Error::UnderscoreAtBeginning => {
            (Code::WrongValue, format!("expected a whole number{in_field}"))
        }
        Error::IntegerOutOfBounds => (Code::WrongValue, format!("the number{in_field} is out of range")),
        Error::ExpectedIdentifier | Error::SuggestRawIdentifier(_) => {
            (Code::WrongValue, format!("expected a bare word{in_field}, without quotes"))
        }
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => {
            (Code::WrongValue, format!("expected `(` and fields{in_field}"))
        }
        Error::InvalidEscape(_) => (Code::WrongValue, "unknown escape in a string".to_owned()),
        Error::ExpectedComma => (Code::Syntax, "expected a comma".to_owned()),
        Error::ExpectedMapColon => (Code::Syntax, "expected `:` and a value".to_owned()),
        Error::ExpectedArrayEnd => (Code::Syntax, "expected `]`".to_owned()),
        Error::ExpectedStructLikeEnd => (Code::Syntax, "expected `)`".to_owned()),
        Error::ExceededRecursionLimit => (Code::Syntax, "brackets are nested too deeply".to_owned()),
        Error::Eof | Error::ExpectedStringEnd => (Code::Syntax, "the item ends too early".to_owned()),
        Error::TrailingCharacters => (Code::Syntax, "unexpected text after the item".to_owned()),
        other => (Code::WrongValue, lower(&other.to_string())),
    };
    Fault { code, message, label: String::new(), help: None }
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

fn listed(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
