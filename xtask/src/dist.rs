//! The finished page: built by Trunk, made smaller by `wasm-opt`, weighed.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use flate2::{Compression, write::GzEncoder};
use which::which;
use xshell::{Cmd, Shell, cmd};

use crate::{paths, run, setup};

/// The version of binaryen, which has `wasm-opt`, that is installed when there is none.
const BINARYEN: &str = "132.0.0";
/// What a browser of today understands; rustc emits it, so `wasm-opt` has to know.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Writes the finished page to `dist/`, replacing what is there.
///
/// # Errors
///
/// One line, if a tool is missing or the page does not compile.
pub fn build(sh: &Shell) -> Result<(), String> {
    prepare(sh)?;
    let dist = paths::dist();
    run::run(trunk(cmd!(sh, "trunk build --release --dist {dist}")))?;
    shrink(sh)
}

/// Makes sure of all that Trunk needs, dependencies included: Trunk itself then needs no network.
///
/// # Errors
///
/// One line, if something cannot be installed.
pub fn prepare(sh: &Shell) -> Result<(), String> {
    setup::wasm_target(sh)?;
    setup::trunk(sh)?;
    setup::wasm_bindgen(sh)?;
    run::run(cmd!(sh, "cargo fetch"))
}

/// Trunk as it is to be run: without the network.
pub fn trunk(command: Cmd) -> Cmd {
    // Trunk takes NO_COLOR=1, which other programs understand, for a mistake.
    command.args(["--offline", "true"]).env_remove("NO_COLOR").env("TRUNK_SKIP_VERSION_CHECK", "true")
}

fn shrink(sh: &Shell) -> Result<(), String> {
    let Some(optimizer) = wasm_opt(sh) else {
        println!("No wasm-opt and no npm to install it with: the page stays a little larger.");
        return Ok(());
    };
    // Windows does not read the first line of a script, which names its interpreter.
    let (program, script) = match cfg!(windows) && optimizer.extension().is_none() {
        true => ("node".into(), Some(&optimizer)),
        false => (optimizer.clone(), None),
    };
    for file in paths::files(&paths::dist()) {
        if file.extension().is_some_and(|extension| extension == "wasm") {
            let smaller = file.with_extension("smaller");
            run::run(cmd!(sh, "{program} {script...} -Oz {FEATURES...} {file} -o {smaller}"))?;
            fs::rename(&smaller, &file).map_err(|error| error.to_string())?;
        }
    }
    Ok(())
}

fn wasm_opt(sh: &Shell) -> Option<PathBuf> {
    let local = paths::root().join("node_modules/.bin/wasm-opt");
    which("wasm-opt")
        .ok()
        .or_else(|| local.is_file().then_some(local))
        .or_else(|| Some(setup::npm(sh, "binaryen", BINARYEN)?.join("bin/wasm-opt")))
}

/// Prints what is in `dist/` and how large each file is, as it lies there and as it travels.
///
/// # Errors
///
/// One line, if a file cannot be read.
pub fn weigh() -> Result<(), String> {
    let dist = paths::dist();
    println!("\n{:<44} {:>10} {:>10}", "dist/", "bytes", "gzip");
    let (mut raw, mut packed) = (0, 0);
    for file in paths::files(&dist) {
        let bytes = fs::read(&file).map_err(|error| error.to_string())?;
        let gzip = gzip_size(&bytes);
        let name = file.strip_prefix(&dist).unwrap_or(&file).display().to_string();
        println!("{name:<44} {:>10} {gzip:>10}", bytes.len());
        raw += bytes.len();
        packed += gzip;
    }
    println!("{:<44} {raw:>10} {packed:>10}", "together");
    Ok(())
}

fn gzip_size(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    match encoder.write_all(bytes).and_then(|()| encoder.finish()) {
        Ok(packed) => packed.len(),
        Err(_) => bytes.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_makes_repetition_small() {
        assert!(gzip_size(&[7; 10_000]) < 100);
    }
}
