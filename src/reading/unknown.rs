//! What the data does not know: verbs between names, governing verbs, names and titles; suggestions are made of them.

use std::ops::Range;

use serde::Serialize;

use super::candidate::Candidate;
use super::clause::Clause;
use super::context::Blocked;
use super::grammar::PREFIXES;
use super::lexicon::{Forms, Lexicon};
use super::mention::{Mention, MentionKind, Words};
use super::names::{NameKind, Names};
use super::outcome::unjoined;
use super::phrase::Voice;
use super::sentence::SentenceView;
use super::table::{Referent, Sort, Table};
use super::time::{TimeMention, is_of_the_calendar};
use crate::curation::{Argument, WordClass};
use crate::model::{EntityId, Span, TitleId};
use crate::text::{Case, TokenKind};

/// What sort of thing is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UnknownKind {
    /// A verb between two names that no rule has.
    Verb,
    /// A verb above a candidate that no operator has.
    Governor,
    /// A capitalised name.
    Name,
    /// Words between a demonym and a name.
    Title,
}

/// Something in a text that the data does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// What sort of thing.
    pub kind: UnknownKind,
    /// The words, on one line; verbs in their base form where that is known.
    pub text: String,
    /// The actor that the words before a name or title tell.
    pub of: Option<EntityId>,
    /// The known title before a name.
    pub title: Option<TitleId>,
    /// The words' bytes.
    pub span: Span,
    /// The sentence's bytes.
    pub sentence_span: Span,
}

/// A sentence before it is parsed.
pub struct Surface<'a> {
    /// The words of English.
    pub lexicon: &'a Lexicon,
    /// All names.
    pub names: &'a Names,
    /// The entities.
    pub table: &'a Table,
    /// The tokens.
    pub words: &'a Words<'a>,
    /// The mentions.
    pub mentions: &'a [Mention],
    /// The dates.
    pub times: &'a [TimeMention],
    /// The sentence's bytes.
    pub span: Span,
}

/// Lower-case words that join the parts of a name.
const JOINTS: [&str; 12] = ["of", "de", "al", "el", "bin", "ibn", "van", "von", "der", "da", "del", "di"];

/// How many words an unknown title may have.
const TITLE: usize = 2;

/// The names and titles of a sentence that are not known.
pub fn unknown_names(surface: &Surface<'_>) -> Vec<Unknown> {
    if surface.is_headline() {
        return Vec::new();
    }
    let open = surface.open();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < open.len() {
        match surface.run(at, &open) {
            Some(run) => {
                at = run.end.max(at + 1);
                surface.name(run, &mut found);
            }
            None => at += surface.known(at).max(1),
        }
    }
    let persons = surface.mentions.iter().filter(|mention| is_name(mention));
    for mention in
        persons.filter(|mention| mention.referents.iter().any(|one| surface.table.sort(*one) == Sort::Person))
    {
        found.extend(surface.title_before(mention.tokens.start - surface.words.offset));
    }
    found
}

