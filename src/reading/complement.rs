//! What follows an object and belongs to the verb: "held them hostage", "was found guilty of", "set free two sailors".

use super::clause::Clause;
use super::compiled::Entry;
use super::grammar::Function;
use super::lexicon::WordId;
use super::phrase::NounGroup;
use super::sentence::SentenceView;
use super::unit::Tag;

/// How many units after the verb are looked at.
const REACH: usize = 16;
/// How many articles, adjectives and quotation marks may stand before each further word.
const BETWEEN: usize = 3;

/// The units of the complement that a wording asks for, after a clause's verb.
pub fn find(view: &SentenceView<'_>, clause: &Clause, entry: &Entry) -> Option<std::ops::Range<usize>> {
    let (first, rest) = entry.complement.split_first()?;
    let start = view.verb(clause).units.end;
    let ends = |at: &usize| match view.units[*at].tag {
        Tag::Verb(_) => view.word(*at) != *first,
        Tag::Break | Tag::Comma => true,
        Tag::Function(Function::Relative | Function::That | Function::Subordinator | Function::Conjunction) => {
            view.text(*at) != "and"
        }
        _ => false,
    };
    let reach = (start..view.units.len()).take(REACH).take_while(|at| !ends(at));
    reach.filter(|at| view.is_noun(*at, *first) && stands_free(view, *at)).find_map(|at| {
        let mut end = at + 1;
        for word in rest {
            end = next_word(view, end, *word)? + 1;
        }
        // "guilty parties" are not guilty of anything yet; what "of" leads is no part of it.
        let whole = group_at(view, end - 1).is_none_or(|group| group.units.end == end);
        whole.then_some(at..end)
    })
}

/// The words after a clause's verb that may be complements, and the singular of each.
pub fn words_after(view: &SentenceView<'_>, clause: &Clause) -> impl Iterator<Item = WordId> {
    let start = view.verb(clause).units.end;
    let words = (start..view.units.len()).take(REACH).map(|at| view.word(at));
    let each = words.flat_map(|word| [Some(word), view.lexicon.info(word).singular]).flatten();
    each.filter(|word| view.lexicon.info(*word).complement)
}

/// A preposition leads a complement itself; a noun or adjective is no complement after one: "held talks on a hostage".
fn stands_free(view: &SentenceView<'_>, at: usize) -> bool {
    let Some(group) = group_at(view, at) else { return true };
    let led = group.units.start.checked_sub(1).map(|before| view.units[before].tag);
    !matches!(led, Some(Tag::Function(Function::Preposition | Function::To | Function::PrepositionOrSubordinator)))
}

/// The noun group that a unit is in.
fn group_at<'a>(view: &SentenceView<'a>, at: usize) -> Option<&'a NounGroup> {
    let groups = &view.groups.nouns;
    groups.get(groups.partition_point(|group| group.units.end <= at)).filter(|group| group.units.contains(&at))
}

/// The next unit that is a word, past articles and adjectives.
fn next_word(view: &SentenceView<'_>, from: usize, word: WordId) -> Option<usize> {
    let passed = |at: &usize| {
        matches!(
            view.units[*at].tag,
            Tag::Noun
                | Tag::Quote
                | Tag::Skip
                | Tag::Hyphen
                | Tag::Function(Function::Determiner | Function::Possessive | Function::Adverb)
        )
    };
    let end = (from..view.units.len()).take(BETWEEN).take_while(passed).count() + from;
    (from..=end).find(|at| view.units.get(*at).is_some() && view.is_noun(*at, word))
}
