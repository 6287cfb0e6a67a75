//! How an operation is drawn, from its row's [`Notation`], with as few parentheses as our grammar
//! needs to read the drawing as the same tree again.

use super::math::{INVISIBLE_TIMES, TIMES};
use super::number::literal_math;
use super::{Math, MathKind, Word, name_math};
use crate::ops::{Constant, Level, Notation, Op, known};

/// A formula with the properties that decide whether it needs parentheses.
#[derive(Clone, Debug)]
pub(super) struct Fragment {
    pub math: Math,
    binding: Binding,
    start: Start,
}

/// How strongly a formula holds together, loosest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    /// A left brace without a closing brace.
    Cases,
    /// An operator between its arguments.
    Operator(Level),
    /// A fraction, a root or a call: it needs parentheses only as the base of a power.
    Drawn,
    /// A call of a built-in function with one argument: like `Drawn`, but a power goes to its name.
    Function,
    /// A name, a number, anything between fences.
    Atom,
}

/// What a formula starts with: decides whether a factor in front of it needs a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    /// A digit or a fraction: 2·3, not 23.
    Digit,
    /// A minus sign.
    Sign,
    /// A name of several letters, which is set with a thin space: 2 sin(x).
    Word,
    /// Anything else: 2x, 2(x + 1).
    Other,
}

impl Fragment {
    /// A number, in the form it is drawn in: with all its digits, or as short as nodes show it.
    pub fn number(value: f64, math: Math) -> Fragment {
        let binding = match math.kind {
            MathKind::Number(_) => Binding::Atom,
            MathKind::Superscript(_) => Binding::Operator(Level::Power),
            _ => Binding::Operator(Level::Product),
        };
        let start = if value.is_sign_negative() && value != 0.0 { Start::Sign } else { Start::Digit };
        Fragment { math, binding, start }
    }

    /// A number of the text.
    pub fn literal(value: f64) -> Fragment {
        Fragment::number(value, literal_math(value))
    }

    /// π, τ or e.
    pub fn constant(constant: Constant) -> Fragment {
        Fragment::name(MathKind::Upright(constant.names()[0].into()).into())
    }

    /// A name.
    pub fn name(math: Math) -> Fragment {
        let start = word_or_letter(&math);
        Fragment { math, binding: Binding::Atom, start }
    }

    /// A call of a function.
    pub fn call(function: Math, args: Vec<Fragment>) -> Fragment {
        let start = word_or_letter(&function);
        let math = Math::call(function, args.into_iter().map(|arg| arg.math));
        Fragment { math, binding: Binding::Drawn, start }
    }

    /// An operation on its arguments.
    pub fn apply(op: Op, args: Vec<Fragment>) -> Fragment {
        let row = op.row();
        let sign = Math::operator(row.symbol);
        match (row.notation, <[Fragment; 2]>::try_from(args)) {
            (Notation::Sum | Notation::Difference, Ok([a, b])) => infix(Level::Sum, a, sign, b),
            (Notation::Product, Ok([a, b])) => product(a, b),
            (Notation::Fraction, Ok([a, b])) => drawn(Math::fraction(a.math, b.math), Start::Digit),
            (Notation::Power, Ok([base, exponent])) => power(base, exponent),
            (Notation::Relation, Ok([a, b])) if op == known::AND => {
                infix(Level::And, a, MathKind::Word(Word::And).into(), b)
            }
            (Notation::Relation, Ok([a, b])) => infix(Level::Relation, a, sign, b),
            (Notation::LogBase, Ok([base, of])) => {
                Fragment::call(Math::subscript(Math::identifier(row.symbol), base.math), vec![of])
            }
            (form, Ok(args)) => one_or_many(form, row.symbol, args.into()),
            (form, Err(args)) => one_or_many(form, row.symbol, args),
        }
    }

    /// `a < b` and `b < c` in one line, where both mean the same b.
    pub fn chain(first: Fragment, second: Fragment) -> Fragment {
        let mut parts = vec![first.math];
        if let MathKind::Row(second) = second.math.kind {
            parts.extend(second.into_iter().skip(1));
        }
        Fragment { math: Math::row(parts), binding: Binding::Operator(Level::And), start: first.start }
    }

