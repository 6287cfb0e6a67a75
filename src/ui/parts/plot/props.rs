//! What the plot is rendered from.

use yew::prelude::*;

use crate::app::data::Data;
use crate::app::plot::Options;
use crate::app::{Model, Theme};
use crate::ui::shell::shared::Shared;
use crate::ui::shell::store::Store;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    pub model: Shared<Model>,
    /// Its columns are no axis unless chosen.
    pub data: Shared<Data>,
    /// The variable on the axis, and the second one of a map.
    pub axes: (Option<usize>, Option<usize>),
    /// What is shown; without the window, which no structure depends on.
    pub options: Options,
    pub theme: Theme,
}
