//! The bar with which one steps.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::Callback;

use crate::app::help::{Help, name, titled};
use crate::app::{Model, Player, State};
use crate::typeset::plain_text;
use crate::ui::dom::{all_inside, document, inside, set_attribute, set_class};
use crate::words::page;

/// The bar with which one steps through both passes.
pub(in crate::ui) struct TransportSlots {
    pub model: Rc<Model>,
    root: Element,
    timeline: HtmlInputElement,
    play: HtmlElement,
    invitation: Element,
    pass: Element,
    count: Element,
    speed: Element,
    /// The buttons that lead nowhere at the start, and at the end.
    ends: [Vec<Element>; 2],
    /// Draws the sentence, which changes its structure and not only its numbers.
    redraw: Callback<()>,
    /// Outer none: nothing was written yet.
    shown: Option<(Option<usize>, usize, Player)>,
    sentence: Option<String>,
}

impl TransportSlots {
    pub fn adopt(model: Rc<Model>, root: &Element, redraw: Callback<()>) -> Option<TransportSlots> {
        Some(TransportSlots {
            model,
            timeline: inside(root, ".timeline")?.dyn_into().ok()?,
            play: inside(root, ".play")?.dyn_into().ok()?,
            invitation: inside(root, ".invitation")?,
            pass: inside(root, ".pass")?,
            count: inside(root, ".count")?,
            speed: inside(root, ".speed")?,
            ends: [all_inside(root, ".start, .back"), all_inside(root, ".next")],
            root: root.clone(),
            redraw,
            shown: None,
            sentence: None,
        })
    }

    /// Whether a screen reader is at the timeline, and hears the sentence as its value.
    pub fn has_focus() -> bool {
        document().active_element().is_some_and(|element| element.class_list().contains("timeline"))
    }

    pub fn write(&mut self, state: &State) {
        let now = (state.moment, state.steps(), state.player);
        if self.shown != Some(now) {
            self.shown = Some(now);
            self.place(state);
        }
        // While everything is shown, this is all that a drag costs.
        let sentence = state.sentence().map(|line| plain_text(&line)).unwrap_or_default();
        if self.sentence.as_ref() != Some(&sentence) {
            set_attribute(&self.timeline, "aria-valuetext", &sentence);
            self.sentence = Some(sentence);
            self.redraw.emit(());
        }
    }

    /// Shows which step it is, and whether the clock runs.
    fn place(&self, state: &State) {
        let (steps, forward) = (state.steps(), state.model.story.forward_steps());
        let moment = state.moment.unwrap_or(steps);
        let playing = state.player.playing;
        let invitation = state.invitation().text();
        let label = if playing { page::pause() } else { name(Help::Play) };
        set_class(&self.root, "playing", playing);
        set_class(&self.root, "backward", moment > forward);
        set_attribute(&self.play, "title", &titled(label.clone(), Help::Play).text());
        let label = label.text();
        set_attribute(&self.play, "aria-label", if state.is_stepping() { &label } else { &invitation });
        self.invitation.set_text_content(Some(&invitation));
        let speed = state.player.speed.label();
        self.speed.set_text_content(Some(speed));
        set_attribute(&self.speed, "aria-label", &format!("{} {speed}", name(Help::Speed).text()));
        let (pass, count) = match moment {
            0 => ("Start", String::new()),
            moment if moment <= forward => ("Forward", format!("{moment} / {forward}")),
            moment => ("Backward", format!("{} / {}", moment - forward, steps - forward)),
        };
        // Still buttons, so that the focus stays where it is.
        for (buttons, reached) in self.ends.iter().zip([state.moment == Some(0), state.moment == Some(steps)]) {
            buttons
                .iter()
                .for_each(|button| set_attribute(button, "aria-disabled", if reached { "true" } else { "false" }));
        }
        self.pass.set_text_content(Some(pass));
        self.count.set_text_content(Some(&count));
        // The longest there will be: the timeline must not move under the hand that drags it.
        let longest = format!("Backward {0} / {0}", forward.max(steps - forward)).chars().count();
        if let Some(root) = self.root.dyn_ref::<HtmlElement>() {
            let _ = root.style().set_property("--counter", &longest.to_string());
        }
        self.timeline.set_max(&steps.to_string());
        if self.timeline.value() != moment.to_string() {
            self.timeline.set_value(&moment.to_string());
        }
        // In forward mode nothing follows the seam.
        let seam = if forward < steps { forward } else { 2 * steps };
        for (name, part) in [("--done", moment), ("--split", seam)] {
            let _ = self.timeline.style().set_property(name, &format!("{:.4}", part as f64 / steps.max(1) as f64));
        }
        if !state.is_stepping() {
            // What had the focus is about to disappear.
            let focused = document().active_element().filter(|focused| self.root.contains(Some(focused)));
            if focused.is_some_and(|focused| !focused.is_same_node(Some(&self.play))) {
                let _ = self.play.focus();
            }
        }
        set_class(&self.root, "quiet", !state.is_stepping());
    }
}
