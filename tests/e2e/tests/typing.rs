//! What helps while one types: names that fit, brackets, the sheet with everything one can write, and the
//! keys above a phone's keyboard.

use e2e::axe::problems;
use e2e::{Page, View, drive};
use fantoccini::key::Key;
use serde_json::{Value, json};

const LISTED: &str = "[...document.querySelectorAll('#completions [role=option] .written')].map(e => e.textContent)";

/// The names that are offered; none while the list is closed.
async fn listed(page: &Page) -> Vec<String> {
    page.frame().await;
    let open = page.eval("document.querySelector('#completions').matches(':popover-open')").await;
    let names = page.eval(LISTED).await;
    let names = names.as_array().filter(|_| open == true).cloned().unwrap_or_default();
    names.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The text of the box with `‸` where the caret is.
async fn with_caret(page: &Page) -> String {
    let script = "(box => box.value.slice(0, box.selectionStart) + '‸' + box.value.slice(box.selectionEnd))\
                  (document.querySelector('#expression'))";
    page.eval(script).await.as_str().unwrap_or_default().to_owned()
}

async fn has_focus(page: &Page) -> bool {
    page.eval("document.activeElement.id === 'expression'").await == true
}

/// Presses keys that are held together, the last one once.
async fn chord(page: &Page, script: &str) {
    let script = format!("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {script}))");
    page.eval(&script).await;
    page.frame().await;
}

async fn ask(page: &Page) {
    chord(page, "{ key: ' ', ctrlKey: true, bubbles: true, cancelable: true }").await;
}

/// Waits until what follows after a pause is there.
async fn settled(page: &Page) {
    page.until("the formulas are those of the text", "document.querySelector('.derivatives:not(.old)')").await;
    page.frame().await;
}

async fn assert_clean(page: &Page, when: &str) {
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    if let Some(problems) = problems(page).await {
        assert!(problems.is_empty(), "{when}: {problems:#?}");
    }
}

#[test]
fn names_that_fit_are_offered_and_taken_with_the_keyboard() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("weight*x + s").await;
        assert_eq!(listed(page).await, [""; 0], "one letter is a variable");
        page.type_text("i").await;
        assert_eq!(listed(page).await, ["sin", "sinh", "sign", "sigmoid", "silu", "sinc"]);
        page.press(Key::Down).await;
        page.press(Key::Down).await;
        page.frame().await;
        let active = page.attr("#expression", "aria-activedescendant").await.expect("an entry is moved to");
        assert_eq!(page.text(&format!("#{active}[role=option][aria-selected=true] .written")).await, "sinh");
        page.press(Key::Enter).await;
        page.frame().await;
        assert_eq!(with_caret(page).await, "weight*x + sinh(‸)");
        assert_eq!(listed(page).await, [""; 0]);
        assert_eq!(page.attr("#expression", "aria-activedescendant").await, None);
        page.type_text("we").await;
        assert_eq!(listed(page).await, ["weight"]);
        page.press(Key::Down).await;
        page.press(Key::Tab).await;
        page.frame().await;
        assert_eq!(with_caret(page).await, "weight*x + sinh(weight‸)");
        assert!(has_focus(page).await);
        page.until("it is read", "document.querySelector('#expression').getAttribute('aria-invalid') === 'false'")
            .await;
    });
}

#[test]
fn a_parenthesis_that_was_written_is_not_typed_twice() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("si").await;
        page.press(Key::Down).await;
        page.press(Key::Enter).await;
        page.type_text("(x+1))^2").await;
        page.frame().await;
        assert_eq!(with_caret(page).await, "sin((x+1))^2‸");
        page.type_expression("cos(x)").await;
        page.press(Key::Left).await;
        page.type_text(")").await;
        page.frame().await;
        assert_eq!(with_caret(page).await, "cos(x)‸)", "what was typed by hand stays as typed");
    });
}

