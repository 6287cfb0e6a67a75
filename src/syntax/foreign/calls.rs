//! What functions of other languages and libraries are called here.

use super::super::Span;
use super::super::scope::{builtin, builtin_any_case};
use std::collections::HashMap;
use std::sync::LazyLock;

use super::mark::Foreign;
use super::node::{Kind, Node};
use super::print::{print, split};
use super::rewriter::{Rewriter, span_of};
use super::template::{fill, places};
use crate::ops::Arity;

/// Names elsewhere, and how the call is written here with `a`, `b`, `c` as its arguments.
#[rustfmt::skip]
const CALLS: &[(&str, &str)] = &[
    // powers, roots, logarithms
    ("square quadrat sq", "a^2"), ("cube", "a^3"), ("power potenz mpow fpow", "a^b"), ("reciprocal inv inverse", "1/a"),
    ("isqrt root wurzel raiz racine radice", "sqrt(a)"), ("rsqrt invsqrt", "1/sqrt(a)"),
    ("cuberoot cubicroot surd3", "cbrt(a)"), ("nthroot surd realroot", "a^(1/b)"), ("exp2", "2^a"), ("exp10", "10^a"),
    ("expm1", "exp(a) - 1"), ("log1p ln1p logp1", "ln(1 + a)"), ("lg logten", "log10(a)"), ("lb ld", "log2(a)"),
    ("loge natlog Logarithm", "ln(a)"), ("e_to", "exp(a)"),
    // angles
    ("sinus seno senx", "sin(a)"), ("cosine cosinus coseno kos", "cos(a)"), ("tangent tangens tangente tng tgn", "tan(a)"),
    ("cotangent cotangens", "cot(a)"), ("secant sekans", "sec(a)"), ("cosecant kosekans csec", "csc(a)"),
    ("arcsine arcsinus asn", "asin(a)"), ("arccosine arccosinus arccosen acs", "acos(a)"),
    ("arctangent arctangens atg atang", "atan(a)"), ("actg arcctan", "acot(a)"), ("asec arcsec", "acos(1/a)"), ("acsc arccsc", "asin(1/a)"),
    ("sind", "sin(a*pi/180)"), ("cosd", "cos(a*pi/180)"), ("tand", "tan(a*pi/180)"), ("sinpi", "sin(pi*a)"), ("cospi", "cos(pi*a)"),
    ("radians deg2rad toRadians rad", "a*pi/180"), ("degrees rad2deg toDegrees", "a*180/pi"),
    ("atan2d", "atan2(a, b)*180/pi"), ("arctan2 angle", "atan2(a, b)"), ("versin versine", "1 - cos(a)"), ("haversin haversine", "(1 - cos(a))/2"),
    ("cis", "cos(a)"),
    // hyperbolic
    ("sh shin sinhyp", "sinh(a)"), ("ch coshyp", "cosh(a)"), ("th tanhyp", "tanh(a)"), ("sch", "sech(a)"), ("csh", "csch(a)"),
    ("arsh argsh arcsenh argsinh asenh", "asinh(a)"), ("arch argch argcosh", "acosh(a)"), ("arth argth argtanh arctgh atgh", "atanh(a)"),
    ("acoth arcoth arccoth", "atanh(1/a)"), ("asech arsech arcsech", "acosh(1/a)"), ("acsch arcsch arccsch", "asinh(1/a)"),
    // whole numbers and parts
    ("absolute absolutevalue fabs betrag magnitude mod_abs cabs", "abs(a)"), ("signum sig", "sign(a)"),
    ("int trunc fix truncate integerpart ipart", "sign(a)*floor(abs(a))"), ("ent entier ganzzahl gint", "floor(a)"),
    ("ceiling roundup", "ceil(a)"), ("rint nint runden arrondi rounddown_", "round(a)"), ("frac fract fracpart", "a - floor(a)"),
    ("mod modulo fmod rem remainder rest", "a - b*floor(a/b)"), ("floordiv floor_divide intdiv quotient div", "floor(a/b)"),
    ("factorial fact fakultät fac", "gamma(a + 1)"), ("tgamma gammafunction", "gamma(a)"), ("lngamma ln_gamma logGamma", "lgamma(a)"),
    ("psi polygamma0", "digamma(a)"), ("trigamma", "polygamma(1, a)"), ("beta betafunction", "gamma(a)*gamma(b)/gamma(a + b)"),
    ("binomial binom comb nchoosek ncr choose", "gamma(a + 1)/(gamma(b + 1)*gamma(a - b + 1))"),
    ("permutations perm npr", "gamma(a + 1)/gamma(a - b + 1)"), ("lbeta betaln", "lgamma(a) + lgamma(b) - lgamma(a + b)"),
    // two and three arguments
    ("plus add", "a + b"), ("minus subtract", "a - b"), ("times multiply mul", "a*b"), ("divide truediv true_divide", "a/b"),
    ("negative neg minus_", "-a"), ("maximum fmax amax", "max(a, b)"), ("minimum fmin amin", "min(a, b)"),
    ("hypotenuse", "hypot(a, b)"), ("lerp mix", "a + c*(b - a)"), ("constrain limit_between clampf clip_by_value saturate_between bound", "clamp(a, b, c)"),
    ("saturate clamp01", "clamp(a, 0, 1)"), ("if ifelse iff iif where select cond wenn si ifthenelse", "{a: b, c}"), ("log_sum_exp lse", "logsumexp(a, b)"),
    // networks
    ("sigmoid_fn expit logistic_sigmoid logisticsigmoid sig_moid", "sigmoid(a)"), ("logsigmoid log_sigmoid", "-softplus(-a)"),
    ("logit", "ln(a/(1 - a))"), ("rectifier ramp positive_part relufn", "relu(a)"), ("lrelu", "leaky_relu(a)"), ("prelu", "{a > 0: a, b*a}"),
    ("softsign", "a/(1 + abs(a))"), ("tanhshrink", "a - tanh(a)"), ("hard_tanh htanh", "hardtanh(a)"), ("relu_6", "relu6(a)"),
    ("hardsigmoid hard_sigmoid", "clamp(a/6 + 1/2, 0, 1)"), ("hardswish hard_swish hard_silu", "a*relu6(a + 3)/6"),
    ("quickgelu quick_gelu", "a*sigmoid(1.702*a)"), ("celu", "elu(a)"), ("soft_plus", "softplus(a)"), ("squareplus", "(a + sqrt(a^2 + 4))/2"),
    ("softshrink", "sign(a)*relu(abs(a) - 0.5)"), ("hardshrink", "{abs(a) > 0.5: a, 0}"), ("threshold", "{a > b: a, c}"),
    ("glu", "a*sigmoid(b)"), ("swiglu", "silu(a)*b"), ("logcosh log_cosh", "ln(cosh(a))"), ("gaussian gauss bell rbf", "exp(-a^2)"),
    ("heaviside", "{a = 0: b, step(a)}"), ("heavisidetheta unitstep heaviside_theta theta_step u_step", "step(a)"), ("norm_cdf normcdf normalcdf ndtr phi_cdf", "erfc(-a/sqrt(2))/2"),
    ("norm_pdf normpdf normalpdf", "exp(-a^2/2)/sqrt(2*pi)"),
    ("mse mse_loss squared_error squarederror l2loss mseloss", "(a - b)^2"), ("mae l1_loss l1loss absolute_error", "abs(a - b)"),
    ("bce binary_cross_entropy bceloss binarycrossentropy", "-(b*ln(a) + (1 - b)*ln(1 - a))"), ("bcewithlogits bce_with_logits binary_cross_entropy_with_logits bcewithlogitsloss", "softplus(a) - a*b"),
    ("huber huber_loss smooth_l1_loss smoothl1", "{abs(a - b) < 1: (a - b)^2/2, abs(a - b) - 1/2}"), ("hinge hinge_loss", "relu(1 - a*b)"),
    ("cross_entropy crossentropy nll", "-b*ln(a)"), ("root", "b^(1/a)"), ("xlogy", "a*ln(b)"), ("entr", "-a*ln(a)"), ("rel_entr kl_div", "a*ln(a/b)"), ("logaddexp2", "log2(2^a + 2^b)"),
    ("normalized_sinc", "sinc(a)"),
    // our own, with further arguments
    ("log", "logb(b, a)"), ("atan arctan", "atan2(a, b)"), ("leaky_relu leakyrelu", "{a > 0: a, b*a}"), ("elu", "{a > 0: a, b*(exp(a) - 1)}"),
    ("softplus", "softplus(a*b)/b"), ("clamp", "max(a, b)"), ("logsumexp logaddexp", "logsumexp(logsumexp(a, b), c)"), ("hypot", "hypot(hypot(a, b), c)"),
    ("round", "round(a*10^b)/10^b"), ("gelu silu", "a*sigmoid(b*a)"), ("sqrt", "b^(1/a)"),
];

