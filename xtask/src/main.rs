//! The project's own commands: `cargo xtask serve`, `build`, `test`, `bench`, `screenshots`.
//!
//! Each command is one file; `setup` finds or installs the tools that they need, `run` starts
//! programs, `report` counts tests, `paths` says where things lie.

mod bench;
mod build;
mod dist;
mod paths;
mod report;
mod run;
mod screenshots;
mod serve;
mod setup;
mod steps;
mod test;

use std::process::ExitCode;

/// What a command ends with: nothing, or one friendly line about what went wrong (empty when it
/// has been told already).
type Outcome = Result<(), String>;

/// One row of the table of commands.
struct Command {
    name: &'static str,
    options: &'static str,
    does: &'static str,
    start: fn(&[String]) -> Outcome,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        options: "[--open] [--port N] [--release]",
        does: "build the page and serve it on this machine, again after every change",
        start: serve::start,
    },
    Command {
        name: "build",
        options: "",
        does: "write the finished page to dist/, ready for any static host",
        start: build::start,
    },
    Command {
        name: "test",
        options: "[STEP…]",
        does: "run every check and test, or only the steps named",
        start: test::start,
    },
    Command {
        name: "bench",
        options: "[FILTER]",
        does: "run the benchmarks, natively and in the browser",
        start: bench::start,
    },
    Command {
        name: "screenshots",
        options: "",
        does: "photograph the page: docs/screenshot.png, others to target/screenshots",
        start: screenshots::start,
    },
    Command { name: "help", options: "", does: "print this table", start: help },
];

fn help(_: &[String]) -> Outcome {
    println!("Usage: cargo xtask COMMAND\n");
    for command in COMMANDS {
        let usage = format!("{} {}", command.name, command.options);
        println!("  {usage:<38} {}", command.does);
    }
    println!("\nSteps of test: {}", test::names().join(", "));
    Ok(())
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (name, rest) = match arguments.split_first() {
        None => ("help", &[][..]),
        Some((name, _)) if name == "-h" || name == "--help" => ("help", &[][..]),
        Some((name, rest)) => (name.as_str(), rest),
    };
    let outcome = match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.start)(rest),
        None => Err(format!("there is no command {name}; `cargo xtask help` lists them all")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(line) => {
            if !line.is_empty() {
                eprintln!("xtask: {line}");
            }
            ExitCode::FAILURE
        }
    }
}
