//! Comparisons that stand for numbers, and what chooses between two values elsewhere.

use super::super::Span;
use super::mark::Foreign;
use super::node::{Kind, Node};
use super::print::print;
use super::rewriter::{Rewriter, span_of};
use super::template::done;

const RELATIONS: &[&str] = &["<", ">", "<=", ">=", "!=", "!==", "<>", "≠", "="];

/// Words before a condition that choose nothing.
const LOOPS: &[&str] = &["while", "for", "until", "repeat", "case"];

/// Words between a value and the condition under which it holds.
pub(super) const CHOOSING: &[&str] = &["if", "If", "for", "when", "where", "wenn", "falls", "für", "si"];

impl Rewriter<'_> {
    /// `c ? a : b`, `a if c else b`, `if c then a else b`, `a {c}`.
    pub(super) fn choices(&mut self, items: Vec<Node>) -> Vec<Node> {
        // The choice is what a name is defined by, and not that definition.
        let head = items.iter().position(|node| node.is_sign("=") && self.slice(node.span) == "=");
        let head = head.filter(|place| matches!(place, 1 | 2));
        if let Some(equals) = head.filter(|equals| items[..*equals].iter().all(Node::is_operand)) {
            let value = self.choices(items[equals + 1..].to_vec());
            let gap = items.get(equals + 1).is_some_and(|next| next.gap);
            let value = value
                .into_iter()
                .enumerate()
                .map(|(place, node)| Node { gap: if place == 0 { gap } else { node.gap }, ..node });
            return items.into_iter().take(equals + 1).chain(value).collect();
        }
        let find = |items: &[Node], words: &[&str]| {
            items.iter().position(|node| words.iter().any(|word| node.is_name(word) || node.is_sign(word)))
        };
        let whole = span_of(&items);
        if let Some(question) = find(&items, &["?"]) {
            // The colon that belongs to it: others belong to those between.
            let mut open = 0usize;
            let closes = |node: &Node| {
                open += usize::from(node.is_sign("?"));
                open -= usize::from(node.is_sign(":") && open > 0);
                node.is_sign(":") && open == 0
            };
            let colon = items[question..].iter().position(closes).map(|colon| question + colon);
            let then = &items[question + 1..colon.unwrap_or(items.len())];
            let otherwise = colon.map(|colon| self.choices(items[colon + 1..].to_vec()));
            return self.chosen(items[question].span, &items[..question], then, otherwise.as_deref(), whole);
        }
        if let Some(if_) = find(&items, CHOOSING)
            .filter(|place| *place > 0 && is_relation(&items[place + 1..]) && find(&items, &["then"]).is_none())
        {
            let else_ = find(&items, &["else", "otherwise"]).filter(|place| *place > if_);
            let condition = &items[if_ + 1..else_.unwrap_or(items.len())];
            let otherwise = else_.map(|place| self.choices(items[place + 1..].to_vec()));
            return self.chosen(items[if_].span, condition, &items[..if_], otherwise.as_deref(), whole);
        }
        if items.first().is_some_and(|first| first.is_name("if")) {
            let else_ = find(&items, &["else", "otherwise"]).unwrap_or(items.len());
            let then = find(&items, &["then", ":"]).or_else(|| Some(1).filter(|_| items.len() > 2));
            if let Some(then) = then.filter(|then| *then < else_) {
                let keyword = usize::from(items[then].kind != Kind::Group(Vec::new()) && !items[then].is_open("("));
                let condition = if keyword == 1 { &items[1..then] } else { &items[1..=then] };
                let value = &items[then + 1..else_];
                let otherwise = items.get(else_ + 1..).map(|rest| self.choices(rest.to_vec()));
                return self.chosen(items[0].span, condition, value, otherwise.as_deref(), whole);
            }
        }
        if let [value @ .., braces] = &items[..]
            && let Some(condition) = braces.inside("{")
            && is_relation(condition)
            && !condition.iter().any(|node| node.is_sign(":") || node.is_sign(","))
        {
            if value.is_empty() {
                return self.as_number(condition.to_vec());
            }
            return self.chosen(braces.span, condition, value, None, whole);
        }
        items
    }

    /// A piecewise function of one condition.
    fn chosen(
        &mut self,
        sign: Span,
        condition: &[Node],
        then: &[Node],
        otherwise: Option<&[Node]>,
        whole: Span,
    ) -> Vec<Node> {
        let (condition, then, otherwise) = (bare(condition), print(then), otherwise.map(print));
        let is_truth = is_relation(condition) || condition.iter().any(|node| node.is_sign("="));
        let text = match &otherwise {
            // A number that is not 0 counts as true elsewhere.
            Some(otherwise) if !is_truth => {
                format!("{{{} = 0: {}, {}}}", print(condition).trim(), otherwise.trim(), then.trim())
            }
            _ => cases(condition, &then, otherwise.as_deref()),
        };
        self.written(sign, whole, text.clone());
        vec![Node { gap: true, ..Node::new(Kind::Done(None), text, whole) }]
    }

    /// A comparison as the number 1 where it holds, and 0 elsewhere; anything else as it is.
    pub(super) fn as_number(&mut self, items: Vec<Node>) -> Vec<Node> {
        let is_loop = items.first().is_some_and(|first| LOOPS.iter().any(|word| first.is_name(word)));
        if !is_relation(&items) || is_loop || items.iter().any(|node| node.is_sign(":")) {
            return items;
        }
        let sign =
            items.iter().find(|node| RELATIONS.contains(&node.text.as_str())).map_or(Span::default(), |sign| sign.span);
        let here = cases(&items, "1", Some("0"));
        let whole = span_of(&items);
        self.mark(sign, Foreign::Condition { here: here.clone() });
        vec![done(&[Node::new(Kind::Done(None), here, whole)], whole)]
    }
}

