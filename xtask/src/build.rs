//! `cargo xtask build`: the finished page in `dist/`.

use xshell::Shell;

use crate::{Outcome, dist};

/// Builds the page and says how large it is.
///
/// # Errors
///
/// One line, if a tool is missing or the page does not compile.
pub fn start(sh: &Shell) -> Outcome {
    dist::build(sh)?;
    dist::weigh()?;
    println!("\nReady: any static host can serve dist/, from any path.");
    Ok(())
}
