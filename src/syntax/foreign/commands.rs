//! LaTeX: its commands, its braces, and what they are here.

use std::collections::VecDeque;

use super::super::Span;
use super::mark::Foreign;
use super::node::{Kind, Node};
use super::print::print;
use super::rewriter::{Rewriter, span_of};
use super::template::fill;

/// Commands that are a sign or a name here.
#[rustfmt::skip]
const SYMBOLS: &[(&str, &str)] = &[
    ("cdot", "*"), ("times", "*"), ("ast", "*"), ("bullet", "*"), ("div", "/"), ("pm", "±"), ("mp", "±"), ("le", "<="), ("leq", "<="),
    ("leqslant", "<="), ("ge", ">="), ("geq", ">="), ("geqslant", ">="), ("lt", "<"), ("gt", ">"), ("ne", "!="), ("neq", "!="),
    ("land", "&&"), ("wedge", "&&"), ("infty", "∞"), ("mid", "|"), ("vert", "|"), ("lvert", "|"), ("rvert", "|"), ("lbrack", "["),
    ("%", "%"), ("to", "->"), ("rightarrow", "->"), ("mapsto", "->"), ("circ", "°"), ("degree", "°"), ("prime", "'"), ("bmod", "%"), ("mod", "%"),
    ("top", "⊤"), ("intercal", "⊺"), ("coloneqq", ":="), ("colon", ":"), ("int", "∫"), ("iint", "∫"), ("oint", "∫"), ("sum", "∑"), ("prod", "∏"), ("partial", "∂"), ("nabla", "∇"),
];

/// Letters that LaTeX spells.
#[rustfmt::skip]
const LETTERS: &[(&str, &str)] = &[
    ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("epsilon", "ε"), ("varepsilon", "ε"), ("zeta", "ζ"), ("eta", "η"),
    ("theta", "θ"), ("vartheta", "θ"), ("iota", "ι"), ("kappa", "κ"), ("lambda", "λ"), ("mu", "μ"), ("nu", "ν"), ("xi", "ξ"), ("pi", "pi"),
    ("rho", "ρ"), ("sigma", "σ"), ("tau", "τ"), ("phi", "φ"), ("varphi", "φ"), ("chi", "χ"), ("psi", "ψ"), ("omega", "ω"), ("Gamma", "Γ"),
    ("Delta", "Δ"), ("Theta", "Θ"), ("Lambda", "Λ"), ("Sigma", "Σ"), ("Phi", "Φ"), ("Psi", "Ψ"), ("Omega", "Ω"), ("ell", "ℓ"), ("hbar", "ħ"),
];

/// Commands that only set what follows, or nothing.
#[rustfmt::skip]
const SETTING: &[&str] = &[
    ",", ";", ":", "!", " ", "quad", "qquad", "displaystyle", "textstyle", "scriptstyle", "limits", "nolimits", "left", "right", "big", "Big",
    "bigl", "bigr", "Bigl", "Bigr", "bigg", "Bigg", "middle", "(", ")", "[", "]", "text_", "thinspace", "phantom", "nonumber", "\n", "~",
];

/// Commands that set a name in another face, or a sign over it.
#[rustfmt::skip]
const FACES: &[&str] = &[
    "operatorname", "mathrm", "text", "mathit", "mathbf", "boldsymbol", "bm", "mathsf", "mathcal", "mathbb", "textrm", "textbf", "texttt", "mathop",
    "hat", "bar", "tilde", "vec", "dot", "overline", "widehat", "underline", "boxed",
];

/// Signs over a name, and the index that they are here.
const OVER: &[(&str, &str)] =
    &[("hat", "hat"), ("widehat", "hat"), ("bar", "bar"), ("overline", "bar"), ("tilde", "tilde"), ("dot", "dot")];

const FRACTIONS: &[&str] = &["frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"];

/// Words between a value and its condition.
const CONDITION_WORDS: &[&str] = &["if", "for", "when", "otherwise", "else", "falls", "sonst", "si", "sinon"];

