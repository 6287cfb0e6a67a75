//! `Program → text` that parses to the same program again.

use std::collections::HashSet;

use super::exact;
use super::expr::*;
use crate::ops::{Constant, Level, Notation, Op, Syntax};

/// Writes a program as text with as few parentheses as possible; products are written with `*`.
///
/// Numbers that no text can hold, which are born in derivatives, are written as what gives them: 0/0. So is a
/// constant whose names stand for something else.
///
/// ```
/// use chainrule::syntax::{parse, print};
/// assert_eq!(print(&parse("1/2x + |y|²").unwrap()), "1/2*x + abs(y)^2");
/// ```
pub fn print(program: &Program) -> String {
    let constants = constants(program);
    let mut out = String::new();
    for (index, statement) in program.statements.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        match &statement.kind {
            StatementKind::Define { name, .. } => out += &format!("{name} = "),
            StatementKind::Function { name, parameters, .. } => out += &format!("{name}({}) = ", parameters.join(", ")),
            StatementKind::Value => {}
        }
        print_expr(program, statement, &constants, &mut out);
    }
    out
}

/// What remains to be written; the stack holds it in reverse order.
enum Work {
    Text(&'static str),
    /// A term; an operator that binds more loosely than this level is put in parentheses.
    Term(TermId, Option<Level>),
}

/// How each constant is written: with its first name that stands for nothing else.
fn constants(program: &Program) -> Vec<(Constant, &'static str)> {
    let names =
        program.statements.iter().filter_map(Statement::name).chain(program.variables.iter().map(String::as_str));
    let parameters = program.statements.iter().flat_map(Statement::parameters).map(String::as_str);
    let taken: HashSet<&str> = names.chain(parameters).filter(|name| Constant::from_name(name).is_some()).collect();
    let spelling = |constant: Constant| {
        let free = constant.names().iter().copied().find(|name| !taken.contains(name));
        free.unwrap_or(match constant {
            Constant::Pi => "acos(-1)",
            Constant::Tau => "(2*acos(-1))",
            Constant::E => "exp(1)",
        })
    };
    Constant::ALL.iter().map(|&constant| (constant, spelling(constant))).collect()
}

/// A number as text; one that is not a literal of the language is put in parentheses.
fn number(value: f64) -> String {
    match value {
        _ if value.is_nan() => "(0/0)".into(),
        f64::INFINITY => "1e999".into(),
        f64::NEG_INFINITY => "(-1e999)".into(),
        _ if value.is_sign_negative() => format!("({})", exact(value)),
        _ => exact(value),
    }
}

fn print_expr(program: &Program, statement: &Statement, constants: &[(Constant, &str)], out: &mut String) {
    let expr = &statement.expr;
    let mut work = vec![Work::Term(expr.root(), None)];
    while let Some(item) = work.pop() {
        let (id, place) = match item {
            Work::Text(text) => {
                out.push_str(text);
                continue;
            }
            Work::Term(id, place) => (id, place),
        };
        let args = expr.args_of(id);
        match expr.term(id).kind {
            TermKind::Number(value) => out.push_str(&number(value)),
            TermKind::Constant(constant) => {
                let spelled = constants.iter().find(|(other, _)| *other == constant);
                out.push_str(spelled.map_or(constant.names()[0], |(_, text)| text));
            }
            TermKind::Variable(index) => out.push_str(&program.variables[index as usize]),
            TermKind::Parameter(index) => out.push_str(&statement.parameters()[index as usize]),
            TermKind::Definition(index) => out.push_str(program.statements[index as usize].name().unwrap_or("?")),
            TermKind::Call { function, derivative, .. } => {
                out.push_str(program.statements[function as usize].name().unwrap_or("?"));
                (0..derivative).for_each(|_| out.push('\''));
                call(args, &mut work);
            }
            TermKind::Apply(op, _) => {
                let parenthesize = place.is_some_and(|place| level(op).is_some_and(|own| own < place));
                if parenthesize {
                    out.push('(');
                    work.push(Work::Text(")"));
                }
                apply(expr, op, args, out, &mut work);
            }
        }
    }
}

/// Binding strength of an operation as it is printed; calls and the like bind as atoms.
fn level(op: Op) -> Option<Level> {
    match op.row().syntax {
        Syntax::Infix(level, _) => Some(level),
        Syntax::Prefix(_) => Some(Level::Prefix),
        _ => None,
    }
}

/// Binding strength of the operation that a term applies.
fn level_of(expr: &Expr, id: TermId) -> Option<Level> {
    match expr.term(id).kind {
        TermKind::Apply(op, _) => level(op),
        _ => None,
    }
}

fn call(args: &[TermId], work: &mut Vec<Work>) {
    work.push(Work::Text(")"));
    for (index, &arg) in args.iter().enumerate().rev() {
        work.push(Work::Term(arg, None));
        work.push(Work::Text(if index > 0 { ", " } else { "(" }));
    }
}

fn apply(expr: &Expr, op: Op, args: &[TermId], out: &mut String, work: &mut Vec<Work>) {
    let row = op.row();
    match row.syntax {
        Syntax::Infix(level, spellings) => {
            let (left, right) = match level {
                Level::And => (Level::And, Level::Relation),
                Level::Relation => (Level::Sum, Level::Sum),
                Level::Sum => (Level::Sum, Level::Product),
                Level::Product => (Level::Product, Level::Prefix),
                // The base of a power must be an atom. No level is tighter than Power, so a power as a base is
                // parenthesized below.
                Level::Prefix | Level::Power => (Level::Power, Level::Prefix),
            };
            if level == Level::And
                && let Some((middle_op, end)) = chained(expr, args)
            {
                work.push(Work::Term(end, Some(Level::Sum)));
                work.push(Work::Text(" "));
                work.push(Work::Text(spelling(middle_op)));
                work.push(Work::Text(" "));
                work.push(Work::Term(args[0], None));
                return;
            }
            let spaced = level <= Level::Sum;
            // No parentheses stand around conditions; a chain of comparisons needs none.
            let is_condition = level == Level::And && level_of(expr, args[1]) == Some(Level::And);
            work.push(Work::Term(args[1], if is_condition { None } else { Some(right) }));
            work.push(Work::Text(if spaced { " " } else { "" }));
            work.push(Work::Text(spellings[0]));
            work.push(Work::Text(if spaced { " " } else { "" }));
            let base_is_power = level == Level::Power && level_of(expr, args[0]) == Some(Level::Power);
            if base_is_power {
                work.push(Work::Text(")"));
                work.push(Work::Term(args[0], None));
                work.push(Work::Text("("));
            } else {
                work.push(Work::Term(args[0], Some(left)));
            }
        }
        Syntax::Prefix(spellings) => {
            out.push_str(spellings[0]);
            work.push(Work::Term(args[0], Some(Level::Prefix)));
        }
        Syntax::Braces => {
            work.push(Work::Text("}"));
            for (index, &arg) in args.iter().enumerate().rev() {
                work.push(Work::Term(arg, None));
                work.push(Work::Text(match index {
                    0 => "{",
                    _ if index % 2 == 1 => ": ",
                    _ => ", ",
                }));
            }
        }
        Syntax::Call | Syntax::Bars | Syntax::Radical | Syntax::Subscript => {
            out.push_str(row.name);
            call(args, work);
        }
    }
}

fn spelling(op: Op) -> &'static str {
    match op.row().syntax {
        Syntax::Infix(_, spellings) => spellings[0],
        _ => op.row().name,
    }
}

/// For `left && middle < end` where `left` ends with the same term `middle`: the second comparison
/// and `end`, so that the chain is written a < b < c as it was read.
fn chained(expr: &Expr, args: &[TermId]) -> Option<(Op, TermId)> {
    let relation = |id: TermId| match expr.term(id).kind {
        TermKind::Apply(op, _) if op.row().notation == Notation::Relation => Some(op),
        _ => None,
    };
    relation(args[0])?;
    let second = relation(args[1])?;
    let mut left = args[0];
    if level(relation(left)?) == Some(Level::And) {
        left = expr.args_of(left)[1];
    }
    (expr.args_of(left).last() == expr.args_of(args[1]).first()).then(|| (second, expr.args_of(args[1])[1]))
}
