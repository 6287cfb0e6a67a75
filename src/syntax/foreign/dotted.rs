//! Points: modules before a function's name, and functions behind their first argument.

use super::calls::own_name;
use super::mark::Foreign;
use super::node::{Kind, Node};
use super::print::print;
use super::rewriter::Rewriter;

/// Names that stand before a point and say only where a function comes from.
#[rustfmt::skip]
const MODULES: &[&str] = &[
    "np", "numpy", "math", "Math", "cmath", "torch", "nn", "functional", "F", "jnp", "jax", "lax", "tf", "tensorflow",
    "keras", "K", "activations", "backend", "scipy", "special", "sp", "sympy", "std", "linalg", "random", "ops", "autograd", "losses",
    "mx", "nd", "cp", "cupy", "xp", "ag", "anp", "Number", "System", "f64", "f32", "consts", "mathjs", "mpmath", "mp", "sc", "ss",
];

/// Numbers that modules have.
const NUMBERS: &[(&str, &str)] = &[
    ("PI", "pi"),
    ("pi", "pi"),
    ("E", "e"),
    ("e", "e"),
    ("tau", "tau"),
    ("TAU", "tau"),
    ("inf", "∞"),
    ("Infinity", "∞"),
    ("SQRT2", "sqrt(2)"),
    ("LN2", "ln(2)"),
    ("LN10", "ln(10)"),
];

impl Rewriter<'_> {
    /// Takes modules away and puts a method's object before its arguments.
    pub(super) fn dotted(&mut self, items: Vec<Node>) -> Vec<Node> {
        let mut out: Vec<Node> = Vec::with_capacity(items.len());
        let mut rest = items.into_iter().peekable();
        while let Some(node) = rest.next() {
            let point = node.is_sign(".") || node.is_sign("::");
            let (true, Some(owner)) = (point, out.last()) else {
                out.push(node);
                continue;
            };
            let module =
                owner.kind == Kind::Name && MODULES.contains(&owner.text.as_str()) && !self.own.contains(&owner.text);
            let Some(name) = rest.next_if(|next| next.kind == Kind::Name) else {
                out.push(node);
                continue;
            };
            if name.is_name("T") && !module {
                out.push(Node { kind: Kind::Sign, text: "ᵀ".to_owned(), ..name });
                continue;
            }
            let called = rest.peek().is_some_and(|next| next.is_open("(") && !next.gap);
            if module {
                let Some(owner) = out.pop() else { continue };
                let span = owner.span.join(name.span);
                let number = NUMBERS.iter().find(|(known, _)| *known == name.text && !called);
                let text = number.map_or(name.text, |(_, here)| (*here).to_owned());
                let is_module = MODULES.contains(&text.as_str()) && !called;
                // Where the function has another name here, too, the call says so.
                if !is_module && (number.is_some() || called && own_name(&text).is_some()) {
                    self.written(span, span, text.clone());
                } else if !is_module {
                    self.needless(owner.span.join(node.span));
                }
                out.push(Node { text, span, kind: Kind::Name, gap: owner.gap });
                // nn.ReLU()(x): the first brackets make the function.
                if called && rest.peek().is_some_and(|next| next.inside("(").is_some_and(<[Node]>::is_empty)) {
                    let empty = rest.next();
                    if !rest.peek().is_some_and(|next| next.is_open("(")) {
                        out.extend(empty);
                    }
                }
            } else if called && ["backward", "grad", "zero_grad"].contains(&name.text.as_str()) {
                self.mark(name.span, Foreign::Shown);
                rest.next();
            } else if called && owner.is_operand() {
                let Some(Node { kind: Kind::Group(mut arguments), span, .. }) = rest.next() else { continue };
                let object = out.split_off(super::operators::last_operand(&out));
                let gap = object.first().is_some_and(|first| first.gap);
                let whole = super::rewriter::span_of(&object).join(span);
                let mut all = object;
                if !arguments.is_empty() {
                    all.push(Node::sign(",", span));
                    arguments[0].gap = true;
                    all.append(&mut arguments);
                }
                self.written(name.span, whole, format!("{}({})", name.text, print(&all)));
                out.push(Node { gap, ..name });
                out.push(Node::group("(", all, span));
            } else {
                out.push(node);
                out.push(name);
            }
        }
        out
    }
}
