//! A graph before its nodes have names, and the passes over it: merge, prune, unfold.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{NodeId, NodeKind};
use crate::syntax::Span;

/// The most nodes that the graph of any text may have.
pub const LARGEST_GRAPH: usize = 250_000;

/// A node before it has a name.
#[derive(Clone, Copy)]
pub(super) struct UnnamedNode {
    pub kind: NodeKind,
    pub span: Span,
    pub first_edge: u32,
    pub edge_count: u32,
    /// The definition that names it, as an index of a statement.
    pub definition: Option<u32>,
}

/// A graph before its nodes have names.
pub(super) struct UnnamedGraph {
    pub parts: Vec<UnnamedNode>,
    pub sources: Vec<NodeId>,
    /// Where each of `sources` stands in the text.
    pub use_spans: Vec<Span>,
    pub output: NodeId,
}

impl UnnamedGraph {
    pub fn new() -> UnnamedGraph {
        UnnamedGraph { parts: Vec::new(), sources: Vec::new(), use_spans: Vec::new(), output: NodeId(0) }
    }

    /// Adds a node; each argument comes with the place of this use in the text.
    pub fn push(&mut self, kind: NodeKind, span: Span, args: impl Iterator<Item = (NodeId, Span)>) -> NodeId {
        let first_edge = self.sources.len() as u32;
        for (source, span) in args {
            self.sources.push(source);
            self.use_spans.push(span);
        }
        let edge_count = self.sources.len() as u32 - first_edge;
        self.parts.push(UnnamedNode { kind, span, first_edge, edge_count, definition: None });
        NodeId(self.parts.len() as u32 - 1)
    }

    pub fn args(&self, id: NodeId) -> &[NodeId] {
        let part = &self.parts[id.index()];
        &self.sources[part.first_edge as usize..(part.first_edge + part.edge_count) as usize]
    }

    fn use_spans(&self, id: NodeId) -> &[Span] {
        let part = &self.parts[id.index()];
        &self.use_spans[part.first_edge as usize..(part.first_edge + part.edge_count) as usize]
    }

    fn is_variable(&self, id: NodeId) -> bool {
        matches!(self.parts[id.index()].kind, NodeKind::Variable(_))
    }

    pub fn ids(&self) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (0..self.parts.len() as u32).map(NodeId)
    }

    /// Copies a node with its arguments mapped.
    fn copy_from(&mut self, other: &UnnamedGraph, id: NodeId, args: impl Iterator<Item = NodeId>) -> NodeId {
        let part = other.parts[id.index()];
        let copy = self.push(part.kind, part.span, args.zip(other.use_spans(id).iter().copied()));
        self.parts[copy.index()].definition = part.definition;
        copy
    }

    /// Merges nodes that compute the same: same kind, same arguments.
    pub fn merged(self) -> UnnamedGraph {
        let mut merged = UnnamedGraph::new();
        let mut known: HashMap<(u8, u64, Vec<NodeId>), NodeId> = HashMap::new();
        let mut map: Vec<NodeId> = Vec::with_capacity(self.parts.len());
        for id in self.ids() {
            let args: Vec<NodeId> = self.args(id).iter().map(|arg| map[arg.index()]).collect();
            let (tag, payload) = match self.parts[id.index()].kind {
                NodeKind::Number(value) => (0, value.to_bits()),
                NodeKind::Constant(constant) => (1, constant as u64),
                NodeKind::Variable(index) => (2, u64::from(index)),
                NodeKind::Op(op) => (3, op as u64),
            };
            map.push(match known.entry((tag, payload, args.clone())) {
                Entry::Occupied(same) => {
                    let part = &mut merged.parts[same.get().index()];
                    part.definition = part.definition.or(self.parts[id.index()].definition);
                    *same.get()
                }
                Entry::Vacant(new) => *new.insert(merged.copy_from(&self, id, args.into_iter())),
            });
        }
        merged.output = map[self.output.index()];
        merged
    }

    /// Keeps only the nodes that the output needs, and every variable.
    pub fn pruned(self) -> UnnamedGraph {
        let mut needed: Vec<bool> = self.ids().map(|id| self.is_variable(id)).collect();
        needed[self.output.index()] = true;
        for id in self.ids().rev() {
            if needed[id.index()] {
                self.args(id).iter().for_each(|arg| needed[arg.index()] = true);
            }
        }
        if needed.iter().all(|&needed| needed) {
            return self;
        }
        let mut pruned = UnnamedGraph::new();
        let mut map = vec![NodeId(u32::MAX); self.parts.len()];
        for id in self.ids().filter(|id| needed[id.index()]) {
            map[id.index()] = pruned.copy_from(&self, id, self.args(id).iter().map(|arg| map[arg.index()]));
        }
        pruned.output = map[self.output.index()];
        pruned
    }

    /// Gives every use of a node a node of its own; variables that nothing uses remain as leaves. `None`
    /// if there would be more nodes than this.
    pub fn unfolded(self, most: usize) -> Option<UnnamedGraph> {
        let mut sizes: Vec<usize> = Vec::with_capacity(self.parts.len());
        for id in self.ids() {
            sizes.push(self.args(id).iter().fold(1, |sum: usize, arg| sum.saturating_add(sizes[arg.index()])));
        }
        if sizes[self.output.index()] > most {
            return None;
        }
        let mut tree = UnnamedGraph::new();
        let mut used = vec![false; self.parts.len()];
        let mut done: Vec<NodeId> = Vec::new();
        let mut work = vec![(self.output, self.parts[self.output.index()].span, false)];
        while let Some((id, span, expanded)) = work.pop() {
            if expanded || self.args(id).is_empty() {
                used[id.index()] = true;
                let args = done.split_off(done.len() - self.args(id).len());
                let copy = tree.copy_from(&self, id, args.into_iter());
                if self.is_variable(id) {
                    tree.parts[copy.index()].span = span;
                }
                done.push(copy);
            } else {
                work.push((id, span, true));
                let args = self.args(id).iter().zip(self.use_spans(id)).rev();
                work.extend(args.map(|(&arg, &span)| (arg, span, false)));
            }
        }
        tree.output = done[0];
        for id in self.ids().filter(|&id| self.is_variable(id) && !used[id.index()]) {
            tree.copy_from(&self, id, std::iter::empty());
        }
        Some(tree)
    }
}
