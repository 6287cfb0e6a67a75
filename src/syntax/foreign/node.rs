//! `text → tree of brackets`: words, numbers, signs and what stands between brackets. Tolerant of every
//! notation; only brackets that do not match end the attempt.

use super::super::Span;
use super::super::fraction::fraction;
use crate::ops::Level;

/// Something in a text, with what stands inside of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    pub kind: Kind,
    /// How it is written here, as far as is known; for a bracket the one that opens.
    pub text: String,
    pub span: Span,
    /// Whether a blank stands before it.
    pub gap: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Number,
    Name,
    /// `\name` of LaTeX, without the backslash.
    Command,
    Sign,
    /// The end of a statement, with comments.
    Break,
    Group(Vec<Node>),
    /// An operand that was rewritten; a sum or a product may need parentheses.
    Done(Option<Level>),
}

impl Node {
    pub fn new(kind: Kind, text: impl Into<String>, span: Span) -> Node {
        Node { kind, text: text.into(), span, gap: false }
    }

    pub fn name(text: impl Into<String>, span: Span) -> Node {
        Node::new(Kind::Name, text, span)
    }

    pub fn sign(text: impl Into<String>, span: Span) -> Node {
        Node::new(Kind::Sign, text, span)
    }

    pub fn group(open: &str, items: Vec<Node>, span: Span) -> Node {
        Node::new(Kind::Group(items), open, span)
    }

    /// The same, standing where another one stood.
    pub fn spaced_as(self, other: &Node) -> Node {
        Node { gap: other.gap, ..self }
    }

    pub fn is_sign(&self, text: &str) -> bool {
        self.kind == Kind::Sign && self.text == text
    }

    pub fn is_name(&self, text: &str) -> bool {
        self.kind == Kind::Name && self.text == text
    }

    pub fn is_open(&self, open: &str) -> bool {
        matches!(self.kind, Kind::Group(_)) && self.text == open
    }

    /// What stands between these brackets.
    pub fn inside(&self, open: &str) -> Option<&[Node]> {
        match &self.kind {
            Kind::Group(items) if self.text == open => Some(items),
            _ => None,
        }
    }

    /// Whether it can be an operand, or begin one.
    pub fn is_operand(&self) -> bool {
        !matches!(self.kind, Kind::Sign | Kind::Break)
    }
}

/// Signs of more than one character, longest first.
const SIGNS: &[&str] = &[
    "===", "!==", "...", "**", "//", "==", "!=", "<=", ">=", "<>", "&&", "||", "->", "=>", ":=", ".^", ".*", "./",
    "$$", "^^", "''", "+=", "-=", "*=", "/=", "++", "%%", "=<",
];

/// Brackets that open, with those that close them. Both bars of a norm are the same character.
const BRACKETS: &[(&str, &str)] =
    &[("(", ")"), ("[", "]"), ("{", "}"), ("⌊", "⌋"), ("⌈", "⌉"), ("⟨", "⟩"), (r"\{", r"\}")];

/// Brackets that LaTeX has names for.
const NAMED: &[(&str, &str)] = &[
    ("lfloor", "⌊"),
    ("rfloor", "⌋"),
    ("lceil", "⌈"),
    ("rceil", "⌉"),
    ("langle", "⟨"),
    ("rangle", "⟩"),
    ("lbrace", r"\{"),
    ("rbrace", r"\}"),
];

/// Letters of names in formulas that are set high or low on the line and end a name.
const RAISED: &str = "ᵀⁿˣʸᵗᵏ";

/// Brackets may be nested so deep; the tree is walked recursively.
const DEEPEST: usize = 40;