#[test]
fn whoever_just_types_is_not_disturbed() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("si").await;
        assert!(!listed(page).await.is_empty());
        page.press(Key::Enter).await;
        page.frame().await;
        assert_eq!(with_caret(page).await, "si\n‸", "Enter is a new line");
        page.type_text("co").await;
        assert!(!listed(page).await.is_empty());
        page.press(Key::Tab).await;
        page.frame().await;
        assert_eq!(page.expression().await, "si\nco");
        assert!(!has_focus(page).await, "Tab leaves the box");
        assert_eq!(listed(page).await, [""; 0]);
        page.type_expression("x + ").await;
        ask(page).await;
        page.press(Key::Up).await;
        assert!(listed(page).await.len() > 40, "more than there is room for");
        page.press(Key::Tab).await;
        page.frame().await;
        let next = page.eval("document.activeElement.closest('#completions, body') === document.body").await;
        assert!(!has_focus(page).await && next == true, "Tab goes past the list");
        assert_eq!(page.expression().await, "x + ");
        page.type_expression("x + ta").await;
        page.press(Key::Escape).await;
        assert_eq!(listed(page).await, [""; 0]);
        page.type_text("n").await;
        assert_eq!(listed(page).await, [""; 0], "closed, it stays closed while the name is typed");
        page.type_text("(x) + cosh").await;
        assert_eq!(listed(page).await, [""; 0], "a name that is complete is not offered");
        ask(page).await;
        assert_eq!(listed(page).await, ["cosh"], "unless somebody asks");
        page.press(Key::Enter).await;
        page.frame().await;
        assert_eq!(with_caret(page).await, "x + tan(x) + cosh(‸)", "then Enter takes the first at once");
    });
}

#[test]
fn the_list_covers_no_line_that_is_typed_and_moves_nothing() {
    let rects = "(() => {
        const rect = (e) => (({ top, bottom, left, right }) => [top, bottom, left, right])(e.getBoundingClientRect());
        return { boxes: [...document.querySelectorAll('.page > *, .panel > *, .function > *')].map(rect),
                 list: rect(document.querySelector('#completions')), box: rect(document.querySelector('#expression')) };
    })()";
    for view in [View::DESKTOP, View::TABLET, View::PHONE] {
        drive(view, async |page| {
            page.type_expression("x + si").await;
            assert!(!listed(page).await.is_empty());
            settled(page).await;
            let open = page.eval(rects).await;
            page.press(Key::Escape).await;
            page.frame().await;
            let closed = page.eval(rects).await;
            assert_eq!(open["boxes"], closed["boxes"], "{view:?}: the page stays as it is");
            let (list, line) = (&open["list"], &open["box"]);
            let number = |value: &Value| value.as_f64().expect("a length");
            // The box has one line, with a rim of ten pixels.
            assert!(number(&list[0]) >= number(&line[1]) - 12.0, "{view:?}: {list} covers the line in {line}");
            assert!(number(&list[2]) >= 0.0 && number(&list[3]) <= f64::from(view.width), "{view:?}: {list}");
            assert!(number(&list[1]) <= f64::from(view.height), "{view:?}: {list}");
        });
    }
}

#[test]
fn a_finger_takes_an_entry() {
    drive(View::PHONE, async |page| {
        page.type_expression("2*si").await;
        assert!(!listed(page).await.is_empty());
        page.find("#completion-3").await.click().await.expect("an entry takes a tap");
        page.frame().await;
        assert_eq!(with_caret(page).await, "2*sigmoid(‸)");
        assert!(has_focus(page).await, "the keyboard stays open");
    });
}

#[test]
fn what_is_taken_is_undone_in_one_go() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("x + si").await;
        page.press(Key::Down).await;
        page.press(Key::Enter).await;
        page.type_text("x").await;
        page.frame().await;
        assert_eq!(page.expression().await, "x + sin(x)");
        page.undo().await;
        assert_eq!(page.expression().await, "x + sin()");
        page.undo().await;
        assert_eq!(page.expression().await, "x + si");
        page.undo().await;
        assert!(!page.expression().await.contains("si"), "{}", page.expression().await);
    });
}

/// What is lit of the text, and whether it is alone.
const LIT: &str = "[...document.querySelectorAll('.mirror .bracket')].filter(e => e.textContent)\
                   .map(e => e.textContent + (e.classList.contains('alone') ? '!' : ''))";

