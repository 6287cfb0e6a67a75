//! Starting programs so that their output is seen while they run.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::paths;

/// A command that runs at the root of the repository.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(paths::root()).stdin(Stdio::null());
    command
}

/// The cargo that runs this program.
pub fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Prints a command as one could type it.
pub fn announce(command: &Command) {
    let mut line = String::from("$");
    for (name, value) in command.get_envs() {
        if let Some(value) = value.filter(|_| name != "PATH") {
            line += &format!(" {}={}", name.display(), quoted(value));
        }
    }
    line += &format!(" {}", short(command).display());
    for argument in command.get_args() {
        line += &format!(" {}", quoted(argument));
    }
    println!("{line}");
}

fn quoted(text: &OsStr) -> String {
    let text = text.to_string_lossy();
    if text.is_empty() || text.contains(|c: char| c.is_whitespace() || "()*'\"&;".contains(c)) {
        format!("'{text}'")
    } else {
        text.into_owned()
    }
}

/// Runs a command; its output goes where ours goes.
///
/// # Errors
///
/// One line, if the program cannot be started or ends with a failure.
pub fn run(command: &mut Command) -> Result<(), String> {
    announce(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{} failed ({status})", name(command))),
        Err(error) => Err(format!("{} cannot be started: {error}", name(command))),
    }
}

/// Runs a command, shows each line of its standard output and hands it to `watch`; says whether
/// the program succeeded.
///
/// # Errors
///
/// One line, if the program cannot be started or read.
pub fn watch(command: &mut Command, mut watch: impl FnMut(&str)) -> Result<bool, String> {
    announce(command);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{} cannot be started: {error}", name(command)))?;
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
    child.wait().map(|status| status.success()).map_err(|error| format!("{} was lost: {error}", name(command)))
}

/// The standard output of a command, if it can be started and succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn name(command: &Command) -> String {
    let mut words = vec![short(command).to_string_lossy()];
    words.extend(command.get_args().take(1).map(OsStr::to_string_lossy));
    words.join(" ")
}

/// The program's name without its folder.
fn short(command: &Command) -> &OsStr {
    let program = std::path::Path::new(command.get_program());
    program.file_name().unwrap_or(program.as_os_str())
}

/// Runs `work` and says how long it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    (work(), start.elapsed())
}
