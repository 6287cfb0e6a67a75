//! The page without a mouse.

use std::collections::BTreeSet;

use e2e::page::slider_css;
use e2e::tree::assert_close;
use e2e::{Page, View, drive};
use fantoccini::key::Key;
use serde_json::Value;

/// Numbers every element that Tab should reach, in `element.stop`; returns how many there are.
const NUMBER_STOPS: &str = "(() => {
    const able = 'a[href], button, input, select, textarea, summary, [tabindex=\"0\"]';
    const stops = [...document.querySelectorAll(able)].filter(e =>
        !e.disabled && e.tabIndex >= 0 && e.type !== 'radio' && e.type !== 'hidden'
        && !e.closest('[inert]') && e.checkVisibility({ visibilityProperty: true }));
    stops.forEach((e, number) => e.stop = number);
    return stops.map(e => e.outerHTML.slice(0, 120));
})()";

#[test]
fn tab_reaches_everything_that_can_be_used() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("x*y").await;
        let names = page.eval(NUMBER_STOPS).await;
        let names = names.as_array().expect("a list").clone();
        let mut reached = BTreeSet::new();
        for _ in 0..names.len() * 2 + 20 {
            page.press(Key::Tab).await;
            let stop = page.eval("document.activeElement.stop ?? null").await;
            reached.extend(stop.as_u64());
        }
        let missed: Vec<&Value> = names
            .iter()
            .enumerate()
            .filter(|(number, _)| !reached.contains(&(*number as u64)))
            .map(|(_, name)| name)
            .collect();
        assert!(missed.is_empty(), "Tab does not reach {missed:#?}");
        assert!(names.len() >= 4, "box, two sliders and the tree at least: {names:?}");
    });
}

/// Whether the focused element, or a frame around it, looks other without the focus.
const FOCUS_SHOWS: &str = "
    const focused = document.activeElement;
    const rest = () => new Promise(done => setTimeout(done, 300));
    const looks = () => {
        const all = [];
        for (let e = focused, level = 0; e && level < 4; e = e.parentElement, level++) {
            const s = getComputedStyle(e);
            all.push(s.outline, s.boxShadow, s.border, s.backgroundColor, s.color, s.stroke, s.strokeWidth, s.textDecoration);
            for (const part of e.children.length < 12 ? e.children : []) {
                const p = getComputedStyle(part);
                all.push(p.outline, p.stroke, p.strokeWidth, p.fill, p.boxShadow, p.visibility, p.opacity);
            }
        }
        return all.join();
    };
    await rest();
    const there = looks();
    focused.blur();
    await rest();
    const gone = looks();
    focused.focus();
    return focused === document.body || there !== gone;";

#[test]
fn the_focus_can_be_seen() {
    drive(View::DESKTOP, async |page| {
        page.press(Key::Tab).await;
        for _ in 0..20 {
            let html = page.eval("document.activeElement.outerHTML.slice(0, 120)").await;
            assert_eq!(page.promise(FOCUS_SHOWS).await, true, "no sign of the focus on {html}");
            page.press(Key::Tab).await;
        }
    });
}

#[test]
fn arrow_keys_move_a_slider_and_the_numbers() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("x^2").await;
        page.focus(&slider_css("x")).await;
        let mut last = page.slider("x").await;
        for (key, up) in [(Key::Right, true), (Key::Up, true), (Key::Left, false), (Key::Down, false)] {
            page.press(key).await;
            page.frame().await;
            let x = page.slider("x").await;
            assert_eq!(x > last, up, "{key:?} moves it from {last} to {x}");
            assert_close(page.number("[data-result]", "data-value").await, x * x, "the result");
            last = x;
        }
        page.press(Key::End).await;
        assert_eq!(page.slider("x").await, page.number(&slider_css("x"), "max").await);
        page.press(Key::Home).await;
        assert_eq!(page.slider("x").await, page.number(&slider_css("x"), "min").await);
    });
}

/// Which item of the tree has the focus, and whether it alone is reached by Tab.
async fn item(page: &Page) -> u64 {
    let stops = page.count("[role=tree] [role=treeitem][tabindex=\"0\"]").await;
    assert_eq!(stops, 1, "one item of the tree is reached by Tab");
    let index = "[...document.querySelectorAll('[role=tree] [role=treeitem]')].findIndex(e => \
                 e === document.activeElement && e.tabIndex === 0)";
    page.eval(index).await.as_u64().expect("the focus is on the item that Tab reaches")
}

#[test]
fn arrow_keys_walk_the_tree() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("(4*x+1)^2").await;
        assert_eq!(page.count("[role=tree]").await, 1);
        page.focus("[role=treeitem][tabindex=\"0\"]").await;
        page.press(Key::Home).await;
        let first = item(page).await;
        let mut visited = BTreeSet::from([first]);
        for key in [Key::Down, Key::Down, Key::Right, Key::Down, Key::Right, Key::Down, Key::Left, Key::Up] {
            page.press(key).await;
            page.frame().await;
            visited.insert(item(page).await);
        }
        assert!(visited.len() >= 3, "the focus walks: {visited:?}");
        page.press(Key::End).await;
        page.press(Key::Home).await;
        page.frame().await;
        assert_eq!(item(page).await, first, "Home leads back");
    });
}

#[test]
fn a_screen_reader_hears_values_and_gradients() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("(4*x+1)^2").await;
        page.slide_with_keys("x", 2.0).await;
        // Accessible names need to be up to date only after the last move, not after each one.
        page.until("the names have followed", "document.querySelector('[role=treeitem][aria-label*=\"value 81\"]')")
            .await;
        let tree = page.devtools("Accessibility.getFullAXTree", serde_json::json!({})).await;
        let nodes = tree["nodes"].as_array().expect("a list").clone();
        let names: Vec<&str> = nodes
            .iter()
            .filter(|node| node["role"]["value"] == "treeitem")
            .filter_map(|node| node["name"]["value"].as_str())
            .collect();
        for (value, gradient) in [("value 81", "gradient 1"), ("value 9", "gradient 18"), ("value 2", "gradient 72")] {
            let heard = names.iter().any(|name| name.contains(value) && name.contains(gradient));
            assert!(heard, "nobody hears '{value}, {gradient}' in {names:#?}");
        }
    });
}
