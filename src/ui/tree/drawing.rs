//! Nodes and edges as SVG. Numbers are left out: `live` writes them.

use yew::prelude::*;

use crate::app::Model;
use crate::app::help::Help;
use crate::app::measure::{Shape, is_word, shape};
use crate::graph::{EdgeId, NodeId, NodeKind};
use crate::layout::Rect;
use crate::typeset::{label, name_text};

/// Each node and edge as an element of its own; layers are in drawing order.
pub(super) fn detail(model: &Model, nodes: &[NodeId], edges: &[EdgeId], covers: Option<Rect>) -> Html {
    html! {
        <>
            <g class="edges" aria-hidden="true" key="edges">
                for &id in edges { { edge(model, id, covers) } }
            </g>
            <g class="locals" aria-hidden="true" key="locals">
                for &id in edges { { local(model, id) } }
            </g>
            <g data-help={Help::Edge.id()} aria-hidden="true" key="hits">
                for &id in edges { { hit(model, id, covers) } }
            </g>
            <g class="nodes" data-help={Help::Node.id()} role="presentation" key="nodes">
                for &id in nodes { { node(model, id) } }
            </g>
        </>
    }
}

/// All boxes and all edges as one path each.
pub(super) fn sketch(boxes: &str, edges: &str) -> Html {
    html! {
        <g class="sketch" key="sketch" role="treeitem" aria-label="Zoom in to read the nodes" aria-selected="false">
            <path class="curves" d={edges.to_owned()} />
            <path class="boxes" d={boxes.to_owned()} />
        </g>
    }
}

/// The curve of an edge; on a large graph only its part near what is drawn.
fn path(model: &Model, id: EdgeId, covers: Option<Rect>) -> String {
    let curve = &model.layout.edges[id.index()];
    covers.map_or_else(|| curve.path(), |window| curve.path_near(&window))
}

fn edge(model: &Model, id: EdgeId, covers: Option<Rect>) -> Html {
    let (from, to) = (model.graph.source(id).0, model.graph.target(id).0);
    html! {
        <g class="edge" key={id.0} data-edge={format!("{from}->{to}")} data-from={from.to_string()} data-to={to.to_string()}>
            <path d={path(model, id, covers)} />
        </g>
    }
}

/// What takes the pointer for an edge, which is too thin to be met.
fn hit(model: &Model, id: EdgeId, covers: Option<Rect>) -> Html {
    html! {
        <path class="hit" key={id.0} data-hit={id.0.to_string()} data-points={model.graph.source(id).0.to_string()}
            d={path(model, id, covers)}>
            <title></title>
        </path>
    }
}

/// The local derivative of an edge.
fn local(model: &Model, id: EdgeId) -> Html {
    let place = model.layout.edges[id.index()].label;
    html! {
        <text class="local" key={id.0} x={fixed(place.x)} y={fixed(place.y + 5.0)}></text>
    }
}

/// The box is what a keyboard and a screen reader meet; the texts in it are for the eye only, as
/// `live` puts the same into its label, in words.
fn node(model: &Model, id: NodeId) -> Html {
    let graph = &model.graph;
    let node = graph.node(id);
    let place = model.layout.boxes[id.index()];
    let (width, height) = (place.width, place.height);
    let op = match node.kind {
        NodeKind::Number(_) | NodeKind::Constant(_) => "const",
        NodeKind::Variable(_) => "var",
        NodeKind::Op(op) => op.row().name,
    };
    let shape = shape(graph, id);
    let (class, radius, symbol_y, numbers_y, inset) = match shape {
        Shape::Box => ("op", 14.0, 33.0, height - 15.0, 13.0),
        Shape::Pill => ("variable", height / 2.0, 30.0, height - 16.0, 22.0),
        Shape::Number => ("number", height / 2.0, height / 2.0 + 6.0, 0.0, 0.0),
    };
    html! {
        <g class={classes!("node", class)} key={id.0} data-node={id.0.to_string()} data-op={op} data-name={node.name.clone()}
            role="presentation" transform={format!("translate({} {})", fixed(place.x), fixed(place.y))}>
            <rect class="body" role="treeitem" tabindex="-1" aria-selected="false" width={fixed(width)} height={fixed(height)} rx={fixed(radius)} />
            <text class={classes!("symbol", is_word(&node.name).then_some("word"))} aria-hidden="true" x={fixed(width / 2.0)} y={fixed(symbol_y)}>{ label(graph, id) }</text>
            if shape == Shape::Box {
                <text aria-hidden="true" class={classes!("name", node.named_by_user.then_some("own"))} x="13" y="24">{ name_text(&node.name) }</text>
            }
            if shape != Shape::Number {
                <text class="value" aria-hidden="true" x={fixed(inset)} y={fixed(numbers_y)}></text>
                <text class="grad" aria-hidden="true" x={fixed(width - inset)} y={fixed(numbers_y)}></text>
            }
            if shape == Shape::Box {
                <g class="badge" aria-hidden="true" transform={format!("translate({} 18)", fixed(width - 18.0))}>
                    <title></title>
                    <circle r="9" />
                    <text y="5">{ "!" }</text>
                </g>
            }
        </g>
    }
}

/// A length in the picture; a tenth of a pixel is finer than any screen.
fn fixed(length: f64) -> String {
    let text = format!("{length:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}
