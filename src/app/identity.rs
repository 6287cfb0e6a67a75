//! Which node of a new graph is which of the one before, so that what stayed keeps its place on the
//! screen, its choice and its motion.
//!
//! A node stays itself where its text and its operation stayed: an edit replaces one piece of the text,
//! and what stands before and after that piece is the same text at the same or at a shifted place.
//! What the text does not tell (a function that was rewritten, or that was something else for a moment
//! while it was typed) is told by the graph: the same operation at the same argument of a node that
//! stayed itself, or with an argument that did.

use std::collections::HashMap;

use crate::graph::{Graph, NodeId, NodeKind, Uses};
use crate::syntax::Span;

/// Names a node for as long as the page is open; no two nodes of one graph have the same.
pub type Identity = u32;

/// The identities of the nodes of a graph, and the first number that no node has had yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Identities {
    of: Vec<Identity>,
    next: Identity,
}

/// The graph before an edit, with the text it was read from.
pub(super) struct Earlier<'a> {
    pub source: &'a str,
    pub graph: &'a Graph,
    pub uses: &'a Uses,
    pub identities: &'a Identities,
}

impl Identities {
    /// Gives every node the identity it had in the graph before, or a new one.
    pub(super) fn new(graph: &Graph, source: &str, before: Option<&Earlier>) -> Identities {
        let known = before.map_or_else(Vec::new, |before| matched(graph, source, before));
        let mut next = before.map_or(0, |before| before.identities.next);
        let of = graph.ids().map(|id| {
            known.get(id.index()).copied().flatten().unwrap_or_else(|| {
                next += 1;
                next - 1
            })
        });
        Identities { of: of.collect(), next }
    }

    /// The identity of a node.
    pub fn of(&self, node: NodeId) -> Identity {
        self.of[node.index()]
    }

    /// The node that has an identity.
    pub fn find(&self, identity: Identity) -> Option<NodeId> {
        self.of.iter().position(|&other| other == identity).map(|index| NodeId(index as u32))
    }

    /// The nodes that these graphs share: each as it is called in the earlier one and in this one.
    pub fn shared(&self, earlier: &Identities) -> Vec<(NodeId, NodeId)> {
        let nodes = |of: &[Identity]| of.iter().copied().zip((0..).map(NodeId)).collect::<Vec<_>>();
        let old: HashMap<Identity, NodeId> = nodes(&earlier.of).into_iter().collect();
        nodes(&self.of).into_iter().filter_map(|(identity, new)| Some((*old.get(&identity)?, new))).collect()
    }
}

/// By node of the new graph: the identity it has had before.
fn matched(graph: &Graph, source: &str, before: &Earlier) -> Vec<Option<Identity>> {
    let mut pairs = Pairs { new: vec![None; graph.len()], taken: vec![false; before.graph.len()] };
    by_place(graph, &Edited::of(before.source, source), before, &mut pairs);
    by_path(graph, before, &mut pairs);
    by_name(graph, before, &mut pairs);
    by_argument(graph, before, &mut pairs);
    pairs.new.into_iter().map(|old| old.map(|old| before.identities.of(old))).collect()
}

/// Which old node each new one is; no old one twice.
struct Pairs {
    new: Vec<Option<NodeId>>,
    taken: Vec<bool>,
}

impl Pairs {
    fn join(&mut self, new: NodeId, old: NodeId) {
        if self.new[new.index()].is_none() && !self.taken[old.index()] {
            self.new[new.index()] = Some(old);
            self.taken[old.index()] = true;
        }
    }
}

/// Joins what is the same operation at the same place of the text. Nodes that share a place, as those
/// of a function that is called twice do, are joined in their order.
fn by_place(graph: &Graph, edited: &Edited, before: &Earlier, pairs: &mut Pairs) {
    let mut places: HashMap<(Span, Signature), Vec<NodeId>> = HashMap::new();
    for id in before.graph.ids().rev() {
        places.entry((before.graph.node(id).span, Signature::of(before.graph, id))).or_default().push(id);
    }
    for id in graph.ids() {
        let Some(span) = edited.before(graph.node(id).span) else { continue };
        if let Some(old) = places.get_mut(&(span, Signature::of(graph, id))).and_then(Vec::pop) {
            pairs.join(id, old);
        }
    }
}