impl Rewriter<'_> {
    /// Takes out what only sets something.
    pub(super) fn settings(&mut self, items: Vec<Node>) -> Vec<Node> {
        let mut out: Vec<Node> = Vec::with_capacity(items.len());
        let mut gap = false;
        for node in items {
            if node.kind == Kind::Command && SETTING.contains(&node.text.as_str()) {
                self.needless(node.span);
                gap |= node.gap;
                continue;
            }
            let kind = match node.kind {
                Kind::Group(inside) => Kind::Group(self.settings(inside)),
                kind => kind,
            };
            out.push(Node { kind, gap: node.gap || gap, ..node });
            gap = false;
        }
        out
    }

    /// Every command and every brace of LaTeX.
    pub(super) fn commands(&mut self, items: Vec<Node>) -> Vec<Node> {
        let mut out: Vec<Node> = Vec::with_capacity(items.len());
        let mut rest: VecDeque<Node> = items.into();
        while let Some(node) = rest.pop_front() {
            if node.kind == Kind::Command {
                self.command(node, &mut rest, &mut out);
            } else if node.is_open("{") && !is_cases(&node) {
                self.braces(node, &mut out);
            } else {
                let name = node.kind == Kind::Name;
                out.push(node);
                if name {
                    self.indexed(&mut rest, &mut out);
                }
            }
        }
        out
    }

    /// Gives the last name its index.
    fn indexed(&mut self, rest: &mut VecDeque<Node>, out: &mut [Node]) {
        if let (Some(whole), Some(name)) = (index(rest, out), out.last()) {
            self.written(whole, whole, name.text.clone());
        }
    }

    /// Braces around what belongs together: parentheses, or nothing around a single name or number.
    fn braces(&mut self, node: Node, out: &mut Vec<Node>) {
        let Node { kind: Kind::Group(mut inside), span, gap, .. } = node else { return };
        let raised = out.last().is_some_and(|before| before.is_sign("^"));
        let group = |inside| Node { gap, ..Node::group("(", inside, span) };
        if !raised {
            return out.push(group(inside));
        }
        let atom = matches!(&inside[..], [only] if !matches!(only.kind, Kind::Group(_)));
        self.written(span, span, if atom { print(&inside) } else { format!("({})", print(&inside)) });
        match &inside[..] {
            [minus, one] if minus.is_sign("-") && one.text == "1" && inverse(out) => {}
            _ if atom => out.append(&mut inside),
            _ => out.push(group(inside)),
        }
    }

    fn command(&mut self, node: Node, rest: &mut VecDeque<Node>, out: &mut Vec<Node>) {
        let find =
            |table: &[(&str, &'static str)]| table.iter().find(|(name, _)| *name == node.text).map(|(_, here)| *here);
        let gap = node.gap;
        if let Some(here) = find(SYMBOLS) {
            // What is no sign of ours is for the rules that follow.
            if here.is_ascii() && here != "->" {
                self.written(node.span, node.span, here);
            }
            out.push(Node { gap, ..Node::sign(here, node.span) });
        } else if let Some(here) = find(LETTERS) {
            self.written(node.span, node.span, here);
            out.push(Node { gap, ..Node::name(here, node.span) });
            self.indexed(rest, out);
        } else if FRACTIONS.contains(&node.text.as_str()) {
            let ((above, _), (below, end)) = (argument(rest), argument(rest));
            let (above, below) = (self.commands(above), self.commands(below));
            let filled = fill("a/b", &[&above, &below], node.span.join(end));
            self.written(node.span, filled.span, filled.text.clone());
            out.push(filled.spaced_as(&node));
        } else if node.text == "sqrt" {
            self.root(node, rest, out);
        } else if node.text == "binom" {
            let ((above, _), (below, end)) = (argument(rest), argument(rest));
            let template = "gamma(a + 1)/(gamma(b + 1)*gamma(a - b + 1))";
            let filled = fill(template, &[&above, &below], node.span.join(end));
            self.written(node.span, filled.span, filled.text.clone());
            out.push(filled.spaced_as(&node));
        } else if FACES.contains(&node.text.as_str()) {
            let (inside, end) = argument(rest);
            let span = node.span.join(end);
            let base = print(&self.commands(inside)).replace(' ', "");
            let over = OVER.iter().find(|(command, _)| *command == node.text);
            let text = over.map_or(base.clone(), |(_, index)| format!("{base}_{index}"));
            self.written(node.span, span, text.clone());
            out.push(Node { gap, ..Node::name(text, span) });
            self.indexed(rest, out);
        } else if node.text == "begin" {
            self.environment(node, rest, out);
        } else {
            self.written(node.span, node.span, node.text.clone());
            out.push(Node { kind: Kind::Name, ..node });
            self.indexed(rest, out);
        }
    }

    fn root(&mut self, node: Node, rest: &mut VecDeque<Node>, out: &mut Vec<Node>) {
        let degree = next_if(rest, |next| next.is_open("["));
        let (inside, end) = argument(rest);
        let inside = self.commands(inside);
        let span = node.span.join(end);
        let filled = match degree.as_ref().and_then(|degree| degree.inside("[")) {
            None => fill("sqrt(a)", &[&inside], span),
            Some([three]) if three.text == "3" => fill("cbrt(a)", &[&inside], span),
            Some(degree) => fill("a^(1/b)", &[&inside, degree], span),
        };
        self.written(node.span, span, filled.text.clone());
        out.push(filled.spaced_as(&node));
    }

    /// Cases; every other environment holds a matrix or only sets its lines.
    fn environment(&mut self, node: Node, rest: &mut VecDeque<Node>, out: &mut Vec<Node>) {
        let name = print(&argument(rest).0);
        let mut inside = Vec::new();
        while let Some(next) = rest.pop_front() {
            if next.kind == Kind::Command && next.text == "end" {
                argument(rest);
                break;
            }
            inside.push(next);
        }
        let span = node.span.join(span_of(&inside));
        if name.contains("matrix") || name == "array" {
            self.mark(node.span, Foreign::Vector);
        } else if name.contains("cases") {
            let mut cases: Vec<Node> = Vec::new();
            for row in inside.split(|next| next.kind == Kind::Command && next.text == "\\") {
                let row = self.commands(row.to_vec());
                let mut cells = row.split(|next| next.is_sign("&"));
                let value = cells.next().unwrap_or_default().iter().filter(|node| !node.is_sign(","));
                let plain = |node: &&Node| !CONDITION_WORDS.contains(&node.text.as_str()) && !node.is_sign(",");
                let condition: Vec<Node> = cells.flatten().filter(plain).cloned().collect();
                if !cases.is_empty() {
                    cases.push(Node::sign(",", span));
                }
                if !condition.is_empty() {
                    cases.extend(condition);
                    cases.push(Node::sign(":", span));
                }
                cases.extend(value.map(|node| Node { gap: true, ..node.clone() }));
            }
            let cases = Node { gap: node.gap, ..Node::group("{", cases, span) };
            self.written(node.span, span, print(std::slice::from_ref(&cases)));
            out.push(cases);
        } else {
            self.needless(node.span);
            let lines = inside.into_iter().filter(|next| !next.is_sign("&") && next.text != "\\");
            let lines = self.commands(lines.collect());
            out.extend(lines);
        }
    }
}

/// Whether braces hold the cases of our own language.
fn is_cases(node: &Node) -> bool {
    node.inside("{").is_some_and(|inside| inside.iter().any(|node| node.is_sign(":")))
}

/// Takes what comes next, if it is wanted.
fn next_if(rest: &mut VecDeque<Node>, wanted: impl Fn(&Node) -> bool) -> Option<Node> {
    if rest.front().is_some_and(wanted) { rest.pop_front() } else { None }
}

/// What a command is applied to: what stands in braces, or one letter or digit.
fn argument(rest: &mut VecDeque<Node>) -> (Vec<Node>, Span) {
    let Some(node) = rest.pop_front() else { return Default::default() };
    let span = node.span;
    let inside = match node.kind {
        Kind::Group(inside) if node.text == "{" => inside,
        Kind::Number if node.text.len() > 1 && node.text.is_ascii() => {
            let (first, others) = node.text.split_at(1);
            rest.push_front(Node { text: others.to_owned(), ..node.clone() });
            vec![Node { text: first.to_owned(), ..node }]
        }
        _ => vec![node],
    };
    (inside, span)
}

/// Gives the last name the index that follows, and a logarithm with a base the parentheses that it needs.
fn index(rest: &mut VecDeque<Node>, out: &mut [Node]) -> Option<Span> {
    let name = out.last_mut()?;
    let mut end = None;
    if let Some(next) = next_if(rest, |next| !next.gap && next.kind == Kind::Name && next.text.starts_with('_')) {
        name.text += &next.text;
    }
    if name.text.ends_with('_')
        && !["_", "lim_", "sum_", "prod_", "int_"].contains(&name.text.as_str())
        && let Some(braces) = next_if(rest, |next| next.is_open("{"))
    {
        name.text += &print(braces.inside("{").unwrap_or_default()).replace([' ', ','], "");
        end = Some(name.span.join(braces.span));
    }
    if name.text.starts_with("log_")
        && let Some(first) = next_if(rest, |next| matches!(next.kind, Kind::Name | Kind::Number))
    {
        let mut argument = vec![first];
        argument.extend(next_if(rest, |next| !next.gap && next.kind == Kind::Name));
        let span = span_of(&argument);
        rest.push_front(Node::group("(", argument, span));
    }
    end
}

/// Makes the function before `^{-1}` its inverse; false if there is none.
fn inverse(out: &mut Vec<Node>) -> bool {
    let [.., name, _] = &mut out[..] else { return false };
    let text = format!("a{}", name.text);
    let known = name.kind == Kind::Name && super::super::scope::builtin(&text).is_some();
    if known {
        name.text = text;
        out.pop();
    }
    known
}
