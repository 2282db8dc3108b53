//! The items that the data files hold, exactly as they are written.
//!
//! Every file is one list of items; any file may hold any kind. Unknown fields are errors.

use serde::Deserialize;

use crate::model::{EntityId, IssueKind, Modality, PartialDate, Relation, RelationId, RuleId, Sector, Title, TitleId};

/// One item of a data file.
#[derive(Clone, Debug, Deserialize)]
pub enum Item {
    /// A state.
    State(StateItem),
    /// An organisation.
    Organisation(OrganisationItem),
    /// A person.
    Official(OfficialItem),
    /// Wording for posts, groups and organs.
    Title(Title),
    /// What positions are taken on.
    Issue(IssueItem),
    /// A reason.
    Ground(GroundItem),
    /// A verb of the graph.
    Relation(Relation),
    /// Word lists that the grammar turns into a rule.
    Frame(Frame),
    /// A token pattern.
    Pattern(Pattern),
    /// A word that changes the claim under it.
    Operator(Operator),
    /// A class of English words.
    Words(Words),
    /// Verbs of no relation.
    Verbs(Verbs),
    /// Irregular forms.
    Irregulars(Irregulars),
    /// A named group of words.
    Synonyms(Synonyms),
    /// Additions to an item of an earlier layer.
    Extend(Extend),
}

/// A state.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateItem {
    /// The id.
    pub id: EntityId,
    /// The name to show.
    pub name: String,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Adjectives and names of its people.
    #[serde(default)]
    pub demonyms: Vec<String>,
    /// Metonyms for its government.
    #[serde(default)]
    pub seats: Vec<String>,
    /// ISO 3166-1 alpha-3.
    #[serde(default)]
    pub iso3: Option<String>,
    /// The Wikidata item.
    #[serde(default)]
    pub wikidata: Option<String>,
    /// The first day it existed under this id, where that matters.
    #[serde(default)]
    pub from: Option<PartialDate>,
    /// The last day it existed.
    #[serde(default)]
    pub until: Option<PartialDate>,
}

/// An international organisation, an organ of a state, or an armed or opposition group.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationItem {
    /// The id.
    pub id: EntityId,
    /// The name to show.
    pub name: String,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Adjectives for it.
    #[serde(default)]
    pub demonyms: Vec<String>,
    /// Metonyms for it.
    #[serde(default)]
    pub seats: Vec<String>,
    /// Nouns that by themselves refer back to it: "alliance".
    #[serde(default)]
    pub heads: Vec<String>,
    /// The actor it is an organ of.
    #[serde(default)]
    pub part_of: Option<EntityId>,
    /// The part of society it belongs to.
    #[serde(default)]
    pub sector: Sector,
    /// The Wikidata item.
    #[serde(default)]
    pub wikidata: Option<String>,
}

/// A person.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficialItem {
    /// The id.
    pub id: EntityId,
    /// The full name.
    pub name: String,
    /// Other names and spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The family name, if it is not the last word of the name: "Zhu"; alone it is understood after a first full mention.
    #[serde(default)]
    pub surname: Option<String>,
    /// The state the person belongs to outside any office.
    #[serde(default)]
    pub of: Option<EntityId>,
    /// The offices held.
    #[serde(default)]
    pub offices: Vec<OfficeItem>,
    /// The Wikidata item.
    #[serde(default)]
    pub wikidata: Option<String>,
}

/// An office as a person held it; written `Office(of: "russia", title: "defence-minister", from: "1997-05-22")`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Office")]
pub struct OfficeItem {
    /// The state or organisation.
    pub of: EntityId,
    /// The title.
    pub title: TitleId,
    /// The first day.
    #[serde(default)]
    pub from: Option<PartialDate>,
    /// The last day.
    #[serde(default)]
    pub until: Option<PartialDate>,
    /// Whether he stood in for the holder, and so may have held it beside him.
    #[serde(default)]
    pub acting: bool,
    /// What lies between the holder before and this one, where that is nobody who is listed.
    #[serde(default)]
    pub after: Option<Interval>,
}

