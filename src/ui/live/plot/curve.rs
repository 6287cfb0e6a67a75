//! The curve over one variable with its point: what is written at every move.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use web_sys::Element;
use yew::Callback;

use super::plane::{Plane, marks, place, tangent, tick_labels, trails};
use super::strip::{HEIGHT, Strip};
use super::switch;
use crate::app::measure::text_width;
use crate::app::plot::words::{lens_says, near, reading, slope_label, summary};
use crate::app::plot::{Options, Plotter};
use crate::app::{Model, State};
use crate::plot::{Curve, Frame, Point, Window, beside};
use crate::typeset::{exact, name_text, number};
use crate::ui::dom::{inside, set_class};
use crate::ui::live::shown::Shown;
use crate::words::Message;

/// A curve may take so many seconds within an event; what takes longer waits for a pause.
const AT_ONCE: f64 = 0.002;
const PAUSE_MS: u32 = 120;
/// A curve of fewer points is not worth being seen, even for a moment.
const LEAST: usize = 100;
/// Room for the labels below the plane, in pixels.
const FOOT: f64 = 18.0;
/// Height of the text at the point, and its size.
const LABEL: f64 = 15.0;
/// The label's letters are narrower than those of a sans serif.
const NARROW: f64 = 0.74;
/// A point beyond the picture stands so far inside of its edge.
const EDGE: f64 = 7.0;
/// Half the length of the tangent.
const TANGENT: f64 = 84.0;
/// Diameter of the lens.
const GLASS: f64 = 120.0;

/// How large the picture is and what it shows, for those who turn pixels into numbers. It outlives
/// the models that are drawn.
#[derive(Default)]
pub(in crate::ui) struct Measure {
    size: Cell<(f64, f64)>,
    window: Cell<Option<Window>>,
}

impl Measure {
    /// The window that is drawn; none while nothing is.
    pub fn window(&self) -> Option<Window> {
        self.window.get()
    }

    /// Takes the size of the picture, which forces the browser to lay out what is not yet.
    pub fn take(&self, root: &Element) {
        if let Some(size) = inside(root, ".plane").map(|plane| plane.get_bounding_client_rect()) {
            self.size.set((size.width(), size.height() - FOOT));
        }
    }
}

/// The plot of one variable.
pub(in crate::ui) struct PlotSlots {
    pub model: Rc<Model>,
    root: Element,
    measure: Rc<Measure>,
    refresh: Callback<()>,
    plotter: Option<Plotter>,
    frame: Option<Frame>,
    curve: Option<Curve>,
    options: Option<Options>,
    /// Where the pointer reads off, in pixels.
    hover: Option<f64>,
    /// A better curve than the one that is drawn comes after a pause.
    due: Option<Timeout>,
    woken: Rc<Cell<bool>>,
    texts: Texts,
}

/// Everything that is written.
struct Texts {
    nothing: Shown,
    plane: Plane,
    clip: [Shown; 2],
    ticks: Shown,
    marks: Shown,
    trail: Shown,
    tangent: Shown,
    point: Shown,
    now: Shown,
    ends: [Shown; 2],
    told: Shown,
    label: Shown,
    label_place: Shown,
    cross: Shown,
    cross_dot: Shown,
    readout: Shown,
    words: Shown,
    slope: Strip,
    bend: Strip,
    glass: [Shown; 2],
    lens: Shown,
}

impl Texts {
    fn adopt(root: &Element) -> Option<Texts> {
        let attribute = |selector: &str, name: &'static str| Shown::attribute(root, selector, name);
        let text = |selector: &str| Shown::text(root, selector);
        Some(Texts {
            nothing: text(".nothing")?,
            plane: Plane::adopt(root)?,
            clip: [attribute("#plane-clip rect", "width")?, attribute("#plane-clip rect", "height")?],
            ticks: Shown::markup(root, ".ticks")?,
            marks: Shown::markup(root, ".marks")?,
            trail: Shown::markup(root, ".trail")?,
            tangent: attribute(".tangent", "d")?,
            point: attribute(".point", "transform")?,
            now: attribute(".point", "aria-valuenow")?,
            ends: [attribute(".point", "aria-valuemin")?, attribute(".point", "aria-valuemax")?],
            told: attribute(".point", "aria-valuetext")?,
            label: text(".slope-label")?,
            label_place: attribute(".slope-label", "transform")?,
            cross: attribute(".cross path", "d")?,
            cross_dot: attribute(".cross circle", "transform")?,
            readout: text(".readout")?,
            words: text("#plot-words")?,
            slope: Strip::adopt(&inside(root, ".strip.slope")?)?,
            bend: Strip::adopt(&inside(root, ".strip.bend")?)?,
            glass: [attribute(".glass .curve", "d")?, attribute(".glass .tangent", "d")?],
            lens: text(".lens p")?,
        })
    }
}

