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
use chainrule::graph::{self, Graph, NodeId, NodeKind};
use chainrule::{syntax, words};
use serde::Serialize;
use serde_json::{Value, json};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect();
    match args.split_first() {
        None => {
            eprintln!("usage: trace EXPRESSION [NAME=NUMBER …]   or   trace --batch");
            ExitCode::from(2)
        }
        Some((first, [])) if first == "--batch" => batch(),
        Some((expression, inputs)) => {
            let at: Result<BTreeMap<String, f64>, String> = inputs.iter().map(|input| parse_input(input)).collect();
            let (line, good) = match at {
                Ok(at) => answer(expression, &at, None),
                Err(message) => (failure(&message, 0, 0, None), false),
            };
            println!("{line}");
            ExitCode::from(if good { 0 } else { 2 })
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
            Ok((expression, at, id)) => answer(&expression, &at, id).0,
            Err(message) => failure(&message, 0, 0, None),
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

/// A number of an answer: whole ones without a fraction, as in `81`; JSON has no names for what is
/// not finite.
#[derive(Serialize)]
#[serde(untagged)]
enum Number {
    Whole(i64),
    Finite(f64),
    Name(&'static str),
}

impl From<f64> for Number {
    fn from(value: f64) -> Number {
        const EXACT: f64 = 9_007_199_254_740_992.0; // 2^53: beyond it not every whole number is a double
        let is_negative_zero = value == 0.0 && value.is_sign_negative();
        match value {
            _ if value.is_nan() => Number::Name("NaN"),
            f64::INFINITY => Number::Name("Infinity"),
            f64::NEG_INFINITY => Number::Name("-Infinity"),
            _ if value.fract() == 0.0 && value.abs() < EXACT && !is_negative_zero => Number::Whole(value as i64),
            _ => Number::Finite(value),
        }
    }
}

#[derive(Serialize)]
struct Answer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    value: Number,
    gradients: BTreeMap<&'a str, Number>,
    output: u32,
    nodes: Vec<NodeAnswer<'a>>,
}

#[derive(Serialize)]
struct NodeAnswer<'a> {
    id: u32,
    op: &'static str,
    name: &'a str,
    value: Number,
    grad: Option<Number>,
    inputs: Vec<u32>,
}

fn failure(message: &str, start: usize, end: usize, id: Option<Value>) -> String {
    let mut answer = json!({ "error": { "message": message, "start": start, "end": end } });
    if let Some(id) = id {
        answer["id"] = id;
    }
    answer.to_string()
}

/// The line that answers, and whether the expression could be read.
fn answer(expression: &str, at: &BTreeMap<String, f64>, id: Option<Value>) -> (String, bool) {
    let program = match syntax::parse(expression) {
        Ok(program) => program,
        Err(error) => {
            let (start, end) = error.span.in_chars(expression);
            return (failure(&words::syntax::error(&error).text(), start, end, id), false);
        }
    };
    let graph = match graph::build(&program, graph::Options::default()) {
        Ok(graph) => graph,
        Err(error) => {
            let (start, end) = error.span.in_chars(expression);
            return (failure(&words::graph::error(error.kind).text(), start, end, id), false);
        }
    };
    let inputs: Vec<f64> =
        graph.variables().iter().map(|variable| at.get(&variable.name).copied().unwrap_or(1.0)).collect();
    let mut trace = Trace::new(Tape::new(&graph).into());
    trace.run(&inputs);
    let gradients = graph.variables().iter().enumerate();
    let answer = Answer {
        id,
        value: trace.output().into(),
        gradients: gradients.map(|(index, variable)| (variable.name.as_str(), trace.partial(index).into())).collect(),
        output: graph.output().0,
        nodes: graph.ids().map(|id| node(&graph, &trace, id)).collect(),
    };
    (serde_json::to_string(&answer).expect("strings and numbers are JSON"), true)
}

fn node<'a>(graph: &'a Graph, trace: &Trace, id: NodeId) -> NodeAnswer<'a> {
    let node = graph.node(id);
    NodeAnswer {
        id: id.0,
        op: match node.kind {
            NodeKind::Number(_) | NodeKind::Constant(_) => "const",
            NodeKind::Variable(_) => "var",
            NodeKind::Op(op) => op.row().name,
        },
        name: &node.name,
        value: trace.value(id).into(),
        grad: trace.grad(id).map(Number::from),
        inputs: graph.args(id).iter().map(|arg| arg.0).collect(),
    }
}
