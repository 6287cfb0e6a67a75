//! The gallery: functions worth looking at, each with the point where it shows something.

use super::{Document, Input, Panel, link};
use crate::words::{Message, Text};

/// A function of the gallery.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Example {
    /// What messages, tests and scripts call it.
    pub id: &'static str,
    /// The examples it stands among.
    pub group: Group,
    title: &'static str,
    /// Its text.
    pub source: &'static str,
    /// Where its sliders stand; the others stand where every slider starts.
    pub inputs: &'static [Slider],
    about: &'static str,
    /// Data, descent and plot, as the link has them.
    pub settings: &'static str,
}

/// Examples that stand together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// What messages call it.
    pub id: &'static str,
    heading: &'static str,
}

const TABLE: &str = "example";
const GROUP: &str = "examples";

impl Group {
    /// What stands above the examples.
    pub fn heading(&self) -> Message {
        Message::of_table(GROUP, self.id, "heading", self.heading)
    }
}

/// Where a slider stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slider {
    /// The variable's name.
    pub name: &'static str,
    /// Its value.
    pub value: f64,
    /// The slider's ends, where the usual ones do not fit.
    pub ends: Option<(f64, f64)>,
}

impl Example {
    /// The example that has this id.
    ///
    /// ```
    /// use chainrule::app::examples::Example;
    /// assert_eq!(Example::from_id("square-of-a-sum").unwrap().source, "(4*x+1)^2");
    /// ```
    pub fn from_id(id: &str) -> Option<&'static Example> {
        EXAMPLES.iter().find(|example| example.id == id)
    }

    /// Its name in the gallery.
    pub fn title(&self) -> Message {
        Message::of_table(TABLE, self.id, "title", self.title)
    }

    /// One sentence on what to see in it.
    pub fn about(&self) -> Message {
        Message::of_table(TABLE, self.id, "about", self.about)
    }

    /// What the page opens.
    pub fn document(&self) -> Document {
        let mut document = link::read(&format!("e=&{}", self.settings)).unwrap_or_default();
        document.source = self.source.into();
        if !self.settings.is_empty() {
            document.panel = Panel::Descend;
        }
        for slider in self.inputs {
            let input = Input::default().at(slider.value);
            let input = slider.ends.and_then(|(min, max)| input.between(min, max)).unwrap_or(input);
            document.inputs.insert(slider.name.into(), input.at(slider.value));
        }
        document
    }

    const fn with(self, settings: &'static str) -> Example {
        Example { settings, ..self }
    }
}

const fn at(name: &'static str, value: f64) -> Slider {
    Slider { name, value, ends: None }
}

const fn between(name: &'static str, value: f64, min: f64, max: f64) -> Slider {
    Slider { name, value, ends: Some((min, max)) }
}

const fn example(
    group: Group,
    id: &'static str,
    title: &'static str,
    source: &'static str,
    inputs: &'static [Slider],
    about: &'static str,
) -> Example {
    Example { id, group, title, source, inputs, about, settings: "" }
}

const fn group(id: &'static str, heading: &'static str) -> Group {
    Group { id, heading }
}

const START: Group = group("start", "Start here");
const BASICS: Group = group("one-variable", "One variable");
const CHAINS: Group = group("chains", "Chains");
const SHARING: Group = group("shared-values", "Shared values");
const NEURONS: Group = group("neurons", "Neurons");
const FITS: Group = group("data", "Learn from data");
const LANDSCAPES: Group = group("landscapes", "Landscapes to descend");
const PROGRAMS: Group = group("programs", "Programs");

