//! What the rules share while a text is rewritten: its names, and what was found so far.

use std::collections::BTreeSet;

use super::super::Span;
use super::mark::{Foreign, Mark};
use super::node::{Kind, Node};

/// The state of one rewriting.
pub(super) struct Rewriter<'t> {
    pub source: &'t str,
    /// Names that the text itself defines: whatever they mean elsewhere, they mean that here.
    pub own: BTreeSet<String>,
    /// Whether braces are LaTeX's.
    pub tex: bool,
    pub marks: Vec<Mark>,
    /// Values that variables are to have.
    pub values: Vec<(String, f64)>,
}

/// A quotation is no longer than this; the sentence is about one place.
const LONGEST_QUOTATION: usize = 40;

impl<'t> Rewriter<'t> {
    pub fn new(source: &'t str, items: &[Node]) -> Rewriter<'t> {
        let own = definitions(items).collect();
        let tex = source.contains('\\') || source.contains("^{") || source.contains("_{");
        Rewriter { source, own, tex, marks: Vec::new(), values: Vec::new() }
    }

    pub fn mark(&mut self, span: Span, what: Foreign) {
        self.marks.push(Mark { span, what });
    }

    /// Marks that what stands at `whole` is written otherwise here; the sentence points at `span`.
    pub fn written(&mut self, span: Span, whole: Span, here: impl Into<String>) {
        let typed = quotation(self.slice(whole));
        let here = quotation(&here.into());
        if typed != here {
            self.mark(span, Foreign::Written { typed, here });
        }
    }

    pub fn needless(&mut self, span: Span) {
        let typed = quotation(self.slice(span));
        self.mark(span, Foreign::Needless { typed });
    }

    pub fn slice(&self, span: Span) -> &'t str {
        self.source[span.range()].trim()
    }
}

fn quotation(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTATION) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

/// The place of some nodes that follow each other.
pub(super) fn span_of(items: &[Node]) -> Span {
    match items {
        [] => Span::default(),
        [first, .., last] => first.span.join(last.span),
        [only] => only.span,
    }
}

/// Names that stand before a sign of definition.
fn definitions(items: &[Node]) -> impl Iterator<Item = String> + '_ {
    items.split(|node| node.kind == Kind::Break).filter_map(|statement| {
        let (name, rest) = statement.split_first().filter(|(name, _)| name.kind == Kind::Name)?;
        let equals = match rest {
            [call, equals, ..] if call.is_open("(") => equals,
            [equals, ..] => equals,
            [] => return None,
        };
        equals.is_sign("=").then(|| name.text.clone())
    })
}
