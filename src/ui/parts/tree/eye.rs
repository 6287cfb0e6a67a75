//! Where one looks at the graph from: the camera, its window, and what is drawn for it.

use std::cell::RefCell;
use std::rc::Rc;

use yew::NodeRef;

use crate::app::Model;
use crate::app::camera::{Camera, Margin};
use crate::app::scene::Scene;
use crate::graph::{EdgeId, NodeId};
use crate::ui::shell::pointer::Hands;

/// The scale at which a picture too large to fit is first shown; a phone is held closer.
const READABLE: f64 = 0.66;
const READABLE_IN_HAND: f64 = 0.5;

/// A window narrower than this is a phone's.
pub(super) const NARROW: f64 = 600.0;

/// Shared by the listeners of the picture.
pub(super) type Look = Rc<RefCell<Eye>>;

/// What a pointer came down on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grip {
    pub node: Option<NodeId>,
    pub edge: Option<EdgeId>,
}

/// A way of moving the camera.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) enum Move {
    /// The window has another size, or the tools over its head take another part of it.
    Resize(f64, f64, f64),
    /// By so many pixels.
    Pan(f64, f64),
    /// By a factor, around a point of the window; none is its middle.
    Zoom(f64, Option<(f64, f64)>),
    /// To where everything is seen.
    Fit,
    /// To where this node is seen.
    Show(NodeId),
}

/// The camera, its window, and the scene it looks at.
pub(super) struct Eye {
    pub camera: Camera,
    width: f64,
    height: f64,
    /// The part of its head that the tools take.
    tools: f64,
    model: Option<Rc<Model>>,
    scene: Option<Rc<Scene>>,
    /// Nobody has moved the camera since it fitted: it goes on fitting.
    fitting: bool,
    /// A node that is to have the focus once it is drawn.
    pub wanted: Option<NodeId>,
    /// The nodes that are drawn, each with what takes its focus.
    pub drawn: Vec<(NodeId, NodeRef)>,
    /// Pointers that are down.
    pub hands: Hands<Grip>,
}

impl Default for Eye {
    fn default() -> Eye {
        Eye {
            camera: Camera { x: 0.0, y: 0.0, scale: 1.0 },
            width: 0.0,
            height: 0.0,
            tools: 0.0,
            model: None,
            scene: None,
            fitting: true,
            wanted: None,
            drawn: Vec::new(),
            hands: Hands::default(),
        }
    }
}

impl Eye {
    /// What is to be drawn of this model.
    pub fn scene(&mut self, model: &Rc<Model>) -> Rc<Scene> {
        if self.model.as_ref().is_none_or(|known| !Rc::ptr_eq(known, model)) {
            self.model = Some(model.clone());
            self.scene = None;
            if self.fitting {
                self.rest();
            }
        }
        let serves = self.scene.as_ref().filter(|scene| scene.serves(self.camera, self.width, self.height));
        if let Some(scene) = serves {
            return scene.clone();
        }
        // Before the first measurement of the window a usual one is assumed.
        let (width, height) = if self.width > 0.0 { (self.width, self.height) } else { (1000.0, 800.0) };
        let scene = Rc::new(Scene::of(model, self.camera, width, height));
        self.scene = Some(scene.clone());
        scene
    }

    /// Moves; tells whether the scene must be drawn anew.
    pub fn go(&mut self, motion: Move) -> bool {
        let Some(model) = self.model.clone() else { return false };
        let middle = (self.width / 2.0, self.height / 2.0);
        match motion {
            Move::Resize(width, height, tools) => {
                let known = self.width > 0.0;
                self.tools = tools;
                if !known || self.fitting {
                    (self.width, self.height) = (width, height);
                    self.rest();
                } else {
                    self.camera = self.camera.moved((width - self.width) / 2.0, 0.0);
                    (self.width, self.height) = (width, height);
                }
            }
            Move::Pan(dx, dy) => {
                self.fitting = false;
                self.camera = self.camera.moved(dx, dy);
            }
            Move::Zoom(factor, point) => {
                self.fitting = false;
                let (x, y) = point.unwrap_or(middle);
                let farthest = (self.fitted(&model).scale * 0.8).min(0.4);
                self.camera = self.camera.zoomed(factor, x, y, farthest);
            }
            Move::Fit => {
                self.fitting = self.fitted(&model).scale >= self.readable();
                self.camera = self.fitted(&model);
            }
            // All of it is in view, and stays where it is.
            Move::Show(_) if self.fitting && self.fitted(&model).scale >= self.readable() => {}
            Move::Show(node) => {
                let camera = self.camera.showing(model.layout.boxes[node.index()], self.width, self.height);
                self.fitting &= camera == self.camera;
                self.camera = camera;
            }
        }
        self.scene.as_ref().is_none_or(|scene| !scene.serves(self.camera, self.width, self.height))
    }

    /// Where the camera is before anybody moves it: everything in view, of a large graph the
    /// output and what is near it, at a size that can be read.
    fn rest(&mut self) {
        let Some(model) = self.model.clone() else { return };
        let fitted = self.fitted(&model);
        let readable = self.readable();
        self.camera = if fitted.scale >= readable {
            fitted
        } else {
            let (bounds, output) = (model.layout.bounds, model.layout.boxes[model.graph.output().index()]);
            let fits_across = bounds.width * readable < self.width;
            Camera::at_top(if fits_across { bounds } else { output }, self.width, self.margin(), readable)
        };
    }

    fn fitted(&self, model: &Model) -> Camera {
        // A projector is read from afar.
        let largest = if self.width.min(self.height) > 900.0 { 1.5 } else { 1.15 };
        Camera::fit(model.layout.bounds, self.width.max(1.0), self.height.max(1.0), self.margin(), largest)
    }

    fn readable(&self) -> f64 {
        if self.width < NARROW { READABLE_IN_HAND } else { READABLE }
    }

    fn margin(&self) -> Margin {
        let narrow = self.width < NARROW;
        Margin {
            side: if narrow { 12.0 } else { 40.0 },
            top: self.tools + if narrow { 10.0 } else { 28.0 },
            bottom: 12.0,
        }
    }
}
