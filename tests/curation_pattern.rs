//! The pattern language.

use demarche::curation::Argument;
use demarche::curation::pattern::{Node, Role, Sequence};
use demarche::model::EntityId;
use proptest::prelude::*;

/// Parses and prints; an error is shown under the pattern.
fn check(pattern: &str, expected: &str) {
    let found = match pattern.parse::<Sequence>() {
        Ok(sequence) => sequence.to_string(),
        Err(error) => {
            let before = pattern[..error.span.start].chars().count();
            let width = pattern[error.span.start..error.span.end].chars().count().max(1);
            format!("{pattern}\n{}{} {error}", " ".repeat(before), "^".repeat(width))
        }
    };
    assert_eq!(found, expected, "\n{found}");
}

#[test]
fn patterns_print_as_they_were_written() {
    for pattern in [
        "talk",
        "\"talks with\" <ruritania>",
        "(talk|long negotiation) between <subject:Actor> and <object:Actor|Issue> (..3 (on|about|over) <about:Issue>)?",
        "<subject:State|Organisation|Official>? vice-president's <ruritania/chancellor>?",
        "(a) (a b)? (a|b)?",
        "U.S. ..8 b",
        "(<subject:Actor> hit <object:Actor>|<object:Actor> is hit by <subject:Actor>)",
    ] {
        check(pattern, pattern);
    }
}

#[test]
fn space_is_free() {
    check("  a   ( b |c )?..2 d ", "a (b|c)? ..2 d");
    check("a..2 b", "a ..2 b");
    check("(a)? b", "a? b");
}

#[test]
fn the_tree() {
    let word = |word: &str| Node::Word(word.to_owned());
    let expected = Sequence(vec![
        Node::Capture { role: Role::Subject, arguments: vec![Argument::Actor] },
        Node::Optional(Sequence(vec![word("deeply")])),
        Node::Alternatives(vec![Sequence(vec![word("resent")]), Sequence(vec![word("look"), word("down")])]),
        Node::Gap(2),
        Node::Optional(Sequence(vec![word("on"), Node::Literal("the king".to_owned())])),
        Node::Entity(EntityId::from("ruritania")),
    ]);
    let parsed: Sequence =
        "<subject:Actor> deeply? (resent|look down) ..2 (on \"the king\")? <ruritania>".parse().unwrap();
    assert_eq!(parsed, expected);
}

#[test]
fn what_cannot_mean_anything() {
    check("", "\n^ the pattern is empty");
    check("a (b|)", "a (b|)\n    ^^ an alternative is empty");
    check("a (|b)", "a (|b)\n  ^^ an alternative is empty");
    check("a ()", "a ()\n  ^^ an alternative is empty");
    check("a?? b", "a?? b\n  ^ `?` after what is optional already");
    check("(a? b?)? c", "(a? b?)? c\n       ^ `?` after what is optional already");
    check("a ..3? b", "a ..3? b\n     ^ `?` after what is optional already");
    check("a ? b", "a ? b\n  ^ `?` with nothing before it");
    check("? b", "? b\n^ `?` with nothing before it");
    check("..3 a", "..3 a\n^^^ a gap at an end of the pattern");
    check("a ..3", "a ..3\n  ^^^ a gap at an end of the pattern");
    check("a (b ..2|c)", "a (b ..2|c)\n     ^^^ a gap at an end of the pattern");
    check("(..2 b)? a", "(..2 b)? a\n ^^^ a gap at an end of the pattern");
    check("a ..3 ..2 b", "a ..3 ..2 b\n      ^^^ two gaps in a row");
    check("a .. b", "a .. b\n  ^^ `..` without a number from 1 to 8");
    check("a ..0 b", "a ..0 b\n  ^^^ `..` without a number from 1 to 8");
    check("a ..9 b", "a ..9 b\n  ^^^ `..` without a number from 1 to 8");
    check("a ..999 b", "a ..999 b\n  ^^^^^ `..` without a number from 1 to 8");
    check("(a|b", "(a|b\n^ `(` is never closed");
    check("a) b", "a) b\n ^ `)` closes nothing");
    check("a | b", "a | b\n  ^ `|` outside brackets");
    check("a \"b c", "a \"b c\n  ^ `\"` is never closed");
    check("a \" \" b", "a \" \" b\n  ^^^ the quotes hold no word");
    check("a <b c", "a <b c\n  ^ `<` is never closed");
    check("a <b", "a <b\n  ^ `<` is never closed");
    check("a <>", "a <>\n  ^^ `<>` without an id");
    check("a > b", "a > b\n  ^ `>` means nothing here");
    check("a* b", "a* b\n ^ `*` means nothing here");
    check("a, b", "a, b\n ^ `,` means nothing here");
    check("é + b", "é + b\n  ^ `+` means nothing here");
    check("a - b", "a - b\n  ^ `-` means nothing here");
    check("<subject>", "<subject>\n ^^^^^^^ the capture `subject` does not say what it may be");
    check("<subject:>", "<subject:>\n         ^ the capture `subject` does not say what it may be");
    check("<subjet:Actor>", "<subjet:Actor>\n ^^^^^^ `subjet` is no role");
    check("<subject:Actr>", "<subject:Actr>\n         ^^^^ `Actr` is no kind");
    check("<object:Issue|Issue>", "<object:Issue|Issue>\n              ^^^^^ the kind `Issue` is named twice");
    check("<object:Issue", "<object:Issue\n^ `<` is never closed");
    check(
        "<subject:Actor> hit <subject:Actor>",
        "<subject:Actor> hit <subject:Actor>\n                    ^^^^^^^^^^^^^^^ `subject` is captured twice",
    );
    check(
        "<subject:Actor> (a|hit <subject:State>)",
        "<subject:Actor> (a|hit <subject:State>)\n                ^^^^^^^^^^^^^^^^^^^^^^^ `subject` is captured twice",
    );
}

