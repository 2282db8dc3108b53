//! Times at which nobody is known to have held an office that one person holds.

use std::collections::BTreeMap;

use jiff::ToSpan;

use crate::curation::career::{is_single, offices, possible};
use crate::curation::diagnostic::{Code, Diagnostic};
use crate::curation::item::OfficeItem;
use crate::curation::keys::Key;
use crate::curation::merge::Merged;
use crate::curation::parse::Piece;
use crate::curation::sink::Sink;
use crate::curation::tree::Step;
use crate::model::{Date, PartialDate};

/// A hand-over may take so many days.
const HAND_OVER: i64 = 7;

/// A term of office, and the days on which it may have been held.
#[derive(Clone, Copy)]
struct Term<'a> {
    person: &'a str,
    piece: &'a Piece,
    index: usize,
    office: &'a OfficeItem,
    start: Date,
    end: Date,
}

/// Tells the gaps between two known holders of an office, unless the later one says what lies between.
///
/// Partial dates count whole, so that only what is certainly a gap is one.
pub(super) fn check(known: &BTreeMap<Key, Merged>, sink: &mut Sink) {
    let mut posts: BTreeMap<(&str, &str), Vec<Term<'_>>> = BTreeMap::new();
    for (key, merged) in known {
        for (piece, index, office) in offices(merged) {
            if is_single(office.title.as_str(), known) {
                let (start, end) = possible(office);
                let term = Term { person: &key.id, piece, index, office, start, end };
                posts.entry((office.of.as_str(), office.title.as_str())).or_default().push(term);
            }
        }
    }
    for ((of, title), terms) in posts {
        check_post(&format!("{of}/{title}"), terms, sink);
    }
}

/// Each term is compared with the one before it that lasts longest.
fn check_post(post: &str, mut terms: Vec<Term<'_>>, sink: &mut Sink) {
    terms.sort_by_key(|term| (term.start, term.end, term.person));
    let mut last: Option<Term<'_>> = None;
    for term in terms {
        let gap = last.filter(|last| last.end.saturating_add(HAND_OVER.days()) < term.start);
        match (gap, term.office.after) {
            (Some(before), None) => tell_gap(post, &before, &term, sink),
            (None, Some(_)) => tell_none(post, last.as_ref(), &term, sink),
            _ => {}
        }
        if last.is_none_or(|last| term.end > last.end) {
            last = Some(term);
        }
    }
}

fn path(term: &Term<'_>, field: &'static str) -> [Step<'static>; 3] {
    [Step::Field("offices"), Step::Index(term.index), Step::Field(field)]
}

fn shown(date: Option<PartialDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn tell_gap(post: &str, before: &Term<'_>, term: &Term<'_>, sink: &mut Sink) {
    let (until, from) = (shown(before.office.until), shown(term.office.from));
    let message = format!("nobody is known to hold `{post}` from {until} to {from}");
    sink.report_with(term.piece, |sink| {
        let related = sink.place(before.piece, &path(before, "until"));
        Diagnostic::warning(Code::OfficeGap, message, sink.place(term.piece, &path(term, "from")))
            .label(format!("`{}` holds it from here", term.person))
            .related(related, format!("`{}` holds it until here", before.person))
            .help(
                "add who held it, or say in the later office what lies between: `after: Vacancy` or `after: Unlisted`"
                    .to_owned(),
            )
    });
}

fn tell_none(post: &str, before: Option<&Term<'_>>, term: &Term<'_>, sink: &mut Sink) {
    let message = format!("nothing lies between `{}` in `{post}` and who held it before", term.person);
    sink.report_with(term.piece, |sink| {
        let place = sink.place(term.piece, &path(term, "after"));
        let diagnostic = Diagnostic::warning(Code::OfficeGap, message, place);
        let diagnostic = match before {
            Some(before) => {
                let place = sink.place(before.piece, &[Step::Field("offices"), Step::Index(before.index)]);
                diagnostic.related(place, "held before, without a gap")
            }
            None => diagnostic.label("nobody is known to have held it before"),
        };
        diagnostic.help("leave `after` out".to_owned())
    });
}
