//! Offices that end before they start, or that two people hold at once.

use std::collections::BTreeMap;

use crate::curation::career::{is_single, offices};
use crate::curation::diagnostic::{Code, Diagnostic};
use crate::curation::item::{Item, OfficeItem};
use crate::curation::merge::Effective;
use crate::curation::parse::Piece;
use crate::curation::sink::Sink;
use crate::curation::tree::Step;
use crate::model::{Date, PartialDate};

/// A term of office, and the days on which it certainly was held.
#[derive(Clone, Copy)]
struct Term<'a> {
    person: &'a str,
    piece: &'a Piece,
    index: usize,
    start: Date,
    end: Date,
}

/// Checks the dates of all offices, and of the states themselves.
pub(super) fn check(effective: &Effective, sink: &mut Sink) {
    let mut posts: BTreeMap<(&str, &str), Vec<Term<'_>>> = BTreeMap::new();
    for (key, merged) in &effective.known {
        if let Item::State(state) = &merged.base.item {
            check_order(state.from, state.until, &merged.base, &[], "state", sink);
        }
        for (piece, index, office) in offices(merged) {
            let path = [Step::Field("offices"), Step::Index(index)];
            check_order(office.from, office.until, piece, &path, "office", sink);
            if is_single(office.title.as_str(), &effective.known) && !office.acting {
                let (start, end) = certain(office);
                let term = Term { person: &key.id, piece, index, start, end };
                posts.entry((office.of.as_str(), office.title.as_str())).or_default().push(term);
            }
        }
    }
    for ((of, title), terms) in posts {
        check_overlaps(of, title, terms, sink);
    }
}

/// The first and last day on which an office certainly was held; the first is after the last if there is none.
///
/// Without `until` it is still held. Without `from` only its last day is certain.
fn certain(office: &OfficeItem) -> (Date, Date) {
    let end = office.until.map_or(Date::MAX, PartialDate::earliest);
    let start = match (office.from, office.until) {
        (Some(from), _) => from.latest(),
        (None, Some(_)) => end,
        (None, None) => Date::MAX.yesterday().unwrap_or(Date::MAX),
    };
    (start, end)
}

fn check_order(
    from: Option<PartialDate>,
    until: Option<PartialDate>,
    piece: &Piece,
    path: &[Step<'_>],
    what: &str,
    sink: &mut Sink,
) {
    let (Some(from), Some(until)) = (from, until) else { return };
    if until.latest() >= from.earliest() {
        return;
    }
    sink.report_with(piece, |sink| {
        let at = |field| path.iter().copied().chain([Step::Field(field)]).collect::<Vec<_>>();
        let related = sink.place(piece, &at("from"));
        let message = format!("the {what} ends on {until}, before it starts on {from}");
        Diagnostic::error(Code::OfficeDates, message, sink.place(piece, &at("until")))
            .label("ends here")
            .related(related, "starts here")
    });
}

/// Each term is compared with the one before it, by another person, that lasts longest.
fn check_overlaps(of: &str, title: &str, mut terms: Vec<Term<'_>>, sink: &mut Sink) {
    terms.sort_by_key(|term| (term.start, term.end, term.person));
    let (mut longest, mut other): (Option<Term<'_>>, Option<Term<'_>>) = (None, None);
    for term in terms {
        if term.start > term.end {
            continue;
        }
        let rival =
            longest.filter(|held| held.person != term.person).or(other.filter(|held| held.person != term.person));
        if let Some(rival) = rival.filter(|rival| term.start < rival.end.min(term.end)) {
            overlap(of, title, &rival, &term, sink);
        }
        if longest.is_none_or(|held| term.end > held.end) {
            if longest.is_some_and(|held| held.person != term.person) {
                other = longest;
            }
            longest = Some(term);
        } else if longest.is_some_and(|held| held.person != term.person) && other.is_none_or(|held| term.end > held.end)
        {
            other = Some(term);
        }
    }
}

fn overlap(of: &str, title: &str, first: &Term<'_>, second: &Term<'_>, sink: &mut Sink) {
    sink.report_with(second.piece, |sink| {
        let path = |term: &Term<'_>| [Step::Field("offices"), Step::Index(term.index)];
        let related = sink.place(first.piece, &path(first));
        let message = format!("`{}` and `{}` hold `{of}/{title}` at once", first.person, second.person);
        Diagnostic::error(Code::OfficeOverlap, message, sink.place(second.piece, &path(second)))
            .label("overlaps")
            .related(related, "with this")
            .help(
                "correct the dates, or write `acting: true` for one who stood in, or `holders: Many` for a title of several"
                    .to_owned(),
            )
    });
}
