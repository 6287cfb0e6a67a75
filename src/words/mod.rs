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

mod language;
mod message;
mod plural;
mod pseudo;
mod sentences;
mod spoken;
mod template;

pub mod autodiff;
pub mod cost;
pub mod data;
pub mod derivative;
pub mod descent;
pub mod does;
pub mod edge;
pub mod explain;
pub mod graph;
pub mod list;
pub mod ops;
pub mod page;
pub mod panel;
pub mod plot;
pub mod speech;
pub mod step;
pub mod syntax;
pub mod trust;

pub use language::{BadLanguage, Language};
pub use message::{Entry, Message, Slot};
pub use sentences::{Text, all};
pub use spoken::{is_spoken, speak};

/// Every message that has a function of its own, by the files they stand in.
pub const SUBJECTS: &[&[Entry]] = &[
    autodiff::ALL,
    cost::ALL,
    data::ALL,
    derivative::ALL,
    descent::ALL,
    does::ALL,
    edge::ALL,
    explain::ALL,
    graph::ALL,
    list::ALL,
    page::ALL,
    panel::ALL,
    plot::ALL,
    speech::ALL,
    step::ALL,
    syntax::ALL,
    trust::ALL,
];

/// Writes functions that make messages.
///
/// Each line is a doc, a name with typed slots, and a template; two templates with `|` between them
/// are for a count of one and for every other count, which the first slot of type `usize` holds. In a
/// template `{name}` is a slot, and `{{` a brace.
///
/// ```ignore
/// messages! {
///     "page":
///     /// How many rows of data there are.
///     rows(count: usize) = "{count} row" | "{count} rows";
/// }
/// ```
macro_rules! messages {
    ($subject:literal: $($(#[$doc:meta])* $name:ident($($slot:ident: $kind:ty),* $(,)?) = $($template:literal)|+;)*) => {
        $(
            $(#[$doc])*
            pub fn $name($($slot: $kind),*) -> $crate::words::Message {
                const ENTRY: &$crate::words::Entry = &$crate::words::Entry {
                    key: concat!($subject, ".", stringify!($name)),
                    templates: &[$($template),+],
                    slots: &[$(stringify!($slot)),*],
                };
                const { ENTRY.check() };
                $crate::words::Message::new(ENTRY, vec![$($crate::words::Slot::from($slot)),*])
            }
        )*

        /// Every message of this file.
        pub const ALL: &[$crate::words::Entry] = &[$(
            $crate::words::Entry {
                key: concat!($subject, ".", stringify!($name)),
                templates: &[$($template),+],
                slots: &[$(stringify!($slot)),*],
            },
        )*];
    };
}
use messages;
