//! What follows from the table and the model together.

use std::rc::Rc;

use crate::app::Model;
use crate::autodiff::Tape;
use crate::data::{Fault, Table, prediction};
use crate::graph::NodeId;

/// The curve that is fitted to the rows.
#[derive(Clone, Debug)]
pub struct Fit {
    /// The node that predicts the last column.
    pub node: NodeId,
    /// The part of the graph that it needs, compiled; its inputs are those of the model.
    pub tape: Rc<Tape>,
}

/// What follows from the table and the model together.
#[derive(Clone, Debug, Default)]
pub struct Data {
    /// The text that was read.
    pub(super) text: Rc<str>,
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
    pub(super) fn of(text: &Rc<str>, model: &Model, before: &Data) -> Data {
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
