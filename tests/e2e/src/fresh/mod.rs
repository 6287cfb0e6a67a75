//! Whether the page is a function of its document: after any run of edits it shows, to the letter,
//! what a fresh page shows for the same link.
//!
//! A [`Run`] is a link and a list of edits, each one line of text, so that a failure can be copied
//! into a table of cases. [`draw`] draws runs, [`differences()`] compares two readings of the page.

mod differences;
pub mod draw;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::page::Page;
pub use differences::{Lines, differences, kinds};

const QUIET: &str = include_str!("quiet.js");
const STILL: &str = include_str!("still.js");
const READ: &str = include_str!("read.js");
const EDIT: &str = include_str!("edit.js");
const END: &str = include_str!("end.js");

/// After the last change a screen reader's texts follow in 0.9 s; nothing follows later.
const LONGEST_PAUSE: u32 = 1_400;

/// Edits after which a descent has begun, which no link tells.
const DESCENTS: [&str; 3] = ["press descend-step", "press descend-run", "press watch"];

/// A link, and what is done to the page that it opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The part of the address behind the page's, such as `#e=x`.
    pub start: String,
    /// What is done, one after the other: the verbs are those of `edit.js`, and `type`, which types
    /// a text with real keys in the place of the present one.
    pub edits: Vec<String>,
}

impl Run {
    /// A run of a table.
    pub fn of(start: &str, edits: &[&str]) -> Self {
        Self { start: start.to_owned(), edits: edits.iter().map(|&edit| edit.to_owned()).collect() }
    }

    /// Does the run and tells how what is shown in the end differs from what a fresh page shows for
    /// the same link; nothing if it does not.
    pub async fn differences(&self, page: &Page) -> Vec<String> {
        page.open(&self.start).await;
        act(page, &self.edits).await;
        let reset = self.edits.iter().any(|edit| DESCENTS.contains(&&edit[..]));
        let end = format!("{END} await end({reset}); await quiet(150, {LONGEST_PAUSE});");
        let (link, shown) = settle_and_read(page, &end).await;
        page.open(&link).await;
        let (_, fresh) = settle_and_read(page, "await quiet(300, 400);").await;
        differences(&shown, &fresh)
    }

    /// The shortest run found by leaving out edits that still has a difference of a kind that is found
    /// and not yet known; with its differences.
    pub async fn shrunk(self, page: &Page, found: Vec<String>, known: &BTreeSet<String>) -> (Self, Vec<String>) {
        let news: BTreeSet<String> = kinds(&found).difference(known).cloned().collect();
        let (mut best, mut found) = (self, found);
        for index in (0..best.edits.len()).rev() {
            let mut shorter = best.clone();
            shorter.edits.remove(index);
            let left = shorter.differences(page).await;
            if !kinds(&left).is_disjoint(&news) {
                (best, found) = (shorter, left);
            }
        }
        (best, found)
    }
}

/// Whether the last edit of a run changes anything that is shown: one that finds nothing to do it to
/// would test nothing.
pub async fn last_edit_shows(page: &Page, run: &Run) -> bool {
    let (last, others) = run.edits.split_last().expect("a run has an edit");
    page.open(&run.start).await;
    act(page, others).await;
    let before = glance(page).await;
    act(page, std::slice::from_ref(last)).await;
    before != glance(page).await
}

/// Does edits, those by script in one go.
async fn act(page: &Page, edits: &[String]) {
    for edits in edits.chunk_by(|a, b| !is_typed(a) && !is_typed(b)) {
        match edits {
            [edit] if is_typed(edit) => type_text(page, edit).await,
            edits => _ = script(page, &format!("{EDIT} for (const line of {}) await edit(line);", json(edits))).await,
        }
    }
}

fn is_typed(edit: &str) -> bool {
    edit.starts_with("type ")
}

/// Types a text with real keys in the place of the present one.
async fn type_text(page: &Page, edit: &str) {
    page.eval("void document.querySelector('#expression').focus()").await;
    page.eval("void document.querySelector('#expression').select()").await;
    let text = edit.strip_prefix("type ").and_then(|text| serde_json::from_str::<String>(text).ok());
    page.type_text(&text.unwrap_or_else(|| panic!("{edit} holds no text"))).await;
    page.frame().await;
}

/// The address and what is shown, after something has been done and the page has come to rest.
async fn settle_and_read(page: &Page, first: &str) -> (String, Lines) {
    let link = script(page, &format!("{first} return location.hash;")).await;
    script(page, &format!("{STILL} await still();")).await;
    (link.as_str().unwrap_or_default().to_owned(), glance(page).await)
}

/// What is shown at this moment.
async fn glance(page: &Page) -> Lines {
    let lines = script(page, READ).await;
    let lines = lines.as_array().unwrap_or_else(|| panic!("a reading is a list of lines, not {lines}"));
    lines.iter().map(|line| [0, 1].map(|place| line[place].as_str().unwrap_or_default().to_owned())).collect()
}

async fn script(page: &Page, work: &str) -> Value {
    let answer = page.promise(&format!("{QUIET} {work}")).await;
    assert!(answer["failed"].is_null(), "a script on the page failed: {}", answer["failed"]);
    answer
}

fn json(edits: &[String]) -> String {
    Value::from(edits.to_vec()).to_string()
}
