//! The curve to listen to: from left to right, the higher the higher, silence where nothing is drawn.

use std::cell::RefCell;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{AudioContext, KeyboardEvent, MouseEvent};
use yew::Callback;

use super::picture::Picture;
use crate::plot::Curve;
use crate::ui::shell::dom::document;
use crate::words;

/// Seconds from the left edge to the right one.
const LENGTH: f64 = 3.0;
const NOTES: usize = 240;
/// The lower and the upper edge, in hertz: two octaves apart.
const LOW: f64 = 220.0;
const OCTAVES: f64 = 2.0;
/// How loud, and how long a change takes, so that nothing clicks.
const LOUD: f32 = 0.2;
const SOFT: f64 = 0.015;

thread_local! {
    /// What is playing, and the key that ends it.
    static PLAYING: RefCell<Option<(AudioContext, EventListener)>> = const { RefCell::new(None) };
}

/// Plays the curve once, or stops it if it plays.
pub(super) fn play(picture: &Picture) -> Callback<MouseEvent> {
    let picture = picture.clone();
    Callback::from(move |_: MouseEvent| {
        if stop() {
            return;
        }
        let curve = picture.measure.curve.borrow().clone();
        if curve.is_none_or(|curve| start(&curve).is_none()) {
            picture.store.world().announce(&words::plot::nothing_to_hear().text());
        }
    })
}

/// Ends the sound; tells whether there was one.
fn stop() -> bool {
    let playing = PLAYING.take();
    if let Some((context, _)) = &playing {
        let _ = context.close();
    }
    playing.is_some()
}

fn start(curve: &Curve) -> Option<()> {
    let context = AudioContext::new().ok()?;
    let (voice, volume) = (context.create_oscillator().ok()?, context.create_gain().ok()?);
    voice.connect_with_audio_node(&volume).ok()?;
    volume.connect_with_audio_node(&context.destination()).ok()?;
    let begin = context.current_time() + 0.05;
    let window = &curve.window;
    volume.gain().set_value_at_time(0.0, 0.0).ok()?;
    for note in 0..=NOTES {
        let part = note as f64 / NOTES as f64;
        let time = begin + part * LENGTH;
        let height = curve.y_at(window.x.at(part)).map(|y| window.y.part(y));
        // What is far outside of the picture is not heard either.
        let heard = height.filter(|height| (-0.5..=1.5).contains(height) && note < NOTES);
        if let Some(height) = heard {
            let pitch = LOW * (OCTAVES * height.clamp(0.0, 1.0)).exp2();
            voice.frequency().set_value_at_time(pitch as f32, time).ok()?;
        }
        let loud = if heard.is_some() { LOUD } else { 0.0 };
        volume.gain().set_target_at_time(loud, time, SOFT).ok()?;
    }
    voice.set_onended(Some(wasm_bindgen::closure::Closure::once_into_js(|| _ = stop()).unchecked_ref()));
    voice.start().ok()?;
    voice.stop_with_when(begin + LENGTH + 10.0 * SOFT).ok()?;
    let escape = EventListener::new(&document(), "keydown", |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            stop();
        }
    });
    PLAYING.set(Some((context, escape)));
    Some(())
}
