//! One step of the two passes in one sentence.

use super::formulas::{called, computation, factor, gradient, name, partial, sign, words};
use crate::autodiff::{Step, Story, Trace};
use crate::graph::{Graph, NodeId, Uses};
use crate::typeset::{Line, name_math};

/// What happened in the last step before a moment; at the very beginning, what is known.
///
/// ```
/// use chainrule::{autodiff::{Story, Tape, Trace}, explain::sentence, typeset::plain_text, graph, syntax::parse};
/// let graph = graph::build(&parse("(4*x+1)^2").unwrap(), Default::default()).unwrap();
/// let mut trace = Trace::new(Tape::new(&graph).into());
/// trace.run(&[1.0]);
/// let (story, uses) = (Story::new(&graph), graph.uses());
/// let say = |moment| plain_text(&sentence(&graph, &uses, &trace, &story, moment));
/// assert_eq!(say(1), "Forward: a = 4 · x = 4 · 1 = 4");
/// assert_eq!(say(6), "Backward: b sends 10 · 1 = 10 to a");
/// ```
pub fn sentence(graph: &Graph, uses: &Uses, trace: &Trace, story: &Story, moment: usize) -> Line {
    let named = |id: NodeId| match graph.node(id).name.as_str() {
        "" => words(called("", trace.value(id))),
        text => name(text, id),
    };
    match story.step(moment) {
        None => vec![words("At the start only the variables and the numbers are known.")],
        Some(Step::Compute(id)) => {
            let mut line = vec![words("Forward: "), named(id)];
            line.extend(computation(graph, id, |id| Some(trace.value(id))));
            line
        }
        Some(Step::Seed(id)) => {
            let output = graph.output_name();
            vec![
                words("Backward: it starts at the output with "),
                partial(output, name_math(output), Some(id)),
                sign("="),
                gradient(1.0, Some(id)),
            ]
        }
        Some(Step::Send(edge)) => {
            let (from, to) = (graph.target(edge), graph.source(edge));
            let Some(flow) = trace.flow(edge) else { return Vec::new() };
            let mut line = vec![words("Backward: "), named(from), words(" sends ")];
            line.extend([gradient(flow.upstream, Some(from)), sign("·"), factor(flow.local, None), sign("=")]);
            line.extend([gradient(flow.product, None), words(" to "), named(to)]);
            let arrived: Vec<f64> = uses
                .of(to)
                .iter()
                .filter(|&&other| other != edge)
                .filter_map(|&other| story.flow(moment, trace, other))
                .map(|flow| flow.product)
                .collect();
            if !arrived.is_empty() {
                let before: f64 = arrived.iter().sum();
                line.extend([
                    words(", which has received "),
                    gradient(before, None),
                    sign("+"),
                    factor(flow.product, None),
                ]);
                line.extend([sign("="), gradient(story.grad(moment, trace, uses, to).unwrap_or(f64::NAN), Some(to))]);
                line.push(words(match uses.of(to).len() - arrived.len() {
                    1 => " in all".to_owned(),
                    more => format!(" so far, with {} to come", more - 1),
                }));
            }
            line
        }
    }
}
