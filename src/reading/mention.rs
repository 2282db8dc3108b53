//! Where a sentence names entities: names found in the trie, then composed ("Russian Defense Minister Igor Sergeev").

use std::ops::Range;

use super::grammar::PREFIXES;
use super::lexicon::{Lexicon, WordId};
use super::names::{EntityIx, Hit, NameKind, Names, Number, TitleIx};
use super::table::{Referent, Sort, Table};
use super::time::is_of_the_calendar;
use crate::curation::WordClass;
use crate::model::{Date, Span, TitleKind};
use crate::text::{Case, Token, TokenKind};

/// How a mention names what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MentionKind {
    /// By a name or an alias.
    Name,
    /// By the place of its government.
    Seat,
    /// By an adjective or the name of a people.
    Demonym,
    /// By a title, with or without a name.
    Title,
    /// Given from outside.
    Given,
}

/// A place where a text names entities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its tokens in the document's list.
    pub tokens: Range<usize>,
    /// Its bytes.
    pub span: Span,
    /// What it means: none if that is not known ("a former minister"), several for "Chinese and Russian officials".
    pub referents: Vec<Referent>,
    /// How it names them.
    pub kind: MentionKind,
    /// The title it contains.
    pub title: Option<TitleIx>,
    /// One or several.
    pub number: Number,
    /// Whether it is a title and nothing else: no owner, no name, no "former".
    pub unowned: bool,
}

/// A sentence as mentions see it.
pub struct Words<'a> {
    /// The document's body.
    pub text: &'a str,
    /// The sentence's tokens.
    pub tokens: &'a [Token],
    /// Where they begin in the document's list.
    pub offset: usize,
    /// The word and case of each token.
    pub words: &'a [(WordId, Case)],
}

/// What finding mentions needs to know besides the sentence.
pub struct Finder<'a> {
    /// The words.
    pub lexicon: &'a Lexicon,
    /// The names.
    pub names: &'a Names,
    /// The entities.
    pub table: &'a Table,
    /// The article's date, by which titles are resolved.
    pub day: Option<Date>,
    /// The persons named in full so far, whose last names are understood.
    pub known: &'a [EntityIx],
}

enum Piece {
    Hit { tokens: Range<usize>, kinds: Vec<NameKind> },
    Word(usize),
}

impl Piece {
    fn range(&self) -> Range<usize> {
        match self {
            Self::Hit { tokens, .. } => tokens.clone(),
            Self::Word(at) => *at..*at + 1,
        }
    }
}

/// An actor that may own a title, in the pieces.
struct Owners {
    owners: Vec<EntityIx>,
    next: usize,
}

/// Where the next member of a list stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ListPlace {
    Middle,
    Last,
}

/// Whether a title is held now, or a word before it says that it is not: "former".
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Present,
    Past,
}

impl From<bool> for Standing {
    fn from(prefixed: bool) -> Self {
        if prefixed { Self::Past } else { Self::Present }
    }
}

/// A title in the text, with what is known of it before a name is looked for.
struct Titled {
    owners: Vec<EntityIx>,
    title: TitleIx,
    number: Number,
    standing: Standing,
}

struct Composer<'a> {
    finder: &'a Finder<'a>,
    words: &'a Words<'a>,
    pieces: Vec<Piece>,
    mentions: Vec<Mention>,
}

/// All mentions of a sentence in order, none overlapping, outside the tokens that are `taken`.
#[inline(never)]
pub fn find_mentions(finder: &Finder<'_>, words: &Words<'_>, taken: &[Range<usize>]) -> Vec<Mention> {
    let pieces = pieces(finder, words, taken);
    let mut composer = Composer { finder, words, pieces, mentions: Vec::new() };
    let mut at = 0;
    while at < composer.pieces.len() {
        at = composer.compose(at);
    }
    composer.mentions
}

fn pieces(finder: &Finder<'_>, words: &Words<'_>, taken: &[Range<usize>]) -> Vec<Piece> {
    let (mut pieces, mut at) = (Vec::new(), 0);
    let limit = |at: usize| taken.iter().filter(|range| range.start > at).map(|range| range.start).min();
    while at < words.words.len() {
        if let Some(range) = taken.iter().find(|range| range.contains(&at)) {
            pieces.extend((at..range.end).map(Piece::Word));
            at = range.end;
            continue;
        }
        let end = limit(at).unwrap_or(words.words.len()).min(words.words.len());
        match finder.names.longest(&words.words[at..end]).and_then(names_only) {
            Some(hit) => {
                pieces.push(Piece::Hit { tokens: at..at + hit.length, kinds: hit.kinds });
                at += hit.length;
            }
            None => {
                pieces.push(Piece::Word(at));
                at += 1;
            }
        }
    }
    pieces
}

