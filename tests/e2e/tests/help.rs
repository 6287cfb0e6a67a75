//! Every element explains itself, by mouse, by keyboard and by touch.

use e2e::{Page, View, drive};
use fantoccini::key::Key;

const OPEN: &str = "document.querySelector('#help').matches(':popover-open')";

/// What the panel says; nothing while it is closed.
async fn told(page: &Page) -> String {
    page.frame().await;
    if page.eval(OPEN).await == true { page.text("#help .about").await } else { String::new() }
}

/// Sends a pointer event to an element.
async fn point(page: &Page, css: &str, kind: &str, pointer: &str) {
    let script = "document.querySelector(arguments[0]).dispatchEvent(new PointerEvent(arguments[1], \
                  { bubbles: true, clientX: 80, clientY: 80, isPrimary: true, pointerType: arguments[2] }))";
    page.eval_with(script, vec![css.into(), kind.into(), pointer.into()]).await;
}

#[test]
fn whatever_can_be_used_has_help() {
    for view in [View::DESKTOP, View::PHONE] {
        drive(view, async |page| {
            page.type_expression("(4*x+1)^2 + y").await;
            let without = page
                .eval(
                    "[...document.querySelectorAll('button, input, select, summary, textarea, a, [tabindex=\"0\"]')] \
                     .filter((element) => !element.closest('[data-help]:not([data-help=page])')) \
                     .map((element) => element.outerHTML.slice(0, 120))",
                )
                .await;
            assert_eq!(without.as_array().map(Vec::len), Some(0), "{view:?}: {without:#?}");
        });
    }
}

#[test]
fn a_question_mark_lists_the_keys_and_says_what_has_the_focus() {
    drive(View::DESKTOP, async |page| {
        page.focus("input[type=range][data-var=x]").await;
        page.press(Key::Right).await;
        page.type_text("?").await;
        assert!(told(page).await.starts_with("Slider"), "{}", told(page).await);
        assert!(page.text("#help .keys").await.contains("one step forward"));
        page.press(Key::Escape).await;
        assert_eq!(told(page).await, "");
        assert_eq!(page.eval("document.activeElement.dataset.var").await, "x", "the focus is back");
        // In a text it is a letter like any other.
        page.focus("#expression").await;
        page.type_text("?").await;
        assert!(page.expression().await.contains('?') && told(page).await.is_empty());
    });
}

#[test]
fn in_help_mode_pointing_asks_and_does_nothing_else() {
    drive(View::DESKTOP, async |page| {
        page.find(".asks").await.click().await.expect("the switch takes a click");
        assert!(told(page).await.starts_with("What is this?"));
        page.find("[data-help=play]").await.click().await.expect("a button under the mouse");
        assert!(told(page).await.starts_with("Play"), "{}", told(page).await);
        assert_eq!(page.count(".transport.quiet").await, 1, "nobody steps");
        page.focus("[role=treeitem][tabindex=\"0\"]").await;
        assert!(told(page).await.starts_with("Node: "), "{}", told(page).await);
        page.find("[data-node][data-name=a] .body").await.click().await.expect("a node under the mouse");
        page.frame().await;
        assert_eq!(page.count("[role=treeitem][aria-selected=true]").await, 0, "no node is chosen");
        page.type_text("?").await;
        assert!(
            page.text("#help .keys").await.contains("one step forward"),
            "the list is not taken for a thing to ask about"
        );
        page.press(Key::Escape).await;
        assert_eq!(told(page).await, "");
        page.find("[data-help=play]").await.click().await.expect("a button");
        page.frame().await;
        assert_eq!(page.count(".transport.quiet").await, 0, "buttons are buttons again");
    });
}

#[test]
fn a_long_press_asks() {
    drive(View::PHONE, async |page| {
        point(page, "[data-help=share]", "pointerdown", "touch").await;
        page.until("it answers", OPEN).await;
        assert!(told(page).await.contains("Copies a link"));
        point(page, "[data-help=share]", "pointerup", "touch").await;
        page.eval("document.querySelector('[data-help=share]').click()").await;
        page.frame().await;
        assert_eq!(page.text("[data-help=share]").await, "Share", "what follows is no click");
        point(page, ".wordmark", "pointerdown", "touch").await;
        assert_eq!(told(page).await, "");
    });
}

#[test]
fn pointing_at_a_node_shows_its_paths() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("x*sin(x)").await;
        page.focus("input[type=range][data-var=x]").await;
        point(page, "[data-node][data-name=x] .body", "pointerover", "mouse").await;
        page.frame().await;
        let ways = page.text(".ways").await;
        assert!(ways.contains("f ← a ← x") && ways.contains("sum of 2 paths"), "{ways}");
        assert_eq!(page.count(".edge.path.use-0").await, 2, "from x through a to f");
        assert_eq!(page.count(".edge.path.use-1").await, 1, "from x to f");
        page.slide_with_keys("x", 2.0).await;
        let moved = page.text(".ways").await;
        assert!(moved.contains("0.077") && moved != ways, "{moved}");
        point(page, ".wordmark", "pointerover", "mouse").await;
        page.frame().await;
        assert_eq!(page.text(".ways").await, "");
    });
}
