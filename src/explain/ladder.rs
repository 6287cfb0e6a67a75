//! The ladder of one node: what it is, what it feeds, and what comes back.

use super::caveat::caveat;
use super::explanation::{Explanation, Rung, RungKind};
use super::formulas::{
    computation, direct_partial, factor, gradient, name, partial, plain, sign, symbol, value, words,
};
use super::local::local_formula;
use super::ways::ways;
use crate::autodiff::{Known, NoteKind, note};
use crate::graph::{EdgeId, Graph, NodeId, NodeKind};
use crate::order::sorted;
use crate::typeset::{Line, Math, Part, name_math, name_text};

/// More terms than these are summed up in one.
const MOST_TERMS: usize = 8;

/// In larger graphs the search for paths would be felt in a drag.
pub const LARGEST_SEARCHED: usize = 3_000;

/// Places where a node is used in a list of arguments.
const ORDINALS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];

/// Why a node has its value and its gradient at the present point, as far as the numbers are known.
///
/// ```
/// use chainrule::{autodiff::{Known, Tape, Trace}, explain::explain, typeset::plain_text, graph, syntax::parse};
/// let graph = graph::build(&parse("(4*x+1)^2").unwrap(), Default::default()).unwrap();
/// let (mut trace, uses) = (Trace::new(Tape::new(&graph).into()), graph.uses());
/// trace.run(&[1.0]);
/// let a = graph.ids().find(|&id| graph.node(id).name == "a").unwrap();
/// let explanation = explain(&graph, Known::all(&trace, &uses), a);
/// assert_eq!(plain_text(&explanation.question), "Why is ∂f / ∂a = 10?");
/// ```
pub fn explain(graph: &Graph, known: Known<'_>, node: NodeId) -> Explanation {
    let ladder = Ladder { graph, known, node };
    Explanation { question: ladder.question(), rungs: ladder.rungs() }
}

