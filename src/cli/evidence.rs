//! A claim with the sentence it stands in, its parts marked.

use super::style::{Paint, Style, clean};
use crate::curation::World;
use crate::language::ClaimPattern;
use crate::model::{Claim, Modality, Span, Speaker};

/// The lines that show where a claim comes from: day, publication, rule and id; the sentence; speakers; grounds.
pub fn evidence(claim: &Claim, world: &World, style: Style) -> Vec<String> {
    let mut lines = vec![source(claim, style), format!("  {}", sentence(claim, style))];
    if !claim.counts() {
        lines.push(format!("  claim: {}", clean(&ClaimPattern::of(claim).to_string())));
    }
    if !claim.speakers.is_empty() {
        let speakers: Vec<String> = claim.speakers.iter().map(|speaker| name(speaker, world)).collect();
        lines.push(format!("  said by {}", speakers.join(", who cites ")));
    }
    if let Some(asks) = &claim.asks {
        lines.push(format!("  asks: {}", clean(asks)));
    }
    for ground in &claim.grounds {
        let modality = match ground.modality {
            Modality::Actual => String::new(),
            modality => format!(" ({})", modality.name()),
        };
        lines.push(format!("  because {}{modality}", clean(&world.name(&ground.id))));
    }
    lines
}

fn source(claim: &Claim, style: Style) -> String {
    let day = dated(claim);
    let document = clean(claim.evidence.publication.as_deref().unwrap_or(claim.evidence.document.as_str()));
    let media: Vec<String> = claim.media.iter().map(|medium| clean(medium)).collect();
    let media = if media.is_empty() { String::new() } else { format!(" citing {}", media.join(", ")) };
    let rule = clean(claim.rule.as_str());
    style.paint(Paint::Remark, &format!("{day}, {document}{media}, rule {rule}, {}", clean(claim.id.as_str())))
}

/// When a claim holds, as exactly as the text dates it; else its document's date, marked as that.
pub fn dated(claim: &Claim) -> String {
    match (&claim.when, claim.evidence.date) {
        (Some(when), _) => when.to_string().trim_start_matches("at ").to_owned(),
        (None, Some(date)) => format!("{date} reported"),
        (None, None) => "undated".to_owned(),
    }
}

fn name(speaker: &Speaker, world: &World) -> String {
    match speaker {
        Speaker::Actor { actor } => clean(&world.name(actor)),
        Speaker::Unnamed { unnamed, of: None } => format!("\"{}\"", clean(unnamed)),
        Speaker::Unnamed { unnamed, of: Some(of) } => format!("\"{}\" of {}", clean(unnamed), clean(&world.name(of))),
    }
}

/// The sentence with subject, trigger, object and issue marked: in brackets, or in colour.
///
/// Parts that lie outside the sentence, or within a part marked before, stay unmarked.
pub fn sentence(claim: &Claim, style: Style) -> String {
    let evidence = &claim.evidence;
    let parts =
        [(evidence.subject, Paint::Subject), (evidence.trigger, Paint::Trigger), (evidence.object, Paint::Object)];
    let mut parts: Vec<(Span, Paint)> = parts
        .into_iter()
        .chain(evidence.about.map(|about| (about, Paint::About)))
        .filter(|(span, _)| span.start < span.end)
        .collect();
    parts.sort_by_key(|(span, _)| *span);
    let (mut marked, mut at) = (String::new(), 0);
    for (span, paint) in parts {
        let Some(start) = span.start.checked_sub(evidence.span.start).filter(|start| *start >= at) else { continue };
        let end = start + (span.end - span.start);
        let (Some(before), Some(part)) = (evidence.text.get(at..start), evidence.text.get(start..end)) else {
            continue;
        };
        marked.push_str(&spaced(before));
        marked.push_str(&mark(part, paint, style));
        at = end;
    }
    marked.push_str(&spaced(evidence.text.get(at..).unwrap_or("")));
    marked.trim().to_owned()
}

fn mark(part: &str, paint: Paint, style: Style) -> String {
    match style {
        Style::Plain => format!("[{}]", clean(part)),
        Style::Colour => style.paint(paint, &clean(part)),
    }
}

/// Clean text that keeps a space at either end.
fn spaced(text: &str) -> String {
    let blank = |c: Option<char>| if c.is_some_and(|c| c.is_whitespace() || c.is_control()) { " " } else { "" };
    let cleaned = clean(text);
    if cleaned.is_empty() {
        return blank(text.chars().next()).to_owned();
    }
    format!("{}{cleaned}{}", blank(text.chars().next()), blank(text.chars().last()))
}
