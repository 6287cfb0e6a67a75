//! The partial derivatives as formulas.

use super::Model;
use crate::syntax::{Program, StatementKind};
use crate::typeset::{Math, expression, name_math};

/// The partial derivatives of the first variables only are written out.
const MOST_VARIABLES: usize = 6;

/// One partial derivative as a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Derivative {
    /// The variable.
    pub variable: String,
    /// ∂f/∂x = …; with lines for shared names before it where the function is large.
    pub lines: Vec<Math>,
}

/// The partial derivatives of a model's output, as a teacher would write them; none of what would
/// be too large to read.
///
/// ```
/// use chainrule::app::{State, derivatives};
/// let formulas = derivatives::formulas(&State::default().model);
/// assert_eq!(formulas[0].lines[0].plain(), "∂f / ∂x = 8 · (4 · x + 1)");
/// ```
pub fn formulas(model: &Model) -> Vec<Derivative> {
    let variables = model.program.variables.iter().enumerate().take(MOST_VARIABLES);
    let formula = |(index, name): (usize, &String)| {
        let lines = lines(&model.partial_tape(index)?.program, model.output_name(), name)?;
        Some(Derivative { variable: name.clone(), lines })
    };
    variables.filter_map(formula).collect()
}

fn lines(derived: &Program, output: &str, variable: &str) -> Option<Vec<Math>> {
    let d = |name: &str| Math::row([Math::operator("∂"), name_math(name)]);
    let line = |statement: &crate::syntax::Statement| {
        let right = expression(&statement.expr, derived, statement.parameters())?;
        let left = match &statement.kind {
            StatementKind::Define { name, .. } => name_math(name),
            _ => Math::fraction(d(output), d(variable)),
        };
        // Places in the derivative are no places in the text that was typed.
        Some(Math::row([left, Math::operator("="), right.unplaced()]))
    };
    derived.statements.iter().map(line).collect()
}
