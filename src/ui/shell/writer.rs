//! What writes numbers, texts and attributes into elements of the page.

use super::pace::Pace;
use crate::app::State;

/// Something that writes what it shows of the state.
pub(in crate::ui) trait Writer {
    /// Writes what changed, if this is its pace.
    fn write(&mut self, state: &State, pace: Pace);

    /// Whether there is something to write after a pause although nothing changed since.
    fn wants_pause(&self) -> bool {
        false
    }
}
