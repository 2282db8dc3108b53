//! An answer as a table, as JSON lines or as CSV.

use std::collections::BTreeMap;

pub use super::ask_json::json;
use super::evidence::{dated, evidence};
use super::style::{Paint, Style, clean};
use super::table::{Align, Table};
use crate::ask::{
    Answer, AnswerRow, Binding, Body, Dating, LeftOut, Position, Standing, Tally, Turn, TurnKind, Verdict,
};
use crate::curation::World;
use crate::graph::StanceGraph;
use crate::language::{Find, Mood, Question};
use crate::model::{Claim, ClaimId, EntityId, Modality, Polarity};

/// How many actors are named behind one.
const NAMED: usize = 3;

/// Whether the sentences are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// The rows alone.
    #[default]
    Rows,
    /// Under each row its claims with their sentences.
    Evidence,
}

/// Renders answers with the names and claims they need.
pub struct Renderer<'a> {
    world: &'a World,
    claims: BTreeMap<&'a ClaimId, &'a Claim>,
    style: Style,
}

impl<'a> Renderer<'a> {
    /// A renderer over a world and its claims.
    pub fn new(world: &'a World, graph: &'a StanceGraph, style: Style) -> Self {
        Self { world, claims: graph.claims.iter().map(|claim| (&claim.id, claim)).collect(), style }
    }

    /// The answer for people: the question as understood, a table, and what there is to know about it.
    pub fn text(&self, answer: &Answer, show: Show) -> String {
        let mut lines =
            vec![self.style.paint(Paint::Remark, &format!("asked: {}", clean(&answer.question.to_string())))];
        match &answer.body {
            Body::Rows { columns, rows, also } => {
                lines.extend(self.row_lines(columns, rows, show));
                lines.extend(self.also_lines(also, show));
            }
            Body::Truth { verdict, claims, also } => {
                lines.extend(["".to_owned(), truth(*verdict, claims)]);
                lines.extend(self.claim_lines(claims, show));
                lines.extend(self.also_lines(also, show));
            }
            Body::Stand { history, turns, also, .. } => {
                lines.extend(self.stand_lines(history, show));
                lines.extend(turns.iter().filter_map(|turn| self.turn(turn, history)));
                lines.extend(self.also_stands(also, show));
            }
        }
        let notes = self.notes(answer);
        if !notes.is_empty() {
            lines.extend([String::new(), notes.trim_end().to_owned()]);
        }
        lines.join("\n") + "\n"
    }

    /// What there is to know about an answer beside its rows: what was left out, what is known nearby. Lines, or nothing.
    pub fn notes(&self, answer: &Answer) -> String {
        let mut lines = Vec::new();
        if is_empty(&answer.body) {
            lines.push("no answer".to_owned());
        }
        if let (Body::Rows { rows, also, .. }, true) = (&answer.body, lines.is_empty())
            && rows.is_empty()
            && !also.is_empty()
        {
            lines.push("no answer for the issue itself, only for parts of it".to_owned());
        }
        if !answer.left_out.is_empty() {
            let what = left_out(&answer.left_out, &answer.question);
            lines.push(self.style.paint(Paint::Remark, &format!("left out: {what}")));
        }
        if is_empty(&answer.body) || !answer.nearby.is_empty() {
            lines.extend(self.nearby(answer));
        }
        lines.iter().map(|line| format!("{line}\n")).collect()
    }

    fn nearby(&self, answer: &Answer) -> Vec<String> {
        if answer.nearby.is_empty() {
            return vec![format!("nothing else is known of {}", self.named(&answer.question))];
        }
        let known = answer.nearby.iter().map(|known| {
            let claims = count(known.claims, "claim");
            let (subject, object) = (self.name(&known.subject), self.name(&known.object));
            let about = known.about.as_ref().map(|about| format!(" about {}", self.name(about))).unwrap_or_default();
            format!("  {subject} {} {object}{about} ({claims})", self.label(known.relation.as_str()))
        });
        std::iter::once("known nearby:".to_owned()).chain(known).collect()
    }

