//! A sentence before it is spoken: its key, its template and the values of its slots.

use std::fmt;

use super::entry::Entry;
use super::spoken::with_language;
use super::template::{self, Segment};
use crate::typeset::{Line, Math, Part, Role, number, plain_text};

/// A sentence in no language yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    source: Source,
    values: Vec<Slot>,
}

#[derive(Clone, Debug, PartialEq)]
enum Source {
    Entry(Entry),
    /// A sentence of a table: the table, the row, the cell, and the English text in it.
    Table {
        key: [&'static str; 3],
        text: &'static str,
    },
    /// What is the same in all languages.
    Neutral,
    /// A sentence that many rows of a table share.
    Text {
        table: &'static str,
        text: &'static str,
    },
}

/// What fills a slot.
#[derive(Clone, Debug, PartialEq)]
pub enum Slot {
    /// A text that is the same in all languages: a name, a piece of what was typed.
    Text(String),
    /// A count, which chooses the plural form.
    Count(usize),
    /// Words and formulas.
    Line(Line),
    /// Another message.
    Message(Box<Message>),
}

impl Message {
    /// The message of an entry; `values` are in the order of its slots.
    #[inline(never)]
    pub(super) fn new(entry: Entry, values: Vec<Slot>) -> Message {
        Message { source: Source::Entry(entry), values }
    }

    /// A sentence without slots that stands in a table, under the names of table, row and cell. The
    /// names make its key, `op.exp.doc`.
    pub fn of_table(table: &'static str, row: &'static str, cell: &'static str, text: &'static str) -> Message {
        Message { source: Source::Table { key: [table, row, cell], text }, values: Vec::new() }
    }

    /// A name, a number or a formula, where others of its kind are messages: it is the same in all
    /// languages.
    pub fn neutral(value: impl Into<Slot>) -> Message {
        Message { source: Source::Neutral, values: vec![value.into()] }
    }

    /// A sentence without slots that many rows of a table share: its key is the name of the table and
    /// the sentence itself, `rule.product rule`.
    pub fn of_text(table: &'static str, text: &'static str) -> Message {
        Message { source: Source::Text { table, text }, values: Vec::new() }
    }

    /// The sentence in the language that is spoken, as plain text.
    pub fn text(&self) -> String {
        plain_text(&self.line())
    }

    /// The sentence in the language that is spoken.
    pub fn line(&self) -> Line {
        let mut line = Line::new();
        with_language(|language| {
            let template = match &self.source {
                Source::Entry(entry) => language.template(entry.key(), &entry.templates(), self.count()),
                Source::Table { key, text } => language.template(&key.join("."), &[text], None),
                Source::Neutral => return self.values.iter().for_each(|value| value.fill(&mut line)),
                Source::Text { table, text } => language.template(&[*table, *text].join("."), &[text], None),
            };
            self.fill(&template, &mut line);
        });
        line
    }

    fn count(&self) -> Option<usize> {
        self.values.iter().find_map(|value| match value {
            Slot::Count(count) => Some(*count),
            _ => None,
        })
    }

    fn fill(&self, template: &str, line: &mut Line) {
        let slot = |name: &str| match &self.source {
            Source::Entry(entry) => self.values.get(entry.slots().position(|slot| slot == name)?),
            Source::Table { .. } | Source::Text { .. } | Source::Neutral => None,
        };
        for segment in template::segments(template) {
            match segment {
                Segment::Words(words) => say(line, &words),
                Segment::Slot(name) => match slot(name) {
                    Some(value) => value.fill(line),
                    None => say(line, name),
                },
            }
        }
    }
}

impl Slot {
    fn fill(&self, line: &mut Line) {
        match self {
            Slot::Text(text) => say(line, text),
            Slot::Count(count) => say(line, &count.to_string()),
            Slot::Line(parts) => parts.iter().for_each(|part| match part {
                Part::Words(words) => say(line, words),
                formula => line.push(formula.clone()),
            }),
            Slot::Message(message) => message.line().into_iter().for_each(|part| match part {
                Part::Words(words) => say(line, &words),
                formula => line.push(formula),
            }),
        }
    }
}

/// Adds words to a line; if the line ends in words, they are continued.
fn say(line: &mut Line, words: &str) {
    match line.last_mut() {
        Some(Part::Words(before)) => before.push_str(words),
        _ if words.is_empty() => {}
        _ => line.push(Part::Words(words.to_owned())),
    }
}

/// The sentence as plain text.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl From<Message> for Slot {
    fn from(message: Message) -> Slot {
        Slot::Message(Box::new(message))
    }
}

impl From<&str> for Slot {
    fn from(text: &str) -> Slot {
        Slot::Text(text.to_owned())
    }
}

impl From<String> for Slot {
    fn from(text: String) -> Slot {
        Slot::Text(text)
    }
}

impl From<char> for Slot {
    fn from(char: char) -> Slot {
        Slot::Text(char.into())
    }
}

impl From<usize> for Slot {
    fn from(count: usize) -> Slot {
        Slot::Count(count)
    }
}

impl From<f64> for Slot {
    fn from(value: f64) -> Slot {
        Slot::Text(number(value))
    }
}

impl From<Line> for Slot {
    fn from(line: Line) -> Slot {
        Slot::Line(line)
    }
}

impl From<Part> for Slot {
    fn from(part: Part) -> Slot {
        Slot::Line(vec![part])
    }
}

impl From<Math> for Slot {
    fn from(math: Math) -> Slot {
        Part::Formula { math, role: Role::Plain, node: None }.into()
    }
}
