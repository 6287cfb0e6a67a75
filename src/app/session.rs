//! What a visit to the page adds to the document.

use super::descent::Descending;
use super::point::Playing;
use super::{History, Model, Player, Theme};
use crate::graph::{EdgeId, NodeId};
use crate::words::Language;

/// What this visit adds to the document: it is neither saved nor shared.
#[derive(Clone, Debug)]
pub struct Session {
    /// What came before.
    pub history: History,
    /// Counts the changes of the document.
    pub(super) revision: u64,
    /// The chosen node.
    pub selection: Option<NodeId>,
    /// The use of the chosen node that was chosen, where it was chosen by an edge.
    pub chosen_use: Option<EdgeId>,
    /// The node that is pointed at.
    pub hover: Option<NodeId>,
    /// Colours.
    pub theme: Theme,
    /// The code of the language that is spoken.
    pub language: &'static str,
    /// How many steps of the story are done; none while everything is shown.
    pub moment: Option<usize>,
    /// The clock of the story.
    pub player: Player,
    /// The descent as it goes on.
    pub descending: Descending,
    /// The sliders that play.
    pub playing: Playing,
}

impl Default for Session {
    fn default() -> Session {
        Session {
            history: History::default(),
            revision: 0,
            selection: None,
            chosen_use: None,
            hover: None,
            theme: Theme::default(),
            language: Language::ENGLISH,
            moment: None,
            player: Player::default(),
            descending: Descending::default(),
            playing: Playing::default(),
        }
    }
}

impl Session {
    /// Stops all clocks.
    pub(super) fn halt(&mut self) {
        self.player.playing = false;
        self.descending.halt();
        self.playing.halt();
    }

    /// Takes over to another model what is still there, which is the chosen node; the story begins anew.
    pub(super) fn adopt(&mut self, before: &Model, now: &Model) {
        self.selection = self.selection.and_then(|node| before.counterpart(node, now));
        self.chosen_use = None;
        self.hover = None;
        self.moment = None;
    }
}
