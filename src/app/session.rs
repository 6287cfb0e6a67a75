//! What a visit to the page adds to the document.

use super::descent::Descending;
use super::point::Playing;
use super::typing::Typing;
use super::{History, Model, Notice, Player, Theme};
use crate::graph::{EdgeId, NodeId};
use crate::words::Language;

/// What this visit adds to the document: it is neither saved nor shared.
#[derive(Clone, Debug)]
pub struct Session {
    /// The documents before and after the present one.
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
    /// What is said about the page as a whole.
    pub notice: Option<Notice>,
    /// The descent as it goes on.
    pub descending: Descending,
    /// Where a person is in the text, and what is offered there.
    pub typing: Typing,
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
            notice: None,
            descending: Descending::default(),
            typing: Typing::default(),
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

    /// Carries over to another model what is still there, which is the chosen node. Stepping ends.
    pub(super) fn adopt(&mut self, before: &Model, now: &Model) {
        self.selection = self.selection.and_then(|node| before.counterpart(node, now));
        self.chosen_use = None;
        self.hover = None;
        self.moment = None;
    }
}
