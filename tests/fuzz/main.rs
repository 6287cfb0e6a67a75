//! Random changes of formulas, links and tables, which the page must answer without a panic and in time.
//!
//! An input follows from one number, its seed: `cargo xtask fuzz --seed N` tries that one alone. The short
//! run among the tests tries the same inputs each time; `cargo xtask fuzz SECONDS` goes on from where the
//! clock says, with optimizations and the checks of a debug build.
#![cfg(not(target_arch = "wasm32"))]

mod hunt;
mod inputs;
mod mutate;
mod page;
mod random;

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use inputs::{Corpus, Input};

/// So many inputs of the short run are read and built.
const READ: u64 = 3_000;

/// Every so manieth of them goes through everything that the page does.
const WHOLE: u64 = 10;

#[test]
fn a_few_thousand_changed_inputs_are_answered() {
    let corpus = Corpus::new();
    for seed in 0..READ {
        let input = corpus.input(seed);
        // A limit of time would fail on a busy machine: the longer runs have one.
        if let Err(panic) = hunt::caught(&input, seed % WHOLE == 0) {
            panic!("seed {seed}: {panic}\n{input:?}");
        }
    }
}

#[test]
fn what_was_found_once_is_answered() {
    for input in inputs::found() {
        if let Err(panic) = hunt::caught(&input, true) {
            panic!("{panic}\n{input:?}");
        }
    }
}

#[test]
fn an_input_that_fails_is_made_shorter() {
    let fails = |input: &Input| input.text().contains('x') && input.text().contains("sin");
    let short = hunt::minimised(Input::Text("1 + y*sin(2*x + 7)^2; # x".into()), &fails, 1000);
    assert_eq!(short.text().chars().count(), "sinx".len());
}

/// The long run: `CHAINRULE_FUZZ_SECONDS` says how long, `CHAINRULE_FUZZ_SEED` which input alone.
#[test]
#[ignore = "it runs as long as one wants; cargo xtask fuzz starts it"]
fn hunt() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let corpus = Corpus::new();
    if let Some(seed) = number("CHAINRULE_FUZZ_SEED") {
        println!("seed {seed}: {:?}", corpus.input(seed));
        let finding = hunt::finding(&corpus, seed);
        assert!(finding.is_none(), "{}", finding.unwrap_or_default());
        return;
    }
    let first = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs()) << 20;
    let end = Instant::now() + Duration::from_secs(number("CHAINRULE_FUZZ_SECONDS").unwrap_or(20));
    let (mut tried, mut findings) = (0u64, Vec::new());
    while Instant::now() < end {
        let seed = first + tried;
        hunt::note(seed);
        if let Some(finding) = hunt::finding(&corpus, seed) {
            println!("{finding}\n");
            findings.push(seed);
        }
        tried += 1;
    }
    println!("{tried} inputs, {} findings", findings.len());
    assert!(findings.is_empty(), "cargo xtask fuzz --seed N repeats one of {findings:?}");
}
