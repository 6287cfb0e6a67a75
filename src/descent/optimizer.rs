//! What an optimizer is: its row, and a plan to run it by.

/// A method of descent: one row of the table.
#[derive(Debug)]
pub struct Optimizer {
    /// What it is called.
    pub name: &'static str,
    /// What it is called in a link; never changes.
    pub id: &'static str,
    /// Learning rate to begin with, as its paper or PyTorch has it where that suits a small function.
    pub rate: f64,
    /// Its further parameters.
    pub knobs: &'static [Knob],
    /// What it remembers for each variable; 0 at the start.
    pub memory: &'static [&'static str],
    /// The update of one variable `x` with gradient `g` at step `t` = 1, 2…, in this order.
    pub rule: &'static [Assign],
    /// What it does and why, in a sentence or two.
    pub doc: &'static str,
    /// Where it comes from.
    pub paper: &'static str,
    pub(super) update: UpdateRule,
}

/// A number that shapes a method, besides the learning rate.
#[derive(Debug)]
pub struct Knob {
    /// As the rule has it: `β1`.
    pub symbol: &'static str,
    /// In a link and in PyTorch: `beta1`.
    pub id: &'static str,
    /// What it does.
    pub doc: &'static str,
    /// Its value unless the user sets it.
    pub default: f64,
}

/// One line of an update rule, `name ← formula`, the formula in our own language.
#[derive(Debug)]
pub struct Assign {
    /// The name that is assigned: `x` or one of the memory's names.
    pub name: &'static str,
    /// The value that is assigned.
    pub formula: &'static str,
}

/// How a row computes its rule.
#[derive(Debug)]
pub(super) enum UpdateRule {
    /// Each variable by itself: the function changes the point and the memory of each variable.
    Each(fn(&Factors, gradient: &[f64], x: &mut [f64], memory: &mut [f64])),
    /// All variables together, with the matrix of second derivatives.
    Newton,
}

/// Numbers that the rule has for all variables alike.
#[derive(Clone, Copy, Debug)]
pub(super) struct Factors<'a> {
    pub rate: f64,
    /// In the order of [`Optimizer::knobs`].
    pub knobs: &'a [f64],
    /// 1 in the first step.
    pub t: f64,
}

impl PartialEq for Optimizer {
    fn eq(&self, other: &Optimizer) -> bool {
        self.id == other.id
    }
}

impl Optimizer {
    /// Whether a step needs the matrix of second derivatives.
    pub fn needs_hessian(&self) -> bool {
        matches!(self.update, UpdateRule::Newton)
    }

    /// One line's formula in our own language: uphill the last step is added instead of subtracted. Newton's
    /// method asks neither for up nor for down.
    pub fn formula(&self, assign: &Assign, maximise: bool) -> String {
        let uphill = maximise && !self.needs_hessian() && assign.name == "x";
        assign.formula.replacen("x - ", if uphill { "x + " } else { "x - " }, 1)
    }
}

/// A method with its parameters and its direction.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The method.
    pub optimizer: &'static Optimizer,
    /// Learning rate η.
    pub rate: f64,
    /// In the order of [`Optimizer::knobs`].
    pub knobs: Vec<f64>,
    /// Uphill instead of downhill.
    pub maximise: bool,
}

impl Plan {
    /// A method downhill with the numbers of its row.
    pub fn of(optimizer: &'static Optimizer) -> Plan {
        let knobs = optimizer.knobs.iter().map(|knob| knob.default).collect();
        Plan { optimizer, rate: optimizer.rate, knobs, maximise: false }
    }
}
