//! The map of two variables: chosen, dragged, walked by keys, and true while another slider moves.

use e2e::tree::assert_close;
use e2e::{Page, View, drive};
use fantoccini::key::Key;

const SECOND: &str = "select[data-help=plot-second]";
const POINT: &str = ".map-point";
const LINES: &str = ".map-contours path[data-level]:not([d=''])";

async fn open(page: &Page) {
    page.open("#e=x%5E2%2By%5E2%2Bz&x=1&y=2&z=1").await;
    let choose = format!(
        "(list => {{ list.value = 'y'; list.dispatchEvent(new Event('change', {{ bubbles: true }})) }})(document.querySelector('{SECOND}'))"
    );
    page.eval(&choose).await;
    page.until("the map has lines", &format!("document.querySelectorAll(\"{LINES}\").length > 5")).await;
}

/// Waits for the picture that is drawn in a pause.
async fn fine(page: &Page) {
    page.promise("await new Promise(done => setTimeout(done, 400))").await;
}

/// Where the page says the point is.
async fn point(page: &Page) -> (f64, f64) {
    (page.slider("x").await, page.slider("y").await)
}

#[test]
fn a_second_variable_makes_the_plot_a_map() {
    drive(View::DESKTOP, async |page| {
        open(page).await;
        assert_eq!(
            page.attr(POINT, "aria-valuetext").await.as_deref(),
            Some("x 1, y 2, f 6, gradient (2, 4)"),
            "the point says where it is"
        );
        assert!(page.text(".map-rule").await.contains("a line every 5"));
        assert!(
            page.eval("location.hash").await.as_str().unwrap().contains("plot.and=y") || {
                page.until("the link has it", "location.hash.includes('plot.and=y')").await;
                true
            }
        );
        // Every pixel of the bowl is coloured, the middle lighter than the corners.
        let shades = page
            .eval(
                "(canvas => [[.5, .5], [.02, .02]].map(([x, y]) => [...canvas.getContext('2d')
                    .getImageData(canvas.width * x, canvas.height * y, 1, 1).data]))(document.querySelector('.map-shade'))",
            )
            .await;
        let red = |index: usize| shades[index][0].as_i64().unwrap();
        assert!(red(0) > red(1) + 40 && shades[0][3] == 255 && shades[1][3] == 255, "{shades}");
    });
}

#[test]
fn dragging_the_point_moves_both_sliders() {
    drive(View::DESKTOP, async |page| {
        open(page).await;
        let lines = "[...document.querySelectorAll('.map-contours path')].map(path => path.getAttribute('d')).join()";
        fine(page).await;
        let before = page.eval(lines).await;
        let frame = page
            .eval("(box => [box.width, box.height])(document.querySelector('.map-frame').getBoundingClientRect())")
            .await;
        let (width, height) = (frame[0].as_f64().unwrap(), frame[1].as_f64().unwrap());
        page.drag(POINT, (60.0, 80.0), async || {}).await;
        let (x, y) = point(page).await;
        // Both sliders go from −5 to 5.
        let expected = (1.0 + 600.0 / width, 2.0 - 800.0 / height);
        assert!((x - expected.0).abs() < 0.04 && (y - expected.1).abs() < 0.04, "({x}, {y}) for {expected:?}");
        assert_close(page.number("[data-result]", "data-value").await, x * x + y * y + 1.0, "f");
        assert_eq!(page.eval(lines).await, before, "the map itself stays");
        page.undo().await;
        assert_eq!(point(page).await, (1.0, 2.0), "in one go");
    });
}

#[test]
fn arrow_keys_move_the_point_in_the_plane() {
    drive(View::DESKTOP, async |page| {
        open(page).await;
        page.focus(POINT).await;
        for key in [Key::Right, Key::Right, Key::Up, Key::Left, Key::Down, Key::Down] {
            page.press(key).await;
        }
        let (x, y) = point(page).await;
        assert_close(x, 1.01, "x");
        assert_close(y, 1.99, "y");
        assert_eq!(page.number(POINT, "aria-valuenow").await, x);
    });
}

#[test]
fn the_map_follows_another_slider() {
    drive(View::DESKTOP, async |page| {
        open(page).await;
        let levels = "[...document.querySelectorAll(\".map-contours path[data-level]:not([d=''])\")].map(path => path.dataset.level).join()";
        let before = page.eval(levels).await;
        page.slide_with_keys("z", 4.0).await;
        assert_eq!(page.eval(levels).await, before, "the levels stay round");
        fine(page).await;
        // x² + y² = 16 at level 20: the ring is as wide as its radius says.
        let ring = page
            .eval("(path => { const box = path.getBBox(), frame = document.querySelector('.map-frame'); return 10 * box.width / 10 / frame.clientWidth })(document.querySelector('.map-contours path[data-level=\"20\"]'))")
            .await;
        assert!((ring.as_f64().unwrap() - 8.0).abs() < 0.05, "width {ring} of ten");
    });
}

#[test]
fn a_descent_leaves_its_trail_on_the_map() {
    drive(View::DESKTOP, async |page| {
        page.open("#e=x%5E2%2By%5E2&x=1&y=2&plot.and=y&descent.rate=0.1&panel=descent").await;
        assert_eq!(page.count(".map .trail path").await, 0);
        page.find("section[data-help=descent] button[aria-label=Step]").await.click().await.expect("it takes a click");
        page.until("there is a trail", "document.querySelector('.map .trail path')").await;
        assert_eq!(point(page).await, (0.8, 1.6), "against the gradient");
    });
}

#[test]
fn a_finger_moves_the_point_up_and_not_the_page() {
    drive(View::PHONE, async |page| {
        open(page).await;
        page.eval("document.querySelector('.map-frame').scrollIntoView({ block: 'center', behavior: 'instant' })")
            .await;
        let scrolled = page.eval("scrollY").await;
        page.swipe(".map-point .dot", (0.0, -60.0)).await;
        let height = page.eval("document.querySelector('.map-frame').clientHeight").await.as_f64().unwrap();
        let (x, y) = point(page).await;
        assert!((x - 1.0).abs() < 0.1 && (y - (2.0 + 600.0 / height)).abs() < 0.1, "({x}, {y})");
        assert_eq!(page.eval("scrollY").await, scrolled, "the page stays");
    });
}
