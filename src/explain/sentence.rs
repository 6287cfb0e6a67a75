//! One step of the two passes in one sentence.

use super::carried::carried;
use super::formulas::{called, computation, factor, gradient, name, partial, sign};
use crate::autodiff::{Step, Story, Tangents, Trace};
use crate::graph::{Graph, NodeId, Uses};
use crate::typeset::{Line, Part, name_math};
use crate::words::step;

/// What happened in the last step before a moment; at the very beginning, what is known. In forward
/// mode a node's tangent comes with its value.
///
/// ```
/// use chainrule::{autodiff::{Story, Tape, Trace}, explain::sentence, typeset::plain_text, graph, syntax::parse};
/// let graph = graph::build(&parse("(4*x+1)^2").unwrap(), Default::default()).unwrap();
/// let mut trace = Trace::new(Tape::new(&graph).into());
/// trace.run(&[1.0]);
/// let (story, uses) = (Story::new(&graph), graph.uses());
/// let say = |moment| plain_text(&sentence(&graph, &uses, &trace, None, &story, moment));
/// assert_eq!(say(1), "Forward: a = 4 · x = 4 · 1 = 4");
/// assert_eq!(say(6), "Backward: b sends 10 · 1 = 10 to a");
/// ```
pub fn sentence(
    graph: &Graph,
    uses: &Uses,
    trace: &Trace,
    tangents: Option<&Tangents>,
    story: &Story,
    moment: usize,
) -> Line {
    let named = |id: NodeId| match graph.node(id).name.as_str() {
        "" => Part::Words(called("", trace.value(id))),
        text => name(text, id),
    };
    let said = match story.step(moment) {
        None => step::start(),
        Some(Step::Compute(id)) => {
            let mut line = vec![named(id)];
            line.extend(computation(graph, id, |id| Some(trace.value(id))));
            match tangents.filter(|_| graph.node(id).active) {
                Some(tangents) => step::forward_with_tangent(line, carried(graph, tangents, id)),
                None => step::forward(line),
            }
        }
        Some(Step::Seed(id)) => {
            let output = graph.output_name();
            step::seed(vec![partial(output, name_math(output), Some(id)), sign("="), gradient(1.0, Some(id))])
        }
        Some(Step::Send(edge)) => {
            let (from, to) = (graph.target(edge), graph.source(edge));
            let Some(flow) = trace.flow(edge) else { return Line::new() };
            let product = vec![
                gradient(flow.upstream, Some(from)),
                sign("·"),
                factor(flow.local, None),
                sign("="),
                gradient(flow.product, None),
            ];
            let arrived: Vec<f64> = uses
                .of(to)
                .iter()
                .filter(|&&other| other != edge)
                .filter_map(|&other| story.flow(moment, trace, other))
                .map(|flow| flow.product)
                .collect();
            let sum = vec![
                gradient(arrived.iter().sum::<f64>(), None),
                sign("+"),
                factor(flow.product, None),
                sign("="),
                gradient(story.grad(moment, trace, uses, to).unwrap_or(f64::NAN), Some(to)),
            ];
            match uses.of(to).len() - arrived.len() - 1 {
                _ if arrived.is_empty() => step::send(named(from), product, named(to)),
                0 => step::send_last(named(from), product, named(to), sum),
                more => step::send_more(named(from), product, named(to), sum, more),
            }
        }
    };
    said.line()
}
