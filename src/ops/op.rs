//! What an operation can be asked: its value, its local derivatives, its name.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Op, Partials, Visit};

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
        partial_a: impl Fn(f64, f64, f64) -> f64,
        partial_b: impl Fn(f64, f64, f64) -> f64,
    ) {
        self.2[0] = partial_a(self.0[0], self.0[1], self.1);
        self.2[1] = partial_b(self.0[0], self.0[1], self.1);
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

    /// The differentiation rule behind the partial with respect to argument `slot`.
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
