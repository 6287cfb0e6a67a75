//! What only the browser's developer tools know: its log, its requests, its settings.

use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

use crate::page::Page;

impl Page {
    /// What the browser complained about since the last call: errors, and breaches of the
    /// Content-Security-Policy whatever their level.
    pub async fn complaints(&self) -> Vec<String> {
        let log = self.log("browser").await;
        let entries = log.iter().map(|entry| (entry["level"].as_str(), entry["message"].as_str()));
        entries
            .filter_map(|(level, message)| {
                let message = message.unwrap_or_default();
                let bad = level == Some("SEVERE") || message.contains("Content Security Policy");
                bad.then(|| message.to_owned())
            })
            .collect()
    }

    /// The addresses that the page asked for since the last call.
    pub async fn requests(&self) -> Vec<String> {
        let log = self.log("performance").await;
        log.iter()
            .filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok())
            .filter(|event| event["message"]["method"] == "Network.requestWillBeSent")
            .filter_map(|event| Some(event["message"]["params"]["request"]["url"].as_str()?.to_owned()))
            .collect()
    }

    async fn log(&self, kind: &str) -> Vec<Value> {
        let log = self.issue("se/log", json!({ "type": kind })).await;
        log.as_array().cloned().unwrap_or_default()
    }

    /// Calls a method of the browser's developer tools.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Value {
        self.issue("goog/cdp/execute", json!({ "cmd": method, "params": parameters })).await
    }

    async fn issue(&self, path: &'static str, body: Value) -> Value {
        match self.client.issue_cmd(Post { path, body }).await {
            Ok(answer) => answer,
            Err(error) => panic!("{path}: {error}"),
        }
    }
}

/// A command of the driver that is no part of the WebDriver standard.
#[derive(Debug)]
struct Post {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Post {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
