//! The rows of the data as dots, and the curve that is fitted to them.

use web_sys::Element;
use yew::prelude::*;

use super::data::Props;
use super::live::FitSlots;
use crate::app::help::Help;
use crate::plot::Window;
use crate::typeset::{name_text, number};

/// Size of the picture in its own units.
const WIDTH: f64 = 280.0;
const HEIGHT: f64 = 120.0;

/// Nothing, where there are no rows or more than one column predicts.
#[component]
pub(super) fn Fit(props: &Props) -> Html {
    let root = use_node_ref();
    let scatter = props.store.read(|state| state.scatter(WIDTH, HEIGHT));
    {
        let (store, root) = (props.store.clone(), root.clone());
        let window = scatter.as_ref().map(|scatter| scatter.window);
        use_effect_with((props.model.clone(), props.data.clone()), move |(model, _)| {
            let slots = root.cast::<Element>().zip(window);
            let slots = slots.and_then(|(root, window)| FitSlots::adopt(model.0.clone(), &root, window));
            store.adopt(|live| live.fit = slots);
        });
    }
    let Some(scatter) = scatter else { return html! {} };
    let Props { model, data, options, .. } = props;
    let name = |column: usize| name_text(&model.graph.variables()[data.columns[column]].name);
    let Window { width, height, .. } = scatter.window;
    let one = |number: f64| format!("{number:.1}");
    let label = format!("{} over {}: the rows as dots, the fitted curve as a line", name(1), name(0));
    html! {
        <svg class="scatter" ref={root} viewBox={format!("-34 -6 {} {}", width + 38.0, height + 26.0)} role="img" aria-label={label} data-help={Help::Scatter.id()}>
            <clipPath id="scatter-frame"><rect width={width.to_string()} height={height.to_string()} /></clipPath>
            for &x in &scatter.x.values {
                <line class="grid" x1={one(scatter.window.px(x))} x2={one(scatter.window.px(x))} y2={height.to_string()} />
                <text x={one(scatter.window.px(x))} y={(height + 15.0).to_string()} text-anchor="middle">{ number(x) }</text>
            }
            for &y in &scatter.y.values {
                <line class="grid" y1={one(scatter.window.py(y))} y2={one(scatter.window.py(y))} x2={width.to_string()} />
                <text x="-6" y={one(scatter.window.py(y) + 4.0)} text-anchor="end">{ number(y) }</text>
            }
            <text class="axis" x={(width - 5.0).to_string()} y={(height - 6.0).to_string()} text-anchor="end">{ name(0) }</text>
            <text class="axis" x="5" y="13">{ name(1) }</text>
            <path class="fitted" clip-path="url(#scatter-frame)" />
            for (row, &(x, y)) in scatter.dots.iter().enumerate() {
                <circle class={classes!("dot", (options.row == Some(row)).then_some("picked"))} cx={one(x)} cy={one(y)} r={if options.row == Some(row) { "6" } else { "4" }} />
            }
        </svg>
    }
}
