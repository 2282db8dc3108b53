//! Names that are ordinary words.

use std::collections::BTreeMap;

use super::naming::Naming;
use crate::curation::diagnostic::{Code, Diagnostic};
use crate::curation::sink::Sink;
use crate::curation::world::Rules;
use crate::text::{IrregularForms, VerbForms, plural, verb_forms};

/// Tells the names of one word, lower case or with one capital, that stand in the word lists of the rules.
pub(super) fn check(namings: &[Naming<'_>], rules: &Rules, sink: &mut Sink) {
    let words = ordinary(rules);
    for naming in namings.iter().filter(|naming| naming.is_one_word() && is_plain(naming.wording.text)) {
        let Some(place) = words.get(naming.wording.text.to_lowercase().as_str()) else { continue };
        let (name, owner) = (naming.wording.text, &naming.owner.id);
        let message = format!("`{name}`, a name of `{owner}`, is also an ordinary word: {place}");
        let help = if name.starts_with(char::is_uppercase) {
            "write more of the name, or leave it out: at the start of a sentence every word has its capital"
        } else {
            "write more of the name, or leave it out"
        };
        sink.report(naming.piece, &naming.wording.path(), |place| {
            Diagnostic::warning(Code::OrdinaryWord, message, place).label("an ordinary word").help(help.to_owned())
        });
    }
}

/// Whether nothing but the first letter is a capital.
fn is_plain(name: &str) -> bool {
    name.chars().skip(1).all(|letter| !letter.is_uppercase())
}

/// All forms of the single words in the rules' lists, each with what it is.
fn ordinary(rules: &Rules) -> BTreeMap<String, String> {
    let mut words = Forms { irregular: rules.irregular(), words: BTreeMap::new() };
    for list in &rules.words {
        list.words.iter().for_each(|word| words.add(word, format!("a word of the class `{:?}`", list.class)));
    }
    for list in &rules.irregulars {
        list.verbs.iter().for_each(|(base, ..)| words.add_verb(base));
        list.nouns.iter().for_each(|(one, _)| words.add_noun(one));
    }
    let frames = rules.frames.iter().map(|rule| (&rule.verbs, &rule.nouns, &rule.adjectives));
    let operators = rules.operators.iter().map(|rule| (&rule.verbs, &rule.nouns, &rule.adjectives));
    for (verbs, nouns, adjectives) in frames.chain(operators) {
        verbs.iter().for_each(|word| words.add_verb(word));
        nouns.iter().for_each(|word| words.add_noun(word));
        adjectives.iter().for_each(|word| words.add(word, "an adjective of a rule".to_owned()));
    }
    for list in &rules.verbs {
        list.words.iter().for_each(|word| words.add_verb(word));
    }
    words.words
}

struct Forms {
    irregular: IrregularForms,
    words: BTreeMap<String, String>,
}

impl Forms {
    fn add(&mut self, word: &str, what: String) {
        let word = word.split_once(' ').map_or(word, |(first, _)| first);
        self.words.entry(word.to_lowercase()).or_insert(what);
    }

    fn add_verb(&mut self, verb: &str) {
        let base = verb.split_once(' ').map_or(verb, |(first, _)| first);
        let VerbForms { base, third, past, participle, gerund } = verb_forms(base, &self.irregular);
        let what = format!("the verb `{base}`");
        for form in [base, third].into_iter().chain(past).chain(participle).chain(gerund) {
            self.add(&form, what.clone());
        }
    }

    fn add_noun(&mut self, noun: &str) {
        let Some(base) = noun_alone(noun) else { return };
        let what = format!("the noun `{base}`");
        for form in [base.to_owned(), plural(base, &self.irregular)] {
            self.add(&form, what.clone());
        }
    }
}

/// A noun by itself or with its preposition; nothing for one that needs more words.
fn noun_alone(noun: &str) -> Option<&str> {
    match noun.split_once(' ') {
        None => Some(noun),
        Some((first, rest)) => PREPOSITIONS.contains(&rest).then_some(first),
    }
    .filter(|noun| !noun.starts_with(char::is_uppercase))
}

/// What may end the entry of a noun in a rule.
const PREPOSITIONS: [&str; 12] =
    ["to", "of", "on", "with", "for", "against", "by", "in", "from", "over", "between", "at"];
