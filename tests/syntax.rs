//! How texts are read, what is said of those that cannot be, and that printing is the inverse.

mod support;

use chainrule::syntax::{LONGEST_TEXT, Program, Span, parse, print};
use chainrule::words;
use proptest::prelude::*;

/// The text as it was read, written out.
fn read(text: &str) -> String {
    parse(text).map_or_else(|error| panic!("{text:?}: {error}"), |program| print(&program).replace('\n', "; "))
}

#[test]
fn texts_are_read_as_the_conventions_say() {
    for (text, expected) in [
        // numbers
        (".5 + 5. + 1e-3 + 003.2", "0.5 + 5 + 0.001 + 3.2"),
        ("2e3x", "2000*x"),
        ("2e x", "2*e*x"),
        ("2e", "2*e"),
        ("3.349", "3.349"),
        // powers and signs
        ("-x^2", "-x^2"),
        ("(-x)^2", "(-x)^2"),
        ("2^3^2", "2^3^2"),
        ("(2^3)^2", "(2^3)^2"),
        ("a^-b^-c", "a^-b^-c"),
        ("-2^-x^2", "-2^-x^2"),
        ("x**2", "x^2"),
        ("--x - -y", "--x - -y"),
        ("+x", "x"),
        ("x² + x⁻¹ + 2x²³", "x^2 + x^-1 + 2*x^23"),
        // implicit products
        ("1/2x", "1/2*x"),
        ("a/b c", "a/b*c"),
        ("2^3x", "2^3*x"),
        ("2x^2", "2*x^2"),
        ("2(x+1)(x-1)", "2*(x + 1)*(x - 1)"),
        ("x y", "x*y"),
        ("x|y|", "x*abs(y)"),
        ("2pi x", "2*π*x"),
        ("r x (1 - x)", "r*x*(1 - x)"),
        ("P (1 + r/n)", "P*(1 + r/n)"),
        ("pi (x+2)", "π*(x + 2)"),
        ("−2·x × 3 ÷ y", "-2*x*3/y"),
        // bars
        ("|x||y|", "abs(x)*abs(y)"),
        ("2|x - 1|^3", "2*abs(x - 1)^3"),
        ("|x - |y||", "abs(x - abs(y))"),
        // functions
        ("sin(x)cos(x)", "sin(x)*cos(x)"),
        ("sin x^2", "sin(x^2)"),
        ("sin 2x + cos 3t ln 2y", "sin(2*x) + cos(3*t)*ln(2*y)"),
        ("sin x y", "sin(x*y)"),
        ("sin x cos y", "sin(x)*cos(y)"),
        ("sin 2x^2 y", "sin(2*x^2*y)"),
        ("-sin x y^-z w", "-sin(x*y^-z*w)"),
        ("sin 2π x/3", "sin(2*π*x)/3"),
        ("sin 2(x + 1)", "sin(2)*(x + 1)"),
        ("sin x (1 - x)", "sin(x)*(1 - x)"),
        ("sin^2 2x", "sin(2*x)^2"),
        ("sin x 2", "sin(x)*2"),
        ("ln 2|x|", "ln(2)*abs(x)"),
        ("sin x log_2(x)", "sin(x)*logb(2, x)"),
        // names that quantities have as well
        ("(x - μ)/σ", "(x - μ)/σ"),
        ("gamma*x + gamma (x)", "gamma*x + gamma*x"),
        ("sigma = 2; sigma(x)", "sigma = 2; sigma*x"),
        ("gamma(x) + sigma(x)", "gamma(x) + sigmoid(x)"),
        ("sen 2x + tg(x)", "sin(2*x) + tan(x)"),
        ("sin^2(x) + cos²(x)", "sin(x)^2 + cos(x)^2"),
        ("sin^2 x", "sin(x)^2"),
        ("√sin x + 1", "sqrt(sin(x)) + 1"),
        ("√x + √(x+1)^2", "sqrt(x) + sqrt(x + 1)^2"),
        ("ReLU(x) + Sin(x)", "relu(x) + sin(x)"),
        ("σ(x) + log(x)", "sigmoid(x) + ln(x)"),
        ("log_2(x) + log_b(x) + log₃(x)", "logb(2, x) + logb(b, x) + logb(3, x)"),
        ("max(x, y, 0)", "max(x, y, 0)"),
        ("pow(x, 3)", "x^3"),
        // piecewise
        ("{x < 0: -x, x}", "{x < 0: -x, x}"),
        ("{0 <= x < 1: x, x >= 1: 1}", "{0 <= x < 1: x, x >= 1: 1}"),
        ("{x = 0 && y > 0: 1, 2}", "{x = 0 && y > 0: 1, 2}"),
        // statements
        ("x=3;y=4;z=x*y;", "x = 3; y = 4; z = x*y"),
        ("h = w*x + b # a neuron\na = tanh(h)\n\n(a - y)^2", "h = w*x + b; a = tanh(h); (a - y)^2"),
        ("(x +\n y)", "x + y"),
        ("f(t) = t^2; f(x) + f'(x)", "f(t) = t^2; f(x) + f'(x)"),
        ("g(a, b) = a*b; g(x, 2)", "g(a, b) = a*b; g(x, 2)"),
        ("e = a*b; e + 1", "e = a*b; e + 1"),
        ("c = a + b; c = c + 1; c", "c = a + b; c = c + 1; c"),
    ] {
        assert_eq!(read(text), expected, "reading {text:?}");
    }
}