    /// The same between parentheses if it needs them.
    fn fenced_if(self, needed: impl Fn(&Fragment) -> bool) -> Fragment {
        if !needed(&self) {
            return self;
        }
        Fragment { math: Math::fenced("(", self.math, ")"), binding: Binding::Atom, start: Start::Other }
    }
}

/// Operations on one argument, calls and cases.
fn one_or_many(form: Notation, symbol: &str, mut args: Vec<Fragment>) -> Fragment {
    if form == Notation::Cases {
        return cases(args);
    }
    let function = function_name(symbol);
    if form == Notation::Call || args.len() != 1 {
        let binding = if args.len() == 1 { Binding::Function } else { Binding::Drawn };
        return Fragment { binding, ..Fragment::call(function, args) };
    }
    let arg = args.remove(0);
    let atom = |math| Fragment { math, binding: Binding::Atom, start: Start::Other };
    match form {
        Notation::Negation => {
            let arg = arg.fenced_if(|arg| arg.binding <= Binding::Operator(Level::Prefix) || arg.start == Start::Sign);
            let math = Math::row([Math::operator(symbol), arg.math]);
            Fragment { math, binding: Binding::Operator(Level::Prefix), start: Start::Sign }
        }
        Notation::SquareRoot => drawn(MathKind::SquareRoot(Box::new(arg.math)).into(), Start::Other),
        Notation::CubeRoot => drawn(MathKind::Root(Box::new([arg.math, Math::number("3")])).into(), Start::Other),
        Notation::Bars => atom(Math::fenced("|", arg.math, "|")),
        Notation::Floor => atom(Math::fenced("⌊", arg.math, "⌋")),
        Notation::Ceiling => atom(Math::fenced("⌈", arg.math, "⌉")),
        _ => Fragment::call(function, vec![arg]),
    }
}

/// The name of a function of the language, lowered digits as an index: log₂.
fn function_name(symbol: &str) -> Math {
    if symbol.ends_with(|last| ('₀'..='₉').contains(&last)) { name_math(symbol) } else { Math::identifier(symbol) }
}

fn word_or_letter(name: &Math) -> Start {
    match (&name.kind, name.children()) {
        (MathKind::Identifier(letters), _) if letters.chars().count() > 1 => Start::Word,
        (_, [base, ..]) => word_or_letter(base),
        _ => Start::Other,
    }
}

fn drawn(math: Math, start: Start) -> Fragment {
    Fragment { math, binding: Binding::Drawn, start }
}

/// A left-associative operator between its arguments.
fn infix(level: Level, a: Fragment, sign: Math, b: Fragment) -> Fragment {
    let binding = Binding::Operator(level);
    let a = a.fenced_if(|a| a.binding < binding || (a.binding == binding && level == Level::Relation));
    let b = b.fenced_if(|b| b.binding <= binding || b.start == Start::Sign && level > Level::Relation);
    Fragment { start: a.start, math: Math::row([a.math, sign, b.math]), binding }
}

/// A product, without a sign where a number stands before a name or a parenthesis.
fn product(a: Fragment, b: Fragment) -> Fragment {
    let binding = Binding::Operator(Level::Product);
    let fenced = b.binding <= binding || b.start == Start::Sign;
    let digits = matches!(a.math.kind, MathKind::Number(_));
    if !digits || (b.start == Start::Digit && !fenced) {
        return infix(Level::Product, a, Math::operator(TIMES), b);
    }
    let mut parts = vec![a.math, Math::operator(INVISIBLE_TIMES)];
    if b.start == Start::Word && !fenced {
        parts.push(MathKind::Space.into());
    }
    parts.push(b.fenced_if(|_| fenced).math);
    Fragment { start: a.start, math: Math::row(parts), binding }
}

/// A power; that of a function's value stands behind its name: sin²(x).
fn power(base: Fragment, exponent: Fragment) -> Fragment {
    let is_whole = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    let whole = matches!(&exponent.math.kind, MathKind::Number(digits) if is_whole(digits));
    let binding = Binding::Operator(Level::Power);
    if whole && base.binding == Binding::Function {
        let math = raised_function(base.math, exponent.math);
        return Fragment { math, binding, start: base.start };
    }
    let base = base.fenced_if(|base| base.binding < Binding::Atom);
    Fragment { start: base.start, math: Math::superscript(base.math, exponent.math), binding }
}

