//! What a person does with the page, and what they see on it.

use std::time::{Duration, Instant};

use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions,
};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::browser::View;

/// How long to wait for what should be there at once on a quiet machine.
const PATIENCE: Duration = Duration::from_secs(20);
const CONTROL: char = '\u{e009}';
const SHIFT: char = '\u{e008}';

/// The page, open in a browser.
///
/// Every method panics if the browser does not do as told: the test that called it has failed.
#[derive(Clone, Debug)]
pub struct Page {
    pub(crate) client: Client,
    home: String,
}

impl Page {
    pub(crate) fn new(client: Client, home: String) -> Self {
        Self { client, home }
    }

    /// The address of the page, without a state in it.
    pub fn home(&self) -> &str {
        &self.home
    }

    /// Sets the size of the screen, light or dark, mouse or fingers.
    pub async fn look(&self, view: View) {
        let metrics = json!({
            "width": view.width, "height": view.height, "deviceScaleFactor": 1,
            "mobile": view.touch(),
        });
        let scheme = json!([{ "name": "prefers-color-scheme", "value": view.colours.name() }]);
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": scheme })).await;
        let touch = json!({ "enabled": view.touch(), "maxTouchPoints": if view.touch() { 5 } else { 1 } });
        self.devtools("Emulation.setTouchEmulationEnabled", touch).await;
    }

    /// Opens the page anew with a state in its address, such as `#e=x`, and waits until it works.
    pub async fn open(&self, state: &str) {
        self.client.goto("about:blank").await.expect("a blank page opens");
        self.client.goto(&format!("{}{state}", self.home)).await.expect("the page opens");
        self.ready().await;
    }

    /// Loads the page again and waits until it works.
    pub async fn reload(&self) {
        self.client.refresh().await.expect("the page reloads");
        self.ready().await;
    }

    async fn ready(&self) {
        self.until("the page is there", "document.querySelector('#expression')").await;
        self.frame().await;
    }

    /// Waits for two frames: what an event changes has to be on the screen by then.
    pub async fn frame(&self) {
        let script = "const done = arguments[0]; \
                      requestAnimationFrame(() => requestAnimationFrame(() => done(null)));";
        self.client.execute_async(script, Vec::new()).await.expect("frames are drawn");
    }

