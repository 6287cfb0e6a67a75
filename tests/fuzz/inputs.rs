//! What is changed: formulas of the reference files and the gallery, links, tables, and a list of nasty ones.

use chainrule::app::examples::EXAMPLES;
use chainrule::app::link;
use serde_json::Value;

use super::mutate::mutated;
use super::random::Random;

/// What a person, a link or a clipboard hands to the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// The text of a function.
    Text(String),
    /// What follows # in the address.
    Link(String),
    /// A table that is pasted beside a function with the variables x and y.
    Table(String),
}

impl Input {
    pub fn text(&self) -> &str {
        match self {
            Input::Text(text) | Input::Link(text) | Input::Table(text) => text,
        }
    }

    /// The same kind of input with another text.
    pub fn with(&self, text: String) -> Input {
        match self {
            Input::Text(_) => Input::Text(text),
            Input::Link(_) => Input::Link(text),
            Input::Table(_) => Input::Table(text),
        }
    }
}

/// Texts that took the page down or kept it busy once, and relatives of them.
const NASTY: &[&str] = &[
    "f0(x)=x;f1(x)=f0(f0(x));f2(x)=f1(f1(x));f3(x)=f2(f2(x));f4(x)=f3(f3(x));f5(x)=f4(f4(x));f5(t)",
    "f(t)=sin(t)/cos(t)/exp(t); f''''''(x)",
    "f(t)=sin(t^2); f''''''''''''(x)",
    "f(t)=erf(t)*erf(2t)*erf(3t); f'''(x)",
    "f(t)=t^t; g(t)=f'(f(t)); g''(x)",
    "max(x,max(x,max(x,max(x,x))))",
    "1/{x < 0: x, x}",
    "{x = 0: 3x, 1/{x < 0: x, x}} + {x < 1 && y < 2: x^y}",
    "u = 1/x; {x = 0: x, u} + {x = 0: 2x, u}",
    "x*1e400 + 0^x*(0*1e400)",
    "a=x;a=a+1;a=a*a;a=sin(a);a",
    "f(a,b)=a*b; g(t)=f(t,f(t,t)); g'(x)",
    "log_2(x) + log_x(3) + |x|^-2 - √x²",
    "clamp(x, 1/0, 0/0) + atan2(0*x, 0) + x^(1/0)",
    "e=x; pi=e^e; pi*τ",
    "c1 = x + 1; c1 = c1*2; c_1 + c₁",
];

/// Links to the ends of the numbers.
const LINKS: &[&str] = &[
    "e=x^5*y^5&plot.and=y&plot.window=-1e-32,1e-32,-1e-32,1e-32",
    "e=x*y&plot.and=y&x=0&x.min=0&x.max=1e-320&y=0&y.min=-1e308&y.max=1e300",
    "e=1/x+y&x=1e308&x.min=-1e300&plot.slope=on&plot.bend=on&plot.lens=on&form=tree&merge=on&forward=y",
    "e=(m*x%2Bb-y)^2&data.rows=x,y%0A1,2%0A3,4&data.row=2&panel=data&plot.and=b&plot.field=on",
];

const TABLES: &[&str] = &[
    "x,y\n1,2\n3,4",
    "x;y\n0,5;1\n1;−2",
    "x\ty\n1,234\t2\n5,678\t3",
    "\u{feff}x y\r\n1 2\r\n\r\n3 4e300",
    "\"x\",\"y\"\n\"1\",\"2\"\n",
    "1,1e-320\n-1e308,1e308",
];

/// Inputs that were found by longer runs, kept so that they stay mended.
pub fn found() -> Vec<Input> {
    let texts = ["{x=0:{x<0:x}}{1&&y<y<2:y}", "log_exp(x)"];
    texts.map(|text| Input::Text(text.to_owned())).to_vec()
}

/// All that is changed.
pub struct Corpus(Vec<Input>);

impl Corpus {
    pub fn new() -> Corpus {
        let files = [
            include_str!("../data/public.jsonl"),
            include_str!("../data/public_bad.jsonl"),
            include_str!("../data/public_edge.jsonl"),
        ];
        let rows = files.iter().flat_map(|file| file.lines()).filter_map(|line| {
            let row: Value = serde_json::from_str(line).ok()?;
            Some(Input::Text(row["expr"].as_str()?.to_owned()))
        });
        let derivatives = include_str!("../data/derivatives.txt").lines().filter_map(|line| line.split_once(" → "));
        let mut inputs: Vec<Input> = rows.collect();
        inputs.extend(derivatives.map(|(text, _)| Input::Text(text.trim().to_owned())));
        for example in EXAMPLES {
            inputs.push(Input::Text(example.source.to_owned()));
            inputs.push(Input::Link(link::write(&example.document())));
        }
        // The few of these are as many as the rest.
        for _ in 0..8 {
            inputs.extend(NASTY.iter().map(|&text| Input::Text(text.to_owned())));
            inputs.extend(LINKS.iter().map(|&text| Input::Link(text.to_owned())));
            inputs.extend(TABLES.iter().map(|&text| Input::Table(text.to_owned())));
        }
        Corpus(inputs)
    }

    /// The input of a seed.
    pub fn input(&self, seed: u64) -> Input {
        let mut random = Random::new(seed);
        let [input, other] = [0; 2].map(|_| &self.0[random.below(self.0.len())]);
        input.with(mutated(input.text(), other.text(), &mut random))
    }
}
