//! Articles, sentences, tokens and inflection; knows nothing of the world.

mod article;

pub use article::{Article, GivenEntity};
