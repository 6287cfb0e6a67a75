//! Any node answers why its gradient is what it is, and the answer moves along.

use e2e::page::slider_css;
use e2e::tree::{Tree, assert_close};
use e2e::{Page, View, drive};
use fantoccini::key::Key;

/// The panel's node, and its gradient with all digits.
async fn explained(page: &Page) -> (String, f64) {
    let node = page.attr(".why", "data-why").await.expect("a node is explained");
    (node, page.number(".why", "data-why-grad").await)
}

/// Checks that heading and chain rule of the panel speak of a node that has this gradient.
async fn assert_explains(page: &Page, name: &str) {
    page.frame().await;
    let tree = Tree::read(page).await;
    let node = tree.nodes.iter().find(|node| node.name.as_deref() == Some(name)).expect("the node is drawn");
    let (id, grad) = explained(page).await;
    assert_eq!(id, node.id, "the panel explains {name}");
    assert_close(grad, node.grad.expect("it has a gradient"), "the panel's gradient");
    let heading = page.text(".why h2").await;
    assert!(heading.contains(&format!("/∂{name}")), "{heading}");
    let last = page
        .eval("[...document.querySelectorAll('.rung.result .formulas .grad')].at(-1).textContent.replace('−', '-')")
        .await;
    let last: f64 = last.as_str().expect("a text").parse().expect("a number");
    assert!((last - grad).abs() <= 1e-5 * grad.abs(), "the chain rule ends with {last}, not {grad}");
}

#[test]
fn the_default_view_explains_the_first_variable() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("(4*x+1)^2").await;
        assert_explains(page, "x").await;
    });
}

#[test]
fn a_node_explains_itself_by_mouse_and_by_keyboard() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("(4*x+1)^2").await;
        page.find("[data-node][data-name=a] .body").await.click().await.expect("a node takes a click");
        assert_explains(page, "a").await;
        page.focus("[role=treeitem][tabindex=\"0\"]").await;
        page.press(Key::Up).await;
        page.press(Key::Enter).await;
        assert_explains(page, "b").await;
        page.press(Key::Escape).await;
        assert_explains(page, "x").await;
    });
}

#[test]
fn the_explanation_moves_with_the_slider() {
    for view in [View::DESKTOP, View::PHONE] {
        drive(view, async |page| {
            page.type_expression("x*sin(x)").await;
            page.focus(&slider_css("x")).await;
            for _ in 0..5 {
                let (_, before) = explained(page).await;
                page.press(Key::Right).await;
                assert_explains(page, "x").await;
                assert_ne!(explained(page).await.1, before, "the number follows");
            }
        });
    }
}

#[test]
fn symbols_lead_to_their_nodes() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("(4*x+1)^2").await;
        let tree = Tree::read(page).await;
        let a = tree.nodes.iter().find(|node| node.name.as_deref() == Some("a")).expect("a is drawn");
        page.find(&format!(".why button[data-points=\"{}\"]", a.id)).await.click().await.expect("a button");
        assert_explains(page, "a").await;
    });
}

#[test]
fn every_line_can_be_copied_as_tex() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("x*x").await;
        assert_eq!(page.count("button[aria-label=\"Copy the derivation as TeX\"]").await, 1);
        let lines = page.count(".why .line").await;
        assert!(lines >= 4, "its value, a line for each of two terms, and their sum: {lines}");
        assert_eq!(page.count("button[aria-label=\"Copy this line as TeX\"]").await, lines);
        assert_eq!(page.count(".rung.term.use-0, .rung.term.use-1").await, 2, "each use has its colour");
    });
}

#[test]
fn an_edge_answers_too() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("x*x").await;
        // The middle of the first edge, on the screen.
        let place = page
            .eval(
                "(() => { const edge = document.querySelector('[data-hit]'); \
                 const at = edge.getPointAtLength(edge.getTotalLength() * 0.3); \
                 const place = at.matrixTransform(edge.getScreenCTM()); \
                 const hit = document.elementFromPoint(place.x, place.y); \
                 const to = { bubbles: true, clientX: place.x, clientY: place.y, pointerId: 1, button: 0, pointerType: 'mouse' }; \
                 for (const kind of ['pointerover', 'pointerdown', 'pointerup']) \
                     hit.dispatchEvent(new PointerEvent(kind, to)); \
                 return hit.textContent; })()",
            )
            .await;
        let title = place.as_str().unwrap_or_default();
        assert!(title.contains("product rule") && title.contains("sent back"), "{title}");
        assert_explains(page, "x").await;
        assert_eq!(page.count(".rung.term.marked").await, 1, "its term is marked");
    });
}

#[test]
fn the_panel_follows_the_steps() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("x*sin(x)").await;
        page.focus(".transport .play").await;
        let name = |id: String| format!("[data-node=\"{id}\"]");
        // Both values, which are all that is told of the forward pass, the seed, and then the terms of x:
        // f's first, a's at the end.
        for (steps, node, heading) in
            [("..", "f", "Why is f"), (".", "f", "Why is ∂f"), (".", "x", "so far?"), ("..", "x", "Why is")]
        {
            page.type_text(steps).await;
            let told = format!("(h2 => h2 && h2.textContent.includes('{heading}'))(document.querySelector('.why h2'))");
            let explained = "document.querySelector(`[data-node=\"${document.querySelector('.why').dataset.why}\"]`)";
            page.until("the panel follows", &format!("{told} && {explained}.dataset.name === '{node}'")).await;
            let id = page.attr(".why", "data-why").await.expect("a node is explained");
            let known = page.attr(&name(id), "data-grad").await;
            assert_eq!(page.attr(".why", "data-why-grad").await, known, "panel and tree agree");
        }
        assert!(!page.text(".ladder").await.contains('?'), "everything is known");
    });
}
