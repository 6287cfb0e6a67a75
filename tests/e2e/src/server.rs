//! A static host in a few lines: files of one folder under a sub-path, with their types.

use std::io::{BufRead, BufReader, Result, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::{fs, thread};

/// Where the page lies on the server: nothing in it may rely on being at the root.
pub const SUB_PATH: &str = "/some/sub-path/";

/// Serves a folder until the process ends; returns the address that it listens on.
///
/// # Errors
///
/// If no port is free.
pub fn serve(folder: PathBuf) -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = listener.local_addr()?;
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folder = folder.clone();
            // A browser that goes away in the middle of an answer is no failure of ours.
            thread::spawn(move || answer(stream, &folder).ok());
        }
    });
    Ok(address)
}

fn answer(mut stream: TcpStream, folder: &Path) -> Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|header| !header.is_empty()) {}

    let path = request.split(' ').nth(1).unwrap_or("");
    let file = find(path).map(|path| folder.join(path));
    let (status, kind, body) = match file.and_then(|file| Some((mime(&file), fs::read(file).ok()?))) {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"not found".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}

/// The file that an address stands for; `None` outside of the sub-path and its folder.
fn find(path: &str) -> Option<PathBuf> {
    let path = path.split(['?', '#']).next()?.strip_prefix(SUB_PATH)?;
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    inside.then(|| path.to_owned())
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_folder_are_found() {
        assert_eq!(find("/some/sub-path/"), Some("index.html".into()));
        assert_eq!(find("/some/sub-path/a.js?x#y"), Some("a.js".into()));
        assert_eq!(find("/index.html"), None);
        assert_eq!(find("/some/sub-path/../secret"), None);
        assert_eq!(find("/some/sub-path//etc/passwd"), None);
    }

    #[test]
    fn compiled_code_has_its_own_type() {
        assert_eq!(mime(Path::new("a_bg.wasm")), "application/wasm");
    }
}
