//! The clock of the story, and the moves along it.

/// A move along the story of both passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walk {
    /// One step on; begins the story if nobody is stepping.
    Forward,
    /// One step back.
    Back,
    /// To where only the variables and the numbers are known.
    Start,
    /// Everything is shown; nobody is stepping any more.
    End,
    /// To this moment.
    To(usize),
    /// What the clock does while the story plays.
    Beat,
}

/// How fast the story plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speed {
    /// Half as fast.
    Half,
    /// About one step a second.
    #[default]
    Normal,
    /// Twice as fast.
    Double,
    /// Four times as fast.
    Fourfold,
}

impl Speed {
    /// How it is written.
    pub fn label(self) -> &'static str {
        match self {
            Speed::Half => "0.5×",
            Speed::Normal => "1×",
            Speed::Double => "2×",
            Speed::Fourfold => "4×",
        }
    }

    /// The speed after this one, as the button walks through them.
    pub fn next(self) -> Speed {
        match self {
            Speed::Half => Speed::Normal,
            Speed::Normal => Speed::Double,
            Speed::Double => Speed::Fourfold,
            Speed::Fourfold => Speed::Half,
        }
    }

    /// How long something takes at this speed that takes `ms` milliseconds at normal speed.
    pub(super) fn scaled(self, ms: usize) -> usize {
        match self {
            Speed::Half => ms * 2,
            Speed::Normal => ms,
            Speed::Double => ms / 2,
            Speed::Fourfold => ms / 4,
        }
    }
}

/// The clock of the story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Player {
    /// Whether it runs.
    pub playing: bool,
    /// How fast.
    pub speed: Speed,
}
