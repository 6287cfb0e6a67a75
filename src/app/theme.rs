use crate::words::{Message, panel};

/// Colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    #[default]
    Auto,
    /// Dark ink on light paper.
    Light,
    /// The other way round.
    Dark,
}

impl Theme {
    /// Every theme, in the order a button walks through them.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// Its name in the page and in storage.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Auto => "automatic",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// What a person calls it.
    pub fn label(self) -> Message {
        match self {
            Theme::Auto => panel::automatic(),
            Theme::Light => panel::light(),
            Theme::Dark => panel::dark(),
        }
    }

    /// The theme of this name; automatic if there is none.
    pub fn from_name(name: &str) -> Theme {
        Theme::ALL.into_iter().find(|theme| theme.name() == name).unwrap_or_default()
    }

    /// The theme after this one, as the button walks through them.
    pub fn next(self) -> Theme {
        match self {
            Theme::Auto => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Auto,
        }
    }
}
