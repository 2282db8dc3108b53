//! Names that take each other's place.

use std::collections::{BTreeMap, BTreeSet};

use super::naming::Naming;
use crate::curation::career;
use crate::curation::diagnostic::{Code, Diagnostic};
use crate::curation::item::Item;
use crate::curation::keys::{Key, Space};
use crate::curation::merge::Merged;
use crate::curation::parse::Piece;
use crate::curation::sink::Sink;
use crate::curation::words::{self, Wording};
use crate::curation::world::World;
use crate::model::{Title, TitleKind};
use crate::text::{IrregularForms, plural};

/// A wording of a title.
struct Titling<'a> {
    title: &'a Title,
    piece: &'a Piece,
    wording: Wording<'a>,
}

/// Tells names of which another takes the place: titles and cues of entities, aliases of last names, and
/// anything of an actor with a title.
pub(super) fn check(namings: &[Naming<'_>], known: &BTreeMap<Key, Merged>, world: &World, sink: &mut Sink) {
    let titlings = titlings(known);
    let plurals = plurals(&titlings, &world.rules.irregular());
    let mut by_words: BTreeMap<String, &Titling<'_>> = BTreeMap::new();
    for titling in &titlings {
        by_words.entry(titling.wording.text.to_lowercase()).or_insert(titling);
    }
    for naming in namings {
        let folded = naming.folded();
        if let Some(titling) = by_words.get(&folded).or_else(|| plurals.get(&folded)) {
            by_title(naming, titling, sink);
        }
    }
    by_cues(namings, world, sink);
    last_names(namings, sink);
    composed(namings, &by_words, &plurals, sink);
}

fn titlings(known: &BTreeMap<Key, Merged>) -> Vec<Titling<'_>> {
    let mut titlings = Vec::new();
    for merged in known.iter().filter(|(key, _)| key.space == Space::Title).map(|(_, merged)| merged) {
        let Item::Title(title) = &merged.base.item else { continue };
        for piece in merged.pieces() {
            let wordings = if matches!(piece.item, Item::Title(_)) { words::all } else { words::names };
            titlings.extend(wordings(&piece.item).into_iter().map(|wording| Titling { title, piece, wording }));
        }
    }
    titlings
}

/// The plurals that the program makes of titles; of equals the first id has it.
fn plurals<'a, 't>(titlings: &'t [Titling<'a>], irregular: &IrregularForms) -> BTreeMap<String, &'t Titling<'a>> {
    let mut plurals = BTreeMap::new();
    for titling in titlings.iter().filter(|titling| titling.title.kind != TitleKind::Group) {
        plurals.entry(plural(&titling.wording.text.to_lowercase(), irregular)).or_insert(titling);
    }
    plurals
}

