//! Tries inputs, and makes those that fail shorter.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Mutex, Once};
use std::thread;
use std::time::{Duration, Instant};

use chainrule::app::data::Change;
use chainrule::app::{Action, State, reduce};

use super::inputs::{Corpus, Input};
use super::page;

/// An answer that takes longer is a finding.
const SLOW: Duration = Duration::from_secs(2);

/// An answer that takes longer is not waited for.
const HANGING: Duration = Duration::from_secs(20);

/// So many shorter inputs are tried at most.
const MOST_TRIES: usize = 2_000;

/// The last panic's message and place.
static LAST: Mutex<String> = Mutex::new(String::new());

/// Does with an input what the page does, all of it or only what reading takes; an error is a panic.
pub fn caught(input: &Input, whole: bool) -> Result<(), String> {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| match info.location() {
            // A panic of the page is told by whoever caught it.
            Some(place) if !place.file().ends_with("fuzz/main.rs") => {
                *LAST.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) = info.to_string();
            }
            _ => usual(info),
        }));
    });
    let outcome = catch_unwind(AssertUnwindSafe(|| answer(input, whole)));
    outcome.map_err(|_| LAST.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).clone())
}

fn answer(input: &Input, whole: bool) {
    let state = match input {
        Input::Text(text) => page::typed(text),
        Input::Link(text) => State::open(text),
        Input::Table(text) => {
            let fit = page::typed("(m*x + b - y)^2");
            reduce(fit, Action::Data(Change::Load(text.clone()))).0
        }
    };
    if whole {
        page::after_a_key(&state, &mut |_| {});
        page::map(&state);
        page::on_demand(&state);
    }
}

/// What is wrong with the input of a seed, with the shortest input found that fails likewise.
pub fn finding(corpus: &Corpus, seed: u64) -> Option<String> {
    let input = corpus.input(seed);
    let fault = fault(&input)?;
    let alike = |shorter: &Input| self::fault(shorter).is_some_and(|other| kind(&other) == kind(&fault));
    // Every try of a slow input is slow.
    let tries = if kind(&fault).starts_with("slow") { MOST_TRIES / 50 } else { MOST_TRIES };
    let short = if fault.starts_with("hangs") { input } else { minimised(input, &alike, tries) };
    Some(format!("seed {seed}: {fault}\n{short:?}"))
}

/// The place of a panic without its message, which may quote the input.
fn kind(fault: &str) -> &str {
    fault.lines().next().unwrap_or_default().split(" s, ").next().unwrap_or_default()
}

/// What is wrong with an input, if anything is.
fn fault(input: &Input) -> Option<String> {
    let time = |input: &Input| {
        let (sender, receiver) = channel();
        let input = input.clone();
        thread::spawn(move || {
            let start = Instant::now();
            let outcome = caught(&input, true);
            // Nobody listens any more to what took too long.
            let _ = sender.send((outcome, start.elapsed()));
        });
        receiver.recv_timeout(HANGING)
    };
    match time(input) {
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Some("hangs".into()),
        Ok((Err(panic), _)) => Some(panic),
        // Another program may have kept the processor busy.
        Ok((Ok(()), first)) if first > SLOW => match time(input) {
            Ok((Ok(()), again)) if again > SLOW => Some(format!("slow: more than 2 s, {again:?}")),
            _ => None,
        },
        Ok(_) => None,
    }
}

/// A shorter input that fails too: pieces are left out, large ones first, as long as it does.
pub fn minimised(input: Input, fails: &dyn Fn(&Input) -> bool, tries: usize) -> Input {
    let mut chars: Vec<char> = input.text().chars().collect();
    let (mut left, mut size) = (tries, chars.len() / 2);
    while size > 0 {
        let mut at = 0;
        while at < chars.len() && left > 0 {
            left -= 1;
            let mut shorter = chars.clone();
            shorter.drain(at..(at + size).min(chars.len()));
            if fails(&input.with(shorter.iter().collect())) { chars = shorter } else { at += size }
        }
        size /= 2;
    }
    input.with(chars.into_iter().collect())
}

/// Notes the seed that is tried: where the whole process ends, nobody else can tell.
pub fn note(seed: u64) {
    let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("fuzz-seed.txt");
    std::fs::write(place, seed.to_string()).expect("the folder is there");
}
