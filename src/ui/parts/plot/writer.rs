//! The curve over one variable with its point: what is written at every move.

use std::rc::Rc;

use web_sys::Element;

use super::strip::HEIGHT;
use super::view::Texts;
use super::picture::{Picture, SETTINGS, settings};
use crate::app::measure::text_width;
use crate::app::plot::Plotter;
use crate::app::plot::words::{lens_says, near, reading, slope_label, summary};
use crate::app::{Model, State};
use crate::plot::{Curve, CurvePoint, Frame, Range, Window, beside};
use crate::svg::{self, Px, marks, tangent, tick_labels, trails, translate};
use crate::typeset::{exact, name_text, number};
use crate::ui::shell::writer::Writer;
use crate::ui::shell::dom::set_attribute;
use crate::ui::shell::pace::Pace;
use crate::ui::shell::say::text_of;

/// A curve may take so many seconds within an event; what takes longer waits for a pause.
const AT_ONCE: f64 = 0.002;
/// A curve of fewer points is not worth being seen, even for a moment.
const LEAST: usize = 100;
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

/// The plot of one variable.
pub(super) struct Plot {
    model: Rc<Model>,
    picture: Picture,
    plotter: Option<Plotter>,
    frame: Option<Frame>,
    curve: Option<Rc<Curve>>,
    texts: Texts,
    is: Is,
    shown_class: Option<String>,
    /// A better curve than the one that is drawn comes after a pause.
    is_coarse: bool,
    /// The axis was kept in a drag: after a pause it is the one that a fresh page would choose.
    is_kept: bool,
}

/// What the picture is at the moment.
#[derive(Default)]
struct Is {
    /// There is nothing to draw.
    empty: bool,
    /// The curve is an earlier one.
    old: bool,
    /// The point lies beside the picture.
    off: bool,
    /// The point lies above or below it.
    beyond: bool,
}

impl Plot {
    pub fn new(model: Rc<Model>, picture: Picture, texts: Texts) -> Plot {
        Plot {
            model,
            picture,
            plotter: None,
            frame: None,
            curve: None,
            texts,
            is: Is::default(),
            shown_class: None,
            is_coarse: false,
            is_kept: false,
        }
    }

    /// Draws what changed; `unhurried` as well as it can be drawn.
    fn follow(&mut self, state: &State, unhurried: bool) {
        let moved = self.plotter.as_mut().and_then(|plotter| plotter.follow(state));
        if moved.is_none() {
            let plotter = Plotter::new(state);
            self.texts.nothing.write(text_of(plotter.as_ref().err().cloned()));
            self.is.empty = plotter.is_err();
            self.plotter = plotter.ok();
            if self.plotter.is_none() {
                self.show(None);
                self.frame = None;
            }
        }
        let Some(plotter) = &self.plotter else { return };
        let (width, height) = self.picture.measure.size.get();
        if width < 1.0 || height < 1.0 {
            return;
        }
        let frame = state.plotting().frame(plotter.axis, width, height);
        let better = unhurried && (self.is_coarse || self.is_kept);
        if better || moved != Some(false) || self.frame != Some(frame) {
            let refit = unhurried || moved.is_none() || self.frame != Some(frame);
            self.frame = Some(frame);
            self.draw(state, &frame, refit, unhurried);
        }
        self.point(state);
        self.cross(state);
    }

    fn show(&mut self, curve: Option<Curve>) {
        self.curve = curve.map(Rc::new);
        *self.picture.measure.curve.borrow_mut() = self.curve.clone();
    }

    /// Says the curve in words, which would be too chatty during a drag.
    fn speak(&mut self, state: &State) {
        if let (Some(plotter), Some(curve)) = (&self.plotter, &self.curve) {
            self.texts.words.write(summary(state, plotter.axis, curve));
        }
    }

