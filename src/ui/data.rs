//! The table of data: typed, pasted or dropped; the row that the tree shows; what the mean over all
//! rows is.

use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Element, File, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::dom::{closest, set_attribute};
use super::live::DataSlots;
use super::store::{Shared, Store};
use crate::app::data::{Change, Data, Options};
use crate::app::help::{Help, name};
use crate::app::{Action, Model};
use crate::data::{Batching, LONGEST_TEXT};
use crate::typeset::{name_text, number};
use crate::words;

/// What a mini-batch holds before one says otherwise.
const USUAL_BATCH: usize = 8;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub store: Store,
    pub model: Shared<Model>,
    pub data: Shared<Data>,
    pub options: Options,
}

#[component]
pub(super) fn Table(props: &Props) -> Html {
    let Props { store, model, data, options } = props;
    let (root, area) = (use_node_ref(), use_node_ref());
    // Open if there is nothing to look at; from then on it is the person's.
    let empty = use_state(|| options.text.is_empty());
    {
        let (store, root) = (store.clone(), root.clone());
        use_effect_with((model.clone(), data.clone()), move |(model, _)| {
            if let Some(root) = root.cast::<Element>() {
                store.adopt(|live| live.data = Some(DataSlots::adopt(model.0.clone(), &root)));
            }
        });
    }
    {
        let area = area.clone();
        use_effect_with(options.text.clone(), move |text| {
            // Setting an equal text would move the caret.
            if let Some(area) = area.cast::<HtmlTextAreaElement>().filter(|area| area.value() != **text) {
                area.set_value(text);
            }
        });
    }
    let editor = editor(store, &area, data.fault.is_some());
    let title = if options.text.is_empty() { "Fit to data: type or paste rows" } else { "Edit the rows" };
    html! {
        <section class="data" data-help={Help::Data.id()} ref={root} aria-labelledby="data-title">
            <h2 id="data-title" class="unseen">{ "Data" }</h2>
            <details open={*empty}>
                <summary>{ title }</summary>
                { editor }
            </details>
            <p id="data-error" class="error" role="alert"
                data-row={data.fault.as_ref().and_then(|fault| fault.row).map(|row| row.to_string())}
                data-column={data.fault.as_ref().and_then(|fault| fault.column).map(|column| column.to_string())}>
                { data.fault.as_ref().map(|fault| words::data::fault(fault).text()).unwrap_or_default() }
            </p>
            if let Some(line) = data.fault.as_ref().and_then(|fault| fault.line) {
                <button type="button" class="show" onclick={move |_: MouseEvent| show_line(&area, line)}>{ "Show the line" }</button>
            }
            <div class="data-view">
                if !data.rows.is_empty() {
                    { view(props) }
                }
                { remarks(data, options) }
            </div>
        </section>
    }
}

/// The box for the rows.
fn editor(store: &Store, area: &NodeRef, bad: bool) -> Html {
    let oninput = {
        let store = store.clone();
        move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            let whole = event.input_type() == "insertFromPaste";
            let change = if whole { Change::Load(area.value()) } else { Change::Text(area.value()) };
            store.dispatch(Action::Data(change));
        }
    };
    let onchange = {
        let store = store.clone();
        move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.item(0)) {
                load(&store, &file);
            }
            // The same file can be chosen again.
            input.set_value("");
        }
    };
    html! {
        <>
            <textarea ref={area.clone()} id="data-text" rows="6" spellcheck="false" autocomplete="off" autocapitalize="off"
                placeholder={"x, y\n0, 1.1\n1, 2.9\n2, 5.2"} aria-label={name(Help::Data).text()} aria-describedby="data-error data-how"
                aria-invalid={bad.to_string()} {oninput} />
            <p id="data-how" class="hint">
                { "Names of variables first, then one row of numbers a line. Paste from a spreadsheet, drop a CSV file here, or " }
                <label class="file">{ "open a file" }<input type="file" class="unseen" accept=".csv,.tsv,.txt,text/csv,text/plain" {onchange} /></label>
                { "." }
            </p>
        </>
    }
}

