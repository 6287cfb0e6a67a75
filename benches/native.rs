//! The benchmarks natively: `cargo bench --bench native`.

mod work;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use std::sync::LazyLock;
    use std::time::Instant;
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    work::all(|| START.elapsed().as_secs_f64(), |line| println!("{line}"));
}

#[cfg(target_arch = "wasm32")]
fn main() {}