    fn named(&self, question: &Question) -> String {
        let ids: Vec<&EntityId> = match question {
            Question::Stand(stand) => vec![&stand.actor, &stand.issue],
            Question::Find(find) => find
                .atoms
                .iter()
                .flat_map(crate::language::Atom::terms)
                .filter_map(crate::language::Term::entity)
                .collect(),
        };
        let names: Vec<String> = ids.into_iter().map(|id| self.name(id)).collect();
        if names.is_empty() { "such a relation".to_owned() } else { names.join(" or ") }
    }

    fn name(&self, id: &EntityId) -> String {
        clean(&self.world.name(id))
    }

    fn label(&self, relation: &str) -> String {
        clean(self.world.relations.get(relation).map_or(relation, |relation| &relation.label))
    }

    /// An entity with those who answer for it: "Russia (through Igor Sergeev)".
    fn cell(&self, binding: &Binding) -> String {
        format!("{}{}", self.name(&binding.entity), through(&binding.through, binding.own, self.world))
    }

    fn row_lines(&self, columns: &[String], rows: &[AnswerRow], show: Show) -> Vec<String> {
        if rows.is_empty() {
            return Vec::new();
        }
        let heads = columns.iter().map(|name| (name.as_str(), Align::Left));
        let mut table = Table::new(
            heads
                .chain(COUNTS)
                .chain([("through", Align::Left)].into_iter().filter(|_| rows.iter().any(has_unbound_through))),
        );
        for row in rows {
            let cells = row.bindings.iter().map(|binding| self.cell(binding));
            let through = unbound_through(row).iter().map(|id| self.name(id)).collect::<Vec<_>>().join(", ");
            table.push(cells.chain(counts(&row.claims)).chain([through]).collect());
        }
        let claims = rows.iter().map(|row| &row.claims);
        std::iter::once(String::new()).chain(self.interleaved(&table, claims, show)).collect()
    }

