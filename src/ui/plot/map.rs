//! The map of two variables: lines of equal value, shading, the point and its gradient.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use super::gestures::turned;
use super::{ZOOM, switch, zoom};
use crate::app::help::{Help, name};
use crate::app::plot::Change;
use crate::app::{Action, Input, Model, Theme};
use crate::plot::Window;
use crate::typeset::name_text;
use crate::ui::dom::{self, closest, inside};
use crate::ui::live::MapSlots;
use crate::ui::still::still;
use crate::ui::store::{Shared, Store};
use crate::ui::watch::Watch;

/// A pointer that moves less than this clicks.
const SLOP: f64 = 4.0;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    pub model: Shared<Model>,
    /// The variable to the right, then the one upward.
    pub axes: [usize; 2],
    pub theme: Theme,
}

/// What a pointer that is down holds, and where it was last.
#[derive(Clone, Copy)]
enum Hold {
    /// The point, so far off its middle.
    Point(f64, f64),
    /// The ground, and how far that was moved since.
    Ground { x: f64, y: f64, travelled: f64, pans: bool },
}

/// What lies beneath the point, from below.
const GROUND: &str = concat!(
    r#"<g class="map-contours" transform="scale(.1)" aria-hidden="true"></g><g class="map-ticks" aria-hidden="true"></g>"#,
    r#"<path class="map-field" aria-hidden="true"/><g class="trail" aria-hidden="true"></g>"#,
    r#"<path class="map-arrow halo" aria-hidden="true"/><path class="map-arrow" aria-hidden="true"/>"#,
);

