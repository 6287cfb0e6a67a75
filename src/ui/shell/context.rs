//! What the parts of the page are rendered from.

use super::bind::Binds;
use super::shared::Shared;
use super::store::Store;
use super::view::View;
use crate::app::Model;

/// What every part of the page is rendered from.
pub(in crate::ui) struct Context<'a> {
    pub store: &'a Store,
    pub view: &'a View,
    /// Bindings of the page itself, renewed at each of its renderings; a component has its own.
    pub bind: &'a Binds,
}

impl Context<'_> {
    /// What a component needs.
    pub fn props(&self) -> Props {
        Props { store: self.store.clone(), model: self.view.model.clone() }
    }
}

/// What most components are rendered from: rendered anew only with another model, they read the rest
/// from the store.
#[derive(Clone, PartialEq, yew::Properties)]
pub(in crate::ui) struct Props {
    pub store: Store,
    pub model: Shared<Model>,
}