/// The gallery, group by group; the first example is what the page opens with.
#[rustfmt::skip]
pub static EXAMPLES: &[Example] = &[
    example(START, "square-of-a-sum", "Square of a sum", "(4*x+1)^2", &[at("x", 1.0)],
        "Three steps forward, three local derivatives back: 10 · 1 · 4 = 40."),
    example(BASICS, "product-with-itself", "Product with itself", "x*x", &[at("x", 3.0)],
        "One variable feeds both factors, so two gradients meet in x and add up to 2x."),
    example(BASICS, "reciprocal", "Reciprocal", "1/x", &[at("x", 2.0)],
        "The gradient is negative on both sides of the pole at 0."),
    example(BASICS, "parabola", "Parabola", "x^2 + 3x", &[at("x", -1.0)],
        "The gradient changes its sign at the lowest point, x = −1.5."),
    example(BASICS, "bell-curve", "Bell curve", "e^(-x^2/2)", &[at("x", 1.0)],
        "Steepest at x = ±1 and flat far out."),
    example(BASICS, "logarithm-against-line", "Logarithm against line", "ln(x)/x", &[between("x", 2.0, 0.1, 10.0)],
        "The gradient vanishes at x = e, the highest point."),
    example(BASICS, "absolute-value", "Absolute value", "|x|", &[at("x", -2.0)],
        "Slope −1 or 1; at 0 there is no derivative, and 0 is the convention."),
    example(BASICS, "power-of-itself", "Power of itself", "x^x", &[between("x", 2.0, 0.1, 3.0)],
        "Base and exponent both move, so the power rule and the exponential rule add up."),
    example(BASICS, "half-circle", "Half circle", "sqrt(1-x^2)", &[between("x", 0.6, -1.0, 1.0)],
        "The slope grows without bound toward the ends."),
    example(CHAINS, "sine-of-a-square", "Sine of a square", "sin(x^2)", &[at("x", 1.5)],
        "The inner derivative 2x makes the waves steeper and steeper."),
    example(CHAINS, "three-deep", "Three deep", "sin(cos(tan(x)))", &[between("x", 0.5, -1.5, 1.5)],
        "Each step backward multiplies by one more local derivative."),
    example(CHAINS, "vanishing-gradient", "Vanishing gradient", "σ(σ(σ(σ(x))))", &[at("x", 1.0)],
        "No sigmoid is steeper than 1/4, so four of them leave almost nothing of the gradient."),
    example(SHARING, "sum-times-a-factor", "Sum times a factor", "q = x + y; q*z", &[at("x", -2.0), at("y", 5.0), at("z", -4.0)],
        "A product swaps its inputs as gradients, a sum hands its gradient on to both."),
    example(SHARING, "the-larger-one-wins", "The larger one wins", "max(x, y)*z + x", &[at("x", 3.0), at("y", -1.0), at("z", 2.0)],
        "max passes the whole gradient to its larger input and none to the other."),
    example(SHARING, "fraction-of-sigmoids", "Fraction of sigmoids", "(x + σ(y)) / (σ(x) + (x+y)^2)", &[at("x", 3.0), at("y", -4.0)],
        "Nobody wants the formula of this derivative, and backpropagation does not need it."),
    example(SHARING, "reused-results", "Reused results",
        "c = a + b\nd = a*b + b^3\nc = c + c + 1\nc = c + 1 + c - a\nd = d + d*2 + relu(b + a)\n\
         d = d + 3*d + relu(b - a)\nu = c - d\ng = u^2\ng/2 + 10/g",
        &[at("a", -4.0), at("b", 2.0)],
        "Every use of a value sends a gradient back to it, and they are summed."),
    example(NEURONS, "sigmoid-neuron", "Sigmoid neuron", "1/(1 + e^(-(w0*x0 + w1*x1 + w2)))",
        &[at("w0", 2.0), at("x0", -1.0), at("w1", -3.0), at("x1", -2.0), at("w2", -3.0)],
        "A weight's gradient is proportional to the input it multiplies."),
    example(NEURONS, "squared-error", "Squared error", "h = w*x + b\na = tanh(h)\n(a - y)^2",
        &[at("w", 0.5), at("x", 1.5), at("b", -0.25), at("y", 1.0)],
        "The smallest network that learns: follow the error back to w and b."),
    example(NEURONS, "two-inputs", "Two inputs", "tanh(x1*w1 + x2*w2 + b)",
        &[at("x1", 2.0), at("w1", -3.0), at("x2", 0.0), at("w2", 1.0), between("b", 6.881373587019543, -10.0, 10.0)],
        "x₂ is 0, so its weight w₂ gets no gradient and learns nothing from this input."),
    example(NEURONS, "softmax-and-cross-entropy", "Softmax and cross-entropy",
        "a = exp(z1); b = exp(z2); c = exp(z3)\np = b/(a + b + c)\n-ln(p)",
        &[at("z1", 1.0), at("z2", 2.0), at("z3", 0.5)],
        "The gradient with respect to each score is its probability, less 1 for the right class."),
    example(NEURONS, "network-for-xor", "Network for XOR",
        "net(x, y) = σ(v1*tanh(w1*x + w2*y + b1) + v2*tanh(w3*x + w4*y + b2) + b3)\n\
         (net(0,0)^2 + (net(0,1) - 1)^2 + (net(1,0) - 1)^2 + net(1,1)^2)/4",
        &[at("v1", 1.0), at("w1", 1.5), at("w2", 1.0), at("b1", -0.5), at("v2", -1.0), at("w3", 1.0), at("w4", 2.0),
            at("b2", -2.0), at("b3", 0.0)],
        "One network used on four points: the gradients of all four uses meet in its nine parameters."),
    example(FITS, "line-fit", "Line fit", "p = m*x + b\n(p - y)^2", &[at("m", -1.0), at("b", 4.0)],
        "Five points and a line: the mean of the squares is a bowl, and descent finds its floor.")
        .with("data.rows=x,y\n0,1.1\n1,2.9\n2,5.2\n3,6.8\n4,9.1&data.row=1&descent.rate=0.1&plot.axis=m&plot.and=b"),
    example(FITS, "polynomial-fit", "Polynomial fit", "p = a*x^2 + b*x + c\n(p - y)^2", &[at("a", 0.0), at("b", 0.0), at("c", 0.0)],
        "The curve is bent, and yet the loss is a bowl in a, b and c.")
        .with("data.rows=x,y\n-2,4.9\n-1.5,2.4\n-1,0.9\n-0.5,-0.6\n0,-1.1\n0.5,-1.4\n1,-0.8\n1.5,0.1\n2,1.2&data.row=1&\
            descent.by=momentum&descent.rate=0.02"),
    example(FITS, "logistic-regression", "Logistic regression", "p = σ(w*x + b)\n-(y*ln(p) + (1 - y)*ln(1 - p))", &[at("w", 0.0), at("b", 0.0)],
        "Hours of learning and whether the test was passed: p becomes the chance of passing.")
        .with("data.rows=x,y\n0.5,0\n1,0\n1.5,0\n2,1\n2.5,0\n3,1\n3.5,0\n4,1\n4.5,1\n5,1&data.row=1&descent.rate=0.5&plot.axis=w&plot.and=b"),
    example(FITS, "one-neuron", "One neuron", "a = tanh(w*x + b)\n(a - y)^2", &[at("w", -0.5), at("b", 1.0)],
        "It begins with the wrong sign of w, and its gradient turns it round.")
        .with("data.rows=x,y\n-2,-0.97\n-1.5,-0.92\n-1,-0.78\n-0.5,-0.46\n0,0.08\n0.5,0.57\n1,0.83\n1.5,0.94\n2,0.98&data.row=1&\
            descent.rate=0.3&plot.axis=w&plot.and=b"),
    example(FITS, "xor-with-three-hidden-neurons", "XOR with three hidden neurons",
        "h1 = tanh(a1*x1 + b1*x2 + c1)\nh2 = tanh(a2*x1 + b2*x2 + c2)\nh3 = tanh(a3*x1 + b3*x2 + c3)\n\
         p = σ(v1*h1 + v2*h2 + v3*h3 + d)\n(p - y)^2",
        &[at("a1", 0.8), at("b1", -0.5), at("c1", 0.2), at("a2", -0.6), at("b2", 0.9), at("c2", -0.3), at("a3", 0.4),
            at("b3", 0.7), at("c3", -0.1), at("v1", 0.5), at("v2", -0.4), at("v3", 0.6), at("d", 0.0)],
        "Two inputs, three hidden neurons, one output: no single neuron can do it, and this network learns it.")
        .with("data.rows=x1,x2,y\n0,0,0\n0,1,1\n1,0,1\n1,1,0&data.row=1&descent.by=adam&descent.rate=0.1&plot.axis=a1&plot.and=b1"),
    example(LANDSCAPES, "rosenbrocks-valley", "Rosenbrock's valley", "(1-x)^2 + 100(y-x^2)^2",
        &[between("x", -1.2, -2.0, 2.0), between("y", 1.0, -1.0, 3.0)],
        "A curved valley, easy to reach and slow to follow to its lowest point (1, 1).")
        .with("descent.by=adam&descent.rate=0.05&descent.against=gd&descent.against.rate=0.001&plot.and=y"),
    example(LANDSCAPES, "himmelblaus-four-valleys", "Himmelblau's four valleys", "(x^2+y-11)^2 + (x+y^2-7)^2", &[at("x", -1.0), at("y", 1.0)],
        "Where the descent ends depends on where it starts.").with("descent.rate=0.01&plot.and=y"),
    example(LANDSCAPES, "beales-flat-corners", "Beale's flat corners", "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2",
        &[between("x", 1.0, -4.5, 4.5), between("y", 1.0, -4.5, 4.5)],
        "Steep walls in the corners, and a long flat floor that leads to (3, 0.5).")
        .with("descent.by=adam&descent.rate=0.05&plot.and=y"),
    example(LANDSCAPES, "saddle", "Saddle", "x^2 - y^2", &[at("x", 1.0), at("y", 0.001)],
        "Descent first makes for the saddle, where the gradient is 0, and then slides off along y.")
        .with("descent.rate=0.1&plot.and=y"),
    example(LANDSCAPES, "plateau", "Plateau", "1 - e^(-x^2/2)", &[at("x", 4.0)],
        "Far from the valley the gradient is almost 0: plain descent creeps, and Adam, which divides by its size, walks.")
        .with("descent.rate=0.1&descent.against=adam&descent.against.rate=0.1"),
    example(LANDSCAPES, "a-rate-that-diverges", "A rate that diverges", "(4*x+1)^2", &[at("x", 0.2)],
        "The rate is 0.07; above 2/32 = 0.0625 each step overshoots the valley and lands farther off.")
        .with("descent.rate=0.07"),
    example(PROGRAMS, "cases", "Cases", "{x < 0: -x, x^2}", &[at("x", 1.5)],
        "Only the case that holds receives a gradient."),
    example(PROGRAMS, "a-function-of-your-own", "A function of your own", "g(t) = t^2 + 1\ng(g(x))", &[at("x", 1.0)],
        "Each call becomes nodes of its own, and the chain rule runs through both."),
    example(PROGRAMS, "derivative-inside", "Derivative inside", "g(t) = t^3 - 2t\nx - g(x)/g'(x)", &[at("x", 2.0)],
        "One step of Newton's method, with the derivative written as g′."),
    example(PROGRAMS, "babylonian-square-root", "Babylonian square root",
        "y = (x + 1)/2\ny = (y + x/y)/2\ny = (y + x/y)/2\ny = (y + x/y)/2\ny", &[between("x", 2.0, 0.5, 10.0)],
        "The derivative of a computation that only approaches √x approaches 1/(2√x)."),
    example(PROGRAMS, "compound-interest", "Compound interest", "P (1 + r/n)^(n*t)",
        &[between("P", 1000.0, 0.0, 5000.0), between("r", 0.05, 0.0, 0.2), between("n", 12.0, 1.0, 365.0),
            between("t", 10.0, 0.0, 40.0)],
        "The partial derivatives tell what matters: a year more, or a higher rate."),
];

