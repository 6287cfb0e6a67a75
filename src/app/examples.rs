//! The gallery: functions worth looking at, each with the point where it shows something.

/// A function of the gallery.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Example {
    /// The heading it stands under.
    pub group: &'static str,
    /// Its name in the gallery.
    pub title: &'static str,
    /// Its text.
    pub source: &'static str,
    /// Where its sliders stand; the others stand where every slider starts.
    pub inputs: &'static [Slider],
    /// One sentence on what to see in it.
    pub about: &'static str,
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
    /// The example of this title.
    ///
    /// ```
    /// use chainrule::app::examples::Example;
    /// assert_eq!(Example::titled("Square of a sum").unwrap().source, "(4*x+1)^2");
    /// ```
    pub fn titled(title: &str) -> Option<&'static Example> {
        EXAMPLES.iter().find(|example| example.title == title)
    }
}

const fn at(name: &'static str, value: f64) -> Slider {
    Slider { name, value, ends: None }
}

const fn between(name: &'static str, value: f64, min: f64, max: f64) -> Slider {
    Slider { name, value, ends: Some((min, max)) }
}

const fn example(
    group: &'static str,
    title: &'static str,
    source: &'static str,
    inputs: &'static [Slider],
    about: &'static str,
) -> Example {
    Example { group, title, source, inputs, about }
}

const START: &str = "Start here";
const BASICS: &str = "One variable";
const CHAINS: &str = "Chains";
const SHARING: &str = "Shared values";
const NEURONS: &str = "Neurons";
const LANDSCAPES: &str = "Landscapes to descend";
const PROGRAMS: &str = "Programs";