/// Cues and function words are no mentions.
fn names_only(hit: Hit) -> Option<Hit> {
    let cue = hit.kinds.iter().any(|kind| matches!(kind, NameKind::Cue(_) | NameKind::Function(_)));
    (!cue).then_some(hit)
}

impl Composer<'_> {
    /// Makes the mention that starts at a piece, if one does; gives the piece to go on with.
    fn compose(&mut self, at: usize) -> usize {
        if self.is_prefixed(at) || self.is_in_strange_name(at) {
            return at + 1;
        }
        if let Some(owners) = self.owners(at)
            && let Some(end) = self.titled(at, &owners)
        {
            return end;
        }
        if let Some((title, number)) = self.title(at) {
            return self.title_first(at, title, number);
        }
        if let Some(Piece::Hit { kinds, .. }) = self.pieces.get(at) {
            let (referents, kind) = self.referents(kinds);
            if self.is_family_name(at, &referents) && self.in_longer_name(at) {
                return at + 1;
            }
            let plural = referents.len() > 1 || (kind == MentionKind::Demonym && self.ends_in_s(at));
            let number = if plural { Number::Plural } else { Number::Singular };
            if !(referents.is_empty() && kind == MentionKind::Title) {
                self.push(at..at + 1, referents, kind, None, number);
            }
        }
        at + 1
    }

    /// "pro-Bordurian": a prefix before a hyphen makes the name an adjective of something else.
    fn is_prefixed(&self, at: usize) -> bool {
        let hyphen = at.checked_sub(1).filter(|hyphen| self.token_kind(*hyphen) == Some(TokenKind::Hyphen));
        hyphen.and_then(|hyphen| hyphen.checked_sub(1)).is_some_and(|before| {
            let word = self.word(before);
            word != "ex" && PREFIXES.contains(&word)
        })
    }

    /// "Russian", "China's", "Chinese and Russian": actors that a title may follow.
    fn owners(&self, at: usize) -> Option<Owners> {
        let mut owners = vec![self.owner(at)?];
        let (mut next, mut open) = (at + 1, false);
        while let Some((step, place)) = self.joined(next)
            && let Some(owner) = self.owner(next + step)
        {
            owners.push(owner);
            next += step + 1;
            open = place == ListPlace::Middle;
            if !open {
                break;
            }
        }
        // "A, B's president" is no list of owners: a list has its "and".
        if open {
            owners.truncate(1);
            next = at + 1;
        }
        if self.token_kind(next) == Some(TokenKind::Possessive) {
            next += 1;
        }
        Some(Owners { owners, next })
    }

    /// How many pieces join one owner to the next: "and", "," or ", and"; and whether the next is the last.
    fn joined(&self, at: usize) -> Option<(usize, ListPlace)> {
        match (self.is_comma(at), self.word(at), self.word(at + 1)) {
            (true, _, "and" | "or") => Some((2, ListPlace::Last)),
            (false, "and" | "or", _) => Some((1, ListPlace::Last)),
            (true, ..) => Some((1, ListPlace::Middle)),
            _ => None,
        }
    }

    /// Owner + title (+ name).
    fn titled(&mut self, start: usize, owners: &Owners) -> Option<usize> {
        let (mut next, mut former) = (owners.next, self.is_prefix(start.wrapping_sub(1)));
        while self.is_prefix(next) {
            former = true;
            next += 1;
        }
        let (mut title, mut number) = self.title(next)?;
        next += 1;
        while let Some(further) = self.title(next) {
            (title, number) = further; // "government officials", "foreign ministry spokesman"
            next += 1;
        }
        let titled = Titled { owners: owners.owners.clone(), title, number, standing: former.into() };
        Some(self.finish(start, next, titled))
    }

    /// Title (+ name), or title + "of" + owner.
    fn title_first(&mut self, start: usize, title: TitleIx, number: Number) -> usize {
        let standing = self.is_prefix(start.wrapping_sub(1)).into();
        let article = usize::from(matches!(self.word(start + 2), "the"));
        let speaks = self.finder.table.title(title).kind == TitleKind::Spokesperson && self.word(start + 1) == "for";
        let seated = self.word(start + 1) == "in" && self.finder.table.is_seated(title);
        if (self.word(start + 1) == "of" || speaks || seated)
            && let Some(owners) = self.owners(start + 2 + article)
        {
            let possessive = self.token_kind(owners.next - 1) == Some(TokenKind::Possessive);
            let end = owners.next - usize::from(possessive);
            return self.finish(start, end, Titled { owners: owners.owners, title, number, standing });
        }
        self.finish(start, start + 1, Titled { owners: Vec::new(), title, number, standing })
    }

    /// The mention of a title with its owners and the name that may follow.
    fn finish(&mut self, start: usize, next: usize, titled: Titled) -> usize {
        let Titled { owners, title, number, standing } = titled;
        if number == Number::Singular
            && let Some(person) = self.person(next, &owners, title)
        {
            let referents = vec![Referent::Entity(person)];
            self.push(start..next + 1, referents, MentionKind::Title, Some(title), number);
            return next + 1;
        }
        let named = if number == Number::Singular { self.unknown_name(next) } else { 0 };
        let table = self.finder.table;
        let is_post = table.title(title).kind == TitleKind::Post;
        let day = self.finder.day.filter(|_| named == 0 && is_post);
        let referents = match standing {
            Standing::Past => Vec::new(),
            Standing::Present => owners.iter().map(|owner| table.post(*owner, title, day)).collect(),
        };
        self.push(start..next + named, referents, MentionKind::Title, Some(title), number);
        if let Some(mention) = self.mentions.last_mut() {
            mention.unowned = owners.is_empty() && named == 0 && standing == Standing::Present;
        }
        next + named
    }

    fn push(
        &mut self,
        pieces: Range<usize>,
        referents: Vec<Referent>,
        kind: MentionKind,
        title: Option<TitleIx>,
        number: Number,
    ) {
        let (first, last) = (self.pieces[pieces.start].range(), self.pieces[pieces.end - 1].range());
        let tokens = &self.words.tokens[first.start..last.end];
        let span = tokens[0].span.join(tokens[tokens.len() - 1].span);
        let tokens = self.words.offset + first.start..self.words.offset + last.end;
        self.mentions.push(Mention { tokens, span, referents, kind, title, number, unowned: false });
    }

    /// What a hit names: the best way of naming wins, and two entities named in that way make it unclear.
    fn referents(&self, kinds: &[NameKind]) -> (Vec<Referent>, MentionKind) {
        let known = |ix: &EntityIx| self.finder.known.contains(ix);
        let of = |kind: &NameKind| match kind {
            NameKind::Name(ix) => Some((0, MentionKind::Name, *ix)),
            NameKind::Seat(ix) => Some((0, MentionKind::Seat, *ix)),
            NameKind::Demonym(ix) => Some((1, MentionKind::Demonym, *ix)),
            NameKind::Surname(ix) if known(ix) => Some((2, MentionKind::Name, *ix)),
            _ => None,
        };
        let ways: Vec<(u8, MentionKind, EntityIx)> = kinds.iter().filter_map(of).collect();
        let Some((best, kind, _)) = ways.iter().min_by_key(|(way, ..)| *way).copied() else {
            return (Vec::new(), MentionKind::Title);
        };
        let mut found: Vec<EntityIx> = ways.iter().filter(|(way, ..)| *way == best).map(|(.., ix)| *ix).collect();
        found.sort_unstable();
        found.dedup();
        self.keep_those_in_office(&mut found);
        let referents = if let [one] = found.as_slice() { vec![Referent::Entity(*one)] } else { Vec::new() };
        (referents, kind)
    }

    /// Of several persons with one name, those in office on the article's day: "George Bush" in 1990 and in 2002.
    fn keep_those_in_office(&self, found: &mut Vec<EntityIx>) {
        let (Some(day), [_, _, ..]) = (self.finder.day, found.as_slice()) else { return };
        let table = self.finder.table;
        if found.iter().all(|ix| table.sort_of(*ix) == Sort::Person) {
            found.retain(|ix| table.in_office(*ix, day));
        }
    }

    /// The state or organisation that a piece names.
    fn owner(&self, at: usize) -> Option<EntityIx> {
        let Some(Piece::Hit { kinds, .. }) = self.pieces.get(at) else { return None };
        match self.referents(kinds).0.as_slice() {
            [Referent::Entity(ix)] if matches!(self.finder.table.sort_of(*ix), Sort::State | Sort::Organisation) => {
                Some(*ix)
            }
            _ => None,
        }
    }

    fn title(&self, at: usize) -> Option<(TitleIx, Number)> {
        let Some(Piece::Hit { kinds, .. }) = self.pieces.get(at) else { return None };
        kinds.iter().find_map(|kind| if let NameKind::Title(ix, number) = kind { Some((*ix, *number)) } else { None })
    }

    /// The person whom a piece after a title names; a last name alone must belong to the title's owner, if there is one.
    fn person(&self, at: usize, owners: &[EntityIx], title: TitleIx) -> Option<EntityIx> {
        let Some(Piece::Hit { kinds, .. }) = self.pieces.get(at) else { return None };
        let table = self.finder.table;
        let person = |kind: &NameKind| match kind {
            NameKind::Name(ix) if table.sort_of(*ix) == Sort::Person => Some(*ix),
            _ => None,
        };
        let mut named: Vec<EntityIx> = kinds.iter().filter_map(person).collect();
        self.keep_those_in_office(&mut named);
        if named.len() > 1 {
            return None;
        }
        let by_surname = |kind: &NameKind| match kind {
            NameKind::Surname(ix) if owners.is_empty() || owners.iter().any(|owner| table.belongs(*ix, *owner)) => {
                Some(*ix)
            }
            _ => None,
        };
        let mut by_surname: Vec<EntityIx> = kinds.iter().filter_map(by_surname).collect();
        if let (Some(day), [_, _, ..]) = (self.finder.day, by_surname.as_slice()) {
            by_surname.retain(|ix| table.holds(Referent::Entity(*ix), &[title], None, Some(day)));
        }
        let alone = self.unknown_name(at + 1) == 0;
        let one = if let [one] = by_surname.as_slice() { Some(*one).filter(|_| alone) } else { None };
        named.first().copied().or(one)
    }

    /// Whether a piece is one word that names a person.
    fn is_family_name(&self, at: usize, referents: &[Referent]) -> bool {
        let person = |referent: &Referent| self.finder.table.sort(*referent) == Sort::Person;
        self.pieces.get(at).is_some_and(|piece| piece.range().len() == 1) && referents.iter().any(person)
    }

    /// Whether a family name stands beside a capitalised word that is not known: someone else's name.
    fn in_longer_name(&self, at: usize) -> bool {
        let stranger = |before: usize| match self.pieces.get(before) {
            // The first word of a sentence has its capital anyway.
            Some(Piece::Word(token)) if before == 0 => self.words.words[*token].0 == WordId::UNKNOWN,
            _ => true,
        };
        let before = at.checked_sub(1).filter(|before| self.unknown_name(*before) > 0);
        self.unknown_name(at + 1) > 0 || before.is_some_and(stranger)
    }

    /// Whether a state's name or seat of one word is part of a name that the world does not hold: "Michael Jordan", "Mr. Jordan",
    /// "Chad Smith", "the Jordan Times". Where all words have capitals they say nothing.
    fn is_in_strange_name(&self, at: usize) -> bool {
        let Some(Piece::Hit { tokens, kinds }) = self.pieces.get(at) else { return false };
        let is_place = |kind: &NameKind| match kind {
            NameKind::Name(ix) => self.finder.table.sort_of(*ix) == Sort::State,
            NameKind::Seat(_) => true,
            _ => false,
        };
        let capital = self.words.words.get(tokens.start).is_some_and(|(_, case)| *case == Case::Capital);
        tokens.len() == 1
            && capital
            && kinds.iter().any(is_place)
            && (self.has_stranger_before(at) || self.has_stranger_after(at))
            && !self.is_headline()
    }

    /// Whether a first name, a form of address, or a capitalised word that nothing knows stands before a piece.
    fn has_stranger_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        if self.ends_in_stop(before) {
            let alone = self.token_kind(before).is_some();
            let address = before.checked_sub(usize::from(alone)).map(|address| self.text(address));
            let dotted = |address: &str| self.finder.lexicon.id(&format!("{address}."));
            return address
                .filter(|address| address.starts_with(char::is_uppercase))
                .is_some_and(|address| self.finder.lexicon.info(dotted(address)).is(WordClass::Abbreviation));
        }
        let Some(word) = self.capital(before) else { return false };
        let info = self.finder.lexicon.info(word);
        let is_name_only = !info.noun && !info.adjective && info.verbs.is_empty() && info.function.is_none();
        // The first word of a sentence has its capital anyway; "Baathist Iraq" is Iraq.
        let unknown = || word == WordId::UNKNOWN && before > 0 && !self.ends_like_an_adjective(before);
        is_name_only && (self.finder.table.is_first_name(word) || unknown())
    }

    /// Whether a capitalised word, or somebody's last name, stands after a piece: unless it is "in" a place that somebody does
    /// something.
    fn has_stranger_after(&self, at: usize) -> bool {
        if at.checked_sub(1).is_some_and(|before| self.word(before) == "in") {
            return false;
        }
        match self.pieces.get(at + 1) {
            Some(Piece::Word(_)) => self.capital(at + 1).is_some_and(|word| {
                let day_or_month = is_of_the_calendar(&self.text(at + 1).to_lowercase());
                !day_or_month && self.finder.lexicon.info(word).function.is_none()
            }),
            Some(Piece::Hit { kinds, .. }) => kinds.iter().all(|kind| matches!(kind, NameKind::Surname(_))),
            None => false,
        }
    }

    /// The word of a piece with one capital.
    fn capital(&self, at: usize) -> Option<WordId> {
        let Some(Piece::Word(token)) = self.pieces.get(at) else { return None };
        let (word, case) = self.words.words.get(*token)?;
        let is_word = self.words.tokens.get(*token).is_some_and(|token| token.kind == TokenKind::Word);
        (is_word && *case == Case::Capital).then_some(*word)
    }

    /// Whether a piece is a full stop, or a title with one: "Sen.".
    fn ends_in_stop(&self, at: usize) -> bool {
        let last = self.pieces.get(at).and_then(|piece| self.words.tokens.get(piece.range().end - 1));
        last.is_some_and(|token| token.kind == TokenKind::Stop)
    }

    fn ends_like_an_adjective(&self, at: usize) -> bool {
        ["ist", "ern", "ic", "ed", "ese", "ish", "ian"].iter().any(|end| self.text(at).ends_with(end))
    }

    /// The first token of a piece as it is written.
    fn text(&self, at: usize) -> &str {
        let token = self.pieces.get(at).and_then(|piece| self.words.tokens.get(piece.range().start));
        token.map_or("", |token| token.span.of(self.words.text))
    }

    /// Whether all words but those of grammar have capitals.
    fn is_headline(&self) -> bool {
        let (words, tokens) = (self.words.words, self.words.tokens);
        let is_plain = |((word, case), token): (&(WordId, Case), &Token)| {
            let function = self.finder.lexicon.info(*word).function;
            token.kind == TokenKind::Word && *case == Case::Lower && function.is_none()
        };
        !words.iter().zip(tokens).any(is_plain)
    }

    /// How many capitalised words after a title make a name the world does not hold, at most three.
    fn unknown_name(&self, at: usize) -> usize {
        (0..3)
            .take_while(|ahead| match self.pieces.get(at + ahead) {
                Some(Piece::Word(token)) => {
                    let Some((word, case)) = self.words.words.get(*token) else { return false };
                    let kind = self.words.tokens[*token].kind;
                    let info = self.finder.lexicon.info(*word);
                    kind == TokenKind::Word && *case == Case::Capital && info.function.is_none()
                }
                // "Boris Hentzau": the family name may be known from someone else.
                Some(Piece::Hit { kinds, .. }) => {
                    *ahead > 0 && kinds.iter().all(|kind| matches!(kind, NameKind::Surname(_)))
                }
                None => false,
            })
            .count()
    }

    /// Whether a word before a title says that it is not held now: "former", "ex-".
    fn is_prefix(&self, at: usize) -> bool {
        if self.token_kind(at) == Some(TokenKind::Hyphen) {
            return self.word(at.wrapping_sub(1)) == "ex";
        }
        matches!(self.pieces.get(at), Some(Piece::Word(token))
            if self.finder.lexicon.info(self.words.words[*token].0).is(WordClass::TitlePrefix))
    }

    fn ends_in_s(&self, at: usize) -> bool {
        let last = self.pieces.get(at).and_then(|piece| self.words.tokens.get(piece.range().end - 1));
        last.is_some_and(|token| token.span.of(self.words.text).ends_with(['s', 'S']))
    }

    fn is_comma(&self, at: usize) -> bool {
        self.token_kind(at) == Some(TokenKind::Comma)
    }

    fn token_kind(&self, at: usize) -> Option<TokenKind> {
        match self.pieces.get(at)? {
            Piece::Word(token) => self.words.tokens.get(*token).map(|token| token.kind),
            Piece::Hit { .. } => None,
        }
    }

    fn word(&self, at: usize) -> &str {
        match self.pieces.get(at) {
            Some(Piece::Word(token)) => self.finder.lexicon.text(self.words.words[*token].0),
            _ => "",
        }
    }
}
