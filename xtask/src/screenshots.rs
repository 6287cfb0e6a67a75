//! `cargo xtask screenshots`: the page as it looks, in several sizes and scenes, light and dark.

use xshell::{Shell, cmd};

use crate::{Outcome, dist, paths, run, setup};

/// Builds the page and photographs it.
///
/// # Errors
///
/// One line, if a tool is missing, the page does not compile or does not start.
pub fn start(sh: &Shell) -> Outcome {
    setup::browser(sh)?;
    dist::build(sh)?;
    let pictures = paths::target().join("screenshots");
    run::run(
        cmd!(sh, "cargo run --quiet --package e2e --bin screenshots -- {pictures}")
            .env("CHAINRULE_DIST", paths::dist()),
    )?;
    sh.copy_file(pictures.join("1440x900-light.png"), "docs/screenshot.png").map_err(|error| error.to_string())?;
    println!("Written: docs/screenshot.png and the others in target/screenshots");
    Ok(())
}
