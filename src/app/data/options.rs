//! The settings of the data, and their part of the link.

use std::rc::Rc;

use crate::app::Settings;
use crate::data::Batching;

/// A longer table stays out of the link.
pub const LONGEST_IN_LINK: usize = 2_000;

/// The data's settings: saved, shared and undone with the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The table as typed or pasted; empty if there is none.
    pub text: Rc<str>,
    /// The row that the tree shows, counted from 0; none while it shows a point of one's own.
    pub row: Option<usize>,
    /// How many rows a step of descent looks at.
    pub batching: Batching,
    /// What the order of the rows follows from.
    pub seed: u32,
}

impl Default for Options {
    fn default() -> Options {
        Options { text: "".into(), row: None, batching: Batching::Full, seed: 1 }
    }
}

impl Options {
    /// Whether the table is small enough to be in the link.
    pub fn fits_link(&self) -> bool {
        self.text.len() <= LONGEST_IN_LINK
    }
}

impl Settings for Options {
    const PREFIX: &'static str = "data";

    fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        if self.text.is_empty() {
            return;
        }
        pair("rows", &self.text);
        if let Some(row) = self.row {
            pair("row", &(row + 1).to_string());
        }
        match self.batching {
            Batching::Full => {}
            Batching::Mini(size) => pair("batch", &size.to_string()),
            Batching::Single => pair("batch", "single"),
        }
        if self.seed != Options::default().seed {
            pair("seed", &self.seed.to_string());
        }
    }

    fn read(&mut self, key: &str, value: &str) -> bool {
        match key {
            "rows" => self.text = value.into(),
            "row" => self.row = value.parse::<usize>().ok().and_then(|row| row.checked_sub(1)),
            "batch" if value == "single" => self.batching = Batching::Single,
            "batch" => self.batching = value.parse().map_or(Batching::Full, |size: usize| Batching::Mini(size.max(1))),
            "seed" => self.seed = value.parse().unwrap_or(self.seed),
            _ => return false,
        }
        true
    }
}
