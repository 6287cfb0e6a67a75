//! A typed tree of MathML, and how it is written.

use std::borrow::Cow;
use std::fmt;
use std::slice;

use super::Word;
use crate::syntax::Span;

/// A formula or a part of one, with the place in the text it comes from.
///
/// Four methods are enough to draw it: [`element`](Math::element),
/// [`attributes`](Math::attributes), [`text`](Math::text) and [`children`](Math::children).
///
/// ```
/// use chainrule::typeset::{Math, to_mathml};
/// let half = Math::fraction(Math::number("1"), Math::number("2"));
/// assert_eq!(half.element(), "mfrac");
/// assert_eq!(half.children().len(), 2);
/// assert_eq!(to_mathml(&half), "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Math {
    /// What it is.
    pub kind: MathKind,
    /// Where it stands in the text; none for parts that were not typed.
    pub span: Option<Span>,
}

/// What a part of a formula is.
#[derive(Clone, Debug, PartialEq)]
pub enum MathKind {
    /// A name: one letter is set in italics, several upright.
    Identifier(String),
    /// A single letter set upright: a constant, which no slider moves.
    Upright(String),
    /// A number.
    Number(String),
    /// An operator, a comma or a fence; first in its row it is a prefix, last a postfix.
    Operator(String),
    /// Words that no language translates, or that were translated before.
    Text(String),
    /// A word of the language that is spoken when the formula is written.
    Word(Word),
    /// A thin space.
    Space,
    /// Parts side by side.
    Row(Vec<Math>),
    /// Numerator and denominator.
    Fraction(Box<[Math; 2]>),
    /// Base and exponent.
    Superscript(Box<[Math; 2]>),
    /// Base and index.
    Subscript(Box<[Math; 2]>),
    /// What stands beneath the root sign.
    SquareRoot(Box<Math>),
    /// What stands beneath the root sign, and which root it is.
    Root(Box<[Math; 2]>),
    /// Lines of a table, each a [`MathKind::Line`].
    Table(Vec<Math>),
    /// Cells of one line, each a [`MathKind::Cell`].
    Line(Vec<Math>),
    /// A cell.
    Cell(Box<Math>),
}

/// Multiplication without a sign: `4x`.
pub(super) const INVISIBLE_TIMES: &str = "\u{2062}";
/// Stands between a function's name and its arguments.
pub(super) const APPLY: &str = "\u{2061}";
/// Multiplication with a sign.
pub(super) const TIMES: &str = "·";

impl From<MathKind> for Math {
    fn from(kind: MathKind) -> Math {
        Math { kind, span: None }
    }
}

impl Math {
    /// The same formula without the places in a text.
    ///
    /// ```
    /// use chainrule::{syntax::Span, typeset::Math};
    /// assert_eq!(Math::number("1").at(Span::new(0, 1)).unplaced(), Math::number("1"));
    /// ```
    pub fn unplaced(mut self) -> Math {
        // As deep as a formula is, which is not deep: see `DEEPEST`.
        fn clear(math: &mut Math) {
            math.span = None;
            math.children_mut().iter_mut().for_each(clear);
        }
        clear(&mut self);
        self
    }

    /// A name.
    pub fn identifier(name: impl Into<String>) -> Math {
        MathKind::Identifier(name.into()).into()
    }

    /// A number.
    pub fn number(digits: impl Into<String>) -> Math {
        MathKind::Number(digits.into()).into()
    }

    /// An operator.
    pub fn operator(sign: impl Into<String>) -> Math {
        MathKind::Operator(sign.into()).into()
    }

    /// Words.
    pub fn words(words: impl Into<String>) -> Math {
        MathKind::Text(words.into()).into()
    }

    /// Parts side by side.
    pub fn row(parts: impl Into<Vec<Math>>) -> Math {
        MathKind::Row(parts.into()).into()
    }

    /// `top` over `bottom`.
    pub fn fraction(top: Math, bottom: Math) -> Math {
        MathKind::Fraction(Box::new([top, bottom])).into()
    }

    /// `base` with an exponent.
    pub fn superscript(base: Math, exponent: Math) -> Math {
        MathKind::Superscript(Box::new([base, exponent])).into()
    }

    /// `base` with an index.
    pub fn subscript(base: Math, index: Math) -> Math {
        MathKind::Subscript(Box::new([base, index])).into()
    }

    /// `inner` between two fences, which grow with it.
    ///
    /// ```
    /// use chainrule::typeset::{Math, to_mathml};
    /// let bars = Math::fenced("|", Math::identifier("x"), "|");
    /// assert_eq!(to_mathml(&bars), "<math><mrow><mo>|</mo><mi>x</mi><mo>|</mo></mrow></math>");
    /// ```
    pub fn fenced(open: &str, inner: Math, close: &str) -> Math {
        Math::row([Math::operator(open), inner, Math::operator(close)])
    }

    /// Arguments in parentheses, with commas between them.
    pub fn arguments(args: impl IntoIterator<Item = Math>) -> Math {
        let mut parts = vec![Math::operator("(")];
        for (i, arg) in args.into_iter().enumerate() {
            if i > 0 {
                parts.push(Math::operator(","));
            }
            parts.push(arg);
        }
        parts.push(Math::operator(")"));
        Math::row(parts)
    }