#[test]
fn brackets_are_nested_sixteen_deep_at_most() {
    let nested = |depth: usize| format!("{}a{}", "(".repeat(depth), ")".repeat(depth));
    check(&nested(16), &nested(16));
    assert_eq!(nested(17).parse::<Sequence>().unwrap_err().to_string(), "brackets are nested too deeply");
    assert!("(".repeat(1_000_000).parse::<Sequence>().is_err());
}

#[test]
fn help_names_the_nearest_role_and_kind() {
    let help = |pattern: &str| pattern.parse::<Sequence>().unwrap_err().fault.help();
    assert_eq!(help("<subjet:Actor>").as_deref(), Some("did you mean `subject`?"));
    assert_eq!(help("<subject:actor>").as_deref(), Some("did you mean `Actor`?"));
    assert_eq!(help("<zzzzz:Actor>").as_deref(), Some("the roles are subject, object, about"));
}

/// A node that is no gap and captures nothing.
fn plain_node() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        "[a-z][a-z'-]{0,6}[a-z]".prop_map(Node::Word),
        "[a-z]{1,4} [a-z.,!?|()<>]{1,4}".prop_map(Node::Literal),
        "[a-z]{2,6}(-[a-z]{1,4})?(/[a-z]{1,4})?"
            .prop_filter("a role is no id", |id| Role::ALL.iter().all(|role| role.name() != id))
            .prop_map(|id| Node::Entity(EntityId::new(id))),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let sequence = prop::collection::vec(inner, 1..4).prop_map(Sequence);
        prop_oneof![
            prop::collection::vec(sequence.clone(), 1..4).prop_map(Node::Alternatives),
            sequence
                .prop_filter("what may be empty is optional already", |sequence| !sequence.may_be_empty())
                .prop_map(Node::Optional),
        ]
    })
}

fn pattern() -> impl Strategy<Value = Sequence> {
    let captures = prop::sample::subsequence(Argument::ALL.to_vec(), 1..4);
    (plain_node(), captures, 1_u8..=8, plain_node(), prop::collection::vec(plain_node(), 0..3)).prop_map(
        |(first, arguments, gap, last, more)| {
            let capture = Node::Capture { role: Role::Subject, arguments };
            let mut nodes = vec![first, capture, Node::Gap(gap), last];
            nodes.extend(more);
            Sequence(nodes)
        },
    )
}

proptest! {
    #[test]
    fn what_is_printed_parses_as_the_same(sequence in pattern()) {
        let text = sequence.to_string();
        prop_assert_eq!(text.parse::<Sequence>(), Ok(sequence), "{}", text);
    }

    #[test]
    fn any_text_gives_a_pattern_or_an_error_inside_it(text in "[a-c<>()|?.\"3: ésubjectActor]{0,30}") {
        match text.parse::<Sequence>() {
            Ok(sequence) => prop_assert_eq!(sequence.to_string().parse::<Sequence>(), Ok(sequence)),
            Err(error) => prop_assert!(text.get(error.span.start..error.span.end).is_some(), "{:?}", error),
        }
    }
}
