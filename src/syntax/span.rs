use serde::{Deserialize, Serialize};

/// A half-open range of bytes in the typed text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes from `start` up to `end`.
    pub fn new(start: usize, end: usize) -> Span {
        // The parser refuses texts beyond `parser::LONGEST_TEXT`, far below u32::MAX.
        Span { start: start as u32, end: end as u32 }
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// As a range, to slice the text with.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The same place counted in characters, as the page and the trace protocol give it.
    ///
    /// ```
    /// use chainrule::syntax::Span;
    /// assert_eq!(Span::new(2, 3).in_chars("σx"), (1, 2));
    /// ```
    pub fn in_chars(self, text: &str) -> (usize, usize) {
        let before = |byte: u32| text.char_indices().take_while(|&(at, _)| at < byte as usize).count();
        (before(self.start), before(self.end))
    }
}
