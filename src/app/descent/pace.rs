use crate::words::{Message, panel};

/// How fast a run goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// Two steps a second.
    Slow,
    /// Twenty steps a second.
    #[default]
    Normal,
    /// As many steps as a frame has room for.
    Fast,
}

impl Pace {
    /// Every pace, the slowest first.
    pub const ALL: [Pace; 3] = [Pace::Slow, Pace::Normal, Pace::Fast];

    /// What it is called.
    pub fn label(self) -> Message {
        match self {
            Pace::Slow => panel::slow(),
            Pace::Normal => panel::normal(),
            Pace::Fast => panel::fast(),
        }
    }
}
