//! Pictures: what is drawn, as DOT, and as SVG.

mod fixture;
mod pictures;
