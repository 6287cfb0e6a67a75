//! Forward mode, second derivatives, and the sign that the gradients were checked.

use e2e::page::slider_css;
use e2e::tree::{Tree, assert_close};
use e2e::{Page, View, drive};
use fantoccini::key::Key;

/// The tangent of the node with this name, with all digits.
async fn tangent(page: &Page, name: &str) -> Option<f64> {
    let text = page.attr(&format!("[data-node][data-name={name}]"), "data-tangent").await?;
    Some(text.parse().expect("a number"))
}

#[test]
fn forward_mode_shows_tangents_and_leaves_the_gradients_true() {
    for view in [View::DESKTOP, View::PHONE] {
        drive(view, async |page| {
            page.open("#e=x*y%2Bsin(x)&x=2&y=3").await;
            assert_eq!(tangent(page, "f").await, None, "at first it is backward mode");
            page.find("[data-help=forward]").await.click().await.expect("the switch takes a click");
            page.frame().await;
            for x in [2.0, 3.0] {
                page.slide_with_keys("x", x).await;
                Tree::read(page).await.assert_chain_rule();
                let partial = page.number("[data-partial=x]", "data-value").await;
                assert_close(tangent(page, "f").await.expect("in forward mode"), partial, "the output's tangent");
                assert_eq!(tangent(page, "y").await, Some(0.0));
            }
            assert!(page.text(".cost").await.contains("4 + 2 = 6 multiplications"), "{}", page.text(".cost").await);
            page.eval("(list => { list.selectedIndex = 1; list.dispatchEvent(new Event('change', {bubbles: true})) })(document.querySelector('.mode select'))").await;
            page.frame().await;
            let partial = page.number("[data-partial=y]", "data-value").await;
            assert_close(tangent(page, "f").await.expect("in forward mode"), partial, "with respect to y");
            page.until("the address has it", "location.hash.includes('forward=y')").await;
            page.reload().await;
            assert!(tangent(page, "f").await.is_some(), "the link opens in forward mode");
            // Once more is back.
            page.find("[data-help=forward]").await.click().await.expect("the switch takes a click");
            page.frame().await;
            assert_eq!(tangent(page, "f").await, None);
        });
    }
}

#[test]
fn stepping_in_forward_mode_brings_each_tangent_with_its_value() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=(4*x%2B1)%5E2&forward=x").await;
        page.find(".transport .next").await.click().await.expect("a step can be taken");
        page.frame().await;
        assert_eq!((tangent(page, "a").await, tangent(page, "b").await), (Some(4.0), None));
        assert!(Tree::read(page).await.nodes.iter().all(|node| node.grad.is_none()), "nothing has gone backward");
        let said = page.attr(".timeline", "aria-valuetext").await.unwrap_or_default();
        assert!(said.contains("and ∂a / ∂x = 4 · 1 = 4"), "{said}");
        for _ in 0..5 {
            page.type_text(".").await;
        }
        page.frame().await;
        assert_eq!(tangent(page, "f").await, Some(40.0));
        assert_eq!(page.number("[data-partial=x]", "data-value").await, 40.0);
        page.press(Key::Escape).await;
        page.frame().await;
        Tree::read(page).await.assert_chain_rule();
    });
}

#[test]
fn second_derivatives_are_shown_on_demand_and_move_with_the_slider() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=x%5E2*y&x=2&y=3").await;
        page.until("the formulas are there", "document.querySelector('.second')").await;
        assert_eq!(page.number("[data-variables='0']", "data-value").await, 12.0);
        assert_eq!(page.count("[data-variables='0 1']").await, 0, "not before they are asked for");
        page.find(".second summary").await.click().await.expect("it opens");
        page.until("they are there", "document.querySelector('[data-variables=\"0 1\"]')").await;
        page.focus(&slider_css("x")).await;
        page.press(Key::Right).await;
        page.frame().await;
        let x = page.slider("x").await;
        assert!(x > 2.0);
        for (place, expected) in [("0", 6.0 * x), ("1", x * x), ("0 0", 6.0), ("0 1", 2.0 * x)] {
            let number = page.number(&format!("[data-variables='{place}']"), "data-value").await;
            assert_close(number, expected, place);
        }
    });
}

#[test]
fn the_check_is_seen_everywhere_and_explains_a_kink() {
    for view in [View::DESKTOP, View::PHONE] {
        drive(view, async |page| {
            page.open("#e=x*sin(y)").await;
            page.until("it is checked", "document.querySelector('.trust')?.innerText.includes('three ways')").await;
            page.eval("document.querySelector('.trust').scrollIntoView({block: 'center'})").await;
            page.find(".trust summary").await.click().await.expect("it opens");
            let text = page.text(".trust table").await;
            for line in ["backward", "forward", "formula", "slope", "error"] {
                assert!(text.contains(line), "{line} is in {text}");
            }
            page.open("#e=abs(x)&x=0").await;
            page.until("it is checked", "document.querySelector('.trust')?.innerText.includes('−1 on the left')").await;
        });
    }
}
