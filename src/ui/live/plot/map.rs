//! The map of two variables with its point: what is written at every move.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlElement, ImageData};
use yew::Callback;

use super::plane::{FARTHEST, trails};
use super::relief::{add_line, arrow, field, legend, tick_labels};
use super::switch;
use crate::app::plot::Options;
use crate::app::plot::map::{Map, Plane, rule};
use crate::app::{Model, State};
use crate::plot::{Window, ramp, shade};
use crate::typeset::{Digits, exact, name_text, number_with};
use crate::ui::dom::{self, all_inside, document, inside, set_attribute, set_class};
use crate::ui::live::shown::Shown;
use crate::words::speech::number as spoken;

/// After so long without a change the picture becomes fine, in milliseconds.
const PAUSE_MS: u32 = 120;

/// Arrows of the field in each direction, and how large a function may be for it to follow a drag.
const ARROWS: usize = 12;
const LIGHT_FIELD: usize = 4_000;

/// Longest arrow at the point, and how long its head is, in pixels.
const LONGEST: f64 = 90.0;
const HEAD: f64 = 9.0;

/// Widest picture that is shaded pixel by pixel.
const MOST_PIXELS: f64 = 900.0;

/// The elements of a map.
pub(in crate::ui) struct MapSlots {
    pub model: Rc<Model>,
    root: Element,
    frame: HtmlElement,
    canvas: HtmlCanvasElement,
    contours: Element,
    levels: Vec<Element>,
    ticks: Shown,
    field: Element,
    arrows: Vec<Element>,
    point: Element,
    legend: Element,
    caption: Element,
    read: Element,
    size: (f64, f64),
    map: Map,
    pixels: Vec<u8>,
    shown_levels: Vec<f64>,
    dark: bool,
    trails: Shown,
    options: Option<Options>,
    pause: Option<Timeout>,
    /// Asks to be called again, for the fine picture.
    refine: Callback<()>,
    /// Whether the next picture is the fine one.
    fine: bool,
    window: Option<Window>,
    said: String,
}

impl MapSlots {
    pub fn adopt(model: Rc<Model>, root: &Element, refine: Callback<()>) -> Option<MapSlots> {
        let mut slots = MapSlots {
            model,
            frame: inside(root, ".map-frame")?.dyn_into().ok()?,
            canvas: inside(root, ".map-shade")?.dyn_into().ok()?,
            contours: inside(root, ".map-contours")?,
            levels: Vec::new(),
            ticks: Shown::markup(root, ".map-ticks")?,
            field: inside(root, ".map-field")?,
            arrows: all_inside(root, ".map-arrow"),
            point: inside(root, ".map-point")?,
            legend: inside(root, ".map-legend")?,
            caption: inside(root, ".map-rule")?,
            read: inside(root, ".map-read")?,
            root: root.clone(),
            size: (0.0, 0.0),
            map: Map::default(),
            pixels: Vec::new(),
            shown_levels: Vec::new(),
            dark: false,
            trails: Shown::markup(root, ".trail")?,
            options: None,
            pause: None,
            refine,
            fine: false,
            window: None,
            said: String::new(),
        };
        slots.contours.set_inner_html("");
        slots.measure();
        Some(slots)
    }

    /// Takes the size of the frame anew: what is drawn next fills it.
    pub fn measure(&mut self) {
        self.size = (f64::from(self.frame.client_width()), f64::from(self.frame.client_height()));
        self.window = None;
    }

    /// Draws the fine picture next time, in the colours of the moment.
    pub fn refine(&mut self) {
        self.fine = true;
    }

    /// The part of the plane that is shown: leads from numbers to pixels and back.
    pub fn window(&self) -> Option<Window> {
        self.window
    }

    /// Shows where in the plane a pixel is, and the value there; nothing where there is no pixel.
    pub fn read_out(&mut self, state: &State, pixel: Option<(f64, f64)>) {
        let text = pixel.and_then(|(px, py)| {
            let (window, plane) = (self.window?, state.plane()?);
            let at = [window.x_at(px), window.y_at(py)];
            let value = self.map.value(at)?;
            let [x, y] = names(state, &plane);
            let [a, b] = at.map(|at| number_with(at, Digits(3)));
            Some(format!("{x} {a}, {y} {b}, {} {}", state.mapped_name(), number_with(value, Digits(4))))
        });
        self.read.set_text_content(text.as_deref());
    }

    pub fn write(&mut self, state: &State) {
        let Some(plane) = state.plane().filter(|_| self.size.0 > 0.0 && self.size.1 > 0.0) else { return };
        let [x, y] = plane.ranges;
        let window = Window { x, y, width: self.size.0, height: self.size.1 };
        let moved = self.window != Some(window);
        let old = self.map.is_old(state, &plane);
        if moved {
            self.window = Some(window);
            self.ticks.write(tick_labels(&names(state, &plane), &window));
        }
        let options = &state.document.plot;
        let switched = self.options.as_ref().is_none_or(|before| before.field != options.field);
        if self.options.as_ref() != Some(options) {
            if let Ok(Some(plot)) = self.root.closest(".plot") {
                switch(&plot, options);
            }
            self.options = Some(options.clone());
        }
        if old {
            self.map.follow(state, &plane);
        }
        let (coarse, fine) = self.map.sides();
        if std::mem::take(&mut self.fine) {
            self.pause = None;
            self.dark = is_dark();
            self.draw(state, &window, fine, true);
        } else if old || moved || switched {
            let refine = self.refine.clone();
            self.pause = Some(Timeout::new(PAUSE_MS, move || refine.emit(())));
            match coarse {
                Some(side) => self.draw(state, &window, side, false),
                None => set_class(&self.root, "old", true),
            }
        }
        self.write_point(state, &plane, &window);
        let [a, b] = plane.variables;
        self.trails.write(trails(&window, &state.trails(a, Some(b))));
    }

