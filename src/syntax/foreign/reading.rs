//! The whole of it: a text in another notation, rewritten by every rule in turn.

use super::super::{Offer, Span};
use super::conditions::{CHOOSING, is_relation};
use super::mark::{Foreign, Mark};
use super::node::{Kind, Node, tree};
use super::print::print;
use super::rewriter::Rewriter;

/// Longer texts are not searched for other notations; a person's formula is shorter.
const LONGEST: usize = 2000;

/// Something foreign in a text, and the text without it if every rule could be applied.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub what: Foreign,
    /// The text in our own notation; not read yet.
    pub offer: Offer,
}

/// The first thing in a text that is foreign, with the text rewritten; none if nothing is.
pub(crate) fn read(text: &str) -> Option<Reading> {
    if text.len() > LONGEST {
        return None;
    }
    let items = tree(text)?;
    let mut rewriter = Rewriter::new(text, &items);
    let written = rewriter.text(items);
    let Mark { span, what } = rewriter.marks.into_iter().min_by_key(|mark| (rank(&mark.what), mark.span.start))?;
    let offer = Offer { values: rewriter.values, ..Offer::whole(text, written) };
    Some(Reading { span, what, offer })
}

impl Reading {
    /// Whether it is worth a word even if nothing can be offered.
    pub fn is_lack(&self) -> bool {
        rank(&self.what) == 0
    }
}

/// What is said first: what the language lacks, then what it writes otherwise, then what it does not need.
fn rank(what: &Foreign) -> u8 {
    match what {
        Foreign::Needless { .. } => 2,
        Foreign::Written { .. } | Foreign::Infinity => 1,
        _ => 0,
    }
}

/// What brackets belong to, which decides about commas and comparisons in them.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Statement,
    Parentheses,
    Arguments,
    Braces,
}

impl Rewriter<'_> {
    /// Rewrites a text, statement by statement.
    fn text(&mut self, items: Vec<Node>) -> String {
        let items = if self.tex { self.settings(items) } else { items };
        let items = self.wrapped(items);
        let items = self.parted(items);
        let items = self.value_below(items);
        let mut out = Vec::new();
        for part in items.split_inclusive(|node| node.kind == Kind::Break) {
            let (end, statement) = match part {
                [statement @ .., end] if end.kind == Kind::Break => (Some(end), statement),
                statement => (None, statement),
            };
            let before = out.len();
            if let Some(statement) = self.statement(statement.to_vec()) {
                if let Some(definition) = self.primes(&statement) {
                    out.push(Node::new(Kind::Done(None), definition, statement[0].span));
                }
                let (statement, primed) = self.derivative(statement);
                let statement = self.list(statement, Place::Statement);
                let statement = self.wholes(statement);
                let statement = self.equation(statement);
                let end = statement.last().map_or(Span::default(), |last| last.span);
                out.extend(statement);
                out.extend(primed.map(|call| Node::new(Kind::Done(None), call, end)));
            }
            if out.len() > before || end.is_some_and(|end| end.text.starts_with('#')) {
                out.extend(end.cloned());
            }
        }
        print(&out).trim().to_owned()
    }

    /// Every rule for what stands in one place.
    fn list(&mut self, items: Vec<Node>, place: Place) -> Vec<Node> {
        let items = self.inside(items);
        let items = if self.tex { self.commands(items) } else { items };
        let items = self.dotted(items);
        let items = if matches!(place, Place::Statement | Place::Parentheses) { self.decimals(items) } else { items };
        let items = self.calls(items);
        let items = if place == Place::Arguments { items } else { self.vectors(items) };
        let items = self.operators(items);
        let items = if place == Place::Braces { items } else { self.choices(items) };
        let relation = match place {
            Place::Statement | Place::Parentheses => true,
            Place::Arguments => !items.iter().any(|node| node.is_sign(",")),
            Place::Braces => false,
        };
        if relation && is_relation(&items) { self.as_number(items) } else { items }
    }

    /// The same inside of brackets.
    fn inside(&mut self, items: Vec<Node>) -> Vec<Node> {
        let mut out: Vec<Node> = Vec::with_capacity(items.len());
        let mut rest = items.into_iter().peekable();
        while let Some(node) = rest.next() {
            let Node { kind: Kind::Group(inside), text, span, gap } = node else {
                out.push(node);
                continue;
            };
            let call = out.last().is_some_and(|before| matches!(before.kind, Kind::Name | Kind::Command));
            let condition = out.last().is_some_and(|before| ["if", "while", "elif"].contains(&before.text.as_str()))
                || rest.peek().is_some_and(|next| next.is_sign("?"));
            let place = match text.as_str() {
                _ if condition => Place::Braces,
                "(" if call => Place::Arguments,
                "(" => Place::Parentheses,
                "[" => Place::Arguments,
                "{" if inside
                    .iter()
                    .any(|node| node.is_sign("?") || CHOOSING.iter().any(|word| node.is_name(word))) =>
                {
                    Place::Parentheses
                }
                _ => Place::Braces,
            };
            // Spreadsheets of some countries part arguments by semicolons.
            let mut inside = inside;
            for node in inside.iter_mut().filter(|node| text == "(" && node.kind == Kind::Break && node.text == ";") {
                self.written(node.span, node.span, ",");
                *node = Node { gap: false, ..Node::sign(",", node.span) };
            }
            let inside = self.list(inside, place);
            match &inside[..] {
                // Cases have brackets of their own.
                [cases]
                    if place == Place::Parentheses && cases.kind == Kind::Done(None) && cases.text.starts_with('{') =>
                {
                    out.push(Node { gap, ..cases.clone() });
                }
                _ => out.push(Node { kind: Kind::Group(inside), text, span, gap }),
            }
        }
        out
    }
}