/// Joins what is the same operation at the same argument of a node that is joined, from the output
/// down.
fn by_path(graph: &Graph, before: &Earlier, pairs: &mut Pairs) {
    let same = |new: NodeId, old: NodeId| Signature::of(graph, new) == Signature::of(before.graph, old);
    if same(graph.output(), before.graph.output()) {
        pairs.join(graph.output(), before.graph.output());
    }
    for id in graph.ids().rev() {
        let Some(old) = pairs.new[id.index()] else { continue };
        for (&new_arg, &old_arg) in graph.args(id).iter().zip(before.graph.args(old)) {
            if same(new_arg, old_arg) {
                pairs.join(new_arg, old_arg);
            }
        }
    }
}

/// Joins the leaves of a variable in their order.
fn by_name(graph: &Graph, before: &Earlier, pairs: &mut Pairs) {
    for variable in graph.variables() {
        let Some(old) = before.graph.variables().iter().find(|old| old.name == variable.name) else { continue };
        let mut free =
            old.nodes.iter().copied().filter(|old| !pairs.taken[old.index()]).collect::<Vec<_>>().into_iter();
        for &leaf in variable.nodes.iter() {
            if pairs.new[leaf.index()].is_none() {
                let Some(old) = free.next() else { break };
                pairs.join(leaf, old);
            }
        }
    }
}

/// Joins what is the same operation of an argument that is joined, at the same place in it.
fn by_argument(graph: &Graph, before: &Earlier, pairs: &mut Pairs) {
    for id in graph.ids().filter(|&id| !graph.args(id).is_empty()) {
        if pairs.new[id.index()].is_some() {
            continue;
        }
        let user = graph.args(id).iter().enumerate().find_map(|(slot, arg)| {
            let uses = before.uses.of(pairs.new[arg.index()]?).iter().filter(|&&edge| before.graph.slot(edge) == slot);
            uses.map(|&edge| before.graph.target(edge))
                .find(|&old| !pairs.taken[old.index()] && Signature::of(before.graph, old) == Signature::of(graph, id))
        });
        if let Some(old) = user {
            pairs.join(id, old);
        }
    }
}

/// What a node does. A number is the same node whatever its digits: they are typed one by one.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Signature {
    Number,
    Constant(String),
    Variable(String),
    Op(&'static str),
}

impl Signature {
    fn of(graph: &Graph, id: NodeId) -> Signature {
        let node = graph.node(id);
        match node.kind {
            NodeKind::Number(_) => Signature::Number,
            NodeKind::Constant(_) => Signature::Constant(node.name.clone()),
            NodeKind::Variable(_) => Signature::Variable(node.name.clone()),
            NodeKind::Op(op) => Signature::Op(op.row().name),
        }
    }
}

/// An edit: what is the same at the start and at the end of two texts, in bytes.
struct Edited {
    same_start: usize,
    same_end: usize,
    old: usize,
    new: usize,
}

impl Edited {
    fn of(old: &str, new: &str) -> Edited {
        let start = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
        let most = old.len().min(new.len()) - start;
        let end = old.bytes().rev().zip(new.bytes().rev()).take(most).take_while(|(a, b)| a == b).count();
        Edited { same_start: start, same_end: end, old: old.len(), new: new.len() }
    }

    /// Where a place of the new text was in the old one, as far as its ends are in what stayed.
    fn before(&self, span: Span) -> Option<Span> {
        let range = span.range();
        // A start at the edge belongs to what follows it, an end to what precedes it.
        let start = match range.start {
            start if start >= self.new - self.same_end => start + self.old - self.new,
            start if start < self.same_start => start,
            _ => return None,
        };
        let end = match range.end {
            end if end <= self.same_start => end,
            end if end > self.new - self.same_end => end + self.old - self.new,
            _ => return None,
        };
        (start <= end).then(|| Span::new(start, end))
    }
}
