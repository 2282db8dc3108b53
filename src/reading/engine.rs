//! The stages in their order, over a whole article.

use std::ops::Range;
use std::sync::Arc;

use super::candidate::{Candidate, beats};
use super::citation::{Citation, citations, media_of};
use super::clause::{ClauseIx, PhraseIx};
use super::compiled::Compiled;
use super::discourse::Discourse;
use super::gap::{Gap, Gaps};
use super::given::{absorb_titles, given_mentions};
use super::ground::{Grounds, attach};
use super::lexicon::{Lexicon, WordId};
use super::mention::{Finder, Mention, Words, find_mentions};
use super::names::{NameKind, Names};
use super::outcome::{Outcome, Source, gaps_of};
use super::patterned::Patterns;
use super::sentence::SentenceView;
use super::table::Table;
use super::tag::tag_verbs;
use super::time::{Calendar, TimeMention};
use super::trigger::{Trigger, triggers};
use super::unit::units;
use super::unknown::{Surface, Unknown, unknown_names, unknown_verbs};
use super::{ellipsis, grammar, memory, nominal, parse, patterned, phrase, requested, verbal};
use crate::curation::{WordClass, World};
use crate::model::{Claim, DocumentId, EntityId, RelationKind, Span};
use crate::text::{Article, Case, Sentence, Splitter, Token, TokenKind, tokenize};

/// Everything compiled from a world, ready to read articles; shared freely between threads.
#[derive(Debug)]
pub struct Engine {
    world: Arc<World>,
    lexicon: Lexicon,
    names: Names,
    table: Table,
    rules: Compiled,
    calendar: Calendar,
    splitter: Splitter,
    grounds: Grounds,
    patterns: Patterns,
}

/// What the engine understood of an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The claims, in the order of their sentences.
    pub claims: Vec<Claim>,
    /// What looks as if it ought to give a claim and does not.
    pub gaps: Vec<Gap>,
    /// Words that the data does not know, in the order of their sentences.
    pub unknown: Vec<Unknown>,
    /// How many sentences there are.
    pub sentences: usize,
}

/// Is shown each sentence that was parsed, with its candidates in the order of their strength and the claims that won.
pub type Observer<'o> = dyn FnMut(&SentenceView<'_>, &[Candidate], &[Claim]) + 'o;

/// What is wanted of a reading besides its claims.
struct Watch<'w, 'o> {
    gaps: Gaps,
    observer: &'w mut Observer<'o>,
}

/// The parts of an article that every sentence needs.
struct Document<'a> {
    article: &'a Article,
    id: DocumentId,
    tokens: Vec<Token>,
    words: Vec<(WordId, Case)>,
    given: Vec<EntityId>,
    given_mentions: Vec<Mention>,
    citations: Vec<Citation>,
}

impl Engine {
    /// Compiles a world; a rule that the loader found broken is left out.
    pub fn new(world: Arc<World>) -> Self {
        let mut lexicon = Lexicon::new(&world.rules);
        let mut names = Names::default();
        for (function, words) in grammar::FUNCTION_WORDS {
            for phrase in words.iter().filter(|word| word.contains(' ')) {
                lexicon.intern_phrase(phrase);
                names.add(phrase, NameKind::Function((*function).into()), &mut lexicon);
            }
        }
        for words in &world.rules.words {
            for phrase in words.words.iter().filter(|word| word.contains(' ')) {
                lexicon.intern_phrase(phrase);
                names.add(phrase, NameKind::Cue(words.class), &mut lexicon);
            }
        }
        let table = Table::new(&world, &mut names, &mut lexicon);
        let rules = Compiled::new(&world, &mut lexicon);
        let calendar = Calendar::new(&mut lexicon);
        let grounds = Grounds::new(&world, &mut lexicon, &table);
        let patterns = Patterns::new(rules.pattern_programs(&world, &mut lexicon, &table));
        let abbreviations = world.rules.words.iter().filter(|words| words.class == WordClass::Abbreviation);
        let splitter = Splitter::new(
            abbreviations.flat_map(|words| words.words.iter().cloned()),
            lexicon.forms_of(WordClass::Speech),
        );
        Self { world, lexicon, names, table, rules, calendar, splitter, grounds, patterns }
    }

