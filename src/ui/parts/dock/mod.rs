//! Sliders and outcome, which a phone keeps in reach of a thumb.

use yew::prelude::*;

use super::{outcome, sliders};
use crate::ui::shell::context::Context;

/// With more variables than this the outcome stands above their sliders: it would stand far below the
/// first one.
const MANY: usize = 5;

pub(in crate::ui) fn view(context: &Context) -> Html {
    let many = context.view.model.graph.variables().len() > MANY;
    html! {
        <div class={classes!("dock", many.then_some("many"))} ref={context.store.world().dock.clone()}>
            if many { { outcome::view(context) } }
            { sliders::view(context) }
            if !many { { outcome::view(context) } }
        </div>
    }
}