    /// Samples and draws the curve: at once if that fits into the frame, else coarsely, else after a pause.
    fn draw(&mut self, state: &State, frame: &Frame, refit: bool, unhurried: bool) {
        let Some(plotter) = &mut self.plotter else { return };
        let (enough, at_once) = (plotter.enough(), plotter.points_in(AT_ONCE));
        let most = if unhurried { enough } else { at_once.min(enough) };
        self.is_coarse = !unhurried && most < enough && most < 4 * LEAST;
        self.is.old = most < LEAST && !unhurried;
        if self.is.old {
            return;
        }
        let frame = Frame { most, ..*frame };
        let mut curve = plotter.curve(&frame);
        // While other sliders move, the curve moves and not the axis, as long as it fits.
        self.is_kept = false;
        if let Some(before) = self.curve.as_ref().filter(|_| !refit).map(|before| before.window.y)
            && frame.y.is_none()
            && serves(before, curve.window.y)
        {
            self.is_kept = curve.window.y != before;
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
        texts.drawn.write(&curve);
        texts.clip[0].write(Px(frame.width).to_string());
        texts.clip[1].write(Px(frame.height).to_string());
        texts.ticks.write(tick_labels(&curve.window));
        texts.marks.write(marks(&curve));
        let input = state.document.input(variable);
        texts.ends[0].write(exact(input.min));
        texts.ends[1].write(exact(input.max));
        self.show(Some(curve));
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
        let point = match state.derived.data.rows.is_empty() {
            true => CurvePoint { x, y: state.derived.trace.output(), slope: state.derived.trace.partial(axis) },
            false => plotter.at(x),
        };
        let seen = window.x.contains(x);
        self.is.off = !seen;
        self.is.beyond = !window.y.contains(point.y);
        texts.now.write(exact(x));
        let mark = curve.mark_at(x);
        texts.told.write(reading(state, axis, &point, mark));
        let line = |window: &Window, half: f64| match mark {
            None if seen => tangent(window, &point, half),
            _ => String::new(),
        };
        texts.tangent.write(line(window, TANGENT));
        texts.trail.write(trails(window, &state.descent().trails(axis, None)));
        let label = slope_label(&point, mark).text();
        // Without a value the point stands at the foot of the picture.
        let at = if point.y.is_nan() { CurvePoint { y: window.y.min, slope: 0.0, ..point } } else { point };
        let (left, top) = beside(curve, &at, (NARROW * text_width(&label, LABEL), LABEL));
        let place = if seen { window.px(x) } else { -99.0 };
        texts.point.write(translate(place, window.py(at.y).clamp(EDGE, window.height - EDGE)));
        texts.label_place.write(translate(if seen { left } else { -999.0 }, top + 0.8 * LABEL));
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
            texts.glass[0].write(svg::curve(&lens));
            texts.glass[1].write(line(&lens.window, GLASS));
            texts.lens.write(lens_says(&lens, &point));
        }
    }

    /// What the pointer reads off.
    fn cross(&mut self, state: &State) {
        let pointed = self.picture.measure.pointed.get();
        let (Some(plotter), Some(curve), Some(px)) = (&mut self.plotter, &self.curve, pointed) else {
            self.texts.cross.write("");
            self.texts.cross_dot.write(translate(-99.0, 0.0));
            return self.texts.readout.write("");
        };
        let (window, texts) = (&curve.window, &mut self.texts);
        let point = plotter.at(near(window.x_at(px), &window.x));
        texts.cross.write(svg::upright(window, window.px(point.x)));
        let y = if window.y.contains(point.y) { window.py(point.y) } else { -99.0 };
        texts.cross_dot.write(translate(window.px(point.x), y));
        let name = name_text(&self.model.graph.variables()[plotter.axis].name);
        let output = name_text(state.derived.model.output_name());
        texts.readout.write(format!(
            "{name} {}   {output} {}   {}",
            number(point.x),
            number(point.y),
            slope_label(&point, curve.mark_at(point.x))
        ));
    }

    /// Which parts of the picture are shown, and in what state it is.
    fn write_class(&mut self, state: &State) {
        let Is { empty, old, off, beyond } = self.is;
        let on = settings(&state.document.plot);
        let settings = SETTINGS.into_iter().zip(on);
        let mut class = String::from("plot");
        let is = [("empty", empty), ("old", old), ("off", off), ("beyond", beyond)];
        for (name, _) in settings.chain(is).filter(|on| on.1) {
            class.push(' ');
            class.push_str(name);
        }
        if self.shown_class.as_ref() != Some(&class)
            && let Some(root) = self.picture.root.cast::<Element>()
        {
            set_attribute(&root, "class", &class);
            self.shown_class = Some(class);
        }
    }
}

impl Writer for Plot {
    fn write(&mut self, state: &State, pace: Pace) {
        match pace {
            Pace::Mount | Pace::Event => self.follow(state, false),
            Pace::Pause => self.follow(state, true),
            Pace::Rest => self.speak(state),
            Pace::Frame => return,
        }
        self.write_class(state);
    }

    fn wants_pause(&self) -> bool {
        self.is_coarse
    }
}

/// Whether a range of y goes on showing a curve for which another one would be chosen.
fn serves(kept: Range, chosen: Range) -> bool {
    let (whole, common) = (kept.with(chosen.min).with(chosen.max), kept.max.min(chosen.max) - kept.min.max(chosen.min));
    whole.len() < 2.0 * chosen.len() && common > 0.7 * chosen.len()
}
