//! A partial derivative of the output that can be run.

use std::rc::Rc;

use crate::autodiff::Tape;
use crate::graph;
use crate::symbolic::partial_of;
use crate::syntax::Program;

/// Functions of more terms, counted at each call, have derivatives that nobody reads and that take too long to
/// find.
pub(super) const LARGEST_FUNCTION: usize = 1500;

/// A partial derivative of the output, as a program and compiled.
#[derive(Debug)]
pub struct PartialTape {
    /// ∂f/∂variable over the same variables as the model's own program.
    pub program: Program,
    /// The same, compiled; its variables are the model's, in the same order.
    pub tape: Rc<Tape>,
}

impl PartialTape {
    /// ∂output/∂variable of a program; none where it is too large.
    pub(super) fn of(program: &Program, variable: usize) -> Option<PartialTape> {
        let terms: usize = program.statements.iter().map(|statement| statement.expr.terms.len()).sum();
        // What is too large without its calls need not be looked into.
        if terms > LARGEST_FUNCTION {
            return None;
        }
        let program = partial_of(program, variable, LARGEST_FUNCTION)?;
        let graph = graph::build(&program, graph::Options::default()).ok()?;
        Some(PartialTape { program, tape: Rc::new(Tape::new(&graph)) })
    }
}
