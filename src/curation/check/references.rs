//! Ids that must be known.

use super::scope::{Resolution, Scope, Wanted};
use crate::curation::diagnostic::{Code, Diagnostic};
use crate::curation::extend::with_article;
use crate::curation::item::{Item, OfficeItem};
use crate::curation::parse::Piece;
use crate::curation::sink::Sink;
use crate::curation::source::Place;
use crate::curation::tree::Step;
use crate::model::{EntityId, RelationId};

/// Checks the ids that an item refers to.
pub(super) fn check(piece: &Piece, scope: &Scope<'_>, sink: &mut Sink) {
    let mut one = |id: &str, wanted, path: &[Step<'_>]| {
        let resolution = scope.resolve(id, wanted);
        if resolution != Resolution::Fine {
            sink.report(piece, path, |place| diagnostic(id, wanted, &resolution, scope, place));
        }
    };
    match &piece.item {
        Item::Organisation(item) => {
            optional(item.part_of.as_ref(), |id| one(id, Wanted::Actor, &[Step::Field("part_of")]));
        }
        Item::Official(item) => {
            optional(item.of.as_ref(), |id| one(id, Wanted::Actor, &[Step::Field("of")]));
            offices(&item.offices, one);
        }
        Item::Issue(item) => {
            optional(item.part_of.as_ref(), |id| one(id, Wanted::Issue, &[Step::Field("part_of")]));
            for (index, sponsor) in item.sponsors.iter().enumerate() {
                one(sponsor.as_str(), Wanted::Actor, &[Step::Field("sponsors"), Step::Index(index)]);
            }
        }
        Item::Frame(item) => relation(&item.relation, one),
        Item::Pattern(item) => relation(&item.relation, one),
        Item::Operator(item) => item.relation.iter().for_each(|id| relation(id, &mut one)),
        Item::Extend(item) => offices(&item.offices, one),
        _ => {}
    }
}

fn optional(id: Option<&EntityId>, mut check: impl FnMut(&str)) {
    if let Some(id) = id {
        check(id.as_str());
    }
}

fn relation(id: &RelationId, mut one: impl FnMut(&str, Wanted, &[Step<'_>])) {
    one(id.as_str(), Wanted::Relation, &[Step::Field("relation")]);
}

fn offices(offices: &[OfficeItem], mut one: impl FnMut(&str, Wanted, &[Step<'_>])) {
    for (index, office) in offices.iter().enumerate() {
        let path = |field| [Step::Field("offices"), Step::Index(index), Step::Field(field)];
        one(office.of.as_str(), Wanted::Actor, &path("of"));
        one(office.title.as_str(), Wanted::Title, &path("title"));
    }
}

/// The diagnostic for an id that is not as wanted.
pub(super) fn diagnostic(
    id: &str,
    wanted: Wanted,
    resolution: &Resolution,
    scope: &Scope<'_>,
    place: Place,
) -> Diagnostic {
    let noun = wanted.noun();
    match resolution {
        Resolution::Other(kind) => {
            let message = format!("`{id}` is {}, not {}", with_article(kind), with_article(noun));
            Diagnostic::error(Code::WrongKind, message, place)
        }
        _ => Diagnostic::error(Code::UnknownId, format!("unknown {noun} `{id}`"), place)
            .label(format!("no {noun} has this id"))
            .help(scope.suggestion(id, wanted)),
    }
}
