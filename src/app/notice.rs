//! What a person should know about the page as a whole.

use crate::words::{Message, notice};

/// What a person should know about the page as a whole, until they close it or change something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The address held something that cannot be read.
    DamagedLink,
    /// The link was copied; it does not hold the data, which is too large for it.
    LinkWithoutData,
    /// A file or a pasted text is no table.
    NoTable,
    /// The function is too large for a link.
    TooLargeForLink,
}

impl Notice {
    /// What is said.
    pub fn message(self) -> Message {
        match self {
            Notice::DamagedLink => notice::damaged_link(),
            Notice::LinkWithoutData => notice::link_without_data(),
            Notice::NoTable => notice::no_table(),
            Notice::TooLargeForLink => notice::too_large_for_link(),
        }
    }
}