/// The gallery, group by group; the first example is what the page opens with.
#[rustfmt::skip]
pub static EXAMPLES: &[Example] = &[
    example(START, "Square of a sum", "(4*x+1)^2", &[at("x", 1.0)],
        "Three steps forward, three local derivatives back: 10 · 1 · 4 = 40."),
    example(BASICS, "Product with itself", "x*x", &[at("x", 3.0)],
        "One variable feeds both factors, so two gradients meet in x and add up to 2x."),
    example(BASICS, "Reciprocal", "1/x", &[at("x", 2.0)],
        "The gradient is negative on both sides of the pole at 0."),
    example(BASICS, "Parabola", "x^2 + 3x", &[at("x", -1.0)],
        "The gradient changes its sign at the lowest point, x = −1.5."),
    example(BASICS, "Bell curve", "e^(-x^2/2)", &[at("x", 1.0)],
        "Steepest at x = ±1 and flat far out."),
    example(BASICS, "Logarithm against line", "ln(x)/x", &[between("x", 2.0, 0.1, 10.0)],
        "The gradient vanishes at x = e, the highest point."),
    example(BASICS, "Absolute value", "|x|", &[at("x", -2.0)],
        "Slope −1 or 1; at 0 there is no derivative, and 0 is the convention."),
    example(BASICS, "Power of itself", "x^x", &[between("x", 2.0, 0.1, 3.0)],
        "Base and exponent both move, so the power rule and the exponential rule add up."),
    example(BASICS, "Half circle", "sqrt(1-x^2)", &[between("x", 0.6, -1.0, 1.0)],
        "The slope grows without bound toward the ends."),
    example(CHAINS, "Sine of a square", "sin(x^2)", &[at("x", 1.5)],
        "The inner derivative 2x makes the waves steeper and steeper."),
    example(CHAINS, "Three deep", "sin(cos(tan(x)))", &[between("x", 0.5, -1.5, 1.5)],
        "Each step backward multiplies by one more local derivative."),
    example(CHAINS, "Vanishing gradient", "σ(σ(σ(σ(x))))", &[at("x", 1.0)],
        "No sigmoid is steeper than 1/4, so four of them leave almost nothing of the gradient."),
    example(SHARING, "Sum times a factor", "q = x + y; q*z", &[at("x", -2.0), at("y", 5.0), at("z", -4.0)],
        "A product swaps its inputs as gradients, a sum hands its gradient on to both."),
    example(SHARING, "The larger one wins", "max(x, y)*z + x", &[at("x", 3.0), at("y", -1.0), at("z", 2.0)],
        "max passes the whole gradient to its larger input and none to the other."),
    example(SHARING, "Fraction of sigmoids", "(x + σ(y)) / (σ(x) + (x+y)^2)", &[at("x", 3.0), at("y", -4.0)],
        "Nobody wants the formula of this derivative, and backpropagation does not need it."),
    example(SHARING, "Reused results",
        "c = a + b\nd = a*b + b^3\nc = c + c + 1\nc = c + 1 + c - a\nd = d + d*2 + relu(b + a)\n\
         d = d + 3*d + relu(b - a)\nu = c - d\ng = u^2\ng/2 + 10/g",
        &[at("a", -4.0), at("b", 2.0)],
        "Every use of a value sends a gradient back to it, and they are summed."),
    example(NEURONS, "Sigmoid neuron", "1/(1 + e^(-(w0*x0 + w1*x1 + w2)))",
        &[at("w0", 2.0), at("x0", -1.0), at("w1", -3.0), at("x1", -2.0), at("w2", -3.0)],
        "A weight's gradient is proportional to the input it multiplies."),
    example(NEURONS, "Squared error", "h = w*x + b\na = tanh(h)\n(a - y)^2",
        &[at("w", 0.5), at("x", 1.5), at("b", -0.25), at("y", 1.0)],
        "The smallest network that learns: follow the error back to w and b."),
    example(NEURONS, "Two inputs", "tanh(x1*w1 + x2*w2 + b)",
        &[at("x1", 2.0), at("w1", -3.0), at("x2", 0.0), at("w2", 1.0), between("b", 6.881373587019543, -10.0, 10.0)],
        "x₂ is 0, so its weight w₂ gets no gradient and learns nothing from this input."),
    example(NEURONS, "Softmax and cross-entropy",
        "a = exp(z1); b = exp(z2); c = exp(z3)\np = b/(a + b + c)\n-ln(p)",
        &[at("z1", 1.0), at("z2", 2.0), at("z3", 0.5)],
        "The gradient toward each score is its probability, less 1 for the right class."),
    example(NEURONS, "Network for XOR",
        "net(x, y) = σ(v1*tanh(w1*x + w2*y + b1) + v2*tanh(w3*x + w4*y + b2) + b3)\n\
         (net(0,0)^2 + (net(0,1) - 1)^2 + (net(1,0) - 1)^2 + net(1,1)^2)/4",
        &[at("v1", 1.0), at("w1", 1.5), at("w2", 1.0), at("b1", -0.5), at("v2", -1.0), at("w3", 1.0), at("w4", 2.0),
            at("b2", -2.0), at("b3", 0.0)],
        "One network used on four points: the gradients of all four uses meet in its nine parameters."),
    example(LANDSCAPES, "Rosenbrock's valley", "(1-x)^2 + 100(y-x^2)^2",
        &[between("x", -1.2, -2.0, 2.0), between("y", 1.0, -1.0, 3.0)],
        "A curved valley, easy to reach and slow to follow to its lowest point (1, 1)."),
    example(LANDSCAPES, "Himmelblau's four valleys", "(x^2+y-11)^2 + (x+y^2-7)^2", &[at("x", -1.0), at("y", 1.0)],
        "Where the descent ends depends on where it starts."),
    example(LANDSCAPES, "Saddle", "x^2 - y^2", &[at("x", 1.0), at("y", 0.1)],
        "At the origin the gradient is 0, yet it is no lowest point."),
    example(LANDSCAPES, "Logistic regression",
        "L(x, y) = softplus(-y*(w*x + b))\n(L(-2, -1) + L(-1, 1) + L(1, -1) + L(2, 1))/4", &[at("w", -1.0), at("b", 2.0)],
        "The loss of four labelled points is convex: every descent ends at the same w and b."),
    example(PROGRAMS, "Cases", "{x < 0: -x, x^2}", &[at("x", 1.5)],
        "Only the case that holds receives a gradient."),
    example(PROGRAMS, "A function of your own", "g(t) = t^2 + 1\ng(g(x))", &[at("x", 1.0)],
        "Each call becomes nodes of its own, and the chain rule runs through both."),
    example(PROGRAMS, "Derivative inside", "g(t) = t^3 - 2t\nx - g(x)/g'(x)", &[at("x", 2.0)],
        "One step of Newton's method, with the derivative written as g′."),
    example(PROGRAMS, "Babylonian square root",
        "y = (x + 1)/2\ny = (y + x/y)/2\ny = (y + x/y)/2\ny = (y + x/y)/2\ny", &[between("x", 2.0, 0.5, 10.0)],
        "The derivative of a computation that only approaches √x approaches 1/(2√x)."),
    example(PROGRAMS, "Compound interest", "P (1 + r/n)^(n*t)",
        &[between("P", 1000.0, 0.0, 5000.0), between("r", 0.05, 0.0, 0.2), between("n", 12.0, 1.0, 365.0),
            between("t", 10.0, 0.0, 40.0)],
        "The partial derivatives tell what matters: a year more, or a higher rate."),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::rc::Rc;

    use super::*;
    use crate::autodiff::{Tape, Trace};
    use crate::graph::build;
    use crate::syntax::parse;
    use crate::typeset;

    #[test]
    fn every_example_has_a_finite_value_and_gradient() {
        for example in EXAMPLES {
            let Example { title, source, inputs, .. } = example;
            let program = parse(source).unwrap_or_else(|error| panic!("{title}: {error:?}"));
            assert!(program.notices.is_empty(), "{title}: {:?}", program.notices);
            for slider in *inputs {
                assert!(program.variable(slider.name).is_some(), "{title}: no variable {}", slider.name);
                let (min, max) = slider.ends.unwrap_or((-5.0, 5.0));
                assert!(min <= slider.value && slider.value <= max, "{title}: {} beyond its ends", slider.name);
            }
            let value = |name: &String| inputs.iter().find(|slider| slider.name == name).map(|slider| slider.value);
            let values: Option<Vec<f64>> = program.variables.iter().map(value).collect();
            let values = values.unwrap_or_else(|| panic!("{title}: a variable without a value"));
            let graph = build(&program, Default::default()).expect(title);
            let mut trace = Trace::new(Rc::new(Tape::new(&graph)));
            trace.run(&values);
            assert!(trace.output().is_finite(), "{title}");
            for variable in 0..values.len() {
                assert!(trace.partial(variable).is_finite(), "{title}: ∂/∂{}", program.variables[variable]);
            }
            assert!(typeset::program(&program).is_some(), "{title}");
        }
    }

    #[test]
    fn titles_are_unique_and_groups_stand_together() {
        let titles: HashSet<_> = EXAMPLES.iter().map(|example| example.title).collect();
        assert_eq!(titles.len(), EXAMPLES.len());
        let groups: HashSet<_> = EXAMPLES.iter().map(|example| example.group).collect();
        let changes = EXAMPLES.windows(2).filter(|pair| pair[0].group != pair[1].group).count();
        assert_eq!(groups.len(), changes + 1);
    }

    #[test]
    fn every_sentence_ends() {
        assert!(EXAMPLES.iter().all(|example| example.about.ends_with('.')));
    }
}
