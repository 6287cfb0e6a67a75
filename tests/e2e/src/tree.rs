//! The computation tree as the page's attributes tell it, and the laws that it has to obey.

use serde_json::Value;

use crate::page::Page;

/// One node that is drawn. A number is `None` while the page does not know it.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its id, as edges name it.
    pub id: String,
    /// What it does: `var`, `const`, `add`…
    pub op: String,
    /// What it is called: the variable's name, or the letter given to it.
    pub name: Option<String>,
    /// Its value.
    pub value: Option<f64>,
    /// The derivative of the output with respect to it.
    pub grad: Option<f64>,
}

/// One use of a node by another.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// The argument's node.
    pub from: String,
    /// The node that uses it.
    pub to: String,
    /// The derivative of `to` with respect to `from`, for this use.
    pub local: Option<f64>,
    /// What it sends back: the gradient of `to` times `local`.
    pub flow: Option<f64>,
}

/// All nodes and edges that are drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    /// The nodes.
    pub nodes: Vec<Node>,
    /// The edges.
    pub edges: Vec<Edge>,
}

impl Tree {
    /// Reads the tree off the page.
    pub async fn read(page: &Page) -> Self {
        let all = |css: &str, names: &str| {
            format!("[...document.querySelectorAll('{css}')].map(e => {names}.map(n => e.getAttribute('data-' + n)))")
        };
        let nodes = page.eval(&all("[data-node]", "['node', 'op', 'name', 'value', 'grad']")).await;
        let edges = page.eval(&all("[data-edge]", "['from', 'to', 'local', 'flow']")).await;
        Self { nodes: rows(&nodes).iter().map(node).collect(), edges: rows(&edges).iter().map(edge).collect() }
    }

    /// The node of a variable.
    pub fn variable(&self, name: &str) -> &Node {
        let found = self.nodes.iter().find(|node| node.op == "var" && node.name.as_deref() == Some(name));
        found.unwrap_or_else(|| panic!("no node for the variable {name} in {self:?}"))
    }

    /// The nodes that do something.
    pub fn with_op<'a>(&'a self, op: &'a str) -> impl Iterator<Item = &'a Node> {
        self.nodes.iter().filter(move |node| node.op == op)
    }

    /// The node that nothing uses: the output.
    pub fn output(&self) -> &Node {
        let unused = |node: &&Node| self.edges.iter().all(|edge| edge.from != node.id);
        let mut outputs = self.nodes.iter().filter(unused);
        let output = outputs.next().unwrap_or_else(|| panic!("no output in {self:?}"));
        assert_eq!(outputs.next(), None, "a tree has one output");
        output
    }

    /// Checks that edges join nodes that are drawn, that the output's gradient is 1, that every
    /// edge sends upstream × local, and that every node's gradient is the sum of what it is sent.
    ///
    /// # Panics
    ///
    /// If one of these is not so.
    pub fn assert_chain_rule(&self) {
        assert!(!self.nodes.is_empty(), "the tree is drawn");
        let output = self.output();
        assert_eq!(output.grad, Some(1.0), "the output's gradient is 1: {output:?}");
        for edge in &self.edges {
            let upstream = self.node(&edge.to).grad;
            self.node(&edge.from);
            if let (Some(flow), Some(local), Some(upstream)) = (edge.flow, edge.local, upstream) {
                assert_close(flow, upstream * local, &format!("the flow of {edge:?}"));
            }
        }
        for node in self.nodes.iter().filter(|node| node.id != output.id && node.op != "const") {
            let Some(grad) = node.grad else {
                assert_ne!(node.op, "var", "a variable has a gradient: {node:?}");
                continue;
            };
            let uses = self.edges.iter().filter(|edge| edge.from == node.id);
            let sum: f64 = uses
                .map(|edge| {
                    let local = edge.local.unwrap_or_else(|| panic!("no data-local on {edge:?}"));
                    let upstream = self.node(&edge.to).grad;
                    local * upstream.unwrap_or_else(|| panic!("no data-grad on {}", edge.to))
                })
                .sum();
            assert_close(grad, sum, &format!("the sum of what {node:?} is sent"));
        }
    }

    fn node(&self, id: &str) -> &Node {
        let found = self.nodes.iter().find(|node| node.id == id);
        found.unwrap_or_else(|| panic!("an edge names the node {id}, which is not drawn"))
    }
}

/// Checks that two numbers agree but for rounding; equal infinities and two NaNs do.
///
/// # Panics
///
/// If they do not agree.
pub fn assert_close(got: f64, expected: f64, what: &str) {
    let same = got == expected || (got.is_nan() && expected.is_nan());
    let near = (got - expected).abs() <= 1e-9 * expected.abs().max(1e-3);
    assert!(same || near, "{what}: expected {expected}, got {got}");
}

fn rows(table: &Value) -> Vec<Vec<Option<String>>> {
    let row = |row: &Value| {
        let cells = row.as_array().into_iter().flatten();
        cells.map(|cell| cell.as_str().map(str::to_owned)).collect()
    };
    table.as_array().into_iter().flatten().map(row).collect()
}

fn node(row: &Vec<Option<String>>) -> Node {
    Node {
        id: row[0].clone().unwrap_or_default(),
        op: row[1].clone().unwrap_or_else(|| panic!("a node without data-op: {row:?}")),
        name: row[2].clone(),
        value: number(&row[3]),
        grad: number(&row[4]),
    }
}

fn edge(row: &Vec<Option<String>>) -> Edge {
    Edge {
        from: row[0].clone().unwrap_or_else(|| panic!("an edge without data-from: {row:?}")),
        to: row[1].clone().unwrap_or_else(|| panic!("an edge without data-to: {row:?}")),
        local: number(&row[2]),
        flow: number(&row[3]),
    }
}

fn number(text: &Option<String>) -> Option<f64> {
    let text = text.as_deref()?;
    Some(text.parse().unwrap_or_else(|_| panic!("'{text}' is no number")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_the_page_spells_them() {
        assert_eq!(number(&Some("-Infinity".into())), Some(f64::NEG_INFINITY));
        assert!(number(&Some("NaN".into())).is_some_and(f64::is_nan));
        assert_eq!(number(&Some("1e300".into())), Some(1e300));
        assert_eq!(number(&None), None);
    }
}
