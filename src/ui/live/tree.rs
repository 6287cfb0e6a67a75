//! The nodes and edges of the picture.

use std::rc::Rc;

use web_sys::Element;

use super::figure::Figure;
use super::ways::WaySlots;
use crate::app::{Model, State, speech};
use crate::autodiff::{Reason, Step, note};
use crate::explain::local_formula;
use crate::graph::{EdgeId, NodeId};
use crate::typeset::{Digits, number_with};
use crate::ui::dom::{inside, set_attribute, set_class};
use crate::ui::edges::{self, USE_COLOURS};
use crate::words;

/// With more characters than these in value and gradient together, both are set smaller, and
/// smaller again.
const TIGHT: usize = 14;
const TIGHTER: usize = 17;

/// Most characters of formula and number together in the label of an edge.
const LONGEST_LABEL: usize = 6;

/// Breadth of an edge that carries nothing, in quarters of a pixel.
const THIN: i32 = 6;

/// The drawn nodes and edges.
pub(in crate::ui) struct TreeSlots {
    pub model: Rc<Model>,
    nodes: Vec<NodeSlot>,
    edges: Vec<EdgeSlot>,
    ways: WaySlots,
    /// Whether the drawing is in forward mode; none if nothing was written yet.
    forward: Option<bool>,
    /// The tooltip of the edge that was pointed at last.
    told: Option<(EdgeId, Element, String)>,
    lit: Option<Lit>,
    step: Option<Step>,
    moment: Option<usize>,
}

/// What is lit up: the node and the choice behind it.
type Lit = (Option<NodeId>, Option<NodeId>);

struct NodeSlot {
    id: NodeId,
    group: Element,
    /// What has the focus and the label.
    item: Element,
    value: Figure,
    grad: Figure,
    tangent: Figure,
    /// The gradient, or the tangent in forward mode.
    carried: Figure,
    badge: Option<Element>,
    noted: Option<Reason>,
    on_path: bool,
}

struct EdgeSlot {
    id: EdgeId,
    group: Element,
    curve: Option<Element>,
    local: Figure,
    flow: Figure,
    /// Local × tangent.
    tangent: Figure,
    formula: Option<String>,
    label: Figure,
    width: i32,
    on_path: bool,
    colour: Option<&'static str>,
}

impl TreeSlots {
    /// Takes the elements of a drawing; they are the children of their layers in this order.
    pub fn adopt(model: Rc<Model>, root: &Element, nodes: &[NodeId], edges: &[EdgeId]) -> TreeSlots {
        let layer = |selector| inside(root, selector);
        let (groups, labels) = (children(layer(".nodes")), children(layer(".locals")));
        let nodes = nodes.iter().zip(groups).map(|(&id, group)| NodeSlot::adopt(id, group)).collect();
        let curves = children(layer(".edges"));
        let edges = edges.iter().zip(curves.zip(labels)).map(|(&id, (group, label))| EdgeSlot {
            id,
            curve: group.first_element_child(),
            local: Figure::new(&group, Some("data-local"), None),
            flow: Figure::new(&group, Some("data-flow"), None),
            tangent: Figure::new(&group, Some("data-tangent"), None),
            label: Figure::new(&group, None, Some(label)),
            group,
            formula: short_formula(&model, id),
            width: 0,
            on_path: false,
            colour: None,
        });
        let edges = edges.collect();
        let slots = TreeSlots {
            model,
            nodes,
            edges,
            ways: WaySlots::adopt(root),
            told: None,
            forward: None,
            lit: None,
            step: None,
            moment: None,
        };
        slots.darken();
        slots
    }

    /// Elements may have been lit in the drawing before, as Yew keeps what stays.
    fn darken(&self) {
        for slot in &self.nodes {
            for class in ["lit", "path", "noted", "computing", "receiving", "sending"] {
                set_class(&slot.group, class, false);
            }
        }
        for slot in &self.edges {
            for class in USE_COLOURS.iter().chain(&["path", "forward", "backward"]) {
                set_class(&slot.group, class, false);
            }
        }
    }