#[test]
fn matching_brackets_are_lit() {
    drive(View::DESKTOP, async |page| {
        for (text, lit) in [
            ("2*(x + |y|)", json!(["(", ")"])),
            ("2*(x + |y|", json!(["|", "|"])),
            ("{x < 0: 1, 2}", json!(["{", "}"])),
            ("(x]", json!(["]!"])),
            ("((x)", json!(["(", ")"])),
            ("x)", json!([")!"])),
            ("(x) + y", json!([])),
        ] {
            page.type_expression(text).await;
            assert_eq!(page.eval(LIT).await, lit, "{text}");
        }
        page.type_expression("(x + 1)*2").await;
        page.press(Key::Home).await;
        page.frame().await;
        assert_eq!(page.eval(LIT).await, json!(["(", ")"]), "the caret was only moved");
        page.press(Key::Tab).await;
        page.frame().await;
        assert_eq!(page.eval(LIT).await, json!([]), "nobody types any more");
    });
}

#[test]
fn everything_one_can_write_is_in_a_sheet() {
    let open = "document.querySelector('#palette').matches(':popover-open')";
    drive(View::DESKTOP, async |page| {
        page.type_expression("x + y").await;
        page.eval("document.querySelector('#expression').setSelectionRange(4, 5)").await;
        page.find("button.insert").await.click().await.expect("the button takes a click");
        page.until("the search has the focus", "document.activeElement.matches('#palette .search')").await;
        assert!(page.count("#palette [role=option]").await > 60);
        page.type_text("smooth relu").await;
        page.frame().await;
        assert_eq!(page.count("#palette [role=option]").await, 1);
        page.press(Key::Enter).await;
        page.frame().await;
        assert_eq!(with_caret(page).await, "x + softplus(‸)", "in place of what was selected");
        assert!(has_focus(page).await && page.eval(open).await == false);
        page.type_text("x").await;
        page.undo().await;
        page.undo().await;
        assert_eq!(page.expression().await, "x + y", "in one go");
        // From anywhere else with a key; in the box that is a letter.
        page.focus("input[type=range][data-var=x]").await;
        page.type_text("/").await;
        page.until("the sheet is open", "document.activeElement.matches('#palette .search')").await;
        page.type_text("no such thing").await;
        page.frame().await;
        assert_eq!(page.count("#palette [role=option]").await, 0);
        assert_ne!(page.text("#palette [role=status]").await, "");
        page.press(Key::Escape).await;
        page.frame().await;
        assert_eq!(page.eval("document.activeElement.dataset.var ?? ''").await, "x", "the focus is back");
        page.type_expression("x").await;
        page.type_text("/2").await;
        page.frame().await;
        assert_eq!(page.expression().await, "x/2");
        page.find("button.insert").await.click().await.expect("the button takes a click");
        page.until("there is a list", "document.querySelector('#palette [role=option]')").await;
        page.press(Key::Down).await;
        page.press(Key::Down).await;
        page.press(Key::Up).await;
        page.press(Key::Enter).await;
        page.frame().await;
        assert_eq!(with_caret(page).await, "x/2-‸", "the second one");
    });
}

#[test]
fn a_click_in_the_sheet_writes() {
    drive(View::PHONE, async |page| {
        page.type_expression("x").await;
        page.find("button.insert").await.click().await.expect("the button takes a tap");
        page.until("there is a list", "document.querySelector('#palette [role=option]')").await;
        page.eval(
            "[...document.querySelectorAll('#palette [role=option]')].find(e => \
                   e.querySelector('.written').textContent === 'sin').click()",
        )
        .await;
        page.frame().await;
        assert_eq!(with_caret(page).await, "x sin(‸)", "a name does not grow together with another");
        let wide = page.eval("document.documentElement.scrollWidth - window.innerWidth").await;
        assert!(wide.as_i64() <= Some(0), "{wide} pixels too wide");
    });
}

/// A keyboard comes up on a phone: less of the page can be seen.
async fn keyboard(page: &Page, visible: Option<u32>) {
    let script = match visible {
        Some(height) => {
            format!("Object.defineProperty(visualViewport, 'height', {{ get: () => {height}, configurable: true }})")
        }
        None => "delete visualViewport.height".to_owned(),
    };
    page.eval(&format!("void ({script}, visualViewport.dispatchEvent(new Event('resize')))")).await;
    page.frame().await;
}

