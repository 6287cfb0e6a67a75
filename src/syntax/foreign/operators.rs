//! Signs that have another meaning, or none, in our language.

use super::super::Span;
use super::super::exact::exact;
use super::super::fraction::fraction;
use super::mark::Foreign;
use super::node::{Kind, Node};
use super::rewriter::{Rewriter, span_of};
use super::template::{done, fill};

/// Signs that only look different, and ours.
const SAME: &[(&str, &str)] = &[
    (".*", "*"),
    ("./", "/"),
    (".^", "^"),
    ("^^", "^"),
    ("===", "="),
    ("==", "="),
    ("∙", "*"),
    ("•", "*"),
    ("⨯", "*"),
    ("∗", "*"),
    ("=<", "<="),
    ("≦", "<="),
    ("≧", ">="),
    ("⩽", "<="),
    ("⩾", ">="),
    ("≤", "<="),
    ("≥", ">="),
    ("＋", "+"),
    ("∧", "&&"),
    ("↑", "^"),
    ("：", ":"),
    ("＝", "="),
];

/// Words that stand between two numbers elsewhere, and signs that do, with the formula for both.
const BETWEEN: &[(&str, &str)] = &[
    ("mod", "a - b*floor(a/b)"),
    ("MOD", "a - b*floor(a/b)"),
    ("rem", "a - b*floor(a/b)"),
    ("%", "a - b*floor(a/b)"),
    ("%%", "a - b*floor(a/b)"),
    ("div", "floor(a/b)"),
    ("//", "floor(a/b)"),
    ("choose", "gamma(a + 1)/(gamma(b + 1)*gamma(a - b + 1))"),
    ("times", "a*b"),
    ("plus", "a + b"),
    ("minus", "a - b"),
    ("over", "a/b"),
    ("over_", "a/b"),
];

/// Signs after a number, and the formula for it.
const AFTER: &[(&str, &str)] = &[
    ("!", "gamma(a + 1)"),
    ("%", "a/100"),
    ("‰", "a/1000"),
    ("°", "a*pi/180"),
    ("squared", "a^2"),
    ("cubed", "a^3"),
    ("factorial", "gamma(a + 1)"),
    ("percent", "a/100"),
    ("Prozent", "a/100"),
    ("degrees", "a*pi/180"),
    ("deg", "a*pi/180"),
    ("Grad", "a*pi/180"),
    ("quadriert", "a^2"),
    ("ⁿ", "a^n"),
    ("ˣ", "a^x"),
    ("ʸ", "a^y"),
    ("ᵗ", "a^t"),
    ("ᵏ", "a^k"),
];

/// Signs before a number, and the formula for it.
const BEFORE: &[(&str, &str)] = &[("∛", "cbrt(a)"), ("∜", "a^(1/4)"), ("¬", "1 - a")];

/// Brackets around a number, and the formula for it.
const AROUND: &[(&str, &str)] = &[("⌊", "floor(a)"), ("⌈", "ceil(a)")];

/// Digits between marks for thousands.
const THOUSAND: usize = 3;

/// Factorials up to this one are exact.
const LARGEST_FACTORIAL: u32 = 18;

