//! Derivatives as texts: every one is read again, and the text has the value of the formula.

use chainrule::autodiff::{Tape, Trace};
use chainrule::graph::{Options, build};
use chainrule::symbolic::partial;
use chainrule::syntax::{Program, parse, print};
use proptest::prelude::*;

/// The value of a program where its variables of these names have these values.
fn value(program: &Program, names: &[String], point: &[f64]) -> f64 {
    let graph = build(program, Options::default()).unwrap();
    let at = |name: &str| names.iter().position(|other| other == name).map(|index| point[index]);
    let inputs: Vec<f64> = graph.variables().iter().map(|variable| at(&variable.name).unwrap_or(f64::NAN)).collect();
    let mut trace = Trace::new(Tape::new(&graph).into());
    trace.run(&inputs);
    trace.output()
}

/// The text of every partial derivative of a text is read again and has the same value.
fn check(text: &str) {
    let program = parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    for variable in 0..program.variables.len() {
        let derived = partial(&program, variable).expect("small enough");
        let printed = print(&derived);
        let name = &program.variables[variable];
        let read = parse(&printed).unwrap_or_else(|error| panic!("∂/∂{name} of {text} is\n{printed}\n{error}"));
        for start in [-1.0, 0.0, 0.7, 2.0] {
            let point: Vec<f64> = (0..program.variables.len()).map(|index| start + 0.3 * index as f64).collect();
            let (own, again) = (value(&derived, &program.variables, &point), value(&read, &program.variables, &point));
            assert!(
                own.to_bits() == again.to_bits() || own == again || own.is_nan() && again.is_nan(),
                "∂/∂{name} of {text} at {point:?} is {own}, and {again} as a text:\n{printed}"
            );
        }
    }
}

#[test]
fn conditions_get_no_name_and_numbers_stay_what_they_are() {
    let long = |term: &str| vec![term; 20].join(" + sin(x) + ");
    check(&long("{x*y*x*y*sin(x)*sin(y)*exp(x)*exp(y)*x*y*x*y < y*ln(x)*x*y*sin(x)*y*ln(y): x, y}"));
    check(&long("e^(x^y)"));
    // The same condition twice, in a function that is long enough for names.
    let twice = (1..12).map(|i| format!("{{x*y < y*y && sin(x) < x^2: {i}x, y^{i}}}*sin({i}x)"));
    check(&twice.collect::<Vec<_>>().join(" + "));
    check(&long("{x < y*y*y*y*y*x && y < 1 + x*x*x*x*y: x*y, y^x}"));
    check("x*1e400 + {x > 1e400: x, x^2}");
    check("f(t) = t*(0/0); f'(x)*x + 0^x*(0*1e400)");
    check("pi = x^2; erf(pi)");
    check("pi = x; π = y; tau = 1; τ = 1; e = 1; erf(pi)*exp(π) + gelu(x)");
    check("{0 = 0 && x < 1: x^2, 0^x}");
}

/// Random expressions over these names, as texts.
fn texts(names: &'static [&'static str], calls: &'static [&'static str]) -> BoxedStrategy<String> {
    let numbers = ["0", "1", "2", "0.5", "3", "1e400", "1e-320", "pi", "e"];
    let leaves = prop_oneof![
        3 => prop::sample::select(names).prop_map(str::to_owned),
        2 => prop::sample::select(numbers.to_vec()).prop_map(str::to_owned),
    ];
    let unary = ["sin", "ln", "sqrt", "abs", "exp", "erf", "sigmoid", "step", "tanh", "log_3", "-"];
    let functions: Vec<&str> = unary.into_iter().chain(calls.iter().copied()).collect();
    leaves
        .prop_recursive(5, 40, 4, move |inner| {
            let unary = (prop::sample::select(functions.clone()), inner.clone()).prop_map(|(f, a)| format!("{f}({a})"));
            let signs = prop::sample::select(vec!["+", "-", "*", "/", "^"]);
            let binary = (signs, inner.clone(), inner.clone()).prop_map(|(sign, a, b)| format!("({a}){sign}({b})"));
            let many = (prop::sample::select(vec!["max", "min"]), prop::collection::vec(inner.clone(), 2..4))
                .prop_map(|(f, args)| format!("{f}({})", args.join(", ")));
            let clamp = prop::collection::vec(inner.clone(), 3).prop_map(|args| format!("clamp({})", args.join(", ")));
            let relations = prop::sample::select(vec!["<", "<=", ">", ">=", "="]);
            let cases = (relations, prop::collection::vec(inner, 6), 0..4u32).prop_map(|(sign, args, shape)| {
                let [a, b, c, d, u, v] = <[String; 6]>::try_from(args).unwrap();
                match shape {
                    0 => format!("{{{a} {sign} {b}: {u}}}"),
                    1 => format!("{{{a} {sign} {b} && {c} < {d}: {u}, {v}}}"),
                    2 => format!("{{{a} < {b} <= {c}: {u}, {d} {sign} {a}: {v}, {c}}}"),
                    _ => format!("{{{a} {sign} {b}: {u}, {v}}}"),
                }
            });
            prop_oneof![4 => unary, 5 => binary, 1 => many, 1 => clamp, 2 => cases]
        })
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_derivative_is_a_text(
        body in texts(&["t", "x"], &[]),
        outer in texts(&["t"], &["f", "f'"]),
        defined in texts(&["x", "y"], &["f", "f'", "g", "g''"]),
        output in texts(&["x", "y", "h", "t1"], &["f", "f'", "g", "g'"]),
        shape in 0..4u32,
    ) {
        let functions = format!("f(t) = {body}; g(t) = {outer}; h = {defined}");
        check(&match shape {
            0 => format!("{functions}; k(x, t1) = {output}"),
            1 => format!("{functions}; e = {output}; e*x + e^y"),
            2 => format!("{functions}; {}", vec![format!("({output})*h"); 8].join(" + sin(x) - ")),
            _ => format!("{functions}; {output}"),
        });
    }
}
