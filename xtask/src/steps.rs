//! What `cargo xtask test` does: one function for each step.

use std::fs;
use std::path::Path;
use std::process::Command;

use xshell::{Cmd, Shell, cmd};

use crate::report::Count;
use crate::{dist, paths, run, setup};

/// The version of axe-core, which knows the rules of accessible pages.
const AXE: &str = "4.14.1";
const WASM: &str = "wasm32-unknown-unknown";

/// Tests counted, or one line about why the step could not be done.
pub type Counted = Result<Count, String>;

/// One step: its name for the command line, its heading, what it does.
pub struct Step {
    /// The name on the command line.
    pub name: &'static str,
    /// What it checks.
    pub title: &'static str,
    /// Does it.
    pub work: fn(&Shell) -> Counted,
}

/// All steps, quick ones first.
pub const STEPS: &[Step] = &[
    Step { name: "fmt", title: "Every file is formatted", work: fmt },
    Step { name: "clippy", title: "No lint, natively", work: clippy },
    Step { name: "clippy-wasm", title: "No lint in what runs in the browser", work: clippy_wasm },
    Step { name: "unit", title: "Native tests", work: unit },
    Step { name: "doctest", title: "Examples in the documentation", work: doctest },
    Step { name: "docs", title: "The documentation builds without a warning", work: docs },
    Step { name: "trace", title: "The core without a browser: examples/trace", work: trace },
    Step { name: "wasm", title: "Tests in the browser", work: wasm },
    Step { name: "e2e", title: "The finished page, driven as a person would", work: e2e },
];

fn fmt(sh: &Shell) -> Counted {
    setup::component(sh, "rustfmt", "fmt")?;
    check(cmd!(sh, "cargo fmt --all --check"))
}

fn clippy(sh: &Shell) -> Counted {
    setup::component(sh, "clippy", "clippy")?;
    check(cmd!(sh, "cargo clippy --workspace --all-targets -- -D warnings"))
}

fn clippy_wasm(sh: &Shell) -> Counted {
    setup::component(sh, "clippy", "clippy")?;
    setup::wasm_target(sh)?;
    let tests = browser_targets("tests", "--test");
    check(cmd!(sh, "cargo clippy --package chainrule --target {WASM} --lib --bins {tests...} -- -D warnings"))
}

fn unit(sh: &Shell) -> Counted {
    tests(cmd!(sh, "cargo test --workspace --exclude e2e --no-fail-fast --lib --bins --tests"))
}

fn doctest(sh: &Shell) -> Counted {
    tests(cmd!(sh, "cargo test --package chainrule --doc --no-fail-fast"))
}

fn docs(sh: &Shell) -> Counted {
    check(cmd!(sh, "cargo doc --workspace --no-deps").env("RUSTDOCFLAGS", "-Dwarnings"))
}

/// Builds the example and asks it two things; the many reference cases are native tests.
fn trace(sh: &Shell) -> Counted {
    run::run(cmd!(sh, "cargo build --release --example trace"))?;
    let example = paths::target().join("release/examples/trace");
    let ask = |arguments: &[&str]| {
        let mut command = Command::from(cmd!(sh, "{example} {arguments...}"));
        run::announce(&command);
        command.output().map_err(|error| error.to_string())
    };
    let good = ask(&["(4*x+1)^2", "x=2"])?;
    let answer = String::from_utf8_lossy(&good.stdout);
    println!("{}", answer.trim());
    let answers =
        good.status.success() && answer.contains("\"value\":81") && answer.contains("\"gradients\":{\"x\":72}");
    let bad = ask(&["2*(x"])?;
    let complains = bad.status.code() == Some(2);
    if !answers {
        println!("expected value 81 and gradient 72");
    }
    if !complains {
        println!("expected exit status 2 for bad input, got {}", bad.status);
    }
    Ok(Count::one(answers).plus(Count::one(complains)))
}

fn wasm(sh: &Shell) -> Counted {
    setup::wasm_target(sh)?;
    setup::wasm_bindgen(sh)?;
    setup::browser(sh)?;
    let test = cmd!(sh, "cargo test --package chainrule --target {WASM} --no-fail-fast --lib");
    tests(in_browser(test).args(browser_targets("tests", "--test")))
}

fn e2e(sh: &Shell) -> Counted {
    setup::browser(sh)?;
    dist::build(sh)?;
    let test = cmd!(sh, "cargo test --package e2e --no-fail-fast").env("CHAINRULE_DIST", paths::dist());
    match setup::npm(sh, "axe-core", AXE) {
        Some(folder) => tests(test.env("CHAINRULE_AXE", folder.join("axe.min.js"))),
        None => {
            println!("No npm to install axe-core with: the tests with it are skipped.");
            tests(test)
        }
    }
}

/// Gives the tests in a browser the time that a busy machine takes.
pub fn in_browser(command: Cmd) -> Cmd {
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "600")
}

/// Cargo's arguments for those files of a folder that hold tests for the browser: the ones that
/// name `wasm_bindgen_test`. The others use files, threads or crates that no browser has.
pub fn browser_targets(folder: &str, option: &str) -> Vec<String> {
    targets(folder, |text| text.contains("wasm_bindgen_test"))
        .into_iter()
        .flat_map(|name| [option.to_owned(), name])
        .collect()
}

/// The names of the targets in a folder whose text is wanted.
pub fn targets(folder: &str, wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(paths::root().join(folder))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .filter(|path| fs::read_to_string(path).is_ok_and(|text| wanted(&text)))
        .filter_map(|path| path.file_stem().map(Path::new).map(|name| name.display().to_string()))
        .collect();
    names.sort();
    names
}

fn check(command: Cmd) -> Counted {
    run::run(command).map(|()| Count::one(true))
}

fn tests(command: Cmd) -> Counted {
    let mut count = Count::default();
    let succeeded = run::watch(command, |line| count.read(line))?;
    if !succeeded && count.failed == 0 {
        // It did not compile, or was ended before it could say what failed.
        count = count.plus(Count::one(false));
    }
    Ok(count)
}