/// Without the parentheses around a condition.
fn bare(condition: &[Node]) -> &[Node] {
    match condition {
        [only] => only.inside("(").unwrap_or(condition),
        _ => condition,
    }
}

/// Whether nodes are a comparison, with or without words between several.
pub(super) fn is_relation(items: &[Node]) -> bool {
    let is = |node: &Node| node.kind == Kind::Sign && !node.is_sign("=") && RELATIONS.contains(&node.text.as_str());
    // A sign with nothing before or after it is a slip.
    items
        .windows(3)
        .any(|three| three[0].is_operand() && is(&three[1]) && (three[2].is_operand() || three[2].is_sign("-")))
}

/// Cases of our language. It has no ≠ and no or: the one exchanges the values, the other repeats the case.
fn cases(condition: &[Node], then: &str, otherwise: Option<&str>) -> String {
    let different = |node: &Node| ["!=", "!==", "<>", "≠"].iter().any(|sign| node.is_sign(sign));
    let (then, otherwise) = (then.trim(), otherwise.map(str::trim));
    if let Some(place) = condition.iter().position(different) {
        let mut equal = condition.to_vec();
        equal[place].text = "=".to_owned();
        return format!("{{{}: {}, {then}}}", print(&equal).trim(), otherwise.unwrap_or("0/0"));
    }
    let alternatives = condition.split(|node| node.is_sign("||") || node.is_name("or") || node.is_name("oder"));
    let mut parts: Vec<String> = Vec::new();
    for alternative in alternatives {
        let mut alternative = alternative.to_vec();
        for node in &mut alternative {
            if node.is_name("and") || node.is_name("und") {
                *node = Node { kind: Kind::Sign, text: "&&".to_owned(), ..node.clone() };
            }
        }
        parts.push(format!("{}: {then}", print(&alternative).trim()));
    }
    parts.extend(otherwise.map(str::to_owned));
    // A value that is made of cases itself only continues them.
    if let Some(inner) = otherwise.and_then(|last| last.strip_prefix('{')).and_then(|last| last.strip_suffix('}'))
        && !inner.contains('{')
    {
        parts.pop();
        parts.push(inner.to_owned());
    }
    format!("{{{}}}", parts.join(", "))
}
