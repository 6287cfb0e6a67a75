//! Nothing is lost and nothing is false when something goes wrong: a reload at once, a link that is damaged or too
//! long, a browser without a clipboard, a program that stops.

use e2e::page::slider_css;
use e2e::{Page, View, drive};

/// Types without waiting for anything that follows.
async fn type_fast(page: &Page, text: &str) {
    let script = "((text) => { const box = document.querySelector('#expression'); box.value = text; \
                  box.dispatchEvent(new InputEvent('input', { bubbles: true })); })(arguments[0])";
    page.eval_with(script, vec![text.into()]).await;
}

async fn notice(page: &Page) -> String {
    page.text(".notice").await
}

async fn share(page: &Page) {
    page.find("[data-help=share]").await.click().await.expect("the button can be clicked");
    page.frame().await;
}

#[test]
fn a_reload_right_after_a_key_loses_nothing() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=a*b&a=3").await;
        type_fast(page, "a*b + sin(c").await;
        page.eval("void location.reload()").await;
        page.until("the text is there again", "document.querySelector('#expression')?.value === 'a*b + sin(c'").await;
        type_fast(page, "a*b + sin(c)").await;
        page.frame().await;
        assert_eq!(page.slider("a").await, 3.0, "its slider comes back with the text");
    });
}

#[test]
fn a_step_back_right_after_a_key_loses_nothing() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=a*b").await;
        type_fast(page, "a*b^2").await;
        page.eval("void location.assign('about:blank')").await;
        page.until("the page is left", "!document.querySelector('#expression')").await;
        page.eval("void history.back()").await;
        page.until("the text is there again", "document.querySelector('#expression')?.value === 'a*b^2'").await;
    });
}

#[test]
fn another_link_is_not_hidden_by_what_was_typed_before() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=a*b").await;
        type_fast(page, "a*b^2").await;
        page.open("#e=a*b").await;
        assert_eq!(page.expression().await, "a*b");
    });
}

#[test]
fn what_is_too_long_for_a_link_is_said_and_survives_a_reload() {
    let long = format!("x + 1 # {}", "note ".repeat(21_000));
    drive(View::DESKTOP, async |page| {
        page.eval(
            "void (navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); })",
        )
        .await;
        type_fast(page, &long).await;
        share(page).await;
        assert!(notice(page).await.contains("too long for a link"), "{}", notice(page).await);
        assert_eq!(page.eval("window.copied ?? 'nothing'").await, "nothing");
        tokio::time::sleep(std::time::Duration::from_millis(600)).await;
        assert_eq!(page.eval("location.hash").await, "", "no link of something else stays in the address");
        page.reload().await;
        assert_eq!(page.eval("document.querySelector('#expression').value.length").await, long.len());
    });
}

#[test]
fn a_link_without_its_data_says_so() {
    let rows: String = (0..1_000).map(|row| format!("{row},{}\n", row % 7)).collect();
    drive(View::DESKTOP, async |page| {
        page.open(&format!(
            "#e=(m*x-y)^2&panel=data&data.rows=x%2Cy%0A{}",
            rows.replace(',', "%2C").replace('\n', "%0A")
        ))
        .await;
        page.eval(
            "void (navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); })",
        )
        .await;
        share(page).await;
        page.until("it is said", "document.querySelector('.notice').textContent.includes('without the rows')").await;
        assert_eq!(page.eval("window.copied.includes('data.rows')").await, false);
        page.reload().await;
        assert_eq!(page.count(".notice p").await, 0, "a reload has the data still");
        assert!(page.text(".data").await.contains("1000 rows"), "{:.200}", page.text(".data").await);
    });
}

#[test]
fn without_a_clipboard_the_button_says_what_to_do() {
    drive(View::DESKTOP, async |page| {
        page.eval("void Object.defineProperty(navigator, 'clipboard', { value: undefined })").await;
        share(page).await;
        assert_eq!(page.text("[data-help=share]").await, "Copy the address above");
        assert_eq!(page.complaints().await, [""; 0]);
    });
}

#[test]
fn a_damaged_link_is_told_until_something_changes() {
    drive(View::DESKTOP, async |page| {
        for link in ["#e=%FF%FE", "#f=x%5E2", "#%00%01"] {
            page.open(link).await;
            assert!(notice(page).await.contains("damaged"), "{link}: {}", notice(page).await);
        }
        page.type_expression("x^3").await;
        assert_eq!(page.count(".notice p").await, 0);
        page.eval("void (location.hash = 'e=%FF')").await;
        page.until("it is told", "document.querySelector('.notice p')").await;
        assert_eq!(page.expression().await, "x^3", "what was there stays");
        page.find(".notice button").await.click().await.expect("it can be closed");
        page.frame().await;
        assert_eq!(page.count(".notice p").await, 0);
    });
}

/// An exception in the middle of a move leaves the program's state half changed: the next move stops it.
#[test]
fn a_program_that_stops_says_so_and_gives_the_text_back() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=x^2+y").await;
        page.eval("void Object.defineProperty(Node.prototype, 'nodeValue', { set() { throw new Error('broken'); } })")
            .await;
        page.eval(&format!(
            "((slider) => {{ slider.value = 2; slider.dispatchEvent(new Event('input', {{ bubbles: true }})); }})\
             (document.querySelector('{}'))",
            slider_css("x")
        ))
        .await;
        page.until("it is said", "!document.querySelector('#stopped').hidden").await;
        assert!(page.text("#stopped").await.contains("Nothing that you typed is lost"));
        assert_eq!(page.eval("document.querySelector('#stopped textarea').value").await, "x^2+y");
        page.find("#stopped button[value=reload]").await.click().await.expect("it can be clicked");
        page.until("the page lives again", "document.querySelector('#stopped')?.hidden").await;
        page.type_expression("x^2+7").await;
        assert_eq!(page.expression().await, "x^2+7");
    });
}

#[test]
fn markup_that_would_run_is_refused() {
    drive(View::DESKTOP, async |page| {
        for markup in ["<img src=x onerror=alert(1)>", "<script>1</script>", "<a href='javascript:1'>a</a>"] {
            let script = format!(
                "(() => {{ try {{ document.createElement('div').innerHTML = `{markup}`; return 'drawn'; }} \
                                  catch {{ return 'refused'; }} }})()"
            );
            assert_eq!(page.eval(&script).await, "refused", "{markup}");
        }
        assert_eq!(
            page.eval(
                "(() => { const div = document.createElement('div'); div.innerHTML = '<b>x</b>'; \
                              return div.textContent; })()"
            )
            .await,
            "x"
        );
    });
}

#[test]
fn a_file_that_is_missing_does_not_load_for_ever() {
    drive(View::DESKTOP, async |page| {
        let late = "(() => { const loading = document.createElement('p'); loading.id = 'loading'; \
                    loading.innerHTML = '<span class=late>late</span>'; document.body.append(loading); \
                    const late = loading.firstChild; const seen = () => getComputedStyle(late).visibility; \
                    const before = seen(); late.getAnimations()[0].finish(); return [before, seen()]; })()";
        assert_eq!(page.eval(late).await, serde_json::json!(["hidden", "visible"]));
    });
}
