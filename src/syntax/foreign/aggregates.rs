//! What elsewhere takes a whole list of numbers: here its numbers are written one by one.

use super::super::Span;
use super::super::scope::builtin;
use super::mark::Foreign;
use super::node::{Kind, Node};
use super::print::split;
use super::rewriter::{Rewriter, span_of};
use super::template::{done, fill};
use crate::ops::Constant;

/// What is done with a list.
struct Aggregate {
    /// Its names elsewhere.
    names: &'static str,
    /// What is done with a number `a` of the list, with the number `b` of a second list, and the mean `c`.
    each: &'static str,
    /// What stands between.
    sign: &'static str,
    /// What is done with all of them, `a`, with how many they are, `b`, and with the first number, `c`.
    all: &'static str,
}

#[rustfmt::skip]
const AGGREGATES: &[Aggregate] = &[
    Aggregate { names: "sum total fsum reduce_sum nansum summe", each: "a", sign: "+", all: "a" },
    Aggregate { names: "prod product reduce_prod", each: "a", sign: "*", all: "a" },
    Aggregate { names: "mean average avg reduce_mean nanmean mittelwert moyenne", each: "a", sign: "+", all: "a/b" },
    Aggregate { names: "norm l2norm norm2 vecnorm length magnitude", each: "a^2", sign: "+", all: "sqrt(a)" },
    Aggregate { names: "l1norm norm1", each: "abs(a)", sign: "+", all: "a" },
    Aggregate { names: "sumsq sumsquares sum_of_squares", each: "a^2", sign: "+", all: "a" },
    Aggregate { names: "softmax softargmax", each: "exp(a)", sign: "+", all: "exp(c)/(a)" },
    Aggregate { names: "log_softmax logsoftmax", each: "exp(a)", sign: "+", all: "c - ln(a)" },
    Aggregate { names: "logsumexp lse log_sum_exp", each: "exp(a)", sign: "+", all: "ln(a)" },
    Aggregate { names: "max maximum amax reduce_max", each: "a", sign: ",", all: "max(a)" },
    Aggregate { names: "min minimum amin reduce_min", each: "a", sign: ",", all: "min(a)" },
    Aggregate { names: "geomean gmean", each: "a", sign: "*", all: "a^(1/b)" },
    Aggregate { names: "var variance", each: "(a - c)^2", sign: "+", all: "a/b" },
    Aggregate { names: "std stdev stddev", each: "(a - c)^2", sign: "+", all: "sqrt(a/b)" },
    DOT,
];

/// The product of two vectors.
const DOT: Aggregate = Aggregate {
    names: "dot inner vdot dotproduct innerproduct matmul mm sumproduct",
    each: "a*b",
    sign: "+",
    all: "a",
};

/// A name that stands for a list is shown with so many numbers.
const SHOWN: usize = 2;

/// A range of cells is no longer than this.
const LONGEST_RANGE: usize = 12;

/// Indices that stand for every number of a list.
const INDICES: [&str; 4] = ["_i", "_j", "_k", "_n"];

impl Rewriter<'_> {
    /// A call that takes a list, written out with the numbers of the list.
    pub(super) fn aggregate(&mut self, name: &str, arguments: &[&[Node]], span: Span) -> Option<Node> {
        let lower = name.to_lowercase();
        let aggregate = AGGREGATES.iter().find(|row| row.names.split(' ').any(|known| known == lower))?;
        let first = *arguments.first()?;
        let is_list = matches!(first, [only] if only.is_open("["));
        // max(a, b) is ours; max([a, b]) is not.
        if builtin(&lower).is_some() && (!is_list || arguments.len() > 1) {
            return None;
        }
        let (a, b) = match arguments {
            [a, b] if aggregate.each.contains('b') => (numbers(a), numbers(b)),
            // The second argument of a list is an axis.
            [a] => (numbers(a), Vec::new()),
            [a, axis] if is_list || is_axis(axis) => (numbers(a), Vec::new()),
            several => (several.iter().map(|argument| done(argument, span)).collect(), Vec::new()),
        };
        let node = written_out(aggregate, &a, &b, span)?;
        self.mark(span, Foreign::Vector);
        Some(node)
    }

    /// `[1, 2]`, `W @ x` and `x^T w` outside of such calls.
    pub(super) fn vectors(&mut self, items: Vec<Node>) -> Vec<Node> {
        let mut out: Vec<Node> = Vec::with_capacity(items.len());
        let mut rest = items.into_iter().peekable();
        while let Some(node) = rest.next() {
            let raised = node.is_sign("^") && rest.next_if(is_transposition).is_some();
            let transposed = raised || node.is_sign("ᵀ");
            let product = node.is_sign("@") || transposed && rest.peek().is_some_and(Node::is_operand);
            if product && let (Some(left), Some(right)) = (out.pop(), rest.next()) {
                let span = left.span.join(right.span);
                let (a, b) = (numbers(std::slice::from_ref(&left)), numbers(std::slice::from_ref(&right)));
                self.mark(node.span, Foreign::Vector);
                out.extend(written_out(&DOT, &a, &b, span).map(|dot| dot.spaced_as(&left)));
            } else if transposed {
                self.mark(node.span, Foreign::Vector);
            } else if let Some([a, b]) = node.inside("⟨").map(|inside| split(inside, ",")).as_deref() {
                self.mark(node.span, Foreign::Vector);
                out.extend(written_out(&DOT, &numbers(a), &numbers(b), node.span).map(|dot| dot.spaced_as(&node)));
            } else if node.is_open("[") {
                self.mark(node.span, Foreign::Vector);
                let a = numbers(std::slice::from_ref(&node));
                let b: Vec<Node> = (1..=a.len()).map(|number| Node::name(format!("x{number}"), node.span)).collect();
                out.extend(written_out(&DOT, &a, &b, node.span).map(|dot| dot.spaced_as(&node)));
            } else {
                out.push(node);
            }
        }
        out
    }
}

