//! The arrows of the house point one way: from later folders to earlier ones.

use std::fs;
use std::path::{Path, PathBuf};

/// Each folder of `src` with the folders it may import from.
const HOUSE: &[(&str, &[&str])] = &[
    ("ops", &[]),
    ("syntax", &["ops"]),
    ("symbolic", &["ops", "syntax"]),
    ("graph", &["ops", "syntax", "symbolic"]),
    ("autodiff", &["ops", "graph"]),
    ("data", &["ops", "syntax", "graph", "autodiff", "typeset"]),
    ("layout", &["graph"]),
    ("plot", &["layout"]),
    ("descent", &[]),
    ("typeset", &["ops", "syntax", "graph"]),
    ("words", &["ops", "syntax", "graph", "autodiff", "data", "descent", "typeset"]),
    ("explain", &["ops", "syntax", "symbolic", "graph", "autodiff", "descent", "typeset", "words"]),
    (
        "app",
        &[
            "ops", "syntax", "symbolic", "graph", "autodiff", "data", "layout", "plot", "descent", "typeset", "words",
            "explain",
        ],
    ),
    (
        "ui",
        &[
            "ops", "syntax", "symbolic", "graph", "autodiff", "data", "layout", "plot", "descent", "typeset", "words",
            "explain", "app",
        ],
    ),
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
    for &(folder, allowed) in HOUSE {
        for path in files(&source().join(folder)) {
            for (number, line) in code(&path).iter().enumerate() {
                for &(other, _) in HOUSE {
                    let imports =
                        [format!("crate::{other}::"), format!("crate::{other};"), format!("crate::{{{other}")];
                    if imports.iter().any(|import| line.contains(import)) {
                        assert!(
                            other == folder || allowed.contains(&other),
                            "{}:{}: {folder} must not know {other}; what needs both belongs in a folder after both",
                            path.display(),
                            number + 1
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn every_folder_has_its_place() {
    for entry in fs::read_dir(source()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(
            path.is_file() || HOUSE.iter().any(|&(folder, _)| folder == name),
            "src/{name} stands in no arrow: add it to HOUSE and to the table in src/lib.rs"
        );
    }
}

#[test]
fn only_the_page_touches_the_browser() {
    for &(folder, _) in HOUSE.iter().filter(|&&(folder, _)| folder != "ui") {
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
    for &(folder, _) in HOUSE.iter().filter(|&&(folder, _)| folder != "ops") {
        for path in files(&source().join(folder)) {
            for (number, line) in code(&path).iter().enumerate() {
                let named = line.match_indices("Op::").any(|(at, _)| {
                    let before = line[..at].chars().next_back();
                    let single = line[at + 4..].chars().next().is_some_and(char::is_uppercase)
                        && !line[at + 4..].starts_with("ALL");
                    single && before.is_none_or(|c| !c.is_alphanumeric() && c != '_')
                });
                assert!(
                    !named,
                    "{}:{}: ask the row (syntax, form, arity) instead of naming one operation",
                    path.display(),
                    number + 1
                );
            }
        }
    }
}
