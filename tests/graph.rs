//! Nodes, their names, and what the forms and switches do.

mod support;

use chainrule::graph::{BuildError, Form, Graph, NodeKind, Options, build};
use chainrule::syntax::parse;
use proptest::prelude::*;

const TREE: Options = Options { form: Form::Tree, merge: false };
const MERGED: Options = Options { form: Form::Graph, merge: true };

/// A graph in one line: `a = mul(4, x); …`, leaves unnamed.
fn line(graph: &Graph) -> String {
    let word = |id| {
        let node = graph.node(id);
        match node.kind {
            NodeKind::Number(value) if node.name.is_empty() => value.to_string(),
            NodeKind::Constant(constant) if node.name.is_empty() => constant.names()[0].to_owned(),
            _ => node.name.clone(),
        }
    };
    let statement = |id| match graph.node(id).kind {
        NodeKind::Op(op) => {
            let args: Vec<String> = graph.args(id).iter().map(|&arg| word(arg)).collect();
            Some(format!("{} = {}({})", word(id), op.row().name, args.join(", ")))
        }
        _ => None,
    };
    graph.ids().filter_map(statement).collect::<Vec<_>>().join("; ")
}

fn check(text: &str, options: Options, expected: &str) {
    assert_eq!(line(&support::graph(text, options)), expected, "{text} with {options:?}");
}

#[test]
fn inner_nodes_get_letters_as_in_the_article() {
    let graph = Options::default();
    check("(4*x+1)^2", graph, "a = mul(4, x); b = add(a, 1); f = pow(b, 2)");
    check("a*b + c", graph, "d = mul(a, b); f = add(d, c)");
    check("f*x", graph, "g = mul(f, x)");
    check(
        "h = w*x + b; a = tanh(h); (a - y)^2",
        graph,
        "c = mul(w, x); h = add(c, b); a = tanh(h); d = sub(a, y); f = pow(d, 2)",
    );
    check("c = x + y; c = c + 1", graph, "c = add(x, y); c₂ = add(c, 1)");
    check("loss(w) = (w - 3)^2", graph, "a = sub(w, 3); loss = pow(a, 2)");
    check("a = x; a^2", graph, "f = pow(x, 2)");
    check("x=3;y=4;z=x*y;", graph, "z = mul(x, y)");
}

#[test]
fn letters_never_run_out_and_never_repeat() {
    let text = (0..300).map(|i| format!("sin({i}x)")).collect::<Vec<_>>().join("+");
    let graph = support::graph(&text, Options::default());
    let mut names: Vec<&str> =
        graph.ids().map(|id| graph.node(id).name.as_str()).filter(|name| !name.is_empty()).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn functions_are_expanded_with_sharing_kept() {
    check("f(t) = t*t; f(x + 1)", Options::default(), "a = add(x, 1); g = mul(a, a)");
    check("f(t) = t^2; f'(x)", Options::default(), "a = pow(x, 1); g = mul(2, a)");
    check("u = x^2; f(t) = t*u; f'(u)", Options::default(), "u = pow(x, 2)");
    check("g(a, b) = a*b; h(t) = g(t, t); h'(x)", Options::default(), "f = add(x, x)");
    let many = (1..=1000).fold("a0 = x;".to_owned(), |text, i| text + &format!("a{i}=a{0}/2+a{0}/2;", i - 1));
    assert_eq!(support::graph(&many, Options::default()).len(), 1 + 5 * 1000);
    let doubling = (1..=60)
        .fold("f0(t) = t + 1;".to_owned(), |text, i| text + &format!("f{i}(t)=f{0}(f{0}(t));", i - 1))
        + "f60(x)";
    assert_eq!(build(&parse(&doubling).unwrap(), Options::default()), Err(BuildError::TooLarge(Form::Graph)));
    let nested =
        (1..50_000).fold("f0(t) = t;".to_owned(), |text, i| text + &format!("f{i}(t)=f{}(t)+1;", i - 1)) + "f49999(x)";
    assert_eq!(support::graph(&nested, Options::default()).len(), 1 + 2 * 49_999);
}

#[test]
fn tree_form_gives_every_use_a_leaf() {
    let graph = support::graph("x*x + x", TREE);
    assert_eq!(graph.variables()[0].nodes.len(), 3);
    let places: Vec<_> = graph.variables()[0].nodes.iter().map(|&node| graph.node(node).span.start).collect();
    assert_eq!(places, [0, 2, 6]);
    check("u = x + 1; u*u", TREE, "u = add(x, 1); u = add(x, 1); f = mul(u, u)");
    let doubling = (1..=40).fold("a0 = x;".to_owned(), |text, i| text + &format!("a{i}=a{0}+a{0};", i - 1));
    assert_eq!(build(&parse(&doubling).unwrap(), TREE), Err(BuildError::TooLarge(Form::Tree)));
}

#[test]
fn merging_makes_equal_subterms_one_node() {
    check("sin(x) + sin(x)*2 + 2", MERGED, "a = sin(x); b = mul(a, 2); c = add(a, b); f = add(c, 2)");
    assert_eq!(support::graph("x^2 + x^2", MERGED).len(), 4);
    assert_eq!(support::graph("x^2 + x^2", Options::default()).len(), 6);
}

#[test]
fn every_variable_has_a_node_even_where_nothing_uses_it() {
    for options in [Options::default(), TREE, MERGED] {
        let graph = support::graph("u = x*y; z", options);
        assert!(graph.variables().iter().all(|variable| variable.nodes.len() == 1), "{options:?}");
        assert_eq!(graph.len(), 3);
    }
}

#[test]
fn uses_are_the_edges_turned_around() {
    let graph = support::graph("x*x + sin(x)", Options::default());
    let uses = graph.uses();
    let x = graph.variables()[0].nodes[0];
    assert_eq!(uses.of(x).len(), 3);
    assert!(uses.of(graph.output()).is_empty());
    for edge in graph.edges() {
        assert!(uses.of(graph.source(edge)).contains(&edge));
        assert_eq!(graph.args(graph.target(edge))[graph.slot(edge)], graph.source(edge));
    }
}

proptest! {
    #[test]
    fn arguments_precede_their_node(tree in support::trees(|_| true), tree_form: bool, merge: bool) {
        let form = if tree_form { Form::Tree } else { Form::Graph };
        let graph = build(&support::program(&tree), Options { form, merge }).unwrap();
        for edge in graph.edges() {
            prop_assert!(graph.source(edge) < graph.target(edge));
        }
        for id in graph.ids() {
            let beneath = graph.args(id).iter().any(|&arg| graph.node(arg).active);
            let is_variable = matches!(graph.node(id).kind, NodeKind::Variable(_));
            prop_assert_eq!(graph.node(id).active, beneath || is_variable);
        }
        if form == Form::Tree {
            let uses = graph.uses();
            prop_assert!(graph.ids().all(|id| uses.of(id).len() <= 1));
        }
    }
}
