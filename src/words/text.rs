//! A sentence as translators get it.

use super::Entry;

/// A sentence to translate.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// What language files call it.
    pub key: String,
    /// The English sentence; of two the first is for a count of one.
    pub templates: Vec<&'static str>,
    /// Names of its slots.
    pub slots: Vec<&'static str>,
}

impl Text {
    /// A sentence of a table; see [`Message::of_table`](super::Message::of_table).
    pub fn of_table(table: &'static str, row: &'static str, cell: &'static str, text: &'static str) -> Text {
        Text { key: [table, row, cell].join("."), templates: vec![text], slots: Vec::new() }
    }

    /// A sentence that many rows share; see [`Message::of_text`](super::Message::of_text).
    pub fn of_text(table: &'static str, text: &'static str) -> Text {
        Text { key: [table, text].join("."), templates: vec![text], slots: Vec::new() }
    }
}

impl From<Entry> for Text {
    fn from(entry: Entry) -> Text {
        Text { key: entry.key().into(), templates: entry.templates(), slots: entry.slots().collect() }
    }
}
