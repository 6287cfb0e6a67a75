//! `cargo xtask build`: the finished page in `dist/`.

use crate::setup::Tools;
use crate::{Outcome, dist};

/// Builds the page and says how large it is.
///
/// # Errors
///
/// One line, if a tool is missing or the page does not compile.
pub fn start(options: &[String]) -> Outcome {
    if let Some(option) = options.first() {
        return Err(format!("build has no option {option}"));
    }
    dist::build(&mut Tools::default())?;
    dist::weigh()?;
    println!("\nReady: any static host can serve dist/, from any path.");
    Ok(())
}
