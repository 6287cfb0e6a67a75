use crate::words::{Message, panel};

/// How fast a run goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tempo {
    /// Two steps a second.
    Slow,
    /// Twenty steps a second.
    #[default]
    Normal,
    /// As many steps as a frame has room for.
    Fast,
}

impl Tempo {
    /// Every tempo, the slowest first.
    pub const ALL: [Tempo; 3] = [Tempo::Slow, Tempo::Normal, Tempo::Fast];

    /// What it is called.
    pub fn label(self) -> Message {
        match self {
            Tempo::Slow => panel::slow(),
            Tempo::Normal => panel::normal(),
            Tempo::Fast => panel::fast(),
        }
    }
}
