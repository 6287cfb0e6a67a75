//! What the page is for: type a function, move a variable, see values and gradients follow.

use e2e::page::slider_css;
use e2e::tree::{Tree, assert_close};
use e2e::{Page, View, drive};

/// The result and the one partial derivative of `(4*x+1)^2`, against the slider's own value.
async fn assert_follows(page: &Page) -> f64 {
    let x = page.slider("x").await;
    let inner = 4.0 * x + 1.0;
    let result = page.number("[data-result]", "data-value").await;
    let partial = page.number("[data-partial=\"x\"]", "data-value").await;
    assert_close(result, inner * inner, "the result");
    assert_close(partial, 8.0 * inner, "the partial derivative");
    x
}

#[test]
fn typing_a_function_and_sliding_to_two_gives_81_and_72() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("(4*x+1)^2").await;
        page.slide_with_keys("x", 2.0).await;
        assert_close(assert_follows(page).await, 2.0, "the slider reaches 2 by arrow keys");
        assert_close(page.number("[data-result]", "data-value").await, 81.0, "the result");
        assert_close(page.number("[data-partial=x]", "data-value").await, 72.0, "the partial");

        let tree = Tree::read(page).await;
        tree.assert_chain_rule();
        assert_close(tree.output().value.expect("it is known"), 81.0, "the output node");
        let x = tree.variable("x");
        assert_close(x.value.expect("it is known"), 2.0, "the variable's node");
        assert_close(x.grad.expect("it is known"), 72.0, "the variable's gradient");
        let sums: Vec<_> = tree.with_op("add").map(|node| (node.value, node.grad)).collect();
        assert_eq!(sums, [(Some(9.0), Some(18.0))], "the sum inside");
        let products: Vec<_> = tree.with_op("mul").map(|node| (node.value, node.grad)).collect();
        assert_eq!(products, [(Some(8.0), Some(18.0))], "the product inside");
    });
}

#[test]
fn dragging_the_slider_moves_every_number_and_keeps_the_slider() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("(4*x+1)^2").await;
        let slider = slider_css("x");
        let before = assert_follows(page).await;
        page.eval(&format!("void (document.querySelector('{slider}').kept = true)")).await;
        page.drag(&slider, (45.0, 0.0), async || {
            let during = assert_follows(page).await;
            assert_ne!(during, before, "the value moves while the button is down");
            Tree::read(page).await.assert_chain_rule();
        })
        .await;
        let kept = page.eval(&format!("document.querySelector('{slider}').kept === true")).await;
        assert_eq!(kept, true, "the slider is the same element after the drag");
        assert_ne!(assert_follows(page).await, before);
    });
}

#[test]
fn numbers_are_true_one_frame_after_the_slider_moved() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("(4*x+1)^2").await;
        let script = format!(
            "const slider = document.querySelector('{}');
             const frame = () => new Promise(requestAnimationFrame);
             const late = [];
             for (let i = 0; i < 20; i++) {{
                 await frame();
                 slider.value = i / 10;
                 slider.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
                 await frame(); await frame();
                 const shown = Number(document.querySelector('[data-result]').getAttribute('data-value'));
                 const x = Number(slider.value);
                 if (Math.abs(shown - (4 * x + 1) ** 2) > 1e-6) late.push([x, shown]);
             }}
             return late;",
            slider_css("x")
        );
        assert_eq!(page.promise(&script).await, serde_json::json!([]), "[x, what was shown]");
    });
}

#[test]
fn a_finger_drags_the_slider_on_a_phone() {
    drive(View::PHONE, async |page| {
        page.type_expression("(4*x+1)^2").await;
        let before = assert_follows(page).await;
        page.swipe(&slider_css("x"), (60.0, 0.0)).await;
        assert_ne!(assert_follows(page).await, before, "the finger moved it");
    });
}

#[test]
fn an_error_is_pointed_at_and_the_last_good_tree_stays() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("(4*x+1)^2").await;
        assert_eq!(page.attr("#expression-error", "role").await.as_deref(), Some("alert"));
        assert_eq!(page.text("#expression-error").await, "", "no error, no text");
        let good = Tree::read(page).await;

        for (bad, length) in [("(4*x+1)^2+", 10.0), ("(4*x+1", 6.0), ("sine(x)", 7.0), ("2 3", 3.0)] {
            page.type_expression(bad).await;
            let invalid = page.attr("#expression", "aria-invalid").await;
            assert_eq!(invalid.as_deref(), Some("true"), "{bad} is marked");
            assert_ne!(page.text("#expression-error").await, "", "{bad} is explained");
            let start = page.number("#expression-error", "data-start").await;
            let end = page.number("#expression-error", "data-end").await;
            assert!(0.0 <= start && start <= end && end <= length, "{bad}: {start} to {end}");
            assert_ne!(Tree::read(page).await.nodes, [], "{bad}: a good tree stays");
        }

        page.type_expression("(4*x+1)^2").await;
        assert_ne!(page.attr("#expression", "aria-invalid").await.as_deref(), Some("true"));
        assert_eq!(page.text("#expression-error").await, "", "a good text clears the error");
        let ops = |tree: &Tree| tree.nodes.iter().map(|node| node.op.clone()).collect::<Vec<_>>();
        assert_eq!(ops(&Tree::read(page).await), ops(&good));
    });
}

