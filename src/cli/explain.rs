//! What each stage made of a text, for people.

use super::style::{Paint, Style, clean};
use crate::language::ClaimPattern;
use crate::reading::{ExplainedClause, ExplainedMention, ExplainedSentence, Explanation};

/// The explanation of a text, sentence by sentence.
pub fn text(explanation: &Explanation, style: Style) -> String {
    if explanation.sentences.is_empty() {
        return "no name here is known to the data, so nothing was parsed\n".to_owned();
    }
    let mut lines = Vec::new();
    for sentence in &explanation.sentences {
        lines.extend(of_sentence(sentence, style));
        lines.push(String::new());
    }
    let gaps = explanation.gaps.iter().map(|gap| format!("gap in sentence {}: {:?}", gap.sentence, gap.kind));
    lines.extend(gaps);
    lines.join("\n").trim_end().to_owned() + "\n"
}

fn of_sentence(sentence: &ExplainedSentence, style: Style) -> Vec<String> {
    let mut lines = vec![style.paint(Paint::Heading, &format!("{}. {}", sentence.number, clean(&sentence.text)))];
    section(&mut lines, style, "mentions", sentence.mentions.iter().map(mention));
    section(
        &mut lines,
        style,
        "dates",
        sentence.dates.iter().map(|(text, date)| {
            let date = date.map_or("not known without the article's date".to_owned(), |date| date.to_string());
            format!("{} = {date}", clean(text))
        }),
    );
    section(&mut lines, style, "clauses", sentence.clauses.iter().map(clause));
    section(
        &mut lines,
        style,
        "candidates",
        sentence.candidates.iter().map(|candidate| {
            let what = format!(
                "{}, rule {} on \"{}\"",
                clean(&candidate.claim),
                clean(&candidate.rule),
                clean(&candidate.trigger)
            );
            format!("{what}\n      {}", clean(&candidate.fate))
        }),
    );
    let references = sentence.references.iter();
    let references = references.map(|(words, named)| format!("\"{}\" taken for \"{}\"", clean(words), clean(named)));
    section(&mut lines, style, "references", references);
    let claims = sentence.claims.iter().map(|claim| {
        let claim_text = clean(&ClaimPattern::of(claim).to_string());
        let mut cues: Vec<String> = Vec::new();
        for cue in &claim.evidence.cues {
            let words = format!("\"{}\"", clean(&claim.evidence.words(cue.span)));
            // one word may both negate and govern
            if !cues.contains(&words) {
                cues.push(words);
            }
        }
        if cues.is_empty() { claim_text } else { format!("{claim_text}\n      qualified by {}", cues.join(", ")) }
    });
    section(&mut lines, style, "claims", claims);
    if sentence.claims.is_empty() {
        lines.push("  no claim".to_owned());
    }
    lines
}

fn section(lines: &mut Vec<String>, style: Style, title: &str, rows: impl Iterator<Item = String>) {
    let rows: Vec<String> = rows.map(|row| format!("    {row}")).collect();
    if !rows.is_empty() {
        lines.push(format!("  {}", style.paint(Paint::Remark, title)));
        lines.extend(rows);
    }
}

fn mention(mention: &ExplainedMention) -> String {
    let means: Vec<String> = mention.means.iter().map(|id| clean(id.as_str())).collect();
    let means = if means.is_empty() { "not known whose or which".to_owned() } else { means.join(", ") };
    format!("{} ({}) = {means}", clean(&mention.text), mention.by)
}

fn clause(clause: &ExplainedClause) -> String {
    let mut text = format!("[{}] {}", clean(clause.subject.as_deref().unwrap_or("?")), clean(&clause.verb));
    for object in &clause.objects {
        text.push_str(&format!(" [{}]", clean(object)));
    }
    for adjunct in &clause.adjuncts {
        text.push_str(&format!(" ({})", clean(adjunct)));
    }
    let passive = if clause.passive { ", passive" } else { "" };
    let under = clause.under.as_ref().map(|verb| format!(", under \"{}\"", clean(verb))).unwrap_or_default();
    format!("{text}   {}{passive}{under}", clause.kind)
}
