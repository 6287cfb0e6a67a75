//! Lists the languages of the page: every file in `static/lang` is one.

use std::path::Path;
use std::{env, fs};

fn main() {
    let folder = Path::new("static/lang");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut languages: Vec<(String, String)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let said =
                |what: &str| text.lines().find_map(|line| line.strip_prefix(what)).map(|said| said.trim().to_owned());
            let code = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            assert_eq!(said("@code "), Some(code.clone()), "{} is named by its @code", path.display());
            let name = said("@name ").unwrap_or_else(|| panic!("{} says its @name", path.display()));
            (code, name)
        })
        .collect();
    languages.sort();
    let out = env::var("OUT_DIR").expect("cargo sets the folder to write to");
    fs::write(Path::new(&out).join("languages.rs"), format!("&{languages:?}")).expect("the folder can be written to");
}