/// Numbers and what they are called elsewhere; only to the letter.
const NUMBERS: &[(&str, &str)] =
    &[("PI", "pi"), ("Pi", "pi"), ("M_PI", "pi"), ("TAU", "tau"), ("ℯ", "e"), ("𝑒", "e"), ("ⅇ", "e")];

/// What only shows its first argument, or gives it back.
#[rustfmt::skip]
const SHOWS: &[&str] = &[
    "print", "plot", "disp", "display", "show", "simplify", "expand", "evaluate", "eval", "float", "double", "tensor", "array", "constant", "parameter",
    "float32", "float64", "detach", "item", "numpy", "identity",
];

/// What the language lacks, by names of functions.
const NAMED: &[(&str, Foreign)] = &[
    ("random rand randn randint uniform normal gauss_random zufallszahl", Foreign::Random),
    (
        "range arange linspace zeros ones eye sort cumsum concat concatenate stack reshape transpose len shape outer cross det eig argmax argmin \
         histogram map filter reduce zip table median count vector matrix",
        Foreign::Vector,
    ),
];

/// The same where square brackets say that it is Mathematica.
const BRACKETED: &[(&str, &str)] = &[("Log", "logb(a, b)"), ("ArcTan", "atan2(b, a)"), ("N", "a")];

