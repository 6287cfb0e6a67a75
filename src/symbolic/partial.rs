//! The derivative of a program as a program: a short one is one expression, a long one names the
//! intermediate results that are used several times.

use super::algebra::{Algebra, Id};
use super::arena::{Arena, EntryKind};
use super::chain::{chain, value};
use super::folded;
use super::write::{Style, write};
use crate::ops::Constant;
use crate::sort::sorted;
use crate::syntax::{Expr, Program, Span, Statement, StatementKind, TermKind};

/// The most terms of a program that is differentiated, counted with its functions inlined.
pub const LARGEST: usize = 20_000;

/// Programs of more operations are differentiated with names for what is shared.
pub const LARGEST_INLINE: usize = 60;

/// A derivative that would take more terms than this in one line is written with names too.
pub const LONGEST_INLINE: usize = 150;

/// Expressions of more terms are not simplified.
pub const LARGEST_SIMPLIFIED: usize = 1000;

/// How often an expression is read again at most, until nothing changes.
const ROUNDS: usize = 4;

/// ∂output/∂variable of a program, as a program over the same variables that computes it.
///
/// The derivative of a small program is one simplified formula with all definitions inlined. For a
/// program of more than [`LARGEST_INLINE`] operations, or if the formula would have more than
/// [`LONGEST_INLINE`] terms, the definitions are kept and the program is differentiated backward:
/// `h` is followed by `dh`, the derivative of the output with respect to h, and unnamed intermediate
/// results get names (`t1`, `dt1`). Its length is at most a constant times the program's.
///
/// The formula has the value of the backward pass wherever both are defined, up to rounding;
/// where three or more arguments of a maximum tie, they share it pairwise. The result is `None` if the
/// program has more than [`LARGEST`] terms, and 0 for a variable that the program does not have.
///
/// Printed, it is read as the same program again, unless a variable has the name of a constant, as the parameter
/// of f(e) = e^2 has: elsewhere that name is the constant's.
///
/// ```
/// use chainrule::{symbolic::partial, syntax::{parse, print}};
/// let program = parse("h = 4x + 1; h^2*y").unwrap();
/// assert_eq!(print(&partial(&program, 0).unwrap()), "8*y*(4*x + 1)");
/// assert_eq!(print(&partial(&program, 1).unwrap()), "(4*x + 1)^2");
/// ```
pub fn partial(program: &Program, variable: usize) -> Option<Program> {
    partial_of(program, variable, LARGEST)
}

/// As [`partial()`], for a program of at most so many terms.
pub fn partial_of(program: &Program, variable: usize, largest: usize) -> Option<Program> {
    let order = conventional_order(&program.variables);
    let mut ranks = vec![0; order.len()];
    order.iter().zip(0..).for_each(|(&variable, rank)| ranks[variable as usize] = rank);
    let mut ranked = program.clone();
    renumber(&mut ranked.statements, &ranks);
    ranked.variables = order.iter().map(|&variable| program.variables[variable as usize].clone()).collect();
    let mut statements = statements(&ranked, ranks.get(variable).map_or(variable, |&rank| rank as usize), largest)?;
    renumber(&mut statements, &order);
    Some(Program { variables: program.variables.clone(), statements, notices: Vec::new() })
}

/// The derivative of a program whose variables are numbered in the order in which products write them.
fn statements(program: &Program, variable: usize, largest: usize) -> Option<Vec<Statement>> {
    let arena = Arena::new(program, largest)?;
    let style = Style::of(program.statements.iter().map(|statement| &statement.expr), e_is_taken(program));
    let uses = arena.uses();
    let operations =
        arena.entries.iter().zip(&uses).filter(|(entry, uses)| **uses > 0 && !entry.args.is_empty()).count();
    let inline = if operations <= LARGEST_INLINE { in_one_line(&arena, &uses, variable, style) } else { None };
    Some(match inline {
        Some(expr) => vec![Statement { kind: StatementKind::Value, expr, span: Span::default() }],
        None => folded::partial(program, &arena, &uses, variable, style),
    })
}

/// The variables in the order in which formulas write them: in order of appearance, except that t, x,
/// y and z come last, as in b·x.
fn conventional_order(names: &[String]) -> Vec<u32> {
    let unknown = |&variable: &u32| {
        let name = names[variable as usize].as_str();
        let rest = name.strip_prefix(['t', 'x', 'y', 'z']);
        let is_index = |rest: &str| !rest.contains(char::is_alphabetic);
        if rest.is_some_and(is_index) { Some(name) } else { None }
    };
    sorted((0..names.len() as u32).collect(), |a, b| unknown(a).cmp(&unknown(b)))
}

