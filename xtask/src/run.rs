//! Starts programs so that their output is visible while they run.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use xshell::Shell;

use crate::paths;

/// A shell that starts programs at the root of the repository.
///
/// # Errors
///
/// One line, if the folder in which this program runs is gone.
pub fn shell() -> Result<Shell, String> {
    let sh = Shell::new().map_err(|error| error.to_string())?;
    sh.change_dir(paths::root());
    Ok(sh)
}

/// Prints a command in the form in which it can be typed.
pub fn announce(command: &Command) {
    let settings = command.get_envs().filter(|(name, _)| *name != "PATH").filter_map(|(name, value)| {
        Some(format!("{}={} ", name.display(), shell_words::quote(&value?.to_string_lossy())))
    });
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let line = shell_words::join(words.map(|word| word.to_string_lossy()));
    println!("$ {}{line}", settings.collect::<String>());
}

/// Runs a command; its output goes where ours goes.
///
/// # Errors
///
/// One line, if the program cannot be started or ends with a failure.
pub fn run(command: impl Into<Command>) -> Result<(), String> {
    let mut command = command.into();
    announce(&command);
    match command.stdin(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{} failed ({status})", name(&command))),
        Err(error) => Err(format!("{} cannot be started: {error}", name(&command))),
    }
}

/// Runs a command, shows each line of its standard output and hands it to `watch`; says whether
/// the program succeeded.
///
/// # Errors
///
/// One line, if the program cannot be started or read.
pub fn watch(command: impl Into<Command>, mut watch: impl FnMut(&str)) -> Result<bool, String> {
    let mut command = command.into();
    announce(&command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{} cannot be started: {error}", name(&command)))?;
    let mut ours = std::io::stdout();
    if let Some(output) = child.stdout.take() {
        let mut output = BufReader::new(output);
        let mut line = Vec::new();
        while output.read_until(b'\n', &mut line).unwrap_or(0) > 0 {
            let _ = ours.write_all(&line).and_then(|()| ours.flush());
            watch(String::from_utf8_lossy(&line).trim_end());
            line.clear();
        }
    }
    child.wait().map(|status| status.success()).map_err(|error| format!("{} was lost: {error}", name(&command)))
}

/// The program and its first argument, which says what it was to do.
fn name(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.take(2).map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Runs `work` and says how long it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    (work(), start.elapsed())
}
