//! Every sentence that a person reads or hears, in every language.
//!
//! A [`Message`] is a key, a template of a whole sentence and the values of its slots. It is made by
//! a function of its own, written with `messages!`, so that a forgotten slot does not compile; the
//! English template stands beside that function and is compiled in. Nobody but this folder knows
//! which language is spoken: a message is turned into a [`Line`](crate::typeset::Line) or a text at
//! the moment it is shown, in the language that [`speak`] chose last.
//!
//! Sentences of tables (the doc of an operation, the note of an optimizer) stand in their row;
//! [`Message::of_table`] makes them messages under a key that names the row. [`all`] lists them all.
//!
//! A language other than English is one text file: see [`Language::read`].
//!
//! ```
//! use chainrule::words::{self, Language};
//! let rows = words::page::rows(3);
//! assert_eq!(rows.text(), "3 rows");
//! words::speak(Language::pseudo());
//! assert!(rows.text().starts_with('⟦'));
//! words::speak(Language::default());
//! ```

mod entry;
mod language;
mod message;
mod messages;
mod plural;
mod pseudo;
mod speak;
mod spoken;
mod template;
mod text;

pub mod ops;

pub use entry::Entry;
pub use language::{BadLanguage, Language};
pub use message::{Message, Slot};
pub use speak::speak;
pub use spoken::spoken_language;
pub use text::Text;

/// Declares the subjects, one file each.
macro_rules! subjects {
    ($($subject:ident)+) => {
        $(pub mod $subject;)+

        /// Every message that has a function of its own, by the files they stand in.
        const SUBJECTS: &[&[Entry]] = &[$($subject::ALL),+];
    };
}

subjects! {
    autodiff check cost data derivative descent does edge explain formulas
    function graph header list notice page panel picture plot point run speech
    step syntax table trust typing
}

/// Every message of this folder, and every sentence in the tables of the core. The tables of the app
/// stand in [`app::sentences`](crate::app::sentences).
pub fn all() -> impl Iterator<Item = Text> {
    let subjects = SUBJECTS.iter().copied().flatten().copied().map(Text::from);
    subjects.chain(speak::words_of_formulas()).chain(ops::all()).chain(descent::all())
}
