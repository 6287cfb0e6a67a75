//! Numbers, names and formulas, checked in tables: what goes in, what is shown.

use chainrule::graph::{self, Graph};
use chainrule::syntax::{self, Program};
use chainrule::typeset::{
    DEEPEST, Digits, LARGEST, Math, MathKind, exact, label, name_math, name_text, number, number_math, number_with,
    op_line, program,
};

fn parse(text: &str) -> Program {
    syntax::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

/// Compares a table: each input's result with what stands beside it.
fn check<T: Copy>(result: impl Fn(T) -> String, table: &[(T, &str)]) {
    for &(input, expected) in table {
        assert_eq!(result(input), expected);
    }
}

#[test]
fn fractions_in_a_line_hold_together_what_they_must() {
    let x = || name_math("x");
    let with = |sign: &str| Math::row([x(), Math::operator(sign), Math::number("2")]);
    let text = |top: Math, bottom: Math| Math::fraction(top, bottom).plain();
    assert_eq!(text(x(), with("+")), "x / (x + 2)");
    assert_eq!(text(with("−"), with("·")), "(x − 2) / (x · 2)");
    assert_eq!(text(with("·"), Math::superscript(x(), Math::number("2"))), "x · 2 / x²");
    assert_eq!(text(x(), Math::call(name_math("ln"), [with("+")])), "x / ln(x + 2)");
}

#[test]
fn numbers() {
    check(
        number,
        &[
            (0.0, "0"),
            (-0.0, "0"),
            (0.1 + 0.2, "0.3"),
            (-3.5, "−3.5"),
            (25.0, "25"),
            (999999.0, "999999"),
            (999999.4, "999999"),
            (999999.6, "10⁶"),
            (-1e6, "−10⁶"),
            (2.5e6, "2.5·10⁶"),
            (1234567.0, "1.23·10⁶"),
            (99.99996, "100"),
            (9.999999, "10"),
            (100.0, "100"),
            (123456.789, "123457"),
            (1234.56789, "1234.57"),
            (-1.0 / 3.0, "−0.333333"),
            (0.9999999, "1"),
            (0.00123456, "0.001235"),
            (0.0001234, "0.000123"),
            (0.0001, "0.0001"),
            (0.00009, "9·10⁻⁵"),
            (1.22464e-16, "1.22·10⁻¹⁶"),
            (1e-300, "10⁻³⁰⁰"),
            (5e-324, "4.94·10⁻³²⁴"),
            (f64::MAX, "1.8·10³⁰⁸"),
            (f64::INFINITY, "∞"),
            (f64::NEG_INFINITY, "−∞"),
            (f64::NAN, "NaN"),
            (-f64::NAN, "NaN"),
        ],
    );
    check(
        |(value, digits)| number_with(value, Digits(digits)),
        &[
            ((12345.678, 3), "12346"),
            ((0.05, 3), "0.05"),
            ((0.0123456, 3), "0.0123"),
            ((0.00012345, 3), "0.000123"),
            ((2.0 / 3.0, 2), "0.67"),
            ((2.0 / 3.0, 0), "0.7"),
            ((2.0 / 3.0, 17), "0.66666666666666663"),
            ((1.0 / 3e9, 12), "3.33333333333·10⁻¹⁰"),
            ((1234567.25, 10), "1234567.25"),
        ],
    );
    check(
        exact,
        &[
            (0.0, "0"),
            (-0.0, "-0"),
            (81.0, "81"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1e-7, "1e-7"),
            (1e21, "1e21"),
            (f64::NAN, "NaN"),
            (f64::INFINITY, "Infinity"),
            (f64::NEG_INFINITY, "-Infinity"),
        ],
    );
    check(
        |value| number_math(value).to_string(),
        &[
            (-2.0, "<mrow><mo>−</mo><mn>2</mn></mrow>"),
            (-1e7, "<mrow><mo>−</mo><msup><mn>10</mn><mn>7</mn></msup></mrow>"),
        ],
    );
}

#[test]
fn every_number_is_short_and_exact_numbers_read_back() {
    let mut bits = 1u64;
    for _ in 0..20_000 {
        bits = bits.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        let value = f64::from_bits(bits);
        assert!(number(value).chars().count() <= 12, "{value:e}");
        let back: f64 = exact(value).parse().expect("a number");
        assert!(back.to_bits() == value.to_bits() || value.is_nan());
        let usual = (bits >> 11) as f64 / (1u64 << 40) as f64 - 4000.0;
        assert!(number(usual).chars().count() <= 9, "{usual}");
    }
}

#[test]
fn names() {
    check(
        name_text,
        &[
            ("x", "x"),
            ("x1", "x₁"),
            ("x_1", "x₁"),
            ("x₁", "x₁"),
            ("w12", "w₁₂"),
            ("θ0", "θ₀"),
            ("x_max", "x_max"),
            ("x_1_2", "x_1_2"),
            ("x1y", "x1y"),
        ],
    );
    check(
        |name| name_math(name).to_string(),
        &[
            ("x", "<mi>x</mi>"),
            ("loss", "<mi>loss</mi>"),
            ("x₁₂", "<msub><mi>x</mi><mn>12</mn></msub>"),
            ("loss2", "<msub><mi>loss</mi><mn>2</mn></msub>"),
            ("x_i", "<msub><mi>x</mi><mi>i</mi></msub>"),
            ("x1_2", "<msub><mi>x</mi><mtext>1,2</mtext></msub>"),
            ("x_max", "<msub><mi>x</mi><mtext>max</mtext></msub>"),
            ("x_", "<mi>x_</mi>"),
        ],
    );
}

/// A formula in a short notation that shows every element: `{1|2}` is a fraction, `x^[2]` a
/// superscript, and a row is set in `⟨⟩` unless it is fenced or the whole.
fn sketch(math: &Math) -> String {
    let all = |between: &str| math.children().iter().map(sketch).collect::<Vec<_>>().join(between);
    match &math.kind {
        MathKind::Row(parts) => match parts[0].text().as_deref() {
            Some("(" | "|" | "⌊" | "⌈") => all(""),
            _ => format!("⟨{}⟩", all("")),
        },
        MathKind::Fraction(_) => format!("{{{}}}", all("|")),
        MathKind::Superscript(_) => format!("{}]", all("^[")),
        MathKind::Subscript(_) => format!("{}]", all("_[")),
        MathKind::SquareRoot(_) => format!("√[{}]", all("")),
        MathKind::Root(_) => format!("root[{}]", all(",")),
        MathKind::Table(_) => format!("[{}]", all("; ")),
        MathKind::Line(_) => all(" "),
        MathKind::Cell(_) => all(""),
        MathKind::Space => "\u{a0}".into(),
        MathKind::Upright(name) => format!("'{name}"),
        _ => math.text().unwrap_or_default().replace(['\u{2061}', '\u{2062}'], ""),
    }
}

/// The right side of the last line.
fn sketch_of(text: &str) -> String {
    let lines = program(&parse(text)).expect("small enough");
    let last = lines.last().expect("a line");
    sketch(last.children().last().expect("a right side"))
}

#[test]
fn parentheses_show_how_it_was_read() {
    check(
        sketch_of,
        &[
            ("(4*x+1)^2", "(⟨⟨4x⟩+1⟩)^[2]"),
            ("1/2x", "⟨{1|2}·x⟩"),
            ("1/(2x)", "{1|⟨2x⟩}"),
            ("a+(b+c)", "⟨a+(⟨b+c⟩)⟩"),
            ("(a+b)+c", "⟨⟨a+b⟩+c⟩"),
            ("a-(b-c)", "⟨a−(⟨b−c⟩)⟩"),
            ("a*(b*c)", "⟨a·(⟨b·c⟩)⟩"),
            ("a*(b/c)", "⟨a·{b|c}⟩"),
            ("a*b/c", "{⟨a·b⟩|c}"),
            ("(a+b)*c", "⟨(⟨a+b⟩)·c⟩"),
            ("-x^2", "⟨−x^[2]⟩"),
            ("(-x)^2", "(⟨−x⟩)^[2]"),
            ("-(a*b)", "⟨−(⟨a·b⟩)⟩"),
            ("-a*b", "⟨⟨−a⟩·b⟩"),
            ("a*-b", "⟨a·(⟨−b⟩)⟩"),
            ("a - -b", "⟨a−(⟨−b⟩)⟩"),
            ("a + -b*c", "⟨a+(⟨⟨−b⟩·c⟩)⟩"),
            ("2^3^2", "2^[3^[2]]"),
            ("(2^3)^2", "(2^[3])^[2]"),
            ("2^-x", "2^[⟨−x⟩]"),
            ("x^(a+b)", "x^[⟨a+b⟩]"),
            ("(a/b)^2", "({a|b})^[2]"),
            ("sqrt(x)^2", "(√[x])^[2]"),
            ("|x|^2", "|x|^[2]"),
        ],
    );
}

#[test]
fn products_have_a_sign_where_they_need_one() {
    check(
        sketch_of,
        &[
            ("4x", "⟨4x⟩"),
            ("x*4", "⟨x·4⟩"),
            ("2*3", "⟨2·3⟩"),
            ("2*3^x", "⟨2·3^[x]⟩"),
            ("2*(1/3)", "⟨2·{1|3}⟩"),
            ("2*(3+x)", "⟨2(⟨3+x⟩)⟩"),
            ("2x^2", "⟨2x^[2]⟩"),
            ("2pi x", "⟨⟨2'π⟩·x⟩"),
            ("2sin(x)", "⟨2\u{a0}⟨sin(x)⟩⟩"),
            ("2sqrt(x)", "⟨2√[x]⟩"),
            ("1e-7x", "⟨10^[⟨−7⟩]·x⟩"),
            ("2.5e-7x", "⟨⟨2.5·10^[⟨−7⟩]⟩·x⟩"),
            ("x*1e20", "⟨x·10^[20]⟩"),
        ],
    );
}

#[test]
fn functions_and_cases() {
    check(
        sketch_of,
        &[
            ("sin(x)^2", "⟨sin^[2](x)⟩"),
            ("sin(x)^y", "(⟨sin(x)⟩)^[y]"),
            ("max(x, y, 0)", "⟨max(x,y,0)⟩"),
            ("max(x, y)^2", "(⟨max(x,y)⟩)^[2]"),
            ("log2(x)", "⟨log_[2](x)⟩"),
            ("log_3(x)", "⟨log_[3](x)⟩"),
            ("log_b(x)^2", "(⟨log_[b](x)⟩)^[2]"),
            ("cbrt(x)", "root[x,3]"),
            ("floor(x) + ceil(x)", "⟨⌊x⌋+⌈x⌉⟩"),
            ("e^x", "'e^[x]"),
            ("{x < 0: -x, x^2}", "⟨{[⟨−x⟩ ⟨if ⟨x<0⟩⟩; x^[2] otherwise]⟩"),
            ("{0 <= x < y <= 1: x}", "⟨{[x ⟨if ⟨⟨⟨0≤x⟩<y⟩≤1⟩⟩]⟩"),
            ("{x > 0 && y > 0: x}", "⟨{[x ⟨if ⟨⟨x>0⟩and⟨y>0⟩⟩⟩]⟩"),
            ("{x < 0: 1, 2} + 1", "⟨(⟨{[1 ⟨if ⟨x<0⟩⟩; 2 otherwise]⟩)+1⟩"),
            ("g(t) = t^2; g(g(x))", "⟨g(⟨g(x)⟩)⟩"),
            ("g(t) = t^2; g'(x)", "⟨g^[′](x)⟩"),
            ("g(t) = t^2; g(x)^2", "(⟨g(x)⟩)^[2]"),
        ],
    );
}

#[test]
fn lines_of_a_program() {
    check(
        |text| program(&parse(text)).expect("small enough").iter().map(sketch).collect::<Vec<_>>().join(" ; "),
        &[
            ("x", "⟨⟨f(x)⟩=x⟩"),
            ("2", "⟨f=2⟩"),
            ("x*y", "⟨⟨f(x,y)⟩=⟨x·y⟩⟩"),
            ("a+b+c+d+u", "⟨f=⟨⟨⟨⟨a+b⟩+c⟩+d⟩+u⟩⟩"),
            ("h = w*x + b; h^2", "⟨h=⟨⟨w·x⟩+b⟩⟩ ; ⟨⟨f(w,x,b)⟩=h^[2]⟩"),
            ("g(t) = t^2", "⟨⟨g(t)⟩=t^[2]⟩"),
            ("f(t) = t + 1; f(x)", "⟨⟨f(t)⟩=⟨t+1⟩⟩ ; ⟨⟨g(x)⟩=⟨f(x)⟩⟩"),
        ],
    );
}

#[test]
fn parts_know_their_place_in_the_text() {
    let text = "x1 + sin(y)^2";
    let lines = program(&parse(text)).expect("small enough");
    let mut places = Vec::new();
    let mut rest = vec![&lines[0]];
    while let Some(math) = rest.pop() {
        places.extend(math.span.map(|span| &text[span.range()]));
        rest.extend(math.children().iter().rev());
    }
    assert_eq!(places, [text, "x1", "sin(y)^2", "sin(y)", "2", "sin(y)", "sin(y)", "y"]);
}

#[test]
fn large_programs_are_not_typeset() {
    assert!(program(&parse(&format!("x{}", "+x".repeat(LARGEST)))).is_none());
    assert!(program(&parse(&format!("{}x{}", "sin(".repeat(DEEPEST), ")".repeat(DEEPEST)))).is_none());
}

fn graph(text: &str) -> Graph {
    graph::build(&parse(text), Default::default()).expect("small enough")
}

#[test]
fn what_a_node_computes() {
    let output = |show: fn(&Graph, graph::NodeId) -> String| {
        move |text: &str| {
            let graph = graph(text);
            show(&graph, graph.output())
        }
    };
    check(
        output(op_line),
        &[
            ("4x", "4 · x"),
            ("x*y", "x · y"),
            ("x + 1", "x + 1"),
            ("x^2", "x²"),
            ("x^y", "x^y"),
            ("2^-3", "2^a"),
            ("-x", "−x"),
            ("x/3", "x / 3"),
            ("σ(x)", "σ(x)"),
            ("max(x, 0)", "max(x, 0)"),
            ("sqrt(x1)", "√x₁"),
            ("cbrt(x)", "∛x"),
            ("|x|", "|x|"),
            ("floor(x)", "⌊x⌋"),
            ("log_3(x)", "log₃(x)"),
            ("log_b(x)", "log_b(x)"),
            ("log2(x)", "log₂(x)"),
            ("pi + x", "π + x"),
            ("1e-7 + x", "10⁻⁷ + x"),
            ("{x < 0: y, z}", "{y if a, z otherwise}"),
            ("h = x + 1; h^3", "h³"),
        ],
    );
    check(
        output(|graph, id| label(graph, id).to_string()),
        &[
            ("x1", "x₁"),
            ("2.50", "2.5"),
            ("x*y", "×"),
            ("x^2", "square"),
            ("x^3", "cube"),
            ("x^4", "power"),
            ("log_3(x)", "log₃"),
            ("sin(x)", "sin"),
            ("pi", "π"),
        ],
    );
}