impl Rewriter<'_> {
    /// Decimal commas, and marks between thousands, of numbers that no call takes for two.
    pub(super) fn decimals(&mut self, items: Vec<Node>) -> Vec<Node> {
        let mut out: Vec<Node> = Vec::with_capacity(items.len());
        let mut rest = items.into_iter().peekable();
        let digits = |node: &Node| {
            let groups = node.text.split('.').skip(1).all(|group| group.len() == THOUSAND);
            node.kind == Kind::Number && groups && node.text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        };
        while let Some(node) = rest.next() {
            let glued = |next: &Node| !next.gap && next.kind == Kind::Number;
            let group = |next: &Node| next.kind == Kind::Number && next.text.len() == THOUSAND && digits(next);
            if group(&node)
                && node.gap
                && out.last().is_some_and(|before| {
                    digits(before) && (before.text.len() <= THOUSAND || self.slice(before.span).contains(' '))
                })
            {
                // 1 000: blanks part thousands as well.
                let Some(whole) = out.pop() else { continue };
                let span = whole.span.join(node.span);
                let text = whole.text.clone() + &node.text;
                self.written(span, span, text.clone());
                out.push(Node { text, span, ..whole });
            } else if node.kind == Kind::Number
                && !node.gap
                && node.text.strip_prefix('.').is_some_and(|group| group.len() == THOUSAND)
                && let Some(whole) = out.pop_if(|before| digits(before))
            {
                // 1.000.000
                let span = whole.span.join(node.span);
                let text = whole.text.replace('.', "") + &node.text[1..];
                self.written(span, span, text.clone());
                out.push(Node { text, span, ..whole });
            } else if (node.is_sign(",") || node.is_sign("'") && rest.peek().is_some_and(group))
                && !node.gap
                && rest.peek().is_some_and(glued)
                && let Some(whole) = out.pop_if(|before| digits(before))
                && let Some(part) = rest.next()
            {
                let span = whole.span.join(part.span);
                // 1,000 and 1'000 are a thousand, 1.234,5 has both signs, and 3,141 is a decimal number.
                let more = rest.peek().is_some_and(|next| next.is_sign(",") && !next.gap)
                    || part.text.find('.') == Some(THOUSAND)
                    || self.slice(whole.span).contains(',');
                let thousands = part.text == "000" && whole.text != "0" || node.is_sign("'") || more;
                let point = if thousands { "" } else { "." };
                let text = format!("{}{point}{}", whole.text.replace('.', ""), part.text);
                self.written(span, span, text.clone());
                out.push(Node { text, span, ..whole });
            } else {
                out.push(node);
            }
        }
        out
    }

    /// Every sign that has a formula here.
    pub(super) fn operators(&mut self, items: Vec<Node>) -> Vec<Node> {
        let mut out: Vec<Node> = Vec::with_capacity(items.len());
        let mut rest = items.into_iter().peekable();
        while let Some(mut node) = rest.next() {
            let hexadecimal = node.text.strip_prefix("0x").and_then(|digits| u32::from_str_radix(digits, 16).ok());
            if node.kind == Kind::Number && (node.text.contains('_') || hexadecimal.is_some()) {
                let plain = hexadecimal.map_or_else(|| node.text.replace('_', ""), |number| number.to_string());
                self.written(node.span, node.span, plain.clone());
                node.text = plain;
            }
            if let Some(part) = node.text.chars().next().and_then(fraction)
                && let Some(whole) = out.pop_if(|before| before.kind == Kind::Number && !node.gap)
            {
                let span = whole.span.join(node.span);
                node = Node { text: exact(whole.text.parse().unwrap_or(0.0) + part), span, gap: whole.gap, ..node };
                self.written(span, span, node.text.clone());
            }
            if let Some((_, here)) = SAME.iter().find(|(sign, _)| node.is_sign(sign)) {
                if !["==", "∗", "≤", "≥", "∧"].contains(&node.text.as_str()) {
                    self.written(node.span, node.span, *here);
                }
                node.text = (*here).to_owned();
            }
            let formula = |table: &[(&str, &'static str)]| {
                let known = matches!(node.kind, Kind::Sign | Kind::Name | Kind::Group(_));
                table.iter().find(|(sign, _)| known && *sign == node.text).map(|(_, formula)| *formula)
            };
            let operand_follows = rest.peek().is_some_and(|next| next.is_operand() && !next.is_name("of"));
            if let Some(formula) = formula(BETWEEN)
                && operand_follows
                && !self.own.contains(&node.text)
                && let left = factors(&out)
                && left < out.len()
            {
                let left = out.split_off(left);
                let right = next_factor(&mut rest);
                self.filled(&node, formula, &[&left, &right], &mut out);
            } else if let Some(formula) = formula(AFTER)
                && out.last().is_some_and(Node::is_operand)
                && !self.own.contains(&node.text)
                && !rest.peek().is_some_and(|next| next.is_open("("))
            {
                let operand = out.split_off(last_operand(&out));
                self.after(&node, formula, operand, &mut out);
                if rest.next_if(|next| next.is_name("of")).is_some() {
                    out.push(Node::sign("*", node.span));
                    if let Some(next) = rest.peek_mut() {
                        next.gap = false;
                    }
                }
            } else if let Some(formula) = formula(BEFORE)
                && operand_follows
            {
                let operand = next_factor(&mut rest);
                self.filled(&node, formula, &[&operand], &mut out);
            } else if let Some(formula) = formula(AROUND)
                && let Kind::Group(inside) = &node.kind
            {
                self.filled(&node, formula, &[&inside.clone()], &mut out);
            } else if node.text == "∞" || ["inf", "Inf", "infinity", "Infinity"].iter().any(|name| node.is_name(name))
            {
                self.mark(node.span, Foreign::Infinity);
                out.push(Node { gap: node.gap, ..done(&[Node::name("1/0", node.span)], node.span) });
            } else if node.is_sign("±") || node.is_sign("∓") {
                self.mark(node.span, Foreign::TwoValues);
                out.push(Node { text: "+".to_owned(), ..node });
            } else {
                out.push(node);
            }
        }
        out
    }

    /// Puts a formula in the place of a sign and its operands.
    fn filled(&mut self, sign: &Node, formula: &str, operands: &[&[Node]], out: &mut Vec<Node>) {
        let whole = operands.iter().map(|operand| span_of(operand)).fold(sign.span, Span::join);
        let filled = fill(formula, operands, whole);
        self.written(sign.span, whole, filled.text.clone());
        let first =
            operands.first().and_then(|operand| operand.first()).filter(|first| first.span.start < sign.span.start);
        out.push(filled.spaced_as(first.unwrap_or(sign)));
    }

    /// A sign after its operand; with a number the value is written.
    fn after(&mut self, sign: &Node, formula: &str, operand: Vec<Node>, out: &mut Vec<Node>) {
        let number = match &operand[..] {
            [Node { kind: Kind::Number, text, .. }] => text.parse::<f64>().ok(),
            _ => None,
        };
        let value = number.and_then(|number| match sign.text.as_str() {
            "!" if number.fract() == 0.0 && number <= f64::from(LARGEST_FACTORIAL) => {
                Some((2..=number as u32).map(f64::from).product())
            }
            "%" => format!("{number}e-2").parse().ok(),
            _ => None,
        });
        match value {
            Some(value) => {
                let whole = operand[0].span.join(sign.span);
                self.written(sign.span, whole, exact(value));
                out.push(Node::new(Kind::Number, exact(value), whole).spaced_as(&operand[0]));
            }
            None => self.filled(sign, formula, &[&operand], out),
        }
    }
}

