//! The mean over the rows of the data, and what each row has to do with it.

use std::cell::RefCell;

use web_sys::Element;
use yew::NodeRef;

use crate::app::State;
use crate::typeset::{exact, number};
use crate::ui::shell::writer::Writer;
use crate::ui::shell::dom::set_class;
use crate::ui::shell::pace::Pace;
use crate::ui::shell::say::text_of;
use crate::ui::shell::shown::Shown;

/// Nodes times rows that are computed within an event; more follow in a pause.
const MOST_WORK: usize = 100_000;

/// A number as text, with all its digits in an attribute.
struct Cell {
    text: Shown,
    digits: Shown,
}

impl Cell {
    fn new() -> Cell {
        let text = Shown::text();
        Cell { digits: Shown::attribute(&text.at(), "data-value"), text }
    }

    fn write(&mut self, value: f64) {
        self.text.write(number(value));
        self.digits.write(exact(value));
    }
}

/// The mean over the rows of the data, and what each row has to do with it.
pub(super) struct Means {
    pub root: NodeRef,
    mean: RefCell<Cell>,
    values: RefCell<Vec<Cell>>,
    predictions: RefCell<Vec<Cell>>,
    sentence: RefCell<Shown>,
    old: Option<bool>,
}

impl Means {
    pub fn new() -> Means {
        Means {
            root: NodeRef::default(),
            mean: RefCell::new(Cell::new()),
            values: RefCell::default(),
            predictions: RefCell::default(),
            sentence: RefCell::new(Shown::text()),
            old: None,
        }
    }

    /// Where the mean is to be shown.
    pub fn mean(&self) -> NodeRef {
        self.mean.borrow().text.at()
    }

    /// Where the next row's value is to be shown.
    pub fn value(&self) -> NodeRef {
        next(&self.values)
    }

    /// Where what the function predicts for the next row is to be shown.
    pub fn prediction(&self) -> NodeRef {
        next(&self.predictions)
    }

    /// The place of the sentence that says how the rows' gradients are averaged.
    pub fn sentence(&self) -> NodeRef {
        self.sentence.borrow().at()
    }

    fn set_old(&mut self, old: bool) {
        if self.old.replace(old) != Some(old)
            && let Some(root) = self.root.cast::<Element>()
        {
            set_class(&root, "old", old);
        }
    }

    fn write_all(&mut self, state: &State) {
        self.set_old(false);
        let Some(now) = state.table().mean() else { return };
        self.mean.get_mut().write(now.value);
        self.values.get_mut().iter_mut().zip(now.values).for_each(|(cell, value)| cell.write(value));
        let predictions = self.predictions.get_mut();
        if !predictions.is_empty() {
            predictions.iter_mut().zip(state.table().predictions()).for_each(|(cell, value)| cell.write(value));
        }
        self.sentence.get_mut().write(text_of(now.sentence));
    }
}

fn next(cells: &RefCell<Vec<Cell>>) -> NodeRef {
    let cell = Cell::new();
    let place = cell.text.at();
    cells.borrow_mut().push(cell);
    place
}

impl Writer for Means {
    fn write(&mut self, state: &State, pace: Pace) {
        let soon = state.derived.model.graph.len() * state.derived.data.rows.len() <= MOST_WORK;
        match pace {
            Pace::Mount | Pace::Event if soon => self.write_all(state),
            Pace::Mount | Pace::Event => self.set_old(true),
            Pace::Pause if !soon => self.write_all(state),
            _ => {}
        }
    }

    fn wants_pause(&self) -> bool {
        self.old == Some(true)
    }
}
