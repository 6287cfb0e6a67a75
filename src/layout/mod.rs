//! `Graph → Layout`: where every box stands and how every edge bends.
//!
//! The output is at the top, arguments stand below what uses them, operands from left to right.
//! A structure in which everything is used once is drawn as a tidy tree ([`tidy`]); one with shared
//! nodes in layers ([`layered`]), which for a tree gives the same picture. Both are pure, the same
//! input gives the same picture, and neither recurses: a chain of 100,000 nodes is data, not stack.
//! Neither sees a value or a gradient, so that dragging a slider never moves a box.
//!
//! All lengths are CSS pixels; x grows to the right, y downwards, and the output's top centre is the
//! origin, so that an edit deep in the picture does not move its upper part.

mod aside;
mod centres;
mod dag;
mod geometry;
mod index;
mod labels;
mod layered;
mod picture;
mod route;
mod rows;
mod spacing;
mod spline;
mod tidy;

pub use dag::Dag;
pub use geometry::{Point, Rect, Size};
pub use layered::layered;
pub use picture::Layout;
pub use spacing::{COLUMN_GAP, LABEL, ROW_GAP};
pub use spline::{Cubic, Knot, Spline};
pub use tidy::tidy;

use crate::graph::Graph;

/// Lays out a graph whose boxes have these sizes, in the order of its nodes.
///
/// # Panics
///
/// When there are not as many sizes as nodes.
pub fn layout(graph: &Graph, sizes: &[Size]) -> Layout {
    layout_dag(&Dag::from(graph), sizes)
}

/// Lays out a structure: [`tidy`] when it is a tree, else [`layered`].
///
/// # Panics
///
/// When there are not as many sizes as nodes.
pub fn layout_dag(dag: &Dag, sizes: &[Size]) -> Layout {
    if dag.is_tree() { tidy(dag, sizes) } else { layered(dag, sizes) }
}
