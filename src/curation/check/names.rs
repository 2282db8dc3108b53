//! One name for two things.

use std::collections::BTreeMap;

use crate::curation::career;
use crate::curation::diagnostic::{Code, Diagnostic};
use crate::curation::item::{Item, StateItem};
use crate::curation::keys::{Key, Space};
use crate::curation::merge::{Effective, Merged};
use crate::curation::parse::Piece;
use crate::curation::sink::Sink;
use crate::curation::words::{self, Wording};

/// A name as an item gives it.
struct Use<'a> {
    owner: &'a Key,
    merged: &'a Merged,
    state: Option<&'a StateItem>,
    piece: &'a Piece,
    wording: Wording<'a>,
}

/// Checks that no two entities, and no two titles, share a name.
pub(super) fn check(effective: &Effective, sink: &mut Sink) {
    let mut uses: BTreeMap<(Space, &str), Vec<Use<'_>>> = BTreeMap::new();
    for (key, merged) in &effective.known {
        for given in uses_of(key, merged) {
            uses.entry((key.space, given.wording.text)).or_default().push(given);
        }
    }
    for ((space, name), mut uses) in uses {
        if uses.len() < 2 || name.trim().is_empty() {
            continue;
        }
        // the first in the files is the one that the others repeat
        uses.sort_by_key(|given| {
            (given.piece.layer, &given.piece.source.path, given.piece.span.start, given.wording.field)
        });
        if let Some((first, rest)) = uses.split_first() {
            rest.iter().for_each(|again| compare(space, name, first, again, sink));
        }
    }
}

fn uses_of<'a>(owner: &'a Key, merged: &'a Merged) -> impl Iterator<Item = Use<'a>> {
    let state = match &merged.base.item {
        Item::State(state) => Some(state),
        _ => None,
    };
    let wordings = |item: &'a Item| match (owner.space, item) {
        (Space::Entity, item) => words::names(item),
        (Space::Title, Item::Title(_)) => words::all(item),
        (Space::Title, Item::Extend(_)) => words::names(item),
        _ => Vec::new(),
    };
    merged.pieces().flat_map(move |piece| {
        wordings(&piece.item).into_iter().map(move |wording| Use { owner, merged, state, piece, wording })
    })
}

/// Whether one state ended before the other began.
fn apart(first: Option<&StateItem>, second: Option<&StateItem>) -> bool {
    let ends_before = |one: &StateItem, two: &StateItem| {
        one.until.zip(two.from).is_some_and(|(until, from)| until.earliest() <= from.latest())
    };
    first.zip(second).is_some_and(|(first, second)| ends_before(first, second) || ends_before(second, first))
}

fn compare(space: Space, name: &str, first: &Use<'_>, again: &Use<'_>, sink: &mut Sink) {
    let demonyms = |given: &Use<'_>| given.state.is_some() && given.wording.field == "demonyms";
    let (one, two) = (&first.owner.id, &again.owner.id);
    let same_list = first.wording.field == again.wording.field;
    let (code, message, help) = match space {
        _ if one == two && !same_list => return,
        _ if one == two => {
            let message = format!("`{name}` is given twice in `{}` of `{one}`", again.wording.field);
            (Code::AmbiguousName, message, "leave one out")
        }
        Space::Title => {
            let message = format!("`{name}` is a name of two titles: `{one}` and `{two}`");
            (Code::AmbiguousName, message, "leave it out of one of them")
        }
        // a text's date tells which of them it means
        _ if career::apart(first.merged, again.merged) => return,
        _ if apart(first.state, again.state) => {
            let message = format!("`{name}` is a name of two states of different times: `{one}` and `{two}`");
            (Code::AmbiguousName, message, "alone it names neither of them in a text")
        }
        _ if demonyms(first) && demonyms(again) => {
            let message = format!("`{name}` is a demonym of two states: `{one}` and `{two}`");
            (Code::AmbiguousName, message, "alone it names neither of them in a text")
        }
        _ => {
            let message = format!("`{name}` is a name of two things: `{one}` and `{two}`");
            (Code::DuplicateName, message, "leave it out of one of them")
        }
    };
    sink.report_with(again.piece, |sink| {
        let place = sink.place(again.piece, &again.wording.path());
        let related = sink.place(first.piece, &first.wording.path());
        let diagnostic = match code {
            Code::DuplicateName => Diagnostic::error(code, message, place),
            _ => Diagnostic::warning(code, message, place),
        };
        diagnostic.label("given again").related(related, "first given here").help(help.to_owned())
    });
}
