//! The part of the state that Yew draws: numbers, hover and selection are not in it.

use super::shared::Shared;
use crate::app::data::{self, Data};
use crate::app::{Failure, Model, Panel, State, Theme, descent, plot};
use crate::autodiff::Tangents;
use crate::graph::Options;

/// What Yew draws.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct View {
    pub model: Shared<Model>,
    pub failure: Option<Shared<Failure>>,
    pub options: Options,
    /// The variable of forward mode, if that is on.
    pub forward: Option<usize>,
    pub theme: Theme,
    /// The language; another one renders everything anew.
    pub language: &'static str,
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
            language: state.language,
            data: Shared(state.data.clone()),
            rows: state.document.data.clone(),
            descent: state.descent_shape(),
            plot: plot::Options { window: None, ..state.document.plot.clone() },
            axes: (state.plot_axis(), state.plot_second()),
            panel: state.document.panel,
        }
    }
}
