//! Copying the derivation, or a line of it, as TeX.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::help::Help;
use crate::explain::{Explanation, line_tex, tex};
use crate::ui::shell::button::button;
use crate::ui::shell::world::World;
use crate::words::header;
use crate::ui::shell::pace::TimerSlot;
use crate::ui::shell::store::Store;

/// How long a button shows a check mark after copying, in milliseconds.
const TOLD_MS: u32 = 1_500;

/// What a button copies.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Copied {
    Whole,
    /// A rung, and which of its lines.
    Line(usize, usize),
}

impl Copied {
    fn tex(self, explanation: &Explanation) -> String {
        match self {
            Copied::Whole => tex(explanation),
            Copied::Line(rung, line) => line_tex(&explanation.rungs[rung].lines[line]),
        }
    }
}

/// What a button that copies needs.
pub(super) struct Copy {
    pub store: Store,
    pub explanation: Rc<Explanation>,
    /// What was copied a moment ago, and shows a check mark.
    pub copied: UseStateHandle<Option<Copied>>,
}

impl Copy {
    pub fn button(&self, what: Copied, help: Help) -> Html {
        let told = *self.copied == Some(what);
        let (store, explanation, copied) = (self.store.clone(), self.explanation.clone(), self.copied.setter());
        let onclick = move |_: MouseEvent| {
            let (store, copied) = (store.clone(), copied.clone());
            World::copy(&what.tex(&explanation), move |done| {
                let told = if done { header::copied_tex() } else { header::copying_forbidden() };
                store.world().announce(&told.text());
                if done {
                    copied.set(Some(what));
                    TimerSlot::default().after(TOLD_MS, move || copied.set(None));
                }
            });
        };
        let text = html! { <span translate="no">{ if told { "✓" } else { "TeX" } }</span> };
        button(help, "copy", Callback::from(onclick), text)
    }
}
