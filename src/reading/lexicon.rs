//! The words the engine knows, interned, with what each may be.

use rustc_hash::{FxHashMap, FxHashSet};

use super::grammar::{COUNTS, FUNCTION_WORDS, Function, ORDINALS, PERSONS, PREFIXES};
use crate::curation::{Rules, VerbsAlso, WordClass};
use crate::text::{IrregularForms, VerbForms, plural, verb_forms};

/// An interned lower-case word; [`WordId::UNKNOWN`] is any word the engine has no use for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub u32);

impl WordId {
    /// A word that no name, rule or list holds.
    pub const UNKNOWN: WordId = WordId(0);
}

/// The forms of a verb that one spelling may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forms(u8);

impl Forms {
    /// "oppose".
    pub const BASE: Forms = Forms(1);
    /// "opposes".
    pub const THIRD: Forms = Forms(2);
    /// "opposed".
    pub const PAST: Forms = Forms(4);
    /// "opposed" after "have" or "be".
    pub const PARTICIPLE: Forms = Forms(8);
    /// "opposing".
    pub const GERUND: Forms = Forms(16);

    /// Whether any of the other's forms is among these.
    pub fn has(self, other: Forms) -> bool {
        self.0 & other.0 != 0
    }

    /// These and the other's.
    pub fn with(self, other: Forms) -> Forms {
        Forms(self.0 | other.0)
    }
}

/// What a word may be.
#[derive(Clone, Debug, Default)]
pub struct WordInfo {
    /// The closed class it belongs to.
    pub function: Option<Function>,
    /// One bit a [`WordClass`].
    classes: u32,
    /// The base verbs it may be a form of.
    pub verbs: Vec<(WordId, Forms)>,
    /// The verb forms it may have under any base.
    pub forms: Forms,
    /// Whether it is also a noun.
    pub noun: bool,
    /// Whether it is also an adjective.
    pub adjective: bool,
    /// Whether it may follow the object of a verb as its complement: "hostage" in "hold ... hostage".
    pub complement: bool,
    /// Whether it is a noun whose gerund a rule tells of: "commitment to".
    pub governs_gerund: bool,
    /// Whether it is an adjective that a rule has with a preposition: "critical" in "critical of".
    pub predicate: bool,
    /// The singular, if it is a plural.
    pub singular: Option<WordId>,
    /// Whether a cue or function word of several words begins with it.
    pub begins: bool,
}

impl WordInfo {
    /// Whether the word is listed under a class.
    pub fn is(&self, class: WordClass) -> bool {
        self.classes & (1 << class as u32) != 0
    }
}

/// All words of the world's names, rules and lists.
#[derive(Debug, Default)]
pub struct Lexicon {
    ids: FxHashMap<Box<str>, WordId>,
    infos: Vec<WordInfo>,
    texts: Vec<Box<str>>,
    irregular: IrregularForms,
    /// Verbs of several words under their first: "meet with", "point out".
    phrasals: FxHashMap<(WordId, WordClass), Vec<Vec<WordId>>>,
    /// The verbs that a word may be a complement of: "hold" under "hostage".
    complements: FxHashMap<WordId, Vec<WordId>>,
    /// The nouns added so far.
    singulars: FxHashSet<WordId>,
}

impl Lexicon {
    /// A lexicon of the closed classes and the rules' words.
    pub fn new(rules: &Rules) -> Self {
        let mut lexicon = Self { irregular: rules.irregular(), ..Self::default() };
        lexicon.intern("");
        PREFIXES.iter().chain(COUNTS).chain(ORDINALS).for_each(|word| {
            lexicon.intern(word);
        });
        for (function, words) in FUNCTION_WORDS {
            for word in words.iter().filter(|word| !word.contains(' ')) {
                lexicon.change(word, |info| info.function = Some(*function));
            }
        }
        PERSONS.iter().for_each(|noun| lexicon.add_noun(noun));
        for words in &rules.words {
            words.words.iter().for_each(|word| lexicon.add_class(word, words.class));
        }
        for verbs in &rules.verbs {
            for verb in &verbs.words {
                lexicon.add_verb(verb, verbs.also);
            }
        }
        lexicon
    }

