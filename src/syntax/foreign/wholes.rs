//! Integrals, limits and sums: what stands before a whole expression and has no sign here.

use super::aggregates::number_indices;
use super::mark::Foreign;
use super::node::{Kind, Node};
use super::print::split;
use super::rewriter::Rewriter;
use super::template::done;

/// Words and signs of integrals and limits.
const INTEGRAL: &[&str] = &[
    "∫",
    "∬",
    "∮",
    "integral",
    "Integral",
    "integrate",
    "Integrate",
    "antiderivative",
    "quad",
    "NIntegrate",
    "stammfunktion",
];
const LIMIT: &[&str] = &["lim", "limit", "Limit", "limes", "Lim"];
const SERIES: &[&str] = &["∑", "Σ", "∏", "Π", "Sum", "Product", "summation"];

/// A sum with so many terms is written out.
const LONGEST_SERIES: usize = 12;

impl Rewriter<'_> {
    /// Integrals, limits and sums anywhere in a statement.
    pub(super) fn wholes(&mut self, items: Vec<Node>) -> Vec<Node> {
        if let [inner @ .., before, last] = &items[..]
            && last.kind == Kind::Name
            && ["dx", "dy", "dt", "du", "dθ"].contains(&last.text.as_str())
            && !before.is_sign("/")
            && !items.iter().any(|node| INTEGRAL.contains(&node.text.as_str()))
            && before.is_operand()
        {
            self.mark(last.span, Foreign::Integral);
            return inner.iter().chain([before]).cloned().collect();
        }
        let is = |words: &[&str], node: &Node| {
            node.kind != Kind::Number && words.contains(&node.text.as_str()) && !self.own.contains(&node.text)
        };
        let indexed = |node: &Node| ["lim_", "sum_", "prod_", "int_"].iter().any(|start| node.text.starts_with(start));
        let found = (0..items.len()).find(|&place| {
            let node = &items[place];
            let bounded = items.get(place + 1).is_some_and(|next| next.text.starts_with('_'));
            let before_something = items.len() > place + 1;
            is(INTEGRAL, node)
                || is(LIMIT, node)
                || before_something && (is(SERIES, node) || indexed(node))
                || bounded && is(&["sum", "prod"], node)
        });
        let Some(place) = found else { return items };
        let (before, rest) = items.split_at(place);
        let mut rest = rest.to_vec();
        let sign = rest.remove(0);
        let (word, suffix) = sign.text.split_at(sign.text.find('_').unwrap_or(sign.text.len()));
        if !suffix.is_empty() {
            rest.insert(0, Node::name(suffix, sign.span));
        }
        let (rest, sign) = (&rest[..], &Node { text: word.to_owned(), ..sign.clone() });
        let mut out = before.to_vec();
        if is(INTEGRAL, sign) || sign.text == "int" {
            self.mark(sign.span, Foreign::Integral);
            out.extend(integrand(rest));
        } else if is(LIMIT, sign) {
            self.mark(sign.span, Foreign::Limit);
            out.extend(after_limit(rest));
        } else {
            self.mark(sign.span, Foreign::Series);
            out.extend(written_out(sign, rest));
        }
        out
    }
}

/// What is integrated: between the bounds and dx.
fn integrand(rest: &[Node]) -> Vec<Node> {
    let rest = after_of(rest);
    if let [call, ..] = rest
        && let Some(inside) = call.inside("(").or_else(|| call.inside("["))
        && split(inside, ",").len() > 1
    {
        return split(inside, ",")[0].to_vec();
    }
    let (_, rest) = bounds(rest);
    let differential =
        rest.iter().position(|node| node.kind == Kind::Name && node.text.len() == 2 && node.text.starts_with('d'));
    rest[..differential.unwrap_or(rest.len())].to_vec()
}

/// What stands behind the word "of", if that is said.
fn after_of(rest: &[Node]) -> &[Node] {
    rest.iter().rposition(|node| node.is_name("of")).map_or(rest, |of| &rest[of + 1..])
}

/// Bounds below and above a sign, as `_0^1` or `_{i=1}^{n}`, and what follows.
fn bounds(mut rest: &[Node]) -> (Vec<Vec<Node>>, &[Node]) {
    let mut found = Vec::new();
    while let [sign, next @ ..] = rest {
        let inside = |node: &Node| match &node.kind {
            Kind::Group(items) => items.clone(),
            _ => vec![node.clone()],
        };
        if sign.kind == Kind::Name && sign.text.starts_with('_') {
            if sign.text == "_" {
                let [group, after @ ..] = next else { break };
                found.push(inside(group));
                rest = after;
            } else {
                found.push(vec![Node { text: sign.text[1..].to_owned(), ..sign.clone() }]);
                rest = next;
            }
        } else if sign.is_sign("^") && found.len() < 2 {
            let [group, after @ ..] = next else { break };
            found.push(inside(group));
            rest = after;
        } else {
            break;
        }
    }
    (found, rest)
}

/// What a limit is of: after `x -> 0`.
fn after_limit(rest: &[Node]) -> Vec<Node> {
    let rest = after_of(rest);
    if let [call] = rest
        && let Some(inside) = call.inside("(").or_else(|| call.inside("["))
    {
        return split(inside, ",").first().map(|first| first.to_vec()).unwrap_or_default();
    }
    let (_, rest) = bounds(rest);
    let arrow = |node: &Node| ["->", "→", "to"].contains(&node.text.as_str());
    match rest {
        [_, sign, _, of @ ..] if arrow(sign) => of.to_vec(),
        [braces, of @ ..] if braces.is_open("{") || braces.is_open("(") && !of.is_empty() => of.to_vec(),
        of => of.to_vec(),
    }
}

/// A sum or a product with its terms one by one.
fn written_out(sign: &Node, rest: &[Node]) -> Vec<Node> {
    let (bounds, body) = bounds(rest);
    let product = ["∏", "Π", "prod", "Product"].contains(&sign.text.as_str());
    let number = |items: &[Node]| items.last().and_then(|node| node.text.parse::<usize>().ok());
    let (first, last) = match &bounds[..] {
        [below, above] => (number(below).unwrap_or(1), number(above)),
        _ => (1, None),
    };
    let last = last.filter(|last| (first..first + LONGEST_SERIES).contains(last)).unwrap_or(first + 1);
    let index = bounds
        .first()
        .and_then(|below| below.first())
        .filter(|index| index.kind == Kind::Name)
        .map(|index| index.text.clone());
    let index = index.unwrap_or_else(|| "i".to_owned());
    let mut out = Vec::new();
    for number in first..=last {
        let mut term = body.to_vec();
        let numbered = put_number(&mut term, &index, number);
        number_indices(&mut term, number);
        if !numbered
            && let [Node { kind: Kind::Name, text, .. }] = &mut term[..]
            && *text == body[0].text
        {
            *text += &number.to_string();
        }
        if number > first {
            out.push(Node { gap: true, ..Node::sign(if product { "*" } else { "+" }, sign.span) });
        }
        out.push(Node { gap: true, ..done(&term, sign.span) });
    }
    out
}

/// Puts a number in the place of the index; whether it stood anywhere.
fn put_number(items: &mut [Node], index: &str, number: usize) -> bool {
    let mut any = false;
    for node in items {
        match &mut node.kind {
            Kind::Group(items) => any |= put_number(items, index, number),
            Kind::Name if node.text == index => {
                *node = Node { kind: Kind::Number, text: number.to_string(), ..node.clone() };
                any = true;
            }
            _ => {}
        }
    }
    any
}
