//! The table of data: typed, pasted or dropped; the row that the tree shows; what the mean over all
//! rows is.

mod batches;
mod editor;
mod files;
mod mean;
mod props;
mod rows;
mod whole;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement};
use crate::app::help::Help;
use yew::prelude::*;

use crate::app::data::{Data, Options};
use crate::typeset::name_text;
use crate::ui::shell::bind::{bound, use_binds};
use crate::ui::shell::dom::set_attribute;
use crate::ui::shell::context::Context;
use crate::ui::shell::say::text_of;
use crate::words::{self, Message};
pub(in crate::ui) use files::{dropped, hovered};
use mean::Means;
use props::Props;

pub(in crate::ui) fn view(context: &Context) -> Html {
    let view = context.view;
    html! {
        <Table store={context.store.clone()} model={view.model.clone()} data={view.data.clone()}
            options={view.rows.clone()} />
    }
}

#[component]
fn Table(props: &Props) -> Html {
    let Props { store, model, data, options } = props;
    let bind = use_binds(store, Some(model));
    let (area, details) = (NodeRef::default(), NodeRef::default());
    bind.at(&area, [bound(|state| state.document.data.text.clone(), show_text)]);
    // Open if there is nothing to look at; from then on it is the person's.
    let empty = use_state(|| options.text.is_empty());
    let means = Means::new();
    let title = if options.text.is_empty() { words::table::begin() } else { words::table::edit() };
    let fault = data.fault.as_ref();
    let panel = html! {
        <section class="data" data-help={Help::Data} ref={means.root.clone()} aria-labelledby="data-title">
            <h2 id="data-title" class="unseen">{ words::table::title() }</h2>
            <details open={*empty} ref={details.clone()}>
                <summary>{ title }</summary>
                { editor::view(store, &area, fault.is_some()) }
            </details>
            <p id="data-error" class="error" role="alert"
                data-row={fault.and_then(|fault| fault.row).map(|row| row.to_string())}
                data-column={fault.and_then(|fault| fault.column).map(|column| column.to_string())}>
                { text_of(fault.map(words::data::fault)) }
            </p>
            if let Some(line) = fault.and_then(|fault| fault.line) {
                <button type="button" class="show" onclick={move |_: MouseEvent| show_line(&area, &details, line)}>
                    { words::table::show_line() }
                </button>
            }
            <div class="data-view">
                if !data.rows.is_empty() {
                    { rows::view(props, &bind, &means) }
                }
                { remarks(data, options) }
            </div>
        </section>
    };
    bind.add(means);
    panel
}

/// Puts a text into the box that was not typed there. Setting an equal text would move the caret.
fn show_text(area: &Element, text: &Rc<str>) {
    if let Some(area) = area.dyn_ref::<HtmlTextAreaElement>().filter(|area| area.value() != **text) {
        area.set_value(text);
    }
}

/// Selects a line of the text, counted from 1.
fn show_line(area: &NodeRef, details: &NodeRef, line: usize) {
    let Some(area) = area.cast::<HtmlTextAreaElement>() else { return };
    if let Some(details) = details.cast::<Element>() {
        set_attribute(&details, "open", "");
    }
    let text = area.value();
    let mut lines = text.split('\n').map(|line| line.encode_utf16().count() as u32);
    let start: u32 = lines.by_ref().take(line - 1).map(|length| length + 1).sum();
    // The browser brings the selection into view when the box gets the focus.
    let _ = area.set_selection_range(start, start + lines.next().unwrap_or(0));
    let _ = area.blur();
    let _ = area.focus();
}

/// Remarks: columns that the function does not use, data too large for the link.
fn remarks(data: &Data, options: &Options) -> Html {
    let unused = data.table.as_ref().map_or(Vec::new(), |table| {
        let columns = table.names.iter().enumerate().filter(|(column, _)| !data.used.contains(column));
        columns.map(|(_, name)| Message::neutral(name_text(name))).collect()
    });
    html! {
        <>
            if !unused.is_empty() {
                <p class="hint">{ words::table::unused(words::list::in_a_row(unused)) }</p>
            }
            if !options.fits_link() {
                <p class="hint">{ words::table::too_large() }</p>
            }
        </>
    }
}
