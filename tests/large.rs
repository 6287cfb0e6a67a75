//! Texts of up to a megabyte, of every shape that a person or a program may paste: each is answered, with a
//! graph or with a sentence and a place, and nothing recurses on its depth or searches through its length.
#![cfg(not(target_arch = "wasm32"))]

#[path = "fuzz/page.rs"]
#[allow(dead_code)] // each test file uses its part
mod page;

/// What a text is answered with.
#[derive(Debug, PartialEq)]
enum Answer {
    /// A graph with so many nodes.
    Nodes(usize),
    /// A sentence that begins like this.
    Says(&'static str),
}
use Answer::{Nodes, Says};

/// Does everything that the page does after a key, and compares its answer.
fn check(what: &str, text: &str, expected: Answer) {
    assert!(text.len() <= 1 << 20, "{what}: {} bytes", text.len());
    let state = page::typed(text);
    page::after_a_key(&state, &mut |_| {});
    match (expected, &state.derived.failure) {
        (Nodes(count), None) => assert_eq!(state.derived.model.graph.len(), count, "{what}"),
        (Says(beginning), Some(failure)) => {
            let said = failure.message.text();
            assert!(said.starts_with(beginning), "{what}: {said}");
            assert!(failure.chars.0 <= failure.chars.1 && failure.chars.1 <= text.chars().count(), "{what}");
        }
        (expected, failure) => panic!("{what}: {failure:?} in place of {expected:?}"),
    }
}

/// Things made of numbers, with a separator between them.
fn join(count: usize, separator: &str, thing: impl Fn(usize) -> String) -> String {
    (0..count).map(thing).collect::<Vec<_>>().join(separator)
}

/// Something opened and closed so many times around an x.
fn nested(open: &str, close: &str, count: usize) -> String {
    open.repeat(count) + "x" + &close.repeat(count)
}

const MANY: Answer = Says("this would take more than 250000 nodes");

#[test]
fn deep_nesting() {
    check("parentheses", &nested("(", ")", 200_000), Nodes(1));
    check("parentheses never closed", &"(".repeat(300_000), Says("300000 parentheses were opened"));
    check("parentheses never opened", &format!("x{}", ")".repeat(200_000)), Says("this parenthesis closes nothing"));
    check("braces never closed", &"{x<1:".repeat(50_000), Says("50000 braces were opened"));
    check("cases in cases", &nested("{x<1:", "}", 5_000), Nodes(3 * 5_000 + 1));
    check("bars", &"|".repeat(200_000), Says("200000 absolute-value bars"));
    check("calls", &nested("sin(", ")", 15_000), Nodes(15_001));
    check("functions without parentheses", &("sin ".repeat(15_000) + "x"), Nodes(15_001));
    check("radicals", &("√".repeat(300_000) + "x"), MANY);
    check("signs", &("-".repeat(260_000) + "x"), MANY);
    check("signs that do nothing", &("+".repeat(200_000) + "x"), Nodes(1));
    check("a tower of powers", &join(8_000, "^", |_| "x".into()), Nodes(8_000));
    check("heads in heads", &"f(".repeat(50_000), Says("50000 parentheses were opened"));
}

#[test]
fn many_names() {
    check("a sum of variables", &join(8_000, "+", |i| format!("v{i}")), Nodes(2 * 8_000 - 1));
    check("Greek with indices", &join(5_000, "*", |i| format!("λ_{i}")), Nodes(2 * 5_000 - 1));
    check("names of the output", &("f+g+".to_owned() + &join(6_000, "+", |i| format!("f_{}", i + 1))), Nodes(12_003));
    check("one name", &"x".repeat(1_000_000), Nodes(1));
    check("one index", &format!("x{}", "1".repeat(50_000)), Nodes(1));
    check("an unknown function", &format!("{}(x)", "q".repeat(1_000_000)), Says("unknown function qqq"));
    check("parameters", &format!("f({})=p0;f(1)", join(100_000, ",", |i| format!("p{i}"))), Says("f takes 100000"));
    let names = || join(5_000, ",", |i| format!("p{i}"));
    let last = format!("f({})={}", names(), names().replace(',', "+"));
    check("parameters of the output", &last, Nodes(2 * 5_000 - 1));
    check("bases", &join(3_000, "+", |i| format!("log_b{i}(x)")), Nodes(3 * 3_000));
}

#[test]
fn many_statements() {
    check("definitions that nothing uses", &(join(30_000, ";", |i| format!("a{i}=x*{i}")) + ";x"), Nodes(1));
    let chain = format!("a0=x;{}", join(8_000, "\n", |i| format!("a{}=a{i}+1", i + 1)));
    check("a chain of definitions", &chain, Nodes(2 * 8_000 + 1));
    check("a name given anew", &format!("a=x;{}", join(8_000, ";", |_| "a=a+1".into())), Nodes(2 * 8_000 + 1));
    let shared = format!("a0=x;{}", join(1_500, ";", |i| format!("a{}=a{i}*a{i}+sin(a{})", i + 1, i / 2)));
    check("definitions used again", &shared, Nodes(3 * 1_500 + 1));
    check("values that nothing uses", &join(100_000, "\n", |_| "x".into()), Nodes(1));
    check("semicolons", &(";".repeat(300_000) + "x"), Nodes(1));
    check("functions that nothing calls", &(join(30_000, ";", |i| format!("f{i}(t)=t")) + ";x"), Nodes(1));
    let chain = |count: usize, prime: &str| {
        let functions = join(count, ";", |i| format!("f{}(t)=f{i}(t)+t", i + 1));
        format!("f0(t)=t^2;{functions};f{count}{prime}(x)")
    };
    check("functions that call each other", &chain(6_000, ""), Nodes(3 + 6_000));
    check("their derivative", &chain(3_000, "'"), Nodes(5 + 2 * 3_000));
    check("calls", &format!("f(t)=t*t;{}", join(6_000, "+", |_| "f'(x)".into())), Nodes(2 * 6_000));
    check("primes", &format!("f(t)=t^2*sin(t);f{}(x)", "'".repeat(900_000)), Says("this derivative would have more"));
}

#[test]
fn long_lists() {
    check("arguments", &format!("max({})", join(50_000, ",", |i| i.to_string())), Nodes(50_001));
    check("the same argument", &format!("max(x{})", ",x".repeat(40_000)), Nodes(2));
    check("cases", &format!("{{{},0}}", join(10_000, ",", |i| format!("x<{i}:x"))), Nodes(2 * 10_000 + 3));
    check("a chain of comparisons", &format!("{{{}:x,0}}", join(5_000, "<", |i| i.to_string())), Nodes(15_000));
    check("conditions", &format!("{{{}:x,0}}", join(3_000, "&&", |i| format!("x<{i}"))), Nodes(3 * 3_000 + 2));
    check("terms", &join(130_000, "+", |_| "x*y+z".into()), MANY);
    check("factors", &join(8_000, " ", |_| "x".into()), Nodes(8_000));
    check("errors", &"x + * y; ".repeat(110_000), Says("something is missing before *"));
}

#[test]
fn long_numbers_and_noise() {
    check("digits", &"9".repeat(1_000_000), Nodes(1));
    check("decimals", &format!("0.{}", "1".repeat(1_000_000)), Nodes(1));
    check("an exponent", &format!("1e{}", "9".repeat(1_000_000)), Nodes(1));
    check("points", &".".repeat(1_000_000), Says("the character . means nothing here"));
    check("raised digits", &format!("x{}", "²".repeat(300_000)), Nodes(3));
    check("a comment", &format!("x#{}", "ä".repeat(500_000)), Nodes(1));
    check("comments", &("# a\n".repeat(100_000) + "x"), Nodes(1));
    check("emoji", &"∮😀".repeat(50_000), Says("the character ∮ means nothing here"));
    check("combining marks", &format!("a{}", "\u{301}".repeat(100_000)), Says("the character"));
    check("line ends", &format!("x{}", "\r\n".repeat(150_000)), Nodes(1));
    check("null characters", &"\0".repeat(100_000), Says("the character"));
    check("stray primes", &format!("x{}", "'".repeat(900_000)), Says("a prime only stands after a function"));
}
