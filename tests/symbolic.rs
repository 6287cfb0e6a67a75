//! The derivative as an expression has the value of the backward pass, and the form of textbooks.

mod support;

use chainrule::autodiff::{Tape, Trace};
use chainrule::graph::{NodeKind, Options, build};
use chainrule::symbolic::{LARGEST, LARGEST_INLINE, LONGEST_INLINE, derivative, partial, simplify};
use chainrule::syntax::{Program, Span, StatementKind, TermKind, parse, print};
use chainrule::typeset::{self, expression};
use proptest::prelude::*;

/// The program as a function of its variables, and its derivative with respect to the first one.
fn differentiated(mut program: Program) -> Option<Program> {
    let body = program.statements[0].expr.clone();
    let expr = {
        let mut expr = body;
        for term in &mut expr.terms {
            if let TermKind::Variable(index) = term.kind {
                term.kind = TermKind::Parameter(index);
            }
        }
        derivative(&program, &expr, 0, 1, &mut 100_000)?
    };
    let statement = &mut program.statements[0];
    statement.expr = expr;
    statement.kind =
        StatementKind::Function { name: "d".into(), name_span: Span::default(), parameters: program.variables.clone() };
    Some(program)
}

#[test]
fn primes_differentiate_as_often_as_they_stand() {
    for (text, x, expected) in [
        ("f(t) = t^3; f'(x)", 2.0, 12.0),
        ("f(t) = t^3; f''(x)", 2.0, 12.0),
        ("f(t) = t^3; f'''(x)", 2.0, 6.0),
        ("f(t) = t^3; f''''(x)", 2.0, 0.0),
        ("f(t) = sin(t); f'(2x)", 0.5, 1.0f64.cos()),
        ("f(t) = exp(t); g(t) = f(f(t)); g'(x)", 0.0, 1.0f64.exp()),
        ("f(t) = t^t; f'(x)", 2.0, 4.0 * (2.0f64.ln() + 1.0)),
        ("f(t) = |t|; f'(x)", -3.0, -1.0),
        ("f(t) = max(t, 1, 2t); f'(x)", 3.0, 2.0),
        ("f(t) = max(t, 2t, 3t); f'(x)", 0.0, 2.0),
        ("f(t) = {t < 0: -t, t < 1: t^2, 5t}; f'(x)", 0.5, 1.0),
        ("f(t) = 7; f'(x)", 0.5, 0.0),
        ("f(t) = t; f'(x)", 0.5, 1.0),
    ] {
        let (_, trace) = support::trace(text, &[("x", x)]);
        let error = (trace.output() - expected).abs();
        assert!(error <= 1e-14 * expected.abs().max(1.0), "{text} at {x}: {} not {expected}", trace.output());
    }
}

/// Functions and their derivatives with respect to x as a textbook has them.
const GALLERY: &str = include_str!("data/derivatives.txt");

/// The lines of the gallery: function and derivative.
fn gallery() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = GALLERY.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split_once(" → ").map(|(f, derivative)| (f.trim(), derivative)).expect(line))
}

/// The program's derivative with respect to x.
fn partial_x(text: &str) -> Program {
    let program = parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let x = program.variable("x").unwrap_or(usize::MAX);
    partial(&program, x).expect("small enough")
}

#[test]
fn derivatives_of_textbook_functions_have_the_textbook_s_form() {
    let mut wrong = String::new();
    for (text, expected) in gallery() {
        let derivative = print(&partial_x(text));
        if derivative != expected {
            wrong += &format!("{text:<36} → {derivative}\n");
        }
    }
    assert!(wrong.is_empty(), "these lines of tests/data/derivatives.txt come out as\n{wrong}");
    assert!(gallery().count() >= 40);
}

#[test]
fn textbook_derivatives_equal_the_backward_pass_and_are_drawn() {
    for (text, _) in gallery() {
        let program = parse(text).unwrap();
        let derived = partial_x(text);
        assert!(expression(&derived.output().expr, &derived, &[]).is_some(), "{text}");
        let Some(x) = program.variable("x") else { continue };
        for at in [-1.7, -0.3, 0.4, 0.9, 1.6, 3.2] {
            let mut point: Vec<f64> = (0..program.variables.len()).map(|index| 0.7 + 0.6 * index as f64).collect();
            point[x] = at;
            let backward = Run::new(&program, &point, x);
            let symbolic = Run::new(&derived, &point, x);
            if backward.output.is_nan() || backward.kink {
                continue;
            }
            let error = (symbolic.output - backward.partial).abs();
            let tolerance = 1e-13 * (backward.partial.abs() + symbolic.condition);
            assert!(error <= tolerance, "{text} at {at}: {} not {}", symbolic.output, backward.partial);
        }
    }
}

