//! A node of the picture: its elements, and what is written into them.

use web_sys::Element;
use yew::NodeRef;

use super::figure::{Figure, short};
use crate::app::measure::{Shape, shape};
use crate::app::{State, speech};
use crate::autodiff::note;
use crate::graph::{Graph, NodeId};
use crate::words;
use crate::ui::shell::dom::{set_attribute, set_text};

/// With more characters than these in value and gradient together, both are set smaller, and
/// smaller again.
const TIGHT: usize = 14;
const TIGHTER: usize = 17;

/// What a node can be besides its shape; the bits of [`NodeSlot::mark`] and their classes.
const MARKS: [&str; 9] = ["lit", "path", "noted", "computing", "receiving", "sending", "odd", "tight", "tighter"];

/// What a node is at the moment.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum NodeMark {
    Lit,
    Path,
    Noted,
    Computing,
    Receiving,
    Sending,
    Odd,
    Tight,
    Tighter,
}

/// A node of the picture.
pub(super) struct NodeSlot {
    pub id: NodeId,
    pub group: NodeRef,
    /// What has the focus and the label.
    pub body: NodeRef,
    pub value: NodeRef,
    /// The gradient, or the tangent in forward mode.
    pub carried: NodeRef,
    pub badge: NodeRef,
    shape: Shape,
    there: Option<There>,
    numbers: [Figure; 3],
    texts: [Figure; 2],
    marks: u16,
    shown_marks: Option<u16>,
    /// What the badge says, once that was written.
    noted: Option<Option<String>>,
    selected: Option<bool>,
    tab_stop: Option<bool>,
}

/// The elements, once they are on the page.
struct There {
    group: Element,
    body: Element,
    texts: Option<[Element; 2]>,
    badge: Option<Element>,
}

impl NodeSlot {
    pub fn new(graph: &Graph, id: NodeId) -> NodeSlot {
        NodeSlot {
            id,
            group: NodeRef::default(),
            body: NodeRef::default(),
            value: NodeRef::default(),
            carried: NodeRef::default(),
            badge: NodeRef::default(),
            shape: shape(graph, id),
            there: None,
            numbers: Default::default(),
            texts: Default::default(),
            marks: 0,
            shown_marks: None,
            noted: None,
            selected: None,
            tab_stop: None,
        }
    }

    /// Its class before anything is marked.
    pub fn class(&self) -> &'static str {
        match self.shape {
            Shape::Box => "node op",
            Shape::Pill => "node variable",
            Shape::Number => "node number",
        }
    }

    /// Looks up its elements, once they are on the page.
    pub fn mount(&mut self) {
        let texts = self.value.cast().zip(self.carried.cast());
        self.there = self.group.cast().zip(self.body.cast()).map(|(group, body)| There {
            group,
            body,
            texts: texts.map(|(value, carried)| [value, carried]),
            badge: self.badge.cast(),
        });
    }

    /// Another number is carried from now on: ∂ or ↑∂.
    pub fn turn(&mut self) {
        self.texts[1].forget();
    }

    /// Marks it, or takes a mark away. [`NodeSlot::write_marks`] shows it.
    pub fn mark(&mut self, mark: NodeMark, on: bool) {
        let bit = 1 << mark as u16;
        self.marks = if on { self.marks | bit } else { self.marks & !bit };
    }

    /// Writes its numbers.
    pub fn write(&mut self, state: &State, forward: bool) {
        let Some(there) = &self.there else { return };
        let known = state.stepping().known();
        let (value, grad, tangent) = (known.value(self.id), known.grad(self.id), state.forward().tangent(self.id));
        let [shown_value, shown_grad, shown_tangent] = &mut self.numbers;
        shown_value.attribute(&there.group, "data-value", value);
        shown_grad.attribute(&there.group, "data-grad", grad);
        shown_tangent.attribute(&there.group, "data-tangent", tangent);
        if let Some([value_text, carried_text]) = &there.texts {
            let (sign, carried) = if forward { ("↑∂", tangent) } else { ("∂", grad) };
            let [shown_value, shown_carried] = &mut self.texts;
            let changed = shown_value.text(value_text, value, short)
                | shown_carried.text(carried_text, carried, |number| format!("{sign} {}", short(number)));
            if changed {
                let length = shown_value.len() + shown_carried.len();
                self.mark(NodeMark::Tight, length > TIGHT);
                self.mark(NodeMark::Tighter, length > TIGHTER);
            }
        }
        self.note(state);
    }

    fn note(&mut self, state: &State) {
        let Some(badge) = self.there.as_ref().and_then(|there| there.badge.clone()) else { return };
        let known = state.stepping().value(self.id).is_some();
        let noted = note(&state.derived.model.graph, &state.derived.trace, self.id).filter(|_| known);
        let noted = noted.map(|note| words::autodiff::reason(note.reason).text());
        if self.noted.as_ref() != Some(&noted) {
            set_text(&badge, noted.as_deref().unwrap_or_default());
            self.mark(NodeMark::Noted, noted.is_some());
            self.noted = Some(noted);
        }
    }

    /// Shows how it is marked.
    pub fn write_marks(&mut self) {
        let Some(there) = self.there.as_ref().filter(|_| self.shown_marks != Some(self.marks)) else { return };
        self.shown_marks = Some(self.marks);
        let mut class = String::from(self.class());
        for (bit, name) in MARKS.iter().enumerate() {
            if self.marks & (1 << bit) != 0 {
                class.push(' ');
                class.push_str(name);
            }
        }
        set_attribute(&there.group, "class", &class);
    }

    /// Shows whether it is chosen, and whether the Tab key comes to it.
    pub fn write_choice(&mut self, selected: bool, tab_stop: bool) {
        let Some(there) = &self.there else { return };
        if self.selected.replace(selected) != Some(selected) {
            set_attribute(&there.body, "aria-selected", if selected { "true" } else { "false" });
        }
        if self.tab_stop.replace(tab_stop) != Some(tab_stop) {
            set_attribute(&there.body, "tabindex", if tab_stop { "0" } else { "-1" });
        }
    }

    /// Renews what a screen reader says about it.
    pub fn speak(&self, state: &State) {
        if let Some(there) = &self.there {
            set_attribute(&there.body, "aria-label", &speech::node(state, self.id).text());
        }
    }
}
