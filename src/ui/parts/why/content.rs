//! What is on the panel at this moment.

use yew::prelude::*;

use crate::app::State;
use crate::explain::{Explanation, Piece, Rung, RungKind, explain, place};
use crate::graph::{EdgeId, NodeId};
use crate::ui::parts::tree::use_colour;
use crate::words;

/// What is on the panel at this moment.
pub(super) struct Content {
    pub node: NodeId,
    pub explanation: Explanation,
    pub place: Vec<Piece>,
    pub uses: Vec<EdgeId>,
    pub chosen_use: Option<EdgeId>,
    pub chosen: bool,
}

impl Content {
    pub fn of(state: &State) -> Content {
        let (model, node) = (&state.derived.model, state.explained());
        let mut explanation = explain(&model.graph, state.stepping().known(), node);
        if let Some(line) = state.forward().carried_line(node) {
            let say = words::picture::carried_up().line();
            let rung = Rung { kind: RungKind::Forward, say, lines: vec![line] };
            explanation.rungs.insert(explanation.rungs.len().min(1), rung);
        }
        Content {
            node,
            explanation,
            place: place(&model.source, &model.graph, &model.uses, node),
            uses: model.uses.of(node).to_vec(),
            chosen_use: state.session.chosen_use,
            chosen: state.session.selection.is_some(),
        }
    }
}

/// The classes of a rung: what it is about, and the colour of its use where there are several.
pub(super) fn rung_classes(rung: &Rung, uses: &[EdgeId], chosen: Option<EdgeId>) -> Classes {
    let (name, edge) = match rung.kind {
        RungKind::Forward => ("forward", None),
        RungKind::Term(edge) => ("term", Some(edge)),
        RungKind::Gradient => ("result", None),
        RungKind::Note => ("remark", None),
        RungKind::Paths => ("paths", None),
        RungKind::Path(edge) => ("way", Some(edge)),
    };
    let colour = edge.and_then(|edge| use_colour(uses, edge));
    let marked = matches!(rung.kind, RungKind::Term(edge) if chosen == Some(edge));
    classes!("rung", name, colour, marked.then_some("marked"))
}
