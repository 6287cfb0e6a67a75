//! Choosing the language, for sentences and for the words in formulas.

use super::{Language, Message, Text, spoken};
use crate::typeset::Word;

/// The table that the words in formulas are listed under.
const TABLE: &str = "word";

/// Speaks this language from now on, in this thread.
pub fn speak(language: Language) {
    spoken::choose(language);
    Word::choose(|word| Message::of_text(TABLE, word.english()).text());
}

/// The words in formulas.
pub(super) fn words_of_formulas() -> impl Iterator<Item = Text> {
    Word::ALL.into_iter().map(|word| Text::of_text(TABLE, word.english()))
}