#[test]
fn numbers_fold_only_where_that_is_exact() {
    for (text, expected) in [
        ("2 + 3*4", "14"),
        ("1/2 + 1/3", "5/6"),
        ("x*0.1*3", "0.3*x"),
        ("0.1/3*x", "x/30"),
        ("2^10*x", "1024*x"),
        ("sqrt(4)*x + sqrt(2)", "2*x + sqrt(2)"),
        ("2^(3/2)", "2*sqrt(2)"),
        ("1/3*3", "1"),
        ("sin(0) + cos(0) + ln(1)", "1"),
        ("sin(1)*tanh(20)", "sin(1)*tanh(20)"),
        ("ln(e) + ln(e^x)", "x + 1"),
        ("9007199254740993*3*x", "9007199254740992*3*x"),
        ("1.0507009873554805*2*x", "2*1.0507009873554805*x"),
        ("x/0", "x/0"),
    ] {
        assert_eq!(simplified(text), expected, "{text}");
    }
}

#[test]
fn like_terms_and_powers_combine() {
    for (text, expected) in [
        ("x + x + 2x - y", "4*x - y"),
        ("x*x^2*x^-1", "x^2"),
        ("x*0 + 1*y^1 + z^0", "y + 1"),
        ("a - (b - c) - (-d)", "a - b + c + d"),
        ("(2x)^3/(4x)", "2*x^2"),
        ("x^a*x^b*x", "x^(a + b + 1)"),
        ("e^x*e^-x", "1"),
        ("exp(x)*exp(y)", "exp(x + y)"),
        ("sqrt(x)*sqrt(x)", "x"),
        ("(x*y)^2/y", "x^2*y"),
        ("-(-x)", "x"),
        ("2(x + 1) - 2x", "2"),
        ("1 + 3x^2 - x^5 + x", "1 + x + 3*x^2 - x^5"),
        ("-x - 1", "-x - 1"),
        ("y*sin(x)*2*x*pi", "2*π*y*x*sin(x)"),
        ("sin(y)^2 + 3x + cos(y)^2", "3*x + 1"),
        ("{1 < 2: x, y} + {x < 0: y, y}", "x + y"),
        ("(x + 1)/(x + 1)", "1"),
        ("{1 < 2 && x < 0: x, y}", "{x < 0: x, y}"),
        ("{2 < 1 && x < 0: x, y}", "y"),
    ] {
        assert_eq!(simplified(text), expected, "{text}");
    }
}

/// A text's output, simplified and printed.
fn simplified(text: &str) -> String {
    let mut program = parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let statement = program.statements.last_mut().expect("parsed");
    statement.expr = simplify(&statement.expr);
    print(&program)
}

/// Long functions: a sum, a product, a chain through one name, repeated squaring, nesting.
fn long_functions(operations: usize) -> Vec<String> {
    let join =
        |term: &dyn Fn(usize) -> String, sign: &str, count: usize| (0..count).map(term).collect::<Vec<_>>().join(sign);
    let chain = |step: &str| format!("c = x\n{}c^2", step.repeat(operations / 2));
    let nested = (0..operations / 2).fold("x".to_owned(), |inner, i| format!("sin({inner}*y{})", i % 5));
    vec![
        join(&|i| format!("sin(x*y{})*z{}", i % 31, i % 17), " + ", operations / 4),
        join(&|i| format!("(x + {i})"), "*", operations / 2),
        join(&|i| format!("x{i}"), "*", operations),
        chain("c = tanh(c + w)\n"),
        chain("c = c*c + 1\n"),
        chain("c = c + sin(c)\n"),
        chain("c = max(c, c^2, x)/c\n"),
        nested,
    ]
}

fn size(program: &Program) -> usize {
    program.statements.iter().map(|statement| statement.expr.terms.len() + 1).sum()
}

#[test]
fn derivatives_of_long_functions_are_as_long_as_these_times_a_constant() {
    for (short, long) in long_functions(500).into_iter().zip(long_functions(1000)) {
        let sizes = [&short, &long].map(|text| {
            let program = parse(text).unwrap();
            let derived = partial(&program, 0).unwrap();
            // Names are used in place of what they stand for: printing is as long as the terms.
            assert!(print(&derived).len() < 100 * size(&program), "{long}");
            (size(&program), size(&derived))
        });
        assert!(sizes[1].1 <= 8 * sizes[1].0, "{sizes:?} for {}", &long[..60]);
        assert!(sizes[1].1 <= 3 * sizes[0].1, "{sizes:?} for {}", &long[..60]);
    }
}