    fn draw(&mut self, state: &State, window: &Window, side: usize, fine: bool) {
        self.map.draw(side);
        let Some(scale) = &self.map.scale else { return };
        let (levels, stepping) = (scale.levels.clone(), scale.stepping);
        let colours = ramp(levels.len() + 1, self.dark);
        // A coarse picture is blurred by the browser; its lines are sharp.
        let detail = if fine { dom::window().device_pixel_ratio().clamp(1.0, 2.0) } else { 0.5 };
        let detail = detail.min(MOST_PIXELS / window.width.max(window.height));
        let (width, height) = ((window.width * detail) as usize, (window.height * detail) as usize);
        shade(&self.map.grid, &levels, &colours, width, height, &mut self.pixels);
        self.paint(width as u32, height as u32);
        self.write_lines(&levels, window, (side - 1) as f64);
        if self.shown_levels != levels || fine {
            self.shown_levels.clone_from(&levels);
            self.legend.set_inner_html(&legend(&levels, &colours, self.size.0));
            let name = state.mapped_name();
            let words = if levels.is_empty() { "nothing to tell apart here".into() } else { rule(stepping).text() };
            self.caption.set_text_content(Some(&format!("{name}: {words}")));
            let ends = levels.first().zip(levels.last());
            let ends = ends.map(|(low, high)| format!(", from {} to {}", spoken(*low), spoken(*high)));
            set_attribute(&self.legend, "aria-label", &format!("Scale of {name}: {words}{}", ends.unwrap_or_default()));
        }
        let arrows = state.document.plot.field && (fine || self.map.work() <= LIGHT_FIELD);
        let path = if arrows { field(&self.map.field(ARROWS), ARROWS, window) } else { String::new() };
        set_attribute(&self.field, "d", &path);
        set_class(&self.root, "old", false);
    }

    fn paint(&self, width: u32, height: u32) -> Option<()> {
        // A new size clears the canvas, an equal one keeps it.
        if self.canvas.width() != width || self.canvas.height() != height {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
        }
        let context: CanvasRenderingContext2d = self.canvas.get_context("2d").ok()??.dyn_into().ok()?;
        let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(&self.pixels), width, height).ok()?;
        context.put_image_data(&image, 0.0, 0.0).ok()
    }

    /// One path a level.
    fn write_lines(&mut self, levels: &[f64], window: &Window, last: f64) {
        let mut paths = vec![String::new(); levels.len()];
        for line in self.map.contours.lines() {
            let points = line.points.iter().map(|[x, y]| [x / last * window.width, (1.0 - y / last) * window.height]);
            add_line(&mut paths[line.level], points);
            if line.closed {
                paths[line.level].push('z');
            }
        }
        while self.levels.len() < levels.len() {
            let Ok(path) = document().create_element_ns(Some("http://www.w3.org/2000/svg"), "path") else { return };
            let _ = self.contours.append_child(&path);
            self.levels.push(path);
        }
        for (index, element) in self.levels.iter().enumerate() {
            set_attribute(element, "d", paths.get(index).map_or("", String::as_str));
            set_attribute(element, "data-level", &levels.get(index).map_or(String::new(), |&level| exact(level)));
        }
    }

    fn write_point(&mut self, state: &State, plane: &Plane, window: &Window) {
        let inputs = state.inputs();
        let at = plane.variables.map(|variable| inputs[variable]);
        let Some((value, gradient)) = self.map.slope(state) else { return };
        let [x, y] = names(state, plane);
        let said = format!(
            "{x} {}, {y} {}, {} {}, gradient ({}, {})",
            spoken(at[0]),
            spoken(at[1]),
            state.mapped_name(),
            spoken(value),
            spoken(gradient[0]),
            spoken(gradient[1])
        );
        let place = [window.px(at[0]), window.py(at[1])].map(|pixel| pixel.clamp(-FARTHEST, FARTHEST));
        let now = format!("{said} {place:?}");
        if self.said == now {
            return;
        }
        self.said = now;
        let input = state.document.input(&self.model.graph.variables()[plane.variables[0]].name);
        let ends = [("aria-valuemin", input.min), ("aria-valuemax", input.max), ("aria-valuenow", input.value)];
        ends.into_iter().for_each(|(name, value)| set_attribute(&self.point, name, &exact(value)));
        set_attribute(&self.point, "aria-valuetext", &said);
        set_attribute(&self.point, "transform", &format!("translate({:.1} {:.1})", place[0], place[1]));
        let path = arrow(place, gradient, window, LONGEST, HEAD);
        self.arrows.iter().for_each(|arrow| set_attribute(arrow, "d", &path));
    }
}

/// The names of the plane's variables, as they are shown.
fn names(state: &State, plane: &Plane) -> [String; 2] {
    plane.variables.map(|variable| name_text(&state.model.graph.variables()[variable].name))
}

/// Whether the page is dark at this moment, by choice or as the device has it.
fn is_dark() -> bool {
    let root = document().document_element();
    let style = root.and_then(|root| dom::window().get_computed_style(&root).ok().flatten());
    style.and_then(|style| style.get_property_value("color-scheme").ok()).is_some_and(|scheme| scheme == "dark")
}
