//! The claim language: what is read, how it prints, what is wrong and where.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails panics")]

#[path = "common/claim.rs"]
mod plain;

use demarche::language::{ClaimPattern, Symmetry};
use demarche::model::{
    Claim, Date, EntityId, GroundUse, Modality, PartialDate, Polarity, Precision, RelationId, Season, Span, Speaker,
    When, WhenKind,
};
use plain::claim;
use proptest::prelude::*;

/// A claim reads and prints as itself.
fn same(text: &str) {
    check(text, text);
}

fn check(text: &str, expected: &str) {
    match ClaimPattern::parse(text) {
        Ok(claim) => assert_eq!(claim.to_string(), expected),
        Err(error) => panic!("{error}"),
    }
}

fn wrong(text: &str, expected: &str) {
    match ClaimPattern::parse(text) {
        Ok(claim) => panic!("no error: {claim}"),
        Err(error) => assert_eq!(error.to_string(), expected),
    }
}

#[test]
fn claims_print_as_they_read() {
    same("china opposes tmd because taiwan-coverage");
    same("china opposes tmd because taiwan-coverage and arms-race");
    same("japan not opposes tmd");
    same("japan denied supplies russia about tmd");
    same(
        "igor-sergeev visits india about tmd, planned, at 1999-spring, said by \"Russian government sources\" of russia",
    );
    same("russia requests japan about tmd asks \"terminate development\", possible");
    same("S visits T, formerly, since 1999, said by russia/defence-minister and \"aides\" and a.b_c");
    same("a r b, by 1999-03-12");
    same("a r b, through 1999-winter");
    same("a r b, at 1999-03-03..1999-03-05");
    same("a r b, until 1999-03..1999-05");
    same("a r b, at ..1999");
    same("not not not not about about because because and and");
    same("a r b asks \"say \\\"no\\\"\\nback\\\\ \\u{1b}[0m\"");
}

#[test]
fn order_and_space_are_free() {
    check("  a r b because g , said  by x,possible,at 1999 ", "a r b because g, possible, at 1999, said by x");
    check("a r b because g about c", "a r b about c because g");
    check("a r b, actual", "a r b");
}

#[test]
fn a_range_whose_ends_make_one_date_is_that_date() {
    check("a r b, at 1999-03..1999-03", "a r b, at 1999-03");
    check("a r b, by ..1999-03", "a r b, by 1999-03");
}

#[test]
fn errors_point_at_the_place() {
    wrong("", "expected a subject at the end\n  | \n  | ^");
    wrong("china", "expected a relation at the end\n  | china\n  |      ^");
    wrong("china not", "expected a relation at the end\n  | china not\n  |          ^");
    wrong("china, opposes tmd", "expected a relation, found `,`\n  | china, opposes tmd\n  |      ^");
    wrong("china opposes tmd; x", "`;` cannot stand in an id\n  | china opposes tmd; x\n  |                  ^");
    wrong(
        "china opposes tmd now",
        "expected a comma or the end, found `now`\n  | china opposes tmd now\n  |                   ^^^",
    );
    wrong("a r b about c about d", "a second `about`\n  | a r b about c about d\n  |               ^^^^^");
    wrong("a r b, planed", "`planed` is no qualifier; did you mean `planned`?\n  | a r b, planed\n  |        ^^^^^^");
    wrong("a r b, zebra", "`zebra` is no qualifier\n  | a r b, zebra\n  |        ^^^^^");
    wrong("a r b, planned, likely", "a second modality\n  | a r b, planned, likely\n  |                 ^^^^^^");
    wrong(
        "a r b, at 1999-13",
        "`1999-13` is not a date: write 1999-03-12, 1999-03, 1999-spring or 1999\n  | a r b, at 1999-13\n  |           ^^^^^^^",
    );
    wrong("a r b, said x", "expected `by` after `said`, found `x`\n  | a r b, said x\n  |             ^");
    wrong("a r b asks c", "expected a quotation after `asks`, found `c`\n  | a r b asks c\n  |            ^");
    wrong("a r b asks \"c", "the quotation does not end\n  | a r b asks \"c\n  |            ^^");
    wrong(
        "a r b asks \"\\q\"",
        "a backslash stands only before `\"`, `\\`, `n`, `r`, `t` and `u{..}`\n  | a r b asks \"\\q\"\n  |             ^^",
    );
    wrong("a r b,", "expected a qualifier after the comma at the end\n  | a r b,\n  |       ^");
}

#[test]
fn only_the_line_of_the_error_is_shown_and_not_all_of_a_long_one() {
    wrong("a r\nb asks c\nd", "expected a quotation after `asks`, found `c`\n  | b asks c\n  |        ^");
    let long = format!("a r b about {} about d", "x".repeat(100));
    let shown = "x".repeat(59);
    let pad = " ".repeat(60);
    wrong(&long, &format!("a second `about`\n  | {shown} about d\n  | {pad}^^^^^"));
}

fn matches(pattern: &str, claim: &Claim, symmetry: Symmetry) -> bool {
    ClaimPattern::parse(pattern).unwrap().matches(claim, symmetry)
}

