//! The picked row: where the table and the sliders meet.

use std::rc::Rc;

use super::Data;
use crate::app::{Document, Model};

/// Reads the table again where it changed, and moves the sliders to the picked row.
pub(in crate::app) fn gather(document: &mut Document, model: &Model, data: &mut Rc<Data>) {
    if document.data.text.is_empty() && data.text.is_empty() {
        return;
    }
    *data = Rc::new(Data::of(&document.data.text, model, data));
    show_row(document, model, data);
}

/// Moves the sliders to the picked row, their ends as far as the columns reach.
pub(in crate::app) fn show_row(document: &mut Document, model: &Model, data: &Data) {
    let Some(picked) = &mut document.data.row else { return };
    if data.rows.is_empty() {
        return;
    }
    *picked = (*picked).min(data.rows.len() - 1);
    let row = *picked;
    for (column, &variable) in data.columns.iter().enumerate() {
        let name = &model.graph.variables()[variable].name;
        let input = data.rows.iter().fold(document.input(name), |input, row| input.at(row[column]));
        let input = input.at(data.rows[row][column]);
        if document.inputs.get(name) != Some(&input) {
            document.inputs.insert(name.clone(), input);
        }
    }
}

/// A slider was moved by hand: if it is a column's, no row is shown any more.
pub(in crate::app) fn leave_row(document: &mut Document, model: &Model, data: &Data, name: &str) {
    let variables = model.graph.variables();
    if document.data.row.is_some() && data.columns.iter().any(|&variable| variables[variable].name == *name) {
        document.data.row = None;
    }
}
