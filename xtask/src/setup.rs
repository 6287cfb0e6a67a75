//! Finds the tools, and installs what is missing.
//!
//! Nothing that the person has installed is replaced: tools written in Rust go to a folder of
//! their own, one for each version, and come first on the `PATH` of the programs started here.

use std::path::PathBuf;
use std::{env, iter};

use which::which;
use xshell::{Cmd, Shell, cmd};

use crate::{paths, run};

/// The version of Trunk that the page is built with.
const TRUNK: &str = "0.21.14";
/// Packages of Debian and its kin: the browser, its driver, letters to draw.
const BROWSER_PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-liberation"];

/// Makes sure that Rust can compile for the browser.
///
/// # Errors
///
/// One line that says what to install.
pub fn wasm_target(sh: &Shell) -> Result<(), String> {
    let target = "wasm32-unknown-unknown";
    let sysroot =
        output(cmd!(sh, "rustc --print sysroot")).ok_or("rustc cannot be started; install Rust with rustup first")?;
    if PathBuf::from(sysroot).join("lib/rustlib").join(target).join("lib").is_dir() {
        return Ok(());
    }
    if which("rustup").is_err() {
        return Err(format!("Rust's target {target} is missing; install it as you installed Rust"));
    }
    installing(&format!("Rust's target {target}"), "half a minute", || run::run(cmd!(sh, "rustup target add {target}")))
}

/// Makes sure that a part of Rust's own tools is there, such as `clippy` or `rustfmt`.
///
/// # Errors
///
/// One line that says what to install.
pub fn component(sh: &Shell, component: &str, command: &str) -> Result<(), String> {
    if output(cmd!(sh, "cargo {command} --version")).is_some() {
        return Ok(());
    }
    installing(component, "half a minute", || {
        run::run(cmd!(sh, "rustup component add {component}"))
            .map_err(|_| format!("run: rustup component add {component}"))
    })
}

/// Makes sure that Trunk is there.
///
/// # Errors
///
/// One line, if it cannot be installed.
pub fn trunk(sh: &Shell) -> Result<(), String> {
    cargo_tool(sh, "trunk", "trunk", TRUNK, &["--locked", "--debug", "--no-default-features"])
}

/// Makes sure that `wasm-bindgen` is there in exactly the version that the page is linked with.
///
/// # Errors
///
/// One line, if it cannot be installed.
pub fn wasm_bindgen(sh: &Shell) -> Result<(), String> {
    let lock = sh.read_file("Cargo.lock").map_err(|error| error.to_string())?;
    let version =
        locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock has no wasm-bindgen; run: cargo update --workspace")?;
    cargo_tool(sh, "wasm-bindgen-cli", "wasm-bindgen", version, &[])
}

fn cargo_tool(sh: &Shell, package: &str, program: &str, version: &str, options: &[&str]) -> Result<(), String> {
    if has_version(sh, program, version) {
        return Ok(());
    }
    let folder = paths::cargo_tools().join(format!("{package}-{version}"));
    let path = sh.var_os("PATH").unwrap_or_default();
    let path = iter::once(folder.join("bin")).chain(env::split_paths(&path));
    sh.set_var("PATH", env::join_paths(path).map_err(|error| error.to_string())?);
    if has_version(sh, program, version) {
        return Ok(());
    }
    installing(&format!("{package} {version}"), "about 4 minutes on 2 cores", || {
        run::run(
            cmd!(sh, "cargo install {package} --version {version} {options...} --force --root {folder}")
                .env_remove("CARGO_TARGET_DIR"),
        )
    })
}

/// Makes sure that a browser and its driver are there.
///
/// # Errors
///
/// One line that says what to install.
pub fn browser(sh: &Shell) -> Result<(), String> {
    let names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    let browser = names.iter().any(|name| which(name).is_ok()) || !cfg!(target_os = "linux");
    if browser && which("chromedriver").is_ok() {
        return Ok(());
    }
    if which("apt-get").is_err() {
        return Err(
            "Chromium and chromedriver (of the same version) are missing; install them and put them on the PATH"
                .to_owned(),
        );
    }
    if output(cmd!(sh, "id -u")).as_deref() != Some("0") {
        let packages = BROWSER_PACKAGES.join(" ");
        return Err(format!("Chromium or its driver is missing; run: sudo apt-get install {packages}"));
    }
    installing("Chromium and its driver", "about a minute", || {
        let apt = || cmd!(sh, "apt-get -q -o Acquire::Retries=3").env("DEBIAN_FRONTEND", "noninteractive");
        run::run(apt().arg("update"))?;
        run::run(apt().args(["install", "-y", "--no-install-recommends"]).args(BROWSER_PACKAGES))
    })
}

/// The folder of a package for JavaScript, installed by npm if need be; `None` without npm.
pub fn npm(sh: &Shell, package: &str, version: &str) -> Option<PathBuf> {
    let folder = paths::npm_tools().join(format!("{package}-{version}"));
    let installed = folder.join("node_modules").join(package);
    if installed.join("package.json").is_file() {
        return Some(installed);
    }
    let npm = which("npm").ok()?;
    let done = installing(&format!("{package} {version}"), "some seconds", || {
        sh.create_dir(&folder).map_err(|error| error.to_string())?;
        run::run(cmd!(
            sh,
            "{npm} install --no-save --no-audit --no-fund --ignore-scripts --prefix {folder} {package}@{version}"
        ))
    });
    done.ok().map(|()| installed)
}

fn installing(what: &str, time: &str, install: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    println!("Installing {what} (this once; {time})…");
    let (outcome, took) = run::timed(install);
    outcome.map_err(|line| format!("{what} cannot be installed: {line}"))?;
    println!("Installed {what} in {:.0} s.", took.as_secs_f64());
    Ok(())
}

fn has_version(sh: &Shell, program: &str, version: &str) -> bool {
    output(cmd!(sh, "{program} --version")).is_some_and(|line| line.split_whitespace().any(|word| word == version))
}

/// The standard output of a command, if it can be started and succeeds.
fn output(command: Cmd) -> Option<String> {
    command.ignore_stderr().read().ok()
}

/// The version of a package in the text of a `Cargo.lock`.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_locked_version() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.9\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.9"));
        assert_eq!(locked_version(lock, "yew"), None);
    }
}
