//! Derivatives, which are a prime after a function of one's own here.

use super::super::Span;
use super::super::scope::builtin;
use super::mark::Foreign;
use super::node::{Kind, Node};
use super::print::{print, split};
use super::rewriter::{Rewriter, span_of};

/// Words for what takes the derivative.
#[rustfmt::skip]
const DERIVE: &[&str] = &[
    "derivative", "derive", "differentiate", "diff", "Diff", "grad", "gradient", "deriv", "derivate", "D", "ableitung", "Ableitung", "ableiten", "dérivée",
    "derivada", "derivata", "nabla", "∇", "fderiv", "differential", "slope", "jacobian", "autograd", "value_and_grad",
];

/// Words before the variable of a derivative.
const BY: &[&str] = &["wrt", "by", "nach", "respect", "over", "para", "d"];

/// What is derived, by what, and how often.
struct Derivative {
    of: Vec<Node>,
    by: Option<String>,
    times: usize,
    /// Where the derivative is taken; the variable itself if it is not said.
    at: Option<String>,
    mark: Span,
}

impl Rewriter<'_> {
    /// A statement that asks for a derivative, as the function and its prime; any other as it is.
    pub(super) fn derivative(&mut self, items: Vec<Node>) -> (Vec<Node>, Option<String>) {
        let found = self.fraction(&items).or_else(|| self.word(&items)).or_else(|| primed(&items));
        let Some(Derivative { of, by, times, at, mark }) = found.filter(|found| !found.of.is_empty()) else {
            return (items, None);
        };
        let primes = "'".repeat(times);
        match &of[..] {
            [only] if only.kind == Kind::Name && by.is_none() => {
                self.mark(mark, Foreign::Shown);
                return (items, None);
            }
            [name, call] if self.own.contains(&name.text) && call.is_open("(") => {
                self.mark(mark, Foreign::Derivative);
                let text = [&name.text, &primes[..]].concat();
                let name = Node { gap: items[0].gap, ..Node::new(Kind::Done(None), text, name.span) };
                return (vec![name, call.clone()], None);
            }
            _ => {}
        }
        let variable = by.unwrap_or_else(|| variable(&of));
        let at = at.unwrap_or_else(|| variable.clone());
        let of = match &of[..] {
            [only] => only.inside("(").map(<[Node]>::to_vec).unwrap_or(of),
            _ => of,
        };
        let used = names_in(&of);
        let free = |name: &&str| !self.own.contains(*name) && *name != variable && used.iter().all(|used| used != name);
        let name = ["f", "g", "h", "F", "G"].into_iter().find(free).unwrap_or("f1");
        self.mark(mark, Foreign::Derivative);
        let head = format!("{name}({variable}) =");
        let call = format!("; {name}{primes}({at})");
        let mut function = vec![Node::new(Kind::Done(None), head, mark)];
        function.extend(of.into_iter().enumerate().map(|(place, node)| Node { gap: node.gap || place == 0, ..node }));
        (function, Some(call))
    }

    /// `d/dx …`, `d^2/dx^2 …`, `\frac{d}{dx} …`.
    fn fraction(&mut self, items: &[Node]) -> Option<Derivative> {
        let is_d = |node: &Node| {
            node.is_name("d")
                || node.is_sign("∂")
                || node.is_name("∂")
                || node.kind == Kind::Command && node.text == "partial"
        };
        let power = |items: &[Node]| match items {
            [hat, two, ..] if hat.is_sign("^") => {
                print(std::slice::from_ref(two)).trim_matches(['{', '}', '(', ')']).parse().ok()
            }
            _ => None,
        };
        // The variable behind the d below the line, and how many nodes it takes.
        let below = |items: &[Node]| -> Option<(String, usize)> {
            let (first, rest) = items.split_first()?;
            let (name, taken) = match rest.first() {
                Some(next) if is_d(first) && next.kind == Kind::Name => (next.text.clone(), 2),
                _ if first.kind == Kind::Name => {
                    (first.text.strip_prefix('d').filter(|rest| !rest.is_empty())?.to_owned(), 1)
                }
                _ => return None,
            };
            Some((name, taken + if power(&items[taken..]).is_some() { 2 } else { 0 }))
        };
        let (above, by, rest) = match items {
            [frac, above, under, rest @ ..] if frac.kind == Kind::Command && frac.text.ends_with("frac") => {
                let under = under.inside("{")?;
                let (by, taken) = below(under)?;
                (above.inside("{")?, by, if taken == under.len() { rest } else { return None })
            }
            _ => {
                let slash = items.iter().take(4).position(|node| node.is_sign("/"))?;
                let (by, taken) = below(&items[slash + 1..])?;
                (&items[..slash], by, &items[slash + 1 + taken..])
            }
        };
        let first = above.first()?;
        let times = power(&above[1..]).unwrap_or(1);
        let mark = items.first()?.span;
        if is_d(first) && (above.len() == 1 || power(&above[1..]).is_some()) && !rest.is_empty() {
            return Some(Derivative { of: rest.to_vec(), by: Some(by), times, at: None, mark });
        }
        if let ([d, of], true) = (above, rest.is_empty())
            && is_d(d)
            && let Some(of) = of.inside("(")
        {
            return Some(Derivative { of: of.to_vec(), by: Some(by), times, at: None, mark });
        }
        // dy/dx alone: a quantity by a quantity.
        let quantity = first.kind == Kind::Name && first.text.len() > 1 && first.text.starts_with('d') || is_d(first);
        if quantity && above.len() <= 2 && rest.is_empty() {
            self.mark(span_of(items), Foreign::Shown);
        }
        None
    }

    /// `derivative of …`, `diff(…, x)`, `D[…, x]`.
    fn word(&mut self, items: &[Node]) -> Option<Derivative> {
        let skip = items
            .iter()
            .take_while(|node| {
                ["the", "die", "find", "compute", "torch", "np", "sp", "sympy", "jax", "autograd", "."]
                    .contains(&node.text.as_str())
            })
            .count();
        let (word, rest) = items[skip..].split_first()?;
        let known =
            DERIVE.iter().any(|known| *known == word.text || word.text.len() > 1 && *known == word.text.to_lowercase())
                && matches!(word.kind, Kind::Name | Kind::Sign | Kind::Command);
        if !known || self.own.contains(&word.text) {
            return None;
        }
        let mark = word.span;
        let of_word = rest.first().filter(|next| ["of", "von", "de"].contains(&next.text.as_str()));
        let rest = if of_word.is_some() { &rest[1..] } else { rest };
        if let [call] = rest
            && let Some(inside) = call.inside("(").or_else(|| call.inside("["))
        {
            let mut arguments = split(inside, ",").into_iter();
            let of = arguments.next()?.to_vec();
            let names: Vec<&[Node]> = arguments.collect();
            let by = names.first().filter(|by| by.len() == 1 && by[0].kind == Kind::Name).map(|by| by[0].text.clone());
            let times = names.last().and_then(|times| print(times).trim().parse().ok()).unwrap_or(1);
            return Some(Derivative { of, by, times, at: None, mark });
        }
        let needs_call = ["D", "grad", "diff", "∇", "nabla", "d"].contains(&word.text.as_str()) && of_word.is_none();
        if rest.is_empty() || needs_call && rest[0].kind == Kind::Sign || rest[0].is_sign("*") || rest[0].is_sign("=") {
            return None;
        }
        let with = rest.iter().position(|node| BY.iter().any(|word| node.is_name(word)) || node.is_name("with"));
        let by = with
            .and_then(|with| rest[with..].last())
            .filter(|last| last.kind == Kind::Name)
            .map(|last| last.text.clone());
        Some(Derivative { of: rest[..with.unwrap_or(rest.len())].to_vec(), by, times: 1, at: None, mark })
    }

    /// A prime after a name that is no function: its definition is put before it.
    pub(super) fn primes(&mut self, items: &[Node]) -> Option<String> {
        if items.iter().any(|node| node.is_name("where")) {
            return None;
        }
        let place = items.windows(3).position(|three| {
            let [name, primes, call] = three else { return false };
            name.kind == Kind::Name
                && is_prime(primes)
                && call.is_open("(")
                && !self.own.contains(&name.text)
                && builtin(&name.text).is_none()
        })?;
        let name = &items[place];
        self.mark(name.span.join(items[place + 1].span), Foreign::NoSuchFunction { name: name.text.clone() });
        Some(format!("{}(x) = x^2; ", name.text))
    }
}

