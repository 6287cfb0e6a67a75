//! Something one can write: what it is, and how it comes into the text.

use super::notation::Notation;
use crate::ops::{Constant, Op, Syntax};
use crate::syntax::{Span, is_callable, is_name};
use crate::words::{self, Message};

/// Something one can write.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// As it is written.
    pub name: String,
    /// What it is.
    pub meaning: Meaning,
}

/// What something that one can write is.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// An operation of the language.
    Op(Op),
    /// A constant of the language.
    Constant(Constant),
    /// A way to write.
    Notation(&'static Notation),
    /// A variable of this text.
    Variable,
    /// A parameter of the function whose body this is.
    Parameter,
    /// A name of this text, and the statement that defines it.
    Definition(String),
    /// A function of this text, and the statement that defines it.
    Function(String),
}

/// A piece of text that comes into the text in place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    /// What it replaces.
    pub span: Span,
    /// The piece.
    pub text: String,
    /// Where the caret stands then, in bytes from the start of the whole text.
    pub caret: usize,
}

impl Insertion {
    /// A piece with the caret between two parts of it.
    pub fn around(span: Span, before: &str, after: &str) -> Insertion {
        Insertion { span, text: format!("{before}{after}"), caret: span.range().start + before.len() }
    }
}

impl Insertion {
    /// The same, with a space where a name would grow together with what stands beside it: xsin is one name,
    /// x sin is not.
    ///
    /// ```
    /// use chainrule::{app::typing::Insertion, syntax::Span};
    /// let pi = |at| Insertion::around(Span::new(at, at), "π", "").apart("2*x");
    /// assert_eq!((pi(3).text, pi(3).caret), (" π".into(), 6));
    /// assert_eq!((pi(2).text, pi(2).caret), ("π ".into(), 4));
    /// assert_eq!(pi(1).text, " π");
    /// ```
    pub fn apart(self, source: &str) -> Insertion {
        let Insertion { span, text, caret } = self;
        let in_name = |char: Option<char>| char.is_some_and(|char| char.is_alphanumeric() || char == '_');
        let before = source.get(..span.range().start).and_then(|text| text.chars().next_back());
        let after = source.get(span.range().end..).and_then(|text| text.chars().next());
        let left = if in_name(before) && in_name(text.chars().next()) { " " } else { "" };
        let right = if in_name(after) && in_name(text.chars().next_back()) { " " } else { "" };
        Insertion { span, text: format!("{left}{text}{right}"), caret: caret + left.len() }
    }
}

impl Entry {
    /// What it is, in a sentence.
    pub fn says(&self) -> Message {
        match &self.meaning {
            Meaning::Op(op) => words::ops::doc(*op),
            Meaning::Constant(constant) => words::ops::constant(*constant),
            Meaning::Notation(notation) => notation.says(),
            Meaning::Variable => words::typing::variable(),
            Meaning::Parameter => words::typing::parameter(),
            Meaning::Definition(_) => words::typing::definition(),
            Meaning::Function(_) => words::typing::function(),
        }
    }

    /// An example; empty where there is nothing to show.
    pub fn example(&self) -> &str {
        match &self.meaning {
            Meaning::Op(op) => op.row().example,
            Meaning::Constant(constant) => constant.example(),
            Meaning::Notation(notation) => notation.example,
            Meaning::Variable | Meaning::Parameter => "",
            Meaning::Definition(statement) | Meaning::Function(statement) => statement,
        }
    }

    /// How it comes into a text in place of a piece of it. A function comes with parentheses and the caret
    /// between them; where there are some already, the caret goes into those.
    ///
    /// ```
    /// use chainrule::app::typing::{Entry, Insertion, Meaning};
    /// use chainrule::{ops::known, syntax::Span};
    /// let sin = Entry { name: "sin".into(), meaning: Meaning::Op(known::SIN) };
    /// let taken = Insertion { span: Span::new(2, 4), text: "sin()".into(), caret: 6 };
    /// assert_eq!(sin.insertion("2*si", Span::new(2, 4)), taken);
    /// ```
    pub fn insertion(&self, source: &str, span: Span) -> Insertion {
        let is_called = match &self.meaning {
            Meaning::Op(op) => is_callable(*op) && is_name(&self.name),
            Meaning::Function(_) => true,
            _ => false,
        };
        let is_open = source.get(span.range().end..).is_some_and(|rest| rest.starts_with('('));
        match &self.meaning {
            _ if is_called && is_open => {
                let Insertion { text, caret, .. } = Insertion::around(span, &self.name, "");
                Insertion { span, text, caret: caret + "(".len() }
            }
            _ if is_called => Insertion::around(span, &format!("{}(", self.name), ")"),
            Meaning::Op(op) if op.row().syntax == Syntax::Braces => Insertion::around(span, "{", "}"),
            Meaning::Notation(notation) => Insertion::around(span, notation.before, notation.after),
            _ => Insertion::around(span, &self.name, ""),
        }
    }
}