/// Reports that what stands at one place takes the place of what stands at another.
fn report(
    (hidden, place): (&Piece, &Wording<'_>),
    (other, by): (&Piece, &Wording<'_>),
    message: String,
    help: &str,
    sink: &mut Sink,
) {
    sink.report_with(hidden, |sink| {
        let (place, related) = (sink.place(hidden, &place.path()), sink.place(other, &by.path()));
        Diagnostic::warning(Code::ShadowedName, message, place)
            .label("never found")
            .related(related, "takes its place")
            .help(help.to_owned())
    });
}

fn by_title(naming: &Naming<'_>, titling: &Titling<'_>, sink: &mut Sink) {
    let (name, owner, title) = (naming.wording.text, &naming.owner.id, &titling.title.id);
    let message = format!("`{name}`, a name of `{owner}`, is read as the title `{title}`");
    let help = "leave it out of one of them";
    report((naming.piece, &naming.wording), (titling.piece, &titling.wording), message, help, sink);
}

/// A phrase of several words that means something to the grammar names nothing.
fn by_cues(namings: &[Naming<'_>], world: &World, sink: &mut Sink) {
    let phrases = world.rules.words.iter().flat_map(|list| list.words.iter().filter(|word| word.contains(' ')));
    let phrases: BTreeSet<&str> = phrases.map(String::as_str).collect();
    for naming in namings.iter().filter(|naming| phrases.contains(naming.folded().as_str())) {
        let message = format!("`{}`, a name of `{}`, is a phrase of grammar", naming.wording.text, naming.owner.id);
        sink.report(naming.piece, &naming.wording.path(), |place| {
            Diagnostic::warning(Code::ShadowedName, message, place)
                .label("never found")
                .help("write more of the name, or leave it out".to_owned())
        });
    }
}

/// Aliases of one person that are the last name of another who was in office at the time.
fn last_names(namings: &[Naming<'_>], sink: &mut Sink) {
    let mut bearers: BTreeMap<&str, Vec<&Naming<'_>>> = BTreeMap::new();
    for naming in namings.iter().filter(|naming| naming.wording.field == "name") {
        if let Item::Official(item) = &naming.piece.item {
            let last = item.name.rsplit_once(' ').map_or(item.name.as_str(), |(_, last)| last);
            bearers.entry(item.surname.as_deref().unwrap_or(last)).or_default().push(naming);
        }
    }
    for alias in namings.iter().filter(|naming| naming.wording.field == "aliases" && naming.is_one_word()) {
        if !matches!(alias.merged.base.item, Item::Official(_)) {
            continue;
        }
        let mut others = bearers.get(alias.wording.text).into_iter().flatten();
        let meets = |other: &&&Naming<'_>| other.owner != alias.owner && !career::apart(alias.merged, other.merged);
        if let Some(other) = others.find(meets) {
            let (name, owner, by) = (alias.wording.text, &alias.owner.id, &other.owner.id);
            let message = format!("`{name}`, an alias of `{owner}`, is also the last name of `{by}`");
            sink.report_with(alias.piece, |sink| {
                let related = sink.place(other.piece, &other.wording.path());
                Diagnostic::warning(Code::ShadowedName, message, sink.place(alias.piece, &alias.wording.path()))
                    .label("always read as the one")
                    .related(related, "never as the other")
                    .help("leave it out: after a full name the last name alone is understood".to_owned())
            });
        }
    }
}

/// Names that are those of an actor and a title: the program composes them by itself, and knows who holds the post.
fn composed(
    namings: &[Naming<'_>],
    titles: &BTreeMap<String, &Titling<'_>>,
    plurals: &BTreeMap<String, &Titling<'_>>,
    sink: &mut Sink,
) {
    let is_body = |naming: &&Naming<'_>| matches!(naming.merged.base.item, Item::State(_) | Item::Organisation(_));
    let bodies: BTreeMap<String, &Key> =
        namings.iter().filter(is_body).map(|naming| (naming.folded(), naming.owner)).collect();
    for naming in namings {
        let folded = naming.folded();
        let parts = folded.match_indices(' ').map(|(at, _)| (&folded[..at], &folded[at + 1..]));
        let mut found = parts.filter_map(|(before, title)| {
            let owner = bodies.get(before.strip_suffix("'s").unwrap_or(before))?;
            let titling = titles.get(title).or_else(|| plurals.get(title))?;
            // "Chechen rebels" may be named by what they are
            (*owner != naming.owner).then_some((*owner, *titling))
        });
        // an organ may well have a name of its own
        if let Some((owner, titling)) = found.find(|(_, titling)| titling.title.kind != TitleKind::Organ) {
            let (name, id, title) = (naming.wording.text, &naming.owner.id, &titling.title.id);
            let message = format!("`{name}`, a name of `{id}`, is also `{}/{title}`", owner.id);
            sink.report_with(naming.piece, |sink| {
                let related = sink.place(titling.piece, &titling.wording.path());
                Diagnostic::warning(Code::ShadowedName, message, sink.place(naming.piece, &naming.wording.path()))
                    .label("takes the place of those who hold the title")
                    .related(related, "the title")
                    .help("leave it out, or write more of the name".to_owned())
            });
        }
    }
}
