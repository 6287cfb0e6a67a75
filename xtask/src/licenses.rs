//! `cargo xtask licenses`: the licences of everything that the page is made of, in one text that travels with it.
//!
//! Trunk runs this command before each build, as it does with the style sheets. Most licences ask for it: whoever
//! gets the page gets the names and the terms of what is in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use cargo_metadata::{CargoOpt, DependencyKind, Metadata, MetadataCommand, Node, Package, PackageId, TargetKind};
use xshell::Shell;

use crate::{Outcome, paths};

/// The file that `index.html` copies beside the page.
const NOTICES: &str = "target/licenses.txt";
/// What the page runs on.
const PLATFORM: &str = "wasm32-unknown-unknown";
/// The package that is the page.
const PAGE: &str = "chainrule";
/// How the names of files begin that hold terms.
const NAMES: [&str; 4] = ["LICENSE", "LICENCE", "COPYING", "NOTICE"];

/// Gathers the licences.
///
/// # Errors
///
/// One line, if Cargo cannot tell what the page is made of or the file cannot be written.
pub fn start(sh: &Shell) -> Outcome {
    sh.write_file(NOTICES, notices()?).map_err(|error| error.to_string())
}

fn notices() -> Result<String, String> {
    let mut command = MetadataCommand::new();
    command.current_dir(paths::root()).features(CargoOpt::NoDefaultFeatures);
    command.other_options(["--filter-platform".to_owned(), PLATFORM.to_owned()]);
    let metadata = command.exec().map_err(|error| error.to_string())?;
    let packages = ingredients(&metadata);

    let mut notices = String::from(
        "Chainrule is made with the Rust standard library (the Rust project's contributors, MIT OR Apache-2.0) and with \
         the following packages. Their terms are below.\n\n",
    );
    let mut terms: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for package in &packages {
        let license = package.license.as_deref().unwrap_or("see its text");
        notices += &format!("{} {}: {license}\n", package.name, package.version);
        for text in texts(package) {
            terms.entry(text).or_default().push(&package.name);
        }
    }
    for (text, names) in terms {
        notices += &format!("\n{}\n{}\n\n{}\n", "-".repeat(80), names.join(", "), text.trim());
    }
    Ok(notices)
}

/// What is compiled into the page, by name: not what only runs while it is compiled.
fn ingredients(metadata: &Metadata) -> Vec<&Package> {
    let nodes: BTreeMap<&PackageId, &Node> =
        metadata.resolve.iter().flat_map(|resolve| &resolve.nodes).map(|node| (&node.id, node)).collect();
    let packages: BTreeMap<&PackageId, &Package> =
        metadata.packages.iter().map(|package| (&package.id, package)).collect();
    let is_macro = |id| packages[id].targets.iter().any(|target| target.kind.contains(&TargetKind::ProcMacro));

    let mut found = BTreeSet::new();
    let mut ahead: Vec<&PackageId> = packages.keys().copied().filter(|id| packages[id].name == PAGE).collect();
    while let Some(node) = ahead.pop().and_then(|id| nodes.get(id)) {
        for link in &node.deps {
            let is_linked = link.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal);
            if is_linked && !is_macro(&link.pkg) && found.insert(&link.pkg) {
                ahead.push(&link.pkg);
            }
        }
    }
    let mut ingredients: Vec<&Package> = found.into_iter().map(|id| packages[id]).collect();
    ingredients.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    ingredients
}

/// The terms of a package. Of several to choose from we take MIT, the shortest.
fn texts(package: &Package) -> Vec<String> {
    let folder = package.manifest_path.parent().map(PathBuf::from).unwrap_or_default();
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    let name = |file: &PathBuf| file.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
    files.retain(|file| file.is_file() && NAMES.iter().any(|start| name(file).starts_with(start)));
    files.sort();
    if package.license.as_ref().is_some_and(|license| ["OR", "/"].iter().any(|or| license.contains(or)))
        && let Some(mit) = files.iter().find(|file| name(file).contains("MIT"))
    {
        files = vec![mit.clone()];
    }
    files.iter().filter_map(|file| fs::read_to_string(file).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_is_made_of_is_named_with_its_terms() {
        let notices = notices().expect("Cargo knows what the page is made of");
        for name in ["\nnom ", "\nyew ", "\nweb-sys "] {
            assert!(notices.contains(name), "{name}");
        }
        assert!(!notices.contains("\nproptest ") && !notices.contains("\nyew-macro "), "what is not in the page");
        assert!(notices.contains("Permission is hereby granted"));
        assert!(fs::read_to_string(paths::root().join("index.html")).is_ok_and(|page| page.contains(NOTICES)));
    }
}
