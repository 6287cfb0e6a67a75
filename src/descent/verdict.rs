/// Why a descent is over, or should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The gradient is almost 0 and f rises in every direction.
    Valley,
    /// The gradient is almost 0 and f falls in every direction.
    Top,
    /// The gradient is almost 0, f rises in some directions and falls in others.
    Saddle,
    /// The gradient is almost 0 and f bends nowhere.
    Flat,
    /// The step left the place where f has a value and a gradient.
    NotFinite,
    /// Every step lands on the other side, and farther from the goal.
    Diverges,
    /// f goes to infinity in the direction of the goal.
    Endless,
    /// For a long time no step has improved on the best value.
    Stuck,
    /// No step can be computed from the second derivatives.
    Singular,
    /// Enough for one run: [`LIMIT`](super::LIMIT) steps, or twice as many…
    Limit,
}

impl Verdict {
    /// Whether the goal was reached.
    ///
    /// ```
    /// use chainrule::descent::Verdict;
    /// assert!(Verdict::Valley.is_success(false) && !Verdict::Top.is_success(false));
    /// ```
    pub fn is_success(self, maximise: bool) -> bool {
        self == if maximise { Verdict::Top } else { Verdict::Valley }
    }
}
