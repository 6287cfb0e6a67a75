//! The few words among the signs: in formulas, and on nodes.

use std::cell::RefCell;

/// A word that stands in a formula or on a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Before the condition of a case.
    If,
    /// The case that holds where no condition does.
    Otherwise,
    /// Between two conditions.
    And,
    /// On a node: any exponent.
    Power,
    /// On a node: the exponent 2.
    Square,
    /// On a node: the exponent 3.
    Cube,
}

thread_local! {
    /// The words in the language that was chosen last, in the order of [`Word::ALL`]; empty for English.
    static CHOSEN: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

impl Word {
    /// Every word.
    pub const ALL: [Word; 6] = [Word::If, Word::Otherwise, Word::And, Word::Power, Word::Square, Word::Cube];

    /// The word in English.
    pub fn english(self) -> &'static str {
        match self {
            Word::If => "if",
            Word::Otherwise => "otherwise",
            Word::And => "and",
            Word::Power => "power",
            Word::Square => "square",
            Word::Cube => "cube",
        }
    }

    /// The word in the language that was chosen last.
    pub fn text(self) -> String {
        CHOSEN.with_borrow(|chosen| chosen.get(self as usize).cloned()).unwrap_or_else(|| self.english().into())
    }

    /// Writes the words of formulas like this from now on, in this thread.
    ///
    /// ```
    /// use chainrule::typeset::Word;
    /// Word::choose(|word| word.english().to_uppercase());
    /// assert_eq!(Word::Otherwise.text(), "OTHERWISE");
    /// Word::choose(|word| word.english().into());
    /// ```
    pub fn choose(text: impl Fn(Word) -> String) {
        CHOSEN.set(Word::ALL.map(text).into());
    }
}
