//! The elementary functions under the names our own language gives them.
//!
//! The rows in [`super::rows`] are written with these names, so that one piece of text is Rust
//! code for the compiler and a formula for the parser. Where `std` would lose digits (erf, the
//! inverse hyperbolic functions, a sigmoid far out in its tail) the implementation is chosen so
//! that the relative error stays within a few units in the last place.

/// √(2): the standard deviation that turns erfc into the normal distribution.
const SQRT_2: f64 = std::f64::consts::SQRT_2;

/// The constant under the name our own language gives it.
#[allow(non_upper_case_globals)]
pub(super) const pi: f64 = std::f64::consts::PI;

/// Scale λ of [SELU](https://arxiv.org/abs/1706.02515) (Klambauer et al. 2017).
pub(super) const SELU_SCALE: f64 = 1.0507009873554805;
/// Slope α of [SELU](https://arxiv.org/abs/1706.02515) times [`SELU_SCALE`].
pub(super) const SELU_SCALE_ALPHA: f64 = 1.7580993408473766;

macro_rules! forward_to {
    ($($name:ident = $path:path;)*) => {
        $(#[inline(always)] pub(super) fn $name(a: f64) -> f64 { $path(a) })*
    };
}

forward_to! {
    sin = f64::sin;
    cos = f64::cos;
    tan = f64::tan;
    asin = f64::asin;
    acos = f64::acos;
    atan = f64::atan;
    sinh = f64::sinh;
    cosh = f64::cosh;
    tanh = f64::tanh;
    asinh = libm::asinh;
    acosh = libm::acosh;
    atanh = libm::atanh;
    exp = f64::exp;
    ln = f64::ln;
    log2 = f64::log2;
    log10 = f64::log10;
    sqrt = f64::sqrt;
    cbrt = f64::cbrt;
    abs = f64::abs;
    floor = f64::floor;
    ceil = f64::ceil;
    round = f64::round;
    erf = libm::erf;
    erfc = libm::erfc;
}

/// `a` to the power `b`. The two most common exponents, 1 and 2, are computed without `powf`, which
/// is faster; the result is exact or rounded once.
#[inline(always)]
pub(super) fn pow(a: f64, b: f64) -> f64 {
    if b == 2.0 {
        a * a
    } else if b == 1.0 {
        a
    } else {
        a.powf(b)
    }
}

/// Logarithm of `b` to the base `a`.
#[inline(always)]
pub(super) fn log(a: f64, b: f64) -> f64 {
    if a == 2.0 {
        b.log2()
    } else if a == 10.0 {
        b.log10()
    } else {
        b.ln() / a.ln()
    }
}

#[inline(always)]
pub(super) fn atan2(a: f64, b: f64) -> f64 {
    a.atan2(b)
}

#[inline(always)]
pub(super) fn hypot(a: f64, b: f64) -> f64 {
    a.hypot(b)
}

/// −1, 0 or 1; NaN stays NaN.
#[inline(always)]
pub(super) fn sign(a: f64) -> f64 {
    if a > 0.0 {
        1.0
    } else if a < 0.0 {
        -1.0
    } else {
        a * 0.0
    }
}

/// 1 where `a` is positive, 0 elsewhere, NaN stays NaN.
#[inline(always)]
pub(super) fn step(a: f64) -> f64 {
    if a > 0.0 {
        1.0
    } else if a <= 0.0 {
        0.0
    } else {
        a
    }
}

#[inline(always)]
pub(super) fn relu(a: f64) -> f64 {
    if a <= 0.0 { 0.0 } else { a }
}

/// 1/(1 + e^−a) without overflow: e is only raised to negative powers.
#[inline(always)]
pub(super) fn sigmoid(a: f64) -> f64 {
    let small = (-a.abs()).exp();
    if a >= 0.0 { 1.0 / (1.0 + small) } else { small / (1.0 + small) }
}

/// ln(1 + e^a) without overflow.
#[inline(always)]
pub(super) fn softplus(a: f64) -> f64 {
    relu(a) + (-a.abs()).exp().ln_1p()
}

/// Distribution function of the standard normal distribution; keeps its digits in the lower tail.
#[inline(always)]
pub(super) fn normal_cdf(a: f64) -> f64 {
    0.5 * erfc(-a / SQRT_2)
}

/// e^a − 1 with all digits near 0.
#[inline(always)]
pub(super) fn expm1(a: f64) -> f64 {
    a.exp_m1()
}

/// 1 for true, 0 for false.
#[inline(always)]
pub(super) fn truth(condition: bool) -> f64 {
    f64::from(u8::from(condition))
}

/// The largest argument; NaN if any argument is NaN.
pub(super) fn maximum(args: &[f64]) -> f64 {
    args.iter().copied().reduce(|m, a| if a > m || a.is_nan() { a } else { m }).unwrap_or(f64::NAN)
}

/// The smallest argument; NaN if any argument is NaN.
pub(super) fn minimum(args: &[f64]) -> f64 {
    args.iter().copied().reduce(|m, a| if a < m || a.is_nan() { a } else { m }).unwrap_or(f64::NAN)
}

/// Share of each argument in the extreme `y`: 1 for the only winner, 1/k among k equal ones, else 0.
pub(super) fn extreme_shares(args: &[f64], y: f64, out: &mut [f64]) {
    let share = 1.0 / args.iter().filter(|&&a| a == y).count() as f64;
    for (share_of, &a) in out.iter_mut().zip(args) {
        *share_of = match a == y {
            _ if y.is_nan() => f64::NAN,
            true => share,
            false => 0.0,
        };
    }
}

#[inline(always)]
pub(super) fn max(a: f64, b: f64) -> f64 {
    maximum(&[a, b])
}

#[inline(always)]
pub(super) fn min(a: f64, b: f64) -> f64 {
    minimum(&[a, b])
}

/// Whether several arguments reach the minimum or the maximum, which then has no derivative.
pub(super) fn tie(args: &[f64]) -> bool {
    let reached = |y: f64| args.iter().filter(|&&a| a == y).count() > 1;
    let by_minimum = reached(minimum(args));
    let by_maximum = reached(maximum(args));
    by_minimum || by_maximum
}

/// Index of the argument that a piecewise function takes its value from. The arguments are
/// `condition, value, condition, value, …[, otherwise]`.
pub(super) fn chosen_case(args: &[f64]) -> Option<usize> {
    let mut pairs = args.chunks_exact(2);
    pairs.by_ref().position(|pair| pair[0] != 0.0).map(|case| 2 * case + 1).or_else(|| match pairs.remainder() {
        [] => None,
        _ => Some(args.len() - 1),
    })
}

/// Value of the first case whose condition holds; NaN when none does and there is no last value.
pub(super) fn piecewise(args: &[f64]) -> f64 {
    chosen_case(args).map_or(f64::NAN, |case| args[case])
}

/// The partials of a piecewise function: 1 for the chosen case, 0 for every other argument.
pub(super) fn case_shares(args: &[f64], _y: f64, out: &mut [f64]) {
    out.fill(0.0);
    if let Some(case) = chosen_case(args) {
        out[case] = 1.0;
    }
}
