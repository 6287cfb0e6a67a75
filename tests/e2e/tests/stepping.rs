//! Both passes step by step: what is not computed yet is blank, never 0.

use e2e::page::slider_css;
use e2e::tree::{Tree, assert_close};
use e2e::{Page, View, drive};
use fantoccini::key::Key;

const PLAY: &str = "section[aria-label=Stepping] .play";
const NEXT: &str = "button[aria-label='Step forward']";
const BACK: &str = "button[aria-label='Step back']";
const START: &str = "button[aria-label='To the start']";
const END: &str = "button[aria-label='Show everything']";
const SPEED: &str = "button[aria-label^=Speed]";
const TIMELINE: &str = "input[type=range][aria-label=Step]";

async fn click(page: &Page, css: &str) {
    page.find(css).await.click().await.unwrap_or_else(|error| panic!("{css} takes a click: {error}"));
    page.frame().await;
}

/// The timeline's place, and what it says of it.
async fn moment(page: &Page) -> (f64, String) {
    let place = page.eval(&format!("Number(document.querySelector('{TIMELINE}').value)")).await;
    let says = page.attr(TIMELINE, "aria-valuetext").await;
    (place.as_f64().expect("a slider has a value"), says.unwrap_or_default())
}

/// How many values and gradients of nodes, flows of edges and results there are on the page.
async fn known(page: &Page) -> [usize; 5] {
    let count = async |css: &str| page.count(css).await;
    [
        count("[data-node]:not([data-op=const])[data-value]").await,
        count("[data-node][data-grad]").await,
        count("[data-edge][data-flow][data-local]").await,
        count("[data-result][data-value]").await,
        count("[data-partial][data-value]").await,
    ]
}

const EVERYTHING: [usize; 5] = [4, 4, 3, 1, 1];

#[test]
fn by_mouse_one_number_after_the_other_appears() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("(4*x+1)^2").await;
        assert_eq!(known(page).await, EVERYTHING, "without stepping everything is shown");
        click(page, NEXT).await;
        assert_eq!(known(page).await, [2, 0, 0, 0, 0], "x and the first product");
        assert_eq!(page.text("[data-result] .number").await, "", "blank, not 0");
        assert_eq!(moment(page).await.1, "Forward: a = 4 · x = 4 · 1 = 4");
        click(page, START).await;
        assert_eq!(known(page).await, [1, 0, 0, 0, 0], "only the variable");
        let expected =
            [[2, 0, 0, 0, 0], [3, 0, 0, 0, 0], [4, 0, 0, 1, 0], [4, 1, 0, 1, 0], [4, 2, 1, 1, 0], [4, 3, 2, 1, 0]];
        for (step, expected) in expected.into_iter().enumerate() {
            click(page, NEXT).await;
            assert_eq!(known(page).await, expected, "after step {}", step + 1);
        }
        assert_eq!(moment(page).await.1, "Backward: b sends 10 · 1 = 10 to a");
        click(page, BACK).await;
        assert_eq!(known(page).await, [4, 2, 1, 1, 0], "a step back takes it away again");
        click(page, NEXT).await;
        click(page, NEXT).await;
        assert_eq!(known(page).await, EVERYTHING);
        click(page, START).await;
        click(page, END).await;
        assert_eq!(known(page).await, EVERYTHING);
        Tree::read(page).await.assert_chain_rule();
    });
}

#[test]
fn a_shared_variable_s_gradient_grows_term_by_term() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("x*x + sin(x)").await;
        click(page, NEXT).await;
        let mut seen = Vec::new();
        for _ in 0..8 {
            click(page, NEXT).await;
            if let Some(grad) = Tree::read(page).await.variable("x").grad {
                assert_close(page.number("[data-partial=x]", "data-value").await, grad, "the partial so far");
                seen.push(grad);
            }
        }
        let cos = 1f64.cos();
        assert_eq!(seen.len(), 3, "{seen:?}");
        for (seen, expected) in seen.into_iter().zip([cos, cos + 1.0, cos + 2.0]) {
            assert_close(seen, expected, "the sum so far");
        }
    });
}

