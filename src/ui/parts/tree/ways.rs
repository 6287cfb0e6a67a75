//! The legend of the paths that are lit up.

use web_sys::Element;
use yew::prelude::*;

use super::uses::use_colour;
use crate::app::State;
use crate::app::help::{Help, name};
use crate::explain::{LARGEST_SEARCHED, LEGEND_ROWS, Legend, legend};
use crate::graph::NodeId;
use crate::ui::shell::dom::{set_attribute, set_text};

/// The legend of the paths that are lit up: their nodes and products, and the sum in the last row.
pub(super) struct Ways {
    rows: Vec<LegendRow>,
    /// The paths that have their colours; the outer none says that nothing was written yet.
    painted: Option<(Option<NodeId>, Vec<Vec<crate::graph::EdgeId>>)>,
    /// By edge: the colour of the paths it is on, where they all have the same.
    colours: Vec<Option<&'static str>>,
}

/// A row with a cell for the nodes and one for the product.
#[derive(Default)]
struct LegendRow {
    place: NodeRef,
    cells: [NodeRef; 2],
    shown: [Option<String>; 2],
}

impl Ways {
    pub fn new() -> Ways {
        Ways { rows: (0..LEGEND_ROWS).map(|_| LegendRow::default()).collect(), painted: None, colours: Vec::new() }
    }

    pub fn view(&self) -> Html {
        html! {
            <ol class="ways" data-help={Help::Ways} aria-label={name(Help::Ways)}>
                for row in &self.rows {
                    <li ref={row.place.clone()}>
                        <span ref={row.cells[0].clone()}></span><span ref={row.cells[1].clone()}></span>
                    </li>
                }
            </ol>
        }
    }

    /// The colour of an edge on the paths.
    pub fn colour(&self, edge: usize) -> Option<&'static str> {
        self.colours.get(edge).copied().flatten()
    }

    /// Writes the legend of a node; tells whether the paths are others than before.
    pub fn write(&mut self, state: &State, node: Option<NodeId>) -> bool {
        let model = &state.derived.model;
        let node = node.filter(|_| model.graph.len() <= LARGEST_SEARCHED);
        if node.is_none() && self.painted.as_ref().is_some_and(|(painted, _)| painted.is_none()) {
            return false;
        }
        let legend = node.map(|node| legend(&model.graph, state.stepping().known(), node)).unwrap_or_default();
        let paths = (node, legend.paths.iter().map(|path| path.edges.clone()).collect());
        let others = self.painted.as_ref() != Some(&paths);
        if others {
            self.paint(state, node, &legend);
            self.painted = Some(paths);
        }
        let last = self.rows.len() - 1;
        for (index, row) in self.rows.iter_mut().enumerate() {
            let texts = texts(&legend, index, index == last);
            for (place, (shown, now)) in row.cells.iter().zip(row.shown.iter_mut().zip(texts)) {
                if shown.as_deref() != Some(now)
                    && let Some(cell) = place.cast::<Element>()
                {
                    set_text(&cell, now);
                    *shown = Some(now.to_owned());
                }
            }
        }
        others
    }

    /// Gives each path the colour of the use it begins with.
    fn paint(&mut self, state: &State, node: Option<NodeId>, legend: &Legend) {
        let uses = node.map_or(&[][..], |node| state.derived.model.uses.of(node));
        let mut seen = vec![false; state.derived.model.graph.edge_count()];
        self.colours = vec![None; seen.len()];
        for (index, row) in self.rows.iter().enumerate() {
            let path = legend.paths.get(index);
            let colour = path.and_then(|path| use_colour(uses, *path.edges.last()?));
            if let Some(element) = row.place.cast::<Element>() {
                set_attribute(&element, "class", colour.unwrap_or_default());
            }
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
