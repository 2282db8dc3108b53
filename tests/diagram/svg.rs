//! Laws of every SVG.

use std::process::Command;

use demarche::diagram::{self, Include, Options, Picture, RollUp, View};

use crate::fixture::{DEBATE, picture_of};
use crate::xml::{Element, read};

/// Left, top, right, bottom.
type Frame = [f64; 4];

fn overlap(a: Frame, b: Frame) -> bool {
    a[0] < b[2] - 0.5 && b[0] < a[2] - 0.5 && a[1] < b[3] - 0.5 && b[1] < a[3] - 0.5
}

fn within(inner: Frame, outer: Frame) -> bool {
    inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
}

/// The frame of a box, ellipse, hexagon or note.
fn frame(element: &Element) -> Frame {
    match element.name.as_str() {
        "rect" => {
            let (x, y) = (element.number("x"), element.number("y"));
            [x, y, x + element.number("width"), y + element.number("height")]
        }
        "ellipse" => {
            let (x, y, rx, ry) =
                (element.number("cx"), element.number("cy"), element.number("rx"), element.number("ry"));
            [x - rx, y - ry, x + rx, y + ry]
        }
        "polygon" => {
            let numbers: Vec<f64> =
                element.attributes["points"].split([' ', ',']).map(|number| number.parse().unwrap()).collect();
            let (xs, ys): (Vec<f64>, Vec<f64>) = numbers.chunks(2).map(|pair| (pair[0], pair[1])).unzip();
            bounds(&xs, &ys)
        }
        "path" => {
            // A note: M left top H inner L right below V bottom ...
            let letters = |c: char| c.is_ascii_alphabetic();
            let parts: Vec<&str> = element.attributes["d"].split(letters).filter(|part| !part.is_empty()).collect();
            let pair =
                |text: &str| text.split_once(' ').map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap())).unwrap();
            let (left, top): (f64, f64) = pair(parts[0]);
            let (right, _): (f64, f64) = pair(parts[2]);
            [left, top, right, parts[3].parse().unwrap()]
        }
        other => panic!("{other} has no frame"),
    }
}

fn bounds(xs: &[f64], ys: &[f64]) -> Frame {
    let least = |values: &[f64]| values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = |values: &[f64]| values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    [least(xs), least(ys), most(xs), most(ys)]
}

/// The frame that a line of text takes at least.
fn text_frame(element: &Element) -> Frame {
    let size = element.number("font-size");
    let wide: f64 = element.text.chars().map(letter).sum::<f64>() * size;
    let (x, y) = (element.number("x"), element.number("y"));
    let left = if element.attributes.contains_key("text-anchor") { x - wide / 2.0 } else { x };
    [left, y - size * 0.75, left + wide, y + size * 0.22]
}

/// No wider than the letter is in common faces, so that what fails is wrong in all of them.
fn letter(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' => 0.2,
        'f' | 'r' | 't' => 0.27,
        'a'..='z' => 0.5,
        'I' => 0.27,
        'A'..='Z' => 0.5,
        '0'..='9' => 0.55,
        '\u{4e00}'..='\u{9fff}' => 1.0,
        _ if c.is_ascii() => 0.19,
        _ => 0.0,
    }
}

/// All that must hold of the SVG of a picture.
pub fn check_laws(picture: &Picture) -> String {
    let svg = diagram::svg(picture);
    let elements = read(&svg);
    let canvas = [0.0, 0.0, elements[0].number("width"), elements[0].number("height")];
    let mut nodes: Vec<Frame> = Vec::new();
    let mut labels: Vec<Frame> = Vec::new();
    for (index, group) in elements.iter().enumerate().filter(|(_, element)| element.name == "g") {
        let inner = || elements.iter().filter(|element| element.inside.last() == Some(&index));
        let texts: Vec<Frame> = inner().filter(|element| element.name == "text").map(text_frame).collect();
        if group.is("g", "node") {
            let shape = inner().find(|element| !matches!(element.name.as_str(), "title" | "text")).unwrap();
            let outline = frame(shape);
            texts.iter().for_each(|text| assert!(within(*text, outline), "{text:?} in {outline:?}: {group:?}"));
            nodes.push(outline);
        } else if group.is("g", "edge") {
            let label = inner().find(|element| element.name == "rect").map(frame);
            texts.iter().for_each(|text| assert!(within(*text, label.unwrap()), "{text:?} in {label:?}"));
            labels.extend(label);
        }
    }
    assert_eq!(nodes.len(), picture.nodes.len());
    for text in elements.iter().filter(|element| element.name == "text") {
        assert!(within(text_frame(text), canvas), "{text:?} leaves {canvas:?}");
    }
    let all: Vec<Frame> = nodes.iter().chain(&labels).copied().collect();
    for (index, one) in all.iter().enumerate() {
        assert!(within(*one, canvas), "{one:?} leaves {canvas:?}");
        for other in &all[index + 1..] {
            assert!(!overlap(*one, *other), "{one:?} and {other:?}");
        }
    }
    svg
}

