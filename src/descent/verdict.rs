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
    /// f goes to infinity the way one wants to go.
    Endless,
    /// No step for a long time was any better than the best before.
    Stuck,
    /// Second derivatives that no step can be computed from.
    Singular,
    /// Enough for one run: [`LIMIT`](super::LIMIT) steps, or twice as many…
    Limit,
}

impl Verdict {
    /// In words, downhill or uphill.
    ///
    /// ```
    /// use chainrule::descent::Verdict;
    /// assert!(Verdict::Diverges.sentence(false).starts_with("It diverges: each step overshoots the valley"));
    /// ```
    pub fn sentence(self, maximise: bool) -> &'static str {
        match (self, maximise) {
            (Verdict::Valley, false) => {
                "Converged: the gradient is almost 0 and the value rises on every side. This is the floor of a valley; \
                 there may be a deeper one elsewhere."
            }
            (Verdict::Top, true) => {
                "Converged: the gradient is almost 0 and the value falls on every side. This is the top of a hill; there \
                 may be a higher one elsewhere."
            }
            (Verdict::Top, false) => {
                "The gradient is almost 0, so the steps end. But the value falls on every side: this is the top of a \
                 hill. Start a little beside it."
            }
            (Verdict::Valley, true) => {
                "The gradient is almost 0, so the steps end. But the value rises on every side: this is the floor of a \
                 valley. Start a little beside it."
            }
            (Verdict::Saddle, _) => {
                "The gradient is almost 0, so the steps end. But this is a saddle: the value rises one way and falls \
                 another. Start a little beside it."
            }
            (Verdict::Flat, _) => {
                "The gradient is almost 0, so the steps end. It is flat around here, too flat to tell a valley from a \
                 plateau."
            }
            (Verdict::NotFinite, _) => {
                "The last step led to where the value or its gradient is not a finite number, so there is no next step. \
                 Go back, or choose a smaller rate."
            }
            (Verdict::Diverges, false) => {
                "It diverges: each step overshoots the valley and lands higher up on the other side. The rate is too \
                 large."
            }
            (Verdict::Diverges, true) => {
                "It diverges: each step overshoots the top and lands lower down on the other side. The rate is too large."
            }
            (Verdict::Endless, false) => "The value falls without end this way: there is no floor to reach.",
            (Verdict::Endless, true) => "The value rises without end this way: there is no top to reach.",
            (Verdict::Stuck, false) => {
                "No progress: the last 200 steps went no lower than before. A smaller rate may settle closer."
            }
            (Verdict::Stuck, true) => {
                "No progress: the last 200 steps went no higher than before. A smaller rate may settle closer."
            }
            (Verdict::Singular, _) => {
                "Newton's method has no step here: it would have to divide by second derivatives that are 0 or unknown."
            }
            (Verdict::Limit, _) => "100,000 steps are done, so the run pauses here. Press Run to go on.",
        }
    }

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
