//! Questions: English to the formal form, the formal form to itself, and what is wrong.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

use demarche::language::{
    Atom, Find, Lexicon, Mood, Parts, Period, Question, Term, Variable, VariableKind, Voice, Wording,
};
use demarche::model::{EntityId, Modality, PartialDate, RelationId};
use proptest::prelude::*;

/// A few names, some of several words.
struct Words;

const NAMES: [(&str, &str); 9] = [
    ("alba", "alba"),
    ("port alba", "alba"),
    ("boru", "boru"),
    ("trin and tob", "trin-tob"),
    ("trin-tob", "trin-tob"),
    ("the great dam", "great-dam"),
    ("great-dam", "great-dam"),
    ("dam", "great-dam"),
    ("dam", "small-dam"),
];

impl Lexicon for Words {
    fn entities(&self, words: &str) -> Vec<EntityId> {
        NAMES.iter().filter(|(name, _)| *name == words.to_lowercase()).map(|(_, id)| EntityId::from(*id)).collect()
    }

    fn relation(&self, words: &str) -> Option<(RelationId, Voice)> {
        match words {
            "oppose" | "opposes" => Some(("opposes".into(), Voice::Active)),
            "opposed by" | "is opposed by" => Some(("opposes".into(), Voice::Passive)),
            "consult with" | "consults-with" => Some(("consults-with".into(), Voice::Active)),
            _ => None,
        }
    }

    fn suggest(&self, words: &str, wanted: Wording) -> Vec<String> {
        match (words, wanted) {
            ("allba", Wording::Name) => vec!["alba".to_owned(), "boru".to_owned()],
            _ => Vec::new(),
        }
    }
}

fn check(text: &str, expected: &str) {
    match Question::parse(text, &Words) {
        Ok(question) => assert_eq!(question.to_string(), expected),
        Err(error) => panic!("{error}"),
    }
}

fn wrong(text: &str, expected: &str) {
    match Question::parse(text, &Words) {
        Ok(question) => panic!("no error: {question}"),
        Err(error) => assert_eq!(error.to_string(), expected),
    }
}

#[test]
fn english_becomes_formal() {
    check("who opposes the great dam?", "?who opposes great-dam");
    check("Who oppose great-dam", "?who opposes great-dam");
    check("who does Port Alba oppose?", "alba opposes ?who");
    check("what did alba ever oppose ?", "alba opposes ?what");
    check("whom does alba consult with about the great dam?", "alba consults-with ?who about great-dam");
    check("what does alba oppose since 1999 until 1999-spring", "alba opposes ?what since 1999 until 1999-spring");
    check("what is opposed by alba", "alba opposes ?what");
    check("is the great dam opposed by alba?", "alba opposes great-dam");
    check("which states oppose the great dam", "?which:state opposes great-dam");
    check("which countries does alba oppose", "alba opposes ?which:state");
    check("why does alba oppose the great dam", "alba opposes great-dam because ?why");
    check(
        "why does alba oppose boru about great-dam+ since 1999",
        "alba opposes boru about great-dam+ because ?why since 1999",
    );
    check("where does alba stand on the great dam?", "alba ?stance great-dam");
    check("did alba ever oppose the great dam?", "alba opposes great-dam");
    check("does trin and tob oppose alba", "trin-tob opposes alba");
    check("does alba not oppose boru", "alba not opposes boru");
    check("who said that alba opposes boru since 1999?", "alba opposes boru said by ?who since 1999");
}

#[test]
fn lists_make_an_atom_for_each() {
    check("do alba and boru oppose the great dam?", "alba opposes great-dam and boru opposes great-dam");
    check("who opposes alba and boru", "?who opposes alba and ?who opposes boru");
    check("who opposes alba and not opposes boru", "?who opposes alba and ?who not opposes boru");
    check(
        "who opposes alba and consults-with boru since 1999",
        "?who opposes alba and ?who consults-with boru since 1999",
    );
    check(
        "who consults-with alba and boru about great-dam",
        "?who consults-with alba about great-dam and ?who consults-with boru about great-dam",
    );
    check("alba opposes ?x and boru opposes ?x", "alba opposes ?x and boru opposes ?x");
    check("what do alba and boru oppose", "alba opposes ?what and boru opposes ?what");
    check("is alba opposed by boru and trin and tob", "boru opposes alba and trin-tob opposes alba");
}

#[test]
fn formal_questions_stay() {
    for text in [
        "?a:state opposes great-dam and ?a consults-with boru since 1999-01",
        "?who not opposes great-dam+ about boru because ?why:ground, planned",
        "trin-tob opposes ?x and boru opposes ?x",
        "alba ?stance great-dam until 1999-03-12",
    ] {
        check(text, text);
    }
}