#[test]
fn derivatives_of_long_functions_keep_their_names_and_read_as_programs() {
    let layer = |from: &str, to: &str, inputs: usize, outputs: usize| -> String {
        let sum = |j: usize| (0..inputs).map(|k| format!("{to}w{j}{k}*{from}{k}")).collect::<Vec<_>>().join(" + ");
        (0..outputs).map(|j| format!("{to}{j} = tanh({})\n", sum(j))).collect()
    };
    let network =
        format!("x0 = x\nx1 = 1\nx2 = x^2\n{}{}(o0 - y)^2 + o1^2", layer("x", "h", 3, 4), layer("h", "o", 4, 2));
    let derived = partial_x(&network);
    let printed = print(&derived);
    for line in ["do0 = 2*(o0 - y)\n", "do1 = 2*o1\n", "\ndh3 = ", "\nh3 = tanh("] {
        assert!(printed.contains(line), "no {line:?} in\n{printed}");
    }
    for text in long_functions(4 * LARGEST_INLINE).iter().chain([&network]) {
        let program = parse(text).unwrap();
        let derived = partial_x(text);
        let read = parse(&print(&derived)).unwrap_or_else(|error| panic!("{}: {error}", print(&derived)));
        let value = |program: &Program| {
            let values: Vec<f64> = program.variables.iter().map(|name| 0.2 + 0.01 * name.len() as f64).collect();
            let x = program.variable("x").unwrap_or(0);
            Run::new(program, &values, x)
        };
        let (backward, symbolic, read) = (value(&program), value(&derived), value(&read));
        if program.variable("x").is_some() && backward.partial.is_finite() && !backward.kink {
            assert!((symbolic.output - backward.partial).abs() <= 1e-11 * symbolic.condition.max(1e-300), "{text}");
            assert_eq!(symbolic.output, read.output, "{text}");
        }
    }
}

#[test]
fn names_of_the_program_stay_apart_from_new_ones() {
    let long = "c = sin(x + t1)*x\n".to_owned() + &"c = cos(c)*c + e^c*dc\n".repeat(30) + "e = c*c; e*c + exp(e)";
    let program = parse(&long).unwrap();
    let derived = partial_x(&long);
    let mut names: Vec<&str> = derived.statements.iter().filter_map(|statement| statement.name()).collect();
    names.extend(derived.variables.iter().map(String::as_str));
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "a name stands for two things");
    let read = parse(&print(&derived)).unwrap();
    assert_eq!(read.variables.len(), program.variables.len());
}

#[test]
fn a_derivative_with_respect_to_a_variable_that_changes_nothing_is_zero() {
    for text in ["7", "y^2", "floor(x)*step(x)", "{x < 0: 1, 2}"] {
        assert_eq!(print(&partial_x(text)), "0", "{text}");
    }
}

#[test]
fn deep_nesting_is_no_recursion() {
    let deep = |depth: usize| parse(&("sin(".repeat(depth) + "x" + &")".repeat(depth))).unwrap();
    let derived = partial(&deep(10_000), 0).unwrap();
    assert!(derived.statements.len() > 1000);
    assert_eq!(partial(&deep(LARGEST), 0), None);
    for (open, close) in [("x^(", ")"), ("x + 1/(", ")"), ("{x < 1: x*", ", 2}"), ("2*(x + ", ")"), ("e^(x*", ")")] {
        let deep = open.repeat(240) + "x" + &close.repeat(240);
        let expr = parse(&deep).unwrap().statements.remove(0).expr;
        assert!(!simplify(&expr).terms.is_empty());
        assert!(partial(&parse(&deep).unwrap(), 0).is_some());
    }
}

/// A program at a point.
struct Run {
    output: f64,
    partial: f64,
    /// Whether some node has no derivative here.
    kink: bool,
    /// Whether all numbers on the way are of moderate size.
    moderate: bool,
    /// How far the output moves when every number on the way is off by its own size.
    condition: f64,
}

impl Run {
    fn new(program: &Program, point: &[f64], variable: usize) -> Run {
        let graph = build(program, Options::default()).unwrap();
        let mut trace = Trace::new(Tape::new(&graph).into());
        trace.run(point);
        let is_moderate = |value: f64| value.abs() < 1e100;
        let kink = graph.ids().any(|id| match graph.node(id).kind {
            NodeKind::Op(op) => {
                let args: Vec<f64> = graph.args(id).iter().map(|&arg| trace.value(arg)).collect();
                (op.row().kink)(&args).is_some()
            }
            _ => false,
        });
        Run {
            output: trace.output(),
            partial: if variable < program.variables.len() { trace.partial(variable) } else { 0.0 },
            kink,
            moderate: graph.ids().all(|id| is_moderate(trace.value(id)) && trace.grad(id).is_none_or(is_moderate)),
            condition: graph.ids().filter_map(|id| Some((trace.value(id) * trace.grad(id)?).abs())).sum(),
        }
    }
}