/// The same where an equals sign at the beginning says that it is a spreadsheet.
const SPREADSHEET: &[(&str, &str)] = &[("LOG", "log10(a)"), ("ATAN2", "atan2(b, a)")];

/// The template of a function from elsewhere, by its name and the number of its arguments.
fn template(name: &str, arguments: usize) -> Option<&'static str> {
    static BY_NAME: LazyLock<HashMap<(&str, usize), &str>> = LazyLock::new(|| {
        let names = |row: &(&'static str, &'static str)| {
            let (names, template) = *row;
            let count = places(template);
            names.split(' ').map(move |name| ((name, count), template))
        };
        CALLS.iter().flat_map(names).collect()
    });
    let lower = name.to_lowercase();
    [name, &lower].into_iter().find_map(|name| BY_NAME.get(&(name, arguments)).copied())
}

/// The name of a function that is spoken of, as in "sine of x".
fn spoken(name: &str) -> &str {
    if name == "sine" { "sin" } else { name }
}

/// Our own name of a function, whatever its capitals and underscores.
pub(super) fn own_name(name: &str) -> Option<&'static str> {
    builtin(name)
        .or_else(|| builtin_any_case(name))
        .or_else(|| {
            // ArcTan, leaky_ReLU: capitals and underscores of others.
            builtin_any_case(&name.replace('_', "")).filter(|_| !name.starts_with("log_"))
        })
        .map(|op| op.row().name)
}

