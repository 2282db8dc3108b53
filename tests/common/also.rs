//! What a block may ask of its claims beside what the claims themselves state.

use demarche::model::{Antecedent, Claim, EntityId, Modality, Span};

/// A line of a block that begins with `=` and a word.
pub enum Also {
    /// `=because GROUND MODALITY`: some claim has that ground, so real.
    Because(EntityId, Modality),
    /// `=via WORDS -> WORDS`: some claim took the first words of the text for the second; a leading article counts for nothing.
    Via(String, String),
    /// `=media A, B`: every claim has exactly these media.
    Media(Vec<String>),
    /// `=without PART`: no claim has any.
    Without(Part),
}

/// A part that a claim may lack.
pub enum Part {
    Time,
    Grounds,
    Speakers,
    Media,
}

impl Also {
    /// What a line asks; none if it is none of these.
    pub fn parse(line: &str) -> Option<Self> {
        let (name, rest) = line.strip_prefix('=')?.split_once(' ')?;
        match name {
            "because" => {
                let (ground, modality) = rest.split_once(' ')?;
                let modality = Modality::ALL.into_iter().find(|known| known.name() == modality)?;
                Some(Self::Because(EntityId::from(ground), modality))
            }
            "via" => rest.split_once(" -> ").map(|(span, to)| Self::Via(bare(span), bare(to))),
            "media" => Some(Self::Media(rest.split(", ").map(str::to_owned).collect())),
            "without" => Part::named(rest).map(Self::Without),
            _ => None,
        }
    }

    /// Whether the claims read from the text have it.
    pub fn holds(&self, claims: &[Claim], text: &str) -> bool {
        match self {
            Self::Because(id, modality) => {
                let grounds = claims.iter().flat_map(|claim| &claim.grounds);
                grounds.into_iter().any(|ground| ground.id == *id && ground.modality == *modality)
            }
            Self::Via(span, to) => {
                let joins = |via: &Antecedent| words(via.span, text) == *span && words(via.to, text) == *to;
                claims.iter().flat_map(|claim| &claim.evidence.via).any(joins)
            }
            Self::Media(media) => claims.iter().all(|claim| claim.media == *media),
            Self::Without(part) => claims.iter().all(|claim| part.is_missing(claim)),
        }
    }
}

impl Part {
    fn named(name: &str) -> Option<Self> {
        match name {
            "time" => Some(Self::Time),
            "grounds" => Some(Self::Grounds),
            "speakers" => Some(Self::Speakers),
            "media" => Some(Self::Media),
            _ => None,
        }
    }

    fn is_missing(&self, claim: &Claim) -> bool {
        match self {
            Self::Time => claim.when.is_none(),
            Self::Grounds => claim.grounds.is_empty(),
            Self::Speakers => claim.speakers.is_empty(),
            Self::Media => claim.media.is_empty(),
        }
    }
}

fn words(span: Span, text: &str) -> String {
    bare(&span.line_of(text))
}

/// The words in lower case, without a leading article.
fn bare(words: &str) -> String {
    let words = words.to_lowercase();
    ["the ", "a ", "an "].iter().find_map(|article| words.strip_prefix(article)).unwrap_or(&words).to_owned()
}
