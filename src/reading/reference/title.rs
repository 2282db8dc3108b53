//! "the minister", "the Russian leader", "the two presidents", "the ministry", "the alliance": posts and bodies named before.

use super::nearest::{Wanted, nearest};
use super::state::state_of;
use super::{Resolution, is_definite};
use crate::model::{Antecedent, Span, TitleKind};
use crate::reading::clause::PhraseIx;
use crate::reading::grammar::{Function, PERSONS};
use crate::reading::names::{EntityIx, Number, TitleIx};
use crate::reading::sentence::SentenceView;
use crate::reading::table::{Referent, Sort};
use crate::reading::unit::Tag;

/// How many sentences back a person or body may have been named.
const BACK: usize = 4;

/// What a title without an owner, or a noun for a post or a body, refers to.
pub fn resolve(view: &SentenceView<'_>, phrase: PhraseIx, at: usize) -> Resolution {
    let group = view.group(at);
    if view.units[group.head].tag == Tag::Noun && !may_refer(view, group.head) {
        return Resolution::Nothing;
    }
    if group.number == Number::Plural || matches!(view.units[group.head].tag, Tag::Mention(_)) {
        let of_states = of_counted_states(view, phrase, at);
        if of_states != Resolution::Nothing {
            return of_states;
        }
    }
    let placed = in_place(view, phrase, at);
    if placed != Resolution::Nothing {
        return placed;
    }
    let belongs = ["of", "for"].iter().any(|word| view.complement(phrase, view.lexicon.id(word)).is_some());
    if belongs || !is_bare(view, at) {
        return Resolution::Nothing;
    }
    let titles = match view.units[group.head].tag {
        Tag::Mention(mention) if view.mentions[mention].unowned => match view.mentions[mention].title {
            Some(title) => view.table.family(title),
            None => return Resolution::Nothing,
        },
        Tag::Noun => view.table.titles_by_noun(view.singular(group.head)),
        _ => return Resolution::Nothing,
    };
    let span = view.group_span(at);
    if let Some(count) = super::state::counted(view, at) {
        return several(view, at, count);
    }
    if group.number == Number::Plural && !is_of_people(view, titles) {
        return Resolution::Nothing;
    }
    let definite = is_definite(view, at);
    let named = if definite { named_before(view, at, titles) } else { Resolution::Nothing };
    named.or_else(|| if definite { body(view, at) } else { Resolution::Nothing }).or_else(|| {
        match view.units[group.head].tag {
            Tag::Mention(mention) => of_the_state(view, span, view.mentions[mention].title),
            _ => Resolution::Nothing,
        }
    })
}

/// Whether a noun is a word for posts, bodies or persons.
fn may_refer(view: &SentenceView<'_>, head: usize) -> bool {
    let noun = view.singular(head);
    let person = PERSONS.contains(&view.lexicon.text(noun));
    person || view.table.names_bodies(noun) || !view.table.titles_by_noun(noun).is_empty()
}

/// "leaders of the two countries": those whom they lead.
fn of_counted_states(view: &SentenceView<'_>, phrase: PhraseIx, at: usize) -> Resolution {
    let people = match view.units[view.group(at).head].tag {
        Tag::Mention(mention) => view.mentions[mention].unowned,
        Tag::Noun => !view.table.titles_by_noun(view.singular(view.group(at).head)).is_empty(),
        _ => false,
    };
    let of = view.complement(phrase, view.lexicon.id("of")).filter(|_| people);
    let Some(of) = of else { return Resolution::Nothing };
    match view.clauses.phrase(of).groups.as_slice() {
        [one] if super::state::counted(view, *one).is_some() => super::state::resolve(view, of, *one),
        _ => Resolution::Nothing,
    }
}

