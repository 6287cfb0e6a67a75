//! Second derivatives: the backward pass through the derivative that was found as a formula.
//!
//! ∂f/∂x is itself a program ([`crate::symbolic::partial()`]); compiled like any other, its backward
//! pass gives ∂²f/∂x∂v for every variable v at once, one row of the Hessian.

use std::rc::Rc;

use super::{Model, PartialTape};
use crate::autodiff::Trace;
use crate::words::{Message, derivative as words};

/// More rows and columns than this fit on no screen.
pub const MOST_VARIABLES: usize = 12;

impl Model {
    /// ∂f/∂variable as a program that can be run; none where the function is too large to
    /// differentiate as a formula. Found when it is first asked for, and kept.
    ///
    /// ```
    /// use chainrule::{app::State, autodiff::Trace};
    /// let state = State::default(); // (4x + 1)^2
    /// let slope = state.derived.model.partial_tape(0).unwrap();
    /// let mut trace = Trace::new(slope.tape.clone());
    /// trace.run(&[2.0]);
    /// assert_eq!((trace.output(), trace.partial(0)), (72.0, 32.0)); // f′ and f″
    /// ```
    pub fn partial_tape(&self, variable: usize) -> Option<Rc<PartialTape>> {
        self.partials.get(variable)?.get_or_init(|| PartialTape::of(&self.program, variable).map(Rc::new)).clone()
    }
}

/// All second derivatives of the output at one point.
#[derive(Clone, Debug)]
pub struct Hessian {
    /// One trace a row: of ∂f/∂x and its backward pass.
    rows: Vec<Trace>,
}

impl Hessian {
    /// Room for the second derivatives of a model; nothing is computed before [`Hessian::run`].
    ///
    /// # Errors
    /// Where there are none, a sentence that says why.
    pub fn new(model: &Model) -> Result<Hessian, Message> {
        let count = model.program.variables.len();
        match count {
            0 => return Err(words::no_variable()),
            1..=MOST_VARIABLES => {}
            _ => return Err(words::too_many(MOST_VARIABLES)),
        }
        let rows = (0..count).map(|variable| Some(Trace::new(model.partial_tape(variable)?.tape.clone())));
        let rows = rows.collect::<Option<_>>();
        Ok(Hessian { rows: rows.ok_or_else(words::too_large)? })
    }

    /// Computes all of them at these inputs, one for each variable of the model in order. Allocates
    /// nothing after the first time.
    pub fn run(&mut self, inputs: &[f64]) {
        self.rows.iter_mut().for_each(|row| row.run(inputs));
    }

    /// Number of rows and of columns: of the model's variables.
    pub fn size(&self) -> usize {
        self.rows.len()
    }

    /// ∂f/∂variable, as the formula gives it.
    pub fn slope(&self, variable: usize) -> f64 {
        self.rows[variable].output()
    }

    /// ∂²f/∂a∂b. The same number as ∂²f/∂b∂a, to the last digit: of the two ways to it the first
    /// variable's row is taken, and the other one's where that has no number.
    pub fn at(&self, a: usize, b: usize) -> f64 {
        let (first, other) = (a.min(b), a.max(b));
        let value = self.rows[first].partial(other);
        if value.is_nan() { self.rows[other].partial(first) } else { value }
    }
}