/// Where the last operand begins: a call's begins with its name.
pub(super) fn last_operand(items: &[Node]) -> usize {
    let last = items.len().saturating_sub(1);
    match items {
        [.., name, call] if call.is_open("(") && !call.gap && name.kind == Kind::Name => last - 1,
        _ => last,
    }
}

/// Where the product begins that ends here.
fn factors(items: &[Node]) -> usize {
    let ends = |node: &Node| {
        node.kind == Kind::Break
            || node.kind == Kind::Sign && !["*", "/", "^", "**", ".", "'", "·", "×"].contains(&node.text.as_str())
    };
    items.iter().rposition(ends).map_or(0, |sign| sign + 1)
}

/// The operand that follows: a sign, a number or name with its brackets, and its power.
pub(super) fn next_factor(rest: &mut std::iter::Peekable<impl Iterator<Item = Node>>) -> Vec<Node> {
    let mut factor: Vec<Node> = rest.next().into_iter().collect();
    loop {
        let call = factor.last().is_some_and(|last| last.kind == Kind::Name);
        let next =
            rest.next_if(|next| next.is_open("(") && call && !next.gap || next.is_sign("^") || next.is_sign("**"));
        let Some(next) = next else { return factor };
        let power = next.kind == Kind::Sign;
        factor.push(next);
        if power {
            factor.extend(rest.next());
        }
    }
}
