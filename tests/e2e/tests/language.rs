//! All of the page is in the language that is asked for, and long words find room.

use e2e::{Page, View, drive};
use serde_json::Value;

/// A function, data, a map, a descent, a mistake, and the words in formulas: everything there is to say something about.
const STATES: [&str; 5] = [
    "#e=(4*x%2B1)^2%2By&lang=x-pseudo",
    "#e=x%5E2%2By%5E2&plot.and=y&plot.field=on&panel=descent&lang=x-pseudo",
    "#e=(m*x%2Bb-y)%5E2&panel=data&data.rows=x%2Cy%0A0%2C1%0A1%2C3&data.row=1&lang=x-pseudo",
    "#e=max(x,y)*sigmoid(w%2B&lang=x-pseudo",
    "#e={x>0%26%26y>0:x^3,x^y}&lang=x-pseudo",
];

/// What is shown or read aloud and holds a word in plain letters: the pseudo-language accents every word
/// of a message, and whatever no language translates has `translate=no`.
const ESCAPED: &str = r#"
    const plain = /(?<!\p{L})[A-Za-z]{3,}(?!\p{L})/u;
    const neutral = "[translate=no], code, pre, noscript, script, style, textarea, input, title, option[lang], kbd";
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode;
        if (plain.test(text.data) && !text.parentElement.closest(`${neutral}, [translate=yes]`)?.matches(neutral)) found.push(text.data);
    }
    for (const element of document.querySelectorAll("body *")) {
        for (const name of ["aria-label", "title", "placeholder", "aria-valuetext", "aria-description", "alt"]) {
            const text = element.getAttribute(name);
            if (text && plain.test(text) && !element.matches("[translate=no]")) found.push(`${name}: ${text}`);
        }
    }
    return [...new Set(found)];
"#;

/// What does not fit: the page wider than the screen, or a word cut off by its button.
const CUT_OFF: &str = r#"
    const found = [];
    const page = document.scrollingElement;
    if (page.scrollWidth > innerWidth) found.push(`the page is ${page.scrollWidth} wide`);
    for (const element of document.querySelectorAll("button, summary, [role=tab], .setting, h1, h2, h3")) {
        const box = element.getBoundingClientRect();
        if (box.width < 2 || element.closest("[hidden]")) continue;
        const what = `${element.outerHTML.slice(0, 100)}: `;
        if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth) found.push(`${what}${element.scrollWidth} in ${element.clientWidth}`);
        const bar = element.closest("header.header, .toolbar, .transport, [role=tablist]");
        if (bar && (box.left < -1 || box.right > innerWidth + 1)) found.push(`${what}${box.left} to ${box.right}`);
    }
    for (const element of document.querySelectorAll("p, td, span")) {
        const box = element.getBoundingClientRect();
        const column = box.width && box.height > 90 && box.width < 40 && element.textContent.trim().length > 5;
        if (column) found.push(`${element.outerHTML.slice(0, 100)}: letters below each other`);
    }
    return found;
"#;

async fn assert_none(page: &Page, script: &str, when: &str) {
    let found = page.eval(&format!("(() => {{ {script} }})()")).await;
    assert_eq!(found.as_array().map(Vec::len), Some(0), "{when}: {found:#}");
}

async fn open_all(page: &Page) {
    page.eval("document.querySelectorAll('details').forEach((details) => details.open = true)").await;
    page.frame().await;
}

#[test]
fn no_word_escapes_translation() {
    drive(View::DESKTOP, async |page| {
        for state in STATES {
            page.open(state).await;
            open_all(page).await;
            assert_none(page, ESCAPED, state).await;
        }
        page.open(STATES[0]).await;
        page.focus(".transport button").await;
        for keys in ["..", "...", "?"] {
            page.type_text(keys).await;
            page.frame().await;
            assert_none(page, ESCAPED, "in the passes, and with help").await;
        }
        page.open(STATES[1]).await;
        page.find(".descend .one").await.click().await.expect("the button takes a click");
        page.find("[data-help=forward]").await.click().await.expect("the switch takes a click");
        open_all(page).await;
        assert_none(page, ESCAPED, "after a step, in forward mode").await;
    });
}

#[test]
fn long_words_find_room() {
    for view in [View::DESKTOP, View::TABLET, View::PHONE] {
        drive(view, async |page| {
            let german = STATES.map(|state| state.replace("lang=x-pseudo", "lang=de"));
            for state in STATES.map(str::to_owned).iter().chain(&german) {
                page.open(state).await;
                page.frame().await;
                assert_none(page, CUT_OFF, &format!("{view:?}, {state}")).await;
            }
        });
    }
}

#[test]
fn a_language_is_asked_for_by_the_link_and_by_the_list() {
    let title = "document.querySelector('label[for=expression], .function h2').textContent";
    drive(View::DESKTOP, async |page| {
        page.open("#e=x%5E2&lang=de").await;
        page.until("the page speaks German", "document.documentElement.lang === 'de'").await;
        let heading = page.eval(title).await;
        assert_eq!(heading, "Funktion");
        let x = page.slider("x").await;
        let english = "const list = document.querySelector('select.language'); list.value = 'en'; \
                       list.dispatchEvent(new Event('change', { bubbles: true })); return null";
        page.eval(&format!("(() => {{ {english} }})()")).await;
        page.until("the page speaks English", "document.documentElement.lang === 'en'").await;
        assert_eq!(page.eval(title).await, "Function");
        assert_eq!(page.expression().await, "x^2", "the text stays as typed");
        assert_eq!(page.slider("x").await, x, "the point stays where it is");
        page.open("#e=x%5E2&lang=tlh").await;
        assert_eq!(page.eval("document.documentElement.lang").await, Value::from("en"), "nobody wrote that file");
        assert_eq!(page.eval(title).await, "Function");
    });
}