/// "the government in Kiev": the post or body of the state whose place that is.
fn in_place(view: &SentenceView<'_>, phrase: PhraseIx, at: usize) -> Resolution {
    let Tag::Mention(mention) = view.units[view.group(at).head].tag else { return Resolution::Nothing };
    let mention = &view.mentions[mention];
    let after = PhraseIx(phrase.0 + 1);
    let place = view.complement(phrase, view.lexicon.id("in")).filter(|place| *place == after && is_bare(view, at));
    let (Some(title), Some(place)) = (mention.title.filter(|_| mention.unowned && is_definite(view, at)), place) else {
        return Resolution::Nothing;
    };
    let [place] = view.clauses.phrase(place).groups.as_slice() else { return Resolution::Nothing };
    match view.group(*place).referents.as_slice() {
        [Referent::Entity(state)] if view.table.sort_of(*state) == Sort::State => {
            let post = view.table.post(*state, title, view.day);
            Resolution::to(vec![post], view.group_span(at), view.group_span(*place))
        }
        _ => Resolution::Nothing,
    }
}

/// Whether a group has nothing but a determiner or a count before its head.
fn is_bare(view: &SentenceView<'_>, at: usize) -> bool {
    let group = view.group(at);
    group.pronoun.is_none()
        && group.possessor.is_none()
        && (group.units.start..group.head)
            .all(|unit| view.units[unit].is(Function::Determiner) || super::state::count(view, unit).is_some())
}

/// "the two ministers", "both men": as many persons, named before, who hold such posts.
fn several(view: &SentenceView<'_>, at: usize, count: usize) -> Resolution {
    let head = view.group(at).head;
    let anyone = PERSONS.contains(&view.lexicon.text(view.singular(head)));
    let own = view.table.titles_by_noun(view.singular(head));
    let titles: Vec<TitleIx> = own.iter().flat_map(|title| view.table.family(*title)).copied().collect();
    nearest(view, view.group_span(at), Wanted { count, back: BACK }, |referent, _| {
        let person = view.table.sort(referent) == Sort::Person;
        (person && (anyone || view.table.holds(referent, &titles, None, view.day))).then_some(referent)
    })
}

fn is_of_people(view: &SentenceView<'_>, titles: &[TitleIx]) -> bool {
    titles.iter().all(|title| view.table.title(*title).kind == TitleKind::Group)
}

/// Those who hold one of some posts among the persons, groups and bodies named before.
fn named_before(view: &SentenceView<'_>, at: usize, titles: &[TitleIx]) -> Resolution {
    nearest(view, view.group_span(at), Wanted { count: 1, back: BACK }, |referent, _| {
        view.table.holds(referent, titles, None, view.day).then_some(referent)
    })
}

/// "the alliance": the only organisation named before that the noun is a word for.
fn body(view: &SentenceView<'_>, at: usize) -> Resolution {
    let noun = view.singular(view.group(at).head);
    nearest(view, view.group_span(at), Wanted { count: 1, back: BACK }, |referent, _| match referent {
        Referent::Entity(ix) => view.table.is_word_for(noun, ix).then_some(referent),
        _ => None,
    })
}

/// "Russia opposes it. A foreign ministry spokesman said": the post of the only state that the text is about.
fn of_the_state(view: &SentenceView<'_>, span: Span, title: Option<TitleIx>) -> Resolution {
    let Some(title) = title.filter(|title| view.table.title(*title).kind != TitleKind::Group) else {
        return Resolution::Nothing;
    };
    match nearest(view, span, Wanted { count: 1, back: 1 }, |referent, _| state_of(view, referent)) {
        Resolution::To(states, via) => match states.as_slice() {
            [Referent::Entity(state)] if view.table.sort_of(*state) == Sort::State => {
                Resolution::To(vec![view.table.post(*state, title, view.day)], via)
            }
            _ => Resolution::Nothing,
        },
        other => other,
    }
}

/// "the Russian leader": the one named before who holds such a post of that state.
pub fn holder_named_before(
    view: &SentenceView<'_>,
    owner: EntityIx,
    title: TitleIx,
    span: Span,
) -> Option<(Vec<Referent>, Antecedent)> {
    let titles = view.table.family(title);
    if titles.len() < 2 {
        return None;
    }
    let found = nearest(view, span, Wanted { count: 1, back: BACK }, |referent, _| {
        let person = view.table.sort(referent) == Sort::Person;
        (person && view.table.holds(referent, titles, Some(owner), view.day)).then_some(referent)
    });
    found.found()
}