#[test]
fn an_error_right_after_a_good_function_leaves_its_tree_as_it_was() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("x*y+x").await;
        let good = Tree::read(page).await;
        page.type_text("*").await;
        page.frame().await;
        assert_eq!(page.attr("#expression", "aria-invalid").await.as_deref(), Some("true"));
        assert_eq!(Tree::read(page).await, good);
    });
}

#[test]
fn the_text_of_an_error_is_no_html() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("<img src=a onerror=alert(1)>(x)").await;
        assert_eq!(page.attr("#expression", "aria-invalid").await.as_deref(), Some("true"));
        assert_eq!(page.count("#expression-error img, [data-node] img").await, 0);
    });
}

#[test]
fn every_variable_has_a_slider_a_number_box_and_a_partial() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("a*b + sin(c)*a").await;
        for name in ["a", "b", "c"] {
            for css in [
                slider_css(name),
                format!("input[data-var-input=\"{name}\"]"),
                format!("input[data-var-min=\"{name}\"]"),
                format!("input[data-var-max=\"{name}\"]"),
                format!("[data-partial=\"{name}\"][data-value]"),
            ] {
                assert_eq!(page.count(&css).await, 1, "{css}");
            }
            let labelled = format!(
                "document.querySelector('{}').labels.length > 0 || document.querySelector('{0}').hasAttribute('aria-label')",
                slider_css(name)
            );
            assert_eq!(page.eval(&labelled).await, true, "the slider of {name} is labelled");
        }
        assert_eq!(page.count("input[type=range][data-var]").await, 3);
        let tree = Tree::read(page).await;
        tree.assert_chain_rule();
        let (a, b, c) = (page.slider("a").await, page.slider("b").await, page.slider("c").await);
        for (name, expected) in [("a", b + c.sin()), ("b", a), ("c", a * c.cos())] {
            let css = format!("[data-partial=\"{name}\"]");
            assert_close(page.number(&css, "data-value").await, expected, name);
            assert_close(tree.variable(name).grad.expect("it is known"), expected, name);
        }
    });
}

#[test]
fn an_exact_number_can_be_typed_for_a_variable() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("x^3").await;
        page.eval("document.querySelector('input[data-var-input=\"x\"]').select()").await;
        page.focus("input[data-var-input=\"x\"]").await;
        page.type_text("1.234567890123").await;
        page.press(fantoccini::key::Key::Enter).await;
        page.frame().await;
        let x: f64 = 1.234567890123;
        assert_close(page.slider("x").await, x, "the slider has the number exactly");
        assert_close(page.number("[data-result]", "data-value").await, x * x * x, "the result");
    });
}

#[test]
fn values_that_are_not_numbers_are_spelled_out() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("ln(0*x - 1) + 1/(0*x)").await;
        assert_eq!(page.attr("[data-result]", "data-value").await.as_deref(), Some("NaN"));
        page.type_expression("1/(0*x)").await;
        let value = page.attr("[data-result]", "data-value").await;
        assert!(matches!(value.as_deref(), Some("Infinity" | "-Infinity")), "{value:?}");
    });
}

#[test]
fn undo_brings_the_last_function_back() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("x^2").await;
        tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
        page.type_expression("x^2+y").await;
        assert_eq!(page.count(&slider_css("y")).await, 1);
        for _ in 0..10 {
            page.undo().await;
            if page.count(&slider_css("y")).await == 0 {
                return;
            }
        }
        panic!("ten times undo leave y there: {}", page.expression().await);
    });
}

#[test]
fn of_very_many_variables_the_first_have_sliders_and_the_page_says_so() {
    let names: Vec<String> = (0..1000).map(|index| format!("v{index}")).collect();
    drive(View::DESKTOP, async |page| {
        page.open(&format!("#e={}&v0=3", names.join("%2B"))).await;
        assert_eq!(page.count("input[type=range][data-var]").await, 100);
        assert!(page.text(".variables").await.contains("900 more variables"));
        assert_close(page.number("[data-result]", "data-value").await, 1002.0, "the sum of all");
    });
}
