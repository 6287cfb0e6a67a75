//! Central differences: an independent check of any gradient.

use super::Trace;

/// A gradient beside its central difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Check {
    /// ∂f/∂variable from the backward pass.
    pub backward: f64,
    /// (f(x + h) − f(x − h)) / 2h.
    pub central: f64,
    /// The step h.
    pub step: f64,
    /// (f(x) − f(x − h)) / h, the slope from the left.
    pub left: f64,
    /// (f(x + h) − f(x)) / h, the slope from the right.
    pub right: f64,
}

impl Check {
    /// |backward − central| relative to the larger of 1 and |backward|.
    pub fn error(&self) -> f64 {
        (self.backward - self.central).abs() / self.backward.abs().max(1.0)
    }
}

/// Checks the partial derivative with respect to one variable at these inputs.
///
/// The step is ∛ε · max(1, |x|), which balances the truncation error, of order h², against the
/// rounding error, of order ε/h (Nocedal & Wright, *Numerical Optimization*, §8.1).
///
/// ```
/// use chainrule::{autodiff::{Tape, Trace, check}, graph, syntax};
/// let program = syntax::parse("sin(x)*y").unwrap();
/// let graph = graph::build(&program, graph::Options::default()).unwrap();
/// let trace = Trace::new(Tape::new(&graph).into());
/// assert!(check(&trace, &[0.5, 3.0], 0).error() < 1e-9);
/// ```
///
/// # Panics
/// If there are fewer inputs than variables.
pub fn check(trace: &Trace, inputs: &[f64], variable: usize) -> Check {
    let mut trace = trace.clone();
    let mut inputs = inputs.to_vec();
    trace.run(&inputs);
    let (backward, here) = (trace.partial(variable), trace.output());
    let x = inputs[variable];
    let step = f64::EPSILON.cbrt() * x.abs().max(1.0);
    let mut at = |x: f64| {
        inputs[variable] = x;
        trace.forward(&inputs);
        trace.output()
    };
    let (right, left) = (x + step, x - step);
    let (above, below) = (at(right), at(left));
    Check {
        backward,
        central: (above - below) / (right - left),
        step,
        left: (here - below) / (x - left),
        right: (above - here) / (right - x),
    }
}
