//! What a person changes of the data.

use crate::app::edit::{edit, show};
use crate::app::{Edit, Notice, Panel, State};
use crate::data::{Batching, Table};

/// A change of the data.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Typed in the table: the whole text.
    Text(String),
    /// Pasted, dropped or opened a whole table: it is written anew with commas if it can be read.
    Load(String),
    /// Chose the row that the tree shows.
    Pick(usize),
    /// Chose how many rows a step of descent looks at.
    Batching(Batching),
    /// Chose another order of the rows.
    Seed(u32),
}

/// A longer text that is no table is not put into the box, in bytes: nobody would mend it by hand, and each key in
/// it would take long.
const LONGEST_TO_MEND: usize = 100_000;

/// Carries out a change of the data.
pub(in crate::app) fn change(state: &mut State, change: Change) {
    match change {
        Change::Text(text) => write(state, text, Edit::Moving("data.rows".into())),
        Change::Load(text) => {
            let table = Table::read(&text);
            if table.is_err() && text.len() > LONGEST_TO_MEND {
                state.session.notice = Some(Notice::NoTable);
                return;
            }
            let text = table.map_or(text, |table| table.to_text());
            write(state, text, Edit::Single);
            show(state, Panel::Data);
        }
        Change::Pick(row) => edit(state, Edit::Moving("data.row".into()), |document| document.data.row = Some(row)),
        Change::Batching(batching) => edit(state, Edit::Single, |document| document.data.batching = batching),
        Change::Seed(seed) => edit(state, Edit::Moving("data.seed".into()), |document| document.data.seed = seed),
    }
}

/// A new text shows one of its rows at once.
fn write(state: &mut State, text: String, kind: Edit) {
    edit(state, kind, |document| {
        document.data.row = document.data.row.or(Some(0));
        document.data.text = text.into();
    });
}
