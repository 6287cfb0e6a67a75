//! A headless browser for one test: started, shown the page, closed whatever happens.

use std::env;
use std::net::{Ipv4Addr, TcpListener};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::page::Page;
use crate::server;

/// Light or dark, as the person's system asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// Dark ink on a light ground.
    Light,
    /// Light ink on a dark ground.
    Dark,
}

impl Colours {
    /// The word that style sheets use for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The screen that the page is seen on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Width in CSS pixels.
    pub width: u32,
    /// Height in CSS pixels.
    pub height: u32,
    /// Light or dark.
    pub colours: Colours,
}

impl View {
    /// A desk.
    pub const DESKTOP: Self = Self::new(1440, 900);
    /// A tablet, held across.
    pub const TABLET: Self = Self::new(1024, 768);
    /// A phone, held upright; it has touch.
    pub const PHONE: Self = Self::new(390, 844);

    const fn new(width: u32, height: u32) -> Self {
        Self { width, height, colours: Colours::Light }
    }

    /// The same screen in the dark.
    #[must_use]
    pub const fn dark(self) -> Self {
        Self { colours: Colours::Dark, ..self }
    }

    /// Whether fingers are used rather than a mouse.
    pub fn touch(self) -> bool {
        self.width < 600
    }
}

/// Opens the page in a fresh browser, runs a test on it and closes the browser.
///
/// # Panics
///
/// If the test does, if there is no page, or if the browser cannot be started.
pub fn drive(view: View, test: impl AsyncFnOnce(&Page)) {
    let dist = dist();
    let address = server::serve(dist).expect("the server found a free port");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("the runtime starts");
    let mut driver = Driver::start();
    let client = runtime.block_on(driver.session());
    let home = format!("http://{address}{}", server::SUB_PATH);
    let page = Page::new(client.clone(), home);
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            page.look(view).await;
            page.open("").await;
            test(&page).await;
        });
    }));
    // The browser outlives its driver if it is not told to go.
    let _ = runtime.block_on(client.close());
    driver.stop();
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}

/// The folder with the finished page.
fn dist() -> PathBuf {
    let dist = env::var_os("CHAINRULE_DIST")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist"), PathBuf::from);
    assert!(
        dist.join("index.html").is_file(),
        "there is no finished page in {}; run: cargo xtask build",
        dist.display()
    );
    dist
}

struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    fn start() -> Self {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .and_then(|listener| listener.local_addr())
            .expect("some port is free")
            .port();
        let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let process = Command::new(program)
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is installed; cargo xtask test e2e does it");
        Self { process, port }
    }

    /// A new browser, as soon as the driver listens.
    async fn session(&self) -> Client {
        let address = format!("http://127.0.0.1:{}", self.port);
        let give_up = Instant::now() + Duration::from_secs(60);
        loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder.capabilities(capabilities()).connect(&address).await {
                Ok(client) => return client,
                Err(error) => assert!(Instant::now() < give_up, "no browser: {error}"),
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }

    fn stop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.stop();
    }
}

fn capabilities() -> serde_json::Map<String, Value> {
    let mut options = json!({
        "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--hide-scrollbars",
        ],
    });
    if let Ok(browser) = env::var("CHROME") {
        options["binary"] = browser.into();
    }
    let capabilities = json!({
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    });
    match capabilities {
        Value::Object(map) => map,
        _ => unreachable!("it is written as an object above"),
    }
}
