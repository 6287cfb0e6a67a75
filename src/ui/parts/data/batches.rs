//! How many rows a step of a descent looks at.

use web_sys::HtmlSelectElement;
use crate::app::help::Help;
use yew::prelude::*;

use super::whole::whole;
use crate::app::Action;
use crate::app::data::{Change, Options};
use crate::data::Batching;
use crate::ui::shell::bind::Binds;
use crate::ui::shell::say::{HERE, with_elements};
use crate::ui::shell::store::Store;
use crate::words;

/// The number of rows in a mini-batch at first.
const USUAL_BATCH: usize = 8;

pub(super) fn view(store: &Store, bind: &Binds, options: &Options) -> Html {
    let size = match options.batching {
        Batching::Mini(size) => size,
        _ => USUAL_BATCH,
    };
    let chosen = match options.batching {
        Batching::Full => "full",
        Batching::Mini(_) => "mini",
        Batching::Single => "single",
    };
    let onchange = {
        let store = store.clone();
        move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let batching = match select.value().as_str() {
                "mini" => Batching::Mini(size),
                "single" => Batching::Single,
                _ => Batching::Full,
            };
            store.dispatch(Action::Data(Change::Batching(batching)));
        }
    };
    let shuffle = {
        let (store, seed) = (store.clone(), options.seed);
        move |_: MouseEvent| store.dispatch(Action::Data(Change::Seed(seed.wrapping_add(1))))
    };
    let ways =
        [("full", words::table::all_rows()), ("mini", words::table::mini_batch()), ("single", words::table::one_row())];
    html! {
        <div class="batches" data-help={Help::Batch}>
            <label>{ with_elements(words::table::looks_at(HERE.into()), [html! {
                <select id="data-batch" {onchange}>
                    for (value, text) in ways {
                        <option {value} selected={value == chosen}>{ text }</option>
                    }
                </select>
            }]) }</label>
            if chosen == "mini" {
                <label>{ with_elements(words::table::of(HERE.into()), [
                    whole(store, bind, move |_| Some(size), |size| Change::Batching(Batching::Mini(size))),
                ]) }</label>
            }
            if chosen != "full" {
                <label>{ with_elements(words::table::seed(HERE.into()), [
                    whole(
                        store,
                        bind,
                        |state| Some(state.document.data.seed as usize),
                        |seed| Change::Seed(seed as u32),
                    ),
                ]) }</label>
                <button type="button" onclick={shuffle}>{ words::table::shuffle() }</button>
            }
        </div>
    }
}