/// The map. What is in it is drawn by [`MapSlots`].
#[component]
pub(super) fn Map(props: &Props) -> Html {
    let root = use_node_ref();
    {
        let (store, root) = (props.store.clone(), root.clone());
        use_effect_with((props.model.clone(), props.theme), move |(model, _)| {
            let refine = {
                let store = store.clone();
                Callback::from(move |()| with(&store, MapSlots::refine))
            };
            if let Some(root) = root.cast::<Element>() {
                store.adopt(|live| live.map = MapSlots::adopt(model.0.clone(), &root, refine.clone()));
            }
            let frame = root.cast::<Element>().and_then(|root| inside(&root, ".map-frame"));
            let watch = frame.map(|frame| {
                let store = store.clone();
                Watch::new([frame], move || with(&store, MapSlots::measure))
            });
            // A device that turns dark takes the map along.
            let media = dom::window().match_media("(prefers-color-scheme: dark)").ok().flatten();
            let turn = media.map(|media| EventListener::new(&media, "change", move |_| refine.emit(())));
            move || {
                drop((watch, turn));
                store.adopt(|live| live.map = None);
            }
        });
    }
    let hold = (*use_memo((), |()| Rc::new(Cell::new(None::<Hold>)))).clone();
    let gestures = Gestures { store: props.store.clone(), hold };
    let on = |act: fn(&Gestures, &PointerEvent)| {
        let gestures = gestures.clone();
        Callback::from(move |event: PointerEvent| act(&gestures, &event))
    };
    let onwheel = {
        let gestures = gestures.clone();
        Callback::from(move |event: WheelEvent| {
            if let Some(factor) = turned(&gestures.store, &event) {
                gestures.zoom(factor, Some(place(&event)));
            }
        })
    };
    let onkeydown = {
        let gestures = gestures.clone();
        Callback::from(move |event: KeyboardEvent| gestures.key(&event))
    };
    let variables = props.model.graph.variables();
    let [x, y] = props.axes.map(|axis| variables.get(axis).map_or("".into(), |variable| name_text(&variable.name)));
    html! {
        <div class="map" data-help={Help::Map.id()} ref={root}>
            <div class="map-frame" onpointerdown={on(Gestures::down)} onpointermove={on(Gestures::moved)}
                onpointerup={on(Gestures::up)} onpointercancel={on(Gestures::cancel)} onpointerleave={on(Gestures::leave)} {onwheel}>
                <canvas class="map-shade" aria-hidden="true"></canvas>
                <svg class="map-lines" role="group" aria-label={format!("Map over {x} and {y}")}>
                    { still(GROUND) }
                    <g class="map-point" role="slider" tabindex="0" data-help={Help::MapPoint.id()} aria-label={format!("Point, {x} and {y}")}
                        aria-roledescription="point in the plane" {onkeydown}>
                        { still(r#"<circle class="reach" r="22"/><circle class="dot" r="6"/>"#) }
                    </g>
                </svg>
                <p class="map-read" aria-hidden="true"></p>
            </div>
            <p class="map-rule"></p>
            <svg class="map-legend" data-help={Help::MapLegend.id()} role="img"></svg>
            <div class="plot-tools" role="group" aria-label="Map">
                { switch(&props.store, Help::MapField, name(Help::MapField).text().into(), |plot| Change::Field(!plot.field)) }
                { zoom(&props.store, &|factor| {
                    let gestures = gestures.clone();
                    Callback::from(move |_: MouseEvent| gestures.zoom(factor, None))
                }) }
            </div>
        </div>
    }
}

/// Has the elements of the map do something, and then shows what there is to show.
fn with(store: &Store, act: impl FnOnce(&mut MapSlots)) {
    store.adopt(|live| {
        if let Some(map) = &mut live.map {
            act(map);
        }
    });
}

/// Where in the frame an event is.
fn place(event: &MouseEvent) -> (f64, f64) {
    let frame = closest(event, ".map-frame").map(|frame| frame.get_bounding_client_rect());
    let (left, top) = frame.map_or((0.0, 0.0), |frame| (frame.left(), frame.top()));
    (f64::from(event.client_x()) - left, f64::from(event.client_y()) - top)
}

/// Mouse, pen, fingers and keys.
#[derive(Clone)]
struct Gestures {
    store: Store,
    hold: Rc<Cell<Option<Hold>>>,
}

impl Gestures {
    fn window(&self) -> Option<Window> {
        self.store.live(|live, _| live.map.as_ref()?.window())
    }

    fn down(&self, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        let (x, y) = place(event);
        let held = closest(event, ".map-point").and_then(|_| self.point());
        self.hold.set(Some(match held {
            Some((px, py)) => Hold::Point(px - x, py - y),
            // A finger on the ground scrolls the page.
            None => Hold::Ground { x, y, travelled: 0.0, pans: event.pointer_type() != "touch" },
        }));
        if let Some(frame) = closest(event, ".map-frame") {
            let _ = frame.set_pointer_capture(event.pointer_id());
        }
        self.say(None);
    }

    fn moved(&self, event: &PointerEvent) {
        let (x, y) = place(event);
        match self.hold.get() {
            Some(Hold::Point(dx, dy)) => self.put(x + dx, y + dy),
            Some(Hold::Ground { x: last_x, y: last_y, travelled, pans }) => {
                let (dx, dy) = (x - last_x, y - last_y);
                let travelled = travelled + dx.hypot(dy);
                if travelled < SLOP {
                    return;
                }
                self.hold.set(Some(Hold::Ground { x, y, travelled, pans }));
                if let Some(window) = self.window().filter(|_| pans) {
                    let (x, y) = (window.x.moved(-dx / window.width), window.y.moved(dy / window.height));
                    self.look_at(Window { x, y, ..window });
                }
            }
            None if event.pointer_type() == "mouse" => self.say(Some((x, y))),
            None => {}
        }
    }

    fn up(&self, event: &PointerEvent) {
        let (x, y) = place(event);
        if let Some(Hold::Ground { travelled, .. }) = self.hold.take()
            && travelled < SLOP
        {
            self.put(x, y);
        }
    }

    fn cancel(&self, _: &PointerEvent) {
        self.hold.set(None);
    }

    fn leave(&self, _: &PointerEvent) {
        self.say(None);
    }

    /// Where the point is, in pixels.
    fn point(&self) -> Option<(f64, f64)> {
        let window = self.window()?;
        let [x, y] = self.values()?.map(|(_, input)| input.value);
        Some((window.px(x), window.py(y)))
    }

    /// The plane's variables, each with its value between the ends of the window.
    fn values(&self) -> Option<[(String, Input); 2]> {
        self.store.read(|state| {
            let plane = state.plane()?;
            let variables = state.model.graph.variables();
            let of = |axis: usize| {
                let name = &variables[plane.variables[axis]].name;
                let (range, value) = (plane.ranges[axis], state.document.input(name).value);
                (name.clone(), Input { value, min: range.min, max: range.max })
            };
            Some([of(0), of(1)])
        })
    }

    /// Moves the point to a pixel, on round numbers near to it.
    fn put(&self, px: f64, py: f64) {
        if let Some(window) = self.window() {
            self.set(|inputs| [inputs[0].snap(window.x_at(px)), inputs[1].snap(window.y_at(py))]);
        }
    }

    fn set(&self, values: impl FnOnce([Input; 2]) -> [f64; 2]) {
        let Some([(x, a), (y, b)]) = self.values() else { return };
        let values = values([a, b]);
        self.store.dispatch(Action::SetValues(vec![(x, values[0]), (y, values[1])]));
    }

    fn key(&self, event: &KeyboardEvent) {
        let (right, up) = match event.key().as_str() {
            "ArrowRight" => (1.0, 0.0),
            "ArrowLeft" => (-1.0, 0.0),
            "ArrowUp" => (0.0, 1.0),
            "ArrowDown" => (0.0, -1.0),
            "+" | "=" => return self.zoom(1.0 / ZOOM, None),
            "-" => return self.zoom(ZOOM, None),
            "0" => return self.store.dispatch(Action::Plot(Change::Window(None))),
            _ => return,
        };
        event.prevent_default();
        let steps = if event.shift_key() { 10.0 } else { 1.0 };
        self.set(|[x, y]| {
            let go = |input: Input, by: f64| match by == 0.0 {
                true => input.value,
                false => input.snap(input.value + by * steps * input.step()),
            };
            [go(x, right), go(y, up)]
        });
    }

    /// Shows `factor` times as much, around a pixel or the middle.
    fn zoom(&self, factor: f64, around: Option<(f64, f64)>) {
        let Some(window) = self.window() else { return };
        let (px, py) = around.unwrap_or((window.width / 2.0, window.height / 2.0));
        let x = window.x.scaled(factor, px / window.width);
        let y = window.y.scaled(factor, 1.0 - py / window.height);
        self.look_at(Window { x, y, ..window });
    }

    fn look_at(&self, Window { x, y, .. }: Window) {
        self.store.dispatch(Action::Plot(Change::Window(Some([x.min, x.max, y.min, y.max]))));
    }

    /// Tells what the mouse points at, or nothing.
    fn say(&self, at: Option<(f64, f64)>) {
        self.store.live(|live, state| {
            if let Some(map) = &mut live.map {
                map.read_out(state, at);
            }
        });
    }
}