/// Whether an argument says along which axis a list is taken.
fn is_axis(argument: &[Node]) -> bool {
    matches!(argument, [only] if only.kind == Kind::Number) || argument.iter().any(|node| node.is_sign("="))
}

/// The exponent of `x^T`.
fn is_transposition(exponent: &Node) -> bool {
    let sign = match exponent.inside("(") {
        Some([sign]) => sign,
        _ => exponent,
    };
    ["T", "⊤", "⊺"].contains(&sign.text.as_str())
}

/// The numbers that an argument stands for: those of a list, or the first ones of what has an index.
fn numbers(argument: &[Node]) -> Vec<Node> {
    let span = span_of(argument);
    if let [node] = argument
        && let Some(inside) = node.inside("[")
    {
        // MATLAB's lists have blanks between their numbers.
        let blanks = inside.iter().skip(1).all(|node| node.gap && node.is_operand());
        let entries = if blanks { inside.chunks(1).collect() } else { split(inside, ",") };
        return entries.into_iter().map(|entry| done(entry, span)).collect();
    }
    // A spreadsheet's range of cells.
    if let [first, colon, last] = argument
        && colon.is_sign(":")
        && let Some(cells) = cells(&first.text, &last.text)
    {
        return cells.map(|cell| Node::name(cell, span)).collect();
    }
    let numbered = |number: usize| {
        let mut items = argument.to_vec();
        // Without an index every quantity is a list.
        if !number_indices(&mut items, number) {
            number_names(&mut items, number);
        }
        done(&items, span)
    };
    (1..=SHOWN).map(numbered).collect()
}

/// The cells from A1 to A3.
fn cells(first: &str, last: &str) -> Option<impl Iterator<Item = String>> {
    let digits =
        |cell: &str| cell.find(|c: char| c.is_ascii_digit()).map(|at| (cell[..at].to_owned(), cell[at..].to_owned()));
    let ((column, from), (other, to)) = (digits(first)?, digits(last)?);
    let (from, to) = (from.parse::<usize>().ok()?, to.parse::<usize>().ok()?);
    (column == other && from <= to && to - from < LONGEST_RANGE)
        .then(|| (from..=to).map(move |row| format!("{column}{row}")))
}

/// Puts a number behind every name that stands for a number.
fn number_names(items: &mut [Node], number: usize) {
    for place in 0..items.len() {
        let called = items.get(place + 1).is_some_and(|next| next.is_open("("));
        match &mut items[place] {
            Node { kind: Kind::Group(items), .. } => number_names(items, number),
            Node { kind: Kind::Name, text, .. }
                if !called && builtin(text).is_none() && Constant::from_name(text).is_none() =>
            {
                *text += &number.to_string();
            }
            _ => {}
        }
    }
}

/// Puts a number in the place of every index; whether there is one.
pub(super) fn number_indices(items: &mut [Node], number: usize) -> bool {
    let mut any = false;
    for node in items {
        match &mut node.kind {
            Kind::Group(items) => any |= number_indices(items, number),
            Kind::Name => {
                let base = INDICES.iter().find_map(|index| node.text.strip_suffix(index));
                if let Some(base) = base {
                    node.text = format!("{base}{number}");
                    any = true;
                }
            }
            _ => {}
        }
    }
    any
}

/// The numbers with what is done with them; none if there are none, or two lists differ in length.
fn written_out(aggregate: &Aggregate, a: &[Node], b: &[Node], span: Span) -> Option<Node> {
    let two = aggregate.each.contains('b') && !aggregate.each.contains("abs");
    if let ([only], true) = (a, two) {
        return Some(only.clone());
    }
    if a.is_empty() || two && a.len() != b.len() {
        return None;
    }
    let count = Node::new(Kind::Number, a.len().to_string(), span);
    let plain = joined(a.iter().cloned(), "+", span);
    let mean = fill("a/b", &[&plain, std::slice::from_ref(&count)], span);
    let each = |place: usize| {
        let number = std::slice::from_ref(&a[place]);
        let other = b.get(place).map_or(number, std::slice::from_ref);
        fill(aggregate.each, &[number, other, std::slice::from_ref(&mean)], span)
    };
    let all = joined((0..a.len()).map(each), aggregate.sign, span);
    Some(fill(aggregate.all, &[&all, &[count], &a[..1]], span))
}

/// Nodes with a sign between them.
fn joined(nodes: impl Iterator<Item = Node>, sign: &str, span: Span) -> Vec<Node> {
    let mut out = Vec::new();
    for node in nodes {
        let first = out.is_empty();
        if !first {
            out.push(Node { gap: sign == "+", ..Node::sign(sign, span) });
        }
        out.push(Node { gap: !first && sign != "*", ..node });
    }
    out
}
