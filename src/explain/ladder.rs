//! The derivation of one node (its ladder, a list of rungs): what it computes, which nodes use it, and
//! which gradients come back.

use super::caveat::caveat;
use super::does::does;
use super::explanation::{Explanation, Rung, RungKind};
use super::formulas::{computation, direct_partial, factor, gradient, name, partial, plain, sign, symbol, value};
use super::local::local_formula;
use super::path_rungs::path_rungs;
use crate::autodiff::{Known, NoteKind, note};
use crate::graph::{EdgeId, Graph, NodeId, NodeKind};
use crate::sort::sorted;
use crate::typeset::{Line, Math, Part, name_math, name_text};
use crate::words::{Message, autodiff, explain as words, list, ops};

/// Most terms that are listed; further terms are combined into one.
const MOST_TERMS: usize = 8;

/// In larger graphs, the search for paths would make dragging slow.
pub const LARGEST_SEARCHED: usize = 3_000;

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
        self.graph.output_name()
    }

    /// A node's name, linked to the node.
    fn named(&self, id: NodeId) -> Part {
        name(self.name_of(id), id)
    }

    /// ∂f/∂node.
    fn adjoint(&self, id: NodeId) -> Part {
        partial(self.output_name(), self.math_of(id), Some(id))
    }

    fn question(&self) -> Line {
        let this = || plain(self.this());
        let grad = self.adjoint(self.node);
        let known = self.known.grad(self.node);
        let asked = if self.known.is_forward() {
            match self.known.value(self.node) {
                Some(_) if self.is_bare_number() => words::what_is(this()),
                Some(number) => words::why(vec![this(), sign("="), value(number, None)]),
                None => words::what_will(this()),
            }
        } else if self.known.trace().grad(self.node).is_none() {
            words::needs_no_gradient(this())
        } else if known.is_none() {
            words::what_will(grad)
        } else {
            let equation = vec![grad, sign("="), gradient(known, None)];
            match self.known.whole_grad(self.node) {
                Some(_) => words::why(equation),
                None => words::why_so_far(equation),
            }
        };
        asked.line()
    }

    fn rungs(&self) -> Vec<Rung> {
        let mut rungs = vec![self.forward()];
        rungs.extend(self.birth());
        if self.known.is_forward() {
            // The backward pass has not begun, so there is no gradient to explain.
        } else if self.node == self.graph.output() {
            rungs.push(self.output());
        } else if self.graph.node(self.node).active {
            self.backward(&mut rungs);
            rungs.extend(self.leaves());
            if self.graph.len() <= LARGEST_SEARCHED {
                rungs.extend(path_rungs(self.graph, self.node, self.known));
            }
        } else {
            let say = match self.graph.args(self.node) {
                [] => words::no_slider_changes_it(),
                _ => words::no_variable_in_it(),
            };
            rungs.push(Rung { kind: RungKind::Gradient, say: say.line(), lines: vec![] });
        }
        rungs
    }

    /// A remark for a node that is the first whose value is not a finite number.
    fn birth(&self) -> Option<Rung> {
        let value = value(Some(self.known.value(self.node)?), None);
        let note = note(self.graph, self.known.trace(), self.node).filter(|note| note.kind == NoteKind::Domain)?;
        let begins = match self.node == self.graph.output() {
            true => words::begins_at_the_output,
            false => words::begins,
        };
        let say = begins(value, autodiff::reason(note.reason)).line();
        Some(Rung { kind: RungKind::Note, say, lines: vec![] })
    }

    /// A remark for a variable with several leaves in the tree: its slider moves all of them.
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
        let variable_name = name_text(&variable.name);
        let partial = format!("∂{}/∂{variable_name}", name_text(self.output_name()));
        let say = words::leaf_of_many(variable.nodes.len(), variable_name, partial).line();
        Some(Rung { kind: RungKind::Note, say, lines: vec![line] })
    }

    /// Whether it is a number without a name, which says its value itself.
    fn is_bare_number(&self) -> bool {
        let node = self.graph.node(self.node);
        matches!(node.kind, NodeKind::Number(_)) && node.name.is_empty()
    }

    /// What the node is, and its forward computation with names and with numbers.
    fn forward(&self) -> Rung {
        let say = match self.graph.node(self.node).kind {
            NodeKind::Variable(_) => words::variable(plain(self.this())),
            NodeKind::Number(_) => words::number(),
            NodeKind::Constant(_) => words::constant(),
            NodeKind::Op(op) => {
                does(self.graph, self.node).filter(|_| self.known.is_stepping()).unwrap_or_else(|| ops::doc(op))
            }
        };
        let mut line = vec![plain(self.this())];
        if !self.is_bare_number() {
            line.extend(computation(self.graph, self.node, |id| self.known.value(id)));
        }
        Rung { kind: RungKind::Forward, say: say.line(), lines: vec![line] }
    }

    /// ∂f/∂node = number.
    fn adjoint_line(&self) -> Line {
        vec![self.adjoint(self.node), sign("="), gradient(self.known.grad(self.node), None)]
    }

    fn output(&self) -> Rung {
        Rung { kind: RungKind::Gradient, say: words::output().line(), lines: vec![self.adjoint_line()] }
    }

    /// One rung per use, and the sum.
    fn backward(&self, rungs: &mut Vec<Rung>) {
        let output = || name(self.output_name(), self.graph.output());
        let terms = self.known.uses().of(self.node);
        let (say, line) = match terms {
            [] => (words::no_dependence(output()), self.adjoint_line()),
            &[edge] if self.graph.target(edge) == self.graph.output() => {
                rungs.push(self.local(edge));
                (words::argument_of_the_output(plain(self.this()), output()), self.adjoint_line())
            }
            &[edge] => {
                rungs.push(self.upstream(self.graph.target(edge)));
                rungs.push(self.local(edge));
                (words::chain_rule(), self.sum(terms))
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
                let say = match arrived {
                    0 => words::used_none_arrived(terms.len()),
                    all if all == terms.len() => words::used_in_places(all),
                    some => words::used_some_arrived(some, terms.len().to_string()),
                };
                (say, self.sum(terms))
            }
        };
        rungs.push(Rung { kind: RungKind::Gradient, say: say.line(), lines: vec![line] });
    }

    fn size(&self, edge: EdgeId) -> f64 {
        self.known.trace().flow(edge).map_or(0.0, |flow| flow.product.abs())
    }

    fn upstream(&self, user: NodeId) -> Rung {
        let grad = self.known.whole_grad(user);
        let upstream = if grad.is_some() { words::upstream } else { words::upstream_unknown };
        let say = upstream(plain(self.this()), self.named(user)).line();
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

    /// ∂user/∂node along one edge; in x·x the two places are told apart in words.
    fn local_partial(&self, edge: EdgeId) -> Line {
        let user = self.graph.target(edge);
        let partial = || partial(self.name_of(user), self.this(), Some(user));
        match self.occurrence(edge) {
            Some(slot) => words::partial_by_place(partial(), words::place(slot)).line(),
            None if self.is_direct(edge) => vec![direct_partial(self.name_of(user), self.this(), user)],
            None => vec![partial()],
        }
    }

    /// ∂user/∂node = formula = number.
    fn local_line(&self, edge: EdgeId) -> Line {
        let local = self.known.flow(edge).map(|flow| flow.local);
        let number = gradient(local, None);
        let mut line = self.local_partial(edge);
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

    /// The rule behind a local derivative.
    fn rule(&self, edge: EdgeId) -> Message {
        match self.graph.node(self.graph.target(edge)).kind {
            NodeKind::Op(op) => ops::rule(op, self.graph.slot(edge)),
            _ => Message::neutral(""),
        }
    }

    fn hint(&self, edge: EdgeId) -> Option<Message> {
        match self.graph.node(self.graph.target(edge)).kind {
            NodeKind::Op(op) => ops::hint(op, self.graph.slot(edge)),
            _ => None,
        }
    }

    /// A sentence, then what the user of an edge does to a gradient and what is to be known here. A
    /// later use by the same kind of operation does not say the hint again.
    fn with_remarks(&self, sentence: Message, edge: EdgeId) -> Line {
        let hint = self.hint(edge);
        let mut before = self.known.uses().of(self.node).iter().take_while(|&&other| other != edge);
        let said = before.any(|&other| self.hint(other) == hint);
        let remarks = [hint.filter(|_| !said), caveat(self.graph, self.known, edge)];
        list::sentences(std::iter::once(sentence).chain(remarks.into_iter().flatten())).line()
    }

    fn local(&self, edge: EdgeId) -> Rung {
        let user = self.graph.target(edge);
        let local = words::local(self.named(user), plain(self.this()), self.rule(edge));
        Rung { kind: RungKind::Term(edge), say: self.with_remarks(local, edge), lines: vec![self.local_line(edge)] }
    }

    /// Upstream × local of one use among several; in the output itself the local derivative is all.
    fn term(&self, edge: EdgeId) -> Rung {
        let user = self.graph.target(edge);
        let (named, rule) = (self.named(user), self.rule(edge));
        let said = match self.occurrence(edge).map(words::place) {
            Some(place) if self.is_direct(edge) => words::directly_as(named, place, rule),
            Some(place) => words::through_as(named, place, rule),
            None if self.is_direct(edge) => words::directly(named, rule),
            None => words::through(named, rule),
        };
        let mut lines = vec![self.local_line(edge)];
        if !self.is_direct(edge) {
            lines.push(self.chain(edge));
        }
        Rung { kind: RungKind::Term(edge), say: self.with_remarks(said, edge), lines }
    }

    /// ∂f/∂user · ∂user/∂node = upstream · local = product
    fn chain(&self, edge: EdgeId) -> Line {
        let mut line = vec![self.adjoint(self.graph.target(edge)), sign("·")];
        line.extend(self.local_partial(edge));
        line.extend(self.product(edge));
        line
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
        let mut line = vec![self.adjoint(self.node), sign("=")];
        if let &[edge] = terms {
            line.extend(self.chain(edge));
            line.truncate(line.len() - 2);
        } else if terms.len() <= MOST_TERMS {
            for (index, &edge) in terms.iter().enumerate() {
                let product = self.known.flow(edge).map(|flow| flow.product);
                line.extend((index > 0).then(|| sign("+")));
                line.push(if index == 0 { gradient(product, None) } else { factor(product, None) });
            }
        } else {
            line.extend(words::sum_of_terms(terms.len()).line());
        }
        // If a term is not known, the sum has no value yet.
        let grad = self.known.grad(self.node);
        let number = gradient(grad, None);
        if grad.is_some() && self.known.whole_grad(self.node).is_none() {
            return words::sum_so_far(line, number).line();
        }
        line.extend([sign("="), number]);
        line
    }
}