/// What lies between two known holders of an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Interval {
    /// Nobody held it.
    Vacancy,
    /// Whoever held it is not listed.
    Unlisted,
}

/// What positions are taken on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IssueItem {
    /// The id.
    pub id: EntityId,
    /// The name to show.
    pub name: String,
    /// What sort of thing.
    pub kind: IssueKind,
    /// Other names; lower case ones match in any case.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The issue it is a part of.
    #[serde(default)]
    pub part_of: Option<EntityId>,
    /// Nouns that after an alias still name the issue.
    #[serde(default)]
    pub heads: Vec<String>,
    /// The actors whose programme or proposal it is.
    #[serde(default)]
    pub sponsors: Vec<EntityId>,
    /// The Wikidata item.
    #[serde(default)]
    pub wikidata: Option<String>,
}

/// A reason.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroundItem {
    /// The id.
    pub id: EntityId,
    /// The wording to show.
    pub name: String,
    /// Wordings that state it, in the pattern language.
    pub terms: Vec<String>,
}

/// What may fill a place of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Argument {
    /// Any actor.
    Actor,
    /// A state.
    State,
    /// An organisation.
    Organisation,
    /// A person, an office or a spokesperson.
    Official,
    /// An issue.
    Issue,
    /// What an actor does or says: "Japan's remarks", "the Iraqi attack", "a decision by Japan". It stands for the actor.
    Conduct,
    /// What lies in a state or belongs to an actor: "targets in southern Serbia", "Iraqi positions". It stands for that.
    Inside,
}

/// A text and the exact claims it must give; a text that needs a date begins with a line `Date: 1999-03-12`.
#[derive(Clone, Debug, Deserialize)]
pub struct Example(pub String, pub Vec<String>);

/// Word lists that the grammar turns into a rule for every voice and construction.
///
/// An entry of `verbs`, `nouns` or `adjectives` may hold alternatives, parts that may be missing, and groups of words (see
/// [`Synonyms`]): `"pull (out|back)? {forces} (from|out of)"`. It stands for every wording that can be made of it.
///
/// The last word of a verb or noun entry is its preposition if it is one ("object to", "opposition to"); a noun inside a
/// verb entry makes a light verb ("impose sanctions on"). Three points stand for the object where words follow it: "hold ...
/// hostage", "find ... guilty of". Those words match as written after the object, after a passive verb ("was held hostage
/// by"), and before an object that is put last ("held hostage two sailors"); articles and adjectives may stand before them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// The id.
    pub id: RuleId,
    /// The relation it gives.
    pub relation: RelationId,
    /// Verbs in their base form.
    #[serde(default)]
    pub verbs: Vec<String>,
    /// Event nouns in the singular (or as news writes them: "talks with").
    #[serde(default)]
    pub nouns: Vec<String>,
    /// Adjectives: "opposed to".
    #[serde(default)]
    pub adjectives: Vec<String>,
    /// What the subject may be.
    pub subject: Vec<Argument>,
    /// What the object may be.
    pub object: Vec<Argument>,
    /// Prepositions that lead to the issue it is about.
    #[serde(default)]
    pub about: Vec<String>,
    /// Higher wins.
    #[serde(default)]
    pub priority: i32,
    /// The modality of what it gives, where it is not actual.
    #[serde(default)]
    pub modality: Option<Modality>,
    /// Texts and what they must give.
    #[serde(default)]
    pub examples: Vec<Example>,
    /// Texts that must give nothing.
    #[serde(default)]
    pub rejects: Vec<String>,
}

/// A token pattern: what a frame cannot say.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// The id.
    pub id: RuleId,
    /// The relation it gives.
    pub relation: RelationId,
    /// The pattern: `(talks|negotiations) between <subject:Actor> and <object:Actor>`.
    pub pattern: String,
    /// Higher wins.
    #[serde(default)]
    pub priority: i32,
    /// The modality of what it gives, where it is not actual.
    #[serde(default)]
    pub modality: Option<Modality>,
    /// Texts and what they must give.
    #[serde(default)]
    pub examples: Vec<Example>,
    /// Texts that must give nothing.
    #[serde(default)]
    pub rejects: Vec<String>,
}

