//! Wordings that stand for several, and groups of words.

use demarche::curation::{Layer, Loaded, load};
use proptest::prelude::*;

const RELATION: &str = r#"Relation(id: "r", kind: Act, label: "r")"#;

fn of(items: &[String]) -> Loaded {
    load(&[Layer::from_texts([("world.ron", format!("[{RELATION}, {}]", items.join(", ")).as_str())])])
}

fn frame(verbs: &[impl AsRef<str>]) -> String {
    let verbs: Vec<&str> = verbs.iter().map(AsRef::as_ref).collect();
    format!(
        r#"Frame(id: "f", relation: "r", verbs: {verbs:?}, subject: [Actor], object: [Actor], examples: [("", [])])"#
    )
}

fn group(id: &str, words: &[impl AsRef<str>]) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    format!("Synonyms(id: {id:?}, words: {words:?})")
}

fn verbs(loaded: &Loaded) -> Vec<String> {
    let messages: Vec<&String> = loaded.diagnostics.iter().map(|found| &found.message).collect();
    assert_eq!(messages, Vec::<&String>::new());
    loaded.world.rules.frames[0].verbs.clone()
}

/// What a wording stands for.
fn check(wording: &str, expected: &[&str]) {
    let groups = [group("guards", &["guard", "(royal|palace) sentry"]), group("one", &["lancer"])];
    let keeps_groups_used = frame(&[wording]).replace("verbs:", r#"nouns: ["{guards}", "{one}"], verbs:"#);
    let [guards, one] = groups;
    assert_eq!(verbs(&of(&[guards, one, keeps_groups_used])), expected, "{wording}");
}

#[test]
fn a_wording_stands_for_all_that_can_be_made_of_it() {
    check("oppose", &["oppose"]);
    check("(lift|ease) ban (on|against)", &["ease ban against", "ease ban on", "lift ban against", "lift ban on"]);
    check("come (out against|round to)", &["come out against", "come round to"]);
    check("pull (out|back)? of", &["pull back of", "pull of", "pull out of"]);
    check("pull out? of", &["pull of", "pull out of"]);
    check("(pull out)? leave", &["leave", "pull out leave"]);
    check("(lift|(ease|end) quickly) ban", &["ease quickly ban", "end quickly ban", "lift ban"]);
    check("send {guards} to", &["send guard to", "send palace sentry to", "send royal sentry to"]);
    check("send {one}? to", &["send lancer to", "send to"]);
    check(
        "send ({one}|{guards} and {one})",
        &["send guard and lancer", "send lancer", "send palace sentry and lancer", "send royal sentry and lancer"],
    );
    check("(a|a) b", &["a b"]);
    check("( a | b )c", &["a c", "b c"]);
    check("self-(made|styled)", &["self- made", "self- styled"]);
}

#[test]
fn words_without_brackets_stand_as_they_are() {
    check("say: \"no\", <then> go", &["say: \"no\", <then> go"]);
}

#[test]
fn the_order_of_wordings_leaves_no_trace() {
    let (one, two) = (of(&[frame(&["b", "a (c|d)", "b"])]), of(&[frame(&["a d", "a c", "b"])]));
    assert_eq!(verbs(&one), ["a c", "a d", "b"]);
    assert_eq!(one.world.fingerprint, two.world.fingerprint);
}

#[test]
fn a_group_in_a_pattern_is_its_words() {
    let pattern = |words: &str| {
        let ground = format!(r#"Ground(id: "g", name: "g", terms: ["send {words} away"])"#);
        of(&[group("guards", &["guard", "royal sentry"]), frame(&["{guards}"]), ground])
    };
    let (named, written) = (pattern("{guards}"), pattern("(guard|royal sentry)"));
    assert_eq!(named.world.ground_terms, written.world.ground_terms);
    assert_eq!(named.world.ground_terms.values().flatten().count(), 1);
}

#[test]
fn the_fingerprint_follows_the_words_of_a_group_in_a_pattern() {
    let with = |word: &str| {
        let pattern =
            r#"Pattern(id: "p", relation: "r", pattern: "<subject:Actor> {g} <object:Actor>", examples: [("", [])])"#;
        of(&[group("g", &[word]), pattern.to_owned()]).world.fingerprint
    };
    assert_ne!(with("guard"), with("sentry"));
}

/// The last message and how many there are.
fn last(items: &[String]) -> (String, usize) {
    let found = of(items).diagnostics;
    (found.last().map(|found| found.message.clone()).unwrap_or_default(), found.len())
}

#[test]
fn what_stands_for_too_much_is_an_error() {
    let many = |count: usize| (0..count).map(|number| format!("w{number}")).collect::<Vec<_>>();
    let check = |items: &[String], expected: &str, count: usize| {
        assert_eq!(last(items), (expected.to_owned(), count));
    };
    let wordings = "this stands for more than 4000 wordings";
    check(&[frame(&["(a|b) ".repeat(12)])], wordings, 1);
    check(&[frame(&["x".to_owned() + &"(a|b)?".repeat(5_000)])], wordings, 1);
    check(&[group("g", &many(4_001)), frame(&["{g}"])], wordings, 1);
    check(&[group("g", &many(4_000)), frame(&["{g}"])], "", 0);
    check(&[group("g", &many(2_001)), frame(&["({g}|{g})"])], wordings, 1);
    check(&[group("g", &["(a|b)".repeat(70)]), frame(&["{g} c"])], wordings, 1);
    check(&[frame(&["(".repeat(10_000)])], "brackets are nested too deeply", 1);
    // groups in many entries, long words in groups: what is held has a bound
    let most = "the rules together stand for more wordings than can be held";
    let found = last(&[group("g", &many(4_000)), frame(&vec!["{g} x"; 100_000])]);
    assert_eq!(found, (most.to_owned(), 1_001));
    let found = last(&[group("g", &["x".repeat(1_000_000)]), frame(&vec!["{g} x"; 100_000])]);
    assert_eq!(found, (most.to_owned(), 1_001));
    let found = last(&[frame(&vec![format!("(a|b) {}", "x".repeat(2_000)); 10_000])]);
    assert_eq!(found, (most.to_owned(), 1_001));
}

/// A part of a wording: alternatives that all may be missing, or none of which may.
fn part() -> impl Strategy<Value = (Vec<String>, &'static str)> {
    (prop::collection::vec("[a-z]{1,3}( [a-z]{1,3})?", 1..4), prop::sample::select(vec!["", "?"]))
}

proptest! {
    #[test]
    fn a_wording_its_expansion_and_its_groups_are_one(parts in prop::collection::vec(part(), 0..4)) {
        let bracketed: Vec<String> =
            parts.iter().map(|(words, mark)| format!("({}){mark}", words.join("|"))).collect();
        let named: Vec<String> = (0..parts.len()).map(|number| format!("{{g{number}}}{}", parts[number].1)).collect();
        let short = of(&[frame(&[format!("go {}", bracketed.join(" "))])]);
        let wordings = verbs(&short);
        let mut most = 1;
        for (words, mark) in &parts {
            most *= words.len() + mark.len();
        }
        prop_assert!(!wordings.is_empty() && wordings.len() <= most);
        let reversed: Vec<&String> = wordings.iter().rev().collect();
        prop_assert_eq!(&of(&[frame(&reversed)]).world.fingerprint, &short.world.fingerprint);
        let mut items: Vec<String> =
            parts.iter().enumerate().map(|(number, (words, _))| group(&format!("g{number}"), words)).collect();
        items.push(frame(&[format!("go {}", named.join(" "))]));
        prop_assert_eq!(&of(&items).world.fingerprint, &short.world.fingerprint);
    }

    #[test]
    fn any_wording_is_read_or_told_of(text in "[ab ()|?{}<>\".,é]{0,24}") {
        let loaded = of(&[group("a", &["x"]), frame(&[text.as_str(), "{a}"])]);
        let told = loaded.diagnostics.len();
        prop_assert!(told <= 1);
let wordings = loaded.world.rules.frames[0].verbs.len();
        let same = ["{a}", "x", "(x)", "({a})"].contains(&text.trim());
        prop_assert!(wordings + told >= 2 || same, "{}", text);
    }
}
