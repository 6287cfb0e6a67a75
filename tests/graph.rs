//! Nodes, their names, and what the forms and switches do.

mod support;

use chainrule::graph::{BuildErrorKind, Form, Graph, NodeKind, Options, build};
use chainrule::syntax::parse;
use chainrule::typeset::name_text;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

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
fn no_name_looks_like_one_of_the_user() {
    let graph = Options::default();
    check("c = x + y; c2 = c*x; c = c + c2", graph, "c = add(x, y); c2 = mul(c, x); c₃ = add(c, c2)");
    check("c1 = x + 1; c1 = c1*2; c1 + 1", graph, "c1 = add(x, 1); c1_2 = mul(c1, 2); f = add(c1_2, 1)");
    check("f + g + f_1", graph, "a = add(f, g); f₂ = add(a, f_1)");
    assert_eq!(support::graph("f + g", graph).output_name(), "f₁");
}

#[test]
fn naming_is_linear() {
    const MANY: usize = 100_000;
    let spelled = (1..MANY).map(|i| format!("a_{i}=a_{}+1", i - 1)).collect::<Vec<_>>().join(";");
    let again = "c=x+1;".to_owned() + &vec!["c=c+1"; MANY].join(";");
    let own = (1..MANY).map(|i| format!("f{i}=x+1")).collect::<Vec<_>>().join(";") + ";f=g+1;f+g";
    for text in [spelled, again, own] {
        let program = parse(&text).unwrap();
        let start = Instant::now();
        let graph = build(&program, Options::default()).unwrap();
        assert!(start.elapsed() < Duration::from_secs(10), "{} nodes took {:?}", graph.len(), start.elapsed());
    }
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
    refused(&doubling, Options::default(), BuildErrorKind::TooLarge(Form::Graph, 20_000), "f60(x)");
    let nested =
        (1..50_000).fold("f0(t) = t;".to_owned(), |text, i| text + &format!("f{i}(t)=f{}(t)+1;", i - 1)) + "f49999(x)";
    assert_eq!(support::graph(&nested, Options::default()).len(), 1 + 2 * 49_999);
}

/// The text has no graph, because of this limit, which is reached at this place.
fn refused(text: &str, options: Options, kind: BuildErrorKind, place: &str) {
    let error = build(&parse(text).unwrap(), options).expect_err(text);
    assert_eq!((error.kind, &text[error.span.range()]), (kind, place));
}

#[test]
fn calls_that_create_no_node_count_too() {
    let doubling = |first: &str, parameters: &str, call: &dyn Fn(usize) -> String| {
        let functions = (1..=40).map(|i| format!("f{i}({parameters})={};", call(i - 1)));
        format!("f0({parameters})={first};") + &functions.collect::<String>()
    };
    let nested = doubling("x", "x", &|i| format!("f{i}(f{i}(x))"));
    refused(&(nested.clone() + "1 + f40(t)"), Options::default(), BuildErrorKind::TooManySteps(80_000), "f40(t)");
    refused(&(nested.clone() + "y = f40(t); y*y"), TREE, BuildErrorKind::TooManySteps(80_000), "f40(t)");
    refused(&(nested + "f40(t)*f40'(t)"), Options::default(), BuildErrorKind::TooManySteps(80_000), "f40(t)");
    let wide = doubling("x*y", "x, y", &|i| format!("f{i}(f{i}(x, y), f{i}(y, x))")) + "g(x) = f40(x, x);";
    refused(&(wide + "g'(t)"), Options::default(), BuildErrorKind::DerivativeTooLarge(20_000), "g'(t)");
    let primes = |count: usize| format!("f(t) = sin(t)^t*exp(t); f{}(x)", "'".repeat(count));
    refused(&primes(40), Options::default(), BuildErrorKind::DerivativeTooLarge(20_000), &primes(40)[24..]);
    assert!(support::graph(&primes(3), Options::default()).len() > 20);
}