/// The shape of what an operator governs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Complement {
    /// "refused to back", "urged Japan to drop".
    Infinitive,
    /// "demanded that Japan drop".
    That,
    /// "denied supplying", "accused Washington of breaking".
    Gerund,
    /// "dropped its opposition", "cancelled a visit": an event noun.
    Noun,
    /// "said that Japan must drop": a statement of what someone ought to do. Has no words of its own.
    Obligation,
    /// "will not sign until Japan drops": what a refusal waits for. Has no words of its own.
    Condition,
}

impl Complement {
    /// Whether an operator on it has words of its own to be found by.
    pub fn has_words(self) -> bool {
        !matches!(self, Self::Obligation | Self::Condition)
    }
}

/// What an operator makes of the claim under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Gives {
    /// It is so (the operator adds nothing).
    Actual,
    /// It is not so.
    Negated,
    /// It was so and is no longer.
    Formerly,
    /// The speaker denies it.
    Denied,
    /// It is intended.
    Planned,
    /// It is tried.
    Attempted,
    /// It may be.
    Possible,
    /// It is likely.
    Likely,
    /// It depends on something.
    Conditional,
    /// It is threatened.
    Threatened,
    /// It is asked of someone: the claim itself is dropped for the operator's own relation.
    Requested,
}

/// A governing word that changes the claim under it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operator {
    /// The id.
    pub id: RuleId,
    /// Verbs in their base form.
    #[serde(default)]
    pub verbs: Vec<String>,
    /// Nouns: "refusal".
    #[serde(default)]
    pub nouns: Vec<String>,
    /// Adjectives: "unwilling", "due".
    #[serde(default)]
    pub adjectives: Vec<String>,
    /// The shape of what it governs.
    pub complement: Complement,
    /// What it makes of the claim.
    pub gives: Gives,
    /// The relation to the one addressed, for `Requested` and `Threatened`.
    #[serde(default)]
    pub relation: Option<RelationId>,
    /// Higher wins.
    #[serde(default)]
    pub priority: i32,
    /// Texts and what they must give.
    #[serde(default)]
    pub examples: Vec<Example>,
    /// Texts that must give nothing.
    #[serde(default)]
    pub rejects: Vec<String>,
}

/// What a class of words means to the grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum WordClass {
    /// Negates a verb group or an argument: "not", "never", "no".
    Negation,
    /// Looks like a negation and is none: "not only", "no doubt".
    NotNegation,
    /// Ends an earlier stance: "no longer".
    Formerly,
    /// Makes it possible: "possibly", "may".
    Possible,
    /// Makes it likely: "likely", "probably".
    Likely,
    /// Makes it planned: "will", "shall".
    Planned,
    /// Makes it conditional: "would".
    Conditional,
    /// Verbs of saying: "say", "tell", "announce".
    Speech,
    /// Nouns of saying: "statement", "claim".
    SpeechNoun,
    /// Verbs that lend their subject to the noun they govern: "voice", "hold", "pay".
    LightVerb,
    /// Verbs whose object's actor comes after "from": "draw", "face".
    ReverseLightVerb,
    /// Nouns that stand for what follows them: "development of", "issue of", "plan to build".
    Transparent,
    /// Verbs that, after a transparent noun or a stance, stand for their object: "develop", "deploy".
    TransparentVerb,
    /// Nouns for a state: "country", "nation", "side".
    StateNoun,
    /// Nouns for speakers without a name: "sources", "diplomats".
    UnnamedSpeaker,
    /// Words ending in a full stop that end no sentence: "Gen.".
    Abbreviation,
    /// Words that change a title: "former", "acting", "deputy".
    TitlePrefix,
    /// Adverbs that do not end in -ly: "often", "again".
    Adverb,
    /// Words that after a verb stand for what was said before: "suit" in "follow suit", "likewise".
    Ellipsis,
    /// Makes it what ought to be: "must", "should".
    Obligation,
    /// Verbs whose negation is one of what they report: "does not believe that".
    Opinion,
    /// Nouns that refer back to any issue: "the issue", "the matter".
    IssueNoun,
    /// Verbs whose object is what a meeting is about: "raised the issue during a visit".
    TopicVerb,
    /// Nouns under which a topic stands: "is on the agenda during a visit".
    TopicNoun,
    /// Nouns that count what follows them: "a number of", "parts of".
    Quantity,
    /// Verbs with two objects: "granted Japan permission".
    GivingVerb,
    /// Verbs that answer what another did, and so vouch for it: "rejected a Russian proposal".
    Response,
    /// Nouns of behaviour, which are theirs whom "of" leads: "the brutality of the regime", "a decision of the court".
    ConductNoun,
    /// Nouns for those who are against whom they belong to, and so do not stand for them: "critics".
    AdversaryNoun,
    /// Nouns of what is written or voted, beside those of saying: "resolution", "bill", "book". Who makes one says what it does.
    Document,
    /// Verbs whose subject makes the document they govern, beside the light ones: "pass", "draft".
    MakingVerb,
}

