//! The arrows of the house point one way: from later folders to earlier ones.

#[path = "support/imports.rs"]
mod imports;

use std::fs;
use std::path::{Path, PathBuf};

use imports::{Folder, circles};

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
    ("typeset", &["ops", "syntax", "graph"]),
    ("svg", &["layout", "plot", "typeset"]),
    ("explain", &["ops", "syntax", "symbolic", "graph", "autodiff", "typeset"]),
    ("descent", &["syntax", "typeset", "explain"]),
    (
        "app",
        &[
            "ops", "syntax", "symbolic", "graph", "autodiff", "data", "layout", "plot", "typeset", "svg", "explain",
            "descent",
        ],
    ),
    (
        "ui",
        &[
            "ops", "syntax", "symbolic", "graph", "autodiff", "data", "layout", "plot", "typeset", "svg", "explain",
            "descent", "app",
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

/// Folders whose files still import each other in circles.
const NOT_YET_WITHOUT_CIRCLES: &[&str] = &["ui"];

#[test]
fn no_files_of_a_folder_import_each_other_in_a_circle() {
    let mut found = String::new();
    for &(folder, _) in HOUSE.iter().filter(|(folder, _)| !NOT_YET_WITHOUT_CIRCLES.contains(folder)) {
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
        ("svg/mark", "svg/axis", "by a name that the folder hands on"),
        ("syntax/print", "syntax/expr", "with everything"),
        ("app/document", "app/plot/options", "by the name of a module"),
        ("layout", "layout/tidy", "by what is handed on"),
        ("typeset/math", "typeset/math", "not at all"),
        ("explain/ways", "explain/paths", "by a path"),
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
