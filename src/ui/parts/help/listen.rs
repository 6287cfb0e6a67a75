//! What asks: the pointer and the focus in help mode, and a long press at any time.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Event, PointerEvent};

use super::panel::{asking, close, place, point_at, switch_place, tell};
use crate::ui::shell::dom::{ancestors, document, is_text_field, is_within};
use crate::ui::shell::pace::TimerSlot;
use crate::ui::shell::store::Store;

/// A finger that rests this long asks instead of pressing.
const LONG_PRESS_MS: u32 = 550;

/// A finger that moves farther than this is dragging.
const SLOP: f64 = 10.0;

/// A finger on the screen.
#[derive(Default)]
struct Press {
    place: (f64, f64),
    rests: TimerSlot,
    /// It asked: what follows is no click.
    answered: bool,
}

/// Registers the listeners of help for as long as the page is open.
pub(in crate::ui) fn listen(store: &Store) {
    let asked = store.clone();
    on("pointerover", move |event| {
        let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
        let at = ancestors(event).next();
        point_at(at.clone());
        if asking() && !in_panel(event) {
            tell(&asked, at, Some(place_of(event)));
        }
    });
    let asked = store.clone();
    on("focusin", move |event| {
        // The list of keys takes the focus, and gives it back when it is closed.
        if asking()
            && !in_panel(event)
            && let Some(at) = ancestors(event).next()
        {
            let place = at.get_bounding_client_rect();
            tell(&asked, Some(at), Some((place.left(), place.bottom())));
        }
    });
    let press = Rc::new(RefCell::new(Press::default()));
    let (now, asked) = (press.clone(), store.clone());
    on("pointerdown", move |event| {
        let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
        if !asking() && !in_panel(event) {
            close();
        }
        now.replace(Press::default()).rests.clear();
        if event.pointer_type() == "touch" && event.is_primary() && !is_text_field(event) {
            let (at, place, later, asked) = (ancestors(event).next(), place_of(event), now.clone(), asked.clone());
            let answer = move || {
                tell(&asked, at, Some(place));
                later.borrow_mut().answered = true;
            };
            let mut press = now.borrow_mut();
            press.place = place;
            press.rests.after(LONG_PRESS_MS, answer);
        }
    });
    let now = press.clone();
    on("pointermove", move |event| {
        let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
        let (x, y) = place_of(event);
        let press = now.borrow();
        if (x - press.place.0).hypot(y - press.place.1) > SLOP {
            press.rests.clear();
        }
    });
    for kind in ["pointerup", "pointercancel"] {
        let now = press.clone();
        on(kind, move |_| now.borrow().rests.clear());
    }
    // A click in help mode asks, and does nothing else.
    on("click", move |event| {
        let answered = std::mem::take(&mut press.borrow_mut().answered);
        if (answered || asking()) && !in_panel(event) && !is_within(event, &switch_place()) {
            event.stop_propagation();
            event.prevent_default();
        }
    });
}

/// Listens in the capturing phase, before the listeners of the elements.
fn on(kind: &'static str, hear: impl FnMut(&Event) + 'static) {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    EventListener::new_with_options(&document(), kind, options, hear).forget();
}

fn in_panel(event: &Event) -> bool {
    let [panel, ..] = place();
    is_within(event, &panel)
}

fn place_of(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}
