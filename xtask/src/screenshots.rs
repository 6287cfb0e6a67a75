//! `cargo xtask screenshots`: the page as it looks, in several sizes and scenes, light and dark.

use crate::setup::Tools;
use crate::{Outcome, dist, paths, run};

/// Builds the page and photographs it.
///
/// # Errors
///
/// One line, if a tool is missing, the page does not compile or does not start.
pub fn start(options: &[String]) -> Outcome {
    if let Some(option) = options.first() {
        return Err(format!("screenshots has no option {option}"));
    }
    let mut tools = Tools::default();
    tools.browser()?;
    dist::build(&mut tools)?;
    let mut shoot = tools.cargo();
    shoot.args(["run", "--quiet", "--package", "e2e", "--bin", "screenshots", "--"]);
    shoot.arg(paths::target().join("screenshots"));
    run::run(shoot.env("CHAINRULE_DIST", paths::dist()))?;

    let best = paths::root().join("docs/screenshot.png");
    let docs = paths::root().join("docs");
    std::fs::create_dir_all(docs)
        .and_then(|()| std::fs::copy(paths::target().join("screenshots/1440x900-light.png"), &best))
        .map_err(|error| format!("docs/screenshot.png cannot be written: {error}"))?;
    println!("Written: docs/screenshot.png and the others in target/screenshots");
    Ok(())
}
