use super::Span;

/// A change of the text that is one click away.
///
/// ```
/// use chainrule::syntax::parse;
/// let offer = parse("2 + sine(x)").unwrap_err().offer.unwrap();
/// assert_eq!(offer.accepted("2 + sine(x)").as_deref(), Some("2 + sin(x)"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The place that changes.
    pub span: Span,
    /// What stands there from then on.
    pub text: String,
    /// Values that variables start with; most changes need none.
    pub values: Vec<(String, f64)>,
}

impl Offer {
    /// Another text at this place.
    pub(super) fn new(span: Span, text: impl Into<String>) -> Offer {
        Offer { span, text: text.into(), values: Vec::new() }
    }

    /// Another text altogether.
    pub(super) fn whole(source: &str, text: impl Into<String>) -> Offer {
        Offer::new(Span::new(0, source.len()), text)
    }

    /// The whole text after the change; none if the place is not in it.
    pub fn accepted(&self, source: &str) -> Option<String> {
        let (before, after) = (source.get(..self.span.range().start)?, source.get(self.span.range().end..)?);
        Some([before, &self.text, after].concat())
    }
}
