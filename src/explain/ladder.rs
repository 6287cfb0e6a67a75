//! The ladder of one node: what it is, what it feeds, and what comes back.

use super::local::local_formula;
use super::part::{
    Explanation, Line, Part, Rung, RungKind, called, factor, gradient, name, partial, plain, sign, value, words,
};
use crate::autodiff::{NoteKind, Trace, note};
use crate::graph::{EdgeId, Graph, NodeId, NodeKind, Uses};
use crate::typeset::{Math, name_math, op_math, op_numbers};

/// More terms than these are summed up in one.
const MOST_TERMS: usize = 8;

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
        match self.name_of(id) {
            "" => op_math(self.graph, id),
            name => name_math(name),
        }
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
        if let Some(note) = note(self.graph, self.trace, self.node).filter(|note| note.kind == NoteKind::Domain) {
            let value = value(self.trace.value(self.node), None);
            let say = vec![
                words("This is where "),
                value,
                words(format!(" is born: {}. Everything above computes with it.", note.text)),
            ];
            rungs.push(Rung { kind: RungKind::Note, say, lines: vec![] });
        }
        if self.node == self.graph.output() {
            rungs.push(self.output());
        } else if self.graph.node(self.node).active {
            self.backward(&mut rungs);
        } else {
            let say = "There is no variable in it: whatever you drag, it stays what it is, so nobody asks how the \
                       output would answer to a change of it. That is not the same as a gradient of 0.";
            rungs.push(Rung { kind: RungKind::Gradient, say: vec![words(say)], lines: vec![] });
        }
        rungs
    }

    /// What the node is, and its forward computation with names and with numbers.
    fn forward(&self) -> Rung {
        let node = self.graph.node(self.node);
        let result = value(self.trace.value(self.node), None);
        let (say, line) = match node.kind {
            NodeKind::Variable(_) => {
                ("A variable: its slider gives it its value.".to_owned(), vec![plain(self.this()), sign("="), result])
            }
            NodeKind::Number(_) => ("A number of the formula.".to_owned(), vec![plain(self.this())]),
            NodeKind::Constant(_) => {
                ("A constant.".to_owned(), vec![plain(op_math(self.graph, self.node)), sign("="), result])
            }
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
        let say = "It is the output itself: when it changes by some amount, the output changes by that very amount. \
                   The backward pass starts here.";
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
                    strongest.sort_by(|a, b| self.size(*b).total_cmp(&self.size(*a)));
                    strongest.truncate(MOST_TERMS);
                    strongest.sort();
                }
                rungs.extend(strongest.iter().map(|&edge| self.term(edge)));
                vec![words(format!(
                    "It is used in {} places. A change of it reaches the output along every one of them, so what comes back adds up.",
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
        let say = vec![
            words("It feeds one node, "),
            name(self.name_of(user), user),
            words(", which knows its own gradient already:"),
        ];
        let line = vec![self.adjoint(user), sign("="), gradient(self.trace.grad(user).unwrap_or(f64::NAN), Some(user))];
        Rung { kind: RungKind::Forward, say, lines: vec![line] }
    }

    /// ∂user/∂node = formula = number.
    fn local_line(&self, edge: EdgeId) -> Line {
        let user = self.graph.target(edge);
        let local = self.trace.flow(edge).map_or(f64::NAN, |flow| flow.local);
        let number = gradient(local, None);
        let mut line = vec![partial(self.name_of(user), self.this(), Some(user))];
        if let Some(formula) = local_formula(self.graph, edge) {
            let shown = formula.plain();
            line.extend([sign("="), plain(formula)]);
            if shown == number.text() {
                return line;
            }
        }
        line.extend([sign("="), number]);
        line
    }

    /// Why the local derivative is a convention, or what is wrong with it.
    fn caveat(&self, user: NodeId) -> String {
        match note(self.graph, self.trace, user) {
            Some(note) => format!(" Mind: {}.", note.text),
            None => String::new(),
        }
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
            words("How much "),
            name(self.name_of(user), user),
            words(format!(
                " moves when {} moves ({}).{}",
                called(self.name_of(self.node), self.trace.value(self.node)),
                self.rule(edge),
                self.caveat(user)
            )),
        ];
        Rung { kind: RungKind::Term(edge), say, lines: vec![self.local_line(edge)] }
    }

    /// Upstream × local of one use among several.
    fn term(&self, edge: EdgeId) -> Rung {
        let user = self.graph.target(edge);
        let say = vec![
            words("Through "),
            name(self.name_of(user), user),
            words(format!(" ({}): upstream gradient × local derivative.{}", self.rule(edge), self.caveat(user))),
        ];
        let mut line = vec![self.adjoint(user), sign("·"), partial(self.name_of(user), self.this(), Some(user))];
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
            let user = self.graph.target(edge);
            line.extend([sign("="), self.adjoint(user), sign("·")]);
            line.push(partial(self.name_of(user), self.this(), Some(user)));
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
