//! The legend of the paths that are lit up.

use web_sys::Element;

use crate::app::State;
use crate::explain::{LARGEST_SEARCHED, Legend, legend};
use crate::graph::NodeId;
use crate::ui::dom::{all_inside, inside};
use crate::ui::edges::use_colour;

/// The legend of the paths that are lit up: their nodes and products, and the sum.
pub(super) struct WaySlots {
    /// One a path, each with a cell for its nodes and one for its product; the sum has the last.
    rows: Vec<(Element, Vec<Element>)>,
    shown: Legend,
    node: Option<NodeId>,
    /// By edge: the colour of the paths it is on, where they all have the same.
    colours: Vec<Option<&'static str>>,
}

impl WaySlots {
    pub fn adopt(root: &Element) -> WaySlots {
        let rows = inside(root, ".ways").map(|list| all_inside(&list, "li")).unwrap_or_default();
        let rows = rows.into_iter().map(|row| {
            let cells = all_inside(&row, "span");
            cells.iter().for_each(|cell| cell.set_text_content(None));
            (row, cells)
        });
        WaySlots { rows: rows.collect(), shown: Legend::default(), node: None, colours: Vec::new() }
    }

    /// The colour of an edge on the paths.
    pub fn colour(&self, edge: usize) -> Option<&'static str> {
        self.colours.get(edge).copied().flatten()
    }

    /// Writes the legend of a node; tells whether the paths are others than before.
    pub fn write(&mut self, state: &State, node: Option<NodeId>) -> bool {
        let model = &state.model;
        let node = node.filter(|_| model.graph.len() <= LARGEST_SEARCHED);
        let legend = node.map(|node| legend(&model.graph, state.known(), node)).unwrap_or_default();
        let ways = |legend: &Legend| legend.paths.iter().map(|path| path.edges.clone()).collect::<Vec<_>>();
        let others = self.node != node || ways(&self.shown) != ways(&legend);
        if others {
            self.paint(state, node, &legend);
        }
        for (index, (_, cells)) in self.rows.iter().enumerate() {
            let sum = index + 1 == self.rows.len();
            for (cell, (before, now)) in
                cells.iter().zip(texts(&self.shown, index, sum).into_iter().zip(texts(&legend, index, sum)))
            {
                if before != now {
                    cell.set_text_content(Some(now));
                }
            }
        }
        (self.shown, self.node) = (legend, node);
        others
    }

    /// Gives each path the colour of the use it begins with.
    fn paint(&mut self, state: &State, node: Option<NodeId>, legend: &Legend) {
        let uses = node.map_or(&[][..], |node| state.model.uses.of(node));
        let mut seen = vec![false; state.model.graph.edge_count()];
        self.colours = vec![None; seen.len()];
        for (index, (row, _)) in self.rows.iter().enumerate() {
            let path = legend.paths.get(index);
            let colour = path.and_then(|path| use_colour(uses, *path.edges.last()?));
            row.set_class_name(colour.unwrap_or_default());
            for edge in path.map_or(&[][..], |path| &path.edges) {
                let place = &mut self.colours[edge.index()];
                // What several paths share has no colour of its own.
                *place = colour.filter(|_| !seen[edge.index()] || *place == colour);
                seen[edge.index()] = true;
            }
        }
    }
}

/// What stands in the cells of a row.
fn texts(legend: &Legend, index: usize, sum: bool) -> [&str; 2] {
    match legend.lines.get(index) {
        _ if sum => [legend.sum.as_deref().unwrap_or_default(), ""],
        Some((nodes, product)) => [nodes, product],
        None => ["", ""],
    }
}
