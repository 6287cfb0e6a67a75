use std::collections::VecDeque;

use super::Document;

/// How many edits can be taken back.
const DEPTH: usize = 200;

/// What kind of edit a document came from; runs of the same kind are undone in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A stroke of the keyboard in the text.
    Typing,
    /// A move of this variable.
    Moving(String),
    /// Sliders that play.
    Playing,
    /// Anything else; always undone by itself.
    Single,
}

/// Documents before and after the present one.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: VecDeque<Document>,
    future: Vec<Document>,
    running: Option<Edit>,
}

impl History {
    /// Remembers `before`, unless this edit only carries on a run that is remembered already.
    pub fn record(&mut self, before: &Document, edit: Edit) {
        self.future.clear();
        if edit != Edit::Single && self.running.as_ref() == Some(&edit) {
            return;
        }
        if self.past.len() == DEPTH {
            self.past.pop_front();
        }
        self.past.push_back(before.clone());
        self.running = Some(edit);
    }

    /// The document before the run that an edit of this kind carries on; none if it begins one.
    pub fn before_run(&self, edit: &Edit) -> Option<&Document> {
        self.past.back().filter(|_| *edit != Edit::Single && self.running.as_ref() == Some(edit))
    }

    /// Ends a run: the next edit is undone by itself.
    pub fn settle(&mut self) {
        self.running = None;
    }

    /// The document before the last edit, in exchange for the present one.
    pub fn undo(&mut self, present: &Document) -> Option<Document> {
        self.settle();
        let document = self.past.pop_back()?;
        self.future.push(present.clone());
        Some(document)
    }

    /// The document that was undone last, in exchange for the present one.
    pub fn redo(&mut self, present: &Document) -> Option<Document> {
        self.settle();
        let document = self.future.pop()?;
        self.past.push_back(present.clone());
        Some(document)
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to do again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}
