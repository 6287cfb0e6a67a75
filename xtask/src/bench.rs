//! `cargo xtask bench`: the benchmarks, natively and in the browser.

use xshell::{Shell, cmd};

use crate::steps::{browser_targets, in_browser, targets};
use crate::{Outcome, run, setup};

/// Runs the benchmarks in `benches/`: files that name `wasm_bindgen_test` in the browser, all
/// others natively. An argument runs only those with that text in their name.
///
/// # Errors
///
/// One line, if a tool is missing or a benchmark fails.
pub fn start(sh: &Shell, filter: &[String]) -> Outcome {
    let native = targets("benches", |text| !text.contains("wasm_bindgen_test"));
    if !native.is_empty() {
        println!("== Natively ==");
        let native = native.iter().flat_map(|name| ["--bench", name]);
        run::run(cmd!(sh, "cargo bench --package chainrule {native...} -- {filter...}"))?;
    }

    let browser = browser_targets("benches", "--bench");
    if browser.is_empty() {
        println!("There is no benchmark for the browser.");
        return Ok(());
    }
    println!("\n== In the browser ==");
    setup::wasm_target(sh)?;
    setup::wasm_bindgen(sh)?;
    setup::browser(sh)?;
    // As tests: the runner's own bench mode measures single functions, without a floor beside them.
    let bench = cmd!(sh, "cargo test --profile bench --package chainrule --target wasm32-unknown-unknown");
    run::run(in_browser(bench).args(browser).args(["--", "--nocapture"]).args(filter))
}
