//! Functions that neither `std` nor `libm` has with all their digits: the quotients of the circular and
//! hyperbolic functions far out, sinc, and the derivatives of the logarithm of the gamma function.

use std::f64::consts::PI;

/// The positive zero of digamma, as the sum of two doubles.
const DIGAMMA_ZERO: (f64, f64) = (1.4616321449683622, 9.549995429965697e-17);

/// From here on the asymptotic series of digamma and polygamma have all digits.
const FAR: f64 = 10.0;

/// The highest order of polygamma: 171! is no double any more.
const HIGHEST_ORDER: f64 = 170.0;

/// The Bernoulli numbers B₂, B₄, …, B₂₀.
const BERNOULLI: [f64; 10] = [
    1.0 / 6.0,
    -1.0 / 30.0,
    1.0 / 42.0,
    -1.0 / 30.0,
    5.0 / 66.0,
    -691.0 / 2730.0,
    7.0 / 6.0,
    -3617.0 / 510.0,
    43867.0 / 798.0,
    -174611.0 / 330.0,
];

/// 1/cosh(a), also where cosh overflows.
#[inline(always)]
pub(super) fn sech(a: f64) -> f64 {
    let small = (-a.abs()).exp();
    2.0 * small / (1.0 + small * small)
}

/// 1/sinh(a), also where sinh overflows.
#[inline(always)]
pub(super) fn csch(a: f64) -> f64 {
    let half = (-a.abs()).exp();
    (2.0 * half / -(-2.0 * a.abs()).exp_m1()).copysign(a)
}

/// ln(e^a + e^b) without overflow.
#[inline(always)]
pub(super) fn logsumexp(a: f64, b: f64) -> f64 {
    if a == b {
        return a + std::f64::consts::LN_2; // infinite ones have no difference
    }
    a.max(b) + (-(a - b).abs()).exp().ln_1p()
}

/// sin(π·a)/(π·a), which is 1 at 0.
#[inline]
pub(super) fn sinc(a: f64) -> f64 {
    if a == 0.0 {
        return 1.0;
    }
    sin_pi(a) / (PI * a)
}

/// sin(π·a); the argument is reduced before it is multiplied by π, so that no digit is lost.
fn sin_pi(a: f64) -> f64 {
    let rest = a - 2.0 * (a / 2.0).round();
    let near = if rest.abs() > 0.5 { rest.signum() - rest } else { rest };
    (PI * near).sin()
}

/// Whether the gamma function has a pole here.
#[inline]
pub(super) fn is_pole(a: f64) -> bool {
    a <= 0.0 && a.fract() == 0.0
}

/// Γ(a); at its poles NaN, except at 0, where the sign of 0 says on which side.
#[inline]
pub(super) fn gamma(a: f64) -> f64 {
    libm::tgamma(a)
}

/// ln|Γ(a)|
#[inline]
pub(super) fn lgamma(a: f64) -> f64 {
    libm::lgamma(a)
}

/// The derivative of [`lgamma`].
pub(super) fn digamma(a: f64) -> f64 {
    if a == 0.0 {
        f64::NEG_INFINITY.copysign(-a)
    } else if a < 0.0 {
        // Γ(a)·Γ(1 − a) is π/sin(π·a).
        let rest = a - a.round();
        if rest == 0.0 || a.is_infinite() { f64::NAN } else { digamma(1.0 - a) - PI / (PI * rest).tan() }
    } else if a < FAR {
        digamma_from_zero(a)
    } else {
        let square = (1.0 / a) * (1.0 / a);
        let series =
            BERNOULLI.iter().enumerate().rev().fold(0.0, |sum, (k, b)| (sum + b / (2 * k + 2) as f64) * square);
        a.ln() - 0.5 / a - series
    }
}

/// Digamma as (a − zero) times a sum of positive terms, so that its digits stay near the zero, too.
fn digamma_from_zero(a: f64) -> f64 {
    let zero = DIGAMMA_ZERO.0;
    let distance = (a - zero) - DIGAMMA_ZERO.1;
    let terms = FAR as usize;
    let near: f64 = (0..terms).rev().map(|k| 1.0 / ((k as f64 + a) * (k as f64 + zero))).sum();
    // The rest is the difference of the asymptotic series at two places, divided by their distance.
    let (p, q) = (FAR + a, FAR + zero);
    let logarithm = if distance == 0.0 { 1.0 / q } else { (distance / q).ln_1p() / distance };
    let (u, v) = (1.0 / (p * p), 1.0 / (q * q));
    let quotient = (p + q) * u * v; // (v − u)/(p − q)
    let mut series = 0.0;
    let (mut powers, mut v_power) = (1.0, 1.0); // u^(k−1) + u^(k−2)·v + … + v^(k−1)
    for (b, k) in BERNOULLI.iter().zip(1..) {
        series += b / f64::from(2 * k) * powers;
        v_power *= v;
        powers = powers * u + v_power;
    }
    distance * (near + (logarithm + 0.5 / (p * q) + quotient * series))
}

/// Whether polygamma has this order.
#[inline]
pub(super) fn is_order(n: f64) -> bool {
    n.fract() == 0.0 && (0.0..=HIGHEST_ORDER).contains(&n)
}

/// The `n`-th derivative of digamma; NaN for an order that is not whole.
pub(super) fn polygamma(n: f64, a: f64) -> f64 {
    if !is_order(n) || a.is_nan() {
        return f64::NAN;
    }
    if n == 0.0 {
        return digamma(a);
    }
    let sign = if n % 2.0 == 0.0 { -1.0 } else { 1.0 };
    let factorial: f64 = (2..=n as u32).map(f64::from).product();
    sign * factorial * hurwitz(n as i32 + 1, a)
}

/// The sum of (k + a)^−s over k = 0, 1, 2, …
fn hurwitz(s: i32, a: f64) -> f64 {
    if a < -FAR {
        return hurwitz_by_reflection(s, a);
    }
    // Euler and Maclaurin's formula from a place on that is far out for this power.
    let order = f64::from(s);
    let terms = (FAR + order - a).ceil().max(0.0) as usize;
    let far = a + terms as f64;
    let mut series = 1.0 / (order - 1.0) + 0.5 / far;
    let mut factor = order / far / far; // s(s+1)…(s+2k−2) / ((2k)!·far^2k)
    for (b, k) in BERNOULLI.iter().zip(1..) {
        let double = f64::from(2 * k);
        factor /= if k == 1 { 2.0 } else { double * (double - 1.0) };
        series += b * factor;
        factor *= (order + double - 1.0) * (order + double) / far / far;
    }
    let rest = far.powf(1.0 - order) * series;
    let term = |k: usize| (k as f64 + a).powf(-order);
    // Small terms first keep all digits; on both sides of 0, those that cancel out come first.
    if a > 0.0 { (0..terms).rev().fold(rest, |sum, k| sum + term(k)) } else { (0..terms).map(term).sum::<f64>() + rest }
}

/// The same far on the negative side. The sum over all whole k depends only on the distance to the nearest
/// of them, and its terms for k < 0 are the sum at 1 − a.
fn hurwitz_by_reflection(s: i32, a: f64) -> f64 {
    let distance = a - a.round();
    let mirrored = if s % 2 == 0 { 1.0 } else { -1.0 };
    match distance == 0.0 || a.is_infinite() {
        true if s % 2 == 0 => f64::INFINITY,
        true => f64::NAN,
        false => {
            let after = hurwitz(s, 1.0 + distance);
            let before = hurwitz(s, 1.0 - distance) - hurwitz(s, 1.0 - a);
            distance.powi(-s) + after + mirrored * before
        }
    }
}
