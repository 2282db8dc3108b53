//! How well the rules read, as tables and as JSON.

use serde::{Serialize, Serializer};

use super::ask::count;
use super::style::{Paint, Style, clean};
use super::table::{Align, Table};
use crate::audit::{Cause, Class, Counts, Ends, Level, Miss, Score};

/// The score for people: all in one line, by class, by quad, what was taken for what, and what went wrong if that was looked
/// for.
pub fn text(score: &Score, style: Style) -> String {
    let mut parts = vec![vec![heading(score)], whole(score).lines(style)];
    parts.push(by_class("class", &score.classes).lines(style));
    if !score.quads.is_empty() {
        parts.push(by_class("quad", &score.quads).lines(style));
    }
    parts.push(confusion(score, style));
    parts.extend(misses(&score.misses, style));
    let parts: Vec<String> = parts.into_iter().map(|lines| lines.join("\n") + "\n").collect();
    parts.join("\n")
}

fn heading(score: &Score) -> String {
    let coverage = score.coverage;
    let records = coverage.coded + coverage.uncoded;
    let pairs = match score.scheme.ends {
        Ends::Given => "pairs given",
        Ends::Named => "end to end",
    };
    let coded = match score.scheme.level {
        Level::Relation => "relations",
        Level::Class => "classes",
        Level::Sign => "signs",
    };
    let read = if coverage.uncoded == 0 {
        String::new()
    } else {
        format!(", {} coded as nothing, of which {} read as something", coverage.uncoded, coverage.uncoded_read)
    };
    format!("{coded}, {pairs}: {}{read}", count(records, "record"))
}

fn rounded(number: f64) -> String {
    format!("{number:.3}")
}

fn whole(score: &Score) -> Table {
    let heads = ["gold", "predicted", "correct", "precision", "recall", "micro F1", "macro F1", "coverage"];
    let mut table = Table::new(heads.map(|head| (head, Align::Right)));
    let numbers = [score.micro_f1(), score.macro_f1(), score.coverage.share()];
    table.push(counts(score.total()).into_iter().chain(numbers.map(rounded)).collect());
    table
}

fn counts(counts: Counts) -> [String; 5] {
    let Counts { gold, predicted, correct } = counts;
    let [gold, predicted, correct] = [gold, predicted, correct].map(|number| number.to_string());
    [gold, predicted, correct, rounded(counts.precision()), rounded(counts.recall())]
}

fn by_class(head: &str, classes: &[(Class, Counts)]) -> Table {
    let heads = ["gold", "predicted", "correct", "precision", "recall", "F1"];
    let mut table = Table::new([(head, Align::Left)].into_iter().chain(heads.map(|head| (head, Align::Right))));
    for (class, of) in classes {
        let cells = [class.to_string()].into_iter().chain(counts(*of));
        table.push(cells.chain([rounded(of.f1())]).collect());
    }
    table
}

/// What was coded, a row each, against what was read, a column each, under the numbers of the rows.
fn confusion(score: &Score, style: Style) -> Vec<String> {
    let occurs = |class: &Class| {
        let class = Some(class);
        score.confusion.keys().any(|(coded, read)| coded.as_ref() == class || read.as_ref() == class)
    };
    let classes: Vec<Option<&Class>> =
        score.classes.iter().map(|(class, _)| class).filter(|class| occurs(class)).map(Some).chain([None]).collect();
    let number = |at: usize| if at + 1 == classes.len() { "none".to_owned() } else { (at + 1).to_string() };
    let numbers: Vec<String> = (0..classes.len()).map(number).collect();
    let heads = numbers.iter().map(|number| (number.as_str(), Align::Right));
    let mut table = Table::new([("", Align::Right), ("coded \\ read as", Align::Left)].into_iter().chain(heads));
    for (at, coded) in classes.iter().enumerate() {
        let label = coded.map_or_else(|| "none".to_owned(), ToString::to_string);
        let place = if coded.is_some() { number(at) } else { String::new() };
        let cells = classes.iter().map(|read| {
            let times = score.confusion.get(&(coded.cloned(), read.cloned()));
            times.map(ToString::to_string).unwrap_or_default()
        });
        table.push([place, label].into_iter().chain(cells).collect());
    }
    table.lines(style)
}