    /// Waits until an expression in JavaScript holds.
    pub async fn until(&self, what: &str, script: &str) {
        let give_up = Instant::now() + PATIENCE;
        while self.eval(&format!("!!({script})")).await != Value::Bool(true) {
            assert!(Instant::now() < give_up, "waited in vain until {what}");
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// The value of an expression in JavaScript.
    pub async fn eval(&self, expression: &str) -> Value {
        self.eval_with(expression, Vec::new()).await
    }

    /// The value of an expression in JavaScript that uses `arguments`.
    pub async fn eval_with(&self, expression: &str, arguments: Vec<Value>) -> Value {
        let script = format!("return {expression};");
        match self.client.execute(&script, arguments).await {
            Ok(value) => value,
            Err(error) => panic!("{expression}: {error}"),
        }
    }

    /// The value of a promise in JavaScript, made by a script that uses `arguments`.
    pub async fn promise(&self, script: &str) -> Value {
        let script = format!(
            "const done = arguments[0]; (async () => {{ {script} }})().then(done, \
             (error) => done({{ failed: String(error) }}));"
        );
        self.client.execute_async(&script, Vec::new()).await.expect("the script ends")
    }

    /// The first element for a CSS selector.
    pub async fn find(&self, css: &str) -> Element {
        match self.client.wait().at_most(PATIENCE).for_element(Locator::Css(css)).await {
            Ok(element) => element,
            Err(error) => panic!("there is no {css}: {error}"),
        }
    }

    /// How many elements there are for a CSS selector.
    pub async fn count(&self, css: &str) -> usize {
        let all = self.client.find_all(Locator::Css(css)).await;
        all.expect("the selector is valid").len()
    }

    /// An attribute of the first element for a selector; `None` without it or without the element.
    pub async fn attr(&self, css: &str, name: &str) -> Option<String> {
        let script = "document.querySelector(arguments[0])?.getAttribute(arguments[1])";
        let value = self.eval_with(script, vec![css.into(), name.into()]).await;
        value.as_str().map(str::to_owned)
    }

    /// An attribute as a number.
    pub async fn number(&self, css: &str, name: &str) -> f64 {
        let text = self.attr(css, name).await;
        let text = text.unwrap_or_else(|| panic!("{css} has no {name}"));
        text.parse().unwrap_or_else(|_| panic!("{css}: {name} is '{text}', no number"))
    }

    /// The text that is shown in the first element for a selector.
    pub async fn text(&self, css: &str) -> String {
        let script = "document.querySelector(arguments[0])?.innerText ?? ''";
        let value = self.eval_with(script, vec![css.into()]).await;
        value.as_str().unwrap_or_default().trim().to_owned()
    }

    /// The text in the expression box.
    pub async fn expression(&self) -> String {
        let value = self.eval("document.querySelector('#expression').value").await;
        value.as_str().unwrap_or_default().to_owned()
    }

    /// The value of a variable, as its slider has it.
    pub async fn slider(&self, variable: &str) -> f64 {
        let script = "Number(document.querySelector(arguments[0]).value)";
        let css = slider_css(variable);
        self.eval_with(script, vec![css.into()]).await.as_f64().expect("a slider has a value")
    }

    /// Replaces the expression, key by key, and waits until it is on the screen.
    pub async fn type_expression(&self, text: &str) {
        self.find("#expression").await.click().await.expect("the box takes a click");
        self.chord(CONTROL, 'a').await;
        self.press(Key::Delete).await;
        self.type_text(text).await;
        self.frame().await;
    }

    /// Types at the place that has the focus.
    pub async fn type_text(&self, text: &str) {
        let mut keys = KeyActions::new("keyboard".into());
        for value in text.chars() {
            keys = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.client.perform_actions(keys).await.expect("keys can be typed");
    }

    /// Presses a key once.
    pub async fn press(&self, key: Key) {
        self.type_text(&char::from(key).to_string()).await;
    }

    async fn chord(&self, held: char, value: char) {
        let keys = KeyActions::new("keyboard".into())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
            .then(KeyAction::Up { value: held });
        self.client.perform_actions(keys).await.expect("keys can be typed");
    }

    /// Undoes with the keyboard.
    pub async fn undo(&self) {
        self.chord(CONTROL, 'z').await;
        self.frame().await;
    }

    /// Gives an element the focus.
    pub async fn focus(&self, css: &str) {
        self.find(css).await;
        self.eval_with("document.querySelector(arguments[0]).focus()", vec![css.into()]).await;
    }

    /// Moves a slider with the arrow keys, as near to a value as its steps allow.
    pub async fn slide_with_keys(&self, variable: &str, target: f64) {
        self.focus(&slider_css(variable)).await;
        let mut distance = (self.slider(variable).await - target).abs();
        for _ in 0..2_000 {
            let before = self.slider(variable).await;
            let (key, back) = if before < target { (Key::Right, Key::Left) } else { (Key::Left, Key::Right) };
            if distance == 0.0 {
                break;
            }
            self.press(key).await;
            let now = (self.slider(variable).await - target).abs();
            if now >= distance {
                self.press(back).await;
                break;
            }
            distance = now;
        }
        self.frame().await;
    }

    /// Drags an element's middle by some pixels with the mouse, in small moves; `during` is run
    /// while the button is still down.
    pub async fn drag(&self, css: &str, by: (f64, f64), during: impl AsyncFnOnce()) {
        let element = self.find(css).await;
        let mut press = MouseActions::new("mouse".into())
            .then(PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        for _ in 0..10 {
            let (x, y) = (by.0 / 10.0, by.1 / 10.0);
            press = press.then(PointerAction::MoveBy { duration: Some(Duration::from_millis(16)), x, y });
        }
        self.client.perform_actions(press).await.expect("the mouse moves");
        self.frame().await;
        during().await;
        let up = MouseActions::new("mouse".into()).then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.client.perform_actions(up).await.expect("the button goes up");
        self.frame().await;
    }

    /// Drags an element's middle with the mouse, move by move, and gives what an expression in JavaScript is
    /// after each event of the drag. All moves are one command: between two of them the browser now and then
    /// lets go of a slider, of any page.
    pub async fn drag_along(&self, css: &str, moves: &[(f64, f64)], look: &str) -> Vec<Value> {
        let element = self.find(css).await;
        let record = format!(
            "(() => {{ window.seen = []; for (const kind of ['input', 'pointermove', 'pointerup']) \
             window.addEventListener(kind, () => seen.push({look})); }})()"
        );
        self.eval(&record).await;
        let mut drag = MouseActions::new("mouse".into())
            .then(PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        for &(x, y) in moves {
            drag = drag.then(PointerAction::MoveBy { duration: Some(Duration::from_millis(8)), x, y });
        }
        let drag = drag.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.client.perform_actions(drag).await.expect("the mouse moves");
        self.frame().await;
        let seen = self.eval(&format!("[...seen, {look}]")).await;
        seen.as_array().expect("a list").clone()
    }

    /// Does something while Shift is down.
    pub async fn with_shift(&self, act: impl AsyncFnOnce()) {
        let key = |action| self.client.perform_actions(KeyActions::new("keyboard".into()).then(action));
        key(KeyAction::Down { value: SHIFT }).await.expect("Shift goes down");
        act().await;
        key(KeyAction::Up { value: SHIFT }).await.expect("Shift goes up");
    }

    /// Drags an element's middle by some pixels with a finger.
    pub async fn swipe(&self, css: &str, by: (f64, f64)) {
        let element = self.find(css).await;
        let duration = Some(Duration::from_millis(150));
        let finger = TouchActions::new("finger".into())
            .then(PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::MoveBy { duration, x: by.0, y: by.1 })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.client.perform_actions(finger).await.expect("the finger moves");
        self.frame().await;
    }

    /// A picture of what is on the screen, as PNG.
    pub async fn screenshot(&self) -> Vec<u8> {
        self.client.screenshot().await.expect("a picture is taken")
    }
}

/// The selector of a variable's slider.
pub fn slider_css(variable: &str) -> String {
    format!("input[type=range][data-var=\"{variable}\"]")
}
