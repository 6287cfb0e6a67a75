//! The parts of the page, one folder each.
//!
//! A part is `view(&Context) -> Html` and a style sheet of its name beside it. What it shows of the state
//! is bound where it is drawn; a part with thousands of elements has a writer of its own beside its view.
//! A new part is its folder and a line here.

use yew::prelude::*;

use super::shell::context::Context;
use crate::app::Panel;

/// Declares the parts, where each stands, and what the panel below the plot can hold.
macro_rules! parts {
    (
        page { $($place:ident: $($part:ident)+;)+ }
        panel { $($panel:ident: $tab:ident),+ $(,)? }
        held { $($held:ident),+ $(,)? }
    ) => {
        $($(pub(in crate::ui) mod $part;)+)+
        $(pub(in crate::ui) mod $tab;)+
        $(pub(in crate::ui) mod $held;)+

        $(
            /// The parts that stand in this place, from top to bottom.
            pub(in crate::ui) fn $place(context: &Context) -> Html {
                [$($part::view(context)),+].into_iter().collect()
            }
        )+

        /// What a panel holds.
        pub(in crate::ui) fn panel(panel: Panel, context: &Context) -> Html {
            match panel {
                $(Panel::$panel => $tab::view(context)),+
            }
        }
    };
}

parts! {
    page {
        top: header;
        left: function dock check formulas steps;
        middle: tree;
        right: plot fit panels;
        over: help notice;
    }
    panel { Why: why, Descend: descend, Data: data }
    // Parts that stand in others: in the dock, below the graph, in the plot.
    held { sliders, outcome, transport, map }
}
