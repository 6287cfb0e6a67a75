//! The first and second derivatives as formulas.

use super::partial::LARGEST_FUNCTION;
use super::{Hessian, Model};
use crate::symbolic::partial_of;
use crate::syntax::{Program, Statement, StatementKind, TermKind};
use crate::typeset::{Math, expression, name_math};
use crate::words::Message;

/// The partial derivatives of the first variables only are written out.
pub(super) const MOST_VARIABLES: usize = 6;

/// Longer derivatives are no formulas that a person reads.
const MOST_LINES: usize = 60;

/// With more variables than this, second derivatives are numbers in a table only.
const MOST_TWICE: usize = 3;

/// A partial derivative as a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Derivative {
    /// The variables that it is with respect to: one for a first derivative, two for a second one.
    pub variables: Vec<usize>,
    /// ∂f/∂x = …; with lines for shared names before it where the function is large.
    pub lines: Vec<Math>,
    /// Whether the formula is a number, so that its value need not stand beside it.
    pub is_number: bool,
}

/// The partial derivatives of a model's output, as a teacher would write them; none of what would
/// be too large to read.
///
/// ```
/// use chainrule::app::{State, derivatives};
/// let formulas = derivatives::formulas(&State::default().derived.model);
/// assert_eq!(formulas[0].lines[0].plain(), "∂f / ∂x = 8 · (4 · x + 1)");
/// ```
pub fn formulas(model: &Model) -> Vec<Derivative> {
    let variables = 0..model.program.variables.len().min(MOST_VARIABLES);
    variables.filter_map(|variable| formula(model, &model.partial_tape(variable)?.program, &[variable])).collect()
}

/// The second derivatives, each mixed one once; none of what takes more than a line.
///
/// # Errors
/// Where there are none, a sentence that says why.
///
/// ```
/// use chainrule::app::{State, derivatives};
/// let formulas = derivatives::second(&State::default().derived.model).unwrap();
/// assert_eq!(formulas[0].lines[0].plain(), "∂²f / ∂x² = 32");
/// ```
pub fn second(model: &Model) -> Result<Vec<Derivative>, Message> {
    let count = Hessian::new(model)?.size();
    let pairs = (0..count).flat_map(|a| (a..count).map(move |b| [a, b])).filter(|_| count <= MOST_TWICE);
    let twice = |variables: [usize; 2]| {
        let derived = partial_of(&model.partial_tape(variables[0])?.program, variables[1], LARGEST_FUNCTION)?;
        formula(model, &derived, &variables).filter(|formula| formula.lines.len() == 1)
    };
    Ok(pairs.filter_map(twice).collect())
}

fn formula(model: &Model, derived: &Program, variables: &[usize]) -> Option<Derivative> {
    let line = |statement: &Statement| {
        let right = expression(&statement.expr, derived, statement.parameters())?;
        let left = match &statement.kind {
            StatementKind::Define { name, .. } => name_math(name),
            _ => name(model, variables),
        };
        // Places in the derivative are no places in the text that was typed.
        Some(Math::row([left, Math::operator("="), right.unplaced()]))
    };
    if derived.statements.len() > MOST_LINES {
        return None;
    }
    let lines = derived.statements.iter().map(line).collect::<Option<_>>()?;
    // A number, or one with a sign before it.
    let terms = &derived.output().expr.terms;
    let is_number = terms.len() <= 2 && terms.iter().take(1).all(|term| matches!(term.kind, TermKind::Number(_)));
    Some(Derivative { variables: variables.to_vec(), lines, is_number })
}

/// ∂f/∂x, ∂²f/∂x² or ∂²f/∂x∂y.
fn name(model: &Model, variables: &[usize]) -> Math {
    let squared = |base: Math| Math::superscript(base, Math::number("2"));
    let variable = |index: usize| name_math(&model.program.variables[index]);
    let d = |what: Math| Math::row([Math::operator("∂"), what]);
    let output = name_math(model.output_name());
    let twice = |bottom: Math| Math::fraction(Math::row([squared(Math::operator("∂")), output.clone()]), bottom);
    match *variables {
        [a, b] if a == b => twice(d(squared(variable(a)))),
        [a, b] => twice(Math::row([d(variable(a)), d(variable(b))])),
        _ => Math::fraction(d(output), d(variable(variables[0]))),
    }
}
