//! A claim with nothing to it but its ends: tests add what they are about.

use demarche::model::{
    Claim, ClaimId, DocumentId, EntityId, Evidence, Modality, Polarity, RelationId, RuleId, Sign, Span,
};

/// The asserted, actual claim of these ends.
pub fn claim(subject: &str, relation: &str, object: &str) -> Claim {
    Claim {
        id: ClaimId::from("c-1"),
        subject: EntityId::from(subject),
        relation: RelationId::from(relation),
        object: EntityId::from(object),
        about: None,
        asks: None,
        sign: Sign::Neutral,
        polarity: Polarity::Asserted,
        modality: Modality::Actual,
        when: None,
        formerly: false,
        place: None,
        speakers: Vec::new(),
        media: Vec::new(),
        grounds: Vec::new(),
        subject_principal: None,
        object_principal: None,
        derived_from: Vec::new(),
        evidence: Evidence {
            document: DocumentId::from("d"),
            date: None,
            publication: None,
            sentence: 1,
            span: Span::default(),
            text: String::new(),
            subject: Span::default(),
            trigger: Span::default(),
            object: Span::default(),
            about: None,
            cues: Vec::new(),
            via: Vec::new(),
        },
        rule: RuleId::from("r"),
    }
}