/// The name of a cause, and what it means.
fn words(cause: Cause) -> &'static str {
    match cause {
        Cause::NoMention => "no mention: an end is not named in the text, as far as the data knows",
        Cause::NoTrigger => "no trigger: no rule with this label has a word in the text",
        Cause::NoLink => "no link: a rule has a word in the text, and grammar does not join it to the pair",
        Cause::HeldBack => "held back: a rule read it, and it does not count",
        Cause::WrongClass => "wrong class: something else was read of the pair",
        Cause::WrongDirection => "wrong direction: it was read the wrong way round",
        Cause::Extra => "extra claim: read where nothing of the kind is coded",
    }
}

fn misses(misses: &[Miss], style: Style) -> Vec<Vec<String>> {
    let groups = Cause::ALL.iter().map(|cause| {
        let group: Vec<&Miss> = misses.iter().filter(|miss| miss.cause == *cause).collect();
        let head = style.paint(Paint::Heading, &format!("{} ({})", words(*cause), group.len()));
        let lines = group.iter().flat_map(|miss| of_one(miss, style));
        (group.is_empty(), std::iter::once(head).chain(lines).collect())
    });
    groups.filter(|(empty, _)| !empty).map(|(_, lines)| lines).collect()
}

fn of_one(miss: &Miss, style: Style) -> Vec<String> {
    let id = miss.id.as_ref().map(|id| format!(" {id}")).unwrap_or_default();
    let said = [
        miss.gold.as_ref().map(|gold| format!("coded {gold}")),
        miss.read.as_ref().map(|read| format!("read {read}")),
        Some(miss.detail.clone()).filter(|detail| !detail.is_empty()),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    vec![
        format!("  line {}{}: {}", miss.line, clean_after(&id), clean(&said.join("; "))),
        format!("    {}", style.paint(Paint::Remark, &clean(&miss.text))),
    ]
}

/// Clean text that keeps the space before it.
fn clean_after(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!(" {}", clean(text)) }
}

#[derive(Serialize)]
struct ScoreJson<'a> {
    scheme: &'static str,
    records: usize,
    gold: usize,
    predicted: usize,
    correct: usize,
    precision: f64,
    recall: f64,
    micro_f1: f64,
    macro_f1: f64,
    coverage: f64,
    uncoded: usize,
    uncoded_read: usize,
    #[serde(serialize_with = "by_name")]
    classes: &'a [(Class, Counts)],
    #[serde(serialize_with = "by_name", skip_serializing_if = "<[_]>::is_empty")]
    quads: &'a [(Class, Counts)],
    confusion: Vec<ConfusionJson>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    misses: &'a [Miss],
}

#[derive(Serialize)]
struct CountsJson {
    gold: usize,
    predicted: usize,
    correct: usize,
    precision: f64,
    recall: f64,
    f1: f64,
}

/// How often one class was read where another was coded; a class left out is none.
#[derive(Serialize)]
struct ConfusionJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    coded: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    read: Option<String>,
    count: usize,
}

fn by_name<S: Serializer>(classes: &&[(Class, Counts)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(classes.iter().map(|(class, of)| {
        let (precision, recall, f1) = (of.precision(), of.recall(), of.f1());
        let Counts { gold, predicted, correct } = *of;
        (class.to_string(), CountsJson { gold, predicted, correct, precision, recall, f1 })
    }))
}

/// The score as one JSON object.
pub fn json(score: &Score) -> String {
    let total = score.total();
    let confusion = score.confusion.iter().map(|((coded, read), count)| ConfusionJson {
        coded: coded.as_ref().map(ToString::to_string),
        read: read.as_ref().map(ToString::to_string),
        count: *count,
    });
    let whole = ScoreJson {
        scheme: score.scheme.name.name(),
        records: score.coverage.coded + score.coverage.uncoded,
        gold: total.gold,
        predicted: total.predicted,
        correct: total.correct,
        precision: total.precision(),
        recall: total.recall(),
        micro_f1: score.micro_f1(),
        macro_f1: score.macro_f1(),
        coverage: score.coverage.share(),
        uncoded: score.coverage.uncoded,
        uncoded_read: score.coverage.uncoded_read,
        classes: &score.classes,
        quads: &score.quads,
        confusion: confusion.collect(),
        misses: &score.misses,
    };
    serde_json::to_string_pretty(&whole).map(|json| json + "\n").unwrap_or_default()
}