#[test]
fn the_full_form_of_a_claim_states_everything() {
    let mut full = claim("a", "r", "b");
    full.about = Some(EntityId::from("i"));
    full.asks = Some("stop".to_owned());
    full.polarity = Polarity::Denied;
    full.modality = Modality::Possible;
    full.formerly = true;
    full.when = Some(When::new(WhenKind::At, PartialDate::Season(1999, Season::Spring)));
    full.speakers = vec![Speaker::Actor { actor: EntityId::from("s") }];
    let ground =
        |id: &str| GroundUse { id: EntityId::from(id), sentence: 1, span: Span::default(), modality: Modality::Actual };
    full.grounds = vec![ground("g"), ground("h")];
    let text = "a denied r b about i asks \"stop\" because g and h, possible, formerly, at 1999-spring, said by s";
    assert_eq!(ClaimPattern::of(&full).to_string(), text);
    assert!(matches(text, &full, Symmetry::Directed));
    assert!(matches("a denied r b about i because h and g, possible", &full, Symmetry::Directed));
    assert!(matches("a denied r b about i, possible", &full, Symmetry::Directed));
    for other in [
        "a r b about i, possible",
        "a denied r b, possible",
        "a denied r b about i",
        "a denied r b about i because g, possible",
        "a denied r b about i asks \"go\", possible",
        "a denied r b about i, possible, at 1999",
        "a denied r b about i, possible, said by t",
    ] {
        assert!(!matches(other, &full, Symmetry::Directed), "{other}");
    }
}

#[test]
fn a_symmetric_relation_matches_from_either_end() {
    assert!(matches("a r b", &claim("a", "r", "b"), Symmetry::Directed));
    assert!(!matches("b r a", &claim("a", "r", "b"), Symmetry::Directed));
    assert!(matches("b r a", &claim("a", "r", "b"), Symmetry::Symmetric));
    assert!(!matches("b r a, formerly", &claim("a", "r", "b"), Symmetry::Symmetric));
}

fn id() -> impl Strategy<Value = String> {
    "[a-zA-Z0-9/._-]{1,12}"
}

fn entity() -> impl Strategy<Value = EntityId> {
    id().prop_map(EntityId::new)
}

fn relation() -> impl Strategy<Value = RelationId> {
    id().prop_filter("a polarity", |id| id != "not" && id != "denied").prop_map(RelationId::new)
}

fn day() -> impl Strategy<Value = Date> {
    (1i16..9998, 1i8..13, 1i8..29).prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

fn partial_date() -> impl Strategy<Value = PartialDate> {
    let seasons = prop_oneof![Just(Season::Spring), Just(Season::Summer), Just(Season::Autumn), Just(Season::Winter)];
    prop_oneof![
        day().prop_map(PartialDate::Day),
        (1i16..9998, 1i8..13).prop_map(|(year, month)| PartialDate::Month(year, month)),
        (1i16..9998, seasons).prop_map(|(year, season)| PartialDate::Season(year, season)),
        (1i16..9998).prop_map(PartialDate::Year),
    ]
}

fn kind() -> impl Strategy<Value = WhenKind> {
    prop_oneof![
        Just(WhenKind::At),
        Just(WhenKind::Since),
        Just(WhenKind::Until),
        Just(WhenKind::By),
        Just(WhenKind::Through)
    ]
}

fn when() -> impl Strategy<Value = When> {
    prop_oneof![
        (kind(), partial_date()).prop_map(|(kind, date)| When::new(kind, date)),
        (kind(), day(), day()).prop_map(|(kind, first, last)| When {
            kind,
            earliest: Some(first),
            latest: Some(last),
            precision: Precision::Day
        }),
        (kind(), day()).prop_map(|(kind, day)| When {
            kind,
            earliest: Some(day),
            latest: None,
            precision: Precision::Day
        }),
    ]
}

fn speaker() -> impl Strategy<Value = Speaker> {
    prop_oneof![
        entity().prop_map(|actor| Speaker::Actor { actor }),
        (any::<String>(), proptest::option::of(entity())).prop_map(|(unnamed, of)| Speaker::Unnamed { unnamed, of }),
    ]
}

fn pattern() -> impl Strategy<Value = ClaimPattern> {
    let polarity = prop_oneof![Just(Polarity::Asserted), Just(Polarity::Negated), Just(Polarity::Denied)];
    let core = (entity(), polarity, relation(), entity());
    let clauses = (
        proptest::option::of(entity()),
        proptest::option::of(any::<String>()),
        proptest::collection::vec(entity(), 0..3),
    );
    let qualifiers = (
        proptest::sample::select(&Modality::ALL[..]),
        any::<bool>(),
        proptest::option::of(when()),
        proptest::collection::vec(speaker(), 0..3),
    );
    (core, clauses, qualifiers).prop_map(
        |((subject, polarity, relation, object), (about, asks, grounds), (modality, formerly, when, speakers))| {
            ClaimPattern {
                subject,
                polarity,
                relation,
                object,
                about,
                asks,
                grounds,
                modality,
                formerly,
                when,
                speakers,
            }
        },
    )
}

proptest! {
    #[test]
    fn what_prints_reads_back(claim in pattern()) {
        let text = claim.to_string();
        prop_assert_eq!(ClaimPattern::parse(&text).map_err(|error| error.to_string()), Ok(claim));
    }

    #[test]
    fn printed_claims_stand_on_one_line(claim in pattern()) {
        prop_assert!(!claim.to_string().contains(char::is_control));
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC*|[a-c,\" \\\\]{0,40}|[ar ,]*(because|about|said by|at)[b ,\"]*") {
        if let Err(error) = ClaimPattern::parse(&text) {
            let _ = error.to_string();
        }
    }
}
