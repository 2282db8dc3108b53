//! From layers to a world, and to all there is to say about them.

use super::assemble::assemble;
use super::check::check;
use super::diagnostic::{Diagnostic, Severity, sort};
use super::layer::Layer;
use super::merge::Effective;
use super::origin::Origins;
use super::parse::parse;
use super::sink::Sink;
use super::world::World;

/// What the layers give.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// Everything that could be read.
    pub world: World,
    /// Everything that is wrong, sorted by file and position.
    pub diagnostics: Vec<Diagnostic>,
    /// Where the items of the world stand.
    pub origins: Origins,
}

impl Loaded {
    /// Whether anything is an error.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// Reads the data files of some layers, the first the lowest.
///
/// An item with a known id in a later layer replaces it whole, `Extend` adds to it. The world holds everything that could be
/// read, and the diagnostics tell everything that is wrong.
///
/// ```
/// use demarche::curation::{Layer, load};
/// let layer = Layer::from_texts([("states.ron", r#"[State(id: "ruritania", name: "Ruritania", seats: ["Strelsau"])]"#)]);
/// let loaded = load(&[layer]);
/// assert!(loaded.diagnostics.is_empty());
/// assert_eq!(loaded.world.resolve("strelsau"), ["ruritania".into()]);
/// ```
pub fn load(layers: &[Layer]) -> Loaded {
    let (mut effective, mut sink) = (Effective::default(), Sink::default());
    for (number, layer) in layers.iter().enumerate() {
        sink.extend(layer.diagnostics.iter().cloned());
        let mut pieces = Vec::new();
        for file in &layer.files {
            let parsed = parse(file, number);
            pieces.extend(parsed.pieces);
            effective.lost.extend(parsed.lost);
            sink.extend(parsed.diagnostics);
        }
        effective.add_layer(pieces, &mut sink);
    }
    let checked = check(&effective, &mut sink);
    let world = assemble(&effective, checked);
    let mut diagnostics = sink.finish();
    sort(&mut diagnostics);
    Loaded { world, diagnostics, origins: Origins::new(effective.known, effective.words) }
}
