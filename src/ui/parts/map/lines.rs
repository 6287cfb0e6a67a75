//! The lines of equal value: one path a level.

use web_sys::Element;
use yew::NodeRef;

use crate::plot::{Contours, Window};
use crate::svg::contour;
use crate::typeset::exact;
use crate::ui::shell::dom::{document, set_attribute};

/// The lines of equal value; paths are added as levels come, and emptied when there are fewer.
#[derive(Default)]
pub(super) struct Lines {
    at: NodeRef,
    paths: Vec<Element>,
}

impl Lines {
    /// Where they are drawn.
    pub fn at(&self) -> NodeRef {
        self.at.clone()
    }

    /// Removes what an earlier one has drawn.
    pub fn clear(&self) {
        if let Some(place) = self.at.cast::<Element>() {
            place.set_inner_html("");
        }
    }

    /// Draws the lines of a grid with so many cells along a side.
    pub fn write(&mut self, contours: &Contours, levels: &[f64], window: &Window, cells: f64) {
        let mut paths = vec![String::new(); levels.len()];
        for line in contours.lines() {
            let points = line.points.iter().map(|[x, y]| [x / cells * window.width, (1.0 - y / cells) * window.height]);
            contour(&mut paths[line.level], points, line.closed);
        }
        let Some(place) = self.at.cast::<Element>() else { return };
        while self.paths.len() < levels.len() {
            let Ok(path) = document().create_element_ns(Some("http://www.w3.org/2000/svg"), "path") else { return };
            let _ = place.append_child(&path);
            self.paths.push(path);
        }
        for (index, element) in self.paths.iter().enumerate() {
            set_attribute(element, "d", paths.get(index).map_or("", String::as_str));
            set_attribute(element, "data-level", &levels.get(index).map_or(String::new(), |&level| exact(level)));
        }
    }
}
