//! Values that can be judged by themselves.

use crate::curation::diagnostic::{Code, Diagnostic};
use crate::curation::item::Item;
use crate::curation::parse::Piece;
use crate::curation::sink::Sink;
use crate::curation::tree::Step;
use crate::curation::words;

/// Checks the values of an item.
pub(super) fn check(piece: &Piece, sink: &mut Sink) {
    check_id(piece, sink);
    check_words(piece, sink);
    let (iso3, wikidata) = match &piece.item {
        Item::State(item) => (&item.iso3, &item.wikidata),
        Item::Organisation(item) => (&None, &item.wikidata),
        Item::Official(item) => (&None, &item.wikidata),
        Item::Issue(item) => (&None, &item.wikidata),
        Item::Title(item) if item.names.is_empty() => {
            return wrong(
                Code::MatchesNothing,
                "names",
                "a title without names is never found".to_owned(),
                piece,
                sink,
            );
        }
        Item::Synonyms(item) if item.words.is_empty() => {
            let message = "a group without words stands for nothing".to_owned();
            return wrong(Code::MatchesNothing, "words", message, piece, sink);
        }
        Item::Relation(item) => return check_color(item.color.as_deref(), piece, sink),
        _ => return,
    };
    if let Some(iso3) = iso3.as_deref().filter(|iso3| !is_iso3(iso3)) {
        let message = format!("`{iso3}` is no ISO 3166-1 code of three capital letters");
        wrong(Code::WrongValue, "iso3", message, piece, sink);
    }
    if let Some(wikidata) = wikidata.as_deref().filter(|wikidata| !is_wikidata(wikidata)) {
        let message = format!("`{wikidata}` is no Wikidata item such as `Q159`");
        wrong(Code::WrongValue, "wikidata", message, piece, sink);
    }
}

fn wrong(code: Code, field: &'static str, message: String, piece: &Piece, sink: &mut Sink) {
    sink.report(piece, &[Step::Field(field)], |place| Diagnostic::error(code, message, place));
}

fn is_iso3(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_wikidata(item: &str) -> bool {
    item.strip_prefix('Q').is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn check_color(color: Option<&str>, piece: &Piece, sink: &mut Sink) {
    let is_color = |color: &str| {
        color.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    if let Some(color) = color.filter(|color| !is_color(color)) {
        let message = format!("`{color}` is no colour: write `#` and six hex digits, such as `#c0392b`");
        wrong(Code::BadColor, "color", message, piece, sink);
    }
}

/// Ids stand in patterns and questions, so they keep to letters, digits and hyphens.
fn check_id(piece: &Piece, sink: &mut Sink) {
    let Some(key) = piece.item.key() else { return };
    let fits = |character: char| {
        (character.is_alphanumeric() && !character.is_uppercase()) || matches!(character, '-' | '_' | '.')
    };
    if key.id.is_empty() || !key.id.chars().all(fits) {
        let message = format!("`{}` cannot be an id: use lower-case letters, digits and hyphens", key.id);
        wrong(Code::BadId, "id", message, piece, sink);
    }
}

fn check_words(piece: &Piece, sink: &mut Sink) {
    for wording in words::all(&piece.item) {
        if wording.text.trim().is_empty() {
            sink.report(piece, &wording.path(), |place| {
                Diagnostic::error(Code::Empty, format!("an empty word in `{}`", wording.field), place)
            });
        }
    }
}
