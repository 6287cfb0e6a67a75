//! The paths of folders and files.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The repository's root.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in a folder of the repository")
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The finished page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Tools written in JavaScript, installed by npm for this project alone.
pub fn npm_tools() -> PathBuf {
    target().join("tools")
}

/// Tools written in Rust: one folder for each version, shared by all copies of the project, apart
/// from what the person has installed for other uses.
pub fn cargo_tools() -> PathBuf {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .unwrap_or_else(target);
    home.join("chainrule-tools")
}

/// All files in a folder and the folders in it, in alphabetical order.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}
