//! Everything on the screen has its row in the table of help, and every row is on the screen.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chainrule::app::help::{THINGS, find, title};

/// The code of the page, in one text.
fn page(folder: &Path) -> String {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { page(&path) } else { fs::read_to_string(path).unwrap() }).collect()
}

fn code() -> String {
    page(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui"))
}

#[test]
fn every_help_on_the_page_has_a_row() {
    let code = code();
    let after = |start: &'static str| code.split(start).skip(1).map(|rest| rest.split('"').next().unwrap());
    let asked: Vec<&str> =
        ["data-help=\"", "help::button(\"", "name(\"", "title(\""].into_iter().flat_map(after).collect();
    assert!(asked.len() > 30, "the page is read: {asked:?}");
    for id in asked {
        assert!(find(id).is_some(), "{id} has no row in src/app/help.rs");
    }
}

#[test]
fn every_row_is_on_the_page() {
    let code = code();
    for thing in THINGS {
        assert!(code.contains(&format!("\"{}\"", thing.id)), "nothing in src/ui is called {}", thing.id);
    }
}

#[test]
fn rows_are_sentences_and_no_two_are_the_same() {
    let mut seen = BTreeSet::new();
    for thing in THINGS {
        assert!(seen.insert(thing.id) && seen.insert(thing.says), "{} stands there twice", thing.id);
        assert!(!thing.name.is_empty() && !thing.name.ends_with('.'), "{}: a name", thing.id);
        assert!(thing.says.ends_with('.') && thing.says.len() < 260, "{}: a sentence or two", thing.id);
        assert!(thing.says.starts_with(char::is_uppercase), "{}: begins as a sentence", thing.id);
        for (keys, does) in thing.keys {
            assert!(title(thing.id).ends_with(')') && !keys.is_empty(), "{}: {keys}", thing.id);
            assert!(does.is_empty() || does.starts_with(char::is_lowercase), "{}: {does}", thing.id);
        }
    }
}
