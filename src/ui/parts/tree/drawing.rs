//! Nodes and edges as SVG. Numbers are left out: each element is held by the slot that writes it.

use crate::app::help::Help;
use yew::prelude::*;

use super::edge::EdgeSlot;
use super::node::NodeSlot;
use crate::app::Model;
use crate::app::measure::{Shape, is_word, shape};
use crate::graph::{EdgeId, NodeKind};
use crate::layout::Rect;
use crate::svg::{self, Px, translate};
use crate::typeset::{Label, label, name_text};
use crate::words;

/// Each node and edge as an element of its own; layers are in drawing order.
pub(super) fn detail(model: &Model, nodes: &[NodeSlot], edges: &[EdgeSlot], covers: Option<Rect>) -> Html {
    html! {
        <>
            <g class="edges" aria-hidden="true" key="edges">
                for slot in edges { { edge(model, slot, covers) } }
            </g>
            <g class="locals" aria-hidden="true" key="locals">
                for slot in edges { { local(model, slot) } }
            </g>
            <g data-help={Help::Edge} aria-hidden="true" key="hits">
                for slot in edges { { hit(model, slot, covers) } }
            </g>
            <g class="nodes" data-help={Help::Node} role="presentation" key="nodes">
                for slot in nodes { { node(model, slot) } }
            </g>
        </>
    }
}

/// All boxes and all edges as one path each.
pub(super) fn sketch(boxes: &str, edges: &str) -> Html {
    html! {
        <g class="sketch" key="sketch" role="treeitem" aria-label={words::picture::sketch()} aria-selected="false">
            <path class="curves" d={edges.to_owned()} />
            <path class="boxes" d={boxes.to_owned()} />
        </g>
    }
}

/// The curve of an edge; on a large graph only its part near what is drawn.
fn path(model: &Model, id: EdgeId, covers: Option<Rect>) -> String {
    let curve = &model.layout.edges[id.index()];
    covers.map_or_else(|| svg::edge(curve), |window| svg::edge_near(curve, &window))
}

/// An edge is the same as long as what uses it is, and the place in it.
fn key(model: &Model, id: EdgeId) -> String {
    format!("{}:{}", model.identities.of(model.graph.target(id)), model.graph.slot(id))
}

fn edge(model: &Model, slot: &EdgeSlot, covers: Option<Rect>) -> Html {
    let (from, to) = (model.graph.source(slot.id).0, model.graph.target(slot.id).0);
    html! {
        <g class="edge" key={key(model, slot.id)} data-edge={format!("{from}->{to}")} data-from={from.to_string()}
            data-to={to.to_string()} ref={slot.group.clone()}>
            <path d={path(model, slot.id, covers)} ref={slot.curve.clone()} />
        </g>
    }
}

/// What takes the pointer for an edge, which is too thin to be met.
fn hit(model: &Model, slot: &EdgeSlot, covers: Option<Rect>) -> Html {
    html! {
        <path class="hit" key={key(model, slot.id)} data-hit={slot.id.0.to_string()}
            data-points={model.graph.source(slot.id).0.to_string()} d={path(model, slot.id, covers)}>
            <title ref={slot.title.clone()}></title>
        </path>
    }
}

/// The local derivative of an edge.
fn local(model: &Model, slot: &EdgeSlot) -> Html {
    let place = model.layout.edges[slot.id.index()].label;
    html! {
        <text class="local" key={key(model, slot.id)} x={fixed(place.x)} y={fixed(place.y + 5.0)}
            ref={slot.label.clone()}>
        </text>
    }
}

/// The box is what a keyboard and a screen reader meet; the texts in it are for the eye only, as its
/// label has the same in words.
fn node(model: &Model, slot: &NodeSlot) -> Html {
    let (graph, id) = (&model.graph, slot.id);
    let node = graph.node(id);
    let place = model.layout.boxes[id.index()];
    let (width, height) = (place.width, place.height);
    let op = match node.kind {
        NodeKind::Number(_) | NodeKind::Constant(_) => "const",
        NodeKind::Variable(_) => "var",
        NodeKind::Op(op) => op.row().name,
    };
    let label = label(graph, id);
    let neutral = matches!(label, Label::Sign(_));
    let shape = shape(graph, id);
    let (radius, symbol_y, numbers_y, inset) = match shape {
        Shape::Box => (14.0, 33.0, height - 15.0, 13.0),
        Shape::Pill => (height / 2.0, 30.0, height - 16.0, 22.0),
        Shape::Number => (height / 2.0, height / 2.0 + 6.0, 0.0, 0.0),
    };
    html! {
        <g class={slot.class()} key={model.identities.of(id)} data-node={id.0.to_string()} data-op={op}
            data-name={node.name.clone()} role="presentation" transform={translate(place.x, place.y)}
            ref={slot.group.clone()}>
            <rect class="body" role="treeitem" tabindex="-1" aria-selected="false" width={fixed(width)}
                height={fixed(height)} rx={fixed(radius)} ref={slot.body.clone()} />
            <text class={classes!("symbol", is_word(&node.name).then_some("word"))} translate={neutral.then_some("no")}
                aria-hidden="true" x={fixed(width / 2.0)} y={fixed(symbol_y)}>
                { label.to_string() }
            </text>
            if shape == Shape::Box {
                <text aria-hidden="true" class={classes!("name", node.named_by_user.then_some("own"))} x="13" y="24">
                    { name_text(&node.name) }
                </text>
            }
            if shape != Shape::Number {
                <text class="value" aria-hidden="true" x={fixed(inset)} y={fixed(numbers_y)} ref={slot.value.clone()}>
                </text>
                <text class="grad" aria-hidden="true" x={fixed(width - inset)} y={fixed(numbers_y)}
                    ref={slot.carried.clone()}>
                </text>
            }
            if shape == Shape::Box {
                <g class="badge" aria-hidden="true" transform={translate(width - 18.0, 18.0)}>
                    <title ref={slot.badge.clone()}></title>
                    <circle r="9" />
                    <text y="5">{ "!" }</text>
                </g>
            }
        </g>
    }
}

fn fixed(length: f64) -> String {
    Px(length).to_string()
}
