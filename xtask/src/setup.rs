//! Finds the tools, and installs what is missing.
//!
//! Nothing that the person has installed is replaced: tools written in Rust go to a folder of
//! their own, one for each version, and come first on the `PATH` of the programs started here.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use crate::{paths, run};

/// The version of Trunk that the page is built with.
const TRUNK: &str = "0.21.14";
/// Packages of Debian and its kin: the browser, its driver, letters to draw.
const BROWSER_PACKAGES: &[&str] = &["chromium", "chromium-driver", "fonts-liberation"];

/// The tools that have been found: where programs look for others.
#[derive(Debug, Default)]
pub struct Tools {
    folders: BTreeSet<PathBuf>,
}

impl Tools {
    /// A command that sees the tools that were found.
    pub fn program(&self, name: &str) -> Command {
        self.equip(run::program(name))
    }

    /// Cargo that sees the tools that were found.
    pub fn cargo(&self) -> Command {
        self.equip(run::cargo())
    }

    fn equip(&self, mut command: Command) -> Command {
        let old = std::env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned();
        if let Ok(path) = std::env::join_paths(folders.chain(std::env::split_paths(&old))) {
            command.env("PATH", path);
        }
        command
    }

    /// Makes sure that Rust can compile for the browser.
    ///
    /// # Errors
    ///
    /// One line that says what to install.
    pub fn wasm_target(&mut self) -> Result<(), String> {
        let target = "wasm32-unknown-unknown";
        let sysroot = run::output(run::program("rustc").args(["--print", "sysroot"]))
            .ok_or("rustc cannot be started; install Rust with rustup first")?;
        if PathBuf::from(sysroot).join("lib/rustlib").join(target).join("lib").is_dir() {
            return Ok(());
        }
        if paths::which("rustup").is_none() {
            return Err(format!("Rust's target {target} is missing; install it as you installed Rust"));
        }
        installing(&format!("Rust's target {target}"), "half a minute", || {
            run::run(run::program("rustup").args(["target", "add", target]))
        })
    }

    /// Makes sure that a part of Rust's own tools is there, such as `clippy` or `rustfmt`.
    ///
    /// # Errors
    ///
    /// One line that says what to install.
    pub fn component(&mut self, component: &str, command: &str) -> Result<(), String> {
        if run::output(run::cargo().args([command, "--version"])).is_some() {
            return Ok(());
        }
        installing(component, "half a minute", || {
            run::run(run::program("rustup").args(["component", "add", component]))
                .map_err(|_| format!("run: rustup component add {component}"))
        })
    }

    /// Makes sure that Trunk is there.
    ///
    /// # Errors
    ///
    /// One line, if it cannot be installed.
    pub fn trunk(&mut self) -> Result<(), String> {
        let options = ["--locked", "--debug", "--no-default-features"];
        self.cargo_tool("trunk", "trunk", TRUNK, &options)
    }

    /// Makes sure that `wasm-bindgen` is there in exactly the version that the page is linked with.
    ///
    /// # Errors
    ///
    /// One line, if it cannot be installed.
    pub fn wasm_bindgen(&mut self) -> Result<(), String> {
        let lock = std::fs::read_to_string(paths::root().join("Cargo.lock"))
            .map_err(|error| format!("Cargo.lock cannot be read: {error}"))?;
        let version = locked_version(&lock, "wasm-bindgen")
            .ok_or("Cargo.lock has no wasm-bindgen; run: cargo update --workspace")?;
        self.cargo_tool("wasm-bindgen-cli", "wasm-bindgen", version, &[])
    }

    fn cargo_tool(&mut self, package: &str, program: &str, version: &str, options: &[&str]) -> Result<(), String> {
        let folder = paths::cargo_tools().join(format!("{package}-{version}"));
        let bin = folder.join("bin");
        let ours = bin.join(program).with_extension(std::env::consts::EXE_EXTENSION);
        if has_version(run::program(program), version) {
            return Ok(());
        }
        if !has_version(run::program(&ours), version) {
            installing(&format!("{package} {version}"), "about 4 minutes on 2 cores", || {
                let mut install = run::cargo();
                install.args(["install", package, "--version", version]).args(options);
                install.arg("--force").arg("--root").arg(&folder);
                run::run(install.env_remove("CARGO_TARGET_DIR"))
            })?;
        }
        self.folders.insert(bin);
        Ok(())
    }

    /// Makes sure that a browser and its driver are there.
    ///
    /// # Errors
    ///
    /// One line that says what to install.
    pub fn browser(&mut self) -> Result<(), String> {
        let names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
        let browser = names.iter().any(|name| paths::which(name).is_some()) || !cfg!(target_os = "linux");
        if browser && paths::which("chromedriver").is_some() {
            return Ok(());
        }
        let packages = BROWSER_PACKAGES.join(" ");
        let root = run::output(run::program("id").arg("-u")).as_deref() == Some("0");
        if paths::which("apt-get").is_none() {
            return Err(
                "Chromium and chromedriver (of the same version) are missing; install them and put them on the PATH"
                    .to_owned(),
            );
        }
        if !root {
            return Err(format!("Chromium or its driver is missing; run: sudo apt-get install {packages}"));
        }
        installing("Chromium and its driver", "about a minute", || {
            let apt = || {
                let mut apt = run::program("apt-get");
                apt.env("DEBIAN_FRONTEND", "noninteractive");
                apt.args(["-q", "-o", "Acquire::Retries=3"]);
                apt
            };
            run::run(apt().arg("update"))?;
            run::run(apt().args(["install", "-y", "--no-install-recommends"]).args(BROWSER_PACKAGES))
        })
    }

    /// The folder of a package for JavaScript, installed by npm if need be; `None` without npm.
    pub fn npm(&mut self, package: &str, version: &str) -> Option<PathBuf> {
        let folder = paths::npm_tools().join(format!("{package}-{version}"));
        let installed = folder.join("node_modules").join(package);
        if installed.join("package.json").is_file() {
            return Some(installed);
        }
        paths::which("npm")?;
        let done = installing(&format!("{package} {version}"), "some seconds", || {
            std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
            let mut npm = run::program("npm");
            npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"]);
            npm.arg("--prefix").arg(&folder).arg(format!("{package}@{version}"));
            run::run(&mut npm)
        });
        done.ok().map(|()| installed)
    }
}

fn installing(what: &str, time: &str, install: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    println!("Installing {what} (this once; {time})…");
    let (outcome, took) = run::timed(install);
    outcome.map_err(|line| format!("{what} cannot be installed: {line}"))?;
    println!("Installed {what} in {:.0} s.", took.as_secs_f64());
    Ok(())
}

fn has_version(mut program: Command, version: &str) -> bool {
    run::output(program.arg("--version")).is_some_and(|line| line.split_whitespace().any(|word| word == version))
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
