//! What a screen reader says, in tables: numbers, and what operations compute.

mod support;

use chainrule::graph::Options;
use chainrule::words::speech;

#[test]
fn numbers_are_said_with_their_signs() {
    for (value, said) in [
        (-0.0, "0"),
        (-3.5, "minus 3.5"),
        (-1.5e-7, "minus 1.5 times 10 to the power of minus 7"),
        (1e6, "10 to the power of 6"),
        (-1e6, "minus 10 to the power of 6"),
        (f64::INFINITY, "infinity"),
        (f64::NEG_INFINITY, "minus infinity"),
        (f64::NAN, "not a number"),
    ] {
        assert_eq!(speech::number(value).text(), said);
    }
}

#[test]
fn operations_are_said_with_their_arguments() {
    for (text, said) in [
        ("x + 1", "x plus 1"),
        ("x^2", "x squared"),
        ("x^3", "x cubed"),
        ("x^y", "x to the power of y"),
        ("-x", "minus x"),
        ("sin(x)", "sine of x"),
        ("max(x, y, 0)", "maximum of x, y and 0"),
        ("log_3(x)", "logarithm to the base 3 of x"),
        ("{x < 0: y, z}", "y if a holds, z otherwise"),
        ("π + x", "pi plus x"),
    ] {
        let graph = support::graph(text, Options::default());
        assert_eq!(speech::operation(&graph, graph.output()).text(), said, "{text}");
    }
}