impl Surface<'_> {
    fn span(&self, tokens: Range<usize>) -> Span {
        let tokens = self.words.tokens.get(tokens).unwrap_or(&[]);
        tokens.iter().map(|token| token.span).reduce(Span::join).unwrap_or_default()
    }

    fn text(&self, tokens: Range<usize>) -> &str {
        self.span(tokens).of(self.words.text)
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.words.tokens.get(at).map(|token| token.kind)
    }

    fn is_word(&self, at: usize, wanted: impl Fn(Case) -> bool) -> bool {
        self.words.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && wanted(token.case))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.is_word(at, |case| case != Case::Lower)
    }

    /// Most of a headline's words have capitals, which then say nothing.
    fn is_headline(&self) -> bool {
        let words =
            |wanted: fn(Case) -> bool| (0..self.words.tokens.len()).filter(|at| self.is_word(*at, wanted)).count();
        let (all, capital) = (words(|_| true), words(|case| case != Case::Lower));
        all > 4 && capital * 3 > all * 2
    }

    /// Which tokens a name may be made of: none of mentions, dates and brackets.
    fn open(&self) -> Vec<bool> {
        let (mut open, mut depth) = (Vec::new(), 0usize);
        for token in self.words.tokens {
            depth += usize::from(token.kind == TokenKind::Open);
            open.push(depth == 0);
            depth = depth.saturating_sub(usize::from(token.kind == TokenKind::Close));
        }
        let mentions = self.mentions.iter().map(|mention| {
            let start = mention.tokens.start - self.words.offset;
            start..self.named_by(mention)
        });
        for taken in mentions.chain(self.times.iter().map(TimeMention::tokens)) {
            open.get_mut(taken).unwrap_or_default().fill(false);
        }
        open
    }

    /// Where the unknown name at the end of a titled mention begins: "Russian Defense Minister" and then a name.
    fn named_by(&self, mention: &Mention) -> usize {
        let (start, end) = (mention.tokens.start - self.words.offset, mention.tokens.end - self.words.offset);
        let person = mention
            .referents
            .iter()
            .any(|one| matches!(one, Referent::Entity(ix) if self.table.sort_of(*ix) == Sort::Person));
        if mention.kind != MentionKind::Title || person {
            return end;
        }
        let mut at = start;
        while at < end {
            match self.known(at) {
                0 if self.is_capital(at) => return at,
                0 => at += 1,
                length => at += length,
            }
        }
        end
    }

    /// How many tokens the known name at a place has; a last or first name alone does not count.
    fn known(&self, at: usize) -> usize {
        let hit = self.words.words.get(at..).and_then(|words| self.names.longest(words));
        hit.filter(|hit| hit.kinds.iter().any(|kind| !matches!(kind, NameKind::Surname(_)))).map_or(0, |hit| hit.length)
    }

    fn is_part_of_a_person(&self, at: usize) -> bool {
        self.words.words.get(at..=at).is_some_and(|words| self.names.longest(words).is_some())
    }

    /// Whether a capitalised word may be part of a name.
    fn fits(&self, at: usize, open: &[bool]) -> bool {
        let Some((word, _)) = self.words.words.get(at) else { return false };
        let text = self.text(at..at + 1).to_lowercase();
        let info = self.lexicon.info(*word);
        let dotted = self.lexicon.info(self.lexicon.id(&format!("{text}.")));
        open.get(at) == Some(&true)
            && self.is_capital(at)
            && info.function.is_none()
            && ![info, dotted].iter().any(|info| info.is(WordClass::Abbreviation) || info.is(WordClass::TitlePrefix))
            && !PREFIXES.contains(&text.as_str())
            && !is_of_the_calendar(&text)
            && self.known(at) == 0
    }

    /// The run of capitalised words that begins at a token.
    fn run(&self, at: usize, open: &[bool]) -> Option<Range<usize>> {
        let mut start = at;
        if !self.fits(at, open) {
            return None;
        }
        let mut end = at + 1;
        loop {
            let joint = |place: usize| JOINTS.contains(&self.text(place..place + 1));
            let hyphen = |place: usize| self.kind(place) == Some(TokenKind::Hyphen);
            end += match () {
                () if self.fits(end, open) => 1,
                () if (hyphen(end) || joint(end)) && self.fits(end + 1, open) => 2,
                () if joint(end) && hyphen(end + 1) && self.fits(end + 2, open) => 3,
                () => break,
            };
        }
        let opens = at.checked_sub(1).and_then(|before| self.kind(before)).is_none_or(|before| {
            matches!(before, TokenKind::Quote | TokenKind::Colon | TokenKind::Stop | TokenKind::Open)
        });
        if opens {
            let (word, _) = self.words.words.get(at)?;
            let info = self.lexicon.info(*word);
            let ordinary = info.noun || info.adjective || info.forms != Forms::default();
            start += usize::from(end - start == 1 || ordinary);
        }
        // "North" before "America": part of a longer name, which is not this one.
        let goes_on = self.is_capital(end) && self.words.tokens.get(end).is_some_and(|token| token.spaced);
        if goes_on {
            return None;
        }
        // "General" before "Assembly", "Seoul" before "Shinmun".
        while !opens && start > 0 && self.continues(start) {
            start -= 1;
        }
        let unknown = (start..end).any(|place| self.is_capital(place) && !self.is_part_of_a_person(place));
        (start < end && unknown && self.text(start..end).chars().count() > 1).then_some(start..end)
    }

    /// Whether the word before a place is capitalised and part of the name there: no demonym, no title.
    fn continues(&self, at: usize) -> bool {
        let place = self.words.offset + at;
        let mention = self.mentions.iter().find(|mention| mention.tokens.contains(&(place - 1)));
        self.is_capital(at - 1)
            && mention.is_none_or(|mention| is_name(mention) && mention.tokens.end == place)
            && (mention.is_some() || at > 1)
            && !self.times.iter().any(|time| time.tokens().contains(&(at - 1)))
            && self.words.words.get(at - 1).is_some_and(|(word, _)| self.lexicon.info(*word).function.is_none())
    }

    fn name(&self, run: Range<usize>, found: &mut Vec<Unknown>) {
        let title = self.title_before(run.start);
        let owner = self.owner_before(run.start);
        let of = owner.as_ref().map(|(of, _)| of.clone()).or_else(|| title.as_ref().and_then(|title| title.of.clone()));
        let name = self.unknown(UnknownKind::Name, run);
        found.push(Unknown { of, title: owner.and_then(|(_, title)| title), ..name });
        found.extend(title);
    }

    fn unknown(&self, kind: UnknownKind, tokens: Range<usize>) -> Unknown {
        let span = self.span(tokens);
        let text = span.line_of(self.words.text);
        Unknown { kind, text, of: None, title: None, span, sentence_span: self.span }
    }

    /// The actor, and the title if there is one, just before a name.
    fn owner_before(&self, at: usize) -> Option<(EntityId, Option<TitleId>)> {
        let place = self.words.offset + at;
        let mention = self
            .mentions
            .iter()
            .find(|mention| !is_name(mention) && mention.tokens.start < place && mention.tokens.end >= place)?;
        match mention.referents.first()? {
            Referent::Composed(of, title) => {
                let owner = self.table.id(Referent::Entity(*of), &[]);
                Some((owner, Some(self.table.title(*title).id.clone())))
            }
            entity if mention.tokens.end == place => Some((self.table.id(*entity, &[]), None)),
            _ => None,
        }
    }

    /// The unknown words between a demonym and a name.
    fn title_before(&self, name: usize) -> Option<Unknown> {
        let words = (1..=TITLE + 1).take_while(|back| *back <= name && self.may_be_titular(name - back)).count();
        let start = name - words;
        let mention = self
            .mentions
            .iter()
            .find(|mention| mention.kind == MentionKind::Demonym && mention.tokens.end == self.words.offset + start)?;
        if words == 0 || words > TITLE {
            return None;
        }
        let of = mention.referents.first().map(|referent| self.table.id(*referent, &[]));
        Some(Unknown { of, ..self.unknown(UnknownKind::Title, start..name) })
    }

    fn may_be_titular(&self, at: usize) -> bool {
        let Some((word, _)) = self.words.words.get(at) else { return false };
        let info = self.lexicon.info(*word);
        let verb = info.forms != Forms::default() && !info.noun && !info.adjective;
        let adverb = self.text(at..at + 1).ends_with("ly");
        self.is_word(at, |case| case == Case::Lower) && info.function.is_none() && !verb && !adverb
    }
}

