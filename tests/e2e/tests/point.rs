//! Where variables stand: typed, dragged, at random, back at the start, and playing.

use std::collections::BTreeSet;
use std::time::Duration;

use e2e::page::slider_css;
use e2e::{Colours, Page, View, drive};
use fantoccini::key::Key;
use serde_json::{Value, json};

const RANDOMISE: &str = "button[data-help=randomise]";
const RESET: &str = "button[data-help=start-values]";
const AFRESH: &str = "h1 button";

fn play_css(variable: &str) -> String {
    format!(".variable:has([data-var=\"{variable}\"]) button[data-help=play-slider]")
}

async fn click(page: &Page, css: &str) {
    page.find(css).await.click().await.expect("a button takes a click");
    page.frame().await;
}

async fn wait(ms: u64) {
    tokio::time::sleep(Duration::from_millis(ms)).await;
}

/// What a variable's slider, its box and its node say, in JavaScript.
fn said(name: &str) -> String {
    format!(
        "['input[data-var={name}]', 'input[data-var-input={name}]', '[data-node][data-name={name}]']\
         .map(css => document.querySelector(css)).map(e => e.value ?? e.dataset.value)"
    )
}

/// The one value that all three say.
fn one_value(said: &Value) -> f64 {
    assert!(said[0] == said[1] && said[1] == said[2], "slider, box and node say {said}");
    said[0].as_str().and_then(|text| text.parse().ok()).expect("a slider holds a number")
}

async fn assert_one_value(page: &Page, name: &str) -> f64 {
    one_value(&page.eval(&said(name)).await)
}

/// The values in a drag, one after each of its events.
async fn drag(page: &Page, name: &str, moves: &[(f64, f64)]) -> Vec<f64> {
    let seen = page.drag_along(&slider_css(name), moves, &said(name)).await;
    // The mouse moves onto the slider before it is pressed.
    seen.iter().skip(1).map(one_value).collect()
}

/// Small moves to the right and larger ones back, in steps that no grid has.
fn moves() -> Vec<(f64, f64)> {
    let forth = (0..90).map(|step| (f64::from(step % 3), 0.0));
    forth.chain((0..60).map(|step| (-f64::from(step % 4), f64::from(step % 2)))).collect()
}

#[test]
fn in_a_drag_slider_box_and_node_have_one_value_after_every_move() {
    for view in [View::DESKTOP, View { width: 700, height: 900, colours: Colours::Light }] {
        drive(view, async |page| {
            page.open("#e=a^2&a=1&a.min=0&a.max=3.2").await;
            let values = drag(page, "a", &moves()).await;
            let reached: BTreeSet<i64> = values.iter().map(|value| (value * 1e4).round() as i64).collect();
            assert!(reached.len() > 20, "{view:?}: the slider moves: {reached:?}");
            assert!(reached.iter().all(|value| value % 100 == 0), "a hand lands on round numbers: {reached:?}");
        });
    }
}

#[test]
fn with_shift_a_slider_moves_a_tenth_as_far() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=x&x=0").await;
        let far = [(2.0, 0.0); 20];
        let way = |values: Vec<f64>| values[values.len() - 1] - values[2];
        let coarse = way(drag(page, "x", &far).await);
        let mut fine = 0.0;
        page.with_shift(async || fine = way(drag(page, "x", &far).await)).await;
        assert!((coarse / fine - 10.0).abs() < 1.0, "{coarse} without and {fine} with Shift");

        page.open("#e=x&x=1").await;
        page.focus(&slider_css("x")).await;
        page.with_shift(async || page.press(Key::Right).await).await;
        assert_eq!(assert_one_value(page, "x").await, 1.01);
        page.with_shift(async || page.press(Key::Down).await).await;
        page.press(Key::Right).await;
        assert!(assert_one_value(page, "x").await > 1.05, "without Shift the steps are larger");
    });
}

#[test]
fn a_typed_variable_starts_where_no_other_one_stands() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=7").await;
        page.type_expression("weight*height + bias - target").await;
        let mut values = Vec::new();
        for name in ["weight", "height", "bias", "target"] {
            values.push(assert_one_value(page, name).await);
        }
        assert_eq!(values, [1.0, 2.0, 1.5, 4.0]);
        page.open("#e=a*b*c&b=3").await;
        assert_eq!([page.slider("a").await, page.slider("b").await, page.slider("c").await], [1.0, 3.0, 1.0]);
    });
}

#[test]
fn in_a_box_undo_belongs_to_the_text_of_the_box() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=x^2").await;
        page.type_expression("x^3").await;
        page.focus("input[data-var-input=x]").await;
        page.type_text("25").await;
        let held = "document.querySelector('input[data-var-input=x]').value";
        let typed = page.eval(held).await;
        page.undo().await;
        assert_ne!(page.eval(held).await, typed, "the typing is undone");
        assert_eq!(page.expression().await, "x^3", "the function is not");
        page.focus(&slider_css("x")).await;
        page.undo().await;
        assert_ne!(page.expression().await, "x^3", "elsewhere it is");
    });
}

#[test]
fn all_sliders_go_to_random_values_and_back_and_both_are_told_and_undone() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=a*b%2Bln(c)&a=2&b=-1&c=0.5").await;
        let values = async || [page.slider("a").await, page.slider("b").await, page.slider("c").await];
        let told = async || page.text("#announcer").await;
        click(page, RANDOMISE).await;
        let random = values().await;
        assert!(random != [2.0, -1.0, 0.5] && random[2] > 0.0, "{random:?}");
        assert!(told().await.starts_with("At random: a = "), "{}", told().await);
        for name in ["a", "b", "c"] {
            assert_one_value(page, name).await;
        }
        click(page, RANDOMISE).await;
        assert_ne!(values().await, random);
        click(page, RESET).await;
        assert_eq!(values().await, [2.0, -1.0, 0.5]);
        assert_eq!(told().await, "Back at the start: a = 2, b = −1, c = 0.5");
        page.undo().await;
        page.undo().await;
        assert_eq!(values().await, random);
        page.open("#e=a*b%2Bln(c)&a=2&b=-1&c=0.5").await;
        click(page, RANDOMISE).await;
        assert_eq!(values().await, random, "the same link and seed give the same numbers");
    });
}

