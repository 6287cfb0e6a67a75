//! What a message is made from: one line of a `messages!` list.

use std::str::Split;

use super::template;

/// A line of a `messages!` list, as one text: its key, the names of its slots in one line, and its
/// templates, a line each. Some thousand texts take half the room in the page that as many small tables take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry(&'static str);

impl Entry {
    /// The entry of these lines, which `messages!` writes.
    pub(super) const fn new(lines: &'static str) -> Entry {
        Entry(lines)
    }

    /// Stops the compiler where a template names a slot that is not there, or forgets one that is.
    pub(super) const fn check(templates: &[&str], slots: &[&str]) {
        assert!(template::fits(templates, slots), "a template and its slots do not fit");
    }

    /// Subject and name: what language files call it.
    pub fn key(self) -> &'static str {
        self.lines().next().unwrap_or_default()
    }

    /// Names of its slots, in the order of the function's arguments.
    pub fn slots(self) -> impl Iterator<Item = &'static str> {
        self.lines().nth(1).unwrap_or_default().split_whitespace()
    }

    /// The English sentence; of two the first is for a count of one.
    pub fn templates(self) -> Vec<&'static str> {
        self.lines().skip(2).collect()
    }

    fn lines(self) -> Split<'static, char> {
        self.0.split('\n')
    }
}
