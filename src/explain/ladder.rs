//! The ladder of one node: what it is, what it feeds, and what comes back.

use super::caveat::caveat;
use super::local::local_formula;
use super::part::{
    Explanation, Line, Part, Rung, RungKind, factor, gradient, name, partial, plain, sign, symbol, value, words,
};
use super::paths::paths;
use super::ways::ways;
use crate::autodiff::{NoteKind, Trace, note};
use crate::graph::{EdgeId, Graph, NodeId, NodeKind, Uses};
use crate::order::sorted;
use crate::typeset::{Math, name_math, name_text, op_math, op_numbers};

/// More terms than these are summed up in one.
const MOST_TERMS: usize = 8;

/// In larger graphs the search for paths would be felt in a drag.
pub const LARGEST_SEARCHED: usize = 3_000;

/// Places where a node is used in a list of arguments.
const ORDINALS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];

/// Why a node has its value and its gradient at the present point.
///
/// ```
/// use chainrule::{autodiff::{Tape, Trace}, explain::{explain, plain_text}, graph, syntax::parse};
/// let graph = graph::build(&parse("(4*x+1)^2").unwrap(), Default::default()).unwrap();
/// let mut trace = Trace::new(Tape::new(&graph).into());
/// trace.run(&[1.0]);
/// let a = graph.ids().find(|&id| graph.node(id).name == "a").unwrap();
/// let explanation = explain(&graph, &graph.uses(), &trace, a);
/// assert_eq!(plain_text(&explanation.question), "Why is ∂f / ∂a = 10?");
/// ```
pub fn explain(graph: &Graph, uses: &Uses, trace: &Trace, node: NodeId) -> Explanation {
    let ladder = Ladder { graph, uses, trace, node };
    Explanation { question: ladder.question(), rungs: ladder.rungs() }
}

struct Ladder<'a> {
    graph: &'a Graph,
    uses: &'a Uses,
    trace: &'a Trace,
    node: NodeId,
}

