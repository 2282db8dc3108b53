//! Running the examples and rejects of every rule.

use crate::curation::{Code, Diagnostic, Example, Origins, Trial, World};
use crate::language::{ClaimPattern, Symmetry};
use crate::model::{Claim, RuleId};
use crate::reading::Engine;
use crate::text::Article;

/// What is wrong with the rules' own tests: an expected claim that cannot be read, a claim that does not come, a claim that
/// was not expected. Nothing if all is well.
pub fn run_trials(engine: &Engine, origins: &Origins) -> Vec<Diagnostic> {
    let rules = &engine.world().rules;
    let frames = rules.frames.iter().map(|rule| (&rule.id, &rule.examples, &rule.rejects));
    let patterns = rules.patterns.iter().map(|rule| (&rule.id, &rule.examples, &rule.rejects));
    let operators = rules.operators.iter().map(|rule| (&rule.id, &rule.examples, &rule.rejects));
    let mut diagnostics = Vec::new();
    for (rule, examples, rejects) in frames.chain(patterns).chain(operators) {
        let case = |trial| Case { engine, origins, rule, trial };
        for (at, Example(text, expected)) in examples.iter().enumerate() {
            diagnostics.extend(case(Trial::Example(at)).run(text, expected));
        }
        for (at, text) in rejects.iter().enumerate() {
            diagnostics.extend(case(Trial::Reject(at)).run(text, &[]));
        }
    }
    diagnostics
}

/// How many texts the rules carry.
pub fn count_trials(world: &World) -> usize {
    let rules = &world.rules;
    let frames = rules.frames.iter().map(|rule| rule.examples.len() + rule.rejects.len());
    let patterns = rules.patterns.iter().map(|rule| rule.examples.len() + rule.rejects.len());
    let operators = rules.operators.iter().map(|rule| rule.examples.len() + rule.rejects.len());
    frames.chain(patterns).chain(operators).sum()
}

/// One text of a rule.
struct Case<'a> {
    engine: &'a Engine,
    origins: &'a Origins,
    rule: &'a RuleId,
    trial: Trial,
}

impl Case<'_> {
    fn run(&self, text: &str, expected: &[String]) -> Vec<Diagnostic> {
        let article = match Article::parse(text) {
            Ok(article) => article,
            Err(error) => return self.bad(self.trial, &error.to_string()),
        };
        let claims = self.engine.read(&article).claims;
        let (mut diagnostics, mut matched) = (Vec::new(), vec![false; claims.len()]);
        for (at, wanted) in expected.iter().enumerate() {
            let place = self.claim_place(at);
            let pattern = match ClaimPattern::parse(wanted) {
                Ok(pattern) => pattern,
                Err(error) => {
                    diagnostics.extend(self.bad(place, &error.message()));
                    continue;
                }
            };
            let world = self.engine.world();
            let found = (0..claims.len()).find(|at| !matched[*at] && matches(&pattern, &claims[*at], world));
            match found {
                Some(at) => matched[at] = true,
                None => diagnostics.extend(self.missing(place, &pattern, &claims)),
            }
        }
        let extra = claims.iter().zip(&matched).filter(|(_, matched)| !**matched).map(|(claim, _)| claim);
        diagnostics.extend(extra.filter_map(|claim| self.unexpected(claim)));
        diagnostics
    }

    fn claim_place(&self, claim: usize) -> Trial {
        match self.trial {
            Trial::Example(example) => Trial::Claim(example, claim),
            other => other,
        }
    }

    fn error(&self, code: Code, at: Trial, message: String) -> Option<Diagnostic> {
        self.origins.trial(self.rule, at).map(|place| Diagnostic::error(code, message, place))
    }

    fn bad(&self, at: Trial, why: &str) -> Vec<Diagnostic> {
        let message = format!("an example of `{}` cannot be read: {why}", self.rule);
        self.error(Code::BadExample, at, message).into_iter().collect()
    }

    fn missing(&self, at: Trial, pattern: &ClaimPattern, claims: &[Claim]) -> Option<Diagnostic> {
        let message = format!("an example of `{}` does not give `{pattern}`", self.rule);
        let got = claims.iter().map(|claim| format!("`{}`", ClaimPattern::of(claim))).collect::<Vec<_>>().join(", ");
        let help = if claims.is_empty() { "it gives no claim".to_owned() } else { format!("it gives {got}") };
        self.error(Code::FailedExample, at, message).map(|found| found.label("not found").help(help))
    }

    fn unexpected(&self, claim: &Claim) -> Option<Diagnostic> {
        let what = match self.trial {
            Trial::Reject(_) => "a text that must give nothing",
            _ => "an example",
        };
        let message = format!("{what} of `{}` gives `{}`", self.rule, ClaimPattern::of(claim));
        let help = format!("the rule `{}` found it in `{}`", claim.rule, claim.evidence.trigger_text());
        self.error(Code::FailedExample, self.trial, message).map(|found| found.label("not expected").help(help))
    }
}

/// Whether a claim is the expected one; either order of its ends will do where the relation is symmetric.
fn matches(pattern: &ClaimPattern, claim: &Claim, world: &World) -> bool {
    let symmetric = world.relation(&claim.relation).is_some_and(|relation| relation.symmetric);
    pattern.matches(claim, if symmetric { Symmetry::Symmetric } else { Symmetry::Directed })
}