    /// The lines of a table, each followed by its evidence if that is to be shown.
    fn interleaved<'t>(&self, table: &Table, claims: impl Iterator<Item = &'t Tally>, show: Show) -> Vec<String> {
        let mut lines = table.lines(self.style).into_iter();
        let mut shown: Vec<String> = lines.next().into_iter().collect();
        for (line, claims) in lines.zip(claims) {
            shown.push(line);
            shown.extend(self.claim_lines(claims, show));
        }
        shown
    }

    fn claim_lines(&self, claims: &Tally, show: Show) -> Vec<String> {
        if show == Show::Rows {
            return Vec::new();
        }
        let known = claims.claims.iter().filter_map(|id| self.claims.get(id));
        known.flat_map(|claim| evidence(claim, self.world, self.style)).map(|line| format!("    {line}")).collect()
    }

    fn also_lines(&self, also: &[AnswerRow], show: Show) -> Vec<String> {
        let Some(first) = also.first() else { return Vec::new() };
        let columns: Vec<String> = first.bindings.iter().map(|binding| binding.variable.clone()).collect();
        let rows = self.row_lines(&columns, also, show);
        [String::new(), "also, on parts:".to_owned()].into_iter().chain(rows.into_iter().skip(1)).collect()
    }

    fn stand_lines(&self, history: &[Position], show: Show) -> Vec<String> {
        if history.is_empty() {
            return Vec::new();
        }
        let columns = [("", Align::Left), ("date", Align::Left), ("stance", Align::Left), ("issue", Align::Left)];
        let counts = [("claims", Align::Right), ("documents", Align::Right)];
        let mut table = Table::new(columns.into_iter().chain(counts));
        for position in history {
            let latest = if position.standing == Standing::Latest { ">" } else { "" };
            table.push(vec![
                latest.to_owned(),
                self.date(position),
                format!("{}{}", self.stance(position), through(&position.through, position.own, self.world)),
                self.name(&position.issue),
                position.claims.claims.len().to_string(),
                position.claims.documents.to_string(),
            ]);
        }
        let claims = history.iter().map(|position| &position.claims);
        std::iter::once(String::new()).chain(self.interleaved(&table, claims, show)).collect()
    }

    fn also_stands(&self, also: &[Position], show: Show) -> Vec<String> {
        let rows = self.stand_lines(also, show);
        if rows.is_empty() {
            return rows;
        }
        [String::new(), "also, on parts:".to_owned()].into_iter().chain(rows.into_iter().skip(1)).collect()
    }

    /// When a position was taken, as exactly as its first claim is dated.
    fn date(&self, position: &Position) -> String {
        let first = position.claims.claims.first().and_then(|id| self.claims.get(id));
        first.map_or_else(|| "undated".to_owned(), |claim| dated(claim))
    }

    fn stance(&self, position: &Position) -> String {
        let label = self.label(position.relation.as_str());
        match (position.formerly, position.polarity) {
            (true, _) => format!("no longer {label}"),
            (false, Polarity::Asserted) => label,
            (false, Polarity::Negated) => format!("not {label}"),
            (false, Polarity::Denied) => format!("denied {label}"),
        }
    }

    fn turn(&self, turn: &Turn, history: &[Position]) -> Option<String> {
        let (from, to) = (history.get(turn.from)?, history.get(turn.to)?);
        let (before, after) = (self.stance(from), self.stance(to));
        // The table above says which days are only reported.
        let day_of = |position| self.date(position).trim_end_matches(" reported").to_owned();
        let (day, later) = (day_of(from), day_of(to));
        let text = match turn.kind {
            TurnKind::Change => format!("changed: {before} on {day}, {after} on {later}"),
            TurnKind::Contradiction if day == later => format!("contradiction: {before} and {after}, both on {day}"),
            TurnKind::Contradiction => format!("contradiction: {before} on {day}, {after} on {later}"),
        };
        Some(self.style.paint(Paint::Warning, &text))
    }

    /// The answer as CSV, with a line of headings.
    pub fn csv(&self, answer: &Answer) -> String {
        match &answer.body {
            Body::Rows { columns, rows, .. } => self.rows_csv(columns, rows),
            Body::Truth { verdict, claims, .. } => {
                let mut table = Table::new([("answer", Align::Left)].into_iter().chain(CSV_COUNTS));
                table.push(std::iter::once(verdict.name().to_owned()).chain(csv_counts(claims)).collect());
                table.csv()
            }
            Body::Stand { actor, history, .. } => {
                let heads = ["date", "dating", "actor", "relation", "issue", "polarity", "formerly", "latest"];
                let mut table = Table::new(heads.map(|head| (head, Align::Left)).into_iter().chain(CSV_COUNTS));
                history.iter().for_each(|position| table.push(stand_cells(actor, position)));
                table.csv()
            }
        }
    }

    fn rows_csv(&self, columns: &[String], rows: &[AnswerRow]) -> String {
        let heads: Vec<String> = columns.iter().flat_map(|name| [name.clone(), format!("{name}_name")]).collect();
        let heads = heads.iter().map(|name| (name.as_str(), Align::Left)).chain([("through", Align::Left)]);
        let mut table = Table::new(heads.chain(CSV_COUNTS));
        for row in rows {
            let bound =
                row.bindings.iter().flat_map(|binding| [binding.entity.to_string(), self.world.name(&binding.entity)]);
            let through = row.through.iter().map(EntityId::as_str).collect::<Vec<_>>().join(" ");
            table.push(bound.chain([through]).chain(csv_counts(&row.claims)).collect());
        }
        table.csv()
    }
}

/// Those who answer for an actor that is itself named by `own` claims: " (also through Igor Sergeev)".
pub(super) fn through(through: &[EntityId], own: usize, world: &World) -> String {
    let word = if own > 0 { "also through" } else { "through" };
    let names: Vec<String> = through.iter().take(NAMED).map(|id| clean(&world.name(id))).collect();
    match through.len() {
        0 => String::new(),
        few if few <= NAMED => format!(" ({word} {})", names.join(", ")),
        many => format!(" ({word} {} and {} more)", names.join(", "), many - NAMED),
    }
}

/// The columns every table of rows ends with.
const COUNTS: [(&str, Align); 4] =
    [("claims", Align::Right), ("documents", Align::Right), ("first", Align::Left), ("last", Align::Left)];

/// The columns every CSV file ends with.
const CSV_COUNTS: [(&str, Align); 6] = [
    ("claims", Align::Right),
    ("documents", Align::Right),
    ("sources", Align::Right),
    ("first", Align::Left),
    ("last", Align::Left),
    ("claim_ids", Align::Left),
];