#[test]
fn variables_come_in_order_of_first_appearance() {
    for (text, expected) in [
        ("w*x + b", vec!["w", "x", "b"]),
        ("f(x) = a*x^2", vec!["x", "a"]),
        ("k*x; f(x, y) = a*x*y", vec!["k", "x", "y", "a"]),
        ("f(t) = t + u; f(x)", vec!["u", "x"]),
        ("3", vec![]),
    ] {
        assert_eq!(parse(text).unwrap().variables, expected, "{text}");
    }
}

/// The message with its place drawn under the text.
fn drawn(text: &str) -> String {
    let error = parse(text).expect_err(text);
    let (start, end) = error.span.in_chars(text);
    let line: String = text.chars().map(|c| if c == '\n' { '⏎' } else { c }).collect();
    let carets = if end > start { "^".repeat(end - start) } else { "|".to_owned() };
    let offer = error.offer.as_ref().map(|offer| format!("\n  offers {}", offer.text)).unwrap_or_default();
    format!("{line}\n{}{carets}\n  {}{offer}\n", " ".repeat(start), words::syntax::error(&error))
}

#[test]
fn errors_point_at_the_place_and_say_what_to_do() {
    let texts = [
        "",
        "   ",
        "# only a comment",
        "()",
        "(x+1",
        "((x+1)*2",
        "x+1)",
        "|x",
        "{x<0: 1",
        "(x|",
        "(x}",
        "x +",
        "x * / y",
        "* x",
        "x = ",
        "1.2.3",
        "2 3",
        "x^",
        "√",
        "√-x",
        "sin",
        "sin + 1",
        "sin()",
        "sin(x, y)",
        "atan2(x)",
        "max(x)",
        "sin(x",
        "max(x,,y)",
        "max x",
        "foo(x)",
        "sine(x)",
        "sqr(x)",
        "xsin(x)",
        "rate (1+x)",
        "sin^-1(x)",
        "sin⁻¹(x)",
        "3 = x",
        "x + 1 = 2",
        "sin = 3",
        "sin(t) = t",
        "f(t) = f(t); f(x)",
        "f(t, t) = t; f(x, y)",
        "f(2) = 3",
        "f() = 3",
        "f(t) = g(t); g(t) = t",
        "a = a + 1",
        "b = a + 1; a = 2",
        "f(t) = t; f",
        "f(t) = t; f(1, 2)",
        "g(a, b) = a b; g'(x)",
        "sin'(x)",
        "x'",
        "x % 2",
        "x!",
        "[x]",
        "\"x\"",
        "x ? 1 : 2",
        "x < 1",
        "x, y",
        "(x, y)",
        "x: y",
        "{x: 1}",
        "{x < 0}",
        "{}",
        "{1, x < 0: 2}",
        "😀",
        "x $ y",
        "f(t) = t^2; (x +\n; y",
        "log_2()",
        "<script>",
    ];
    let all: String = texts.iter().map(|text| drawn(text) + "\n").collect();
    insta::assert_snapshot!(all);
}

