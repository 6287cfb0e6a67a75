//! The core without a browser: one JSON answer per expression.
//!
//! ```text
//! cargo run --release --example trace -- '(4*x+1)^2' x=2
//! echo '{"expr": "x^2", "at": {"x": 3}}' | cargo run --release --example trace -- --batch
//! ```
//!
//! A request's `"id"` comes back in its answer. Variables that are not given are 1. Exit status 2
//! means that the expression could not be read.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use std::process::ExitCode;

use chainrule::autodiff::{Tape, Trace};
use chainrule::graph::{self, Graph, NodeKind};
use chainrule::syntax::{self, ParseError};
use serde_json::{Map, Value, json};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect();
    match args.split_first() {
        None => {
            eprintln!("usage: trace EXPRESSION [NAME=NUMBER …]   or   trace --batch");
            ExitCode::from(2)
        }
        Some((first, [])) if first == "--batch" => batch(),
        Some((expression, inputs)) => {
            let answer = match inputs.iter().map(|input| parse_input(input)).collect() {
                Ok(at) => answer(expression, &at),
                Err(message) => error_value(&message, 0, 0),
            };
            println!("{answer}");
            ExitCode::from(if answer.get("error").is_some() { 2 } else { 0 })
        }
    }
}

fn parse_input(input: &str) -> Result<(String, f64), String> {
    let (name, value) = input.split_once('=').ok_or_else(|| format!("{input} is not NAME=NUMBER"))?;
    let value = value.trim().parse().map_err(|_| format!("{value} is not a number"))?;
    Ok((name.trim().to_owned(), value))
}

/// One answer a line, flushed, until the end of the input.
fn batch() -> ExitCode {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().split(b'\n') {
        let Ok(line) = line else { break };
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let answer = match request(&line) {
            Ok((expression, at, id)) => {
                let mut answer = answer(&expression, &at);
                if let (Some(id), Some(answer)) = (id, answer.as_object_mut()) {
                    answer.insert("id".to_owned(), id);
                }
                answer
            }
            Err(message) => error_value(&message, 0, 0),
        };
        if writeln!(out, "{answer}").and_then(|()| out.flush()).is_err() {
            break;
        }
    }
    ExitCode::SUCCESS
}

type Request = (String, BTreeMap<String, f64>, Option<Value>);

fn request(line: &[u8]) -> Result<Request, String> {
    let value: Value = serde_json::from_slice(line).map_err(|error| format!("not a JSON request: {error}"))?;
    let expression = value.get("expr").and_then(Value::as_str).ok_or("a request needs \"expr\", a string")?;
    let mut at = BTreeMap::new();
    match value.get("at") {
        None | Some(Value::Null) => {}
        Some(Value::Object(inputs)) => {
            for (name, value) in inputs {
                at.insert(
                    name.clone(),
                    read_number(value).ok_or_else(|| format!("the value of {name} is not a number"))?,
                );
            }
        }
        Some(_) => return Err("\"at\" is an object of numbers by name".to_owned()),
    }
    Ok((expression.to_owned(), at, value.get("id").cloned()))
}

fn read_number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => match text.as_str() {
            "NaN" | "Infinity" | "-Infinity" => text.parse().ok(),
            _ => None,
        },
        _ => None,
    }
}

/// Whole numbers without a fraction, as in `81`; JSON has no names for what is not finite.
fn number(value: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0; // 2^53: beyond it not every whole number is a double
    match value {
        _ if value.fract() == 0.0 && value.abs() < EXACT && value.is_sign_positive() | (value < 0.0) => {
            json!(value as i64)
        }
        _ if value.is_nan() => json!("NaN"),
        f64::INFINITY => json!("Infinity"),
        f64::NEG_INFINITY => json!("-Infinity"),
        _ => json!(value),
    }
}

fn error_value(message: &str, start: usize, end: usize) -> Value {
    json!({ "error": { "message": message, "start": start, "end": end } })
}

fn answer(expression: &str, at: &BTreeMap<String, f64>) -> Value {
    let program = match syntax::parse(expression) {
        Ok(program) => program,
        Err(error) => return parse_error(expression, &error),
    };
    let graph = match graph::build(&program, graph::Options::default()) {
        Ok(graph) => graph,
        Err(error) => return error_value(&error.to_string(), 0, expression.chars().count()),
    };
    let inputs: Vec<f64> =
        graph.variables().iter().map(|variable| at.get(&variable.name).copied().unwrap_or(1.0)).collect();
    let mut trace = Trace::new(Tape::new(&graph).into());
    trace.run(&inputs);
    let gradients: Map<String, Value> = graph
        .variables()
        .iter()
        .enumerate()
        .map(|(index, variable)| (variable.name.clone(), number(trace.partial(index))))
        .collect();
    json!({
        "value": number(trace.output()),
        "gradients": gradients,
        "nodes": nodes(&graph, &trace),
        "output": graph.output().0,
    })
}

fn parse_error(expression: &str, error: &ParseError) -> Value {
    let (start, end) = error.span.in_chars(expression);
    error_value(&error.to_string(), start, end)
}

fn nodes(graph: &Graph, trace: &Trace) -> Value {
    let node = |id| {
        let node = graph.node(id);
        let op = match node.kind {
            NodeKind::Number(_) | NodeKind::Constant(_) => "const",
            NodeKind::Variable(_) => "var",
            NodeKind::Op(op) => op.row().name,
        };
        json!({
            "id": id.0,
            "op": op,
            "name": node.name,
            "value": number(trace.value(id)),
            "grad": trace.grad(id).map(number),
            "inputs": graph.args(id).iter().map(|arg| arg.0).collect::<Vec<_>>(),
        })
    };
    graph.ids().map(node).collect()
}
