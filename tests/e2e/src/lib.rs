//! Drives the finished page in a real browser, as a person would.
//!
//! A test calls [`drive`] with the [`View`] it wants and gets a [`Page`]: a fresh headless browser
//! on a small server of its own, under a sub-path, as a static host would have it. The page is the
//! folder in the environment variable `CHAINRULE_DIST`, or `dist/` of this repository. What a test
//! may rely on is the page's contract: ids, roles and `data-` attributes, never its looks.

pub mod axe;
mod browser;
mod devtools;
pub mod fresh;
pub mod page;
pub mod server;
pub mod tree;

pub use browser::{Colours, View, drive};
pub use page::Page;