#[test]
fn names_that_may_be_products_are_offered() {
    let offers = |text: &str| -> Vec<String> {
        parse(text).unwrap().notices.iter().filter_map(|notice| Some(notice.offer.as_ref()?.text.clone())).collect()
    };
    assert_eq!(offers("x + y + xy"), ["x*y"]);
    assert_eq!(offers("sinx"), ["sin(x)"]);
    assert!(offers("rate*time").is_empty());
    let said = |text: &str| -> Vec<String> {
        parse(text).unwrap().notices.iter().map(|notice| words::syntax::notice(notice).text()).collect()
    };
    assert_eq!(said("x + y + xy"), ["xy is read as one name; did you mean x*y?"]);
    assert_eq!(said("e = 3; e^x"), ["from here on e is your own and no longer 2.7183…"]);
}

/// Spans say where a term stood, which printing changes.
fn without_spans(mut program: Program) -> Program {
    for statement in &mut program.statements {
        statement.span = Span::default();
        statement.expr.terms.iter_mut().for_each(|term| term.span = Span::default());
    }
    program.notices.clear();
    program
}

proptest! {
    #[test]
    fn printing_and_reading_again_gives_the_same(tree in support::trees(|_| true)) {
        let program = support::program(&tree);
        let text = print(&program);
        let again = parse(&text);
        prop_assert!(again.is_ok(), "{}: {}", text, again.unwrap_err());
        prop_assert_eq!(without_spans(again.unwrap()), program, "{}", text);
    }

    #[test]
    fn any_text_gets_an_answer_with_a_place_inside_it(
        text in r"([a-z(){}|+\-*/^,:;=<>0-9. √²σ'#\n]|sin|max|\PC){0,40}",
    ) {
        if let Err(error) = parse(&text) {
            prop_assert!(error.span.start <= error.span.end && error.span.end as usize <= text.len());
            prop_assert!(text.is_char_boundary(error.span.start as usize));
            prop_assert!(text.is_char_boundary(error.span.end as usize));
            prop_assert!((1..300).contains(&words::syntax::error(&error).text().len()));
        }
    }
}

/// What a hostile or careless person might paste; a stack overflow would end the whole test run.
#[test]
fn a_megabyte_of_anything_gets_an_answer() {
    let n = 100_000;
    for text in [
        "(".repeat(n) + "x" + &")".repeat(n),
        "-".repeat(n) + "x",
        "√".repeat(n) + "x",
        "x^".repeat(n) + "x",
        "|".repeat(n),
        "sin ".repeat(n) + "x",
        "sin(".repeat(n) + "x" + &")".repeat(n),
        "x+".repeat(n) + "x",
        "{x<0:".repeat(n),
        "{x<0:".repeat(n) + "1" + &",2}".repeat(n),
        "x ".repeat(500_000),
        "²".repeat(n),
        "x".repeat(1 << 20),
        "1".repeat(1 << 20),
        "😀".repeat(1 << 18),
        "a=1;".repeat(250_000),
        (0..50_000)
            .map(|i| format!("f{i}(t)=f{}(t)+1;", if i == 0 { "0".to_owned() } else { (i - 1).to_string() }))
            .collect(),
        "(".repeat(1 << 20),
        " ".repeat(LONGEST_TEXT + 1),
    ] {
        match parse(&text) {
            Ok(program) => assert!(print(&program).len() < 20 * text.len()),
            Err(error) => assert!(words::syntax::error(&error).text().len() < 300),
        }
    }
}

#[test]
fn what_nobody_sees_is_told_and_taken_out_with_one_click() {
    for invisible in ['\u{200b}', '\u{2060}', '\u{ad}', '\u{202e}', '\u{3164}', '\u{feff}'] {
        let text = format!("x{invisible} + 2*y");
        match parse(&text) {
            // A mark of the byte order is blank, as at the beginning of a file.
            Ok(program) => assert_eq!((invisible, program.variables.len()), ('\u{feff}', 2)),
            Err(error) => {
                assert!(words::syntax::error(&error).text().contains("invisible"), "{invisible:?}: {error:?}");
                assert_eq!(error.offer.and_then(|offer| offer.accepted(&text)).as_deref(), Some("x + 2*y"));
            }
        }
    }
}
