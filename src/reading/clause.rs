//! Clauses: verbs with their subjects, objects, prepositions and what governs them.

use std::ops::Range;

/// An index into [`Clauses::phrases`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhraseIx(pub usize);

/// An index into [`Clauses::clauses`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseIx(pub usize);

/// One noun group or several joined ("Japan, India and the United States").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NounPhrase {
    /// The groups, by their places in the sentence's list.
    pub groups: Vec<usize>,
    /// The unit of the preposition that leads it.
    pub preposition: Option<usize>,
    /// "not" before it: "not the bridge but the dam".
    pub negation: Option<usize>,
    /// The stretch it stands in: verbs and breaks end one.
    pub region: u32,
    /// A second name for the same thing: "the minister, Igor Ivanov,".
    pub apposition: Option<PhraseIx>,
    /// The clause it belongs to, and as what.
    pub role: Option<(ClauseIx, Role)>,
}

/// What a noun phrase is to its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Its subject.
    Subject,
    /// An object.
    Object,
    /// Led by a preposition.
    Adjunct,
}

/// How a clause came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClauseKind {
    /// Stands by itself, or joined to one that does.
    Main,
    /// "which drew criticism".
    Relative,
    /// "that Japan drop the plan", with or without "that".
    Complement,
    /// "to drop the plan".
    Infinitive,
    /// "accusing Washington", "breaking the treaty".
    Gerund,
    /// "taken by the minister".
    Participle,
    /// "because it upsets the balance".
    Adverbial,
    /// ", the sources said,".
    Aside,
    /// "whether it backs the plan": asked, not said.
    Question,
}

/// A verb with everything that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its verb group, by its place in the sentence's list.
    pub verb: usize,
    /// How it came to be.
    pub kind: ClauseKind,
    /// Who does it, or undergoes it in the passive.
    pub subject: Option<PhraseIx>,
    /// What else "taken" in "a trip to China taken by" may belong to: the phrases before it, nearest last.
    pub antecedents: Vec<PhraseIx>,
    /// Its objects, at most two.
    pub objects: Vec<PhraseIx>,
    /// Its prepositional phrases with the units of their prepositions.
    pub adjuncts: Vec<(usize, PhraseIx)>,
    /// Units of prepositions with nothing after them: "came out against".
    pub particles: Vec<usize>,
    /// The clause that governs it.
    pub governor: Option<ClauseIx>,
    /// The preposition that leads it: "of breaking".
    pub led_by: Option<usize>,
    /// The noun group it completes: "plans to deploy".
    pub completes: Option<usize>,
    /// "because", "if".
    pub marker: Option<usize>,
    /// The markers of what depends on it, whether or not a verb was found there.
    pub conditions: Vec<usize>,
    /// Units before the subject that qualify it: "perhaps".
    pub cues: Vec<usize>,
    /// The unit that negates it from outside its verb group: "nor".
    pub negation: Option<usize>,
    /// Units of dates, with the preposition before each.
    pub times: Vec<(Option<usize>, usize)>,
    /// The clause before whose auxiliaries it shares: "would undermine X and wreck Y".
    pub shares: Option<ClauseIx>,
    /// The units it covers so far.
    pub units: Range<usize>,
}

/// All clauses of a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clauses {
    /// The noun phrases in order.
    pub phrases: Vec<NounPhrase>,
    /// The clauses in the order of their verbs.
    pub clauses: Vec<Clause>,
    /// The phrase after "according to".
    pub source: Option<PhraseIx>,
    /// Units of dates before any verb, with their prepositions.
    pub fronted_times: Vec<(Option<usize>, usize)>,
}

impl Clauses {
    /// The noun phrase under an index.
    pub fn phrase(&self, ix: PhraseIx) -> &NounPhrase {
        &self.phrases[ix.0]
    }

    /// The clause under an index.
    pub fn clause(&self, ix: ClauseIx) -> &Clause {
        &self.clauses[ix.0]
    }

    /// The phrases that follow one in its region, at most eight.
    pub fn following(&self, ix: PhraseIx) -> impl Iterator<Item = PhraseIx> {
        let region = self.phrases[ix.0].region;
        (ix.0 + 1..self.phrases.len()).take(8).take_while(move |at| self.phrases[*at].region == region).map(PhraseIx)
    }
}