/// The tree of a text; none if its brackets do not match or are nested too deep.
pub(super) fn tree(text: &str) -> Option<Vec<Node>> {
    let mut open: Vec<(Node, Vec<Node>)> = Vec::new();
    let mut items = Vec::new();
    for mut node in nodes(text) {
        if node.kind == Kind::Command
            && let Some((_, bracket)) = NAMED.iter().find(|(name, _)| *name == node.text)
        {
            node = Node { kind: Kind::Sign, text: (*bracket).to_owned(), ..node };
        }
        if node.kind != Kind::Sign {
            items.push(node);
        } else if BRACKETS.iter().any(|(opening, _)| *opening == node.text) {
            if open.len() == DEEPEST {
                return None;
            }
            open.push((node, std::mem::take(&mut items)));
        } else if let Some((opening, _)) = BRACKETS.iter().find(|(_, closing)| *closing == node.text) {
            let (start, outer) = open.pop()?;
            if start.text != *opening {
                return None;
            }
            let span = start.span.join(node.span);
            let inside = std::mem::replace(&mut items, outer);
            items.push(Node { kind: Kind::Group(inside), span, ..start });
        } else {
            items.push(node);
        }
    }
    open.is_empty().then_some(items)
}

/// Everything in a text, one after the other.
fn nodes(text: &str) -> Vec<Node> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut gap = false;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        if first.is_whitespace() && first != '\n' || first == '\u{feff}' {
            gap = true;
            at += first.len_utf8();
            continue;
        }
        let (kind, length) = piece(rest, first);
        let span = Span::new(at, at + length);
        let skip = usize::from(kind == Kind::Command);
        found.push(Node { kind, text: rest[skip..length].to_owned(), span, gap });
        gap = false;
        at += length;
    }
    found
}

/// What a text begins with, and its length.
fn piece(rest: &str, first: char) -> (Kind, usize) {
    let run = |from: usize, accepts: &dyn Fn(char) -> bool| {
        from + rest[from..].find(|c: char| !accepts(c)).unwrap_or(rest.len() - from)
    };
    let in_name = |c: char| {
        !RAISED.contains(c) && (c.is_alphabetic() || c == '_' || c.is_ascii_digit() || ('₀'..='₉').contains(&c))
    };
    let after = rest[first.len_utf8()..].chars().next();
    match first {
        '\n' | ';' => (Kind::Break, 1),
        '#' => (Kind::Break, run(0, &|c| c != '\n')),
        '\\' => match after {
            Some('{') => (Kind::Sign, 2),
            Some('}') => (Kind::Sign, 2),
            Some(c) if c.is_ascii_alphabetic() => (Kind::Command, run(1, &|c| c.is_ascii_alphabetic())),
            Some(c) => (Kind::Command, 1 + c.len_utf8()),
            None => (Kind::Sign, 1),
        },
        _ if first.is_ascii_digit() || first == '.' && after.is_some_and(|c| c.is_ascii_digit()) => {
            (Kind::Number, number(rest))
        }
        _ if in_name(first) && !first.is_ascii_digit() => (Kind::Name, run(0, &in_name)),
        _ if fraction(first).is_some() => (Kind::Number, first.len_utf8()),
        _ => (Kind::Sign, SIGNS.iter().find(|sign| rest.starts_with(**sign)).map_or(first.len_utf8(), |s| s.len())),
    }
}

/// The length of the number that a text begins with. A point belongs to it only if no operator begins
/// there, as in MATLAB's `2.^x`.
fn number(rest: &str) -> usize {
    let digits =
        |from: usize| from + rest[from..].find(|c: char| !c.is_ascii_digit() && c != '_').unwrap_or(rest.len() - from);
    if let Some(hexadecimal) = rest.strip_prefix("0x") {
        return 2 + hexadecimal.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(hexadecimal.len());
    }
    let mut end = digits(0);
    if rest[end..].starts_with('.') && !rest[end + 1..].starts_with(['^', '*', '/']) {
        end = digits(end + 1);
    }
    let exponent = rest[end..].strip_prefix(['e', 'E']).map(|after| after.strip_prefix(['+', '-']).unwrap_or(after));
    match exponent {
        Some(after) if after.starts_with(|c: char| c.is_ascii_digit()) => digits(rest.len() - after.len()),
        _ => end,
    }
}
