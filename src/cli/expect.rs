//! What is missing for an expected claim, for people.

use super::style::{Paint, Style, clean};
use crate::audit::{Difference, Expectation, Finding};

/// How many of the wordings that rules look for are shown.
const WORDINGS: usize = 12;

/// What there is of an expected claim.
pub fn text(expectation: &Expectation, style: Style) -> String {
    let verdict = if expectation.found { "found" } else { "not found" };
    let head = format!("expected: {}: {verdict}", clean(&expectation.claim));
    let mut lines = vec![style.paint(if expectation.found { Paint::Heading } else { Paint::Warning }, &head)];
    lines.extend(expectation.findings.iter().map(|finding| format!("  {}", clean(&wording(finding)))));
    lines.join("\n") + "\n"
}

fn wording(finding: &Finding) -> String {
    match finding {
        Finding::Found { sentence, rule } => format!("found in sentence {sentence} by the rule `{rule}`"),
        Finding::UnknownEntity { role, id, nearest } => {
            let help = nearest.as_ref().map(|nearest| format!("; did you mean `{nearest}`?")).unwrap_or_default();
            format!("the {} `{id}` is not in the data{help}", role.name())
        }
        Finding::UnknownRelation { id } => format!("the relation `{id}` is not in the data"),
        Finding::Differs { sentence, claim, differences } => {
            let differences: Vec<String> = differences.iter().map(difference).collect();
            format!("sentence {sentence} gives `{claim}`: found with {}", differences.join("; "))
        }
        Finding::HeldBack { sentence, rule, trigger, fate } => {
            format!("a candidate of the rule `{rule}` on \"{trigger}\" in sentence {sentence}: {fate}")
        }
        Finding::NotMentioned { role, id } => format!("the {} `{id}` is not mentioned", role.name()),
        Finding::Apart { subject, object } => format!(
            "no sentence names both: the subject is named in {}, the object in {}",
            sentences(subject),
            sentences(object)
        ),
        Finding::NoWord { sentence, subject, object, relation, wordings } => format!(
            "sentence {sentence} names \"{subject}\" and \"{object}\", but no rule with relation `{relation}` has a \
             word in it: {}",
            looked_for(wordings)
        ),
        Finding::NotJoined { sentence, subject, object, word, rule } => format!(
            "sentence {sentence} names \"{subject}\" and \"{object}\" and has \"{word}\" of the rule `{rule}`, but \
             grammar does not join the three: see the clauses"
        ),
    }
}

fn difference(difference: &Difference) -> String {
    format!("{} {}, not {}", difference.part, difference.got, difference.expected)
}

fn sentences(numbers: &[usize]) -> String {
    let shown: Vec<String> = numbers.iter().map(usize::to_string).collect();
    if numbers.len() == 1 { format!("sentence {}", shown.join("")) } else { format!("sentences {}", shown.join(", ")) }
}

fn looked_for(wordings: &[String]) -> String {
    if wordings.is_empty() {
        return "it has no rules".to_owned();
    }
    let shown: Vec<String> = wordings.iter().take(WORDINGS).map(|wording| format!("\"{wording}\"")).collect();
    let more = wordings.len().saturating_sub(WORDINGS);
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    format!("they look for {}{more}", shown.join(", "))
}
