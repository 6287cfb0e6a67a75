//! The part of the state that Yew draws: numbers, hover and selection are not in it.

use std::rc::Rc;

use super::bind::Binds;
use super::store::Store;
use crate::app::data::{self, Data};
use crate::app::{Failure, Model, Panel, State, Theme, descent, plot};
use crate::autodiff::Tangents;
use crate::graph::Options;

/// A shared value that is compared by its place in memory: models hold NaN, which is unequal to
/// itself and would redraw for ever, and comparing them costs more than drawing them.
#[derive(Debug)]
pub(in crate::ui) struct Shared<T>(pub Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> std::ops::Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// What Yew draws.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct View {
    pub model: Shared<Model>,
    pub failure: Option<Shared<Failure>>,
    pub options: Options,
    /// The variable of forward mode, if that is on.
    pub forward: Option<usize>,
    pub theme: Theme,
    pub data: Shared<Data>,
    pub rows: data::Options,
    pub descent: descent::Shape,
    /// Without the window: what is in it is drawn without Yew.
    pub plot: plot::Options,
    /// The variables on the plot's axes.
    pub axes: (Option<usize>, Option<usize>),
    pub panel: Panel,
}

impl View {
    pub fn of(state: &State) -> View {
        View {
            model: Shared(state.model.clone()),
            failure: state.failure.clone().map(Shared),
            options: state.document.options,
            forward: state.tangents.as_ref().map(Tangents::variable),
            theme: state.theme,
            data: Shared(state.data.clone()),
            rows: state.document.data.clone(),
            descent: state.descent_shape(),
            plot: plot::Options { window: None, ..state.document.plot.clone() },
            axes: (state.plot_axis(), state.plot_second()),
            panel: state.document.panel,
        }
    }
}

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