/// The verbs of a sentence that no rule knows: between two names, and above candidates that they held back.
pub fn unknown_verbs(view: &SentenceView<'_>, candidates: &[Candidate], sentence_span: Span) -> Vec<Unknown> {
    let unknown = |kind, text, span| Unknown { kind, text, of: None, title: None, span, sentence_span };
    let mut found = Vec::new();
    for at in unjoined(view) {
        let clause = view.clauses.clause(at);
        let span = view.span(clause.units.clone());
        if candidates.iter().any(|candidate| candidate.trigger.overlaps(span)) || is_known(view, clause) {
            continue;
        }
        found.push(unknown(UnknownKind::Verb, wording(view, clause), view.verb_span(clause)));
    }
    let mut governors: Vec<(Span, String)> = candidates
        .iter()
        .filter_map(|candidate| match candidate.context.blocked {
            Some(Blocked::Governor(span)) => Some(governor(view, span, candidate.trigger)),
            _ => None,
        })
        .collect();
    governors.sort();
    governors.dedup();
    found.extend(governors.into_iter().map(|(span, text)| unknown(UnknownKind::Governor, text, span)));
    found
}

/// The word that held a candidate back: a verb above it, or, where its own verb completes a noun, that noun.
fn governor(view: &SentenceView<'_>, span: Span, trigger: Span) -> (Span, String) {
    let clause = view.clauses.clauses.iter().find(|clause| view.verb_span(clause) == span);
    let noun = clause.and_then(|clause| clause.completes).filter(|_| span.overlaps(trigger));
    match (noun, clause) {
        (Some(group), _) => {
            let span = view.unit_span(view.group(group).head);
            (span, span.line_of(view.words.text).to_lowercase())
        }
        (None, Some(clause)) => (span, base(view, clause)),
        (None, None) => (span, span.line_of(view.words.text).to_lowercase()),
    }
}

/// Whether a rule has the verb, or grammar does.
fn is_known(view: &SentenceView<'_>, clause: &Clause) -> bool {
    let verb = view.verb(clause);
    let light = view.verb_is(clause, WordClass::LightVerb) || view.verb_is(clause, WordClass::ReverseLightVerb);
    let ruled = |word| !view.rules.frames_of(word).is_empty() || !view.rules.operators_of(word).is_empty();
    let head = view.lexicon.info(view.word(verb.head));
    verb.copula || light || head.function.is_some() || view.lemmas(clause).any(ruled)
}

/// The base form of a clause's verb, or its words if that is not known.
fn base(view: &SentenceView<'_>, clause: &Clause) -> String {
    let lemma = view.lemmas(clause).next().map(|word| view.lexicon.text(word).to_owned());
    lemma.unwrap_or_else(|| view.verb_span(clause).line_of(view.words.text).to_lowercase())
}

/// A verb as a frame would list it: with its particles, and the preposition before the name if there is one.
fn wording(view: &SentenceView<'_>, clause: &Clause) -> String {
    let mut words = vec![base(view, clause)];
    words.extend(clause.particles.iter().map(|unit| view.text(*unit).to_owned()));
    let names = [Argument::Actor, Argument::Issue];
    let named = |phrase| !super::argument::fillers(view, phrase, &names).is_empty();
    if clause.objects.is_empty()
        && view.verb(clause).voice != Voice::Passive
        && let Some((unit, _)) = clause.adjuncts.iter().find(|(_, phrase)| named(*phrase))
    {
        words.push(view.text(*unit).to_owned());
    }
    words.join(" ")
}

fn is_name(mention: &Mention) -> bool {
    matches!(mention.kind, MentionKind::Name | MentionKind::Seat)
}
