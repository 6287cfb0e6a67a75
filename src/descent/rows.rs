//! The table of optimizers. Adding one is adding a row; the tokens of its rule are compiled and,
//! as text of our own language, shown.

use super::optimizer::{Assign, Factors, Knob, Optimizer, Plan, UpdateRule};

/// The names that every rule may use come first: macro hygiene requires that names and rules come from
/// the same place.
macro_rules! optimizers {
    (($x:ident, $g:ident, $rate:ident, $t:ident) $({
        name: $name:literal, id: $id:literal, rate: $default_rate:literal,
        knobs: [$($knob:ident = $default:literal, $knob_id:literal, $knob_doc:literal;)*],
        memory: [$($memory:ident),*],
        rule: {$($to:ident <- $from:expr;)+},
        doc: $doc:literal, paper: $paper:literal,
    })*) => {
        static ROWS: &[Optimizer] = &[$(Optimizer {
            name: $name,
            id: $id,
            rate: $default_rate,
            knobs: &[$(Knob { symbol: stringify!($knob), id: $knob_id, doc: $knob_doc, default: $default }),*],
            memory: &[$(stringify!($memory)),*],
            rule: &[$(Assign { name: stringify!($to), formula: stringify!($from) }),+],
            doc: $doc,
            paper: $paper,
            #[allow(unused_variables, unused_mut, unused_assignments)]
            update: UpdateRule::Each(|factors, gradient, point, memory| {
                let Factors { rate: $rate, knobs, t: $t } = *factors;
                let &[$($knob),*] = knobs else { return };
                let room = memory.len() / point.len().max(1);
                for (variable, (place, &$g)) in point.iter_mut().zip(gradient).enumerate() {
                    let cells = &mut memory[variable * room..][..room];
                    let mut cell = cells.iter();
                    $(let mut $memory = cell.next().copied().unwrap_or_default();)*
                    let mut $x = *place;
                    $($to = $from;)+
                    *place = $x;
                    let mut cell = cells.iter_mut();
                    $(if let Some(cell) = cell.next() { *cell = $memory; })*
                }
            }),
        },)* NEWTON];
    };
}

fn pow(a: f64, b: f64) -> f64 {
    a.powf(b)
}

fn sqrt(a: f64) -> f64 {
    a.sqrt()
}

optimizers! {
    (x, g, η, t)
    {
        name: "Gradient descent", id: "gd", rate: 0.01,
        knobs: [],
        memory: [],
        rule: { x <- x - η * g; },
        doc: "Steps straight against the gradient: the steeper it is, the longer the step.",
        paper: "Cauchy 1847",
    }
    {
        name: "Momentum", id: "momentum", rate: 0.01,
        knobs: [μ = 0.9, "mu", "momentum: how much of the velocity is kept";],
        memory: [v],
        rule: { v <- μ * v + g; x <- x - η * v; },
        doc: "A heavy ball: it keeps a part of its velocity v, so it rolls through small bumps and along narrow \
              valleys.",
        paper: "Polyak 1964, in the form of PyTorch's SGD",
    }
    {
        name: "Nesterov", id: "nesterov", rate: 0.01,
        knobs: [μ = 0.9, "mu", "momentum: how much of the velocity is kept";],
        memory: [v],
        rule: { v <- μ * v + g; x <- x - η * (g + μ * v); },
        doc: "Momentum that looks ahead: it steps as the velocity of the next moment will be, so it brakes sooner.",
        paper: "Nesterov 1983, in the form of PyTorch's SGD",
    }
    {
        name: "AdaGrad", id: "adagrad", rate: 0.1,
        knobs: [ε = 1e-10, "eps", "keeps the division from being by 0";],
        memory: [s],
        rule: { s <- s + pow(g, 2.0); x <- x - η * g / (sqrt(s) + ε); },
        doc: "Each variable has its own rate: s sums up its squared gradients, and the larger that is, the shorter the \
              step. Steps only get shorter.",
        paper: "Duchi, Hazan and Singer 2011",
    }
    {
        name: "RMSProp", id: "rmsprop", rate: 0.01,
        knobs: [
            β = 0.99, "beta", "how slowly old gradients are forgotten";
            ε = 1e-8, "eps", "keeps the division from being by 0";
        ],
        memory: [s],
        rule: { s <- β * s + (1.0 - β) * pow(g, 2.0); x <- x - η * g / (sqrt(s) + ε); },
        doc: "AdaGrad that forgets: s is a running mean of the squared gradients, so the steps do not die out.",
        paper: "Tieleman and Hinton 2012",
    }
    {
        name: "Adam", id: "adam", rate: 0.1,
        knobs: [
            β1 = 0.9, "beta1", "how slowly old gradients are forgotten";
            β2 = 0.999, "beta2", "how slowly old squared gradients are forgotten";
            ε = 1e-8, "eps", "keeps the division from being by 0";
        ],
        memory: [m, s],
        rule: {
            m <- β1 * m + (1.0 - β1) * g;
            s <- β2 * s + (1.0 - β2) * pow(g, 2.0);
            x <- x - η * (m / (1.0 - pow(β1, t))) / (sqrt(s / (1.0 - pow(β2, t))) + ε);
        },
        doc: "Momentum and a rate for each variable in one: the mean m of the gradients over the root of the mean s of \
              their squares. Dividing by 1 − βᵗ, where t counts the steps, makes up for their start at 0.",
        paper: "Kingma and Ba 2015",
    }
}

/// Newton's method. Its code works on all variables at once, so that its rule here is only text.
const NEWTON: Optimizer = Optimizer {
    name: "Newton's method",
    id: "newton",
    rate: 1.0,
    knobs: &[],
    memory: &["d"],
    rule: &[Assign { name: "d", formula: "H^(-1)*g" }, Assign { name: "x", formula: "x - η * d" }],
    doc: "Divides the gradient by the second derivatives H, and so jumps to where the parabola that fits here is flat: \
          in one step if f is a parabola. That place may be a valley, a top or a saddle.",
    paper: "Newton 1669, Raphson 1690",
    update: UpdateRule::Newton,
};

impl Optimizer {
    /// Every method, the plainest first.
    pub const ALL: &'static [Optimizer] = ROWS;

    /// The method of this name in a link.
    ///
    /// ```
    /// use chainrule::descent::Optimizer;
    /// assert_eq!(Optimizer::from_id("adam").unwrap().name, "Adam");
    /// ```
    pub fn from_id(id: &str) -> Option<&'static Optimizer> {
        Optimizer::ALL.iter().find(|optimizer| optimizer.id == id)
    }
}

impl Default for Plan {
    fn default() -> Plan {
        Plan::of(&ROWS[0])
    }
}