/// Every sentence of the gallery.
pub(super) fn sentences() -> impl Iterator<Item = Text> {
    let groups = EXAMPLES.chunk_by(|a, b| a.group == b.group).map(|group| group[0].group);
    let groups = groups.map(|group| Text::of_table(GROUP, group.id, "heading", group.heading));
    let cells = |example: &'static Example| {
        [("title", example.title), ("about", example.about)]
            .map(|(cell, text)| Text::of_table(TABLE, example.id, cell, text))
    };
    groups.chain(EXAMPLES.iter().flat_map(cells))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::app::{Action, State, reduce};
    use crate::typeset;

    #[test]
    fn every_example_has_a_finite_value_and_gradient() {
        for example in EXAMPLES {
            let Example { id, inputs, settings, .. } = example;
            let state = reduce(State::default(), Action::Open(example.document())).0;
            let program = &state.derived.model.program;
            assert!(state.derived.failure.is_none() && state.derived.data.fault.is_none(), "{id}");
            assert!(program.notices.is_empty(), "{id}: {:?}", program.notices);
            for slider in *inputs {
                assert!(program.variable(slider.name).is_some(), "{id}: no variable {}", slider.name);
                let (min, max) = slider.ends.unwrap_or((-5.0, 5.0));
                assert!(min <= slider.value && slider.value <= max, "{id}: {} beyond its ends", slider.name);
            }
            for (variable, name) in program.variables.iter().enumerate() {
                let has_value = example.document().inputs.contains_key(name);
                assert!(has_value || state.derived.data.columns.contains(&variable), "{id}: {name} without a value");
                assert!(state.derived.trace.partial(variable).is_finite(), "{id}: ∂/∂{name}");
            }
            assert!(state.derived.trace.output().is_finite(), "{id}");
            assert!(typeset::program(program).is_some(), "{id}");
            assert_eq!(settings.contains("data.rows"), state.table().mean().is_some(), "{id}");
            assert!(state.table().mean().is_none_or(|mean| mean.value.is_finite()), "{id}");
        }
    }

    #[test]
    fn ids_are_unique_and_groups_stand_together() {
        let ids: HashSet<_> = EXAMPLES.iter().map(|example| example.id).collect();
        assert_eq!(ids.len(), EXAMPLES.len());
        let groups: HashSet<_> = EXAMPLES.iter().map(|example| example.group.id).collect();
        let changes = EXAMPLES.windows(2).filter(|pair| pair[0].group != pair[1].group).count();
        assert_eq!(groups.len(), changes + 1);
    }

    #[test]
    fn every_sentence_ends() {
        assert!(EXAMPLES.iter().all(|example| example.about.ends_with('.')));
    }
}
