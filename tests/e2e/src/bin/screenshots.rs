//! Photographs the page in several sizes, light and dark, into the folder given.

use std::path::PathBuf;

use e2e::{View, drive};

/// The function that everything starts with.
const STATE: &str = "#e=(4*x%2B1)%5E2&x=1";

fn main() {
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.expect("the first argument is the folder for the pictures");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    for size in [View::DESKTOP, View::TABLET, View::PHONE] {
        for view in [size, size.dark()] {
            let name = format!("{}x{}-{}.png", view.width, view.height, view.colours.name());
            drive(view, async |page| {
                page.open(STATE).await;
                // Whatever moves at the start has come to rest by then.
                tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
                let picture = page.screenshot().await;
                std::fs::write(folder.join(&name), picture).expect("the picture can be written");
            });
            println!("{name}");
        }
    }
}
