//! Documents with what they say: "a report accusing", "a statement by Tokyo on Monday condemning", "a letter critical of".

use super::Parser;
use crate::curation::WordClass;
use crate::reading::clause::PhraseIx;
use crate::reading::grammar::Function;
use crate::reading::phrase::Chunk;
use crate::reading::table::Sort;

/// How many phrases are looked back for a document.
const BACK: usize = 4;

/// The document that a participle tells of.
pub(super) struct Document {
    /// Its phrase.
    pub phrase: PhraseIx,
    /// Its noun group.
    pub group: usize,
    /// Who made it, where that is said after it: "by Tokyo".
    pub giver: Option<PhraseIx>,
}

/// What a participle right after a noun may belong to.
pub(super) enum Told {
    /// A document.
    Document(Document),
    /// A document or an actor named in it: "a report on Japan accusing".
    Unclear,
    /// No document.
    Other,
}

impl Parser<'_> {
    /// The document before a participle, past what follows it: "a letter to Japan by ministers".
    pub(super) fn told_before(&self) -> Told {
        let (mut giver, mut actor) = (None, false);
        for at in (0..self.out.phrases.len()).rev().take(BACK) {
            let phrase = &self.out.phrases[at];
            if phrase.region != self.region {
                break;
            }
            if let Some(group) = phrase.groups.last().copied().filter(|group| self.is_document(*group)) {
                let document = Document { phrase: PhraseIx(at), group, giver };
                return if actor && giver.is_none() { Told::Unclear } else { Told::Document(document) };
            }
            let Some(led_by) = phrase.preposition else { break };
            match self.text(led_by) {
                "by" | "from" => giver = Some(PhraseIx(at)),
                "to" | "in" | "at" | "with" => {}
                _ => actor |= self.names_actor(PhraseIx(at)),
            }
        }
        Told::Other
    }

    /// Whether a group is a document by its noun: no name and no issue.
    pub(super) fn is_document(&self, group: usize) -> bool {
        let group = &self.groups.nouns[group];
        let head = &self.units[group.head];
        let classes = [WordClass::SpeechNoun, WordClass::Document];
        group.referents.is_empty() && classes.iter().any(|class| head.has_class(*class, self.lexicon))
    }

    fn names_actor(&self, phrase: PhraseIx) -> bool {
        let groups = &self.out.phrases[phrase.0].groups;
        groups.iter().any(|group| self.groups.nouns[*group].sort.is_some_and(Sort::is_actor))
    }

    /// The phrase that an adjective right after a noun tells of; none if that is unclear.
    pub(super) fn host_of_adjective(&self) -> Option<PhraseIx> {
        match self.told_before() {
            Told::Document(document) => Some(document.giver.unwrap_or(document.phrase)),
            Told::Unclear => None,
            Told::Other => self.out.phrases.len().checked_sub(1).map(PhraseIx),
        }
    }

    /// "a report highly critical of Japan", "officials critical of the plan": an adjective with its preposition right after a
    /// noun tells of that.
    pub(super) fn tells_of_noun(&self, at: usize) -> bool {
        let Some(Chunk::Noun(group)) = self.chunk(at) else { return false };
        let group = &self.groups.nouns[*group];
        let adjective = group.units.len() == 1 && self.lexicon.info(self.units[group.head].word).predicate;
        let led = matches!(self.chunk(at + 1), Some(Chunk::Word(Function::Preposition | Function::To, _)));
        let mut before = at;
        while matches!(
            before.checked_sub(1).and_then(|before| self.chunk(before)),
            Some(Chunk::Word(Function::Adverb, _))
        ) {
            before -= 1;
        }
        let noun = matches!(before.checked_sub(1).and_then(|before| self.chunk(before)), Some(Chunk::Noun(_)));
        adjective && led && noun && !self.comma && self.joined.is_none()
    }
}