#[test]
fn primes_cost_no_more_than_the_terms_they_leave() {
    let primes = |body: &str, count: usize| format!("f(t) = {body}; f{}(x)", "'".repeat(count));
    check(&primes("t", 1_000_000), Options::default(), "");
    check(&primes("exp(t)", 1_000_000), Options::default(), "g = exp(x)");
    for (body, count, most) in [("sin(t^2)", 12, 200), ("sin(t)/cos(t)/exp(t)", 6, 1_000), ("t^t", 7, 600)] {
        let nodes = support::graph(&primes(body, count), Options::default()).len();
        assert!(nodes <= most, "{body} with {count} primes has {nodes} nodes");
    }
}

#[test]
fn tree_form_gives_every_use_a_leaf() {
    let graph = support::graph("x*x + x", TREE);
    assert_eq!(graph.variables()[0].nodes.len(), 3);
    let places: Vec<_> = graph.variables()[0].nodes.iter().map(|&node| graph.node(node).span.start).collect();
    assert_eq!(places, [0, 2, 6]);
    check("u = x + 1; u*u", TREE, "u = add(x, 1); u = add(x, 1); f = mul(u, u)");
    let doubling = (1..=40).fold("a0 = x;".to_owned(), |text, i| text + &format!("a{i}=a{0}+a{0};", i - 1));
    refused(&(doubling + "a40"), TREE, BuildErrorKind::TooLarge(Form::Tree, 20_000), "a40");
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

/// Names of which many look like others, or like those that nodes get.
const SPELLINGS: [&str; 18] =
    ["a", "a1", "a_1", "a₁", "b", "b₁", "b_max", "c", "c2", "c_2", "c₂₂", "f", "f1", "f₂", "g", "x", "x_", "x_2"];

/// So many of them are defined by a program, the others are variables.
const DEFINED: usize = 8;

/// Programs with definitions, names given anew, and more operations than there are letters.
fn programs() -> impl Strategy<Value = String> {
    let pool = Just(SPELLINGS.to_vec()).prop_shuffle();
    let statement = (0..DEFINED, prop::collection::vec(0..SPELLINGS.len(), 1..12));
    (pool, prop::collection::vec(statement, 1..9), 0..3u32).prop_map(|(pool, statements, last)| {
        let mut defined = BTreeSet::new();
        let count = statements.len();
        let lines = statements.into_iter().enumerate().map(|(index, (name, terms))| {
            // What is not defined yet never will be: it is a variable.
            let known = |term: usize| if term >= DEFINED || defined.contains(&term) { term } else { term + DEFINED };
            let terms: Vec<String> = terms.into_iter().map(|term| format!("sin({})", pool[known(term)])).collect();
            let (sum, name) = (terms.join("+"), name);
            defined.insert(name);
            match last {
                0 if index + 1 == count => sum,
                1 if index + 1 == count => format!("{}(t) = t + {sum}", pool[name]),
                _ => format!("{} = {sum}", pool[name]),
            }
        });
        lines.collect::<Vec<_>>().join("; ")
    })
}

proptest! {
    #[test]
    fn names_tell_nodes_apart(text in programs(), tree_form: bool) {
        let form = if tree_form { Form::Tree } else { Form::Graph };
        let program = parse(&text).unwrap();
        let Ok(graph) = build(&program, Options { form, merge: false }) else { return Ok(()) };
        let typed = program.variables.iter().map(String::as_str);
        let typed: BTreeSet<&str> = typed.chain(program.statements.iter().filter_map(|own| own.name())).collect();
        let mut alike: BTreeMap<String, Vec<_>> = BTreeMap::new();
        for node in graph.ids().map(|id| graph.node(id)).filter(|node| !node.name.is_empty()) {
            alike.entry(name_text(&node.name)).or_default().push(node);
        }
        for (shown, nodes) in alike {
            let names: BTreeSet<&str> = nodes.iter().map(|node| node.name.as_str()).collect();
            prop_assert!(nodes.len() == 1 || nodes.iter().all(|node| node.named_by_user), "{text}: two are {shown}");
            prop_assert!(names.len() == 1 || names.is_subset(&typed), "{text}: {names:?} look the same");
            prop_assert!(tree_form || names.len() == nodes.len(), "{text}: {names:?} stand for {} nodes", nodes.len());
        }
        prop_assert!(!graph.output_name().is_empty());
    }

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
