//! The floor: a hand-written loop over a flat typed tape, without anything else. It is the lower bound
//! that each of our times is compared with, as a ratio.

use chainrule::graph::{Graph, NodeKind};

/// One instruction: opcode and two argument indices.
#[derive(Clone, Copy)]
enum Code {
    Leaf,
    Add,
    Sub,
    Mul,
    Div,
    Neg,
    Square,
    Pow,
    Sin,
    Cos,
    Tanh,
    Exp,
    Ln,
    Sigmoid,
}

/// A flat tape with its values and adjoints.
pub struct Floor {
    code: Vec<(Code, u32, u32)>,
    values: Vec<f64>,
    adjoints: Vec<f64>,
    variables: Vec<usize>,
    output: usize,
}

impl Floor {
    /// The same computation as a graph's.
    pub fn new(graph: &Graph) -> Floor {
        let mut floor = Floor {
            code: Vec::new(),
            values: vec![0.0; graph.len()],
            adjoints: vec![0.0; graph.len()],
            variables: graph.variables().iter().map(|variable| variable.nodes[0].index()).collect(),
            output: graph.output().index(),
        };
        for id in graph.ids() {
            let args = graph.args(id);
            let arg = |slot: usize| args.get(slot).map_or(0, |arg| arg.0);
            let code = match graph.node(id).kind {
                NodeKind::Number(value) => {
                    floor.values[id.index()] = value;
                    Code::Leaf
                }
                NodeKind::Constant(constant) => {
                    floor.values[id.index()] = constant.value();
                    Code::Leaf
                }
                NodeKind::Variable(_) => Code::Leaf,
                NodeKind::Op(op) => match op.row().name {
                    "add" => Code::Add,
                    "sub" => Code::Sub,
                    "mul" => Code::Mul,
                    "div" => Code::Div,
                    "neg" => Code::Neg,
                    "pow" if floor.values[arg(1) as usize] == 2.0 => Code::Square,
                    "pow" => Code::Pow,
                    "sin" => Code::Sin,
                    "cos" => Code::Cos,
                    "tanh" => Code::Tanh,
                    "exp" => Code::Exp,
                    "ln" => Code::Ln,
                    "sigmoid" => Code::Sigmoid,
                    other => panic!("the floor has no {other}"),
                },
            };
            floor.code.push((code, arg(0), arg(1)));
        }
        floor
    }

    /// Values only.
    pub fn forward(&mut self, inputs: &[f64]) -> f64 {
        for (&variable, &input) in self.variables.iter().zip(inputs) {
            self.values[variable] = input;
        }
        let v = &mut self.values;
        for (i, &(code, a, b)) in self.code.iter().enumerate() {
            let (a, b) = (a as usize, b as usize);
            v[i] = match code {
                Code::Leaf => continue,
                Code::Add => v[a] + v[b],
                Code::Sub => v[a] - v[b],
                Code::Mul => v[a] * v[b],
                Code::Div => v[a] / v[b],
                Code::Neg => -v[a],
                Code::Square => v[a] * v[a],
                Code::Pow => v[a].powf(v[b]),
                Code::Sin => v[a].sin(),
                Code::Cos => v[a].cos(),
                Code::Tanh => v[a].tanh(),
                Code::Exp => v[a].exp(),
                Code::Ln => v[a].ln(),
                Code::Sigmoid => 1.0 / (1.0 + (-v[a]).exp()),
            };
        }
        v[self.output]
    }

    /// The gradient of the last run.
    pub fn gradient(&self) -> impl Iterator<Item = f64> {
        self.variables.iter().map(|&variable| self.adjoints[variable])
    }

    /// Value and all gradients; gives back the gradient of the first variable.
    pub fn run(&mut self, inputs: &[f64]) -> f64 {
        self.forward(inputs);
        let (v, g) = (&self.values, &mut self.adjoints);
        g.fill(0.0);
        g[self.output] = 1.0;
        for (i, &(code, a, b)) in self.code.iter().enumerate().rev() {
            let (a, b, up) = (a as usize, b as usize, g[i]);
            match code {
                Code::Leaf => {}
                Code::Add => {
                    g[a] += up;
                    g[b] += up;
                }
                Code::Sub => {
                    g[a] += up;
                    g[b] -= up;
                }
                Code::Mul => {
                    g[a] += up * v[b];
                    g[b] += up * v[a];
                }
                Code::Div => {
                    g[a] += up / v[b];
                    g[b] -= up * v[i] / v[b];
                }
                Code::Neg => g[a] -= up,
                Code::Square => g[a] += up * 2.0 * v[a],
                Code::Pow => g[a] += up * v[b] * v[a].powf(v[b] - 1.0),
                Code::Sin => g[a] += up * v[a].cos(),
                Code::Cos => g[a] -= up * v[a].sin(),
                Code::Tanh => g[a] += up * (1.0 - v[i] * v[i]),
                Code::Exp => g[a] += up * v[i],
                Code::Ln => g[a] += up / v[a],
                Code::Sigmoid => g[a] += up * v[i] * (1.0 - v[i]),
            }
        }
        g[self.variables[0]]
    }
}