#[test]
fn moving_a_slider_keeps_the_step_and_updates_the_numbers() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("(4*x+1)^2").await;
        click(page, NEXT).await;
        click(page, NEXT).await;
        page.slide_with_keys("x", 2.0).await;
        assert_eq!(known(page).await, [3, 0, 0, 0, 0]);
        assert_eq!(moment(page).await, (2.0, "Forward: b = a + 1 = 8 + 1 = 9".to_owned()));
        let sums: Vec<_> = Tree::read(page).await.with_op("add").map(|node| (node.value, node.grad)).collect();
        assert_eq!(sums, [(Some(9.0), None)]);
        page.drag(&slider_css("x"), (-30.0, 0.0), async || assert_eq!(known(page).await, [3, 0, 0, 0, 0])).await;
        page.type_expression("x^2").await;
        assert_eq!(page.count("[data-result][data-value]").await, 1, "a new function is shown whole");
        assert_eq!(page.attr(TIMELINE, "aria-valuetext").await.as_deref(), Some(""));
        assert_eq!(page.count(".computing, .receiving, .sending").await, 0, "nothing is lit any more");
    });
}

#[test]
fn keys_walk_along_the_timeline() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("(4*x+1)^2").await;
        page.focus(PLAY).await;
        page.type_text(".").await;
        assert_eq!(moment(page).await.0, 1.0);
        page.focus(TIMELINE).await;
        for (key, place) in [(Key::Home, 0.0), (Key::Right, 1.0), (Key::Right, 2.0), (Key::Left, 1.0), (Key::End, 7.0)]
        {
            page.press(key).await;
            page.frame().await;
            assert_eq!(moment(page).await.0, place);
        }
        assert_eq!(known(page).await, EVERYTHING, "at its end everything is known");
        page.type_text(",,").await;
        page.frame().await;
        assert_eq!((moment(page).await.0, known(page).await), (5.0, [4, 2, 1, 1, 0]));
        page.press(Key::Escape).await;
        page.frame().await;
        assert_eq!(known(page).await, EVERYTHING, "Escape shows everything");
        let focused = format!("document.activeElement === document.querySelector('{PLAY}')");
        assert_eq!(page.eval(&focused).await, true, "the focus is not lost");
        page.focus("#expression").await;
        page.type_text(".,").await;
        assert!(page.expression().await.ends_with(".,"), "in the text these are characters");
        assert_eq!(page.attr(TIMELINE, "aria-valuetext").await.as_deref(), Some(""));
    });
}

#[test]
fn by_touch_the_bar_is_in_reach() {
    drive(View::PHONE, async |page| {
        page.type_expression("(4*x+1)^2").await;
        page.swipe(NEXT, (0.0, 0.0)).await;
        assert_eq!(known(page).await, [2, 0, 0, 0, 0]);
        page.swipe(TIMELINE, (0.0, 0.0)).await;
        let (middle, _) = moment(page).await;
        assert!((3.0..=4.0).contains(&middle), "a touch in the middle leads to step {middle}");
        page.swipe(TIMELINE, (30.0, 0.0)).await;
        assert!(moment(page).await.0 > middle);
        let script = "[...document.querySelectorAll('section[aria-label=Stepping] :is(button:not(.symbol), input)')]
            .filter(e => e.checkVisibility())
            .map(e => e.getBoundingClientRect())
            .filter(r => r.width < 40 || r.height < 40 || r.bottom > innerHeight || r.right > innerWidth).length";
        assert_eq!(
            page.eval(script).await,
            0,
            "every control is large enough and on the screen (names in the sentence are links in running text)"
        );
        let dock = "document.querySelector('section[aria-label=Stepping]').getBoundingClientRect().bottom \
                    <= document.querySelector('.dock').getBoundingClientRect().top";
        assert_eq!(page.eval(dock).await, true, "the bar lies above the sliders");
    });
}

#[test]
fn the_story_plays_by_itself_and_can_be_stopped() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("(4*x+1)^2").await;
        click(page, PLAY).await;
        assert_eq!(moment(page).await.0, 0.0, "it starts at the beginning");
        assert_eq!(page.attr(PLAY, "aria-label").await.as_deref(), Some("Pause"));
        click(page, SPEED).await;
        click(page, SPEED).await;
        let at = |place: u32| format!("Number(document.querySelector('{TIMELINE}').value) >= {place}");
        page.until("two steps are done", &at(2)).await;
        click(page, PLAY).await;
        let (stopped, _) = moment(page).await;
        assert_eq!(page.attr(PLAY, "aria-label").await.as_deref(), Some("Play"));
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        assert_eq!(moment(page).await.0, stopped);
        click(page, PLAY).await;
        page.until("it comes to its end", &at(7)).await;
        page.until("it stops", &format!("document.querySelector('{PLAY}').ariaLabel === 'Play'")).await;
        assert_eq!(known(page).await, EVERYTHING);
    });
}
