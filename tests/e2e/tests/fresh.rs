//! The page is a function of its document: after any run of edits it shows, to the letter, what a
//! fresh page shows for the same link. And an edit keeps the nodes that it does not touch.
//!
//! `FRESH_SEED` draws other runs of edits, `FRESH_EDITS` more or fewer edits in all, and `FRESH_TOLD`
//! is how many runs that fail are shortened and told before the test ends.

use std::collections::BTreeSet;
use std::env;
use std::fmt::Write;

use e2e::fresh::draw::Draw;
use e2e::fresh::{Run, kinds, last_edit_shows};
use e2e::{Page, View, drive};
use fantoccini::key::Key;

/// Edits in a run, and in all.
const EDITS_IN_RUN: usize = 8;
const EDITS: u64 = 320;
const SEED: u64 = 1;

/// So many runs are shortened and told; further failures only cost time.
const MOST_TOLD: u64 = 5;

/// So many differences of a run are told, and so many characters of each.
const MOST_LINES: usize = 12;
const LONGEST_LINE: usize = 300;

/// A number from the environment.
fn setting(name: &str, usual: u64) -> u64 {
    env::var(name).map_or(usual, |text| text.parse().unwrap_or_else(|_| panic!("{name} is '{text}', no number")))
}

/// The run as a line of a table of cases, and its differences.
fn tell(run: &Run, found: &[String]) -> String {
    let mut text = format!("\n({:?}, &{:?}),\n", run.start, run.edits);
    for line in found.iter().take(MOST_LINES) {
        let _ = writeln!(text, "    {}", line.chars().take(LONGEST_LINE).collect::<String>());
    }
    if found.len() > MOST_LINES {
        let _ = writeln!(text, "    and {} more", found.len() - MOST_LINES);
    }
    text
}

#[test]
fn after_random_edits_the_page_is_as_a_fresh_one() {
    let (seed, edits) = (setting("FRESH_SEED", SEED), setting("FRESH_EDITS", EDITS));
    let most_told = setting("FRESH_TOLD", MOST_TOLD);
    drive(View::DESKTOP, async |page| {
        let mut draw = Draw::new(seed);
        let (mut told, mut known) = (0, BTreeSet::new());
        for _ in 0..edits.div_ceil(EDITS_IN_RUN as u64) {
            let run = draw.run(EDITS_IN_RUN);
            let found = run.differences(page).await;
            // What was told already is not told again.
            if kinds(&found).is_subset(&known) {
                continue;
            }
            let (run, found) = run.shrunk(page, found, &known).await;
            known.extend(kinds(&found));
            // At once, so that it is not lost if somebody ends the test.
            println!("{}", tell(&run, &found));
            told += 1;
            if told == most_told {
                break;
            }
        }
        assert_eq!(told, 0, "runs told above that end otherwise than a fresh page, with FRESH_SEED={seed}");
    });
}

/// The shortest runs that have shown something old: a link, and what is done to the page it opens.
const CASES: &[(&str, &[&str])] = &[
    // Nothing is done: two readings of one page are equal.
    (LINE, &[]),
    // The label of an edge, and a gradient in the table, where there is none any more.
    (LINE, &["paste \"sin(2)*x\""]),
    (PRODUCT_AND_SINE, &["paste \"1/(x-2)\""]),
    (PRODUCT_AND_SINE, &["press forward", "paste \"2*y\""]),
    (PRODUCT_AND_SINE, &["gallery 29"]),
    // What marks a step, after an edit in the middle of stepping.
    (PRODUCT_AND_SINE, &["press next", "front \"-\""]),
    // The map, after a function without a variable.
    (MAP, &["paste \"1\"", "undo"]),
    // The axis of the plot, which stays for a drag, after that.
    (PRODUCT_AND_SINE, &["drag 1 0.5 0.6", "drag 1 0.6 0.7"]),
    (SUM_OF_SQUARES, &["slide 3 0.37"]),
    // The panel that a chosen node turns to, in the address.
    (SUM_OF_SQUARES, &["node 0"]),
    // A step that moved nothing, from which Reset does not lead back.
    (ROWS, &["choose #data-batch 2", "tab descent", "press descend-step"]),
];

#[test]
fn after_edits_that_once_left_something_old_the_page_is_as_a_fresh_one() {
    drive(View::DESKTOP, async |page| {
        let mut failures = String::new();
        for (start, edits) in CASES {
            let run = Run::of(start, edits);
            let found = run.differences(page).await;
            if !found.is_empty() {
                failures += &tell(&run, &found);
            }
        }
        assert!(failures.is_empty(), "{failures}");
    });
}

