//! The same benchmarks in the browser, as WebAssembly.
#![cfg(target_arch = "wasm32")]

mod work;

mod browser {
    use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    fn all() {
        let clock = || web_sys::window().and_then(|window| window.performance()).map_or(0.0, |p| p.now() / 1000.0);
        crate::work::all(clock, |line| console_log!("{line}"));
    }
}
