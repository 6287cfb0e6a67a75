//! What moves a slider: a hand, which with Shift moves it a tenth as far, and keys.

use web_sys::{HtmlInputElement, KeyboardEvent, PointerEvent};

use crate::app::point::Change;
use crate::app::{Action, Input};
use crate::typeset::exact;
use crate::ui::shell::dom::{field, set_value};
use crate::ui::shell::store::Store;

/// How far a slider goes with Shift, in parts of the way of the hand; its steps are as much finer.
const FINE: f64 = 0.1;

/// An arrow key in a box moves its variable by so many steps of the slider; with Shift by one, on a slider too.
const STEPS_OF_A_KEY: f64 = 10.0;

/// A hand that holds a slider: the browser tells where on the track it is, and the slider goes there, or, since
/// Shift was pressed, a part of the way.
#[derive(Clone, Copy, Default)]
pub(super) struct Hand {
    grip: Option<Grip>,
}

#[derive(Clone, Copy)]
struct Grip {
    /// Where the hand is on the track; not known before it first moved the slider.
    at: Option<f64>,
    /// Where it was when Shift was last pressed or released, and where the slider stood then.
    from: Option<(f64, f64)>,
    fine: bool,
}

impl Hand {
    /// A pointer came down on a slider.
    pub fn takes(&mut self, event: &PointerEvent) {
        let on_slider = field(event).has_attribute("data-var");
        self.grip = on_slider.then(|| Grip { at: None, from: None, fine: event.shift_key() });
    }

    /// Nothing is held any more.
    pub fn lets_go(&mut self) {
        self.grip = None;
    }

    /// A pointer moved: the slider that it holds is about to follow.
    pub fn moves(&mut self, event: &PointerEvent, store: &Store) {
        let Some(grip) = &mut self.grip else { return };
        if grip.fine != event.shift_key() {
            grip.fine = event.shift_key();
            let stands = field(event).get_attribute("data-var").map(|name| store.read(|state| state.document.input(&name)));
            grip.from = grip.at.zip(stands.map(|input| input.value));
        }
    }

    /// Where a slider is meant that the browser has put at `value`.
    fn means(&mut self, input: Input, value: f64) -> f64 {
        // A hand lands on round numbers; what comes from elsewhere is taken to the last digit.
        let Some(grip) = &mut self.grip else { return value };
        grip.at = Some(value);
        let share = if grip.fine { FINE } else { 1.0 };
        let (hand, slider) = *grip.from.get_or_insert((value, value));
        input.nearest(slider + share * (value - hand), share * input.step())
    }
}

/// A slider was moved.
pub(super) fn slid(hand: &mut Hand, store: &Store, slider: &HtmlInputElement) {
    let Some(name) = slider.get_attribute("data-var") else { return };
    let before = store.read(|state| state.document.input(&name));
    let value = hand.means(before, slider.value_as_number());
    store.dispatch(Action::SetValue { name: name.clone(), value });
    // A move that lands on the number before changes nothing, and yet the slider has moved.
    let now = store.read(|state| state.document.input(&name));
    if now == before {
        set_value(slider, &exact(now.value));
    }
}

/// The keys of a slider and of the box with its value.
pub(super) fn pressed(store: &Store, event: &KeyboardEvent) {
    let field = field(event);
    let (on_slider, in_box) = (field.get_attribute("data-var"), field.get_attribute("data-var-input"));
    let (key, fine) = (event.key(), event.shift_key());
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    match (on_slider, in_box) {
        (Some(name), _) if key == " " => {
            event.prevent_default();
            let plays = store.read(|state| state.session.playing.plays(&name));
            store.dispatch(Action::Point(Change::Play(name, !plays)));
        }
        (Some(name), _) if fine => move_by_key(store, event, &name, direction(&key, true)),
        (None, Some(name)) => {
            let steps = direction(&key, false).map(|step| if fine { step } else { STEPS_OF_A_KEY * step });
            move_by_key(store, event, &name, steps);
            if steps.is_some() {
                field.set_value(&exact(store.read(|state| state.document.input(&name)).value));
            }
        }
        _ => {}
    }
}

/// Which way an arrow key points; in a box those to the sides move the caret.
fn direction(key: &str, sideways: bool) -> Option<f64> {
    match key {
        "ArrowUp" => Some(1.0),
        "ArrowDown" => Some(-1.0),
        "ArrowRight" if sideways => Some(1.0),
        "ArrowLeft" if sideways => Some(-1.0),
        _ => None,
    }
}

/// Moves a variable by so many steps of its slider.
fn move_by_key(store: &Store, event: &KeyboardEvent, name: &str, steps: Option<f64>) {
    let Some(steps) = steps else { return };
    event.prevent_default();
    let input = store.read(|state| state.document.input(name));
    let value = input.snap(input.value + steps * input.step());
    store.dispatch(Action::SetValue { name: name.into(), value });
}