fn day(date: Option<crate::model::Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// How many claims and documents, from when to when.
pub(super) fn counts(claims: &Tally) -> [String; 4] {
    [claims.claims.len().to_string(), claims.documents.to_string(), day(claims.first), day(claims.last)]
}

fn csv_counts(claims: &Tally) -> [String; 6] {
    let ids = claims.claims.iter().map(ClaimId::as_str).collect::<Vec<_>>().join(" ");
    let [count, documents, first, last] = counts(claims);
    [count, documents, claims.sources.to_string(), first, last, ids]
}

fn has_unbound_through(row: &AnswerRow) -> bool {
    !unbound_through(row).is_empty()
}

/// The actors who answer for what the question itself names.
fn unbound_through(row: &AnswerRow) -> Vec<&EntityId> {
    let bound = |id: &&EntityId| row.bindings.iter().any(|binding| binding.through.contains(id));
    row.through.iter().filter(|id| !bound(id)).collect()
}

fn is_empty(body: &Body) -> bool {
    match body {
        Body::Rows { rows, also, .. } => rows.is_empty() && also.is_empty(),
        Body::Truth { .. } => false,
        Body::Stand { history, also, .. } => history.is_empty() && also.is_empty(),
    }
}

/// A number of things: "1 claim", "2 claims".
pub(super) fn count(number: usize, thing: &str) -> String {
    if number == 1 { format!("1 {thing}") } else { format!("{number} {thing}s") }
}

fn truth(verdict: Verdict, claims: &Tally) -> String {
    let found = format!("{} in {}", count(claims.claims.len(), "claim"), count(claims.documents, "document"));
    match verdict {
        Verdict::Yes => format!("yes: {found}{}", span(claims)),
        Verdict::No => format!("no: the opposite stands in {found}{}", span(claims)),
        Verdict::Unknown => "unknown: no claim says so, and none says the opposite".to_owned(),
    }
}

/// The days between which claims fall: ", 1999-01-02 to 1999-03-12".
pub(super) fn span(claims: &Tally) -> String {
    match (claims.first, claims.last) {
        (Some(first), Some(last)) if first == last => format!(", {first}"),
        (Some(first), Some(last)) => format!(", {first} to {last}"),
        _ => String::new(),
    }
}

fn left_out(left_out: &LeftOut, question: &Question) -> String {
    let ask = |mood: Mood| match question {
        Question::Find(find) => format!(" (ask `{}`)", flipped(find, mood)),
        Question::Stand(_) => String::new(),
    };
    let polarities = [
        (left_out.asserted, "asserted", ask(Mood::Asserted)),
        (left_out.negated, "negated", ask(Mood::Not)),
        (left_out.denied, "denied", ask(Mood::Not)),
    ];
    let modalities = left_out.modalities.iter().map(|(modality, count)| {
        let name = modality.name();
        let hint = match (modality, question) {
            (Modality::Actual, Question::Find(find)) => format!(" (ask without `, {}`)", find.modality.name()),
            _ => format!(" (add `, {name}`)"),
        };
        (*count, name, hint)
    });
    let rest = [
        (left_out.undated, "undated", String::new()),
        (left_out.groundless, "without a ground", String::new()),
        (left_out.unattributed, "without a speaker", String::new()),
    ];
    let all = polarities.into_iter().chain(modalities).chain(rest);
    all.filter(|(count, ..)| *count > 0)
        .map(|(count, what, hint)| format!("{count} {what}{hint}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The relations of a question in another mood: "not opposes".
fn flipped(find: &Find, mood: Mood) -> String {
    let not = match mood {
        Mood::Asserted => "",
        Mood::Not => "not ",
    };
    let relations = find.atoms.iter().filter(|atom| atom.mood != mood).map(|atom| format!("{not}{}", atom.relation));
    relations.collect::<std::collections::BTreeSet<_>>().into_iter().collect::<Vec<_>>().join("` or `")
}

fn stand_cells(actor: &EntityId, position: &Position) -> Vec<String> {
    let dating = match position.dating {
        Dating::Dated => "dated",
        Dating::Reported => "reported",
    };
    let polarity = format!("{:?}", position.polarity).to_lowercase();
    let latest = position.standing == Standing::Latest;
    let cells = [
        day(position.day),
        dating.to_owned(),
        actor.to_string(),
        position.relation.to_string(),
        position.issue.to_string(),
        polarity,
        position.formerly.to_string(),
        latest.to_string(),
    ];
    cells.into_iter().chain(csv_counts(&position.claims)).collect()
}