#[test]
fn a_slider_plays_until_it_is_stopped_and_its_run_is_one_edit() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=x^2%2By&x=-5&y=1").await;
        wait(1_000).await;
        let label = async || page.attr(&play_css("x"), "aria-label").await.unwrap_or_default();
        assert_eq!(label().await, "Play x");
        click(page, &play_css("x")).await;
        assert_eq!(label().await, "Pause x");
        let script = "
            const read = () => new Promise(requestAnimationFrame).then(() => [
                performance.now(), Number(document.querySelector('input[data-var=x]').value)]);
            const first = await read();
            await new Promise(go => setTimeout(go, 1200));
            const last = await read();
            return [last[0] - first[0], last[1] - first[1]];";
        let went = page.promise(script).await;
        let (took, way) = (went[0].as_f64().expect("a time"), went[1].as_f64().expect("a way"));
        // From end to end, which is 10, in 8 seconds; a frame may be late.
        assert!((way - took / 800.0).abs() < 0.2, "{way} in {took} ms");
        click(page, &play_css("x")).await;
        let stands = assert_one_value(page, "x").await;
        wait(300).await;
        assert_eq!(assert_one_value(page, "x").await, stands, "it stands");
        assert_eq!(page.slider("y").await, 1.0);
        wait(1_000).await;
        let address = page.eval("location.hash").await;
        assert_eq!(address, format!("#e=x%5E2%2By&x={stands}&y=1"), "the link holds the value and no more");
        page.undo().await;
        assert_eq!(page.slider("x").await, -5.0, "the whole run is one edit");
    });
}

#[test]
fn several_sliders_play_and_a_hand_and_escape_and_space_stop_them() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=x*y&x=-5&y=-4").await;
        let playing = async || {
            let script = "[...document.querySelectorAll('button[data-help=play-slider]')].map(b => b.ariaLabel).join()";
            page.eval(script).await.as_str().unwrap_or_default().to_owned()
        };
        page.focus(&slider_css("x")).await;
        page.type_text(" ").await;
        click(page, &play_css("y")).await;
        assert_eq!(playing().await, "Pause x,Pause y");
        wait(300).await;
        assert!(page.slider("x").await > -5.0 && page.slider("y").await > -4.0);
        page.drag(&slider_css("x"), (20.0, 0.0), async || {
            let before = assert_one_value(page, "x").await;
            wait(200).await;
            assert_eq!(assert_one_value(page, "x").await, before, "it stays in the hand");
        })
        .await;
        assert_eq!(playing().await, "Play x,Pause y");
        page.press(Key::Escape).await;
        page.frame().await;
        assert_eq!(playing().await, "Play x,Play y");
    });
}

#[test]
fn with_little_motion_a_slider_plays_in_visible_steps() {
    drive(View::DESKTOP, async |page| {
        let features = json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]);
        page.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        page.open("#e=x&x=-5").await;
        click(page, &play_css("x")).await;
        let script = "
            const slider = document.querySelector('input[data-var=x]');
            const values = new Set();
            const begin = performance.now();
            while (performance.now() - begin < 2200) {
                values.add(slider.value);
                await new Promise(requestAnimationFrame);
            }
            return values.size;";
        let steps = page.promise(script).await.as_u64().expect("a count");
        assert!((3..=5).contains(&steps), "{steps} values in 2.2 seconds");
    });
}

#[test]
fn the_settings_of_playing_hold_for_every_slider() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=x&x=4&x.min=0&x.max=5").await;
        click(page, "details[data-help=playing] summary").await;
        let choose = async |place: u32, choice: u32| {
            let script = format!(
                "(() => {{ const list = document.querySelectorAll('details[data-help=playing] select')[{place}]; \
                 list.selectedIndex = {choice}; list.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
            );
            page.eval(&script).await;
        };
        // Four times as fast, in large steps, and stop at the end.
        choose(0, 3).await;
        choose(1, 2).await;
        choose(2, 2).await;
        click(page, &play_css("x")).await;
        page.until("it stops", &format!("document.querySelector('{}').ariaLabel === 'Play x'", play_css("x"))).await;
        assert_eq!(assert_one_value(page, "x").await, 5.0);
    });
}

#[test]
fn the_wordmark_starts_afresh_and_keeps_language_and_colours() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=a*b&a=3&lang=de").await;
        click(page, "button[data-help=theme]").await;
        let theme = page.attr("html", "data-theme").await;
        assert_eq!(page.count("h1").await, 1);
        assert_eq!(page.attr(AFRESH, "aria-label").await.as_deref(), Some("Chainrule: neu anfangen"));
        click(page, AFRESH).await;
        assert_eq!(page.expression().await, "(4*x+1)^2");
        assert_eq!(page.number("[data-result]", "data-value").await, 25.0);
        assert_eq!(page.attr("html", "lang").await.as_deref(), Some("de"));
        assert_eq!(page.attr("html", "data-theme").await, theme);
        page.undo().await;
        assert_eq!((page.expression().await, page.slider("a").await), ("a*b".to_owned(), 3.0));
    });
}
