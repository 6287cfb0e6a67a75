//! The plot shows the function, and its point is a second slider.

use e2e::page::slider_css;
use e2e::{Page, View, drive};
use fantoccini::key::Key;

const POINT: &str = ".plane .point";

/// What a screen reader says at the point.
async fn told(page: &Page) -> String {
    page.attr(POINT, "aria-valuetext").await.expect("the point has a value")
}

/// What is written at the point.
async fn label(page: &Page) -> String {
    let text = page.eval("document.querySelector('.slope-label').textContent").await;
    text.as_str().expect("a text").to_owned()
}

async fn path(page: &Page) -> String {
    page.attr(".plane .curve", "d").await.expect("a curve is drawn")
}

/// The runs of the path: for each its smallest and its largest x, in pixels.
fn runs(path: &str) -> Vec<(f64, f64)> {
    path.split('M')
        .filter(|run| !run.is_empty())
        .map(|run| {
            let xs: Vec<f64> = run.split('L').map(|point| point.split(' ').next().unwrap().parse().unwrap()).collect();
            (xs.iter().copied().fold(f64::INFINITY, f64::min), xs.iter().copied().fold(f64::NEG_INFINITY, f64::max))
        })
        .collect()
}

#[test]
fn the_point_moves_with_the_slider_and_the_curve_stays() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("(4*x+1)^2").await;
        assert_eq!(told(page).await, "x 1, f 25, slope 40");
        let before = (path(page).await, page.attr(POINT, "transform").await);
        page.slide_with_keys("x", 2.0).await;
        assert_eq!(told(page).await, "x 2, f 81, slope 72");
        assert_eq!(label(page).await, "slope 72");
        assert_eq!(path(page).await, before.0);
        assert_ne!(page.attr(POINT, "transform").await, before.1);
    });
}

#[test]
fn the_point_is_a_slider_for_keys_mouse_and_finger() {
    for view in [View::DESKTOP, View::PHONE] {
        drive(view, async |page| {
            page.type_expression("x^3").await;
            page.focus(POINT).await;
            page.press(Key::Right).await;
            assert_eq!(page.slider("x").await, 1.01);
            page.press(Key::PageUp).await;
            page.frame().await;
            assert_eq!(page.slider("x").await, 1.11);
            assert!((page.number("[data-partial=x]", "data-value").await - 3.0 * 1.11 * 1.11).abs() < 1e-9);
            page.press(Key::Home).await;
            page.frame().await;
            assert_eq!(told(page).await, "x minus 5, f minus 125, slope 75");
            let width = page.eval("document.querySelector('.plane').getBoundingClientRect().width").await;
            let target = -5.0 + 10.0 * 100.0 / width.as_f64().expect("a number");
            match view.touch() {
                true => page.swipe(POINT, (100.0, -20.0)).await,
                false => page.drag(POINT, (100.0, -20.0), async || {}).await,
            }
            assert!((page.slider("x").await - target).abs() < 0.06, "{} is not {target}", page.slider("x").await);
        });
    }
}

#[test]
fn nothing_runs_across_a_pole() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("1/x").await;
        let width = page.eval("document.querySelector('.plane').getBoundingClientRect().width").await;
        let pole = width.as_f64().expect("a number") / 2.0;
        let runs = runs(&path(page).await);
        assert_eq!(runs.len(), 2);
        assert!(runs[0].1 <= pole && runs[1].0 >= pole, "{runs:?} around {pole}");
        assert!(page.text("#plot-words").await.contains("Grows beyond all bounds at 0."));
        assert_eq!(page.count(".marks .pole").await, 1);
    });
}

#[test]
fn zoom_samples_anew_and_home_comes_back() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("sin(10*x)").await;
        let home = path(page).await;
        page.find("[data-help=plot-in]").await.click().await.expect("a button");
        page.frame().await;
        let near = path(page).await;
        assert_ne!(near, home);
        page.until("the address has the window", "location.hash.includes('plot.window=')").await;
        page.reload().await;
        assert_eq!(path(page).await, near, "the link shows the same part of the plane");
        page.focus(".plane").await;
        page.type_text("0").await;
        page.frame().await;
        assert_eq!(path(page).await, home);
    });
}

#[test]
fn other_sliders_redraw_the_curve_and_the_axis_can_be_chosen() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("a*x^2").await;
        let before = path(page).await;
        page.eval(
            "(() => { const list = document.querySelector('.plot select'); list.value = 'x'; \
             list.dispatchEvent(new Event('change', { bubbles: true })); })()",
        )
        .await;
        page.frame().await;
        assert_ne!(path(page).await, before);
        let parabola = path(page).await;
        page.focus(&slider_css("a")).await;
        // Upside down: another height alone fits into the same picture after a pause.
        page.press(Key::Home).await;
        let moved = format!("document.querySelector('.plane .curve').getAttribute('d') !== {parabola:?}");
        page.until("the curve is another one", &moved).await;
        assert!(told(page).await.starts_with("x 1, f "));
    });
}

#[test]
fn derivatives_and_lens_come_on_demand() {
    drive(View::DESKTOP, async |page| {
        page.type_expression("abs(x)").await;
        for id in ["plot-slope", "plot-bend", "plot-lens"] {
            assert_eq!(page.attr(&format!("[data-switch={id}]"), "aria-pressed").await.as_deref(), Some("false"));
            page.find(&format!("[data-switch={id}]")).await.click().await.expect("a button");
            page.frame().await;
            assert_eq!(page.attr(&format!("[data-switch={id}]"), "aria-pressed").await.as_deref(), Some("true"));
        }
        let slope = page.attr(".strip.slope .curve", "d").await.unwrap_or_default();
        let runs = runs(&slope);
        assert!(
            runs.len() >= 2 && runs.iter().all(|run| run.1 - run.0 < 170.0),
            "the slope jumps at the corner: {runs:?}"
        );
        assert!(page.text(".lens p").await.contains("lies on its tangent"));
        page.slide_with_keys("x", 0.0).await;
        assert!(page.text(".lens p").await.contains("corner"));
        assert_eq!(label(page).await, "corner: 0 by convention");
    });
}
