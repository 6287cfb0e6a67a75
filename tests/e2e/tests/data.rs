//! Data: rows typed by keyboard alone, the mean over them, one of them in the tree, and what is wrong where.

use e2e::tree::assert_close;
use e2e::{View, drive};
use fantoccini::key::Key;

const LINE: &str = "#e=(m*x%20%2B%20b%20-%20y)%5E2&m=1&b=1&x=1&y=1&panel=data";

#[test]
fn rows_that_are_typed_have_a_mean_and_one_of_them_is_in_the_tree() {
    drive(View::DESKTOP, async |page| {
        page.open(LINE).await;
        page.focus("#data-text").await;
        page.type_text("x,y\n0,1\n1,2\n2,6").await;
        page.frame().await;
        assert_close(page.number("[data-mean]", "data-value").await, 3.0, "mean of 0, 0 and 9");
        assert!(page.text(".average").await.contains("(0 + 0 − 12)/3 = −4"), "{}", page.text(".average").await);
        assert_close(page.slider("x").await, 0.0, "the first row is shown");
        page.focus("[aria-label='Show row 3 in the tree']").await;
        page.press(Key::Enter).await;
        page.frame().await;
        assert_close(page.slider("y").await, 6.0, "y of the third row");
        assert_close(page.number("[data-result]", "data-value").await, 9.0, "its loss");
        assert_eq!(page.attr("tr.picked", "data-pick").await.as_deref(), Some("2"));

        let line = page.attr(".fitted", "d").await;
        page.slide_with_keys("m", 2.0).await;
        assert_ne!(page.attr(".fitted", "d").await, line, "the fitted line turns");
        assert_close(page.number("[data-mean]", "data-value").await, (0.0 + 1.0 + 1.0) / 3.0, "the mean follows");
        page.slide_with_keys("x", 1.0).await;
        assert_eq!(page.count("tr.picked").await, 0, "a slider of the data leaves the row");
        assert_close(page.number("[data-mean]", "data-value").await, 2.0 / 3.0, "the mean does not depend on it");
    });
}

#[test]
fn what_is_wrong_with_a_table_is_told_with_its_place() {
    drive(View::DESKTOP, async |page| {
        page.open(&format!("{LINE}&data.rows=x%2Cy%0A0%2C1%0A1%2C2")).await;
        assert_close(page.number("[data-mean]", "data-value").await, 0.0, "the line goes through both");
        page.find(".data summary").await.click().await.expect("the table opens");
        page.focus("#data-text").await;
        page.type_text("\n2,abc").await;
        page.frame().await;
        assert_eq!(page.text("#data-error").await, "row 3, column y: “abc” is not a number");
        assert_eq!(page.attr("#data-error", "data-row").await.as_deref(), Some("3"));
        assert_eq!(page.count(".data tr[data-pick]").await, 2, "the last good table stays");
        page.find(".data .show").await.click().await.expect("the line is shown");
        page.type_text("2,4").await;
        page.frame().await;
        assert_eq!(page.text("#data-error").await, "");
        assert_close(page.number("[data-mean]", "data-value").await, 1.0 / 3.0, "mean of 0, 0 and 1");
    });
}