/// Replaces the number of every variable by the entry of `numbers` at that number.
fn renumber(statements: &mut [Statement], numbers: &[u32]) {
    for term in statements.iter_mut().flat_map(|statement| &mut statement.expr.terms) {
        if let TermKind::Variable(index) = &mut term.kind {
            *index = numbers[*index as usize];
        }
    }
}

/// An expression as a textbook would write it: zero terms and unit factors vanish, exact arithmetic
/// is carried out, like terms and powers are combined, and everything is in its usual order.
///
/// Names stay what they are, and the value stays the same where the expression is defined, up to
/// rounding; it may be defined in more places, as x/x = 1 is. Expressions of more than
/// [`LARGEST_SIMPLIFIED`] terms come back as they are.
///
/// ```
/// use chainrule::{symbolic::simplify, syntax::{parse, print}};
/// let mut program = parse("x*1 + x^1 - 0*y + sqrt(4)").unwrap();
/// program.statements[0].expr = simplify(&program.statements[0].expr);
/// assert_eq!(print(&program), "2*x + 2");
/// ```
pub fn simplify(expr: &Expr) -> Expr {
    if expr.terms.is_empty() {
        return expr.clone();
    }
    simplified(expr.clone(), Style::of(std::iter::once(expr), false))
}

/// Simplifies until nothing changes: a sum that is read as a whole may become shorter than one that was
/// built term by term.
fn simplified(mut expr: Expr, style: Style) -> Expr {
    for _ in 0..ROUNDS {
        if expr.terms.len() > LARGEST_SIMPLIFIED {
            break;
        }
        let mut algebra = Algebra::new();
        let root = algebra.read(&expr, None);
        let next = write(&algebra, root, style);
        if next == expr {
            break;
        }
        expr = next;
    }
    expr
}

/// Whether e is the name of something in this program.
fn e_is_taken(program: &Program) -> bool {
    let mut names =
        program.statements.iter().filter_map(Statement::name).chain(program.variables.iter().map(String::as_str));
    names.any(|name| Constant::from_name(name) == Some(Constant::E))
}

/// The derivative as one expression, computed forward from the variable; `None` if it is too long.
fn in_one_line(arena: &Arena, uses: &[u32], variable: usize, style: Style) -> Option<Expr> {
    let mut algebra = Algebra::new();
    let depends = arena.depends_on(variable);
    let mut values: Vec<Id> = Vec::with_capacity(arena.entries.len());
    let mut slopes: Vec<Id> = Vec::with_capacity(arena.entries.len());
    for (index, entry) in arena.entries.iter().enumerate() {
        if uses[index] == 0 {
            values.push(Id::ZERO);
            slopes.push(Id::ZERO);
            continue;
        }
        let args: Vec<Id> = entry.args.iter().map(|&arg| values[arg as usize]).collect();
        let value = value(&mut algebra, entry, &args);
        let slope = match entry.kind {
            EntryKind::Variable(index) if index as usize == variable => Id::ONE,
            EntryKind::Op(op) if depends[index] => {
                let inner: Vec<Id> = entry.args.iter().map(|&arg| slopes[arg as usize]).collect();
                chain(&mut algebra, op, &args, value, &inner)
            }
            _ => Id::ZERO,
        };
        if algebra.weight(slope) as usize > 8 * LONGEST_INLINE {
            return None;
        }
        values.push(value);
        slopes.push(slope);
    }
    let root = slopes[arena.output as usize];
    if algebra.weight(root) as usize > 2 * LONGEST_INLINE {
        return None;
    }
    let expr = simplified(write(&algebra, root, style), style);
    (expanded_size(&expr) <= LONGEST_INLINE).then_some(expr)
}

/// Number of terms if each is counted once per use.
fn expanded_size(expr: &Expr) -> usize {
    let mut sizes = vec![1usize; expr.terms.len()];
    for id in 0..expr.terms.len() {
        let args = expr.args_of(id as u32).iter().map(|&arg| sizes[arg as usize]);
        sizes[id] = args.fold(1, usize::saturating_add);
    }
    sizes.last().copied().unwrap_or(0)
}
