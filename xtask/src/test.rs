//! `cargo xtask test`: every check, then a table of how each went.

use std::time::Duration;

use xshell::Shell;

use crate::report::Count;
use crate::steps::{STEPS, Step};
use crate::{Outcome, run};

/// The names of all steps, in one line.
pub fn names() -> String {
    STEPS.iter().map(|step| step.name).collect::<Vec<_>>().join(", ")
}

/// The step of a name.
///
/// # Errors
///
/// One line, if there is none.
pub fn step(name: String) -> Result<&'static Step, String> {
    let step = STEPS.iter().find(|step| step.name == name);
    step.ok_or_else(|| "there is no such step; `cargo xtask help` lists them".to_owned())
}

/// Runs the steps, or all if there are none; goes on after a failure, so that all of them are
/// reported.
///
/// # Errors
///
/// An empty line, if a test failed, which has been told.
pub fn start(sh: &Shell, steps: Vec<&'static Step>) -> Outcome {
    let steps = if steps.is_empty() { STEPS.iter().collect() } else { steps };
    let mut rows = Vec::new();
    let mut total = Count::default();
    for step in steps {
        println!("\n== {} ({}) ==", step.title, step.name);
        let (outcome, took) = run::timed(|| (step.work)(sh));
        let count = outcome.unwrap_or_else(|line| {
            eprintln!("{}: {line}", step.name);
            Count::one(false)
        });
        println!("-- {}: {count} in {} --", step.name, clock(took));
        total = total.plus(count);
        rows.push((step, count, took));
    }

    println!("\n{:<44} {:>8} {:>8} {:>8}", "", "passed", "failed", "time");
    for (step, count, took) in rows {
        let mark = if count.failed == 0 { ' ' } else { '✗' };
        println!("{mark} {:<42} {:>8} {:>8} {:>8}", step.title, count.passed, count.failed, clock(took));
    }
    // The closing line that machines read: nothing may follow it.
    println!("\n{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 { Ok(()) } else { Err(String::new()) }
}

fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_reads_like_a_clock() {
        assert_eq!(clock(Duration::from_secs(125)), "2:05");
    }
}
