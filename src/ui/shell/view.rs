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
    pub descent: descent::Setup,
    /// Without the window: what is in it is drawn without Yew.
    pub plot: plot::Options,
    /// The variables on the plot's axes.
    pub axes: (Option<usize>, Option<usize>),
    pub panel: Panel,
}

impl View {
    pub fn of(state: &State) -> View {
        View {
            model: Shared(state.derived.model.clone()),
            failure: state.derived.failure.clone().map(Shared),
            options: state.document.options,
            forward: state.derived.tangents.as_ref().map(Tangents::variable),
            theme: state.session.theme,
            language: state.session.language,
            data: Shared(state.derived.data.clone()),
            rows: state.document.data.clone(),
            descent: state.descent().setup(),
            plot: plot::Options { window: None, ..state.document.plot.clone() },
            axes: (state.plotting().axis(), state.plotting().second()),
            panel: state.document.panel,
        }
    }
}
