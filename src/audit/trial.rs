//! Running the examples and rejects of every rule.

use crate::curation::{Code, Diagnostic, Trial, World};
use crate::language::{ClaimPattern, Symmetry};
use crate::model::Claim;
use crate::reading::Engine;
use crate::text::Article;

/// What is wrong with the rules' own tests: an expected claim that cannot be read, a claim that does not come, a claim that
/// was not expected. Nothing if all is well.
pub fn run_trials(engine: &Engine, trials: &[Trial]) -> Vec<Diagnostic> {
    trials.iter().flat_map(|trial| run(engine, trial)).collect()
}

fn run(engine: &Engine, trial: &Trial) -> Vec<Diagnostic> {
    let article = match Article::parse(&trial.text) {
        Ok(article) => article,
        Err(error) => return vec![bad_example(trial, error.to_string())],
    };
    let (mut diagnostics, mut patterns) = (Vec::new(), Vec::new());
    for (text, place) in &trial.expected {
        match ClaimPattern::parse(text) {
            Ok(pattern) => patterns.push((pattern, place)),
            Err(error) => {
                let message = format!("an example of `{}` expects what is no claim: {}", trial.rule, error.message());
                diagnostics.push(Diagnostic::error(Code::BadExample, message, place.clone()));
            }
        }
    }
    let claims = engine.read(&article).claims;
    let mut matched = vec![false; claims.len()];
    for (pattern, place) in patterns {
        let found = (0..claims.len()).find(|at| !matched[*at] && matches(&pattern, &claims[*at], engine.world()));
        match found {
            Some(at) => matched[at] = true,
            None => diagnostics.push(missing(trial, &pattern, place, &claims)),
        }
    }
    let extra = claims.iter().zip(&matched).filter(|(_, matched)| !**matched).map(|(claim, _)| claim);
    diagnostics.extend(extra.map(|claim| unexpected(trial, claim)));
    diagnostics
}

/// Whether a claim is the expected one; either order of its ends will do where the relation is symmetric.
fn matches(pattern: &ClaimPattern, claim: &Claim, world: &World) -> bool {
    let symmetric = world.relation(&claim.relation).is_some_and(|relation| relation.symmetric);
    pattern.matches(claim, if symmetric { Symmetry::Symmetric } else { Symmetry::Directed })
}

fn bad_example(trial: &Trial, why: String) -> Diagnostic {
    let message = format!("an example of `{}` cannot be read: {why}", trial.rule);
    Diagnostic::error(Code::BadExample, message, trial.place.clone())
}

fn missing(trial: &Trial, pattern: &ClaimPattern, place: &crate::curation::Place, claims: &[Claim]) -> Diagnostic {
    let message = format!("an example of `{}` does not give `{pattern}`", trial.rule);
    let got = claims.iter().map(|claim| format!("`{}`", ClaimPattern::of(claim))).collect::<Vec<_>>().join(", ");
    let help = if claims.is_empty() { "it gives no claim".to_owned() } else { format!("it gives {got}") };
    Diagnostic::error(Code::FailedExample, message, place.clone()).label("not found").help(help)
}

fn unexpected(trial: &Trial, claim: &Claim) -> Diagnostic {
    let what = if trial.expected.is_empty() { "a text that must give nothing" } else { "an example" };
    let message = format!("{what} of `{}` gives `{}`", trial.rule, ClaimPattern::of(claim));
    Diagnostic::error(Code::FailedExample, message, trial.place.clone())
        .label("not expected")
        .help(format!("the rule `{}` found it in `{}`", claim.rule, claim.evidence.trigger_text()))
}
