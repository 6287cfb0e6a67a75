//! The benchmarks themselves, the same natively and in the browser.

mod floor;
mod maps;
mod measure;
mod texts;

use std::hint::black_box;
use std::rc::Rc;

use chainrule::app::measure::size;
use chainrule::autodiff::{Batch, Column, Tape, Trace};
use chainrule::descent::{Descent, Optimizer, Plan};
use chainrule::graph::{self, Form, Graph, Options};
use chainrule::layout::{Size, layout};
use chainrule::plot::{Frame, Range, sample};
use chainrule::svg;
use chainrule::syntax::parse;
use floor::Floor;
pub use measure::Clock;
use measure::{against, alone};

fn build(text: &str, form: Form) -> Graph {
    graph::build(&parse(text).expect("the texts parse"), Options { form, merge: false }).expect("and are small enough")
}

fn sizes(graph: &Graph) -> Vec<Size> {
    graph.ids().map(|id| size(graph, id)).collect()
}

/// Runs all benchmarks and calls `print` with each line.
pub fn all(clock: Clock, mut print: impl FnMut(&str)) {
    let texts = [
        ("(4*x+1)^2".to_owned(), texts::ARTICLE.to_owned()),
        ("neuron loss".to_owned(), texts::neuron_loss()),
        ("random, small".to_owned(), texts::random(250)),
        ("random, middle".to_owned(), texts::random(2_500)),
        ("random, large".to_owned(), texts::random(25_000)),
    ];
    for (name, text) in &texts {
        let graph = build(text, Form::Graph);
        let operations = graph.ids().filter(|&id| !graph.args(id).is_empty()).count();
        print(&format!("\n{name}: {} nodes, {operations} operations, {} bytes", graph.len(), text.len()));
        passes(clock, &graph, &mut print);
        print(&alone(clock, "parse", || _ = black_box(parse(black_box(text)))));
        print(&alone(clock, "parse + build", || _ = black_box(build(black_box(text), Form::Graph))));
        print(&alone(clock, "compile the tape", || _ = black_box(Tape::new(&graph))));
        let sizes = sizes(&graph);
        print(&alone(clock, "layout, graph form", || _ = black_box(layout(&graph, &sizes))));
    }
    for (name, text) in &texts[..2] {
        let tree = build(text, Form::Tree);
        let sizes = sizes(&tree);
        print(&alone(clock, &format!("layout, tree form, {name}"), || _ = black_box(layout(&tree, &sizes))));
    }
    for nodes in [1_000, 10_000, 100_000] {
        let tree = build(&balanced(nodes / 2), Form::Tree);
        let sizes = sizes(&tree);
        let what = format!("layout, tree form, {} nodes", tree.len());
        print(&alone(clock, &what, || _ = black_box(layout(&tree, &sizes))));
    }
    print("");
    many_points(clock, &texts[1].1, &mut print);
    maps::all(clock, &mut print);
    descent(clock, &texts[1].1, &mut print);
}

/// A thousand steps of the plainest method and of the one that computes most, against the same by hand.
fn descent(clock: Clock, neuron_loss: &str, print: &mut impl FnMut(&str)) {
    let graph = build(neuron_loss, Form::Graph);
    let start: Vec<f64> = (0..graph.variables().len()).map(|i| 0.3 + 0.01 * i as f64).collect();
    let mut trace = Trace::new(Tape::new(&graph).into());
    let mut terrain = move |at: &[f64], gradient: &mut [f64]| {
        trace.run(at);
        gradient.iter_mut().enumerate().for_each(|(variable, slope)| *slope = trace.partial(variable));
        trace.output()
    };
    let mut ours = |id: &str| {
        let plan = Plan { rate: 1e-3, ..Plan::of(Optimizer::from_id(id).expect("its own name")) };
        let mut descent = Descent::new(plan, black_box(&start), &mut terrain);
        for _ in 0..1000 {
            descent.step(&mut terrain);
        }
        black_box(descent.at());
    };
    let mut floor = Floor::new(&graph);
    print(&against(
        clock,
        "1,000 steps of gradient descent, neuron loss",
        || ours("gd"),
        || {
            let mut at = black_box(&start).clone();
            for _ in 0..1000 {
                floor.run(&at);
                at.iter_mut().zip(floor.gradient()).for_each(|(x, slope)| *x -= 1e-3 * slope);
            }
            black_box(at);
        },
    ));
    print(&against(
        clock,
        "1,000 steps of Adam, neuron loss",
        || ours("adam"),
        || {
            let mut at = black_box(&start).clone();
            let (mut means, mut squares) = (vec![0.0; at.len()], vec![0.0; at.len()]);
            for step in 1..=1000 {
                floor.run(&at);
                let (a, b) = (1.0 - 0.9f64.powi(step), 1.0 - 0.999f64.powi(step));
                for (i, slope) in floor.gradient().enumerate() {
                    means[i] = 0.9 * means[i] + 0.1 * slope;
                    squares[i] = 0.999 * squares[i] + 0.001 * slope * slope;
                    at[i] -= 1e-3 * (means[i] / a) / ((squares[i] / b).sqrt() + 1e-8);
                }
            }
            black_box(at);
        },
    ));
}

