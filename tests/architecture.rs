//! The arrows of the house point one way: from later folders to earlier ones.

#[path = "support/imports.rs"]
mod imports;

use std::fs;
use std::path::{Path, PathBuf};

use imports::{Folder, circles};

/// The folders of `src` in their order: each may import from those before it, and from no other.
const ORDER: &[&str] = &[
    "ops", "syntax", "symbolic", "graph", "autodiff", "data", "layout", "plot", "descent", "typeset", "words", "svg",
    "explain", "app", "ui",
];

/// Crates that only `ui` may name: everything else works without a browser.
const WEB: &[&str] = &["yew", "web_sys", "gloo_", "wasm_bindgen", "js_sys"];

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false if path.extension().is_some_and(|extension| extension == "rs") => found.push(path),
            false => {}
        }
    }
    found
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The code of a file without its comments.
fn code(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(|line| line.split("//").next().unwrap_or("").to_owned()).collect()
}

#[test]
fn imports_follow_the_arrows() {
    for (place, &folder) in ORDER.iter().enumerate() {
        for path in files(&source().join(folder)) {
            for (number, line) in code(&path).iter().enumerate() {
                for other in &ORDER[place + 1..] {
                    let imports =
                        [format!("crate::{other}::"), format!("crate::{other};"), format!("crate::{{{other}")];
                    assert!(
                        !imports.iter().any(|import| line.contains(import)),
                        "{}:{}: {folder} must not know {other}; what needs both belongs in a folder after both",
                        path.display(),
                        number + 1
                    );
                }
            }
        }
    }
}

/// The folders that the lines of a file name between two marks, in their order.
fn listed(file: &str, before: &str, after: &str) -> Vec<String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let name = |line: &str| Some(line.strip_prefix(before)?.split_once(after)?.0.replace(['[', ']', '`'], ""));
    text.lines().filter_map(name).collect()
}

#[test]
fn everyone_tells_the_same_order() {
    assert_eq!(listed("src/lib.rs", "//! | ", " | ")[1..], *ORDER, "the table in src/lib.rs");
    assert_eq!(listed("README.md", "src/", "/ "), ORDER, "the map in README.md");
}

#[test]
fn no_files_of_a_folder_import_each_other_in_a_circle() {
    let mut found = String::new();
    for folder in ORDER {
        let imports = Folder::read(&source(), folder).imports();
        for circle in circles(&imports) {
            for file in &circle {
                let others: Vec<&String> = imports[file].intersection(&circle).collect();
                found += &format!("{file} imports {others:?}\n");
            }
            found += "\n";
        }
    }
    assert!(found.is_empty(), "these files import each other; what they share belongs in a file of its own:\n{found}");
}

#[test]
fn imports_are_seen_in_all_their_ways() {
    let table = [
        ("svg/mark", "svg/axis", "by a name that the folder re-exports"),
        ("syntax/print", "syntax/expr", "by a glob"),
        ("app/document", "app/plot/options", "by the name of a module"),
        ("layout", "layout/tidy", "by a re-export"),
        ("typeset/math", "typeset/math", "not at all"),
        ("explain/path_rungs", "explain/paths", "by a path"),
    ];
    for (from, to, how) in table {
        let (folder, _) = from.split_once('/').unwrap_or((from, ""));
        let imports = Folder::read(&source(), folder).imports();
        assert_eq!(imports[from].contains(to), from != to, "{from} uses {to} {how}: {:?}", imports[from]);
    }
}

#[test]
fn every_folder_has_its_place() {
    for entry in fs::read_dir(source()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(
            path.is_file() || ORDER.contains(&name.as_str()),
            "src/{name} stands in no arrow: add it to ORDER, to the table in src/lib.rs and to the map in README.md"
        );
    }
}

#[test]
fn only_the_page_touches_the_browser() {
    for folder in ORDER.iter().filter(|folder| **folder != "ui") {
        for path in files(&source().join(folder)) {
            for (number, line) in code(&path).iter().enumerate() {
                let web =
                    WEB.iter().find(|web| line.contains(&format!("use {web}")) || line.contains(&format!("{web}::")));
                assert!(web.is_none(), "{}:{}: {web:?} belongs in src/ui", path.display(), number + 1);
            }
        }
    }
}

#[test]
fn nobody_outside_of_ops_matches_on_single_operations() {
    for folder in ORDER.iter().filter(|folder| **folder != "ops") {
        for path in files(&source().join(folder)) {
            for (number, line) in code(&path).iter().enumerate() {
                let named = line.match_indices("Op::").any(|(at, _)| {
                    let before = line[..at].chars().next_back();
                    let single = line[at + 4..].chars().next().is_some_and(char::is_uppercase)
                        && !line[at + 4..].starts_with("ALL");
                    single && before.is_none_or(|c| !c.is_alphanumeric() && c != '_')
                });
                let searched = line.contains("Op::from_name(\"");
                assert!(
                    !named && !searched,
                    "{}:{}: ask the row (syntax, form, arity), or take a certain operation from ops::known",
                    path.display(),
                    number + 1
                );
            }
        }
    }
}

/// Calls that would search the page for an element; the code that draws an element must hold a reference.
const SEARCHES: &[&str] = &["query_selector", ".closest(", ".matches(", "get_elements_by"];

/// Calls that would defer work; only `pace` may use timers and animation frames.
const TIMERS: &[&str] = &["gloo_timers", "gloo_render", "set_timeout", "request_animation_frame"];

#[test]
fn the_page_searches_no_elements_and_has_its_timers_in_one_place() {
    for path in files(&source().join("ui")) {
        for (number, line) in code(&path).iter().enumerate() {
            let place = format!("{}:{}", path.display(), number + 1);
            let search = SEARCHES.iter().find(|search| line.contains(**search));
            assert!(search.is_none(), "{place}: {search:?}: bind at the element, or hold it");
            let timer = TIMERS.iter().find(|timer| line.contains(**timer) && !path.ends_with("shell/pace.rs"));
            assert!(timer.is_none(), "{place}: {timer:?}: ask shell::pace");
        }
    }
}

/// Files that hold a table and may be as long as their rows require.
const TABLES: &[&str] = &["ops/rows.rs", "app/help.rs", "app/examples.rs"];

#[test]
fn files_are_rooms_and_no_halls() {
    const LONGEST: usize = 400;
    let mut lengths = Vec::new();
    for path in files(&source()) {
        let length = fs::read_to_string(&path).unwrap().lines().count();
        let table = TABLES.iter().any(|table| path.ends_with(table))
            || path.parent().is_some_and(|folder| folder.ends_with("words"));
        assert!(length <= LONGEST || table, "{} has {length} lines", path.display());
        lengths.push(length);
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= 120, "half of the files have more than {median} lines");
}