/// The rows around the picked one, the mean over all, and how a descent goes through them.
fn view(props: &Props) -> Html {
    let Props { store, model, data, options } = props;
    let Some(table) = &data.table else { return html! {} };
    let in_view = store.read(|state| state.rows_in_view());
    let count = data.rows.len();
    let output = name_text(model.output_name());
    let act = |change: Change| {
        let store = store.clone();
        move |_: MouseEvent| store.dispatch(Action::Data(change.clone()))
    };
    let onclick = {
        let store = store.clone();
        move |event: MouseEvent| {
            let row = closest(&event, "[data-pick]").and_then(|row| row.get_attribute("data-pick")?.parse().ok());
            if let Some(row) = row {
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
            <p class="mean" data-help={Help::Mean.id()}>{ format!("Mean of {output} over {count} {}", if count == 1 { "row" } else { "rows" }) }
                <output class="number" data-mean=""></output></p>
            <div class="rows" tabindex="0" role="region" aria-label="Rows">
                <table {onclick}>
                    <thead><tr>
                        <th scope="col">{ "row" }</th>
                        for (column, name) in table.names.iter().enumerate() {
                            <th scope="col" class={classes!(unused(column))}>{ name_text(name) }</th>
                        }
                        if let Some(prediction) = &prediction {
                            <th scope="col" class="prediction" title="What the function predicts for the row">{ prediction }</th>
                        }
                        <th scope="col" class="value">{ output }</th>
                    </tr></thead>
                    <tbody>
                        for row in in_view {
                            <tr key={row} class={classes!((options.row == Some(row)).then_some("picked"))} data-pick={row.to_string()}>
                                <th scope="row"><button type="button" aria-pressed={(options.row == Some(row)).to_string()}
                                    aria-label={format!("Show row {} in the tree", row + 1)}>{ row + 1 }</button></th>
                                for (column, &value) in table.rows[row].iter().enumerate() {
                                    <td class={classes!(unused(column))}>{ number(value) }</td>
                                }
                                if prediction.is_some() {
                                    <td class="prediction"></td>
                                }
                                <td class="value"></td>
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
            <div class="picker" role="group" aria-label="Row in the tree" data-help={Help::Row.id()}>
                <button type="button" aria-label="Previous row" aria-disabled={(options.row == Some(0)).to_string()} onclick={act(Change::Pick(step(-1)))}>{ "‹" }</button>
                <label>{ "Row " }{ whole(options.row.map(|row| row + 1), store, |row| Change::Pick(row - 1)) }</label>
                <span>{ format!("of {count}") }</span>
                <button type="button" aria-label="Next row" aria-disabled={(options.row == Some(count - 1)).to_string()} onclick={act(Change::Pick(step(1)))}>{ "›" }</button>
                if options.row.is_none() {
                    <span class="hint">{ "The tree shows a point of your own." }</span>
                }
            </div>
            <p class="average"></p>
            { batches(store, options) }
        </>
    }
}

/// How many rows a step of a descent looks at.
fn batches(store: &Store, options: &Options) -> Html {
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
    let ways = [("full", "all rows"), ("mini", "a mini-batch"), ("single", "one row")];
    html! {
        <div class="batches" data-help={Help::Batch.id()}>
            <label>{ "A step of the descent looks at " }
                <select id="data-batch" {onchange}>
                    for (value, text) in ways {
                        <option {value} selected={value == chosen}>{ text }</option>
                    }
                </select>
            </label>
            if chosen == "mini" {
                <label>{ "of " }{ whole(Some(size), store, |size| Change::Batching(Batching::Mini(size))) }</label>
            }
            if chosen != "full" {
                <label>{ "seed " }{ whole(Some(options.seed as usize), store, |seed| Change::Seed(seed as u32)) }</label>
                <button type="button" onclick={shuffle}>{ "Shuffle anew" }</button>
            }
        </div>
    }
}

/// A box for a whole number from 1 on.
fn whole(value: Option<usize>, store: &Store, change: fn(usize) -> Change) -> Html {
    let store = store.clone();
    let text = value.map(|value| value.to_string()).unwrap_or_default();
    let onchange = move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        let number = field.value().trim().parse().ok().filter(|&number: &usize| number > 0);
        set_attribute(&field, "aria-invalid", if number.is_some() { "false" } else { "true" });
        if let Some(number) = number {
            store.dispatch(Action::Data(change(number)));
        }
    };
    let shown = text.clone();
    let onblur = move |event: FocusEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        set_attribute(&field, "aria-invalid", "false");
        field.set_value(&shown);
    };
    html! { <input type="text" inputmode="numeric" autocomplete="off" class="whole" value={text} {onchange} {onblur} /> }
}

/// Selects a line of the text, counted from 1.
fn show_line(area: &NodeRef, line: usize) {
    let Some(area) = area.cast::<HtmlTextAreaElement>() else { return };
    if let Some(details) = area.closest("details").ok().flatten() {
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

/// What one would wonder about.
fn remarks(data: &Data, options: &Options) -> Html {
    let unused = data.table.as_ref().map_or(Vec::new(), |table| {
        let columns = table.names.iter().enumerate().filter(|(column, _)| !data.used.contains(column));
        columns.map(|(_, name)| name_text(name)).collect()
    });
    html! {
        <>
            if !unused.is_empty() {
                <p class="hint">{ format!("Not in the formula: {}.", unused.join(", ")) }</p>
            }
            if !options.fits_link() {
                <p class="hint">{ "The data is too large for the link; who opens it has to load the data again." }</p>
            }
        </>
    }
}

/// Lets the browser know that a file may be let go here: anywhere on the page.
pub(super) fn hovered() -> Callback<DragEvent> {
    Callback::from(|event: DragEvent| {
        let files = event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0));
        if files {
            event.prevent_default();
        }
    })
}

/// A file let go on the page.
pub(super) fn dropped(store: &Store) -> Callback<DragEvent> {
    let store = store.clone();
    Callback::from(move |event: DragEvent| {
        let file = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.item(0));
        if let Some(file) = file {
            event.prevent_default();
            load(&store, &file);
        }
    })
}

/// Reads a file, of one that is far too large only so much that this can be told.
fn load(store: &Store, file: &File) {
    let store = store.clone();
    let Ok(part) = file.slice_with_i32_and_i32(0, LONGEST_TEXT as i32 + 1) else { return };
    yew::platform::spawn_local(async move {
        if let Some(text) = JsFuture::from(part.text()).await.ok().and_then(|text| text.as_string()) {
            store.dispatch(Action::Data(Change::Load(text)));
        }
    });
}
