//! `cargo xtask serve`: the page on this machine, built again after every change.

use std::net::{Ipv4Addr, TcpListener};

use crate::setup::Tools;
use crate::{Outcome, dist, paths, run};

const PORT: u16 = 8080;

/// What the command line asks for.
#[derive(Debug, Default, PartialEq)]
struct Options {
    open: bool,
    release: bool,
    port: Option<u16>,
}

/// Installs what is missing, builds the page and serves it until it is interrupted.
///
/// # Errors
///
/// One line, if an option is wrong, a tool is missing or the port is taken.
pub fn start(arguments: &[String]) -> Outcome {
    let options = read(arguments)?;
    let port = free_port(options.port)?;
    let mut tools = Tools::default();
    dist::prepare(&mut tools)?;

    let mut trunk = dist::trunk(&tools);
    trunk.args(["serve", "--offline", "true", "--address", "127.0.0.1"]);
    trunk.args(["--port", &port.to_string()]);
    trunk.arg("--dist").arg(paths::target().join("serve"));
    trunk.args(options.open.then_some("--open"));
    trunk.args(options.release.then_some("--release"));
    std::fs::create_dir_all(paths::target().join("serve")).map_err(|error| error.to_string())?;
    println!("Building; then the page is at http://127.0.0.1:{port}/ (Ctrl+C ends it)");
    run::run(&mut trunk)
}

fn read(arguments: &[String]) -> Result<Options, String> {
    let mut options = Options::default();
    let mut arguments = arguments.iter().map(String::as_str);
    while let Some(argument) = arguments.next() {
        match argument.split_once('=').unwrap_or((argument, "")) {
            ("--open", "") => options.open = true,
            ("--release", "") => options.release = true,
            ("--port", given) => {
                let port = if given.is_empty() { arguments.next().unwrap_or("") } else { given };
                options.port =
                    Some(port.parse().map_err(|_| format!("--port takes a number up to 65535, got '{port}'"))?);
            }
            _ => {
                return Err(format!("serve has no option {argument}; it has --open, --port N, --release"));
            }
        }
    }
    Ok(options)
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

    fn options(line: &str) -> Result<Options, String> {
        read(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn reads_the_options() {
        let expected = Options { open: true, release: true, port: Some(9000) };
        assert_eq!(options("--port 9000 --open --release"), Ok(expected));
        assert_eq!(options("--port=1").map(|options| options.port), Ok(Some(1)));
        assert_eq!(options(""), Ok(Options::default()));
    }

    #[test]
    fn says_what_is_wrong() {
        for line in ["--port", "--port x", "--port 70000", "--fast"] {
            assert!(options(line).is_err(), "{line}");
        }
    }

    #[test]
    fn a_taken_port_is_not_given() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is free");
        let port = taken.local_addr().expect("it has an address").port();
        assert!(free_port(Some(port)).is_err());
    }
}
