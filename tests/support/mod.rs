//! Random expressions, shared by the property tests.
#![allow(dead_code)] // each test file uses its part

use chainrule::autodiff::{Tape, Trace};
use chainrule::graph::{self, Graph, Options};
use chainrule::ops::{Arity, Constant, Level, Op, Syntax};
use chainrule::syntax::{Expr, Program, Span, Statement, StatementKind, TermId, TermKind, parse};
use proptest::prelude::*;

/// The variables random expressions are made of.
pub const VARIABLES: [&str; 3] = ["x", "y", "z"];

/// A random expression before it is an [`Expr`].
#[derive(Clone, Debug)]
pub enum Tree {
    Leaf(TermKind),
    Apply(Op, Vec<Tree>),
}

fn comparisons() -> Vec<Op> {
    let is_comparison = |op: &Op| matches!(op.row().syntax, Syntax::Infix(Level::Relation, _));
    Op::ALL.iter().copied().filter(is_comparison).collect()
}

fn leaves() -> BoxedStrategy<Tree> {
    let number = prop_oneof![
        (0u32..20).prop_map(f64::from),
        0.0..10.0,
        any::<f64>().prop_filter("a literal", |x| x.is_finite() && x.is_sign_positive()),
    ];
    prop_oneof![
        4 => (0..VARIABLES.len() as u32).prop_map(|index| Tree::Leaf(TermKind::Variable(index))),
        2 => number.prop_map(|value| Tree::Leaf(TermKind::Number(value))),
        1 => prop::sample::select(&Constant::ALL[..]).prop_map(|constant| Tree::Leaf(TermKind::Constant(constant))),
    ]
    .boxed()
}

/// Random expressions over every operation for which `wanted` holds.
pub fn trees(wanted: fn(Op) -> bool) -> BoxedStrategy<Tree> {
    let plain: Vec<Op> = Op::ALL
        .iter()
        .copied()
        .filter(|&op| {
            let syntax = op.row().syntax;
            wanted(op)
                && !matches!(
                    syntax,
                    Syntax::Infix(Level::Relation | Level::And, _) | Syntax::Braces | Syntax::Subscript
                )
        })
        .collect();
    let braces = Op::ALL.iter().copied().find(|op| op.row().syntax == Syntax::Braces).unwrap();
    let with_braces = wanted(braces);
    leaves()
        .prop_recursive(6, 60, 3, move |inner| {
            let apply = (prop::sample::select(plain.clone()), prop::collection::vec(inner.clone(), 3), 2..4usize)
                .prop_map(|(op, mut args, count)| {
                    args.truncate(match op.row().arity {
                        Arity::Exactly(n) => n,
                        Arity::AtLeast(n) => n.max(count),
                    });
                    Tree::Apply(op, args)
                });
            if !with_braces {
                return apply.boxed();
            }
            let cases = (prop::sample::select(comparisons()), prop::collection::vec(inner, 4), any::<bool>()).prop_map(
                move |(comparison, args, otherwise)| {
                    let [a, b, value, last] = <[Tree; 4]>::try_from(args).unwrap();
                    let mut args = vec![Tree::Apply(comparison, vec![a, b]), value];
                    args.extend(otherwise.then_some(last));
                    Tree::Apply(braces, args)
                },
            );
            prop_oneof![8 => apply, 1 => cases].boxed()
        })
        .boxed()
}

/// As a program with one statement.
pub fn program(tree: &Tree) -> Program {
    let mut variables: Vec<String> = Vec::new();
    let mut expr = Expr::default();
    add(tree, &mut expr, &mut variables);
    let statement = Statement { kind: StatementKind::Value, expr, span: Span::default() };
    Program { variables, statements: vec![statement], notices: Vec::new() }
}

fn add(tree: &Tree, expr: &mut Expr, variables: &mut Vec<String>) -> TermId {
    match tree {
        Tree::Leaf(TermKind::Variable(index)) => {
            let name = VARIABLES[*index as usize];
            let index = variables.iter().position(|known| known == name).unwrap_or_else(|| {
                variables.push(name.to_owned());
                variables.len() - 1
            });
            expr.leaf(TermKind::Variable(index as u32), Span::default())
        }
        Tree::Leaf(kind) => expr.leaf(*kind, Span::default()),
        Tree::Apply(op, args) => {
            let args: Vec<TermId> = args.iter().map(|arg| add(arg, expr, variables)).collect();
            expr.apply(*op, &args, Span::default())
        }
    }
}

/// Operations that are smooth and defined everywhere, where finite differences can be trusted.
pub fn is_smooth(op: Op) -> bool {
    let everywhere = [
        "add", "sub", "mul", "neg", "sin", "cos", "atan", "tanh", "asinh", "sigmoid", "softplus", "silu", "gelu",
        "mish", "erf", "erfc",
    ];
    everywhere.contains(&op.row().name)
}

/// The graph of a text that parses.
pub fn graph(text: &str, options: Options) -> Graph {
    let program = parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    graph::build(&program, options).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The trace of a text at a point given by name.
pub fn trace(text: &str, at: &[(&str, f64)]) -> (Graph, Trace) {
    let graph = graph(text, Options::default());
    let trace = trace_of(&graph, at);
    (graph, trace)
}

/// The trace of a graph at a point given by name.
pub fn trace_of(graph: &Graph, at: &[(&str, f64)]) -> Trace {
    let inputs: Vec<f64> = graph
        .variables()
        .iter()
        .map(|variable| at.iter().find(|(name, _)| *name == variable.name).map_or(1.0, |(_, value)| *value))
        .collect();
    let mut trace = Trace::new(Tape::new(graph).into());
    trace.run(&inputs);
    trace
}