struct Ladder<'a> {
    graph: &'a Graph,
    known: Known<'a>,
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
        let grad = self.adjoint(self.node);
        match self.known.grad(self.node) {
            _ if self.known.trace().grad(self.node).is_none() => {
                vec![words("Why does "), plain(self.this()), words(" need no gradient?")]
            }
            None => vec![words("What will "), grad, words(" be?")],
            number => {
                let so_far = if self.known.whole_grad(self.node).is_some() { "?" } else { " so far?" };
                vec![words("Why is "), grad, sign("="), gradient(number, None), words(so_far)]
            }
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
                rungs.extend(ways(self.graph, self.node, self.known));
            }
        } else {
            let why = match self.graph.args(self.node) {
                [] => "No slider changes it, so its gradient",
                _ => "No variable lies in it, so no slider can change it. Its gradient",
            };
            let say = format!("{why} is not needed and never computed. That is not the same as a gradient of 0.");
            rungs.push(Rung { kind: RungKind::Gradient, say: vec![words(say)], lines: vec![] });
        }
        rungs
    }

    /// Where a value is no number, and it began here.
    fn birth(&self) -> Option<Rung> {
        let value = value(Some(self.known.value(self.node)?), None);
        let note = note(self.graph, self.known.trace(), self.node).filter(|note| note.kind == NoteKind::Domain)?;
        let above = if self.node == self.graph.output() { "" } else { " Every node above it computes with that." };
        let after = format!(" begins: {}.{above}", crate::words::autodiff::reason(note.reason));
        Some(Rung { kind: RungKind::Note, say: vec![words("This is where "), value, words(after)], lines: vec![] })
    }

    /// Where a variable has several leaves in the tree: what its slider moves is all of them.
    fn leaves(&self) -> Option<Rung> {
        let NodeKind::Variable(variable) = self.graph.node(self.node).kind else { return None };
        let variable = &self.graph.variables()[variable as usize];
        if variable.nodes.len() < 2 {
            return None;
        }
        let grads = || variable.nodes.iter().map(|&leaf| self.known.grad(leaf));
        let mut line = vec![partial(self.output_name(), name_math(&variable.name), None), sign("=")];
        if variable.nodes.len() <= MOST_TERMS {
            for (index, grad) in grads().enumerate() {
                line.extend((index > 0).then(|| sign("+")));
                let leaf = Some(variable.nodes[index]);
                line.push(if index == 0 { gradient(grad, leaf) } else { factor(grad, leaf) });
            }
            line.push(sign("="));
        }
        line.push(gradient(grads().sum::<Option<f64>>(), None));
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
        let say = match node.kind {
            NodeKind::Variable(_) => "A variable: its slider sets its value.",
            NodeKind::Number(_) => "A number in the formula. It never changes.",
            NodeKind::Constant(_) => "A constant. It never changes.",
            NodeKind::Op(op) => op.row().doc,
        };
        let mut line = vec![plain(self.this())];
        // A number without a name says what it is.
        if !matches!(node.kind, NodeKind::Number(_)) || !node.name.is_empty() {
            line.extend(computation(self.graph, self.node, |id| self.known.value(id)));
        }
        Rung { kind: RungKind::Forward, say: vec![words(say)], lines: vec![line] }
    }

    fn output(&self) -> Rung {
        let say = "This is the output itself: when it changes, the output changes by exactly as much. The backward pass \
                   starts here.";
        let line = vec![self.adjoint(self.node), sign("="), gradient(self.known.grad(self.node), None)];
        Rung { kind: RungKind::Gradient, say: vec![words(say)], lines: vec![line] }
    }

    /// One rung per use, and the sum.
    fn backward(&self, rungs: &mut Vec<Rung>) {
        let terms = self.known.uses().of(self.node);
        let say = match terms {
            [] => {
                let say = vec![name(self.output_name(), self.graph.output()), words(" does not depend on it at all.")];
                let line = vec![self.adjoint(self.node), sign("="), gradient(self.known.grad(self.node), None)];
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
                let arrived = terms.iter().filter(|&&edge| self.known.flow(edge).is_some()).count();
                let so_far = match arrived {
                    0 => "; none of them has arrived yet".to_owned(),
                    all if all == terms.len() => String::new(),
                    some => format!("; {some} of {} {} arrived", terms.len(), if some == 1 { "has" } else { "have" }),
                };
                vec![words(format!(
                    "It is used in {} places. A change reaches the output through every one of them, so the terms add up{so_far}:",
                    terms.len()
                ))]
            }
        };
        rungs.push(Rung { kind: RungKind::Gradient, say, lines: vec![self.sum(terms)] });
    }

    fn size(&self, edge: EdgeId) -> f64 {
        self.known.trace().flow(edge).map_or(0.0, |flow| flow.product.abs())
    }

    fn upstream(&self, user: NodeId) -> Rung {
        let grad = self.known.whole_grad(user);
        let (feeds, known) = match (user == self.graph.output(), grad) {
            (true, _) => ("Upstream: it feeds the output ", ", where the backward pass starts:"),
            (false, Some(_)) => ("Upstream: it feeds one node, ", ", which already knows its own gradient:"),
            (false, None) => ("Upstream: it feeds one node, ", ", which does not know its own gradient yet:"),
        };
        let say = vec![words(feeds), name(self.name_of(user), user), words(known)];
        let line = vec![self.adjoint(user), sign("="), gradient(grad, Some(user))];
        Rung { kind: RungKind::Forward, say, lines: vec![line] }
    }

    /// Which argument of its user a node is, counted from 0, where it is there more than once.
    fn occurrence(&self, edge: EdgeId) -> Option<usize> {
        let args = self.graph.args(self.graph.target(edge));
        (args.iter().filter(|&&arg| arg == self.node).count() > 1).then(|| self.graph.slot(edge))
    }

    /// Whether this is one use of several and the output itself uses the node, so that ∂f/∂node alone
    /// would be taken for the whole gradient.
    fn is_direct(&self, edge: EdgeId) -> bool {
        self.graph.target(edge) == self.graph.output() && self.known.uses().of(self.node).len() > 1
    }

    /// ∂user/∂node along one edge; in x·x the two places are x₁ and x₂.
    fn local_partial(&self, edge: EdgeId) -> Part {
        let user = self.graph.target(edge);
        let place = match self.occurrence(edge) {
            Some(slot) => Math::subscript(self.this(), Math::number((slot + 1).to_string())),
            None if self.is_direct(edge) => return direct_partial(self.name_of(user), self.this(), user),
            None => self.this(),
        };
        partial(self.name_of(user), place, Some(user))
    }

    /// ∂user/∂node = formula = number.
    fn local_line(&self, edge: EdgeId) -> Line {
        let local = self.known.flow(edge).map(|flow| flow.local);
        let number = gradient(local, None);
        let mut line = vec![self.local_partial(edge)];
        // A formula that is a number already needs no other beside it.
        if let Some(formula) = local_formula(self.graph, edge).filter(|formula| formula.plain() != number.text()) {
            let constant = formula.plain().replace('−', "-").parse::<f64>().is_ok();
            line.extend([sign("="), plain(formula)]);
            if constant && local.is_none() {
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

    /// What the user of an edge does to a gradient, with a space before it, and what is to be known
    /// here. A later use by the same kind of operation does not say it again.
    fn remarks(&self, edge: EdgeId) -> String {
        let hint = |edge: EdgeId| match self.graph.node(self.graph.target(edge)).kind {
            NodeKind::Op(op) => op.hint(self.graph.slot(edge)),
            _ => "",
        };
        let said = self
            .known
            .uses()
            .of(self.node)
            .iter()
            .take_while(|&&other| other != edge)
            .any(|&other| hint(other) == hint(edge));
        let space = if said || hint(edge).is_empty() { "" } else { " " };
        format!("{space}{}{}", if said { "" } else { hint(edge) }, caveat(self.graph, self.known, edge))
    }

    fn local(&self, edge: EdgeId) -> Rung {
        let user = self.graph.target(edge);
        let say = vec![
            words("Local: how fast "),
            name(self.name_of(user), user),
            words(" changes when "),
            plain(self.this()),
            words(format!(" changes ({}).{}", self.rule(edge), self.remarks(edge))),
        ];
        Rung { kind: RungKind::Term(edge), say, lines: vec![self.local_line(edge)] }
    }

    /// Upstream × local of one use among several.
    fn term(&self, edge: EdgeId) -> Rung {
        let user = self.graph.target(edge);
        let place = match self.occurrence(edge) {
            Some(slot) => match ORDINALS.get(slot) {
                Some(ordinal) => format!(" as its {ordinal} argument"),
                None => format!(" as its argument number {}", slot + 1),
            },
            None if self.is_direct(edge) => " directly".to_owned(),
            None => String::new(),
        };
        let say = vec![
            words("Through "),
            name(self.name_of(user), user),
            words(format!("{place} ({}): upstream × local.{}", self.rule(edge), self.remarks(edge))),
        ];
        let mut line = vec![self.adjoint(user), sign("·"), self.local_partial(edge)];
        line.extend(self.product(edge));
        Rung { kind: RungKind::Term(edge), say, lines: vec![self.local_line(edge), line] }
    }

    /// = upstream · local = product
    fn product(&self, edge: EdgeId) -> Line {
        let (user, flow) = (self.graph.target(edge), self.known.flow(edge));
        vec![
            sign("="),
            gradient(self.known.whole_grad(user), Some(user)),
            sign("·"),
            factor(flow.map(|flow| flow.local), None),
            sign("="),
            gradient(flow.map(|flow| flow.product), None),
        ]
    }

    /// ∂f/∂node = … = the trace's own number.
    fn sum(&self, terms: &[EdgeId]) -> Line {
        let mut line = vec![self.adjoint(self.node)];
        if let &[edge] = terms {
            line.extend([sign("="), self.adjoint(self.graph.target(edge)), sign("·"), self.local_partial(edge)]);
            line.extend(self.product(edge));
            line.truncate(line.len() - 2);
        } else if terms.len() <= MOST_TERMS {
            for (index, &edge) in terms.iter().enumerate() {
                let product = self.known.flow(edge).map(|flow| flow.product);
                line.push(sign(if index == 0 { "=" } else { "+" }));
                line.push(if index == 0 { gradient(product, None) } else { factor(product, None) });
            }
        } else {
            line.extend([sign("="), plain(Math::words(format!("sum of {} terms", terms.len())))]);
        }
        // A sum of which a part is not known equals nothing yet.
        let grad = self.known.grad(self.node);
        let partly = grad.is_some() && self.known.whole_grad(self.node).is_none();
        line.push(if partly { words("; so far ") } else { sign("=") });
        line.push(gradient(grad, None));
        line
    }
}
