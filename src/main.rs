//! Mounts the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    chainrule::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("The page runs in a browser: `cargo xtask serve` builds and serves it.");
}
