//! Runs axe-core, which finds accessibility problems.

use std::io::Write;

use serde_json::Value;

use crate::page::Page;

/// What axe-core finds wrong with the page as it is now, one line each; `None`, and a line that
/// says so, where axe-core is not installed.
pub async fn problems(page: &Page) -> Option<Vec<String>> {
    let Some(axe) = source() else {
        // Straight to the terminal: a test runner hides what a passing test prints.
        let line = "SKIPPED: axe-core is not installed (cargo xtask test e2e installs it with npm)\n";
        let _ = std::io::stderr().write_all(line.as_bytes());
        return None;
    };
    // The driver injects the script, so that the page's Content-Security-Policy stays in force.
    let script = format!(
        "{axe};\nconst found = await window.axe.run(document, {{ resultTypes: ['violations'] }});\n\
         return found.violations.map(rule => rule.id + ': ' + rule.help + ' at '\n\
             + rule.nodes.slice(0, 5).map(node => node.target.join(' ') + ' (' + (node.any[0]?.message ?? '') + ')').join('; '));"
    );
    let found = page.promise(&script).await;
    let Value::Array(lines) = found else {
        panic!("axe-core could not look at the page: {found}");
    };
    Some(lines.iter().map(|line| line.as_str().unwrap_or("?").to_owned()).collect())
}

fn source() -> Option<String> {
    std::fs::read_to_string(std::env::var_os("CHAINRULE_AXE")?).ok()
}