#[test]
fn a_phone_has_keys_above_its_keyboard() {
    let shown = "document.querySelector('.signs').offsetHeight > 0";
    let tops = "[...document.querySelectorAll('.page > *, .panel > *')].map(e => e.getBoundingClientRect().top)";
    drive(View::PHONE, async |page| {
        page.type_expression("w*x").await;
        assert_eq!(page.eval(shown).await, false, "without a keyboard there are none");
        settled(page).await;
        let before = page.eval(tops).await;
        keyboard(page, Some(480)).await;
        assert_eq!(page.eval(shown).await, true);
        assert_eq!(page.eval(tops).await, before, "nothing else moves");
        let foot = page.eval("document.querySelector('.signs').getBoundingClientRect().bottom").await;
        assert_eq!(foot.as_f64(), Some(480.0), "directly above the keyboard");
        let keys = page.eval("[...document.querySelectorAll('.signs button')].map(e => e.textContent).join('')").await;
        assert_eq!(keys, "^()/√πwx=,|");
        for place in [1, 2, 8, 3] {
            let key = page.find(&format!(".signs button:nth-child({place})")).await;
            key.click().await.expect("a key takes a tap");
            assert!(has_focus(page).await, "the keyboard stays open");
        }
        page.frame().await;
        assert_eq!(with_caret(page).await, "w*x^(x)‸");
        page.undo().await;
        assert_eq!(page.expression().await, "w*x^(x", "a key is one step");
        page.type_text(" + si").await;
        assert!(!listed(page).await.is_empty());
        let list = page.eval("document.querySelector('#completions').getBoundingClientRect().bottom").await;
        assert!(list.as_f64() <= Some(480.0), "the list leaves the keys free: {list}");
        page.eval("document.activeElement.blur()").await;
        assert_eq!(page.eval(shown).await, false, "without the focus there are none");
        keyboard(page, None).await;
    });
    drive(View::DESKTOP, async |page| {
        page.type_expression("w*x").await;
        keyboard(page, Some(480)).await;
        assert_eq!(page.eval(shown).await, false, "on a desk there are none");
    });
}

#[test]
fn axe_finds_nothing_in_the_lists() {
    for view in [View::DESKTOP, View::PHONE.dark()] {
        drive(view, async |page| {
            page.type_expression("x + si").await;
            page.press(Key::Down).await;
            assert!(!listed(page).await.is_empty());
            assert_clean(page, "with names that fit").await;
            page.type_text("n(x)").await;
            assert_clean(page, "with brackets").await;
            page.type_text(" + ").await;
            ask(page).await;
            assert!(listed(page).await.len() > 40);
            assert_clean(page, "with all names").await;
            if view.touch() {
                keyboard(page, Some(480)).await;
                assert_clean(page, "with keys").await;
            }
            page.eval("document.querySelector('#palette').showPopover()").await;
            page.until("there is a list", "document.querySelector('#palette [role=option]')").await;
            assert_clean(page, "with everything one can write").await;
        });
    }
}

#[test]
fn every_language_finds_room_in_the_sheet() {
    let plain = r"[...document.querySelectorAll('#palette .says, #palette h3')].filter(e => /(?<!\p{L})[A-Za-z]{3,}(?!\p{L})/u.test(e.textContent)).map(e => e.textContent)";
    let cut = "[...document.querySelectorAll('#palette .entry, #palette h3')].filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)";
    for view in [View::DESKTOP, View::PHONE] {
        drive(view, async |page| {
            for language in ["x-pseudo", "de"] {
                page.open(&format!("#e=x&lang={language}")).await;
                page.eval("document.querySelector('#palette').showPopover()").await;
                page.until("there is a list", "document.querySelector('#palette [role=option]')").await;
                assert_eq!(page.eval(cut).await, json!([]), "{view:?}, {language}");
                if language == "x-pseudo" {
                    assert_eq!(page.eval(plain).await, json!([]), "{view:?}");
                }
            }
        });
    }
}