impl PlotSlots {
    pub fn adopt(model: Rc<Model>, root: &Element, measure: Rc<Measure>, refresh: Callback<()>) -> Option<PlotSlots> {
        Some(PlotSlots {
            model,
            root: root.clone(),
            measure,
            refresh,
            plotter: None,
            frame: None,
            curve: None,
            options: None,
            hover: None,
            due: None,
            woken: Rc::default(),
            texts: Texts::adopt(root)?,
        })
    }

    /// The pointer reads off at so many pixels from the left edge, or no longer does.
    pub fn hover(&mut self, state: &State, place: Option<f64>) {
        self.hover = place;
        self.cross(state);
    }

    /// The curve that is drawn.
    pub fn curve(&self) -> Option<&Curve> {
        self.curve.as_ref()
    }

    pub fn write(&mut self, state: &State) {
        let options = &state.document.plot;
        if self.options.as_ref() != Some(options) {
            switch(&self.root, options);
            self.options = Some(options.clone());
        }
        let moved = self.plotter.as_mut().and_then(|plotter| plotter.follow(state));
        if moved.is_none() {
            let plotter = Plotter::new(state);
            self.texts.nothing.write(plotter.as_ref().err().map_or(String::new(), Message::text));
            set_class(&self.root, "empty", plotter.is_err());
            self.plotter = plotter.ok();
            if self.plotter.is_none() {
                (self.curve, self.frame) = (None, None);
                self.measure.window.set(None);
            }
        }
        let Some(plotter) = &mut self.plotter else { return };
        let (width, height) = self.measure.size.get();
        if width < 1.0 || height < 1.0 {
            return;
        }
        let frame = state.plot_frame(plotter.axis, width, height);
        let woken = self.woken.take();
        if woken || moved != Some(false) || self.frame != Some(frame) {
            let refit = moved.is_none() || self.frame != Some(frame);
            self.frame = Some(frame);
            self.draw(state, &frame, refit, woken);
        }
        self.point(state);
        self.cross(state);
    }

    /// Says the curve in words, which would be too chatty during a drag.
    pub fn speak(&mut self, state: &State) {
        if let (Some(plotter), Some(curve)) = (&self.plotter, &self.curve) {
            self.texts.words.write(summary(state, plotter.axis, curve).text());
        }
    }

    /// Samples and draws the curve: at once if that fits into the frame, else coarsely, else after a pause.
    fn draw(&mut self, state: &State, frame: &Frame, refit: bool, unhurried: bool) {
        let Some(plotter) = &mut self.plotter else { return };
        let (enough, at_once) = (plotter.enough(), plotter.points_in(AT_ONCE));
        let most = if unhurried { enough } else { at_once.min(enough) };
        let fine = most >= enough || most >= 4 * LEAST;
        set_class(&self.root, "old", most < LEAST && !unhurried);
        self.due = (!fine && !unhurried).then(|| {
            let (woken, refresh) = (self.woken.clone(), self.refresh.clone());
            Timeout::new(PAUSE_MS, move || {
                woken.set(true);
                refresh.emit(());
            })
        });
        if most < LEAST && !unhurried {
            return;
        }
        let frame = Frame { most, ..*frame };
        let mut curve = plotter.curve(&frame);
        // While other sliders move, the curve moves and not the axis, as long as it fits.
        if let Some(before) = self.curve.as_ref().filter(|_| !refit).map(|before| before.window.y)
            && frame.y.is_none()
            && serves(before, curve.window.y)
        {
            curve.window.y = before;
        }
        let name = name_text(self.model.output_name());
        let variables = self.model.graph.variables();
        let variable = &variables[plotter.axis].name;
        let options = &state.document.plot;
        if options.slope || options.bend {
            let slopes = plotter.slope_curve(&Frame { y: None, height: HEIGHT, ..frame });
            let (first, second) = match variables.len() {
                1 => (format!("{name}′"), format!("{name}″")),
                _ => (self.model.partial_name(variable), format!("∂²{name}/∂{}²", name_text(variable))),
            };
            let bends = slopes.as_ref().map(|slopes| slopes.slopes(HEIGHT));
            self.texts.slope.draw(&first, Some(&slopes.unwrap_or_else(|| curve.slopes(HEIGHT))));
            self.texts.bend.draw(&second, bends.as_ref());
        }
        let texts = &mut self.texts;
        texts.plane.write(&curve);
        texts.clip[0].write(number(frame.width));
        texts.clip[1].write(number(frame.height));
        texts.ticks.write(tick_labels(&curve.window));
        texts.marks.write(marks(&curve));
        let input = state.document.input(variable);
        texts.ends[0].write(exact(input.min));
        texts.ends[1].write(exact(input.max));
        self.measure.window.set(Some(curve.window));
        self.curve = Some(curve);
        if refit {
            self.speak(state);
        }
    }