/// A balanced sum of this many leaves.
fn balanced(leaves: usize) -> String {
    let mut terms: Vec<String> =
        (0..leaves).map(|i| if i % 3 == 0 { "y".to_owned() } else { "x".to_owned() }).collect();
    while terms.len() > 1 {
        terms = terms
            .chunks(2)
            .map(|pair| if pair.len() == 2 { format!("({})", pair.join("*")) } else { pair[0].clone() })
            .collect();
    }
    terms.remove(0)
}

fn passes(clock: Clock, graph: &Graph, print: &mut impl FnMut(&str)) {
    let mut trace = Trace::new(Tape::new(graph).into());
    let mut floor = Floor::new(graph);
    let inputs: Vec<f64> = (0..graph.variables().len()).map(|i| 0.3 + 0.01 * i as f64).collect();
    trace.run(&inputs);
    let (ours, theirs) = (trace.partial(0), floor.run(&inputs));
    assert!(
        (ours - theirs).abs() <= 1e-6 * ours.abs().max(1.0),
        "the floor computes something else: {ours} vs {theirs}"
    );
    let mut forward = trace.clone();
    let mut floor_forward = Floor::new(graph);
    print(&against(
        clock,
        "value",
        || forward.forward(black_box(&inputs)),
        || _ = black_box(floor_forward.forward(black_box(&inputs))),
    ));
    print(&against(
        clock,
        "value and all gradients",
        || trace.run(black_box(&inputs)),
        || _ = black_box(floor.run(black_box(&inputs))),
    ));
    let (mut whole, mut half) = (trace.clone(), trace.clone());
    print(&against(
        clock,
        "value and gradients ÷ value (floor = value)",
        || whole.run(black_box(&inputs)),
        || {
            half.forward(black_box(&inputs));
        },
    ));
}

fn many_points(clock: Clock, neuron_loss: &str, print: &mut impl FnMut(&str)) {
    let graph = build(neuron_loss, Form::Graph);
    let mut batch = Batch::new(Rc::new(Tape::new(&graph)));
    let mut floor = Floor::new(&graph);
    let mut inputs = vec![0.3; graph.variables().len()];
    let mut columns: Vec<Column<'_>> = inputs.iter().map(|&input| Column::Fixed(input)).collect();
    let xs: Vec<f64> = (0..1000).map(|i| -5.0 + 0.01 * f64::from(i)).collect();
    columns[0] = Column::Each(&xs);
    let (mut values, mut slopes) = (vec![0.0; xs.len()], vec![0.0; xs.len()]);
    print(&against(
        clock,
        "f and f′ at 1,000 points, neuron loss",
        || batch.run(black_box(&columns), &mut values, Some((0, &mut slopes))),
        || {
            for &x in &xs {
                inputs[0] = x;
                black_box(floor.run(&inputs));
            }
        },
    ));

    let mut batch = Batch::new(Rc::new(Tape::new(&graph)));
    let mut floor = Floor::new(&graph);
    let mut inputs = vec![0.3; graph.variables().len()];
    let frame = Frame { x: Range::new(-5.0, 5.0), y: None, width: 360.0, height: 220.0, most: 2_000 };
    let others = inputs.clone();
    print(&against(
        clock,
        "sample the curve (floor = 1,000 points)",
        || {
            let curve = sample(&frame, &mut |xs, values, slopes| {
                let mut columns: Vec<Column<'_>> = others.iter().map(|&input| Column::Fixed(input)).collect();
                columns[0] = Column::Each(xs);
                batch.run(&columns, values, Some((0, slopes)));
            });
            black_box(svg::curve(&curve));
        },
        || {
            for &x in &xs {
                inputs[0] = x;
                black_box(floor.run(&inputs));
            }
        },
    ));

    let graph = build(texts::ROSENBROCK, Form::Graph);
    let mut batch = Batch::new(Rc::new(Tape::new(&graph)));
    let mut floor = Floor::new(&graph);
    let side: Vec<f64> = (0..256).map(|i| -2.0 + f64::from(i) / 64.0).collect();
    let mut row = vec![0.0; side.len()];
    print(&against(
        clock,
        "256 × 256 values, Rosenbrock",
        || {
            for &y in &side {
                batch.run(&[Column::Each(&side), Column::Fixed(y)], &mut row, None);
                black_box(&row);
            }
        },
        || {
            for &y in &side {
                for &x in &side {
                    black_box(floor.forward(&[x, y]));
                }
            }
        },
    ));
}
