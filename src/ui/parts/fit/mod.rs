//! The rows of the data as dots, and the curve that is fitted to them.

use crate::app::help::Help;
use yew::prelude::*;

use crate::app::Model;
use crate::app::data::{Data, Options};
use crate::plot::Window;
use crate::svg::Px;
use crate::typeset::{name_text, number};
use crate::ui::shell::bind::{attribute, use_binds};
use crate::ui::shell::store::Store;
use crate::ui::shell::context::Context;
use crate::ui::shell::shared::Shared;
use crate::words;

/// Size of the picture in its own units.
const WIDTH: f64 = 280.0;
const HEIGHT: f64 = 120.0;

pub(in crate::ui) fn view(context: &Context) -> Html {
    let view = context.view;
    html! {
        <Fit store={context.store.clone()} model={view.model.clone()} data={view.data.clone()}
            options={view.rows.clone()} />
    }
}

#[derive(Properties, PartialEq)]
struct Props {
    store: Store,
    model: Shared<Model>,
    data: Shared<Data>,
    options: Options,
}

/// Nothing, where there are no rows or more than one column predicts.
#[component]
fn Fit(props: &Props) -> Html {
    let bind = use_binds(&props.store, Some(&props.model));
    let scatter = props.store.read(|state| state.table().scatter(WIDTH, HEIGHT));
    let Some(scatter) = scatter else { return html! {} };
    let Props { model, data, options, .. } = props;
    let fitted = {
        let window = scatter.window;
        bind.to([attribute("d", move |state| state.table().fitted_curve(&window))])
    };
    let name = |column: usize| name_text(&model.graph.variables()[data.columns[column]].name);
    let Window { width, height, .. } = scatter.window;
    let one = |length: f64| Px(length).to_string();
    let label = words::plot::scatter(name(1), name(0));
    html! {
        <svg class="scatter" viewBox={format!("-34 -6 {} {}", width + 38.0, height + 26.0)} role="img"
            aria-label={label} data-help={Help::Scatter}>
            <clipPath id="scatter-frame"><rect width={width.to_string()} height={height.to_string()} /></clipPath>
            for &x in &scatter.x.values {
                <line class="grid" x1={one(scatter.window.px(x))} x2={one(scatter.window.px(x))}
                    y2={height.to_string()} />
                <text x={one(scatter.window.px(x))} y={(height + 15.0).to_string()} text-anchor="middle">
                    { number(x) }
                </text>
            }
            for &y in &scatter.y.values {
                <line class="grid" y1={one(scatter.window.py(y))} y2={one(scatter.window.py(y))}
                    x2={width.to_string()} />
                <text x="-6" y={one(scatter.window.py(y) + 4.0)} text-anchor="end">{ number(y) }</text>
            }
            <text class="axis" x={(width - 5.0).to_string()} y={(height - 6.0).to_string()} text-anchor="end">
                { name(0) }
            </text>
            <text class="axis" x="5" y="13">{ name(1) }</text>
            <path class="fitted" clip-path="url(#scatter-frame)" ref={fitted} />
            for (row, &(x, y)) in scatter.dots.iter().enumerate() {
                <circle class={classes!("dot", (options.row == Some(row)).then_some("picked"))} cx={one(x)} cy={one(y)}
                    r={if options.row == Some(row) { "6" } else { "4" }} />
            }
        </svg>
    }
}
