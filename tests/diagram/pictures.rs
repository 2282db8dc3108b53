//! Pictures to look at: `DEMARCHE_PICTURES=/tmp/pics cargo test --test diagram -- pictures` writes them.

use demarche::diagram::{self, Engine, Include, Options, RollUp, View};

use crate::fixture::{DEBATE, picture_of};

#[test]
fn write_pictures() {
    let Ok(folder) = std::env::var("DEMARCHE_PICTURES") else { return };
    let options = [
        ("network", Options::default()),
        ("stances", Options { view: View::Stances, ..Options::default() }),
        ("contacts", Options { view: View::Contacts, ..Options::default() }),
        ("tmd", Options { focus: Some("tmd".into()), ..Options::default() }),
        ("all", Options { include: Include::All, roll_up: RollUp::None, ..Options::default() }),
    ];
    for (name, options) in options {
        let picture = picture_of(DEBATE, &options);
        let start = std::time::Instant::now();
        std::fs::write(format!("{folder}/{name}.svg"), diagram::svg(&picture)).unwrap();
        eprintln!("{name}: {:?}", start.elapsed());
        std::fs::write(format!("{folder}/{name}.dot"), diagram::dot(&picture)).unwrap();
        if let Ok(svg) = Engine::Graphviz.svg(&picture) {
            std::fs::write(format!("{folder}/{name}-graphviz.svg"), svg).unwrap();
        }
    }
}
