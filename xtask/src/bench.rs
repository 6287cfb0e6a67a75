//! `cargo xtask bench`: the benchmarks, natively and in the browser.

use crate::setup::Tools;
use crate::steps::{browser_targets, in_browser, targets};
use crate::{Outcome, run};

/// Runs the benchmarks in `benches/`: files that name `wasm_bindgen_test` in the browser, all
/// others natively. An argument runs only those with that text in their name.
///
/// # Errors
///
/// One line, if a tool is missing or a benchmark fails.
pub fn start(filter: &[String]) -> Outcome {
    let native = targets("benches", |text| !text.contains("wasm_bindgen_test"));
    if !native.is_empty() {
        println!("== Natively ==");
        let mut bench = run::cargo();
        bench.args(["bench", "--package", "chainrule"]);
        bench.args(native.iter().flat_map(|name| ["--bench", name]));
        run::run(bench.arg("--").args(filter))?;
    }

    let browser = browser_targets("benches", "--bench");
    if browser.is_empty() {
        println!("There is no benchmark for the browser.");
        return Ok(());
    }
    println!("\n== In the browser ==");
    let mut tools = Tools::default();
    tools.wasm_target()?;
    tools.wasm_bindgen()?;
    tools.browser()?;
    let mut bench = tools.cargo();
    // As tests: the runner's own bench mode measures single functions, without a floor beside them.
    bench.args(["test", "--profile", "bench", "--package", "chainrule", "--target", "wasm32-unknown-unknown"]);
    run::run(in_browser(&mut bench).args(browser).args(["--", "--nocapture"]).args(filter))
}