    pub fn write(&mut self, state: &State) {
        let forward = state.tangents.is_some();
        if self.forward.replace(forward) != Some(forward) {
            self.nodes.iter_mut().for_each(|slot| slot.carried.forget());
        }
        let mark = if forward { "↑∂" } else { "∂" };
        for slot in &mut self.nodes {
            let (grad, tangent) = (state.grad(slot.id), state.tangent(slot.id));
            slot.grad.show(grad, short);
            slot.tangent.show(tangent, short);
            let changed = slot.value.show(state.value(slot.id), short)
                | slot.carried.show(if forward { tangent } else { grad }, |number| format!("{mark} {}", short(number)));
            if changed {
                let length = slot.value.len() + slot.carried.len();
                set_class(&slot.group, "tight", length > TIGHT);
                set_class(&slot.group, "tighter", length > TIGHTER);
            }
            if slot.badge.is_some() {
                slot.note(state);
            }
        }
        for slot in &mut self.edges {
            let (flow, carried) = (state.flow(slot.id), state.carried(slot.id));
            slot.local.show(flow.map(|flow| flow.local), short);
            slot.flow.show(flow.map(|flow| flow.product), short);
            slot.tangent.show(carried.map(|flow| flow.product), short);
            let drawn = if forward { carried } else { flow };
            slot.label.show(drawn.map(|flow| flow.local), |local| label(slot.formula.as_deref(), local));
            let width = drawn.map_or(THIN, |flow| breadth(flow.product));
            if width != slot.width {
                slot.width = width;
                if let Some(curve) = &slot.curve {
                    set_attribute(curve, "stroke-width", &(f64::from(width) / 4.0).to_string());
                }
            }
        }
        if self.moment != state.moment {
            self.moment = state.moment;
            self.act(state.step());
        }
        if let Some((edge, title, shown)) = &mut self.told {
            let line = edges::line(state, *edge);
            if *shown != line {
                title.set_text_content(Some(&line));
                *shown = line;
            }
        }
        let lit = (state.lit(), state.selection);
        if self.ways.write(state, state.lit()) {
            for slot in &mut self.edges {
                slot.paint(self.ways.colour(slot.id.index()));
            }
        }
        if self.lit != Some(lit) {
            self.lit = Some(lit);
            self.light(lit);
        }
    }

    /// Keeps the tooltip of an edge true from now on.
    pub fn tell(&mut self, edge: EdgeId, title: &Element) {
        self.told = Some((edge, title.clone(), String::new())).filter(|_| edge.index() < self.model.graph.edge_count());
    }

    /// Lights up the node and the edges of a step, after those of the step before.
    fn act(&mut self, step: Option<Step>) {
        let before = std::mem::replace(&mut self.step, step);
        // Two terms that arrive at the same node are seen to arrive twice.
        let odd = self.moment.is_some_and(|moment| moment % 2 == 1);
        for (step, on) in [(before, false), (step, true)] {
            let model = &self.model;
            let (nodes, edges, way) = match step {
                None => continue,
                Some(Step::Compute(id)) => (vec![(id, "computing")], model.graph.edges_into(id).collect(), "forward"),
                Some(Step::Seed(id)) => (vec![(id, "receiving")], Vec::new(), "backward"),
                Some(Step::Send(edge)) => {
                    let (from, to) = (model.graph.target(edge), model.graph.source(edge));
                    (vec![(from, "sending"), (to, "receiving")], vec![edge], "backward")
                }
            };
            for (id, class) in nodes {
                if let Ok(index) = self.nodes.binary_search_by_key(&id, |slot| slot.id) {
                    set_class(&self.nodes[index].group, class, on);
                    set_class(&self.nodes[index].group, "odd", odd);
                }
            }
            for slot in self.edges.iter().filter(|slot| edges.contains(&slot.id)) {
                set_class(&slot.group, way, on);
            }
        }
    }

