//! Diagnostics as text: the place, the line, a caret, and advice.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::diagnostic::{Diagnostic, Severity};
use super::source::Place;

/// Whether rendered text carries terminal colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Text alone.
    #[default]
    Plain,
    /// With ANSI colours.
    Colored,
}

/// The bytes of a line shown at most; longer lines are shown as their place alone.
const LONGEST_LINE: usize = 4_000;

/// The diagnostic as text, without a line break at the end.
pub fn render(diagnostic: &Diagnostic, style: Style) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Colored => Renderer::styled(),
    };
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(&diagnostic.message).id(diagnostic.code.name());
    let mut group = show(Group::with_title(title), &diagnostic.place, &diagnostic.label, AnnotationKind::Primary);
    for related in &diagnostic.related {
        group = show(group, &related.place, &related.label, AnnotationKind::Context);
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help));
    }
    renderer.render(&[group])
}

/// Adds a place to a group: its line with a mark under it, or its path alone where there is no line fit to show.
fn show<'a>(group: Group<'a>, place: &'a Place, label: &'a str, kind: AnnotationKind) -> Group<'a> {
    let source = &place.source;
    let (line, start) = source.line(place.span.start);
    let end = source.line_end(start);
    if source.text.is_empty() {
        return group.element(Origin::path(&source.path));
    }
    if end - start > LONGEST_LINE {
        return group
            .element(Origin::path(&source.path).line(line).char_column(source.line_column(place.span.start).1));
    }
    let text = source.text.get(start..end).unwrap_or("").trim_end_matches('\r');
    let (from, to) = ((place.span.start - start).min(text.len()), (place.span.end - start).min(text.len()));
    let annotation: Annotation<'a> = kind.span(from..to.max(from));
    let annotation = if label.is_empty() { annotation } else { annotation.label(label) };
    group.element(Snippet::source(text).path(&source.path).line_start(line).annotation(annotation))
}
