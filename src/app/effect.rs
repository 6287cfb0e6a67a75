//! The effects of an action outside of the state: on the address, on what is read out, on what is in
//! view.

use super::State;
use crate::graph::{EdgeId, NodeId};

/// While the story plays faster than this, in milliseconds a step, its sentences are not read out.
const SPOKEN_MS: u32 = 1_000;

/// The effects of an action outside of the state. The page carries them out without knowing the action.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effects {
    /// The document is another one: the address follows, and after a pause the outcome is announced.
    pub document: bool,
    /// More than what is pointed at changed: what follows at the next frame is due.
    pub numbers: bool,
    /// A node is to come into view.
    pub show: Option<NodeId>,
    /// The sentence of the present step is to be spoken at once.
    pub speak: bool,
    /// The colours are others: they are shown, and kept for the next visit.
    pub theme: bool,
    /// The language that is to be spoken from now on: it may have to be fetched first.
    pub language: Option<&'static str>,
}

/// The parts of a state that are compared before and after an action to tell its effects.
#[derive(PartialEq)]
pub(super) struct Fingerprint {
    revision: u64,
    moment: Option<usize>,
    stepping: bool,
    theme: super::Theme,
    others: (Option<NodeId>, Option<EdgeId>, bool, bool, bool),
}

impl Fingerprint {
    pub fn of(state: &State) -> Fingerprint {
        let session = &state.session;
        let descending = &session.descending;
        Fingerprint {
            revision: session.revision,
            moment: session.moment,
            stepping: state.stepping().is_stepping(),
            theme: session.theme,
            others: (session.selection, session.chosen_use, descending.running, descending.watching, descending.log),
        }
    }

    /// Whether the document is another one since.
    pub fn is_edited(&self, state: &State) -> bool {
        state.session.revision != self.revision
    }

    /// The effects of an action: this is the fingerprint before it, `state` is the state after it.
    pub fn effects(&self, state: &State) -> Effects {
        let now = Fingerprint::of(state);
        let stepped = now.moment != self.moment && (now.stepping || self.stepping);
        Effects {
            document: self.is_edited(state),
            numbers: now != *self,
            show: state.stepping().step_node().filter(|_| stepped),
            speak: stepped && state.stepping().beat().is_none_or(|beat| beat >= SPOKEN_MS),
            theme: now.theme != self.theme,
            language: state.document.language.filter(|&asked| asked != state.session.language),
        }
    }
}