const LINE: &str = "#e=(4*x%2B1)%5E2&x=1";
const PRODUCT_AND_SINE: &str = "#e=x*y%2Bsin(x)&x=2&y=0.5";
const SUM_OF_SQUARES: &str = "#e=x%5E2%2By%5E2&x=3&y=1&panel=descent";
const MAP: &str = "#e=x*y%2Bsin(x)&x=2&y=0.5&plot.and=y";
const ROWS: &str = "#e=(m*x-y)%5E2&m=1&x=1&y=1&panel=data&data.rows=x%2Cy%0A0%2C1%0A1%2C2%0A2%2C6&data.row=1";

/// For each edit that is drawn a run that ends with it, and in which it has something to do.
const EFFECTS: &[(&str, &[&str])] = &[
    (PRODUCT_AND_SINE, &["paste \"a*b\""]),
    (PRODUCT_AND_SINE, &["type \"a*b\""]),
    (PRODUCT_AND_SINE, &["front \"3 + \""]),
    (PRODUCT_AND_SINE, &["back \" + 1\""]),
    (PRODUCT_AND_SINE, &["cut 3"]),
    (PRODUCT_AND_SINE, &["rename 1 w"]),
    (PRODUCT_AND_SINE, &["gallery 3"]),
    (PRODUCT_AND_SINE, &["copy 3"]),
    (PRODUCT_AND_SINE, &["slide 0 0.3"]),
    (PRODUCT_AND_SINE, &["drag 0 0.2 0.6"]),
    (PRODUCT_AND_SINE, &["box 0 4"]),
    (PRODUCT_AND_SINE, &["min 0 -7"]),
    (PRODUCT_AND_SINE, &["max 0 12"]),
    (PRODUCT_AND_SINE, &["press randomise"]),
    (PRODUCT_AND_SINE, &["slide 0 0.3", "press start-values"]),
    (PRODUCT_AND_SINE, &["press play-slider"]),
    (PRODUCT_AND_SINE, &["press afresh"]),
    (PRODUCT_AND_SINE, &["press form-tree", "press form-graph"]),
    (PRODUCT_AND_SINE, &["press form-tree"]),
    ("#e=x*y%2Bx*y", &["press merge"]),
    (PRODUCT_AND_SINE, &["press forward"]),
    (PRODUCT_AND_SINE, &["press forward", "press backward"]),
    (PRODUCT_AND_SINE, &["press forward", "choose [data-help=from] 1"]),
    (PRODUCT_AND_SINE, &["press next"]),
    (PRODUCT_AND_SINE, &["press next", "press next", "press back"]),
    (PRODUCT_AND_SINE, &["press start"]),
    (PRODUCT_AND_SINE, &["press next", "press end"]),
    (PRODUCT_AND_SINE, &["press play"]),
    (PRODUCT_AND_SINE, &["press next", "escape"]),
    (PRODUCT_AND_SINE, &["second"]),
    (PRODUCT_AND_SINE, &["press plot-slope"]),
    (PRODUCT_AND_SINE, &["press plot-bend"]),
    (PRODUCT_AND_SINE, &["press plot-lens"]),
    (PRODUCT_AND_SINE, &["press plot-in"]),
    (PRODUCT_AND_SINE, &["press plot-out"]),
    (PRODUCT_AND_SINE, &["press plot-in", "press plot-home"]),
    (PRODUCT_AND_SINE, &["press plot-large"]),
    (PRODUCT_AND_SINE, &["choose [data-help=plot-axis] 1"]),
    (PRODUCT_AND_SINE, &["choose [data-help=plot-second] 1"]),
    (MAP, &["press map-field"]),
    (SUM_OF_SQUARES, &["press descend-step"]),
    (SUM_OF_SQUARES, &["press descend-run"]),
    (SUM_OF_SQUARES, &["press descend-step", "press descend-back"]),
    (SUM_OF_SQUARES, &["press descend-step", "press descend-reset"]),
    (SUM_OF_SQUARES, &["press watch"]),
    (SUM_OF_SQUARES, &["rate 0.3"]),
    (SUM_OF_SQUARES, &["choose #descend-by 2"]),
    (SUM_OF_SQUARES, &["choose #descend-against 2"]),
    (SUM_OF_SQUARES, &["choose #descend-goal 1"]),
    (SUM_OF_SQUARES, &["tab why"]),
    (PRODUCT_AND_SINE, &["tab descent"]),
    (PRODUCT_AND_SINE, &["tab data"]),
    (PRODUCT_AND_SINE, &["node 0"]),
    (PRODUCT_AND_SINE, &["edge 0"]),
    (PRODUCT_AND_SINE, &["row 0"]),
    (PRODUCT_AND_SINE, &["hover 0"]),
    (PRODUCT_AND_SINE, &["table 2 3"]),
    (ROWS, &["pick 2"]),
    (ROWS, &["choose #data-batch 1"]),
    (ROWS, &["clear"]),
    (PRODUCT_AND_SINE, &["slide 0 0.3", "undo"]),
    (PRODUCT_AND_SINE, &["slide 0 0.3", "undo", "redo"]),
];