    fn light(&mut self, (lit, chosen): Lit) {
        let path = lit.map(|node| self.model.toward_output(node));
        let reaches = |node: NodeId| path.as_ref().is_some_and(|path| path[node.index()]);
        let drawn = |node: &NodeId| self.nodes.binary_search_by_key(node, |slot| slot.id).is_ok();
        let stops = [chosen, lit, Some(self.model.graph.output()), self.nodes.last().map(|slot| slot.id)];
        let tab_stop = stops.into_iter().flatten().find(drawn);
        for slot in &mut self.nodes {
            if slot.on_path != reaches(slot.id) {
                slot.on_path = !slot.on_path;
                set_class(&slot.group, "path", slot.on_path);
            }
            set_class(&slot.group, "lit", lit == Some(slot.id));
            set_attribute(&slot.item, "aria-selected", if chosen == Some(slot.id) { "true" } else { "false" });
            set_attribute(&slot.item, "tabindex", if tab_stop == Some(slot.id) { "0" } else { "-1" });
        }
        for slot in &mut self.edges {
            let on_path = reaches(self.model.graph.source(slot.id));
            if slot.on_path != on_path {
                slot.on_path = on_path;
                set_class(&slot.group, "path", on_path);
            }
        }
    }

    /// Renews what a screen reader says about each node.
    pub fn speak(&self, state: &State) {
        for slot in &self.nodes {
            set_attribute(&slot.item, "aria-label", &speech::node(state, slot.id).text());
        }
    }
}

impl EdgeSlot {
    /// Gives it the colour of one use among several, or takes it away.
    fn paint(&mut self, colour: Option<&'static str>) {
        if colour != self.colour {
            self.colour.iter().for_each(|class| set_class(&self.group, class, false));
            colour.iter().for_each(|class| set_class(&self.group, class, true));
            self.colour = colour;
        }
    }
}

impl NodeSlot {
    fn adopt(id: NodeId, group: Element) -> NodeSlot {
        NodeSlot {
            id,
            value: Figure::new(&group, Some("data-value"), inside(&group, ".value")),
            grad: Figure::new(&group, Some("data-grad"), None),
            tangent: Figure::new(&group, Some("data-tangent"), None),
            carried: Figure::new(&group, None, inside(&group, ".grad")),
            badge: inside(&group, ".badge title"),
            item: inside(&group, ".body").unwrap_or_else(|| group.clone()),
            group,
            noted: None,
            on_path: false,
        }
    }

    fn note(&mut self, state: &State) {
        let known = state.value(self.id).is_some();
        let noted = note(&state.model.graph, &state.trace, self.id).filter(|_| known).map(|note| note.reason);
        if noted != self.noted {
            self.noted = noted;
            set_class(&self.group, "noted", noted.is_some());
            if let Some(title) = &self.badge {
                title.set_text_content(noted.map(|reason| words::autodiff::reason(reason).text()).as_deref());
            }
        }
    }
}

/// The local derivative as a formula, where that is short and not a number.
fn short_formula(model: &Model, id: EdgeId) -> Option<String> {
    // No label speaks of what needs no gradient.
    model.graph.node(model.graph.source(id)).active.then_some(())?;
    let formula = local_formula(&model.graph, id)?.plain().replace(' ', "");
    let formula = match formula.split_once('·') {
        Some((number, name)) if number.parse::<f64>().is_ok() => format!("{number}{name}"),
        _ => formula,
    };
    (formula.chars().count() < LONGEST_LABEL && formula.contains(char::is_alphabetic)).then_some(formula)
}

/// A local derivative, with its formula where both fit into the room that the layout left.
fn label(formula: Option<&str>, local: f64) -> String {
    let number = number_with(local, Digits(4));
    match formula {
        Some(formula) if formula.chars().count() + number.chars().count() <= LONGEST_LABEL => {
            format!("× {formula} = {number}")
        }
        _ => format!("× {number}"),
    }
}

fn short(value: f64) -> String {
    number_with(value, Digits(4))
}

/// Breadth of an edge in quarters of a pixel: more gradient, more ink, on a logarithmic scale.
fn breadth(flow: f64) -> i32 {
    if flow.is_nan() {
        return THIN;
    }
    (4.0 * (1.5 + 1.2 * flow.abs().min(1e6).ln_1p())).min(36.0) as i32
}

fn children(layer: Option<Element>) -> impl Iterator<Item = Element> {
    std::iter::successors(layer.and_then(|layer| layer.first_element_child()), Element::next_element_sibling)
}