fn views() -> Vec<Options> {
    let mut views = Vec::new();
    for view in [View::Network, View::Stances, View::Contacts] {
        for roll_up in [RollUp::Principal, RollUp::None] {
            for include in [Include::Counting, Include::All] {
                views.push(Options { view, roll_up, include, ..Options::default() });
            }
        }
    }
    for focus in ["tmd", "russia", "igor-sergeev", "nobody"] {
        views.push(Options { focus: Some(focus.into()), ..Options::default() });
    }
    views
}

#[test]
fn text_fits_and_nothing_overlaps() {
    for options in views() {
        check_laws(&picture_of(DEBATE, &options));
    }
}

#[test]
fn proportions_are_those_of_a_page_or_a_screen() {
    let svg = diagram::svg(&picture_of(DEBATE, &Options::default()));
    let root = read(&svg)[0].clone();
    let ratio = root.number("width") / root.number("height");
    assert!((1.1..=1.9).contains(&ratio), "{ratio}");
}

#[test]
fn small_pictures() {
    check_laws(&picture_of("", &Options::default()));
    check_laws(&picture_of("1999-03-12 china opposes tmd", &Options::default()));
    let own = "1999-03-12 china opposes china\n1999-03-12 china visits china about tmd\n1999-03-12 china opposes tmd";
    check_laws(&picture_of(own, &Options { roll_up: RollUp::None, ..Options::default() }));
    let alone = "1999-03-12 china opposes china";
    check_laws(&picture_of(alone, &Options { roll_up: RollUp::None, ..Options::default() }));
}

#[test]
fn an_empty_picture_says_so() {
    let svg = diagram::svg(&picture_of("", &Options::default()));
    insta::assert_snapshot!(svg, @r##"
<svg xmlns="http://www.w3.org/2000/svg" width="496" height="119" viewBox="0 0 496 119" role="img" font-family="Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif">
<title>Who stands where</title>
<rect width="496" height="119" fill="#ffffff"/>
<text x="28" y="47" font-size="19" fill="#222222" font-weight="bold">Who stands where</text>
<text x="28" y="66.98" font-size="12" fill="#5a5a5a">There are no claims to draw.</text>
</svg>
"##);
}

/// Prints a picture when the test below asks for it in another process.
#[test]
fn print_for_other_process() {
    if std::env::var_os("DEMARCHE_PRINT_PICTURE").is_some() {
        let picture = picture_of(DEBATE, &Options::default());
        println!("{}{}", diagram::svg(&picture), diagram::dot(&picture));
    }
}

#[test]
fn two_processes_print_the_same_bytes() {
    let print = || {
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "svg::print_for_other_process", "--nocapture"])
            .env("DEMARCHE_PRINT_PICTURE", "1")
            .output()
            .unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        let start = printed.find("<svg").unwrap();
        printed[start..printed.rfind('}').unwrap()].to_owned()
    };
    let here = picture_of(DEBATE, &Options::default());
    let expected = format!("{}{}", diagram::svg(&here), diagram::dot(&here));
    let expected = expected[..expected.rfind('}').unwrap()].to_owned();
    assert_eq!(print(), expected);
    assert_eq!(print(), expected);
}

#[test]
fn the_order_of_claims_leaves_no_trace() {
    let mut lines: Vec<&str> = DEBATE.lines().collect();
    let forward = crate::fixture::claims(&lines.join("\n"));
    lines.reverse();
    let world = crate::fixture::world();
    let mut backward = forward.clone();
    backward.reverse();
    let draw = |claims| {
        let graph = demarche::graph::StanceGraph::new(claims, &world);
        diagram::svg(&diagram::picture(&graph, &world, &Options::default()))
    };
    assert_eq!(draw(forward), draw(backward));
}
