//! `cargo xtask styles`: all style sheets in one file.
//!
//! A sheet lies beside what it styles. Trunk runs this command before each build, so that
//! `index.html` links one file and a new sheet needs no line anywhere.

use std::fs;
use std::path::{Path, PathBuf};

use xshell::Shell;

use crate::{Outcome, paths};

/// The folder in which style sheets lie, each beside what it styles.
const ROOT: &str = "src/ui";
/// The sheets that come first, by their name or folder; all others follow in the order of their
/// paths.
const FIRST: [&str; 3] = ["tokens.css", "base.css", "src/ui/shell"];
/// The file that `index.html` links. Trunk does not watch its folder, so that writing it starts no
/// build; it does not follow `CARGO_TARGET_DIR`, because a link cannot.
const PAGE: &str = "target/page.css";

/// Gathers the style sheets.
///
/// # Errors
///
/// One line, if a sheet cannot be read or the file cannot be written.
pub fn start(sh: &Shell) -> Outcome {
    sh.write_file(PAGE, page()?).map_err(|error| error.to_string())
}

fn page() -> Result<String, String> {
    let read = |sheet: PathBuf| fs::read_to_string(&sheet).map_err(|error| format!("{}: {error}", sheet.display()));
    sheets(&[ROOT]).into_iter().map(read).collect()
}

/// The style sheets in some folders, in the order in which the page takes them.
fn sheets(folders: &[&str]) -> Vec<PathBuf> {
    ordered(folders.iter().flat_map(|folder| paths::files(&paths::root().join(folder))))
}

fn ordered(files: impl Iterator<Item = PathBuf>) -> Vec<PathBuf> {
    let mut sheets: Vec<_> =
        files.filter(|file| file.extension().is_some_and(|extension| extension == "css")).collect();
    sheets.sort_by_cached_key(|sheet| (rank(sheet), sheet.clone()));
    sheets
}

fn rank(sheet: &Path) -> usize {
    let sheet = sheet.strip_prefix(paths::root()).unwrap_or(sheet);
    FIRST.iter().position(|first| sheet.ends_with(first) || sheet.starts_with(first)).unwrap_or(FIRST.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_build_on_comes_first() {
        let expected = [
            "src/ui/shell/tokens.css",
            "src/ui/shell/base.css",
            "src/ui/shell/page.css",
            "src/ui/parts/learn/learn.css",
            "src/ui/parts/map/view.css",
        ];
        let mut files: Vec<_> = expected.iter().map(PathBuf::from).collect();
        files.sort();
        files.push("src/ui/parts/map/view.rs".into());
        assert_eq!(ordered(files.into_iter()), expected.map(PathBuf::from));
    }

    #[test]
    fn the_page_has_every_style_sheet_once() {
        let page = page().expect("the sheets can be read");
        // More than the roots: a sheet that lies elsewhere would be forgotten.
        let everywhere = sheets(&["src", "static"]);
        for sheet in &everywhere {
            let text = fs::read_to_string(sheet).expect("it can be read");
            assert_eq!(page.matches(&text).count(), 1, "{}", sheet.display());
        }
        let tokens = fs::read_to_string(&everywhere[0]).expect("it can be read");
        assert!(everywhere[0].ends_with("tokens.css") && page.starts_with(&tokens));
    }

    #[test]
    fn the_page_links_one_style_sheet() {
        let html = fs::read_to_string(paths::root().join("index.html")).expect("it can be read");
        assert_eq!(html.matches(r#"rel="css""#).count(), 1);
        assert!(html.contains(&format!(r#"<link data-trunk rel="css" href="{PAGE}">"#)));
    }
}
