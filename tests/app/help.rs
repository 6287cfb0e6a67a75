//! Every element with help on the page has a row in the table of help, and every row is used.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chainrule::app::help::{Help, find, keys, name, says, title};

/// The code of the page, in one text.
fn page(folder: &Path) -> String {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { page(&path) } else { fs::read_to_string(path).unwrap() }).collect()
}

fn code() -> String {
    page(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui"))
}

#[test]
fn no_help_on_the_page_is_named_by_a_text() {
    let code = code();
    assert!(code.matches("data-help={").count() > 30, "the page is read");
    assert!(!code.contains("data-help=\""), "an id that is a text may be wrong; Help::… cannot");
}

#[test]
fn every_row_is_on_the_page() {
    let code = code();
    for help in Help::ALL {
        let (variant, id) = (format!("Help::{help:?}"), format!("\"{}\"", help.id()));
        assert!(code.contains(&variant) || code.contains(&id), "nothing in src/ui is called {variant}");
        assert_eq!(find(help.id()), Some(*help));
    }
}

#[test]
fn rows_are_sentences_and_no_two_are_the_same() {
    let mut seen = BTreeSet::new();
    for &help in Help::ALL {
        let (id, name, says) = (help.id(), name(help).text(), says(help).text());
        assert!(seen.insert(id.to_owned()) && seen.insert(says.clone()), "{id} stands there twice");
        assert!(!name.is_empty() && !name.ends_with('.'), "{id}: a name");
        assert!(says.ends_with('.') && says.len() < 260, "{id}: a sentence or two");
        assert!(says.starts_with(char::is_uppercase), "{id}: begins as a sentence");
        for (key, does) in keys(help) {
            assert!(title(help).text().ends_with(')') && !key.text().is_empty(), "{id}: {key}");
            assert!(does.is_none_or(|does| does.text().starts_with(char::is_lowercase)), "{id}: {key}");
        }
    }
}
