//! What the picture is rendered from.

use yew::prelude::*;

use crate::app::Model;
use crate::graph::Options;
use crate::ui::shell::shared::Shared;
use crate::ui::shell::store::Store;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    pub model: Shared<Model>,
    pub options: Options,
    /// The variable of forward mode, if that is on.
    pub forward: Option<usize>,
    /// Whether the text is bad and an earlier one's tree is shown.
    pub stale: bool,
}
