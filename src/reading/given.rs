//! Mentions that come with a document: pairs that a coder marked, or names found by another program.

use std::collections::BTreeMap;

use super::grammar::Function;
use super::mention::{Mention, MentionKind};
use super::names::Number;
use super::table::Referent;
use crate::model::Span;
use crate::text::{Article, Token, TokenKind};

/// The mentions that came with a document, on whole tokens; one id is one referent.
pub fn given_mentions(article: &Article, tokens: &[Token]) -> Vec<Mention> {
    let mut known: BTreeMap<&str, Referent> = BTreeMap::new();
    let mut mentions: Vec<Mention> = Vec::new();
    for (at, entity) in article.entities.iter().enumerate() {
        let referent = *known.entry(&entity.id).or_insert(Referent::Given(at as u32));
        mentions.extend(entity.spans.iter().filter_map(|span| given_mention(referent, *span, tokens, &article.body)));
    }
    mentions.sort_by_key(|mention| (mention.tokens.start, std::cmp::Reverse(mention.tokens.end)));
    mentions.dedup_by(|later, earlier| later.tokens.start < earlier.tokens.end);
    mentions
}

/// "President Rudolf" with Rudolf given from outside is he: a title before a given name belongs to it.
pub fn absorb_titles(mentions: &mut Vec<Mention>) {
    let mut at = 1;
    while at < mentions.len() {
        let (title, given) = (&mentions[at - 1], &mentions[at]);
        let belongs = title.kind == MentionKind::Title
            && title.number == Number::Singular
            && given.kind == MentionKind::Given
            && title.tokens.start < given.tokens.start
            && title.tokens.end >= given.tokens.start;
        if belongs {
            let (tokens, span) = (title.tokens.start..given.tokens.end, title.span.join(given.span));
            mentions[at] = Mention { tokens, span, ..mentions[at].clone() };
            mentions.remove(at - 1);
        } else {
            at += 1;
        }
    }
}

/// One or several: "British sailors in the Gulf" and "Iraq and Iran" may be several, by the look of their words.
fn given_number(text: &str, tokens: &[Token]) -> Number {
    let word = |token: &Token| token.span.of(text);
    let joined = tokens.iter().any(|token| matches!(word(token), "and" | "&") || token.kind == TokenKind::Comma);
    let name = tokens.split(|token| Function::Preposition.has(word(token))).next().unwrap_or_default();
    let last = name.iter().rev().find(|token| token.kind == TokenKind::Word);
    let plural = last.is_some_and(|token| word(token).ends_with(['s', 'S']));
    if joined || plural { Number::Plural } else { Number::Singular }
}

fn given_mention(referent: Referent, span: Span, tokens: &[Token], text: &str) -> Option<Mention> {
    let start = tokens.partition_point(|token| token.span.end <= span.start);
    let end = tokens.partition_point(|token| token.span.start < span.end);
    let covered = tokens.get(start..end)?;
    Some(Mention {
        tokens: start..end,
        span: covered.first()?.span.join(covered.last()?.span),
        referents: vec![referent],
        kind: MentionKind::Given,
        title: None,
        number: given_number(text, covered),
        unowned: false,
    })
}
