//! The rows around the picked one, the mean over all, and how a descent goes through them.

use crate::app::help::Help;
use yew::prelude::*;

use super::batches;
use super::mean::Means;
use super::whole::whole;
use super::props::Props;
use crate::app::Action;
use crate::app::data::Change;
use crate::typeset::{name_text, number};
use crate::ui::shell::bind::Binds;
use crate::ui::shell::dom::told;
use crate::ui::shell::say::{HERE, with_elements};
use crate::words;

pub(super) fn view(props: &Props, bind: &Binds, means: &Means) -> Html {
    let Props { store, model, data, options } = props;
    let Some(table) = &data.table else { return html! {} };
    let in_view = store.read(|state| state.table().rows_in_view());
    let count = data.rows.len();
    let output = name_text(model.output_name());
    let act = |change: Change| {
        let store = store.clone();
        move |_: MouseEvent| store.dispatch(Action::Data(change.clone()))
    };
    let onclick = {
        let store = store.clone();
        move |event: MouseEvent| {
            if let Some(row) = told(&event, "data-pick").and_then(|row| row.parse().ok()) {
                store.dispatch(Action::Data(Change::Pick(row)));
            }
        }
    };
    let step = |by: isize| match options.row {
        Some(row) => row.saturating_add_signed(by).min(count - 1),
        None => 0,
    };
    let prediction = data.fit.as_ref().map(|fit| name_text(&model.graph.node(fit.node).name));
    let unused = |column: usize| (!data.used.contains(&column)).then_some("unused");
    html! {
        <>
            <p class="mean" data-help={Help::Mean}>{ words::table::mean_of(output.clone(), count) }{ " " }
                <output class="number" data-mean="" ref={means.mean()}></output></p>
            <div class="rows" tabindex="0" role="region" aria-label={words::table::rows()}>
                <table {onclick}>
                    <thead><tr>
                        <th scope="col">{ words::table::row() }</th>
                        for (column, name) in table.names.iter().enumerate() {
                            <th scope="col" class={classes!(unused(column))}>{ name_text(name) }</th>
                        }
                        if let Some(prediction) = &prediction {
                            <th scope="col" class="prediction" title={words::table::prediction()}>{ prediction }</th>
                        }
                        <th scope="col" class="value">{ output }</th>
                    </tr></thead>
                    <tbody>
                        for row in in_view {
                            <tr key={row} class={classes!((options.row == Some(row)).then_some("picked"))}
                                data-pick={row.to_string()}>
                                <th scope="row">
                                    <button type="button" aria-pressed={(options.row == Some(row)).to_string()}
                                        aria-label={words::table::show_row(row + 1)}>{ row + 1 }</button>
                                </th>
                                for (column, &value) in table.rows[row].iter().enumerate() {
                                    <td class={classes!(unused(column))}>{ number(value) }</td>
                                }
                                if prediction.is_some() {
                                    <td class="prediction" ref={means.prediction()}></td>
                                }
                                <td class="value" ref={means.value()}></td>
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
            <div class="picker" role="group" aria-label={words::table::picker()} data-help={Help::Row}>
                <button type="button" aria-label={words::table::previous()}
                    aria-disabled={(options.row == Some(0)).to_string()} onclick={act(Change::Pick(step(-1)))}>
                    { "‹" }
                </button>
                <label>{ with_elements(words::table::picked(HERE.into(), count), [
                    whole(store, bind, |state| state.document.data.row.map(|row| row + 1), |row| Change::Pick(row - 1)),
                ]) }</label>
                <button type="button" aria-label={words::table::next()}
                    aria-disabled={(options.row == Some(count - 1)).to_string()} onclick={act(Change::Pick(step(1)))}>
                    { "›" }
                </button>
                if options.row.is_none() {
                    <span class="hint">{ words::table::own_point() }</span>
                }
            </div>
            <p class="average" ref={means.sentence()}></p>
            { batches::view(store, bind, options) }
        </>
    }
}
