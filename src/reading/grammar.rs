//! The closed classes of English: the only words the engine knows by itself.

/// What a function word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Function {
    /// "the", "a", "some".
    Determiner,
    /// "its", "their".
    Possessive,
    /// "it", "they".
    Pronoun,
    /// "of", "against".
    Preposition,
    /// "to".
    To,
    /// "and", "or", "but".
    Conjunction,
    /// Forms of "be".
    Be,
    /// Forms of "have".
    Have,
    /// Forms of "do".
    Do,
    /// "will", "may".
    Modal,
    /// "which", "who".
    Relative,
    /// "that": a determiner, a relative or a complementiser.
    That,
    /// "because", "if".
    Subordinator,
    /// "after", "before": a preposition before a noun group, a subordinator before a clause.
    PrepositionOrSubordinator,
    /// "not".
    Not,
    /// An adverb.
    Adverb,
}

impl Function {
    /// Whether a lower-case word, or several, is one of this class.
    pub fn has(self, word: &str) -> bool {
        FUNCTION_WORDS.iter().any(|(function, words)| *function == self && words.contains(&word))
    }
}

/// The words of each class.
pub const FUNCTION_WORDS: &[(Function, &[&str])] = &[
    (
        Function::Determiner,
        &[
            "the", "a", "an", "this", "these", "those", "some", "any", "each", "every", "no", "all", "both", "several",
            "many", "few", "such", "another", "either", "neither", "other",
        ],
    ),
    (Function::Possessive, &["its", "their", "his", "her", "our", "my", "your", "whose"]),
    (
        Function::Pronoun,
        &[
            "it",
            "they",
            "them",
            "he",
            "him",
            "she",
            "we",
            "us",
            "i",
            "me",
            "you",
            "itself",
            "themselves",
            "himself",
            "herself",
            "there",
            "one",
            "none",
            "nobody",
            "everyone",
            "nothing",
            "anything",
            "everything",
            "each other",
            "one another",
        ],
    ),
    (
        Function::Preposition,
        &[
            "of",
            "in",
            "on",
            "at",
            "by",
            "with",
            "from",
            "for",
            "about",
            "over",
            "against",
            "between",
            "among",
            "into",
            "through",
            "under",
            "during",
            "within",
            "toward",
            "towards",
            "upon",
            "without",
            "despite",
            "across",
            "behind",
            "beyond",
            "near",
            "around",
            "along",
            "off",
            "out",
            "up",
            "down",
            "via",
            "per",
            "regarding",
            "concerning",
            "amid",
            "above",
            "below",
            "beside",
            "besides",
            "versus",
            "alongside",
            "onto",
            "inside",
            "outside",
            "throughout",
            "unlike",
            "like",
            "according to",
            "because of",
            "in response to",
            "in addition to",
            "on behalf of",
            "instead of",
            "as a result of",
            "in favor of",
            "in favour of",
            "prior to",
            "with regard to",
            "with respect to",
            "in connection with",
            "in front of",
            "in spite of",
            "such as",
            "rather than",
            "as part of",
            "in exchange for",
            "in return for",
            "apart from",
            "along with",
            "together with",
            "at the request of",
            "in line with",
            "by means of",
            "ahead of",
            "as of",
            "out of",
            "in opposition to",
            "in support of",
            "in protest at",
            "on the eve of",
        ],
    ),
    (Function::To, &["to"]),
    (Function::Conjunction, &["and", "or", "but", "nor", "&", "as well as"]),
    (Function::Be, &["be", "is", "are", "was", "were", "been", "being", "am"]),
    (Function::Have, &["have", "has", "had", "having"]),
    (Function::Do, &["do", "does", "did"]),
    (
        Function::Modal,
        &["will", "would", "shall", "should", "may", "might", "can", "could", "must", "cannot", "ca", "wo"],
    ),
    (Function::Relative, &["which", "who", "whom"]),
    (Function::That, &["that"]),
    (
        Function::Subordinator,
        &[
            "because",
            "if",
            "unless",
            "although",
            "though",
            "while",
            "whereas",
            "when",
            "whenever",
            "where",
            "whether",
            "lest",
            "once",
            "how",
            "why",
            "what",
            "even though",
            "even if",
            "so that",
            "in order that",
            "on the ground that",
            "on the grounds that",
            "for fear that",
            "out of fear that",
            "provided that",
            "as long as",
            "so long as",
            "on condition that",
            "only if",
        ],
    ),
    (Function::PrepositionOrSubordinator, &["after", "before", "since", "until", "till", "as", "than", "except"]),
    (Function::Adverb, &["more", "most", "less", "least", "much", "very", "too", "even", "so"]),
    (Function::Not, &["not", "n't"]),
    (Function::Adverb, &["back", "away", "forward", "aside"]),
];

/// Prefixes that turn the name they are joined to by a hyphen into something else.
pub const PREFIXES: &[&str] = &["pro", "anti", "non", "ex", "un"];

/// Words that count the plural after them: "the two sides" is no verb.
pub const COUNTS: &[&str] =
    &["two", "both", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many", "other"];

/// Words that put the noun after them in an order: "its last meeting" is no verb.
pub const ORDINALS: &[&str] = &["last", "next", "first", "second", "third", "latest", "previous", "recent", "annual"];

/// Nouns for persons that "the two" and "both" may count.
pub const PERSONS: &[&str] = &["man", "woman"];
