//! axe-core finds nothing, whatever the screen, in light and dark, stepping or not, with and without an error.

use e2e::axe::problems;
use e2e::{Page, View, drive};

async fn assert_clean(page: &Page, when: &str) {
    // Colours may still be on their way from one theme or state to the other.
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    if let Some(problems) = problems(page).await {
        assert!(problems.is_empty(), "{when}: {problems:#?}");
    }
}

fn check(view: View) {
    drive(view, async |page| {
        assert_clean(page, "as it opens").await;
        page.focus("section[aria-label=Stepping] button").await;
        for (keys, when) in [("..", "in the forward pass"), ("...", "in the backward pass")] {
            page.type_text(keys).await;
            assert_eq!(page.count("[data-node]:is(.computing, .receiving)").await, 1, "{when}");
            assert_clean(page, when).await;
        }
        page.type_expression("sigmoid(w*x+b)").await;
        assert_clean(page, "with three variables").await;
        page.find("[data-help=forward]").await.click().await.expect("the switch takes a click");
        page.eval("document.querySelectorAll('.second, .trust').forEach(details => details.open = true)").await;
        page.until("second derivatives are there", "document.querySelector('[data-variables=\"0 1\"]')").await;
        assert_clean(page, "in forward mode, with second derivatives and the check open").await;
        page.open("#e=x%5E2%2By%5E2&plot.and=y&plot.field=on&panel=descent").await;
        assert_clean(page, "with a map").await;
        let run = "document.querySelector('section.descend button.run').click()";
        page.eval(run).await;
        page.until("the chart is there", "document.querySelector('.loss:not([hidden]) path.first')").await;
        page.eval(run).await;
        assert_clean(page, "in a descent").await;
        page.open("#e=(m*x%2Bb-y)%5E2&panel=data&data.rows=x%2Cy%0A0%2C1%0A1%2C3&data.row=1").await;
        assert_clean(page, "with data").await;
        page.open("#e=x%5E2%2By%5E2&plot.and=y&panel=descent&lang=de").await;
        assert_clean(page, "in German").await;
        page.type_expression("sigmoid(w*x+").await;
        assert_clean(page, "with an error").await;
    });
}

#[test]
fn desktop_in_light() {
    check(View::DESKTOP);
}

#[test]
fn desktop_in_dark() {
    check(View::DESKTOP.dark());
}

#[test]
fn phone_in_light() {
    check(View::PHONE);
}

#[test]
fn phone_in_dark() {
    check(View::PHONE.dark());
}

#[test]
fn nothing_is_cut_off_at_the_side() {
    for view in [View::DESKTOP, View::TABLET, View::PHONE, View { width: 280, ..View::PHONE }] {
        drive(view, async |page| {
            page.type_expression("(4*x+1)^2").await;
            let wide = page.eval("document.documentElement.scrollWidth").await;
            assert!(wide.as_u64() <= Some(view.width.into()), "{view:?}: {wide} pixels wide");
        });
    }
}
