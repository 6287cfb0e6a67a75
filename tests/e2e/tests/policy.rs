//! The page asks for nothing but its own files and runs no code but its own.

use e2e::page::slider_css;
use e2e::{Page, View, drive};
use serde_json::json;

async fn use_it(page: &Page) {
    page.type_expression("(4*x+1)^2").await;
    page.drag(&slider_css("x"), (30.0, 0.0), async || {}).await;
    page.type_expression("((").await;
    page.type_expression("sin(a)*b").await;
    tokio::time::sleep(std::time::Duration::from_millis(800)).await;
}

#[test]
fn the_policy_is_strict() {
    drive(View::DESKTOP, async |page| {
        let css = "meta[http-equiv=\"Content-Security-Policy\"]";
        let policy = page.attr(css, "content").await.expect("the page has a policy");
        let parts =
            ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "require-trusted-types-for 'script'"];
        for part in parts {
            assert!(policy.contains(part), "{part} is missing in {policy}");
        }
        for unsafe_word in ["'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:"] {
            assert!(!policy.contains(unsafe_word), "{unsafe_word} is in {policy}");
        }
        assert_eq!(page.count("script:not([src])").await, 0, "no inline script");
        assert_eq!(page.count("style").await, 0, "no inline style");
    });
}

#[test]
fn nothing_breaks_the_policy_and_no_error_is_logged() {
    for view in [View::DESKTOP, View::PHONE.dark()] {
        drive(view, async |page| {
            use_it(page).await;
            assert_eq!(page.complaints().await, [""; 0]);
        });
    }
}

#[test]
fn the_policy_is_in_force() {
    drive(View::DESKTOP, async |page| {
        let script = "(() => { const s = document.createElement('script'); \
                       s.append('window.intruder = true'); document.body.append(s); \
                       return window.intruder === true; })()";
        assert_eq!(page.eval(script).await, false, "an inline script is kept from running");
        let complaints = page.complaints().await;
        let refused = |line: &String| line.contains("Content Security Policy") || line.contains("TrustedScript");
        assert!(complaints.iter().any(refused), "{complaints:?}");
    });
}

#[test]
fn nothing_is_asked_of_other_hosts() {
    drive(View::DESKTOP, async |page| {
        use_it(page).await;
        let requests = page.requests().await;
        let own = |address: &&String| {
            let starts = |prefix: &str| address.starts_with(prefix);
            starts(page.home()) || starts("data:") || starts("blob:") || starts("about:")
        };
        let foreign: Vec<&String> = requests.iter().filter(|address| !own(address)).collect();
        assert!(foreign.is_empty(), "asked elsewhere: {foreign:#?}");
        assert!(requests.iter().any(|address| address.ends_with(".wasm")), "{requests:#?}");
    });
}

#[test]
fn it_works_offline_once_it_is_loaded() {
    drive(View::DESKTOP, async |page| {
        page.devtools("Network.enable", json!({})).await;
        let offline = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
        page.devtools("Network.emulateNetworkConditions", offline).await;
        use_it(page).await;
        assert_eq!(page.count(&slider_css("a")).await, 1);
        assert_eq!(page.complaints().await, [""; 0]);
    });
}
