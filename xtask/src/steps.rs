//! What `cargo xtask test` does: one function for each step.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::report::Count;
use crate::setup::Tools;
use crate::{dist, paths, run};

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
    pub work: fn(&mut Tools) -> Counted,
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

fn fmt(tools: &mut Tools) -> Counted {
    tools.component("rustfmt", "fmt")?;
    check(run::cargo().args(["fmt", "--all", "--check"]))
}

fn clippy(tools: &mut Tools) -> Counted {
    tools.component("clippy", "clippy")?;
    check(run::cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn clippy_wasm(tools: &mut Tools) -> Counted {
    tools.component("clippy", "clippy")?;
    tools.wasm_target()?;
    let mut clippy = run::cargo();
    clippy.args(["clippy", "--package", "chainrule", "--target", WASM, "--lib", "--bins"]);
    clippy.args(browser_targets("tests", "--test"));
    check(clippy.args(["--", "-D", "warnings"]))
}

fn unit(_: &mut Tools) -> Counted {
    let mut test = run::cargo();
    test.args(["test", "--workspace", "--exclude", "e2e", "--no-fail-fast"]);
    tests(test.args(["--lib", "--bins", "--tests"]))
}

fn doctest(_: &mut Tools) -> Counted {
    tests(run::cargo().args(["test", "--package", "chainrule", "--doc", "--no-fail-fast"]))
}

fn docs(_: &mut Tools) -> Counted {
    let mut doc = run::cargo();
    doc.args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-Dwarnings");
    check(&mut doc)
}

/// Builds the example and asks it two things; the many reference cases are native tests.
fn trace(_: &mut Tools) -> Counted {
    run::run(run::cargo().args(["build", "--release", "--example", "trace"]))?;
    let example = paths::target().join("release/examples/trace");
    let ask = |arguments: &[&str]| {
        let mut command = run::program(&example);
        command.args(arguments);
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

fn wasm(tools: &mut Tools) -> Counted {
    tools.wasm_target()?;
    tools.wasm_bindgen()?;
    tools.browser()?;
    let mut test = tools.cargo();
    test.args(["test", "--package", "chainrule", "--target", WASM, "--no-fail-fast", "--lib"]);
    tests(in_browser(&mut test).args(browser_targets("tests", "--test")))
}

fn e2e(tools: &mut Tools) -> Counted {
    tools.browser()?;
    dist::build(tools)?;
    let mut test = tools.cargo();
    test.args(["test", "--package", "e2e", "--no-fail-fast"]);
    test.env("CHAINRULE_DIST", paths::dist());
    match tools.npm("axe-core", AXE) {
        Some(folder) => _ = test.env("CHAINRULE_AXE", folder.join("axe.min.js")),
        None => println!("No npm to install axe-core with: the tests with it are skipped."),
    }
    tests(&mut test)
}

/// Gives the tests in a browser the time that a busy machine takes.
pub fn in_browser(command: &mut Command) -> &mut Command {
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

fn check(command: &mut Command) -> Counted {
    match run::run(command) {
        Ok(()) => Ok(Count::one(true)),
        Err(line) => Err(line),
    }
}

fn tests(command: &mut Command) -> Counted {
    let mut count = Count::default();
    let succeeded = run::watch(command, |line| count.read(line))?;
    if !succeeded && count.failed == 0 {
        // It did not compile, or was ended before it could say what failed.
        count = count.plus(Count::one(false));
    }
    Ok(count)
}