/// A random program, in which constants are small enough for the rounding of what is computed
/// from them alone to stay out of the comparison.
fn tamed(tree: &support::Tree) -> Program {
    let mut program = support::program(tree);
    for term in &mut program.statements[0].expr.terms {
        if let TermKind::Number(value) = &mut term.kind
            && *value != 0.0
            && !(1e-3..1e3).contains(value)
        {
            *value = 1.0 + value.log10().abs().fract();
        }
    }
    program
}

proptest! {
    #[test]
    fn the_symbolic_derivative_has_the_backward_pass_s_value(
        tree in support::trees(|_| true),
        point in [-2.0..2.0, -2.0..2.0, -2.0..2.0],
    ) {
        let program = support::program(&tree);
        prop_assume!(!program.variables.is_empty());
        let run = |program: &Program| {
            let graph = build(program, Options::default()).unwrap();
            let mut trace = Trace::new(Tape::new(&graph).into());
            trace.run(&point);
            let small = |number: f64| number.abs() < 1e100;
            let finite = graph.ids().all(|id| small(trace.value(id)) && trace.grad(id).is_none_or(small));
            let scale: f64 = graph.edges().filter_map(|edge| trace.flow(edge)).map(|flow| flow.product.abs()).sum();
            (trace.output(), trace.partial(0), finite, scale)
        };
        let (_, backward, finite, scale) = run(&program);
        let Some(derived) = differentiated(program) else { return Ok(()) };
        let (symbolic, ..) = run(&derived);
        prop_assume!(finite && symbolic.is_finite());
        prop_assert!((symbolic - backward).abs() <= 1e-9 * scale.max(1e-300), "{} vs {}", symbolic, backward);
    }

    #[test]
    fn the_simplified_derivative_has_the_backward_pass_s_value(
        tree in support::trees(|_| true),
        point in [-2.0..2.0, -2.0..2.0, -2.0..2.0],
    ) {
        let program = tamed(&tree);
        prop_assume!(!program.variables.is_empty());
        let backward = Run::new(&program, &point, 0);
        prop_assume!(backward.moderate && !backward.kink);
        let Some(exact) = differentiated(program.clone()) else { return Ok(()) };
        let derived = partial(&program, 0).unwrap();
        let symbolic = Run::new(&derived, &point, 0);
        prop_assume!(symbolic.moderate);
        // Digits may cancel in either of the two forms.
        let tolerance = 1e-12 * (Run::new(&exact, &point, 0).condition + symbolic.condition + backward.partial.abs());
        let error = (symbolic.output - backward.partial).abs();
        prop_assert!(
            error <= tolerance.max(1e-300),
            "{} by {} is {} not {}",
            print(&program),
            print(&derived),
            symbolic.output,
            backward.partial
        );
    }

    #[test]
    fn the_derivative_prints_and_parses_again(tree in support::trees(|_| true)) {
        let program = support::program(&tree);
        prop_assume!(!program.variables.is_empty());
        let derived = partial(&program, 0).unwrap();
        let text = print(&derived);
        let read = parse(&text);
        prop_assert!(read.is_ok(), "{}: {:?}", text, read);
        prop_assert_eq!(print(&read.unwrap()), text);
        if derived.statements.len() == 1 {
            prop_assert!(derived.output().expr.terms.len() <= LONGEST_INLINE);
            let expr = &derived.output().expr;
            prop_assert!(expr.depth() > typeset::DEEPEST || expression(expr, &derived, &[]).is_some());
        }
    }

    #[test]
    fn simplifying_twice_is_simplifying_once(tree in support::trees(|_| true)) {
        let mut program = support::program(&tree);
        let once = simplify(&program.output().expr);
        let twice = simplify(&once);
        program.statements[0].expr = once;
        let first = print(&program);
        program.statements[0].expr = twice;
        prop_assert_eq!(first, print(&program));
    }

    #[test]
    fn simplifying_keeps_the_value(tree in support::trees(|_| true), point in [-2.0..2.0, -2.0..2.0, -2.0..2.0]) {
        let mut program = tamed(&tree);
        let before = Run::new(&program, &point, 0);
        prop_assume!(before.moderate && !before.kink);
        let text = print(&program);
        program.statements[0].expr = simplify(&program.statements[0].expr);
        let after = Run::new(&program, &point, 0);
        let tolerance = 1e-12 * (before.condition + after.condition + before.output.abs());
        prop_assert!(
            (after.output - before.output).abs() <= tolerance,
            "{} as {}: {} not {}",
            text,
            print(&program),
            after.output,
            before.output
        );
    }
}
