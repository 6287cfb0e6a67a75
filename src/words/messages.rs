//! The macro that a list of messages is written with.

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
    ($subject:literal:
     $($(#[$doc:meta])* $name:ident($($slot:ident: $kind:ty),* $(,)?) = $($template:literal)|+;)*) => {
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
pub(super) use messages;
