//! The last pass: it names the nodes and finds which of them depend on a variable.

use super::names::name_nodes;
use super::unnamed::UnnamedGraph;
use super::{Form, Graph, Node, NodeKind, Variable};
use crate::syntax::Program;

/// The graph of these nodes, named.
pub(super) fn finish(parts: UnnamedGraph, program: &Program, form: Form) -> Graph {
    let names = name_nodes(program, &parts.parts, parts.output);
    let mut variables: Vec<Variable> =
        program.variables.iter().map(|name| Variable { name: name.clone(), nodes: Vec::new() }).collect();
    let mut active: Vec<bool> = Vec::with_capacity(parts.parts.len());
    let mut targets = Vec::with_capacity(parts.sources.len());
    for id in parts.ids() {
        let args = parts.args(id);
        active.push(match parts.parts[id.index()].kind {
            NodeKind::Variable(index) => {
                variables[index as usize].nodes.push(id);
                true
            }
            _ => args.iter().any(|arg| active[arg.index()]),
        });
        targets.extend(std::iter::repeat_n(id, args.len()));
    }
    let nodes: Vec<Node> = parts
        .parts
        .iter()
        .zip(names)
        .zip(active)
        .map(|((part, (name, named_by_user)), active)| Node {
            kind: part.kind,
            name,
            named_by_user,
            active,
            span: part.span,
            first_edge: part.first_edge,
            edge_count: part.edge_count,
        })
        .collect();
    let UnnamedGraph { sources, use_spans, output, .. } = parts;
    let last = &nodes[output.index()];
    let output_name = match last.kind {
        NodeKind::Variable(_) => program.output_name(),
        _ => last.name.clone(),
    };
    Graph { nodes, sources, targets, use_spans, variables, output, output_name, form }
}
