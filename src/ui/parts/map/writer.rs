//! The map of two variables with its point: what is written at every move.

use std::rc::Rc;

use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, ImageData};

use super::gestures::Measure;
use super::view::Texts;
use crate::app::plot::Plane;
use crate::app::plot::map::{Map, rule};
use crate::app::{Model, State};
use crate::plot::{Window, ramp, shade};
use crate::svg::{arrow, field, kept_near, legend, map_ticks, trails, translate};
use crate::typeset::{Digits, exact, name_text, number_with};
use crate::ui::shell::writer::Writer;
use crate::words::{self, speech};
use crate::ui::shell::dom::{document, set_class, window};
use crate::ui::shell::pace::Pace;

/// Arrows of the field in each direction, and how large a function may be for it to follow a drag.
const ARROWS: usize = 12;
const LIGHT_FIELD: usize = 4_000;

/// Longest arrow at the point, and how long its head is, in pixels.
const LONGEST: f64 = 90.0;
const HEAD: f64 = 9.0;

/// Widest picture that is shaded pixel by pixel.
const MOST_PIXELS: f64 = 900.0;

/// The picture of a map.
pub(super) struct Relief {
    model: Rc<Model>,
    measure: Rc<Measure>,
    texts: Texts,
    size: (f64, f64),
    map: Map,
    pixels: Vec<u8>,
    /// Whether the field of arrows was on when it was drawn; none if nothing was drawn yet.
    with_field: Option<bool>,
    /// The picture that is drawn is a coarse one, or an earlier one.
    is_coarse: bool,
    old: Option<bool>,
}

impl Relief {
    pub fn new(model: Rc<Model>, measure: Rc<Measure>, texts: Texts) -> Relief {
        Relief {
            model,
            measure,
            texts,
            size: (0.0, 0.0),
            map: Map::default(),
            pixels: Vec::new(),
            with_field: None,
            is_coarse: true,
            old: None,
        }
    }

    /// Measures the frame; the next drawing fills it.
    fn take_size(&mut self) {
        if let Some(frame) = self.measure.frame.cast::<Element>() {
            self.size = (f64::from(frame.client_width()), f64::from(frame.client_height()));
        }
    }

    /// Draws what changed; `fine` as finely as the screen has pixels.
    fn follow(&mut self, state: &State, fine: bool) {
        if self.measure.is_old.take() || self.size.0 == 0.0 {
            self.take_size();
            self.is_coarse = true;
        }
        let Some(plane) = state.plotting().plane().filter(|_| self.size.0 > 0.0 && self.size.1 > 0.0) else { return };
        let [x, y] = plane.ranges;
        let window = Window { x, y, width: self.size.0, height: self.size.1 };
        let moved = self.measure.window.get() != Some(window) || self.with_field.is_none();
        let old = self.map.is_old(state, &plane);
        if moved {
            self.measure.window.set(Some(window));
            self.texts.ticks.write(map_ticks(&names(state, &plane), &window));
        }
        let with_field = state.document.plot.field;
        let switched = self.with_field.replace(with_field) != Some(with_field);
        if old {
            self.map.follow(state, &plane);
        }
        let (coarse_side, fine_side) = self.map.sides();
        if fine && (self.is_coarse || old || moved || switched) {
            self.draw(state, &window, fine_side, true);
        } else if old || moved || switched {
            self.is_coarse = true;
            match coarse_side {
                Some(side) => self.draw(state, &window, side, false),
                None => self.set_old(true),
            }
        }
        self.write_point(state, &plane, &window);
        let [a, b] = plane.variables;
        self.texts.trail.write(trails(&window, &state.descent().trails(a, Some(b))));
        self.read_out(state, &plane, &window);
    }

    fn set_old(&mut self, old: bool) {
        if self.old.replace(old) != Some(old)
            && let Some(root) = self.measure.root.cast::<Element>()
        {
            set_class(&root, "old", old);
        }
    }