    /// A function's name and its arguments.
    ///
    /// ```
    /// use chainrule::typeset::{Math, name_math};
    /// let call = Math::call(name_math("f"), [name_math("x"), name_math("y")]);
    /// assert_eq!(call.to_string(), "<mrow><mi>f</mi><mo>\u{2061}</mo>\
    ///     <mrow><mo>(</mo><mi>x</mi><mo>,</mo><mi>y</mi><mo>)</mo></mrow></mrow>");
    /// ```
    pub fn call(function: Math, args: impl IntoIterator<Item = Math>) -> Math {
        Math::row([function, Math::operator(APPLY), Math::arguments(args)])
    }

    /// A large brace with one line a case: a value, and the condition it holds under.
    pub fn cases(cases: impl IntoIterator<Item = (Math, Option<Math>)>) -> Math {
        let cell = |math| Math::from(MathKind::Cell(Box::new(math)));
        let lines = cases.into_iter().map(|(value, condition)| {
            let condition = match condition {
                Some(condition) => Math::row([Math::from(MathKind::Word(Word::If)), condition]),
                None => MathKind::Word(Word::Otherwise).into(),
            };
            MathKind::Line(vec![cell(value), cell(condition)]).into()
        });
        Math::row([Math::operator("{"), MathKind::Table(lines.collect()).into()])
    }

    /// The same, known to come from this place in the text.
    pub fn at(self, span: Span) -> Math {
        Math { span: Some(span), ..self }
    }

    /// The MathML element that draws this part.
    pub fn element(&self) -> &'static str {
        match self.kind {
            MathKind::Identifier(_) | MathKind::Upright(_) => "mi",
            MathKind::Number(_) => "mn",
            MathKind::Operator(_) | MathKind::Word(Word::And) => "mo",
            MathKind::Text(_) | MathKind::Word(_) => "mtext",
            MathKind::Space => "mspace",
            MathKind::Row(_) => "mrow",
            MathKind::Fraction(_) => "mfrac",
            MathKind::Superscript(_) => "msup",
            MathKind::Subscript(_) => "msub",
            MathKind::SquareRoot(_) => "msqrt",
            MathKind::Root(_) => "mroot",
            MathKind::Table(_) => "mtable",
            MathKind::Line(_) => "mtr",
            MathKind::Cell(_) => "mtd",
        }
    }

    /// The element's attributes, as names and values.
    pub fn attributes(&self) -> &'static [(&'static str, &'static str)] {
        match &self.kind {
            MathKind::Upright(_) => &[("mathvariant", "normal")],
            MathKind::Operator(sign) if sign == TIMES => &[("lspace", "0.15em"), ("rspace", "0.15em")],
            MathKind::Space => &[("width", "0.1667em")],
            MathKind::Word(_) => &[("translate", "yes")],
            MathKind::Table(_) => &[("class", "cases"), ("columnalign", "left")],
            _ => &[],
        }
    }

    /// The element's text; none where it has children instead.
    pub fn text(&self) -> Option<Cow<'_, str>> {
        match &self.kind {
            MathKind::Identifier(text)
            | MathKind::Upright(text)
            | MathKind::Number(text)
            | MathKind::Operator(text)
            | MathKind::Text(text) => Some(text.into()),
            // The condition follows at once.
            MathKind::Word(Word::If) => Some((Word::If.text() + " ").into()),
            MathKind::Word(word) => Some(word.text().into()),
            _ => None,
        }
    }

    /// The element's children.
    pub fn children(&self) -> &[Math] {
        match &self.kind {
            MathKind::Row(parts) | MathKind::Table(parts) | MathKind::Line(parts) => parts,
            MathKind::Fraction(two) | MathKind::Superscript(two) | MathKind::Subscript(two) | MathKind::Root(two) => {
                &**two
            }
            MathKind::SquareRoot(one) | MathKind::Cell(one) => slice::from_ref(&**one),
            _ => &[],
        }
    }

    fn children_mut(&mut self) -> &mut [Math] {
        match &mut self.kind {
            MathKind::Row(parts) | MathKind::Table(parts) | MathKind::Line(parts) => parts,
            MathKind::Fraction(two) | MathKind::Superscript(two) | MathKind::Subscript(two) | MathKind::Root(two) => {
                &mut **two
            }
            MathKind::SquareRoot(one) | MathKind::Cell(one) => slice::from_mut(&mut **one),
            _ => &mut [],
        }
    }
}

/// The elements alone, without `<math>` around them. As deep as the formula is nested, which
/// [`program`](super::program()) keeps within [`DEEPEST`](super::DEEPEST).
impl fmt::Display for Math {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let element = self.element();
        write!(f, "<{element}")?;
        for (name, value) in self.attributes() {
            write!(f, " {name}=\"{value}\"")?;
        }
        f.write_str(">")?;
        for char in self.text().unwrap_or_default().chars() {
            match char {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                _ => write!(f, "{char}")?,
            }
        }
        self.children().iter().try_for_each(|child| child.fmt(f))?;
        write!(f, "</{element}>")
    }
}

/// A formula as MathML, complete with `<math>`.
///
/// ```
/// use chainrule::typeset::{name_math, to_mathml};
/// assert_eq!(to_mathml(&name_math("relu")), "<math><mi>relu</mi></math>");
/// ```
pub fn to_mathml(math: &Math) -> String {
    format!("<math>{math}</math>")
}
