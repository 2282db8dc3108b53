//! What a noun group denotes: by its mention, by an issue and a head, by a title and its owner.

use std::collections::BTreeSet;

use super::{Chunker, NounGroup};
use crate::curation::WordClass;
use crate::reading::lexicon::WordId;
use crate::reading::mention::{Mention, MentionKind};
use crate::reading::names::{EntityIx, Number};
use crate::reading::table::{Referent, Sort};
use crate::reading::unit::{Ending, Tag};

impl Chunker<'_> {
    /// What a group denotes.
    pub(super) fn denoted(&self, group: &NounGroup) -> Vec<Referent> {
        let denoted = match self.units[group.head].tag {
            Tag::Mention(mention) => self.denoted_by_mention(group, &self.mentions[mention]),
            Tag::Noun => self.issue_by_head(group).into_iter().collect(),
            _ => Vec::new(),
        };
        match denoted.as_slice() {
            [Referent::Entity(ix)] => vec![Referent::Entity(self.part_by_sponsors(group, *ix))],
            _ => denoted,
        }
    }

    /// "the Franco-German missile shield plan": the one part of an issue whose sponsors are exactly the group's
    /// modifiers; the issue itself if there is none.
    fn part_by_sponsors(&self, group: &NounGroup, issue: EntityIx) -> EntityIx {
        let Some(row) = self.table.issue(issue).filter(|row| !row.parts.is_empty()) else { return issue };
        let owners = group.modifiers.iter().chain(&group.possessor).filter_map(|unit| match self.units[*unit].tag {
            Tag::Mention(mention) => Some(&self.mentions[mention].referents),
            _ => None,
        });
        let owners: BTreeSet<Referent> =
            owners.flatten().copied().filter(|referent| self.table.sort(*referent).is_actor()).collect();
        let sponsored = |part: &&EntityIx| {
            let sponsors =
                self.table.issue(**part).map(|row| row.sponsors.iter().copied().map(Referent::Entity).collect());
            !owners.is_empty() && sponsors.as_ref() == Some(&owners)
        };
        let mut parts = row.parts.iter().filter(sponsored);
        match (parts.next(), parts.next()) {
            (Some(part), None) => *part,
            _ => issue,
        }
    }

    fn denoted_by_mention(&self, group: &NounGroup, mention: &Mention) -> Vec<Referent> {
        let bare = group.units.len() == 1;
        match mention.kind {
            MentionKind::Demonym
                if bare && mention.number == Number::Singular && self.units[group.head].ending != Ending::Plural =>
            {
                Vec::new()
            }
            MentionKind::Title if mention.referents.is_empty() => self.title_of_modifier(group, mention),
            _ => mention.referents.clone(),
        }
    }

    /// "China's new defense chief": a title whose owner stands earlier in the group.
    fn title_of_modifier(&self, group: &NounGroup, mention: &Mention) -> Vec<Referent> {
        let Some(title) = mention.title else { return Vec::new() };
        let former = (group.units.start..group.head)
            .any(|index| self.lexicon.info(self.units[index].word).is(WordClass::TitlePrefix));
        let owner = group.possessor.or_else(|| group.modifiers.last().copied()).map(|index| self.units[index].tag);
        let Some(Tag::Mention(owner)) = owner.filter(|_| !former) else { return Vec::new() };
        self.mentions[owner]
            .referents
            .iter()
            .filter_map(|referent| match referent {
                Referent::Entity(ix) if matches!(self.table.sort_of(*ix), Sort::State | Sort::Organisation) => {
                    Some(self.table.post(*ix, title, None))
                }
                // What belongs to something given from outside counts as that.
                Referent::Given(_) => Some(*referent),
                _ => None,
            })
            .collect()
    }

    /// "the TMD plan": an issue's name, then only nouns that keep to the issue.
    fn issue_by_head(&self, group: &NounGroup) -> Option<Referent> {
        let at = *group.modifiers.last()?;
        let Tag::Mention(mention) = self.units[at].tag else { return None };
        let [referent @ Referent::Entity(ix)] = self.mentions[mention].referents.as_slice() else { return None };
        let row = self.table.issue(*ix)?;
        let keeps = |word: WordId| {
            let info = self.lexicon.info(word);
            let singular = info.singular.unwrap_or(word);
            row.heads.contains(&word) || row.heads.contains(&singular) || info.is(WordClass::Transparent)
        };
        let rest = at + 1..=group.head;
        rest.into_iter()
            .filter(|index| !matches!(self.units[*index].tag, Tag::Skip | Tag::Quote))
            .all(|index| self.units[index].tag == Tag::Noun && keeps(self.units[index].word))
            .then_some(*referent)
    }
}
