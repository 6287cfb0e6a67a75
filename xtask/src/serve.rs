//! `cargo xtask serve`: the page on this machine, built again after every change.

use std::net::{Ipv4Addr, TcpListener};

use xshell::{Shell, cmd};

use crate::{Outcome, dist, paths, run};

const PORT: u16 = 8080;

/// What the command line asks for.
#[derive(Clone, Copy, PartialEq)]
pub struct Options {
    /// Show the page in the browser.
    pub open: bool,
    /// The port, if not the first free one.
    pub port: Option<u16>,
    /// Build the page as it is published.
    pub release: bool,
}

/// Installs what is missing, builds the page and serves it until it is interrupted.
///
/// # Errors
///
/// One line, if a tool is missing or the port is taken.
pub fn start(sh: &Shell, options: Options) -> Outcome {
    let port = free_port(options.port)?.to_string();
    dist::prepare(sh)?;
    let folder = sh.create_dir(paths::target().join("serve")).map_err(|error| error.to_string())?;
    println!("Building; then the page is at http://127.0.0.1:{port}/ (Ctrl+C ends it)");
    run::run(
        dist::trunk(cmd!(sh, "trunk serve --address 127.0.0.1 --port {port} --dist {folder}"))
            .args(options.open.then_some("--open"))
            .args(options.release.then_some("--release")),
    )
}

/// The port that was asked for, or the first free one from the usual one on.
fn free_port(asked: Option<u16>) -> Result<u16, String> {
    let free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    if let Some(port) = asked {
        return Some(port).filter(free).ok_or(format!("port {port} is in use; leave --port out to get a free one"));
    }
    let port = (PORT..PORT + 100).find(free).ok_or("no free port found; name one with --port N")?;
    if port != PORT {
        println!("Port {PORT} is in use; taking {port}.");
    }
    Ok(port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_not_given() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is free");
        let port = taken.local_addr().expect("it has an address").port();
        assert!(free_port(Some(port)).is_err());
    }
}
