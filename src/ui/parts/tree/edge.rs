//! An edge of the picture: its elements, and what is written into them.

use web_sys::Element;
use yew::NodeRef;

use super::figure::{Figure, short};
use crate::app::{Model, State};
use crate::explain::{edge_line, local_formula};
use crate::graph::EdgeId;
use crate::typeset::plain_text;
use crate::ui::shell::dom::{set_attribute, set_text};

/// Most characters of formula and number together in the label of an edge.
const LONGEST_LABEL: usize = 6;

/// Breadth of an edge that carries nothing, in quarters of a pixel.
const THIN: i32 = 6;

/// An edge of the picture.
pub(super) struct EdgeSlot {
    pub id: EdgeId,
    pub group: NodeRef,
    pub curve: NodeRef,
    pub label: NodeRef,
    /// What the pointer reads, while it is on the edge.
    pub title: NodeRef,
    /// Whether it is on a path from the lit node to the output.
    pub on_path: bool,
    /// In which pass the present step goes along it.
    pub pass: Option<&'static str>,
    /// The colour of one use among several.
    pub colour: Option<&'static str>,
    there: Option<[Element; 3]>,
    formula: Option<String>,
    numbers: [Figure; 3],
    label_figure: Figure,
    width: Option<i32>,
    shown: Option<EdgeMarks>,
    told: Option<String>,
}

/// On the path, acting, and in which colour.
type EdgeMarks = (bool, Option<&'static str>, Option<&'static str>);

impl EdgeSlot {
    pub fn new(model: &Model, id: EdgeId) -> EdgeSlot {
        EdgeSlot {
            id,
            group: NodeRef::default(),
            curve: NodeRef::default(),
            label: NodeRef::default(),
            title: NodeRef::default(),
            on_path: false,
            pass: None,
            colour: None,
            there: None,
            formula: short_formula(model, id),
            numbers: Default::default(),
            label_figure: Figure::default(),
            width: None,
            shown: None,
            told: None,
        }
    }

    /// Looks up its elements, once they are on the page.
    pub fn mount(&mut self) {
        let elements = [&self.group, &self.curve, &self.label].map(NodeRef::cast::<Element>);
        if let [Some(group), Some(curve), Some(label)] = elements {
            self.there = Some([group, curve, label]);
        }
    }

    /// Writes its numbers and its breadth.
    pub fn write(&mut self, state: &State, forward: bool) {
        let Some([group, curve, label_element]) = &self.there else { return };
        let (flow, carried) = (state.stepping().flow(self.id), state.forward().carried(self.id));
        let [local, product, tangent] = &mut self.numbers;
        local.attribute(group, "data-local", flow.map(|flow| flow.local));
        product.attribute(group, "data-flow", flow.map(|flow| flow.product));
        tangent.attribute(group, "data-tangent", carried.map(|flow| flow.product));
        let drawn = if forward { carried } else { flow };
        let formula = self.formula.as_deref();
        self.label_figure.text(label_element, drawn.map(|flow| flow.local), |local| label(formula, local));
        let width = drawn.map_or(THIN, |flow| breadth(flow.product));
        if self.width.replace(width) != Some(width) {
            set_attribute(curve, "stroke-width", &(f64::from(width) / 4.0).to_string());
        }
    }

    /// Shows how it is marked.
    pub fn write_marks(&mut self) {
        let marks = (self.on_path, self.pass, self.colour);
        let Some([group, ..]) = self.there.as_ref().filter(|_| self.shown != Some(marks)) else { return };
        self.shown = Some(marks);
        let mut class = String::from("edge");
        for name in [self.on_path.then_some("path"), self.pass, self.colour].into_iter().flatten() {
            class.push(' ');
            class.push_str(name);
        }
        set_attribute(group, "class", &class);
    }

    /// Says in its tooltip what travels along it now; nothing while the pointer is elsewhere.
    pub fn tell(&mut self, state: &State, told: bool) {
        let text = if told { line(state, self.id) } else { String::new() };
        if self.told.as_ref() != Some(&text)
            && let Some(title) = self.title.cast::<Element>()
        {
            set_text(&title, &text);
            self.told = Some(text);
        }
    }
}

/// What travels along an edge now.
fn line(state: &State, edge: EdgeId) -> String {
    plain_text(&edge_line(&state.derived.model.graph, state.stepping().known(), edge)).replace(" / ", "/")
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
    let number = short(local);
    match formula {
        Some(formula) if formula.chars().count() + number.chars().count() <= LONGEST_LABEL => {
            format!("× {formula} = {number}")
        }
        _ => format!("× {number}"),
    }
}

/// Breadth of an edge in quarters of a pixel: more gradient, more ink, on a logarithmic scale.
fn breadth(flow: f64) -> i32 {
    if flow.is_nan() {
        return THIN;
    }
    (4.0 * (1.5 + 1.2 * flow.abs().min(1e6).ln_1p())).min(36.0) as i32
}
