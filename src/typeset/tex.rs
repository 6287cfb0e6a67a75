//! A formula as TeX, to copy into a paper or a lecture.

use super::math::{APPLY, INVISIBLE_TIMES};
use super::{Math, MathKind, Word};

/// TeX of a formula, for mathematics mode.
///
/// ```
/// use chainrule::{syntax::parse, typeset::{expression, to_tex}};
/// let program = parse("sqrt(x)/(2 sin(x)^2)").unwrap();
/// let math = expression(&program.output().expr, &program, &[]).unwrap();
/// assert_eq!(to_tex(&math), r"\frac{\sqrt{x}}{2\,\sin^{2}(x)}");
/// ```
pub fn to_tex(math: &Math) -> String {
    match &math.kind {
        MathKind::Identifier(name) => identifier(name),
        MathKind::Upright(name) => format!(r"\mathrm{{{}}}", greek(name)),
        MathKind::Number(digits) => digits.replace('−', "-"),
        MathKind::Operator(sign) => operator(sign),
        MathKind::Word(Word::And) => r" \wedge ".into(),
        MathKind::Word(_) => format!(r"\text{{{}}}", math.text().unwrap_or_default()),
        MathKind::Text(words) => format!(r"\text{{{words}}}"),
        MathKind::Space => r"\,".into(),
        MathKind::Row(parts) | MathKind::Line(parts) => row(parts),
        MathKind::Fraction(two) => format!(r"\frac{{{}}}{{{}}}", to_tex(&two[0]), to_tex(&two[1])),
        MathKind::Superscript(two) => format!("{}^{{{}}}", base(&two[0]), to_tex(&two[1])),
        MathKind::Subscript(two) => format!("{}_{{{}}}", base(&two[0]), to_tex(&two[1])),
        MathKind::SquareRoot(inner) => format!(r"\sqrt{{{}}}", to_tex(inner)),
        MathKind::Root(two) => format!(r"\sqrt[{}]{{{}}}", to_tex(&two[1]), to_tex(&two[0])),
        MathKind::Table(lines) => {
            let lines: Vec<String> = lines.iter().map(|line| cells(line.children())).collect();
            format!(r"\begin{{array}}{{ll}}{}\end{{array}}", lines.join(r" \\ "))
        }
        MathKind::Cell(inner) => to_tex(inner),
    }
}

fn cells(cells: &[Math]) -> String {
    cells.iter().map(to_tex).collect::<Vec<_>>().join(" & ")
}

/// Parts side by side; a left brace without a closing brace needs `\right.`.
fn row(parts: &[Math]) -> String {
    let text: String = parts.iter().map(to_tex).collect();
    let opens_cases = parts.first().is_some_and(|part| matches!(&part.kind, MathKind::Operator(sign) if sign == "{"));
    if opens_cases { text.replacen(r"\{", r"\left\{", 1) + r"\right." } else { text }
}

/// The base of a script; a base that has a script itself is put in braces.
fn base(math: &Math) -> String {
    match math.kind {
        MathKind::Superscript(_) | MathKind::Subscript(_) | MathKind::Row(_) => format!("{{{}}}", to_tex(math)),
        _ => to_tex(math),
    }
}

/// Functions that TeX knows by name.
const KNOWN: &[&str] = &["sin", "cos", "tan", "sinh", "cosh", "tanh", "exp", "ln", "log", "min", "max"];

fn identifier(name: &str) -> String {
    if KNOWN.contains(&name) {
        format!(r"\{name}")
    } else if name.chars().count() == 1 {
        greek(name)
    } else {
        format!(r"\operatorname{{{}}}", name.replace('_', r"\_"))
    }
}

/// Greek letters by their TeX names; everything else as it is.
fn greek(name: &str) -> String {
    const GREEK: &[(&str, &str)] = &[
        ("α", "alpha"),
        ("β", "beta"),
        ("γ", "gamma"),
        ("δ", "delta"),
        ("ε", "varepsilon"),
        ("ζ", "zeta"),
        ("η", "eta"),
        ("θ", "theta"),
        ("ι", "iota"),
        ("κ", "kappa"),
        ("λ", "lambda"),
        ("μ", "mu"),
        ("ν", "nu"),
        ("ξ", "xi"),
        ("π", "pi"),
        ("ρ", "rho"),
        ("σ", "sigma"),
        ("τ", "tau"),
        ("φ", "varphi"),
        ("χ", "chi"),
        ("ψ", "psi"),
        ("ω", "omega"),
        ("Γ", "Gamma"),
        ("Δ", "Delta"),
        ("Θ", "Theta"),
        ("Λ", "Lambda"),
        ("Σ", "Sigma"),
        ("Φ", "Phi"),
        ("Ψ", "Psi"),
        ("Ω", "Omega"),
    ];
    match GREEK.iter().find(|(letter, _)| *letter == name) {
        Some((_, tex)) => format!(r"\{tex} "),
        None => name.into(),
    }
}

fn operator(sign: &str) -> String {
    match sign {
        APPLY | INVISIBLE_TIMES => "",
        "·" => r" \cdot ",
        "×" => r" \times ",
        "−" => "-",
        "∂" => r"\partial ",
        "≤" => r" \le ",
        "≥" => r" \ge ",
        "∧" => r" \wedge ",
        "⌊" => r"\lfloor ",
        "⌋" => r" \rfloor",
        "⌈" => r"\lceil ",
        "⌉" => r" \rceil",
        "{" => r"\{",
        "←" => r" \leftarrow ",
        "…" => r"\dots ",
        "∞" => r"\infty ",
        "|" => "|",
        "," => ", ",
        other => return other.into(),
    }
    .into()
}
