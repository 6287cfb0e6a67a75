//! Derivations and sentences as they are read: golden text, read by a person when it changes, and
//! properties over random graphs.

mod support;

use chainrule::autodiff::{Known, Step, Story, Tangents, Tape, Trace};
use chainrule::explain::{
    Legend, MOST_PATHS, Path, RungKind, UNKNOWN, does, edge_line, explain, legend, line_tex, paths, place, sentence,
    tex,
};
use chainrule::graph::{EdgeId, Form, Graph, NodeId, Options, Uses, build};
use chainrule::typeset::number_math;
use chainrule::typeset::{Line, Part, Role, plain_text};
use chainrule::words::{self, Language};
use proptest::prelude::*;

/// Every step in a sentence, then every node's ladder.
fn read_aloud(text: &str, at: &[(&str, f64)]) -> String {
    let (graph, trace) = support::trace(text, at);
    let (story, uses) = (Story::new(&graph), graph.uses());
    let mut out = format!("{text} at {at:?}\n\n");
    for moment in 0..=story.steps().len() {
        out += &format!("{moment}. {}\n", plain_text(&sentence(&graph, &uses, &trace, None, &story, moment)));
    }
    for id in graph.ids().rev() {
        let explanation = explain(&graph, Known::all(&trace, &uses), id);
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
    many_paths: "a=x*x; b=a*a; b*b", [("x", 2.0)];
    zero_to_the_zero: "x^x", [("x", 0.0)];
    case_not_chosen: "{x<0: x^2, 3*x}", [("x", 1.0)];
}

#[test]
fn what_an_operation_does_with_its_own_arguments() {
    for (text, says) in [
        ("a + b", "Adds a and b."),
        ("a - b", "Subtracts b from a."),
        ("4*a", "Multiplies 4 by a."),
        ("a/b", "Divides a by b."),
        ("a^2", "Squares a."),
        ("a^3", "Raises a to the third power."),
        ("a^b", "Raises a to the power of b."),
        ("-a", "Turns the sign of a."),
        ("sqrt(a)", "Takes the square root of a."),
        ("cbrt(a)", "Takes the cube root of a."),
        ("|a|", "Takes the absolute value of a."),
        ("floor(a)", "Rounds a down to a whole number."),
        ("ceil(a)", "Rounds a up to a whole number."),
        ("log_3(a)", "Takes the logarithm of a to the base 3."),
        ("sin(a)", "Applies sin to a."),
        ("max(a, b, 0)", "Applies max to a, b and 0."),
        ("{a < 0: b, 1}", "Takes the value of the first case whose condition holds."),
    ] {
        let graph = support::graph(text, Options::default());
        assert_eq!(does(&graph, graph.output()).unwrap().text(), says);
    }
    let graph = support::graph("{a < 0: b, 1}", Options::default());
    let says = does(&graph, graph.args(graph.output())[0]).unwrap().text();
    assert_eq!(says, "Tests whether a < 0: 1 means that it holds, 0 that it does not.");
}

/// What of a line stands outside of ⟦ ⟧ and is no formula.
fn outside(line: &[Part]) -> String {
    let mut depth = 0;
    let words = line.iter().filter_map(|part| match part {
        Part::Words(words) => Some(words.chars()),
        Part::Formula { .. } => None,
    });
    let mut kept = String::new();
    for char in words.flatten() {
        depth += i32::from(char == '⟦');
        if depth == 0 {
            kept.push(char);
        }
        depth -= i32::from(char == '⟧');
    }
    kept
}

/// In the pseudo-language every sentence stands in brackets, so that a word outside of them is one that
/// nobody can translate.
#[test]
fn every_word_can_be_translated() {
    words::speak(Language::pseudo());
    let texts: [(&str, &[(&str, f64)]); 8] = [
        ("(4*x+1)^2", &[("x", 1.0)]),
        ("max(x,0) + y", &[("x", 0.0)]),
        ("a=x*x; b=a*a; b*b", &[("x", 2.0)]),
        ("{x<0: x^2, 3*x} + 2*3", &[("x", 1.0)]),
        ("x^y + x*y*0", &[("x", -2.0), ("y", 2.0)]),
        ("x^x + sqrt(x)", &[("x", 0.0)]),
        ("2*ln(x) + 1 + pi", &[("x", -1.0)]),
        ("x+x*x+x*x+x*x+x*x+x*x", &[("x", 3.0)]),
    ];
    for (text, at) in texts {
        for form in [Form::Graph, Form::Tree] {
            let graph = support::graph(text, Options { form, ..Options::default() });
            let trace = support::trace_of(&graph, at);
            let (story, uses) = (Story::new(&graph), graph.uses());
            let all = Known::all(&trace, &uses);
            let mut tangents = Tangents::new(trace.tape().clone(), 0);
            tangents.run(&trace);
            let mut lines: Vec<Line> = Vec::new();
            for moment in 0..=story.steps().len() {
                lines.push(sentence(&graph, &uses, &trace, None, &story, moment));
                lines.push(sentence(&graph, &uses, &trace, Some(&tangents), &story, moment));
                for known in [all, all.at(&story, moment)] {
                    lines.extend(graph.edges().map(|edge| edge_line(&graph, known, edge)));
                    for id in graph.ids() {
                        let explanation = explain(&graph, known, id);
                        lines.push(explanation.question);
                        for rung in explanation.rungs {
                            lines.push(rung.say);
                            lines.extend(rung.lines);
                        }
                        lines.extend(legend(&graph, known, id).sum.map(|sum| vec![Part::Words(sum)]));
                    }
                }
            }
            for line in lines {
                let left: Vec<char> = outside(&line).chars().filter(|char| char.is_alphabetic()).collect();
                assert!(left.is_empty(), "{text}: {left:?} in {}", plain_text(&line));
            }
        }
    }
    words::speak(Language::default());
}

/// One node's ladder at some moments of the story.
#[test]
fn a_ladder_while_stepping() {
    let (graph, trace) = support::trace("x*sin(x)", &[("x", 2.0)]);
    let (story, uses) = (Story::new(&graph), graph.uses());
    let mut out = String::new();
    for moment in 0..=story.steps().len() {
        let known = Known::all(&trace, &uses).at(&story, moment);
        out += &format!("{moment}. {}\n", plain_text(&sentence(&graph, &uses, &trace, None, &story, moment)));
        for id in graph.ids() {
            out += &format!("  {}\n", plain_text(&explain(&graph, known, id).question));
            for line in explain(&graph, known, id).rungs {
                out += &format!(
                    "      {} {}\n",
                    plain_text(&line.say),
                    line.lines.iter().map(|line| plain_text(line)).collect::<Vec<_>>().join("; ")
                );
            }
        }
    }
    insta::assert_snapshot!(out);
}

#[test]
fn leaves_of_a_variable_in_the_tree() {
    let graph = support::graph("x*x + 2*x", Options { form: Form::Tree, ..Options::default() });
    let mut trace = Trace::new(Tape::new(&graph).into());
    trace.run(&[3.0]);
    let explanation = explain(&graph, Known::all(&trace, &graph.uses()), graph.variables()[0].nodes[1]);
    let note = explanation.rungs.iter().find(|rung| rung.kind == RungKind::Note).expect("a note on the leaves");
    assert_eq!(plain_text(&note.lines[0]), "∂f / ∂x = 3 + 3 + 2 = 8");
    assert_eq!(plain_text(&explanation.question), "Why is ∂f / ∂x₂ = 3?");
}

#[test]
fn a_bare_variable_is_the_output_by_a_name_of_its_own() {
    let (graph, trace) = support::trace("x", &[("x", 3.0)]);
    let explanation = explain(&graph, Known::all(&trace, &graph.uses()), graph.output());
    assert_eq!(plain_text(&explanation.question), "Why is ∂f / ∂x = 1?");
}

#[test]
fn a_derivation_as_tex() {
    let (graph, trace) = support::trace("(4*x+1)^2", &[("x", 1.0)]);
    let explanation = explain(&graph, Known::all(&trace, &graph.uses()), graph.variables()[0].nodes[0]);
    insta::assert_snapshot!(tex(&explanation));
    for rung in &explanation.rungs {
        for line in &rung.lines {
            let text = line_tex(line);
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{text}");
        }
    }
}

#[test]
fn the_places_of_a_node_in_the_text() {
    let marked = |source: &str, name: &str| {
        let graph = support::graph(source, Options::default());
        let node = graph.ids().find(|&id| graph.node(id).name == name).unwrap();
        let bracket = |(text, marked): (String, bool)| if marked { format!("[{text}]") } else { text };
        place(source, &graph, &graph.uses(), node).into_iter().map(bracket).collect::<String>()
    };
    assert_eq!(marked("(x+σ(y))/(σ(x)+(x+y)^2)", "x"), "([x]+σ(y))/(σ([x])+([x]+y)^2)");
    assert_eq!(marked("(x+σ(y))/(σ(x)+(x+y)^2)", "d"), "(x+σ(y))/(σ(x)+([x+y])^2)");
    let long = format!("y{}", "+σ(x)".repeat(100));
    let cut = marked(&long, "y");
    assert!(cut.starts_with("[y]+σ(x)") && cut.ends_with(" …") && cut.chars().count() < 70, "{cut}");
}

#[test]
fn the_legend_of_paths_shows_what_is_known() {
    let (graph, trace) = support::trace("(x+σ(y))/(σ(x)+(x+y)^2)", &[("x", 3.0), ("y", -4.0)]);
    let (uses, x) = (graph.uses(), graph.variables()[0].nodes[0]);
    let (story, known) = (Story::new(&graph), Known::all(&trace, &uses));
    let all = legend(&graph, known, x);
    let lines: Vec<String> = all.lines.iter().map(|(nodes, product)| format!("{nodes}: {product}")).collect();
    assert_eq!(
        lines,
        [
            "f ← h ← g ← d ← x: −0.7916 · 1 · (−2) · 1 = 1.583",
            "f ← b ← x: 0.5121 · 1 = 0.5121",
            "f ← h ← c ← x: −0.7916 · 1 · 0.0452 = −0.0358"
        ]
    );
    assert_eq!(all.sum.as_deref(), Some("sum of 3 paths: 2.06"));
    // Everything but the last term has arrived: that of b with respect to y.
    let some = legend(&graph, known.at(&story, 15), x);
    assert_eq!(some.lines[0].1, "−0.7916 · 1 · (−2) · 1 = 1.583");
    assert_eq!((some.lines[2].1.as_str(), some.sum), ("", None), "a product waits for all of its edges");
    assert_eq!(legend(&graph, known, graph.output()), Legend::default());
}

#[test]
fn more_paths_than_anyone_could_walk() {
    let mut text = String::from("a0 = x*x");
    for level in 1..200 {
        text += &format!("; a{level} = a{0}*a{0}/a{0} + 0*a{0}", level - 1);
    }
    let (graph, trace) = support::trace(&(text + "; a199"), &[("x", 1.0)]);
    let found = paths(&graph, &trace, graph.variables()[0].nodes[0]);
    assert_eq!(found.count, 2.0 * 4f64.powi(199));
    assert_eq!(found.strongest.len(), MOST_PATHS);
}

/// Every path from a node to the output, one by one.
fn enumerate(graph: &Graph, uses: &Uses, trace: &Trace, node: NodeId) -> Vec<Path> {
    if node == graph.output() {
        return vec![Path { edges: vec![], product: 1.0 }];
    }
    let longer = |edge: EdgeId| {
        let local = trace.flow(edge).map_or(0.0, |flow| flow.local);
        let mut found = enumerate(graph, uses, trace, graph.target(edge));
        for path in &mut found {
            path.edges.push(edge);
            path.product *= local;
        }
        found
    };
    uses.of(node).iter().flat_map(|&edge| longer(edge)).collect()
}

/// The formulas of a gradient rung's last line, as numbers are shown.
fn last_number(graph: &Graph, trace: &Trace, id: NodeId) -> Option<String> {
    let explanation = explain(graph, Known::all(trace, &graph.uses()), id);
    let last = explanation.rungs.iter().rfind(|rung| rung.kind == RungKind::Gradient)?;
    match last.lines.last()?.last()? {
        part @ Part::Formula { role: Role::Gradient, .. } => Some(part.text()),
        _ => None,
    }
}

proptest! {
    #[test]
    fn the_products_along_all_paths_add_up_to_the_gradient(
        tree in support::trees(support::is_smooth),
        point in [-2.0..2.0, -2.0..2.0, -2.0..2.0],
    ) {
        let graph = build(&support::program(&tree), Options { merge: true, ..Options::default() }).unwrap();
        let mut trace = Trace::new(Tape::new(&graph).into());
        trace.run(&point);
        let uses = graph.uses();
        for id in graph.ids().filter(|&id| graph.node(id).active) {
            let found = paths(&graph, &trace, id);
            if found.count > 10_000.0 {
                continue;
            }
            let mut all = enumerate(&graph, &uses, &trace, id);
            prop_assert_eq!(found.count, all.len() as f64);
            prop_assert_eq!(found.strongest.len(), all.len().min(MOST_PATHS));
            if all.iter().any(|path| !path.product.is_finite()) {
                continue;
            }
            let sum: f64 = all.iter().map(|path| path.product).sum();
            let size: f64 = all.iter().map(|path| path.product.abs()).sum();
            let grad = trace.grad(id).unwrap();
            prop_assert!((sum - grad).abs() <= 1e-9 * size, "{} and {}", sum, grad);
            all.sort_by(|a, b| b.product.abs().total_cmp(&a.product.abs()));
            for (path, expected) in found.strongest.iter().zip(&all) {
                prop_assert_eq!(path.product.abs(), expected.product.abs());
                prop_assert!(all.contains(path));
            }
        }
    }

    #[test]
    fn the_ladder_ends_with_the_trace_s_gradient(
        tree in support::trees(|_| true),
        point in [-2.0..2.0, -2.0..2.0, -2.0..2.0],
    ) {
        let graph = build(&support::program(&tree), Options::default()).unwrap();
        let mut trace = Trace::new(Tape::new(&graph).into());
        trace.run(&point);
        for id in graph.ids() {
            let expected = trace.grad(id).map(|grad| number_math(grad).plain());
            prop_assert_eq!(last_number(&graph, &trace, id), expected, "{}", graph.node(id).name);
        }
        let (story, uses) = (Story::new(&graph), graph.uses());
        let all = Known::all(&trace, &uses);
        for id in graph.ids() {
            for moment in 0..=story.steps().len() {
                let known = all.at(&story, moment);
                let explanation = explain(&graph, known, id);
                if moment == story.steps().len() {
                    let whole = explain(&graph, all, id);
                    prop_assert_eq!(plain_text(&explanation.question), plain_text(&whole.question));
                    prop_assert_eq!(explanation.rungs.len(), whole.rungs.len());
                }
                let gradients = explanation.rungs.iter().flat_map(|rung| rung.lines.iter().flatten());
                let told = gradients.filter(|part| matches!(part, Part::Formula { role: Role::Gradient, .. }));
                let told = told.filter(|part| part.text() != UNKNOWN).count();
                prop_assert!(moment > story.forward_steps() || told == 0, "no gradient before the backward pass");
                let rung = explanation.rungs.iter().rfind(|rung| rung.kind == RungKind::Gradient);
                let last = rung.and_then(|rung| rung.lines.last()?.last());
                if let Some(Part::Formula { math, role: Role::Gradient, .. }) = last {
                    let expected = known.grad(id).map_or(UNKNOWN.to_owned(), |grad| number_math(grad).plain());
                    prop_assert_eq!(math.plain(), expected, "what has arrived at moment {}", moment);
                }
            }
        }
        for (moment, step) in story.steps().iter().enumerate() {
            let line = plain_text(&sentence(&graph, &uses, &trace, None, &story, moment + 1));
            let start = if matches!(step, Step::Compute(_)) { "Forward: " } else { "Backward: " };
            prop_assert!(line.starts_with(start), "{}", line);
        }
    }
}