impl Ladder<'_> {
    fn name_of(&self, id: NodeId) -> &str {
        &self.graph.node(id).name
    }

    /// The node itself in a formula: its name, or its number.
    fn this(&self) -> Math {
        self.math_of(self.node)
    }

    fn math_of(&self, id: NodeId) -> Math {
        symbol(self.graph, id)
    }

    fn output_name(&self) -> &str {
        match self.name_of(self.graph.output()) {
            "" => "f",
            name => name,
        }
    }

    /// ∂f/∂node.
    fn adjoint(&self, id: NodeId) -> Part {
        partial(self.output_name(), self.math_of(id), Some(id))
    }

    fn question(&self) -> Line {
        match self.trace.grad(self.node) {
            Some(grad) => {
                vec![words("Why is "), self.adjoint(self.node), sign("="), gradient(grad, None), words("?")]
            }
            None => vec![words("Why does "), plain(self.this()), words(" need no gradient?")],
        }
    }

    fn rungs(&self) -> Vec<Rung> {
        let mut rungs = vec![self.forward()];
        rungs.extend(self.birth());
        if self.node == self.graph.output() {
            rungs.push(self.output());
        } else if self.graph.node(self.node).active {
            self.backward(&mut rungs);
            rungs.extend(self.leaves());
            if self.graph.len() <= LARGEST_SEARCHED {
                rungs.extend(ways(self.graph, self.node, &paths(self.graph, self.trace, self.node), self.trace));
            }
        } else {
            let say = "No variable lies in it, so no slider can change it. Its gradient is not needed and never \
                       computed. That is not the same as a gradient of 0.";
            rungs.push(Rung { kind: RungKind::Gradient, say: vec![words(say)], lines: vec![] });
        }
        rungs
    }

    /// Where a value is no number, and it began here.
    fn birth(&self) -> Option<Rung> {
        let note = note(self.graph, self.trace, self.node).filter(|note| note.kind == NoteKind::Domain)?;
        let value = value(self.trace.value(self.node), None);
        let after = format!(" begins: {}. Every node above it computes with that.", note.text);
        Some(Rung { kind: RungKind::Note, say: vec![words("This is where "), value, words(after)], lines: vec![] })
    }

    /// Where a variable has several leaves in the tree: what its slider moves is all of them.
    fn leaves(&self) -> Option<Rung> {
        let NodeKind::Variable(variable) = self.graph.node(self.node).kind else { return None };
        let variable = &self.graph.variables()[variable as usize];
        if variable.nodes.len() < 2 {
            return None;
        }
        let grads = || variable.nodes.iter().map(|&leaf| self.trace.grad(leaf).unwrap_or(f64::NAN));
        let mut line = vec![partial(self.output_name(), name_math(&variable.name), None), sign("=")];
        if variable.nodes.len() <= MOST_TERMS {
            for (index, grad) in grads().enumerate() {
                line.extend((index > 0).then(|| sign("+")));
                let leaf = Some(variable.nodes[index]);
                line.push(if index == 0 { gradient(grad, leaf) } else { factor(grad, leaf) });
            }
            line.push(sign("="));
        }
        line.push(gradient(grads().sum(), None));
        let say = format!(
            "This is one of the {} leaves of {1} in the tree. The slider moves them all, so ∂{2}/∂{1} is their sum:",
            variable.nodes.len(),
            name_text(&variable.name),
            name_text(self.output_name())
        );
        Some(Rung { kind: RungKind::Note, say: vec![words(say)], lines: vec![line] })
    }

    /// What the node is, and its forward computation with names and with numbers.
    fn forward(&self) -> Rung {
        let node = self.graph.node(self.node);
        let result = value(self.trace.value(self.node), None);
        let (say, line) = match node.kind {
            NodeKind::Variable(_) => {
                ("A variable: its slider sets its value.".to_owned(), vec![plain(self.this()), sign("="), result])
            }
            NodeKind::Number(_) => ("A number in the formula. It never changes.".to_owned(), vec![plain(self.this())]),
            NodeKind::Constant(_) => (
                "A constant. It never changes.".to_owned(),
                vec![plain(op_math(self.graph, self.node)), sign("="), result],
            ),
            NodeKind::Op(op) => {
                let numbers = op_numbers(self.graph, self.node, |id| self.trace.value(id));
                let computed = op_math(self.graph, self.node);
                let mut line = vec![plain(self.this()), sign("="), plain(computed), sign("="), plain(numbers)];
                line.extend([sign("="), result]);
                (op.row().doc.to_owned(), line)
            }
        };
        Rung { kind: RungKind::Forward, say: vec![words(say)], lines: vec![line] }
    }

    fn output(&self) -> Rung {
        let say = "This is the output itself: when it changes, the output changes by exactly as much. The backward pass \
                   starts here.";
        let line = vec![self.adjoint(self.node), sign("="), gradient(1.0, None)];
        Rung { kind: RungKind::Gradient, say: vec![words(say)], lines: vec![line] }
    }

    /// One rung per use, and the sum.
    fn backward(&self, rungs: &mut Vec<Rung>) {
        let terms = self.uses.of(self.node);
        let say = match terms {
            [] => {
                let say = vec![name(self.output_name(), self.graph.output()), words(" does not depend on it at all.")];
                let line = vec![self.adjoint(self.node), sign("="), gradient(0.0, None)];
                rungs.push(Rung { kind: RungKind::Gradient, say, lines: vec![line] });
                return;
            }
            &[edge] => {
                let user = self.graph.target(edge);
                rungs.push(self.upstream(user));
                rungs.push(self.local(edge));
                vec![words("Chain rule: upstream gradient × local derivative.")]
            }
            _ => {
                let mut strongest: Vec<EdgeId> = terms.to_vec();
                if terms.len() > MOST_TERMS {
                    strongest = sorted(strongest, |a, b| self.size(*b).total_cmp(&self.size(*a)));
                    strongest.truncate(MOST_TERMS);
                    strongest = sorted(strongest, EdgeId::cmp);
                }
                rungs.extend(strongest.iter().map(|&edge| self.term(edge)));
                vec![words(format!(
                    "It is used in {} places. A change reaches the output through every one of them, so the terms add up:",
                    terms.len()
                ))]
            }
        };
        rungs.push(Rung { kind: RungKind::Gradient, say, lines: vec![self.sum(terms)] });
    }

    fn size(&self, edge: EdgeId) -> f64 {
        self.trace.flow(edge).map_or(0.0, |flow| flow.product.abs())
    }

    fn upstream(&self, user: NodeId) -> Rung {
        let user_name = name(self.name_of(user), user);
        let say = match user == self.graph.output() {
            true => {
                vec![words("Upstream: it feeds the output "), user_name, words(", where the backward pass starts:")]
            }
            false => vec![
                words("Upstream: it feeds one node, "),
                user_name,
                words(", which already knows its own gradient:"),
            ],
        };
        let line = vec![self.adjoint(user), sign("="), gradient(self.trace.grad(user).unwrap_or(f64::NAN), Some(user))];
        Rung { kind: RungKind::Forward, say, lines: vec![line] }
    }

    /// Which argument of its user a node is, counted from 0, where it is there more than once.
    fn occurrence(&self, edge: EdgeId) -> Option<usize> {
        let args = self.graph.args(self.graph.target(edge));
        (args.iter().filter(|&&arg| arg == self.node).count() > 1).then(|| self.graph.slot(edge))
    }

    /// ∂user/∂node along one edge; in x·x the two places are x₁ and x₂.
    fn local_partial(&self, edge: EdgeId) -> Part {
        let user = self.graph.target(edge);
        let place = match self.occurrence(edge) {
            Some(slot) => Math::subscript(self.this(), Math::number((slot + 1).to_string())),
            None => self.this(),
        };
        partial(self.name_of(user), place, Some(user))
    }

    /// ∂user/∂node = formula = number.
    fn local_line(&self, edge: EdgeId) -> Line {
        let local = self.trace.flow(edge).map_or(f64::NAN, |flow| flow.local);
        let number = gradient(local, None);
        let mut line = vec![self.local_partial(edge)];
        if let Some(formula) = local_formula(self.graph, edge) {
            let shown = formula.plain();
            line.extend([sign("="), plain(formula)]);
            if shown == number.text() {
                line.pop();
                line.push(number);
                return line;
            }
        }
        line.extend([sign("="), number]);
        line
    }

    fn rule(&self, edge: EdgeId) -> &'static str {
        match self.graph.node(self.graph.target(edge)).kind {
            NodeKind::Op(op) => op.rule(self.graph.slot(edge)),
            _ => "",
        }
    }

    fn local(&self, edge: EdgeId) -> Rung {
        let user = self.graph.target(edge);
        let say = vec![
            words("Local: how fast "),
            name(self.name_of(user), user),
            words(" changes when "),
            plain(self.this()),
            words(format!(" changes ({}).{}", self.rule(edge), caveat(self.graph, self.trace, edge))),
        ];
        Rung { kind: RungKind::Term(edge), say, lines: vec![self.local_line(edge)] }
    }

    /// Upstream × local of one use among several.
    fn term(&self, edge: EdgeId) -> Rung {
        let user = self.graph.target(edge);
        let place = self.occurrence(edge).map(|slot| match ORDINALS.get(slot) {
            Some(ordinal) => format!(" as its {ordinal} argument"),
            None => format!(" as its argument number {}", slot + 1),
        });
        let rule = self.rule(edge);
        let say = vec![
            words("Through "),
            name(self.name_of(user), user),
            words(format!(
                "{} ({rule}): upstream × local.{}",
                place.unwrap_or_default(),
                caveat(self.graph, self.trace, edge)
            )),
        ];
        let mut line = vec![self.adjoint(user), sign("·"), self.local_partial(edge)];
        line.extend(self.product(edge));
        Rung { kind: RungKind::Term(edge), say, lines: vec![self.local_line(edge), line] }
    }

    /// = upstream · local = product
    fn product(&self, edge: EdgeId) -> Line {
        let Some(flow) = self.trace.flow(edge) else { return Vec::new() };
        let user = self.graph.target(edge);
        vec![
            sign("="),
            gradient(flow.upstream, Some(user)),
            sign("·"),
            factor(flow.local, None),
            sign("="),
            gradient(flow.product, None),
        ]
    }

    /// ∂f/∂node = … = the trace's own number.
    fn sum(&self, terms: &[EdgeId]) -> Line {
        let mut line = vec![self.adjoint(self.node)];
        if let &[edge] = terms {
            line.extend([sign("="), self.adjoint(self.graph.target(edge)), sign("·"), self.local_partial(edge)]);
            line.extend(self.product(edge));
            line.pop();
        } else if terms.len() <= MOST_TERMS {
            for (index, &edge) in terms.iter().enumerate() {
                let product = self.trace.flow(edge).map_or(f64::NAN, |flow| flow.product);
                line.push(sign(if index == 0 { "=" } else { "+" }));
                line.push(if index == 0 { gradient(product, None) } else { factor(product, None) });
            }
            line.push(sign("="));
        } else {
            line.extend([sign("="), plain(Math::words(format!("sum of {} terms", terms.len()))), sign("=")]);
        }
        line.push(gradient(self.trace.grad(self.node).unwrap_or(f64::NAN), None));
        line
    }
}
