//! Going downhill in the browser.

use e2e::{Page, View, drive};
use fantoccini::key::Key;

const SECTION: &str = "section.descend";
const STEP: &str = "section.descend button.one";
const RUN: &str = "section.descend button.run";
const BACK: &str = "section.descend button.one-back";
const RESET: &str = "section.descend button.reset";
const RATE: &str = "section.descend .plan.first input.rate";
const VERDICT: &str = "section.descend .verdict";

async fn press_on(page: &Page, css: &str) {
    page.focus(css).await;
    page.press(Key::Enter).await;
    page.frame().await;
}

async fn steps(page: &Page) -> f64 {
    page.number(SECTION, "data-steps").await
}

/// Waits until there is a verdict.
async fn end(page: &Page) -> String {
    page.until("the run is over", &format!("document.querySelector('{VERDICT}').textContent")).await;
    page.text(VERDICT).await
}

#[test]
fn by_keyboard_alone_to_the_valley_back_and_to_the_start() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=(4*x%2B1)%5E2&x=1").await;
        page.focus("#tab-why").await;
        page.press(Key::Right).await;
        page.until("the update is told", "document.querySelector('.update .lines').textContent.includes('0.6')").await;
        press_on(page, STEP).await;
        assert_eq!((steps(page).await, page.slider("x").await), (1.0, 0.6));
        assert_eq!(page.number("[data-partial=x]", "data-value").await, 27.2, "the passes are those of the new point");
        page.until(
            "the way is drawn",
            "document.querySelector('.plane .trail path.way.first').getAttribute('d').includes('L')",
        )
        .await;
        // From here on the focus moves with Tab only.
        page.press(Key::Tab).await;
        page.press(Key::Enter).await;
        let verdict = end(page).await;
        assert!(verdict.starts_with("Converged"), "{verdict}");
        assert!((page.slider("x").await + 0.25).abs() < 1e-6, "x = {}", page.slider("x").await);
        let (done, floor) = (steps(page).await, page.slider("x").await);
        press_on(page, BACK).await;
        assert_eq!(steps(page).await, done - 1.0);
        assert_ne!(page.slider("x").await, floor);
        press_on(page, STEP).await;
        assert_eq!(page.slider("x").await, floor, "the same step again");
        press_on(page, RESET).await;
        assert_eq!((steps(page).await, page.slider("x").await), (0.0, 1.0));
        // A run is one edit.
        press_on(page, RUN).await;
        end(page).await;
        page.undo().await;
        assert_eq!(page.slider("x").await, 1.0);
    });
}

#[test]
fn a_rate_that_is_too_large_is_called_so() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=(4*x%2B1)%5E2&x=1&descent.rate=0.1&panel=descent").await;
        press_on(page, RUN).await;
        let verdict = end(page).await;
        assert!(verdict.starts_with("It diverges: each step overshoots the valley"), "{verdict}");
        press_on(page, RESET).await;
        assert_eq!(page.slider("x").await, 1.0);
        assert_eq!(page.attr("[data-var=x]", "max").await.as_deref(), Some("5"), "the slider has its range again");
    });
}

#[test]
fn the_link_restores_method_and_rate() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=x%5E2%2By%5E2&x=3&panel=descent").await;
        page.focus("#descend-by").await;
        page.type_text("Adam").await;
        page.press(Key::Tab).await;
        page.eval(&format!("document.querySelector('{RATE}').select()")).await;
        page.focus(RATE).await;
        page.type_text("0.25").await;
        page.press(Key::Enter).await;
        let over = "section.descend .over input[value=y]";
        page.focus(over).await;
        page.type_text(" ").await;
        page.until("the address follows", "location.hash.includes('descent.over=x')").await;
        page.reload().await;
        let chosen = page.eval("document.querySelector('#descend-by').selectedOptions[0].textContent").await;
        assert_eq!(chosen.as_str(), Some("Adam"));
        let rate = page.eval(&format!("document.querySelector('{RATE}').value")).await;
        assert_eq!(rate.as_str(), Some("0.25"));
        assert_eq!(page.eval(&format!("document.querySelector('{over}').checked")).await, false);
        press_on(page, STEP).await;
        // Adam's first step is as long as the rate.
        assert!((page.slider("x").await - 2.75).abs() < 1e-8 && page.slider("y").await == 1.0);
    });
}

#[test]
fn a_watched_step_tells_the_story_first() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=2*x&x=1&panel=descent").await;
        let speed = "section[aria-label=Stepping] .speed";
        page.eval(&format!("[0, 1].map(() => document.querySelector('{speed}').click())")).await;
        press_on(page, "section.descend button.watch").await;
        assert_eq!(page.attr("[data-result]", "data-value").await, None, "nothing is computed yet");
        assert_eq!(page.slider("x").await, 1.0);
        page.until("the step is taken", "document.querySelector('[data-var=x]').value == '0.98'").await;
        assert_eq!(page.number("[data-result]", "data-value").await, 1.96);
    });
}

#[test]
fn nonsense_in_a_box_is_marked_and_put_right_when_one_leaves() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=(m*x-y)%5E2&data.rows=x%2Cy%0A1%2C2%0A2%2C5&data.row=1&panel=descent").await;
        page.focus(RATE).await;
        page.eval(&format!("document.querySelector('{RATE}').select()")).await;
        page.type_text("soon").await;
        page.press(Key::Enter).await;
        assert_eq!(page.attr(RATE, "aria-invalid").await.as_deref(), Some("true"));
        page.press(Key::Tab).await;
        assert_eq!(page.attr(RATE, "aria-invalid").await.as_deref(), Some("false"));
        assert_eq!(page.eval(&format!("document.querySelector('{RATE}').value")).await, "0.01");
        page.focus("#tab-descent").await;
        page.press(Key::Right).await;
        page.frame().await;
        // At the last row the button is disabled, and it keeps the focus.
        press_on(page, "[aria-label='Next row']").await;
        press_on(page, "[aria-label='Next row']").await;
        assert_eq!(page.eval("document.activeElement.ariaLabel").await, "Next row");
        assert_eq!(page.slider("y").await, 5.0);
    });
}
