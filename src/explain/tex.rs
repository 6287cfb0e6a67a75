//! A derivation as TeX, to copy into a paper or a lecture.

use super::explanation::Explanation;
use crate::typeset::{Part, plain_text, to_tex};

/// One line, for mathematics mode.
///
/// ```
/// use chainrule::{explain::line_tex, typeset::{Part, Role}, typeset::name_math};
/// let line = [Part::Words("all of ".into()), Part::Formula { math: name_math("x"), role: Role::Plain, node: None }];
/// assert_eq!(line_tex(&line), r"\text{all of }x");
/// ```
pub fn line_tex(line: &[Part]) -> String {
    line.iter().map(part_tex).collect::<String>().trim().to_owned()
}

fn part_tex(part: &Part) -> String {
    match part {
        Part::Words(words) => format!(r"\text{{{}}}", escape(words)),
        Part::Formula { math, .. } if math.element() == "mo" => format!(" {} ", to_tex(math).trim()),
        Part::Formula { math, .. } => to_tex(math),
    }
}

/// Words between formulas.
fn escape(words: &str) -> String {
    let mut text = String::new();
    for char in words.chars() {
        match char {
            '\\' => text += r"\textbackslash{}",
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => text.extend(['\\', char]),
            '^' => text += r"\^{}",
            '~' => text += r"\~{}",
            '∂' => text += r"$\partial$",
            '×' => text += r"$\times$",
            '·' => text += r"$\cdot$",
            '−' => text += "$-$",
            '∞' => text += r"$\infty$",
            _ => text.push(char),
        }
    }
    text
}

/// The whole derivation as one environment, aligned at the first sign of each line; the words are
/// comments between the lines.
///
/// ```
/// use chainrule::{autodiff::{Known, Tape, Trace}, explain::{explain, tex}, graph, syntax::parse};
/// let graph = graph::build(&parse("x^2").unwrap(), Default::default()).unwrap();
/// let (mut trace, uses) = (Trace::new(Tape::new(&graph).into()), graph.uses());
/// trace.run(&[3.0]);
/// let text = tex(&explain(&graph, Known::all(&trace, &uses), graph.output()));
/// assert!(text.contains(r"f &= x^{2} = 3^{2} = 9 \\"), "{text}");
/// ```
pub fn tex(explanation: &Explanation) -> String {
    let mut text = format!("% {}\n\\begin{{aligned}}\n", plain_text(&explanation.question));
    let lines: usize = explanation.rungs.iter().map(|rung| rung.lines.len()).sum();
    let mut written = 0;
    for rung in &explanation.rungs {
        if !rung.say.is_empty() {
            text += &format!("  % {}\n", plain_text(&rung.say));
        }
        for line in &rung.lines {
            written += 1;
            let end = if written < lines { r" \\" } else { "" };
            text += &format!("  {}{end}\n", aligned(line));
        }
    }
    text + "\\end{aligned}\n"
}

/// One line with the mark that it is aligned at.
fn aligned(line: &[Part]) -> String {
    let is_equals = |part: &Part| match part {
        Part::Formula { math, .. } => math.element() == "mo" && math.text().as_deref() == Some("="),
        Part::Words(_) => false,
    };
    match line.iter().position(is_equals) {
        Some(at) => format!("{} &{}", line_tex(&line[..at]), line_tex(&line[at..])),
        None => format!("&{}", line_tex(line)),
    }
}
