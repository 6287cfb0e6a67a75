//! What was typed, typeset as it was read.

use super::fragment::Fragment;
use super::{Math, name_math, number_math};
use crate::ops::{Level, Syntax};
use crate::syntax::{Expr, Program, Statement, StatementKind, TermId, TermKind};

/// Most terms that are typeset; nobody would read a longer formula.
pub const LARGEST: usize = 400;

/// The deepest nesting that is typeset.
pub const DEEPEST: usize = 60;

/// A program as formulas, one a statement, with parentheses only where they are needed to show
/// how it was read; none if it is larger than [`LARGEST`] or deeper than [`DEEPEST`].
///
/// An output without a name is shown as f with its variables.
///
/// ```
/// use chainrule::{syntax::parse, typeset::{program, to_mathml}};
/// let lines = program(&parse("h = 1/2x; h^2").unwrap()).unwrap();
/// assert_eq!(lines.len(), 2);
/// assert_eq!(lines[0].to_string(), "<mrow><mi>h</mi><mo>=</mo><mrow>\
///     <mfrac><mn>1</mn><mn>2</mn></mfrac><mo lspace=\"0.15em\" rspace=\"0.15em\">·</mo><mi>x</mi></mrow></mrow>");
/// ```
pub fn program(program: &Program) -> Option<Vec<Math>> {
    let terms: usize = program.statements.iter().map(|statement| statement.expr.terms.len()).sum();
    if terms > LARGEST || program.statements.len() > LARGEST {
        return None;
    }
    let last = program.statements.len().wrapping_sub(1);
    let line = |(i, statement): (usize, &Statement)| {
        let right = expression(&statement.expr, program, statement.parameters())?;
        let left = match &statement.kind {
            StatementKind::Define { name, name_span } => Some(name_math(name).at(*name_span)),
            StatementKind::Function { name, name_span, parameters } => {
                Some(Math::call(name_math(name).at(*name_span), parameters.iter().map(|name| name_math(name))))
            }
            StatementKind::Value if i == last => Some(output_name(program)),
            StatementKind::Value => None,
        };
        Some(match left {
            Some(left) => Math::row([left, Math::operator("="), right]),
            None => right,
        })
    };
    program.statements.iter().enumerate().map(line).collect()
}

/// `f(x, y)` for an output without a name, `f` alone if there are none or many variables; if f
/// names something else, the name that the output's node has.
fn output_name(program: &Program) -> Math {
    let name = name_math(&program.output_name());
    match program.variables.len() {
        1..=4 => Math::call(name, program.variables.iter().map(|name| name_math(name))),
        _ => name,
    }
}

/// One expression of a program, or one that uses its names; `parameters` are those of the
/// function whose body it is. None if it is too large, as with [`program`].
///
/// ```
/// use chainrule::{syntax::parse, typeset::expression};
/// let program = parse("x^2").unwrap();
/// let square = expression(&program.output().expr, &program, &[]).unwrap();
/// assert_eq!(square.to_string(), "<msup><mi>x</mi><mn>2</mn></msup>");
/// ```
pub fn expression(expr: &Expr, program: &Program, parameters: &[String]) -> Option<Math> {
    fold(expr, program, parameters, &|_| None)
}

/// The output of a program with numbers in place of the variables that have one; parts keep their
/// places in the text. None if it is too large, as with [`program`].
///
/// ```
/// use chainrule::{syntax::parse, typeset::output_with};
/// let step = output_with(&parse("x - 0.01*g").unwrap(), &|name| (name == "g").then_some(-40.0)).unwrap();
/// assert_eq!(step.plain(), "x − 0.01 · (−40)");
/// ```
pub fn output_with(program: &Program, value: &dyn Fn(&str) -> Option<f64>) -> Option<Math> {
    fold(&program.output().expr, program, &[], value)
}