    /// The world it was compiled from.
    pub fn world(&self) -> &Arc<World> {
        &self.world
    }

    /// The words of a text that a rule of some relation has, whatever stands around them.
    pub fn triggers(&self, text: &str) -> Vec<Trigger> {
        triggers(&self.lexicon, &self.rules, &self.world, text)
    }

    /// Reads an article for its claims.
    pub fn read(&self, article: &Article) -> Reading {
        self.read_with(article, Gaps::Skip, &mut |_, _, _| {})
    }

    /// Reads an article and shows each parsed sentence to an observer.
    pub fn read_with(&self, article: &Article, gaps: Gaps, observer: &mut Observer<'_>) -> Reading {
        let tokens = tokenize(&article.body);
        let sentences = self.splitter.split(&article.body, &tokens);
        let document = self.document(article, tokens, &sentences);
        let mut reading = Reading { sentences: sentences.len(), ..Reading::default() };
        let mut discourse = Discourse::default();
        for (number, sentence) in sentences.iter().enumerate() {
            discourse.sentence = number;
            self.sentence(&document, sentence, &mut discourse, &mut reading, &mut Watch { gaps, observer });
        }
        reading
    }

    #[inline(never)]
    fn document<'a>(&self, article: &'a Article, tokens: Vec<Token>, sentences: &[Sentence]) -> Document<'a> {
        let mut lower = String::new();
        let words = tokens.iter().map(|token| (self.word(token.span.of(&article.body), token, &mut lower), token.case));
        let words = words.collect();
        let given = article.entities.iter().map(|entity| EntityId::from(entity.id.as_str())).collect();
        let given_mentions = given_mentions(article, &tokens);
        let citations = citations(&article.body, &tokens, sentences);
        Document { article, id: article.document_id(), tokens, words, given, given_mentions, citations }
    }

    /// The word of a token; a title case or curly spelling is the same word.
    fn word(&self, text: &str, token: &Token, lower: &mut String) -> WordId {
        if token.kind == TokenKind::Word && token.case == Case::Lower && text.is_ascii() {
            return self.lexicon.id(text);
        }
        lower.clear();
        lower.extend(
            text.chars()
                .flat_map(|letter| if letter == '\u{2019}' { '\''.to_lowercase() } else { letter.to_lowercase() }),
        );
        self.lexicon.id(lower)
    }

    fn sentence(
        &self,
        document: &Document<'_>,
        sentence: &Sentence,
        discourse: &mut Discourse,
        reading: &mut Reading,
        watch: &mut Watch<'_, '_>,
    ) {
        let words = Words {
            text: &document.article.body,
            tokens: &document.tokens[sentence.tokens.clone()],
            offset: sentence.tokens.start,
            words: &document.words[sentence.tokens.clone()],
        };
        let day = document.article.date;
        let times = self.calendar.find(&words, day, discourse.date);
        let mentions = self.mentions(document, &words, &times, discourse);
        if watch.gaps == Gaps::Collect {
            reading.unknown.extend(self.unknown_names(&words, &mentions, &times, sentence.span));
        }
        if mentions.is_empty() && !self.may_refer(&words, discourse) {
            return;
        }
        let mut units = units(&words, &mentions, &times, &self.lexicon, &self.names);
        tag_verbs(&mut units, &mentions, &self.lexicon);
        let groups = phrase::phrases(&units, &mentions, &self.lexicon, &self.table);
        let clauses = parse::parse(&units, &groups, &self.lexicon, &self.rules.statement_nouns);
        let view = SentenceView {
            lexicon: &self.lexicon,
            table: &self.table,
            rules: &self.rules,
            words: &words,
            mentions: &mentions,
            times: &times,
            units: &units,
            groups: &groups,
            clauses: &clauses,
            discourse,
            day,
        };
        let candidates = self.candidates(&view);
        let claims = self.outcome(&view, document, sentence, &candidates, reading, watch);
        self.ground(&view, document, &claims, reading);
        let said = memory::of(&view);
        said.keep(discourse);
    }

    fn mentions(
        &self,
        document: &Document<'_>,
        words: &Words<'_>,
        times: &[TimeMention],
        discourse: &Discourse,
    ) -> Vec<Mention> {
        let finder = Finder {
            lexicon: &self.lexicon,
            names: &self.names,
            table: &self.table,
            day: document.article.date,
            known: &discourse.persons,
        };
        let end = words.offset + words.tokens.len();
        let first = document.given_mentions.partition_point(|mention| mention.tokens.start < words.offset);
        let given = document.given_mentions.iter().skip(first).take_while(|mention| mention.tokens.start < end);
        let given: Vec<Mention> = given.filter(|mention| mention.tokens.end <= end).cloned().collect();
        let mut taken: Vec<Range<usize>> = times.iter().map(TimeMention::tokens).collect();
        taken
            .extend(given.iter().map(|mention| mention.tokens.start - words.offset..mention.tokens.end - words.offset));
        let mut mentions = find_mentions(&finder, words, &taken);
        mentions.extend(given);
        mentions.sort_by_key(|mention| mention.tokens.start);
        absorb_titles(&mut mentions);
        mentions
    }

    fn unknown_names(
        &self,
        words: &Words<'_>,
        mentions: &[Mention],
        times: &[TimeMention],
        span: Span,
    ) -> Vec<Unknown> {
        let (lexicon, names, table) = (&self.lexicon, &self.names, &self.table);
        unknown_names(&Surface { lexicon, names, table, words, mentions, times, span })
    }

    /// Whether a sentence without mentions may still speak of what came before.
    fn may_refer(&self, words: &Words<'_>, discourse: &Discourse) -> bool {
        let points_back = |word: &WordId| {
            let info = self.lexicon.info(*word);
            info.function == Some(grammar::Function::Pronoun) || info.is(WordClass::StateNoun)
        };
        !discourse.subjects.is_empty() && words.words.iter().any(|(word, _)| points_back(word))
    }

    /// All candidates of a sentence, the strongest first.
    #[inline(never)]
    fn candidates(&self, view: &SentenceView<'_>) -> Vec<Candidate> {
        let mut found = Vec::new();
        for at in 0..view.clauses.clauses.len() {
            found.extend(verbal::of_clause(view, ClauseIx(at)));
            found.extend(requested::of_clause(view, ClauseIx(at)));
        }
        for at in 0..view.clauses.phrases.len() {
            found.extend(nominal::of_phrase(view, PhraseIx(at)));
        }
        found.extend(patterned::of_sentence(view, &self.patterns));
        found.sort_by(beats);
        found.extend(ellipsis::of_sentence(view, &found));
        found
    }

    #[inline(never)]
    fn outcome(
        &self,
        view: &SentenceView<'_>,
        document: &Document<'_>,
        sentence: &Sentence,
        candidates: &[Candidate],
        reading: &mut Reading,
        watch: &mut Watch<'_, '_>,
    ) -> Range<usize> {
        let source = Source {
            world: &self.world,
            article: document.article,
            document: &document.id,
            given: &document.given,
            sentence: view.discourse.sentence + 1,
            span: sentence.span,
        };
        let media = media_of(&document.citations, sentence);
        let outcome = Outcome::new(view, &source, candidates, &media);
        (watch.observer)(view, candidates, &outcome.claims);
        if watch.gaps == Gaps::Collect {
            reading.gaps.extend(gaps_of(view, &source, candidates, &outcome));
            reading.unknown.extend(unknown_verbs(view, candidates, sentence.span));
        }
        let start = reading.claims.len();
        reading.claims.extend(outcome.claims);
        start..reading.claims.len()
    }

    /// Attaches the grounds of a sentence, if a stance near enough could want them.
    #[inline(never)]
    fn ground(&self, view: &SentenceView<'_>, document: &Document<'_>, own: &Range<usize>, reading: &mut Reading) {
        let sentence = view.discourse.sentence + 1;
        let is_stance = |claim: &Claim| {
            self.world.relation(&claim.relation).is_some_and(|relation| relation.kind == RelationKind::Stance)
        };
        let near = |claim: &Claim| claim.evidence.sentence + super::ground::REACH >= sentence && is_stance(claim);
        if own.is_empty() && !reading.claims.iter().rev().take(32).any(near) {
            return;
        }
        let stated = self.grounds.find(view, &document.given);
        let recent = reading.claims.partition_point(|claim| claim.evidence.sentence + super::ground::REACH < sentence);
        attach(&stated, &mut reading.claims[recent..], sentence, is_stance);
    }
}
