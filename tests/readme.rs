//! The README is correct: its language table matches the rows, its code map the folders.
//!
//! `UPDATE_README=1 cargo test --test readme` writes the table anew.

use chainrule::ops::Op;
use chainrule::symbolic::formula_text;

const START: &str = "<!-- language table: written by `UPDATE_README=1 cargo test --test readme` -->\n";
const END: &str = "<!-- end of the language table -->";

fn path() -> String {
    format!("{}/README.md", env!("CARGO_MANIFEST_DIR"))
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn table() -> String {
    let mut table = String::from("| type | also | local derivatives | what it is |\n|---|---|---|---|\n");
    for &op in Op::ALL {
        let row = op.row();
        let partials: Vec<String> =
            row.partials.iter().map(|text| format!("`{}`", cell(&short(&formula_text(text))))).collect();
        let aliases: Vec<String> = row.aliases.iter().map(|alias| format!("`{}`", cell(alias))).collect();
        let sentences: Vec<&str> = std::iter::once(row.doc).chain(row.hints.iter().copied()).collect();
        table += &format!(
            "| `{}` | {} | {} | {} |\n",
            cell(row.example),
            aliases.join(" "),
            partials.join(", "),
            cell(&sentences.join(" "))
        );
    }
    table
}

/// Rust writes 2.0 where a reader writes 2.
fn short(formula: &str) -> String {
    let mut out = String::new();
    let mut rest = formula;
    while let Some(at) = rest.find(".0") {
        let (before, after) = rest.split_at(at);
        out += before;
        rest = &after[2..];
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            out += ".0";
        }
    }
    out + rest
}

#[test]
fn the_language_table_is_the_rows() {
    let readme = std::fs::read_to_string(path()).unwrap();
    let start = readme.find(START).expect("the table's start is marked") + START.len();
    let end = readme.find(END).expect("the table's end is marked");
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(path(), format!("{}{}{}", &readme[..start], table(), &readme[end..])).unwrap();
    } else {
        assert!(readme[start..end] == table(), "the rows have changed: UPDATE_README=1 cargo test --test readme");
    }
}

#[test]
fn every_folder_stands_in_the_map() {
    let readme = std::fs::read_to_string(path()).unwrap();
    for entry in std::fs::read_dir(format!("{}/src", env!("CARGO_MANIFEST_DIR"))).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_dir() {
            let name = format!("{}/", entry.file_name().to_string_lossy());
            assert!(readme.contains(&name), "src/{name} is missing in the README's map");
        }
    }
}
