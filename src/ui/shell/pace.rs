//! The paces of the page, and the only timers in it.
//!
//! What a person looks at follows within the event. What costs the browser more follows at the next
//! frame, in a long drag at every third one only. What costs most, and what is only read out, follows
//! after a pause. The last state is never left out.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_render::{AnimationFrame, request_animation_frame};
use gloo_timers::callback::Timeout;

use super::dom::now;

/// When something is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Pace {
    /// Its elements are new on the page.
    Mount,
    /// Within the event that changed it.
    Event,
    /// At the next frame, 20 times a second at most.
    Frame,
    /// After a pause in which nothing changed.
    Pause,
    /// After a longer one, when nobody is in the middle of anything: what is read out.
    Rest,
}

/// Time between frames in which something is written, in milliseconds.
const FRAME_MS: f64 = 50.0;

/// A pause, in milliseconds.
const PAUSE_MS: u32 = 120;

/// Runs the paces after each change.
#[derive(Default)]
pub(in crate::ui) struct Paces {
    frame: TimerSlot,
    pause: TimerSlot,
    /// When the last frame was written.
    drawn: Rc<Cell<f64>>,
}

impl Paces {
    /// Something changed: `write` is called at the next frame and after a pause.
    pub fn follow(&self, write: impl Fn(Pace) + Clone + 'static) {
        if !self.frame.is_waiting() {
            let (write, drawn) = (write.clone(), self.drawn.clone());
            let draw = move || {
                drawn.set(now());
                write(Pace::Frame);
            };
            let left = self.drawn.get() + FRAME_MS - now();
            if left > 0.0 {
                self.frame.after(left as u32, draw);
            } else {
                self.frame.at_frame(draw);
            }
        }
        self.pause(move || write(Pace::Pause));
    }

    /// Plans a call of the writers after a pause.
    pub fn pause(&self, write: impl FnOnce() + 'static) {
        self.pause.after(PAUSE_MS, write);
    }
}

/// A place for one thing that is to happen later; another one that is put there takes its place.
#[derive(Clone, Default)]
pub(in crate::ui) struct TimerSlot(Rc<RefCell<Option<Timer>>>);

enum Timer {
    Timeout(#[allow(dead_code)] Timeout),
    Frame(#[allow(dead_code)] AnimationFrame),
}

impl TimerSlot {
    /// Does something after so many milliseconds.
    pub fn after(&self, ms: u32, act: impl FnOnce() + 'static) {
        let slot = self.clone();
        let timer = Timeout::new(ms, move || {
            slot.clear();
            act();
        });
        *self.0.borrow_mut() = Some(Timer::Timeout(timer));
    }

    /// Does something at the next frame.
    pub fn at_frame(&self, act: impl FnOnce() + 'static) {
        let slot = self.clone();
        let timer = request_animation_frame(move |_| {
            slot.clear();
            act();
        });
        *self.0.borrow_mut() = Some(Timer::Frame(timer));
    }

    /// Whether something is planned.
    pub fn is_waiting(&self) -> bool {
        self.0.borrow().is_some()
    }

    /// Cancels what was planned.
    pub fn clear(&self) {
        // What is dropped may hold the last handle of something that asks again.
        let timer = self.0.borrow_mut().take();
        drop(timer);
    }
}
