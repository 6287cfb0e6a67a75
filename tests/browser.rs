//! Tests that need a browser: the numbers of the core compiled to WebAssembly, its small stack, and the
//! page's elements.
#![cfg(target_arch = "wasm32")]

use chainrule::autodiff::{Tape, Trace};
use chainrule::graph::{Options, build};
use chainrule::syntax::parse;
use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, Event, EventInit, HtmlInputElement, HtmlTextAreaElement};

wasm_bindgen_test_configure!(run_in_browser);

fn run(text: &str, at: &Value) -> (f64, Vec<(String, f64)>) {
    let program = parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let graph = build(&program, Options::default()).unwrap();
    let inputs: Vec<f64> = graph.variables().iter().map(|v| at[&v.name].as_f64().unwrap_or(1.0)).collect();
    let mut trace = Trace::new(Tape::new(&graph).into());
    trace.run(&inputs);
    let partials = graph.variables().iter().enumerate().map(|(i, v)| (v.name.clone(), trace.partial(i))).collect();
    (trace.output(), partials)
}

#[wasm_bindgen_test]
fn reference_values_and_gradients() {
    for line in include_str!("data/public.jsonl").lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        let (value, partials) = run(record["expr"].as_str().unwrap(), &record["at"]);
        let close = |got: f64, expected: &Value, atol: &Value| {
            let expected = expected.as_f64().unwrap();
            (got - expected).abs() <= (1e-12 * expected.abs()).max(atol.as_f64().unwrap_or(0.0))
        };
        assert!(close(value, &record["value"], &record["atol"]["value"]), "{}: {value}", record["expr"]);
        for (name, got) in partials {
            let atol = &record["atol"]["gradients"][&name];
            assert!(close(got, &record["gradients"][&name], atol), "{}: ∂/∂{name} = {got}", record["expr"]);
        }
    }
}

/// The stack of a page is a megabyte, so no text may cause deep recursion.
#[wasm_bindgen_test]
fn deep_and_long_texts_get_an_answer() {
    let n = 100_000;
    for text in [
        "(".repeat(n) + "x" + &")".repeat(n),
        "-".repeat(n) + "x",
        "x^".repeat(n) + "x",
        "sin(".repeat(n) + "x" + &")".repeat(n),
        "(".repeat(1 << 20),
        "x+".repeat(n) + "x",
    ] {
        if let Ok(program) = parse(&text) {
            let graph = build(&program, Options::default()).unwrap();
            let mut trace = Trace::new(Tape::new(&graph).into());
            trace.run(&[1.0]);
        }
    }
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

fn find(selector: &str) -> Element {
    document().query_selector(selector).unwrap().unwrap_or_else(|| panic!("there is no {selector}"))
}

fn data(selector: &str, name: &str) -> Option<f64> {
    find(selector).get_attribute(name).map(|text| text.parse().unwrap())
}

/// Tells the page that a person changed this element.
fn input_event(element: &Element) {
    let init = EventInit::new();
    init.set_bubbles(true);
    element.dispatch_event(&Event::new_with_event_init_dict("input", &init).unwrap()).unwrap();
}

async fn next_frames() {
    for _ in 0..3 {
        yew::platform::time::sleep(std::time::Duration::from_millis(40)).await;
    }
}

#[wasm_bindgen_test]
async fn the_page_keeps_its_contract() {
    let root = document().create_element("div").unwrap();
    root.set_id("app");
    document().body().unwrap().append_child(&root).unwrap();
    chainrule::ui::mount();
    next_frames().await;
    assert_eq!((data("[data-result]", "data-value"), data("[data-partial=x]", "data-value")), (Some(25.0), Some(40.0)));

    let slider: HtmlInputElement = find("input[type=range][data-var=x]").unchecked_into();
    slider.set_value("2");
    input_event(&slider);
    assert_eq!((data("[data-result]", "data-value"), data("[data-partial=x]", "data-value")), (Some(81.0), Some(72.0)));
    for (name, value, grad) in [("x", 2.0, 72.0), ("a", 8.0, 18.0), ("b", 9.0, 18.0), ("f", 81.0, 1.0)] {
        let node = format!("[data-node][data-name={name}]");
        assert_eq!((data(&node, "data-value"), data(&node, "data-grad")), (Some(value), Some(grad)), "{name}");
    }
    assert_eq!(find("[data-node][data-op=const]").get_attribute("data-grad"), None, "not needed is not zero");

    let text: HtmlTextAreaElement = find("#expression").unchecked_into();
    text.set_value("(4*x+");
    input_event(&text);
    next_frames().await;
    assert_eq!(text.get_attribute("aria-invalid").as_deref(), Some("true"));
    let error = find("#expression-error");
    assert!(!error.text_content().unwrap().is_empty());
    assert_eq!(data("[data-result]", "data-value"), Some(81.0), "the last good tree stays");

    text.set_value("x*x");
    input_event(&text);
    next_frames().await;
    assert_ne!(text.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(find("#expression-error").text_content().unwrap(), "");
    assert_eq!((data("[data-result]", "data-value"), data("[data-partial=x]", "data-value")), (Some(4.0), Some(4.0)));
    let same: HtmlInputElement = find("input[type=range][data-var=x]").unchecked_into();
    assert!(same == slider, "the slider is the same element while the variable stays");
}