    /// The id of a word, made if new; the word is taken as lower case.
    pub fn intern(&mut self, word: &str) -> WordId {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = WordId(self.infos.len() as u32);
        self.ids.insert(word.into(), id);
        self.infos.push(WordInfo::default());
        self.texts.push(word.into());
        id
    }

    /// The id of a cue or function word of several words, made if new; its first word is marked as its beginning.
    pub fn intern_phrase(&mut self, phrase: &str) {
        self.intern(phrase);
        let first = crate::text::tokenize(phrase).first().map(|token| token.span.of(phrase).to_lowercase());
        if let Some(first) = first {
            self.change(&first, |info| info.begins = true);
        }
    }

    /// The id of a lower-case word, [`WordId::UNKNOWN`] if it has none.
    pub fn id(&self, word: &str) -> WordId {
        self.ids.get(word).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// What a word may be.
    pub fn info(&self, id: WordId) -> &WordInfo {
        &self.infos[(id.0 as usize).min(self.infos.len().saturating_sub(1))]
    }

    /// Whether a word is a form of a verb that is listed under a class.
    pub fn verb_is(&self, word: WordId, class: WordClass) -> bool {
        self.info(word).verbs.iter().any(|(base, _)| self.info(*base).is(class))
    }

    /// Every form of the verbs of a class.
    pub fn forms_of(&self, class: WordClass) -> Vec<String> {
        let of_class = |id: &WordId| self.verb_is(*id, class);
        (0..self.infos.len()).map(|id| WordId(id as u32)).filter(of_class).map(|id| self.text(id).to_owned()).collect()
    }

    /// How many words after a verb's form make it a verb of several words of a class: one in "point out". None if they do not.
    pub fn phrasal(&self, verb: WordId, class: WordClass, after: impl Fn(usize) -> Option<WordId>) -> Option<usize> {
        let bases = self.info(verb).verbs.iter().filter_map(|(base, _)| self.phrasals.get(&(*base, class)));
        let follows = |rest: &&Vec<WordId>| rest.iter().enumerate().all(|(at, word)| after(at) == Some(*word));
        bases.flatten().filter(follows).map(Vec::len).max()
    }

    /// The word itself.
    pub fn text(&self, id: WordId) -> &str {
        self.texts.get(id.0 as usize).map_or("", |text| text)
    }

    /// The plural of a noun or noun phrase.
    pub fn plural(&self, noun: &str) -> String {
        plural(noun, &self.irregular)
    }

    /// Adds a verb and all its forms; gives the id of its base.
    pub fn add_verb(&mut self, base: &str, also: Option<VerbsAlso>) -> WordId {
        // Rules name the same verbs over and over.
        let known = self.id(base);
        let is_known = |(verb, forms): &(WordId, Forms)| *verb == known && forms.has(Forms::BASE);
        if also.is_none() && self.info(known).verbs.iter().any(is_known) {
            return known;
        }
        let VerbForms { base, third, past, participle, gerund } = verb_forms(base, &self.irregular);
        let id = self.intern(&base);
        self.add_form(&base, id, Forms::BASE);
        self.add_form(&third, id, Forms::THIRD);
        gerund.iter().for_each(|form| self.add_form(form, id, Forms::GERUND));
        past.iter().for_each(|form| self.add_form(form, id, Forms::PAST));
        participle.iter().for_each(|form| self.add_form(form, id, Forms::PARTICIPLE));
        match also {
            Some(VerbsAlso::Noun) => self.add_noun(&base),
            Some(VerbsAlso::Adjective) => self.change(&base, |info| info.adjective = true),
            None => {}
        }
        id
    }

    /// Marks a word and its plural as nouns.
    pub fn add_noun(&mut self, singular: &str) {
        let id = self.intern(singular);
        if !self.singulars.insert(id) {
            return;
        }
        self.change(singular, |info| info.noun = true);
        let plural = self.plural(singular);
        if plural != singular {
            self.change(&plural, |info| {
                info.noun = true;
                info.singular = Some(id);
            });
        }
    }

    /// Marks a word that may follow the object of a verb as its complement.
    pub fn add_complement(&mut self, verb: WordId, word: &str) {
        self.change(word, |info| info.complement = true);
        let id = self.intern(word);
        self.complements.entry(id).or_default().push(verb);
    }

    /// Marks a noun whose gerund a rule tells of, and its plural.
    pub fn add_governing_noun(&mut self, noun: &str) {
        self.change(noun, |info| info.governs_gerund = true);
        self.change(&self.plural(noun), |info| info.governs_gerund = true);
    }

    /// Whether a word may be the complement of a verb's form: "hostage" after "held".
    pub fn completes(&self, word: WordId, verb: WordId) -> bool {
        let is_base = |of: &Vec<WordId>| self.info(verb).verbs.iter().any(|(base, _)| of.contains(base));
        self.info(word).complement && self.complements.get(&word).is_some_and(is_base)
    }

    /// Marks an adjective that a rule has with a preposition.
    pub fn add_predicate(&mut self, adjective: &str) {
        self.change(adjective, |info| info.predicate = true);
    }

    /// All spellings that a bare word of a pattern stands for, itself first.
    pub fn inflected(&mut self, word: &str) -> Vec<WordId> {
        let mut forms = vec![self.intern(word)];
        let verb = verb_forms(word, &self.irregular);
        let others = [verb.third, self.plural(word)];
        for form in others.into_iter().chain(verb.gerund).chain(verb.past).chain(verb.participle) {
            let id = self.intern(&form);
            if !forms.contains(&id) {
                forms.push(id);
            }
        }
        forms
    }

    fn add_form(&mut self, form: &str, base: WordId, which: Forms) {
        self.change(form, |info| {
            info.forms = info.forms.with(which);
            match info.verbs.iter_mut().find(|(known, _)| *known == base) {
                Some((_, forms)) => *forms = forms.with(which),
                None => info.verbs.push((base, which)),
            }
        });
    }

    fn add_class(&mut self, word: &str, class: WordClass) {
        let verbal = matches!(
            class,
            WordClass::Speech
                | WordClass::LightVerb
                | WordClass::ReverseLightVerb
                | WordClass::TransparentVerb
                | WordClass::Response
                | WordClass::TopicVerb
                | WordClass::GivingVerb
                | WordClass::MakingVerb
        );
        if let Some((verb, rest)) = word.split_once(' ') {
            if verbal {
                let base = self.add_verb(verb, None);
                let rest = rest.split(' ').map(|word| self.intern(word)).collect();
                self.phrasals.entry((base, class)).or_default().push(rest);
            }
            return; // the name trie holds other multiword cues
        }
        let nominal = matches!(
            class,
            WordClass::SpeechNoun
                | WordClass::Transparent
                | WordClass::StateNoun
                | WordClass::UnnamedSpeaker
                | WordClass::IssueNoun
                | WordClass::ConductNoun
                | WordClass::AdversaryNoun
                | WordClass::Quantity
                | WordClass::Document
        );
        self.change(word, |info| info.classes |= 1 << class as u32);
        if verbal {
            self.add_verb(word, None);
        }
        if nominal {
            self.add_noun(word);
            let plural = self.plural(word);
            self.change(&plural, |info| info.classes |= 1 << class as u32);
        }
        if class == WordClass::Adverb {
            self.change(word, |info| info.function = info.function.or(Some(Function::Adverb)));
        }
    }

    fn change(&mut self, word: &str, change: impl FnOnce(&mut WordInfo)) {
        let id = self.intern(word);
        change(&mut self.infos[id.0 as usize]);
    }
}