/// Moves an exponent to the name of the function that is called; both halves of the call keep its
/// place in the text.
fn raised_function(call: Math, exponent: Math) -> Math {
    let Math { kind: MathKind::Row(parts), span } = call else { return Math::superscript(call, exponent) };
    let mut parts: Vec<Math> = parts.into_iter().map(|part| Math { span, ..part }).collect();
    let name = parts.remove(0);
    parts.insert(0, Math::superscript(name, exponent));
    Math::row(parts)
}

/// Conditions and values in turn, and the value that holds otherwise.
fn cases(args: Vec<Fragment>) -> Fragment {
    let mut args = args.into_iter().map(|arg| arg.math);
    let mut cases = Vec::new();
    while let Some(first) = args.next() {
        match args.next() {
            Some(value) => cases.push((value, Some(first))),
            None => cases.push((first, None)),
        }
    }
    Fragment { math: Math::cases(cases), binding: Binding::Cases, start: Start::Other }
}

#[cfg(test)]
mod tests {
    use crate::syntax::{Program, parse};
    use crate::typeset::{Math, MathKind, expression};

    /// A formula as our language, without any parentheses but those it shows.
    fn source(math: &Math) -> String {
        let parts: Vec<String> = math.children().iter().map(source).collect();
        match (&math.kind, math.children().first().and_then(Math::text).as_deref()) {
            (MathKind::Row(_), Some("⌊")) => format!("floor({})", parts[1]),
            (MathKind::Row(_), Some("{")) => format!("{{{}}}", parts[1]),
            (MathKind::Row(_), Some("if ")) => parts[1].clone(),
            (MathKind::Fraction(_), _) => format!("(({})/({}))", parts[0], parts[1]),
            (MathKind::Superscript(_), _) => {
                format!("{}^{}", parts[0], parts[1].parse::<f64>().map_or(format!("({})", parts[1]), |n| n.to_string()))
            }
            (MathKind::Subscript(_), _) => parts.join("_"),
            (MathKind::SquareRoot(_), _) => format!("sqrt({})", parts[0]),
            (MathKind::Root(_), _) => format!("cbrt({})", parts[0]),
            (MathKind::Table(_), _) => parts.join(", "),
            (MathKind::Line(_), _) if parts[1] == "otherwise" => parts[0].clone(),
            (MathKind::Line(_), _) => format!("{}: {}", parts[1], parts[0]),
            _ => math.text().map_or(parts.concat(), |text| text.replace('\u{2062}', "*").replace('\u{2061}', "")),
        }
    }

    /// A random expression with parentheses around every part.
    fn random(seed: &mut u64, depth: u32) -> String {
        *seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        let choice = (*seed >> 33) as usize;
        if depth == 0 {
            return ["x", "y1", "2", "0.5", "pi", "rate"][choice % 6].into();
        }
        #[rustfmt::skip]
        let forms = [
            "(#+#)", "(#-#)", "(#*#)", "(#*#)", "(#/#)", "(#^#)", "(#^2)", "(-#)", "sin(#)", "sqrt(#)", "|#|",
            "cbrt(#)", "max(#, #)", "log_3(#)", "floor(#)", "{# < #: #, #}", "#", "(2*#)",
        ];
        let mut pieces = forms[choice % forms.len()].split('#');
        let first = pieces.next().unwrap_or_default().to_owned();
        pieces.fold(first, |text, piece| text + &random(seed, depth - 1) + piece)
    }

    #[test]
    fn what_is_shown_reads_as_the_same_tree() {
        let tree = |text: &str| {
            let expr = read(text).statements.remove(0).expr;
            (expr.terms.iter().map(|term| format!("{:?}", term.kind)).collect::<Vec<_>>(), expr.args)
        };
        let mut seed = 7;
        for round in 0..3000 {
            let text = random(&mut seed, round % 5);
            let program = read(&text);
            let shown = expression(&program.output().expr, &program, &[]).expect("small enough");
            assert_eq!(tree(&source(&shown)), tree(&text), "{text} is shown as {}", source(&shown));
        }
    }

    fn read(text: &str) -> Program {
        parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
    }
}