fn is_prime(node: &Node) -> bool {
    node.kind == Kind::Sign && ["'", "''", "′", "″"].contains(&node.text.as_str())
}

/// `(x^2)'`, `sin'(x)` of a function that has a name already.
fn primed(items: &[Node]) -> Option<Derivative> {
    if let [name, primes, call] = items
        && name.kind == Kind::Name
        && is_prime(primes)
        && builtin(&name.text).is_some()
    {
        let inside = call.inside("(")?;
        let of = vec![name.clone(), Node::group("(", vec![Node::name("t", call.span)], call.span)];
        let mark = name.span.join(primes.span);
        return Some(Derivative {
            of,
            by: Some("t".to_owned()),
            times: primes.text.chars().count(),
            at: Some(print(inside)),
            mark,
        });
    }
    let primes = items.iter().rev().take_while(|node| is_prime(node)).count();
    let (of, marks) = items.split_at(items.len() - primes);
    let first = marks.first()?;
    let times = marks.iter().map(|mark| mark.text.chars().count()).sum();
    let of = match of {
        [only] => only.inside("(")?,
        [_, ..] if of.iter().any(|node| node.is_sign("=")) => return None,
        _ => of,
    };
    Some(Derivative { of: of.to_vec(), by: None, times, at: None, mark: first.span })
}

/// Every name in an expression.
pub(super) fn names_in(items: &[Node]) -> Vec<String> {
    let of = |node: &Node| match &node.kind {
        Kind::Group(items) => names_in(items),
        Kind::Name => vec![node.text.clone()],
        _ => Vec::new(),
    };
    items.iter().flat_map(of).collect()
}

/// The variable that is meant where none is named: x, or else the first single letter.
fn variable(items: &[Node]) -> String {
    let mut names = names_in(items);
    let letter = |name: &String| name.chars().count() == 1 && name != "e";
    let place = names.iter().position(|name| name == "x").or_else(|| names.iter().position(letter));
    place.map_or_else(|| "x".to_owned(), |place| names.swap_remove(place))
}
