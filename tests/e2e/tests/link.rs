//! The state in the address: it can be kept, sent and restored, and no address breaks the page.

use e2e::page::slider_css;
use e2e::tree::assert_close;
use e2e::{Page, View, drive};

/// The state in the address, once it has been written.
async fn state(page: &Page) -> String {
    tokio::time::sleep(std::time::Duration::from_millis(800)).await;
    page.eval("location.hash").await.as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_state_follows_without_filling_the_history() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("x^2+1").await;
        let before = state(page).await;
        assert_ne!(before, "", "the state is in the address");
        let length = page.eval("history.length").await;
        page.drag(&slider_css("x"), (40.0, 0.0), async || {}).await;
        assert_ne!(state(page).await, before, "the value is in the state");
        assert_eq!(page.eval("history.length").await, length, "no entry for each move");
    });
}

#[test]
fn a_reload_restores_what_was_there() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("x^2*y+1").await;
        page.slide_with_keys("x", 2.0).await;
        let (x, y) = (page.slider("x").await, page.slider("y").await);
        state(page).await;
        page.reload().await;
        assert_eq!(page.expression().await, "x^2*y+1");
        assert_close(page.slider("x").await, x, "x");
        assert_close(page.slider("y").await, y, "y");
        assert_close(page.number("[data-result]", "data-value").await, x * x * y + 1.0, "result");
    });
}

#[test]
fn a_link_opens_the_same_page_elsewhere() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("sin(a)+b # note: 100% & more").await;
        page.slide_with_keys("a", 1.0).await;
        let (text, a) = (page.expression().await, page.slider("a").await);
        let link = state(page).await;
        page.open("").await;
        page.open(&link).await;
        assert_eq!(page.expression().await, text);
        assert_close(page.slider("a").await, a, "a");
    });
}

#[test]
fn a_link_pasted_over_an_open_page_is_followed() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("p*q").await;
        let link = state(page).await;
        page.type_expression("x+1").await;
        state(page).await;
        page.eval_with("void (location.hash = arguments[0])", vec![link.into()]).await;
        page.until("the pasted state is there", "document.querySelector('#expression').value === 'p*q'").await;
        page.frame().await;
        assert_eq!(page.count(&slider_css("p")).await, 1);
    });
}

#[test]
fn no_address_breaks_the_page() {
    let states = [
        "#".to_owned(),
        "#e=".to_owned(),
        "#e=%".to_owned(),
        "#e=%FF%FE%00&x=NaN&=&&x=1e999".to_owned(),
        "#%00%01%02%80%ff".to_owned(),
        "#e=x&x=Infinity&x=-Infinity&min=3&max=-3".to_owned(),
        "#e=((((((((((((((((((((".to_owned(),
        "#e=<script>alert(1)</script>&theme=\"><svg onload=alert(1)>".to_owned(),
        "#__proto__=1&constructor=2&e=x".to_owned(),
        format!("#{}", noise(2_000)),
    ];
    drive(View::DESKTOP, async |page| {
        for state in &states {
            page.open(state).await;
            assert_works(page, state).await;
        }
    });
}

#[test]
fn an_address_of_a_megabyte_does_not_break_the_page() {
    drive(View::DESKTOP, async |page| {
        for state in [format!("#{}", noise(1_000_000)), format!("#e={}", "(x+1)*".repeat(166_000))] {
            page.open(&state).await;
            assert_works(page, &state[..40]).await;
        }
    });
}

/// The page takes a function as ever, and nothing was logged as an error.
async fn assert_works(page: &Page, state: &str) {
    page.eval("void (document.querySelector('#expression').value = '')").await;
    page.type_expression("x^2+7").await;
    let x = page.slider("x").await;
    let result = page.number("[data-result]", "data-value").await;
    assert_close(result, x * x + 7.0, &format!("the result after {state:.40}"));
    assert_eq!(page.complaints().await, [""; 0], "after {state:.40}");
}

/// Characters that an address may have, without any sense.
fn noise(length: usize) -> String {
    let letters = b"abcxyz0189%&=+-_.~!*'();:@/?#[]$,";
    let mut seed = 1_u64;
    let mut next = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        letters[(seed >> 33) as usize % letters.len()]
    };
    (0..length).map(|_| char::from(next())).collect()
}