    fn draw(&mut self, state: &State, window: &Window, side: usize, fine: bool) {
        self.is_coarse = !fine;
        self.map.draw(side);
        let Some(scale) = &self.map.scale else { return };
        let (levels, stepping) = (scale.levels.clone(), scale.progression);
        let colours = ramp(levels.len() + 1, is_dark());
        // A coarse picture is blurred by the browser; its lines are sharp.
        let detail = if fine { device_pixels().clamp(1.0, 2.0) } else { 0.5 };
        let detail = detail.min(MOST_PIXELS / window.width.max(window.height));
        let (width, height) = ((window.width * detail) as usize, (window.height * detail) as usize);
        shade(&self.map.grid, &levels, &colours, width, height, &mut self.pixels);
        self.paint(width as u32, height as u32);
        self.texts.lines.write(&self.map.contours, &levels, window, (side - 1) as f64);
        self.texts.legend.write(legend(&levels, &colours, self.size.0));
        let name = state.plotting().mapped_name();
        let words = if levels.is_empty() { words::plot::one_level() } else { rule(stepping) };
        self.texts.caption.write(words::page::named(name.clone(), words.clone()));
        self.texts.legend_label.write(match levels.first().zip(levels.last()) {
            Some((&low, &high)) => words::plot::scale(name, words, speech::number(low), speech::number(high)),
            None => words::plot::empty_scale(name, words),
        });
        let arrows = state.document.plot.field && (fine || self.map.work() <= LIGHT_FIELD);
        let path = if arrows { field(&self.map.field(ARROWS), ARROWS, window) } else { String::new() };
        self.texts.field.write(path);
        self.set_old(false);
    }

    fn paint(&self, width: u32, height: u32) -> Option<()> {
        let canvas = self.texts.canvas.cast::<HtmlCanvasElement>()?;
        // A new size clears the canvas, an equal one keeps it.
        if canvas.width() != width || canvas.height() != height {
            canvas.set_width(width);
            canvas.set_height(height);
        }
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(&self.pixels), width, height).ok()?;
        context.put_image_data(&image, 0.0, 0.0).ok()
    }

    fn write_point(&mut self, state: &State, plane: &Plane, window: &Window) {
        let inputs = state.inputs();
        let at = plane.variables.map(|variable| inputs[variable]);
        let Some((value, gradient)) = self.map.slope(state) else { return };
        let [x, y] = names(state, plane);
        let place = [window.px(at[0]), window.py(at[1])].map(kept_near);
        let input = state.document.input(&self.model.graph.variables()[plane.variables[0]].name);
        let texts = &mut self.texts;
        for (shown, value) in texts.ends.iter_mut().zip([input.min, input.max, input.value]) {
            shown.write(exact(value));
        }
        texts.told.write(words::plot::map_reading(
            x,
            speech::number(at[0]),
            y,
            speech::number(at[1]),
            state.plotting().mapped_name(),
            speech::number(value),
            words::plot::pair(speech::number(gradient[0]), speech::number(gradient[1])),
        ));
        texts.point.write(translate(place[0], place[1]));
        let path = arrow(place, gradient, window, LONGEST, HEAD);
        texts.arrows.iter_mut().for_each(|arrow| arrow.write(path.clone()));
    }

    /// Shows where in the plane the mouse is, and the value there.
    fn read_out(&mut self, state: &State, plane: &Plane, window: &Window) {
        let text = self.measure.pointed.get().and_then(|(px, py)| {
            let at = [window.x_at(px), window.y_at(py)];
            let value = self.map.value(at)?;
            let [x, y] = names(state, plane);
            let [a, b] = at.map(|at| number_with(at, Digits(3)));
            let name = state.plotting().mapped_name();
            Some(words::plot::map_read(x, a, y, b, name, number_with(value, Digits(4))).text())
        });
        self.texts.read.write(text.unwrap_or_default());
    }
}

impl Writer for Relief {
    fn write(&mut self, state: &State, pace: Pace) {
        match pace {
            Pace::Mount => {
                self.texts.lines.clear();
                self.take_size();
                self.follow(state, false);
            }
            Pace::Event => self.follow(state, false),
            Pace::Pause => self.follow(state, true),
            Pace::Frame | Pace::Rest => {}
        }
    }

    fn wants_pause(&self) -> bool {
        self.is_coarse
    }
}

/// The names of the plane's variables, as they are shown.
fn names(state: &State, plane: &Plane) -> [String; 2] {
    plane.variables.map(|variable| name_text(&state.derived.model.graph.variables()[variable].name))
}

fn device_pixels() -> f64 {
    window().device_pixel_ratio()
}

/// Whether the page is dark at this moment, by choice or as the device has it.
fn is_dark() -> bool {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    style.and_then(|style| style.get_property_value("color-scheme").ok()).is_some_and(|scheme| scheme == "dark")
}
