//! What one row of the table says.

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
    pub notation: Notation,
    /// Local derivative with respect to each argument, in our language: `a`, `b`, `c` are the
    /// arguments, `y` is the value. An operation with any number of arguments lists the formulas for one
    /// particular number of them.
    pub partials: &'static [&'static str],
    /// The same derivatives as textbooks write them, where the computed formulas differ in order to
    /// stay accurate for large arguments; empty where both are the same.
    pub textbook: &'static [&'static str],
    /// The whole derivative of an operation that selects one of its arguments, as a piecewise formula
    /// in which `p`, `q`, `r` are the derivatives of `a`, `b`, `c`; empty where the derivative is the
    /// sum over the partials.
    pub choice: &'static str,
    /// The differentiation rule behind each partial, by the name textbooks use.
    pub rules: &'static [&'static str],
    /// Why the value at these (finite) arguments is not a finite number; `None` where it is finite.
    pub domain: fn(&[f64]) -> Option<&'static str>,
    /// Why there is no derivative at these arguments, and which convention holds; `None` where there
    /// is a derivative.
    pub kink: fn(&[f64]) -> Option<&'static str>,
    /// Every reason that `domain` and `kink` give.
    pub reasons: [&'static [&'static str]; 2],
    /// What happens to the gradient on its way back to each argument, in one sentence; none where the
    /// formula says enough.
    pub hints: &'static [&'static str],
    /// What it is listed under.
    pub topic: Topic,
    /// One sentence on the value, which help, README and the forward pass show.
    pub doc: &'static str,
    /// An example in our language that stands in the language table.
    pub example: &'static str,
}

/// What operations are listed under where a person looks for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The four operations and the sign.
    Arithmetic,
    /// Powers, roots, exponentials and logarithms.
    Powers,
    /// Sine and its kin, and their inverses.
    Angles,
    /// Hyperbolic functions and their inverses.
    Hyperbolic,
    /// Sign, absolute value and whole numbers.
    Rounding,
    /// What takes several numbers.
    Several,
    /// Activations of neural networks.
    Networks,
    /// Functions that integrals define: the error function, gamma and its kin.
    Special,
    /// Comparisons, and what chooses between cases.
    Cases,
}

impl Topic {
    /// Every topic, in the order of the list.
    pub const ALL: [Topic; 9] = [
        Topic::Arithmetic,
        Topic::Powers,
        Topic::Angles,
        Topic::Hyperbolic,
        Topic::Rounding,
        Topic::Several,
        Topic::Networks,
        Topic::Special,
        Topic::Cases,
    ];
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
    /// Between its two arguments; all its spellings, the printed one first.
    Infix(Level, &'static [&'static str]),
    /// Before its argument; all its spellings, the printed one first.
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
pub enum Notation {
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
    /// a < b, a = b, a ∧ b: the symbol stands between its arguments
    Relation,
    /// a large brace with one line per case
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

    /// One sentence on it, which help shows.
    pub fn doc(self) -> &'static str {
        match self {
            Constant::Pi => "Half a turn in radians, 3.14159…: the circumference of a circle divided by its diameter.",
            Constant::Tau => "A whole turn in radians, 6.28318…: twice π.",
            Constant::E => "Base of the natural logarithm, 2.71828…: e^x is its own derivative.",
        }
    }

    /// An example in our language.
    pub fn example(self) -> &'static str {
        match self {
            Constant::Pi => "sin(2π x)",
            Constant::Tau => "cos(τ x)",
            Constant::E => "e^(-x^2)",
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

/// Writes the partials with respect to all arguments, at these arguments and this value.
pub type Partials = fn(&[f64], f64, &mut [f64]);

/// Code that runs once per operation with that operation's own closures, inlined.
///
/// A loop over many nodes of the same operation asks for the closures once and then runs without
/// a branch on the operation. This makes the tape fast.
pub trait Visit {
    /// What the visit gives back.
    type Output;
    /// One argument: value(a) and partial(a, y).
    fn unary(self, value: impl Fn(f64) -> f64 + Copy, partial: impl Fn(f64, f64) -> f64 + Copy) -> Self::Output;
    /// Two arguments: value(a, b) and both partials(a, b, y).
    fn binary(
        self,
        value: impl Fn(f64, f64) -> f64 + Copy,
        partial_a: impl Fn(f64, f64, f64) -> f64 + Copy,
        partial_b: impl Fn(f64, f64, f64) -> f64 + Copy,
    ) -> Self::Output;
    /// Any number of arguments: value(args), and all partials(args, y), written into a slice as long
    /// as `args`. They are computed at once because a part they share may depend on every argument.
    fn many(self, value: fn(&[f64]) -> f64, partials: Partials) -> Self::Output;
}
