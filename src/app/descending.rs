//! The descent: what is minimised, over which variables, how fast.

use super::reduce::edit;
use super::{Edit, State};
use crate::typeset::exact;

/// The learning rate that every descent starts with.
const RATE: f64 = 0.01;

/// The descent's settings: saved, shared and undone with the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The learning rate; positive.
    pub rate: f64,
    /// Whether it climbs instead.
    pub maximise: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options { rate: RATE, maximise: false }
    }
}

/// A change of the descent.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Chose the learning rate.
    Rate(f64),
    /// Chose between down and up.
    Maximise(bool),
}

impl Options {
    /// Hands its part of the link to `pair`; nothing of what is as usual.
    pub(super) fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        if self.rate != RATE {
            pair("descent.rate", &exact(self.rate));
        }
        if self.maximise {
            pair("descent.toward", "maximum");
        }
    }

    /// Takes a pair of the link; tells whether it was one of its own.
    pub(super) fn read(&mut self, key: &str, value: &str) -> bool {
        match key {
            "descent.rate" => self.rate = value.parse().ok().filter(valid).unwrap_or(RATE),
            "descent.toward" => self.maximise = value == "maximum",
            _ => return false,
        }
        true
    }
}

fn valid(rate: &f64) -> bool {
    rate.is_finite() && *rate > 0.0
}

/// Does what a person changed of the descent.
pub(super) fn change(state: &mut State, change: Change) {
    match change {
        Change::Rate(rate) if valid(&rate) => {
            edit(state, Edit::Moving("descent.rate".into()), |document| document.descent.rate = rate);
        }
        Change::Rate(_) => {}
        Change::Maximise(maximise) => {
            edit(state, Edit::Single, |document| document.descent.maximise = maximise);
        }
    }
}
