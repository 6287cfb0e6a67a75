//! What the table is rendered from.

use yew::prelude::*;

use crate::app::Model;
use crate::app::data::{Data, Options};
use crate::ui::shell::shared::Shared;
use crate::ui::shell::store::Store;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    pub model: Shared<Model>,
    pub data: Shared<Data>,
    pub options: Options,
}
