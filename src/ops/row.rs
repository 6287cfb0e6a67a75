//! What one row of the table says, and how code gets at its closures.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Op;

/// Everything known about one operation.
#[derive(Debug)]
pub struct Row {
    /// Name in our language and in the trace protocol: `add`, `sin`, `leaky_relu`.
    pub name: &'static str,
    /// Further names that are understood.
    pub aliases: &'static [&'static str],
    /// What a node shows: `+`, `×`, `sin`.
    pub symbol: &'static str,
    /// How it is read aloud between or before its arguments: "plus", "sine of".
    pub spoken: &'static str,
    /// How many arguments it takes.
    pub arity: Arity,
    /// How it is typed.
    pub syntax: Syntax,
    /// How it is typeset.
    pub form: Form,
    /// Local derivative toward each argument, in our language: `a`, `b`, `c` are the arguments,
    /// `y` is the value. Operations with any number of arguments give the case of as many as listed.
    pub partials: &'static [&'static str],
    /// The differentiation rule behind each partial, by the name textbooks use.
    pub rules: &'static [&'static str],
    /// Why the value at these (finite) arguments is not a finite number, if it is not.
    pub domain: fn(&[f64]) -> Option<&'static str>,
    /// Why there is no derivative at these arguments, if there is none, and which convention holds.
    pub kink: fn(&[f64]) -> Option<&'static str>,
    /// Every reason that `domain` and `kink` give.
    pub reasons: [&'static [&'static str]; 2],
    /// What happens to the gradient on its way back to each argument, in one sentence; none where the
    /// formula says enough.
    pub hints: &'static [&'static str],
    /// One sentence on the value, which help, README and the forward pass show.
    pub doc: &'static str,
    /// An example in our language that stands in the language table.
    pub example: &'static str,
}

/// Number of arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arity {
    /// Exactly this many.
    Exactly(usize),
    /// This many or more.
    AtLeast(usize),
}

impl Arity {
    /// Whether `count` arguments fit.
    pub fn accepts(self, count: usize) -> bool {
        match self {
            Arity::Exactly(n) => count == n,
            Arity::AtLeast(n) => count >= n,
        }
    }
}

/// Binding strength of infix operators, loosest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// `&&` between comparisons.
    And,
    /// `<`, `=`: only inside the braces of a piecewise function.
    Relation,
    /// `+`, `-`.
    Sum,
    /// `*`, `/` and nothing at all.
    Product,
    /// A sign, or a function name before its argument without parentheses.
    Prefix,
    /// `^`, right-associative.
    Power,
}

/// How an operation is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// Between its two arguments, with the other spellings it has.
    Infix(Level, &'static [&'static str]),
    /// Before its argument.
    Prefix(&'static [&'static str]),
    /// `name(argument, …)`.
    Call,
    /// `|argument|`, besides the call.
    Bars,
    /// `√argument`, besides the call.
    Radical,
    /// `log_base(argument)`.
    Subscript,
    /// `{condition: value, …}`.
    Braces,
}

/// How an operation is typeset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// a + b
    Sum,
    /// a − b
    Difference,
    /// a · b
    Product,
    /// a over b
    Fraction,
    /// a with b as exponent
    Power,
    /// −a
    Negation,
    /// name(a, …)
    Call,
    /// √a
    SquareRoot,
    /// ∛a
    CubeRoot,
    /// |a|
    Bars,
    /// ⌊a⌋
    Floor,
    /// ⌈a⌉
    Ceiling,
    /// log with a as base, of b
    LogBase,
    /// a < b and its like: the symbol stands between
    Relation,
    /// a large brace with one line a case
    Cases,
}

/// A named number of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Constant {
    /// π = 3.14159…
    Pi,
    /// τ = 2π
    Tau,
    /// e = 2.71828…
    E,
}

impl Constant {
    /// Every constant.
    pub const ALL: [Constant; 3] = [Constant::Pi, Constant::Tau, Constant::E];

    /// Its names, the typeset one first.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Constant::Pi => &["π", "pi"],
            Constant::Tau => &["τ", "tau"],
            Constant::E => &["e"],
        }
    }

    /// The nearest double.
    pub fn value(self) -> f64 {
        match self {
            Constant::Pi => std::f64::consts::PI,
            Constant::Tau => std::f64::consts::TAU,
            Constant::E => std::f64::consts::E,
        }
    }

    /// The constant of this name, if there is one.
    pub fn from_name(name: &str) -> Option<Constant> {
        Constant::ALL.into_iter().find(|constant| constant.names().contains(&name))
    }
}

/// Writes the partials toward all arguments, at these arguments and this value.
pub type Partials = fn(&[f64], f64, &mut [f64]);

