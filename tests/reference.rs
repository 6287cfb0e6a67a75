//! Reference values and gradients, computed with 50 digits, and the trace example's protocol.
//! The files in `data` say for each line what is asked and what is right.

mod support;

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// Relative error that every well-conditioned number keeps.
const TOLERANCE: f64 = 1e-12;

fn lines(file: &str) -> Vec<Value> {
    let path = format!("{}/tests/data/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// JSON has no infinities: strings stand for them.
fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| {
        value.as_str().and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("{value} is no number"))
    })
}

fn close(got: f64, expected: f64, atol: f64) -> bool {
    got == expected
        || got.is_nan() && expected.is_nan()
        || (got - expected).abs() <= (TOLERANCE * expected.abs()).max(atol)
}

struct Answer {
    value: f64,
    gradients: Vec<(String, f64)>,
    nodes: Vec<(f64, Option<f64>)>,
}

fn answer(record: &Value) -> Answer {
    let at: Vec<(&str, f64)> =
        record["at"].as_object().unwrap().iter().map(|(name, value)| (name.as_str(), number(value))).collect();
    let (graph, trace) = support::trace(record["expr"].as_str().unwrap(), &at);
    let gradients = graph.variables().iter().enumerate().map(|(i, v)| (v.name.clone(), trace.partial(i))).collect();
    let nodes = graph.ids().map(|id| (trace.value(id), trace.grad(id))).collect();
    Answer { value: trace.output(), gradients, nodes }
}

fn check_numbers(record: &Value) {
    let Answer { value, gradients, .. } = answer(record);
    let expr = &record["expr"];
    let atol = |of: &Value| of.as_f64().unwrap_or(0.0);
    let expected = number(&record["value"]);
    assert!(close(value, expected, atol(&record["atol"]["value"])), "{expr}: value {value}, not {expected}");
    let wanted = record["gradients"].as_object().unwrap();
    assert_eq!(gradients.len(), wanted.len(), "{expr}: gradients {gradients:?}");
    for (name, got) in gradients {
        let expected = number(&wanted[&name]);
        let atol = atol(&record["atol"]["gradients"][&name]);
        assert!(close(got, expected, atol), "{expr}: ∂/∂{name} is {got}, not {expected}");
    }
}

#[test]
fn values_and_gradients() {
    lines("public.jsonl").iter().for_each(check_numbers);
}

#[test]
fn every_node_of_the_worked_examples() {
    for record in lines("public_nodes.jsonl") {
        check_numbers(&record);
        let nodes = answer(&record).nodes;
        for wanted in record["node_checks"].as_array().unwrap().iter().filter(|check| check["required"] == true) {
            let (value, grad) = (number(&wanted["value"]), number(&wanted["grad"]));
            let found = nodes.iter().any(|&(v, g)| close(v, value, 1e-12) && g.is_some_and(|g| close(g, grad, 1e-12)));
            assert!(found, "{}: no node for {}", record["expr"], wanted["sub"]);
        }
    }
}

#[test]
fn special_points_take_the_preferred_convention() {
    for record in lines("public_edge.jsonl") {
        let Answer { value, gradients, .. } = answer(&record);
        assert!(close(value, number(&record["accept_value"][0]), 0.0), "{}: {value}", record["expr"]);
        for (name, got) in gradients {
            let preferred = number(&record["accept_gradients"][&name][0]);
            assert!(close(got, preferred, 0.0), "{}: ∂/∂{name} is {got}, not {preferred}", record["expr"]);
        }
    }
}

fn trace_example() -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--example", "trace", "--"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

#[test]
fn the_batch_answers_every_line_in_order_and_lives_on() {
    let mut child = trace_example().arg("--batch").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut ask = |line: &[u8]| -> Value {
        stdin.write_all(line).and_then(|()| stdin.write_all(b"\n")).and_then(|()| stdin.flush()).unwrap();
        serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap()
    };
    for record in lines("public_bad.jsonl") {
        let expr: Option<String> = match (&record["gen"], &record["expr"]) {
            (Value::Array(parts), _) => {
                let repeat = |part: &Value| part[0].as_str().unwrap().repeat(part[1].as_u64().unwrap() as usize);
                Some(parts.iter().map(repeat).collect())
            }
            (_, Value::String(expr)) => Some(expr.clone()),
            _ => None,
        };
        let Some(expr) = expr else {
            assert!(ask(b"hello")["error"]["message"].is_string());
            assert!(ask(b"\xff\xfe{")["error"]["message"].is_string());
            assert!(ask(br#"{"expr": 3}"#)["error"]["message"].is_string());
            continue;
        };
        let answer = ask(json!({ "expr": expr, "at": record["at"], "id": 7 }).to_string().as_bytes());
        assert_eq!(answer["id"], 7, "an id comes back");
        let error = &answer["error"];
        match record["outcome"].as_str().unwrap() {
            "error" => assert!(error["message"].is_string(), "{expr}: accepted"),
            _ => assert!(error["message"].is_string() || answer.get("value").is_some(), "{expr}: {answer}"),
        }
        if let (Some(spans), Some(start)) = (record["spans"].as_array(), error["start"].as_u64()) {
            let end = error["end"].as_u64().unwrap();
            let touches = |span: &Value| start <= span[1].as_u64().unwrap() + 1 && end + 1 >= span[0].as_u64().unwrap();
            assert!(spans.iter().any(touches), "{expr:.40}: {start}..{end} is not near {spans:?}");
        }
    }
    assert_eq!(ask(br#"{"expr": "x^2 + y", "at": {"x": 3, "y": 1}}"#)["gradients"], json!({ "x": 6, "y": 1 }));
    assert_eq!(ask(br#"{"expr": "1/x", "at": {"x": 0}}"#)["value"], "Infinity");
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn the_command_line_prints_one_answer_and_tells_by_its_status() {
    for (args, status) in [
        (&["(4*x+1)^2", "x=2"][..], 0),
        (&["-x^2", "x=3"], 0),
        (&["x*y", "x=-1.5e-3", "y=2"], 0),
        (&["a = x\na^2", "x=2"], 0),
        (&["(x+1", "x=1"], 2),
        (&["", "x=1"], 2),
        (&["x", "x"], 2),
    ] {
        let output = trace_example().args(args).output().unwrap();
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(status), "{args:?}");
        assert_eq!(answer.get("error").is_some(), status == 2, "{args:?}");
    }
}