/// What has no effect that is read: the camera stands where it likes, and time passes.
const WITHOUT_EFFECT: [&str; 2] = ["press zoom-in", "pause"];

/// The verb of an edit, and what it is done to if that is named.
fn verb(edit: &str) -> String {
    let words: Vec<&str> = edit.split(' ').collect();
    let named = ["press", "choose", "tab"].contains(&words[0]);
    words[..if named { 2 } else { 1 }].join(" ")
}

#[test]
fn every_edit_that_is_drawn_does_something() {
    let tried: BTreeSet<String> = EFFECTS.iter().filter_map(|(_, edits)| Some(verb(edits.last()?))).collect();
    let mut draw = Draw::new(SEED);
    for edit in (0..5_000).map(|_| draw.edit()) {
        let verb = verb(&edit);
        assert!(tried.contains(&verb) || WITHOUT_EFFECT.contains(&&verb[..]), "no run of the table ends with {verb}");
    }
    drive(View::DESKTOP, async |page| {
        let mut idle = Vec::new();
        for (start, edits) in EFFECTS {
            if !last_edit_shows(page, &Run::of(start, edits)).await {
                idle.push(edits);
            }
        }
        assert!(idle.is_empty(), "edits that change nothing: {idle:?}");
    });
}

/// What `x*y` is part of, what is typed there after a key that moves the caret, and what it is part
/// of then.
type Typed = (&'static str, &'static [(Key, &'static str)], &'static str);

const AROUND: [Typed; 5] = [
    ("x*y + sin(x)", &[(Key::Home, "3 + ")], "3 + x*y + sin(x)"),
    ("x*y + sin(x)", &[(Key::End, " + 1")], "x*y + sin(x) + 1"),
    ("x*y + sin(x)", &[(Key::Home, "exp("), (Key::End, ")")], "exp(x*y + sin(x))"),
    ("x*y + sin(x)", &[(Key::End, "^2"), (Key::Home, "2 - ")], "2 - x*y + sin(x)^2"),
    ("sin(x) + y*z + x*y", &[(Key::Home, "2*x + ")], "2*x + sin(x) + y*z + x*y"),
];

/// The elements of nodes of `AROUND`, which an edit around them must not replace.
const PRODUCT: &str = "document.querySelector('[data-op=mul][data-value=\"6\"]')";
const SINE: &str = "document.querySelector('[data-op=sin]')";

async fn open(page: &Page, text: &str) {
    page.open(&format!("#e={}&x=2&y=3&z=5", text.replace('+', "%2B"))).await;
}

async fn type_around(page: &Page, (_, keys, after): Typed) {
    for &(place, text) in keys {
        page.focus("#expression").await;
        page.press(place).await;
        page.type_text(text).await;
        page.frame().await;
    }
    assert_eq!(page.expression().await, after);
}

async fn is_chosen(page: &Page) -> bool {
    page.eval(&format!("{PRODUCT}?.querySelector('[aria-selected]').ariaSelected === 'true'")).await == true
}

#[test]
fn an_edit_keeps_the_elements_of_the_nodes_around_it() {
    drive(View::DESKTOP, async |page| {
        let mut lost = Vec::new();
        for typed in AROUND {
            open(page, typed.0).await;
            page.eval(&format!("void ({PRODUCT}.mark = 'mul', {SINE}.mark = 'sin')")).await;
            type_around(page, typed).await;
            for (element, mark) in [(PRODUCT, "mul"), (SINE, "sin")] {
                let now = page.eval(&format!("{element}.mark ?? 'none'")).await;
                if now != mark {
                    lost.push(format!("{}: the element of {mark} has the mark {now}", typed.2));
                }
            }
        }
        assert!(lost.is_empty(), "{}", lost.join("\n"));
    });
}

#[test]
fn a_chosen_node_stays_chosen_through_an_edit_around_it() {
    drive(View::DESKTOP, async |page| {
        let mut lost = Vec::new();
        for typed in AROUND {
            open(page, typed.0).await;
            page.find("[data-op=mul][data-value=\"6\"]").await.click().await.expect("a node takes a click");
            page.frame().await;
            assert!(is_chosen(page).await, "a click chooses the product");
            type_around(page, typed).await;
            if !is_chosen(page).await {
                lost.push(typed.2);
            }
        }
        assert_eq!(lost, [""; 0], "texts in which the product is no longer chosen");
    });
}
