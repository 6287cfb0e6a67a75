//! The data on the page: rows that stand in for some of the variables.
//!
//! The output over all rows is a [`Mean`]; the rows as dots with the curve that is fitted to them
//! are a [`Scatter`].
//!
//! Invariant: while a row is picked, the sliders of the columns stand at that row's numbers.

mod fitted;
mod mean;

use std::ops::Range;
use std::rc::Rc;

use crate::app::edit::edit;
use crate::app::{Edit, Model, Panel, State};
use crate::autodiff::Tape;
use crate::data::{Batches, Batching, Fault, Objective, Table, prediction};
use crate::graph::NodeId;

pub use fitted::Scatter;
pub use mean::Mean;

/// A longer table stays out of the link.
pub const LONGEST_IN_LINK: usize = 2_000;

/// So many rows are in view at most.
const MOST_IN_VIEW: usize = 20;

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

impl Options {
    /// Whether the table is small enough to be in the link.
    pub fn fits_link(&self) -> bool {
        self.text.len() <= LONGEST_IN_LINK
    }

    /// Hands its part of the link to `pair`.
    pub(in crate::app) fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        if self.text.is_empty() || !self.fits_link() {
            return;
        }
        pair("data.rows", &self.text);
        if let Some(row) = self.row {
            pair("data.row", &(row + 1).to_string());
        }
        match self.batching {
            Batching::Full => {}
            Batching::Mini(size) => pair("data.batch", &size.to_string()),
            Batching::Single => pair("data.batch", "single"),
        }
        if self.seed != Options::default().seed {
            pair("data.seed", &self.seed.to_string());
        }
    }

    /// Takes a pair of the link; tells whether it was one of its own.
    pub(in crate::app) fn read(&mut self, key: &str, value: &str) -> bool {
        match key {
            "data.rows" => self.text = value.into(),
            "data.row" => self.row = value.parse::<usize>().ok().and_then(|row| row.checked_sub(1)),
            "data.batch" if value == "single" => self.batching = Batching::Single,
            "data.batch" => {
                self.batching = value.parse().map_or(Batching::Full, |size: usize| Batching::Mini(size.max(1)))
            }
            "data.seed" => self.seed = value.parse().unwrap_or(self.seed),
            _ => return false,
        }
        true
    }
}

/// The curve that is fitted to the rows.
#[derive(Clone, Debug)]
pub struct Fit {
    /// The node that predicts the last column.
    pub node: NodeId,
    /// What it needs; its inputs are those of the model.
    pub tape: Rc<Tape>,
}

/// What follows from the table and the model together.
#[derive(Clone, Debug, Default)]
pub struct Data {
    /// The text that was read.
    text: Rc<str>,
    /// The last good table.
    pub table: Option<Rc<Table>>,
    /// What is wrong with the text, if anything is.
    pub fault: Option<Fault>,
    /// The variables that the data stands in for.
    pub columns: Vec<usize>,
    /// Which columns of the table these are.
    pub used: Vec<usize>,
    /// The rows, cut to these columns.
    pub rows: Rc<[Vec<f64>]>,
    /// What is fitted to the rows; none if nothing predicts the last column from the others.
    pub fit: Option<Fit>,
}

impl Data {
    /// Reads the text, unless it is the one that was read before, and finds its columns in the
    /// model. Where the text is bad, the last good table stays.
    fn of(text: &Rc<str>, model: &Model, before: &Data) -> Data {
        let (table, fault) = if *text == before.text {
            (before.table.clone(), before.fault.clone())
        } else if text.trim().is_empty() {
            (None, None)
        } else {
            match Table::read(text) {
                Ok(table) => (Some(Rc::new(table)), None),
                Err(fault) => (before.table.clone(), Some(fault)),
            }
        };
        let mut data = Data { text: text.clone(), table, fault, ..Data::default() };
        let Some(table) = &data.table else { return data };
        for (column, name) in table.names.iter().enumerate() {
            if let Some(variable) = model.program.variable(name) {
                data.columns.push(variable);
                data.used.push(column);
            }
        }
        if let Some(&target) = data.columns.last() {
            data.rows = table.rows.iter().map(|row| data.used.iter().map(|&column| row[column]).collect()).collect();
            data.fit = prediction(&model.graph, &data.columns, target).map(|node| {
                let tape = Tape::ending_at(&model.graph, node).into();
                Fit { node, tape }
            });
        }
        data
    }
}

/// Does what a person changed in the data.
pub(in crate::app) fn change(state: &mut State, change: Change) {
    match change {
        Change::Text(text) => write(state, text, Edit::Moving("data.rows".into())),
        Change::Load(text) => {
            let text = Table::read(&text).map_or(text, |table| table.to_text());
            write(state, text, Edit::Single);
            state.show(Panel::Data);
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

impl State {
    /// Reads the table again where it changed, and moves the sliders to the picked row.
    pub(in crate::app) fn gather(&mut self) {
        if self.document.data.text.is_empty() && self.data.text.is_empty() {
            return;
        }
        self.data = Rc::new(Data::of(&self.document.data.text, &self.model, &self.data));
        self.show_row();
    }

    /// Moves the sliders to the picked row, their ends as far as the columns reach.
    pub(in crate::app) fn show_row(&mut self) {
        let data = self.data.clone();
        let Some(picked) = &mut self.document.data.row else { return };
        if data.rows.is_empty() {
            return;
        }
        *picked = (*picked).min(data.rows.len() - 1);
        let row = *picked;
        for (column, &variable) in data.columns.iter().enumerate() {
            let name = &self.model.graph.variables()[variable].name;
            let input = data.rows.iter().fold(self.document.input(name), |input, row| input.at(row[column]));
            let input = input.at(data.rows[row][column]);
            if self.document.input(name) != input {
                self.document.inputs.insert(name.clone(), input);
            }
        }
    }

    /// A slider was moved by hand: if it is a column's, no row is shown any more.
    pub(in crate::app) fn leave_row(&mut self, name: &str) {
        let variables = self.model.graph.variables();
        if self.document.data.row.is_some()
            && self.data.columns.iter().any(|&variable| variables[variable].name == *name)
        {
            self.document.data.row = None;
        }
    }

    /// What is plotted and descended: the output at the present sliders, or its mean over the data.
    pub fn objective(&self) -> Objective {
        Objective::new(self.model.tape.clone(), &self.inputs())
            .with_rows(self.data.columns.clone(), self.data.rows.clone())
    }

    /// Which rows each step of descent looks at; none without data.
    pub fn batches(&self) -> Option<Batches> {
        let data = &self.document.data;
        let rows = self.data.rows.len();
        (rows > 0).then(|| Batches::new(rows, data.batching, data.seed.into()))
    }

    /// The rows that are written out: those around the picked one.
    pub fn rows_in_view(&self) -> Range<usize> {
        let rows = self.data.rows.len();
        let picked = self.document.data.row.unwrap_or(0);
        let first = picked.saturating_sub(MOST_IN_VIEW / 2).min(rows.saturating_sub(MOST_IN_VIEW));
        first..rows.min(first + MOST_IN_VIEW)
    }
}
