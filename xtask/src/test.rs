//! `cargo xtask test`: every check, then a table of how each went.

use std::time::Duration;

use crate::Outcome;
use crate::report::Count;
use crate::run;
use crate::setup::Tools;
use crate::steps::{STEPS, Step};

/// The names of all steps.
pub fn names() -> Vec<&'static str> {
    STEPS.iter().map(|step| step.name).collect()
}

/// Runs all steps, or those named; goes on after a failure, so that all of them are reported.
///
/// # Errors
///
/// One line, if a step is not known; an empty one, if a test failed, which has been told.
pub fn start(names: &[String]) -> Outcome {
    let steps = choose(names)?;
    let mut tools = Tools::default();
    let mut rows = Vec::new();
    let mut total = Count::default();
    for step in steps {
        println!("\n== {} ({}) ==", step.title, step.name);
        let (outcome, took) = run::timed(|| (step.work)(&mut tools));
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

fn choose(names: &[String]) -> Result<Vec<&'static Step>, String> {
    if names.is_empty() {
        return Ok(STEPS.iter().collect());
    }
    let find = |name: &String| {
        let step = STEPS.iter().find(|step| step.name == name);
        step.ok_or_else(|| format!("there is no step {name}; there are {}", self::names().join(", ")))
    };
    names.iter().map(find).collect()
}

fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_chosen_by_name() {
        let chosen = choose(&["e2e".to_owned(), "fmt".to_owned()]).expect("both exist");
        let chosen: Vec<_> = chosen.iter().map(|step| step.name).collect();
        assert_eq!(chosen, ["e2e", "fmt"]);
        assert_eq!(choose(&[]).map(|all| all.len()), Ok(STEPS.len()));
        assert!(choose(&["nothing".to_owned()]).is_err());
    }

    #[test]
    fn time_reads_like_a_clock() {
        assert_eq!(clock(Duration::from_secs(125)), "2:05");
    }
}
