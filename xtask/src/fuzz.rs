//! `cargo xtask fuzz`: random changes of formulas, links and tables, until one takes the page down.

use xshell::{Shell, cmd};

use crate::{Outcome, paths, run};

/// Seconds, unless others are asked for.
const SECONDS: u64 = 20;

/// What can be chosen on the command line.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Tries this input alone.
    pub seed: Option<u64>,
    /// How long it tries others.
    pub seconds: Option<u64>,
}

/// Runs the long test of `tests/fuzz`, optimized and with the checks of a debug build.
///
/// # Errors
///
/// One line, if an input was found.
pub fn start(sh: &Shell, options: &Options) -> Outcome {
    let hunt =
        cmd!(sh, "cargo test --profile fuzz --package chainrule --test fuzz -- hunt --exact --ignored --nocapture");
    let hunt = hunt.env("CHAINRULE_FUZZ_SECONDS", options.seconds.unwrap_or(SECONDS).to_string());
    let hunt = match options.seed {
        Some(seed) => hunt.env("CHAINRULE_FUZZ_SEED", seed.to_string()),
        None => hunt,
    };
    let outcome = run::run(hunt);
    let last = paths::target().join("tmp/fuzz-seed.txt");
    match outcome {
        // A process that ends by itself, as where the stack overflows, tells nothing.
        Err(line) if options.seed.is_none() => {
            println!("The last input that was tried has the seed {}.", sh.read_file(last).unwrap_or_default());
            Err(line)
        }
        outcome => outcome,
    }
}
