use std::collections::BTreeMap;
use std::rc::Rc;

use super::panel::Panel;
use super::settings::Settings;
use super::{data, descent, plot, point};
use crate::graph::Options;

/// A variable's slider: where it stands and how far it goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Input {
    /// The variable's value; always finite and within the range.
    pub value: f64,
    /// Left end of the slider.
    pub min: f64,
    /// Right end of the slider.
    pub max: f64,
}

impl Default for Input {
    fn default() -> Input {
        Input { value: 1.0, min: -5.0, max: 5.0 }
    }
}

impl Input {
    /// The same slider at another value; a value beyond an end moves that end.
    ///
    /// Values have 15 significant digits: browsers' sliders hold no more, and what is computed must
    /// be what the slider says.
    ///
    /// ```
    /// use chainrule::app::Input;
    /// assert_eq!(Input::default().at(8.0), Input { value: 8.0, min: -5.0, max: 8.0 });
    /// ```
    pub fn at(self, value: f64) -> Input {
        if !value.is_finite() {
            return self;
        }
        let value = fifteen_digits(value);
        let input = Input { value, min: self.min.min(value), max: self.max.max(value) };
        if (input.max - input.min).is_finite() {
            return input;
        }
        // The difference of the largest and the smallest number overflows, so one end moves to 0.
        if value < 0.0 { Input { max: 0.0, ..input } } else { Input { min: 0.0, ..input } }
    }

    /// The same slider with other ends, its value moved between them; none if they are no range.
    pub fn between(self, min: f64, max: f64) -> Option<Input> {
        let range = min.is_finite() && max.is_finite() && min < max && (max - min).is_finite();
        let (min, max) = (fifteen_digits(min), fifteen_digits(max));
        (range && min < max).then(|| Input { value: self.value.clamp(min, max), min, max })
    }

    /// A step that feels smooth and leaves short numbers: about a thousandth of the range.
    ///
    /// ```
    /// assert_eq!(chainrule::app::Input::default().step(), 0.01);
    /// ```
    pub fn step(self) -> f64 {
        10f64.powf(((self.max - self.min) / 1000.0).log10().round())
    }

    /// The nearest multiple of [`Input::step`]: the value that a hand on the slider aims at.
    pub fn snap(self, value: f64) -> f64 {
        self.nearest(value, self.step())
    }

    /// The nearest multiple of a step, which is a power of ten, between the ends.
    ///
    /// ```
    /// assert_eq!(chainrule::app::Input::default().nearest(0.317, 0.1), 0.3);
    /// ```
    pub fn nearest(self, value: f64, step: f64) -> f64 {
        let snapped = (value / step).round() * step;
        // 3 × 0.1 is 0.30000000000000004; through decimal digits it is 0.3.
        let digits = (-step.log10().round()).clamp(0.0, 300.0) as usize;
        let tidy = format!("{snapped:.digits$}").parse().unwrap_or(snapped);
        f64::clamp(tidy, self.min, self.max)
    }
}

/// As many digits as a browser's slider holds.
pub(super) fn fifteen_digits(value: f64) -> f64 {
    let rounded = format!("{value:.14e}").parse().unwrap_or(value);
    if f64::is_finite(rounded) { rounded } else { value }
}

/// What is saved, shared and undone.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The text as typed.
    pub source: Rc<str>,
    /// Sliders that were touched, by the variable's name. They outlive their variable, so that a
    /// name typed again finds its value again.
    pub inputs: BTreeMap<String, Input>,
    /// Where variables started, by name: where a link or an example put them, or what they were given when they
    /// were typed. A slider that was not touched stands there.
    pub start: BTreeMap<String, f64>,
    /// How the graph is built.
    pub options: Options,
    /// The variable from which derivatives are carried upward in forward mode; none in backward mode.
    /// It outlives its variable, as sliders do.
    pub forward: Option<String>,
    /// What was made of the point.
    pub point: point::Options,
    /// What the plot shows.
    pub plot: plot::Options,
    /// By which method the descent goes, and how fast.
    pub descent: descent::Options,
    /// Rows that stand in for some of the variables.
    pub data: data::Options,
    /// What stands below the plot: in the link, but not undone.
    pub panel: Panel,
    /// The language that the link asks for; none if it leaves that to the person. Not undone either.
    pub language: Option<&'static str>,
}

impl Default for Document {
    fn default() -> Document {
        Document::of("(4*x+1)^2")
    }
}

impl Document {
    /// A text with every slider at its default.
    pub fn of(source: &str) -> Document {
        Document {
            source: source.into(),
            inputs: BTreeMap::new(),
            start: BTreeMap::new(),
            options: Options::default(),
            forward: None,
            point: Default::default(),
            plot: Default::default(),
            descent: Default::default(),
            data: Default::default(),
            panel: Panel::default(),
            language: None,
        }
    }

    /// The slider of a variable.
    pub fn input(&self, name: &str) -> Input {
        self.inputs.get(name).copied().unwrap_or_else(|| Input::default().at(self.start_of(name)))
    }

    /// Where the slider of a variable started.
    pub fn start_of(&self, name: &str) -> f64 {
        self.start.get(name).copied().unwrap_or(Input::default().value)
    }

    /// Whether a variable stands somewhere by touch, by a link or by what it was given, and not by default only.
    pub(super) fn has_value(&self, name: &str) -> bool {
        self.inputs.contains_key(name) || self.start.contains_key(name)
    }
}

/// Lists the topics whose settings are part of the document.
macro_rules! topics {
    ($($topic:ident),+) => {
        impl Document {
            /// Hands the settings of every topic to `pair`, as the link has them.
            pub(super) fn write_topics(&self, pair: &mut dyn FnMut(&str, &str)) {
                $(write(&self.$topic, pair);)+
            }

            /// Gives a pair of the link to the topic whose it is; tells whether there is one.
            pub(super) fn read_topic(&mut self, key: &str, value: &str) -> bool {
                $(read(&mut self.$topic, key, value))||+
            }
        }
    };
}

topics!(point, plot, descent, data);

fn write<T: Settings>(settings: &T, pair: &mut dyn FnMut(&str, &str)) {
    settings.write(&mut |key, value| pair(&[T::PREFIX, ".", key].concat(), value));
}

fn read<T: Settings>(settings: &mut T, key: &str, value: &str) -> bool {
    let own = key.strip_prefix(T::PREFIX).and_then(|rest| rest.strip_prefix('.'));
    own.is_some_and(|key| settings.read(key, value))
}
