//! The camera, and which part of the graph is drawn for it.

use chainrule::app::camera::{Camera, Margin};
use chainrule::app::scene::{DRAWN_WHOLE, Drawing, Scene};
use chainrule::layout::Rect;

use crate::{after, typed};

#[test]
fn large_graphs_are_drawn_where_one_looks() {
    let text: Vec<String> = (0..2000).map(|i| format!("sin(x+{i})")).collect();
    let state = after([typed(&text.join("+"))]);
    assert!(state.derived.model.graph.len() > DRAWN_WHOLE);
    let output = state.derived.model.layout.boxes[state.derived.model.graph.output().index()];
    let margin = Margin { side: 40.0, top: 70.0, bottom: 30.0 };
    let near = Camera::at_top(output, 1000.0, margin, 0.7);
    let scene = Scene::of(&state.derived.model, near, 1000.0, 800.0);
    let Drawing::Detail { nodes, .. } = &scene.drawing else { panic!("numbers can be read at this scale") };
    assert!(nodes.contains(&state.derived.model.graph.output()) && nodes.len() < 400, "{}", nodes.len());
    assert!(scene.serves(near.moved(50.0, 50.0), 1000.0, 800.0));
    assert!(!scene.serves(near.moved(5000.0, 0.0), 1000.0, 800.0));
    let far = Camera::fit(state.derived.model.layout.bounds, 1000.0, 800.0, margin, 1.0);
    let scene = Scene::of(&state.derived.model, far, 1000.0, 800.0);
    assert!(matches!(scene.drawing, Drawing::Sketch { .. }));
}

#[test]
fn cameras_keep_what_they_promise() {
    let margin = Margin { side: 10.0, top: 20.0, bottom: 30.0 };
    let bounds = Rect { x: -300.0, y: 0.0, width: 400.0, height: 900.0 };
    let camera = Camera::fit(bounds, 500.0, 500.0, margin, 2.0);
    assert_eq!(camera.scale, 0.5);
    assert_eq!(camera.y, 20.0);
    let zoomed = camera.zoomed(2.0, 100.0, 50.0, 0.1);
    let world = |camera: Camera| ((100.0 - camera.x) / camera.scale, (50.0 - camera.y) / camera.scale);
    assert_eq!(world(camera), world(zoomed));
    let shown = zoomed.showing(Rect { x: 900.0, y: 900.0, width: 50.0, height: 50.0 }, 500.0, 500.0);
    let window = shown.window(500.0, 500.0);
    assert!(window.x < 900.0 && window.right() > 950.0 && window.y < 900.0 && window.bottom() > 950.0);
}
