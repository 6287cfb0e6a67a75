//! A node that an edit does not touch keeps its identity, by place and operation.

use chainrule::app::{Action, Identity, State};
use chainrule::graph::Form;

use crate::next;

/// The identity of the first node with this operation.
fn identity(state: &State, op: &str) -> Identity {
    let graph = &state.derived.model.graph;
    let found = graph.ids().find(|&id| match graph.node(id).kind {
        chainrule::graph::NodeKind::Op(other) => other.row().name == op,
        _ => graph.node(id).name == op,
    });
    state.derived.model.identities.of(found.unwrap_or_else(|| panic!("there is no {op}")))
}

/// Types these texts one after the other; the node of `op` must keep its identity from the first text to
/// the last.
fn stays(op: &str, texts: &[&str]) {
    for form in [Form::Graph, Form::Tree] {
        let mut state = next(State::default(), Action::SetForm(form));
        state = next(state, Action::Type(texts[0].into()));
        let before = identity(&state, op);
        for text in &texts[1..] {
            state = next(state, Action::Type((*text).into()));
        }
        assert_eq!(identity(&state, op), before, "{op} in {texts:?}");
    }
}

#[test]
fn a_term_before_or_behind_moves_nothing() {
    stays("mul", &["x*y + sin(x)", "3 + x*y + sin(x)"]);
    stays("sin", &["x*y + sin(x)", "3 + x*y + sin(x)"]);
    stays("mul", &["x*y + sin(x)", "x*y + sin(x) + 1"]);
    stays("mul", &["x*y", "exp(x*y)", "exp(x*y)/2"]);
}

#[test]
fn a_term_that_is_typed_key_by_key_moves_nothing() {
    stays("sin", &["x*y + sin(x)", "3x*y + sin(x)", "3 x*y + sin(x)", "3 +x*y + sin(x)", "3 + x*y + sin(x)"]);
    stays("mul", &["x*y + sin(x)", "3x*y + sin(x)", "3 x*y + sin(x)", "3 +x*y + sin(x)", "3 + x*y + sin(x)"]);
}

#[test]
fn a_number_is_the_same_while_its_digits_are_typed() {
    stays("mul", &["4*x", "45*x", "45.5*x"]);
    stays("x", &["4*x", "x", "2 + x", "sin(x)"]);
}

#[test]
fn a_chosen_node_stays_chosen() {
    let mut state = next(State::default(), Action::Type("x*y + sin(x)".into()));
    let graph = &state.derived.model.graph;
    let times = graph.ids().find(|&id| graph.node(id).name == "a").unwrap();
    state = next(state, Action::Select(Some(times)));
    let chosen = state.derived.model.identities.of(times);
    state = next(state, Action::Type("3 + x*y + sin(x)".into()));
    assert_eq!(state.session.selection.map(|node| state.derived.model.identities.of(node)), Some(chosen));
}

#[test]
fn no_two_nodes_have_the_same_identity() {
    let mut state = State::default();
    for text in ["x*x + x*x", "(x*x)*(x*x)", "f(t) = t*t; f(x) + f(f(x))", "x", "f(t) = t*t; f(x)", "x*x*x*x + x*x"] {
        for form in [Form::Tree, Form::Graph] {
            state = next(state, Action::SetForm(form));
            state = next(state, Action::Type(text.into()));
            let mut all: Vec<Identity> =
                state.derived.model.graph.ids().map(|id| state.derived.model.identities.of(id)).collect();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), state.derived.model.graph.len(), "{text}");
        }
    }
}