fn fold(expr: &Expr, program: &Program, parameters: &[String], value: &dyn Fn(&str) -> Option<f64>) -> Option<Math> {
    if expr.terms.is_empty() || expanded_size(expr) > LARGEST || expr.depth() > DEEPEST {
        return None;
    }
    let mut uses = vec![0; expr.terms.len()];
    expr.args.iter().for_each(|&arg| uses[arg as usize] += 1);
    let mut fold = Fold { expr, program, parameters, value, uses, pieces: Vec::with_capacity(expr.terms.len()) };
    for id in 0..=expr.root() {
        let piece = fold.piece(id);
        fold.pieces.push(Some(piece));
    }
    fold.pieces.pop()?.map(|piece| piece.math)
}

/// Number of terms if each is counted once per use.
fn expanded_size(expr: &Expr) -> usize {
    let mut sizes = vec![1usize; expr.terms.len()];
    for id in 0..expr.terms.len() {
        let args = expr.args_of(id as TermId).iter().map(|&arg| sizes[arg as usize]);
        sizes[id] = args.fold(1, usize::saturating_add);
    }
    sizes.last().copied().unwrap_or(0)
}

/// Typesets terms from the leaves up, each from the pieces of its arguments.
struct Fold<'a> {
    expr: &'a Expr,
    program: &'a Program,
    parameters: &'a [String],
    /// Numbers that stand in place of variables.
    value: &'a dyn Fn(&str) -> Option<f64>,
    /// How often each term is still going to be used.
    uses: Vec<u32>,
    pieces: Vec<Option<Fragment>>,
}

impl Fold<'_> {
    fn piece(&mut self, id: TermId) -> Fragment {
        let term = *self.expr.term(id);
        let mut piece = match term.kind {
            TermKind::Number(value) => Fragment::literal(value),
            TermKind::Constant(constant) => Fragment::constant(constant),
            TermKind::Variable(variable) => {
                let name = &self.program.variables[variable as usize];
                match (self.value)(name) {
                    Some(value) => Fragment::number(value, number_math(value)),
                    None => Fragment::name(name_math(name)),
                }
            }
            TermKind::Definition(statement) => Fragment::name(self.name_of(statement)),
            TermKind::Parameter(parameter) => Fragment::name(name_math(&self.parameters[parameter as usize])),
            TermKind::Call { function, derivative, .. } => {
                let mut name = self.name_of(function);
                if derivative > 0 {
                    let primes = Math::operator("′".repeat(derivative.min(9) as usize));
                    name = Math::superscript(name, primes);
                }
                Fragment::call(name, self.args(id))
            }
            TermKind::Apply(op, _) => {
                let chained = self.is_chain(id);
                let mut args = self.args(id);
                match (args.pop(), args.pop()) {
                    (Some(second), Some(first)) if chained => Fragment::chain(first, second),
                    (last, before) => {
                        args.extend(before.into_iter().chain(last));
                        Fragment::apply(op, args)
                    }
                }
            }
        };
        piece.math.span = Some(term.span);
        piece
    }

    /// Pieces of the arguments: moved, or copied while there is another use.
    fn args(&mut self, id: TermId) -> Vec<Fragment> {
        let expr = self.expr;
        let take = |&arg: &TermId| {
            let arg = arg as usize;
            self.uses[arg] -= 1;
            if self.uses[arg] == 0 { self.pieces[arg].take() } else { self.pieces[arg].clone() }
        };
        expr.args_of(id).iter().filter_map(take).collect()
    }

    fn name_of(&self, statement: u32) -> Math {
        name_math(self.program.statements[statement as usize].name().unwrap_or_default())
    }

    /// Whether this is `a < b and b < c` with one and the same b.
    fn is_chain(&self, id: TermId) -> bool {
        let [left, right] = *self.expr.args_of(id) else { return false };
        let last = if self.level(left) == Some(Level::And) { self.expr.args_of(left)[1] } else { left };
        self.level(id) == Some(Level::And)
            && self.level(last) == Some(Level::Relation)
            && self.level(right) == Some(Level::Relation)
            && self.expr.args_of(last)[1] == self.expr.args_of(right)[0]
    }

    /// Strength of the operator a term applies.
    fn level(&self, id: TermId) -> Option<Level> {
        match self.expr.term(id).kind {
            TermKind::Apply(op, _) => match op.row().syntax {
                Syntax::Infix(level, _) => Some(level),
                _ => None,
            },
            _ => None,
        }
    }
}
