//! Claims of many readings in one list; commutative, associative, idempotent.

use std::collections::BTreeMap;

use crate::model::{Claim, ClaimId};

/// The claims of several lists, each once, in the order of `claims.jsonl`.
///
/// Claims with one id come from one sentence of one document; of two that still differ (read by different rules), the one
/// whose JSON sorts first is kept, so that the order of the lists leaves no trace.
pub fn merge(lists: impl IntoIterator<Item = Vec<Claim>>) -> Vec<Claim> {
    let mut by_id: BTreeMap<ClaimId, Claim> = BTreeMap::new();
    for claim in lists.into_iter().flatten() {
        match by_id.get_mut(&claim.id) {
            Some(kept) if *kept != claim => {
                if json(&claim) < json(kept) {
                    *kept = claim;
                }
            }
            Some(_) => {}
            None => {
                by_id.insert(claim.id.clone(), claim);
            }
        }
    }
    let mut claims: Vec<Claim> = by_id.into_values().collect();
    claims.sort_by(|a, b| a.file_order().cmp(&b.file_order()));
    claims
}

fn json(claim: &Claim) -> String {
    serde_json::to_string(claim).unwrap_or_default()
}