/// Code that runs once per operation with that operation's own closures, inlined.
///
/// A loop over many nodes of the same operation asks for the closures once and then runs without
/// a branch on the operation: this is what makes the tape fast.
pub trait Visit {
    /// What the visit gives back.
    type Output;
    /// One argument: value(a) and partial(a, y).
    fn unary(self, value: impl Fn(f64) -> f64 + Copy, partial: impl Fn(f64, f64) -> f64 + Copy) -> Self::Output;
    /// Two arguments: value(a, b) and both partials(a, b, y).
    fn binary(
        self,
        value: impl Fn(f64, f64) -> f64 + Copy,
        toward_a: impl Fn(f64, f64, f64) -> f64 + Copy,
        toward_b: impl Fn(f64, f64, f64) -> f64 + Copy,
    ) -> Self::Output;
    /// Any number of arguments: value(args), and all partials(args, y) at once into a slice as long as
    /// `args`, for what they share may take a look at every argument.
    fn many(self, value: fn(&[f64]) -> f64, partials: Partials) -> Self::Output;
}

/// Evaluates on a slice of arguments; see [`Op::value`].
struct ValueOf<'a>(&'a [f64]);

impl Visit for ValueOf<'_> {
    type Output = f64;
    fn unary(self, value: impl Fn(f64) -> f64, _: impl Fn(f64, f64) -> f64) -> f64 {
        value(self.0[0])
    }
    fn binary(
        self,
        value: impl Fn(f64, f64) -> f64,
        _: impl Fn(f64, f64, f64) -> f64,
        _: impl Fn(f64, f64, f64) -> f64,
    ) -> f64 {
        value(self.0[0], self.0[1])
    }
    fn many(self, value: fn(&[f64]) -> f64, _: Partials) -> f64 {
        value(self.0)
    }
}

/// Evaluates all local derivatives; see [`Op::partials`].
struct PartialsOf<'a>(&'a [f64], f64, &'a mut [f64]);

impl Visit for PartialsOf<'_> {
    type Output = ();
    fn unary(self, _: impl Fn(f64) -> f64, partial: impl Fn(f64, f64) -> f64) {
        self.2[0] = partial(self.0[0], self.1);
    }
    fn binary(
        self,
        _: impl Fn(f64, f64) -> f64,
        toward_a: impl Fn(f64, f64, f64) -> f64,
        toward_b: impl Fn(f64, f64, f64) -> f64,
    ) {
        self.2[0] = toward_a(self.0[0], self.0[1], self.1);
        self.2[1] = toward_b(self.0[0], self.0[1], self.1);
    }
    fn many(self, _: fn(&[f64]) -> f64, partials: Partials) {
        partials(self.0, self.1, self.2);
    }
}

impl Op {
    /// Value at these arguments.
    ///
    /// # Panics
    /// With fewer arguments than the operation's arity.
    pub fn value(self, args: &[f64]) -> f64 {
        self.visit(ValueOf(args))
    }

    /// Local derivative ∂y/∂args\[slot\], where `y` is the value at `args`.
    ///
    /// Outside the domain (`y` is NaN) it is NaN.
    ///
    /// # Panics
    /// With fewer arguments than the operation's arity.
    pub fn partial(self, args: &[f64], slot: usize, y: f64) -> f64 {
        let mut out = vec![0.0; args.len()];
        self.partials(args, y, &mut out);
        out[slot]
    }

    /// All local derivatives at once, into a slice as long as `args`.
    ///
    /// # Panics
    /// With fewer arguments than the operation's arity, or a slice of another length.
    pub fn partials(self, args: &[f64], y: f64, out: &mut [f64]) {
        self.visit(PartialsOf(args, y, out));
    }

    /// The differentiation rule behind the partial toward argument `slot`.
    pub fn rule(self, slot: usize) -> &'static str {
        let rules = self.row().rules;
        rules[slot.min(rules.len() - 1)]
    }

    /// What happens to the gradient on its way back to argument `slot`: empty, or one sentence.
    pub fn hint(self, slot: usize) -> &'static str {
        let hints = self.row().hints;
        hints.get(slot).or(hints.last()).copied().unwrap_or_default()
    }

    /// The operation called by this name or alias, to the letter.
    pub fn from_name(name: &str) -> Option<Op> {
        static BY_NAME: LazyLock<HashMap<&str, Op>> = LazyLock::new(|| {
            let names = |op: Op| std::iter::once(&op.row().name).chain(op.row().aliases);
            Op::ALL.iter().flat_map(|&op| names(op).map(move |&name| (name, op))).collect()
        });
        BY_NAME.get(name).copied()
    }
}