impl Rewriter<'_> {
    /// Rewrites every call of a function that has another name or other brackets elsewhere.
    pub(super) fn calls(&mut self, items: Vec<Node>) -> Vec<Node> {
        let mut out: Vec<Node> = Vec::with_capacity(items.len());
        let mut rest = items.into_iter().peekable();
        while let Some(node) = rest.next() {
            let constant = NUMBERS.iter().any(|(known, _)| *known == node.text);
            let empty =
                constant.then(|| rest.next_if(|next| next.inside("(").is_some_and(<[Node]>::is_empty))).flatten();
            if empty.is_some() {
                self.needless(node.span);
            }
            let called = rest.peek().is_some_and(|next| {
                next.is_open("(")
                    || next.is_open("[") && !next.gap
                    || (next.is_open(r"\{") || next.is_open("{") && !self.tex && !next.gap)
                        && own_name(&node.text).is_some()
            });
            if node.kind != Kind::Name || self.own.contains(&node.text) {
                out.push(node);
            } else if node.text.starts_with("log_")
                && !called
                && let Some(argument) = rest.next_if(|next| next.gap && matches!(next.kind, Kind::Name | Kind::Number))
            {
                let whole = node.span.join(argument.span);
                self.written(node.span, whole, format!("{}({})", node.text, argument.text));
                out.push(node);
                out.push(Node::group("(", vec![Node { gap: false, ..argument }], whole));
            } else if called {
                let brackets = rest.next().into_iter();
                brackets.for_each(|brackets| self.call(&node, brackets, &mut out));
            } else if let Some((_, here)) = NUMBERS.iter().find(|(known, _)| *known == node.text) {
                self.written(node.span, node.span, *here);
                out.push(Node { text: (*here).to_owned(), ..node });
            } else if rest.peek().is_some_and(|next| next.is_name("of"))
                && (own_name(spoken(&node.text)).is_some() || template(&node.text, 1).is_some())
            {
                rest.next();
                let name = Node { text: spoken(&node.text).to_owned(), ..node.clone() };
                let argument = super::operators::next_factor(&mut rest);
                let whole = node.span.join(span_of(&argument));
                let inside = match &argument[..] {
                    [only] => only.inside("(").map_or_else(|| argument.clone(), <[Node]>::to_vec),
                    _ => argument,
                };
                if own_name(&name.text).is_some() {
                    self.written(node.span, whole, format!("{}({})", name.text, print(&inside)));
                }
                self.call(&name, Node::group("(", inside, whole), &mut out);
            } else if let Some(here) =
                template(&node.text, 1).filter(|here| *here != "a" && builtin(&node.text).is_none())
                && rest.peek().is_some_and(|next| next.gap && matches!(next.kind, Kind::Name | Kind::Number))
            {
                let mut argument: Vec<Node> = rest.next().into_iter().collect();
                argument.extend(
                    rest.next_if(|next| !next.gap && next.kind == Kind::Name && argument[0].kind == Kind::Number),
                );
                let span = node.span.join(span_of(&argument));
                let filled = fill(here, &[&argument], span).spaced_as(&node);
                self.written(node.span, span, filled.text.clone());
                out.push(filled);
            } else {
                out.push(node);
            }
        }
        out
    }

    /// Writes one call as it is written here.
    fn call(&mut self, name: &Node, brackets: Node, out: &mut Vec<Node>) {
        let Kind::Group(inside) = &brackets.kind else { return };
        let (is_list, base) = (inside.iter().any(|node| node.is_open("[")), name.text.to_lowercase());
        if let Some((_, what)) = NAMED.iter().find(|(names, _)| names.split(' ').any(|known| known == base)) {
            self.mark(name.span, what.clone());
        }
        let shows = SHOWS.contains(&base.as_str());
        let vectors = (is_list && shows).then(|| self.vectors(inside.clone()));
        let inside = vectors.as_ref().unwrap_or(inside);
        let mut arguments = split(inside, ",");
        if shows {
            // What follows is where or how it is shown.
            arguments.truncate(1);
        }
        let whole = name.span.join(brackets.span);
        let known = own_name(&name.text);
        let fits =
            known.and_then(|_| builtin_any_case(&name.text)).is_some_and(|op| op.row().arity.accepts(arguments.len()));
        let special = match brackets.is_open("[") {
            true => BRACKETED,
            false if self.source.trim_start().starts_with('=') => SPREADSHEET,
            false => &[],
        };
        let mut special = special.iter().filter(|(known, here)| *known == name.text && places(here) == arguments.len());
        let special = special.next().map(|(_, here)| *here);
        let special = special.or(Some("a").filter(|_| shows));
        let rewritten = special.or_else(|| template(&name.text, arguments.len()).filter(|_| !fits));
        let rewritten = rewritten.map(|template| fill(template, &arguments, whole));
        let rewritten = rewritten.or_else(|| self.piecewise(&base, &arguments, whole));
        if let Some(filled) = rewritten.or_else(|| self.aggregate(&name.text, &arguments, whole)) {
            self.written(name.span, whole, filled.text.clone());
            out.push(filled.spaced_as(name));
            return;
        }
        let arguments = match known.and_then(|_| builtin_any_case(&name.text)).map(|op| op.row().arity) {
            Some(arity) => self.decimal_arguments(inside, arity),
            None => inside.clone(),
        };
        let arguments = self.vectors(arguments);
        let span = brackets.span;
        let text = match known {
            Some(known) if !brackets.is_open("(") || builtin_any_case(&name.text).is_none() => known,
            _ => &name.text,
        };
        if brackets.is_open("[") && known.is_none() && self.index(name, inside, whole, out) {
            return;
        }
        if !brackets.is_open("(") || text != name.text {
            self.written(name.span, whole, format!("{text}({})", print(&arguments)));
        }
        out.push(Node { text: text.to_owned(), ..name.clone() });
        out.push(Node { kind: Kind::Group(arguments), text: "(".to_owned(), span, gap: brackets.gap });
    }

    /// `Piecewise[{{x, x > 0}, …}, 0]`: cases as lists of a value and its condition.
    fn piecewise(&self, name: &str, arguments: &[&[Node]], span: Span) -> Option<Node> {
        let ([list], otherwise) = (*arguments.first().filter(|_| name == "piecewise")?, arguments.get(1)) else {
            return None;
        };
        let case = |case: &[Node]| match case {
            [pair] => match split(pair.inside("{")?, ",")[..] {
                [value, condition] => Some(format!("{}: {}", print(condition).trim(), print(value).trim())),
                _ => None,
            },
            _ => None,
        };
        let mut cases = split(list.inside("{")?, ",").into_iter().map(case).collect::<Option<Vec<_>>>()?;
        cases.extend(otherwise.map(|otherwise| print(otherwise).trim().to_owned()));
        Some(Node::new(Kind::Done(None), format!("{{{}}}", cases.join(", ")), span))
    }

    /// `x[0]` and `x[i]`: an element is a name with an index here.
    fn index(&mut self, name: &Node, inside: &[Node], whole: Span, out: &mut Vec<Node>) -> bool {
        let [Node { kind: Kind::Number | Kind::Name, text: index, .. }] = inside else { return false };
        let text = format!("{}_{index}", name.text);
        self.written(name.span, whole, text.clone());
        out.push(Node { text, ..name.clone() });
        true
    }

    /// `sin(1,5)`: a comma that is one too many and stands right between digits is a decimal comma.
    fn decimal_arguments(&mut self, inside: &[Node], arity: Arity) -> Vec<Node> {
        match arity.accepts(split(inside, ",").len()) {
            true => inside.to_vec(),
            false => self.decimals(inside.to_vec()),
        }
    }
}
