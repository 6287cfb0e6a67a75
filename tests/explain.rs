//! Derivations and sentences as they are read: golden text, read by a person when it changes, and
//! properties over random graphs.

mod support;

use chainrule::autodiff::{Step, Story, Tape, Trace};
use chainrule::explain::{Part, Role, RungKind, explain, plain_text, sentence};
use chainrule::graph::{Graph, NodeId, Options, build};
use chainrule::typeset::number_math;
use proptest::prelude::*;

/// Every step in a sentence, then every node's ladder.
fn read_aloud(text: &str, at: &[(&str, f64)]) -> String {
    let (graph, trace) = support::trace(text, at);
    let (story, uses) = (Story::new(&graph), graph.uses());
    let mut out = format!("{text} at {at:?}\n\n");
    for moment in 0..=story.steps().len() {
        out += &format!("{moment}. {}\n", plain_text(&sentence(&graph, &uses, &trace, &story, moment)));
    }
    for id in graph.ids().rev() {
        let explanation = explain(&graph, &uses, &trace, id);
        out += &format!("\n{}\n", plain_text(&explanation.question));
        for rung in explanation.rungs {
            out += &format!("  {}\n", plain_text(&rung.say));
            for line in rung.lines {
                out += &format!("    {}\n", plain_text(&line));
            }
        }
    }
    out
}

macro_rules! golden {
    ($($name:ident: $text:expr, [$($at:tt)*];)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(read_aloud($text, &[$($at)*]));
        })*
    };
}

golden! {
    the_article: "(4*x+1)^2", [("x", 1.0)];
    logistic: "1/(1+e^(-x))", [("x", 0.5)];
    square_as_product: "x*x", [("x", 3.0)];
    karpathy: "(x+σ(y))/(σ(x)+(x+y)^2)", [("x", 3.0), ("y", -4.0)];
    power_of_a_negative: "x^y", [("x", -2.0), ("y", 2.0)];
    kink: "max(x,0)", [("x", 0.0)];
    neuron: "h=w*x+b; a=tanh(h); (a-y)^2", [("w", 0.5), ("x", 2.0), ("b", -1.0), ("y", 1.0)];
    not_a_number: "2*ln(x) + 1", [("x", -1.0)];
}

/// The formulas of a gradient rung's last line, as numbers are shown.
fn last_number(graph: &Graph, trace: &Trace, id: NodeId) -> Option<String> {
    let explanation = explain(graph, &graph.uses(), trace, id);
    let last = explanation.rungs.iter().rfind(|rung| rung.kind == RungKind::Gradient)?;
    match last.lines.last()?.last()? {
        part @ Part::Formula { role: Role::Gradient, .. } => Some(part.text()),
        _ => None,
    }
}

proptest! {
    #[test]
    fn the_ladder_ends_with_the_trace_s_gradient(tree in support::trees(|_| true), point in [-2.0..2.0, -2.0..2.0, -2.0..2.0]) {
        let graph = build(&support::program(&tree), Options::default()).unwrap();
        let mut trace = Trace::new(Tape::new(&graph).into());
        trace.run(&point);
        for id in graph.ids() {
            let expected = trace.grad(id).map(|grad| number_math(grad).plain());
            prop_assert_eq!(last_number(&graph, &trace, id), expected, "{}", graph.node(id).name);
        }
        let (story, uses) = (Story::new(&graph), graph.uses());
        for (moment, step) in story.steps().iter().enumerate() {
            let line = plain_text(&sentence(&graph, &uses, &trace, &story, moment + 1));
            let start = if matches!(step, Step::Compute(_)) { "Forward: " } else { "Backward: " };
            prop_assert!(line.starts_with(start), "{}", line);
        }
    }
}
