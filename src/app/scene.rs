//! What of a graph is drawn: all of a small one; of a large one what is in view, and in detail only
//! where it can be read.

use super::Model;
use super::camera::Camera;
use crate::graph::{EdgeId, NodeId};
use crate::layout::Rect;
use crate::svg::{outlines, strokes};

/// Graphs up to this size are always drawn whole.
pub const DRAWN_WHOLE: usize = 150;

/// Most nodes that are drawn in detail.
const MOST_DETAILED: usize = 300;

/// Most shapes of a sketch.
const MOST_SKETCHED: usize = 4_000;

/// Below this scale the numbers of a node cannot be read.
pub const LEGIBLE: f64 = 0.42;

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The part of the world that is covered; none if that is all of it.
    pub covers: Option<Rect>,
    /// The scale it was made for.
    pub scale: f64,
    /// The drawing itself.
    pub drawing: Drawing,
}

/// How it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawing {
    /// Each node and edge as an element of its own.
    Detail {
        /// The nodes.
        nodes: Vec<NodeId>,
        /// The edges.
        edges: Vec<EdgeId>,
    },
    /// All boxes as one path, and all edges as another.
    Sketch {
        /// SVG path of the boxes.
        boxes: String,
        /// SVG path of the edges.
        edges: String,
    },
}

impl Scene {
    /// The scene of a model through this camera, in a window of this size.
    pub fn of(model: &Model, camera: Camera, width: f64, height: f64) -> Scene {
        let scale = camera.scale;
        if model.graph.len() <= DRAWN_WHOLE {
            let (nodes, edges) = (model.graph.ids().collect(), model.graph.edges().collect());
            return Scene { covers: None, scale, drawing: Drawing::Detail { nodes, edges } };
        }
        let window = camera.window(width, height);
        let covered = grown(window, 0.3);
        let (nodes, edges) = model.layout.visible(covered);
        let drawing = if scale >= LEGIBLE && nodes.len() <= MOST_DETAILED && edges.len() <= 2 * MOST_DETAILED {
            Drawing::Detail { nodes, edges }
        } else {
            let layout = &model.layout;
            Drawing::Sketch {
                boxes: outlines(thinned(&nodes).map(|id| layout.boxes[id.index()])),
                edges: strokes(thinned(&edges).map(|id| &layout.edges[id.index()])),
            }
        };
        Scene { covers: Some(covered), scale, drawing }
    }

    /// Whether it still serves a camera that has moved.
    pub fn serves(&self, camera: Camera, width: f64, height: f64) -> bool {
        let Some(covers) = self.covers else { return true };
        let window = camera.window(width, height);
        let inside = window.x >= covers.x
            && window.y >= covers.y
            && window.right() <= covers.right()
            && window.bottom() <= covers.bottom();
        let ratio = camera.scale / self.scale;
        inside && ratio < 1.4 && ((camera.scale >= LEGIBLE) == (self.scale >= LEGIBLE))
    }
}

fn grown(rect: Rect, by: f64) -> Rect {
    Rect {
        x: rect.x - by * rect.width,
        y: rect.y - by * rect.height,
        width: rect.width * (1.0 + 2.0 * by),
        height: rect.height * (1.0 + 2.0 * by),
    }
}

/// All shapes, or every second, third… of so many that single ones could not be told apart anyway.
fn thinned<T: Copy>(all: &[T]) -> impl Iterator<Item = T> + '_ {
    all.iter().copied().step_by(all.len() / MOST_SKETCHED + 1)
}
