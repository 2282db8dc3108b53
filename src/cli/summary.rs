//! What a build found, on one screen.

use std::collections::BTreeMap;

use super::style::{Paint, Style, clean};
use super::suggest::brief;
use super::table::{Align, Table};
use crate::audit::suggest;
use crate::corpus::{Corpus, Tally};
use crate::curation::World;
use crate::model::{Polarity, RelationId};
use crate::reading::GapKind;

/// How many of the commonest words that the data lacks are shown of each kind.
const WORDS: usize = 5;

/// What a build found.
pub fn summary(corpus: &Corpus, world: &World, style: Style) -> String {
    let tally = &corpus.tally;
    let claims = corpus.claims.len();
    let mut lines = vec![style.paint(
        Paint::Heading,
        &format!(
            "{}, {}, {}",
            count(tally.documents, "document"),
            count(tally.sentences, "sentence"),
            count(claims, "claim")
        ),
    )];
    if claims == 0 {
        lines.push(nothing(tally));
    } else {
        lines.push(String::new());
        lines.extend(by_relation(corpus, world).lines(style));
    }
    lines.extend(gaps(tally));
    lines.extend(lacking(tally, world, style));
    lines.join("\n") + "\n"
}

fn nothing(tally: &Tally) -> String {
    match tally.gaps.values().sum::<usize>() {
        0 => "no sentence names two things that the data knows: `demarche explain` shows what it does know".to_owned(),
        _ => "names were found, but no rule joins them: `demarche explain` shows why".to_owned(),
    }
}

fn by_relation(corpus: &Corpus, world: &World) -> Table {
    let mut rows: BTreeMap<&RelationId, [usize; 3]> = BTreeMap::new();
    for claim in &corpus.claims {
        let row = rows.entry(&claim.relation).or_default();
        let place = match (claim.counts(), claim.polarity) {
            (true, _) => 0,
            (false, Polarity::Asserted) => 1,
            _ => 2,
        };
        row[place] += 1;
    }
    let mut rows: Vec<_> = rows.into_iter().collect();
    rows.sort_by_key(|(id, row)| (std::cmp::Reverse(row.iter().sum::<usize>()), *id));
    let mut table = Table::new([
        ("relation", Align::Left),
        ("actual", Align::Right),
        ("not yet actual", Align::Right),
        ("negated", Align::Right),
    ]);
    for (id, row) in rows {
        let label = world.relation(id).map_or(id.as_str(), |relation| &relation.label);
        let cells = row.iter().map(|number| if *number == 0 { String::new() } else { number.to_string() });
        table.push(std::iter::once(clean(label)).chain(cells).collect());
    }
    table
}

fn gaps(tally: &Tally) -> Vec<String> {
    let total: usize = tally.gaps.values().sum();
    if total == 0 {
        return Vec::new();
    }
    let kinds: Vec<String> = tally.gaps.iter().map(|(kind, number)| format!("{number} {}", wording(*kind))).collect();
    vec![String::new(), format!("{}: {}", count(total, "gap"), kinds.join(", "))]
}

fn lacking(tally: &Tally, world: &World, style: Style) -> Vec<String> {
    let mut lines = brief(&suggest(tally, world), WORDS, style);
    if !lines.is_empty() {
        lines.insert(0, String::new());
        lines.push("`demarche suggest` shows them all, with what to add".to_owned());
    }
    lines
}

fn wording(kind: GapKind) -> &'static str {
    match kind {
        GapKind::NoRule => "with no rule for the verb",
        GapKind::UnknownGovernor => "under a verb that no rule knows",
        GapKind::Unsaid => "said not to be said",
        GapKind::DoubleNegation => "with two negations",
        GapKind::Question => "asked, not said",
        GapKind::Owed => "that ought to be",
        GapKind::Ambiguous => "with words that may mean two things",
    }
}

fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}