/// A class of English words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// What they mean to the grammar.
    pub class: WordClass,
    /// The words, in their base form.
    pub words: Vec<String>,
}

/// What else the forms of a verb may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum VerbsAlso {
    /// A noun: "visit", "plan".
    Noun,
    /// An adjective: "open", "clear".
    Adjective,
}

/// Common verbs of no relation; they bound clauses and name gaps.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verbs {
    /// What else their forms may be.
    #[serde(default)]
    pub also: Option<VerbsAlso>,
    /// The verbs in their base form.
    pub words: Vec<String>,
}

/// Irregular forms of verbs and nouns.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Irregulars {
    /// Base, past and participle; a verb with two pasts is listed twice.
    #[serde(default)]
    pub verbs: Vec<(String, String, String)>,
    /// Singular and plural.
    #[serde(default)]
    pub nouns: Vec<(String, String)>,
}

/// A named group of words; `{id}` stands for any one of them in the wordings of rules and in patterns.
///
/// Its words may hold alternatives as the wordings of rules do, but no group: so there are no circles, and one look at it
/// finds all its words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Synonyms {
    /// The id.
    pub id: String,
    /// The words, in their base form.
    pub words: Vec<String>,
}

/// Additions to the word lists of an item of an earlier layer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extend {
    /// The item to add to: an entity, title, rule or group of words.
    pub id: String,
    /// More aliases (or names of a title).
    #[serde(default)]
    pub aliases: Vec<String>,
    /// More demonyms.
    #[serde(default)]
    pub demonyms: Vec<String>,
    /// More seats.
    #[serde(default)]
    pub seats: Vec<String>,
    /// More heads of an issue.
    #[serde(default)]
    pub heads: Vec<String>,
    /// More terms of a ground.
    #[serde(default)]
    pub terms: Vec<String>,
    /// More offices of a person.
    #[serde(default)]
    pub offices: Vec<OfficeItem>,
    /// More verbs of a rule.
    #[serde(default)]
    pub verbs: Vec<String>,
    /// More nouns of a rule.
    #[serde(default)]
    pub nouns: Vec<String>,
    /// More adjectives of a rule.
    #[serde(default)]
    pub adjectives: Vec<String>,
    /// More words of a group.
    #[serde(default)]
    pub words: Vec<String>,
}

/// The names of the kinds of items, as [`Item`] has them.
pub(super) const KINDS: [&str; 15] = [
    "State",
    "Organisation",
    "Official",
    "Title",
    "Issue",
    "Ground",
    "Relation",
    "Frame",
    "Pattern",
    "Operator",
    "Words",
    "Verbs",
    "Irregulars",
    "Synonyms",
    "Extend",
];
