//! What stands below the plot, one at a time.

use crate::words::{Message, panel};

/// Lists the panels in the order of their tabs: what each holds, its name in links, and what its tab says.
macro_rules! panels {
    ($($(#[$doc:meta])* $Panel:ident: $name:literal, $label:path;)+) => {
        /// What stands below the plot.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum Panel {
            $($(#[$doc])* $Panel,)+
        }

        impl Panel {
            /// All of them, in the order of the tabs.
            pub const ALL: &[Panel] = &[$(Panel::$Panel),+];

            /// Its name in links.
            pub fn name(self) -> &'static str {
                match self {
                    $(Panel::$Panel => $name,)+
                }
            }

            /// What its tab says.
            pub fn label(self) -> Message {
                match self {
                    $(Panel::$Panel => $label(),)+
                }
            }
        }
    };
}

panels! {
    /// Why a node has its gradient.
    #[default]
    Why: "why", panel::why;
    /// The descent.
    Descend: "descent", panel::descend;
    /// The data.
    Data: "data", panel::data;
}

impl Panel {
    /// The one of this name.
    pub fn from_name(name: &str) -> Option<Panel> {
        Panel::ALL.iter().copied().find(|panel| panel.name() == name)
    }
}
