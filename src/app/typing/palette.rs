//! Everything one can write, in groups, and what of it a search finds.

use super::entry::{Entry, Meaning};
use super::notation::{NOTATIONS, Notation};
use crate::ops::{Constant, Op, Row, Syntax, Topic};
use crate::words::{self, Message};

/// Entries that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What it is called.
    pub heading: Message,
    /// What belongs to it; never nothing.
    pub entries: Vec<Entry>,
}

/// The groups with what a search finds in them; all of them for an empty one. Every word of the search
/// stands in a name, in the example, in the sentence or in the heading.
///
/// ```
/// use chainrule::app::typing::search;
/// assert_eq!(search("arcsin")[0].entries[0].name, "asin");
/// assert_eq!(search("smooth relu")[0].entries[0].name, "softplus");
/// assert!(search("no such thing").is_empty());
/// ```
pub fn search(query: &str) -> Vec<Group> {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let mut groups: Vec<Group> = groups().collect();
    for group in &mut groups {
        let heading = group.heading.text();
        group.entries.retain(|entry| {
            let text = searched(entry, &heading);
            words.iter().all(|word| text.contains(word))
        });
    }
    groups.retain(|group| !group.entries.is_empty());
    groups
}

/// What is searched of an entry.
fn searched(entry: &Entry, heading: &str) -> String {
    let (names, spoken) = match &entry.meaning {
        Meaning::Op(op) => (names(op.row()).collect(), words::ops::spoken(*op).text()),
        Meaning::Constant(constant) => (constant.names().to_vec(), String::new()),
        _ => (Vec::new(), String::new()),
    };
    [&entry.name, &names.join(" "), &spoken, entry.example(), &entry.says().text(), heading].join(" ").to_lowercase()
}

/// All groups: the rows of the operations by their topics, the constants, the ways to write.
fn groups() -> impl Iterator<Item = Group> {
    let topics = Topic::ALL.into_iter().map(|topic| {
        let rows = Op::ALL.iter().copied().filter(move |op| op.row().topic == topic);
        let entry = |op: Op| Entry { name: shown(op.row()).to_owned(), meaning: Meaning::Op(op) };
        Group { heading: words::typing::topic(topic), entries: rows.map(entry).collect() }
    });
    let constant = |constant: Constant| {
        let name = constant.names().first().copied().unwrap_or_default();
        Entry { name: name.to_owned(), meaning: Meaning::Constant(constant) }
    };
    let constants =
        Group { heading: words::typing::constants(), entries: Constant::ALL.into_iter().map(constant).collect() };
    let notation =
        |notation: &'static Notation| Entry { name: notation.shown.to_owned(), meaning: Meaning::Notation(notation) };
    let notations = Group { heading: words::typing::notations(), entries: NOTATIONS.iter().map(notation).collect() };
    topics.chain([constants, notations])
}

/// What is written for an operation.
fn shown(row: &'static Row) -> &'static str {
    match row.syntax {
        Syntax::Infix(_, spellings) | Syntax::Prefix(spellings) => spellings.first().copied().unwrap_or(row.symbol),
        Syntax::Braces => row.symbol,
        _ => row.name,
    }
}

/// Everything an operation is called: its names, and all its spellings.
fn names(row: &'static Row) -> impl Iterator<Item = &'static str> {
    let spellings = match row.syntax {
        Syntax::Infix(_, spellings) | Syntax::Prefix(spellings) => spellings,
        _ => &[],
    };
    [row.name, row.symbol].into_iter().chain(row.aliases.iter().copied()).chain(spellings.iter().copied())
}