    /// The point, its tangent, and what hangs on them: all that a drag of the axis' slider writes.
    fn point(&mut self, state: &State) {
        let (Some(plotter), Some(curve)) = (&mut self.plotter, &self.curve) else { return };
        let (window, texts) = (&curve.window, &mut self.texts);
        let axis = plotter.axis;
        let x = state.document.input(&self.model.graph.variables()[axis].name).value;
        let point = match state.data.rows.is_empty() {
            true => Point { x, y: state.trace.output(), slope: state.trace.partial(axis) },
            false => plotter.at(x),
        };
        let seen = window.x.contains(x);
        set_class(&self.root, "off", !seen);
        let within = window.y.contains(point.y);
        set_class(&self.root, "beyond", !within);
        texts.now.write(exact(x));
        texts.told.write(reading(state, axis, &point, curve.mark_at(x)).text());
        let mark = curve.mark_at(x);
        let line = |window: &Window, half: f64| match mark {
            None if seen => tangent(window, &point, half),
            _ => String::new(),
        };
        texts.tangent.write(line(window, TANGENT));
        texts.trail.write(trails(window, &state.trails(axis, None)));
        let label = slope_label(&point, mark).text();
        // Without a value the point stands at the foot of the picture.
        let at = if point.y.is_nan() { Point { y: window.y.min, slope: 0.0, ..point } } else { point };
        let (left, top) = beside(curve, &at, (NARROW * text_width(&label, LABEL), LABEL));
        texts
            .point
            .write(place(if seen { window.px(x) } else { -99.0 }, window.py(at.y).clamp(EDGE, window.height - EDGE)));
        texts.label_place.write(place(if seen { left } else { -999.0 }, top + 0.8 * LABEL));
        texts.label.write(label);
        let options = &state.document.plot;
        if options.slope || options.bend {
            texts.slope.point(x, Some(point.slope));
        }
        if options.bend {
            texts.bend.point(x, plotter.slope_at(x).map(|slope| slope.slope));
        }
        if options.lens {
            let lens = plotter.lens(window, &point, GLASS);
            texts.glass[0].write(lens.path());
            texts.glass[1].write(line(&lens.window, GLASS));
            texts.lens.write(lens_says(&lens, &point).text());
        }
    }

    /// What the pointer reads off.
    fn cross(&mut self, state: &State) {
        let (Some(plotter), Some(curve), Some(px)) = (&mut self.plotter, &self.curve, self.hover) else {
            self.texts.cross.write("");
            self.texts.cross_dot.write(place(-99.0, 0.0));
            return self.texts.readout.write("");
        };
        let (window, texts) = (&curve.window, &mut self.texts);
        let point = plotter.at(near(window.x_at(px), &window.x));
        let mut line = String::from("M");
        crate::layout::write_numbers(&mut line, &[window.px(point.x), 0.0]);
        line.push('V');
        crate::layout::write_numbers(&mut line, &[window.height]);
        texts.cross.write(line);
        let y = if window.y.contains(point.y) { window.py(point.y) } else { -99.0 };
        texts.cross_dot.write(place(window.px(point.x), y));
        let name = name_text(&self.model.graph.variables()[plotter.axis].name);
        let output = name_text(state.model.output_name());
        texts.readout.write(format!(
            "{name} {}   {output} {}   {}",
            number(point.x),
            number(point.y),
            slope_label(&point, curve.mark_at(point.x))
        ));
    }
}

/// Whether a range of y goes on showing a curve for which another one would be chosen.
fn serves(kept: crate::plot::Range, chosen: crate::plot::Range) -> bool {
    let (whole, common) = (kept.with(chosen.min).with(chosen.max), kept.max.min(chosen.max) - kept.min.max(chosen.min));
    whole.len() < 2.0 * chosen.len() && common > 0.7 * chosen.len()
}
