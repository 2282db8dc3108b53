//! Ids: cheap to clone, ordered as their text.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id with this text, as written.
            pub fn new(text: impl Into<Arc<str>>) -> Self {
                Self(text.into())
            }

            /// The text of the id.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

id! {
    /// The id of an actor, issue or ground: `russia`, `russia/defence-minister`, `tmd`.
    EntityId
}
id! {
    /// The id of a relation: `opposes`.
    RelationId
}
id! {
    /// The id of an extraction rule: `oppose`.
    RuleId
}
id! {
    /// The id of a title: `defence-minister`.
    TitleId
}
id! {
    /// The id of a document: as given, or `d-` and 16 hex digits.
    DocumentId
}
id! {
    /// The id of a claim: `c-` and 16 hex digits.
    ClaimId
}

impl EntityId {
    /// The id of the office or group that a title names at an actor: `russia/defence-minister`.
    pub fn composed(of: &EntityId, title: &TitleId) -> Self {
        Self::new(format!("{of}/{title}"))
    }

    /// The actor and the title of a composed id, if it is one.
    ///
    /// ```
    /// use demarche::model::EntityId;
    /// let office = EntityId::from("russia/defence-minister");
    /// assert_eq!(office.parts(), Some(("russia", "defence-minister")));
    /// assert_eq!(EntityId::from("russia").parts(), None);
    /// ```
    pub fn parts(&self) -> Option<(&str, &str)> {
        self.0.rsplit_once('/')
    }
}
