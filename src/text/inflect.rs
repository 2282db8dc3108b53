//! Regular English inflection; irregular forms come as an argument.

use std::collections::BTreeMap;

/// Irregular forms by base.
#[derive(Clone, Debug, Default)]
pub struct IrregularForms {
    /// Past and participle pairs by base verb.
    pub verbs: BTreeMap<String, Vec<(String, String)>>,
    /// Plurals by singular noun.
    pub nouns: BTreeMap<String, String>,
}

/// All forms of one verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbForms {
    /// "oppose".
    pub base: String,
    /// "opposes".
    pub third: String,
    /// "opposed"; more than one where usage differs.
    pub past: Vec<String>,
    /// "opposed" after "have" or "be".
    pub participle: Vec<String>,
    /// "opposing"; two where usage differs ("traveling", "travelling").
    pub gerund: Vec<String>,
}

/// All forms of a verb given in its base form.
///
/// ```
/// use demarche::text::{IrregularForms, verb_forms};
/// let forms = verb_forms("deny", &IrregularForms::default());
/// assert_eq!((forms.third.as_str(), forms.past[0].as_str(), forms.gerund[0].as_str()), ("denies", "denied", "denying"));
/// ```
pub fn verb_forms(base: &str, irregular: &IrregularForms) -> VerbForms {
    let (past, participle) = match irregular.verbs.get(base) {
        Some(pairs) => pairs.iter().cloned().unzip(),
        None => (vec![regular_past(base)], vec![regular_past(base)]),
    };
    let gerund = gerunds(base, &past, irregular);
    VerbForms { third: with_s(base), gerund, base: base.to_owned(), past, participle }
}

/// The plural of a noun, its last word inflected; "minister of defense" inflects the word before "of".
pub fn plural(noun: &str, irregular: &IrregularForms) -> String {
    if let Some((head, rest)) = noun.split_once(" of ") {
        return format!("{} of {rest}", plural(head, irregular));
    }
    let (before, last) = noun.rsplit_once(' ').map_or(("", noun), |(before, last)| (before, last));
    let last = irregular.nouns.get(last).cloned().unwrap_or_else(|| with_s(last));
    if before.is_empty() { last } else { format!("{before} {last}") }
}

/// A listed past shows whether the gerund doubles its consonant ("referred", "referring"); a listed verb whose past is no
/// "-ed" form does so after one vowel ("beginning").
fn gerunds(base: &str, past: &[String], irregular: &IrregularForms) -> Vec<String> {
    let Some(last) = base.chars().next_back().filter(|_| irregular.verbs.contains_key(base)) else {
        return vec![gerund(base)];
    };
    let mut found = Vec::new();
    for form in past {
        let made = if form.starts_with(&format!("{base}{last}")) || (last == 'c' && form == &format!("{base}ked")) {
            format!("{}ing", form.strip_suffix("ed").unwrap_or(form))
        } else if form == &format!("{base}ed") {
            format!("{base}ing")
        } else if ends_in_one_vowel_and_consonant(base) {
            format!("{base}{last}ing")
        } else {
            gerund(base)
        };
        if !found.contains(&made) {
            found.push(made);
        }
    }
    found
}

fn with_s(word: &str) -> String {
    let sibilant = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    match word.strip_suffix('y') {
        Some(stem) if ends_in_consonant(stem) => format!("{stem}ies"),
        _ if word.ends_with("iz") => format!("{word}zes"),
        _ if sibilant || (word.ends_with('o') && word.len() > 2) => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

fn regular_past(base: &str) -> String {
    match base.strip_suffix('y') {
        Some(stem) if ends_in_consonant(stem) => format!("{stem}ied"),
        _ if base.ends_with('e') => format!("{base}d"),
        _ => format!("{}ed", stem_before_vowel(base)),
    }
}

fn gerund(base: &str) -> String {
    if let Some(stem) = base.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    match base.strip_suffix('e') {
        Some(stem) if !base.ends_with("ee") && !base.ends_with("oe") && !base.ends_with("ye") && stem.len() > 1 => {
            format!("{stem}ing")
        }
        _ => format!("{}ing", stem_before_vowel(base)),
    }
}

/// "stop" doubles its consonant before a vowel: one syllable, one vowel, one consonant.
fn stem_before_vowel(base: &str) -> String {
    let one_syllable = vowels(base) == 1;
    match base.chars().next_back().filter(|_| one_syllable && ends_in_one_vowel_and_consonant(base)) {
        Some(last) => format!("{base}{last}"),
        None => base.to_owned(),
    }
}

/// How many vowels a word has; the "u" of "qu" is none.
fn vowels(word: &str) -> usize {
    word.replace("qu", "q").chars().filter(|letter| is_vowel(*letter)).count()
}

fn ends_in_one_vowel_and_consonant(base: &str) -> bool {
    let letters: Vec<char> = base.replace("qu", "q").chars().collect();
    match letters.as_slice() {
        [.., before, vowel, last] => {
            is_vowel(*vowel) && !is_vowel(*before) && !is_vowel(*last) && !matches!(last, 'w' | 'x' | 'y')
        }
        _ => false,
    }
}

fn ends_in_consonant(stem: &str) -> bool {
    stem.chars().next_back().is_some_and(|letter| !is_vowel(letter))
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}