#[test]
fn errors_point_at_the_place() {
    wrong("who opposes", "expected a name or a variable at the end\n  | who opposes\n  |            ^");
    wrong(
        "who opposes allba",
        "unknown name `allba`; did you mean `alba` or `boru`?\n  | who opposes allba\n  |             ^^^^^",
    );
    wrong("New Zembla opposes alba", "unknown name `New Zembla`\n  | New Zembla opposes alba\n  | ^^^^^^^^^^");
    wrong("alba is fond of boru", "unknown relation `is fond of`\n  | alba is fond of boru\n  |      ^^^^^^^^^^");
    wrong(
        "who opposes dam",
        "`dam` may be `great-dam` or `small-dam`; write the id\n  | who opposes dam\n  |             ^^^",
    );
    wrong("alba ?verb boru", "expected a relation, found `?verb`\n  | alba ?verb boru\n  |      ^^^^^");
    wrong(
        "?a ?stance boru",
        "expected the names of an actor and an issue, found `boru`\n  | ?a ?stance boru\n  |            ^^^^",
    );
    wrong(
        "who opposes alba, or",
        "expected a modality after the comma, found `or`\n  | who opposes alba, or\n  |                   ^^",
    );
    wrong(
        "who opposes alba since 1 until 2",
        "`1` is not a date: write 1999-03-12, 1999-03, 1999-spring or 1999\n  | who opposes alba since 1 until 2\n  |                        ^",
    );
    wrong(
        "who opposes alba since 1999 since 2000",
        "a second date of the kind\n  | who opposes alba since 1999 since 2000\n  |                             ^^^^^",
    );
    wrong("? opposes alba", "expected a variable such as `?a`, found `?`\n  | ? opposes alba\n  | ^");
    wrong("\"alba", "the quotation does not end\n  | \"alba\n  | ^^^^^");
}

#[test]
fn hostile_questions_end_quickly() {
    let variables = |count: usize| {
        let atoms: Vec<String> = (0..count).map(|at| format!("?v{at} opposes ?w{at}")).collect();
        Question::parse(&atoms.join(" and "), &Words).unwrap_err().message()
    };
    assert_eq!(variables(7), "the question has more than 12 variables");
    assert_eq!(variables(40), "the question has more than 12 variables");
    let atoms = vec!["alba opposes boru"; 50].join(" and ");
    assert_eq!(Question::parse(&atoms, &Words).unwrap_err().message(), "the question has more than 12 atoms");
    let long = "x ".repeat(5_000);
    let error = Question::parse(&long, &Words).unwrap_err();
    assert_eq!(error.message(), "the question is longer than 2000 bytes");
    assert!(error.to_string().len() < 400);
    assert!(Question::parse(&"é".repeat(1_200), &Words).unwrap_err().to_string().chars().count() < 400);
    assert!(Question::parse(&"é".repeat(900), &Words).unwrap_err().to_string().chars().count() < 400);
}

fn term() -> impl Strategy<Value = Term> {
    let id = prop_oneof![Just("alba"), Just("boru"), Just("great-dam"), Just("trin-tob")];
    let parts = prop_oneof![Just(Parts::With), Just(Parts::Without)];
    prop_oneof![
        (id, parts).prop_map(|(id, parts)| Term::Entity { id: id.into(), parts }),
        proptest::sample::select(vec![("a", None), ("b", Some(VariableKind::State)), ("who", None), ("c-d", None)])
            .prop_map(|(name, kind)| Term::Variable(Variable { name: name.to_owned(), kind })),
    ]
}

fn atom() -> impl Strategy<Value = Atom> {
    let mood = prop_oneof![Just(Mood::Asserted), Just(Mood::Not)];
    let relation = prop_oneof![Just("opposes"), Just("consults-with")];
    let clauses = (proptest::option::of(term()), proptest::option::of(term()), proptest::option::of(term()));
    (term(), mood, relation, term(), clauses).prop_map(
        |(subject, mood, relation, object, (about, because, said_by))| Atom {
            subject,
            mood,
            relation: relation.into(),
            object,
            about,
            because,
            said_by,
        },
    )
}

fn find() -> impl Strategy<Value = Question> {
    let date = prop_oneof![Just(None), Just(Some(PartialDate::Year(1999))), Just(Some(PartialDate::Month(2000, 2)))];
    let modality = proptest::sample::select(&Modality::ALL[..]);
    let atoms = proptest::collection::vec(atom(), 1..5);
    (atoms, date.clone(), date, modality).prop_map(|(atoms, since, until, modality)| {
        Question::Find(Find { atoms, modality, period: Period { since, until } })
    })
}

proptest! {
    #[test]
    fn what_prints_reads_back(question in find()) {
        let text = question.to_string();
        prop_assert_eq!(Question::parse(&text, &Words).map_err(|error| error.to_string()), Ok(question));
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC*|(who|does|alba|oppose|and|not|about|why|where|stand on|[ ?,+\"a:])* *") {
        if let Err(error) = Question::parse(&text, &Words) {
            let _ = error.to_string();
        }
    }
}
