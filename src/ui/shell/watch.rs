use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

use super::dom::window;

/// Tells when elements change their size, until it is dropped.
pub(in crate::ui) struct Watch {
    observer: Option<ResizeObserver>,
    _callback: Closure<dyn FnMut()>,
    _fallback: Option<EventListener>,
}

impl Watch {
    pub fn new(elements: impl IntoIterator<Item = Element>, tell: impl Fn() + Clone + 'static) -> Watch {
        let callback = Closure::<dyn FnMut()>::new(tell.clone());
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok();
        let fallback = observer.is_none().then(|| EventListener::new(&window(), "resize", move |_| tell()));
        if let Some(observer) = &observer {
            elements.into_iter().for_each(|element| observer.observe(&element));
        }
        Watch { observer, _callback: callback, _fallback: fallback }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
