//! Articles, sentences, tokens and inflection; knows nothing of the world.

mod article;
mod inflect;
mod sentence;
mod token;

pub use article::{Article, ArticleError, GivenEntity};
pub use inflect::{IrregularForms, VerbForms, plural, verb_forms};
pub use sentence::{Sentence, Splitter};
pub use token::{Case, Token, TokenKind, tokenize};
